"""Minutes of an invented forum, as the reader of minutes would give them."""

from raadhus.pure.minutes.structure import (
    Commitment,
    Decision,
    DecisionPoint,
    Item,
    Minutes,
    NotUnderstood,
    Recommendation,
    Reference,
    Section,
)

QUOTE = "Økonomichefen opdaterer arket, så det er færdigt inden ugens udgang."
REMEMBERED = "På mødet den 28. oktober 2021 blev det besluttet, at afdelingscheferne udfylder arket."
CANARY = "Forhandling om Kanariestien 7"

FOLLOWING_UP = Item(
    number="2",
    title="Ark til opfølgning på budgetaftalen",
    case_number="00.30.14-S00-10-21",
    sections=(
        Section("Anledning", "occasion", "Ledergruppen skal drøfte ark til opfølgning på budgetaftalen.", (12, 13)),
        Section(
            "Sagsfremstilling",
            "account",
            f"{REMEMBERED}\n\nArket forelægges Økonomiudvalget i februar 2022. Det omfatter:\n\n"
            "- indsatser\n- ansvarlige\n- frister",
            (15, 22),
        ),
        Section(
            "Indstilling",
            "recommendation",
            "Økonomichefen indstiller,\n\n1. at arket gennemgås række for række\n2. at arket opdateres før næste møde.",
            (25, 29),
        ),
        Section(
            "Beslutning",
            "decision",
            f"Ad 1: Godkendt.\n\nAd 2: Udsat til efter sommerferien. {QUOTE}",
            (32, 35),
        ),
        Section("Bilag", "attachments", "Opfølgningsark, UDKAST.xlsx", (37, 38)),
    ),
    recommendation=Recommendation(
        "Økonomichefen", ("at arket gennemgås række for række", "at arket opdateres før næste møde.")
    ),
    decision=Decision(
        f"Ad 1: Godkendt.\n\nAd 2: Udsat til efter sommerferien. {QUOTE}",
        "mixed",
        (DecisionPoint(1, "Godkendt.", "approved"), DecisionPoint(2, "Udsat til efter sommerferien.", "deferred")),
    ),
    attachments=("Opfølgningsark, UDKAST.xlsx",),
    commitments=(
        Commitment("task", QUOTE, ("Økonomichefen",), ("2022-01-21", "2022-01-21"), None, "decision"),
        Commitment(
            "return", "Udsat til efter sommerferien.", (), ("2022-08-08", "2022-08-31"), "Ledergruppen", "decision"
        ),
    ),
    references=(
        Reference(
            "past", "Ledergruppen", "2021-10-28", "2021-10-28",
            REMEMBERED,
        ),
    ),
)  # fmt: skip

WINTER = Minutes(
    source="ledergruppen-2022-01-20.txt",
    kind="minutes",
    body="Ledergruppen",
    starts_at="2022-01-20T09:00",
    ends_at="2022-01-20T11:30",
    place="Mødelokale 1",
    present=("Anne Holm", "Bo Friis"),
    absent=("Carl Dam",),
    items=(
        Item(
            number="1",
            title="Godkendelse af dagsorden og referat",
            case_number="00.01.00-A21-2-21",
            sections=(Section("Beslutning", "decision", "Godkendt.", (8, 9)),),
            decision=Decision("Godkendt.", "approved"),
        ),
        FOLLOWING_UP,
        Item(
            number="3",
            title=CANARY,
            case_number="82.02.00-G01-4-21",
            closed=True,
            sections=(Section("Beslutning", "decision", "Tages til efterretning.", (41, 42)),),
            decision=Decision("Tages til efterretning.", "noted"),
        ),
        Item(
            number="4",
            title="Eventuelt",
            sections=(Section("Beslutning", "decision", "Punktet udgik.", (45, 46)),),
            decision=Decision("Punktet udgik.", "withdrawn"),
        ),
    ),
    not_understood=(NotUnderstood("Vedtaget under punktet, se notat 4b", 23), NotUnderstood("Kopi til arkivet", 3)),
)

EARLIER = Minutes(
    source="ledergruppen-2021-10-28.txt",
    kind="minutes",
    body="Ledergruppen",
    starts_at="2021-10-28T09:00",
    ends_at=None,
    place="Mødelokale 2",
    items=(
        Item(
            number="1",
            title="Opfølgning på budgetaftalen",
            case_number="00.30.14-S00-10-21",
            sections=(Section("Beslutning", "decision", "Drøftet. Sagen kommer igen i januar.", (8, 9)),),
            decision=Decision("Drøftet. Sagen kommer igen i januar.", "discussed"),
        ),
    ),
)
