import pytest

from raadhus.pure.kernel.case_number import CaseNumber, read_case_number


def test_a_kle_number_is_taken_apart():
    assert read_case_number("00.01.00-A21-2-21") == CaseNumber(
        "00.01.00-A21-2-21", "kle", "00.01.00", "A21", "A", 2, 2021
    )


@pytest.mark.parametrize("written", ["15.40.00 - P05 - 1 - 21", "15.40.00–P05–1–2021", "15. 40.00-P05-1-21"])
def test_spaces_and_dashes_are_kept_as_written_but_mean_the_same(written):
    number = read_case_number(f"  {written} ")
    assert number.as_written == written
    assert number.key == "15.40.00-P05-1-21"


@pytest.mark.parametrize("category", "APSØGKI")
def test_every_facet_category_is_known(category):
    assert read_case_number(f"00.30.00-{category}00-5-21").category == category


@pytest.mark.parametrize("written", ["12/27845", "330-2018-3619", "00.01.00-B21-2-21", "00.01.00", "J.nr.: A00", ""])
def test_any_other_form_is_kept_as_written(written):
    number = read_case_number(written)
    assert (number.form, number.as_written, number.subject) == ("other", written, None)


def test_two_written_digits_of_the_last_century_are_read_as_such():
    assert read_case_number("85.02.02-G01-5-98").year == 1998
    assert read_case_number("85.02.02-G01-5-17").year == 2017
