"""Any damage to a file gives a whole table or a refusal in one sentence, and nothing else."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pure.statbank.files import FORMATS, SAMPLES, xlsx
from pure.statbank.test_xlsx import ROWS, TOP
from raadhus.pure.kernel.errors import Refused
from raadhus.pure.statbank import Table, read, read_csv

SMALL = {
    name: (SAMPLES / name).read_bytes() for name in ("by2.px", "by2.json", "BY2_bulk.csv", "fertility_default.csv")
}
SMALL["FOLK1A.xlsx"] = xlsx([*TOP, *ROWS])
REAL = {
    path.name: path.read_bytes()
    for path in (
        sorted(FORMATS.glob("px/[0-9]*.px")) + sorted(FORMATS.glob("jsonstat/*.json")) if FORMATS.exists() else []
    )
}
FILES = SMALL | REAL
calm = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def outcome(data: bytes, name: str) -> Table | str:
    """The table, sound in itself, or the sentence of a refusal that names the file."""
    try:
        table = read(data, name)
    except Refused as refusal:
        said = str(refusal)
        assert said.startswith(name)
        assert "\n" not in said
        assert 20 < len(said) < 600
        return said
    assert isinstance(table, Table)
    assert table.values.shape == tuple(len(dim) for dim in table.dimensions)
    assert not np.isinf(table.values).any()
    return table


@pytest.mark.parametrize("name", sorted(FILES))
@calm
@given(cut=st.floats(0, 1))
def test_a_cut_file_is_whole_or_refused(name, cut):
    data = FILES[name]
    at = int(len(data) * cut)
    found = outcome(data[:at], name)
    if isinstance(found, Table):
        whole = read(data, name)
        if name.endswith(".csv"):
            # Nothing in a list of rows tells how many there should be: a cut between two slices leaves whole slices.
            assert all(
                set(dim.codes) <= set(all_.codes) for dim, all_ in zip(found.dimensions, whole.dimensions, strict=True)
            )
            kept = whole.select({dim.name: dim.codes for dim in found.dimensions})
            assert np.array_equal(found.values, kept.values, equal_nan=True)
        else:
            assert np.array_equal(found.values, whole.values, equal_nan=True)


@pytest.mark.parametrize("name", sorted(FILES))
@calm
@given(st.data())
def test_a_changed_file_is_a_sound_table_or_refused(name, data):
    content = bytearray(FILES[name])
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content) - 1))
        kind = data.draw(st.sampled_from(["set", "drop", "put", "swap"]))
        if kind == "set":
            content[at] = data.draw(st.integers(0, 255))
        elif kind == "drop":
            del content[at : at + data.draw(st.integers(1, 30))]
        elif kind == "put":
            content[at:at] = data.draw(
                st.binary(max_size=8) | st.sampled_from([b'"', b";", b",", b"..", b"nan", b"-", b"[[[["])
            )
        else:
            other = data.draw(st.integers(0, len(content) - 1))
            content[at], content[other] = content[other], content[at]
        content = content or bytearray(b"x")
    outcome(bytes(content), name)


@calm
@given(st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
def test_anything_else_is_refused(data):
    outcome(data, "noget.bin")


@calm
@given(st.lists(st.floats(-1e12, 1e12).map(lambda x: round(x, 3)), min_size=6, max_size=6))
def test_figures_come_back_as_they_were_written(figures):
    rows = [
        f"{area};{year};{figure!r}".replace(".", ",") for (area, year), figure in zip(_pairs(), figures, strict=True)
    ]
    table = read_csv(("OMRÅDE;TID;INDHOLD\r\n" + "\r\n".join(rows) + "\r\n").encode(), "f.csv", decimal=",")
    assert table.values.ravel().tolist() == figures


def _pairs() -> list[tuple[str, str]]:
    return [(area, year) for area in ("153", "165") for year in ("2019", "2020", "2021")]
