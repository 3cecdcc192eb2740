"""Each face prints every piece of notation, survives odd names and deep nesting, and costs no more than it should."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from fractions import Fraction
from xml.etree import ElementTree

import pytest

import explainer
from explainer.errors import ExplainerError, ShapeError, UnsupportedError
from explainer.expr.node import Node
from explainer.expr.nodes import (
    Apply,
    Derivative,
    Entry,
    MatrixRow,
    Negate,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Variable,
    number,
)
from explainer.expr.operation import Operation
from explainer.expr.shape import matrix_shape, vector_shape
from explainer.language import parse_expression
from explainer.notation import (
    FACES,
    latex,
    mathml,
    relation_line,
    to_latex,
    to_mathml,
    to_omml,
    to_speech,
    to_typst,
    to_unicode,
    unicode,
    write,
    write_notation,
)
from explainer.notation.compose import compose
from explainer.notation.edges import Place
from explainer.notation.tree import (
    NOTATION_CLASSES,
    Array,
    Brace,
    Lines,
    Notation,
    Numeral,
    Operator,
    Part,
    Row,
    Script,
    Strike,
    Symbol,
    Words,
)
from explainer.notation.tree import Fraction as FractionNotation
from explainer.operations import all_operations
from tests.cases import in_groups
from tests.counting import calls
from tests.notation.specimens import ONE, ONE_OF_EACH, ONE_PIECE_OF_EACH, TWO, call, nested, x, y

PRINTERS = {
    "latex": to_latex,
    "mathml": to_mathml,
    "omml": to_omml,
    "speech": to_speech,
    "typst": to_typst,
    "unicode": to_unicode,
}


@pytest.mark.parametrize("face", FACES)
def test_every_face_prints_every_piece_of_notation(face: str) -> None:
    assert {type(piece) for piece in ONE_PIECE_OF_EACH} == set(NOTATION_CLASSES)
    assert len(ONE_PIECE_OF_EACH) == len(NOTATION_CLASSES) == 23
    assert set(PRINTERS[face]._print.registry) - {object} == set(NOTATION_CLASSES)
    for piece in ONE_PIECE_OF_EACH:
        text = FACES[face](Row((Symbol("p"), piece, Symbol("q"))))
        assert "p" in text
        assert "q" in text


@pytest.mark.parametrize("face", FACES)
def test_a_new_piece_of_notation_is_refused_by_its_name(face: str) -> None:
    class Novelty(Notation):
        pass

    with pytest.raises(TypeError, match="Novelty"):
        FACES[face](Novelty())


def test_a_new_kind_of_node_is_refused_by_its_name() -> None:
    class Novelty(Node):
        pass

    with pytest.raises(UnsupportedError, match="Novelty"):
        compose(object.__new__(Novelty), (), Place())


def test_an_unknown_face_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ExplainerError, match="“morse”") as caught:
        write(x, "morse")
    assert caught.value.hint == "Choose one of latex, mathml, omml, speech, typst, unicode."


# --- MathML ----------------------------------------------------------------------------------------------------------

CORE = {
    "math", "mrow", "mi", "mn", "mo", "mtext", "mspace", "mfrac", "msqrt", "mroot", "msub", "msup", "msubsup",
    "munder", "mover", "munderover", "mtable", "mtr", "mtd",
}  # fmt: skip
CHILDREN = {"mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "msubsup": 3, "munder": 2, "mover": 2, "munderover": 3}


def assert_is_mathml(text: str) -> None:
    root = ElementTree.fromstring(text)
    for element in root.iter():
        namespace, _, name = element.tag.rpartition("}")
        assert namespace == "{http://www.w3.org/1998/Math/MathML"
        assert name in CORE
        assert len(element) == CHILDREN.get(name, len(element)), text
        assert name not in ("mi", "mn", "mo", "mtext") or (element.text and not len(element)), text
    assert root.tag.endswith("}math")


def test_mathml_is_well_formed_everywhere() -> None:
    for node in (*ONE_OF_EACH, *list(nested())[::11]):
        assert_is_mathml(write(node, "mathml"))
    for piece in ONE_PIECE_OF_EACH:
        assert_is_mathml(mathml(piece))


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (Power(x, TWO), "<msup><mi>x</mi><mn>2</mn></msup>"),
        (Power(Variable("u_1"), TWO), "<msubsup><mi>u</mi><mn>1</mn><mn>2</mn></msubsup>"),
        (Variable("w", vector_shape("n")), '<mi mathvariant="normal">𝐰</mi>'),
        (Product((TWO, x)), "<mrow><mn>2</mn><mo>\u2062</mo><mi>x</mi></mrow>"),
        (Variable("rate"), "<mi>rate</mi>"),
        (Quotient(x, y), "<mfrac><mi>x</mi><mi>y</mi></mfrac>"),
    ],
)
def test_mathml_uses_the_right_elements(node: Node, expected: str) -> None:
    text = write(node, "mathml").replace("&#x2062;", "\u2062")
    assert text == f'<math xmlns="http://www.w3.org/1998/Math/MathML" display="block">{expected}</math>'


# --- names -----------------------------------------------------------------------------------------------------------

NAMES = {
    "x": ("x", "x", "x"),
    "alpha": ("α", r"\alpha", "alpha"),
    "Omega": ("Ω", r"\Omega", "capital omega"),
    "u_1": ("u₁", "u_{1}", "u sub 1"),
    "x1": ("x₁", "x_{1}", "x sub 1"),
    "x_hat": ("x\u0302", r"\hat{x}", "x hat"),
    "y_bar_2": ("y\u0304₂", r"\bar{y}_{2}", "y bar sub 2"),
    "beta_max": ("β_max", r"\beta_{\mathrm{max}}", "beta sub max"),
    "rate": ("rate", r"\mathrm{rate}", "rate"),
    "C": ("C", "C", "capital C"),
    "u'": ("u′", "u'", "u prime"),
    "a_i_j": ("a_(i, j)", "a_{i, j}", "a sub i, j"),
    "lambda": ("λ", r"\lambda", "lambda"),
    "_x": ("_x", r"\text{\_x}", "_x"),
    "a__b": ("a__b", r"\text{a\_\_b}", "a__b"),
    "50%": ("50%", r"\text{50\%}", "50%"),
    "a\\b": ("a\\b", r"\text{a\textbackslash{}b}", "a\\b"),
    "p{q": ("p{q", r"\text{p\{q}", "p{q"),
    "x<y&z": ("x<y&z", r"\text{x\textless{}y\&z}", "x<y&z"),
    "été": ("été", r"\text{été}", "été"),
}


@in_groups("name", NAMES)
def test_names_are_written_as_mathematicians_write_them(name: str) -> None:
    node = Variable(name)
    assert (write(node, "unicode"), write(node, "latex"), write(node, "speech")) == NAMES[name]
    assert_is_mathml(write(node, "mathml"))


def test_vectors_and_matrices_are_bold_and_entries_are_not() -> None:
    vector, matrix = Variable("x", vector_shape("n")), Variable("X", matrix_shape("N", "n"))
    assert write(vector, "latex") == r"\mathbf{x}"
    assert write(matrix, "latex") == r"\mathbf{X}"
    assert write(Variable("alpha", vector_shape("n")), "latex") == r"\boldsymbol{\alpha}"
    assert write(Entry(vector, (ONE,)), "latex") == "x_{1}"
    assert write(Entry(matrix, (ONE, TWO)), "latex") == "X_{12}"
    assert write(Entry(matrix, (ONE, number(12))), "latex") == "X_{1, 12}"
    assert write(MatrixRow(matrix, ONE), "latex") == r"\mathbf{x}_{1}"
    assert write(Entry(MatrixRow(matrix, ONE), (TWO,)), "latex") == r"(\mathbf{x}_{1})_{2}"


@pytest.mark.parametrize(
    ("value", "places", "digits"), [("0.25", 2, "0.25"), ("3", 0, "3"), ("2.50", 2, "2.50"), ("1234567", 0, "1234567")]
)
def test_numbers_keep_their_digits(value: str, places: int, digits: str) -> None:
    node = Number(Fraction(value), places)
    assert write(node, "unicode") == write(node, "latex") == write(node, "speech") == digits


def applied(operation: Operation) -> Node:
    """The operation on the first arguments that it takes: scalars, a vector or a matrix."""
    square = Variable("X", matrix_shape("n", "n"))
    tried = (
        (x, y, Variable("z"))[: operation.arity],
        (Variable("v", vector_shape("n")),),
        (square,),
        (square, number(3)),
    )
    vector, arity = Variable("v", vector_shape("n")), operation.arity
    for arguments in (*tried, (square, square), (vector,) * arity, (square,) * arity):
        with suppress(ShapeError):
            return Apply(operation, arguments)
    raise AssertionError(operation)


def test_functions_of_the_table_are_written_by_the_names_in_their_rows() -> None:
    for operation in all_operations():
        notation = write_notation(applied(operation))
        if operation.notation == "function":
            name = operation.latex.replace("_", r"\_") if "_{" not in operation.latex else operation.latex
            assert latex(notation).startswith(f"{name}(")
        assert all(printer(notation) for printer in FACES.values())
    assert len(all_operations()) >= 45


@in_groups(
    ("node", "shown", "code"),
    [
        (call("exp", Negate(Quotient(Power(x, TWO), TWO))), "e^(−x²/2)", r"\mathrm{e}^{-x^{2}/2}"),
        (call("exp", call("exp", x)), "e^(exp(x))", r"\mathrm{e}^{\exp(x)}"),
        (call("exp", Derivative(y, x)), "exp(dy/dx)", r"\exp\left(\dfrac{dy}{dx}\right)"),
        (call("sqrt", Sum((x, ONE))), "√(x + 1)", r"\sqrt{x + 1}"),
        (call("cbrt", x), "∛(x)", r"\sqrt[{3}]{x}"),
        (call("abs", Quotient(x, y)), "|x/y|", r"\left|\dfrac{x}{y}\right|"),
        (call("norm", Variable("v", vector_shape("n"))), "‖v‖", r"\lVert \mathbf{v} \rVert"),
        (call("max", number(0), x), "max(0, x)", r"\max(0, x)"),
        (call("log10", x), "log₁₀(x)", r"\log_{10}(x)"),
        (call("sigmoid", x), "σ(x)", r"\sigma(x)"),
        (Power(x, Sum((Variable("n"), ONE))), "xⁿ⁺¹", "x^{n + 1}"),
        (Power(x, Negate(ONE)), "x⁻¹", "x^{-1}"),
        (Power(x, Variable("alpha")), "x^α", r"x^{\alpha}"),
        (Power(x, Quotient(ONE, TWO)), "x^(1/2)", "x^{1/2}"),
        (Power(x, Variable("T")), "x^T", "x^{T}"),
    ],
)
def test_functions_and_powers_have_their_own_forms(node: Node, shown: str, code: str) -> None:
    assert (write(node, "unicode"), write(node, "latex")) == (shown, code)


# --- lines -----------------------------------------------------------------------------------------------------------


def test_a_line_of_a_derivation_aligns_at_its_relation() -> None:
    line = relation_line(write_notation(x), "=", write_notation(Power(y, TWO)))
    assert unicode(line) == "x = y²"
    assert latex(line) == r"\begin{aligned} x & = y^{2} \end{aligned}"
    assert unicode(relation_line(None, "<=", write_notation(y))) == "≤ y"


def test_definitions_stay_under_the_right_side_of_their_line() -> None:
    where = next(node for node in ONE_OF_EACH if type(node).__name__ == "Where")
    line = relation_line(write_notation(y), "=", write_notation(where))
    assert isinstance(line, Lines)
    assert unicode(line) == "y = du/dx; where u = x², du/dx = 2x"
    assert [len(cells) for cells in line.lines] == [2, 3]


def test_a_vector_that_is_defined_entry_by_entry_is_shown_by_its_entry() -> None:
    node = parse_expression("sum(i=1..N, e_i) where e_i = 2 y_i", {"y": "N"}).expression
    assert write(node, "unicode") == "∑ᵢ₌₁ᴺ eᵢ; where eᵢ = 2yᵢ"
    assert write(node, "speech").endswith("where e sub i equals 2 y sub i")


def test_any_operator_has_a_sign_of_its_own() -> None:
    node = parse_expression("f.(w) .o. x", {"f": "n", "w": "n", "x": "n"}).expression
    assert write(node, "latex") == r"\mathbf{f}(\mathbf{w}) \bigcirc \mathbf{x}"
    assert "circle" in write(node, "speech")


def test_words_keep_their_distance() -> None:
    row = Row((Symbol("a"), Words(" if "), Symbol("b")))
    assert unicode(row) == "a if b"


def test_a_second_subscript_never_follows_the_first_in_latex() -> None:
    twice = Script(Part(Script(Symbol("x"), subscript=Numeral("1")), ()), subscript=Numeral("2"))
    assert latex(twice) == "{x_{1}}_{2}"
    raised = Script(Script(Symbol("x"), superscript=Numeral("1")), superscript=Numeral("2"))
    assert latex(raised) == "{x^{1}}^{2}"


def test_a_letter_does_not_become_part_of_the_command_before_it() -> None:
    assert latex(Row((Symbol("α"), Symbol("x")))) == r"\alpha x"
    assert latex(Row((Operator("·"), Symbol("x")))) == r" \cdot x"


# --- size ------------------------------------------------------------------------------------------------------------


def deep(step: Callable[[Node], Node], depth: int) -> Node:
    node: Node = x
    for _ in range(depth):
        node = step(node)
    return node


@pytest.mark.parametrize(
    "step",
    [
        lambda node: Sum((call("sin", node), ONE)),
        lambda node: Quotient(ONE, Sum((ONE, node))),
        lambda node: Power(ONE, node),
        lambda node: Product((TWO, Sum((ONE, node)))),
        lambda node: Derivative(Power(node, TWO), x),
    ],
)
def test_deep_nesting_overflows_nothing(step: Callable[[Node], Node]) -> None:
    notation = write_notation(deep(step, 400))
    assert all(len(printer(notation)) > 400 for printer in FACES.values())


@pytest.mark.parametrize("face", FACES)
def test_the_work_grows_as_the_sum_does(face: str) -> None:
    def of(first: int, terms: int) -> Node:
        return Sum(tuple(Product((number(k), Power(x, number(k)))) for k in range(first, first + terms)))

    def work(terms: int) -> int:
        write(of(2, terms), face)  # loads what the face needs; what is counted has other terms, of which none is known
        node = of(10 * terms, terms)
        return calls(lambda: write(node, face))

    assert work(400) < 4.2 * work(100)


def test_importing_the_notation_imports_nothing_heavy() -> None:
    code = (
        "import sys, explainer.notation;"
        "print([name for name in ('lark', 'numpy', 'sympy', 'matplotlib', 'PySide6') if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


# --- blocks, names under braces, and what cancels --------------------------------------------------------------------


def test_a_block_matrix_has_its_rules_in_latex_and_mathml() -> None:
    blocks = Array(((Symbol("A"), Symbol("B")), (Symbol("C"), Symbol("D"))), row_rules=(1,), column_rules=(1,))
    assert latex(blocks) == r"\left[\begin{array}{c|c} A & B \\ \hline C & D \end{array}\right]"
    cells = [cell for cell in ElementTree.fromstring(mathml(blocks)).iter() if cell.tag.endswith("mtd")]
    assert ["border-bottom" in cell.attrib["style"] for cell in cells] == [True, True, False, False]
    assert ["border-right" in cell.attrib["style"] for cell in cells] == [True, False, True, False]


def test_what_cancels_is_struck_out_in_every_face() -> None:
    fraction = FractionNotation(Row((Strike(Symbol("x")), Symbol("y"))), Strike(Symbol("x")))
    assert latex(fraction) == r"\dfrac{\cancel{x}y}{\cancel{x}}"
    assert FACES["speech"](fraction) == "the fraction cancelled x y over cancelled x"
    assert unicode(fraction) == "x\u0336y/x\u0336"
    assert mathml(fraction).count("linear-gradient") == 2


def test_a_brace_names_a_part() -> None:
    named = Brace(Script(Symbol("x"), superscript=Numeral("2")), Symbol("u"))
    assert latex(named) == r"\underbrace{x^{2}}_{u}"
    assert FACES["speech"](named) == "x squared, which is u"
    assert "⏟" in mathml(named)


@pytest.mark.parametrize(
    ("text", "unicode", "latex"),
    [
        ("2 (x - mean(x))' where x: n", "2(x − x̄)ᵀ", r"2(\mathbf{x} - \bar{x})^{\mathrm{T}}"),
        ("sum(i=1..n, (y_i - mean(y))^2)", "∑ᵢ₌₁ⁿ (yᵢ − y\u0304)²", r"\sum_{i = 1}^{n} (y_{i} - \bar{y})^{2}"),
        ("mean(x)^2", "mean(x)²", r"\operatorname{mean}(\mathbf{x})^{2}"),
    ],
)
def test_a_mean_beside_its_entries_has_a_bar(text: str, unicode: str, latex: str) -> None:
    expr = explainer.parse(text)
    assert explainer.write(expr, "unicode") == unicode
    assert explainer.write(expr, "latex") == latex
    assert explainer.parse(explainer.write(expr, "unicode").replace("ᵀ", "'")) is expr
