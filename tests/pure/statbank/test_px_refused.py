import pytest

from pure.statbank.files import FORMATS, needs_shared, px, sample
from raadhus.pure.kernel.errors import Refused
from raadhus.pure.statbank import read_px


def refused(data: bytes) -> str:
    with pytest.raises(Refused) as caught:
        read_px(data, "p.px")
    return str(caught.value)


def test_a_file_cut_in_the_data_names_the_last_row():
    assert refused(px("1 2\n3")).startswith("p.px, række 12, kolonne 2: tallene efter DATA slutter ikke med semikolon")


def test_too_few_figures_name_the_last_one():
    said = refused(px("1 2\n3;"))
    assert said.startswith("p.px, række 12, kolonne 1: filen har 3 tal, men dens dimensioner kræver 4")


def test_too_many_figures_name_the_first_beyond():
    assert refused(px("1 2\n3 4 5;")).startswith("p.px, række 12, kolonne 5: filen har 5 tal")


def test_a_file_cut_in_the_header_names_the_keyword():
    data = px("1 2 3 4;")
    cut = data[: data.index(b'"Kvinder"') + 4]
    assert refused(cut).startswith("p.px, række 7, kolonne 1: VALUES slutter ikke med semikolon")


def test_a_file_without_data_says_so():
    data = px("1 2 3 4;")
    assert "nøgleordet DATA mangler" in refused(data[: data.index(b"DATA=")])


@pytest.mark.parametrize("keyword", [b'VALUES("k\xf8n")', b'VALUES("tid")', b"MATRIX"])
def test_a_missing_keyword_is_named(keyword):
    data = px("1 2 3 4;")
    start = data.index(keyword)
    without = data[:start] + data[data.index(b"\n", start) + 1 :]
    assert f"nøgleordet {keyword.decode('cp1252')} mangler" in refused(without)


def test_a_file_with_neither_stub_nor_heading_is_refused():
    data = px("1 2 3 4;", stub="").replace(b'HEADING="tid";\n', b"")
    assert "STUB eller HEADING" in refused(data)


def test_codes_and_values_of_different_number_are_refused():
    said = refused(px("1 2 3 4;").replace(b'"M","K"', b'"M"'))
    assert "CODES har 1 koder for køn, men VALUES har 2" in said


def test_the_same_code_twice_is_refused():
    assert "værdien »M« to gange" in refused(px("1 2 3 4;").replace(b'"M","K"', b'"M","M"'))


def test_text_among_the_figures_is_named_with_row_and_column():
    assert refused(px("1 2\n3 4x;")).startswith("p.px, række 12, kolonne 3: »4x« er hverken et tal")
    assert "række 12, kolonne 1: »12-34«" in refused(px("1 2\n12-34 5;"))


def test_an_unknown_mark_is_named():
    assert "»?« er ikke et af filens tegn" in refused(px('1 2 3 "?";'))


def test_an_infinite_figure_is_refused():
    assert refused(px("1 2 3 1e999;")).startswith("p.px, række 11, kolonne 12: tallet er større")


def test_utf8_declared_as_ansi_names_the_first_letter():
    said = refused(px("1 2 3 4;", encoding="utf-8"))
    assert said.startswith("p.px, række 3, kolonne 11: filen siger tegnsæt cp1252, men er i utf-8")


def test_ansi_declared_as_utf8_names_the_first_letter():
    said = refused(px("1 2 3 4;", head='CODEPAGE="utf-8";\n'))
    assert said.startswith("p.px, række 3, kolonne 11: tegnet passer ikke til tegnsættet utf-8")


def test_a_dos_file_declared_as_ansi_is_refused():
    said = refused(px("1 2 3 4;", head='NOTE="Område";\n', encoding="cp850"))
    assert "tegnsæt" in said
    assert "række 3" in said


def test_an_unknown_codepage_is_named():
    assert "tegnsættet »klingon« i CODEPAGE kendes ikke" in refused(px("1 2 3 4;", head='CODEPAGE="klingon";\n'))


def test_utf16_is_refused():
    assert "UTF-16" in refused(sample("by2.px").decode("cp1252").encode("utf-16"))


def test_more_figures_than_memory_should_hold_are_refused_before_they_are_made():
    many = ",".join(f'"v{n}"' for n in range(8000)).encode()
    data = px("1 2 3 4;").replace(b'"M\xe6nd","Kvinder"', many).replace(b'CODES("k\xf8n")="M","K";\n', b"")
    data = data.replace(
        b'VALUES("tid")="2019","2020";\nTIMEVAL("tid")=TLIST(A1),"2019","2020"', b'VALUES("tid")=' + many
    )
    assert "64000000 tal; vælg færre" in refused(data)


@needs_shared
@pytest.mark.parametrize("name", ["14001.px", "27067.px", "px-x-0602000000_107.px"])
def test_a_real_file_cut_anywhere_is_never_read_by_half(name):
    data = (FORMATS / "px" / name).read_bytes()
    for cut in range(100, len(data) - 3, max(len(data) // 60, 1)):
        with pytest.raises(Refused, match=rf"{name}, række \d+"):
            read_px(data[:cut], name)


@pytest.mark.parametrize("name", ["klingon", "rot13", "unicode_escape", "utf-16", "a\0b"])
def test_a_codepage_that_is_none_is_named(name):
    assert "i CODEPAGE kendes ikke" in refused(px("1 2 3 4;", head=f'CODEPAGE="{name}";\n'))


def test_a_refusal_is_one_line_of_bearable_length_whatever_the_file_holds():
    said = refused(px("1 2 3 4;").replace(b'"M","K"', b'"' + b"M\n" * 999 + b'","' + b"M\n" * 999 + b'"'))
    assert "\n" not in said
    assert len(said) <= 500
