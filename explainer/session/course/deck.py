"""A lesson as a deck of slides: its title and goals, then its blocks in their order, each in large letters.

A problem is a slide that has lines of its own: its title, then its derivation on the board. A question is one slide,
and with its answer the next one, so that a class has time to think. To give a kind of block its slides: a row of
`_slides`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial, singledispatch
from typing import TYPE_CHECKING, Any

from explainer.lessons.lesson import (
    Ask,
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
from explainer.lessons.richtext import RichText
from explainer.phrases import phrase, translated
from explainer.phrases import sentence as filled
from explainer.session.course.notes import sentence_of
from explainer.session.lines.card import Sentence, notation_of, results_of_trace
from explainer.threads import once

if TYPE_CHECKING:
    from explainer.figures import Figure
    from explainer.lessons.corrections import Verdict
    from explainer.lessons.lesson import Block
    from explainer.lessons.richtext import Words
    from explainer.rules import Rule

KINDS = {
    "title": "Title", "words": "Words", "figure": "Figure", "question": "Question", "answer": "The answer",
    "problem": "Problem", "rule": "Rule", "holds": "What holds",
}  # fmt: skip
"""What the kinds of slides are called."""
HEADINGS = ("Think", "The answer", "The hint", "Which?", "A correction", "What holds")
"""What stands over slides that have no title in their lesson."""
LETTERS = "ABCDEFGH"
MOST_ROWS = 6
"""A table of more rows goes over several slides: nobody reads more of them from the last row of a lecture hall."""


@dataclass(frozen=True)
class Slide:
    """What is shown at once: a heading, sentences with formulas, a figure; they are made when it is first shown.

    `kind` is title, words, figure, question or answer; of a problem `index` says which of the lesson it is. The
    sentences in `marked` are the ones that matter: the answer among the choices. `key` names a slide of a lesson, such
    as `H1` or `figure 2`; `notes` are the speaker's own.
    """

    kind: str
    heading: str
    make: Callable[[], tuple[Sentence, ...]] = tuple
    draw: Callable[[], Figure] | None = None
    index: int = -1
    marked: frozenset[int] = frozenset()
    key: str = ""
    notes: str = ""

    @once
    def sentences(self) -> tuple[Sentence, ...]:
        """What stands under the heading."""
        return self.make()

    @once
    def figure(self) -> Figure | None:
        """The picture on it."""
        return None if self.draw is None else self.draw()

    @property
    def is_read(self) -> bool:
        """Whether all that is on it is there already; to make it may take a derivation."""
        return "sentences" in vars(self) and (self.draw is None or "figure" in vars(self))

    def read(self) -> tuple[Sentence, ...]:
        """Make what is on it; its sentences."""
        _, sentences = self.figure, self.sentences
        return sentences

    def renamed(self, heading: str) -> Slide:
        """The slide with another heading; what is made for one of the two is there for the other."""
        draw = None if self.draw is None else partial(getattr, self, "figure")
        return replace(self, heading=heading, make=partial(getattr, self, "sentences"), draw=draw)

    @property
    def is_problem(self) -> bool:
        """Whether a derivation goes with it."""
        return self.index >= 0

    def spoken(self) -> str:
        """The slide as it is announced."""
        return _read((translated(self.heading), *map(_text_of, self.sentences)))

    def in_a_list(self) -> str:
        """What tells the slide from others of its kind: not what many have in common, of an answer the answer."""
        sentences = enumerate(self.sentences)
        told = [_text_of(one) for place, one in sentences if place in self.marked or not self.marked]
        return _read(told if self.heading in HEADINGS else (translated(self.heading), *told))


def _text_of(words: Sentence) -> str:
    from explainer.session.lines.card import formula_text

    return "".join(part if isinstance(part, str) else formula_text(part) for part in words)


def _read(texts: Iterable[str]) -> str:
    """Texts one after the other, each with an end of its own."""
    shown = [text.strip() for text in texts if text.strip()]
    return " ".join(text if text.endswith((".", "?", "!", ":")) else f"{text}." for text in shown)


def slides_of(lesson: Lesson) -> tuple[Slide, ...]:
    """The slides of a lesson, the title first."""

    def goals() -> tuple[Sentence, ...]:
        return tuple(sentence for goal in lesson.goals for sentence in sentences_of(goal))

    slides = [Slide("title", lesson.title, goals)]
    for _, of_block in slides_of_blocks(lesson):
        slides += of_block
    return tuple(_named(slides))


def slides_of_blocks(lesson: Lesson) -> Iterator[tuple[Block, tuple[Slide, ...]]]:
    """Each block of a lesson with its slides, which have no keys yet."""
    index = 0
    for block in lesson.blocks:
        if isinstance(block, LessonProblem):
            yield block, (Slide("problem", block.title, index=index, key=block.id),)
            index += 1
        else:
            yield block, tuple(_slides(block))


def _named(slides: Iterable[Slide]) -> Iterator[Slide]:
    """The slides with keys: of a problem its own, of all others what number of their kind they are."""
    counts: Counter[str] = Counter()
    for slide in slides:
        counts[slide.kind] += 1
        yield slide if slide.key else replace(slide, key=f"{slide.kind} {counts[slide.kind]}")


def sentences_of(text: RichText) -> tuple[Sentence, ...]:
    """The paragraphs of a text, ready to be shown."""
    return tuple(sentence_of(words) for words in text.paragraphs)


def _one(text: RichText) -> Sentence:
    return tuple(part for sentence in sentences_of(text) for part in sentence)


@singledispatch
def _slides(block: Any) -> Iterator[Slide]:
    raise TypeError(f"no slide of a {type(block).__name__}")


@_slides.register(Prose)
def _(block: Prose) -> Iterator[Slide]:
    """A slide for each paragraph: an audience reads one while it hears it. A formula stays with the words before it."""
    paragraphs = block.text.paragraphs
    for first, end in paragraphs_of_slides(block):
        yield Slide("words", block.title, partial(_paragraphs, paragraphs[first:end]))


def paragraphs_of_slides(block: Prose) -> tuple[tuple[int, int], ...]:
    """Which paragraphs of a text each of its slides has: the first one, and the one behind the last."""
    paragraphs = block.text.paragraphs
    firsts = [k for k, words in enumerate(paragraphs) if not k or not _is_formula(words)]
    return tuple(zip(firsts, (*firsts[1:], len(paragraphs)), strict=True))


def _is_formula(words: Words) -> bool:
    """Whether a paragraph is a formula, with a full stop or a comma perhaps."""
    texts = [part for part in words if isinstance(part, str)]
    return len(words) - len(texts) == 1 and not any(text.strip(" .,;:") for text in texts)


def _paragraphs(paragraphs: tuple[Words, ...]) -> tuple[Sentence, ...]:
    return tuple(
        sentence_of(tuple(part for part in words if not isinstance(part, str)) if _is_formula(words) else words)
        for words in paragraphs
    )


@_slides.register(LessonFigure)
def _(block: LessonFigure) -> Iterator[Slide]:
    yield Slide("figure", "", lambda: sentences_of(block.caption)[:1], block.draw)


@_slides.register(LessonDescent)
def _(block: LessonDescent) -> Iterator[Slide]:
    yield Slide("figure", block.title, lambda: sentences_of(block.caption)[:1], block.draw)


@_slides.register(Question)
def _(block: Question) -> Iterator[Slide]:
    has_answer = bool(block.answer.source)
    answer = block.answer if has_answer else block.hint
    count = len(block.text.paragraphs)
    marked = frozenset(range(count, count + len(answer.paragraphs)))
    yield Slide("question", "Think", lambda: sentences_of(block.text))
    yield Slide(
        "answer",
        "The answer" if has_answer else "The hint",
        lambda: (*sentences_of(block.text), *sentences_of(answer)),
        marked=marked,
    )


@_slides.register(Ask)
def _(block: Ask) -> Iterator[Slide]:
    """The choices by their letters; on the next slide the right one, and why."""

    def question() -> tuple[Sentence, ...]:
        choices = map(_one, block.choices)
        lettered = ((f"{letter}. ", *choice) for letter, choice in zip(LETTERS, choices, strict=False))
        return (*sentences_of(block.text), *lettered)

    right = len(block.text.paragraphs) + block.right
    yield Slide("question", "Which?", question)
    yield Slide("answer", "Which?", lambda: (*question(), *sentences_of(block.why)), marked=frozenset((right,)))


@_slides.register(RuleList)
def _(block: RuleList) -> Iterator[Slide]:
    """A slide for each rule, as it is declared."""
    from explainer.rules import find_rule

    for rule in filter(None, map(find_rule, block.ids)):
        yield Slide("rule", rule.title, partial(_rule, rule))


def _rule(rule: Rule) -> tuple[Sentence, ...]:
    from explainer.session.lines.card import statements
    from explainer.session.lines.names import condition_in_words

    shown = statements(rule.statement, tuple(rule.shapes.items()), rule.is_wrong)
    condition: tuple[Sentence, ...] = (
        (filled("if {condition}", {"condition": condition_in_words(rule)}),) if rule.condition else ()
    )
    return (*shown, *condition)


@_slides.register(Table)
def _(block: Table) -> Iterator[Slide]:
    """Each problem with its derived result."""
    yield from _in_parts(block.title, len(block.problems), lambda start, end: _results(block.problems[start:end]))


def _results(identifiers: Sequence[str]) -> tuple[Sentence, ...]:
    from explainer.export.wording import several_results
    from explainer.expr.nodes import Equation
    from explainer.lessons.library import all_problems

    problems = {problem.id: problem for problem in all_problems()}
    traces = (problems[identifier].trace() for identifier in identifiers if identifier in problems)
    return tuple(
        row
        for trace in traces
        for row in (
            ((notation_of(trace.start),), *results_of_trace(trace))
            if several_results(trace)
            else ((notation_of(Equation(trace.start, trace.result)),),)
        )
    )


@_slides.register(NotationList)
def _(block: NotationList) -> Iterator[Slide]:
    def rows(start: int, end: int) -> tuple[Sentence, ...]:
        return tuple((*_one(sign), "   ", *_one(meaning)) for sign, meaning in block.entries[start:end])

    yield from _in_parts("", len(block.entries), rows)


def _in_parts(heading: str, count: int, rows: Callable[[int, int], tuple[Sentence, ...]]) -> Iterator[Slide]:
    for start in range(0, count, MOST_ROWS):
        yield Slide("words", heading, partial(rows, start, start + MOST_ROWS))


@_slides.register(Correction)
def _(block: Correction) -> Iterator[Slide]:
    """What is printed, then what holds, each with the numbers that decide: both at once have no room."""
    from explainer.lessons.corrections import verify_correction

    def printed() -> tuple[Sentence, ...]:
        return (*sentences_of(block.text)[:1], *_told(verify_correction(block).printed))

    def holds() -> tuple[Sentence, ...]:
        return _told(verify_correction(block).holds)

    yield Slide("words", "A correction", printed)
    yield Slide("holds", "What holds", holds, marked=frozenset((0,)))


def _told(verdict: Verdict) -> tuple[Sentence, ...]:
    """A formula with the sign of its verdict, and below it what the numbers say."""
    shown = verdict.text if verdict.node is None else notation_of(verdict.node)
    return ("✓   " if verdict.ok else "✗   ", shown), (phrase("{0}.", verdict.finding),)


@_slides.register(Drill)
def _(block: Drill) -> Iterator[Slide]:
    """The problems of a drill, to be solved by the class."""

    def tasks() -> tuple[Sentence, ...]:
        given = enumerate(block.problems(), start=1)
        return tuple((f"{number}. ", notation_of(one.trace.start)) for number, one in given)

    yield Slide("question", block.title, tasks)
