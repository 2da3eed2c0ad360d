"""How StatBank writes a value: its code, its text, or both ("165 Albertslund")."""

import re
from collections.abc import Mapping, Sequence

from raadhus.pure.statbank.dimension import role_of
from raadhus.pure.statbank.regions import areas, as_region_code, code_of_name

_BOTH = re.compile(r"(\d{3}) (\D.*)")


def is_code_and_value(columns: Sequence[tuple[str, Sequence[str]]]) -> bool:
    """Whether the file was ordered with codes and texts in one field: told by an area column like "165 Albertslund".

    StatBank writes all dimensions the same way, so one column tells for all.
    """
    for name, fields in columns:
        if role_of(name) == "region":
            matches = [_BOTH.fullmatch(field) for field in fields]
            return all(match is not None and match[1] in areas() for match in matches)
    return False


def dimension_of(
    name: str, fields: Sequence[str], labels: Mapping[str, str], *, split: bool
) -> tuple[list[str], list[str], str]:
    """Codes, labels and role of a dimension from its fields as written.

    Areas become three-digit codes where the fields are area codes or, all of them, area names.
    """
    role = role_of(name)
    pairs = [_pair(field, labels.get(field), split) for field in fields]
    codes = [code for code, _ in pairs]
    if role == "region":
        named = [code_of_name(code) for code in codes]
        codes = [code for code in named if code] if all(named) else [as_region_code(code) for code in codes]
    return codes, [label for _, label in pairs], role


def _pair(field: str, label: str | None, split: bool) -> tuple[str, str]:
    said = field.strip()
    if label is not None:
        return said, label.strip()
    code, _, text = said.partition(" ")
    return (code, text.strip()) if split and text else (said, said)
