"""What is read twice, as a preview and then to be derived, is read once; what was read is the same each time."""

from __future__ import annotations

import pytest

from explainer.engine import METHODS, derive
from explainer.errors import ExplainerError
from explainer.expr.shape import Shape
from explainer.language import question as reading
from explainer.language import read_question
from explainer.session.preview import preview_of
from tests.counting import calls


def test_what_was_previewed_is_not_read_again() -> None:
    text = "1/N sum(i=1..N, (y_i - max(0, w · X_i + b))^2)"
    preview_of(text, "w")
    assert calls(lambda: read_question(text, None, "w")) < 20
    assert read_question(text, None, "w") is read_question(text, {}, "w")


@pytest.mark.parametrize("other", [("x y", {}, "y"), ("x y", {"y": "n"}, "x"), ("x y ", {}, "x"), ("x y", {}, None)])
def test_another_question_is_read(other: tuple[str, dict[str, str | Shape], str | None]) -> None:
    first = read_question("x y", {}, "x")
    second = read_question(*other)
    assert second is not first
    assert read_question("x y", {}, "x") is first


def test_few_questions_are_kept() -> None:
    for number in range(50):
        read_question(f"x^{number}", None, "x")
    assert len(reading._LAST) <= reading._LAST.most <= 10


def test_what_is_refused_is_refused_each_time_with_its_place() -> None:
    for _ in range(2):
        with pytest.raises(ExplainerError, match="never closed") as told:
            read_question("sin(x^2", None, "x")
        assert told.value.position == 3


def test_a_shape_that_is_none_is_refused_as_such() -> None:
    for _ in range(2):
        with pytest.raises(ExplainerError, match="no shape can be read"):
            derive("x' y", "x", {"y": {"n"}})  # type: ignore[dict-item]


def test_a_derivation_changes_nothing_in_what_was_read() -> None:
    text, shapes = "u x where u = sum(x ⊗ y)", {"x": "n", "y": "n"}
    read = read_question(text, shapes, "x")
    before = (read, dict(read.parsed.shapes), read.notes)
    for method in METHODS:
        assert derive(text, "x", shapes, method).steps is not None
    after = read_question(text, shapes, "x")
    assert (after, dict(after.parsed.shapes), after.notes) == before
