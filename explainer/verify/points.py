"""Random points: values for every variable, open size and abstract function, from several ranges.

The ranges lie inside (−1, 1), around and above 1, on both sides of zero and with mixed signs, so that logarithms,
inverse sines and inverse hyperbolic cosines all find points in their domain. No value is close to zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import prod
from types import MappingProxyType
from zlib import crc32

import numpy
from numpy.typing import NDArray

from explainer.expr import nodes
from explainer.expr.arrays import Array
from explainer.expr.declared import change_name
from explainer.expr.node import Node
from explainer.expr.shape import size_number
from explainer.threads import recent
from explainer.verify.drawn import Share
from explainer.verify.functions import RandomFunctions

RANGES = numpy.array(
    [
        (0.15, 0.9, 1.0),
        (1.1, 2.4, 1.0),
        (0.15, 0.9, -1.0),
        (0.2, 1.9, 0.0),
        (1.1, 2.4, -1.0),
        (0.6, 1.4, 1.0),
        (4.0, 9.0, 0.0),
        (0.1, 0.5, 0.0),
        (2.0, 5.0, 1.0),
        (2.0, 5.0, 0.0),
        (0.05, 0.2, 1.0),
    ]
)
"""Smallest and largest distance from zero, and the sign: plus, minus, or 0 for a random one in every entry."""

FAR_RANGES = numpy.array([(8.0, 40.0, 0.0), (40.0, 200.0, 0.0), (200.0, 2000.0, 0.0), (0.002, 0.05, 0.0)])
"""More ranges, for functions that are defined nowhere else, such as ln(x - 100)."""

SIZES = ((3, 2, 5, 4, 7, 6), (2, 4, 3, 6, 5, 7))
"""Two ways to fill the open sizes, all different from each other, so that no matrix with two names is square."""


BESIDE = 1e-4
"""How far a point is moved to see what holds around it, relative to each value."""

LEAST_EIGENVALUE = 0.25
"""At least this part of their mean value has every eigenvalue of a positive definite matrix."""


FEW = 4096
"""So many numbers drawn for a variable are kept for the next derivation that asks for the same."""


class Sizes:
    """Numbers for open sizes, each name another number, in the order in which the names are met.

    Where an entry is named by its number, such as x_9, there are as many entries at `least`.
    """

    def __init__(self, way: int, names: Iterable[str], least: Mapping[str, int] = MappingProxyType({})) -> None:
        self._way = SIZES[way]
        self._numbers: dict[str, int] = {}
        for name in names:
            self._numbers[name] = max(self[name], least.get(name, 0))

    def __getitem__(self, name: str) -> int:
        count = len(self._numbers)
        # Beyond the list, sizes keep growing, so that they stay different.
        following = self._way[count] if count < len(self._way) else count + 2
        return self._numbers.setdefault(name, following)


class RandomPoints:
    """Values at `count` candidate points, or at the `chosen` ones of them; the same ones for the same seed.

    `far` adds values far from 1. What `shares` names is positive and adds up to 1 along an axis; `declared` holds the
    properties of matrices by their names: symmetric, definite, diagonal, or positive in every entry.
    `beside` numbers points that lie a little beside these; 0 are these themselves.
    """

    def __init__(
        self,
        seed: int,
        count: int,
        sizes: Sizes,
        *,
        chosen: NDArray[numpy.intp] | None = None,
        far: bool = False,
        shares: frozenset[Share] = frozenset(),
        declared: frozenset[tuple[str, str]] = frozenset(),
        beside: int = 0,
    ) -> None:
        self._seed = seed
        self._count = count
        self._sizes = sizes
        self._chosen = chosen
        self._far = far
        self._shares = shares
        self._declared = dict(declared)
        self._beside = beside
        self._functions = RandomFunctions(seed)
        self._drawn: dict[Node, Array] = {}

    def variable(self, variable: nodes.Variable) -> Array:
        """Values for a variable: one axis for the points, then the variable's own axes."""
        if variable not in self._drawn:
            self._drawn[variable] = self._draw(variable)
        return self._drawn[variable]

    def direction(self, variable: nodes.Variable) -> Array:
        """The dX of differentials: values of a variable of that name."""
        return self.variable(nodes.Variable(change_name(variable), variable.shape))

    def size(self, name: str) -> int:
        """The number for an open size."""
        return self._sizes[name]

    def call(self, call: nodes.FunctionCall, arguments: list[Array], places: tuple[Array, ...]) -> Array:
        """The value of an abstract function."""
        return self._functions.call(call, arguments, self._numbers(call.shape.sizes), places)

    def _numbers(self, sizes: tuple[int | str, ...]) -> tuple[int, ...]:
        return tuple(size_number(size, self._sizes.__getitem__) for size in sizes)

    def _draw(self, variable: nodes.Variable) -> Array:
        code = crc32(variable.name.encode())
        own = self._numbers(variable.shape.sizes)
        few = self._count * prod(own) <= FEW
        values = (_kept_candidates if few else _candidates)(self._seed, code, (self._count, *own), self._far)
        for axis in (share.axis for share in self._shares if share.name == variable.name and own):
            values = numpy.abs(values)
            values = values / values.sum(axis=axis, keepdims=True)
        if variable.name in self._declared:
            values = obeying(self._declared[variable.name], values, own)
        if self._beside:
            generator = numpy.random.default_rng([self._beside, self._seed, code])
            values = values * (1.0 + generator.uniform(-BESIDE, BESIDE, (self._count, *own)))
        if self._chosen is not None:
            values = values[self._chosen]
        return values


def _candidates(seed: int, code: int, shape: tuple[int, ...], far: bool) -> Array:
    """The values of the variable with this code at all candidate points, before anything is asked of them."""
    count, *own = shape
    ranges = numpy.concatenate([RANGES, FAR_RANGES]) if far else RANGES
    generator = numpy.random.default_rng([seed, code])
    place = numpy.arange(count)
    # Two points in three take one range for all variables, the third a range of each variable's own.
    shift = numpy.where(place % 3 == 2, generator.integers(len(ranges), size=count), 0)
    first = 5 * seed  # another seed begins with other ranges, where few points are used
    low, high, sign = ranges[(first + place + shift) % len(ranges)].T.reshape((3, count) + (1,) * len(own))
    random_sign = generator.choice([-1.0, 1.0], size=shape)
    values: Array = (low + (high - low) * generator.random(shape)) * numpy.where(sign == 0.0, random_sign, sign)
    if len(own) == 2:
        # So that W x is about as large as x: exponentials of larger sums leave nothing of what is subtracted.
        values = values / (3.0 * max(own[1], 1))
    values.setflags(write=False)  # several derivations may share them
    return values


_kept_candidates = recent(64)(_candidates)
"""Most derivations are about x, w and W at the same candidate points: these are drawn once, 2 MB of them at most."""


def obeying(property: str, values: Array, own: tuple[int, ...]) -> Array:
    """Random values as matrices that are what they are declared to be; what is not square can only be positive."""
    if property == "positive":
        return numpy.abs(values)
    if len(own) != 2 or own[0] != own[1]:
        return values
    if property == "diagonal":
        return values * numpy.eye(own[0])
    turned = numpy.swapaxes(values, -1, -2)
    if property == "symmetric":
        return (values + turned) / 2.0
    # V V′ is semidefinite, and nearly singular where V is: a part of its mean eigenvalue on the diagonal keeps it away.
    square = values @ turned * (3.0 * own[0])
    mean = numpy.trace(square, axis1=-2, axis2=-1)[..., None, None] / own[0]
    definite: Array = square + LEAST_EIGENVALUE * mean * numpy.eye(own[0])
    return definite
