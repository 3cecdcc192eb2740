"""One small, true-to-life expression for every kind of node; each contains its kind, whole or inside."""

from __future__ import annotations

from fractions import Fraction

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
)
from explainer.expr.shape import SCALAR, matrix_shape, row_shape, vector_shape
from explainer.operations import OPERATIONS

ZERO, ONE, TWO, QUARTER = Number(Fraction(0)), Number(Fraction(1)), Number(Fraction(2)), Number(Fraction(1, 4), 2)
x, y, z, b = (Variable(name) for name in "xyzb")
u_1 = Variable("u_1")
v, w = Variable("v", vector_shape("n")), Variable("w", vector_shape("n"))
W = Variable("W", matrix_shape("m", "n"))
X = Variable("X", matrix_shape("N", "n"))
i, j = Index("i", "m"), Index("j", "n")
k = Index("k", "n")
data = Index("i", "N")
W_ij = Entry(W, (i, j))
sine = Apply(OPERATIONS["sin"], (x,))
row = Transpose(v)

SPECIMENS: dict[type[Node], tuple[Node, ...]] = {
    Number: (Number(Fraction(3)), QUARTER, Number(Fraction(1, 4), 3), Number(Fraction(3), 2)),
    Constant: (Constant("pi"), Power(Constant("e"), x)),
    SizeValue: (Product((Quotient(ONE, SizeValue("n")), SumReduction(v))),),
    Variable: (x, u_1, Variable("alpha"), Variable("x_hat"), Variable("loss"), v, W),
    Index: (ColumnForm(k, Product((k, Entry(v, (k,))))),),
    Ones: (Ones("n"), Ones(3)),
    Zeros: (Zeros(vector_shape("n")), Zeros(matrix_shape("m", 2)), Zeros(row_shape("n")), Zeros(SCALAR)),
    Identity: (Identity("n"),),
    Commutation: (Commutation("m", "n"), Commutation(2, "n")),
    Otherwise: (Cases((ZERO, z), (Comparison("<=", z, ZERO), Otherwise())),),
    Entry: (Entry(v, (ONE,)), Entry(v, (k,)), Entry(Sum((v, w)), (k,)), W_ij, Entry(MatrixRow(X, data), (k,))),
    MatrixRow: (MatrixRow(X, ONE), IndexedSum(data, Dot(w, MatrixRow(X, data)))),
    Delta: (Grid(i, j, Delta(i, j)), Grid(i, j, Product((Delta(i, ONE), W_ij)))),
    Sum: (
        Sum((x, y, Negate(z))),
        Sum((Negate(x), y)),
        Sum((Sum((x, y)), z)),
        Sum((x, Negate(Sum((y, z))))),
        Sum((v, z)),
    ),
    Negate: (Negate(x), Negate(Negate(x)), Negate(Product((x, y))), Sum((x, Negate(Negate(y)))), Negate(TWO)),
    Product: (
        Product((TWO, x)),
        Product((x, TWO)),
        Product((x, Sum((y, z)))),
        Product((Product((x, y)), z)),
        Product((Negate(TWO), x)),
        Product((Variable("f"), Sum((x, y)))),
        Product((z, Vector((x, y)))),
        Product((TWO, MatrixProduct((W, v)))),
        Product((z, v)),
    ),
    Quotient: (
        Quotient(ONE, Product((TWO, x))),
        Quotient(Quotient(x, y), z),
        Quotient(x, Quotient(y, z)),
        Quotient(Product((x, y)), z),
        Quotient(v, z),
        Quotient(Derivative(x, y), z),
    ),
    Power: (
        Power(x, TWO),
        Power(Negate(x), TWO),
        Power(x, Negate(ONE)),
        Power(Power(x, y), z),
        Power(x, Power(y, z)),
        Power(x, Variable("T")),
        Power(v, TWO),
        Power(W, TWO),
        Power(TWO, v),
        Power(sine, TWO),
        Power(Entry(v, (k,)), TWO),
    ),
    Apply: (sine, Apply(OPERATIONS["max"], (ZERO, Sum((Dot(v, w), b)))), Apply(OPERATIONS["norm"], (v,))),
    FunctionCall: (
        FunctionCall("f", (x,)),
        FunctionCall("g", (x, y)),
        FunctionCall("f", (v,), vector_shape("m")),
        Entry(FunctionCall("f", (v,), vector_shape("m")), (i,)),
        FunctionCall("f", (v,), vector_shape("n"), True),
        ColumnForm(k, FunctionCall("f", (Entry(v, (k,)),), vector_shape("n"), True, (k,))),
        FunctionCall("f", (Entry(v, (ONE,)),), vector_shape("n"), True, (ONE,)),
        FunctionCall("○", (FunctionCall("f", (v,), vector_shape("n")), w), vector_shape("n"), True),
        Power(FunctionCall("○", (x, FunctionCall("○", (y, z), elementwise=True)), elementwise=True), TWO),
        FunctionCall("f_1", (x,)),
    ),
    Hadamard: (Hadamard((v, w)), Hadamard((Hadamard((v, w)), v)), Hadamard((v, z)), Hadamard((Sum((v, w)), v))),
    HadamardQuotient: (HadamardQuotient(v, w), HadamardQuotient(ONE, w), HadamardQuotient(v, HadamardQuotient(v, w))),
    Expand: (Expand(z, "n"), Expand(Sum((x, z)), 3)),
    Dot: (Dot(v, w), Dot(Sum((v, w)), w), Product((TWO, Dot(v, w))), Dot(Product((TWO, v)), w)),
    MatrixProduct: (
        MatrixProduct((W, v)),
        MatrixProduct((v, row)),
        MatrixProduct((row, w)),
        MatrixProduct((W, MatrixProduct((Transpose(W), W)))),
        MatrixProduct((x, row)),
        MatrixProduct((Product((TWO, W)), v)),
    ),
    Transpose: (row, Transpose(Transpose(v)), Transpose(MatrixProduct((W, v))), Transpose(Power(v, TWO)), Transpose(W)),
    Diag: (Diag(v), Diag(Power(v, TWO))),
    SumReduction: (SumReduction(v), SumReduction(Product((z, v))), SumReduction(W)),
    IndexedSum: (
        IndexedSum(data, Entry(Variable("y", vector_shape("N")), (data,))),
        IndexedSum(Index("i", 3), Index("i", 3), 2),
        IndexedSum(i, IndexedSum(j, W_ij)),
    ),
    Vector: (Vector((x, Sum((y, z)))), Vector((x,))),
    Matrix: (Matrix(((x, y), (z, b))), Matrix(((x, y),)), Matrix(((x,),))),
    Blocks: (
        Blocks(((v,), (x,))),
        Blocks(((row, x),)),
        Blocks(((W,), (row,))),
        Blocks(((W, Variable("c", vector_shape("m"))), (row, TWO))),
        IndexedSum(Index("k", "n+1"), Entry(Blocks(((v,), (x,))), (Index("k", "n+1"),))),
    ),
    Stack: (Stack((row, Transpose(w))), Stack((x, y))),
    Grid: (Grid(i, j, Product((TWO, W_ij))),),
    ColumnForm: (ColumnForm(k, Entry(v, (k,))),),
    RowForm: (RowForm(k, Entry(v, (k,))),),
    Entries: (Entries((i, j, k), Product((W_ij, Entry(v, (k,))))), Entries((i,), ONE)),
    DiagonalForm: (DiagonalForm(k, Entry(v, (k,))),),
    Comparison: (
        *(Comparison(relation, x, y) for relation in ("<", "<=", ">", ">=", "=", "!=")),
        Comparison(">", v, w),
        Comparison("<", Comparison("<", x, y), z),
        Sum((Comparison("<", x, y), z)),
    ),
    And: (And((Comparison("<", ZERO, x), Comparison("<", x, ONE))), Sum((And((x, y)), z)), And((And((x, y)), z))),
    Cases: (
        Cases((ZERO, z), (Comparison("<=", z, ZERO), Comparison(">", z, ZERO))),
        Cases((v, Zeros(vector_shape("n"))), (Comparison("=", z, ZERO), Otherwise())),
        Cases((x, y), (And((Comparison("<", ZERO, z), Comparison("<", z, ONE))), Otherwise())),
    ),
    VariableTuple: (Derivative(Product((x, y)), VariableTuple((x, y))),),
    Derivative: (
        Derivative(sine, x),
        Derivative(Product((x, y)), x, "partial"),
        Derivative(v, w),
        Derivative(Entry(v, (k,)), Entry(v, (Index("l", "n"),))),
        Product((Derivative(x, y), Derivative(y, z, "partial"))),
        Power(Derivative(x, y), TWO),
        Derivative(Derivative(x, y), y),
    ),
    Differential: (
        Differential(x, x),
        Differential(Power(x, TWO), x),
        Differential(MatrixProduct((W, v)), v),
        Differential(MatrixProduct((W, v)), W),
        MatrixProduct((Differential(W, W), v)),
        Transpose(Differential(v, v)),
    ),
    Equation: (
        Where(u_1, (Equation(u_1, Power(x, TWO)),)),
        Where(IndexedSum(k, Entry(w, (k,))), (Equation(w, ColumnForm(k, Power(Entry(v, (k,)), TWO))),)),
    ),
    Where: (
        Where(u_1, (Equation(u_1, Power(x, TWO)),), (Equation(Derivative(u_1, x), Product((TWO, x))),)),
        Where(
            Sum((u_1, x)),
            (Equation(u_1, Power(x, TWO)), Equation(Variable("u_2"), Apply(OPERATIONS["sin"], (u_1,)))),
        ),
        Where(SumReduction(Variable("u_1", vector_shape("n"))), (Equation(Variable("u_1", vector_shape("n")), v),)),
        Sum((Where(u_1, (Equation(u_1, x),)), x)),
    ),
}
"""For every class of NODE_CLASSES the expressions that tests print, parse and compare."""
