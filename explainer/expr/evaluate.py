"""Numeric values of expressions: `evaluate` for one set of values, `Evaluator` for batches and for many expressions.

An evaluator keeps the value of every node it has met. Nodes are interned, so the lines of a derivation, which share
nearly all their parts, cost no more than their new parts. Changed values (an intermediate variable's definition, a
perturbed variable) make an inner evaluator, which takes from the outer one whatever does not depend on the change.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, Protocol, TypeAlias, TypeVar
from weakref import WeakSet

import numpy
from numpy.typing import ArrayLike

from explainer.errors import ExplainerError, LimitError
from explainer.expr import nodes
from explainer.expr.arrays import Array, with_index_axes
from explainer.expr.given import GivenValues
from explainer.expr.node import Node, each_part
from explainer.expr.shape import Shape, Size, size_number
from explainer.expr.values import compute
from explainer.phrases import phrase

T = TypeVar("T")

MOST_ENTRIES = 20_000_000
"""Arrays with more entries are refused, before memory is exhausted."""
MOST_INDICES = 16
"""So many indices may be bound inside each other; NumPy has room for some more axes."""
TALL = 32
"""Nodes with more levels have their lower parts evaluated first, so that no input reaches the recursion limit."""

_BINDING_INDICES = (nodes.IndexedSum, nodes.Grid, nodes.ColumnForm, nodes.RowForm, nodes.DiagonalForm, nodes.Entries)
_BINDING = (*_BINDING_INDICES, nodes.Derivative, nodes.Equation, nodes.Where)


class Bound(NamedTuple):
    """An index in scope and the number that it starts from."""

    symbol: nodes.Index
    first: int


Scope: TypeAlias = tuple[Bound, ...]
"""The indices that are bound around a part, outermost first: one array axis each."""

Differentiate: TypeAlias = Callable[[nodes.Derivative | nodes.Differential, "Evaluator", Scope], Array]
"""How a derivative or a differential that has not been carried out gets its value."""


class Source(Protocol):
    """Where an evaluator takes what stands at the leaves: variables, open sizes and abstract functions."""

    def variable(self, variable: nodes.Variable) -> Array:
        """Sample axes, then the variable's own axes. Raises ExplainerError when there is no value."""
        ...

    def direction(self, variable: nodes.Variable) -> Array:
        """The dX along which a variable X moves in differentials, in the shape of X."""
        ...

    def size(self, name: str) -> int:
        """The number for an open size. Raises ExplainerError when there is none."""
        ...

    def call(self, call: nodes.FunctionCall, arguments: list[Array], places: tuple[Array, ...]) -> Array:
        """The value of an abstract function; the arrays have any number of axes before their own.

        `places` are the indices of the entries of an element-wise function, as its entries may be different functions.
        """
        ...


class Inside(NamedTuple):
    """What an inner evaluator changes of an outer one: values of variables, and definitions to be evaluated anew.

    `base` is the scope in which it was made, `program` all definitions that are in force in it.
    """

    outer: Evaluator | None
    base: Scope
    values: Mapping[Node, Array]
    definitions: tuple[nodes.Equation, ...]
    program: tuple[nodes.Equation, ...]


NOTHING_CHANGED = Inside(None, (), {}, (), ())


class Evaluator:
    """The values of expressions, for one assignment of values or for a batch of samples of them.

    `samples` are the sizes of the sample axes. `base` is the scope in which an inner evaluator was made.
    `program` holds the definitions that are in force, `differentiate` gives derivatives their value.
    """

    def __init__(
        self,
        source: Source,
        *,
        samples: tuple[int, ...] = (),
        differentiate: Differentiate | None = None,
        inside: Inside = NOTHING_CHANGED,
    ) -> None:
        self.source = source
        self.samples = samples
        self.differentiate = differentiate
        self.outer, self.base, self.program = inside.outer, inside.base, inside.program
        self.changed = frozenset((*inside.values, *(definition.left for definition in inside.definitions)))
        self._definitions = inside.definitions
        self._values: dict[Node, Array] = dict(inside.values)
        self._scoped: dict[tuple[Node, Scope], Array] = {}
        self._kept: dict[Hashable, Any] = {}
        self._inner: WeakSet[Evaluator] = WeakSet()

    def value(self, node: Node, scope: Scope = ()) -> Array:
        """The value of an expression inside the given bound indices, which begin with those of `base`.

        Raises ExplainerError when a value is missing or has the wrong shape.
        """
        if len(scope) != len(self.base):
            return self._value_in(node, scope)
        known = self._values.get(node)
        if known is None:
            if self.outer is not None and node.free.isdisjoint(self.changed):
                known = self.outer.value(node, scope)
            else:
                known = self._computed(node, scope)
            self._values[node] = known
        return known

    def _value_in(self, node: Node, scope: Scope) -> Array:
        """A value inside more indices than the base; what depends on none of them is computed once, without them."""
        known = self._scoped.get((node, scope))
        if known is None:
            extra = scope[len(self.base) :]
            if not any(bound.symbol in node.free for bound in extra):
                known = with_index_axes(self.value(node, self.base), len(node.shape.sizes), len(extra))
            elif self.outer is not None and node.free.isdisjoint(self.changed):
                known = self.outer.value(node, scope)
            else:
                known = self._computed(node, scope)
            self._scoped[node, scope] = known
        return known

    def _computed(self, node: Node, scope: Scope) -> Array:
        sizes = node.shape.sizes
        if sizes:
            self.require_room(math.prod(map(self.size, sizes)))
        if node.height > TALL:
            self._value_of_lower_parts(node, scope)
        return self.compute(node, scope)

    def compute(self, node: Node, scope: Scope) -> Array:
        """The value of a node from the values of its parts; another arithmetic computes it otherwise."""
        return compute(node, self, scope)

    def another(self, samples: tuple[int, ...], inside: Inside = NOTHING_CHANGED) -> Evaluator:
        """An evaluator like this one for other samples, without any values but those that are changed in it."""
        return Evaluator(self.source, samples=samples, differentiate=self.differentiate, inside=inside)

    def _value_of_lower_parts(self, node: Node, scope: Scope) -> None:
        """Evaluate the tall parts of a tall node from the bottom up; a part that binds a name sees to its own."""
        found: dict[Node, None] = {}
        stack = [node]
        while stack:
            part = stack.pop()
            inner = part.children
            if isinstance(part, _BINDING):
                # What depends on none of the indices has its value outside, however many of them are unused.
                unused = isinstance(part, _BINDING_INDICES) and len(scope) == len(self.base)
                inner = tuple(child for child in inner if unused and child.free.isdisjoint(part.bound))
            for child in inner:
                if child.height > TALL and child not in found and (child, scope) not in self._scoped:
                    if child in self._values and len(scope) == len(self.base):
                        continue
                    found[child] = None
                    stack.append(child)
        for part in sorted(found, key=lambda part: part.height):
            self.value(part, scope)

    def variable(self, variable: nodes.Variable) -> Array:
        """The value of a variable: what it is changed to, else what its definition is worth, else what was given."""
        if variable not in self.changed:
            return self.source.variable(variable)
        known = self._values.get(variable)
        return self._worth(variable) if known is None else known

    def _worth(self, variable: nodes.Variable) -> Array:
        """What the definition of a variable is worth, with those before it worked out first, which are kept too.

        Each uses earlier ones only, see `_defining`; begun at the last one, a long chain would nest too deeply.
        """
        for definition in self._definitions:
            if definition.left not in self._values:
                self._values[definition.left] = self.value(definition.right, self.base)
            if definition.left is variable:
                break
        return self._values[variable]

    def size(self, size: Size) -> int:
        """The number for a size."""
        return size if isinstance(size, int) else size_number(size, self.source.size)

    def sizes(self, shape: Shape) -> tuple[int, ...]:
        """The numbers for all sizes of a shape."""
        return tuple(self.size(size) for size in shape.sizes)

    def bound(self, scope: Scope, index: nodes.Index, first: int) -> Scope:
        """A scope with one more index in it.

        Raises LimitError when there would be more indices, or combinations of them, than there is room for.
        """
        inner = (*scope, Bound(index, first))
        if len(inner) > MOST_INDICES:
            raise LimitError(phrase("more than {0} indices are bound inside each other", MOST_INDICES))
        self.require_room(math.prod(self.size(bound.symbol.size) for bound in inner))
        return inner

    def require_room(self, entries: int) -> None:
        """Raises LimitError when arrays of so many entries for each sample would exhaust the memory."""
        if entries * math.prod(self.samples) > MOST_ENTRIES:
            raise LimitError(
                phrase("a value would have {0} entries, which is too many to compute with", f"{entries:,}"),
                hint="Leave the sizes open (n instead of a number), or make them smaller.",
            )

    def position(self, index: nodes.Index, scope: Scope) -> int:
        """The place of an index in a scope; the innermost one where a name is bound twice.

        Raises ExplainerError when the index is not bound.
        """
        for position in range(len(scope) - 1, -1, -1):
            if scope[position].symbol is index:
                return position
        raise ExplainerError(
            phrase("the index {0} is not bound here", index.name),
            hint=phrase("Write it inside a sum or a grid, such as sum({0}=1..{1}, …).", index.name, index.size),
        )

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` returned for this key the first time; for anything that lives as long as these values."""
        if key not in self._kept:
            self._kept[key] = make()
        found: T = self._kept[key]
        return found

    @property
    def held(self) -> int:
        """How many bytes the values take that are kept, those inside changed values apart."""
        return sum(value.nbytes for values in (self._values, self._scoped) for value in values.values())

    def forget(self) -> None:
        """Let go of all values and of the evaluators inside, which point back to this one.

        So they are freed at once: a collection of garbage counts objects, and a few large arrays are not many.
        """
        for inner in list(self._inner):
            inner.forget()
        for values in (self._values, self._scoped, self._kept):
            values.clear()

    def where(self, definitions: tuple[nodes.Equation, ...], scope: Scope) -> Evaluator:
        """The evaluator in which these definitions of intermediate variables are in force.

        Raises ExplainerError when a definition uses a variable that is defined only there or later.
        """
        return self.kept(("where", definitions, scope), lambda: self._defining(definitions, scope))

    def _defining(self, definitions: tuple[nodes.Equation, ...], scope: Scope) -> Evaluator:
        later = {definition.left for definition in definitions}
        for definition in definitions:
            if not isinstance(definition.left, nodes.Variable):
                raise ExplainerError("only a variable can be defined", hint="Write a name, such as u_1, before the =.")
            early = later & definition.right.free
            if early:
                names = ", ".join(sorted(str(getattr(variable, "name", "")) for variable in early))
                raise ExplainerError(
                    phrase("the definition of {0} uses {1} before its own definition", definition.left.name, names)
                )
            later.discard(definition.left)
        return self.inner({}, definitions, self.samples, scope)

    def inner(
        self,
        values: Mapping[Node, Array],
        definitions: Iterable[nodes.Equation],
        samples: tuple[int, ...],
        scope: Scope,
    ) -> Evaluator:
        """An evaluator in which variables have other values, or definitions are evaluated anew; the rest is shared.

        `values` have the axes of `samples`, of `scope` and of their own.
        """
        anew = tuple(definitions)
        changed = {*values, *(definition.left for definition in anew)}
        kept = tuple(definition for definition in self.program if definition.left not in changed)
        made = self.another(samples, Inside(self, scope, values, anew, (*kept, *anew)))
        self._inner.add(made)
        return made


def evaluate(node: Node, values: Mapping[str, ArrayLike | Callable[..., Any]]) -> Array:
    """The value of an expression for given values of its variables, abstract functions and open sizes.

    Shapes: a scalar gives `()`, a column vector `(n,)`, a row `(1, n)`, a matrix `(m, n)`.

    Raises ExplainerError when a value is missing or has the wrong shape, and UnsupportedError when the expression
    holds a derivative that has not been carried out.
    """
    with numpy.errstate(all="ignore"):
        return numpy.array(Evaluator(GivenValues(node, values)).value(node))


def numpy_function(node: Node, names: Sequence[str] = ()) -> Callable[..., Array]:
    """A function of arrays with the value of an expression; see `Node.numpy_function`."""
    variables = {part.name: part for part in node.free if isinstance(part, nodes.Variable)}
    called = {part.name for part in each_part(node) if isinstance(part, nodes.FunctionCall)}
    needed = sorted({*variables, *called})
    parameters = tuple(map(str, names)) or tuple(needed)
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

    function.__doc__ = f"f({', '.join(parameters)}) = {node.text()}"
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
