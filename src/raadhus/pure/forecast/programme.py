"""The housing programme as the forecast needs it: projects, phases, kinds of dwelling, the month people move in.

A month is a number, year · 12 + month - 1, so that slips are additions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from raadhus.pure.kernel.errors import Refused

Stage = Literal["idea", "local_plan", "permit", "started", "built"]
STAGES_IN_DANISH: Mapping[str, Stage] = {
    "idé": "idea",
    "lokalplan": "local_plan",
    "byggetilladelse": "permit",
    "påbegyndt": "started",
    "opført": "built",
}


def month_number(year: int, month: int) -> int:
    """January 2022 → 24264."""
    return year * 12 + month - 1


@dataclass(frozen=True, order=True)
class Phase:
    """Dwellings of one kind (type and tenure) in one project which people move into (or out of) from one month on.

    `dwellings` is never negative; pulled-down ones are a phase with `demolished`.
    """

    project: str
    month: int
    district: str
    dwelling_type: str
    tenure: str
    dwellings: float
    stage: Stage = "local_plan"
    demolished: bool = False

    def __post_init__(self) -> None:
        if not self.dwellings >= 0 or self.stage not in get_args(Stage):
            raise Refused(
                f"Projektet {self.project} har {self.dwellings:g} boliger i status {self.stage}; ret projektet."
            )

    @property
    def kind(self) -> str:
        """Type and tenure as one label: `etagebolig/almen`."""
        return f"{self.dwelling_type}/{self.tenure}"


@dataclass(frozen=True)
class Programme:
    """All phases, always in one order however they were given, so that sums agree to the last bit."""

    phases: tuple[Phase, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "phases", tuple(sorted(self.phases)))

    @property
    def projects(self) -> tuple[str, ...]:
        """Every project's name once, sorted."""
        return tuple(sorted({phase.project for phase in self.phases}))

    def with_project_moved(self, project: str, months: int) -> Programme:
        """The same programme with every phase of one project this many months later (or earlier)."""
        return Programme(
            tuple(
                replace(phase, month=phase.month + months) if phase.project == project else phase
                for phase in self.phases
            )
        )

    def of(self, project: str) -> Programme:
        """The part of the programme which is one project."""
        return Programme(tuple(phase for phase in self.phases if phase.project == project))


def read_programme(
    rows: Iterable[Mapping[str, object]], *, districts: Sequence[str], kinds: Sequence[str], file: str
) -> Programme:
    """A programme from rows with the columns projekt, distrikt, type, ejerform, indflytning (2026-08), boliger, status
    and, where dwellings disappear, nedrivning (ja). The first data row is row 2; `Refused` names row and column."""
    return Programme(tuple(_phase(row, f"{file}, række {n}", districts, kinds) for n, row in enumerate(rows, start=2)))


def _phase(row: Mapping[str, object], where: str, districts: Sequence[str], kinds: Sequence[str]) -> Phase:
    district, status = _text(row, "distrikt", where), _text(row, "status", where)
    if district not in districts:
        raise Refused(
            f"{where}, kolonne distrikt: “{district}” er ikke et distrikt; brug en af: {', '.join(districts)}."
        )
    if status not in STAGES_IN_DANISH:
        raise Refused(f"{where}, kolonne status: “{status}” kendes ikke; brug en af: {', '.join(STAGES_IN_DANISH)}.")
    phase = Phase(
        project=_text(row, "projekt", where),
        month=_month(_text(row, "indflytning", where), where),
        district=district,
        dwelling_type=_text(row, "type", where),
        tenure=_text(row, "ejerform", where),
        dwellings=_dwellings(_text(row, "boliger", where), where),
        stage=STAGES_IN_DANISH[status],
        demolished=str(row.get("nedrivning") or "").strip().lower() == "ja",
    )
    if phase.kind not in kinds:
        raise Refused(f"{where}, kolonne type: boligtypen “{phase.kind}” kendes ikke; brug en af: {', '.join(kinds)}.")
    return phase


def _text(row: Mapping[str, object], column: str, where: str) -> str:
    written = str(row.get(column) if row.get(column) is not None else "").strip()
    if not written:
        raise Refused(f"{where}, kolonne {column}: feltet er tomt; udfyld det.")
    return written


def _month(written: str, where: str) -> int:
    match = re.fullmatch(r"(\d{4})-(\d{1,2})", written)
    if match is None or not 1 <= int(match[2]) <= 12:
        raise Refused(f"{where}, kolonne indflytning: “{written}” er ikke en måned; skriv den som 2026-08.")
    return month_number(int(match[1]), int(match[2]))


def _dwellings(written: str, where: str) -> float:
    match = re.fullmatch(r"-?\d+([.,]\d+)?", written)
    number = float(written.replace(",", ".")) if match else -1.0
    if number < 0:
        raise Refused(
            f"{where}, kolonne boliger: “{written}” er ikke et antal boliger; skriv et tal på mindst 0, og sæt "
            "“ja” i kolonnen nedrivning, hvis boligerne forsvinder."
        )
    return number
