"""Identities of the trigonometric and hyperbolic functions, where they make a result shorter."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import permutations

from explainer.expr.kinds import any_of_kind, functions_among, holds, parts_of_kind, placed
from explainer.expr.node import Node, subnodes
from explainer.expr.nodes import (
    ONE,
    TWO,
    ZERO,
    Apply,
    Comparison,
    Hadamard,
    HadamardQuotient,
    Power,
    Product,
    Quotient,
    Sum,
)
from explainer.rules.build import entry_factors, factors_of, plus, splice, times
from explainer.rules.matching import fraction_of, with_numerator
from explainer.rules.rule import Rewrite, rule
from explainer.rules.table import apply_named
from explainer.rules.tidy.factors import base_and_exponent, collect_bases, join_coefficient, powered, split_coefficient

FAMILY = "Identities"

QUOTIENTS = {("sin", "cos"): "tan", ("sinh", "cosh"): "tanh"}
"""Which function the quotient of two others is."""


def _named(node: Node) -> tuple[str, Node] | None:
    """A function of one scalar as its name and its argument."""
    match node:
        case Apply(operation, (argument,)) if node.shape.is_scalar:
            return operation.name, argument
    return None


@rule(
    title="Quotient of two functions",
    statement="sinh(f) / cosh(f) = tanh(f)",
    words="{part} is the definition of {whole}.",
    source="DLMF 4.14.4, 4.28.4",
    examples=[
        "sinh(x) / cosh(x)",
        "sin(2 x) / cos(2 x)",
        "x sinh(x)^2 / cosh(x)^2",
        "2 sin(x) / (y cos(x))",
        "sinh(x) ⊘ cosh(x) where x: n",
        "sinh(z) x / cosh(z) where x: n, z: scalar",
    ],
    leaves_alone=["cos(x) / sin(x)", "sin(x) / cos(y)", "sin(x)^2 / cos(x)"],
    phase="tidy",
)
def named_quotient(node: Quotient | HadamardQuotient) -> Rewrite | None:
    """The tangent is the sine over the cosine; for the hyperbolic functions it is the same."""
    if isinstance(node, HadamardQuotient):
        return _named_entrywise(node)
    tall = tuple(f for f in factors_of(node.numerator) if not f.shape.is_scalar)
    numbers = tuple(f for f in factors_of(node.numerator) if f.shape.is_scalar)
    above, below = collect_bases(numbers), collect_bases(factors_of(node.denominator))
    for top, exponent in above.items():
        for bottom, other in below.items():
            one, two = _named(top), _named(bottom)
            if one is None or two is None or one[1] is not two[1] or exponent != other:
                continue
            name = QUOTIENTS.get((one[0], two[0]))
            if name is None:
                continue
            whole = powered(apply_named(name, one[1]), exponent)
            rest = tuple(powered(base, e) for base, e in above.items() if base is not top)
            under = tuple(powered(base, e) for base, e in below.items() if base is not bottom)
            after = times(*rest, whole, *tall)
            after = Quotient(after, times(*under)) if under else after
            part = Quotient(powered(top, exponent), powered(bottom, other))
            statement = "sin(f) / cos(f) = tan(f)" if name == "tan" else ""
            return Rewrite(after, {"part": part, "whole": whole, "f": one[1]}, statement=statement)
    return None


def _named_entrywise(node: HadamardQuotient) -> Rewrite | None:
    """sinh(u) ⊘ cosh(u) as tanh(u), also among other factors."""
    above = entry_factors(node.numerator)
    bottom = node.denominator
    for k, top in placed(above, Apply):
        if not isinstance(bottom, Apply) or top.arguments != bottom.arguments:
            continue
        name = QUOTIENTS.get((top.operation.name, bottom.operation.name))
        if name is not None and len(top.arguments) == 1:
            whole = apply_named(name, top.arguments[0])
            factors = (*above[:k], whole, *above[k + 1 :])
            after = Hadamard(factors) if len(factors) > 1 else whole
            return Rewrite(after, {"part": HadamardQuotient(top, bottom), "whole": whole, "f": top.arguments[0]})
    return None


Parts = tuple[Fraction, frozenset[tuple[Node, Fraction]], frozenset[tuple[Node, Fraction]]]


def _parts(term: Node) -> Parts:
    coefficient, above, below = split_coefficient(term)
    return coefficient, frozenset(collect_bases(above).items()), frozenset(collect_bases(below).items())


def _squares(parts: Parts) -> Iterator[tuple[str, Node, Parts]]:
    """The squares of functions among the factors of a term, each with what is left of the term."""
    coefficient, above, below = parts
    for base, exponent in above:
        found = _named(base)
        if found is not None and exponent == 2:
            yield (*found, (coefficient, above - {(base, exponent)}, below))


@rule(
    title="Pythagorean identity",
    statement="sin(f)^2 + cos(f)^2 = 1",
    words="The Pythagorean identity turns two terms into one: what is left is {left}.",
    source="DLMF 4.21.12, 4.35.11",
    examples=["sin(x)^2 + cos(x)^2", "y sin(2 x)^2 + y cos(2 x)^2 + 1", "1 + sin(x)^2 / cos(x)^2", "1 + tan(x)^2",
              "-1 - cos(x)^2 / sin(x)^2", "cosh(x)^2 - sinh(x)^2", "1 - sin(x)^2"],
    leaves_alone=["cos(x)^2 - sin(x)^2", "sin(x)^2 + cos(y)^2", "1 - tanh(x)^2", "1 + sin(x)^2"],
    measure="terms",
    phase="tidy",
)  # fmt: skip
def pythagoras(node: Sum) -> Rewrite | None:
    """A point of the unit circle has the coordinates cos f and sin f; its distance from the centre is 1."""
    # Each term is compared with each other one: in a long sum that takes longer than all else.
    if not node.shape.is_scalar or len(node.terms) > 12:
        return None
    if not any(any_of_kind(collect_bases(split_coefficient(term)[1]), Apply) for term in node.terms):
        return None
    parts = [_parts(term) for term in node.terms]
    for i, j in permutations(range(len(parts)), 2):
        found = _joined(parts[i], parts[j])
        if found is None:
            continue
        joined, statement = found
        terms = [joined if k == min(i, j) else term for k, term in enumerate(node.terms) if k != max(i, j)]
        return Rewrite(plus(*terms), {"left": joined}, statement=statement)
    return None


def _term(coefficient: Fraction, above: frozenset[tuple[Node, Fraction]], below: Node | None) -> Node:
    ordered = sorted(above, key=lambda pair: pair[0].text())
    bars = () if below is None else (below,)
    return join_coefficient(coefficient, tuple(powered(base, e) for base, e in ordered), bars)


def _joined(one: Parts, other: Parts) -> tuple[Node, str] | None:
    """Two terms as one: sin² + cos², cosh² − sinh², 1 − sin², 1 + sin²/cos², 1 + tan²."""
    for name, argument, rest in _squares(other):
        if rest[2] == one[2]:
            same, opposite = rest == one, rest == (-one[0], one[1], one[2])
            if not one[2] and same and name == "tan":
                square = Power(apply_named("cos", argument), TWO)
                return _term(one[0], one[1], square), "1 + tan(f)^2 = 1 / cos(f)^2"
            partner = {"sin": "cos", "cos": "sin"}.get(name)
            if not one[2] and opposite and partner:
                left = Power(apply_named(partner, argument), TWO)
                return _term(one[0], one[1] | {(left.base, Fraction(2))}, None), f"1 - {name}(f)^2 = {partner}(f)^2"
            for second, inner, remaining in _squares(one):
                if inner is not argument or one[2]:
                    continue
                if (second, name) == ("sin", "cos") and remaining == rest:
                    return _term(rest[0], rest[1], None), ""
                if (second, name) == ("cosh", "sinh") and remaining == (-rest[0], *rest[1:]):
                    return _term(remaining[0], rest[1], None), "cosh(f)^2 - sinh(f)^2 = 1"
        if not one[2] and (rest[0], rest[1]) == (one[0], one[1]) and len(rest[2]) == 1:
            ((bottom, exponent),) = rest[2]
            known = _named(bottom)
            if known is not None and exponent == 2 and known[1] is argument and {name, known[0]} == {"sin", "cos"}:
                square = Power(bottom, TWO)
                statement = f"1 + {name}(f)^2 / {known[0]}(f)^2 = 1 / {known[0]}(f)^2"
                return _term(one[0], one[1], square), statement
    return None


@rule(
    title="Sign and absolute value",
    statement="sign(f) / abs(f) = 1 / f",
    condition="f ≠ 0",
    words="{f} is its sign times its absolute value.",
    source="DLMF 1.9.7",
    examples=[
        "sign(x) / abs(x)",
        "2 y sign(x) / (abs(x) z)",
        "sign(x) abs(x)",
        "y abs(x)^2 sign(x)",
        "y x sign(x)",
        "y sign(x)^2",
    ],
    leaves_alone=["sign(x) / abs(y)", "sign(x) y", "abs(x) / x"],
    measure="letters and functions",
    phase="tidy",
)
def sign_and_size(node: Product | Quotient) -> Rewrite | None:
    """A number is its sign times its size, so the sign over the size is one over the number."""
    if not node.shape.is_scalar:
        return None
    above, below = map(factors_of, fraction_of(node))
    if "sign" not in functions_among(tuple(base_and_exponent(factor)[0] for factor in above)):
        return None
    over: Node
    after: Node
    for sign in above:
        base, exponent = base_and_exponent(sign)
        squared = _named(base)
        if squared is not None and squared[0] == "sign" and exponent == 2 and len(above) > 1:
            over = times(*(factor for factor in above if factor is not sign))
            after = with_numerator(node, over)
            away = (Comparison("!=", squared[1], ZERO),)
            return Rewrite(after, {"f": squared[1]}, conditions=away, statement="g sign(f)^2 = g")
        found = _named(sign)
        if found is None or found[0] != "sign":
            continue
        f = found[1]
        rest = list(above)
        rest.remove(sign)
        if f in rest:
            rest[rest.index(f)] = apply_named("abs", f)
            over = times(*rest)
            after = with_numerator(node, over)
            return Rewrite(after, {"f": f}, statement="f sign(f) = abs(f)")
        for side in (rest, list(below)):
            size = next((factor for factor in side if _named(base_and_exponent(factor)[0]) == ("abs", f)), None)
            if size is None:
                continue
            exponent = base_and_exponent(size)[1]
            less = powered(base_and_exponent(size)[0], exponent - 1)
            place = side.index(size)
            if side is rest:
                over = times(*side[:place], f, *(() if less is ONE else (less,)), *side[place + 1 :])
                after = with_numerator(node, over)
            else:
                under = times(*side[:place], f, *(() if less is ONE else (less,)), *side[place + 1 :])
                after = Quotient(times(*rest), under)
            statement = "sign(f) abs(f) = f" if side is rest else ""
            conditions = () if side is rest else (Comparison("!=", f, ZERO),)
            return Rewrite(after, {"f": f}, conditions=conditions, statement=statement)
    return None


RECIPROCAL = {"sec": "cos", "csc": "sin", "sech": "cosh", "csch": "sinh"}
"""Of which function each of these is the reciprocal."""


@rule(
    title="One over the cosine",
    statement="sec(f) + 1 / cos(f)^2 = sec(f) + sec(f)^2",
    by_example=True,
    words="{part} is a power of {whole}, which stands beside it.",
    source="DLMF 4.14.6, 4.14.5",
    examples=["sec(x) (tan(x)^2 + 1 / cos(x)^2)", "y / sin(x)^2 + csc(x)"],
    leaves_alone=["1 / cos(x)^2", "sec(x) + 1 / cos(y)^2", "sec(x) + sin(x)"],
    measure="bars",
    phase="tidy",
)
def secant_beside(node: Sum | Product) -> Rewrite | None:
    """Where the secant is used, its powers are written with it."""
    if not node.shape.is_scalar or not holds(node, Quotient):
        return None
    known = {RECIPROCAL[n]: part for part in parts_of_kind(node, Apply)
             if (n := part.operation.name) in RECIPROCAL}  # fmt: skip
    if not known:
        return None
    for path, part in subnodes(node):
        if not isinstance(part, Quotient):
            continue
        below = factors_of(part.denominator)
        for k, factor in enumerate(below):
            base, exponent = base_and_exponent(factor)
            found = _named(base)
            whole = None if found is None else known.get(found[0])
            if found is None or whole is None or whole.arguments[0] is not found[1]:
                continue
            rest = (*below[:k], *below[k + 1 :])
            kept = tuple(f for f in factors_of(part.numerator) if f is not ONE)
            over = times(*kept, powered(whole, exponent))
            new = Quotient(over, times(*rest)) if rest else over
            bindings = {"part": Quotient(ONE, factor), "whole": whole}
            return Rewrite(splice(node, path, new)[0], bindings)
    return None


ORDER = (pythagoras, named_quotient, sign_and_size, secant_beside)
"""The rules of this module, in the order in which they are tried."""
