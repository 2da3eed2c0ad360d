"""A sheet's content as paper: an Excel file with one row a row, and a document tree for PDF and Word."""

from datetime import date

from raadhus.domains.followup.rules.sheets.columns import COLUMNS
from raadhus.domains.followup.rules.sheets.content import Content
from raadhus.domains.followup.rules.sheets.values import cell_of
from raadhus.pure.documents.grid import Cell, Merge, Worksheet
from raadhus.pure.documents.tree import Document, Fact, Section, Table
from raadhus.pure.documents.write.xlsx import Look, write_xlsx

_A4_WIDE = 269  # mm between the margins of A4 on its side; what does not fit stands on A3
_MM_OF_ONE, _MM_OF_LETTER, _MM_OF_EDGES = 7, 1.6, 3  # one part of a column's share; small print; both edges of a cell
_LONGEST_WORD = 32  # letters for which a column is made wider
_OWN_WIDTH, _WIDTH_OF_ONE = 4, 4.5  # of a column of the sheet's own; characters in Excel for one part


def xlsx_of(content: Content) -> bytes:
    """The Excel file: lines above the head as they were, one row of headings, rows under their headings."""
    last = max(len(content.columns), 1)
    rows: dict[int, dict[int, Cell]] = {}
    merges: list[Merge] = []
    strong: set[int] = set()
    for at, line in enumerate(content.preamble, 1):
        rows[at] = {1: Cell(line, line)}
    head = len(content.preamble) + 1
    rows[head] = {column: Cell(heading, heading) for column, (_, heading) in enumerate(content.columns, 1)}
    at, section = head, ""
    for row in content.rows:
        at += 1
        if row.section and row.section != section:
            rows[at] = {1: Cell(row.section, row.section)}
            strong.add(at)
            if last > 1:
                merges.append(Merge(at, 1, at, last))
            at += 1
        section = row.section
        cells = {
            column: cell_of(row.cells[key]) for column, (key, _) in enumerate(content.columns, 1) if key in row.cells
        }
        rows[at] = {column: cell for column, cell in cells.items() if cell.text}
    look = Look(head, tuple(_width(key) * _WIDTH_OF_ONE for key, _ in content.columns), frozenset(strong))
    sheet = Worksheet("Opfølgning", {row: cells for row, cells in rows.items() if cells}, tuple(merges))
    return write_xlsx({"Opfølgning": (sheet, look)}, title=content.title, made_on=date.fromisoformat(content.as_of))


def document_of(content: Content) -> Document:
    """The tree: a table for each heading that rows stand under, with every column and every cell."""
    sections: list[tuple[str, list[tuple[str, ...]]]] = []
    for row in content.rows:
        if not sections or sections[-1][0] != row.section:
            sections.append((row.section, []))
        sections[-1][1].append(tuple(row.text(key) for key, _ in content.columns))
    head = tuple(heading for _, heading in content.columns)
    widths = tuple(_millimetres(content, key, heading) for key, heading in content.columns)
    as_of = date.fromisoformat(content.as_of)
    facts = [Fact("Aftale", content.agreement), Fact("Sag", content.case_number), Fact("Opgjort", f"{as_of:%d-%m-%Y}")]
    return Document(
        title=content.title,
        date=as_of,
        page="a3-landscape" if sum(widths) > _A4_WIDE else "a4-landscape",
        facts=tuple(fact for fact in (*facts, *(Fact("Note", line) for line in content.preamble)) if fact.text),
        opening=tuple(Section(heading or "Punkter", (Table(head, tuple(rows), widths),)) for heading, rows in sections),
    )


def _millimetres(content: Content, key: str, heading: str) -> int:
    """A column's share, but room for its longest word: on paper no word is broken."""
    texts = (heading, *(row.text(key) for row in content.rows))
    longest = max((len(word) for text in texts for word in text.split()), default=0)
    return max(_width(key) * _MM_OF_ONE, round(min(longest, _LONGEST_WORD) * _MM_OF_LETTER + _MM_OF_EDGES))


def _width(key: str) -> int:
    return COLUMNS[key].width if key in COLUMNS else _OWN_WIDTH
