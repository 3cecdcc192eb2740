"""x̄ beside the entries of x: it is their mean, and changes with them."""

from __future__ import annotations

from collections.abc import Container

from explainer.expr.node import Node, each_part, substitute
from explainer.expr.nodes import Transpose, Variable
from explainer.language.building.batches import ROW_BY_ROW
from explainer.language.building.reductions import applied

_BAR = "_bar"


def with_means(expression: Node, known: Container[str]) -> tuple[Node, list[Variable]]:
    """The expression with the mean of a vector for each bar over its letter, and the names that were put in so.

    A name that is `known`, because it was declared, defined or chosen as the variable, stays what it is.
    """
    variables = {part.name: part for part in each_part(expression) if isinstance(part, Variable)}
    means: dict[Node, Node] = {}
    found: list[Variable] = []
    for name, bar in variables.items():
        letter = name.removesuffix(_BAR)
        vector = variables.get(letter) or variables.get(letter.upper()) if name.endswith(_BAR) else None
        if vector is None or name in known:
            continue
        if vector.shape.is_matrix and bar.shape.is_vector and bar.shape.rows == vector.shape.columns:
            means[bar] = ROW_BY_ROW["mean"](Transpose(vector))  # of the samples, which are its rows
            found.append(vector)
        elif not vector.shape.is_vector:
            continue
        elif bar.shape.is_scalar or bar.shape == vector.shape:
            means[bar] = applied("mean", vector)
            found.append(vector)
    return (substitute(expression, means), found) if found else (expression, [])
