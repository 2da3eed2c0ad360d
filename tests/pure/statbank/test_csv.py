import gzip

import numpy as np
import pytest

from pure.statbank.files import DENMARK, needs_shared, sample
from raadhus.pure.kernel.errors import Refused
from raadhus.pure.statbank import age_of, read, read_csv, read_csv_grid

HEAD = "OMRÅDE;KØN;TID;INDHOLD\r\n"
ROWS = "165;M;2019;5\r\n165;K;2019;6\r\n165;M;2020;7\r\n165;K;2020;8\r\n"


def table(rows: str = ROWS, head: str = HEAD, **more):
    return read_csv((head + rows).encode(), "f.csv", **more)


def refused(rows: str = ROWS, head: str = HEAD, **more) -> str:
    with pytest.raises(Refused) as caught:
        table(rows, head, **more)
    return str(caught.value)


def test_bulk_with_byte_order_mark_and_crlf():
    bulk = read_csv(sample("BY2_bulk.csv"), "BY2_bulk.csv")
    assert (bulk.name, bulk.shape) == ("BY2", (2, 3, 3, 2))
    assert bulk.figure(OMRÅDE="165", KØN="TOT", ALDER="2", TID="2020") == 154 + 150


def test_the_order_of_the_rows_is_the_codes_order_of_appearance():
    shuffled = "165;K;2020;8\r\n165;M;2019;5\r\n165;K;2019;6\r\n165;M;2020;7\r\n"
    assert table(shuffled).dimension("KØN").codes == ("K", "M")
    assert table(shuffled).figure(KØN="M", TID="2020") == 7


def test_a_figure_is_found_again_by_its_row_also_out_of_order():
    shuffled = "165;K;2020;8\r\n165;M;2019;5\r\n165;K;2019;6\r\n165;M;2020;7\r\n"
    assert str(table(shuffled).places(KØN="M", TID="2020")[0]) == "f.csv, række 5, kolonne 4"


def test_decimal_comma_and_missing_marks():
    read_table = table("165;M;2019;1,5\r\n165;K;2019;..\r\n165;M;2020;-\r\n165;K;2020;2,25\r\n")
    assert read_table.figure(KØN="M", TID="2019") == 1.5
    assert np.isnan(read_table.figure(KØN="K", TID="2019"))
    assert read_table.figure(KØN="M", TID="2020") == 0
    assert read_table.mark(KØN="K", TID="2019") == ".."


def test_the_default_sample_has_decimal_commas_and_quoted_labels():
    rates = read(sample("fertility_default.csv"), "fertility_default.csv")
    assert rates.figure(ALDER="16 år", TID="1974") == 3.4


def test_comma_and_point_in_one_column_are_refused():
    said = refused("165;M;2019;1,5\r\n165;K;2019;1.5\r\n165;M;2020;1\r\n165;K;2020;2\r\n")
    assert said.startswith("f.csv, række 3, kolonne 4: tallene har både komma (1,5) og punktum (1.5)")


def test_quotes_hide_semicolons_and_line_breaks_and_rows_still_count_lines():
    quoted = 'A;TID;INDHOLD\r\n"a;b";2019;1\r\n"c ""d""\r\ne";2019;2\r\nf;2019;3\r\n'
    read_table = read_csv(quoted.encode(), "f.csv")
    assert read_table.dimension("A").codes == ("a;b", 'c "d"\r\ne', "f")
    assert read_table.places(A="f")[0].row == 5


def test_names_of_municipalities_become_codes_in_the_default_presentation():
    named = table("Albertslund;I alt;2019;5\r\nBrøndby;I alt;2019;6\r\n")
    assert named.dimension("region").codes == ("165", "153")
    assert named.dimension("region").labels == ("Albertslund", "Brøndby")


def test_code_and_value_in_one_field_are_taken_apart():
    both = table("165 Albertslund;1 Mænd;2019;5\r\n153 Brøndby;1 Mænd;2019;6\r\n")
    assert both.dimension("region").codes == ("165", "153")
    assert (both.dimension("sex").codes, both.dimension("sex").labels) == (("1",), ("Mænd",))


def test_windows_letters_are_read_where_the_file_is_no_utf8():
    assert read_csv((HEAD + ROWS).encode("cp1252"), "f.csv").dimension("OMRÅDE").codes == ("165",)


def test_utf8_read_twice_is_refused_as_the_wrong_codepage():
    said = (HEAD + ROWS).encode().decode("cp1252").encode()
    with pytest.raises(Refused, match=r"f\.csv, række 1, kolonne 4: tegnene 'Ã…'"):
        read_csv(said, "f.csv")


def test_a_missing_column_is_named():
    assert "kolonnen »INDHOLD« mangler; filen har OMRÅDE, KØN, TID, TAL" in refused(head="OMRÅDE;KØN;TID;TAL\r\n")
    assert "kolonnen »ALDER« mangler" in refused(columns={"ALDER": "ALDER"})


def test_a_row_with_too_few_fields_is_named():
    assert refused("165;M;2019;5\r\n165;K;6\r\n").startswith("f.csv, række 3, kolonne 3: rækken har 3 felter")


def test_a_missing_combination_is_named_or_left_as_a_gap():
    cut = ROWS[: ROWS.index("165;K;2020")]
    assert "1 af 4 tal mangler, først OMRÅDE=165, KØN=K, TID=2020" in refused(cut)
    assert np.isnan(table(cut, gaps=True).figure(KØN="K", TID="2020"))


def test_a_last_line_without_line_break_may_be_cut():
    assert "række 5: sidste række slutter uden linjeskift" in refused(ROWS[:-2])
    assert table(ROWS[:-2], ended=False).figure(KØN="K", TID="2020") == 8


def test_a_row_given_twice_with_another_figure_is_refused_and_with_the_same_counted_once():
    assert "række 6: rækken er der allerede i række 5" in refused(ROWS + "165;K;2020;9\r\n")
    again = table(ROWS + "165;K;2020;8\r\n")
    assert again.values.sum() == 26
    assert "talt med én gang; den første er række 6" in again.notes[0].text


def test_a_code_beside_another_areas_name_is_refused():
    said = "id;navn;TID;INDHOLD\r\n101;Guldborgsund;2019;5\r\n"
    with pytest.raises(Refused, match="kode 101 er København, men står ved »Guldborgsund«"):
        read_csv(said.encode(), "f.csv", columns={"OMRÅDE": ("id", "navn"), "TID": "TID"})


def test_text_in_place_of_a_figure_is_named():
    assert refused("165;M;2019;mange\r\n").startswith("f.csv, række 2, kolonne 4: »mange« er ikke et tal")


def test_an_unended_quote_is_named():
    assert "anførselstegn, der ikke slutter" in refused('165;"M;2019;5\r\n')


def test_a_matrix_csv_has_its_dimensions_from_the_title():
    text = "Folketal efter alder og tid;;\r\nEnhed: antal;;\r\n;2019;2020\r\n0 år;1,5;2\r\n1 år;3;..\r\n"
    matrix = read(text.encode(), "M.csv")
    assert [dim.name for dim in matrix.dimensions] == ["alder", "tid"]
    assert matrix.values[0].tolist() == [1.5, 2]
    assert (matrix.unit, matrix.mark(alder="1 år", tid="2020")) == ("antal", "..")
    assert str(matrix.places(alder="1 år", tid="2019")[0]) == "M.csv, række 5, kolonne 2"


@needs_shared
def test_danish_fertility_by_age_is_the_total_fertility_of_each_year():
    rates = read_csv_grid((DENMARK / "DK_ASFR_1973_2019.csv").read_bytes(), "ASFR.csv")
    assert rates.shape == (38, 47)
    assert rates.figure(age="Total fertility rate", time="1974") == 1896.8
    single = [label for label in rates.dimension("age").labels if age_of(label)]
    assert (single[0], single[-1], len(single)) == ("15 years", "49 years", 35)
    assert abs(rates.select(age=single).values.sum(0) - rates.values[0]).max() < 2  # 35 rounded figures


@needs_shared
def test_the_real_population_of_albertslund():
    data = gzip.decompress((DENMARK / "DK_BY2_FOLK1A_pop_mun_age_sex_2010_2020.csv.gz").read_bytes())
    columns = {"region": ("id", "name"), "time": "year", "sex": "sex", "age": "age"}
    read_table = read_csv(data, "BY2.csv", delimiter=",", columns=columns, value="pop")
    assert read_table.shape == (99, 11, 2, 126)
    assert "22 rækker gentager andre med samme tal" in read_table.notes[0].text
    people = (
        read_table.select(region="165").reduce("region").single_ages(open_from=105).order(axes=("time", "sex", "age"))
    )
    assert people.shape == (11, 2, 106)
    assert people.sum((1, 2)).tolist() == [
        27730, 27800, 27864, 27824, 27728, 27806, 27880, 27896, 27743, 27877, 27731,
    ]  # fmt: skip
    assert read_table.dimension("region").label("411") == "Christiansø"
