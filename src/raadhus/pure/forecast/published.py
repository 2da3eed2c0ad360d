"""Published models, each as a configuration; the sources and the formulas stand in `docs/forecast.md`."""

from __future__ import annotations

from raadhus.pure.forecast.model import Model, Step, Women

AVERAGE_BY_AGE = Women(start_by_age=0.5, now_by_age=0.5)
AVERAGE_BY_COHORT = Women(start_by_cohort=0.5, now_by_age=0.5)

UN_END = Model(
    name="FN, flytning ved årets slutning",
    steps=(Step("deaths"), Step("births"), Step("net")),
    women=AVERAGE_BY_AGE,
    mortality="survival",
    negative="floor",
    floor=0.0005,
)
"""United Nations (ccmppWPP): survive, births on the average of women, infants survive, net migration at the end."""

UN_EVEN = UN_END.but(
    name="FN, flytning jævnt over året",
    steps=(
        Step("net", share=0.5, age="start"),
        Step("mark"),
        Step("deaths"),
        Step("net", share=0.5),
        Step("births"),
    ),
)
"""United Nations with half of the net migration on the first day and half on the last; also Preston et al., Box 6.2."""

PRESTON = UN_EVEN.but(name="Preston m.fl. 5×5", width=5, negative="keep")

RECONSTRUCTION = UN_EVEN.but(
    name="popReconstruct",
    width=5,
    net_as="rates",
    negative="keep",
    steps=(
        Step("net", share=0.5, age="start", weight=0.0),
        Step("mark"),
        Step("deaths"),
        Step("births"),
        Step("net", share=0.5, unaged=True),
    ),
)
"""Wheldon et al.: net migration as a part of the period's first population, births before the second half arrives."""

UMEAA = Model(
    name="Umeå (befproj)",
    steps=(
        Step("deaths", age="start"),
        Step("mark"),
        Step("in", age="start"),
        Step("out", age="start", weight=0.0),
        Step("net", age="start"),
        Step("births"),
    ),
    women=Women(now_by_start=1.0),
    newborn="untouched",
    signed_rates=True,
    negative="keep",
)
"""Die and move at the age of the first day, births to those present after it all, then everybody is one year older."""

SWISS = Model(
    name="Schweiz (BFS, propop)",
    steps=(
        Step("out", weight=0.0),
        Step("in"),
        Step("deaths", weight=0.5, newborn_weight=2 / 3),
        Step("between", weight=0.0, unhurt=0.5),
        Step("births"),
    ),
    women=AVERAGE_BY_COHORT,
    births_youngest=16,
    births_oldest=50,
)
"""Rates by the age reached; deaths on people corrected for half of the movers (two thirds for the newborn); moves
between sub-regions by pool and shares. Nationalities are districts, naturalisation one more exchange before deaths."""

LONDON = Model(
    name="London, trend (GLA)",
    steps=(Step("births"), Step("deaths"), Step("in"), Step("out")),
    women=Women(start_by_cohort=1.0),
    out_cap=0.8,
)
"""Births to the aged-on women, deaths to them and the newborn, in-moves as numbers, out-moves on those who are left."""

WITAN = Model(
    name="Witan (ONS-form)",
    steps=(Step("births"), Step("deaths", unaged=True), Step("net")),
    women=Women(start_by_age=1.0),
    negative="keep",
)
"""Births and deaths on the not-yet-aged people of the same age, taken from the aged ones; net migration last."""

RAADHUS = Model(
    name="Rådhus",
    steps=(
        Step("out", weight=0.0),
        Step("between", weight=0.0),
        Step("in"),
        Step("homes"),
        Step("deaths", weight=0.5),
        Step("births"),
        Step("constraint"),
    ),
    women=AVERAGE_BY_COHORT,
    births_youngest=15,
    births_oldest=49,
)
"""The recommended model: mid-year convention throughout; half of the new homes' women count for the year's births."""
