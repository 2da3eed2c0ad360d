"""The addresses of follow-up: promises, what is published of them, the posts that answer for them, and sheets."""

from django.urls import URLPattern, path

from raadhus.interfaces.web.views import (
    before_agenda,
    my_mails,
    my_promises,
    overview,
    posts,
    promise,
    promise_acts,
    promises,
    proofs,
    public_followup,
    publishing,
    reorganising,
    settling,
    sheet_editions,
    sheet_files,
    sheet_rounds,
    sheet_rows,
    sheet_walk,
    sheets,
    taking_away,
    waiting,
    ways,
)


def followup_paths() -> list[URLPattern]:
    """Every one of them; the converter `id` must be known before."""
    return [*_promises(), *_public(), *_posts(), *_sheets()]


def _promises() -> list[URLPattern]:
    return [
        path("opfoelgning/", promises.promises, name="promises"),
        path("opfoelgning/<id:pk>/", settling.settle, name="settle"),
        path("opfoelgning/overblik/", overview.overview, name="overview"),
        path("opfoelgning/veje/", ways.ways, name="ways"),
        path("opfoelgning/veje/<id:pk>/<id:to_pk>/", ways.way, name="way"),
        path("opfoelgning/loefter.<str:form>", taking_away.take_promises, name="take_promises"),
        path("opfoelgning/mine/", my_promises.my_promises, name="my_promises"),
        path("opfoelgning/mine/mails/", my_mails.my_mails, name="my_mails"),
        path("opfoelgning/dagsordener/", before_agenda.coming_agendas, name="coming_agendas"),
        path("moeder/<id:pk>/opfoelgning/", before_agenda.before_agenda, name="before_agenda"),
        path("loefter/<id:pk>/", promise.promise, name="promise"),
        path("loefter/<id:pk>/fortryd/<id:revision>/", promise.undo_promise, name="undo_promise"),
        path("loefter/<id:pk>/svar/", promise_acts.answer, name="answer_promise"),
        path("loefter/<id:pk>/mere-tid/", promise_acts.more_time, name="more_time"),
        path("loefter/<id:pk>/mere-tid/ja/", promise_acts.grant_time, name="grant_time"),
        path("loefter/<id:pk>/mere-tid/nej/", promise_acts.deny_time, name="deny_time"),
        path("loefter/<id:pk>/giv-videre/", promise_acts.hand_over, name="hand_over"),
        path("loefter/<id:pk>/ret/", promise_acts.correct_promise, name="correct_promise"),
        path("loefter/<id:pk>/del/", promise_acts.split_promise, name="split_promise"),
        path("loefter/<id:pk>/opgiv/", promise_acts.drop_promise, name="drop_promise"),
        path("loefter/<id:pk>/aabn/", promise_acts.take_up_again, name="take_up_again"),
        path("loefter/<id:pk>/venter/", waiting.wait_for, name="wait_for"),
        path("loefter/<id:pk>/venter/<id:on_pk>/slut/", waiting.wait_no_more, name="wait_no_more"),
        path("loefter/<id:pk>/bevis/", proofs.add_proof, name="add_proof"),
        path("loefter/<id:pk>/bevis/<id:proof_pk>/", proofs.proof, name="proof"),
        path("loefter/<id:pk>/bevis/<id:proof_pk>/fjern/", proofs.remove_proof, name="remove_proof"),
    ]


def _public() -> list[URLPattern]:
    return [
        path("loefter/<id:pk>/offentligt/", publishing.release_answer, name="release_answer"),
        path("loefter/<id:pk>/offentligt/tilbage/", publishing.withdraw_remark, name="withdraw_remark"),
        path("offentligt/opfoelgning/", public_followup.public_bodies, name="public_bodies"),
        path("offentligt/opfoelgning/<id:pk>/", public_followup.public_followup, name="public_followup"),
        path(
            "offentligt/opfoelgning/<id:pk>/opfoelgning.<str:form>",
            public_followup.take_public_followup,
            name="take_public_followup",
        ),
    ]


def _posts() -> list[URLPattern]:
    return [
        path("poster/", posts.posts, name="posts"),
        path("poster/ny/", posts.new_post, name="new_post"),
        path("poster/<id:pk>/", posts.post, name="post"),
        path("poster/<id:pk>/giv/", posts.give_post, name="give_post"),
        path("poster/<id:pk>/slut/<id:holding_pk>/", posts.end_holding, name="end_holding"),
        path("poster/<id:pk>/afloes/", reorganising.replace_post, name="replace_post"),
    ]


def _sheets() -> list[URLPattern]:
    return [
        path("ark/", sheets.sheets, name="sheets"),
        path("ark/nyt/", sheets.new_sheet, name="new_sheet"),
        path("ark/mine/", sheet_rows.my_sheet_rows, name="my_sheet_rows"),
        path("ark/raekker/<id:pk>/", sheet_rows.sheet_row, name="sheet_row"),
        path("ark/raekker/<id:pk>/ret/", sheet_rows.edit_sheet_row, name="edit_sheet_row"),
        path("ark/raekker/<id:pk>/ansvarlig/", sheet_rows.set_row_responsible, name="set_row_responsible"),
        path("ark/<id:pk>/", sheets.sheet, name="sheet"),
        path("ark/<id:pk>/oplysninger/", sheets.edit_sheet, name="edit_sheet"),
        path("ark/<id:pk>/ny-raekke/", sheets.new_sheet_row, name="new_sheet_row"),
        path("ark/<id:pk>/fil/", sheet_files.bring_sheet_file, name="bring_sheet_file"),
        path("ark/<id:pk>/fil/<id:file_pk>/", sheet_files.map_sheet_file, name="map_sheet_file"),
        path("ark/<id:pk>/runde/", sheet_rounds.open_sheet_round, name="open_sheet_round"),
        path("ark/<id:pk>/runde/luk/", sheet_rounds.close_sheet_round, name="close_sheet_round"),
        path("ark/<id:pk>/gennemgang/", sheet_walk.walk_sheet, name="walk_sheet"),
        path("ark/<id:pk>/frys/", sheet_editions.freeze_sheet, name="freeze_sheet"),
        path("ark/<id:pk>/sammenlign/", sheet_editions.compare_sheet, name="compare_sheet"),
        path("ark/<id:pk>/hent/<str:kind>/", sheet_editions.sheet_now, name="sheet_now"),
        path("ark/<id:pk>/udgaver/<id:edition_pk>/vedlaeg/", sheet_editions.attach_edition, name="attach_edition"),
        path("ark/<id:pk>/udgaver/<id:edition_pk>/<str:kind>/", sheet_editions.sheet_edition, name="sheet_edition"),
    ]
