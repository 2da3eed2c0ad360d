import json

import numpy as np
import pytest

from pure.statbank.files import FORMATS, needs_shared, sample
from raadhus.pure.kernel.errors import Refused
from raadhus.pure.statbank import read_jsonstat, read_jsonstat_all, read_px


def version_2(**changes):
    return {**json.loads(sample("by2.json")), **changes}


def version_1():
    two = json.loads(sample("by2.json"))
    inner = {**two["dimension"], "id": two["id"], "size": two["size"], "role": two["role"]}
    return {"dataset": {"dimension": inner, "label": two["label"], "value": two["value"]}}


def read(content):
    return read_jsonstat(json.dumps(content, ensure_ascii=False).encode(), "svar.json")


def refused(content) -> str:
    with pytest.raises(Refused) as caught:
        read(content)
    return str(caught.value)


def test_both_versions_and_px_give_the_same_figures():
    figures = read_px(sample("by2.px"), "by2.px").values
    assert np.array_equal(read(version_2()).values, figures)
    assert np.array_equal(read(version_1()).values, figures)


def test_an_index_given_as_a_map_puts_the_codes_in_order():
    table = read(version_2())
    assert table.dimension("sex").codes == ("M", "K")
    assert table.dimension("sex").labels == ("Mænd", "Kvinder")
    assert table.figure(region="165", sex="K", age="2", time="2020") == 150


def test_a_sparse_value_object_leaves_the_rest_missing():
    table = read(version_2(value={"0": 211, "23": 150}, status={"1": ".."}))
    assert int(np.isnan(table.values).sum()) == 22
    assert (table.values.ravel()[0], table.values.ravel()[23]) == (211, 150)
    assert table.mark_texts[table.marks.ravel()[1]] == ".."


def test_a_status_on_a_figure_keeps_the_figure():
    table = read(version_2(status=["p", *[None] * 23]))
    assert table.values.ravel()[0] == 211
    assert table.mark(region="153", sex="M", age="0", time="2019") == "p"


def test_one_status_for_all():
    assert (read(version_2(status="a")).marks == 1).all()


def test_a_figure_is_found_again_by_its_place_in_value():
    place = read(version_2()).places(region="165", sex="K", age="2", time="2020")[0]
    assert str(place) == "svar.json (value[23])"
    assert version_2()["value"][23] == 150


def test_a_collection_gives_every_table_and_asks_which():
    both = {"version": "2.0", "class": "collection", "link": {"item": [version_2(), version_2(label="Igen")]}}
    data = json.dumps(both).encode()
    assert len(read_jsonstat_all(data, "s.json")) == 2
    assert read_jsonstat(data, "s.json", dataset="Igen").title == "Igen"
    assert "sig hvilken" in refused(both)


def test_a_collection_of_links_is_refused():
    assert "henviser kun" in refused({"class": "collection", "link": {"item": [{"class": "dataset", "href": "x"}]}})


def test_a_bundle_of_version_1_gives_every_table():
    one = version_1()["dataset"]
    assert list(read_jsonstat_all(json.dumps({"a": one, "b": one}).encode(), "s.json")) == ["a", "b"]


def test_a_size_that_is_not_the_number_of_values_is_refused():
    said = refused(version_2(size=[2, 2, 3, 3]))
    assert "Tid har 2 værdier, men size siger 3" in said


def test_too_few_values_are_refused():
    assert "filen har 23 tal, men size kræver 24" in refused(version_2(value=[1] * 23))


def test_a_value_that_is_no_number_is_named():
    assert refused(version_2(value=[1] * 23 + ["mange"])).startswith("svar.json (value[23]): »mange«")
    assert "value[23]" in refused(version_2(value=[1] * 23 + [True]))
    assert "value[0]" in refused(version_2(value=[10**400] + [1] * 23))


def test_nan_is_refused_with_row_and_column():
    data = sample("by2.json").replace(b"\n  211,", b"\n  NaN,")
    with pytest.raises(Refused, match=r"by2\.json, række \d+, kolonne 3: NaN er ikke et tal"):
        read_jsonstat(data, "by2.json")


def test_a_sparse_key_outside_the_table_is_refused():
    assert "pladsen »24«" in refused(version_2(value={"24": 1}))
    assert "pladsen »-1«" in refused(version_2(value={"-1": 1}))


def test_the_same_key_twice_is_refused():
    data = sample("by2.json").replace(b'"class": "dataset"', b'"class": "dataset", "class": "dataset"')
    with pytest.raises(Refused, match="»class« står to gange"):
        read_jsonstat(data, "by2.json")


@pytest.mark.parametrize("missing", ["id", "size", "dimension"])
def test_a_missing_part_is_named(missing):
    content = version_2()
    del content[missing]
    assert f"»{'dimension' if missing == 'dimension' else missing}«" in refused(content)


def test_huge_sizes_are_refused_before_they_are_made():
    content = version_2(value={})
    content["id"], content["size"] = ["OMRÅDE"], [10**9]
    assert "size siger 1000000000" in refused(content)


def test_statbanks_no_is_passed_on():
    answer = {"errorTypeCode": "EXTRACT-NOTFOUND", "message": "Can't find value: 999 (OMRÅDE)"}
    said = refused(answer)
    assert "EXTRACT-NOTFOUND: Can't find value: 999 (OMRÅDE)" in said
    assert "ret bestillingen" in said


def test_a_file_cut_in_the_middle_names_row_and_column():
    data = sample("by2.json")
    with pytest.raises(Refused, match=r"by2\.json, række \d+, kolonne \d+: JSON-teksten er brudt"):
        read_jsonstat(data[: len(data) // 2], "by2.json")


@needs_shared
def test_statbanks_real_answers():
    folder = FORMATS / "jsonstat"
    table = read_jsonstat((folder / "statbank_FOLK1A_JSONSTAT_v1.json").read_bytes(), "f.json")
    assert (table.name, table.figure(), table.updated) == ("FOLK1A", 670389, "2026-08-10T06:00:00Z")
    for name, word in (
        ("statbank_errors.json", "EXTRACT-NOTFOUND"),
        ("statbank_tableinfo_FOLK1A_trimmed.json", "ingen tal"),
    ):
        with pytest.raises(Refused, match=word):
            read_jsonstat((folder / name).read_bytes(), name)
