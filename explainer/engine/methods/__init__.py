"""The methods of derivation: each an ordered choice of rules and of the place to rewrite next, nothing more.

To add a method: a generator of moves in a module here and a row in METHODS; choosers, help and tests follow.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from explainer.engine.line import Moves
from explainer.engine.methods.chain import chain, chain_alias, chain_forward
from explainer.engine.methods.operator import operator
from explainer.expr.dependence import depends_on
from explainer.expr.node import Node
from explainer.expr.nodes import Apply, Cases, Derivative, Entry, Power, Variable
from explainer.rules.chain import parts_to_name


@dataclass(frozen=True, slots=True)
class Method:
    """A way to derive: its id, its name for people, what it does in a sentence, and the generator of its moves."""

    id: str
    title: str
    description: str
    moves: Callable[[Node], Moves]


MOST_NAMES = 12
"""More intermediate variables than this do not fit on a board: `auto` then differentiates without naming them."""


def _is_linear(node: Node, x: Node) -> bool:
    """Whether a part is x itself or does not depend on it: nothing there needs a name."""
    return node is x or not depends_on(node, x)


def _has_inner_function(node: Node, x: Node) -> bool:
    """Whether a function or power is applied to more than x, as in sin(x²)."""
    if isinstance(node, Apply) and not all(_is_linear(argument, x) for argument in node.arguments):
        return True
    if isinstance(node, Power) and not (_is_linear(node.base, x) and _is_linear(node.exponent, x)):
        return True
    return not isinstance(node, Cases) and any(_has_inner_function(child, x) for child in node.children)


def automatic(line: Node) -> Moves:
    """The chain method where functions are nested, as the paper does, and the operator method elsewhere."""
    return (yield from chosen(line).moves(line))


def chosen(line: Node) -> Method:
    """The method that `auto` picks for a line."""
    derivative = line
    while not isinstance(derivative, Derivative) and derivative.children:
        derivative = derivative.children[0]
    if isinstance(derivative, Derivative) and isinstance(derivative.wrt, Variable | Entry):
        scalar = derivative.body.shape.is_scalar and derivative.wrt.shape.is_scalar
        if scalar and _has_inner_function(derivative.body, derivative.wrt):
            few = len(parts_to_name(derivative.body, derivative.wrt)) <= MOST_NAMES
            return METHODS["chain" if few else "operator"]
    return METHODS["operator"]


METHODS: dict[str, Method] = {
    method.id: method
    for method in (
        Method("auto", "Automatic", "picks the method that suits the function", automatic),
        Method("operator", "Operator", "pushes d/dx inwards, one rule at a time", operator),
        Method("chain", "Chain rule", "names intermediate variables, differentiates each, multiplies and adds", chain),
        Method(
            "chain-forward",
            "Chain rule, forward",
            "the same, multiplied from the variable to the result",
            chain_forward,
        ),
        Method("chain-alias", "Chain rule with alias", "the same, with a name for the variable itself", chain_alias),
    )
}
"""Every method by its id, `auto` first."""
