"""A model is a configuration: which steps a year has, in which order, and to whom each rate is applied.

No step is special. `docs/forecast.md` tells how to write another published model in these words.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, get_args

from raadhus.pure.forecast.frame import AgeAt
from raadhus.pure.kernel.errors import Refused

Kind = Literal["deaths", "births", "out", "in", "net", "between", "homes", "constraint", "mark"]
NetAs = Literal["counts", "rates"]
Mortality = Literal["probability", "survival", "central", "hazard"]
Negative = Literal["inflow", "floor", "keep"]
Newborn = Literal["catch_up", "untouched"]


@dataclass(frozen=True)
class Step:
    """One thing that happens to the population within a year.

    kind    deaths, out and between take a rate; in and homes take people; net takes either; births takes `Women`;
            constraint brings the household population to its dwellings; mark makes "the first day" mean this moment.
    share   the part of the year's rate or number used here (a half twice is migration spread evenly over the year).
    age     whether the figures are written by age on the year's first day or by the age reached at its end.
    weight  exposure = (1 - weight) · first-day people + weight · people at this point in the order. 1 = those present
            now, 0 = those present on the first day, 1/2 after the moves = exposure corrected for half of the movers.
    newborn_weight  the same for those born this year (None: as `weight`).
    unhurt  the exposure is further cut by this part of the probability of dying (a half: movers leave mid-year).
    which   for between: which of `Inputs.exchanges`.
    unaged  exposure = first-day people of the same age, not of the same cohort (a habit of some published models).
    """

    kind: Kind
    share: float = 1.0
    age: AgeAt = "end"
    weight: float = 1.0
    newborn_weight: float | None = None
    unhurt: float = 0.0
    which: int = 0
    unaged: bool = False


@dataclass(frozen=True)
class Women:
    """Who gives birth: births = width · Σ fertility(age) · (weighted women of that age). Weights normally sum to one.

    start_by_age     first-day women at their first-day age.
    start_by_cohort  first-day women at the age they reach.
    now_by_age       women present when births are counted, at the age they reach at the end.
    now_by_start     the same women at their first-day age.
    """

    start_by_age: float = 0.0
    start_by_cohort: float = 0.0
    now_by_age: float = 0.0
    now_by_start: float = 0.0


@dataclass(frozen=True)
class Model:
    """All choices of a cohort-component model.

    newborn     what happens to the year's newborn for steps that stand before births: "catch_up" = they pass through
                the same steps after birth, "untouched" = they only meet the steps after births.
    mortality   what the mortality figures are: probability of dying, survival, central rate m (q = n·m / (1 + n·m/2))
                or hazard (q = 1 - exp(-n·m)), n = width.
    births_youngest, births_oldest   age groups outside give no births.
    signed_rates  True takes published tables as they stand: negative in- and out-moves (Umeå's), survival over one
                (cohort change ratios, some multiregional tables), fertility over one (animals, a step of many years).
    out_cap     out-moves never take more than this part of those exposed.
    negative    a negative cell at the year's end: "inflow" = set to zero, the deficit counted as in-moves; "floor" =
                set to `floor`; "keep".
    """

    name: str
    steps: tuple[Step, ...]
    women: Women = Women(start_by_age=0.5, now_by_age=0.5)
    newborn: Newborn = "catch_up"
    width: int = 1
    mortality: Mortality = "probability"
    net_as: NetAs = "counts"
    births_youngest: int = 0
    births_oldest: int | None = None
    signed_rates: bool = False
    out_cap: float = 1.0
    negative: Negative = "inflow"
    floor: float = 0.0

    def __post_init__(self) -> None:
        kinds = [step.kind for step in self.steps]
        self._require_known_words()
        if kinds.count("births") > 1 or kinds.count("constraint") > 1:
            raise Refused(f"Modellen {self.name} har flere trin for fødsler eller boligtal; behold ét af hvert.")
        if "constraint" in kinds and "births" in kinds[kinds.index("constraint") :]:
            raise Refused(f"Modellen {self.name} afstemmer med boligerne før fødslerne; flyt afstemningen bagest.")
        if not 0 < self.out_cap <= 1 or self.width < 1:
            raise Refused(
                f"Modellen {self.name}: loftet for fraflytning skal ligge mellem 0 og 1, og bredden være mindst 1."
            )

    def _require_known_words(self) -> None:
        chosen: list[tuple[str, str, object]] = [
            ("mortality", self.mortality, Mortality),
            ("net_as", self.net_as, NetAs),
        ]
        chosen += [("newborn", self.newborn, Newborn), ("negative", self.negative, Negative)]
        chosen += [("kind", step.kind, Kind) for step in self.steps] + [("age", step.age, AgeAt) for step in self.steps]
        for choice, word, words in chosen:
            if word not in get_args(words):
                raise Refused(
                    f"Modellen {self.name}: {choice} kan ikke være “{word}”; vælg en af {', '.join(get_args(words))}."
                )

    def has(self, kind: Kind) -> bool:
        """Whether a year in this model has such a step."""
        return any(step.kind == kind for step in self.steps)

    def age_of(self, kind: Kind) -> AgeAt:
        """How the figures of `kind` are written (by age at start or end); "end" where the model has no such step."""
        return next((step.age for step in self.steps if step.kind == kind), "end")

    def but(self, **changes: object) -> Model:
        """The same model with some choices changed."""
        return replace(self, **changes)  # type: ignore[arg-type]
