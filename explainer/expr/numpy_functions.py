"""Expressions as functions of NumPy arrays, for those who go on computing with a result."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy
from numpy.typing import ArrayLike

from explainer.errors import ExplainerError
from explainer.expr import nodes
from explainer.expr.arrays import Array
from explainer.expr.evaluate import Evaluator, evaluate
from explainer.expr.given import GivenValues
from explainer.expr.node import Node, each_part
from explainer.phrases import phrase


def numpy_function(node: Node, names: Sequence[str] = ()) -> Callable[..., Array]:
    """A function of arrays with the value of an expression; see `Node.numpy_function`."""
    variables = {part.name: part for part in node.free if isinstance(part, nodes.Variable)}
    called = {part.name for part in each_part(node) if isinstance(part, nodes.FunctionCall)}
    needed = sorted({*variables, *called})
    parameters = tuple(names) or tuple(needed)
    missing = [name for name in needed if name not in parameters]
    if missing:
        raise ExplainerError(
            phrase("{0} would have no value", ", ".join(missing)),
            hint=phrase("Name it with the parameters: {0}.", ", ".join([*parameters, *missing])),
        )
    over_scalars = not called and all(variable.shape.is_scalar for variable in variables.values())

    def function(*given: ArrayLike, **by_name: ArrayLike) -> Array:
        if len(given) > len(parameters):
            raise TypeError(f"it takes {', '.join(parameters)}; it was given {len(given)} values")
        values = {**dict(zip(parameters, given, strict=False)), **by_name}
        return _each_entry(node, variables, values) if over_scalars else evaluate(node, values)

    function.__doc__ = f"{node.text()}, a function of {', '.join(parameters) or 'nothing'}."
    return function


def _each_entry(node: Node, variables: dict[str, nodes.Variable], values: dict[str, Any]) -> Array:
    """The values at every place of arrays of one shape, or of shapes that NumPy expands to one."""
    arrays = {name: numpy.asarray(value) for name, value in values.items() if name in variables}
    places = numpy.broadcast_shapes(*(array.shape for array in arrays.values()))
    if not places:
        return evaluate(node, values)
    first = {name: array.flat[0] if array.size else 0.0 for name, array in arrays.items()}
    source = _Sampled(node, {**values, **first}, {variables[name]: array for name, array in arrays.items()}, places)
    with numpy.errstate(all="ignore"):
        found = Evaluator(source, samples=places).value(node)
    return numpy.array(numpy.broadcast_to(found, places + found.shape[len(places) :]))


class _Sampled(GivenValues):
    """Values given by name, those of scalars for many places at once; sizes are read as ever."""

    def __init__(
        self, node: Node, values: dict[str, Any], arrays: dict[nodes.Variable, Array], places: tuple[int, ...]
    ):
        super().__init__(node, values)
        self._sampled = {
            variable: numpy.broadcast_to(array if numpy.iscomplexobj(array) else array.astype(float), places)
            for variable, array in arrays.items()
        }

    def variable(self, variable: nodes.Variable) -> Array:
        return self._sampled[variable] if variable in self._sampled else super().variable(variable)
