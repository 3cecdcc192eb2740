"""The parser's callbacks: tokens and pieces → syntax tree, bottom up.

Chains of products come as one flat list and are folded here: `/`, `*` and juxtaposition from the left; juxtaposition
after `·`, `⊗` or `@` binds tighter than these, where that gives the same value (`w · W x`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from explainer.language.text.function_calls import CallReader
from explainer.language.text.limits import check_power, read_number
from explainer.language.text.scanner import Token
from explainer.language.text.syntax import Syntax, check_depth
from explainer.language.text.words import subscript_indices
from explainer.operations import find
from explainer.phrases import phrase

_JOINED = {"⊗": "elementwise", "@": "matmul"}
_PAIRED = {"/": "quotient", "⊘": "elementwise_quotient", "○": "any_operator", "⊠": "apply"}
_SPLITTING = frozenset({*_JOINED, *_PAIRED})
_LOOSE = frozenset({"·", "⊗", "@", "○", "⊠"})
"""Signs that bind less tightly than factors side by side: w · 2 x is w · (2 x)."""
_CHAINS = frozenset({"multiply", "matmul", *_JOINED.values(), *_PAIRED.values()})


class TreeBuilder(CallReader):
    """Callbacks named after the alternatives of the grammar, for one text."""

    def _node(self, kind: str, children: list[Any], parts: list[Syntax], value: Any = None, deeper: int = 0) -> Syntax:
        node = Syntax(kind, children[0].start, children[-1].end, tuple(parts), value, deeper)
        return check_depth(node, self.text)

    # --- whole texts -------------------------------------------------------------------------------------------------

    def start(self, children: list[Any]) -> Syntax:
        """The whole text."""
        whole: Syntax = children[0]
        return whole

    def where(self, children: list[Any]) -> Syntax:
        """A body with definitions, facts or both."""
        body: Syntax = children[0]
        definitions: list[Syntax] = []
        facts: list[Syntax] = []
        for keyword, equations in zip(children[1::2], children[2::2], strict=True):
            (definitions if keyword.type == "WHERE" else facts).extend(equations)
        known: set[str] = set()
        for definition in definitions:
            name = self.text[definition.parts[0].start : definition.parts[0].end]
            if name in known:
                left = definition.parts[0]
                raise self.refusal(
                    phrase("{0} is defined twice", name), left.start, left.end, "Give each definition its own name."
                )
            known.add(name)
            if definition.parts[0].kind != "name":
                left = definition.parts[0]
                raise self.refusal(
                    "only a name can be defined",
                    left.start,
                    left.end,
                    "Write … where u = x^2, with a name to the left of “=”.",
                )
        return Syntax(
            "where", body.start, children[-1][-1].end, (body, *definitions, *facts), (len(definitions), len(facts))
        )

    def equations(self, children: list[Any]) -> list[Syntax]:
        """The equations after `where` or `knowing`."""
        return [self.equation(item) for item in children[::2]]

    def equation(self, item: Syntax) -> Syntax:
        """One equation. Raises ParseError for anything else."""
        if item.kind != "comparison" or item.value != ("=",) or item.grouped:
            raise self.refusal(
                "an equation is expected here",
                item.start,
                item.end,
                "After “where” stand definitions such as u = x^2, or shapes such as w: n.",
            )
        return Syntax("equation", item.start, item.end, item.parts)

    # --- conditions, sums, products ----------------------------------------------------------------------------------

    def conjunction(self, children: list[Any]) -> Syntax:
        """Conditions joined by `and`; a chain a < b < c among them gives its own conditions to the list."""
        parts: list[Syntax] = []
        for child in children[::2]:
            parts.extend(child.parts if child.kind == "conjunction" and not child.grouped else [child])
        return self._node("conjunction", children, parts)

    def comparison(self, children: list[Any]) -> Syntax:
        """a < b; a < b < c is a < b and b < c."""
        operands, relations = children[::2], [token.value for token in children[1::2]]
        pairs = [
            self._node("comparison", [left, right], [left, right], (relation,))
            for left, relation, right in zip(operands, relations, operands[1:], strict=False)
        ]
        return pairs[0] if len(pairs) == 1 else self._node("conjunction", children, pairs)

    def addition(self, children: list[Any]) -> Syntax:
        """a + b - c as one flat sum, what is subtracted as its negative."""
        terms = [children[0]]
        for sign, term in zip(children[1::2], children[2::2], strict=True):
            terms.append(term if sign.type == "PLUS" else self._node("negate", [sign, term], [term]))
        return self._node("addition", children, terms)

    def negate(self, children: list[Any]) -> Syntax:
        """A sign before a term."""
        return self._node("negate", children, [children[1]], deeper=1)

    def unchanged(self, children: list[Any]) -> Syntax:
        """A plus sign before a term, which means nothing."""
        node: Syntax = children[1]
        node.depth += 1
        return check_depth(node, self.text)

    def chain(self, children: list[Any]) -> Syntax:
        """Factors and the signs between them, folded from the left; a run of one kind is one node, however long."""
        accumulated: Syntax = children[0]
        signs, operands = [token.value for token in children[1::2]], children[2::2]
        k = 0
        while k < len(signs):
            sign = signs[k]
            run: list[Syntax] = []
            written: list[str] = []
            while k < len(signs) and (signs[k] == sign if sign in _JOINED else signs[k] not in _SPLITTING):
                operand, after = self._operand(signs, operands, k)
                run.append(operand)
                written.append(signs[k])
                k = after
            if not run:  # a sign that takes two operands only
                operand, k = self._operand(signs, operands, k)
                accumulated = self._pair(_PAIRED[sign], accumulated, [operand])
                if sign == "⊠":
                    accumulated.value = find("kron")
            elif sign in _JOINED:
                accumulated = self._join(_JOINED[sign], accumulated, run)
            else:
                accumulated = self._multiply(accumulated, written, run)
        return accumulated

    def _operand(self, signs: list[str], operands: list[Syntax], k: int) -> tuple[Syntax, int]:
        """What stands after the sign number k, with the factors that bind tighter than it, and the next sign."""
        after = k + 1
        # Nothing is divided by a row: x' A x / x' x has the whole product below the line.
        if signs[k] in _LOOSE or (signs[k] == "/" and operands[k].kind == "transpose"):
            while after < len(signs) and signs[after] == "juxt":
                after += 1
        if after == k + 1:
            return operands[k], after
        return self._multiply(operands[k], signs[k + 1 : after], operands[k + 1 : after]), after

    def _join(self, kind: str, left: Syntax, run: list[Syntax]) -> Syntax:
        """Extend a product of one kind, or begin one."""
        if left.kind != kind or left.grouped:
            return self._pair(kind, left, run)
        node = Syntax(kind, left.start, run[-1].end, (*left.parts, *run))
        return check_depth(node, self.text)

    def _pair(self, kind: str, left: Syntax, run: list[Syntax]) -> Syntax:
        """A construct whose left operand is what came before: a chain within it is one level deeper."""
        node = Syntax(kind, left.start, run[-1].end, (left, *run))
        node.depth = max(node.depth, left.depth + (left.kind in _CHAINS and not left.grouped))
        return check_depth(node, self.text)

    def _multiply(self, left: Syntax, signs: Sequence[str], run: Sequence[Syntax]) -> Syntax:
        """Extend a flat product, or begin one."""
        begun = left.kind == "multiply" and not left.grouped
        parts, before = (left.parts, left.value) if begun else ((left,), ())
        return Syntax("multiply", left.start, run[-1].end, (*parts, *run), (*before, *signs))

    # --- powers, postfix signs ---------------------------------------------------------------------------------------

    def power(self, children: list[Any]) -> Syntax:
        """base^exponent; a power of numbers that is too large is refused."""
        base, sign, exponent = children
        node = Syntax("power", base.start, exponent.end, (base, exponent), sign.value)
        node.depth = max(base.depth, exponent.depth + 1)
        check_power(node, self.text)
        return check_depth(node, self.text)

    def transpose(self, children: list[Any]) -> Syntax:
        """x'."""
        return self._node("transpose", children, [children[0]], deeper=1)

    def subscript(self, children: list[Any]) -> Syntax:
        """An entry of something in brackets: (w + x)_i."""
        base, subscript = children
        return self.entry_of(base, subscript_indices(subscript, self.text, self.vocabulary), subscript.end)

    def method(self, children: list[Any]) -> Syntax:
        """NumPy's x.dot(w), x.sum(): the function with the value before the point as its first argument."""
        target, method = children[0], children[1]
        arguments = [target, *(children[3] if len(children) == 5 else [])]
        callee = self.vocabulary.function(method.value)
        if callee is None:
            raise self.refusal(phrase("“.{0}” is not known", method.value), method.start, method.end)
        return self.applied(callee, arguments, target.start, children[-1].end)

    # --- atoms -------------------------------------------------------------------------------------------------------

    def number(self, children: list[Any]) -> Syntax:
        """Digits."""
        token: Token = children[0]
        return self._node("number", children, [], read_number(token, self.text))

    def name(self, children: list[Any]) -> Syntax:
        """A name with its subscripts."""
        return self._node("name", children, [], children[0].value)

    def filled(self, children: list[Any]) -> Syntax:
        """1⃗ or 0⃗, as long as its surroundings want it."""
        return self._node("filled", children, [], children[0].value)

    def group(self, children: list[Any]) -> Syntax:
        """Something in brackets."""
        opening, node, closing = children
        node.start, node.end, node.grouped = opening.start, closing.end, True
        node.depth += 1
        return check_depth(node, self.text)

    def round_list(self, children: list[Any]) -> Syntax:
        """A list in round brackets, which is refused."""
        raise self.refusal(
            "round brackets hold one expression, not a list",
            children[0].start,
            children[-1].end,
            "Write a list with square brackets: [a, b]. (x, y) only names the variables of differentiation.",
        )

    def arguments(self, children: list[Any]) -> list[Syntax]:
        """The expressions between commas."""
        return list(children[::2])

    def entries(self, children: list[Any]) -> Syntax:
        """[a, b], or [[a, b], [c, d]] for a matrix."""
        entries = children[1]
        self.refuse_special(entries, "a list")
        if all(entry.kind == "list" and not entry.grouped for entry in entries):
            lengths = [len(entry.parts) for entry in entries]
            for entry, length in zip(entries, lengths, strict=True):
                if length != lengths[0]:
                    raise self.refusal(
                        phrase("this row has {0} entries, the first one has {1}", length, lengths[0]),
                        entry.start,
                        entry.end,
                        "The rows of a matrix must have the same length.",
                    )
            flat = [part for entry in entries for part in entry.parts]
            return self._node("matrix", children, flat, lengths[0], deeper=2)
        return self._node("list", children, entries, deeper=1)

    def bars(self, children: list[Any]) -> Syntax:
        """|x|: the absolute value of a scalar, the length of a vector."""
        return self._node("bars", children, [children[1]], deeper=1)

    def norm(self, children: list[Any]) -> Syntax:
        """‖x‖, ‖x‖₁: a subscript of the closing bar says which norm it is."""
        which = children[2].value[1:]
        node = self._node("norm", children, [children[1]], deeper=1)
        return node if not which else self.norm_of_order(node, which, children[2])

    # --- functions ---------------------------------------------------------------------------------------------------

    def bare(self, children: list[Any]) -> Syntax:
        """sin x."""
        if len(children) == 1:
            inner: Syntax = children[0]
            return inner
        function, argument = children
        return self.applied(function.value, [argument], function.start, argument.end)

    def powered_bare(self, children: list[Any]) -> Syntax:
        """sin^2 x."""
        return self._powered(children[0], self.bare(children[1:]))

    def powered_call(self, children: list[Any]) -> Syntax:
        """sin^2(x)."""
        return self._powered(children[0], self.call(children[1:]))

    def _powered(self, token: Token, applied: Syntax) -> Syntax:
        exponent: Token = token.value
        inner = self.number([exponent]) if exponent.type == "NUMBER" else self.name([exponent])
        return self._node("power", [token, applied], [applied, inner], "^")

    def coefficient(self, children: list[Any]) -> Syntax:
        """The 2x in sin 2x, which is one argument."""
        self.vocabulary.note(
            phrase(
                "“{0}” is taken as one argument of the function before it.",
                self.text[children[0].start : children[2].end],
            )
        )
        return self._multiply(self.number(children[:1]), ["juxt"], [children[2]])

    def call(self, children: list[Any]) -> Syntax:
        """sin(x), sum(i=1..N, x_i), f(x)."""
        function: Token = children[0]
        arguments = children[2] if len(children) == 4 else []
        return self.applied(function.value, arguments, function.start, children[-1].end)

    def delta(self, children: list[Any]) -> Syntax:
        """delta(i, j) with indices; anything else is the variable delta times a bracket."""
        token, opening, arguments, closing = children
        if len(arguments) == 1:
            name = Syntax("name", token.start, token.end, (), ("delta", ()))
            return self._multiply(name, ["juxt"], [self.group([opening, arguments[0], closing])])
        if len(arguments) != 2 or any(a.kind not in {"name", "number"} for a in arguments):
            raise self.refusal("delta takes two indices", token.start, closing.end, "Write delta(i, j).")
        return self._node("delta", children, arguments)

    def case(self, children: list[Any]) -> Syntax:
        """value if condition."""
        value, last = children[0], children[-1]
        condition = Syntax("otherwise", last.start, last.end) if isinstance(last, Token) else last
        return self._node("case", children, [value, condition])

    def binder(self, children: list[Any]) -> Syntax:
        """i=1..N."""
        return self._node("binder", children, [], children[0].value)

    # --- derivatives -------------------------------------------------------------------------------------------------

    def variables(self, children: list[Any]) -> list[Syntax]:
        """What a derivative is taken by."""
        return [self.name([token]) for token in children if token.type == "NAME"]

    def columns(self, children: list[Any]) -> list[Syntax]:
        """vec(X), the columns of a matrix that a derivative is taken by."""
        function, name, closing = children[1], children[3], children[4]
        if function.value.name != "vec":
            raise self.refusal(
                phrase("{0} is a function; differentiate with respect to a variable", function.value.name),
                function.start,
                function.end,
                "Name a variable, such as x, or vec(X) for the columns of a matrix.",
            )
        return [Syntax("apply", function.start, closing.end, (self.name([name]),), function.value.operation, 1)]

    def derivative(self, children: list[Any]) -> Syntax:
        """d(body)/d(x); several variables make a tuple."""
        sign, body, variables = children[0], children[2], children[-1]
        return self._derivative(sign, body, variables, self._end_of_variables(variables[-1].end))

    def _end_of_variables(self, end: int) -> int:
        rest = self.text[end:]
        stripped = rest.lstrip()
        return end + len(rest) - len(stripped) + 1 if stripped.startswith(")") else end

    def derivative_of_name(self, children: list[Any]) -> Syntax:
        """∂u/∂x."""
        return self._derivative(children[0], self.name([children[1]]), children[-1], children[-1][-1].end)

    def differential(self, children: list[Any]) -> Syntax:
        """d/dx (body)."""
        sign, variable, _, body, closing = children
        return self._derivative(sign, body, [self.name([variable])], closing.end)

    def _derivative(self, sign: Token, body: Syntax, variables: list[Syntax], end: int) -> Syntax:
        node = Syntax("derivative", sign.start, end, (body, *variables), sign.value, 1)
        return check_depth(node, self.text)
