"""What is printed in one of the program's own outputs and read again has the same values, however it is spelled."""

from __future__ import annotations

import re
from random import Random

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from explainer.errors import LimitError, UnsupportedError
from explainer.expr.node import Node
from explainer.language import read_question
from explainer.language.sympy.bridge import to_sympy
from explainer.notation import write
from explainer.written_code.expressions import Writer
from explainer.written_code.libraries import LIBRARIES
from explainer.written_code.names import Names
from tests.language.written_out import PLAIN, SHAPES, formula, matrix, scalar, spelled, spelling, values, vector
from tests.some import examples

SEEDS = st.integers(0, 10**9)


def drawn(seed: int) -> Node:
    random = Random(seed)
    return random.choice([scalar, scalar, vector, matrix])(random, random.randint(1, 3))


def assert_same_values(one: Node, other: Node, text: str) -> None:
    for size in (2, 3):
        with np.errstate(all="ignore"):
            first, second = (np.asarray(node.evaluate(values(size, size)), dtype=float) for node in (one, other))
        assert first.shape == second.shape, (text, one.text(), other.text())
        known = np.isfinite(first) if "sympy" in text else True  # which has a value for cosh(arcosh(x)) of every x
        alike = np.isclose(first, second, rtol=1e-7, atol=1e-9, equal_nan=True) | ~np.asarray(known)
        assert alike.all(), (text, one.text(), other.text())


@settings(max_examples=examples(150), deadline=None)
@pytest.mark.parametrize("face", ["text", "unicode", "latex"])
@given(seed=SEEDS)
def test_what_is_written_and_read_again_has_the_same_values(face: str, seed: int) -> None:
    node = drawn(seed)
    text = node.text() if face == "text" else write(node, face)
    assert_same_values(node, read_question(text, SHAPES).parsed.expression, text)


@settings(max_examples=examples(150), deadline=None)
@pytest.mark.parametrize("library", LIBRARIES, ids=lambda library: library.id)
@given(seed=SEEDS)
def test_code_that_is_written_and_read_again_has_the_same_values(library: object, seed: int) -> None:
    node = drawn(seed)
    writer = Writer(library, Names())
    written = str(writer.write(node))
    assume(not writer.functions and not writer.lines and "vectorize" not in written)
    assume(written.count(" for ") < 2)  # sums in sums share their index, which is another one in each
    text = f"{library.prefix}.asarray({re.sub(r'(?<!j)np[.]', library.prefix + '.', written)})"
    assert_same_values(node, read_question(text, SHAPES).parsed.expression, text)


@settings(max_examples=examples(100), deadline=None)
@given(seed=SEEDS)
def test_what_sympy_prints_has_the_same_values(seed: int) -> None:
    random = Random(seed)
    node = scalar(random, random.randint(1, 2))
    assume(all(part.shape.is_scalar for part in node.free))
    try:
        text = str(to_sympy(node))
    except (UnsupportedError, LimitError):
        assume(False)
    assume(not re.search(r"\b(?:zoo|nan|I|E)\b", text))  # E may be a name here
    assert_same_values(node, read_question(text, SHAPES).parsed.expression, f"sympy: {text}")


@settings(max_examples=examples(300), deadline=None)
@given(seed=SEEDS)
def test_blanks_brackets_capitals_and_signs_of_products_do_not_change_what_is_meant(seed: int) -> None:
    random = Random(seed)
    tree = formula(random, random.randint(1, 4))
    plain, other = spelled(tree, PLAIN, random), spelled(tree, spelling(random), random)
    assume(not re.search(r"(?<![a-zA-Z])[a-z](?:_\d)?\s*\(\w+\)", other))  # a (b), which calls a function
    one, two = (read_question(text).parsed for text in (plain, other))
    assert one.shapes.keys() == two.shapes.keys(), (plain, other)
    assert all(shape.is_scalar for shape in two.shapes.values()), (plain, other)
    numbers = {name: np.random.default_rng([*map(ord, name)]).uniform(0.4, 1.4) for name in one.shapes}
    with np.errstate(all="ignore"):
        first, second = (float(np.asarray(parsed.expression.evaluate(numbers))) for parsed in (one, two))
    assert first == pytest.approx(second, rel=1e-9, nan_ok=True), (plain, other)
