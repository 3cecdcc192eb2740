"""SymPy's scalar expressions as ours: nothing is evaluated, and what has no counterpart is refused by name.

SymPy is imported only inside the functions. The order of terms and factors is the one in which SymPy prints.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from explainer.errors import UnsupportedError
from explainer.expr.node import Node
from explainer.expr.nodes import (
    ONE,
    And,
    Apply,
    Cases,
    Comparison,
    Constant,
    Derivative,
    FunctionCall,
    Negate,
    Number,
    Otherwise,
    Power,
    Product,
    Quotient,
    Sum,
    Variable,
    number,
)
from explainer.language.sympy.matrices import is_matrix_expression, read_matrix
from explainer.language.sympy.writer import SYMPY_NAMES
from explainer.phrases import phrase

OUR_NAMES = {theirs: ours for ours, theirs in SYMPY_NAMES.items()} | {"Heaviside": "heaviside"}
"""SymPy's function names with ours; a name that is the same in both needs no entry."""

_NAME = re.compile(r"[^\W\d_]\w*'?", re.UNICODE)
_RELATIONS = {
    "StrictLessThan": "<",
    "LessThan": "<=",
    "StrictGreaterThan": ">",
    "GreaterThan": ">=",
    "Equality": "=",
    "Unequality": "!=",
}


class SympyReader:
    """Reads SymPy expressions; `nodes` says which node a symbol stands for, all others become scalar variables.

    With `decimals`, fractions that end, such as 1/4, become decimals, as they were in the expression before.
    """

    def __init__(self, nodes: Mapping[Any, Node] | None = None, *, decimals: bool = False) -> None:
        self.nodes = nodes or {}
        self.decimals = decimals

    def read(self, expr: Any) -> Node:
        """The node of a SymPy expression. Raises UnsupportedError naming what has no counterpart."""
        import sympy

        if is_matrix_expression(expr):
            return read_matrix(expr, self.read)
        if not isinstance(expr, sympy.Basic) or isinstance(expr, sympy.MatrixBase | sympy.MatrixExpr):
            raise _unsupported(expr, "only scalar expressions can be read")
        for kind, method in (
            (sympy.Rational, self._rational),
            (sympy.Float, self._float),
            (sympy.Symbol, self._symbol),
            (sympy.Add, self._sum),
            (sympy.Mul, self._product),
            (sympy.Pow, self._power),
            (sympy.Piecewise, self._cases),
            (sympy.Derivative, self._derivative),
            (sympy.core.relational.Relational, self.condition),
            (sympy.re | sympy.im | sympy.conjugate | sympy.arg, self._complex_part),
            (sympy.core.function.AppliedUndef, self._abstract),
            (sympy.Function, self._function),
            (sympy.core.operations.LatticeOp, self._function),
        ):
            if isinstance(expr, kind):
                return method(expr)
        if expr is sympy.pi or expr is sympy.E:
            return Constant("pi" if expr is sympy.pi else "e")
        raise _unsupported(expr, "it is not an expression of real scalars")

    def _rational(self, expr: Any) -> Node:
        value = Fraction(int(expr.p), int(expr.q))
        if self.decimals and value.denominator > 1 and 10**6 % value.denominator == 0:
            return _decimal(value)
        return number(value)

    def _float(self, expr: Any) -> Node:
        return _decimal(Fraction(str(expr)))

    def _symbol(self, expr: Any) -> Node:
        known = self.nodes.get(expr)
        if known is not None:
            return known
        if not _NAME.fullmatch(expr.name) or expr.name in {"e", "pi", "π"}:
            raise _unsupported(expr, "the name cannot be typed as that of a variable")
        return Variable(expr.name)

    def _sum(self, expr: Any) -> Node:
        terms = [self.read(term) for term in (expr.as_ordered_terms() if _is_evaluated(expr) else expr.args)]
        return Sum(tuple(terms))

    def _product(self, expr: Any) -> Node:
        """Split a product into what stands above and below the fraction bar, with the sign in front."""
        above: list[Node] = []
        below: list[Node] = []
        negative = False
        for factor in expr.as_ordered_factors() if _is_evaluated(expr) else expr.args:
            if factor.is_Rational:
                negative ^= bool(factor < 0)
                self._rational_factor(abs(factor), above, below)
            elif factor.is_Pow and factor.exp.is_Rational and factor.exp < 0:
                below.append(self._plain_power(factor.base, -factor.exp))
            else:
                above.append(self.read(factor))
        result = _multiplied(above)
        if below:
            result = Quotient(result, _multiplied(below))
        return Negate(result) if negative else result

    def _rational_factor(self, factor: Any, above: list[Node], below: list[Node]) -> None:
        node = self._rational(factor)
        if isinstance(node, Quotient):
            below.append(node.denominator)
            node = node.numerator
        if node is not ONE:
            above.append(node)

    def _power(self, expr: Any) -> Node:
        if expr.exp.is_Rational and expr.exp < 0:
            return Quotient(ONE, self._plain_power(expr.base, -expr.exp))
        return self._plain_power(expr.base, expr.exp)

    def _plain_power(self, base: Any, exponent: Any) -> Node:
        if exponent == 1:
            return self.read(base)
        if exponent.is_Rational and exponent.q == 2 and exponent.p == 1:
            return _apply("sqrt", (self.read(base),), base)
        return Power(self.read(base), self.read(exponent))

    def _cases(self, expr: Any) -> Node:
        values, conditions = zip(*((self.read(value), self.condition(test)) for value, test in expr.args), strict=True)
        return Cases(tuple(values), tuple(conditions))

    def condition(self, expr: Any) -> Node:
        """A truth value: a relation, several of them, or `otherwise` for true."""
        import sympy

        if expr is sympy.true:
            return Otherwise()
        if isinstance(expr, sympy.And):
            return And(tuple(self.condition(part) for part in sorted(expr.args, key=sympy.default_sort_key)))
        relation = _RELATIONS.get(type(expr).__name__)
        if relation is None:
            raise _unsupported(expr, "only comparisons, and several of them joined by “and”, are conditions here")
        return Comparison(relation, self.read(expr.lhs), self.read(expr.rhs))

    def _derivative(self, expr: Any) -> Node:
        body = self.read(expr.expr)
        kind = "total" if len(expr.expr.free_symbols) <= 1 else "partial"
        for variable, count in expr.variable_count:
            if not count.is_Integer:
                raise _unsupported(expr, "the order of a derivative is a whole number")
            for _ in range(int(count)):
                body = Derivative(body, self.read(variable), kind)
        return body

    def _abstract(self, expr: Any) -> Node:
        return FunctionCall(expr.func.__name__, tuple(map(self.read, expr.args)))

    def _complex_part(self, expr: Any) -> Node:
        """What SymPy makes of |exp(x)| and its like for a symbol that may be complex; here all variables are real."""
        from sympy import Symbol

        real = expr.xreplace({symbol: Symbol(symbol.name, real=True) for symbol in expr.free_symbols})
        if isinstance(real, type(expr)):
            raise _unsupported(expr, "it is not an expression of real scalars")
        return self.read(real)

    def _function(self, expr: Any) -> Node:
        name = OUR_NAMES.get(expr.func.__name__, expr.func.__name__)
        arguments = tuple(expr.args)
        if name in {"max", "min"}:
            return self._nested(name, arguments)
        if name == "heaviside":
            arguments = arguments[:1]
        return _apply(name, tuple(map(self.read, arguments)), expr)

    def _nested(self, name: str, arguments: tuple[Any, ...]) -> Node:
        """max(a, b, c) as max(a, max(b, c)); SymPy keeps the arguments as a set, so they are put in order."""
        import sympy

        ordered = sorted(arguments, key=lambda argument: (not argument.is_number, sympy.default_sort_key(argument)))
        result = self.read(ordered[-1])
        for argument in reversed(ordered[:-1]):
            result = _apply(name, (self.read(argument), result), argument)
        return result


def _is_evaluated(expr: Any) -> bool:
    """Whether SymPy has put the parts in its own order; what was built unevaluated keeps the order of its author."""
    return bool(expr.func(*expr.args) == expr)


def _multiplied(factors: list[Node]) -> Node:
    if len(factors) == 1:
        return factors[0]
    return Product(tuple(factors)) if factors else ONE


def _decimal(value: Fraction) -> Node:
    """The decimal with as many places as the value needs."""
    if value < 0:
        return Negate(_decimal(-value))
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
    return Number(value, places)


def _apply(name: str, arguments: tuple[Node, ...], expr: Any) -> Node:
    from explainer.operations import find

    operation = find(name)
    if operation is None or operation.arity != len(arguments):
        raise _unsupported(
            expr, phrase("{0} with {1} argument(s) is not in the table of functions", name, len(arguments))
        )
    return Apply(operation, arguments)


def _unsupported(expr: Any, reason: str) -> UnsupportedError:
    return UnsupportedError(
        phrase("cannot take {0} over from SymPy: {1}", expr, reason), subexpression=str(expr), reason=reason
    )
