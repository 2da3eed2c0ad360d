from datetime import date

import pytest

from raadhus.pure.minutes.adopted import commitments_of
from raadhus.pure.minutes.commitments import find_commitments
from raadhus.pure.minutes.facts import MeetingFacts
from raadhus.pure.minutes.structure import Decision, DecisionPoint, Recommendation

CHEFFORUM = MeetingFacts("Chefforum", date(2022, 1, 20))


def found(text, meeting=CHEFFORUM):
    return find_commitments(text, meeting=meeting, found_in="decision")


def only(text, meeting=CHEFFORUM):
    (commitment,) = found(text, meeting)
    return commitment


def test_a_named_person_in_an_agreement_gives_the_task():
    mail = only("Chefforum nikkede til planen og aftalte at Mia Duelund sender en mail med forslag til bemanning.")
    assert (mail.kind, mail.who, mail.due, mail.body) == ("task", ("Mia Duelund",), None, None)
    assert mail.quote == "Mia Duelund sender en mail med forslag til bemanning"
    assert mail.found_in == "decision"


def test_the_subject_stands_before_the_date_in_a_that_clause():
    sheet = only("Det blev desuden aftalt, at cheferne inden ugens udgang skal opdatere arket.")
    assert (sheet.who, sheet.due) == (("cheferne",), ("2022-01-20", "2022-01-23"))


def test_what_a_body_will_discuss_at_a_meeting_comes_back_to_it():
    back = only("På mødet i Chefforum den 3 februar vil chefforum drøfte arkets fremtid.")
    assert (back.kind, back.who, back.due, back.body) == ("return", (), ("2022-02-03", "2022-02-03"), "Chefforum")


def test_a_deferred_decision_comes_back_to_the_body_that_deferred_it():
    back = only("Beslutning udskydes til efter sommerferien.", MeetingFacts("Chefforum", date(2022, 6, 9)))
    assert (back.kind, back.due, back.body) == ("return", ("2022-08-01", "2022-09-30"), "Chefforum")


def test_two_persons_share_a_task_and_a_department_with_og_is_one():
    assert only("Inger Lund og Tom Kjær laver et oplæg om ledelse.").who == ("Inger Lund", "Tom Kjær")
    assert only("Stab og Ledelse følger op på forslagene.").who == ("Stab og Ledelse",)


def test_two_clauses_with_their_own_subjects_are_two_promises():
    first, second = found("Anne Kok sender notatet, og Bo Friis booker et lokale.")
    assert (first.quote, second.quote) == ("Anne Kok sender notatet", "Bo Friis booker et lokale")


def test_a_shared_subject_is_one_promise():
    assert only("Forvaltningen undersøger sagen og vender tilbage.").quote == (
        "Forvaltningen undersøger sagen og vender tilbage"
    )


def test_a_stated_owner_and_deadline_belong_to_the_task_beside_them():
    task = only("Skabelonen opdateres. Ansvarlig: MD. Frist: 3. februar 2022.")
    assert (task.who, task.due) == (("MD",), ("2022-01-20", "2022-02-03"))


def test_a_period_of_a_paper_is_no_deadline():
    assert (
        only("Beskrivelsen af tiltag i perioden 2018-2021 opdateres med udgangspunkt i notatet fra 3. marts 2022.").due
        is None
    )


def test_a_deadline_before_the_meeting_is_no_window_for_a_promise():
    assert only("Forvaltningen sender notatet af 3. januar 2021 til udvalget.").due is None


def test_another_body_is_named_as_written_and_its_common_noun_means_the_meetings_own():
    board = MeetingFacts("Børne- og Skoleudvalget", date(2022, 1, 20))
    assert only("Sagen forelægges Økonomiudvalget i marts.", board).body == "Økonomiudvalget"
    assert only("Sagen forelægges udvalget i marts.", board).body == "Børne- og Skoleudvalget"


@pytest.mark.parametrize(
    "text",
    [
        "Godkendt.",
        "Punktet udgik af dagsorden.",
        "Publikationen er vedlagt referatet.",
        "Chefforum blev orienteret om, at publikationen nu er udkommet.",
        "Forvaltningen foreslog, at der udarbejdes et notat.",
        "Hvis prisen stiger, sender forvaltningen sagen til udvalget.",
        "Det kan overvejes at nedsætte en gruppe.",
        "Chefforum havde følgende bemærkninger: Cheferne sender mange mails, god idé med kursus.",
        "Redegørelsen udarbejdes hvert fjerde år.",
        "Der foretages ikke yderligere.",
        "",
    ],
)
def test_reports_wishes_conditions_and_habits_promise_nothing(text):
    assert found(text) == ()


def test_every_quote_and_name_stands_in_the_text():
    text = "Punktet blev udsat.\n\nAktion: KR sender link til kurset.\n- Vi følger op på mødet den 3. marts."
    for commitment in found(text):
        assert commitment.quote in text
        assert all(name in text for name in commitment.who)


def test_without_the_day_of_the_meeting_no_window_is_guessed():
    assert only("Cheferne sender arket inden ugens udgang.", MeetingFacts(None, None)).due is None


RECOMMENDED = Recommendation(
    "Direktøren",
    (
        "at hver relevant afdeling udpeger et medlem inden 1. februar 2022",
        "at beskrivelsen af tiltagene opdateres",
        "at status tages til efterretning",
    ),
)


def test_an_adopted_recommendation_promises_unless_the_decision_says_it_again():
    decision = Decision("Godkendt. Beskrivelsen af tiltagene opdateres med KLs skema.", "approved")
    first, second = commitments_of(recommendation=RECOMMENDED, decision=decision, meeting=CHEFFORUM)
    assert (first.found_in, first.who, first.due) == (
        "recommendation", ("hver relevant afdeling",), ("2022-01-20", "2022-02-01"))  # fmt: skip
    assert (second.found_in, second.quote) == ("decision", "Beskrivelsen af tiltagene opdateres med KLs skema")


@pytest.mark.parametrize("outcome", ["deferred", "withdrawn", "rejected", "noted", "recommended", "none"])
def test_a_recommendation_that_was_not_adopted_promises_nothing(outcome):
    decision = Decision("Ja.", outcome)
    assert commitments_of(recommendation=RECOMMENDED, decision=decision, meeting=CHEFFORUM) == ()


def test_each_point_follows_its_own_outcome():
    points = (DecisionPoint(1, "Godkendt.", "approved"), DecisionPoint(2, "Afvist.", "rejected"))
    decision = Decision("Ad 1: Godkendt. Ad 2: Afvist.", "mixed", points)
    (first,) = commitments_of(recommendation=RECOMMENDED, decision=decision, meeting=CHEFFORUM)
    assert first.who == ("hver relevant afdeling",)


def test_an_item_without_a_decision_promises_nothing():
    assert commitments_of(recommendation=RECOMMENDED, decision=None, meeting=CHEFFORUM) == ()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Da tallene mangler, rykker Ole banken.", ("Ole",)),
        ("Det undersøger Ole nærmere.", ("Ole",)),
        ("Efter en drøftelse blev det aftalt, at Ole kontakter banken.", ("Ole",)),
        ("Godkendt, og centerchef Ida Thaarup retter teksten.", ("centerchef Ida Thaarup",)),
        ("Handicaprådets formand tager kontakt til borgmesteren.", ("Handicaprådets formand",)),
        ("Bolden ligger hos Marianne.", ("Marianne",)),
        ("Udvalget drøftede henvendelsen, som Ole besvarer.", ("Ole",)),
        ("Skuret skal rives ned inden den 1. maj.", ()),
        ("Det paalægges Vejmanden at rense Grøften.", ("Vejmanden",)),
        ("Notat om vikarer – Charlotte – fredag den 4. februar.", ("Charlotte",)),
        ("Digitalisering får mandat til at gå i udbud og lægger en tidsplan.", ("Digitalisering",)),
    ],
)
def test_somebody_who_stands_elsewhere_than_first_is_found_all_the_same(text, who):
    assert only(text).who == who


@pytest.mark.parametrize(
    "text",
    [
        "Ole tager orienteringen til efterretning.",
        "Ole ser positivt på forslaget.",
        "Udvalget tager udgangspunkt i tallene.",
        "Der tages hensyn til naboerne.",
        "Reglerne skal følges.",
        "Der var enighed om, at puljen gør en forskel.",
        "Forslaget skal efter planloven offentliggøres.",
        "Tidsplanen indebærer, at udbuddet sendes ud i maj, og at arbejdet udføres i efteråret.",
        "Nævnet besluttede at nedsætte et udvalg.",
        "Hvis prisen holder, kan projektet gennemføres.",
    ],
)
def test_everyday_verbs_that_only_tell_promise_nothing(text):
    assert found(text) == ()


def test_a_not_in_what_hangs_on_a_promise_does_not_deny_it():
    assert only("Ole sikrer, at fejlen ikke gentager sig.").who == ("Ole",)


def test_reading_stays_linear_where_words_before_a_noun_pile_up():
    assert found("de to " * 20_000 + "hold") == ()
