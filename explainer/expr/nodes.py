"""All kinds of expression nodes. The set is closed; functions are open, as rows of the operations table.

Each class says what it denotes, and its text in the input language. Nothing simplifies on construction:
`1 x`, `0 + 1` and `x x^2` stay as they are until a named step tidies them.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, TypeGuard

from explainer.errors import LimitError, ShapeError
from explainer.expr.interning import DECIMAL
from explainer.expr.node import Node
from explainer.expr.operation import Operation
from explainer.expr.shape import (
    SCALAR,
    Shape,
    Size,
    add_sizes,
    broadcast,
    derivative_shape,
    matrix_shape,
    multiply_sizes,
    product_shape,
    row_shape,
    size_terms,
    transposed,
    vector_shape,
)
from explainer.phrases import phrase

# --- atoms -----------------------------------------------------------------------------------------------------------


class Number(Node):
    """A number that is not negative: a whole number, or a decimal with `places` digits after the point.

    `3`, `0.25`. Other fractions are quotients of numbers, negative numbers are `Negate` of a number.
    """

    value: Fraction
    places: int = 0

    def __post_init__(self) -> None:
        Node.__post_init__(self)
        if self.places:
            object.__setattr__(self, "kinds", self.kinds | DECIMAL)
        if self.value.numerator > LARGEST_NUMBER or self.value.denominator > LARGEST_NUMBER:
            raise LimitError("the numbers have more than 1,000 digits here")


LARGEST_NUMBER: int = 10**1000
"""Python does not even write numbers of more than 4,300 digits."""


class Constant(Node):
    """A named number: `pi` or `e`."""

    name: str


class SizeValue(Node):
    """An open size used as a number: the N in `1/N`."""

    name: str

    def _compute_free(self) -> frozenset[Node]:
        return frozenset((self,))


class Variable(Node):
    """A named value with a shape: `x`, `u_1`, `alpha`, `x_hat`."""

    name: str
    value_shape: Shape = SCALAR

    def _compute_shape(self) -> Shape:
        return self.value_shape

    def _compute_free(self) -> frozenset[Node]:
        return frozenset((self,))


class Index(Node):
    """A bound index that runs from 1 to a size: the i in `x_i`."""

    name: str
    size: Size

    def _compute_free(self) -> frozenset[Node]:
        return frozenset((self,))


class Ones(Node):
    """The vector of ones 1⃗: `ones(n)`."""

    size: Size

    def _compute_shape(self) -> Shape:
        return vector_shape(self.size)


class Zeros(Node):
    """The vector or matrix of zeros 0⃗: `zeros(n)`, `zeros(m, n)`."""

    value_shape: Shape

    def _compute_shape(self) -> Shape:
        return self.value_shape


class Identity(Node):
    """The identity matrix I: `identity(n)`."""

    size: Size

    def _compute_shape(self) -> Shape:
        return matrix_shape(self.size, self.size)


class Commutation(Node):
    """The commutation matrix K of an m×n matrix, which has K vec(X) = vec(X'): `commutation(m, n)`."""

    rows: Size
    columns: Size

    def _compute_shape(self) -> Shape:
        size = multiply_sizes(self.rows, self.columns)
        return matrix_shape(size, size)


class Otherwise(Node):
    """The condition of the last branch of cases that holds where no other one does: `otherwise`."""


# --- parts of vectors and matrices -----------------------------------------------------------------------------------


class Entry(Node):
    """One entry of a vector or matrix: `x_i`, `x_1`, `W_{i,j}`; the indices are Index or Number nodes."""

    base: Node
    indices: tuple[Node, ...]

    def _compute_shape(self) -> Shape:
        if len(self.indices) != len(self.base.shape.sizes):
            raise ShapeError(
                phrase(
                    "an entry of a {0} value takes {1} indices, not {2}",
                    self.base.shape.display(),
                    len(self.base.shape.sizes),
                    len(self.indices),
                ),
                shapes=(str(self.base.shape),),
            )
        for index, size in zip(self.indices, self.base.shape.sizes, strict=True):
            if isinstance(index, Number) and isinstance(size, int) and not 1 <= index.value <= size:
                raise ShapeError(
                    phrase("there is no entry {0}: the size is {1}", index.value, size), shapes=(str(self.base.shape),)
                )
            if isinstance(index, Index):
                _require_range(index, size)
        return SCALAR


class MatrixRow(Node):
    """The i-th row of a matrix, as a column vector: the x_i of the data X, `X_i`."""

    base: Node
    index: Node

    def _compute_shape(self) -> Shape:
        if not self.base.shape.is_matrix:
            raise ShapeError("only a matrix has rows", shapes=(str(self.base.shape),))
        rows = self.base.shape.rows
        if isinstance(self.index, Number) and isinstance(rows, int) and not 1 <= self.index.value <= rows:
            raise ShapeError(
                phrase("there is no row {0}: the size is {1}", self.index.value, rows), shapes=(str(self.base.shape),)
            )
        if isinstance(self.index, Index):
            _require_range(self.index, rows)
        return vector_shape(self.base.shape.columns)


def _require_range(index: Index, size: Size) -> None:
    """Raises ShapeError where an index runs further than what it goes through, or not as far."""
    if index.size != size:
        raise ShapeError(
            phrase("the index {0} runs to {1}, but the size here is {2}", index.name, index.size, size),
            shapes=(str(index.size), str(size)),
        )


class Delta(Node):
    """1 where two indices are equal, else 0: δ_ij, `delta(i, j)`."""

    left: Node
    right: Node


# --- arithmetic ------------------------------------------------------------------------------------------------------


class Sum(Node):
    """Terms added; a term that is a Negate is shown as a difference: `a + b - c`. A scalar term expands to vectors."""

    terms: tuple[Node, ...]

    def _compute_shape(self) -> Shape:
        first = self.terms[0].shape if self.terms else SCALAR
        others = [term.shape for term in self.terms if term.shape is not first]
        return broadcast(first, *others) if others else first


class Negate(Node):
    """The negative: `-x`."""

    operand: Node

    def _compute_shape(self) -> Shape:
        return self.operand.shape


class Product(Node):
    """Scalars multiplied, with at most one factor that is a vector or matrix: `3 x y`, `z x`."""

    factors: tuple[Node, ...]

    def _compute_shape(self) -> Shape:
        shapes = [factor.shape for factor in self.factors if factor.shape.sizes]
        if len(shapes) > 1:
            raise ShapeError(
                phrase(
                    "a {0} and a {1} value stand side by side: which product is meant?",
                    shapes[0].display(),
                    shapes[1].display(),
                ),
                shapes=(str(shapes[0]), str(shapes[1])),
                hint="Write w · x for the dot product, w ⊗ x for the element-wise product, W @ x for the matrix "
                "product.",
            )
        return shapes[0] if shapes else SCALAR


class Quotient(Node):
    """A value divided by a scalar: `x / y`."""

    numerator: Node
    denominator: Node

    def _compute_shape(self) -> Shape:
        if not self.denominator.shape.is_scalar:
            raise ShapeError(
                phrase("cannot divide by a {0} value", self.denominator.shape.display()),
                shapes=(str(self.numerator.shape), str(self.denominator.shape)),
                hint="Write w ⊘ x for the element-wise quotient.",
            )
        return self.numerator.shape


class Power(Node):
    """A power, element by element where base or exponent is a vector: `x^2`, `2^x`."""

    base: Node
    exponent: Node

    def _compute_shape(self) -> Shape:
        return broadcast(self.base.shape, self.exponent.shape)


class Apply(Node):
    """A function of the operations table applied to its arguments: `sin(x)`, `max(0, z)`."""

    operation: Operation
    arguments: tuple[Node, ...]

    def _compute_shape(self) -> Shape:
        if len(self.arguments) != self.operation.arity:
            raise ShapeError(
                phrase(
                    "{0} takes {1} argument(s), not {2}", self.operation.name, self.operation.arity, len(self.arguments)
                )
            )
        return self.operation.shape(*(argument.shape for argument in self.arguments))

    @property
    def argument(self) -> Node:
        """The first argument, and of most functions the only one."""
        return self.arguments[0]


def is_matrix_power(node: Node | None) -> TypeGuard[Apply]:
    """Whether this is a power of a matrix, X^3 = X X X, which has a sign of its own instead of a name."""
    return isinstance(node, Apply) and node.operation.notation == "matrix_power"


ANY_OPERATOR = "○"
"""The sign of an abstract element-wise operator: it may stand for +, ⊗, max and all others."""


class FunctionCall(Node):
    """An abstract function of its arguments, known by name and shape only: `f(x)`, `g(x, y)`.

    `elementwise` says that entry i of the value depends on entry i of the arguments only; with `indices` the node is
    the function of that one entry, f_i(w_i), of scalar arguments: `f_i.(w_i)`. The name `○` stands for an operator of
    which nothing is known but that it works entry by entry: `f(w) ○ g(x)`.
    """

    name: str
    arguments: tuple[Node, ...]
    value_shape: Shape = SCALAR
    elementwise: bool = False
    indices: tuple[Node, ...] = ()

    def _compute_shape(self) -> Shape:
        return SCALAR if self.indices else self.value_shape

    @property
    def is_operator(self) -> bool:
        """Whether this is the abstract operator between two values, the same one in every entry."""
        return self.name == ANY_OPERATOR

    @property
    def symbol(self) -> Variable:
        """The function's own name, as the key under which its value is given."""
        return Variable(self.name, self.value_shape)


# --- vectors and matrices --------------------------------------------------------------------------------------------


class Hadamard(Node):
    """Vectors or matrices multiplied entry by entry: `w ⊗ x`, in ASCII `w .* x`."""

    factors: tuple[Node, ...]

    def _compute_shape(self) -> Shape:
        return broadcast(*(factor.shape for factor in self.factors))


class HadamardQuotient(Node):
    """Vectors or matrices divided entry by entry: `w ⊘ x`, in ASCII `w ./ x`."""

    numerator: Node
    denominator: Node

    def _compute_shape(self) -> Shape:
        return broadcast(self.numerator.shape, self.denominator.shape)


class Expand(Node):
    """A scalar expanded to a vector of that scalar, 1⃗z: `expand(z, n)`."""

    operand: Node
    size: Size

    def _compute_shape(self) -> Shape:
        if not self.operand.shape.is_scalar:
            raise ShapeError("only a scalar expands to a vector", shapes=(str(self.operand.shape),))
        return vector_shape(self.size)


class Dot(Node):
    """The dot product of two vectors: `w · x`, in ASCII `dot(w, x)`."""

    left: Node
    right: Node

    def _compute_shape(self) -> Shape:
        left, right = self.left.shape, self.right.shape
        if not (left.is_vector and right.is_vector and left == right):
            raise ShapeError(
                phrase(
                    "the dot product needs two vectors of one size, not {0} and {1}", left.display(), right.display()
                ),
                shapes=(str(left), str(right)),
            )
        return SCALAR


class MatrixProduct(Node):
    """Matrices, rows and columns multiplied: `W @ x`, `x' @ W @ x`."""

    factors: tuple[Node, ...]

    def _compute_shape(self) -> Shape:
        shape = self.factors[0].shape
        for factor in self.factors[1:]:
            shape = product_shape(shape, factor.shape)
        return shape


class Transpose(Node):
    """The transpose: `x'`, `x^T`."""

    operand: Node

    def _compute_shape(self) -> Shape:
        return transposed(self.operand.shape)


class Diag(Node):
    """The diagonal matrix with a vector on its diagonal: `diag(x)`."""

    operand: Node

    def _compute_shape(self) -> Shape:
        if not self.operand.shape.is_vector:
            raise ShapeError("diag takes a vector", shapes=(str(self.operand.shape),))
        return matrix_shape(self.operand.shape.rows, self.operand.shape.rows)


class SumReduction(Node):
    """The sum of all entries of a vector or matrix: `sum(x)`."""

    operand: Node

    def _compute_shape(self) -> Shape:
        if self.operand.shape.is_scalar:
            raise ShapeError("sum takes a vector or a matrix", shapes=(str(self.operand.shape),))
        return SCALAR


class IndexedSum(Node):
    """A sum over a bound index, Σ_{i=1}^{N}: `sum(i=1..N, x_i)`; the index runs from `lower` to its size."""

    index: Index
    body: Node
    lower: int = 1

    def _compute_shape(self) -> Shape:
        return self.body.shape

    def _compute_free(self) -> frozenset[Node]:
        return self.body.free - {self.index}

    @property
    def bound(self) -> tuple[Node, ...]:
        return (self.index,)


class Vector(Node):
    """A column written out: `[f, g]`."""

    entries: tuple[Node, ...]

    def _compute_shape(self) -> Shape:
        if any(not entry.shape.is_scalar for entry in self.entries):
            raise ShapeError("the entries of a list are scalars", shapes=tuple(str(e.shape) for e in self.entries))
        return vector_shape(len(self.entries))


class Matrix(Node):
    """A matrix written out, row by row: `[[a, b], [c, d]]`; a row vector is `[[a, b]]`."""

    rows: tuple[tuple[Node, ...], ...]

    def _compute_shape(self) -> Shape:
        if len({len(row) for row in self.rows}) != 1:
            raise ShapeError("the rows of a matrix must have the same length")
        if any(not entry.shape.is_scalar for row in self.rows for entry in row):
            raise ShapeError("the entries of a matrix are scalars")
        return matrix_shape(len(self.rows), len(self.rows[0]))


class Stack(Node):
    """Rows on top of each other, each a row vector or a scalar: `stack(r, s)`, the Jacobian as a stack of gradients."""

    rows: tuple[Node, ...]

    def _compute_shape(self) -> Shape:
        first = self.rows[0].shape
        if any(row.shape != first or not (row.shape.is_row or row.shape.is_scalar) for row in self.rows):
            raise ShapeError(
                "only rows of the same length can be stacked", shapes=tuple(str(row.shape) for row in self.rows)
            )
        return vector_shape(len(self.rows)) if first.is_scalar else matrix_shape(len(self.rows), first.columns)


class Blocks(Node):
    """Scalars, vectors and matrices put together to a larger vector or matrix, row of blocks by row of blocks.

    `[w, b]` is the vector of the entries of w and of b below them, of size n+1; `[[w', b]]` is the row of both.
    Blocks in one row have equally many rows, and all rows of blocks have the same widths.
    """

    rows: tuple[tuple[Node, ...], ...]

    def _compute_shape(self) -> Shape:
        shapes = [[block.shape for block in row] for row in self.rows]
        widths = [shape.columns for shape in shapes[0]]
        for row in shapes:
            if any(shape.rows != row[0].rows for shape in row) or [shape.columns for shape in row] != widths:
                raise ShapeError(
                    phrase("blocks of the shapes {0} do not fit together", ", ".join(shape.display() for shape in row)),
                    shapes=tuple(str(shape) for row in shapes for shape in row),
                    hint="[w, b] stacks values, [[w', b]] puts them side by side; sides that touch must match.",
                )
        height, width = add_sizes(*(row[0].rows for row in shapes)), add_sizes(*widths)
        return vector_shape(height) if width == 1 else matrix_shape(height, width)

    @property
    def heights(self) -> tuple[Size, ...]:
        """How many rows each row of blocks has."""
        return tuple(row[0].shape.rows for row in self.rows)

    @property
    def column(self) -> tuple[Node, ...] | None:
        """The blocks of a vector that is put together, from top to bottom; None for a matrix."""
        return tuple(row[0] for row in self.rows) if self.shape.is_vector else None


# --- indexed forms: a vector or matrix given by its entry ------------------------------------------------------------


class Grid(Node):
    """The matrix whose entry at row i, column j is given: `grid(i=1..m, j=1..n, f_i x_j)`."""

    row: Index
    column: Index
    body: Node

    def _compute_shape(self) -> Shape:
        return matrix_shape(self.row.size, self.column.size)

    def _compute_free(self) -> frozenset[Node]:
        return self.body.free - {self.row, self.column}

    @property
    def bound(self) -> tuple[Node, ...]:
        return (self.row, self.column)


class ColumnForm(Node):
    """The column vector whose entry i is given: `column(i=1..n, 2 x_i)`."""

    index: Index
    body: Node

    def _compute_shape(self) -> Shape:
        return vector_shape(self.index.size)

    def _compute_free(self) -> frozenset[Node]:
        return self.body.free - {self.index}

    @property
    def bound(self) -> tuple[Node, ...]:
        return (self.index,)


class RowForm(Node):
    """The row vector whose entry j is given: `row(j=1..n, 2 x_j)`."""

    index: Index
    body: Node

    def _compute_shape(self) -> Shape:
        return row_shape(self.index.size)

    def _compute_free(self) -> frozenset[Node]:
        return self.body.free - {self.index}

    @property
    def bound(self) -> tuple[Node, ...]:
        return (self.index,)


class DiagonalForm(Node):
    """The diagonal matrix whose entry at i, i is given: `diagonal(i=1..n, 2 x_i)`."""

    index: Index
    body: Node

    def _compute_shape(self) -> Shape:
        return matrix_shape(self.index.size, self.index.size)

    def _compute_free(self) -> frozenset[Node]:
        return self.body.free - {self.index}

    @property
    def bound(self) -> tuple[Node, ...]:
        return (self.index,)


class Entries(Node):
    """An array of any number of directions, given by its entry: `entries(i=1..m, j=1..n, k=1..n, A_{i,k} x_j)`.

    It is what the derivative of a matrix by a matrix is: the axes of the function, then those of the variable.
    """

    indices: tuple[Index, ...]
    body: Node

    def _compute_shape(self) -> Shape:
        return Shape(tuple(index.size for index in self.indices))

    def _compute_free(self) -> frozenset[Node]:
        return self.body.free.difference(self.indices)

    @property
    def bound(self) -> tuple[Node, ...]:
        return self.indices


def directions_of(node: Node) -> tuple[Index, Index] | None:
    """The indices of rows and columns of a matrix that is given by its entries; None for anything else."""
    if isinstance(node, Grid):
        return node.row, node.column
    if isinstance(node, Entries) and len(node.indices) == 2:
        return node.indices[0], node.indices[1]
    return None


# --- conditions ------------------------------------------------------------------------------------------------------


class Comparison(Node):
    """1 where a relation holds and 0 elsewhere: `w > x`; the relation is one of < <= > >= = !=."""

    relation: str
    left: Node
    right: Node

    def _compute_shape(self) -> Shape:
        return broadcast(self.left.shape, self.right.shape)


class And(Node):
    """1 where all conditions hold: `0 < x and x < 1`."""

    conditions: tuple[Node, ...]

    def _compute_shape(self) -> Shape:
        return broadcast(*(condition.shape for condition in self.conditions))


class Cases(Node):
    """The value whose condition holds, the first one that does: `cases(0 if z <= 0, z if z > 0)`.

    The last condition may be `otherwise`. Conditions are scalars.
    """

    values: tuple[Node, ...]
    conditions: tuple[Node, ...]

    def _compute_shape(self) -> Shape:
        if len(self.values) != len(self.conditions):
            raise ShapeError("every case has a value and a condition")
        if any(not condition.shape.is_scalar for condition in self.conditions):
            raise ShapeError("the condition of a case is a scalar", shapes=tuple(str(c.shape) for c in self.conditions))
        return broadcast(*(value.shape for value in self.values))


# --- derivatives and the programs of intermediate variables ----------------------------------------------------------


class VariableTuple(Node):
    """Several variables to differentiate by, `(x, y)`: scalars and vectors act as one vector, in this order.

    Where a matrix is among them nothing is stacked: each has a derivative of its own, and that by the tuple is the
    derivative by the first of them.
    """

    variables: tuple[Node, ...]

    def _compute_shape(self) -> Shape:
        if self.holds_matrices:
            return self.variables[0].shape
        return vector_shape(add_sizes(*(variable.shape.rows for variable in self.variables)))

    @property
    def holds_vectors(self) -> bool:
        """Whether one of the variables is a vector, so that a derivative by the tuple comes in blocks."""
        return any(variable.shape.is_vector for variable in self.variables)

    @property
    def holds_matrices(self) -> bool:
        """Whether a matrix is among the variables, so that each has a derivative of its own."""
        return any(variable.shape.is_matrix for variable in self.variables)


class Derivative(Node):
    """A derivative that has not been carried out, in numerator layout.

    `wrt` is a Variable, an Entry of one (`x_i`), or a VariableTuple. `kind` is "total", written with d, or "partial",
    written with ∂. The two have one value, except where `body` or `wrt` is an intermediate variable with a
    definition: "total" follows every path through the definitions, "partial" holds all other intermediate variables
    fixed. By a matrix that is declared to be "symmetric", S_ij and S_ji move together, half each, and of one that is
    "diagonal" nothing moves beside the diagonal. Text: `d(sin(x))/d(x)`, `∂(x y)/∂(x)`.
    """

    body: Node
    wrt: Node
    kind: str = "total"

    def __post_init__(self) -> None:
        Node.__post_init__(self)
        object.__setattr__(self, "has_derivative", True)

    def _compute_shape(self) -> Shape:
        return derivative_shape(self.body.shape, self.wrt.shape)


class Differential(Node):
    """The change of a value to first order when one variable changes by dX: `differential(A @ X)`, shown as d(A X).

    It has the shape of the value, is linear in dX, and zero where the value does not depend on the variable; that of
    the variable itself is dX, a value of its own. Only the variable of differentiation moves: it is named where it is
    not the one that a reader would take, `differential(A @ X, A)`.
    """

    body: Node
    wrt: Variable

    def _compute_shape(self) -> Shape:
        return self.body.shape

    @property
    def is_open(self) -> bool:
        """Whether there is still something to be carried out: all but dX itself."""
        return self.body is not self.wrt


def usual_variable(body: Node) -> Variable | None:
    """The variable that moves in a differential where none is named: a matrix X or W, a vector x or w, or the only one.

    Of several others it is the last one in the order of their names, a matrix before a vector before a scalar.
    """
    variables = [part for part in body.free if isinstance(part, Variable)]
    ranks = {name: place for place, name in enumerate(("X", "W", "x", "w"))}
    found = sorted(variables, key=lambda v: (ranks.get(v.name, 4), -len(v.shape.sizes), [-ord(c) for c in v.name]))
    return found[0] if found else None


class Equation(Node):
    """Two sides that are equal: `u_1 = x^2`; only inside Where."""

    left: Node
    right: Node

    def _compute_shape(self) -> Shape:
        if self.left.shape != self.right.shape:
            raise ShapeError(
                phrase("the two sides have shapes {0} and {1}", self.left.shape.display(), self.right.shape.display()),
                shapes=(str(self.left.shape), str(self.right.shape)),
            )
        return self.left.shape


class Where(Node):
    """A value in terms of intermediate variables, with their definitions and what is known of their derivatives.

    `body where u_1 = x^2, u_2 = sin(u_1) knowing d(u_1)/d(x) = 2 x`. A definition may use the variables before it.
    The value is the body's; `facts` are equations that hold under the definitions.
    """

    body: Node
    definitions: tuple[Equation, ...]
    facts: tuple[Equation, ...] = ()

    _free_when_asked = True  # a line has many equations, each with many names, and no rule asks for those of the line

    def _compute_shape(self) -> Shape:
        return self.body.shape

    def _compute_free(self) -> frozenset[Node]:
        return Node._compute_free(self) - {definition.left for definition in self.definitions}

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> object:
            """What is worked out when it is asked for; only called for what is not there yet."""
            if name != "free":
                raise AttributeError(name)
            free = self._compute_free()
            object.__setattr__(self, "free", free)
            return free


def size_value(size: Size) -> Node:
    """A size as a number: the N of 1/N, the sum n + 1, or a Number."""
    products, count = size_terms(size)
    terms: list[Node] = []
    for names, factor in products:
        parts = (*([Number(Fraction(factor))] if factor != 1 else []), *map(SizeValue, names))
        terms.append(parts[0] if len(parts) == 1 else Product(parts))
    if count or not terms:
        terms.append(Number(Fraction(count)))
    return terms[0] if len(terms) == 1 else Sum(tuple(terms))


ZERO = Number(Fraction(0))
ONE = Number(Fraction(1))
TWO = Number(Fraction(2))
E = Constant("e")


def number(value: int | Fraction) -> Node:
    """The node for a rational number: a Number, a quotient of numbers, or the negative of one."""
    value = Fraction(value)
    if value < 0:
        return Negate(number(-value))
    if value.denominator != 1:
        return Quotient(Number(Fraction(value.numerator)), Number(Fraction(value.denominator)))
    return Number(value)


NODE_CLASSES: tuple[type[Node], ...] = (
    Number, Constant, SizeValue, Variable, Index, Ones, Zeros, Identity, Commutation, Otherwise,
    Entry, MatrixRow, Delta,
    Sum, Negate, Product, Quotient, Power, Apply, FunctionCall,
    Hadamard, HadamardQuotient, Expand, Dot, MatrixProduct, Transpose, Diag, SumReduction, IndexedSum,
    Vector, Matrix, Stack, Blocks, Grid, ColumnForm, RowForm, DiagonalForm, Entries,
    Comparison, And, Cases,
    VariableTuple, Derivative, Differential, Equation, Where,
)  # fmt: skip
"""Every kind of node, once: what works on nodes is tested on one specimen of each."""
