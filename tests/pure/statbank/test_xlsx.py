import io
import zipfile

import pytest

from pure.statbank.files import FORMATS, needs_shared, xlsx
from raadhus.pure.kernel.errors import Refused
from raadhus.pure.statbank import read_xlsx
from raadhus.pure.statbank.xlsx import MOST_BYTES, reference

TOP = [["Folketal efter område, køn og tid"], ["Enhed: antal"], [None, None, None, None, "2019", "2020"]]
ROWS = [
    ["165", "Albertslund", "M", "Mænd", 5, 6],
    [None, None, "K", "Kvinder", 7, ".."],
    ["153", "Brøndby", "M", "Mænd", 9, 10],
    [None, None, "K", "Kvinder", 11, 12],
]


def refused(data: bytes) -> str:
    with pytest.raises(Refused) as caught:
        read_xlsx(data, "f.xlsx")
    return str(caught.value)


def test_the_stub_is_filled_down_and_the_title_names_the_dimensions():
    table = read_xlsx(xlsx([*TOP, *ROWS]), "f.xlsx")
    assert (table.name, table.unit, table.shape) == ("FOLK1A", "antal", (2, 2, 2))
    assert [(d.name, d.role) for d in table.dimensions] == [("område", "region"), ("køn", "sex"), ("tid", "time")]
    assert table.figure(område="153", køn="K", tid="2019") == 11
    assert table.mark(område="165", køn="K", tid="2020") == ".."


def test_a_figure_is_found_again_by_its_cell():
    table = read_xlsx(xlsx([*TOP, *ROWS]), "f.xlsx")
    place = table.places(område="153", køn="K", tid="2019")[0]
    assert str(place) == "f.xlsx, række 7, kolonne 5 (FOLK1A!E7)"
    assert (reference(0, 0), reference(3, 6), reference(0, 26)) == ("A1", "G4", "AA1")


def test_two_rows_of_headings_are_filled_to_the_right():
    rows = [["Folketal efter område, køn og tid"], [None, "Mænd", None, "Kvinder", None]]
    rows += [[None, "2019", "2020", "2019", "2020"], ["Albertslund", 1, 2, 3, 4], ["Brøndby", 5, 6, 7, 8]]
    table = read_xlsx(xlsx(rows), "f.xlsx")
    assert table.figure(område="Brøndby", køn="Kvinder", tid="2019") == 7


def test_a_note_below_a_blank_row_is_kept_and_figures_there_are_refused():
    assert read_xlsx(xlsx([*TOP, *ROWS, [], ["Bemærk"]]), "f.xlsx").notes[0].text == "Bemærk"
    assert "række 9, kolonne 5" in refused(xlsx([*TOP, *ROWS, [], ["153", "x", "M", "x", 3]]))


def test_a_missing_row_is_named():
    assert "række 7, kolonne 1" in refused(xlsx([*TOP, *ROWS[:3]])) or "mangler rækken" in refused(
        xlsx([*TOP, *ROWS[:3]])
    )
    assert "her mangler rækken område=153, køn=K" in refused(xlsx([*TOP, *ROWS[:3]]))


def test_a_doubled_row_is_refused():
    assert "står to gange" in refused(xlsx([*TOP, *ROWS, ["153", "Brøndby", "K", "Kvinder", 11, 12]]))


def test_text_in_place_of_a_figure_is_named_with_its_cell():
    rows = [*TOP, *ROWS[:3], [None, None, "K", "Kvinder", 11, "mange"]]
    assert "række 7, kolonne 6 (FOLK1A!F7): »mange« er ikke et tal" in refused(xlsx(rows))


def test_an_empty_figure_is_refused():
    rows = [*TOP, *ROWS[:3], [None, None, "K", "Kvinder", 11, None]]
    assert "FOLK1A!F7" in refused(xlsx(rows))


def test_a_title_that_names_too_few_dimensions_is_refused():
    assert "titlen nævner 1 dimensioner" in refused(xlsx([["Folketal efter tid"], *TOP[1:], *ROWS]))


def test_codes_sorted_apart_from_their_names_are_refused():
    rows = [*TOP, ["101", "Albertslund", "M", "Mænd", 5, 6]]
    assert "kode 101 er København, men står ved »Albertslund«" in refused(xlsx(rows))


def test_a_cut_file_is_refused():
    data = xlsx([*TOP, *ROWS])
    assert "ikke en hel Excel-fil" in refused(data[: len(data) // 2])


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/workbook.xml", "w") as part:
        for _ in range(MOST_BYTES // 1_000_000 + 1):
            part.write(b" " * 1_000_000)
    assert len(held.getvalue()) < 1_000_000
    assert "MB udpakket" in refused(held.getvalue())


def test_a_sheet_with_a_cell_far_away_is_refused_and_not_laid_out():
    far = xlsx([*TOP, *ROWS])
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(far)) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            cells = "".join(f'<c r="XFD{row}"><v>1</v></c>' for row in range(1, 1000)).encode()
            new.writestr(name, old.read(name).replace(b"<sheetData>", b"<sheetData>" + cells))
    assert "for mange celler" in refused(held.getvalue())


def test_entities_are_never_expanded():
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(xlsx([*TOP, *ROWS]))) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            dtd = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' if name == "xl/workbook.xml" else b""
            new.writestr(name, dtd + old.read(name))
    assert "DTD" in refused(held.getvalue())


@needs_shared
def test_real_exports_have_the_sums_of_their_figures():
    folder = FORMATS / "statbank_xlsx"
    by2 = read_xlsx((folder / "BY2-1819.xlsx").read_bytes(), "BY2-1819.xlsx")
    assert (by2.name, by2.shape) == ("BY2", (2, 99, 126, 2))
    albertslund = by2.select(municipality="165").reduce("municipality", "sex", "age")
    assert albertslund.order(axes=("time",)).tolist() == [27743, 27877]
    assert len(albertslund.places(time="2018")) == 2 * 126
    folk = read_xlsx((folder / "FOLK1A-20q1.xlsx").read_bytes(), "FOLK1A-20q1.xlsx")
    assert (folk.name, folk.shape, folk.dimension("time").codes) == ("FOLK1A", (1, 105, 126, 2), ("2020K1",))
    country = folk.reduce("region", "time").order(axes=("sex", "age"))
    municipalities = [code for code in folk.dimension("region").codes if code > "100"]
    parts = folk.select(region=municipalities).reduce("time", "region").order(axes=("sex", "age"))
    assert (country == parts).all()
    with pytest.raises(Refused, match="region har både totalen 000"):
        folk.reduce("time").order(axes=("region", "sex", "age"))


@needs_shared
def test_a_real_export_sorted_apart_from_its_codes_is_refused():
    name = "HISBK-e0-mun.xlsx"
    with pytest.raises(
        Refused, match=r"række 4, kolonne 2 \(HISBK!B4\): kode 000 er Hele landet, men står ved »Lolland«"
    ):
        read_xlsx((FORMATS / "statbank_xlsx" / name).read_bytes(), name)
