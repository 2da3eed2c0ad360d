import numpy as np
import pytest

from pure.statbank.files import sample
from raadhus.pure.kernel.errors import Refused
from raadhus.pure.statbank import read_csv, read_px


def table():
    return read_px(sample("by2.px"), "by2.px")


def ages(rows: list[tuple[str, str]]):
    text = "ALDER;TID;INDHOLD\r\n" + "".join(f"{age};2020;{figure}\r\n" for age, figure in rows)
    return read_csv(text.encode(), "f.csv")


def test_order_gives_the_axes_as_named():
    people = table().order(axes=("tid", "område", "køn", "alder"))
    assert people.shape == (2, 2, 2, 3)
    assert people.flags.c_contiguous
    assert people[1, 1, 1].tolist() == [137, 143, 150]
    assert type(people) is np.ndarray


def test_select_follows_the_order_asked_for():
    chosen = table().select(område=["165", "153"], køn="Kvinder")
    assert chosen.dimension("region").codes == ("165", "153")
    assert chosen.figure(område="165", alder="0", tid="2019") == 154


def test_an_unknown_value_or_dimension_is_refused_with_what_there_is():
    with pytest.raises(Refused, match="område har ikke værdien »999«; den har 153, 165"):
        table().select(område="999")
    with pytest.raises(Refused, match="har ikke én dimension »by«; den har område, køn, alder, tid"):
        table().select(by="165")


def test_every_step_keeps_the_way_back_to_the_file():
    places = table().select(område="165").reduce("køn", "område").places(alder="0", tid="2020")
    assert len(places) == 2
    lines = sample("by2.px").decode("cp1252").splitlines()
    assert [lines[place.row - 1][place.column - 1 :].strip() for place in places] == ["139", "137"]


def test_gather_sums_old_codes_into_new_ones():
    merged = table().gather("område", {"999": ["153", "165"]}, labels={"999": "Nord og syd"})
    assert merged.figure(område="999", køn="M", alder="0", tid="2019") == 211 + 136
    assert merged.dimension("region").labels == ("Nord og syd",)
    with pytest.raises(Refused, match="165 er med i to grupper"):
        table().gather("område", {"a": ["165"], "b": ["165"]})


def test_single_ages_close_at_an_open_age():
    rows = [("2 år", "30"), ("0 år", "10"), ("1 år", "20"), ("3 år", "4"), ("4 år og derover", "5")]
    closed = ages(rows).single_ages(open_from=3)
    assert closed.dimension("age").codes == ("0", "1", "2", "3-")
    assert closed.order(axes=("age",)).tolist() == [10, 20, 30, 9]
    assert [place.row for place in closed.places(ALDER="3-")] == [5, 6]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("0", "1"), ("2", "1"), ("3+", "1")], "mangler alderen 1 år"),
        ([("1", "1"), ("2", "1"), ("3+", "1")], "mangler alderen 0 år"),
        ([("0", "1"), ("1", "1"), ("2", "1")], "har ingen alder fra 3 år og op"),
        ([("0", "1"), ("1", "1"), ("2+", "1")], "mangler alderen 2 år"),
        ([("0", "1"), ("1", "1"), ("2", "1"), ("3+", "1"), ("Uoplyst", "1")], "Uoplyst er ikke ét alderstrin"),
        ([("0", "1"), ("1", "1"), ("2", "1"), ("3+", "1"), ("I alt", "4")], "både totalen I alt"),
    ],
)
def test_ages_that_are_not_whole_are_refused(rows, said):
    with pytest.raises(Refused, match=said):
        ages(rows).single_ages(open_from=3)


def test_ages_and_times_rise_whatever_the_file_does():
    text = "ALDER;TID;INDHOLD\r\n10;2021;4\r\n10;2020;3\r\n9;2021;2\r\n9;2020;1\r\n"
    assert read_csv(text.encode(), "f.csv").order(axes=("age", "time")).tolist() == [[1, 2], [3, 4]]


def test_a_missing_figure_is_refused_with_file_row_and_column_or_replaced_when_asked():
    gap = ages([("0", "1"), ("1", "..")])
    with pytest.raises(Refused, match=r"f\.csv, række 3, kolonne 3: tallet mangler; .* \(ALDER=1"):
        gap.order(axes=("age",))
    assert gap.order(axes=("age",), missing=0.0).tolist() == [1, 0]


def test_a_negative_figure_is_refused_where_it_cannot_be():
    moved = ages([("0", "1"), ("1", "-2")])
    with pytest.raises(Refused, match=r"f\.csv, række 3, kolonne 3: tallet er under 0"):
        moved.order(axes=("age",))
    assert moved.order(axes=("age",), lowest=None).tolist() == [1, -2]


def test_the_arrays_of_a_table_cannot_be_written_to():
    with pytest.raises(ValueError, match="read-only"):
        table().values[0] = 1
