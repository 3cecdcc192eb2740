"""Random smooth functions in the place of abstract ones: an f(x) that nothing is known of but its shapes.

Sums of sines and a linear part: smooth, bounded in slope, unequal everywhere, and right for complex arguments too.
"""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

import numpy

from explainer.expr.arrays import Array, expanded
from explainer.expr.nodes import FunctionCall

WAVES = 3
"""So many sines make a function that stands for any: with one of them derivatives would be alike in too many places."""


class RandomFunctions:
    """One function for each name and each combination of sizes, the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self._seed = seed

    def call(
        self, call: FunctionCall, arguments: list[Array], sizes: tuple[int, ...], places: tuple[Array, ...]
    ) -> Array:
        """The value of an abstract function, for arrays with any axes before their own; `sizes` are the result's.

        Every entry of an element-wise function is another function: `places` says which.
        """
        own = [len(argument.shape.sizes) for argument in call.arguments]
        if call.elementwise or not (sizes or any(own)):
            fitted = [
                expanded(array, len(sizes)) if not axes else array for array, axes in zip(arguments, own, strict=True)
            ]
            return self._element_by_element(call.name, fitted, places)
        return self._all_together(call.name, arguments, own, sizes)

    def _weights(self, name: str, key: tuple[int, ...], count: int) -> Array:
        generator = numpy.random.default_rng([self._seed, crc32(name.encode()), *key])
        weights: Array = generator.uniform(0.3, 1.1, count) * generator.choice([-1.0, 1.0], count)
        return weights

    def _element_by_element(self, name: str, arguments: Sequence[Array], places: tuple[Array, ...]) -> Array:
        count = len(arguments)
        weights = self._weights(name, (count,), WAVES * (count + 2) + count)
        slopes, waves = weights[:count], weights[count:].reshape(WAVES, count + 2)
        total: Array = numpy.asarray(0.0)
        for slope, argument in zip(slopes, arguments, strict=True):
            total = total + slope * argument
        for wave in waves:
            phase: Array = numpy.asarray(3.0 * wave[0])
            for axis, place in enumerate(places):
                phase = phase + (axis + 0.7) * place
            for frequency, argument in zip(wave[2:], arguments, strict=True):
                phase = phase + 1.5 * frequency * argument
            total = total + wave[1] * _sine(phase)
        return total

    def _all_together(self, name: str, arguments: list[Array], own: list[int], sizes: tuple[int, ...]) -> Array:
        leads = [array.shape[: array.ndim - axes] for array, axes in zip(arguments, own, strict=True)]
        lead = numpy.broadcast_shapes(*leads)
        flat = [
            numpy.broadcast_to(array, lead + array.shape[array.ndim - axes :]).reshape((*lead, -1))
            for array, axes in zip(arguments, own, strict=True)
        ]
        entries = numpy.concatenate(flat, axis=-1)
        inputs, outputs = entries.shape[-1], int(numpy.prod(sizes))
        weights = self._weights(name, (inputs, *sizes), (inputs + 1) * WAVES + (inputs + WAVES) * outputs)
        inner, offsets, outer, linear = numpy.split(weights, numpy.cumsum([inputs * WAVES, WAVES, outputs * WAVES]))
        waves = _sine(entries @ inner.reshape(inputs, WAVES) + 3.0 * offsets)
        total = waves @ outer.reshape(WAVES, outputs) + entries @ linear.reshape(inputs, outputs)
        return numpy.reshape(total, (*lead, *sizes))


def _sine(values: Array) -> Array:
    """The sine of floats, complex numbers, or numbers of many digits, which know their own arithmetic."""
    values = numpy.asarray(values)  # NumPy gives back a single number of many digits as that number
    if values.dtype != object:
        return numpy.asarray(numpy.sin(values))
    return numpy.asarray(numpy.frompyfunc(lambda value: value.context.sin(value), 1, 1)(values), dtype=object)
