"""Of every line of typical derivations, by every method: it changes something, it can be seen through, it says why."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest

from explainer.engine import derive
from explainer.engine.step import Step
from explainer.errors import ExplainerError
from explainer.expr.node import at
from tests.lengths import MOST_HIDDEN
from tests.printed_alike import TYPICAL, used
from tests.random_derivations import BY_A_NAME, METHODS

Told = tuple[str, str, Step]


@pytest.fixture(scope="module")
def told() -> list[Told]:
    """Every line, and all that opens in it, of every sixth typical function by every method."""
    found: list[Told] = []
    for text, wrt, shapes in TYPICAL[::6]:
        for method in BY_A_NAME if wrt.isalpha() else METHODS:
            try:
                steps = derive(text, wrt, used(text, wrt, dict(shapes)), method).steps
            except ExplainerError:
                continue
            found += [(text, method, step) for step in _with_inside(steps)]
    assert len(found) > 4000
    return found


def _with_inside(steps: tuple[Step, ...]) -> Iterator[Step]:
    for step in steps:
        yield step
        yield from _with_inside(step.substeps)


def test_every_line_changes_something(told: list[Told]) -> None:
    still = {
        (text, method, step.title) for text, method, step in told if step.after is step.before and not step.attempt
    }
    assert not still


def test_every_line_says_why_without_opening_it(told: list[Told]) -> None:
    bare = {
        (text, method, step.title, step.explanation)
        for text, method, step in told
        if len(step.explanation) < 8 or step.explanation.startswith("Open the step")
    }
    assert not bare


def test_no_two_letters_of_a_rule_stand_for_the_same_place(told: list[Told]) -> None:
    """Of w x + b the two terms are w x and b: both letters stood for w x where b does not depend on the variable."""
    twice = {
        (text, method, step.title, first, second, part.text())
        for text, method, step in told
        for (first, part), (second, other) in combinations(step.bindings.items(), 2)
        if part == other
        and part.children  # a function may be the variable itself
        and sum(at(step.before, path).text().count(part.text()) for path in step.touched_before) == 1
    }
    assert not twice


def test_no_line_hides_more_steps_than_can_be_seen_through(told: list[Told]) -> None:
    """A line of many steps opens to lines of fewer, each of which opens."""
    wide = {
        (text, method, step.title, len(step.substeps))
        for text, method, step in told
        if len(step.substeps) > MOST_HIDDEN
    }
    assert not wide


def test_no_reason_names_a_form_in_which_nothing_stands(told: list[Told]) -> None:
    """“These entries are …” names what the line shows, also where the line is tidied in passing."""
    strange = {
        (text, method, step.explanation, step.after.text())
        for text, method, step in told
        if "These entries, side by side, are " in step.explanation
        and step.explanation.rsplit("These entries, side by side, are ", 1)[1].split(". ")[0].rstrip(".")
        not in step.after.text()
    }
    assert not strange


@pytest.mark.parametrize("text", ["w ⊗ x", "x ⊗ w", "w ⊗ sin(x)", "sin(x) ⊗ w"])
def test_of_two_factors_the_one_that_does_not_depend_is_named(text: str) -> None:
    trace = derive(text, "x", {"w": "n", "x": "n"}, method="operator")
    moving = "sin(x)" if "sin" in text else "x"
    assert f"w does not depend on x: it multiplies the derivative of {moving}" in " ".join(
        step.explanation for step in trace
    )
