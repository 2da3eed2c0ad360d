from dataclasses import replace

import numpy as np
import pytest

from pure.statbank.files import sample
from raadhus.pure.kernel.errors import Refused
from raadhus.pure.statbank import read_csv, total_of
from raadhus.pure.statbank.regions import municipalities_in


def bulk():
    return read_csv(sample("BY2_bulk.csv"), "BY2_bulk.csv")


def small(column: str, rows: list[tuple[str, int]], **more):
    text = f"{column};TID;INDHOLD\r\n" + "".join(f"{code};2020;{figure}\r\n" for code, figure in rows)
    return read_csv(text.encode(), "f.csv", **more)


def test_both_sexes_beside_the_total_are_refused_in_one_sentence():
    with pytest.raises(Refused) as caught:
        bulk().order(axes=("region", "sex", "age", "time"))
    assert str(caught.value) == (
        "BY2_bulk.csv: KØN har både totalen TOT (TOT) og delene M, K; "
        "vælg enten totalen eller delene, ellers tælles de samme to gange."
    )


def test_reducing_takes_the_total_and_never_adds_it_to_its_parts():
    # Albertslund 2020, ages 0-2: men 139+149+154 = 442, women 137+143+150 = 430.
    table = bulk().select(region="165", time="2020").reduce("sex", "age", "region", "time")
    assert table.order(axes=()) == 872
    assert len(table.places()) == 3


def test_leaving_the_total_out_keeps_the_parts():
    table = bulk().without_totals("sex").select(region="165", time="2020").reduce("age")
    assert table.order(axes=("sex",)).tolist() == [442, 430]
    assert "Totalen TOT" in table.notes[0].text


def test_a_left_over_dimension_with_a_total_is_refused():
    with pytest.raises(Refused, match="KØN har både totalen"):
        bulk().select(region="165").order(axes=("age", "time"))


def test_a_left_over_dimension_with_several_values_is_refused():
    with pytest.raises(Refused, match="OMRÅDE har 2 værdier"):
        bulk().select(KØN="TOT").order(axes=("age", "time"))


@pytest.mark.parametrize(
    ("column", "codes", "total"),
    [
        ("KØN", ["1", "2", "TOT"], "TOT"),
        ("KØN", ["Mænd", "Kvinder", "I alt"], "I alt"),
        ("KØN", ["M", "K"], None),
        ("ALDER", ["IALT", "0", "1"], "IALT"),
        ("ALDER", ["Alder i alt", "0 år"], "Alder i alt"),
        ("ALDER", ["0 years", "Age, total"], "Age, total"),
        ("OMRÅDE", ["000", "165"], "000"),
        ("OMRÅDE", ["Hele landet", "Albertslund"], "000"),
        ("KØN", ["Mænd i alt", "Kvinder i alt"], None),
    ],
)
def test_a_total_is_known_by_its_code_or_its_label(column, codes, total):
    assert total_of(small(column, [(code, 1) for code in codes]).dimensions[0]) == total


def test_bands_beside_their_single_ages_are_refused():
    ages = small("ALDER", [("0", 1), ("1", 2), ("0-1", 3)])
    with pytest.raises(Refused, match=r"ALDER har både 0 \(0\) og 0-1 \(0-1\), som overlapper"):
        ages.reduce("age")


def test_regions_beside_municipalities_are_refused():
    places = small("OMRÅDE", [("084", 5), ("165", 1)])
    with pytest.raises(Refused, match="overlapper"):
        places.reduce("region")


def test_christiansoe_is_in_the_list_of_municipalities_only_when_asked_for():
    places = small("OMRÅDE", [("400", 5), ("411", 1), ("000", 6)]).dimension("region")
    assert municipalities_in(places) == ["400"]
    assert municipalities_in(places, christiansoe=True) == ["400", "411"]


def test_years_and_rates_are_never_added_up():
    with pytest.raises(Refused, match="TID er ikke dele af en helhed"):
        bulk().reduce("time")
    rates = small("KØN", [("M", 1), ("K", 2)]).changed(unit="Pct.")
    with pytest.raises(Refused, match="kan ikke lægges sammen"):
        rates.reduce("sex")


def test_a_dimension_the_file_forbids_to_eliminate_is_not_added_up():
    table = small("GRUPPE", [("A", 1), ("B", 2)])
    dim = table.dimensions[0]
    locked = table.changed(dimensions=(replace(dim, eliminates=False), table.dimensions[1]))
    with pytest.raises(Refused, match="ELIMINATION=NO"):
        locked.reduce("GRUPPE")


def test_a_sum_with_a_missing_part_is_missing_and_marked():
    text = "KØN;TID;INDHOLD\r\nM;2020;..\r\nK;2020;4\r\nM;2021;1\r\nK;2021;-\r\n"
    table = read_csv(text.encode(), "f.csv").reduce("sex")
    assert np.isnan(table.figure(TID="2020"))
    assert table.mark(TID="2020") == ".."
    assert (table.figure(TID="2021"), table.mark(TID="2021")) == (1, "")
