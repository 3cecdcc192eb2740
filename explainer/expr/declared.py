"""What conditions say of a variable that no random point fulfils: such points are drawn so that they hold."""

from __future__ import annotations

from collections.abc import Iterable

from explainer.expr import nodes
from explainer.expr.node import Node

DECLARED_KINDS = frozenset({"symmetric", "diagonal"})
"""The kinds of derivatives by matrices whose entries do not move one by one."""


def declared(conditions: Iterable[Node]) -> frozenset[tuple[str, str]]:
    """The properties of matrices that equations among the conditions say, by the names of the matrices.

    A matrix is definite that is its own transpose and has a positive determinant; det(X) > 0 alone says no such thing.
    """
    conditions = tuple(conditions)
    symmetric = frozenset(filter(None, map(_symmetric, conditions)))
    diagonal = frozenset(filter(None, map(_diagonal, conditions)))
    definite = frozenset(filter(None, map(_with_positive_determinant, conditions))) & symmetric - diagonal
    found = [("diagonal", name) for name in diagonal] + [("definite", name) for name in definite]
    found += [("symmetric", name) for name in symmetric - diagonal - definite]
    found += [("positive", name) for name in filter(None, map(_positive, conditions))]
    return frozenset((name, property) for property, name in found)


def declared_kind(wrt: Node, facts: Iterable[Node]) -> str:
    """The kind of the derivative by a matrix whose entries do not move one by one; empty where they do."""
    name = _name(wrt)
    properties = {property for known, property in declared(facts) if known == name}
    if "diagonal" in properties:
        return "diagonal"
    return "symmetric" if properties & {"symmetric", "definite"} else ""


def says_property(condition: Node, properties: frozenset[tuple[str, str]]) -> bool:
    """Whether a condition is one of those that made points be drawn with these properties."""
    by_equation = _symmetric(condition) or _diagonal(condition) or _positive(condition)
    if by_equation is not None:
        return True
    return (_with_positive_determinant(condition), "definite") in properties


def _symmetric(condition: Node) -> str | None:
    """The name of the matrix of which a condition says that it, its inverse or its change is its own transpose."""
    if not isinstance(condition, nodes.Comparison) or condition.relation != "=":
        return None
    left, right = condition.left, condition.right
    return _name(right) if isinstance(left, nodes.Transpose) and left.operand is right else None


def _diagonal(condition: Node) -> str | None:
    """The name of the matrix of which a condition says that it, its inverse or its change has only a diagonal."""
    if not isinstance(condition, nodes.Comparison) or condition.relation != "=":
        return None
    left, right = condition.left, condition.right
    cut = isinstance(left, nodes.Hadamard) and len(left.factors) == 2 and left.factors[0] is right
    return _name(right) if cut and isinstance(left.children[1], nodes.Identity) else None


def _with_positive_determinant(condition: Node) -> str | None:
    if not isinstance(condition, nodes.Comparison) or (condition.relation, condition.right) != (">", nodes.ZERO):
        return None
    left = condition.left
    return _name(left.arguments[0]) if isinstance(left, nodes.Apply) and left.operation.name == "det" else None


def _positive(condition: Node) -> str | None:
    """The name of the matrix of which a condition says that all its entries are positive."""
    if not isinstance(condition, nodes.Comparison) or (condition.relation, condition.right) != (">", nodes.ZERO):
        return None
    return _name(condition.left) if condition.left.shape.is_matrix else None


def _name(matrix: Node) -> str | None:
    """The name of a matrix, also of one whose inverse is meant; the change dX is drawn under a name of its own."""
    if isinstance(matrix, nodes.Apply) and matrix.operation.name == "inv":
        matrix = matrix.arguments[0]
    if isinstance(matrix, nodes.Differential):
        return None if matrix.is_open else change_name(matrix.wrt)
    return matrix.name if isinstance(matrix, nodes.Variable) else None


def change_name(variable: nodes.Variable) -> str:
    """The name under which values of dX are drawn."""
    return f"d{variable.name}"
