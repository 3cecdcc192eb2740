"""Formulas of programs that take the largest entry off first, so that nothing overflows, as what they compute.

ln(sum(exp(x - max(x)))) + max(x) is logsumexp(x), and exp(x - max(x)) over its sum is softmax(x): whatever number is
taken off, it cancels.
"""

from __future__ import annotations

from explainer.expr import nodes
from explainer.expr.node import Node, each_part, rebuilt, substitute
from explainer.operations import OPERATIONS

_LARGEST = ("max_entry", "min_entry", "row_max")


def without_shifts(expression: Node) -> Node:
    """The expression with shifted sums of exponentials as the functions that they are."""
    if not any(_is(part, *_LARGEST) for part in each_part(expression)):
        return expression
    return rebuilt(expression, _rewritten)


def _rewritten(node: Node) -> Node:
    if isinstance(node, nodes.Quotient):
        return _softmax(node)
    if isinstance(node, nodes.HadamardQuotient):
        return _softmax_of_rows(node)
    if isinstance(node, nodes.Sum):
        return _log_sum_exp(node)
    return _put_in(node) if isinstance(node, nodes.Where) else node


def _is(node: Node, *names: str) -> bool:
    return isinstance(node, nodes.Apply) and node.operation.name in names


def _argument(node: Node, name: str) -> Node | None:
    return node.arguments[0] if isinstance(node, nodes.Apply) and node.operation.name == name else None


def _unshifted(exponential: Node) -> tuple[Node, Node] | None:
    """Of exp(c - m), with a largest entry m, the c and the m."""
    exponent = _argument(exponential, "exp")
    if not isinstance(exponent, nodes.Sum):
        return None
    shifts = [term for term in exponent.terms if isinstance(term, nodes.Negate) and _is_shift(term.operand)]
    rest = tuple(term for term in exponent.terms if term not in shifts)
    if len(shifts) != 1 or not rest:
        return None
    inner = rest[0] if len(rest) == 1 else nodes.Sum(rest)
    shift = shifts[0]
    return (inner, shift.operand) if isinstance(shift, nodes.Negate) and not inner.shape.is_scalar else None


def _is_shift(node: Node) -> bool:
    """A largest entry, or that of each row in all columns, m 1⃗ᵀ."""
    if isinstance(node, nodes.MatrixProduct) and len(node.factors) == 2 and is_row_of_ones(node.factors[1]):
        node = node.factors[0]
    return _is(node, *_LARGEST)


def is_row_of_ones(node: Node) -> bool:
    """1⃗ᵀ, which writes a vector into every column."""
    return isinstance(node, nodes.Transpose) and isinstance(node.operand, nodes.Ones)


def _softmax_of_rows(node: nodes.HadamardQuotient) -> Node:
    """exp(Z − m 1⃗ᵀ) over the sums of its rows."""
    found, total = _unshifted(node.numerator), node.denominator
    if found is None or not isinstance(total, nodes.MatrixProduct) or not is_row_of_ones(total.factors[-1]):
        return node
    sums = total.factors[:-1]
    sums = sums[0].factors if len(sums) == 1 and isinstance(sums[0], nodes.MatrixProduct) else sums
    if len(sums) != 2 or sums[0] is not node.numerator or not isinstance(sums[1], nodes.Ones):
        return node
    return nodes.Apply(OPERATIONS["row_softmax"], (found[0],))


def _softmax(node: nodes.Quotient) -> Node:
    total = node.denominator
    found = _unshifted(node.numerator)
    if found is None or not isinstance(total, nodes.SumReduction) or total.operand is not node.numerator:
        return node
    return nodes.Apply(OPERATIONS["softmax"], (found[0],))


def _log_sum_exp(node: nodes.Sum) -> Node:
    for term in node.terms:
        total = _argument(term, "ln")
        found = _unshifted(total.operand) if isinstance(total, nodes.SumReduction) else None
        if found is not None and found[1] in node.terms:
            rest = [other for other in node.terms if other is not term]
            rest.remove(found[1])
            whole = nodes.Apply(OPERATIONS["logsumexp"], (found[0],))
            return nodes.Sum((whole, *rest)) if rest else whole
    return node


def _put_in(node: nodes.Where) -> Node:
    """e / sum(e) where e = exp(x - max(x)): the definition is put in where that leaves no largest entry."""
    for definition in node.definitions:
        if not any(_is(part, *_LARGEST) for part in each_part(definition.right)):
            continue
        values = {definition.left: definition.right}
        others = tuple(
            nodes.Equation(other.left, rebuilt(substitute(other.right, values), _rewritten))
            for other in node.definitions
            if other is not definition
        )
        body = rebuilt(substitute(node.body, values), _rewritten)
        if any(_is(part, *_LARGEST) for whole in (body, *others) for part in each_part(whole)):
            continue
        return nodes.Where(body, others, node.facts) if others or node.facts else body
    return node
