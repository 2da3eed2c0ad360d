"""The addresses of a meeting from when it is opened until its minutes are sealed."""

from django.urls import URLPattern, path

from raadhus.interfaces.web.views import (
    approving,
    deciding,
    in_item,
    item_now,
    meeting_now,
    minutes,
    papers,
    reviewing,
    screen,
)

_ROOM = "moeder/<id:pk>/moede/"
_ITEM = _ROOM + "<id:item_pk>/"
_MINUTES = "moeder/<id:pk>/referat/"


def room_paths() -> list[URLPattern]:
    """Every one of them; the converter `id` must be known before."""
    return [*_meeting(), *_item(), *_in_item(), *_minutes()]


def _meeting() -> list[URLPattern]:
    return [
        path("moeder/<id:pk>/skaerm/", screen.screen, name="screen"),
        path(_ROOM, meeting_now.room, name="room"),
        path(_ROOM + "aabn/", meeting_now.open_meeting, name="open_meeting"),
        path(_ROOM + "haev/", meeting_now.adjourn_meeting, name="adjourn_meeting"),
        path(_ROOM + "genoptag/", meeting_now.resume_meeting, name="resume_meeting"),
        path(_ROOM + "fremmoede/resten/", meeting_now.note_the_rest, name="note_the_rest"),
        path(_ROOM + "fremmoede/gaest/", meeting_now.ask_guest, name="ask_guest"),
        path(_ROOM + "fremmoede/<id:attendee_pk>/", meeting_now.note_presence, name="note_presence"),
        path(_ROOM + "fremmoede/<id:attendee_pk>/stedfortraeder/", meeting_now.call_deputy, name="call_deputy"),
    ]


def _item() -> list[URLPattern]:
    point = _ITEM + "indstilling/<id:point>/"
    return [
        path(_ITEM, item_now.room_item, name="room_item"),
        path(_ITEM + "op/", item_now.take_up, name="take_up"),
        path(_ITEM + "afslut/", item_now.close_item, name="close_item"),
        path(_ITEM + "aabn/", item_now.reopen_item, name="reopen_item"),
        path(_ITEM + "udgaar/", item_now.withdraw_item, name="withdraw_item"),
        path(_ITEM + "tekst/", deciding.write_decision, name="write_decision"),
        path(point, deciding.decide_point, name="decide_point"),
        path(point + "fjern/", deciding.undecide_point, name="undecide_point"),
        path(point + "aaben/", deciding.leave_open, name="leave_open"),
    ]


def _in_item() -> list[URLPattern]:
    return [
        path(_ITEM + "loefter/", in_item.add_pledge, name="add_pledge"),
        path(_ITEM + "loefter/<id:pledge_pk>/", in_item.change_pledge, name="change_pledge"),
        path(_ITEM + "loefter/<id:pledge_pk>/fjern/", in_item.remove_pledge, name="remove_pledge"),
        path(_ITEM + "ud/", in_item.leave_item, name="leave_item"),
        path(_ITEM + "ind/", in_item.join_item, name="join_item"),
        path(_ITEM + "tilfoersel/", in_item.enter_dissent, name="enter_dissent"),
        path(_ITEM + "tilfoersel/<id:dissent_pk>/fjern/", in_item.remove_dissent, name="remove_dissent"),
        path(_ITEM + "standsning/", in_item.stop_decision, name="stop_decision"),
        path(_ITEM + "godkend/dagsorden/", approving.approve_agenda, name="approve_agenda"),
        path(_ITEM + "godkend/referat/<id:earlier_pk>/", approving.approve_minutes, name="approve_minutes"),
        path(_ITEM + "godkend/rettelse/<id:correction_pk>/", approving.approve_correction, name="approve_correction"),
    ]


def _minutes() -> list[URLPattern]:
    return [
        path(_MINUTES, minutes.minutes, name="minutes"),
        path(_MINUTES + "udkast.pdf", papers.draft, name="draft"),
        path(_MINUTES + "faerdigt/", minutes.finish_minutes, name="finish_minutes"),
        path(_MINUTES + "gennemsyn/", minutes.ask_for_review, name="ask_for_review"),
        path(_MINUTES + "send/", minutes.send_minutes, name="send_minutes"),
        path(_MINUTES + "forsegl/", minutes.seal_minutes, name="seal_minutes"),
        path(_MINUTES + "rettelser/", minutes.add_correction, name="add_correction"),
        path(_MINUTES + "underskrift/", reviewing.sign, name="sign"),
        path(_MINUTES + "underskrift/<id:attendee_pk>/", minutes.note_signature, name="note_signature"),
        path("moeder/<id:pk>/beslutninger.pdf", papers.decision_list, name="decision_list"),
        path("punkter/<id:pk>/udskrift.pdf", papers.excerpt, name="excerpt"),
        path("gennemsyn/<id:pk>/", reviewing.review, name="review"),
    ]
