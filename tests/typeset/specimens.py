"""One specimen of every construct of the notation tree, and formulas built from them."""

from __future__ import annotations

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
    Fraction,
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

x, y, z, d, i, f = (Symbol(letter) for letter in "xyzdif")
one, two = Numeral("1"), Numeral("2")
PLUS, MINUS, DOT = Operator("+"), Operator("−"), Operator("·")
EQUALS, AT_MOST = Operator("=", "relation"), Operator("≤", "relation")
COMMA = Operator(",", "punctuation")
PARTIAL = Symbol("∂")


def row(*items: Notation) -> Row:
    return Row(items)


def fenced(body: Notation) -> Fence:
    return Fence("(", body, ")")


def called(name: str, argument: Notation) -> Application:
    return Application(Symbol(name, "upright"), (argument,))


SPECIMENS: tuple[Notation, ...] = (
    x,
    Numeral("0.25"),
    Words("if and only"),
    PLUS,
    Space(0.5),
    Dots("diagonal"),
    row(x, PLUS, y),
    Fraction(x, row(y, PLUS, one)),
    Script(x, i, two),
    fenced(row(x, PLUS, y)),
    Root(row(x, PLUS, y), Numeral("3")),
    Array(((x, y), (one, two))),
    CasesArray((x, one), (row(Words("if "), x, AT_MOST, one), Words("otherwise"))),
    BigOperator("∑", row(i, EQUALS, one), Symbol("N"), Script(x, i)),
    Accent(one, "arrow"),
    Brace(row(x, PLUS, y), Words("sum")),
    Strike(row(x, PLUS, y)),
    Underlined(row(x, PLUS, y)),
    called("sin", fenced(x)),
    DerivativeNotation("d", fenced(row(x, PLUS, y)), x, compact=False),
    Lines(((x, row(EQUALS, y)), (row(x, PLUS, y), row(EQUALS, z)))),
    Spoken(x, ("x",)),
    Part(row(x, PLUS, y), (0, 1)),
)


def jacobian(size: int) -> Array:
    """The matrix of ∂f_i/∂x_j, every entry a part."""
    rows = tuple(
        tuple(
            Part(Fraction(row(PARTIAL, Script(f, Numeral(str(m)))), row(PARTIAL, Script(x, Numeral(str(n))))), (m, n))
            for n in range(size)
        )
        for m in range(size)
    )
    return Array(rows)


def polynomial(terms: int) -> Row:
    """A sum of many terms, each a part."""
    items: list[Notation] = []
    for power in range(terms):
        items += [PLUS] if power else []
        items.append(Part(row(Numeral(str(power + 2)), Script(x, None, Numeral(str(power)))), (power,)))
    return Row(tuple(items))
