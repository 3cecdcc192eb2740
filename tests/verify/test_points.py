"""The random points: where they lie, how they are chosen, and what counts at them."""

from __future__ import annotations

import numpy
import pytest

from explainer.expr import nodes
from explainer.expr.node import Node
from explainer.expr.shape import matrix_shape, vector_shape
from explainer.language import parse_expression
from explainer.verify import Check, Verifier
from explainer.verify.batch import ENOUGH, IN_VAIN, Batch, Comparison
from explainer.verify.drawn import Share
from explainer.verify.oracle import Oracle
from explainer.verify.points import BESIDE, FAR_RANGES, FEW, RANGES, RandomPoints, Sizes, obeying

COUNT = 3 * len(RANGES)
s, t = nodes.Variable("s"), nodes.Variable("t")
x = nodes.Variable("x", vector_shape("n"))
SHAPES = {"s": "scalar", "t": "scalar", "x": "n", "w": "n"}


def parsed(text: str) -> Node:
    return parse_expression(text, {name: shape for name, shape in SHAPES.items() if name in text}).expression


def within(values: numpy.ndarray, row: numpy.ndarray) -> bool:
    low, high, sign = row
    size = numpy.abs(values)
    return bool(((size >= low) & (size <= high) & ((sign == 0.0) | (numpy.sign(values) == sign))).all())


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("far", [False, True])
def test_two_points_in_three_lie_in_one_range_for_all_variables(seed: int, far: bool) -> None:
    ranges = numpy.concatenate([RANGES, FAR_RANGES]) if far else RANGES
    points = RandomPoints(seed, COUNT, Sizes(0, ("n",)), far=far)
    first, second = points.variable(s), points.variable(x)
    assert first.shape == (COUNT,)
    assert second.shape == (COUNT, 3)
    for place in range(COUNT):
        row = ranges[(5 * seed + place) % len(ranges)]
        if place % 3 != 2:
            assert within(first[place], row), place
            assert within(second[place], row), place
    own = [place for place in range(2, COUNT, 3) if not within(first[place], ranges[(5 * seed + place) % len(ranges)])]
    assert len(own) > COUNT // 6, "a third has ranges of its own"


def test_the_ranges_are_all_kinds_and_keep_clear_of_zero() -> None:
    low, high, sign = RANGES.T
    assert (low >= 0.05).all()
    assert (low < high).all()
    assert (high <= 9).all()
    assert {-1.0, 0.0, 1.0} == set(sign)
    for inside in ((high < 1) & (sign > 0), (high < 1) & (sign < 0), (low > 1) & (sign > 0), (low > 1) & (sign < 0)):
        assert inside.any(), "inverse functions need points on each side of 0 and of 1"
    mixed = numpy.concatenate(
        [RandomPoints(0, COUNT, Sizes(0, ("n",))).variable(x)[sign_place::11] for sign_place in (3, 6)]
    )
    assert (mixed > 0).any()
    assert (mixed < 0).any()


def test_a_seed_gives_the_same_points_and_each_name_others() -> None:
    def points(seed: int) -> RandomPoints:
        return RandomPoints(seed, COUNT, Sizes(0, ("n",)))

    assert (points(1).variable(s) == points(1).variable(s)).all()
    assert (points(1).variable(s) != points(2).variable(s)).any()
    assert (points(1).variable(s) != points(1).variable(t)).any()
    chosen = numpy.array([4, 0, 7])
    few = RandomPoints(1, COUNT, Sizes(0, ("n",)), chosen=chosen)
    assert (few.variable(x) == points(1).variable(x)[chosen]).all()


def test_a_matrix_makes_no_vector_much_larger() -> None:
    for columns in (2, 7):
        matrix = nodes.Variable("W", matrix_shape(3, columns))
        found = RandomPoints(0, COUNT, Sizes(0, ())).variable(matrix)
        largest = RANGES[:, 1].max() / (3 * columns)
        assert found.shape == (COUNT, 3, columns)
        assert largest / 2 < numpy.abs(found).max() <= largest


def test_shares_of_rows_and_of_columns_add_up_along_their_axis() -> None:
    matrix = nodes.Variable("Y", matrix_shape("m", "n"))
    for axis in (-1, -2):
        found = RandomPoints(0, COUNT, Sizes(0, ("m", "n")), shares=frozenset({Share("Y", axis)})).variable(matrix)
        assert (found > 0).all()
        assert numpy.allclose(found.sum(axis=axis), 1.0)
        assert not numpy.allclose(found.sum(axis=-3 - axis), 1.0)


def test_shares_are_positive_and_add_up_to_one() -> None:
    points = RandomPoints(0, COUNT, Sizes(0, ("n",)), shares=frozenset({Share("x", -1)}))
    found = points.variable(x)
    assert (found > 0).all()
    assert found.sum(axis=1) == pytest.approx(1.0)
    assert (points.variable(s) < 0).any()


def test_open_sizes_are_numbers_of_their_own() -> None:
    for way, wanted in enumerate(([3, 2, 5, 4, 7, 6, 8, 9], [2, 4, 3, 6, 5, 7, 8, 9])):
        sizes = Sizes(way, ())
        assert [sizes[name] for name in "abcdefgh"] == wanted
        assert sizes["b"] == wanted[1]


# --- what counts -----------------------------------------------------------------------------------------------------


def check(left: str, right: str, conditions: tuple[str, ...] = (), **options: int) -> Check:
    first, second = parsed(left), parsed(right)
    return Verifier((first,), **options).check(first, second, tuple(map(parsed, conditions)))


def test_how_many_points_are_compared() -> None:
    assert check("2 s", "s + s").points == 12
    assert check("2 x", "x + x").points == 16
    assert check("2 s", "s + s", thoroughness=3).points == 36
    assert 4 <= check("sqrt(s)", "s^(1/2)").points <= 12
    assert check("sqrt(s - 100)", "(s - 100)^(1/2)").state == "ok"
    assert check("sqrt(s - 3000)", "(s - 3000)^(1/2)").points == 0


def test_a_condition_chooses_the_points() -> None:
    assert check("abs(s)", "s", ("s > 0",)).state == "ok"
    assert check("abs(s)", "s").state == "failed"
    assert check("abs(s)", "s", ("s < 0",)).state == "failed"
    assert check("sum(x)", "1").state == "failed"
    assert check("sum(x)", "1", ("sum(x) == 1",)).state == "ok"
    assert check("sum(x) s", "s", ("sum(x) == 1", "s > 0")).state == "ok"
    assert check("sum(x) abs(s)", "s", ("sum(x) == 1", "s < 0")).state == "failed"
    assert check("sum(w)", "1", ("sum(x) == 1",)).state == "failed"


def test_a_difference_is_told_in_numbers_or_as_a_fraction() -> None:
    number = check("s^2", "3 s^2")
    assert "the two lines differ: " in number.message
    told = [
        float(part.split(" ")[0]) for part in number.message.removeprefix("the two lines differ: ").split(" is not ")
    ]
    assert told[1] == pytest.approx(3 * told[0], rel=1e-4)
    assert number.max_error == pytest.approx(2 / 3)
    assert check("x", "4 x").message == "the two lines differ by 75 percent"
    assert check("x", "x'").message == "the two lines have different shapes: n×1 and 1×n"


def test_where_no_precision_decides_a_point_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two lines that differ at some points only, those points are left out as long as nothing is known of them."""
    batch = Batch(0, 24, Sizes(0, ()), Oracle(analytic_functions=True))
    left, right = parsed("s"), parsed("cases(s if s > 0, 2 s otherwise)")
    positive = batch.evaluator.value(left, ()) > 0
    told = batch.compare(left, right, ())
    assert told.errors.max() == pytest.approx(0.5)
    assert told.usable.all()
    monkeypatch.setattr("explainer.verify.many_digits.difference_at", lambda *_: None)
    unknown = batch.compare(left, right, ())
    assert unknown.errors.max() == 0.0
    assert (unknown.usable == positive).all()
    monkeypatch.setattr("explainer.verify.many_digits.difference_at", lambda *_: 1e-12)
    settled = batch.compare(left, right, ())
    assert settled.errors.max() == 1e-12
    assert positive.sum() < settled.usable.sum() <= positive.sum() + 12


def test_too_much_work_decides_nothing() -> None:
    from explainer.errors import LimitError

    def refused(*_: object) -> float:
        raise LimitError("too much")

    batch = Batch(0, 24, Sizes(0, ()), Oracle(analytic_functions=True))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("explainer.verify.many_digits.difference_at", refused)
        found = batch.compare(parsed("s"), parsed("2 s"), ())
    assert not found.usable.any()
    assert found.errors.max() == 0.0


@pytest.mark.parametrize("declared", [frozenset(), frozenset({("X", "symmetric")})])
def test_a_point_beside_another_one_differs_from_it_a_little(declared: frozenset[tuple[str, str]]) -> None:
    variable = nodes.Variable("X", matrix_shape(3, 3))
    here, beside, other = (
        RandomPoints(0, 40, Sizes(0, ()), declared=declared, beside=k).variable(variable) for k in (0, 1, 2)
    )
    for near in (beside, other):
        assert (near != here).all()
        assert numpy.abs(near / here - 1.0).max() <= 1.001 * BESIDE
    assert (beside != other).all()


@pytest.mark.parametrize("declared", ["symmetric", "diagonal", "definite"])
@pytest.mark.parametrize("own", [(3,), (2, 3), (3, 2)], ids=str)
def test_what_is_not_square_stays_as_it_was_drawn(declared: str, own: tuple[int, ...]) -> None:
    values = numpy.random.default_rng(3).normal(size=(5, *own))
    assert obeying(declared, values, own) is values


@pytest.mark.parametrize("declared", ["symmetric", "diagonal", "definite", "positive"])
def test_a_square_matrix_is_what_it_is_declared_to_be(declared: str) -> None:
    found = obeying(declared, numpy.random.default_rng(3).normal(size=(7, 3, 3)), (3, 3))
    if declared == "positive":
        assert (found > 0).all()
        return
    assert (found == numpy.swapaxes(found, -1, -2)).all() or numpy.allclose(found, numpy.swapaxes(found, -1, -2))
    assert (numpy.count_nonzero(found, axis=(-1, -2)) == 3).all() == (declared == "diagonal")
    assert (numpy.linalg.eigvalsh(found) > 0).all() == (declared == "definite")


def test_points_are_searched_until_there_are_enough_and_no_further(monkeypatch: pytest.MonkeyPatch) -> None:
    batch = Batch(0, 40, Sizes(0, ()), Oracle(analytic_functions=True))
    nothing = Comparison(numpy.zeros(40, dtype=bool), numpy.zeros(40), (numpy.zeros((40, 1, 1)),) * 2)
    for difference, searched in ((0.0, ENOUGH), (0.5, 1)):
        monkeypatch.setattr("explainer.verify.many_digits.difference_at", lambda *_, found=difference: found)
        found = batch.search(parsed("s"), parsed("s"), (), nothing)
        assert found.usable.sum() == searched
        assert found.errors.max() == difference


def test_points_of_few_numbers_are_drawn_once_and_of_many_anew() -> None:
    def drawn(size: int) -> list[numpy.ndarray]:
        variable = nodes.Variable("kept", vector_shape(size))
        return [RandomPoints(7, 16, Sizes(0, ())).variable(variable) for _ in range(2)]

    for size, kept in ((FEW // 16, True), (FEW // 16 + 1, False)):
        one, other = drawn(size)
        assert (one is other) == kept
        assert (one == other).all()


def test_values_are_let_go_of_when_they_take_as_much_as_is_allowed() -> None:
    batch = Batch(0, 40, Sizes(0, ()), Oracle(analytic_functions=True))
    batch.finite([parsed("sin(s)")])
    held = batch.evaluator.held
    assert held > 0
    batch.forget(held + 1)
    assert batch.evaluator.held == held
    batch.forget(held)
    assert batch.evaluator.held == 0


def test_what_is_not_equal_is_not_looked_at_more_closely(monkeypatch: pytest.MonkeyPatch) -> None:
    """Points beside the usual ones are drawn only where two sides that are to differ do not."""
    batch = Batch(0, 40, Sizes(0, ()), Oracle(analytic_functions=True))
    looked: list[object] = []
    monkeypatch.setattr(Batch, "_equal_all_around", lambda *given: looked.append(given) or numpy.zeros(40, dtype=bool))
    apart = nodes.Comparison("!=", parsed("s"), nodes.number(700))
    assert batch.compare(parsed("s"), parsed("s"), (apart,)).usable.all()
    assert not looked
    batch.compare(parsed("s"), parsed("s"), (nodes.Comparison("!=", parsed("s"), parsed("s")),))
    assert len(looked) == 1


def test_points_that_nothing_settles_are_not_searched_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    batch = Batch(0, 96, Sizes(0, ()), Oracle(analytic_functions=True))
    nothing = Comparison(numpy.zeros(96, dtype=bool), numpy.zeros(96), (numpy.zeros((96, 1, 1)),) * 2)
    tried: list[object] = []
    monkeypatch.setattr("explainer.verify.many_digits.difference_at", lambda *given: tried.append(given))
    assert not batch.search(parsed("s"), parsed("s"), (), nothing).usable.any()
    assert len(tried) == IN_VAIN


@pytest.mark.parametrize("text", ["X_3 · v", "X_{3,1}", "v_3 u", "sum(X_3)"])
def test_an_open_size_is_large_enough_for_what_is_named_by_its_number(text: str) -> None:
    line = parse_expression(text, {"X": "n x m", "v": "m" if "X" in text else "n", "u": "scalar"}).expression
    check = Verifier((line,)).check(line, line)
    assert check.ok, check.message
    assert check.points >= 8
