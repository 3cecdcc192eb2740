"""Random values for the check of a program, which obey what was said of them: rows add up to 1, S is symmetric."""

from __future__ import annotations

from typing import Any

import numpy

from explainer.expr.node import Node
from explainer.expr.nodes import ONE, Apply, Comparison, MatrixProduct, Ones, SumReduction, Transpose, Variable


def drawn_as(text: str, variable: Variable, facts: tuple[Node, ...]) -> str:
    """The code that draws the values of a variable."""
    axis = _share_axis(variable, facts)
    if axis is not None:
        keep = ", keepdims=True" if len(variable.shape.sizes) == 2 else ""
        return f"(lambda u: np.abs(u) / np.abs(u).sum({axis}{keep}))({text})"
    return f"(lambda u: (u + u.T) / 2)({text})" if _is_symmetric(variable, facts) else text


def as_said(values: Any, variable: Variable, facts: tuple[Node, ...]) -> Any:
    """The same done to values."""
    axis = _share_axis(variable, facts)
    if axis is not None:
        return numpy.abs(values) / numpy.abs(values).sum(axis=axis, keepdims=True)
    return (values + values.T) / 2 if _is_symmetric(variable, facts) else values


def _share_axis(variable: Variable, facts: tuple[Node, ...]) -> int | None:
    for fact in facts:
        if not isinstance(fact, Comparison):
            continue
        left = fact.left
        if isinstance(left, SumReduction) and left.operand is variable and fact.right is ONE:
            return -1 if variable.shape.is_vector else None
        if isinstance(left, MatrixProduct) and isinstance(left.factors[-1], Ones):
            if left.factors[0] is variable:
                return -1
            if left.factors[0] is Transpose(variable):
                return -2
    return None


def _is_symmetric(variable: Variable, facts: tuple[Node, ...]) -> bool:
    wholes = (fact.right for fact in facts if isinstance(fact, Comparison) and isinstance(fact.left, Transpose))
    return any(whole is variable or (isinstance(whole, Apply) and whole.arguments[0] is variable) for whole in wholes)
