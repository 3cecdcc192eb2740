"""Our scalar expressions as SymPy's: one small function per kind of node, the base case refusing by name.

SymPy is imported only inside the functions, because it takes longer to load than the whole window.
"""

from __future__ import annotations

from functools import singledispatchmethod
from typing import Any

from explainer.errors import LimitError, UnsupportedError
from explainer.expr import nodes
from explainer.expr.node import Node
from explainer.language.sympy.matrices import write_matrix

SYMPY_NAMES = {
    "exp": "exp", "ln": "log", "sqrt": "sqrt", "abs": "Abs", "sign": "sign", "max": "Max", "min": "Min",
    "sin": "sin", "cos": "cos", "tan": "tan", "cot": "cot", "sec": "sec", "csc": "csc",
    "arcsin": "asin", "arccos": "acos", "arctan": "atan", "arccot": "acot", "arcsec": "asec", "arccsc": "acsc",
    "sinh": "sinh", "cosh": "cosh", "tanh": "tanh", "coth": "coth", "sech": "sech", "csch": "csch",
    "arsinh": "asinh", "arcosh": "acosh", "artanh": "atanh", "arcoth": "acoth", "arsech": "asech", "arcsch": "acsch",
    "atan2": "atan2", "erf": "erf", "erfc": "erfc", "gamma_function": "gamma",
    "lgamma": "loggamma", "digamma": "digamma", "trigamma": "trigamma", "factorial": "factorial",
    "floor": "floor", "ceil": "ceiling",
}  # fmt: skip
"""Functions that have one name here and one in SymPy; those that are missing are written by their definition."""

LARGEST_EXPONENT = 1000
"""SymPy multiplies powers of numbers out at once, so 9^(9^9) has to be stopped before it gets there."""

DEEPEST = 250
"""SymPy walks its trees by recursion with several calls a level."""


class SympyWriter:
    """Writes scalar nodes as SymPy expressions, and remembers which symbol stands for which node.

    `real` declares all symbols real, which lets SymPy know that √(x²) is |x|. With `opaque`, a part that SymPy does
    not need to look into (a dot product, an abstract function, cases) becomes a symbol of its own instead of an error.
    """

    def __init__(self, *, real: bool = False, opaque: bool = False) -> None:
        self.real = real
        self.opaque = opaque
        self.nodes: dict[Any, Node] = {}
        self._written: dict[Node, Any] = {}

    def write(self, node: Node) -> Any:
        """The SymPy expression of a scalar node.

        Raises UnsupportedError for what SymPy has no scalar for, LimitError for powers and depths it cannot hold.
        """
        known = self._written.get(node)
        if known is None:
            if node.height > DEEPEST:
                raise LimitError(f"an expression nested {node.height} deep is too deep for SymPy (at most {DEEPEST})")
            known = self._written[node] = self._write(node)
        return known

    def symbol(self, node: Node, **assumptions: bool) -> Any:
        """The symbol that stands for a node as a whole: named like its text, one per node."""
        from sympy import Symbol

        name = node.name if isinstance(node, nodes.Variable | nodes.SizeValue | nodes.Index) else node.text()
        made = Symbol(name, **({"real": True} if self.real else {}), **assumptions)
        while self.nodes.setdefault(made, node) is not node:
            made = Symbol(made.name + "'", **made.assumptions0)
        return made

    def refuse(self, node: Node, reason: str) -> Any:
        """A symbol for the whole node where that is allowed. Raises UnsupportedError otherwise."""
        if self.opaque and node.shape.is_scalar:
            return self.symbol(node)
        found = None if self.opaque else write_matrix(node, self.write)
        if found is not None:
            return found
        raise UnsupportedError(
            f"{node.text()} has no counterpart in SymPy: {reason}", subexpression=node.text(), reason=reason
        )

    @singledispatchmethod
    def _write(self, node: Node) -> Any:
        kind = type(node).__name__
        shape = "it is not a scalar" if not node.shape.is_scalar else f"a part of kind {kind} is not a plain scalar"
        return self.refuse(node, shape)

    @_write.register(nodes.Number)
    def _(self, node: nodes.Number) -> Any:
        from sympy import Rational

        return Rational(node.value.numerator, node.value.denominator)

    @_write.register(nodes.Constant)
    def _(self, node: nodes.Constant) -> Any:
        import sympy

        return {"pi": sympy.pi, "e": sympy.E}[node.name]

    @_write.register(nodes.SizeValue)
    def _(self, node: nodes.SizeValue) -> Any:
        return self.symbol(node, integer=True, positive=True)

    @_write.register(nodes.Variable)
    def _(self, node: nodes.Variable) -> Any:
        return self.symbol(node) if node.shape.is_scalar else self.refuse(node, "it is not a scalar")

    @_write.register(nodes.Index)
    def _(self, node: nodes.Index) -> Any:
        return self.symbol(node, integer=True, positive=True)

    @_write.register(nodes.Entry)
    def _(self, node: nodes.Entry) -> Any:
        return self.symbol(node)

    @_write.register(nodes.Delta)
    def _(self, node: nodes.Delta) -> Any:
        from sympy import KroneckerDelta

        return KroneckerDelta(self.write(node.left), self.write(node.right))

    @_write.register(nodes.Sum)
    def _(self, node: nodes.Sum) -> Any:
        from sympy import Add

        return Add(*map(self.write, node.terms)) if node.shape.is_scalar else self.refuse(node, "it is not a scalar")

    @_write.register(nodes.Negate)
    def _(self, node: nodes.Negate) -> Any:
        return -self.write(node.operand)

    @_write.register(nodes.Product)
    def _(self, node: nodes.Product) -> Any:
        from sympy import Mul

        return Mul(*map(self.write, node.factors))

    @_write.register(nodes.Quotient)
    def _(self, node: nodes.Quotient) -> Any:
        return self.write(node.numerator) / self.write(node.denominator)

    @_write.register(nodes.Power)
    def _(self, node: nodes.Power) -> Any:
        if not node.shape.is_scalar:
            return self.refuse(node, "it is not a scalar")
        base, exponent = self.write(node.base), self.write(node.exponent)
        if exponent.is_number and not (exponent.is_Rational and abs(exponent) <= LARGEST_EXPONENT) and base.is_number:
            return self._huge_power(node)
        return base**exponent

    def _huge_power(self, node: nodes.Power) -> Any:
        if self.opaque:
            return self.symbol(node)
        raise LimitError(
            f"{node.text()} is too large to hand to SymPy",
            hint=f"SymPy multiplies powers of numbers out; exponents up to {LARGEST_EXPONENT} are possible.",
        )

    @_write.register(nodes.Apply)
    def _(self, node: nodes.Apply) -> Any:
        import sympy

        if not node.shape.is_scalar or any(not argument.shape.is_scalar for argument in node.arguments):
            return self.refuse(node, "an argument is not a scalar")
        name = SYMPY_NAMES.get(node.operation.name)
        if name is not None:
            return getattr(sympy, name)(*map(self.write, node.arguments))
        if node.operation.name == "cbrt" and not self.opaque:
            argument = self.write(node.arguments[0])  # SymPy's own cube root of a negative number is complex
            return sympy.sign(argument) * sympy.Abs(argument) ** sympy.Rational(1, 3)
        return self._by_definition(node)

    def _by_definition(self, node: nodes.Apply) -> Any:
        """Write σ(u) as 1/(1 + exp(−u)), with the row of the operations table deciding."""
        from explainer.expr.node import substitute
        from explainer.language import parse_expression

        if self.opaque or not node.operation.definition:
            return self.refuse(node, "the function is not among SymPy's")
        parameters = dict.fromkeys(node.operation.parameters, "scalar")
        definition = parse_expression(node.operation.definition, parameters).expression
        variables: tuple[Node, ...] = tuple(map(nodes.Variable, node.operation.parameters))
        return self.write(substitute(definition, dict(zip(variables, node.arguments, strict=True))))

    @_write.register(nodes.FunctionCall)
    def _(self, node: nodes.FunctionCall) -> Any:
        from sympy import Function

        if self.opaque or any(not argument.shape.is_scalar for argument in node.arguments):
            return self.refuse(node, "an argument is not a scalar")
        return Function(node.name)(*map(self.write, node.arguments))

    @_write.register(nodes.Derivative)
    def _(self, node: nodes.Derivative) -> Any:
        import sympy

        if self.opaque or not node.wrt.shape.is_scalar:
            return self.refuse(node, "it differentiates by more than one scalar")
        return sympy.Derivative(self.write(node.body), self.write(node.wrt))

    @_write.register(nodes.IndexedSum)
    def _(self, node: nodes.IndexedSum) -> Any:
        import sympy

        if self.opaque or any(isinstance(part, nodes.Entry) for part in _parts(node.body)):
            return self.refuse(node, "SymPy has no entries of a vector that fit a sum")
        size = nodes.size_value(node.index.size)
        return sympy.Sum(self.write(node.body), (self.write(node.index), node.lower, self.write(size)))

    @_write.register(nodes.Comparison)
    def _(self, node: nodes.Comparison) -> Any:
        from sympy import Piecewise

        if self.opaque or not node.shape.is_scalar:
            return self.refuse(node, "it is not a scalar")
        return Piecewise((1, self.condition(node)), (0, True))

    @_write.register(nodes.Cases)
    def _(self, node: nodes.Cases) -> Any:
        from sympy import Piecewise

        if self.opaque or not node.shape.is_scalar:
            return self.refuse(node, "it is not a scalar")
        branches = zip(node.values, node.conditions, strict=True)
        return Piecewise(*((self.write(value), self.condition(condition)) for value, condition in branches))

    def condition(self, node: Node) -> Any:
        """A condition as SymPy's truth value: a relation, several of them, or true for `otherwise`."""
        import sympy

        if isinstance(node, nodes.Otherwise):
            return sympy.true
        if isinstance(node, nodes.And):
            return sympy.And(*map(self.condition, node.conditions))
        if not isinstance(node, nodes.Comparison):
            raise UnsupportedError(
                f"{node.text()} is not a condition that SymPy knows",
                subexpression=node.text(),
                reason="only comparisons and their conjunction are",
            )
        relation = {"<": sympy.Lt, "<=": sympy.Le, ">": sympy.Gt, ">=": sympy.Ge, "=": sympy.Eq, "!=": sympy.Ne}
        return relation[node.relation](self.write(node.left), self.write(node.right))


def _parts(node: Node) -> list[Node]:
    from explainer.expr.node import each_part

    return list(each_part(node))
