"""Every condition that a rule assumes is needed and enough, found by walking the rules: nothing but their examples and
the numbers to try is listed.

Needed: at a place where it fails and the others hold, the two sides differ or have no value. Enough: where the
conditions hold and the new line has a value, the old line has the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import product
from random import Random

import numpy
import pytest

from explainer.expr.node import Node, each_part, subnodes, substitute
from explainer.expr.nodes import Index, Number, Power, Variable
from explainer.language import parse_expression
from explainer.rules import Rule, all_rules
from explainer.rules.rule import Rewrite
from explainer.verify import evaluate_with_oracle
from tests.cases import in_groups

EXPONENTS = ("-3", "-2", "-1", "(1/3)", "(2/3)", "(-1/3)", "(1/2)", "(3/2)", "(-1/2)", "0.5", "1.5", "2", "3", "a")
MORE = [
    *(f"d({base}^{exponent})/dx" for exponent in EXPONENTS for base in ("x", "(x - 1)", "sin(x)")),
    *(f"d(({base})^x)/dx" for base in ("a", "2", "e", "x", "x - 1")),
    *(f"d({part})/dx" for part in ("5/x", "x/(x - 1)", "(x + 1)/sin(x)", "cases(x if x <= 1, 2 x otherwise)")),
    *(f"d({part})/dx" for part in ("abs(x - 1)", "max(x, 1 - x)", "sqrt(x + 1)", "x > 1", "x^2 <= 4", "relu(2 - x)")),
    "x^2/x", "x^3/x^2", "x^0", "(x - 1)^0", "x/x", "2 x y/(x z)", "(x - 1) y/(x - 1)", "x^(-1) x", "x^a x^(-a)",
]  # fmt: skip
NUMBERS = (-2.0, -1.3, -1.0, -0.5, 0.0, 0.5, 1.0, 1.7, 2.0, 3.0)
SIZES = {"n": 2, "m": 3, "N": 2, "k": 2, "p": 2}


@cache
def parts_of(text: str) -> tuple[Node, ...]:
    """The parts of a line from the whole inwards, read once for all rules."""
    return tuple(part for _, part in subnodes(parse_expression(text).expression))


@cache
def uses_of(rule: Rule) -> tuple[tuple[Node, Rewrite], ...]:
    """Every use of a rule in its examples, and in more lines, with the part that it rewrites."""
    found = []
    for text in () if rule.is_wrong else dict.fromkeys((*rule.examples, *MORE)):
        for part in parts_of(text):
            rewrite = rule(part)
            if rewrite is not None and rewrite.conditions:
                found.append((part, rewrite))
                break
    return tuple(found)


every_rule = in_groups("rule", all_rules(), ids=lambda rule: rule.id)
"""The uses are looked for when they are tested: that takes as long as all other tests of a folder are collected."""


def some_values(nodes: tuple[Node, ...], seed: int) -> Iterator[dict[str, numpy.ndarray | float]]:
    """Values for all variables out of the numbers to try: all combinations of few, a random choice of many."""
    variables = sorted({v for node in nodes for v in node.free if isinstance(v, Variable)}, key=Node.text)
    shapes = [tuple(SIZES.get(str(size), size) for size in variable.shape.sizes) for variable in variables]
    random = Random(seed)
    if len(variables) <= 2 and not any(shapes):
        for numbers in product(NUMBERS, repeat=len(variables)):
            yield {variable.name: number for variable, number in zip(variables, numbers, strict=True)}
        return
    for k in range(60):
        vanishing = random.choice(variables) if k % 3 == 0 else None
        yield {
            variable.name: numpy.array(
                [0.0 if variable is vanishing else random.choice(NUMBERS) for _ in range(int(numpy.prod(shape)))]
            ).reshape(shape)
            for variable, shape in zip(variables, shapes, strict=True)
        }


def value(node: Node, at: dict[str, numpy.ndarray | float]) -> numpy.ndarray:
    with numpy.errstate(all="ignore"):
        return numpy.asarray(evaluate_with_oracle(node, {**at, **SIZES}), dtype=float)


def settled(node: Node, at: dict[str, numpy.ndarray | float]) -> numpy.ndarray | None:
    """A value that is finite and no pole, else None; for NumPy 0^0 is 1, here it has no value."""
    for part in each_part(node):
        if isinstance(part, Power) and not _has_index(part):
            base, exponent = value(part.base, at), value(part.exponent, at)
            if ((base == 0.0) & (exponent == 0.0)).any():
                return None
    found = value(node, at)
    return found if numpy.isfinite(found).all() and numpy.abs(found).max(initial=0.0) < 1e9 else None


def holds(condition: Node, at: dict[str, numpy.ndarray | float]) -> bool:
    """Whether a condition holds for every entry, and for every value of an index that nothing binds."""
    indices = sorted({index for index in condition.free if isinstance(index, Index)}, key=lambda index: index.name)
    places = product(*(range(1, SIZES.get(str(index.size), 2) + 1) for index in indices))
    return all(
        value(substitute(condition, dict(zip(indices, map(_number, place), strict=True))), at).all() for place in places
    )


def _has_index(node: Node) -> bool:
    return any(isinstance(part, Index) for part in node.free)


def _number(value: int) -> Node:
    return Number(Fraction(value))


def closed(part: Node, rewrite: Rewrite) -> tuple[Node, Node, tuple[Node, ...]]:
    """The two sides and the conditions with the indices of the sides that nothing binds put to 1, 2, …"""
    before, after, conditions = part, rewrite.after, rewrite.conditions
    indices = sorted({i for side in (before, after) for i in side.free if isinstance(i, Index)}, key=lambda i: i.name)
    at: dict[Node, Node] = {index: _number(1 + k) for k, index in enumerate(indices)}
    return substitute(before, at), substitute(after, at), tuple(substitute(condition, at) for condition in conditions)


@every_rule
def test_every_condition_of_a_rule_is_needed(rule: Rule) -> None:
    for part, rewrite in uses_of(rule):
        _each_is_needed(part, rewrite)


def _each_is_needed(part: Node, rewrite: Rewrite) -> None:
    before, after, conditions = closed(part, rewrite)
    for condition in conditions:
        others = [other for other in conditions if other is not condition]
        failing = 0
        for at in some_values((before, after, *conditions), 1):
            fails = not holds(condition, at) and all(holds(other, at) for other in others)
            if fails:
                failing += 1
                left, right = settled(before, at), settled(after, at)
                if left is None or right is None or numpy.abs(left - right).max(initial=0.0) > 1e-4:
                    break
        else:
            pytest.fail(f"{part.text()}: {condition.text()} is not needed: {failing} places where it fails do no harm")


@every_rule
def test_the_conditions_of_a_rule_are_enough(rule: Rule) -> None:
    for part, rewrite in uses_of(rule):
        _they_are_enough(part, rewrite)


def _they_are_enough(part: Node, rewrite: Rewrite) -> None:
    before, after, conditions = closed(part, rewrite)
    inner = [part for part in each_part(before) if part is not before and not _has_index(part)]
    compared = 0
    for at in some_values((before, after, *conditions), 2):
        if not all(holds(condition, at) for condition in conditions):
            continue
        right = settled(after, at)
        if right is None or any(settled(body, at) is None for body in inner):
            continue  # what has no value in the first place, such as (−2)^a, is not what the condition is about
        left = settled(before, at)
        assert left is not None, (before.text(), at)
        assert numpy.abs(left - right).max(initial=0.0) <= 1e-4 * (1 + numpy.abs(left).max(initial=0.0)), at
        compared += 1
    assert compared >= 3, before.text()


def test_there_are_many_conditions() -> None:
    counts = [len(uses_of(rule)) for rule in all_rules()]
    assert sum(counts) > 160
    assert sum(map(bool, counts)) >= 10


STATED = {
    "add-exponents: x x^a": "x != 0", "cancel: x^2 / x": "x != 0", "cancel: (x - 1) y / (x - 1)": "x - 1 != 0",
    "cases: d(cases(-x if x < 0, x if otherwise))/d(x)": "x != 0", "comparison: d(x^2 <= 4)/d(x)": "x^2 != 4",
    "clear-fractions: x / (y (1 - x / y))": "y != 0", "dot-with-fraction: (w ⊘ x) · x": "x_i != 0",
    "dot-with-projection: u · ((u · v) u / (u · u) - v)": "u · u != 0",
    "elementwise-function: ∂(ln(w ⊗ x))/∂(x)": "w_i x_i > 0", "elementwise-function: ∂(max(w, x))/∂(x)": "w_i != x_i",
    "elementwise-quotient: ∂(w ⊘ x)/∂(w)": "x_i != 0", "entrywise-fraction: x ⊘ x^3": "x_i != 0",
    "exponential: d(a^(3 x))/d(x)": "a > 0", "function: d(abs(x - 1))/d(x)": "x - 1 != 0",
    "function: d(max(0, x))/d(x)": "x != 0", "function: d(ln(x^2))/d(x)": "x^2 > 0",
    "function: d(max(x, 1 - x))/d(x)": "x != 1 - x",
    "function: d(sqrt(x + 1))/d(x)": "x + 1 > 0", "general-power: d(x^x)/d(x)": "x > 0",
    "into-the-bracket: y x (1 - z / x)": "x != 0", "negative-exponent: (x - 1)^-2": "x - 1 != 0",
    "negative-exponent: x^(-1 / 2)": "x != 0", "power: d(x^-1)/d(x)": "x != 0", "power: d(x^(2 / 3))/d(x)": "x != 0",
    "power: d(x^(-1 / 2))/d(x)": "x > 0", "power: d(x^1.5)/d(x)": "x > 0", "power: d(x^a)/d(x)": "x > 0",
    "quotient: d(x / sin(x))/d(x)": "sin(x) != 0", "reciprocal: d(5 / sin(x))/d(x)": "sin(x) != 0",
    "vector-over-scalar: ∂(x / z)/∂(z)": "z != 0", "vector-over-scalar: ∂(x / (w · x))/∂(x)": "w · x != 0",
    "shorter-form: (x^2 - 1) / (x - 1)": "x - 1 != 0",
    "sign-and-size: sign(x) / abs(x)": "x != 0", "subtract-exponents: y^2 / y^a": "y != 0",
    "trivial-power: (x - 1)^0": "x - 1 != 0", "vector-function: ∂(norm(W @ x))/∂(x)": "norm(W @ x) != 0",
    "differential-elementwise: differential(ln(a · x))": "a · x > 0",
    "differential-exponential: differential((x · x)^(a · x))": "x · x > 0",
    "differential-function: differential(inv(X))": "det(X) != 0",
    "differential-function: differential(norm(A @ x))": "norm(A @ x) != 0",
    "differential-power: differential(sum(X)^(1 / 2))": "sum(X) > 0",
    "differential-quotient: differential((a · x) / (b · x))": "b · x != 0",
    "differential-quotient: differential(1 / sum(X))": "sum(X) != 0", "inverse-factor: A @ inv(A)": "det(A) != 0",
    "inverse-factor: B @ inv(A @ B)": "det(B) != 0", "simplify-inverse: inv(inv(A))": "det(A) != 0",
}  # fmt: skip
"""What a reader is told, also where both sides have no value outside the condition."""


def test_the_conditions_are_stated_as_a_textbook_states_them() -> None:
    found = {
        f"{rule.id}: {part.text()}": ", ".join(map(Node.text, rewrite.conditions))
        for rule in all_rules()
        for part, rewrite in uses_of(rule)
    }
    assert {name: found.get(name) for name in STATED} == STATED
