"""One JSON-stat dataset as a table; version 1 keeps id, size and role inside "dimension", version 2 beside it."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from raadhus.pure.statbank.dimension import Dimension, role_of
from raadhus.pure.statbank.figures import MISSING, MarkTexts, cells_in, refuse_repeated, table_read
from raadhus.pure.statbank.labelled import Figures, Marks, Note
from raadhus.pure.statbank.place import Place, refusal
from raadhus.pure.statbank.table import Table

_ROLES = {"time": "time", "geo": "region", "metric": "contents"}


@dataclass(frozen=True, slots=True)
class JsonLocator:
    """A figure's place is its position in "value", which is how JSON-stat itself names it."""

    file: str
    key: str

    def place_of(self, position: int) -> Place:
        """`value[17]`, after the dataset's key where there is one."""
        return Place(self.file, cell=f"{self.key}value[{position}]")


def table_of(dataset: dict[str, Any], key: str, text: str, file: str, table: str) -> Table:
    """The table of a dataset; refuses sizes, indices, values or statuses that do not fit together."""
    whole = Place(file, cell=key)
    described = _dict(dataset.get("dimension"), whole, "dimension")
    at_top = "id" in dataset
    ids = _texts((dataset if at_top else described).get("id"), whole, "id")
    sizes = _whole_numbers((dataset if at_top else described).get("size"), whole, "size")
    if len(ids) != len(sizes):
        raise refusal(whole, f"id har {len(ids)} dimensioner, men size har {len(sizes)}; hent filen igen.")
    refuse_repeated(whole, "id", ids)
    roles = (dataset if at_top else described).get("role")
    dims = [_dimension(name, size, described, roles, whole) for name, size in zip(ids, sizes, strict=True)]
    cells = cells_in(whole, sizes)
    texts = MarkTexts()
    locator = JsonLocator(file, "" if key in ("dataset", str(dataset.get("label"))) else f"{key}: ")
    values, said = _values(dataset.get("value"), cells, whole, locator)
    marks = _marks(dataset.get("status"), said, cells, texts, whole)
    metric = next((dim for dim in dims if dim.role == "contents" and len(dim) == 1), None)
    name = metric.codes[0] if metric is not None else table or str(dataset.get("label") or key)
    made = table_read(locator, dims, values, marks, texts, name=name, title=str(dataset.get("label") or ""))
    unit, decimals = _unit(described, metric)
    notes = tuple(Note(str(note)) for note in dataset.get("note", []) if note) if _is_list(dataset.get("note")) else ()
    return made.changed(
        unit=unit,
        decimals=decimals,
        source=str(dataset.get("source") or ""),
        updated=str(dataset.get("updated") or ""),
        notes=notes,
    )


def _is_list(value: Any) -> bool:
    return isinstance(value, list)


def _dict(value: Any, place: Place, word: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise refusal(place, f"»{word}« mangler eller er ikke et objekt; hent filen igen.")
    return value


def _texts(value: Any, place: Place, word: str) -> list[str]:
    if not isinstance(value, list) or not value or not all(isinstance(item, str) for item in value):
        raise refusal(place, f"»{word}« mangler eller er ikke en liste af navne; hent filen igen.")
    return value


def _whole_numbers(value: Any, place: Place, word: str) -> list[int]:
    sound = isinstance(value, list) and all(type(item) is int and item >= 0 for item in value)
    if not sound:
        raise refusal(place, f"»{word}« mangler eller er ikke en liste af antal; hent filen igen.")
    return list(value)


def _dimension(name: str, size: int, described: dict[str, Any], roles: Any, place: Place) -> Dimension:
    one = _dict(described.get(name), place, f"dimension.{name}")
    category = _dict(one.get("category"), place, f"dimension.{name}.category")
    label = category.get("label")
    labels = label if isinstance(label, dict) else {}
    codes = _codes(name, category.get("index"), labels, size, place)
    title = one.get("label") if isinstance(one.get("label"), str) else name
    role = next((_ROLES[key] for key in _ROLES if isinstance(roles, dict) and name in (roles.get(key) or [])), "")
    extension = one.get("extension")
    more = extension if isinstance(extension, dict) else {}
    eliminates = more.get("elimination") if isinstance(more.get("elimination"), bool) else None
    total = more.get("eliminationValueCode")
    return Dimension(
        name,
        tuple(codes),
        tuple(str(labels.get(code, code)) for code in codes),
        str(title),
        role or role_of(name, str(title)),
        total if total in codes else None,
        eliminates,
    )


def _codes(name: str, index: Any, labels: dict[str, Any], size: int, place: Place) -> list[str]:
    """The codes in order; `index` is a list, a map from code to position, or absent where there is one category."""
    if index is None:
        codes = list(labels)
    elif isinstance(index, list):
        codes = _texts(index, place, f"{name}.category.index")
    else:
        spots = _dict(index, place, f"{name}.category.index")
        if not all(type(spot) is int for spot in spots.values()) or sorted(spots.values()) != list(range(len(spots))):
            raise refusal(place, f"pladserne i {name}.category.index er ikke 0, 1, 2 …; hent filen igen.")
        codes = sorted(spots, key=spots.__getitem__)
    if len(codes) != size:
        raise refusal(place, f"{name} har {len(codes)} værdier, men size siger {size}; hent filen igen.")
    refuse_repeated(place, name, codes)
    return codes


def _values(value: Any, cells: int, place: Place, locator: JsonLocator) -> tuple[Figures, dict[int, str]]:
    """The figures, NaN for null, and the marks that stand in place of figures."""
    if isinstance(value, dict):
        spots = _spots(value, cells, place, "value")
        dense: list[Any] = [None] * cells
        for spot, item in spots.items():
            dense[spot] = item
        value = dense
    if not isinstance(value, list):
        raise refusal(place, "»value« mangler eller er hverken liste eller objekt; hent filen igen.")
    if len(value) != cells:
        raise refusal(place, f"filen har {len(value)} tal, men size kræver {cells}; den er ikke hel. Hent den igen.")
    said: dict[int, str] = {}
    if not set(map(type, value)) <= {int, float, type(None)}:
        said = {at: item for at, item in enumerate(value) if isinstance(item, str) and item.strip() in MISSING}
        wrong = next(
            (at for at, item in enumerate(value) if type(item) not in (int, float, type(None)) and at not in said), None
        )
        if wrong is not None:
            raise refusal(locator.place_of(wrong), f"»{str(value[wrong])[:20]}« er ikke et tal; hent filen igen.")
        value = [None if at in said else item for at, item in enumerate(value)]
    try:
        return np.array(value, dtype=np.float64), said
    except OverflowError:
        wrong = next(at for at, item in enumerate(value) if type(item) is int and abs(item) > 10**300)
        raise refusal(locator.place_of(wrong), "tallet er større end noget tal kan være; ret kilden.") from None


def _spots(sparse: dict[str, Any], cells: int, place: Place, word: str) -> dict[int, Any]:
    """A sparse object by position; refuses a key that is no position in the table."""
    for key in sparse:
        if not (key.isascii() and key.isdigit()) or len(key) > 12 or int(key) >= cells:
            raise refusal(place, f"{word} har pladsen »{key[:20]}«, men tabellen har {cells} tal; hent filen igen.")
    found = {int(key): item for key, item in sparse.items()}
    if len(found) != len(sparse):
        raise refusal(place, f"{word} har samme plads to gange; hent filen igen.")
    return found


def _marks(status: Any, said: dict[int, str], cells: int, texts: MarkTexts, place: Place) -> Marks:
    """`status` as a text for all, a list, or a sparse object; marks in place of figures go before it."""
    marks = np.zeros(cells, np.uint8)
    if isinstance(status, str):
        marks[:] = texts.index(status, place)
    elif isinstance(status, list) and len(status) in (1, cells):
        every = status * cells if len(status) == 1 != cells else status
        marks[:] = [texts.index(str(item), place) if item is not None else 0 for item in every]
    elif isinstance(status, dict):
        for spot, item in _spots(status, cells, place, "status").items():
            marks[spot] = texts.index(str(item), place) if item is not None else 0
    elif status is not None:
        raise refusal(place, f"»status« passer ikke til tabellens {cells} tal; hent filen igen.")
    for spot, item in said.items():
        marks[spot] = texts.index(item.strip(), place)
    return marks


def _unit(described: dict[str, Any], metric: Dimension | None) -> tuple[str, int | None]:
    """The unit and decimals of the one content, where the file tells."""
    if metric is None:
        return "", None
    units = described[metric.name]["category"].get("unit")
    one = units.get(metric.codes[0]) if isinstance(units, dict) else None
    if not isinstance(one, dict):
        return "", None
    decimals = one.get("decimals")
    said = one.get("base") or one.get("label") or one.get("type") or ""
    return str(said), decimals if type(decimals) is int and 0 <= decimals < 20 else None
