"""Untyped tree and shapes → expression nodes; the place where shapes that do not fit are refused, with their place."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from explainer.errors import ExplainerError, ParseError, ShapeError
from explainer.expr.node import Node
from explainer.expr.nodes import (
    ANY_OPERATOR,
    And,
    Apply,
    Cases,
    ColumnForm,
    Commutation,
    Comparison,
    Constant,
    Delta,
    Derivative,
    Diag,
    DiagonalForm,
    Differential,
    Dot,
    Entries,
    Entry,
    Equation,
    Expand,
    FunctionCall,
    Grid,
    Hadamard,
    HadamardQuotient,
    Identity,
    Index,
    IndexedSum,
    MatrixProduct,
    MatrixRow,
    Negate,
    Number,
    Ones,
    Otherwise,
    Power,
    Quotient,
    RowForm,
    SizeValue,
    Stack,
    Sum,
    SumReduction,
    Transpose,
    Variable,
    VariableTuple,
    Zeros,
    usual_variable,
)
from explainer.expr.shape import SCALAR, Shape, broadcast, vector_shape
from explainer.language.batches import along, row_by_row, stand_in_rows
from explainer.language.definitions import build_where
from explainer.language.kinds.surroundings import is_inverse
from explainer.language.reductions import MEASURES, applied
from explainer.language.shapes.blocks import build_blocks
from explainer.language.shapes.inference import Inference
from explainer.language.shapes.powers import power_of_matrix
from explainer.language.shapes.products import build_at_product, build_product, entrywise_of_rows
from explainer.language.shapes.scopes import IndexTerm, Reading
from explainer.language.text.syntax import Syntax, bottom_up, keeps_axis
from explainer.operations.undefined import Definedness
from explainer.phrases import phrase


class Builder:
    """Makes the nodes of one text, after its shapes are known.

    What is to be differentiated is refused where a part of it has a value nowhere, with its place.
    """

    def __init__(self, text: str, inference: Inference, refusing_undefined: bool = False) -> None:
        self.text = text
        self.inference = inference
        self.shapes = inference.shapes()
        self.definedness = Definedness() if refusing_undefined else None

    def build(self, root: Syntax) -> Node:
        """The expression for a syntax tree.

        Raises ShapeError naming both shapes, the place and what would fit.
        """
        for node in bottom_up(root):
            try:
                node.node = self._build(node)
                if self.definedness is not None:
                    self.definedness.require(node.node)
            except ExplainerError as error:
                raise error.at(self.text, node.start, node.end) from None
        result: Node = root.node
        return result

    def _build(self, node: Syntax) -> Node:
        make = _BUILDERS.get(node.kind)
        if make is None:
            raise ParseError("this is not an expression")
        return make(self, node)

    def note(self, sentence: str) -> None:
        """Keep a sentence about how something was read."""
        self.inference.vocabulary.note(sentence)

    def variable(self, name: str) -> Variable:
        """The variable of this name with the shape that was found."""
        return Variable(name, self.shapes.get(name, SCALAR))

    def index(self, index: int | IndexTerm) -> Node:
        """The node of an index."""
        if isinstance(index, int):
            return Number(Fraction(index))
        return bound_index(index)


def bound_index(index: IndexTerm) -> Index:
    """The node of an index that a sum or grid binds, or that is free."""
    size = index.size.root().value
    return Index(index.name, 1 if size is None else size)


def _parts(node: Syntax) -> list[Node]:
    return [part.node for part in node.parts]


# --- names -----------------------------------------------------------------------------------------------------------


def _name(builder: Builder, node: Syntax) -> Node:
    reading: Reading = node.reading
    if reading.kind == "index":
        return builder.index(reading.indices[0])
    if reading.kind == "size":
        return SizeValue(reading.name)
    if reading.kind == "unit":
        size = node.term.parts[0].root().value
        return Identity(1 if size is None else size)
    if reading.kind == "constant":
        return Constant(reading.name)
    if reading.kind == "delta":
        left, right = reading.indices
        return Delta(builder.index(left), builder.index(right))
    base = builder.variable(reading.name)
    return base if reading.kind == "variable" else _part_of(builder, base, reading.indices)


def _part_of(builder: Builder, base: Node, indices: tuple[int | IndexTerm, ...]) -> Node:
    """The entry with these indices, or the row of a matrix that one index takes."""
    if base.shape.is_scalar:
        shown = base.text()
        raise ShapeError(
            phrase("{0} is a scalar and has no entries", shown),
            shapes=("scalar",),
            hint=phrase("Declare {0} as a vector: … where {0}: n.", shown)
            if isinstance(base, Variable)
            else "Only vectors and matrices have entries.",
        )
    nodes = tuple(builder.index(index) for index in indices)
    _check_index_sizes(base, nodes)
    if any(isinstance(index, Number) and index.value < 1 for index in nodes):
        raise ShapeError("entries are counted from 1: there is no entry 0", shapes=(str(base.shape),))
    if len(nodes) == 1 and base.shape.is_matrix:
        return MatrixRow(base, nodes[0])
    return Entry(base, nodes)


def _check_index_sizes(base: Node, nodes: tuple[Node, ...]) -> None:
    for index, size in zip(nodes, base.shape.sizes, strict=False):
        if isinstance(index, Index) and index.size != size:
            raise ShapeError(
                phrase(
                    "the index {0} runs to {1}, but {2} has {3} rows here"
                    if base.shape.is_matrix
                    else "the index {0} runs to {1}, but {2} has {3} entries here",
                    index.name,
                    index.size,
                    base.text(),
                    size,
                ),
                shapes=(str(index.size), str(base.shape)),
                hint=phrase(
                    "Let {0} run to {1}, or declare {2} with the size {3}.", index.name, size, base.text(), index.size
                ),
            )


def _entry(builder: Builder, node: Syntax) -> Node:
    return _part_of(builder, node.parts[0].node, node.reading)


# --- arithmetic ------------------------------------------------------------------------------------------------------


def _addition(builder: Builder, node: Syntax) -> Node:
    stand_in_rows(builder, node)
    _check_elementwise(node, "added")
    return Sum(tuple(_parts(node)))


def _check_elementwise(node: Syntax, verb: str) -> None:
    """Refuse parts of different shapes with both shapes and the texts of the parts."""
    first: Syntax | None = None
    for part in node.parts:
        shape = part.node.shape
        if shape.is_scalar:
            continue
        if first is None:
            first = part
        elif shape != first.node.shape:
            one, other = first.node.shape, shape
            hint = "Parts that are added or compared must have the same shape, or be scalars."
            if one == Shape(tuple(reversed(other.sizes))) or {one.rows, one.columns} == {other.rows, other.columns}:
                hint = phrase("Did you mean the transpose of one of them: {0}?", _primed(part.node))
            raise ShapeError(
                phrase(
                    "{0} ({1}) and {2} ({3}) can't be {4}: their shapes differ",
                    first.node.text(),
                    one.display(),
                    part.node.text(),
                    other.display(),
                    phrase(verb),
                ),
                shapes=(str(one), str(other)),
                hint=hint,
            )


def _primed(node: Node) -> str:
    return Transpose(node).text()


def _power(builder: Builder, node: Syntax) -> Node:
    base, exponent = _parts(node)
    entrywise = node.value == ".^" or (node.value == "**" and builder.inference.vocabulary.dialect == "numpy")
    if base.shape.is_matrix and is_inverse(node) and not base.shape.is_row and not entrywise:
        return applied("inv", base)
    if base.shape.is_matrix and node.value == "^" and not base.shape.is_row:
        return power_of_matrix(builder, base, exponent)
    _check_elementwise(node, "combined entry by entry")
    return Power(base, exponent)


def _quotient(builder: Builder, node: Syntax) -> Node:
    if any(map(keeps_axis, node.parts)):
        stand_in_rows(builder, node)
    numerator, denominator = _parts(node)
    if denominator.shape.is_scalar:
        return Quotient(numerator, denominator)
    together = numerator.shape.is_scalar or numerator.shape == denominator.shape
    if together and (denominator.shape.is_vector or keeps_axis(node.parts[1])):
        return HadamardQuotient(numerator, denominator)
    raise ShapeError(
        phrase(
            "cannot divide {0} ({1}) by {2} ({3})",
            numerator.text(),
            numerator.shape.display(),
            denominator.text(),
            denominator.shape.display(),
        ),
        shapes=(str(numerator.shape), str(denominator.shape)),
        hint="Write ⊘ (in ASCII ./) for the quotient entry by entry of two values of one shape.",
    )


def _hadamard(builder: Builder, node: Syntax) -> Node:
    if builder.inference.vocabulary.dialect == "numpy":
        spread = entrywise_of_rows(_parts(node), builder.inference.vocabulary)
        if spread is not None:
            return spread
    stand_in_rows(builder, node)
    _check_elementwise(node, "multiplied entry by entry")
    return Hadamard(tuple(_parts(node)))


def _hadamard_quotient(builder: Builder, node: Syntax) -> Node:
    stand_in_rows(builder, node)
    _check_elementwise(node, "divided entry by entry")
    return HadamardQuotient(*_parts(node))


def _comparison(builder: Builder, node: Syntax) -> Node:
    _check_elementwise(node, "compared")
    left, right = _parts(node)
    relation = "=" if node.value[0] == "==" else node.value[0]
    return Comparison(relation, left, right)


def _apply(builder: Builder, node: Syntax) -> Node:
    name = node.value.name
    if name in {"max_entry", "min_entry"} and node.parts[0].node.shape.is_scalar:
        shown = name.removesuffix("_entry")
        raise ParseError(
            phrase("{0} takes 2 arguments, not {1}", shown, 1),
            hint=phrase("Write {0}(u, v), or {0}(x) for a vector x.", shown),
        )
    if node.value.notation == "matrix_power":
        return power_of_matrix(builder, *_parts(node))
    if node.value.elementwise:
        _check_elementwise(node, phrase("arguments of {0}", node.value.name))
    by_rows = row_by_row(builder, node)
    return Apply(node.value, tuple(_parts(node))) if by_rows is None else by_rows


# --- functions and forms ---------------------------------------------------------------------------------------------


def _abstract(builder: Builder, node: Syntax) -> Node:
    return FunctionCall(node.value, tuple(_parts(node)), builder.shapes.get(node.value, SCALAR))


def _elementwise_call(builder: Builder, node: Syntax) -> Node:
    _check_elementwise(node, phrase("arguments of {0}", node.value))
    arguments = tuple(_parts(node))
    return FunctionCall(node.value, arguments, broadcast(*(argument.shape for argument in arguments)), True)


def _function_entry(builder: Builder, node: Syntax) -> Node:
    """f_i.(w_i), the function of one entry; f_i.(w) of a whole vector is an entry of f.(w)."""
    _check_elementwise(node, phrase("arguments of {0}", node.value[0]))
    name, arguments = node.value[0], tuple(_parts(node))
    shape = broadcast(*(argument.shape for argument in arguments))
    if not shape.is_scalar:
        return _part_of(builder, FunctionCall(name, arguments, shape, True), node.reading)
    indices = tuple(builder.index(index) for index in node.reading)
    return FunctionCall(name, arguments, builder.shapes[name], True, indices)


def _any_operator(builder: Builder, node: Syntax) -> Node:
    _check_elementwise(node, "combined entry by entry")
    operands = tuple(_parts(node))
    return FunctionCall(ANY_OPERATOR, operands, broadcast(*(operand.shape for operand in operands)), True)


def _dot(builder: Builder, node: Syntax) -> Node:
    left, right = _parts(node)
    if left.shape.is_vector and left.shape == right.shape:
        return Dot(left, right)
    return build_at_product(node)


def _indexed_sum(builder: Builder, node: Syntax) -> Node:
    (index,) = node.reading
    return IndexedSum(bound_index(index), node.parts[0].node, index.lower)


def _grid(builder: Builder, node: Syntax) -> Node:
    row, column = node.reading
    _check_scalar_body(node)
    return Grid(bound_index(row), bound_index(column), node.parts[0].node)


def _entries(builder: Builder, node: Syntax) -> Node:
    _check_scalar_body(node)
    return Entries(tuple(map(bound_index, node.reading)), node.parts[0].node)


def _form(kind: Callable[[Index, Node], Node]) -> Callable[[Builder, Syntax], Node]:
    def make(builder: Builder, node: Syntax) -> Node:
        _check_scalar_body(node)
        return kind(bound_index(node.reading[0]), node.parts[0].node)

    return make


def _check_scalar_body(node: Syntax) -> None:
    body: Node = node.parts[0].node
    if not body.shape.is_scalar:
        raise ShapeError(
            phrase("{0} is {1}, and an entry of a {2} is a scalar", body.text(), body.shape.display(), node.kind),
            shapes=(str(body.shape),),
            hint="Write the entry with its indices: x_i, W_{i,j}.",
        )


def _diag(builder: Builder, node: Syntax) -> Node:
    """diag(x): the matrix with a vector on its diagonal; diag(X): the diagonal of a square matrix."""
    operand: Node = node.parts[0].node
    return applied("diag", operand) if operand.shape.is_matrix else Diag(operand)


def _cases(builder: Builder, node: Syntax) -> Node:
    parts = _parts(node)
    return Cases(tuple(parts[::2]), tuple(parts[1::2]))


def _zeros(builder: Builder, node: Syntax) -> Node:
    return Zeros(Shape(node.value))


def _filled(builder: Builder, node: Syntax) -> Node:
    size = node.term.parts[0].root().value
    if size is None:
        raise ShapeError("the size of this vector is not known", hint="Write ones(n) or zeros(n).")
    return Ones(size) if node.value else Zeros(vector_shape(size))


def _filled_matrix(builder: Builder, node: Syntax) -> Node:
    rows, columns = (size.root().value for size in node.term.parts)
    if rows is None or columns is None:
        raise ShapeError("the sizes of this matrix are not known", hint="Write ones(m) ones(n)' or zeros(m, n).")
    if not node.value:
        return Zeros(Shape((rows, columns)))
    return MatrixProduct((Ones(rows), Transpose(Ones(columns))))


# --- derivatives -----------------------------------------------------------------------------------------------------


def _derivative(builder: Builder, node: Syntax) -> Node:
    body, *variables = _parts(node)
    return Derivative(body, variable_of(variables), node.value)


def variable_of(variables: list[Node]) -> Node:
    """What is differentiated by: a variable, an entry, or a tuple of several. Raises ParseError for anything else."""
    for variable in variables:
        if isinstance(variable, SizeValue):
            raise ShapeError(
                phrase("{0} is a size, and nothing is differentiated with respect to a size", variable.name),
                shapes=(variable.name,),
                hint="Choose a variable, or give the sizes other names.",
            )
        columns = isinstance(variable, Apply) and variable.operation.name == "vec" and len(variables) == 1
        if not isinstance(variable, Variable | Entry | MatrixRow) and not columns:
            raise ParseError(
                phrase("{0} is not a variable", variable.text()),
                hint="Differentiate with respect to a name such as x or x_1.",
            )
    return variables[0] if len(variables) == 1 else VariableTuple(tuple(variables))


def _differential(builder: Builder, node: Syntax) -> Node:
    """The differential of a value; the variable that moves is named where there are several."""
    body, *named = _parts(node)
    if len(named) > 1:
        raise ParseError("a differential has one variable", hint="Write differential(A @ X, X).")
    variable = variable_of(named) if named else usual_variable(body)
    if not isinstance(variable, Variable):
        raise ParseError(
            phrase("nothing moves in {0}: it has no variable", body.text())
            if variable is None
            else phrase("{0} is not a variable", variable.text()),
            hint="Write differential(A @ X, X) for the change of A X with X.",
        )
    return Differential(body, variable)


def _equation(builder: Builder, node: Syntax) -> Node:
    return Equation(*_parts(node))


_BUILDERS: dict[str, Callable[[Builder, Syntax], Node]] = {
    "number": lambda builder, node: Number(*node.value),
    "name": _name,
    "entry": _entry,
    "addition": _addition,
    "negate": lambda builder, node: Negate(node.parts[0].node),
    "multiply": lambda builder, node: build_product(node, builder.inference.vocabulary),
    "matmul": lambda builder, node: build_at_product(node),
    "quotient": _quotient,
    "power": _power,
    "elementwise": _hadamard,
    "elementwise_quotient": _hadamard_quotient,
    "comparison": _comparison,
    "conjunction": lambda builder, node: And(tuple(_parts(node))),
    "apply": _apply,
    "abstract": _abstract,
    "elementwise_call": _elementwise_call,
    "any_operator": _any_operator,
    "function_entry": _function_entry,
    "transpose": lambda builder, node: Transpose(node.parts[0].node),
    "dot": _dot,
    "along": lambda builder, node: along(builder, node, lambda inner, call: _BUILDERS[call.kind](inner, call)),
    "sum_entries": lambda builder, node: SumReduction(node.parts[0].node),
    "diag": _diag,
    "ones": lambda builder, node: Ones(node.value[0]),
    "zeros": _zeros,
    "commutation": lambda builder, node: Commutation(*node.value),
    "identity": lambda builder, node: Identity(node.value[0]),
    "filled": _filled,
    "filled_matrix": _filled_matrix,
    "expand": lambda builder, node: Expand(node.parts[0].node, node.value),
    "stack": lambda builder, node: Stack(tuple(_parts(node))),
    "list": lambda builder, node: build_blocks(node),
    "matrix": lambda builder, node: build_blocks(node),
    "indexed_sum": _indexed_sum,
    "grid": _grid,
    "entries": _entries,
    "column": _form(ColumnForm),
    "row": _form(RowForm),
    "diagonal": _form(DiagonalForm),
    "delta": lambda builder, node: Delta(*_parts(node)),
    "cases": _cases,
    "otherwise": lambda builder, node: Otherwise(),
    "derivative": _derivative,
    "differential": _differential,
    "where": build_where,
    **MEASURES,
    "equation": _equation,
}
