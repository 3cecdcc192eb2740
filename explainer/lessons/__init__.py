"""The course that comes with the program: the paper's derivations in their order, with words between them.

Start reading at `lesson.py` (what a lesson is), then `reading.py` (the form of a file), `corrections.py` (how numbers
decide between what the paper prints and what holds) and `examining.py` (what is tried of a lesson beyond its form).

To add a lesson: one file in `resources/lessons`; the order is that of the file names. It is listed, checked by
`explainer check` and tested from then on. At its top stand `id`, `title`, `section`, `goals` (a list of texts) and, for
the names in its formulas, `shapes`; then come `[[blocks]]`, each with a `kind`:

    prose       text
    problem     id, title, text, wrt, and where wanted shapes, method, layout, caption
    question    text, hint, and where wanted answer (a model answer, hidden like the hint), expects (a formula, without
                braces: what is typed is right when it has its value), shapes
    ask         text, choices (texts), right (the number of the right one, from 1), why
    drill       title, skills (ids of skills that are practised), and where wanted grade (1 to 5)
    correction  problem, text, printed, holds, at, and where wanted derivative, against, shapes
    rules       ids
    table       title, problems
    notation    entries: pairs of a sign and its meaning
    descent     title, problems, start, data, step_size, steps, and where wanted caption, shapes
    figure      figure, caption, and where wanted problem, options (the figures are in explainer.figures.registry)

Texts hold formulas in the input language between braces: `the square {x^2}`. A lesson holds no results: problems are
derived when it is opened, and both formulas of a correction are compared with the derivative by numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explainer.lessons.error import LessonError
from explainer.lessons.lesson import (
    Ask,
    Block,
    Correction,
    Drill,
    Lesson,
    LessonDescent,
    LessonFigure,
    LessonProblem,
    NotationList,
    Prose,
    Question,
    RuleList,
    Table,
)
from explainer.lessons.library import Library, all_lessons, all_problems, lesson_errors, load_library
from explainer.lessons.richtext import Formula, RichText

if TYPE_CHECKING:
    from explainer.lessons.corrections import CorrectionResult, Verdict, verify_correction
    from explainer.lessons.examining import faults

_LATER = {
    "CorrectionResult": "corrections",
    "Verdict": "corrections",
    "verify_correction": "corrections",
    "faults": "examining",
}


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module explainer.lessons has no attribute {name}")
    from importlib import import_module

    return getattr(import_module(f"explainer.lessons.{_LATER[name]}"), name)


__all__ = [
    "Ask",
    "Block",
    "Correction",
    "CorrectionResult",
    "Drill",
    "Formula",
    "Lesson",
    "LessonDescent",
    "LessonError",
    "LessonFigure",
    "LessonProblem",
    "Library",
    "NotationList",
    "Prose",
    "Question",
    "RichText",
    "RuleList",
    "Table",
    "Verdict",
    "all_lessons",
    "all_problems",
    "faults",
    "lesson_errors",
    "load_library",
    "verify_correction",
]
