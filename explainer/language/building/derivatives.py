"""Derivatives and differentials inside a text, and equations."""

from __future__ import annotations

from explainer.errors import ParseError, ShapeError
from explainer.expr import nodes
from explainer.expr.node import Node
from explainer.language.building.builder import Builder, parts_of
from explainer.language.text.properties import kind_by
from explainer.language.text.syntax import Syntax
from explainer.phrases import phrase


def derivative(builder: Builder, node: Syntax) -> Node:
    """A derivative with respect to one variable or several."""
    body, *variables = parts_of(node)
    wrt = variable_of(variables)
    return nodes.Derivative(body, wrt, kind_by(wrt, builder.inference.vocabulary.properties) or node.value)


def variable_of(variables: list[Node]) -> Node:
    """What is differentiated by: a variable, an entry, or a tuple of several. Raises ParseError for anything else."""
    for variable in variables:
        if isinstance(variable, nodes.SizeValue):
            raise ShapeError(
                phrase("{0} is a size, and nothing is differentiated with respect to a size", variable.name),
                shapes=(variable.name,),
                hint="Choose a variable, or give the sizes other names.",
            )
        columns = isinstance(variable, nodes.Apply) and variable.operation.name == "vec" and len(variables) == 1
        if not isinstance(variable, nodes.Variable | nodes.Entry | nodes.MatrixRow) and not columns:
            raise ParseError(
                phrase("{0} is not a variable", variable.text()),
                hint="Differentiate with respect to a name such as x or x_1.",
            )
    return variables[0] if len(variables) == 1 else nodes.VariableTuple(tuple(variables))


def differential(builder: Builder, node: Syntax) -> Node:
    """The differential of a value; the variable that moves is named where there are several."""
    body, *named = parts_of(node)
    if len(named) > 1:
        raise ParseError("a differential has one variable", hint="Write differential(A @ X, X).")
    variable = variable_of(named) if named else nodes.usual_variable(body)
    if not isinstance(variable, nodes.Variable):
        raise ParseError(
            phrase("nothing moves in {0}: it has no variable", body.text())
            if variable is None
            else phrase("{0} is not a variable", variable.text()),
            hint="Write differential(A @ X, X) for the change of A X with X.",
        )
    return nodes.Differential(body, variable)


def equation(builder: Builder, node: Syntax) -> Node:
    """Two sides, of which the left is defined by the right."""
    return nodes.Equation(*parts_of(node))
