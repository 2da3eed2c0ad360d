"""Which of a workbook's styles show a number as a date, and how a number reads in Danish."""

import re
from datetime import date, datetime, timedelta

from lxml import etree

from raadhus.pure.documents.read.workbook.package import Parts, children

# ECMA-376 part 1, 18.8.30: the formats that a file may use without saying what they are.
_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 14: "dd-mm-yyyy",
    15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
    22: "dd-mm-yyyy hh:mm", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 49: "@",
}  # fmt: skip
_SAID = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]', re.IGNORECASE)
_DATE_LETTERS = re.compile(r"[dyhs]|m", re.IGNORECASE)
_EPOCH, _EPOCH_OF_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)


def number_formats(parts: Parts) -> list[str]:
    """The format code of each style by its index in the file; "" for the general one."""
    tree = parts.tree("xl/styles.xml")
    if tree is None:
        return []
    own = {one.get("numFmtId"): one.get("formatCode", "") for one in _all(tree, "numFmts", "numFmt")}
    codes = []
    for style in _all(tree, "cellXfs", "xf"):
        number = style.get("numFmtId", "0")
        codes.append(own.get(number) or _BUILT_IN.get(int(number) if number.isdigit() else 0, ""))
    return ["" if code.casefold() == "general" else code for code in codes]


def _all(tree: etree._Element, group: str, name: str) -> list[etree._Element]:
    return [one for groups in children(tree, group) for one in children(groups, name)]


def shows_a_date(code: str) -> bool:
    """Whether a number with this format code is shown as a day or a time."""
    first = _SAID.sub("", code.partition(";")[0])
    return "@" not in first and bool(_DATE_LETTERS.search(first)) and not re.search(r"[0#?]", first.partition(".")[0])


def day_of(serial: float, *, from_1904: bool) -> date | datetime | None:
    """The day that Excel counts as `serial`, with a time where it has one; None before March 1900."""
    if not 61 <= serial < 2_958_466:  # 31 December 9999
        return None
    moment = (_EPOCH_OF_1904 if from_1904 else _EPOCH) + timedelta(seconds=round(serial * 86_400))
    return moment.date() if float(serial).is_integer() else moment


def shown_number(number: int | float, code: str) -> str:
    """`number` as it is read in Danish: a comma, no more decimals than it has, and "%" where its format says so."""
    if "%" in _SAID.sub("", code):
        return f"{shown_number(round(number * 100, 10), '')} %"
    if isinstance(number, float) and number.is_integer() and abs(number) < 1e15:
        number = int(number)
    return repr(number).replace(".", ",")


def shown_day(day: date | datetime) -> str:
    """ "01-02-2022", with "kl. 12.00" behind it where it has a time."""
    return day.strftime("%d-%m-%Y kl. %H.%M") if isinstance(day, datetime) else day.strftime("%d-%m-%Y")
