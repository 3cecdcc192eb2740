"""Expressions and pieces of notation for the tests: one of every kind, and ways to nest every kind in every other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import product

from explainer.expr.node import Node
from explainer.expr.nodes import (
    And,
    Apply,
    Blocks,
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
    Matrix,
    MatrixProduct,
    MatrixRow,
    Negate,
    Number,
    Ones,
    Otherwise,
    Power,
    Product,
    Quotient,
    RowForm,
    SizeValue,
    Stack,
    Sum,
    SumReduction,
    Transpose,
    Variable,
    VariableTuple,
    Vector,
    Where,
    Zeros,
    number,
)
from explainer.expr.shape import matrix_shape, row_shape, vector_shape
from explainer.notation.tree import (
    Accent,
    Application,
    Array,
    BigOperator,
    Brace,
    CasesArray,
    DerivativeNotation,
    Dots,
    Fence,
    Lines,
    Notation,
    Numeral,
    Operator,
    Part,
    Root,
    Row,
    Script,
    Space,
    Spoken,
    Strike,
    Symbol,
    Underlined,
    Words,
)
from explainer.notation.tree import Fraction as FractionNotation
from explainer.operations import OPERATIONS
from tests.some import some

x, y, z, u, b = (Variable(name) for name in "xyzub")
w, v = Variable("w", vector_shape("n")), Variable("v", vector_shape("n"))
W = Variable("W", matrix_shape("m", "n"))
S = Variable("S", matrix_shape("n", "n"))
X = Variable("X", matrix_shape("N", "n"))
i, j, k = Index("i", "n"), Index("j", "n"), Index("k", "N")
ZERO, ONE, TWO, THREE = (number(value) for value in range(4))


def call(name: str, *arguments: Node) -> Node:
    """A function of the operations table."""
    return Apply(OPERATIONS[name], arguments)


POSITIVE = Comparison(">", z, ZERO)

ONE_OF_EACH: tuple[Node, ...] = (
    Number(Fraction(1, 4), 2), Constant("pi"), SizeValue("N"), x, i, Ones("n"), Zeros(row_shape("n")), Identity("n"),
    Commutation("m", "n"),
    Otherwise(), Entry(W, (Index("i", "m"), j)), MatrixRow(X, k), Delta(i, j),
    Sum((x, Negate(y))), Negate(x), Product((TWO, x)), Quotient(x, y), Power(x, TWO), call("sin", x),
    FunctionCall("f", (x, y)), Hadamard((w, v)), HadamardQuotient(w, v), Expand(z, "n"), Dot(w, v),
    MatrixProduct((W, v)), Transpose(w), Diag(v), SumReduction(v), IndexedSum(i, Entry(v, (i,))), Vector((x, y)),
    Matrix(((x, y), (y, x))), Stack((Transpose(w), Transpose(v))), Blocks(((w,), (x,))),
    Grid(i, j, Product((Entry(w, (i,)), Entry(v, (j,))))),
    ColumnForm(i, Entry(v, (i,))), RowForm(i, Entry(v, (i,))), DiagonalForm(i, Entry(v, (i,))),
    Entries((i, j, k), Product((Entry(v, (i,)), Entry(X, (k, j))))),
    Comparison("<=", z, ZERO), And((POSITIVE, Comparison("<", z, ONE))), Cases((ZERO, z), (POSITIVE, Otherwise())),
    VariableTuple((x, y)), Derivative(u, x), Differential(Power(x, TWO), x), Equation(u, Power(x, TWO)),
    Where(Derivative(u, x), (Equation(u, Power(x, TWO)),), (Equation(Derivative(u, x), Product((TWO, x))),)),
)  # fmt: skip
"""One node of every kind, each kind as the outermost node of one."""

LETTER = Symbol("a")

ONE_PIECE_OF_EACH: tuple[Notation, ...] = (
    LETTER, Numeral("3"), Words("if"), Operator("+"), Space(1.0), Dots("diagonal"),
    Row((LETTER, Operator("+"), LETTER)),
    FractionNotation(LETTER, Numeral("2")), Script(LETTER, Numeral("1"), Numeral("2")), Fence("(", LETTER, ")"),
    Root(LETTER, Numeral("3")), Array(((LETTER, LETTER), (LETTER, LETTER))),
    CasesArray((LETTER,), (Words("otherwise"),)),
    BigOperator("∑", LETTER, LETTER, LETTER), Accent(LETTER, "hat"), Brace(LETTER, Numeral("0")), Strike(LETTER),
    Underlined(LETTER),
    Application(Symbol("sin", "upright"), (Fence("(", LETTER, ")"),), "the sine of {0}"),
    DerivativeNotation("∂", LETTER, LETTER, False), Lines(((LETTER, LETTER),)), Spoken(LETTER, ("alpha",)),
    Part(LETTER, (0,)),
)  # fmt: skip
"""One piece of notation of every kind."""


# --- every kind inside every other -----------------------------------------------------------------------------------

Nest = Callable[[Node], Node]

SCALAR_NESTS: dict[str, Nest] = {
    "sum, first": lambda part: Sum((part, y)),
    "sum, last": lambda part: Sum((y, part)),
    "sum, subtracted": lambda part: Sum((y, Negate(part))),
    "negative": Negate,
    "product, first": lambda part: Product((part, y)),
    "product, last": lambda part: Product((y, part)),
    "product, middle": lambda part: Product((z, part, THREE)),
    "product, by a number": lambda part: Product((TWO, part)),
    "product, by a fraction": lambda part: Product((Quotient(ONE, y), part)),
    "numerator": lambda part: Quotient(part, y),
    "denominator": lambda part: Quotient(y, part),
    "denominator under 1": lambda part: Quotient(ONE, part),
    "base": lambda part: Power(part, TWO),
    "base, open exponent": lambda part: Power(part, SizeValue("n")),
    "exponent": lambda part: Power(x, part),
    "exponent of a number": lambda part: Power(TWO, part),
    "sine": lambda part: call("sin", part),
    "exponential": lambda part: call("exp", part),
    "root": lambda part: call("sqrt", part),
    "absolute value": lambda part: call("abs", part),
    "maximum": lambda part: call("max", part, y),
    "exponential minus 1": lambda part: call("expm1", part),
    "function": lambda part: FunctionCall("f", (part,)),
    "total derivative": lambda part: Derivative(part, x),
    "partial derivative": lambda part: Derivative(part, x, "partial"),
    "indexed sum": lambda part: IndexedSum(i, part),
    "case": lambda part: Cases((ZERO, part), (Comparison("<=", y, ZERO), Otherwise())),
    "compared": lambda part: Comparison(">", part, ZERO),
    "condition": lambda part: And((part, Comparison("<", x, ONE))),
    "expanded": lambda part: SumReduction(Expand(part, "n")),
    "scaled": lambda part: Dot(w, Product((part, v))),
}
"""A scalar put into something that is a scalar again."""

SCALARS: tuple[Node, ...] = (
    x, TWO, Entry(v, (i,)), FunctionCall("f", (x,)), Dot(w, v), Derivative(u, x), Quotient(ONE, TWO), SumReduction(v),
    Variable("f"), Variable("rate"), SizeValue("N"), Variable("T"), Product((TWO, x)), Number(Fraction(1, 2), 1),
)  # fmt: skip

VECTOR_NESTS: dict[str, Nest] = {
    "sum": lambda part: Sum((part, w)),
    "element-wise product, first": lambda part: Hadamard((part, w)),
    "element-wise product, last": lambda part: Hadamard((w, part)),
    "element-wise quotient, first": lambda part: HadamardQuotient(part, w),
    "element-wise quotient, last": lambda part: HadamardQuotient(w, part),
    "product": lambda part: Product((z, part)),
    "negative": Negate,
    "matrix product": lambda part: MatrixProduct((S, part)),
    "divided": lambda part: Quotient(part, z),
    "power": lambda part: Power(part, TWO),
    "transposed twice": lambda part: Transpose(Transpose(part)),
    "diagonal": lambda part: MatrixProduct((Diag(part), w)),
    "operator": lambda part: FunctionCall("○", (part, v), vector_shape("n"), True),
    "function": lambda part: call("relu", part),
    "derivative": lambda part: Derivative(part, z),
    "derivative in front": lambda part: MatrixProduct((Derivative(part, w), w)),
    "column": lambda part: ColumnForm(i, Entry(part, (i,))),
}
"""A vector put into something that is a vector again."""

VECTORS: tuple[Node, ...] = (
    v, Ones("n"), Zeros(vector_shape("n")), Expand(z, "n"), Expand(TWO, "n"), MatrixRow(X, k), Product((z, v)),
    FunctionCall("g", (v,), vector_shape("n")), FunctionCall("○", (v, w), vector_shape("n"), True),
)  # fmt: skip

REDUCTIONS: tuple[Nest, ...] = (
    lambda part: Dot(part, w),
    lambda part: Dot(w, part),
    SumReduction,
    lambda part: Entry(part, (TWO,)),
    lambda part: call("norm", part),
)
"""A vector put into something that is a scalar."""


def nested() -> Iterator[Node]:
    """Every kind in every other and, for one leaf, in every two others; of those within two others a share."""
    scalar, vector = SCALAR_NESTS.values(), VECTOR_NESTS.values()
    yield from SCALARS
    yield from (outer(leaf) for outer, leaf in product(scalar, SCALARS))
    yield from (outer(inner(leaf)) for outer, inner, leaf in some(product(scalar, scalar, SCALARS), 3))
    few = list(SCALAR_NESTS.values())[:26:2]
    yield from (outer(middle(inner(x))) for outer, middle, inner in some(product(scalar, few, scalar), 4))
    yield from (outer(leaf) for outer, leaf in product(vector, VECTORS))
    yield from (outer(inner(leaf)) for outer, inner, leaf in product(vector, vector, VECTORS))
    yield from (outer(reduced(leaf)) for outer, reduced, leaf in product(scalar, REDUCTIONS, VECTORS))
    yield from (reduced(inner(leaf)) for reduced, inner, leaf in product(REDUCTIONS, vector, VECTORS))
