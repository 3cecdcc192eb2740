"""Softmax row by row ends in the forms that books and papers print, by each method, with and without facts."""

from __future__ import annotations

import pytest

from explainer import derive
from explainer.language import parse_expression

SHAPES = {
    "X": "N x d", "W": "d x k", "b": "k", "Y": "N x k", "Z": "N x k", "Q": "N x d", "K": "m x d", "V": "m x e",
    "G": "N x e", "z": "n", "v": "n",
}  # fmt: skip
METHODS = ("auto", "differential", "backward")
LOSS = "-sum(Y ⊗ ln(softmax({}, axis=1))) / N"
SAID = ("one-hot rows Y", "sum(Y, axis=1) = 1", "sum(Y, dim=-1) == 1", "one-hot Y", "Y one-hot", "Y has one-hot rows",
        "the rows of Y sum to 1", "Y.sum(axis=1) = 1")  # fmt: skip


def _result(function: str, wrt: str, method: str, layout: str = "denominator") -> str:
    trace = derive(function, wrt, SHAPES, method, layout)
    assert trace.status == "finished", trace.reason
    assert all(step.check.ok for step in trace.steps), [step.check.message for step in trace.steps]
    return trace.result.text()


@pytest.mark.parametrize("said", SAID)
def test_rows_that_add_up_are_read_however_they_are_said(said: str) -> None:
    parsed = parse_expression(f"sum(Y ⊗ Z) where {said}", SHAPES, "Z")
    assert [fact.text() for fact in parsed.facts] == ["Y @ ones(k) == ones(N)"]


def test_columns_and_totals_are_facts_of_their_own() -> None:
    found = [
        parse_expression(f"sum(Y ⊗ Z) where {said}", SHAPES, "Z").facts[0].text()
        for said in ("sum(Y, axis=0) = 1", "one-hot columns of Y", "sum(Y) = 1")
    ]
    assert found == ["Y' @ ones(N) == ones(k)", "Y' @ ones(N) == ones(k)", "sum(Y) == 1"]


@pytest.mark.parametrize("method", METHODS)
def test_the_gradient_of_cross_entropy_is_the_difference_over_the_number_of_rows(method: str) -> None:
    assert _result(LOSS.format("Z"), "Z", method) == "(diag(Y @ ones(k)) @ row_softmax(Z) - Y) / N"
    assert _result(LOSS.format("Z") + " where one-hot rows Y", "Z", method) == "(row_softmax(Z) - Y) / N"


@pytest.mark.parametrize("method", METHODS)
def test_weights_and_biases_get_the_transposed_batch_and_column_sums(method: str) -> None:
    affine, said = "X @ W + ones(N) b'", " where one-hot rows Y"
    share = "row_softmax(X @ W + ones(N) @ b')"
    assert _result(LOSS.format(affine) + said, "W", method) == f"(X' @ ({share} - Y)) / N"
    assert _result(LOSS.format(affine) + said, "b", method) == f"(({share} - Y)' @ ones(N)) / N"


def test_a_sweep_gives_every_variable_the_same_form() -> None:
    text = "L where Z = X @ W + ones(N) b', P = softmax(Z, axis=1), L = -1/N sum(Y ⊗ ln(P)), sum(Y, axis=1) = 1"
    for method in ("auto", "backward"):
        trace = derive(text, "(W, b)", {name: SHAPES[name] for name in "XWbY"}, method)
        assert all(step.check.ok for step in trace.steps)
        assert [value.text() for value in trace.results.values()] == [
            "((row_softmax(X @ W + ones(N) @ b') - Y)' @ X) / N",
            "(ones(N)' @ (row_softmax(X @ W + ones(N) @ b') - Y)) / N",
        ]


@pytest.mark.parametrize("method", METHODS)
def test_attention_weights_the_deviations_from_the_weighted_mean_of_each_row(method: str) -> None:
    attention = "sum(G ⊗ (softmax(Q @ K' / sqrt(d), axis=1) @ V))"
    share = "row_softmax((Q @ K') / sqrt(d))"
    scores = f"({share} ⊗ (G @ V' - ((G @ V') ⊗ {share}) @ ones(m) @ ones(m)'))"
    found = [_result(attention, name, method) for name in "QKV"]
    assert found[0] == f"({scores} @ K) / sqrt(d)"
    assert found[1] == f"({scores}' @ Q) / sqrt(d)"
    assert found[2] == f"{share}' @ G"


def test_the_jacobian_of_a_normalised_vector_is_the_printed_one() -> None:
    printed = "(identity(n) - (ones(n) @ ones(n)') / n - (layer_norm(z) @ layer_norm(z)') / n) / std(z)"
    for method in ("auto", "differential"):
        assert _result("(z - mean(z)) / std(z)", "z", method, "numerator") == printed


def test_a_fact_about_the_variable_itself_is_left_out_and_that_is_said() -> None:
    trace = derive("sum(Y ⊗ Y) sum(Y) where one-hot rows Y", "Y", SHAPES)
    assert not trace.problem.facts
    assert any("What is said of Y is not used" in note for note in trace.problem.notes)
    assert trace.check(trace.start, trace.result).ok


def test_a_step_that_uses_a_fact_about_rows_has_a_check_that_can_fail() -> None:
    trace = derive(LOSS.format("Z") + " where one-hot rows Y", "Z", SHAPES)
    (step,) = (step for step in trace.steps if "sum(Y" in str(step.conditions) or step.conditions)
    assert [condition.text() for condition in step.conditions] == ["Y @ ones(k) == ones(N)"]
    assert step.check.points >= 4
    assert not trace.check(step.before, step.after).ok
    wrong = parse_expression("(2 softmax(Z, axis=1) - Y)' / N", SHAPES).expression
    assert not trace.check(step.before, wrong, step.conditions).ok
