"""Which parts of a function get names of their own, and which names."""

from __future__ import annotations

from explainer.expr.dependence import depends_on
from explainer.expr.letters import fresh
from explainer.expr.node import Node, each_part
from explainer.expr.node import substitute as replace_parts
from explainer.expr.nodes import (
    Apply,
    Cases,
    Derivative,
    Dot,
    Entry,
    Equation,
    IndexedSum,
    MatrixProduct,
    Negate,
    Power,
    Product,
    Quotient,
    Sum,
    Variable,
)
from explainer.rules.build import rational


def fresh_letter(node: Node) -> str:
    """A letter for intermediate variables that no variable of the expression begins with."""
    taken = {variable.name.split("_")[0] for variable in node.free if isinstance(variable, Variable)}
    return fresh(taken, "uvstpqrz")


def is_affine(node: Node, x: Node) -> bool:
    """Whether a part is linear in a vector, up to a constant, in a way that one known Jacobian covers: w · x + b, W
    x."""
    if node is x or not depends_on(node, x):
        return True
    if isinstance(node, Sum):
        return all(is_affine(term, x) for term in node.terms)
    if isinstance(node, Negate):
        return is_affine(node.operand, x)
    if isinstance(node, Dot | MatrixProduct | Product):
        moving = [child for child in node.children if depends_on(child, x)]
        return len(moving) == 1 and is_affine(moving[0], x)
    return False


def parts_to_name(body: Node, x: Node) -> list[Node]:
    """The parts that depend on x, each after the parts it is made of, equal parts once; sums keep their signs.

    A part that is affine in a vector x, such as w · x + b, is one part.
    """
    found: dict[Node, None] = {}

    def visit(node: Node) -> None:
        if node in found or node is x or not depends_on(node, x):
            return
        if node is body or x.shape.is_scalar or not is_affine(node, x):
            for child in _operands(node, x):
                visit(child)
        found[node] = None

    visit(body)
    return list(found)


def _operands(node: Node, x: Node) -> tuple[Node, ...]:
    """The parts of a node that are named on their own.

    A minus sign in a sum and a bound index stay with their node; so do constant factors, where x is a vector.
    """
    if isinstance(node, IndexedSum | Entry | Derivative):
        return ()
    if is_squared_length(node):
        return node.children[0].children
    if isinstance(node, Sum):
        return tuple(_without_sign(term, x) for term in node.terms)
    if not x.shape.is_scalar and (inside := _without_constants(node, x)) is not node:
        return _operands(inside, x)
    return node.values if isinstance(node, Cases) else node.children


def _without_sign(term: Node, x: Node) -> Node:
    inside = term.operand if isinstance(term, Negate) else term
    return inside if x.shape.is_scalar else _without_constants(inside, x)


def _without_constants(node: Node, x: Node) -> Node:
    """The factor that depends on x, where it is the only one; else the node itself."""
    while isinstance(node, Product | Quotient | Negate):
        moving = [child for child in node.children if depends_on(child, x)]
        if len(moving) != 1 or moving[0] is x or (isinstance(node, Quotient) and moving[0] is node.denominator):
            return node
        (node,) = moving
    return node


def is_squared_length(node: Node) -> bool:
    """Whether this is ‖u‖², which is one operation on u."""
    if not isinstance(node, Power) or rational(node.exponent) != 2 or not isinstance(node.base, Apply):
        return False
    return node.base.operation.name == "norm"


def _with_names(node: Node, names: dict[Node, Node], x: Node) -> Node:
    """A part with names in the places of its own parts."""
    return replace_parts(node, {part: names[part] for part in _operands(node, x) if part in names})


def name_parts(body: Node, x: Node) -> tuple[Equation, ...]:
    """The definitions u_1 = …, u_2 = … that build the body up from x; the last one is the body."""
    parts = parts_to_name(body, x)
    names: dict[Node, Node] = {}
    definitions = []
    for part, letter in zip(parts, _letters_for(parts, body, x), strict=True):
        symbol = Variable(letter, part.shape)
        definitions.append(Equation(symbol, _with_names(part, names, x)))
        names[part] = symbol
    return tuple(definitions)


def _letters_for(parts: list[Node], body: Node, x: Node) -> list[str]:
    """u and y for two parts in a row, z for the one affine part of a neuron, u_1, u_2, … for all others."""
    letter = fresh_letter(body)
    taken = {variable.name for variable in body.free if isinstance(variable, Variable)}
    affine = [part for part in parts if _is_layer(part, x) and is_affine(part, x)]
    special = {affine[0]: "z"} if len(affine) == 1 and "z" not in taken and affine != parts[-1:] else {}
    if len(parts) == 2 and _is_single(parts, x) and "y" not in taken:
        return [special.get(parts[0], letter), "y"]
    others = iter(range(1, len(parts) + 1))
    return [special[part] if part in special else f"{letter}_{next(others)}" for part in parts]


def _is_layer(part: Node, x: Node) -> bool:
    """Whether a part is what a neuron or a layer works out before its activation: a scalar, or a matrix times x.

    For a bias it is the same part as for the weights: a sum of which one term is a product of vectors.
    """
    if x.shape.is_scalar:
        return isinstance(part, Sum) and any(isinstance(term, Dot | MatrixProduct) for term in part.terms)
    return part.shape.is_scalar or any(isinstance(inside, MatrixProduct) for inside in each_part(part))


def _is_single(parts: list[Node], x: Node) -> bool:
    """Whether x reaches the last of two parts through the first one only."""
    placeholder = Variable("placeholder for the first part", parts[0].shape)
    return not depends_on(_with_names(parts[1], {parts[0]: placeholder}, x), x)
