"""What is refused: each with its place, what is wrong, and a way on; and nothing typed is ever run."""

from __future__ import annotations

import tokenize
from contextlib import suppress
from io import StringIO
from math import inf
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer import language
from explainer.errors import ExplainerError, LimitError, ParseError, ShapeError
from explainer.language import parse_expression
from explainer.language.parsing import Parsed
from tests.cases import in_groups
from tests.effort import MOST, effort
from tests.some import examples


def refusal(text: str, kind: type[ExplainerError] = ParseError, **options: object) -> ExplainerError:
    with pytest.raises(kind) as caught:
        parse_expression(text, **options)  # type: ignore[arg-type]
    error = caught.value
    assert error.text is not None
    assert error.position is not None
    return error


@in_groups(
    ("text", "marked", "message", "hint"),
    [
        ("(x", "(", "never closed", "Add “)”"),
        ("((x + 1) y", "(", "never closed", "Add “)”"),
        ("x)", ")", "closes nothing", "Leave it out"),
        ("[x)", ")", "“[” at position 1 is open", "Close it with “]”"),
        ("|x", "|", "never closed", "abs(x)"),
        ("‖x + (1)", "‖", "never closed", "norm(x)"),
        ("sine(x)", "sine", "no function named “sine”", "Did you mean sin?"),
        ("expp(x)", "expp", "no function named “expp”", "Did you mean exp?"),
        ("Sinn(x)", "Sinn", "no function named “Sinn”", "Did you mean sin?"),
        ("lamda x", "lamda", "not a known name", "Did you mean lambda?"),
        ("weights + 1", "weights", "not a known name", "where weights: scalar"),
        ("x * / y", "/", "can't stand here after “*”", "leave one out"),
        ("* x", "*", "can't stand here", None),
        ("x + * y", "*", "can't stand here after “+”: a number, a name or “(” is expected", None),
        ("sin", "sin", "its arguments are missing", "sin(…)"),
        ("max(1)", "max(1)", "max takes 2 arguments, not 1", "max(u, v)"),
        ("sum(x, y)", "sum(x, y)", "sum takes one argument, not 2", "sum(i=1..N, x_i)"),
        ("x 2", "2", "without a sign", "x * 2"),
        ("2 3", "3", "without a sign", "2 * 3"),
        ("f'(x)", "f'(", "not read as a derivative", "d(f(x))/d(x)"),
        ("sin^-1 x", "^-1", "the exponent of a function", "arcsin(x)"),
        ("x[0]", "[", "square brackets", "x_1"),
        ("x + (x, y)", "(x, y)", "one expression, not a list", "[a, b]"),
        ("[[a, b], [c]]", "[c]", "this row has 1 entries, the first one has 2", "the same length"),
        ("!x", "!", "a factorial stands behind", "n!"),
        ("$x$", "$", "“$” is not part", "dollar"),
        ("\\alpha", "\\", "not part", "LaTeX"),
        ("x; y", ";", "not part", "[a, b]"),
        ("x \x00 y", "\x00", "which can't be seen", None),
        ("x \u202e y", "\u202e", "RIGHT-TO-LEFT OVERRIDE", None),
        ("__import__('os')", "_", "“_” is not part", "A name begins with a letter"),
        ("y = y + 1", " = ", "an equation is not an expression", "=="),
        ("x where x", "x", "an equation is expected", "w: n"),
        ("x where x^2 = 3", "x^2", "only a name can be defined", "where u"),
        ("u + v where u = x, v = y, u = z", "u", "u is defined twice", "its own name"),
        ("x where x: n, x: m", "x", "declared twice: n and m", None),
        ("cases(1, 2)", "1", "a value and a condition", "cases(0 if"),
        ("cases(1 otherwise, 2 if x > 0)", "otherwise", "the last case", None),
        ("sin(1 if x)", "1 if x", "belongs to cases", None),
        ("sum(i=1..n-1, x_i)", "-", "can't stand here", None),
        ("x, w: n", ":", "range of an index", "where"),
        ("x ∈ R", "∈", "can't stand here", "where"),
        ("sum(i=1..2.5, x_i)", "2.5", "not a number of entries", None),
        ("x_{i+1}", "_{i+1}", "not an index", None),
        ("log_ab(x)", "log_ab", "no logarithm to the base ab", "ln(x)/ln(ab)"),
        ("ones(x^2)", "x^2", "a size is a name, a whole number", None),
        ("grid(i=1..m, x_i)", "grid(i=1..m, x_i)", "two ranges", "grid(i=1..m, j=1..n"),
    ],
)
def test_a_text_that_is_no_expression_is_refused_with_its_place(
    text: str, marked: str, message: str, hint: str | None
) -> None:
    error = refusal(text)
    assert text[error.position : error.end] == marked
    assert message in str(error)
    assert hint is None or hint in (error.hint or "")
    assert "^" * len(marked) in error.report()


@pytest.mark.parametrize("text", ["", "   ", "\n\t "])
def test_an_empty_text_is_refused(text: str) -> None:
    error = refusal(text)
    assert str(error) == "the text is empty"
    assert error.hint == "Type a function, for instance sin(x^2)."
    assert "a number" in error.expected


@pytest.mark.parametrize(
    ("text", "position"), [("x +", 3), ("x^", 2), ("2 *  ", 3), ("x where", 7), ("(x) and", 7), ("sin -", 5)]
)
def test_an_unfinished_text_is_marked_at_its_end(text: str, position: int) -> None:
    error = refusal(text)
    assert error.position == position
    assert "stops too early" in str(error)
    assert "is expected" in str(error)


@in_groups(
    ("text", "shapes", "marked", "clash", "hint"),
    [
        ("W x", {"W": "m x n", "x": "m"}, "W x", ("m x n", "m"), "Did you mean W' x?"),
        ("W @ x", {"W": "m x n", "x": "m"}, "W @ x", ("m x n", "m"), "Did you mean W' x?"),
        ("A B", {"A": "m x n", "B": "k x n"}, "A B", ("m x n", "k x n"), "Did you mean A B'?"),
        ("1 + w x", {"w": "n", "x": "n"}, "w x", ("n", "n"), "w · x for the dot product, w ⊗ x"),
        ("w × x", {"w": "n", "x": "n"}, "w × x", ("n", "n"), "w x' for the outer product"),
        ("A * B", {"A": "n x n", "B": "n x n"}, "A * B", ("n x n", "n x n"), "A @ B for the matrix product, A ⊗ B"),
        ("w + x", {"w": "n", "x": "m"}, "w + x", ("n", "m"), "the same shape"),
        ("w + x'", {"w": "n", "x": "n"}, "w + x'", ("n", "1 x n"), "transpose"),
        ("w · x", {"w": "n", "x": "m"}, "w · x", ("n", "m"), "outer product"),
        ("w * x", {"w": "n", "x": "m"}, "w * x", ("n", "m"), "w x'"),
        ("w ⊗ x", {"w": "n", "x": "m"}, "w ⊗ x", ("n", "m"), "the same shape"),
        ("b @ x", {"b": "scalar", "x": "n"}, "b @ x", ("scalar", "n"), "write * for a product with a scalar"),
        ("x / W", {"x": "n", "W": "n x n"}, "x / W", ("n", "n x n"), "⊘"),
        ("W^2", {"W": "m x n"}, "W^2", ("m x n",), "W .^ 2 for the power of every entry, W' W or W W'"),
        ("|W|", {"W": "m x n"}, "|W|", ("m x n",), "norm(X)"),
        ("2 + x_3", {"x": "2"}, "x_3", ("2",), None),
        ("x_0", {"x": "2"}, "x_0", ("2",), None),
        ("sum(i=1..N, x_i)", {"x": "n"}, "x_i", ("N", "n"), "Let i run to n"),
        ("sum(i=1..N, y_i)", {"y": "scalar"}, "y_i", ("scalar",), "where y: n"),
        ("[[x, 1]]", {"x": "n"}, "[[x, 1]]", ("n", "scalar"), "side by side"),
        ("column(i=1..n, x)", {"x": "n"}, "column(i=1..n, x)", ("n",), "x_i"),
        ("mean(z)", {"z": "scalar"}, "mean(z)", ("scalar",), "where x: n"),
        ("inv(W)", {"W": "m x n"}, "inv(W)", ("m x n",), "X: n x n"),
    ],
)
def test_shapes_that_do_not_fit_are_refused_with_both_shapes(
    text: str, shapes: dict[str, str], marked: str, clash: tuple[str, ...], hint: str | None
) -> None:
    error = refusal(text, ShapeError, shapes=shapes)
    assert isinstance(error, ShapeError)
    assert text[error.position : error.end] == marked
    assert error.shapes == clash
    assert hint is None or hint in (error.hint or "")


def test_a_proposed_product_is_one_that_is_read() -> None:
    parse_expression("W' x", {"W": "m x n", "x": "m"})
    parse_expression("A B'", {"A": "m x n", "B": "k x n"})


@pytest.mark.parametrize(
    ("text", "marked"), [("x where x: 3 x 4 x 5", "3 x 4 x 5"), ("x where x: ", ":"), ("x where x: -3", "-3")]
)
def test_a_shape_that_is_none_is_refused(text: str, marked: str) -> None:
    error = refusal(text, ShapeError)
    assert text[error.position : error.end] == marked
    assert "A shape is scalar" in (error.hint or "")


def test_a_given_shape_that_is_none_names_its_variable() -> None:
    with pytest.raises(ShapeError, match="the shape of w: “n x” is not a shape"):
        parse_expression("w", {"w": "n x"})
    with pytest.raises(ShapeError, match="w has the shape n elsewhere and m in the text"):
        parse_expression("w where w: m", {"w": "n"})


@pytest.mark.parametrize(
    ("wrt", "position", "message"),
    [
        ("", 0, "missing"),
        ("x^2", 1, "“^” is not part of a variable"),
        ("(x, )", 3, "a variable is missing here"),
        ("2", 0, "“2” is not part"),
        ("x y", 2, "“y” is not part"),
        ("n", 0, "n is a size"),
        ("e", None, None),
    ],
)
def test_a_variable_that_is_none_is_refused_in_its_own_text(
    wrt: str, position: int | None, message: str | None
) -> None:
    if message is None:
        assert parse_expression("x", wrt=wrt).wrt is not None
        return
    with pytest.raises(ExplainerError) as caught:
        parse_expression("sum(i=1..n, x_i)", wrt=wrt)
    assert message in str(caught.value)
    assert caught.value.text == wrt


# --- limits ----------------------------------------------------------------------------------------------------------


@in_groups(
    ("text", "position"),
    [
        ("x" * 100_000, 10_000),
        ("(" * 5000, 200),
        ("(" * 4990 + "x" + ")" * 4990, 200),
        ("-" * 5000 + "x", None),
        ("+" * 5000 + "x", None),
        ("x" + "^x" * 4000, None),
        ("sin " * 2000 + "x", None),
        ("sqrt " * 1500 + "x", None),
        ("x" + "/x" * 4000, None),
        ("x" + "'" * 5000, None),
        ("x" + "⊘x⊗x" * 2000, None),
        ("x" + "*x/x" * 2000, None),
        ("√" * 3000 + "x", None),
        ("max(" + ",".join(["x"] * 3000) + ")", None),
        ("9**9**9**9", 3),
        ("9^(9^9)", 0),
        ("(9^9)^(9^9)", 0),
        ("2 + 10^301", 4),
        ("10^-301", 0),
        ("x + 1e400", 4),
        ("1e-400", 0),
        ("1e" + "9" * 5000, 0),
        ("1" * 9000, 0),
        ("0." + "1" * 9000, 0),
    ],
)
def test_what_is_beyond_the_limits_is_refused_in_time(text: str, position: int | None) -> None:
    with effort() as spent:
        error = refusal(text, LimitError)
    assert spent.times < MOST
    assert position is None or error.position == position
    assert error.hint


@pytest.mark.parametrize(
    "text",
    [
        "sin(" * 190 + "x" + ")" * 190,
        "sin(" * 200 + "x" + ")" * 200,
        "(" * 200 + "x" + ")" * 200,
        "-" * 200 + "x",
        " + ".join(f"x_{k}" for k in range(1000)),
        " ".join("x" for _ in range(1000)),
        "x" + "^x" * 190,
        "((" * 60 + "x" + "+1)^2 y / 3 - 1)" * 60,
        "[" + ", ".join("x" for _ in range(1000)) + "]",
        " + ".join(f"a_{k} · b_{k}" for k in range(600)),
        "10^300 + 0.5^900",
        "x^(10^299)",
    ],
)
def test_what_is_within_the_limits_is_read_and_written(text: str) -> None:
    with effort() as spent:
        parsed = parse_expression(text)
    assert spent.times < MOST
    assert parse_expression(parsed.expression.text(), parsed.shapes).expression is parsed.expression


@pytest.mark.parametrize("piece", ["α", "∑", "Σ", "Σ_i x_i ", "Σx_i ", "½", "W'@x "])
def test_a_long_row_costs_what_its_length_does(piece: str) -> None:
    """Four times the length is four times the work: twice that is allowed, and what costs the square has 16 times.

    The least of up to five tries counts: a collection of garbage, or a thread of a test before, may fall into one of
    them. What is within the bounds at once is not tried again.
    """

    def spent(length: int) -> float:
        with effort() as one, suppress(ExplainerError):
            parse_expression(piece * (length // len(piece)))
        return one.times

    small = large = inf
    for _ in range(5):
        small, large = min(small, spent(2_400)), min(large, spent(9_600))
        if large < max(9.0 * small, MOST / 10):
            return
    raise AssertionError(f"{small} for 2,400 signs and {large} for 9,600")


@pytest.mark.parametrize("text", ["@".join("ABCDEFG" * 700), "A B' " * 1900, "·".join("wx" * 2400), "|x" * 3998])
def test_a_dense_text_is_read_in_time(text: str) -> None:
    with effort() as spent:
        assert parse_expression(text).expression.text()
    assert spent.times < MOST


# --- anything at all -------------------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        "x",
        "y",
        "w",
        "W",
        "X",
        "n",
        "N",
        "i",
        "f",
        "g",
        "e",
        "d",
        "α",
        "Σ",
        "1⃗",
        "∂",
        "0",
        "1",
        "2.5",
        "1e3",
        "x_i",
        "x_1",
        "W_{i,j}",
        "_i",
        "_{",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "|x|",
        "|",
        "‖",
        "||",
        "+",
        "-",
        "*",
        "/",
        "^",
        "**",
        "@",
        "·",
        "⊗",
        "⊘",
        ".*",
        "./",
        ".^",
        ".(",
        ".T",
        "'",
        "ᵀ",
        ",",
        ":",
        "=",
        "==",
        "<",
        "<=",
        "!=",
        "²",
        "⁻¹",
        "₁",
        "√",
        "sin",
        "sin^2",
        "ln",
        "max",
        "sum",
        "sum(i=1..N,",
        "grid(",
        "cases(",
        "if",
        "otherwise",
        "where",
        "knowing",
        "and",
        "d(",
        ")/d(",
        "dx",
        "d/dx",
        "dy/dx",
        "i=1..N",
        "..",
        "np.",
        "np.where(",
        "mean(",
        "diag(",
        "ones(",
        "zeros(",
        "stack(",
        "delta(i,j)",
        "expand(",
        "norm(",
        "w:",
        "dot(",
        ".dot(",
        "softmax(",
        "X:",
        "é",
        "🙂",
        "_",
        "\x00",
    ]
)


def _reads_or_refuses(text: str, **options: object) -> None:
    refused: ExplainerError | None = None
    with effort() as spent:
        try:
            assert isinstance(parse_expression(text, **options), Parsed)  # type: ignore[arg-type]
        except ExplainerError as error:
            refused = error
    if refused is not None:
        assert refused.message
        assert refused.report()
        assert refused.text is None or refused.position is None or 0 <= refused.position <= len(refused.text)
    assert spent.times < MOST


@settings(max_examples=examples(600), deadline=None)
@given(st.lists(PIECES, max_size=14), st.booleans())
def test_pieces_of_the_language_are_read_or_refused(pieces: list[str], spaced: bool) -> None:
    _reads_or_refuses((" " if spaced else "").join(pieces))


@settings(max_examples=examples(200), deadline=None)
@given(
    st.lists(PIECES, max_size=8),
    st.dictionaries(st.sampled_from("xwWXnf"), st.sampled_from(["n", "3", "N x n", "scalar"])),
)
def test_pieces_with_shapes_are_read_or_refused(pieces: list[str], shapes: dict[str, str]) -> None:
    _reads_or_refuses(" ".join(pieces), shapes=shapes, wrt="x")


@settings(max_examples=examples(200), deadline=None)
@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    _reads_or_refuses(text)
    _reads_or_refuses("x", wrt=text)


def test_nothing_typed_is_run(tmp_path: Path) -> None:
    target = tmp_path / "made"
    for text in (
        f"__import__('os').mkdir('{target}')",
        f"exec(\"import os; os.mkdir('{target}')\")",
        f"eval(open('{target}', 'w'))",
        f"x.mkdir('{target}')",
        "().__class__.__bases__",
        "lambda: 0",
    ):
        refusal(text)
        with pytest.raises(ExplainerError):
            parse_expression("x", wrt=text)
        with pytest.raises(ExplainerError):
            parse_expression("x", {"x": text})
    assert not target.exists()


def test_the_language_holds_nothing_that_runs_text() -> None:
    for module in Path(language.__file__).parent.rglob("*.py"):
        names = {token.string for token in tokenize.generate_tokens(StringIO(module.read_text("utf-8")).readline)}
        if module.parent.name != "sympy":
            assert names.isdisjoint({"eval", "exec", "ast", "sympify", "pickle"}), module


def test_a_name_that_has_no_room_is_refused_at_its_place() -> None:
    longest = "a" * 60
    assert longest in parse_expression(f"{longest}^2", wrt=longest).shapes
    with pytest.raises(LimitError, match="61 letters") as caught:
        parse_expression(f"x + {longest}b", wrt="x")
    assert (caught.value.position, caught.value.end) == (4, 65)
