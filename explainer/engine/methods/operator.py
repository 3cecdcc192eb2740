"""The operator method: push d/dx inwards, one rule at a time, until nothing is left to differentiate."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import replace

from explainer.engine.joining import in_lines, joined_move, one_rule_a_line, opened
from explainer.engine.line import Move, Moves, apply_move, collect
from explainer.engine.tidied_lines import case_by_case, collapsed, gathered, recognised, tidied
from explainer.errors import UnsupportedError
from explainer.expr.dependence import depends_on, uses_whole
from explainer.expr.node import Node, Path, at, each_part
from explainer.expr.nodes import (
    Apply,
    Derivative,
    Entry,
    FunctionCall,
    IndexedSum,
    Negate,
    Power,
    Product,
    Quotient,
    Sum,
    Transpose,
    Variable,
    Where,
)
from explainer.phrases import phrase
from explainer.rules import Rewrite, Rule
from explainer.rules.chain import programs as chain
from explainer.rules.chain.naming import fresh_letter
from explainer.rules.entries import derivatives as elements
from explainer.rules.entries import folding
from explainer.rules.rule import fill
from explainer.rules.scalar import definitions, piecewise
from explainer.rules.scalar import functions as scalar_functions
from explainer.rules.scalar import laws as scalar
from explainer.rules.vector import abstract, blocks, elementwise, matrix_variable, vector_functions
from explainer.rules.vector import jacobians as vector
from explainer.rules.vector.abstract import is_nested, is_settled

ORDER: tuple[Rule, ...] = (
    scalar.constant,
    scalar.identity,
    definitions.jacobian,
    definitions.gradient,
    blocks.block_gradient,
    blocks.block_derivative,
    scalar.negative,
    scalar.difference,
    scalar.constant_terms,
    scalar.sum_,
    scalar.constant_multiple,
    scalar.product,
    scalar.reciprocal,
    scalar.quotient,
    scalar_functions.power,
    scalar_functions.exponential,
    scalar_functions.general_power,
    scalar_functions.function,
    piecewise.cases,
    scalar_functions.comparison,
    scalar_functions.sum_reduction,
    vector.vector_identity,
    vector.expanded_scalar,
    elementwise.elementwise_product,
    elementwise.elementwise_quotient,
    elementwise.elementwise_function,
    elementwise.elementwise_power,
    abstract.elementwise_abstract,
    vector.scalar_times_vector,
    matrix_variable.linear_in_matrix,
    vector_functions.vector_function,
    vector_functions.dot_with_itself,
    vector.dot_product,
    vector.sum_of_entries,
    vector.matrix_times_vector,
)
"""The rules that carry out a derivative, in the order in which they are tried."""


def next_derivative(
    line: Node, whole_functions_settle: bool = True, waiting: AbstractSet[Node] = frozenset()
) -> Path | None:
    """The derivative to carry out next: the first gradient or Jacobian, or else the first of all, from the left.

    Writing all gradients out first shows the whole pattern of partial derivatives before any of them is worked out.
    The Jacobian of an abstract function by its argument stays as it is, unless it is to be written out by entries.
    Those that are `waiting` are passed over.
    """
    if not line.shape.is_scalar:

        def is_whole(derivative: Derivative) -> bool:
            if derivative in waiting or derivative.shape.is_scalar:
                return False
            return not (whole_functions_settle and is_settled(derivative))

        path = _first_derivative(line, is_whole)
        if path is not None:
            return path
    return _first_derivative(line, lambda derivative: derivative not in waiting and not is_settled(derivative))


def _first_derivative(line: Node, wanted: Callable[[Derivative], bool]) -> Path | None:
    """The first derivative of a kind that can be carried out: its body holds none that is still open."""
    if not line.has_derivative:
        return None
    if isinstance(line, Derivative):
        inside = _first_derivative(line.body, lambda derivative: not is_settled(derivative))
        if inside is not None:
            return (0, *inside)
        return () if wanted(line) else None
    if isinstance(line, Where):
        return None  # what is left there are derivatives of names, which only the chain method puts in
    children = line.children
    for k, child in enumerate(children):
        if child.has_derivative:
            found = _first_derivative(child, wanted)
            if found is not None:
                return (k, *found)
    return None


PREPARING: tuple[Rule, ...] = (piecewise.equal_arguments, vector_functions.squared_length, folding.fold_sum)
"""The rules that rewrite what is differentiated before anything else."""

BODY_ORDER: tuple[Rule, ...] = (vector.scalar_expansion, vector.row_times_column, elements.expand_definition)
"""The rules that rewrite what is differentiated, where no rule carries the derivative out as it stands."""


def derivative_move(node: Node, path: Path, *, alone: bool = False) -> Move:
    """The first rule that applies to the derivative at a path, or to what it differentiates.

    A function of a whole vector has its Jacobian from the table; where that is all that is asked for, `alone`, it is
    worked out from the definition. Raises UnsupportedError, naming the part, when no rule applies.
    """
    if not isinstance(node, Derivative):
        raise unsupported(node)
    folded = _by_names(node, path) or _by_one_entry(node, path)
    if folded is not None:
        return folded
    for rule in PREPARING if depends_on(node.body, node.wrt) else ():
        rewrite = rule(node.body)
        if rewrite is not None and (rule is not folding.fold_sum or runs_over_entries(node.body, node.wrt)):
            return Move((*path, 0), rule, rewrite)
    for rule in ORDER:
        rewrite = rule(node)
        if rewrite is not None and rule is vector_functions.vector_function:
            if not alone or node.body.children != (node.wrt,):
                return _with_its_derivation(Move(path, rule, rewrite))
        elif rewrite is not None:
            return Move(path, rule, rewrite)
    for rule in BODY_ORDER if not node.wrt.shape.is_matrix else ():
        rewrite = rule(node.body)
        if rewrite is not None:
            return Move((*path, 0), rule, rewrite)
    return _by_entries(node, path)


LINEAR = (Sum, Negate, Product, Quotient)


def _by_names(node: Derivative, path: Path) -> Move | None:
    """The derivative of a scalar by a matrix as one step, in which the vector that the matrix makes has a name.

    Sums, products and functions of scalars are taken apart first; what is linear in the matrix has a rule of its own.
    """
    body, wrt = node.body, node.wrt
    if not wrt.shape.is_matrix or not depends_on(body, wrt) or isinstance(body, LINEAR):
        return None
    composed = isinstance(body, Power | Apply) and vector_functions.squared_length(body) is None
    if composed and all(child.shape.is_scalar for child in body.children):
        return None
    for rule in (matrix_variable.linear_in_matrix, vector.row_times_column):
        if rule(node) is not None or rule(body) is not None:
            return None
    from explainer.engine.methods.chain import through_names  # that method is built on this one

    return _folded(node, path, through_names(node), matrix_variable.chain_matrix)


def _by_one_entry(node: Derivative, path: Path) -> Move | None:
    """The derivative with respect to one entry of a vector that stands in the function as a whole, as one step.

    No Jacobian of the table is one with respect to an entry; sums, products and functions of scalars are taken apart
    first.
    """
    if not uses_whole(node.body, node.wrt) or not node.body.shape.is_scalar or isinstance(node.body, LINEAR):
        return None
    if isinstance(node.body, Power | Apply) and all(child.shape.is_scalar for child in node.body.children):
        return None
    return _by_entries(node, path)


def _by_entries(node: Derivative, path: Path) -> Move:
    """A derivative without a rule of its own, worked out entry by entry as one step.

    Raises UnsupportedError, naming the part, when that cannot be done either.
    """
    hidden = any(not child.shape.is_scalar for child in node.body.children)
    if node.body.shape.is_matrix or isinstance(node.body, FunctionCall) or (node.shape.is_scalar and not hidden):
        raise unsupported(node)
    from explainer.engine.methods.elements import elements as by_elements  # that method is built on this one

    move = _folded(node, path, by_elements(node), elements.jacobian_entries)
    if move is None:
        raise unsupported(node)
    return move


def _folded(node: Derivative, path: Path, moves: Moves, rule: Rule) -> Move | None:
    """A whole derivation as a single step that opens; None where it does not come to an end."""
    try:
        inner, result = collect(node, moves)
    except UnsupportedError:
        return None
    if not inner or isinstance(result, Where) or next_derivative(result) is not None:
        return None
    program = next((move.rewrite.after for move in inner if isinstance(move.rewrite.after, Where)), None)
    words = (
        chain.words_for_program(program.definitions, node.wrt)
        if program
        else fill(
            "No single rule covers {f}: its entries are differentiated one by one and put together again.",
            {"f": node.body},
        )
    )
    conditions = dict.fromkeys(c for move in inner for c in move.rewrite.conditions if c.free <= node.body.free)
    rewrite = Rewrite(result, {"x": node.wrt, "W": node.wrt}, words, tuple(conditions))
    return Move(path, rule, rewrite, "differentiate", inner_start=node, inner=tuple(inner))


def runs_over_entries(node: Node, x: Node) -> bool:
    """Whether this is a sum over the entries of the vector x itself, such as Σ x_i²."""
    if not isinstance(node, IndexedSum):
        return False
    return any(isinstance(part, Entry) and part.base is x and node.index in part.indices for part in each_part(node))


def is_alone(line: Node, path: Path) -> bool:
    """Whether a derivative is the whole line, but for the transpose that a layout asks for."""
    return not path or (isinstance(line, Transpose) and path == (0,))


def _with_its_derivation(move: Move) -> Move:
    """A Jacobian from the table, with how it follows from the definition of the function as substeps."""
    f, u = move.rewrite.bindings["f"], move.rewrite.bindings["u"]
    assert isinstance(f, Apply)
    plain = Variable(fresh_letter(f), u.shape)
    start = Derivative(Apply(f.operation, (plain,)), plain, "total")
    moves, _ = collect(start, in_lines(start, operator(start), one_rule_a_line))
    return replace(move, inner_start=start, inner=tuple(moves), is_known=True)


def unsupported(node: Node) -> UnsupportedError:
    """Why a derivative cannot be carried out, in a sentence that names the part."""
    body, wrt = (node.body, node.wrt) if isinstance(node, Derivative) else (node, node)
    hint = ""
    nested = next((part for part in each_part(body) if is_nested(part, wrt)), None)
    if isinstance(nested, FunctionCall):
        reason = phrase("{0} is an abstract function of something other than {1} itself", nested.name, wrt.text())
        hint = "The chain method gives its argument a name."
    elif isinstance(body, Entry) and body.base is wrt:
        reason = phrase(
            "an entry of {0} is not differentiated with respect to the whole of it; the method “elements” does that",
            wrt.text(),
        )
    elif not body.shape.is_scalar or not wrt.shape.is_scalar:
        kind = "a vector or matrix that is not written out as a list"
        reason = phrase(
            "there is no rule yet for the derivative of {0} ({1} with respect to {2})",
            kind,
            body.shape.display(),
            wrt.shape.display(),
        )
    else:
        reason = phrase("there is no rule for the derivative of this {0}", type(body).__name__)
    return UnsupportedError(
        phrase("cannot differentiate {0} with respect to {1}: {2}", body.text(), wrt.text(), reason),
        subexpression=body.text(),
        reason=reason,
        hint=hint or None,
    )


def differentiate(line: Node, held: AbstractSet[Node] = frozenset()) -> Moves:
    """Carry out every derivative of a line, without tidying.

    No line shows the derivative of a name that is `held` constant: ∂u/∂x would be read as that of what u stands for.
    """
    while True:
        path = next_derivative(line)
        if path is None:
            return line
        move = _with_zeros(line, derivative_move(at(line, path), path, alone=is_alone(line, path)), held)
        line = yield from opened(line, move)


def _with_zeros(line: Node, move: Move, held: AbstractSet[Node]) -> Move:
    """A move together with the zeros of the names held constant whose derivatives it leaves."""
    moves, after = [move], apply_move(line, move)
    while held:
        path = _first_derivative(after, lambda d: not depends_on(d.body, d.wrt) and not held.isdisjoint(d.body.free))
        zero = None if path is None else scalar.constant(at(after, path))
        if path is None or zero is None:
            break
        moves.append(Move(path, scalar.constant, zero))
        after = apply_move(after, moves[-1])
    return joined_move(line, moves)


def operator(line: Node, held: AbstractSet[Node] = frozenset()) -> Moves:
    """Carry out every derivative of a line, then bring the result into its final form."""
    line = yield from differentiate(line, held)
    return (yield from finished(line))


def finished(line: Node) -> Moves:
    """Tidy a line without derivatives, work its cases out, put rows together, transpose where the layout asks for
    it."""
    line = yield from tidied(line)
    line = yield from case_by_case(line)
    line = yield from recognised(line)
    line = yield from gathered(line)
    return (yield from collapsed(line))
