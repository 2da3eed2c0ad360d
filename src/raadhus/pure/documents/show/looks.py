"""What can be shown of a file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageLook:
    """One page of a PDF: its size in points, and its text ("" for a scanned one)."""

    width: float
    height: float
    text: str


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of a text, "" where a paragraph ends; `level` is 1 to 6 for a heading, 0 for all else."""

    text: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class SheetLook:
    """A sheet of a workbook as rows of equally many cells, hidden rows left out."""

    name: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Look:
    """Pages, lines or sheets, or a picture to be shown as it is; nothing of it for a kind of file that is only fetched.

    `is_cut`: there is more in the file than is shown here.
    """

    pages: tuple[PageLook, ...] = ()
    lines: tuple[TextLine, ...] = ()
    sheets: tuple[SheetLook, ...] = ()
    is_picture: bool = False
    is_cut: bool = False

    @property
    def text(self) -> str:
        """All its words, for comparing two versions."""
        cells = [" \t".join(row).strip() for sheet in self.sheets for row in sheet.rows]
        return "\n".join([*(page.text for page in self.pages), *(line.text for line in self.lines), *cells]).strip()
