"""Functions as people type and paste them: read as meant, with no shape given; what is ordinary calculus stays so."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest

import explainer
from explainer.expr.shape import Shape
from explainer.language import Question, read_question
from tests.cases import in_groups
from tests.language.as_typed import CODE, FORUMS, LATEX, LECTURE_NOTES, PAPERS, SCALARS, SNIPPETS, Typed
from tests.language.dialects import DIALECTS
from tests.language.typed_forms import FORMS
from tests.language.typed_kinds import (
    ASKED,
    BELOW,
    CONTEXT,
    DEFINED,
    LINES,
    LISTS,
    LOSSES,
    MARKS,
    NAMES_OF_CODE,
    OTHER_PROGRAMS,
    REFUSED,
    RESULTS,
    ROWS,
    SHARES,
    STARS,
    SWITCHES,
    UNCLEAR,
    WORDS,
)

ALL = (
    *LECTURE_NOTES, *LATEX, *CODE, *PAPERS, *FORUMS, *SNIPPETS, *DIALECTS, *STARS, *SHARES, *LISTS, *DEFINED, *LOSSES,
    *MARKS, *ROWS, *RESULTS, *CONTEXT, *WORDS, *OTHER_PROGRAMS, *SWITCHES,
    *LINES, *NAMES_OF_CODE, *BELOW, *FORMS,
)  # fmt: skip
SIZES = (3, 2, 4, 5)


def drawn(case: Typed, seed: int) -> dict[str, Any]:
    """Values of the shapes that are meant, a size for every letter."""
    random = np.random.default_rng(seed)
    sizes: dict[str, int] = {}
    values: dict[str, Any] = {}
    for name, shape in case.shapes.items():
        lengths = [
            int(size) if size.isdigit() else sizes.setdefault(size, SIZES[(len(sizes) + seed) % 4])
            for size in shape.split()
        ]
        values[name] = random.uniform(case.low, case.high, lengths) if lengths else random.uniform(case.low, case.high)
        if len(lengths) == 2 and lengths[0] == lengths[1]:
            values[name] += 9 * np.eye(lengths[0])  # so that determinants are positive and inverses tame
    return values


def with_sizes(shapes: dict[str, Shape], values: dict[str, Any]) -> dict[str, Any]:
    """The values with the numbers for all sizes that the reading has given names to."""
    found = dict(values)
    for name, shape in shapes.items():
        for size, length in zip(shape.sizes, np.shape(values[name]), strict=True):
            if isinstance(size, str):
                assert found.setdefault(size, length) == length or size in values
                found[size] = length
    return found


def read(case: Typed) -> Question:
    return read_question(case.text, wrt=case.wrt)


@in_groups("case", ALL, ids=lambda case: case.text[:60])
def test_a_function_is_read_as_it_is_meant(case: Typed) -> None:
    question = read(case)
    shapes = question.parsed.shapes
    sizes = {name for shape in shapes.values() for name in shape.names}
    assert set(shapes) <= set(case.shapes)
    for name, meant in case.shapes.items():
        assert name in shapes or name in sizes
        if name in shapes:
            assert len(shapes[name].sizes) == len(meant.split()), (name, question.parsed.expression.text())
    compared = 0
    for seed in range(2):
        values = drawn(case, seed)
        numbers = with_sizes(shapes, values)
        for name in sizes & set(case.shapes):
            values[name] = numbers[name]  # a size that the text also uses as a number
        with np.errstate(all="ignore"):
            expected = np.asarray(case.value(values), dtype=float)
        found = np.asarray(question.parsed.expression.evaluate(numbers), dtype=float)
        assert found.shape == expected.shape
        assert np.allclose(found, expected, rtol=1e-9, equal_nan=True), question.parsed.expression.text()
        compared += bool(np.isfinite(expected).all())
    assert compared


@in_groups("text", SCALARS)
def test_ordinary_calculus_stays_scalar(text: str) -> None:
    shapes = read_question(text).parsed.shapes
    assert {name for name, shape in shapes.items() if not shape.is_scalar} == set()


@in_groups("text", SCALARS)
def test_ordinary_calculus_stays_scalar_with_signs_between_its_factors(text: str) -> None:
    starred = re.sub(r"(?<=[\w)]) (?=[\w(])", "*", text)
    starred = re.sub(r"\b(sin|cos|tan|ln|sqrt)\*", r"\1 ", starred)
    shapes = read_question(starred).parsed.shapes
    assert {name for name, shape in shapes.items() if not shape.is_scalar} == set()


@in_groups(("text", "variable", "function"), ASKED)
def test_a_question_names_its_variable(text: str, variable: str, function: str) -> None:
    parsed = read_question(text).parsed
    assert parsed.wrt is not None
    assert (parsed.wrt.text(), parsed.expression.text()) == (variable, function)
    assert any(
        "in front" in note or "derivative sign" in note or "left out" in note
        for note in parsed.notes + read_question(text).notes
    )


@in_groups("text", REFUSED)
def test_what_has_no_meaning_is_refused_at_its_place(text: str) -> None:
    with pytest.raises(explainer.ParseError) as caught:
        read_question(text)
    assert caught.value.position is not None


@pytest.mark.parametrize("text", ["x.sort()", "np.linalg.eig(A)", "argmax(x)", "np.linalg.svd(A)"])
def test_what_is_outside_of_the_language_is_no_slip_for_a_function(text: str) -> None:
    with pytest.raises(explainer.ParseError) as caught:
        read_question(text)
    assert "Did you mean" not in str(caught.value.hint)


@pytest.mark.parametrize("text", UNCLEAR)
def test_products_of_vectors_side_by_side_are_asked_about(text: str) -> None:
    with pytest.raises(explainer.ShapeError, match="which product is meant"):
        read_question(text)


def test_the_first_entry_says_nothing_of_a_size() -> None:
    shape = read_question("x[0]**2", wrt="x").parsed.shapes["x"]
    assert shape.is_vector
    assert shape.rows == "n"
    assert read_question("x[0]**2 + x[1]", wrt="x").parsed.shapes["x"].rows == 2


def test_the_reading_is_the_same_whatever_the_variable_is() -> None:
    for case in LECTURE_NOTES:
        parsed = read(case).parsed
        if parsed.wrt is None:
            for name in parsed.shapes:
                again = read_question(case.text, wrt=name).parsed.shapes
                kinds = [{one: len(shape.sizes) for one, shape in found.items()} for found in (parsed.shapes, again)]
                assert kinds[0] == kinds[1], (case.text, name)
