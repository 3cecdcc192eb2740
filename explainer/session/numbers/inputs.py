"""The inputs of a derivation: a field for each variable, defaults that fit together, and sizes from what is typed."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from explainer.errors import ExplainerError, ShapeError
from explainer.phrases import phrase
from explainer.session.numbers.said import breach, obeying, said_of
from explainer.session.numbers.typed_values import Entries, read_value, typed

if TYPE_CHECKING:
    from explainer.engine import Trace
    from explainer.expr.shape import Shape, Size

_USUAL: Final = {"n": 2, "N": 3, "m": 3, "k": 4, "p": 4}
"""The sizes to begin with: small ones, and different where several names occur."""
WAYS: Final = (
    (2.0, 3.0, 0.5, 1.0, 1.5, 4.0, 2.5, 0.25, 3.5),
    (0.5, 0.25, 0.75, 0.1, 0.6, 0.3, 0.9, 0.4, 0.8),
    (-0.5, 2.0, -1.0, 0.5, -2.0, 1.5, -1.5, 0.25, 3.0),
    (12.0, 15.0, 11.0, 20.0, 14.0, 13.0, 18.0, 16.0, 17.0),
    (-2.0, -3.0, -0.5, -1.0, -1.5, -4.0, -2.5, -0.25, -3.5),
)
"""Numbers that entries begin with; the later ones are for functions that have no value at the first ones."""
_ONE_HOT: Final = (0, 2)
"""With these ways what adds up to 1 is one-hot."""
_OF_BOTH_SIGNS: Final = 2  # the place of these numbers in WAYS


def ways_for(trace: Trace) -> tuple[int, ...]:
    """The ways in the order in which they are tried: through a network with respect to matrices numbers of both signs
    go first, as positive ones would pass every ReLU and leave nothing of a softmax but ones and zeros.
    """
    from explainer.expr.nodes import VariableTuple

    wrt = trace.problem.wrt
    matrices = wrt.holds_matrices if isinstance(wrt, VariableTuple) else wrt.shape.is_matrix
    ways = tuple(range(len(WAYS)))
    return (_OF_BOTH_SIGNS, *(way for way in ways if way != _OF_BOTH_SIGNS)) if matrices else ways


def built_in_values(trace: Trace) -> Iterator[dict[str, Any]]:
    """Small numbers for everything in a problem, the best first, without asking whether its derivative has a value
    there; none where there would be very many.
    """
    fields = inputs_of(trace)
    if sum(_count_fixed(field.shape) for field in fields) > _MOST_BUILT_IN:
        return
    for way in ways_for(trace):
        values, wrong = read_inputs(fields, default_texts(fields, {}, way))
        if not wrong:
            yield values


_MOST_BUILT_IN: Final = 2_000
"""For more numbers than this none are suggested: nobody reads a table of them."""


def _count_fixed(shape: Shape) -> int:
    """How many entries the sizes that are numbers make, at least."""
    total = 1
    for size in shape.sizes:
        total *= size if isinstance(size, int) else 1
    return total


@dataclass(frozen=True, slots=True)
class Input:
    """Something that a value is typed for: a variable with its shape, or a size that no variable shows."""

    name: str
    shape: Shape
    is_size: bool = False
    said: frozenset[str] = frozenset()
    """What the problem says of it, which the numbers must obey."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one of the inputs."""

    name: str
    error: ExplainerError


class Typed(NamedTuple):
    """What stands in the fields, and in which of them somebody has typed; the others follow."""

    inputs: tuple[Input, ...]
    texts: Mapping[str, str]
    touched: frozenset[str]


class Reading(NamedTuple):
    """The values that were read, what is wrong, and new texts for fields in which nobody has typed."""

    values: dict[str, Any]
    wrong: tuple[Problem, ...]
    texts: dict[str, str]


def inputs_of(trace: Trace) -> tuple[Input, ...]:
    """The inputs of the problem by name, the sizes that no variable has at the end."""
    from explainer.expr.node import each_part
    from explainer.expr.nodes import SizeValue, Variable, VariableTuple
    from explainer.expr.shape import SCALAR

    problem = trace.problem
    found = {part for part in trace.start.free if isinstance(part, Variable)}
    wrt = problem.wrt.variables if isinstance(problem.wrt, VariableTuple) else (problem.wrt,)
    found |= {part for part in wrt if isinstance(part, Variable)}
    variables = sorted(found, key=lambda part: part.name)
    seen = {name for part in variables for size in part.shape.sizes if isinstance(size, str) for name in _plain(size)}
    sizes: set[str] = set()
    for part in each_part(trace.start):
        sizes |= part.shape.names
        if isinstance(part, SizeValue):
            sizes.add(part.name)
        size = getattr(part, "size", None)
        sizes |= frozenset() if not isinstance(size, str) else _names(size)
    said = said_of(problem.facts)
    fields = [Input(each.name, each.shape, said=said.get(each.name, frozenset())) for each in variables]
    return (*fields, *(Input(name, SCALAR, is_size=True) for name in sorted(sizes - seen)))


def _names(size: Size) -> frozenset[str]:
    from explainer.expr.shape import size_names

    return frozenset(size_names(size))


def _plain(size: str) -> tuple[str, ...]:
    """The name that a size is, unless it is a sum: n+1 tells of n too, but only together with others."""
    return tuple(name for name in _names(size) if name == size)


def default_texts(inputs: Iterable[Input], kept: Mapping[str, str], way: int = 0) -> dict[str, str]:
    """A text for every input: the `kept` ones, and for the others numbers in the sizes that the kept ones have."""
    fields = tuple(inputs)
    sizes = _sizes_of(fields, kept)
    taken = set(sizes.values())
    texts: dict[str, str] = {}
    numbers = WAYS[way % len(WAYS)]
    given = 0
    for field in fields:
        if field.name in kept:
            texts[field.name] = kept[field.name]
            continue
        counts = tuple(_count(size, sizes, taken) for size in field.shape.sizes)
        if field.is_size:
            texts[field.name] = str(_count(field.name, sizes, taken))
            continue
        total = 1
        for count in counts:
            total *= count
        flat = [numbers[(given + k) % len(numbers)] for k in range(total)]
        given += total
        if way == _OF_BOTH_SIGNS and not counts and any(len(each.shape.sizes) == 2 for each in fields):
            flat = [
                abs(number) for number in flat
            ]  # beside matrices scalars are sizes, weights, small positive numbers
        texts[field.name] = typed(_obeying(field, _shaped(flat, counts), way))
    return texts


def _obeying(field: Input, entries: Entries, way: int) -> Entries:
    if not field.said:
        return entries
    import numpy

    made: Entries = obeying(field.said, numpy.asarray(entries, dtype=float), one_hot=way in _ONE_HOT).tolist()
    return made


def _shaped(flat: list[float], counts: tuple[int, ...]) -> Entries:
    if not counts:
        return flat[0]
    return flat if len(counts) == 1 else [flat[k : k + counts[1]] for k in range(0, len(flat), counts[1])]


def _count(size: Size, sizes: dict[str, int], taken: set[int]) -> int:
    """The number for a size; an open one that has none yet gets one that no other has."""
    from explainer.expr.shape import size_number

    def number_of(name: str) -> int:
        if name not in sizes:
            usual = _USUAL.get(name, 2)
            sizes[name] = usual if usual not in taken else next(k for k in itertools.count(2) if k not in taken)
            taken.add(sizes[name])
        return sizes[name]

    return size_number(size, number_of)


def _sizes_of(fields: tuple[Input, ...], texts: Mapping[str, str]) -> dict[str, int]:
    """The open sizes that follow from texts, as far as these can be read."""
    found: dict[str, int] = {}
    for field in fields:
        if field.name not in texts:
            continue
        try:
            value = read_value(texts[field.name], field.shape)
        except ExplainerError:
            continue
        if field.is_size and isinstance(value, float) and value == int(value) >= 1:
            found.setdefault(field.name, int(value))
        for size, count in zip(field.shape.sizes, _counts(value), strict=False):
            if isinstance(size, str) and _plain(size):
                found.setdefault(size, count)
    return found


def _counts(value: Entries) -> tuple[int, ...]:
    if not isinstance(value, list):
        return ()
    return (len(value), len(value[0])) if isinstance(value[0], list) else (len(value),)


def read_inputs(inputs: Iterable[Input], texts: Mapping[str, str]) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """The values of all inputs by name, and what is wrong with them; the values are of use only when nothing is."""
    values: dict[str, Any] = {}
    wrong: list[Problem] = []
    sizes: dict[str, tuple[int, str]] = {}
    for field in inputs:
        text = texts.get(field.name, "")
        try:
            value = read_value(text, field.shape)
            if field.is_size:
                values[field.name] = sizes_value = _whole(field, value, text)
                _agree(field.name, sizes_value, sizes, field, text)
            else:
                values[field.name] = value
                for size, count in zip(field.shape.sizes, _counts(value), strict=True):
                    _agree(size, count, sizes, field, text)
                _require_said(field, value, text)
        except ExplainerError as error:
            wrong.append(Problem(field.name, error))
    return values, tuple(wrong)


def read_typed(asked: Typed) -> Reading:
    """Read the fields. Where they do not fit together those that nobody has typed in follow the sizes of the others."""
    inputs, texts, touched = asked
    values, wrong = read_inputs(inputs, texts)
    untouched = texts.keys() - touched
    if not wrong or not untouched:
        return Reading(values, wrong, {})
    following = default_texts(inputs, {name: texts[name] for name in texts if name in touched})
    again, still = read_inputs(inputs, following)
    if still:
        return Reading(values, wrong, {})
    return Reading(again, (), {name: following[name] for name in untouched})


def _whole(field: Input, value: Entries, text: str) -> int:
    if not isinstance(value, float) or value != int(value) or not 1 <= value <= 1000:
        hint = "A size is a whole number from 1 to 1000."
        raise ShapeError(
            phrase("the value of {0} is no size", field.name), text=text, position=0, end=len(text), hint=hint
        )
    return int(value)


def _require_said(field: Input, value: Entries, text: str) -> None:
    """Raises ExplainerError where a value is not what the problem says of its variable: its lines use that."""
    if not field.said:
        return
    import numpy

    broken = breach(field.said, numpy.asarray(value, dtype=float))
    if broken:
        raise ExplainerError(
            phrase("{0} does not obey the problem: {1}", field.name, broken), text=text, position=0, end=len(text),
            hint="Type numbers that do, or derive without saying so.",
        )  # fmt: skip


def _agree(size: Size, count: int, sizes: dict[str, tuple[int, str]], field: Input, text: str) -> None:
    """Compare a size with what is known of it. Raises ShapeError, naming both shapes."""
    from explainer.expr.shape import size_number

    if isinstance(size, str) and size not in sizes and _plain(size):
        sizes[size] = count, field.name
        return
    if not _names(size) <= sizes.keys():
        return
    wanted = size_number(size, lambda name: sizes[name][0])
    if wanted == count:
        return
    origins = " and ".join(sorted({sizes[name][1] for name in _names(size)} - {field.name}))
    because = phrase(", as {0} is {1} by {2}", size, wanted, origins) if origins else f" ({field.shape.display()})"
    raise ShapeError(
        phrase("the size of {0} is {1} where {2} is needed{3}", field.name, count, wanted, because),
        shapes=(str(field.shape), str(count)),
        text=text,
        position=0,
        end=len(text),
        hint=phrase("Type {0} numbers there, or change the other.", wanted)
        if origins
        else phrase("Type {0} numbers there.", wanted),
    )
