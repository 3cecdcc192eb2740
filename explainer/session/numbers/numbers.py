"""The numbers of a derivation: what every line is worth for values that somebody chose, or why it has no value there.

The first line, the derivative before any rule, is measured by differences from values of the function alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final

from explainer.budget import CancelledError
from explainer.errors import ExplainerError
from explainer.phrases import Part, phrase, whole_sentence
from explainer.session.numbers.kinks import has_kink
from explainer.session.numbers.shown_values import shown_number
from explainer.threads import once

if TYPE_CHECKING:
    from explainer.engine import Trace
    from explainer.expr.arrays import Array
    from explainer.expr.evaluate import Evaluator
    from explainer.expr.node import Node
    from explainer.expr.nodes import Where

AGREEMENT: Final = 1e-6
"""Two lines agree when they differ by less than this fraction; what is measured has about nine digits."""
_NAMED_MOST: Final = 6
"""Where there are more names, a line lists the values of those only that are new in it."""
_LARGE: Final = 100.0
_ENTRIES_MOST: Final = 4_000
"""Of one variable: each is moved by itself to measure the derivative, and has to be seen."""
UNSETTLED: Final = "Here the differences do not settle on one slope, so this derivative cannot be measured."
KINK: Final = "The function has a kink or a jump here: from both sides its slope differs, so there is no derivative."


@dataclass(frozen=True, slots=True)
class NumberLine:
    """The value of a line, or the reason why it has none; `names` are intermediate variables with their values.

    `agrees` says whether the value is that of the first line; None where either has no value.
    """

    number: int
    value: Array | None
    reason: str = ""
    names: tuple[tuple[Node, Array], ...] = ()
    agrees: bool | None = None


class Numbers:
    """The lines of a trace for one set of values; lines are evaluated when they are asked for, each once."""

    def __init__(self, trace: Trace, values: Mapping[str, Any]) -> None:
        """Raises ExplainerError when the values do not fit the problem."""
        import numpy

        from explainer.expr.evaluate import Evaluator
        from explainer.expr.given import GivenValues
        from explainer.verify.oracle import Oracle

        self._trace = trace
        with numpy.errstate(all="ignore"):
            source = GivenValues(trace.start, values)
        self._evaluator = Evaluator(source, differentiate=Oracle(analytic_functions=False))
        self._lines: dict[int, NumberLine] = {}

    def line(self, number: int) -> NumberLine:
        """The numbers of the line after so many steps, which must be derived already."""
        if number not in self._lines:
            self._lines[number] = self._evaluated(number)
        return self._lines[number]

    def some(self, wanted: Sequence[int], seconds: float) -> tuple[NumberLine, ...]:
        """The first of the lines that are wanted: as many as can be evaluated in so many seconds, one at least."""
        deadline, found = perf_counter() + seconds, []
        for number in wanted:
            found.append(self.line(number))
            if perf_counter() > deadline:
                break
        return tuple(found)

    def _evaluated(self, number: int) -> NumberLine:
        import numpy

        step = self._trace.step(number) if number else None
        node = self._trace.start if step is None else step.after
        before = None if step is None else step.before
        with numpy.errstate(all="ignore"):
            try:
                if self._has_kink and _is_measured(node):
                    return NumberLine(number, None, KINK)
                value = numpy.array(self._evaluator.value(node))
                names = tuple(_names(node, before, self._evaluator))
                if not numpy.isfinite(value).all():
                    return NumberLine(number, None, _reason(node, self._evaluator), names)
            except CancelledError:  # nothing that is to be kept
                raise
            except ExplainerError as error:
                return NumberLine(number, None, whole_sentence(error.message))
        return NumberLine(number, value, "", names, self._agrees(number, value))

    @once
    def _has_kink(self) -> bool:
        return has_kink(self._trace.problem, self._evaluator)

    def _agrees(self, number: int, value: Array) -> bool | None:
        import numpy

        first = value if number == 0 else self.line(0).value
        if first is None:
            return None
        scale = max(1e-6, float(numpy.abs(first).max(initial=0.0)))
        return bool(first.shape == value.shape and numpy.abs(first - value).max(initial=0.0) <= AGREEMENT * scale)


def _names(line: Node, before: Node | None, evaluator: Evaluator) -> Iterator[tuple[Node, Array]]:
    """The intermediate variables of a line, and the derivatives of them that it states, with their values.

    Of many only those that the line before has not: a sweep says its values once, and then one adjoint after the other.
    """
    import numpy

    from explainer.expr.nodes import Equation

    program, earlier = _program(line), None if before is None else _program(before)
    if program is None:
        return
    old = frozenset(() if earlier is None else (*earlier.definitions, *earlier.facts))
    inner = evaluator.where(program.definitions, ())
    stated = (*program.definitions, *program.facts)
    many = len(stated) > _NAMED_MOST or any(each.shape.is_matrix for each in program.definitions)
    for equations in (program.definitions, program.facts):
        for equation in equations:
            if isinstance(equation, Equation) and not (many and equation in old):
                known = equation.left if equations is program.definitions else equation.right
                yield equation.left, numpy.array(inner.value(known))


def _program(line: Node) -> Where | None:
    """The program of a line, which stands inside a transpose where derivatives have the shape of the variable."""
    from explainer.expr.nodes import Transpose, Where

    inner = line.operand if isinstance(line, Transpose) else line
    return inner if isinstance(inner, Where) else None


def _reason(line: Node, evaluator: Evaluator) -> str:
    """Why a line has no value: the smallest part of it that has none although its own parts have one."""
    from explainer.expr.nodes import Cases, Derivative, Equation, FunctionCall, Where

    part = line
    meaning: dict[Node, Node] = {}
    while True:
        if isinstance(part, Where):
            meaning |= {definition.left: definition.right for definition in part.definitions}
            evaluator, part = evaluator.where(part.definitions, ()), part.body
            continue
        if part in meaning:
            part = meaning[part]
            continue
        if isinstance(part, Derivative):
            children: tuple[Node, ...] = (part.body,)
        else:
            children = () if isinstance(part, (Cases, Equation, FunctionCall)) else part.children
        worse = next((child for child in children if _has_no_value(child, evaluator)), None)
        if worse is None:
            return _reason_of(part, evaluator)
        part = worse


def _reason_of(part: Node, evaluator: Evaluator) -> str:
    """Why a part has no value although its own parts have one."""
    import numpy

    from explainer.expr.nodes import Cases, Derivative, HadamardQuotient, Quotient

    shown = _written(part)
    if isinstance(part, Derivative):
        return UNSETTLED
    if isinstance(part, Cases):
        return phrase("None of the cases of {0} holds here.", shown)
    divisor = part.denominator if isinstance(part, (Quotient, HadamardQuotient)) else None
    if divisor is not None and not _unbound(divisor) and not numpy.all(evaluator.value(divisor)):
        return phrase("{0} has no value: {1} is 0, and nothing is divided by 0.", shown, _written(divisor))
    inner = [child for child in part.children if child.free]
    if len(inner) == 1 and inner[0].shape.is_scalar and not _unbound(inner[0]):
        value = float(numpy.asarray(evaluator.value(inner[0])).real)
        if abs(value) <= _LARGE:
            return phrase("{0} has no value where {1} is {2}.", shown, _written(inner[0]), shown_number(value))
    if not _unbound(part) and numpy.isinf(evaluator.value(part)).any():
        return phrase("{0} is too large to compute with.", shown)
    return phrase("{0} has no value here.", shown)


def _written(part: Node) -> Part:
    from explainer.notation import unicode, write_notation

    return Part(part, unicode(write_notation(part)))


def _is_measured(line: Node) -> bool:
    """Whether a derivative is left in a line, whose value can only be measured."""
    from explainer.expr.node import each_part
    from explainer.expr.nodes import Derivative

    return any(isinstance(part, Derivative) for part in each_part(line))


def _unbound(part: Node) -> bool:
    """Whether a part needs an index that is bound outside it."""
    from explainer.expr.nodes import Index

    return any(isinstance(name, Index) for name in part.free)


def _has_no_value(part: Node, evaluator: Evaluator) -> bool:
    import numpy

    if _unbound(part):
        return False
    try:
        return not numpy.isfinite(evaluator.value(part)).all()
    except CancelledError:
        raise
    except ExplainerError:
        return False


def unknown_function(trace: Trace) -> str:
    """Why a problem has no numbers at all: a function of which only the name is known; empty for all others."""
    from explainer.expr.node import each_part
    from explainer.expr.nodes import FunctionCall

    for part in each_part(trace.start):
        if isinstance(part, FunctionCall):
            return phrase(
                "Nothing is known about the function {0} but its name, so there are no numbers to show.", part.name
            )
    return ""


def too_many_entries(trace: Trace) -> str:
    """Why a problem is too large to look at in numbers; empty for all others."""
    from math import prod

    from explainer.session.numbers.inputs import inputs_of

    for field in inputs_of(trace):
        count = prod(size for size in field.shape.sizes if isinstance(size, int))
        if count > _ENTRIES_MOST:
            return phrase(
                "{0} has {1} entries: too many to look at. With smaller layers, such as 4 and 3, there are numbers.",
                field.name,
                f"{count:,}",
            )
    return ""


def beginning(trace: Trace) -> dict[str, str]:
    """Texts for all inputs to begin with: the first ones at which the derivative has a value, if there are any."""
    from explainer.session.numbers.inputs import default_texts, inputs_of, read_inputs, ways_for

    fields = inputs_of(trace)
    for way in ways_for(trace):
        texts = default_texts(fields, {}, way)
        values, wrong = read_inputs(fields, texts)
        try:
            if not wrong and Numbers(trace, values).line(0).value is not None:
                return texts
        except CancelledError:
            raise
        except ExplainerError:
            continue
    return default_texts(fields, {})
