"""A foreign file as somebody may look at it without opening it: pages as pictures, text as lines, sheets as tables."""

from raadhus.pure.documents.show.bounded import look_at, picture_of_page
from raadhus.pure.documents.show.looks import Look, PageLook, SheetLook, TextLine

__all__ = ["Look", "PageLook", "SheetLook", "TextLine", "look_at", "picture_of_page"]
