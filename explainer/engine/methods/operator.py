"""The operator method: push d/dx inwards, one rule at a time, until nothing is left to differentiate."""

from __future__ import annotations

from collections.abc import Callable

from explainer.engine.line import Move, Moves, apply_move
from explainer.engine.tidying import collapsed, tidied
from explainer.errors import UnsupportedError
from explainer.expr.node import Node, Path, at
from explainer.expr.nodes import Derivative, FunctionCall
from explainer.rules import Rule, definitions, piecewise, scalar

ORDER: tuple[Rule, ...] = (
    scalar.constant,
    scalar.identity,
    definitions.jacobian,
    definitions.gradient,
    scalar.negative,
    scalar.difference,
    scalar.constant_terms,
    scalar.sum_,
    scalar.constant_multiple,
    scalar.product,
    scalar.reciprocal,
    scalar.quotient,
    scalar.power,
    scalar.exponential,
    scalar.general_power,
    scalar.function,
    piecewise.cases,
    scalar.comparison,
    scalar.indexed_sum,
)
"""The rules that carry out a derivative, in the order in which they are tried."""


def is_settled(node: Derivative) -> bool:
    """Whether this derivative stays as it is: that of an abstract function by its own argument."""
    return isinstance(node.body, FunctionCall) and node.wrt in node.body.arguments


def next_derivative(line: Node) -> Path | None:
    """The derivative to carry out next: the first gradient or Jacobian, or else the first of all, from the left.

    Writing all gradients out first shows the whole pattern of partial derivatives before any of them is worked out.
    """
    if not line.shape.is_scalar:
        path = _first_derivative(line, lambda derivative: not derivative.shape.is_scalar)
        if path is not None:
            return path
    return _first_derivative(line, lambda derivative: True)


def _first_derivative(line: Node, wanted: Callable[[Derivative], bool]) -> Path | None:
    """The first derivative of a kind that can be carried out: its body holds none that is still open."""
    if not line.has_derivative:
        return None
    if isinstance(line, Derivative):
        inside = _first_derivative(line.body, lambda derivative: True)
        if inside is not None:
            return (0, *inside)
        return () if wanted(line) and not is_settled(line) else None
    for k, child in enumerate(line.children):
        if child.has_derivative:
            found = _first_derivative(child, wanted)
            if found is not None:
                return (k, *found)
    return None


def rewrite_derivative(node: Node) -> tuple[Rule, Move]:
    """The first rule that applies to a derivative, as a move at its own place.

    Raises UnsupportedError, naming the part, when no rule does.
    """
    for rule in ORDER:
        rewrite = rule(node)
        if rewrite is not None:
            return rule, Move((), rule, rewrite)
    raise unsupported(node)


def unsupported(node: Node) -> UnsupportedError:
    """Why a derivative cannot be carried out, in a sentence that names the part."""
    body, wrt = (node.body, node.wrt) if isinstance(node, Derivative) else (node, node)
    if not body.shape.is_scalar or not wrt.shape.is_scalar:
        kind = "a vector or matrix that is not written out as a list"
        reason = f"there is no rule yet for the derivative of {kind} ({body.shape.display()} by {wrt.shape.display()})"
    elif isinstance(body, FunctionCall):
        reason = f"{body.name} is an abstract function of something other than {wrt.text()} itself"
    else:
        reason = f"there is no rule for the derivative of this {type(body).__name__}"
    return UnsupportedError(
        f"cannot differentiate {body.text()} by {wrt.text()}: {reason}", subexpression=body.text(), reason=reason
    )


def differentiate(line: Node, phase: str = "") -> Moves:
    """Carry out every derivative of a line, without tidying."""
    while True:
        path = next_derivative(line)
        if path is None:
            return line
        rule, found = rewrite_derivative(at(line, path))
        move = Move(path, rule, found.rewrite, phase)
        yield move
        line = apply_move(line, move)


def operator(line: Node) -> Moves:
    """Carry out every derivative of a line, then bring the result into its final form."""
    line = yield from differentiate(line)
    return (yield from finished(line))


def finished(line: Node) -> Moves:
    """Tidy a line without derivatives, then put its rows together and transpose where the layout asks for it."""
    line = yield from tidied(line)
    return (yield from collapsed(line))
