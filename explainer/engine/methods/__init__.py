"""The methods of derivation: each an ordered choice of rules and of the place to rewrite next, nothing more.

To add a method: a generator of moves in a module here and a row in METHODS; choosers, help and tests follow.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from explainer.engine.line import Move, Moves, apply_move
from explainer.engine.methods.chain import chain, chain_alias, chain_forward
from explainer.engine.methods.elements import elements
from explainer.engine.methods.operator import operator
from explainer.engine.shaping import shaped
from explainer.errors import LimitError
from explainer.expr.dependence import depends_on, uses_whole
from explainer.expr.node import Node, at, each_part, first_places
from explainer.expr.nodes import (
    Apply,
    Cases,
    Derivative,
    Dot,
    Entry,
    FunctionCall,
    MatrixProduct,
    Power,
    Quotient,
    SumReduction,
    Variable,
    Vector,
    Where,
)
from explainer.phrases import phrase
from explainer.rules.abstract import is_nested
from explainer.rules.blocks import blockwise, dot_of_blocks, sum_of_blocks
from explainer.rules.chain import MOST_PUT_IN, grows_too_long, substitute, use_given_names
from explainer.rules.naming import parts_to_name
from explainer.rules.recognising import fold_definition


@dataclass(frozen=True, slots=True)
class Method:
    """A way to derive: its id, its name for people, what it does in a sentence, and the generator of its moves.

    A method that `uses_names` takes those that were typed with the function as they are; the others put them in first.
    """

    id: str
    title: str
    description: str
    moves: Callable[[Node], Moves]
    uses_names: bool = False


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
    """The method that suits the function, as the paper would choose it."""
    return (yield from chosen(line).moves(line))


def chosen(line: Node) -> Method:
    """The method that `auto` picks for a line.

    Nested functions, and scalars of a matrix, are differentiated by intermediate variables, unless there are too many
    of them; reductions and element-wise operations on vectors entry by entry; everything else by the operator.
    """
    derivative = line
    while not isinstance(derivative, Derivative) and derivative.children:
        derivative = derivative.children[0]
    if not isinstance(derivative, Derivative) or not isinstance(derivative.wrt, Variable | Entry):
        return METHODS["operator"]
    body, x = derivative.body, derivative.wrt
    if isinstance(body, Where) and grows_too_long(body):
        return METHODS["operator" if use_given_names(derivative) is None else "chain"]
    if uses_whole(body, x):
        return METHODS["elements"]  # no Jacobian of the table is one with respect to a single entry
    if x.shape.is_matrix:
        acts = any(isinstance(part, MatrixProduct) and depends_on(part, x) for part in each_part(body))
        return METHODS["chain" if acts else "elements"]
    if isinstance(x, Variable) and x.shape.is_vector and not isinstance(x.shape.rows, int) and _has_entries_of(x, body):
        return METHODS["elements"]
    if any(is_nested(part, x) for part in each_part(body)):
        return METHODS["chain"]
    if any(isinstance(part, Entry) and part.base is x and part.free - {x} for part in each_part(body)):
        return METHODS["elements"]
    if any(isinstance(part, FunctionCall) and part.is_operator for part in each_part(body)):
        return METHODS["elements"]
    has_dot = not x.shape.is_scalar and any(isinstance(part, Dot | MatrixProduct) for part in each_part(body))
    if _has_inner_function(body, x) or (has_dot and body.shape.is_scalar):
        return METHODS["chain" if len(parts_to_name(body, x)) <= MOST_NAMES else "operator"]
    scalars = body.shape.is_scalar and x.shape.is_scalar and not _has_reduction(body, x)
    written_out = isinstance(body, Vector) or any(
        isinstance(part, Entry) and part.base is x and not part.free - {x} for part in each_part(body)
    )
    known = any(isinstance(part, Apply) and not part.operation.elementwise for part in each_part(body))
    return METHODS["operator" if scalars or written_out or has_dot or known else "elements"]


def _has_entries_of(x: Node, body: Node) -> bool:
    """Whether single entries of a vector are used, such as x_1, or x_i in a sum."""
    return any(isinstance(part, Entry) and part.base is x for part in each_part(body))


def _has_reduction(body: Node, x: Node) -> bool:
    return any(isinstance(part, SumReduction) and depends_on(part, x) for part in each_part(body))


def vector(line: Node) -> Moves:
    """Multiply known Jacobians, by the vector chain rule, without names for what is inside.

    These are the moves of the operator: where it meets a vector, the rule of each operation gives its Jacobian as a
    factor in front of the derivative of its argument. A scalar is a vector of one entry.
    """
    return (yield from operator(line))


def prepared(line: Node, method: Method, facts: tuple[Node, ...] = ()) -> Moves:
    """The moves of a method, from the function as it was typed to the form in which its derivative is printed."""
    return (yield from shaped(_prepared(line, method), line, facts))


def _prepared(line: Node, method: Method) -> Moves:
    """The moves of a method, after typed definitions have been put in, and products of blocks written out."""
    if method.uses_names and use_given_names(line) is not None:
        return (yield from method.moves(line))
    path = next((path for path, part in first_places(line) if isinstance(part, Where)), None)
    if path is not None:
        program = at(line, path)
        if isinstance(program, Where) and grows_too_long(program):
            return (yield from _with_names_kept(line, method))
        rewrite = substitute(program)
        if rewrite is not None:
            move = Move(path, substitute, rewrite)
            yield move
            return (yield from _prepared(apply_move(line, move), method))
    known = _written_out(line)
    if known is not None:
        yield known
        return (yield from _prepared(apply_move(line, known), method))
    for path, part in first_places(line):
        for rule in (dot_of_blocks, sum_of_blocks, blockwise):
            rewrite = rule(part)
            if rewrite is not None:
                move = Move(path, rule, rewrite)
                yield move
                return (yield from _prepared(apply_move(line, move), method))
    return (yield from method.moves(line))


def _with_names_kept(line: Node, method: Method) -> Moves:
    """The moves on definitions that would be too long when put in: by the chain rule, where the choice is free.

    Raises LimitError where the method has to put them in.
    """
    keeps = use_given_names(line) is not None
    if method is METHODS["auto"] and keeps:
        return (yield from chain(line))
    raise LimitError(
        phrase(
            "the definitions use each other several times: put in, they make a function of more than {0} parts",
            MOST_PUT_IN,
        ),
        hint=phrase("The method “{0}” keeps the names.", "chain") if keeps else None,
    )


def _written_out(line: Node) -> Move | None:
    """A part of the function that is the definition of a known one, written out: 1/(1 + e^−z) in a loss is σ(z).

    Where it is the whole function, its derivation is what was asked for.
    """
    for path, part in first_places(line):
        if isinstance(part, Quotient) and path and not isinstance(at(line, path[:-1]), Derivative):
            rewrite = fold_definition(part)
            if rewrite is not None:
                return Move(path, fold_definition, rewrite)
    return None


METHODS: dict[str, Method] = {
    method.id: method
    for method in (
        Method("auto", "Automatic", "picks the method that suits the function", automatic),
        Method("operator", "Operator", "pushes d/dx inwards, one rule at a time", operator),
        Method(
            "chain", "Chain rule", "names intermediate variables, differentiates each, multiplies and adds", chain, True
        ),
        Method(
            "chain-forward",
            "Chain rule, forward",
            "the same, multiplied from the variable to the result",
            chain_forward,
            uses_names=True,
        ),
        Method("vector", "Known Jacobians", "multiplies the known Jacobians of the operations", vector),
        Method("elements", "Element by element", "writes the Jacobian out and differentiates one entry", elements),
        Method(
            "chain-alias", "Chain rule with alias", "the same, with a name for the variable itself", chain_alias, True
        ),
    )
}
"""Every method by its id, `auto` first."""
