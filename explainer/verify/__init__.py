"""Is it true: expressions compared by numbers, with derivatives taken from function values alone.

Start reading in `verifier` (what is compared), then `oracle` (how a derivative gets its value without any rule).
This package never imports `explainer.rules`, and never reads the derivative column of the operations table.
NumPy is imported with the first comparison, not with this package.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from explainer.expr.node import Node
from explainer.verify.check import Check
from explainer.verify.verifier import Verifier, verify

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


def evaluate_with_oracle(node: Node, values: Mapping[str, ArrayLike | Callable[..., Any]]) -> NDArray[Any]:
    """The value of an expression in which derivatives may be left, which are taken from function values.

    Shapes: as for `explainer.expr.evaluate.evaluate`; entries are not-a-number where there is no derivative.

    Raises ExplainerError when a value is missing or has the wrong shape.
    """
    import numpy

    from explainer.expr.evaluate import Evaluator
    from explainer.expr.given import GivenValues
    from explainer.verify.oracle import Oracle

    with numpy.errstate(all="ignore"):
        evaluator = Evaluator(GivenValues(node, values), differentiate=Oracle(analytic_functions=False))
        return numpy.array(evaluator.value(node))


__all__ = ["Check", "Verifier", "evaluate_with_oracle", "verify"]
