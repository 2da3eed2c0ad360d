"""Pages of kk.dk: date and place, the title without a number, a line that sums up, then Indstilling with the office
in brackets, Problemstilling, Løsning, Økonomi, Videre proces, Beslutning. A page may hold one item or all."""

from raadhus.pure.minutes.layouts.layout import Layout

LAYOUT = Layout(
    name="kk",
    signs=(
        (r"Mødedato: \d\d\.\d\d\.\d{4}, kl\. .+", 3),
        (r"Se alle bilag", 3),
        (r"Indstilling om,?", 2),
        (r"Problemstilling", 1),
        (r"Løsning", 1),
        (r"Videre proces", 1),
    ),
    furniture=(r"Se alle bilag", r"Søg", r"Gå ikke glip af .+"),
)
