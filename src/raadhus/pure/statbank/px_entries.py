"""The keywords of a PX file: `KEY[lang]("dimension","value")=…;`, read as bytes so that each knows its row.

Source: PX-file format specification, AXIS-VERSION 2013 (Statistics Sweden). Quoted texts may hold ";" and "="; a long
text is continued as `"a"` line break `"b"`; texts are separated by commas.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from raadhus.pure.statbank.place import Place, place_in_bytes, refusal
from raadhus.pure.statbank.text import damage_in, decoded

_KEY = re.compile(
    rb'\s*([A-Za-z][A-Za-z0-9_-]*)\s*(?:\[([^\]"=;]*)\])?\s*(?:\(((?:"[^"]*"|[^"()=;])*+)\))?\s*=', re.ASCII
)
_VALUE = re.compile(rb'((?:"[^"]*"|[^";])*+);')
_QUOTED = re.compile(rb'"([^"]*)"')
_PIECES = re.compile(rb'"([^"]*)"|(,)|([^\s",]+)')
_BREAK = re.compile(r"\s*[\r\n]+\s*")


@dataclass(frozen=True, slots=True)
class Entry:
    """One keyword: the language ("" for the main one), what it is about, its raw value and where that begins."""

    word: str
    language: str
    about: tuple[str, ...]
    raw: bytes
    offset: int


@dataclass(slots=True)
class Header:
    """All keywords before DATA, and where the data begin."""

    file: str
    data: bytes
    encoding: str
    damaged: bool = False
    entries: dict[tuple[str, str, tuple[str, ...]], Entry] = field(default_factory=dict)
    body: int = 0

    def place(self, offset: int) -> Place:
        """The row and column of a byte."""
        return place_in_bytes(self.file, self.data, offset, self.encoding)

    def find(self, word: str, about: tuple[str, ...] = (), languages: tuple[str, ...] = ("",)) -> Entry | None:
        """The entry in the first of the languages that has it."""
        return next((e for lang in languages if (e := self.entries.get((word, lang, about)))), None)

    def all(self, word: str, languages: tuple[str, ...]) -> Iterator[Entry]:
        """Every entry of a keyword in the first of the languages that has any."""
        for language in languages:
            found = [e for e in self.entries.values() if e.word == word and e.language == language]
            if found:
                yield from found
                return

    def texts(self, entry: Entry | None) -> list[str]:
        """The texts of an entry, continued ones joined, codes without quotes too; [] without entry."""
        if entry is None:
            return []
        texts: list[str] = []
        joined = False
        for quoted, comma, bare in _PIECES.findall(entry.raw):
            piece = self.text(quoted or bare, entry.offset)
            if comma:
                joined = False
            elif joined:
                texts[-1] += piece
            else:
                texts.append(piece)
                joined = True
        return texts

    def one(self, word: str, languages: tuple[str, ...] = ("",)) -> str:
        """The text of a keyword with one value, "" where the file has none."""
        return "".join(self.texts(self.find(word, (), languages))[:1])

    def text(self, raw: bytes, offset: int) -> str:
        """Bytes of the header as text with line breaks as spaces."""
        try:
            text = raw.decode(self.encoding)
        except UnicodeDecodeError:
            text = decoded(self.file, self.data[: offset + len(raw)], self.encoding)
        return _BREAK.sub(" ", text)


def header_of(file: str, data: bytes, encoding: str, *, damaged: bool = False) -> Header:
    """All entries up to DATA; refuses a file that is cut in the header or has something else between entries."""
    header = Header(file, data, encoding, damaged)
    at = 3 if data.startswith(b"\xef\xbb\xbf") else 0
    while True:
        key = _KEY.match(data, at)
        if key is None:
            raise _lost(header, at)
        word = key[1].decode("ascii").upper()
        if word == "DATA":
            header.body = key.end()
            break
        value = _VALUE.match(data, key.end())
        if value is None:
            raise refusal(
                header.place(key.start(1)), f"{word} slutter ikke med semikolon; filen er skåret over. Hent den igen."
            )
        about = tuple(header.text(part, key.start()) for part in _QUOTED.findall(key[3] or b""))
        language = (key[2] or b"").decode("ascii", errors="replace").strip().strip('"')
        entry = Entry(word, language, about, value[1], value.start(1))
        if (word, language, about) in header.entries and word in ("STUB", "HEADING", "VALUES", "CODES"):
            raise refusal(header.place(key.start(1)), f"{word} står to gange; hent filen igen.")
        header.entries[(word, language, about)] = entry
        at = value.end()
    _refuse_damaged(header)
    return header


def _lost(header: Header, at: int) -> Exception:
    rest = header.data[at:].strip(b" \r\n\t\x1a")
    if not rest:
        return refusal(
            header.place(len(header.data.rstrip())), "nøgleordet DATA mangler; filen er skåret over. Hent den igen."
        )
    begins = at + len(header.data[at:]) - len(header.data[at:].lstrip())
    shown = rest[:20].decode(header.encoding, errors="replace").split("\n")[0].strip()
    return refusal(
        header.place(begins), f"her skulle stå et nøgleord som VALUES=…;, men der står »{shown}«; hent filen igen."
    )


def _refuse_damaged(header: Header) -> None:
    text = decoded(header.file, header.data[: header.body], header.encoding) if not header.damaged else ""
    assert damage_in(text) is None


def require(header: Header, word: str, entry: Entry | None, about: str = "") -> Entry:
    """The entry, or a refusal that says which keyword is missing."""
    if entry is None:
        said = f'{word}("{about}")' if about else word
        place = header.place(header.body)
        raise refusal(place, f"nøgleordet {said} mangler før DATA; hent filen igen.")
    return entry
