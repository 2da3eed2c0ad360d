"""Committee pages of albertslund.dk: a front ("Udvalg:", "Dato:", "Tid:", "Sted:", "Indkaldelse :"), contents without
page numbers, then "1. ØU/KB - title" with the sections below and no case number."""

from raadhus.pure.minutes.layouts.layout import Layout

LAYOUT = Layout(
    name="albertslund_committee",
    signs=(
        (r"Indkaldelse ?:", 3),
        (r"Forside ?:", 2),
        (r"Printvenlig version", 2),
        (r"Udvalg: .+", 1),
        (r"Tid: Kl\. .+", 1),
    ),
    furniture=(
        r"Printvenlig version",
        r"Forside ?:",
        r"Dagsordener og referater",
        r"Læs dagsordener og referater til og med .+",
        r"Dagsordener og referater fra efter .+",
    ),
)
