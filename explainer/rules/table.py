"""The derivative column of the operations table, as expressions: read once per function, used by the function rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import NamedTuple

from explainer.expr.dependence import depends_on
from explainer.expr.node import Node, substitute
from explainer.expr.nodes import Apply, Cases, Comparison, Otherwise, Variable
from explainer.expr.operation import Operation
from explainer.expr.shape import Shape
from explainer.operations import find
from explainer.rules.rule import Words, fill
from explainer.threads import recent

_MOVING: ContextVar[frozenset[Node]] = ContextVar("moving", default=frozenset())


@contextmanager
def moving_names(names: frozenset[Node]) -> Iterator[None]:
    """While one of these names is differentiated by another, all of them stand for what moves together.

    The change of max(u, v) with u alone holds v, and yet v moves beside u in the whole, and may stay equal to it.
    """
    token = _MOVING.set(_MOVING.get() | names)
    try:
        yield
    finally:
        _MOVING.reset(token)


class DerivativeRow(NamedTuple):
    """What the table says about the derivative of one element-wise function, in its parameters u, v."""

    operation: Operation
    parameters: tuple[Variable, ...]
    columns: tuple[Node, ...]
    domain: tuple[Node, ...]

    def partials(self, arguments: Sequence[Node], together: bool = False) -> tuple[Node, ...]:
        """The derivative by each parameter, with the arguments in the places of the parameters.

        Arguments that change `together` may be tied for many values of the variable, as the two of max(max(r, x), x)
        are. There one of the two slopes of a maximum has to count: the second is on where the first is off.
        """
        places: dict[Node, Node] = dict(zip(self.parameters, arguments, strict=True))
        return tuple(substitute(column, places) for column in self.columns_for(together))

    def columns_for(self, together: bool) -> tuple[Node, ...]:
        """The derivatives in the parameters, for arguments that change `together` or not."""
        first = self.columns[0]
        if together and len(self.columns) == 2 and isinstance(first, Cases):
            return (first, Cases(first.values[::-1], first.conditions))
        return self.columns

    def is_moved_together(self, arguments: Sequence[Node], x: Node) -> bool:
        """Whether every one of several arguments changes when x does, or is a name of something that does."""
        moving = _MOVING.get()
        return len(arguments) > 1 and all(depends_on(a, x) or not moving.isdisjoint(a.free) for a in arguments)

    def conditions(self, arguments: Sequence[Node]) -> tuple[Node, ...]:
        """Where the derivative exists, for these arguments; conditions between numbers only are left out."""
        places: dict[Node, Node] = dict(zip(self.parameters, arguments, strict=True))
        made = (_variable_first(substitute(condition, places)) for condition in self.domain)
        return tuple(condition for condition in made if condition.free)

    @property
    def statement(self) -> str:
        """The row as an equation: `d(sin(u))/d(x) = cos(u) d(u)/d(x)`."""
        return self.statement_for(together=False)

    def statement_for(self, together: bool) -> str:
        """The row as an equation, for arguments that change together or not."""
        call = Apply(self.operation, self.parameters).text()
        terms = [
            f"({column.text()}) d({parameter.name})/d(x)"
            for parameter, column in zip(self.parameters, self.columns_for(together), strict=True)
        ]
        return f"d({call})/d(x) = {' + '.join(terms)}"

    def words(self, arguments: Sequence[Node], x: Node) -> Words:
        """Which derivative the table gives, and whether the argument still has to be differentiated."""
        call = Apply(self.operation, tuple(arguments))
        partials = self.partials(arguments, self.is_moved_together(arguments, x))
        title = self.operation.title
        if len(arguments) == 1:
            parts: dict[str, Node | str | int | Words] = {
                "title": title,
                "call": call,
                "argument": arguments[0],
                "slope": _slope_words(partials[0]),
            }
            words = fill(
                "The table gives the derivative of the {title}: for {call} it is {slope}."
                if arguments[0] is x
                else "The table gives the derivative of the {title}: at {argument} it is {slope}.",
                parts,
            )
        else:
            words = fill("The table gives the derivative of the {title} {call}: ", {"title": title, "call": call})
            moving = [k for k, argument in enumerate(arguments) if depends_on(argument, x)]
            for k in moving:
                parts = {"argument": arguments[k], "slope": _slope_words(partials[k])}
                words += ("; ",) if k != moving[0] else ()
                words += fill("with respect to {argument} it is {slope}", parts)
            words += (".",)
        inner = [argument for argument in dict.fromkeys(arguments) if depends_on(argument, x) and argument is not x]
        if len(inner) == 1:
            words += fill(" The derivative of {argument} follows as a factor.", {"argument": inner[0]})
        elif inner:
            words += (" The derivatives of the arguments follow as factors.",)
        return words


def _slope_words(slope: Node) -> Words:
    """A derivative in a sentence; one that is made of cases as "0 where z ≤ 0, 1 where z > 0"."""
    if not isinstance(slope, Cases):
        return (slope,)
    words: Words = ()
    last = len(slope.values) - 1
    for k, (value, condition) in enumerate(zip(slope.values, slope.conditions, strict=True)):
        words += () if k == 0 else (" and ",) if k == last else (", ",)
        if isinstance(condition, Otherwise):
            words += fill("{value} elsewhere", {"value": value})
        else:
            words += fill("{value} where {condition}", {"value": value, "condition": condition})
    return words


def _variable_first(condition: Node) -> Node:
    """x ≠ 0 for 0 ≠ x."""
    if isinstance(condition, Comparison) and condition.relation == "!=" and not condition.left.free:
        return Comparison("!=", condition.right, condition.left)
    return condition


@cache
def derivative_row(operation: Operation) -> DerivativeRow | None:
    """The derivative of a function as expressions, or None where the table has none."""
    if not operation.derivative or not operation.elementwise:
        return None
    from explainer.language import parse_expression

    shapes = dict.fromkeys(operation.parameters, "scalar")
    columns = tuple(parse_expression(column, shapes).expression for column in operation.derivative)
    domain = tuple(parse_expression(condition, shapes).expression for condition in operation.domain)
    return DerivativeRow(operation, tuple(Variable(name) for name in operation.parameters), columns, domain)


def apply_named(name: str, *arguments: Node) -> Node:
    """A function of the table, by name, applied to arguments. Raises KeyError for a name that is not in the table."""
    operation = find(name)
    if operation is None:
        raise KeyError(name)
    return Apply(operation, arguments)


@recent(1024)
def _differential_columns(operation: Operation, shapes: tuple[Shape, ...]) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """The differential columns and the domain of a function, for arguments of these shapes."""
    from explainer.language import parse_expression

    own = dict(zip(operation.parameters, shapes, strict=True))
    changes = {f"d{name}": shape for name, shape in own.items()}
    columns = tuple(parse_expression(text, {**own, **changes}).expression for text in operation.differential)
    return columns, tuple(parse_expression(text, own).expression for text in operation.domain)


def table_differential(call: Apply, changes: Sequence[Node | None]) -> tuple[tuple[Node, ...], tuple[Node, ...]] | None:
    """What the table says of the differential of a function: a term for each argument that changes, and conditions.

    `changes` are the differentials of the arguments, None for those that are held. None where the table has no column.
    """
    operation, arguments = call.operation, call.arguments
    if not operation.differential:
        return None
    columns, domain = _differential_columns(operation, tuple(argument.shape for argument in arguments))
    places: dict[Node, Node] = {}
    for name, argument, change in zip(operation.parameters, arguments, changes, strict=True):
        places[Variable(name, argument.shape)] = argument
        if change is not None:
            places[Variable(f"d{name}", argument.shape)] = change
    terms = tuple(
        substitute(column, places) for column, change in zip(columns, changes, strict=True) if change is not None
    )
    return terms, tuple(condition for condition in (substitute(c, places) for c in domain) if condition.free)


@recent(1024)
def _vector_columns(operation: Operation, shape: Shape) -> tuple[Node, tuple[Node, ...]]:
    """The Jacobian column and the domain of a function of one vector, for vectors of this shape."""
    from explainer.language import parse_expression

    (parameter,) = operation.parameters
    shapes = {parameter: shape}
    (column,) = operation.derivative
    domain = tuple(parse_expression(condition, shapes).expression for condition in operation.domain)
    return parse_expression(column, shapes).expression, domain


def vector_derivative(operation: Operation, argument: Node) -> tuple[Node, tuple[Node, ...]] | None:
    """The Jacobian of a function of one whole vector by it, and its conditions; None where the table has none."""
    if operation.elementwise or not operation.derivative or len(operation.parameters) != 1:
        return None
    found = _vector_columns(operation, argument.shape)
    places: dict[Node, Node] = {Variable(operation.parameters[0], argument.shape): argument}
    column, domain = found
    return substitute(column, places), tuple(substitute(condition, places) for condition in domain)
