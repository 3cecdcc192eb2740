"""What a lesson asks in the terminal beside its problems: its questions with choices, and what there is to think about.

Answers are lines of the standard input, as in the sitting around it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Iterable, Iterator
from typing import TYPE_CHECKING

from explainer.errors import ExplainerError, ParseError
from explainer.session.kept.progress import SOLVED

if TYPE_CHECKING:
    from explainer.expr.node import Node
    from explainer.lessons import Lesson, Question
    from explainer.rules import Words
    from explainer.session.kept.progress import Progress

MARGIN = "    "
PASSED_OVER = ("next", "skip", "quit")
YES = ("y", "yes")


def asked_first(lesson: Lesson, progress: Progress, typed: Callable[[], str]) -> Iterator[str]:
    """The questions with choices at the head of a lesson, each until it is answered rightly or passed over."""
    for ask in lesson.asks:
        yield " ".join(ask.text.written(shown))
        yield from (f"{MARGIN}{k}. {' '.join(choice.written(shown))}" for k, choice in enumerate(ask.choices, start=1))
        while (answer := typed()) and answer.strip().lower() not in PASSED_OVER:
            chosen = ask.chosen(answer)
            if chosen == ask.right:
                yield "✓ " + " ".join(ask.why.written(shown))
                progress.mark(SOLVED, lesson.task_of(ask))
                break
            yield f"Answer with a number from 1 to {len(ask.choices)}." if chosen is None else "✗ Not this one."
        yield ""


def thought_over(lesson: Lesson, progress: Progress, typed: Callable[[], str]) -> Iterator[str]:
    """What there is to think about: an answer is judged where it is a formula, else compared with the model answer."""
    questions = [question for question in lesson.questions if question.answer.source]
    for place, question in enumerate(questions, start=1):
        yield ""
        yield f"Think, {place} of {len(questions)}: {_words(question.text.written(shown))}"
        what = "a formula" if question.expects is not None else "your answer in a few words"
        yield f"{MARGIN}Type {what}; “?” for the hint, “skip” for the model answer, “next” to go on."
        done = yield from _answered(question, typed)
        if done == SOLVED:
            progress.mark(SOLVED, lesson.task_of(question))
        if done == "quit":
            return


def _answered(question: Question, typed: Callable[[], str]) -> Generator[str, None, str]:
    """Ask until the question is answered or passed over; the value says which."""
    from explainer.lessons.answering import judge

    again = ""  # an answer that was typed where one was asked whether it says the same
    while (answer := again or typed()) and (order := answer.strip().lower()) not in ("next", "quit"):
        again = ""
        if order in ("?", "hint"):
            yield _words(question.hint.written(shown)) or "There is no hint."
            continue
        if order == "skip":
            yield from _model(question)
            return ""
        try:
            judged = judge(question, answer.rstrip("\n"))
        except ExplainerError as error:
            yield f"  {error.message}"
            if isinstance(error, ParseError):
                yield from (f"{MARGIN}{line}" for line in error.caret_lines())
            yield from (f"{MARGIN}{error.hint}",) if error.hint else ()
            continue
        if judged.right is False:
            yield f"✗ {judged.words}"
            continue
        yield f"{'✓' if judged.right else ' '} {judged.words}"
        yield from _model(question)
        if judged.right:
            return SOLVED
        yield "Does yours say the same? “yes”, or answer once more; “next” goes on."
        agreed = typed()
        if agreed.strip().lower() in YES:
            yield "✓"
            return SOLVED
        if not agreed:
            return "quit"
        again = agreed
    return answer.strip().lower() or "quit"


def _model(question: Question) -> Iterator[str]:
    yield f"{MARGIN}Model answer: {_words(question.answer.written(shown))}"


def _words(paragraphs: Iterable[str]) -> str:
    return " ".join(paragraphs)


def read_typed() -> str:
    """The next line of the input with its end; empty where there is none."""
    if sys.stdin is None:
        return ""
    if sys.stdin.isatty():
        sys.stdout.write("> ")
        sys.stdout.flush()
    try:
        return sys.stdin.readline()
    except OSError:
        return ""  # nobody can type here
    except UnicodeDecodeError:
        return "\N{REPLACEMENT CHARACTER}\n"


def shown(node: Node) -> str:
    """A formula as a terminal shows it."""
    from explainer.notation import write

    return write(node, "unicode")


def told(words: Words, show: Callable[[Node], str] = shown) -> str:
    """Words with their formulas as a terminal shows them."""
    return "".join(part if isinstance(part, str) else show(part) for part in words)
