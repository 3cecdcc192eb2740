"""Reads the options of figures: numbers and words, from Python, a lesson file or the command line."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from math import isfinite
from typing import TYPE_CHECKING, Any

from explainer.errors import ExplainerError
from explainer.phrases import phrase

if TYPE_CHECKING:
    from explainer.engine import Step, Trace
    from explainer.figures.figure import Options


def number_option(options: Options, name: str) -> float | None:
    """A number; None where nothing is said. Raises ExplainerError for anything else."""
    value = options.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise ExplainerError(
            phrase("{0} = {1} is not a number", name, f"{value!r}"), hint=phrase("Give one, such as {0}=2.", name)
        )
    return float(value)


def choice_option(options: Options, name: str, choices: tuple[str, ...]) -> str | None:
    """One of several words; None where nothing is said. Raises ExplainerError for any other."""
    value = options.get(name)
    if value is not None and value not in choices:
        raise ExplainerError(
            phrase("{0} = {1} does not work", name, f"{value!r}"),
            hint=phrase("Choose one of: {0}.", ", ".join(choices)),
        )
    return value


def mapping_option(options: Options, name: str) -> Mapping[str, Any]:
    """Values by name; none where nothing is said. Raises ExplainerError for anything else."""
    value = options.get(name, {})
    if not isinstance(value, Mapping):
        raise ExplainerError(
            phrase("{0} = {1} does not give names their values", name, f"{value!r}"),
            hint=phrase("Write {0} = {{ n = 5 }}.", name),
        )
    return value


def step_option(options: Options, trace: Trace) -> Step | None:
    """The step that the picture is about, by its number or its rule; None for 0, the problem, and where none is said.

    `chain-total` is the first step that uses this rule, `chain-total 2` the second one.

    Raises ExplainerError when the derivation has no such step.
    """
    value = options.get("step")
    if value is None or value == 0:
        return None
    if isinstance(value, str):
        rule, _, turn = value.partition(" ")
        place = int(turn) if turn.isdecimal() else 1
        found = next(islice((step for step in trace if step.rule == rule), max(0, place - 1), None), None)
        if found is None:
            rules = ", ".join(dict.fromkeys(step.rule for step in trace.steps))
            said = "the derivation does not use the rule {0}"
            many = "the derivation does not use the rule {0} as often as {1} times"
            message = phrase(many, rule, place) if place > 1 else phrase(said, rule)
            raise ExplainerError(message, hint=phrase("It uses {0}.", rules))
        return found
    step = trace.step(value) if isinstance(value, int) and not isinstance(value, bool) and value > 0 else None
    if step is None:
        count = len(trace.steps)
        raise ExplainerError(
            phrase("there is no step {0}", value), hint=phrase("The derivation has the steps 1 to {0}.", count)
        )
    return step
