"""A worksheet and what its columns mean → rows as values, and a note for everything that a person should know of.

Nothing in the sheet is lost: a column that is no kind of ours is kept as the row's own, a value that cannot be
understood stands as it is written, and lines above the head or across the sheet are kept as lines.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from raadhus.domains.followup.rules.sheets.columns import COLUMNS, LEFT_OUT, OWN
from raadhus.domains.followup.rules.sheets.deadlines import When, read_when
from raadhus.domains.followup.rules.sheets.headings import Head, columns_of, filled, headings_of
from raadhus.domains.followup.rules.sheets.values import Plain, is_title, plain_of, status_of, titles_in, wants_item
from raadhus.pure.documents.grid import Cell, Worksheet, letters, place
from raadhus.pure.kernel.errors import Refused

POSTS = ("main_post", "helping_posts")


@dataclass(frozen=True, slots=True)
class RowRead:
    """One row: the `line` of the sheet it stood in, the heading across the sheet that it stood under, its cells by the
    column's key ("handling", "own:Beløb") as written, and what three of them mean."""

    line: int
    section: str
    cells: Mapping[str, Plain]
    texts: Mapping[str, str]
    main_titles: tuple[str, ...] = ()
    helping_titles: tuple[str, ...] = ()
    deadline: When = field(default_factory=When)
    status: str = ""
    has_item: bool | None = None


@dataclass(frozen=True, slots=True)
class SheetRead:
    """A sheet read: lines above its head, its columns as (key, heading) from the left, rows, and notes in Danish."""

    preamble: tuple[str, ...]
    columns: tuple[tuple[str, str], ...]
    rows: tuple[RowRead, ...]
    notes: tuple[str, ...]


def read_sheet(sheet: Worksheet, head: Head, *, on: date, known_posts: set[str]) -> SheetRead:
    """The rows below the head. `known_posts` are titles in small letters; `Refused` where there is no row or point."""
    keys = _keys(sheet, head)
    if "point" not in keys.values():
        raise Refused("Vælg, hvilken kolonne der har aftalens punkter. Uden den kan arket ikke læses.")
    cells = filled(sheet)
    body = [row for row in sorted(sheet.rows) if row > head.last_row]
    sections = _sections(sheet, body, keys)
    reader = _Rows(keys, on, known_posts | _posts_alone(cells, body, keys))
    section, rows = "", []
    for line in body:
        if line in sections:
            section = sections[line]
        else:
            rows.append(reader.read(line, section, cells[line]))
    if not rows:
        raise Refused(f"Der er ingen rækker under række {head.last_row}. Vælg den række, som overskrifterne står i.")
    preamble = tuple(_line(sheet.rows[row]) for row in sorted(sheet.rows) if row < head.first_row)
    headings = headings_of(sheet, head.first_row, head.last_row)
    columns = tuple((key, headings[column] or f"Kolonne {letters(column)}") for column, key in keys.items())
    notes = (*_about_merges(sheet, head), *_about_hidden(sheet), *reader.notes, *reader.summed_up())
    return SheetRead(preamble, columns, tuple(rows), notes)


def _keys(sheet: Worksheet, head: Head) -> dict[int, str]:
    """The key of each column that is taken in; a kind that two columns were given is refused."""
    headings = headings_of(sheet, head.first_row, head.last_row)
    found: dict[int, str] = {}
    for column in columns_of(sheet):
        kind = head.keys.get(column, OWN)
        if kind == LEFT_OUT:
            continue
        if kind in found.values():
            raise Refused(f"To kolonner er valgt som „{COLUMNS[kind].heading}“. Vælg „egen kolonne“ til den ene.")
        found[column] = kind if kind in COLUMNS else _own_key(headings[column] or letters(column), found)
    return found


def _own_key(heading: str, taken: Mapping[int, str]) -> str:
    """The key of a column of the sheet's own: its heading, which it keeps when the column is moved."""
    key, at = f"{OWN}:{heading}", 1
    while key in taken.values():
        at += 1
        key = f"{OWN}:{heading} ({at})"
    return key


def _posts_alone(cells: Mapping[int, Mapping[int, Cell]], body: list[int], keys: Mapping[int, str]) -> set[str]:
    """What stands alone as responsible for some row is a post's name, also where it has a comma in it."""
    mains = [column for column, key in keys.items() if key == "main_post"]
    said = (cells[line][column].text for line in body for column in mains if column in cells[line])
    return {" ".join(words.split()).casefold() for words in said if "\n" not in words and ";" not in words}


def _sections(sheet: Worksheet, body: list[int], keys: Mapping[int, str]) -> dict[int, str]:
    """The lines that are a heading across the sheet, with rows under it: one text alone in its row, merged over at
    least half the columns or to the left of the points. Two in a row become one heading."""
    points = next(column for column, key in keys.items() if key == "point")
    wide = {one.first_row for one in sheet.merges if 2 * (one.last_column - one.first_column + 1) >= len(keys)}
    found: dict[int, str] = {}
    for at, line in enumerate(body):
        cells = sheet.rows[line]
        alone = len(cells) == 1 and isinstance(next(iter(cells.values())).value, str)
        first = next(iter(cells))
        if alone and at + 1 < len(body) and (line in wide or first < points):
            above = found.get(body[at - 1], "") if at else ""
            found[line] = " – ".join(filter(None, (above, cells[first].text.strip())))
    last_with_rows = max((line for line in body if line not in found), default=0)
    return {line: text for line, text in found.items() if line < last_with_rows}


def _line(cells: Mapping[int, Cell]) -> str:
    return " · ".join(cell.text.strip() for _, cell in sorted(cells.items()))


def _about_merges(sheet: Worksheet, head: Head) -> list[str]:
    down = [one for one in sheet.merges if one.first_row > head.last_row and one.last_row > one.first_row]
    if not down:
        return []
    first = place(down[0].first_row, down[0].first_column)
    where = f"{first} og {len(down) - 1} andre steder" if len(down) > 1 else first
    return [f"Flettede celler ({where}) er læst, som om værdien står i hver række."]


def _about_hidden(sheet: Worksheet) -> list[str]:
    if not sheet.hidden_rows:
        return []
    many = len(sheet.hidden_rows)
    return [f"{many} {'rækker' if many > 1 else 'række'} er skjult i Excel og er læst med."]


class _Rows:
    """Reads row after row, and gathers what is to be told about them."""

    def __init__(self, keys: Mapping[int, str], on: date, known_posts: set[str]) -> None:
        self._keys, self._on, self._known = keys, on, known_posts
        self.notes: list[str] = []
        self._formulas = 0

    def read(self, line: int, section: str, cells: Mapping[int, Cell]) -> RowRead:
        by_key = {key: cells[column] for column, key in self._keys.items() if column in cells}
        places = {key: place(line, column) for column, key in self._keys.items()}
        for key, cell in by_key.items():
            self._note_formula(key, cell, places[key])
        texts = {key: cell.text.strip() for key, cell in by_key.items()}
        main, helping = (self._titles(key, texts.get(key, ""), places.get(key, "")) for key in POSTS)
        deadline = read_when(by_key.get("deadline"), on=self._on)
        if deadline.doubt:
            self.notes.append(f"{places['deadline']}: Fristen {deadline.doubt}. Den står som skrevet, uden dato.")
        return RowRead(
            line,
            section,
            {key: plain_of(cell) for key, cell in by_key.items()},
            texts,
            main,
            helping,
            deadline,
            self._status(texts.get("status", ""), places.get("status", "")),
            wants_item(texts.get("deliverable", "")),
        )

    def _note_formula(self, key: str, cell: Cell, where: str) -> None:
        if not cell.formula and not cell.is_broken:
            return
        if cell.is_broken:
            self.notes.append(
                f"{where} er en formel uden brugbart resultat (={cell.formula}). "
                "Feltet står, som det er; skriv værdien i Excel, eller ret den her bagefter."
            )
        elif key in POSTS:
            self.notes.append(
                f"{where} er en formel (={cell.formula}). Det er dens resultat, „{cell.text}“, der er læst."
            )
        else:
            self._formulas += 1

    def summed_up(self) -> list[str]:
        if not self._formulas:
            return []
        return [f"{self._formulas} formler er læst som det, de viser; selve formlen følger ikke med."]

    def _titles(self, key: str, words: str, where: str) -> tuple[str, ...]:
        found = []
        for title in titles_in(words, self._known):
            if is_title(title):
                found.append(title)
            else:
                self.notes.append(
                    f"{where}: „{title[:60]}“ kan ikke være en post. Teksten står, og rækken har ingen post."
                )
        if key == "main_post" and len(found) > 1:
            self.notes.append(
                f"{where} nævner flere. Den første, „{found[0]}“, er hovedansvarlig, resten medansvarlige."
            )
        return tuple(found)

    def _status(self, words: str, where: str) -> str:
        found = status_of(words)
        if words and found is None:
            self.notes.append(f"{where}: Status „{words[:60]}“ kendes ikke. Den står som skrevet.")
        return found or ""
