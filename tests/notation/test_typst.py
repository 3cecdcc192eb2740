"""Typst reads every formula of the lessons, and every construct of the notation."""

from __future__ import annotations

import pytest

from explainer.lessons.library import all_problems
from explainer.notation import typst as face
from explainer.notation import write, write_notation
from tests.notation.test_faces import ONE_PIECE_OF_EACH

typst = pytest.importorskip("typst", reason="typst is not installed; the extra “test” brings it")


def compiled(source: str) -> bytes:
    return typst.compile(source.encode())


def test_every_construct_is_read() -> None:
    shown = "\n\n".join(f"$ {face(piece)} $" for piece in ONE_PIECE_OF_EACH)
    assert compiled(shown).startswith(b"%PDF")


def test_every_first_and_last_line_of_the_lessons_is_read() -> None:
    problems = all_problems()[::3]
    formulas = []
    for problem in problems:
        trace = problem.trace()
        formulas += [face(write_notation(trace.start)), face(write_notation(trace.result))]
    assert len(formulas) > 40
    assert compiled("\n\n".join(f"$ {formula} $" for formula in formulas)).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("x^2", "attach(x, t: 2)"),
        ("max(0, x)", '"max" lr(paren.l 0 \\, x paren.r)'),
        ("x/y", "frac(x, y)"),
        ("[1, x]", "lr(bracket.l mat(delim: #none, 1; x) bracket.r)"),
    ],
)
def test_what_is_written(text: str, written: str) -> None:
    import explainer

    assert write(explainer.parse(text), "typst") == written
