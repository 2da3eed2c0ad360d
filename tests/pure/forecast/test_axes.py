import numpy as np
import pytest

from raadhus.pure.forecast.axes import Axes, admitted, from_rows, require_same_total
from raadhus.pure.forecast.inputs import Inputs
from raadhus.pure.forecast.published import RAADHUS, UN_END
from raadhus.pure.kernel.errors import Refused

AXES = Axes((2022, 2023), districts=("Nord", "Syd"))


def given(**changes: object) -> Inputs:
    plain = {
        "population": np.ones(AXES.stock),
        "mortality": np.full(AXES.flow, 0.01),
        "fertility": np.zeros((2, 2, 106)),
        "boys_per_girl": np.array([1.05, 1.05]),
    }
    return Inputs(**(plain | changes))


def refusal(inputs: Inputs, model=RAADHUS) -> str:
    with pytest.raises(Refused) as caught:
        inputs.admit(AXES, model, file="rater.csv")
    return str(caught.value)


def test_a_rate_over_one_is_refused_with_file_row_and_column():
    rate = np.full(AXES.flow, 0.1)
    rate[1, 0, 1, 34] = 1.2
    said = refusal(given(out=rate))
    assert said == (
        "rater.csv: fraflytning, række år 2023, distrikt Nord, køn K, "
        "kolonne alder 34: 1.2 er større end 1; ret værdien."
    )


def test_a_negative_person_is_refused_with_its_cell():
    people = np.ones(AXES.stock)
    people[1, 0, 7] = -3
    assert refusal(given(population=people)).startswith(
        "rater.csv: folketal, række distrikt Syd, køn M, kolonne alder 7: -3 er mindre end 0"
    )


def test_a_missing_age_is_refused_by_its_shape():
    assert "2 × 2 × 106" in refusal(given(population=np.ones((2, 2, 105))))


def test_a_hole_in_the_table_is_refused():
    holed = np.full(AXES.flow, 0.1)
    holed[0, 0, 0, 0] = np.nan
    assert "alder 0: nan mangler" in refusal(given(mortality=holed))


def test_axes_of_size_one_are_spread_and_a_draw_axis_is_kept():
    assert admitted("x", np.ones((1, 1, 1, 106)), AXES.flow).shape == AXES.flow
    assert admitted("x", np.ones((7, 2, 1, 1, 106)), AXES.flow).shape == (7, *AXES.flow)


def test_five_year_figures_in_a_one_year_model_are_refused():
    with pytest.raises(Refused, match="trin på 1 år, men aldersgrupperne er 5 år"):
        Inputs(np.ones((1, 2, 18)), np.ones((1, 1, 2, 18)), np.zeros((1, 1, 18)), np.ones(1)).admit(
            Axes((2022,), ages=18, width=5), UN_END
        )


def rows_of(*figures: object) -> list[dict[str, object]]:
    return [
        {"køn": sex, "alder": age, "antal": n}
        for (sex, age), n in zip([("M", 0), ("M", 1), ("K", 0), ("K", 1)], figures, strict=False)
    ]


def read(rows: list[dict[str, object]]) -> np.ndarray:
    return from_rows(rows, {"køn": ("M", "K"), "alder": (0, 1)}, value="antal", file="folketal.csv")


def test_rows_become_an_array_in_the_axes_order():
    assert read(rows_of(1, 2, "3", "4,5")).tolist() == [[1, 2], [3, 4.5]]


def test_a_missing_age_in_the_rows_is_named():
    with pytest.raises(Refused, match=r"folketal.csv: der mangler en række for køn K, alder 1 \(kolonne antal\)"):
        read(rows_of(1, 2, 3))


def test_a_row_given_twice_is_named():
    with pytest.raises(Refused, match="række 6: samme kombination"):
        read([*rows_of(1, 2, 3, 4), {"køn": "M", "alder": 0, "antal": 1}])


def test_an_unknown_label_and_a_word_for_a_number_are_named():
    with pytest.raises(Refused, match="række 2, kolonne køn: “TOT” kendes ikke"):
        read([{"køn": "TOT", "alder": 0, "antal": 1}])
    with pytest.raises(Refused, match="række 2, kolonne antal: der står ikke et tal"):
        read([{"køn": "M", "alder": 0, "antal": "mange"}])


def test_districts_that_do_not_add_up_to_the_municipality_are_refused():
    districts = np.ones((3, 2, 4))
    municipality = np.full((2, 4), 3.0)
    require_same_total(districts, municipality, file="distrikter.csv")
    municipality[1, 2] = 5
    with pytest.raises(Refused, match=r"distrikter.csv: distrikterne giver 3 personer i række K, kolonne alder 2"):
        require_same_total(districts, municipality, file="distrikter.csv")
