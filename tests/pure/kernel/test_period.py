from datetime import date

import pytest

from raadhus.pure.kernel.errors import Refused
from raadhus.pure.kernel.period import Period

SPRING = Period(date(2022, 3, 1), date(2022, 6, 1))


def test_the_first_day_is_in_and_the_end_is_out():
    assert date(2022, 3, 1) in SPRING
    assert date(2022, 5, 31) in SPRING
    assert date(2022, 6, 1) not in SPRING
    assert date(2022, 2, 28) not in SPRING


def test_a_period_without_end_still_runs():
    assert date(2999, 1, 1) in Period(date(2022, 1, 1))


def test_periods_that_only_touch_do_not_overlap():
    summer = Period(date(2022, 6, 1), date(2022, 9, 1))
    assert not SPRING.overlaps(summer)
    assert not summer.overlaps(SPRING)
    assert SPRING.overlaps(Period(date(2022, 5, 31)))


def test_a_period_ends_at_the_earlier_of_two_days():
    assert Period(date(2022, 1, 1)).until(date(2022, 6, 1)) == Period(date(2022, 1, 1), date(2022, 6, 1))
    assert SPRING.until(date(2023, 1, 1)) == SPRING


def test_an_empty_period_is_refused_in_danish():
    with pytest.raises(Refused, match="Slutdatoen 01-03-2022 skal ligge efter startdatoen 01-03-2022"):
        Period(date(2022, 3, 1), date(2022, 3, 1))
