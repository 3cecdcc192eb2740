"""Results in the form in which a textbook prints them, and all methods alike."""

from __future__ import annotations

from functools import cache
from itertools import cycle

import pytest

from explainer.engine import METHODS, Trace, derive
from explainer.verify import Verifier
from tests.cases import in_groups
from tests.engine.forms import PAIRS, Pair
from tests.some import Run

METHOD_OF = dict(zip(PAIRS, cycle(("operator", "chain", "elements")), strict=False))
"""The steps of one method are checked for every pair, of all methods in turn."""
NAMED = tuple(method for method in METHODS if method not in ("auto", "backward"))


def methods_of(pair: Pair) -> set[str]:
    """The methods that a pair is derived by: all in a thorough run, else two of them in turn beside auto."""
    place = PAIRS.index(pair)
    in_turn = NAMED if Run.thorough else {METHOD_OF[pair], NAMED[place % len(NAMED)]}
    return {"auto", *in_turn}


@cache
def derived(pair: Pair) -> dict[str, Trace]:
    """The derivations of a pair, once for all that is asked of them."""
    chosen = methods_of(pair)
    return {method: derive(pair.text, pair.wrt, pair.shapes, method) for method in METHODS if method in chosen}


every_pair = in_groups("pair", PAIRS, ids=lambda pair: f"{pair.text} by {pair.wrt}")


def test_the_table_is_long_and_has_several_of_every_kind() -> None:
    kinds = [pair.kind for pair in PAIRS]
    assert len(PAIRS) >= 220
    assert min(kinds.count(kind) for kind in set(kinds)) >= 5
    assert len({(pair.text, pair.wrt) for pair in PAIRS}) == len(PAIRS)


def test_every_method_has_its_turn_at_every_kind_of_pair() -> None:
    seen = {(pair.kind, method) for pair in PAIRS for method in methods_of(pair)}
    assert len(seen) >= 0.8 * len({pair.kind for pair in PAIRS}) * (1 + len(NAMED))
    assert {method for _, method in seen} == {"auto", *NAMED}


@every_pair
def test_every_method_prints_the_form_of_a_textbook(pair: Pair) -> None:
    traces = derived(pair)
    for method, trace in traces.items():
        assert trace.status == "finished", (method, trace.reason)
        assert trace.result.text() == pair.form, method


@every_pair
def test_all_methods_print_alike(pair: Pair) -> None:
    traces = derived(pair)
    assert len({trace.result.text() for trace in traces.values()}) == 1


@every_pair
def test_every_step_to_the_form_holds(pair: Pair) -> None:
    traces = derived(pair)
    for step in traces[METHOD_OF[pair]].steps:
        assert step.check.ok, (METHOD_OF[pair], step.number, step.rule, step.check.message)


@every_pair
def test_a_sweep_backward_gives_the_same_value(pair: Pair) -> None:
    """It names values, so that its form may be another one: what cancels between two names is not seen."""
    traces = derived(pair)
    if not traces["auto"].problem.expression.shape.is_scalar:
        pytest.skip("a sweep starts from a scalar")
    trace = derive(pair.text, pair.wrt, pair.shapes, "backward")
    assert trace.status == "finished", trace.reason
    check = Verifier((trace.start,)).check(trace.result, traces["auto"].result)
    assert check.ok, (trace.result.text(), check.message)


@in_groups("method", ["auto", "chain", "operator", "elements", "backward", "differential"])
@in_groups(
    ("text", "form"),
    [
        ("e^z / sum(e^z)", "diag(softmax(z)) - softmax(z) @ softmax(z)'"),
        ("sum(2^z)", "ln(2) (2^z)'"),
        ("ln(sum(e^z))", "softmax(z)'"),
        ("sum(relu(W @ z))", "(W @ z > 0)' @ W"),
    ],
)
def test_powers_with_entries_in_the_exponent_and_rows_of_switches_are_folded(text: str, form: str, method: str) -> None:
    assert derive(text, "z", {"z": "n", "W": "m x n"}, method).result.text() == form


@pytest.mark.parametrize(
    ("text", "form"),
    [("(s^2 + 2 ln(s))/2", "s + 1 / s"), ("(3 s^2 - 6 s)/6", "s - 1")],
)
def test_a_number_in_every_term_is_divided_out(text: str, form: str) -> None:
    for method in ("auto", "chain", "operator"):
        assert derive(text, "s", method=method).result.text() == form


@pytest.mark.parametrize(
    ("text", "wrt", "form"),
    [
        ("sum(j=1..n, sum(k=1..n, 1/(x_j + x_k)))", "x", "-2 sum(j=1..n, (ones(n) ⊘ (x + x_j)^2)')"),
        ("sum(i=1..n, sum(j=1..n, (x_i - x_j)^2))", "x", "4 sum(i=1..n, (x - x_i)')"),
        (
            "sum(i=1..n, sum(j=1..n, a_i a_j y_i y_j (x_i · x_j)))",
            "a",
            "row(l=1..n, 2 y_l sum(i=1..n, a_i y_i (X_i · X_l)))",
        ),
    ],
)
@pytest.mark.parametrize("method", ["auto", "elements"])
def test_sums_in_sums_leave_no_delta_and_are_joined(text: str, wrt: str, form: str, method: str) -> None:
    trace = derive(text, wrt, method=method)
    assert all(step.check.ok for step in trace.steps)
    assert trace.result is not None
    assert trace.result.text() == form


@pytest.mark.parametrize(
    ("text", "wrt", "form"),
    [
        (
            "(identity(n) - 2 (v @ v') / (v' @ v)) @ x",
            "v",
            "4 (v · x) (v @ v') / (v · v)^2 - (2 (v @ x') + 2 (v · x) identity(n)) / (v · v)",
        ),
        ("((x @ x') / (x' @ x)) @ a", "x", "(x @ a' + (a · x) identity(n)) / (x · x) - 2 (a · x) (x @ x') / (x · x)^2"),
        (
            "softmax((K @ q) / sqrt(d))",
            "q",
            "((diag(softmax((K @ q) / sqrt(d))) - softmax((K @ q) / sqrt(d)) @ softmax((K @ q) / sqrt(d))') @ K)"
            " / sqrt(d)",
        ),
    ],
)
@pytest.mark.parametrize("method", ["auto", "operator", "chain", "vector", "elements"])
def test_sums_that_are_left_over_entries_become_products(text: str, wrt: str, form: str, method: str) -> None:
    trace = derive(text, wrt, {"v": "n", "x": "n", "a": "n", "K": "m x n", "q": "n"}, method=method)
    assert all(step.check.ok for step in trace.steps)
    assert trace.result is not None
    assert trace.result.text() == form


def test_powers_of_e_over_their_sum_are_shares_of_it() -> None:
    trace = derive("e^(z_i) / sum(j=1..n, e^(z_j))", "z", {"z": "n"})
    assert trace.result is not None
    assert trace.result.text() == "(softmax(z))_i (row(l=1..n, delta(i, l)) - softmax(z)')"


@pytest.mark.parametrize("method", ["auto", "operator", "chain", "differential", "elements"])
@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("1/2 ln(w' S w/(w' w))", "(w' @ (S + S')) / (2 (w' @ S @ w)) - w' / (w · w)"),
        ("ln(norm(A w)^2/norm(w)^2)", "2 (w' @ A' @ A) / norm(A @ w)^2 - 2 w' / norm(w)^2"),
    ],
)
def test_what_stands_before_a_bracket_cancels_in_its_rows_too(text: str, form: str, method: str) -> None:
    shapes = {"w": "n", "S": "n x n", "A": "m x n"}
    trace = derive(text, "w", {name: shape for name, shape in shapes.items() if name in text}, method)
    assert all(step.check.ok for step in trace.steps)
    assert trace.result.text() == form


@pytest.mark.parametrize("method", ["auto", "operator", "chain"])
@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("sum(p ⊗ ln(p ⊘ (p + q)))", "(ln(p ⊘ (p + q)) - p ⊘ (p + q) + ones(n))'"),
        ("sum((p + q) ⊗ ln(p ⊘ (p + q)))", "(ln(p ⊘ (p + q)) + q ⊘ p)'"),
    ],
)
def test_what_stands_before_a_bracket_cancels_entry_by_entry(text: str, form: str, method: str) -> None:
    trace = derive(text, "p", {"p": "n", "q": "n"}, method)
    assert all(step.check.ok for step in trace.steps)
    assert trace.result.text() == form
