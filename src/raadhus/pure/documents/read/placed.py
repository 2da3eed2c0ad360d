"""A line of a page and where it stood. Lengths in points (1/72 inch), upwards from the lower left corner."""

from dataclasses import dataclass


@dataclass(slots=True)
class PlacedLine:
    """`base` is the height of the base line over the page's bottom, `height` that of the font's box.

    `bold` is True where the line begins and ends in a bold font; `running` where it is a header or footer; `ends` where
    a paragraph ends with it. A `picture` is a page which holds a picture and no text; its text is empty.
    """

    text: str
    page: int
    left: float = 0.0
    right: float = 0.0
    base: float = 0.0
    height: float = 0.0
    bold: bool = False
    running: bool = False
    picture: bool = False
    ends: bool = False
