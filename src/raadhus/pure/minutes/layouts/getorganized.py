"""Public pages of GetOrganized (Aarhus): titles without numbers, the decision first, then Resumé, Indstilling with
"At 1)", and "Sagens forløb" with the dated endorsements of each body."""

from raadhus.pure.minutes.layouts.layout import Layout

LAYOUT = Layout(
    name="getorganized",
    signs=((r"At 1\) .+", 3), (r"Det indstilles:", 2), (r"Sagens forløb", 2), (r"Referat .+ \d\d-\d\d-\d{4}", 1)),
    furniture=(r"Vælg",),
    headings={"Beslutning": "decision"},
    opening=("beslutning",),
    run_in=r"(?P<heading>Beslutning) (?P<rest>[A-ZÆØÅ][^:]{8,})",
)
