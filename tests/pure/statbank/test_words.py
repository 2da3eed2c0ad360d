from datetime import date

import pytest

from raadhus.pure.statbank import Age, Dimension, Span, age_of, ages_of, family_of, time_of, vintage_of
from raadhus.pure.statbank.regions import areas, as_region_code, level_of, region_of, wrong_name
from raadhus.pure.statbank.vintage import table_name_in


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("0", Age(0, 0)),
        ("0 år", Age(0, 0)),
        ("1 year", Age(1, 1)),
        ("17.0", Age(17, 17)),
        ("00", Age(0, 0)),
        ("105+", Age(105, None)),
        ("105 +", Age(105, None)),
        ("99-", Age(99, None)),
        ("125 år og derover", Age(125, None)),
        ("100 år +", Age(100, None)),
        ("80 years and over", Age(80, None)),
        ("0-4", Age(0, 4)),
        ("0-4 år", Age(0, 4)),
        ("6–16 år", Age(6, 16)),
        ("Under 3 år", Age(0, 2)),
        ("Alder i alt", None),
        ("Uoplyst", None),
        ("4-0", None),
        ("", None),
    ],
)
def test_an_age_is_read_from_its_label(text, age):
    assert age_of(text) == age


def test_the_label_leads_for_codes_that_only_count():
    assert ages_of(Dimension("ALDER", ("1", "2"), ("0-4 år", "5-9 år"))) == (Age(0, 4), Age(5, 9))
    assert ages_of(Dimension("ALDER", ("125", "99-"), ("125 år og derover", "99 år"))) == (
        Age(125, None),
        Age(99, None),
    )
    assert ages_of(Dimension("ALDER", ("9",), ("Uoplyst",))) == (None,)


@pytest.mark.parametrize(
    ("code", "start", "until", "kind"),
    [
        ("2022", date(2022, 1, 1), date(2023, 1, 1), "year"),
        ("2022H1", date(2022, 1, 1), date(2022, 7, 1), "half"),
        ("2022H2", date(2022, 7, 1), date(2023, 1, 1), "half"),
        ("2022K1", date(2022, 1, 1), date(2022, 4, 1), "quarter"),
        ("2022Q4", date(2022, 10, 1), date(2023, 1, 1), "quarter"),
        ("2022M03", date(2022, 3, 1), date(2022, 4, 1), "month"),
        ("2022M12", date(2022, 12, 1), date(2023, 1, 1), "month"),
        ("2022U07", date(2022, 2, 14), date(2022, 2, 21), "week"),
        ("2020U53", date(2020, 12, 28), date(2021, 1, 4), "week"),
        ("2014/2015", date(2014, 1, 1), date(2016, 1, 1), "split"),
        ("2000:2004", date(2000, 1, 1), date(2005, 1, 1), "years"),
        ("2022M03D15", date(2022, 3, 15), date(2022, 3, 16), "day"),
    ],
)
def test_a_time_code_is_a_half_open_period(code, start, until, kind):
    assert time_of(code) == Span(start, until, kind)


@pytest.mark.parametrize(
    "code", ["2022K5", "2022M13", "2022H3", "2021U53", "2022M00", "20221", "i går", "", "0000", "2015/2014"]
)
def test_what_is_no_time_is_none(code):
    assert time_of(code) is None


@pytest.mark.parametrize(
    ("name", "vintage", "family"),
    [
        ("FRKM126", 2026, "FRKM1"),
        ("FRKM120", 2020, "FRKM1"),
        ("FRLD126", 2026, "FRLD1"),
        ("frdk118", 2018, "FRDK1"),
        ("KKFR2026", 2026, "KKFR"),
        ("FOLK1A", None, "FOLK1A"),
        ("BEFOLK1", None, "BEFOLK1"),
        ("BY2", None, "BY2"),
    ],
)
def test_a_tables_name_carries_its_vintage(name, vintage, family):
    assert (vintage_of(name), family_of(name)) == (vintage, family)


def test_a_table_is_named_after_its_file_where_nothing_else_names_it():
    assert table_name_in("DST_FRKM126_albertslund.csv") == "FRKM126"
    assert table_name_in("folketal.csv") == ""


def test_area_codes_are_text_of_three_digits():
    assert [as_region_code(code) for code in ("81", "0165", "000", "0", "165", "01", "Nord")] == [
        "081", "165", "000", "000", "165", "01", "Nord",
    ]  # fmt: skip


def test_areas_have_levels_and_regions():
    assert [level_of(code) for code in ("000", "084", "165", "411", "999")] == [
        "country", "region", "municipality", "municipality", "",
    ]  # fmt: skip
    assert level_of("01", "Landsdel Byen København") == "province"
    assert region_of("165") == "084"
    assert len([area for area in areas().values() if area.region]) == 99


def test_a_name_that_belongs_to_another_code_is_told():
    assert wrong_name("101", "Albertslund") == "København"
    assert wrong_name("101", "Copenhagen") is None
    assert wrong_name("751", "Århus") is None
    assert wrong_name("165", "Bydel Nord") is None
