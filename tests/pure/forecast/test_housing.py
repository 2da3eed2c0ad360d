import numpy as np
import pytest

from raadhus.pure.forecast.axes import Axes
from raadhus.pure.forecast.chains import Chain
from raadhus.pure.forecast.constraint import blended_size, raked, regrossed
from raadhus.pure.forecast.housing import Kinds, dwellings_standing, movers, residents, weights_of
from raadhus.pure.forecast.inputs import Inputs
from raadhus.pure.forecast.population import explained, project
from raadhus.pure.forecast.programme import Phase, Programme, month_number, read_programme
from raadhus.pure.forecast.published import RAADHUS
from raadhus.pure.kernel.errors import Refused

AXES = Axes((2022, 2023, 2024), districts=("Nord", "Syd"), ages=4)
KINDS = ("etagebolig/almen", "parcelhus/ejer")


def kinds() -> Kinds:
    """Flats: 2 persons, then 1.5 from the second year; occupied by halves. Houses: 3 persons at once."""
    even = np.full((2, 2, 2, 4), 1 / 8)
    return Kinds(
        KINDS,
        persons=np.array([[2.0, 1.5], [3.0, 3.0]]),
        profile=even,
        occupancy=np.array([[0.5] * 12 + [1.0], [1.0] * 13]),
    )


def flats(month: int, dwellings: float = 100, **changes: object) -> Phase:
    return Phase("Hede", month, "Nord", "etagebolig", "almen", dwellings, **changes)


def test_arrivals_follow_occupancy_and_persons_by_years_since_moving_in():
    weights = weights_of(Programme((flats(month_number(2022, 7)),)), kinds(), AXES)
    # end of 2022: 6 months, half occupied, 2 persons: 100. End of 2023: 18 months, all occupied, 1.5 persons: 150.
    assert weights.sum(axis=-1)[:, 0].tolist() == [100.0, 50.0, 0.0]
    assert weights.sum(axis=-1)[:, 1].tolist() == [0.0, 0.0, 0.0]
    assert weights[0, 0].tolist() == [100.0, 0.0, 0.0, 0.0]
    assert weights[1, 0].tolist() == [0.0, 50.0, 0.0, 0.0]


def test_demolished_dwellings_take_their_people_away():
    weights = weights_of(Programme((flats(month_number(2023, 3), 10, demolished=True),)), kinds(), AXES)
    assert weights.sum(axis=-1)[:, 0].tolist() == [0.0, -15.0, 0.0]


def test_a_slip_of_a_year_moves_the_arrivals_a_year_and_a_cancelled_phase_brings_none():
    slips, kept = np.array([[0], [12], [0]]), np.array([[1.0], [1.0], [0.0]])
    weights = weights_of(Programme((flats(month_number(2022, 7)),)), kinds(), AXES, slips, kept)
    assert weights.sum(axis=-1)[:, :, 0].tolist() == [[100, 50, 0], [0, 100, 50], [0, 0, 0]]


def test_movers_carry_the_profile_and_their_sum():
    people = movers(weights_of(Programme((flats(month_number(2022, 1), 8),)), kinds(), AXES), kinds())
    assert people.shape == AXES.flow
    assert people.sum(axis=(1, 2, 3)).tolist() == [pytest.approx(16.0), pytest.approx(-4.0), 0.0]


def test_the_order_of_projects_does_not_change_one_bit():
    phases = [Phase(f"P{n}", month_number(2022, 1 + n), "Syd", "parcelhus", "ejer", 0.1 * n) for n in range(9)]
    forth, back = Programme(tuple(phases)), Programme(tuple(reversed(phases)))
    assert np.array_equal(weights_of(forth, kinds(), AXES), weights_of(back, kinds(), AXES))


def test_dwellings_and_residents_count_stock_vacancy_and_densification():
    programme = Programme((flats(month_number(2022, 7)), flats(month_number(2023, 2), 20, demolished=True)))
    stock = np.array([1000.0, 500.0])
    assert dwellings_standing(programme, stock, AXES)[:, 0].tolist() == [1100, 1080, 1080]
    people = residents(stock, np.array([2.0, 2.0]), 0.1, 0.01, weights_of(Programme(), kinds(), AXES), AXES)
    assert people[:, 0] == pytest.approx([1800 * 1.01, 1800 * 1.01**2, 1800 * 1.01**3])


def test_regrossing_meets_the_net_and_keeps_the_product():
    moved_in, moved_out = regrossed(np.array([10.0, 5.0, 0.0]), np.array([8.0, 5.0, 4.0]), np.array([6.0, -3.0, 2.0]))
    assert moved_in - moved_out == pytest.approx([6, -3, 2])
    assert moved_in[:2] * moved_out[:2] == pytest.approx([80, 25])
    assert (moved_in >= 0).all()
    assert (moved_out >= 0).all()


def test_regrossing_by_hand():
    moved_in, moved_out = regrossed(np.array([4.0]), np.array([3.0]), np.array([4.0]))
    assert (moved_in[0], moved_out[0]) == (6.0, 2.0)  # (4 + √(16 + 48)) / 2


def fed(**changes: object) -> Inputs:
    plain = {
        "population": np.full(AXES.stock, 100.0),
        "mortality": np.full(AXES.flow, 0.02),
        "fertility": np.full((3, 2, 4), 0.05),
        "boys_per_girl": np.full(3, 1.05),
        "out": np.full(AXES.flow, 0.1),
        "inflow": np.full(AXES.flow, 10.0),
    }
    return Inputs(**(plain | changes))


SMALL = RAADHUS.but(births_youngest=1, births_oldest=2)


def test_the_constraint_gives_every_district_the_people_its_dwellings_hold():
    wanted = np.array([[700.0, 900.0], [750.0, 900.0], [800.0, 20.0]])
    communal = np.zeros(AXES.stock)
    communal[0, :, 3] = 5.0
    run = project(fed(residents=wanted, communal=communal), AXES, SMALL)
    assert run.population[1:].sum(axis=(2, 3)) - np.array([10.0, 0.0]) == pytest.approx(wanted)
    assert (run.population[1:, 0, :, 3] >= 5.0 - 1e-9).all()
    assert run.population[1:] == pytest.approx(explained(run), abs=1e-9)
    assert all((run.flows[name] >= 0).all() for name in ("in", "out", "births", "deaths"))


def test_half_of_the_new_homes_women_count_for_the_births():
    homes = np.zeros(AXES.flow)
    homes[0, 0, 1, 1] = 40.0
    added = project(fed(homes=homes, mortality=np.zeros(AXES.flow)), AXES, SMALL)
    plain = project(fed(mortality=np.zeros(AXES.flow)), AXES, SMALL)
    more = added.flows["births"][0].sum() - plain.flows["births"][0].sum()
    assert more == pytest.approx(40 * 0.05 / 2)


def test_raking_meets_both_margins_and_a_weight_goes_halfway():
    people = np.arange(1.0, 17.0).reshape(2, 2, 4)
    by_district, by_age = np.array([40.0, 120.0]), np.full(4, 40.0)
    met = raked(people, [((1, 2), by_district), ((0, 1), by_age)])
    assert met.sum(axis=(1, 2)) == pytest.approx(by_district)
    assert met.sum(axis=(0, 1)) == pytest.approx(by_age)
    half = raked(people, [((1, 2), by_district), ((0, 1), by_age)], weight=0.5)
    assert half == pytest.approx(np.sqrt(people * met))
    assert np.array_equal(raked(people, [((0, 1, 2), np.array(1.0))], weight=0.0), people)


def test_the_blended_size_lies_between_structure_and_trend():
    assert blended_size(np.array(2.0), np.array(2.4), 0.25) == pytest.approx(2.1)


def chain() -> Chain:
    """A new house (0) empties a flat (1) in 6 of 10; a flat empties a flat in 5 of 10; else they come from outside."""
    return Chain(
        vacates=np.array([[0.0, 0.6], [0.0, 0.5]]),
        from_outside=np.array([0.4, 0.3]),
        newly_formed=np.array([0.0, 0.2]),
        persons_from_outside=np.array([3.0, 2.0]),
    )


def test_a_chain_of_moves_by_hand():
    # 10 houses: 6 flats are emptied, filled by 6 + 3 + 1.5 + … = 12 moves
    assert chain().fillings(np.array([10.0, 0.0])) == pytest.approx([10, 12])
    assert chain().length() == pytest.approx([2.2, 2.0])
    assert chain().net_growth(np.array([10.0, 0.0])) == pytest.approx(10 * 0.4 * 3 + 12 * 0.3 * 2)
    assert chain().gross_yield(np.array([10.0, 0.0]), np.array([3.5, 2.0])) == 35.0


def test_ten_links_are_nearly_the_whole_chain():
    assert chain().fillings(np.array([10.0, 0.0]), links=3) == pytest.approx([10, 9])
    assert chain().fillings(np.array([10.0, 0.0]), links=10) == pytest.approx([10, 12], abs=0.05)


def test_a_chain_that_never_ends_is_refused():
    with pytest.raises(Refused, match="slutter aldrig"):
        Chain(np.eye(2), np.zeros(2), np.zeros(2), np.ones(2))


ROW = {
    "projekt": "Hede",
    "distrikt": "Nord",
    "type": "etagebolig",
    "ejerform": "almen",
    "indflytning": "2022-07",
    "boliger": "120",
    "status": "lokalplan",
}


def programme(**changes: str) -> Programme:
    return read_programme([ROW | changes], districts=("Nord", "Syd"), kinds=KINDS, file="boligprogram.xlsx")


def test_a_programme_is_read():
    assert programme().phases == (flats(month_number(2022, 7), 120),)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"boliger": "-4"}, "række 2, kolonne boliger: “-4” er ikke et antal boliger"),
        ({"type": "slot"}, "række 2, kolonne type: boligtypen “slot/almen” kendes ikke"),
        ({"distrikt": "Vest"}, "kolonne distrikt: “Vest” er ikke et distrikt"),
        ({"indflytning": "juli"}, "kolonne indflytning: “juli” er ikke en måned"),
        ({"status": "måske"}, "kolonne status: “måske” kendes ikke"),
        ({"projekt": ""}, "kolonne projekt: feltet er tomt"),
    ],
)
def test_a_wrong_programme_is_refused_with_row_and_column(changes, said):
    with pytest.raises(Refused, match=said):
        programme(**changes)
