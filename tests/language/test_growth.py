"""Reading takes work in proportion to the length of the text, whatever is in it: counted in calls, never in seconds."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from random import Random
from time import process_time

import pytest

from explainer.errors import ExplainerError
from explainer.language import parse_expression, read_question
from explainer.language.pasted import source_of
from explainer.language.pasted.from_latex.latex_statements import statements
from explainer.language.pasted.from_latex.latex_tokens import scan_latex
from tests.counting import calls

SHORT = 600
"""The shorter of two texts, in characters; the longer one is twice as long."""

PIECES = {
    "letters": "α", "ascii letters": "x", "spaced letters": "x ", "marked letters": "x\u0302", "bold letters": "𝐱",
    "terms": "x+", "factors": "x*", "element-wise factors": "w⊗", "matrix factors": "A@", "dot products": "w·x+",
    "products of both kinds": "w⊗x y·z ", "fractions in terms": "1/x+", "brackets": "(x+1)", "bars": "|x",
    "angles": "<x, x> + ", "open angles": "(<x, ",
    "absolute values": "|x|+", "transposes": "x'", "transposes as powers": "A^T ", "exponentials": "e^x ",
    "entries": "x_1 ", "written subscripts": "x_{1,2}+", "numbers": "1", "numbers and letters": "2x3y",
    "functions": "sin(x)+", "bare functions": "log exp ", "abstract functions": "f(x)+", "sums": "sum(i=1..n, x_i)+",
    "large sums": "∑_{i=1}^{n} x_i + ", "large signs": "∑", "derivatives": "d(x^2)/dx+", "equations": "x=",
    "comparisons": "x<", "opening brackets": "(", "closing brackets": ")", "opening lists": "[", "commas": "x,",
    "signs": "-", "dots": ".", "underscores": "_", "spaces": " ", "lines": "x\n", "words": "the derivative of x ",
    "pictures": "😀", "marks alone": "\u0302", "control characters": "\x00", "LaTeX fractions": r"\frac{x}{2}+",
    "LaTeX letters": r"\alpha ", "LaTeX brackets": r"\left(", "LaTeX roots": r"\sqrt ", "LaTeX braces": "{",
    "code calls": "np.exp(x)+", "code lines": "y = x * 2\n", "wrong ends": "sin(x) x^2 + *",
}  # fmt: skip
"""What texts are made of by repeating it."""

FRAMES: dict[str, tuple[str, str]] = {
    "where": ("x where ", "b = 1"), "a list": ("[", "x]"), "a call": ("sum([", "x])"), "nothing": ("", ""),
    "a wrong end": ("", " )"), "LaTeX": (r"\frac{1}{2} + ", "x"), "an import": ("import numpy as np\ny = ", "x"),
}  # fmt: skip


def read(text: str) -> None:
    """Read a text as the program does, pasted or typed; whether it can be read does not matter."""
    with suppress(ExplainerError):
        source = source_of(text)
        parse_expression(text if source is None else source.translate(text).text, None, "x")


def work(text: str) -> int:
    """How many calls reading takes, those of built-in functions among them."""
    return calls(lambda: read(text), builtins=True)


def ratio(make: Callable[[int], str]) -> float:
    """How many times the work a text of twice the length takes."""
    for first in (make(SHORT // 8), make(SHORT)[:100]):  # what is made at the first use does not count
        read(first)
    return work(make(2 * SHORT)) / work(make(SHORT))


def repeated(piece: str) -> Callable[[int], str]:
    return lambda length: piece * (length // len(piece))


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_a_text_of_one_piece_takes_work_in_proportion_to_its_length(piece: str) -> None:
    assert ratio(repeated(piece)) < 2.6


@pytest.mark.parametrize(
    "piece",
    [
        "x",
        r"{\bf w}",
        "+ x_+ ",
        "+ x^H A ",
        "+ X^t A ",
        "+ ||x|| ",
        r"+ \sum_i x_i ",
        "+ x_i ",
        "+ W1 ",
        r"+ \rm tr(A) ",
    ],
)
def test_a_piece_of_latex_takes_work_in_proportion_to_its_length(piece: str) -> None:
    """A row of letters was gone through to its end from each of them, to find functions without a backslash."""
    assert ratio(lambda length: r"\sum_i x_i " + repeated(piece)(length)) < 2.6


@pytest.mark.parametrize("piece", ["x,", "x;", r"x, \text{where} ", "f(x),", r"x \\ "])
def test_definitions_behind_a_formula_in_latex_are_looked_for_once(piece: str) -> None:
    """Behind each comma all was looked through to the end: a loop without calls, so that only its time tells."""

    def seconds(length: int) -> float:
        tokens = scan_latex(r"\frac{1}{2} + " + piece * (length // len(piece)))
        times = []
        for _ in range(3):
            began = process_time()
            statements(tokens)
            times.append(process_time() - began)
        return min(times)

    seconds(100)
    assert seconds(9_900) / seconds(2_400) < 9, "four times as long, and twice as much for a busy machine"


@pytest.mark.parametrize(
    ("before", "run", "after"),
    [("", " ", "∂/∂ x²"), ("x", " ", "wrt y z"), ("x = ", " ", "= ? y"), ("", "$", "d/dx x"), ("1' ", "X1 ", "1 1")],
)
def test_a_run_of_blanks_is_gone_through_once(before: str, run: str, after: str) -> None:
    """Patterns that may begin in every place of a run took minutes for one of thousands."""

    def seconds(length: int) -> float:
        text = before + run * (length // len(run)) + after
        times = []
        for more in range(3):  # the same text again would be known
            began = process_time()
            with suppress(ExplainerError):
                read_question(text + " " * more, wrt="x")
            times.append(process_time() - began)
        return min(times)

    seconds(100)
    assert seconds(9_600) < max(9 * seconds(2_400), 0.3)


@pytest.mark.parametrize("piece", [r"\sum_i a_i ", r"\prod_i a_i ", "Σ_i a_i "])
def test_sums_in_sums_are_refused_where_they_are_too_many(piece: str) -> None:
    with suppress(ExplainerError):  # and no other error
        read_question(piece * 700, wrt="a")


@pytest.mark.parametrize("name", ["definitions", "chained definitions", "declarations", "names", "subscripts"])
def test_many_names_take_work_in_proportion_to_their_number(name: str) -> None:
    def make(length: int) -> str:
        count = length // 12
        numbers = range(1, count)
        chain = ", ".join(f"u_{k} = u_{k - 1} + x" for k in range(1, min(count, 90)))
        return {
            "definitions": "u_1 where " + ", ".join(f"u_{k} = x + {k}" for k in numbers),
            "chained definitions": f"u_3 where u_0 = x, {chain}, " + ", ".join(f"v_{k} = {k}" for k in numbers),
            "declarations": "x where " + ", ".join(f"v_{k}: n" for k in numbers),
            "names": " + ".join(f"v{k}" for k in numbers),
            "subscripts": "x" + "_1" * count,
        }[name]

    assert ratio(make) < 2.6


@pytest.mark.parametrize("seed", range(25))
def test_a_random_text_takes_work_in_proportion_to_its_length(seed: int) -> None:
    random = Random(seed)
    pieces = "".join(random.choice(list(PIECES.values())) for _ in range(random.randint(1, 4)))
    before, after = random.choice(list(FRAMES.values()))
    assert ratio(lambda length: before + repeated(pieces)(length) + after) < 2.8


FRONTS = ("x → ", "x -> ", "x ↦ ", "y = ", "f(x) = ", "the derivative of ", "argmin_x ", r"\min_x ", "lambda x: ")
"""What may stand in front of a function, once or a few times."""


@pytest.mark.parametrize("front", FRONTS)
def test_many_signs_in_front_are_refused_or_read_in_proportion(front: str) -> None:
    def ask(length: int) -> int:
        def read_it() -> None:
            with suppress(ExplainerError):
                read_question(front * (length // len(front)) + "x")

        return calls(read_it, builtins=True)

    ask(100)
    assert ask(8 * SHORT) <= max(4.6 * ask(2 * SHORT), 20 * 8 * SHORT)


LONG = {
    "intercepts": lambda k: " + ".join(["x"] * k), "matrices and dots": lambda k: "x · x " * k,
    "signs of products": lambda k: "*".join(["x"] * k), "numbers before vectors": lambda k: "2*" * k + "w·" * k + "w",
    "lines of numbers": lambda k: " + ".join(f"a_{j} + b_{j} x" for j in range(k // 4)),
}  # fmt: skip
"""What grew faster than its length only where it was long."""


@pytest.mark.parametrize("make", LONG.values(), ids=LONG)
def test_long_texts_take_work_in_proportion_to_their_length(make: Callable[[int], str]) -> None:
    def ask(k: int) -> int:
        return calls(lambda: parse_expression(make(k)), builtins=True)

    ask(4)
    assert ask(1200) <= 2.4 * ask(600)
