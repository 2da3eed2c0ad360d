import numpy as np
import pytest

from pure.statbank.files import FORMATS, needs_shared, px, sample
from raadhus.pure.kernel.errors import Refused
from raadhus.pure.statbank import Note, read_px


def test_stub_then_heading_is_the_order_of_the_axes():
    table = read_px(sample("by2.px"), "by2.px")
    assert (table.name, table.unit, table.shape) == ("BY2", "Antal", (2, 2, 3, 2))
    assert [dim.name for dim in table.dimensions] == ["område", "køn", "alder", "tid"]
    assert [dim.role for dim in table.dimensions] == ["region", "sex", "age", "time"]
    assert table.figure(område="165", køn="K", alder="2", tid="2020") == 150
    assert table.figure(område="Brøndby", køn="Mænd", alder="0 år", tid="2019") == 211


def test_a_title_over_two_lines_is_joined_and_a_semicolon_in_quotes_ends_nothing():
    table = read_px(sample("by2.px"), "by2.px")
    assert table.title == "Folketal 1. januar efter område, køn, alder og tid; børn = 0-2 år"


def test_another_language_gives_its_labels_and_the_same_codes():
    table = read_px(sample("by2.px"), "by2.px", language="en")
    assert table.dimension("sex").labels == ("Men", "Women")
    assert table.dimension("sex").codes == ("M", "K")
    assert table.title == "Population 1 January by area, sex, age and time"


def test_notes_keep_what_they_are_about():
    notes = read_px(sample("by2.px"), "by2.px").notes
    assert Note("Tallene er pr. 1. januar.") in notes
    assert Note("Kommunekode 165.", ("område", "Albertslund")) in notes


def test_a_figure_is_found_again_by_row_and_column():
    data = sample("by2.px")
    place = read_px(data, "by2.px").places(område="165", køn="K", alder="2", tid="2020")[0]
    line = data.decode("cp1252").splitlines()[place.row - 1]
    assert (place.file, line[place.column - 1 :].strip()) == ("by2.px", "150")


def test_dots_are_missing_and_a_dash_is_nil():
    table = read_px(px('12 ".."\n"-" 3;'), "p.px")
    assert table.values[0, 0] == 12
    assert np.isnan(table.values[0, 1])
    assert table.values[1].tolist() == [0, 3]
    assert (table.mark(køn="M", tid="2020"), table.mark(køn="K", tid="2019")) == ("..", "-")


def test_datasymbol_gives_the_marks_their_meaning():
    table = read_px(px('12 ".."\n"." 3;', head='DATASYMBOL1="ikke muligt";\nDATASYMBOL2="fortroligt";\n'), "p.px")
    assert table.mark(køn="M", tid="2020") == "fortroligt"
    assert table.mark(køn="K", tid="2019") == "ikke muligt"


@pytest.mark.parametrize("body", ["1,2\r\n3;4;", "1\t2 ; 3\n4 ;\r\n", "1 2 3 4;\x1a", '1 .. "3" 4;', "1 2;\n3 4;;\n"])
def test_all_delimiters_of_the_format_are_read(body):
    if '"3"' in body:
        with pytest.raises(Refused, match="DATASYMBOL"):
            read_px(px(body), "p.px")
    else:
        assert read_px(px(body), "p.px").values.ravel().tolist() == [1, 2, 3, 4]


def test_keys_give_the_rows_that_are_there_and_zeros_for_the_others():
    table = read_px(px('"K",7 ".."\n;', head='KEYS("køn")=CODES;\n'), "p.px")
    assert table.values[0].tolist() == [0, 0]
    assert table.values[1, 0] == 7
    assert table.mark(køn="K", tid="2020") == ".."
    assert table.places(køn="K", tid="2019")[0].row == 12
    assert table.places(køn="M", tid="2019")[0].row is None
    assert "1 rækker er udeladt" in table.notes[-1].text


def test_keys_may_be_the_texts_of_the_values():
    table = read_px(px('"Kvinder",7 8\n"Mænd",5 6;', head='KEYS("køn")=VALUES;\n'), "p.px")
    assert table.values.tolist() == [[5, 6], [7, 8]]


def test_a_key_that_is_no_value_is_refused_with_its_place():
    with pytest.raises(Refused, match=r"p\.px, række 12, kolonne 7: nøglen »X«"):
        read_px(px('"X",7 8;', head='KEYS("køn")=CODES;\n'), "p.px")


@pytest.mark.parametrize(
    ("timeval", "codes"),
    [
        ('TLIST(A1,"2019"-"2020")', ("2019", "2020")),
        ('TLIST(Q1,"20194"-"20201")', ("2019K4", "2020K1")),
        ('TLIST(M1),"201912","202001"', ("2019M12", "2020M01")),
        ('TLIST(W1,"202052"-"202053")', ("2020U52", "2020U53")),
    ],
)
def test_timeval_gives_codes_where_the_values_are_words(timeval, codes):
    data = px("1 2 3 4;").decode("cp1252")
    data = data.replace('"tid")="2019","2020"', '"tid")="først","sidst"').replace('TLIST(A1),"2019","2020"', timeval)
    assert read_px(data.encode("cp1252"), "p.px").dimension("time").codes == codes


def test_decimals_and_precision_are_kept():
    head = 'DECIMALS=1;\nPRECISION("køn","Kvinder")=3;\n'
    table = read_px(px("1.5 2 3 4.125;", head=head), "p.px")
    assert (table.decimals, dict(table.precision)) == (1, {("køn", "K"): 3})


def test_elimination_names_the_total():
    table = read_px(px("1 2 3 4;", head='ELIMINATION("køn")="Kvinder";\n'), "p.px")
    assert (table.dimension("sex").total, table.dimension("sex").eliminates) == ("K", True)


def test_a_dos_file_without_charset_is_read_as_the_format_says():
    data = px("1 2 3 4;", encoding="cp850").replace(b'CHARSET="ANSI";\n', b"")
    assert read_px(data, "p.px").dimension("sex").labels == ("Mænd", "Kvinder")


@needs_shared
def test_real_files_have_the_sums_of_their_figures():
    marriages = read_px((FORMATS / "px/14001.px").read_bytes(), "14001.px")
    assert marriages.shape == (21, 48, 2, 4)
    assert int(np.isnan(marriages.values).sum()) == 2260 == int((marriages.marks > 0).sum())
    assert marriages.values[0, 0].tolist() == [[162743, 131818, 1600, 29325], [162743, 133675, 930, 28138]]
    assert np.nansum(marriages.values[0, 1:, 0, 0]) == 162743
    prices = read_px((FORMATS / "px/27067.px").read_bytes(), "27067.px")
    assert prices.shape == (1, 29, 4, 7)
    assert set(prices.mark_texts) == {"", ".", ".."}
    swiss = read_px((FORMATS / "px/px-x-0602000000_107.px").read_bytes(), "swiss.px", language="fr")
    assert swiss.shape == (20, 4, 5, 2, 76)
    assert "45-47 Commerce, réparation d’automobiles et de motocycles" in swiss.dimensions[0].labels
    assert (swiss.values.ravel()[0], swiss.values.ravel()[-1]) == (9.1091, 26.7702)


@needs_shared
def test_a_real_file_whose_letters_are_lost_is_refused_or_read_as_damaged():
    data = (FORMATS / "px/1001.px").read_bytes()
    with pytest.raises(Refused, match=r"1001\.px, række 7, kolonne 84: tegn er gået tabt"):
        read_px(data, "1001.px")
    table = read_px(data, "1001.px", damaged=True)
    assert table.shape == (7, 3, 24)
    assert table.values[0, 0, 0] == 0.86
    assert "gået tabt" in table.notes[-1].text
