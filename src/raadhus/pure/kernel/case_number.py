"""Case numbers: the KLE form is taken apart, every other form is kept as written.

KLE form: `NN.NN.NN-XNN-serial-YY`, subject – action facet – serial – year. The seven facet categories are those of
KL's schema KLE-Handlingsfacetter version 2.0. Others write `12/27845` or `330-2018-3619`; nothing is checked there.
"""

import re
from dataclasses import dataclass
from typing import Literal

CATEGORIES = "APSØGKI"

_DASH = r"\s*[-\u2010-\u2015]\s*"
_KLE = re.compile(
    rf"(\d\d)\s?\.\s?(\d\d)\s?\.\s?(\d\d){_DASH}([{CATEGORIES}])\s?(\d\d){_DASH}(\d{{1,6}}){_DASH}(\d{{4}}|\d\d)"
)


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """A case number as written, and its parts where it has the KLE form.

    `subject` is "NN.NN.NN", `facet` "XNN", `category` its letter, `serial` the running number, `year` four digits
    (two written digits 70–99 are 19xx, 00–69 are 20xx). All are None where `form` is "other".
    """

    as_written: str
    form: Literal["kle", "other"]
    subject: str | None = None
    facet: str | None = None
    category: str | None = None
    serial: int | None = None
    year: int | None = None

    @property
    def key(self) -> str:
        """The same text for two spellings of one KLE number; for other forms the text with single spaces."""
        if self.form == "other" or self.year is None:
            return " ".join(self.as_written.split())
        return f"{self.subject}-{self.facet}-{self.serial}-{self.year % 100:02d}"


def read_case_number(text: str) -> CaseNumber:
    """`text` as a case number; white space at the ends is dropped, all else is kept as written."""
    written = text.strip()
    found = _KLE.fullmatch(written)
    if found is None:
        return CaseNumber(written, "other")
    main, group, subject, category, facet, serial, year = found.groups()
    return CaseNumber(
        written, "kle", f"{main}.{group}.{subject}", category + facet, category, int(serial), _four_digits(year)
    )


def _four_digits(year: str) -> int:
    number = int(year)
    if len(year) == 4:
        return number
    return number + (1900 if number >= 70 else 2000)
