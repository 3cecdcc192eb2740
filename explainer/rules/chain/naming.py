"""Which parts of a function get names of their own, and which names."""

from __future__ import annotations

from collections import Counter

from explainer.expr.dependence import depends_on
from explainer.expr.kinds import has_child, holds, of_kind, parts_of_kind
from explainer.expr.node import Node, each_part
from explainer.expr.node import substitute as replace_parts
from explainer.expr.nodes import (
    Derivative,
    Dot,
    Entry,
    Equation,
    IndexedSum,
    MatrixProduct,
    Negate,
    Product,
    Quotient,
    Sum,
    Variable,
    Where,
)
from explainer.rules.build import fresh_letter
from explainer.rules.matching import is_call, squared, values_in


def is_affine(node: Node, x: Node) -> bool:
    """Whether a part is linear in x, up to a constant, in a way that one known Jacobian covers: 3 x + 1, w · x + b."""
    if node is x or not depends_on(node, x):
        return True
    match node:
        case Sum(terms):
            return all(is_affine(term, x) for term in terms)
        case Negate(operand):
            return is_affine(operand, x)
        case Quotient(numerator, denominator):
            return not depends_on(denominator, x) and is_affine(numerator, x)
        case Dot() | MatrixProduct() | Product():
            moving = [child for child in node.children if depends_on(child, x)]
            return len(moving) == 1 and is_affine(moving[0], x)
    return False


def parts_to_name(body: Node, x: Node) -> list[Node]:
    """The parts that depend on x, each after the parts it is made of, equal parts once.

    Only operations that are not linear get names, and what is put into them: an affine part such as w · x + b is one
    part; a sum, a sign or a constant factor belongs to the part that it is made of, or else to the one around it.
    """
    found: dict[Node, None] = {}
    shared = _used_twice(body)

    def visit(node: Node) -> None:
        if node not in found:
            for part in _operands(node, x, shared):
                visit(part)
            found[node] = None

    visit(body)
    return list(found)


def named_parts(line: Derivative, program: Where) -> dict[Node, Node]:
    """The parts of a function that the definitions of a program stand for, with their names; else none."""
    parts = parts_to_name(line.body, line.wrt)
    if len(parts) != len(program.definitions):
        return {}
    names: dict[Node, Node] = {}
    for part, definition in zip(parts, program.definitions, strict=True):
        if _with_names(part, names) is not definition.right:
            return {}  # the program names other parts
        names[part] = definition.left
    return names


def _used_twice(body: Node) -> frozenset[Node]:
    """The parts that several others are made of."""
    counts = Counter(child for part in each_part(body) for child in part.children)
    return frozenset(part for part, count in counts.items() if count > 1)


def _operands(node: Node, x: Node, shared: frozenset[Node]) -> list[Node]:
    """The parts of a named part that have names of their own."""
    if node.bound or isinstance(node, Entry | Derivative) or is_affine(node, x):
        return []  # what stands under an index means another thing for each of its values
    if _is_linear(node, x):
        pieces = _pieces(node, x)
        (core,) = pieces if len(pieces) == 1 else (x,)
        if core is not x and core not in shared:
            return _operands(core, x, shared)  # −x²/2 is one part, made of x
        return [piece for piece in pieces if not is_affine(piece, x)]
    inside = node.children[0].children if is_squared_length(node) else values_in(node)
    return [_named(part, x, shared) for part in inside if part is not x and depends_on(part, x)]


def _named(part: Node, x: Node, shared: frozenset[Node]) -> Node:
    """What gets a name where an operation is applied to a part: in ln(1 - p), p alone if it is used elsewhere too."""
    if is_affine(part, x) or not _is_linear(part, x):
        return part
    pieces = _pieces(part, x)
    return pieces[0] if len(pieces) == 1 and pieces[0] in shared else part


def _is_linear(node: Node, x: Node) -> bool:
    """Whether a node only adds, changes the sign, or multiplies by what is constant."""
    match node:
        case Sum() | Negate():
            return True
        case Quotient():
            return not depends_on(node.denominator, x)
        case Product(factors):
            return sum(depends_on(factor, x) for factor in factors) == 1
    return False


def _pieces(node: Node, x: Node) -> list[Node]:
    """What a linear node adds up, without signs and constant factors, each once; what is affine stays whole."""
    if is_affine(node, x) or not _is_linear(node, x):
        return [node]
    moving = [child for child in node.children if depends_on(child, x)]
    return list(dict.fromkeys(piece for child in moving for piece in _pieces(child, x)))


def single_piece(node: Node, x: Node) -> Node | None:
    """What a linear node is made of, where that is one thing, up to constants, signs and factors; else None."""
    if is_affine(node, x) or not _is_linear(node, x):
        return None
    pieces = _pieces(node, x)
    return pieces[0] if len(pieces) == 1 and pieces[0] is not x else None


def is_squared_length(node: Node) -> bool:
    """Whether this is ‖u‖², which is one operation on u."""
    return is_call(squared(node), "norm")


def _with_names(node: Node, names: dict[Node, Node]) -> Node:
    """A part with names in the places of the parts that have one; x_i inside a sum over i is another x_i."""
    others = {part: name for part, name in names.items() if part is not node}
    if not holds(node, IndexedSum):
        return replace_parts(node, others)
    node = replace_parts(node, {part: name for part, name in others.items() if holds(part, IndexedSum)})
    bound = {part.index for part in parts_of_kind(node, IndexedSum)}
    return replace_parts(node, {part: name for part, name in others.items() if bound.isdisjoint(part.free)})


def name_parts(body: Node, x: Node) -> tuple[Equation, ...]:
    """The definitions u_1 = …, u_2 = … that build the body up from x; the last one is the body."""
    parts = parts_to_name(body, x)
    names: dict[Node, Node] = {}
    definitions = []
    for part, letter in zip(parts, _letters_for(parts, body, x), strict=True):
        symbol = Variable(letter, part.shape)
        definitions.append(Equation(symbol, _with_names(part, names)))
        names[part] = symbol
    return tuple(definitions)


def _letters_for(parts: list[Node], body: Node, x: Node) -> list[str]:
    """u and y for two parts in a row, z for the one affine part of a neuron, u_1, u_2, … for all others."""
    letter = fresh_letter(body)
    taken = {variable.name for variable in of_kind(body.free, Variable)}
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
        return isinstance(part, Sum) and has_child(part, Dot, MatrixProduct)
    return part.shape.is_scalar or holds(part, MatrixProduct)


def _is_single(parts: list[Node], x: Node) -> bool:
    """Whether x reaches the last of two parts through the first one only."""
    placeholder = Variable("placeholder for the first part", parts[0].shape)
    return not depends_on(_with_names(parts[1], {parts[0]: placeholder}), x)
