"""A sitting that outlives the program: after every answer it is written to a file, from which it is taken up again.

What is kept are the problems and what the learner did; the exercise follows by doing the same once more. So a kill
loses nothing but what was not yet answered. A file that is damaged, or of another version, is passed over and said.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from explainer.budget import Budget
from explainer.destinations import reason_of, whole_file
from explainer.engine import Trace, derive
from explainer.errors import ExplainerError
from explainer.phrases import phrase
from explainer.practice.exercise import ASKS, Asks, Exercise, Reply
from explainer.practice.learner.record import Outcome, Record
from explainer.practice.learner.sitting import Given, Sitting, skill_of
from explainer.practice.questions.hints import Hint
from explainer.practice.skills import all_skills
from explainer.practice.skills.neighbours import neighbour

VERSION = 1
WORK = 2_000_000
"""So much work may the derivation of one problem cost; what is longer is no exercise."""
MOST_BYTES = 4_000_000
MOST_PROBLEMS = 100


def given_of(trace: Trace, title: str = "") -> Given:
    """A derivation as a problem of a sitting, with the skill that it trains."""
    return Given(trace, skill_of(trace, all_skills()), 1, title)


def derived(text: str, wrt: str, shapes: Mapping[str, str], method: str, layout: str, order: int, form: str) -> Trace:
    """The derivation of a problem, with all its steps. Raises ExplainerError."""
    trace = derive(text, wrt or None, shapes, method, layout, order, form, Budget(most_work=WORK))
    if not trace.steps:
        raise ExplainerError("there is no step to practise in this derivation", hint="Choose another problem.")
    return trace


class KeptSitting:
    """Drives a sitting, and keeps what was done. `complaint` says why it could not be written or read."""

    def __init__(self, sitting: Sitting, file: Path | None, asks: Asks = "line") -> None:
        self.sitting = sitting
        self.asks: Asks = asks
        self.complaint = ""
        self._file = file
        self._begun_with: Asks = asks
        self._acts: list[tuple[str, str]] = []

    @property
    def exercise(self) -> Exercise | None:
        """The exercise at hand."""
        return self.sitting.exercise

    def answer(self, text: str) -> Reply:
        """Judge an answer, and keep it."""
        reply = self._open.answer(text)
        self._note("answer", text)
        return reply

    def hint(self) -> Hint | None:
        """The next hint for the step; None when there is none left."""
        hint = self._open.hint()
        self._note("hint")
        return hint

    def skip(self) -> Reply:
        """Show the line and go on."""
        reply = self._open.skip()
        self._note("skip")
        return reply

    def ask(self, asks: Asks) -> None:
        """Ask in another way from now on."""
        self.asks = asks
        if self.exercise is not None:
            self.exercise.ask(asks)
            self._note("ask", asks)

    def next(self) -> Outcome | None:
        """Remember how the exercise went, and go on to the next problem."""
        outcome = self.sitting.next()
        self.complaint = self.sitting.record.complaint or self.complaint
        self._acts, self._begun_with = [], self.asks
        if self.exercise is not None:
            self.exercise.ask(self.asks)
            self._write()
        else:
            self.forget()
        return outcome

    def again(self) -> None:
        """Do anew what was done of the exercise at hand: after something was stopped in its middle."""
        problem = self.sitting.problem
        if problem is not None:
            acts, self._acts = self._acts, []
            self.sitting.exercise = Exercise(problem.trace, asks=self._begun_with, given=problem.given)
            self._repeat(acts)

    def like_this(self, seed: int) -> KeptSitting | None:
        """A sitting with another problem like the last one; None where there is none."""
        last = self.sitting.problems[-1]
        other = neighbour(last.trace, all_skills(), seed)
        if other is None or not other.steps:
            return None
        given = Given(other, last.skill, last.grade, last.title)
        return KeptSitting(Sitting([given], self.sitting.record, asks=self.asks, seed=seed), self._file, self.asks)

    def forget(self) -> None:
        """Keep nothing of this sitting any more: it is at its end, or was given up."""
        if self._file is not None:
            try:
                self._file.unlink(missing_ok=True)
            except OSError as error:
                self.complaint = phrase("What you have begun cannot be saved: {0}.", reason_of(error))

    # --- inside ------------------------------------------------------------------------------------------------------

    @property
    def _open(self) -> Exercise:
        if self.exercise is None:
            raise ExplainerError("the sitting is at its end", hint="Begin another one.")
        return self.exercise

    def _note(self, act: str, text: str = "") -> None:
        self._acts.append((act, text))
        self._write()

    def _repeat(self, acts: list[tuple[str, str]]) -> None:
        for act, text in acts:
            exercise = self.exercise
            if exercise is None or exercise.done:
                break
            if act == "answer":
                exercise.answer(text)
            elif act == "ask":
                self.asks = _asks(text)
                exercise.ask(self.asks)
            elif act == "hint":
                exercise.hint()
            else:
                exercise.skip()
            self._acts.append((act, text))

    def _write(self) -> None:
        if self._file is None:
            return
        sitting = self.sitting
        data = {
            "version": VERSION,
            "problems": [_plain(given) for given in sitting.problems[sitting.progress[0] :]],
            "asks": self._begun_with,
            "acts": self._acts,
        }
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with whole_file(self._file) as stream:
                stream.write(json.dumps(data, ensure_ascii=False).encode("utf-8"))
        except OSError as error:
            self.complaint = phrase("What you have begun cannot be saved: {0}.", reason_of(error))


def unfinished_file(record: Record) -> Path | None:
    """Where the sitting that was begun is kept: beside the answers."""
    return None if record.file is None else record.file.with_name("unfinished.json")


def take_up(record: Record) -> KeptSitting | None:
    """The sitting that was begun and not finished; None where there is none.

    Raises ExplainerError, with a reason, for a file that cannot be used; it is put out of the way then.
    """
    file = unfinished_file(record)
    if file is None or not file.exists():
        return None
    try:
        if file.stat().st_size > MOST_BYTES:
            raise ValueError("too long")
        data = json.loads(file.read_bytes().decode("utf-8"))
        if data["version"] != VERSION or not 0 < len(data["problems"]) <= MOST_PROBLEMS:
            raise ValueError("another version")
        asks = _asks(data["asks"])
        sitting = Sitting([_understood(row) for row in data["problems"]], record, asks=asks)
        kept = KeptSitting(sitting, file, asks)
        kept._repeat([(str(act), str(text)) for act, text in data["acts"]])
    except OSError as error:
        raise ExplainerError(phrase("What you had begun cannot be read: {0}.", reason_of(error))) from error
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, ExplainerError) as error:
        _put_aside(file)
        raise ExplainerError(
            "What you had begun cannot be taken up again: its file is damaged or of another version.",
            hint="The file was put aside; your answers are kept.",
        ) from error
    return kept


def _put_aside(file: Path) -> None:
    try:
        file.replace(file.with_suffix(".damaged"))
    except OSError:
        return  # it stays where it is, and is passed over again the next time


def _asks(text: object) -> Asks:
    found = next((way for way in ASKS if way == text), None)
    if found is None:
        raise ValueError("no way of asking")
    return found


def _plain(given: Given) -> dict[str, object]:
    problem = given.trace.problem
    return {
        "text": problem.text,
        "wrt": problem.wrt.text(),
        "shapes": {name: str(shape) for name, shape in problem.shapes.items()},
        "method": problem.method,
        "layout": problem.layout,
        "order": problem.order,
        "form": problem.form,
        "skill": given.skill,
        "grade": given.grade,
        "title": given.title,
        "given": given.given,
    }


def _understood(row: Any) -> Given:
    texts = [row[name] for name in ("text", "wrt", "method", "layout", "form", "skill", "title")]
    numbers = [row[name] for name in ("order", "grade", "given")]
    if not all(isinstance(text, str) for text in texts) or not all(type(number) is int for number in numbers):
        raise TypeError("no problem")
    trace = derived(row["text"], row["wrt"], dict(row["shapes"]), row["method"], row["layout"], row["order"],
                    row["form"])  # fmt: skip
    return Given(trace, row["skill"], row["grade"], row["title"], row["given"])
