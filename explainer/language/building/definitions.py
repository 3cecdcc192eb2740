"""Definitions after `where`: names, entries such as e_i = …, rows such as v_i = [x_i, 1]; never in a circle."""

from __future__ import annotations

from explainer.errors import ParseError, UnsupportedError
from explainer.expr.node import Node, substitute, with_children
from explainer.expr.nodes import ColumnForm, Entry, Equation, Index, MatrixRow, Variable, Where
from explainer.language.building.builder import Builder
from explainer.language.building.losses import softmaxes_among, tell_of_two_softmaxes
from explainer.language.text.syntax import Syntax
from explainer.phrases import phrase


def build_where(builder: Builder, node: Syntax) -> Node:
    """A value with its definitions and facts.

    Raises ParseError for definitions in a circle, UnsupportedError for a definition of a part of a value.
    """
    body, *equations = _with_rows_put_in(builder, node)
    count = node.value[0]
    typed = tuple(equation for equation in equations if isinstance(equation, Equation))
    rows = {id(part) for part in node.parts[1 : 1 + count] if _row_of(part.node) is not None}
    pairs = zip(node.parts[1:], typed, strict=False)
    whole = tuple(_definition(builder, part, equation) for part, equation in pairs if id(part) not in rows)
    count -= len(rows)
    _refuse_circles(builder, node, whole[:count])
    named = softmaxes_among(whole[:count])
    for part in (body, *(equation.right for equation in whole[:count])) if named else ():
        tell_of_two_softmaxes(builder, part, named)
    return Where(body, whole[:count], whole[count:]) if whole else body


def _refuse_circles(builder: Builder, node: Syntax, definitions: tuple[Equation, ...]) -> None:
    """A definition uses names that are defined before it, neither its own nor a later one."""
    open_names = {definition.left for definition in definitions}
    places = {id(part.node): part for part in node.parts}
    for definition in definitions:
        early = sorted(name.text() for name in definition.right.free & open_names)
        open_names.discard(definition.left)
        if early:
            name = definition.left.text()
            place = places.get(id(definition), node)
            raise ParseError(
                phrase("the definition of {0} uses {1}, which is not defined before it", name, " and ".join(early)),
                text=builder.text,
                position=place.start,
                end=place.end,
                hint="Give the definitions in the order in which they use each other.",
            )


def _row_of(equation: Node) -> Variable | None:
    """The matrix whose rows an equation such as v_i = [x_i, 1] defines: one vector for every index."""
    left = equation.left if isinstance(equation, Equation) else None
    if isinstance(left, MatrixRow) and isinstance(left.index, Index) and isinstance(left.base, Variable):
        return left.base
    return None


def _with_rows_put_in(builder: Builder, node: Syntax) -> list[Node]:
    """The parts of a where, with vectors that are defined for every index put in where they are used.

    Raises UnsupportedError where the matrix of all of them is used as a whole.
    """
    parts = [part.node for part in node.parts]
    for place, equation in enumerate(parts[1 : 1 + node.value[0]], start=1):
        matrix = _row_of(equation)
        if matrix is None or not isinstance(equation, Equation) or not isinstance(equation.left, MatrixRow):
            continue
        index, right = equation.left.index, equation.right
        others = [_put_in(part, matrix, index, right) if k != place else part for k, part in enumerate(parts)]
        left = node.parts[place].parts[0]
        shown = builder.text[left.start : left.end]
        if any(matrix in part.free for k, part in enumerate(others) if k != place):
            raise UnsupportedError(
                phrase("{0} is defined row by row, but {1} is used as a whole", shown, matrix.name),
                subexpression=shown,
                reason="for each index, the row is substituted where it is used",
                hint=phrase("Write {0} with its index.", shown),
            ).at(builder.text, left.start, left.end)
        builder.shapes.pop(matrix.name, None)
        builder.inference.vocabulary.note(phrase("{0} is substituted wherever it is used.", shown))
        parts = others
    return parts


def _put_in(node: Node, matrix: Variable, index: Node, right: Node) -> Node:
    """The expression with every row of the matrix replaced by what it is defined as, for its index."""
    if isinstance(node, MatrixRow) and node.base is matrix:
        return substitute(right, {index: node.index})
    children = tuple(_put_in(child, matrix, index, right) for child in node.children)
    return node if children == node.children else with_children(node, children)


def _definition(builder: Builder, node: Syntax, equation: Equation) -> Equation:
    """A definition; e_i = … says what every entry of the vector e is.

    Raises UnsupportedError for a definition of one entry or row alone.
    """
    left = equation.left
    if isinstance(left, Entry) and isinstance(left.base, Variable) and len(left.indices) == 1:
        (index,) = left.indices
        if isinstance(index, Index):
            return Equation(left.base, ColumnForm(index, equation.right))
    if isinstance(left, Entry | MatrixRow):
        shown = builder.text[node.parts[0].start : node.parts[0].end]
        raise UnsupportedError(
            phrase("{0} cannot be defined: it is a part of a larger value", shown),
            subexpression=shown,
            reason="a definition gives a whole value, or a scalar for every index",
            hint=phrase("Write what {0} stands for where it is used.", shown),
        ).at(builder.text, node.start, node.end)
    return equation
