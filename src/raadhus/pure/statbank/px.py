"""PX files (PC-Axis) as tables: STUB, then HEADING, the first slowest, the last fastest.

Source: PX-file format specification, AXIS-VERSION 2013 (Statistics Sweden).
"""

from collections.abc import Sequence

import numpy as np

from raadhus.pure.statbank.figures import MarkTexts, cells_in, table_read
from raadhus.pure.statbank.labelled import Figures, Marks, Note
from raadhus.pure.statbank.place import Locator
from raadhus.pure.statbank.px_codepage import codepage_of
from raadhus.pure.statbank.px_data import PxLocator, end_of_data, marks_in, numbers_in
from raadhus.pure.statbank.px_dimensions import PxDimension, dimensions_of
from raadhus.pure.statbank.px_entries import Header, header_of, require
from raadhus.pure.statbank.px_keys import KeysLocator, sparse_numbers
from raadhus.pure.statbank.px_notes import decimals_in, notes_in, precision_in
from raadhus.pure.statbank.table import Table

_DOTS = ("DATASYMBOL1", "DATASYMBOL2", "DATASYMBOL3", "DATASYMBOL4", "DATASYMBOL5", "DATASYMBOL6")


def read_px(data: bytes, file: str, *, language: str = "", codepage: str | None = None, damaged: bool = False) -> Table:
    """The table of a PX file, in its main language or in `language` where the file has it.

    `codepage` overrules what the file says of itself; `damaged` reads a file whose letters are already lost ("�") and
    says so in a note. Refuses a file that is cut, in the wrong codepage, without a keyword it must have, or whose
    figures are not as many as its dimensions ask for: one sentence with file, row and column.
    """
    encoding = codepage or codepage_of(file, data, damaged=damaged)
    header = header_of(file, data, encoding, damaged=damaged)
    languages = _languages(header, language)
    stub, heading = dimensions_of(header, languages)
    every = [*stub, *heading]
    cells = cells_in(header.place(header.body), [len(each.dimension) for each in every])
    require(header, "MATRIX", header.find("MATRIX"))
    texts = MarkTexts()
    symbols = _symbols(header, languages)
    values, marks, locator, notes = _figures(header, stub, heading, cells, symbols, texts)
    table = table_read(
        locator,
        [each.dimension for each in every],
        values,
        marks,
        texts,
        name=header.one("MATRIX"),
        title=header.one("TITLE", languages) or header.one("DESCRIPTION", languages),
    )
    if damaged:
        notes.append(Note("Filens bogstaver er delvis gået tabt; tallene er læst, navnene er som de står."))
    return table.changed(
        unit=header.one("UNITS", languages).strip(),
        source=header.one("SOURCE", languages).strip(),
        updated=header.one("LAST-UPDATED", languages),
        decimals=decimals_in(header),
        precision=precision_in(header, every, languages),
        notes=tuple(notes_in(header, every, languages) + notes),
    )


def _languages(header: Header, wanted: str) -> tuple[str, ...]:
    """The languages to look in, first the wanted one; the main language may or may not stand in brackets."""
    main = header.one("LANGUAGE")
    return tuple(dict.fromkeys([wanted, "", main] if wanted and wanted != main else ["", main]))


def _symbols(header: Header, languages: tuple[str, ...]) -> dict[str, str]:
    """What the file shows for each mark: one to six dots, and "-" for nil."""
    named = [("." * count, word) for count, word in enumerate(_DOTS, 1)] + [("-", "DATASYMBOLNIL")]
    return {mark: text for mark, word in named if (text := header.one(word, languages))}


def _figures(
    header: Header,
    stub: Sequence[PxDimension],
    heading: Sequence[PxDimension],
    cells: int,
    symbols: dict[str, str],
    texts: MarkTexts,
) -> tuple[Figures, Marks, Locator, list[Note]]:
    end = end_of_data(header.file, header.data, header.body)
    plain = PxLocator(header.file, header.data, header.body)
    if not any(each.keys for each in stub):
        values, quoted = numbers_in(plain, end, cells)
        return values, marks_in(plain, values, quoted, symbols, texts, header.encoding), plain, []
    columns = int(np.prod([len(each.dimension) for each in heading], dtype=np.int64))
    keys = tuple(each.key_positions() for each in stub)
    sparse = KeysLocator(header.file, header.data, header.body, end, keys, columns, header.encoding)
    values, quoted, left_out = sparse_numbers(sparse, [each.dimension for each in stub])
    marks = marks_in(sparse, values, quoted, symbols, texts, header.encoding)
    note = Note(f"{len(left_out)} rækker er udeladt af filen (KEYS) og er derfor 0.")
    return values, marks, sparse, [note] if left_out else []
