"""The derivative column of the operations table, as expressions: read once per function, used by the function rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from explainer.expr.dependence import depends_on
from explainer.expr.node import Node, substitute
from explainer.expr.nodes import Apply, Comparison, Variable
from explainer.expr.operation import Operation
from explainer.expr.shape import Shape
from explainer.operations import find
from explainer.rules.rule import Words, fill


@dataclass(frozen=True, slots=True)
class DerivativeRow:
    """What the table says about the derivative of one element-wise function, in its parameters u, v."""

    operation: Operation
    parameters: tuple[Variable, ...]
    columns: tuple[Node, ...]
    domain: tuple[Node, ...]

    def partials(self, arguments: Sequence[Node]) -> tuple[Node, ...]:
        """The derivative by each parameter, with the arguments in the places of the parameters."""
        places: dict[Node, Node] = dict(zip(self.parameters, arguments, strict=True))
        return tuple(substitute(column, places) for column in self.columns)

    def conditions(self, arguments: Sequence[Node]) -> tuple[Node, ...]:
        """Where the derivative exists, for these arguments; conditions between numbers only are left out."""
        places: dict[Node, Node] = dict(zip(self.parameters, arguments, strict=True))
        made = (_variable_first(substitute(condition, places)) for condition in self.domain)
        return tuple(condition for condition in made if condition.free)

    @property
    def statement(self) -> str:
        """The row as an equation: `d(sin(u))/d(x) = cos(u) d(u)/d(x)`."""
        call = Apply(self.operation, self.parameters).text()
        terms = [
            f"({column.text()}) d({parameter.name})/d(x)"
            for parameter, column in zip(self.parameters, self.columns, strict=True)
        ]
        return f"d({call})/d(x) = {' + '.join(terms)}"

    def words(self, arguments: Sequence[Node], x: Node) -> Words:
        """Which derivative the table gives, and whether the argument still has to be differentiated."""
        call = Apply(self.operation, self.parameters)
        if len(arguments) > 1:
            return self._words_for_several(call, arguments, x)
        bindings = {"call": call, "column": self.columns[0], "u": self.parameters[0], "argument": arguments[0], "x": x}
        words = fill(
            "The table gives the derivative of the {title}: for {call} it is {column}.",
            {**bindings, "title": self.operation.title},
        )
        if arguments[0] is not x:
            words += fill(" Here {u} is {argument}: its own derivative follows as a factor.", bindings)
        elif x is not self.parameters[0]:
            words += fill(" Here {u} is just {x}.", bindings)
        return words

    def _words_for_several(self, call: Node, arguments: Sequence[Node], x: Node) -> Words:
        words = fill(
            "The table gives the derivatives of the {title} {call}", {"call": call, "title": self.operation.title}
        )
        for parameter, column, argument in zip(self.parameters, self.columns, arguments, strict=True):
            if depends_on(argument, x):
                bindings = {"u": parameter, "column": column, "argument": argument}
                words += fill(", by {u} it is {column}", bindings)
                words += () if argument is parameter else fill(", where {u} is here {argument}", bindings)
        if any(depends_on(argument, x) and argument is not x for argument in arguments):
            words += ("; the derivative of the argument follows as a factor",)
        words += (".",)
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


@cache
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
