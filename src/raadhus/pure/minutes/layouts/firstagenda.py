"""Public pages in the manner of FirstAgenda Publication: "Referat af møde i X", "Den DD.MM.YYYY kl. HH:MM i Y",
participants with party letters, "Til toppen" after each item, earlier bodies' decisions within the recommendation."""

from raadhus.pure.minutes.layouts.layout import Layout

LAYOUT = Layout(
    name="firstagenda",
    signs=(
        (r"(?:Referat af|Dagsorden til) møde i .+", 2),
        (r"Den \d\d\.\d\d\.\d{4} kl\. .+", 3),
        (r"Til toppen", 2),
        (r"Lukkede punkter", 1),
    ),
    furniture=(r"Til toppen", r"Åben som PDF", r"Udskriv"),
)
