"""The operator method: push d/dx inwards, one rule at a time, until nothing is left to differentiate."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import NamedTuple

from explainer.engine.joining import in_lines, joined_move, one_rule_a_line, opened
from explainer.engine.line import Move, Moves, apply_move, collect
from explainer.engine.methods.ending import finished
from explainer.engine.methods.places import (
    counts_rows,
    first_derivative,
    is_alone,
    next_derivative,
    runs_over_entries,
    unsupported,
)
from explainer.errors import UnsupportedError
from explainer.expr import nodes
from explainer.expr.dependence import depends_on, uses_whole
from explainer.expr.kinds import parts_of_kind
from explainer.expr.node import Node, Path, at
from explainer.operations.matrix import ONLY_DIFFERENTIALS
from explainer.rules import Rewrite, Rule
from explainer.rules.build import fresh_letter
from explainer.rules.chain import outside, programs
from explainer.rules.entries import derivatives, folding
from explainer.rules.matching import is_call
from explainer.rules.rule import fill
from explainer.rules.scalar import definitions, functions, laws, many_factors, piecewise
from explainer.rules.vector import (
    abstract,
    blocks,
    elementwise,
    jacobians,
    matrix_powers,
    matrix_variable,
    nested_calls,
    vector_functions,
)


class Fallbacks(NamedTuple):
    """The methods that take over a derivative for which there is no rule, and fold their moves into one step.

    They are built on the operator, so it is told of them and does not import them. `facts` were said to hold: a method
    whose lines hold more than one derivative needs them before its end.
    """

    by_names: Callable[[Node, Fallbacks], Moves]
    by_entries: Callable[[Node, Fallbacks], Moves]
    from_whole: Callable[[Node, Fallbacks], Moves]
    differential: Callable[[Node, Fallbacks], Moves]
    by_differentials: Callable[[nodes.Derivative, Path, Fallbacks], Move | None]
    facts: tuple[Node, ...] = ()


def _never(node: nodes.Derivative, alone: bool) -> bool:
    return False


def _from_its_definition(node: nodes.Derivative, alone: bool) -> bool:
    """Whether the Jacobian of a function is all that is asked for: then it is not cited, but worked out, where a
    definition tells how.
    """
    body = node.body
    return alone and isinstance(body, nodes.Apply) and body.children == (node.wrt,) and bool(body.operation.definition)


def _without_entries(node: nodes.Derivative, alone: bool) -> bool:
    return not depends_on(node.body, node.wrt) or not runs_over_entries(node.body, node.wrt)


def _constant(node: nodes.Derivative, alone: bool) -> bool:
    return not depends_on(node.body, node.wrt)


def _by_a_matrix(node: nodes.Derivative, alone: bool) -> bool:
    return node.wrt.shape.is_matrix


class Try(NamedTuple):
    """A row of the order: a rule, where it looks, the derivative or what is differentiated, and when it is left out."""

    rule: Rule
    on_body: bool = False
    unless: Callable[[nodes.Derivative, bool], bool] = _never
    is_cited: bool = False
    """Whether the rule cites a result, whose derivation is then shown inside the step."""

    def move(self, node: nodes.Derivative, path: Path, alone: bool) -> Move | None:
        """What the rule makes of the derivative at a path; `alone` it is all that is asked for."""
        if self.unless(node, alone):
            return None
        rewrite = self.rule(node.body if self.on_body else node)
        return None if rewrite is None else Move((*path, 0) if self.on_body else path, self.rule, rewrite)


SCALAR_LAWS: tuple[Rule, ...] = (
    laws.negative,
    laws.difference,
    laws.constant_terms,
    laws.sum_,
    laws.constant_multiple,
    laws.product,
    laws.reciprocal,
    laws.quotient,
    functions.power,
    functions.exponential,
    functions.general_power,
    functions.function,
    piecewise.cases,
    functions.comparison,
    functions.sum_reduction,
    many_factors.product_of_many,
)
"""The rules for what is made of scalars. First what needs no thought (signs, constants), then sums and products, then
functions: among these the more special ones first, for x^n is also a general power."""

RULES: tuple[Rule, ...] = (
    laws.constant,
    laws.identity,
    outside.names_in_entries,
    definitions.jacobian,
    definitions.gradient,
    blocks.block_gradient,
    blocks.block_derivative,
    *SCALAR_LAWS,
    jacobians.vector_identity,
    jacobians.expanded_scalar,
    elementwise.elementwise_product,
    elementwise.elementwise_quotient,
    elementwise.elementwise_function,
    elementwise.elementwise_power,
    abstract.elementwise_abstract,
    jacobians.scalar_times_vector,
    jacobians.vector_over_scalar,
    matrix_variable.linear_in_matrix,
    vector_functions.vector_function,
    vector_functions.dot_with_itself,
    jacobians.dot_product,
    jacobians.sum_of_entries,
    jacobians.matrix_times_vector,
    nested_calls.abstract_chain,
)
"""The rules that carry out a derivative, in the order in which they are tried: constants first, so that nothing is
worked out that is zero; lists before laws, so that a line shows its pattern of derivatives before any is worked out."""

CITED: tuple[Rule, ...] = (vector_functions.vector_function,)
"""Rules that cite a result of the table."""

BEFORE_ALL = Try(matrix_powers.matrix_power_as_product, on_body=True, unless=_constant)
"""What is done before other methods are asked: a power of a matrix has no rule, its factors have."""

ORDER: tuple[Try, ...] = (
    # What is differentiated is rewritten first where that makes a rule fit that says more.
    *(Try(rule, on_body=True, unless=_constant) for rule in piecewise.ARGUMENTS),
    Try(vector_functions.squared_length, on_body=True, unless=_constant),
    Try(folding.fold_sum, on_body=True, unless=_without_entries),
    *(Try(rule, unless=_from_its_definition, is_cited=True) if rule in CITED else Try(rule) for rule in RULES),
    # Where no rule carries the derivative out as it stands, it may be rewritten so that one does.
    Try(jacobians.scalar_expansion, on_body=True, unless=_by_a_matrix),
    Try(jacobians.row_times_column, on_body=True, unless=_by_a_matrix),
    Try(derivatives.expand_definition, on_body=True, unless=_by_a_matrix),
    Try(outside.names_inside, on_body=True),
)
"""The method: what is tried on a derivative, one after the other; the first that applies is the next move."""


def derivative_move(node: Node, path: Path, fallbacks: Fallbacks, *, alone: bool = False) -> Move:
    """The first rule that applies to the derivative at a path, or to what it differentiates.

    A function of a whole vector has its Jacobian from the table; where that is all that is asked for, `alone`, it is
    worked out from the definition. Raises UnsupportedError, naming the part, when no rule applies.
    """
    if not isinstance(node, nodes.Derivative):
        raise unsupported(node)
    written_out = BEFORE_ALL.move(node, path, alone)
    if written_out is not None:
        return written_out
    for way in (_by_counted_rows, _by_differentials, _from_whole, _by_one_entry):
        folded = way(node, path, fallbacks)
        if folded is not None:
            return folded
    for row in ORDER:
        move = row.move(node, path, alone)
        if move is not None:
            return _with_its_derivation(move, fallbacks) if row.is_cited else move
    return _by_entries(node, path, fallbacks)


LINEAR = (nodes.Sum, nodes.Negate, nodes.Product, nodes.Quotient)


def _by_differentials(node: nodes.Derivative, path: Path, fallbacks: Fallbacks) -> Move | None:
    """The derivative by a matrix, or of a function of matrices, as one step that opens: worked out by differentials.

    Sums, products and functions of scalars are taken apart first; what is linear in the matrix has a rule of its own.
    """
    body = node.body
    if not is_for_differentials(node):
        return None
    if isinstance(body, nodes.Sum | nodes.Negate if body.shape.is_matrix else LINEAR):
        return None
    composed = isinstance(body, nodes.Power | nodes.Apply) and vector_functions.squared_length(body) is None
    if is_call(body, "ln") and is_call(body.arguments[0], "det"):
        composed = False  # d ln det F = tr(F⁻¹ dF): the determinant cancels at once
    if composed and body.children and all(child.shape.is_scalar for child in body.children):
        return None
    if matrix_variable.linear_in_matrix(node) is not None:
        return None
    return fallbacks.by_differentials(node, path, fallbacks)


def is_for_differentials(node: nodes.Derivative) -> bool:
    """Whether a matrix is the variable, or the function is one, or uses what only differentials know."""
    body, wrt = node.body, node.wrt
    if not depends_on(body, wrt):
        return False
    if wrt.shape.is_matrix or body.shape.is_matrix or isinstance(wrt, nodes.Apply):
        return True
    return isinstance(wrt, nodes.Variable) and uses_only_differentials(body, wrt)


def uses_only_differentials(body: Node, wrt: Node) -> bool:
    """Whether the value depends on the variable through a trace, a determinant, an inverse, …

    Only differentials have rules for these.
    """
    calls = (part for part in parts_of_kind(body, nodes.Apply) if part.operation.name in ONLY_DIFFERENTIALS)
    return any(depends_on(call, wrt) for call in calls)


def _from_whole(node: nodes.Derivative, path: Path, fallbacks: Fallbacks) -> Move | None:
    """The derivative with respect to one entry through what only differentials know, such as a trace, as one step."""
    if not needs_the_whole(node) or isinstance(node.body, LINEAR):
        return None
    if isinstance(node.body, nodes.Power | nodes.Apply) and all(child.shape.is_scalar for child in node.body.children):
        return None
    return _folded(node, path, fallbacks.from_whole(node, fallbacks), derivatives.entry_of_derivative)


def needs_the_whole(node: nodes.Derivative) -> bool:
    """Whether a scalar depends on an entry through what only differentials know: the trace, the determinant, …"""
    if (
        not isinstance(node.wrt, nodes.Entry)
        or not isinstance(node.wrt.base, nodes.Variable)
        or not node.body.shape.is_scalar
    ):
        return False
    return uses_only_differentials(node.body, node.wrt)


def _by_counted_rows(node: nodes.Derivative, path: Path, fallbacks: Fallbacks) -> Move | None:
    """The derivative of a sum over rows of the variable, as one step: entry by entry one term of it survives."""
    if not counts_rows(node.body, node.wrt) or not node.body.shape.is_scalar:
        return None
    return _folded(node, path, fallbacks.by_entries(node, fallbacks), derivatives.jacobian_entries)


def _by_one_entry(node: nodes.Derivative, path: Path, fallbacks: Fallbacks) -> Move | None:
    """The derivative with respect to one entry of a vector that stands in the function as a whole, as one step.

    No Jacobian of the table is one with respect to an entry; sums, products and functions of scalars
    are taken apart first.
    """
    if not uses_whole(node.body, node.wrt) or not node.body.shape.is_scalar or isinstance(node.body, LINEAR):
        return None
    if isinstance(node.body, nodes.Power | nodes.Apply) and all(child.shape.is_scalar for child in node.body.children):
        return None
    return _by_entries(node, path, fallbacks)


def _by_entries(node: nodes.Derivative, path: Path, fallbacks: Fallbacks) -> Move:
    """A derivative without a rule of its own, worked out entry by entry as one step.

    Raises UnsupportedError, naming the part, when that cannot be done either.
    """
    hidden = any(not child.shape.is_scalar for child in node.body.children)
    if isinstance(node.body, nodes.FunctionCall) or (node.shape.is_scalar and not hidden):
        raise unsupported(node)
    move = _folded(node, path, fallbacks.by_entries(node, fallbacks), derivatives.jacobian_entries)
    if move is None:
        raise unsupported(node)
    return move


def _folded(node: nodes.Derivative, path: Path, moves: Moves, rule: Rule) -> Move | None:
    """A whole derivation as a single step that opens; None where it does not come to an end."""
    try:
        inner, result = collect(node, moves)
    except UnsupportedError:
        return None
    if not inner or isinstance(result, nodes.Where) or next_derivative(result) is not None:
        return None
    program = next((move.rewrite.after for move in inner if isinstance(move.rewrite.after, nodes.Where)), None)
    words = (
        programs.words_for_program(program.definitions, node.wrt)
        if program
        else fill(
            "No single rule covers {f}: its entries are differentiated one by one and put together again.",
            {"f": node.body},
        )
    )
    conditions = dict.fromkeys(c for move in inner for c in move.rewrite.conditions if c.free <= node.body.free)
    rewrite = Rewrite(result, {"x": node.wrt, "W": node.wrt}, words, tuple(conditions))
    return Move(path, rule, rewrite, phase="differentiate", inner_start=node, inner=tuple(inner))


def _with_its_derivation(move: Move, fallbacks: Fallbacks) -> Move:
    """A Jacobian from the table, with how it follows from the definition of the function as substeps, if it has one."""
    f, u = move.rewrite.bindings["f"], move.rewrite.bindings["u"]
    assert isinstance(f, nodes.Apply)
    if not f.operation.definition:
        return move
    plain = nodes.Variable(fresh_letter(f), u.shape)
    start = nodes.Derivative(nodes.Apply(f.operation, (plain,)), plain, "total")
    moves, _ = collect(start, in_lines(start, operator(start, fallbacks), one_rule_a_line))
    return replace(move, inner_start=start, inner=tuple(moves), is_known=True)


def differentiate(line: Node, fallbacks: Fallbacks, held: AbstractSet[Node] = frozenset()) -> Moves:
    """Carry out every derivative of a line, without tidying.

    No line shows the derivative of a name that is `held` constant: ∂u/∂x would be read as that of what u stands for.
    """
    while True:
        path = next_derivative(line)
        if path is None:
            return line
        move = derivative_move(at(line, path), path, fallbacks, alone=is_alone(line, path))
        line = yield from opened(line, _with_zeros(line, move, held) if held else move)


def _with_zeros(line: Node, move: Move, held: AbstractSet[Node]) -> Move:
    """A move together with the zeros of the names held constant whose derivatives it leaves."""
    moves, after = [move], apply_move(line, move)
    while True:
        path = first_derivative(after, lambda d: not depends_on(d.body, d.wrt) and not held.isdisjoint(d.body.free))
        zero = None if path is None else laws.constant(at(after, path))
        if path is None or zero is None:
            return joined_move(line, moves)
        moves.append(Move(path, laws.constant, zero))
        after = apply_move(after, moves[-1])


def operator(line: Node, fallbacks: Fallbacks, held: AbstractSet[Node] = frozenset()) -> Moves:
    """Carry out every derivative of a line, then bring the result into its final form."""
    line = yield from differentiate(line, fallbacks, held)
    return (yield from finished(line))
