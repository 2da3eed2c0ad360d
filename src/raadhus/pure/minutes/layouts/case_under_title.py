"""Pages with the number below the title: title, "Sag nr. 129", "Beslutningskompetence: KB", "Sagens kerne", the
decision before the account, absence as a range of items in the head."""

from raadhus.pure.minutes.layouts.layout import Layout

LAYOUT = Layout(
    name="case_under_title",
    signs=(
        (r"Sag nr\. \d+", 3),
        (r"Sager \d+ ?- ?\d+", 2),
        (r"Beslutningskompetence: .+", 2),
        (r"Sagens kerne", 1),
        (r"Fold alle ud", 2),
    ),
    headings={"Sagens kerne": "occasion"},
    furniture=(r"Fold alle ud", r"Fold alle ind", r"Sager \d+ ?- ?\d+"),
    number_under_title=r"Sag nr\. (?P<number>\d+)",
)
