"""Pictures of expressions, steps and derivations."""

from __future__ import annotations

from itertools import pairwise
from xml.etree import ElementTree

import pytest

import explainer
from explainer.errors import ExplainerError, LimitError
from explainer.export.pictures import FORMATS, compose, render
from explainer.typeset import Glyph, typeset
from tests.cases import in_groups

SIGNATURES = {"png": b"\x89PNG\r\n\x1a\n", "svg": b"<?xml", "pdf": b"%PDF-"}
SUBJECTS = (
    explainer.parse("max(0, w · x + b)", {"w": "n", "x": "n"}),
    explainer.derive("x^2 x", "x", method="operator").steps[0],
    explainer.derive("x^2 x", "x", method="operator"),
    explainer.derive("sin(x^2)", "x", method="chain").steps[1],
    explainer.derive("[3x^2 y, 2x + y^8]", "(x, y)"),
)


@in_groups("format", FORMATS)
@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: type(subject).__name__)
def test_expressions_steps_and_derivations_are_drawn_in_every_format(format, subject):
    data = render(subject, format)
    assert data.startswith(SIGNATURES[format])
    assert data == render(subject, format)


def test_there_is_a_signature_for_every_format():
    assert set(SIGNATURES) == set(FORMATS)


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: type(subject).__name__)
def test_everything_in_a_picture_can_be_typeset(subject):
    notation, marks = compose(subject)
    picture = typeset(notation)
    assert picture.problems == ()
    assert set(marks) <= set(picture.parts)


def test_a_step_shows_both_lines_marks_the_change_and_names_the_rule():
    step = SUBJECTS[1]
    notation, marks = compose(step)
    picture = typeset(notation)
    assert {(0, *path) for path in step.touched_before} <= {
        path for path, role in marks.items() if role == "changed-before"
    }
    assert {(1, *path) for path in step.touched_after} <= {
        path for path, role in marks.items() if role == "changed-after"
    }
    words = "".join(
        piece.key.partition(":")[2] for piece in picture.pieces if isinstance(piece, Glyph) and piece.part == (2,)
    )
    assert words == step.title.replace(" ", "")


def test_the_lines_of_a_derivation_stand_under_each_other_each_with_its_rule():
    trace = SUBJECTS[2]
    picture = typeset(compose(trace)[0])
    rules = [picture.parts[2 * number,] for number in range(1, len(trace.steps) + 1)]
    lines = [picture.parts[2 * number - 1,] for number in range(1, len(trace.steps) + 1)]
    for upper, lower in pairwise(lines):
        assert lower.top < upper.y
    for line, rule in zip(lines, rules, strict=True):
        assert rule.x > line.right
        assert line.y < rule.y + rule.height / 2 < line.top
    assert len({round(line.x, 3) for line in lines}) == 1


def test_a_screen_reader_hears_the_formula():
    tree = ElementTree.fromstring(render(SUBJECTS[2], "svg"))
    description = tree.find("{http://www.w3.org/2000/svg}desc").text
    assert "Product rule" in description
    assert explainer.write(SUBJECTS[2].result, "speech") in description


def test_an_unknown_format_or_theme_is_refused_with_the_choices():
    with pytest.raises(ExplainerError, match="gif") as caught:
        render(SUBJECTS[0], "gif")
    assert "png, svg, pdf" in caught.value.hint
    with pytest.raises(ExplainerError, match="pink") as caught:
        render(SUBJECTS[0], theme="pink")
    assert "paper" in caught.value.hint


@pytest.mark.parametrize("size", [0, 401, -1, float("nan")])
def test_a_size_that_cannot_be_is_refused(size):
    with pytest.raises(ExplainerError, match="size"):
        render(SUBJECTS[0], size_pt=size)


@pytest.mark.parametrize("subject", ["x^2", None, 3, object()])
def test_what_is_no_expression_is_refused(subject):
    with pytest.raises(ExplainerError, match="cannot be drawn"):
        render(subject)


def test_a_derivation_too_large_for_pixels_is_still_drawn_as_svg():
    trace = explainer.derive(" + ".join(f"sin({k} x)" for k in range(2, 12)), "x")
    with pytest.raises(LimitError):
        render(trace, "png", size_pt=400)
    assert len(render(trace, "svg", size_pt=400)) > 1000


def test_deep_expressions_are_drawn():
    assert render(explainer.parse("sin(" * 150 + "x" + ")" * 150), "svg")
