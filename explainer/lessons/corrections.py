"""Decides by numbers between a formula that the paper prints and the one that holds.

Both are compared with the unevaluated derivative, whose value comes from values of the function alone, so that neither
the rules nor a derivation has a say in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from explainer.errors import ExplainerError, ShapeError
from explainer.lessons.lesson import Correction
from explainer.phrases import phrase

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from explainer.engine import Trace
    from explainer.expr.node import Node
    from explainer.verify import Check, Verifier


@dataclass(frozen=True)
class Verdict:
    """What the numbers say of one formula.

    `node` and `value`, its value where the correction shows numbers, are None for a formula whose parts do not even fit
    together; `check` is the comparison at random points; `message` says in a sentence what was found.
    """

    text: str
    ok: bool
    message: str
    node: Node | None = None
    value: NDArray[Any] | None = None
    check: Check | None = None

    @property
    def finding(self) -> str:
        """What the formula gives and what was found, in a sentence."""
        value = "has no value" if self.value is None else phrase("gives {0}", value_in_words(self.value))
        return phrase("{0}; {1}", phrase(value), phrase(self.message))


@dataclass(frozen=True)
class CorrectionResult:
    """Both verdicts, and the value of what both are compared with, `target`, at the values `at`."""

    correction: Correction
    target: Node
    value: NDArray[Any]
    printed: Verdict
    holds: Verdict

    @property
    def decided(self) -> bool:
        """Whether the printed formula fails and the other one holds."""
        return not self.printed.ok and self.holds.ok

    @property
    def measured(self) -> str:
        """What both formulas have to give at the values that are shown, in words."""
        wanted = "what it must be is {0}" if self.correction.against else "the derivative is {0}"
        return phrase(wanted, value_in_words(self.value))


def value_in_words(value: NDArray[Any]) -> str:
    """A value with its kind, because a row and a column of the same numbers are not equal."""
    if value.ndim == 0:
        return f"{float(value):.6g}"
    if value.ndim == 1:
        return phrase("the column {0}", numbers_in_words(value.tolist()))
    rows = value.tolist()
    return (
        phrase("the row {0}", numbers_in_words(rows[0]))
        if len(value) == 1
        else phrase("the matrix {0}", numbers_in_words(rows))
    )


def numbers_in_words(value: Any) -> str:
    """A number, or a list of them between brackets."""
    return f"({', '.join(map(numbers_in_words, value))})" if isinstance(value, list) else f"{value + 0:.6g}"


def verify_correction(correction: Correction) -> CorrectionResult:
    """Evaluate both formulas against the derivative, at random points and at the values that are shown.

    Raises ParseError or ShapeError where the derivative itself, or what is compared with, cannot be read.
    """
    from explainer.verify import Verifier, evaluate_with_oracle

    trace = correction.problem.trace()
    target = _read(correction.against, correction, trace) if correction.against else trace.start
    values = _values(correction, trace)
    verifier = Verifier((target,))
    judge = _Judge(correction, trace, target, values, verifier)
    return CorrectionResult(
        correction,
        target,
        evaluate_with_oracle(target, values),
        judge.verdict(correction.printed),
        judge.verdict(correction.holds),
    )


def formulas_of(correction: Correction) -> tuple[Node | None, Node | None]:
    """The formula that is printed and the one that holds as expressions; None for one whose parts do not fit."""
    trace = correction.problem.trace()

    def read(text: str) -> Node | None:
        try:
            return _read(text, correction, trace)
        except ExplainerError:
            return None

    return read(correction.printed), read(correction.holds)


@dataclass(frozen=True)
class _Judge:
    correction: Correction
    trace: Trace
    target: Node
    values: dict[str, Any]
    verifier: Verifier

    def verdict(self, text: str) -> Verdict:
        """Read one formula, compare it at random points, and evaluate it at the values that are shown."""
        from explainer.verify import evaluate_with_oracle

        try:
            node = _read(text, self.correction, self.trace)
        except ShapeError as error:
            return Verdict(text, False, error.message)
        check = self.verifier.check(self.target, node)
        message = self._message(node, check)
        try:
            value = evaluate_with_oracle(node, self.values)
        except ExplainerError:  # the random points decide; a formula may have no value just here
            return Verdict(text, check.ok, message, node, None, check)
        return Verdict(text, check.ok, message, node, value, check)

    def _message(self, node: Node, check: Check) -> str:
        """What the comparison at random points found, in a sentence."""
        if node.shape != self.target.shape:
            return phrase(
                "the shape {0} is not {1}, whatever the numbers are", node.shape.display(), self.target.shape.display()
            )
        if check.ok:
            return phrase("both agree at {0} random points", check.points)
        if check.points:
            return phrase(
                "both differ, by up to {0} percent at {1} random points", f"{100 * check.max_error:.3g}", check.points
            )
        return check.message


def _read(text: str, correction: Correction, trace: Trace) -> Node:
    """A formula with the shapes of the problem, and with the unevaluated derivative in the place of its name."""
    from explainer.expr.node import substitute
    from explainer.expr.nodes import Variable
    from explainer.language import parse_expression

    shapes = {**{name: str(shape) for name, shape in trace.problem.shapes.items()}, **correction.shapes}
    if not correction.derivative:
        return parse_expression(text, shapes).expression
    shapes[correction.derivative] = str(trace.start.shape)
    expression = parse_expression(text, shapes).expression
    return substitute(expression, {Variable(correction.derivative, trace.start.shape): trace.start})


def _values(correction: Correction, trace: Trace) -> dict[str, Any]:
    """The values that are shown as arrays, and the open sizes that follow from them."""
    import numpy

    values: dict[str, Any] = {}
    for name, given in correction.at.items():
        array = values[name] = numpy.asarray(given, dtype=float)
        shape = trace.problem.shapes.get(name)
        for size, number in zip(shape.sizes if shape else (), array.shape, strict=False):
            if isinstance(size, str):
                values[size] = int(number)
    return values
