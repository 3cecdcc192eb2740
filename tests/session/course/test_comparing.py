"""The comparison of all methods, in slices."""

from __future__ import annotations

from dataclasses import replace

from explainer.engine import METHODS, derive
from explainer.engine.agreement import outcomes
from explainer.session.course.comparing import Comparison, verdict, wrong_methods
from explainer.verify import Check


def test_the_comparison_grows_method_by_method() -> None:
    comparison = Comparison(derive("max(0, w · x + b)", wrt="w"))
    counts = [len(comparison.outcomes) for _ in comparison.work()]
    assert comparison.complete
    others = len(METHODS) - 1
    assert counts == [*range(1, others + 1), others]  # one after the other, and the end
    assert [outcome.method for outcome in comparison.outcomes] == [name for name in METHODS if name != "auto"]
    assert verdict(comparison.outcomes).startswith(f"All {len(METHODS) - 1} results are equal")
    assert comparison.chosen == "operator"


def test_a_wrong_result_is_named() -> None:
    found = list(outcomes(derive("x^2", wrt="x")))
    found[0] = replace(found[0], check=Check(ok=False, max_error=1.0, points=12, message="they differ"))
    assert wrong_methods(found) == ["operator"]
    assert verdict(found) == "These methods end in a wrong result: operator."


def test_without_any_result_there_is_no_verdict() -> None:
    found = [replace(outcome, check=None) for outcome in outcomes(derive("x^2", wrt="x"))]
    assert verdict(found) == ""
