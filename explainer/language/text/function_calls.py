"""Functions with their arguments: calls of the table, norms, logarithms, and functions that only have a name."""

from __future__ import annotations

import re
from fractions import Fraction

from explainer.language.text.characters import GREEK_NAMES
from explainer.language.text.forms import FormReader
from explainer.language.text.scanner import Token
from explainer.language.text.syntax import Syntax, check_depth
from explainer.language.text.vocabulary import Callee
from explainer.operations import find
from explainer.phrases import counted, phrase

_INVERSE = re.compile(r"(?P<name>[^\W\d_]+)\s*\^\s*(?:\{\s*-1\s*\}|\(\s*-1\s*\)|-1)")
"""The Σ^{-1} below a norm."""


class CallReader(FormReader):
    """Makes syntax of a function and its arguments, for one text."""

    def entry_of(self, base: Syntax, indices: tuple[str, ...], end: int) -> Syntax:
        return check_depth(Syntax("entry", base.start, end, (base,), indices, 1), self.text)

    def norm_of_order(self, node: Syntax, which: str, place: Token) -> Syntax:
        """The norm with its order as written: 1, 2, p, F or ∞."""
        if which in {"F", "fro"}:
            return node
        if which in {"∞", "inf"}:
            sizes = Syntax("apply", node.start, node.end, node.parts, find("abs"), 1)
            return Syntax("apply", node.start, node.end, (sizes,), find("max_entry"), 1)
        inverse = _INVERSE.fullmatch(which)
        if inverse is not None and self.vocabulary.knows(inverse["name"]):
            name, one = (
                self._name_at(inverse["name"], place),
                Syntax("number", place.start, place.end, (), (Fraction(1), 0)),
            )
            order = Syntax(
                "power", place.start, place.end, (name, Syntax("negate", place.start, place.end, (one,))), "^"
            )
        elif which.isdecimal():
            order = Syntax("number", place.start, place.end, (), (Fraction(int(which)), 0))
        elif self.vocabulary.knows(which):
            order = self._name_at(which, place)
        else:
            raise self.refusal(
                phrase("there is no norm “{0}” here", which),
                place.start,
                place.end,
                "The norms are ‖x‖ or ‖x‖_2, ‖x‖_1, ‖x‖_p and ‖X‖_F.",
            )
        return Syntax("norm_p", node.start, node.end, (*node.parts, order), None, 1)

    def _name_at(self, name: str, place: Token) -> Syntax:
        return Syntax("name", place.start, place.end, (), (GREEK_NAMES.get(name, name), ()))

    def applied(self, callee: Callee, arguments: list[Syntax], start: int, end: int) -> Syntax:
        options, arguments = self.take_axis(arguments)
        if callee.name == "logarithm":
            node = self._logarithm(arguments, callee.subscripts[0], start, end)
        elif callee.name == "norm_of_order":
            node = self._norm_in_name(arguments, callee.subscripts[0], start, end)
        elif callee.kind == "form":
            node = self.form(callee.name, arguments, start, end)
        elif callee.operation is not None and callee.name == "prod" and arguments and arguments[0].kind == "binder":
            node = self._product_over(arguments, start, end)
        elif callee.operation is not None:
            self.refuse_special(arguments, callee.name)
            node = self._operation(callee, arguments, start, end)
        else:
            self.refuse_special(arguments, callee.name)
            if not arguments:
                raise self.refusal(
                    phrase("{0} has no argument", callee.name), start, end, phrase("Write {0}(x).", callee.name)
                )
            if callee.elementwise and callee.subscripts:
                entry = (callee.name, callee.subscripts)
                return check_depth(Syntax("function_entry", start, end, tuple(arguments), entry, 1), self.text)
            kind = "elementwise_call" if callee.elementwise else "abstract"
            node = Syntax(kind, start, end, tuple(arguments), callee.name, 1)
            if callee.subscripts:
                node = self.entry_of(node, callee.subscripts, end)
        if options:
            node = self.with_axis(node, options)
        return check_depth(node, self.text)

    def _product_over(self, arguments: list[Syntax], start: int, end: int) -> Syntax:
        """prod(i=1..n, x_i): the product of the entries of the column that these make."""
        column = self.form("column", arguments, start, end)
        return Syntax("apply", start, end, (column,), find("prod"), 1)

    def _norm_in_name(self, arguments: list[Syntax], order: str, start: int, end: int) -> Syntax:
        """norm_1(x), norm_2(x), norm2(x) and norm_F(X)."""
        if len(arguments) != 1:
            raise self.refusal(
                phrase("{0} takes one argument, not {1}", f"norm_{order}", len(arguments)),
                start,
                end,
                phrase("Write {0}.", f"norm_{order}(x)"),
            )
        self.refuse_special(arguments, "norm")
        if order == "F":
            return Syntax("norm", start, end, tuple(arguments), None, 1)
        number = Syntax("number", start, end, (), (Fraction(int(order)), 0))
        return Syntax("norm_p", start, end, (*arguments, number), None, 1)

    def _logarithm(self, arguments: list[Syntax], base: str, start: int, end: int) -> Syntax:
        """log_a(x) as ln(x)/ln(a)."""
        if len(arguments) != 1:
            raise self.refusal(
                phrase("{0} takes one argument, not {1}", f"log_{base}", len(arguments)), start, end, "Write log_2(x)."
            )
        number = Syntax("number", start, end, (), (Fraction(int(base)), 0)) if base.isdecimal() else None
        return self._quotient_of_logarithms(
            arguments[0], number or Syntax("name", start, end, (), (base, ())), start, end
        )

    def _quotient_of_logarithms(self, argument: Syntax, base: Syntax, start: int, end: int) -> Syntax:
        known = {2: "log2", 10: "log10"}.get(base.value[0]) if base.kind == "number" else None
        if known is not None:
            return Syntax("apply", start, end, (argument,), find(known), 1)
        above, below = (Syntax("apply", start, end, (part,), find("ln"), 1) for part in (argument, base))
        node = Syntax("quotient", start, end, (above, below), None, 1)
        node.grouped = True
        return node

    def _operation(self, callee: Callee, arguments: list[Syntax], start: int, end: int) -> Syntax:
        operation = callee.operation
        assert operation is not None
        name, arity = operation.name, operation.arity
        if name == "norm" and len(arguments) in {1, 2}:
            return Syntax("norm" if len(arguments) == 1 else "norm_p", start, end, tuple(arguments), None, 1)
        if name == "ln" and len(arguments) == 2:
            return self._quotient_of_logarithms(arguments[0], arguments[1], start, end)
        if name in {"max", "min"} and len(arguments) == 1:
            return Syntax("apply", start, end, tuple(arguments), find(f"{name}_entry"), 1)
        if name in {"max", "min"} and len(arguments) > 2:
            nested = arguments[0]
            for argument in arguments[1:]:
                nested = Syntax("apply", start, end, (nested, argument), operation, 1)
            return nested
        if len(arguments) != arity:
            raise self.refusal(
                counted(
                    "{1} takes one argument, not {2}", "{1} takes {0} arguments, not {2}", arity, name, len(arguments)
                ),
                start,
                end,
                phrase("Write {0}({1}).", name, ", ".join(operation.parameters)),
            )
        return Syntax("apply", start, end, tuple(arguments), operation, 1)
