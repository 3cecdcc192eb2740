"""What a trace promises: lazy, honest about its end, checked by something that can fail, the same after JSON."""

from __future__ import annotations

import json

import numpy as np
import pytest

import explainer
from explainer.engine import METHODS, Trace, derive
from explainer.engine.methods import chosen
from explainer.errors import ExplainerError, ParseError, ShapeError
from explainer.expr.nodes import Derivative, Equation, Negate, Where
from explainer.verify import Verifier

PUBLIC_KEYS = ["number", "rule", "phase", "latex", "text", "explanation", "shape", "conditions", "check", "substeps"]


def test_the_first_step_does_not_wait_for_the_last() -> None:
    trace = derive(" + ".join(f"x^{k}" for k in range(2, 102)), "x", method="operator")
    assert trace.derived == 0
    first = trace.step(1)
    assert first is not None
    assert first.rule == "sum"
    assert trace.derived == 1
    assert not trace.complete
    assert len(trace.steps) == trace.derived > 100
    assert trace.complete
    assert trace.status == "finished"
    assert trace.step(trace.derived + 1) is None
    assert trace.step(0) is None


def test_a_variable_that_does_not_occur_gives_zero_with_the_reason() -> None:
    trace = derive("sin(x)", "t")
    (step,) = trace.steps
    assert step.rule == "constant"
    assert trace.result.text() == "0"
    assert "does not contain t" in step.explanation
    assert step.check.ok


def test_a_product_is_not_merged_before_it_is_differentiated() -> None:
    trace = derive("x^2 x", "x", method="operator")
    assert trace.start.text() == "d(x^2 x)/d(x)"
    assert trace.steps[0].rule == "product"
    assert trace.result.text() == "3 x^2"


def test_the_chain_method_has_the_four_phases() -> None:
    phases = [step.phase for step in derive("ln(sin(x^3)^2)", "x", method="chain").steps]
    assert list(dict.fromkeys(phases)) == ["introduce", "differentiate", "combine", "substitute"]


def test_the_choice_of_the_chain_rule_gives_the_paths_as_its_reason() -> None:
    single = next(step for step in derive("ln(sin(x^3)^2)", "x", method="chain").steps if step.rule == "chain-single")
    assert "exactly one path from x to u_4: x → u_1 → u_2 → u_3 → u_4" in single.explanation
    total = next(step for step in derive("x + x^2", "x", method="chain").steps if step.rule == "chain-total")
    assert "x reaches u_2 directly and through u_1: each path contributes a term" in total.explanation


def test_why_a_method_was_chosen_is_said_once() -> None:
    """The second derivative chooses anew; it may choose the same again."""
    trace = derive("f(a x)", "x", order=2)
    assert trace.result is not None
    assert len(trace.choices) == 2
    assert trace.choice == "By intermediate variables, because an abstract function stands inside another function."


def test_denominator_layout_gives_the_transpose() -> None:
    numerator = derive("[3x^2 y, 2x + y^8]", "(x, y)").result
    denominator = derive("[3x^2 y, 2x + y^8]", "(x, y)", layout="denominator").result
    values = {"x": 1.3, "y": 0.7}
    np.testing.assert_allclose(denominator.evaluate(values), numerator.evaluate(values).T)
    gradient = derive("3x^2 y", "(x, y)", layout="denominator").result
    assert gradient.evaluate(values).shape == (2,)


def test_auto_names_intermediate_variables_only_where_functions_are_nested_deeply() -> None:
    assert chosen(derive("ln(sin(x^3)^2)", "x").start) is METHODS["chain"]
    assert chosen(derive("sin(x^2)", "x").start) is METHODS["operator"]
    assert chosen(derive("x^2 + 3x", "x").start) is METHODS["operator"]
    assert chosen(derive("x sin(x)", "x").start) is METHODS["operator"]
    deep = "x"
    for _ in range(30):
        deep = f"sin({deep})"
    assert chosen(derive(deep, "x").start) is METHODS["operator"]


def test_names_of_intermediate_variables_do_not_clash_with_those_of_the_problem() -> None:
    first = derive("sin(u^2) + y", "u", method="chain").steps[0]
    assert isinstance(first.after, Where)
    names = {definition.left for definition in first.after.definitions}
    assert names.isdisjoint(first.before.free)
    assert derive("sin(u^2) + y", "u", method="chain").result.text() == "2 u cos(u^2)"


def test_a_long_chain_derivation_inside_a_sum_is_opened() -> None:
    shapes = {"w": "n", "X": "N x n", "y": "N", "b": "scalar"}
    for method in ("auto",):
        trace = derive("1/N sum(i=1..N, (y_i - max(0, w · X_i + b))^2)", "w", shapes, method)
        rules = [step.rule for step in trace.steps]
        assert {"introduce-variables", "chain-vector", "substitute", "factor-into-cases", "use-the-condition"} <= {
            *rules
        }
        assert len(rules) >= 8
        assert all(step.check.ok and len(step.substeps) <= 8 for step in trace.steps)
        introduced = next(step for step in trace.steps if step.rule == "introduce-variables")
        assert len(introduced.named) == 2  # the braces stand under the parts of the term of the sum


def test_a_partial_derivative_inside_a_gradient_folds_its_chain_derivation() -> None:
    trace = derive("sin(x^2 y)", "(x, y)", method="chain")
    folded = [step for step in trace.steps if step.substeps and step.rule.startswith("chain")]
    assert len(folded) == 2
    for step in folded:
        assert step.substeps[0].rule == "introduce-variables"
        assert all(substep.check.ok for substep in step.substeps)
    assert trace.status == "finished"


def test_the_derivative_of_an_abstract_function_stays_and_is_finished() -> None:
    trace = derive("3 f(x)", "x")
    assert trace.status == "finished"
    assert trace.result.text() == "3 d(f(x))/d(x)"


def test_what_no_rule_covers_is_refused_by_name() -> None:
    trace = derive("tr(F(x A))", "x", {"A": "n x n", "F": "n x n"}, method="operator")
    assert trace.status == "stuck"
    assert "F(x A)" in trace.reason
    assert trace.error is not None


def test_a_second_derivative_works_from_the_inside_out() -> None:
    assert derive("d(d(x^3)/dx)/dx", "x").result.text() == "6 x"


def test_a_wrong_result_is_seen_by_the_check_of_its_step() -> None:
    for step in derive("x^2 sin(x)", "x", method="operator").steps:
        verifier = Verifier([step.before])
        assert verifier.check(step.before, step.after).ok
        assert not verifier.check(step.before, Negate(step.after)).ok


@pytest.mark.parametrize(
    ("text", "wrt", "method"),
    [("ln(sin(x^3)^2)", "x", "chain"), ("[3x^2 y, 2x + y^8]", "(x, y)", "auto"), ("max(0, x)", "x", "auto"),
     ("0.5 x^2 / (a + x)", "x", "operator"), ("3 f(x)", "x", "auto"), ("f(x^2)", "x", "operator")],
)  # fmt: skip
def test_a_trace_survives_json(text: str, wrt: str, method: str) -> None:
    trace = derive(text, wrt, method=method)
    data = trace.to_dict()
    restored = Trace.from_dict(json.loads(json.dumps(data)))
    assert restored.to_dict() == data
    assert restored.result is trace.result
    assert restored.status == trace.status
    assert [step.rule for step in restored.steps] == [step.rule for step in trace.steps]


def test_json_holds_what_other_programs_read() -> None:
    data = derive("ln(sin(x^3)^2)", "x", method="chain").to_dict()
    assert data["status"] == "finished"
    assert set(data["result"]) == {"latex", "text", "shape"}
    for step in data["steps"]:
        assert {
            "number",
            "rule",
            "phase",
            "latex",
            "text",
            "explanation",
            "shape",
            "conditions",
            "check",
            "substeps",
        } <= set(step)
        assert step["check"]["ok"] is True
        assert step["check"]["points"] >= 3
        assert step["check"]["max_error"] < 1e-4


@pytest.mark.parametrize(
    "damage",
    [lambda data: data.pop("nodes"), lambda data: data["nodes"].pop(), lambda data: data["steps"][0].pop("rule"),
     lambda data: data["nodes"].__setitem__(0, ["Nothing"]), lambda data: data.update(version=99),
     lambda data: data.update(format="something else"), lambda data: data["steps"][0].update(after=10**6)],
)  # fmt: skip
def test_damaged_data_is_named(damage: object) -> None:
    data = json.loads(json.dumps(derive("x^2 x", "x").to_dict()))
    damage(data)  # type: ignore[operator]
    with pytest.raises(ExplainerError):
        Trace.from_dict(data)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [(("x^2 +", "x"), ParseError), (("", "x"), ParseError), (("x", ""), ExplainerError),
     (("x", "x", None, "magic"), ExplainerError),
     (("x", "x", None, "auto", "sideways"), ExplainerError), (("w · x", "x", {"w": "3", "x": "4"}), ShapeError),
     ((3.5, "x"), ExplainerError)],
)  # fmt: skip
def test_bad_input_is_refused_with_a_message(arguments: tuple[object, ...], error: type[ExplainerError]) -> None:
    with pytest.raises(error) as caught:
        derive(*arguments)  # type: ignore[arg-type]
    assert str(caught.value)


def test_sympy_expressions_are_derived_too() -> None:
    sympy = pytest.importorskip("sympy")
    x = sympy.Symbol("x")
    trace = explainer.derive(sympy.sin(x**2), wrt="x")
    assert trace.result.text() == "2 x cos(x^2)"


def test_the_start_is_an_unevaluated_derivative_written_with_d_only_for_one_variable() -> None:
    alone, several = derive("x^2", "x").start, derive("x y", "x").start
    assert isinstance(alone, Derivative)
    assert alone.kind == "total"
    assert isinstance(several, Derivative)
    assert several.kind == "partial"


def test_the_news_of_a_step_is_what_it_adds_to_the_lines_above() -> None:
    trace = derive("sin(x^2)", "x", method="chain")
    news = [" and ".join(part.text() for part in step.news) for step in trace.steps]
    assert news[1:3] == ["d(u)/d(x) = 2 x", "d(y)/d(u) = cos(u)"]
    assert news[3] == "d(y)/d(u) d(u)/d(x)"
    assert news[-1] == "2 x cos(x^2)"
    product = derive("x^2 x", "x", method="operator").steps[0]
    assert product.news == (product.after,)


@pytest.mark.parametrize("text", ["tr(A X' B X C)", "tr(A X B X C X)"])
def test_the_news_of_a_step_that_moves_many_factors_is_the_line_of_the_differential(text: str) -> None:
    shapes = dict.fromkeys("ABCX", "n x n")
    steps = derive(text, "X", shapes, method="differential").steps
    turned = [step for step in steps if step.title == "Cyclic property of the trace"]
    assert turned
    for step in turned:
        (news,) = step.news
        assert isinstance(news, Equation)
        assert news.left.text() == f"differential({steps[0].before.body.text()})"
        assert news.right.text() in step.after.text()


def test_a_wrong_turn_is_shown_and_refuted_by_numbers() -> None:
    trace = derive("x + x^2", "x", method="chain")
    (turn,) = [step for step in trace.steps if step.attempt is not None]
    assert turn.rule == "wrong-turn"
    assert turn.before is turn.after
    assert turn.attempt is not None
    assert isinstance(turn.attempt, Where)
    np.testing.assert_allclose(turn.attempt.evaluate({"x": 1.0}), 2.0)  # the slope at 1 is 3
    assert turn.check.ok
    assert turn.check.refutes
    assert "treats x as a constant" in turn.explanation
    combining = next(step for step in trace.steps if step.rule == "chain-total")
    assert combining.number == turn.number + 1


def test_no_wrong_turn_is_shown_where_there_is_one_path() -> None:
    assert all(step.attempt is None for step in derive("sin(x^2)", "x", method="chain").steps)


def test_an_attempt_that_is_right_is_not_refuted() -> None:
    line = derive("x^2", "x").start
    right, wrong = derive("x^2", "x").result, derive("x^3", "x").result
    assert not Verifier([line]).refute(line, right).ok
    assert Verifier([line]).refute(line, wrong).ok


def test_definitions_typed_with_a_function_are_put_in_first_or_are_the_intermediate_variables() -> None:
    for method in METHODS:
        trace = derive("u^2 where u = sin(x)", "x", method=method)
        kept = "forward-pass" if method == "backward" else "use-given-names"
        assert trace.steps[0].rule == (kept if "chain" in method or method == "backward" else "substitute")
        assert trace.result.text() == "2 sin(x) cos(x)"
        assert trace.status == "finished"
        assert all(step.check.ok for step in trace.steps)


def test_a_definition_may_have_one_value_for_each_index_of_a_sum() -> None:
    trace = derive("1/N sum(i=1..N, e_i^2) where e_i = y_i - w · x_i", "w")
    assert trace.status == "finished"
    assert all(step.check.ok for step in trace.steps)
    assert "y_i - w · X_i" in trace.steps[0].after.text()


def test_a_list_of_functions_of_one_variable_is_differentiated_one_by_one_by_every_method() -> None:
    for method in ("operator", "chain", "elements", "auto"):
        trace = derive("[ln(x^2), sin(3x)]", "x", method=method)
        assert trace.result.text() == "[2 / x, 3 cos(3 x)]"


def test_an_abstract_composition_is_a_product_of_jacobians_in_this_order() -> None:
    trace = derive("f(g(x))", "x", {"f": "m", "g": "k", "x": "n"})
    assert trace.status == "finished"
    combined = next(step for step in trace.steps if step.rule == "chain-vector")
    assert "(m×k) · (k×n) is m×n" in combined.explanation
