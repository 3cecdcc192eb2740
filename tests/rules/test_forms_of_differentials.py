"""The rules for differentials of functions speak of the function at hand, not of another one as an example."""

from __future__ import annotations

import pytest

import explainer
from explainer.engine.lettering import is_example, stated
from explainer.operations import all_operations
from explainer.rules import find_rule

NAMES = [row.name for row in all_operations() if len(row.parameters) == 1]
RULES = ("differential-elementwise", "differential-function")


def test_every_function_that_is_differentiated_has_its_form_and_the_form_is_read() -> None:
    from explainer.rules.differentials import functions

    found = 0
    for name in NAMES:
        for rule, make, sizes in zip(
            RULES, (functions._elementwise, functions._of_whole), (("m", "n"), ("n", "n")), strict=True
        ):
            declared = find_rule(rule)
            assert declared is not None
            for of in ((), sizes):
                form = functions._form(name, make, of)
                if form:
                    assert form.startswith(f"differential({name}({'F' if of else 'f'}), X) = ")
                    assert not isinstance(stated(form, tuple(declared.shapes.items()), False, ()), str), form
                    found += 1
    assert found > 130


@pytest.mark.parametrize(
    ("text", "shapes", "form", "letter", "here"),
    [
        ("sum(cos(A @ X))", {"A": "n x n", "X": "n x n"}, "d(cos(F)) = −sin(F) ⊗ d(F)", "F", "A X"),
        ("tr(A @ X)", {"A": "n x n", "X": "n x n"}, "d(tr(F)) = tr(d(F))", "F", "A X"),
        ("tanh(a · X)", {"a": "n", "X": "n"}, "d(tanh(f)) = (1 − tanh(f)²) d(f)", "f", "a · X"),
        ("sum(relu(A @ X))", {"A": "m x n", "X": "n"}, "d(ReLU(F)) = (F > 0) ⊗ d(F)", "F", "A X"),
    ],
)
def test_the_card_shows_the_form_with_what_its_letter_is_here(
    text: str, shapes: dict[str, str], form: str, letter: str, here: str
) -> None:
    from explainer.notation import unicode, write_notation

    trace = explainer.derive(text, "X", shapes, method="differential")
    (step,) = [step for step in trace.steps if step.rule in RULES]
    assert not is_example(step)
    declared = find_rule(step.rule)
    assert declared is not None
    shown = stated(step.statement, tuple(declared.shapes.items()), False, ())
    assert not isinstance(shown, str)
    assert unicode(write_notation(shown)) == form
    assert unicode(write_notation(step.bindings[letter])) == here
