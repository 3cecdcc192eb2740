"""Different expressions never look or sound the same, and no parentheses stand twice."""

from __future__ import annotations

from explainer.expr.node import Node, subnodes
from explainer.expr.nodes import And, Comparison, Derivative, Negate, Power, Product, Quotient, Sum, VariableTuple
from explainer.notation import latex, speech, unicode, write, write_notation
from explainer.notation.fold import core, pieces
from explainer.notation.tree import Application, Fence, Notation, Part
from tests.cases import in_groups
from tests.notation.specimens import THREE, TWO, call, nested, w, x, y, z

NESTED = tuple(dict.fromkeys(nested()))


def test_different_expressions_are_written_differently() -> None:
    """In every face; each expression is put into notation once, which is most of the work."""
    seen: dict[str, dict[str, Node]] = {"unicode": {}, "latex": {}, "speech": {}}
    for node in NESTED:
        notation = write_notation(node)
        for name, face in (("unicode", unicode), ("latex", latex), ("speech", speech)):
            text = face(notation)
            assert text not in seen[name], f"{text}: {seen[name].get(text)!r} and {node!r}"
            seen[name][text] = node
    assert all(len(texts) == len(NESTED) > 10_000 for texts in seen.values())


def pieces_of(notation: Notation) -> list[Notation]:
    found, stack = [], [notation]
    while stack:
        piece = stack.pop()
        found.append(piece)
        stack.extend(pieces(piece))
    return found


def test_no_parentheses_stand_directly_in_others() -> None:
    for node in NESTED:
        has_tuple = any(isinstance(part, VariableTuple) for _, part in subnodes(node))
        for piece in pieces_of(write_notation(node)):
            if isinstance(piece, Fence) and piece.opening == "(" and not has_tuple:
                inner = core(piece.body)
                assert not (isinstance(inner, Fence) and inner.opening == "("), node


def test_every_fence_closes_in_latex() -> None:
    for node in NESTED[::7]:
        text = write(node, "latex")
        assert text.count("{") == text.count("}")
        assert text.count(r"\left") == text.count(r"\right")
        assert text.count(r"\begin{") == text.count(r"\end{")


@in_groups(
    ("node", "expected"),
    [
        (Product((TWO, x)), "2x"),
        (Product((x, TWO)), "x · 2"),
        (Product((TWO, THREE)), "2 · 3"),
        (Product((THREE, y, TWO, x)), "3y · 2x"),
        (Product((x, Negate(THREE))), "x (−3)"),
        (Product((Negate(TWO), x)), "(−2) x"),
        (Negate(Product((TWO, x))), "−2x"),
        (Sum((x, Negate(Product((TWO, x))))), "x − 2x"),
        (Sum((Negate(x), Negate(Negate(y)))), "−x − (−y)"),
        (Sum((x, Negate(Sum((y, z))))), "x − (y + z)"),
        (Sum((x, Sum((y, z)))), "x + (y + z)"),
        (Product((x, Sum((y, z)))), "x (y + z)"),
        (Product((THREE, Quotient(TWO, x))), "3 · (2/x)"),
        (Product((THREE, Quotient(x, y))), "3 (x/y)"),
        (Product((Quotient(x, y), Quotient(y, z))), "(x/y) (y/z)"),
        (Quotient(Product((TWO, x)), Product((THREE, y))), "2x/(3y)"),
        (Quotient(Quotient(x, y), z), "(x/y)/z"),
        (Power(Negate(x), TWO), "(−x)²"),
        (Negate(Power(x, TWO)), "−x²"),
        (Power(Power(x, TWO), THREE), "(x²)³"),
        (Power(call("sin", x), TWO), "sin(x)²"),
        (call("sin", Power(x, TWO)), "sin(x²)"),
        (Power(Quotient(x, y), TWO), "(x/y)²"),
        (Power(x, Quotient(x, Product((TWO, y)))), "x^(x/(2y))"),
        (Product((call("abs", x), call("abs", y))), "|x| · |y|"),
        (Product((Derivative(Power(x, TWO), x), x)), "d/dx(x²) · x"),
        (And((Comparison("<", x, y), Comparison("<", y, z))), "x < y and y < z"),
        (Product((TWO, call("cos", x))), "2 cos(x)"),
        (Product((call("cos", x), Sum((x, y)))), "cos(x) (x + y)"),
        (Derivative(call("norm", w), w, "partial"), "∂/∂w(‖w‖)"),
    ],
)
def test_parentheses_and_dots_stand_where_they_are_needed(node: Node, expected: str) -> None:
    assert write(node, "unicode") == expected


def test_a_derivative_in_front_of_a_factor_closes_its_body() -> None:
    notation = write_notation(Product((Derivative(call("sin", x), x), y)))
    assert latex(notation) == r"\dfrac{d}{dx}(\sin(x)) \cdot y"
    alone = write_notation(Product((y, Derivative(call("sin", x), x))))
    assert latex(alone) == r"y\dfrac{d}{dx}\sin(x)"


def test_arguments_bring_one_pair_of_parentheses() -> None:
    notation = write_notation(call("sin", Sum((x, y))))
    assert isinstance(notation, Part)
    applied = notation.body
    assert isinstance(applied, Application)
    assert [type(argument) for argument in applied.arguments] == [Fence]
