"""PolWeb's Word pages: "1.      title", then Sag, Dok., Initialer and Åbent or Lukket, in lines of their own or all in
one, "Kompetence:", "Beslutningstema", and the dated decision with "Fraværende:" as its first line."""

from raadhus.pure.minutes.layouts.layout import Layout

LAYOUT = Layout(
    name="polweb",
    signs=(
        (r"Sagsnr\.: ?\d{3}-\d{4}-\d+\s+Dok\.nr\.: ?.+", 5),
        (r"Sag \d{3}-\d{4}-\d+", 3),
        (r"Dok\. \d{3}-\d{4}-\d+", 3),
        (r"Initialer: .+", 2),
        (r"Kompetence: .+", 1),
        (r"(?:Åbent|Lukket)", 1),
    ),
)
