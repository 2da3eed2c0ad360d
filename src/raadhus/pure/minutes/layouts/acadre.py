"""Pages made from Acadre: numbers running through the year, "12/27845" below the title, many headings for the
consequences, and the whole history in the item: "Beslutning i X den DD-MM-YYYY" for each body that treated it."""

from raadhus.pure.minutes.layouts.layout import Layout

LAYOUT = Layout(
    name="acadre",
    signs=(
        (r"Beslutning(?: i)? .+ den \d\d-\d\d-\d{4}:?", 3),
        (r"(?:Sagsnr\.?:? ?|J\.nr\.:? ?|Sag )?\d\d/\d{3,6}", 2),
        (r"Mødefakta", 2),
        (r"Supplerende sagsfremstilling", 2),
        (r"Økonomiske konsekvenser", 1),
        (r"Lovgrundlag", 1),
    ),
    furniture=(r"Mødefakta", r"Til toppen", r"Accepter cookies"),
)
