"""JSON-stat 1 and 2 as tables: one dataset, a bundle of several, a collection; StatBank's error answers refused.

Sources: JSON-stat 2.0 full format (json-stat.org) and StatBank's own answers, which are version 1 with one "dataset".
"""

import json
from typing import Any

from raadhus.pure.statbank.jsonstat_dataset import table_of
from raadhus.pure.statbank.place import Place, refusal
from raadhus.pure.statbank.table import Table
from raadhus.pure.statbank.text import place_in_text, text_of_statbank
from raadhus.pure.statbank.vintage import table_name_in


def read_jsonstat(data: bytes, file: str, *, dataset: str | None = None, table: str = "") -> Table:
    """The one table of a JSON-stat file, or the one called `dataset` (its key or label) where there are several."""
    every = read_jsonstat_all(data, file, table=table)
    if dataset is None and len(every) == 1:
        return next(iter(every.values()))
    hits = [found for key, found in every.items() if dataset is not None and dataset in (key, found.name, found.title)]
    if len(hits) == 1:
        return hits[0]
    raise refusal(Place(file), f"filen har tabellerne {', '.join(every)}; sig hvilken af dem der menes.")


def read_jsonstat_all(data: bytes, file: str, *, table: str = "") -> dict[str, Table]:
    """Every table of a JSON-stat file by its key; refuses a file that is cut, another JSON, or StatBank's "no"."""
    text = text_of_statbank(file, data)
    content = _parsed(file, text)
    if not isinstance(content, dict):
        raise refusal(Place(file, 1, 1), "filen er JSON, men ikke JSON-stat; bestil formatet JSONSTAT.")
    _refuse_answer(file, content)
    found = {
        key: table_of(one, key, text, file, table or table_name_in(file))
        for key, one in _datasets(file, content).items()
    }
    if not found:
        raise refusal(Place(file, 1, 1), "filen har ingen tabel med dimensioner og tal; bestil formatet JSONSTAT.")
    return found


def _parsed(file: str, text: str) -> Any:
    try:
        return json.loads(text, parse_constant=_no_constant, object_pairs_hook=_unique)
    except json.JSONDecodeError as error:
        place = Place(file, error.lineno, error.colno)
        raise refusal(place, "JSON-teksten er brudt her; filen er skåret over eller ændret. Hent den igen.") from None
    except _NotJsonStatError as error:
        offset = max(text.find(f'"{error.said}"') if error.is_key else text.find(error.said), 0)
        raise refusal(place_in_text(file, text, offset), error.sentence) from None
    except RecursionError:
        raise refusal(Place(file, 1, 1), "filen er indlejret for dybt til at være JSON-stat; hent den igen.") from None
    except ValueError:
        raise refusal(Place(file, 1, 1), "filen har et tal med alt for mange cifre; ret kilden.") from None


class _NotJsonStatError(Exception):
    def __init__(self, said: str, sentence: str, *, is_key: bool = False) -> None:
        super().__init__(sentence)
        self.said, self.sentence, self.is_key = said, sentence, is_key


def _no_constant(name: str) -> Any:
    raise _NotJsonStatError(name, f"{name} er ikke et tal; et manglende tal skrives null.")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise _NotJsonStatError(twice, f"»{twice[:40]}« står to gange i samme objekt; hent filen igen.", is_key=True)
    return made


def _refuse_answer(file: str, content: dict[str, Any]) -> None:
    """Refuses StatBank's error answers and its description of a table, which are JSON too."""
    for one in (content, *(value for value in content.values() if isinstance(value, dict))):
        if "errorTypeCode" in one:
            said = f"{one['errorTypeCode']}: {one.get('message', '')}".strip(": ")
            raise refusal(
                Place(file), f"Danmarks Statistik svarede med en fejl i stedet for tal ({said}); ret bestillingen."
            )
    if "variables" in content:
        raise refusal(Place(file), "filen beskriver en tabel, men har ingen tal; bestil tallene med formatet JSONSTAT.")


def _datasets(file: str, content: dict[str, Any]) -> dict[str, dict[str, Any]]:
    if content.get("class") == "dataset" or "value" in content:
        return {str(content.get("label") or "dataset"): content}
    if content.get("class") == "collection":
        link = content.get("link")
        items = link.get("item") if isinstance(link, dict) else None
        listed = [one for one in items if isinstance(one, dict)] if isinstance(items, list) else []
        whole = [one for one in listed if "value" in one]
        if listed and not whole:
            raise refusal(Place(file), "samlingen henviser kun til tabeller og har ingen tal; hent tabellerne selv.")
        return {f"{at}: {one.get('label', '')}": one for at, one in enumerate(whole, 1)}
    return {key: one for key, one in content.items() if isinstance(one, dict) and "value" in one}
