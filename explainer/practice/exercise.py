"""An exercise: one derivation that a learner works through. Every window and every terminal drives this one object.

    exercise = Exercise(trace, asks="line")          # or "rule", or "cover"; `given` lines are shown from the start
    exercise.question                                # what is asked now: None when it is done
    reply = exercise.answer("2 x sin(x)")            # a line, the number of a choice, what stands under a cover
    exercise.hint()                                  # the next of four hints, or None
    exercise.skip()                                  # shows the line and goes on
    exercise.undo()                                  # goes back to the question before
    exercise.progress, exercise.score                # how far, and how well

A line that is right goes as far as it leads: several steps, or to the end. A wrong one changes nothing but the score.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic
from typing import Literal, TypeAlias

from explainer.engine import Step, Trace
from explainer.errors import ExplainerError
from explainer.expr.node import Node, Path
from explainer.phrases import joined, phrase, sentence
from explainer.practice.assessment import Assessment, assess
from explainer.practice.questions.covered import Cover, cover_of
from explainer.practice.questions.hints import GRADES, Hint, hint_for
from explainer.practice.questions.next_rule import RuleQuestion, rule_question
from explainer.practice.questions.place import step_to_find
from explainer.rules import Rule, Words

Asks: TypeAlias = Literal["line", "rule", "cover"]
ASKS: tuple[Asks, ...] = ("line", "rule", "cover")
"""The three ways to act: type the next line or the result, choose the next rule, type what is covered."""

GOES_ON = frozenset({"next", "ahead", "equal"})
"""The verdicts on a line that is taken for an answer."""
KEEPS_CHANCE = frozenset({"unreadable", "unchanged", "transposed"})
"""Verdicts on what is no mistake: it was typed badly, nothing was done, or it is right in the other layout."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked now: `line` is what stands there, `paths` the parts of it that are marked.

    `choices` are there where a rule is asked for; a `cover` where the part that a step makes is, and `line` is then
    the line after the step. `step` is the step that is sought.
    """

    number: int
    asks: Asks
    line: Node
    paths: tuple[Path, ...]
    step: Step
    choices: tuple[Rule, ...] = ()
    cover: Cover | None = None

    @property
    def words(self) -> Words:
        """What is asked, in a sentence."""
        if self.asks == "rule":
            return sentence("Which rule comes next?", {})
        if self.asks == "cover":
            return sentence("What stands under the cover?", {})
        return sentence("What is the next line, or the result?", {})


@dataclass(frozen=True, slots=True)
class Reply:
    """What is said to an answer: whether it was `right`, why, and how many steps it leads on.

    `shown` are the steps that are set on the board now. `assessment` is there for what was typed, not for a choice.
    """

    right: bool
    words: Words
    moved: int = 0
    shown: tuple[Step, ...] = ()
    assessment: Assessment | None = None
    done: bool = False

    @property
    def judged(self) -> bool | None:
        """Whether it is right; None for what is neither right nor a mistake: it led on, or asks for another try."""
        no_mistake = self.assessment is not None and self.assessment.verdict in KEEPS_CHANCE
        return None if not self.right and (self.moved or no_mistake) else self.right

    @property
    def message(self) -> str:
        """The words as plain text, formulas in the input language."""
        return "".join(part if isinstance(part, str) else part.text() for part in self.words)


@dataclass(slots=True)
class Score:
    """How an exercise went, as far as it is done."""

    asked: int = 0
    first_try: int = 0
    wrong: int = 0
    hints: int = 0
    highest_hint: int = 0
    skipped: int = 0
    mistakes: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def right_at_once(self) -> bool:
        """Whether nothing went wrong and nothing was shown."""
        return not self.wrong and not self.skipped and self.highest_hint < len(GRADES)


class Exercise:
    """A derivation with the learner at one of its steps.

    The first `given` steps are shown from the start: a worked example gives all of them, fading fewer and fewer. The
    `seed` decides the order of choices; a `score` goes on. The derivation itself is not changed.
    """

    def __init__(
        self,
        trace: Trace,
        *,
        asks: Asks = "line",
        given: int = 0,
        seed: int = 0,
        clock: Callable[[], float] = monotonic,
        score: Score | None = None,
    ) -> None:
        self.trace = trace
        self.seed = seed
        self.given = max(0, given)
        self.score = score or Score()
        self._asks: Asks = asks
        self._clock = clock
        self._since = clock()
        self._number = 0
        self._hints = 0
        self._spoiled = False
        self._shown_some = False
        self._taken: list[tuple[int, bool]] = []
        self._question: Question | None = None
        self._go_to(self.given + 1)

    @property
    def blanks(self) -> tuple[int, ...]:
        """The numbers of the steps that can be left to the learner: of all but wrong turns."""
        return tuple(step.number for step in self.trace.steps if step.attempt is None)

    @property
    def number(self) -> int:
        """The step that is asked for, counted from 1; one more than the last where all are done."""
        return self._number

    @property
    def done(self) -> bool:
        """Whether nothing is left to ask."""
        return self._question is None

    @property
    def solved(self) -> bool:
        """Whether the learner has found every line that was covered, and none was shown."""
        return self.done and not self._shown_some and self.given < len(self.trace.steps)

    @property
    def letters(self) -> Words:
        """What the letters stand for, the shape of each vector and matrix, and what is known of them; nothing where
        all are scalars.
        """
        shapes = self.trace.problem.shapes
        told = [phrase("{0}: {1}", name, shapes[name].display()) for name in sorted(shapes) if shapes[name].sizes]
        words: Words = (joined(", ", told),) if told else ()
        for fact in self.trace.problem.facts:
            words = (*words, "; " if words else "", fact)
        return words

    @property
    def progress(self) -> tuple[int, int]:
        """How many steps are done, of how many."""
        return min(self._number - 1, len(self.trace.steps)), len(self.trace.steps)

    @property
    def shown(self) -> tuple[Step, ...]:
        """The steps that are on the board: those before the one that is asked for."""
        return tuple(step for step in self.trace.steps[: self._number - 1])

    @property
    def question(self) -> Question | None:
        """What is asked now; None when the exercise is done."""
        return self._question

    @property
    def rules(self) -> RuleQuestion | None:
        """The choices of rules for this step, also while a line is asked for: a window may offer both."""
        return None if self.done else rule_question(self.trace, self._number, self.seed)

    def ask(self, asks: Asks) -> None:
        """Ask for the step in another way from now on."""
        self._asks = asks
        self._ask()

    def answer(self, text: str) -> Reply:
        """Judge an answer: a typed line, the number (1 to 4), letter (a to d) or id of a choice, or what is covered.

        Raises ExplainerError when nothing is asked any more.
        """
        question = self._open_question()
        if question.asks == "rule":
            return self._chosen(text)
        cover = question.cover
        found = assess(self.trace, self._number, text) if cover is None else cover.answer(text)
        if found.verdict in GOES_ON:
            reached = max(found.reached, question.step.number) if cover is not None else found.reached
            return self._right(found, reached)
        if found.verdict not in KEEPS_CHANCE:
            self._note_wrong(found.mistake)
        return Reply(False, found.words, assessment=found)

    def hint(self) -> Hint | None:
        """The next hint for this step; None when all four have been given."""
        self._open_question()
        if self._hints == len(GRADES):
            return None
        self._hints += 1
        self.score.hints += 1
        self.score.highest_hint = max(self.score.highest_hint, self._hints)
        if self._hints == len(GRADES):
            self._spoiled = self._shown_some = True
        return hint_for(self.trace, self._number, self._hints)

    def skip(self) -> Reply:
        """Show the step and go on to the next one."""
        step = self._open_question().step
        self.score.skipped += 1
        self._spoiled = self._shown_some = True
        return self._moved(step.number, sentence("Shown: {title}.", {"title": step.title}), None, right=False)

    @property
    def can_undo(self) -> bool:
        """Whether there is a question to go back to."""
        return bool(self._taken)

    def undo(self) -> bool:
        """Go back to the question before, which is not new any more; return whether there was one.

        What was right and wrong there is not counted twice.
        """
        if not self._taken:
            return False
        number, at_once = self._taken.pop()
        self.score.asked -= 1
        self.score.first_try -= at_once
        self._go_to(number)
        self._spoiled = True
        return True

    # --- inside ------------------------------------------------------------------------------------------------------

    def _open_question(self) -> Question:
        if self._question is None:
            raise ExplainerError("the exercise is done", hint="Begin another one.")
        return self._question

    def _chosen(self, text: str) -> Reply:
        question = self.rules
        assert question is not None
        place = _choice(text, question.choices)
        if place is None:
            words = phrase("Answer with a number from 1 to {0}, or with a letter from a on.", len(question.choices))
            return Reply(False, (words,), assessment=Assessment("unreadable", words))
        if place != question.right_place:
            self._note_wrong(None)
            return Reply(False, question.reason(place))
        return self._moved(self._open_question().step.number, question.reason(place), None)

    def _right(self, found: Assessment, reached: int) -> Reply:
        if reached < self._open_question().step.number:  # a line between: the step is not finished with it
            return Reply(True, found.words, assessment=found)
        return self._moved(reached, found.words, found)

    def _moved(self, reached: int, words: Words, found: Assessment | None, *, right: bool = True) -> Reply:
        before = self._number
        self.score.asked += 1
        self.score.first_try += not self._spoiled
        self._taken.append((before, not self._spoiled))
        self._go_to(reached + 1)
        shown = tuple(self.trace.steps[before - 1 : reached])
        return Reply(right, words, self._number - before, shown, found, self.done)

    def _note_wrong(self, mistake: str | None) -> None:
        self._spoiled = True
        self.score.wrong += 1
        if mistake is not None:
            self.score.mistakes.append(mistake)

    def _go_to(self, number: int) -> None:
        now = self._clock()
        self.score.seconds += max(0.0, now - self._since)
        self._since = now
        self._number, self._hints, self._spoiled = number, 0, False
        self._ask()

    def _ask(self) -> None:
        try:
            step = step_to_find(self.trace, self._number)
        except ExplainerError:
            self._question, self._number = None, len(self.trace.steps) + 1
            return
        self._number = step.number
        rules = rule_question(self.trace, step.number, self.seed) if self._asks == "rule" else None
        cover = cover_of(self.trace, step.number) if self._asks == "cover" else None
        self._question = Question(
            number=step.number,
            asks=self._asks,
            line=step.before if cover is None else cover.line,
            paths=rules.place.paths if rules is not None else () if cover is None else (cover.path,),
            step=step,
            choices=rules.choices if rules is not None else (),
            cover=cover,
        )


def _choice(text: str, choices: tuple[Rule, ...]) -> int | None:
    """Which choice was meant: its number, its letter, its id or its name."""
    wanted = text.strip().strip(".)").lower()
    if wanted.isdecimal() and 1 <= int(wanted[:3]) <= len(choices):
        return int(wanted) - 1
    if len(wanted) == 1 and 0 <= ord(wanted) - ord("a") < len(choices):
        return ord(wanted) - ord("a")
    names = [(rule.id, rule.title.lower(), phrase(rule.title).said().lower()) for rule in choices]
    return next((k for k, known in enumerate(names) if wanted in known), None)
