"""SymPy's matrix expressions as ours and ours as SymPy's: MatrixSymbol, products, traces, determinants, inverses.

A column n×1 of SymPy is a vector here, and a product with one row and one column is a number; on the way out a number
made of vectors is the trace of that product, which SymPy has as a scalar.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import cache
from typing import Any

from explainer.errors import UnsupportedError
from explainer.expr import nodes
from explainer.expr.node import Node
from explainer.expr.shape import Shape, Size, matrix_shape, multiply_sizes, size_terms, vector_shape
from explainer.operations import find
from explainer.phrases import phrase


def is_matrix_expression(expr: Any) -> bool:
    """Whether SymPy's expression is a matrix, or a scalar made of one."""
    return isinstance(expr, _kinds_of_matrices())


@cache
def _kinds_of_matrices() -> tuple[type, ...]:
    import sympy
    from sympy.matrices.expressions.matexpr import MatrixElement

    return sympy.MatrixExpr, sympy.Trace, sympy.Determinant, MatrixElement


# --- SymPy's as ours -------------------------------------------------------------------------------------------------


def read_matrix(expr: Any, read: Callable[[Any], Node]) -> Node:
    """The node of a matrix expression. Raises UnsupportedError, naming what has no counterpart."""
    import sympy
    from sympy.matrices.expressions.matexpr import MatrixElement

    if isinstance(expr, sympy.MatrixSymbol):
        return nodes.Variable(str(expr.name), _shape(expr))
    if isinstance(expr, sympy.MatAdd):
        return nodes.Sum(tuple(map(read, expr.args)))
    if isinstance(expr, sympy.MatMul):
        return _product(expr, read)
    if isinstance(expr, sympy.Transpose):
        return nodes.Transpose(read(expr.arg))
    if isinstance(expr, sympy.Inverse):
        return _apply("inv", read(expr.arg))
    if isinstance(expr, sympy.MatPow):
        return _power(expr, read)
    if isinstance(expr, sympy.Identity):
        return nodes.Identity(_size(expr.rows))
    if isinstance(expr, sympy.ZeroMatrix):
        return nodes.Zeros(_shape(expr))
    if isinstance(expr, sympy.OneMatrix):
        column, row = nodes.Ones(_size(expr.rows)), nodes.Transpose(nodes.Ones(_size(expr.cols)))
        return column if expr.cols == 1 else row if expr.rows == 1 else nodes.MatrixProduct((column, row))
    if isinstance(expr, sympy.HadamardProduct):
        return nodes.Hadamard(tuple(map(read, expr.args)))
    if isinstance(expr, sympy.KroneckerProduct):
        found, *others = map(read, expr.args)
        for other in others:
            found = _apply("kron", found, other)
        return found
    if isinstance(expr, sympy.Trace | sympy.Determinant):
        inner = read(expr.arg)
        return inner if inner.shape.is_scalar else _apply("tr" if isinstance(expr, sympy.Trace) else "det", inner)
    if isinstance(expr, MatrixElement):
        return _element(expr, read)
    raise _without_counterpart(expr)


def _product(expr: Any, read: Callable[[Any], Node]) -> Node:
    coefficient, matrices = expr.as_coeff_matrices()
    if coefficient.is_number and coefficient.is_negative:
        return nodes.Negate(read(-expr))
    factors = tuple(map(read, matrices))
    whole = factors[0] if len(factors) == 1 else nodes.MatrixProduct(factors)
    if coefficient == 1:
        return whole
    scalar = read(coefficient)
    scalars = scalar.factors if isinstance(scalar, nodes.Product) else (scalar,)
    return nodes.Product((*scalars, whole))


def _power(expr: Any, read: Callable[[Any], Node]) -> Node:
    base, exponent = read(expr.base), expr.exp
    if not exponent.is_Integer or exponent == 0:
        raise _without_counterpart(expr)
    if exponent < 0:
        base = _apply("inv", base)
    times = abs(int(exponent))
    return base if times == 1 else _apply("matrix_power", base, nodes.Number(Fraction(times)))


def _element(expr: Any, read: Callable[[Any], Node]) -> Node:
    """X[0, 1] is X_{1,2} here; the one entry of a product that is a number is that number."""
    base = read(expr.parent)
    if base.shape.is_scalar:
        return base
    if not (expr.i.is_Integer and expr.j.is_Integer):
        raise _without_counterpart(expr)
    indices = tuple(nodes.number(int(index) + 1) for index in (expr.i, expr.j))
    return nodes.Entry(base, indices[: len(base.shape.sizes)])


def _shape(expr: Any) -> Shape:
    rows, columns = map(_size, expr.shape)
    return vector_shape(rows) if columns == 1 and rows != 1 else matrix_shape(rows, columns)


def _size(size: Any) -> Size:
    if size.is_Integer:
        return int(size)
    if size.is_Symbol:
        return str(size.name)
    if size.is_Mul:
        return multiply_sizes(*map(_size, size.args))
    raise _without_counterpart(size)


def _apply(name: str, *arguments: Node) -> Node:
    operation = find(name)
    assert operation is not None
    return nodes.Apply(operation, arguments)


def _without_counterpart(expr: Any) -> UnsupportedError:
    shown = str(expr)
    return UnsupportedError(
        phrase("SymPy's {0} cannot be read: {1}", shown, type(expr).__name__),
        subexpression=shown,
        reason="it is not among the matrix expressions that have a counterpart",
    )


# --- ours as SymPy's -------------------------------------------------------------------------------------------------


def write_matrix(node: Node, write: Callable[[Node], Any]) -> Any | None:
    """SymPy's expression of a matrix, a vector, or a scalar made of them; None for what SymPy has no such form for."""
    import sympy

    if isinstance(node, nodes.Variable) and node.shape.sizes:
        return sympy.MatrixSymbol(node.name, _number(node.shape.rows), _number(node.shape.columns))
    if isinstance(node, nodes.Sum) and all(term.shape == node.shape for term in node.terms):
        return sympy.MatAdd(*map(write, node.terms))
    if isinstance(node, nodes.Transpose):
        return sympy.Transpose(write(node.operand))
    if isinstance(node, nodes.MatrixProduct):
        product = sympy.MatMul(*map(write, node.factors))
        return sympy.Trace(product) if node.shape.is_scalar else product
    if isinstance(node, nodes.Dot):
        return sympy.Trace(sympy.MatMul(sympy.Transpose(write(node.left)), write(node.right)))
    if isinstance(node, nodes.Hadamard) and all(factor.shape == node.shape for factor in node.factors):
        return sympy.HadamardProduct(*map(write, node.factors))
    if isinstance(node, nodes.Identity):
        return sympy.Identity(_number(node.size))
    if isinstance(node, nodes.Ones):
        return sympy.OneMatrix(_number(node.size), 1)
    if isinstance(node, nodes.Zeros) and node.shape.sizes:
        return sympy.ZeroMatrix(_number(node.shape.rows), _number(node.shape.columns))
    if isinstance(node, nodes.Apply):
        return _write_function(node, write)
    return None


def _write_function(node: nodes.Apply, write: Callable[[Node], Any]) -> Any | None:
    import sympy

    makers: dict[str, Callable[..., Any]] = {
        "inv": sympy.Inverse,
        "det": sympy.Determinant,
        "tr": sympy.Trace,
        "logdet": lambda u: sympy.log(sympy.Determinant(u)),
        "kron": sympy.KroneckerProduct,
        "matrix_power": sympy.MatPow,
    }
    make = makers.get(node.operation.name)
    return None if make is None else make(*map(write, node.arguments))


def _number(size: Size) -> Any:
    """A size as SymPy's number or symbol."""
    import sympy

    products, count = size_terms(size)
    terms = [
        factor * sympy.Mul(*(sympy.Symbol(name, integer=True, positive=True) for name in names))
        for names, factor in products
    ]
    return sympy.Add(*terms, count)
