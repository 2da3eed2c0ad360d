"""The words of decisions, and the outcome they state."""

import pytest

from raadhus.pure.minutes.decisions import decision_of
from raadhus.pure.minutes.outcomes import outcome_of

# ruff: noqa: E501  (a row of a table is one line)

SAID = {
    "approved": (
        "Godkendt.", "Tiltrådt.", "Vedtaget.", "Indstillingen blev godkendt.", "Som indstillet.", "Indstillingen følges.",
        "Godkendt, idet punkt 3 udsættes.", "Chefforum nikkede til den foreslåede tidsplan.", "Vedtaget med 20 stemmer mod 6.",
        "Borgmesteren meddelte, at punkt 3 udgår.\n\nGodkendt.", "Godkendt. Punkt 35 blev rykket frem.", "Udvalget tilsluttede sig planen.",
        "Tilbagesendes Børn og Unge med bemærkning, at byrådet har vedtaget indstillingen.",
    ),
    "recommended": (
        "Anbefales godkendt.", "Indstilles godkendt.", "Anbefales.", "Anbefales over for Byrådet.",
        "Økonomiudvalget indstiller til Byrådet, at planen vedtages.", "Fremsendes til Byrådet med anbefaling.",
    ),
    "noted": (
        "Taget til efterretning.", "Orienteringen blev taget til efterretning, idet udvalget tidligere godkendte planen.",
        "Drøftet og taget til efterretning.", "Lederforum blev orienteret om tallene.", "Formanden orienterede.",
    ),
    "discussed": (
        "Drøftet.", "Punktet blev drøftet.", "Processen blev gennemgået.",
        "Chefforum drøftede arket. Det blev desuden aftalt, at cheferne opdaterer det.",
    ),
    "deferred": (
        "Udsat.", "Beslutning udskydes til efter sommerferien.", "Sagen udsættes til næste møde.", "Afventes.",
        "Punktet overføres til næste møde.",
    ),
    "withdrawn": ("Punktet udgik af dagsorden.", "Udgår.", "Sagen blev taget af dagsordenen.", "Forslaget blev trukket."),
    "returned": ("Tilbagesendes til administrationen.", "Sagen sendes tilbage til forvaltningen.", "Sagen genforelægges i maj."),
    "referred": ("Oversendes til Økonomiudvalget.", "Forslaget blev henvist til Teknikudvalget til behandling.", "Sendt til Socialudvalget."),
    "rejected": (
        "Ikke godkendt.", "Indstillingen kunne ikke godkendes.", "Forslaget blev afvist.", "Forkastet.", "Udvalget godkender ikke planen.",
        "Anbefales ikke godkendt.", "Der var ikke flertal for forslaget.", "Ansøgningen kan ikke imødekommes.",
    ),
    "lapsed": ("Forslaget bortfaldt ved stemmelighed.", "Bortfaldet."),
    "none": ("Intet.", "Ingen.", "Ingen bemærkninger.", "Der var ingen spørgsmål.", "Intet at bemærke."),
    "other": ("Rikke sender et notat inden fredag.", "Punktet drøftes på kommende møder.", "Budgettet vil blive godkendt af Byrådet i oktober måned næste gang."),
}  # fmt: skip


@pytest.mark.parametrize(("outcome", "text"), [(outcome, text) for outcome, texts in SAID.items() for text in texts])
def test_the_words_state_the_outcome(outcome, text):
    assert outcome_of(text) == outcome


@pytest.mark.parametrize(
    ("text", "recommended", "expected"),
    [
        ("Ad 1: Godkendt.\n\nAd 2: Udsat.", 2, [(1, "approved"), (2, "deferred")]),
        ("Ad. 1) Godkendt.\nAd. 2) Godkendt.", 2, [(1, "approved"), (2, "approved")]),
        ("Ad 1-3: Anbefales.", 3, [(1, "recommended"), (2, "recommended"), (3, "recommended")]),
        ("Ad 1 og 3: Godkendt.\nAd 2: Ikke godkendt.", 3, [(1, "approved"), (3, "approved"), (2, "rejected")]),
        ("Ad pkt. 1 Drøftet.\nAd pkt. 2 Taget til efterretning.", 2, [(1, "discussed"), (2, "noted")]),
        ("1. Godkendt\n2. Udsat", 2, [(1, "approved"), (2, "deferred")]),
        ("At 1) Vedtaget.\nAt 2) Bortfaldt.", 2, [(1, "approved"), (2, "lapsed")]),
        ("2 - 3) Anbefales.", 3, []),
        ("Udvalget ønskede belyst:\n1. hvad det koster\n2. hvornår det er færdigt", 0, []),
        ("Godkendt.", 2, []),
    ],
)
def test_a_decision_answers_each_point_it_names(text, recommended, expected):
    decision = decision_of(text, recommended)
    assert decision is not None
    assert [(point.number, point.outcome) for point in decision.points] == expected


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Ad 1: Godkendt.\nAd 2: Udsat.", "mixed"),
        ("Ad 1: Godkendt.\nAd 2: Vedtaget.", "approved"),
        ("Indstillingens punkt 1 godkendt, punkt 2 udsat.", "mixed"),
        ("Fraværende: Kaj Elling (V)\n\nUdsat.", "deferred"),
        ("Godkendt.\n\nMalte Bech var fraværende.", "approved"),
    ],
)
def test_several_points_make_one_outcome(text, outcome):
    decision = decision_of(text, 2)
    assert decision is not None
    assert decision.outcome == outcome


def test_an_empty_decision_is_none():
    assert decision_of(" \n", 1) is None
