"""A worksheet as a document: the problems with lines to write on, then the answers, then every step for the teacher.

Each of the three begins on a page of its own, so that the first can be handed out alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from explainer.expr.nodes import Equation
from explainer.handouts.from_trace import all_results, derivation
from explainer.handouts.model import Block, Document, Heading, NewPage, Paragraph, Task, Words

if TYPE_CHECKING:
    from explainer.engine.trace import Problem
    from explainer.practice.skills.worksheet import Worksheet

FEWEST_LINES, MOST_LINES = 3, 6  # room to write: a short answer needs a try, a long one half a page


def document_of_worksheet(sheet: Worksheet) -> Document:
    """The sheet, the answers, and the key for the teacher."""
    titles = ", ".join(skill.title for skill in sheet.skills)
    headings = (Heading(2, "Answers", "answers"), Heading(2, "Key with every step", "key"))

    def blocks() -> Iterator[Block]:
        for number, task in enumerate(sheet.tasks, start=1):
            problem = task.trace.problem
            words: Words = ("Differentiate with respect to ", problem.wrt, ".", *_shapes(problem, task.shapes))
            lines = min(max(len(task.trace.steps), FEWEST_LINES), MOST_LINES)
            yield Task(number, words, problem.expression, lines)
        yield NewPage()
        yield headings[0]
        for number, task in enumerate(sheet.tasks, start=1):
            yield Paragraph((f"{number}.  ", Equation(task.trace.start, task.trace.result)))
        yield NewPage()
        yield headings[1]
        for number, task in enumerate(sheet.tasks, start=1):
            yield Heading(3, f"{number}. {task.skill.title}", f"key-{number}")
            yield derivation(task.trace, f"problem-{number}")
            yield from all_results(task.trace)

    subtitle = f"Grade {sheet.grade}, seed {sheet.seed}"
    return Document(f"Worksheet: {titles}", subtitle, blocks)


def _shapes(problem: Problem, declared: Collection[str]) -> tuple[str, ...]:
    """The shapes of what is more than a scalar, as the end of a task."""
    shapes = {name: shape for name, shape in problem.shapes.items() if name in declared and not shape.is_scalar}
    told = [f"{name}: {shape.display()}" for name, shape in shapes.items()]
    return (f" Shapes: {', '.join(told)}.",) if told else ()
