"""The shapes of a derivative as boxes to scale, and of what a step multiplies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from explainer.dataflow import sweep_at
from explainer.expr import nodes
from explainer.expr.node import Node, at, each_part
from explainer.expr.shape import Shape
from explainer.figures import options as read
from explainer.figures.boxes import Item, Scale, draw_row, fitting_unit, row_width, sizes_sentence, spoken_shape
from explainer.figures.canvas import MUTED, Canvas, Sheet, Text
from explainer.figures.figure import Figure, Handle, Options
from explainer.figures.labels import by_length, formula
from explainer.figures.sweeps.values import numbers_of
from explainer.figures.sweeps.written_out import WrittenOut, draw_written_out, written_out
from explainer.notation import write
from explainer.notation.signs import hadamard, kronecker
from explainer.notation.tree import Dots, Notation, Operator, Symbol
from explainer.phrases import joined, phrase
from explainer.rules.forms.which_first import is_kronecker

if TYPE_CHECKING:
    from explainer.engine import Step, Trace

_EQUALS, _ARROW = Operator("=", "relation"), Operator("→", "relation", "gives")
_SIGNS: Final[dict[type[Node], Notation | None]] = {
    nodes.MatrixProduct: None,
    nodes.Product: None,
    nodes.Hadamard: None,
    nodes.Dot: Operator("·", "other", "dot"),
}
"""What multiplies values, and the sign that stands between its factors; that of an element-wise product is chosen."""
_WIDEST_LABEL = 5.0  # what is longer is no label of a box any more: dots stand for it


def draw(trace: Trace | None, options: Options) -> Figure:
    """The function, the variable and the derivative; for a step also the factors that it has multiplied.

    Where a step of a sweep has numbers, they are multiplied entry by entry; a handle chooses the entry.
    """
    assert trace is not None
    step = read.step_option(options, trace)
    sweep = None if step is None else sweep_at(trace, step.number)
    given = read.mapping_option(options, "values")
    numbers = None if sweep is None or sweep.current is None else numbers_of(sweep.program, given)
    shown = written_out(None if step is None else multiplied(step), numbers)
    return _figure(trace, step, shown, 1)


def _figure(trace: Trace, step: Step | None, shown: WrittenOut | None, entry: int) -> Figure:
    problem = trace.problem
    function, derivative = problem.expression, trace.start
    product = None if step is None else multiplied(step)
    sentences = [
        phrase(
            "{0} is {1}, {2} is {3}, so the derivative is {4}.",
            write(function, "unicode"),
            spoken_shape(function.shape),
            write(variable, "unicode"),
            spoken_shape(variable.shape),
            spoken_shape(shape),
        )
        for variable, shape in _asked(trace)
    ]
    if product is not None:
        factors = joined(" times ", (spoken_shape(factor.shape) for factor in product.children), " times ")
        sentences.append(phrase("The step multiplies: {0} is {1}.", factors, spoken_shape(product.shape)))
    handle = None
    if shown is not None:
        sentences.append(shown.told(entry))
        values = tuple(float(number) for number in range(1, shown.count + 1))
        handle = Handle(
            phrase("Entry"), values, float(entry), lambda value: _figure(trace, step, shown, round(value)), leads=True
        )
    return Figure(
        "shapes",
        phrase("Shapes of {0}", write(trace.start, "unicode")),
        joined(" ", sentences),
        lambda width: _arranged(trace, product, shown, entry, width),
        24.0,
        {
            "derivative": derivative.shape,
            "factors": () if product is None else tuple(factor.shape for factor in product.children),
            "product": None if product is None else product.shape,
            "entry": None if shown is None else shown.place(entry),
            "written_out": shown,
        },
        handle,
    )


def _asked(trace: Trace) -> list[tuple[Node, Shape]]:
    """The variables with the shapes of the derivatives: several, where a matrix is among them, each have their own."""
    problem = trace.problem
    wrt = problem.wrt
    if not isinstance(wrt, nodes.VariableTuple) or not wrt.holds_matrices:
        return [(wrt, trace.start.shape)]
    found: list[tuple[Node, Shape]] = []
    for variable in wrt.variables:
        derivative = nodes.Derivative(problem.expression, variable)
        turned = problem.layout == "denominator" and not derivative.shape.is_scalar
        found.append((variable, nodes.Transpose(derivative).shape if turned else derivative.shape))
    return found


def multiplied(step: Step) -> Node | None:
    """The product that the step is about: in what it has written, in what it took away, or else on its line.

    A product of plain numbers is none; one of scalar derivatives is.
    """
    line = step.after.body if isinstance(step.after, nodes.Where) else step.after
    written = [at(step.after, path) for path in step.touched_after]
    taken = [at(step.before, path) for path in step.touched_before]
    for part in (*written, *taken, line):
        products = [node for node in each_part(part) if _is_shown(node)]
        if products:
            return max(products, key=lambda node: (is_kronecker(node), _has_sizes(node), len(node.children)))
    return None


def _has_sizes(node: Node) -> bool:
    return any(factor.shape.sizes for factor in node.children)


def _is_shown(node: Node) -> bool:
    if is_kronecker(node):
        return True
    if type(node) not in _SIGNS or len(node.children) > 6:
        return False
    return _has_sizes(node) or sum(isinstance(factor, nodes.Derivative) for factor in node.children) > 1


def _label(node: Node) -> Notation:
    return by_length(formula(node), Dots("center"), _WIDEST_LABEL)


def _product_row(product: Node) -> tuple[Item | Text, ...]:
    """The factors with their sign between them, and what they give."""
    kron = is_kronecker(product)
    sign = kronecker() if kron else hadamard() if isinstance(product, nodes.Hadamard) else _SIGNS[type(product)]
    row: list[Item | Text] = []
    for factor in product.children:
        if row and sign is not None:
            row.append(sign)
        row.append(Item(factor.shape, _label(factor)))
    factors = product.children
    blocks = (factors[0].shape, factors[1].shape) if kron else None
    return (*row, _ARROW, Item(product.shape, None, is_result=True, blocks=blocks))


def _arranged(trace: Trace, product: Node | None, shown: WrittenOut | None, entry: int, width: float) -> Sheet:
    problem = trace.problem
    function = Item(problem.expression.shape, by_length(formula(problem.expression), _letter(), _WIDEST_LABEL))
    asked: list[tuple[Item | Text, ...]] = [
        (function, "with respect to", Item(v.shape, formula(v)), _ARROW, _derivative_box(shape, v.shape))
        for v, shape in _asked(trace)
    ]
    rows = [*asked, *([_product_row(product)] if product is not None else [])]
    scale = Scale(part.shape for row in rows for part in row if isinstance(part, Item))
    room = width - 1
    unit = fitting_unit(rows, scale, room)
    canvas = Canvas()
    room = max(room, *(row_width(row, scale, unit) for row in rows))
    y = canvas.paragraph(_caption(trace), 0.0, 0.0, room, paint=MUTED)
    for row in asked:
        y, _ = draw_row(canvas, row, (room - row_width(row, scale, unit)) / 2, y - 0.7, scale, unit)
    if product is not None:
        y = canvas.paragraph(("What this step multiplies:",), 0.0, y - 1.1, room, paint=MUTED)
        y, _ = draw_row(canvas, rows[-1], (room - row_width(rows[-1], scale, unit)) / 2, y - 0.7, scale, unit)
    if shown is not None:
        y = draw_written_out(canvas, shown, entry, 0.0, y - 1.1, room)
    told = sizes_sentence(scale)
    if told:
        canvas.paragraph(told, 0.0, y - 0.8, room, paint=MUTED)
    return canvas.sheet()


def _derivative_box(shape: Shape, variable: Shape) -> Item:
    """The derivative; where it has more than two directions, a block like the variable for each entry of the rest."""
    before = Shape(shape.sizes[: -len(variable.sizes)])
    return Item(shape, None, is_result=True, blocks=(before, variable) if len(shape.sizes) > 2 else None)


def _caption(trace: Trace) -> tuple[str | Notation, ...]:
    """What the rows and columns of the derivative stand for."""
    shape, is_numerator = trace.start.shape, trace.problem.layout == "numerator"
    if shape.is_scalar:
        return ("The derivative is one number.",)
    is_hessian = trace.problem.order == 2 and trace.problem.expression.shape.is_scalar
    if len(shape.sizes) > 2:
        each = phrase("entry of the variable") if is_hessian else phrase("entry of the function")
        return (phrase("A block for each {0}, laid out as the variable is.", each),)
    if is_hessian:
        return ("A row and a column for each entry of the variable.",)
    if len(trace.problem.wrt.shape.sizes) == 2 and trace.problem.expression.shape.is_scalar:
        exchanged = "A row for each column of the variable, a column for each row of it."
        return (exchanged if is_numerator else "The derivative is laid out as the variable is.",)
    first, second = phrase("entry of the function"), phrase("entry of the variable")
    if not is_numerator:
        first, second = second, first
    if shape.is_row:
        return (phrase("The derivative is a row: a column for each {0}.", second),)
    if shape.is_vector:
        return (phrase("The derivative is a column: a row for each {0}.", first),)
    return (phrase("A row for each {0}, a column for each {1}.", first, second),)


def _letter() -> Notation:
    """What stands for a function that is too long to be written above its box."""
    return Symbol("f")
