"""What is declared of a matrix besides its shape: `where S: symmetric n x n`, also positive-definite and diagonal.

A symmetric matrix is its own transpose, and so is its inverse; a diagonal one is zero beside its diagonal: these are
facts that a derivation may use, and its random points obey them. By such a matrix the entries do not move one by one.
"""

from __future__ import annotations

import re

from explainer.errors import ShapeError
from explainer.expr.declared import declared_kind
from explainer.expr.node import Node
from explainer.expr.nodes import ZERO, Apply, Comparison, Hadamard, Identity, Transpose, Variable
from explainer.expr.shape import Shape, parse_shape
from explainer.language.late_patterns import LatePattern
from explainer.operations import find
from explainer.phrases import phrase

_PROPERTY = LatePattern(
    r"(?P<property>symmetric(?:\s+positive[\s-]*(?:semi[\s-]*)?definite)?|positive[\s-]*(?:semi[\s-]*)?definite|spd|diagonal"
    r"|positive)(?:\s+(?P<shape>.*))?",
    re.IGNORECASE | re.DOTALL,
)


def split_property(text: str) -> tuple[str, str]:
    """A declaration as the property and the shape: ("symmetric", "n x n"), or ("", "n x n").

    Raises ShapeError where a property has no shape behind it.
    """
    match = _PROPERTY.fullmatch(text.strip())
    if match is None:
        return "", text
    if not (match["shape"] or "").strip():
        raise ShapeError(
            phrase("the shape is missing behind “{0}”", match["property"]),
            hint=phrase("Write {0} n x n.", match["property"]),
        )
    return re.sub(r"[\s-]+", " ", match["property"].lower()), match["shape"]


def read_declaration(text: str, name: str = "this") -> tuple[str, Shape]:
    """The property and the shape of a declaration. Raises ShapeError where one of them is none, or they do not fit."""
    property, written = split_property(text)
    shape = parse_shape(written)
    require_square(name, property, shape)
    return property, shape


def require_square(name: str, property: str, shape: Shape) -> None:
    """Raises ShapeError for a symmetric matrix that is not square; entries of any shape may be positive."""
    if property and property != "positive" and (not shape.is_matrix or shape.rows != shape.columns):
        raise ShapeError(
            phrase("{0} cannot be {1}: it is a {2} value", name, property, shape.display()),
            shapes=(str(shape),),
            hint="A square matrix has as many rows as columns: X: n x n.",
        )


def _applied(name: str, matrix: Node) -> Node:
    operation = find(name)
    assert operation is not None
    return Apply(operation, (matrix,))


def facts_of_properties(properties: dict[str, str], shapes: dict[str, Shape]) -> tuple[Node, ...]:
    """What the properties of every matrix in the expression say, as conditions.

    S' = S of a symmetric matrix, and det(S) > 0 of a positive definite one; D ⊗ I = D of a diagonal one; the equations
    hold of their inverses too. X > 0 says it of every entry.
    """
    found: list[Node] = []
    for name, property in properties.items():
        if name not in shapes or not property:
            continue
        matrix = Variable(name, shapes[name])
        if property == "positive":
            found.append(Comparison(">", matrix, ZERO))
            continue
        wholes = (matrix, _applied("inv", matrix))
        found.extend(Comparison("=", Transpose(whole), whole) for whole in wholes)
        if property == "diagonal":
            unit = Identity(matrix.shape.rows)
            found.extend(Comparison("=", Hadamard((whole, unit)), whole) for whole in wholes)
        elif property != "symmetric":
            found.append(Comparison(">", _applied("det", matrix), ZERO))
    return tuple(found)


def kind_by(wrt: Node, properties: dict[str, str]) -> str:
    """The kind of the derivative by a matrix whose entries do not move one by one; empty where they do."""
    if not isinstance(wrt, Variable):
        return ""
    return declared_kind(wrt, facts_of_properties(properties, {wrt.name: wrt.shape}))
