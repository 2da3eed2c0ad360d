"""No layout in particular: what all readings share."""

from raadhus.pure.minutes.layouts.layout import Layout

LAYOUT = Layout(name="generic")
