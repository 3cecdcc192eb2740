"""A sitting that outlives the program: after every answer it is written to a file, from which it is taken up again.

What is kept are the problems and what the learner did; the exercise follows by doing the same once more. So a kill
loses nothing but what was not yet answered. Each sitting has a file of its own; one that is damaged, or of another
version, is put aside and said.
"""

from __future__ import annotations

from pathlib import Path

from explainer.destinations import reason_of
from explainer.engine import Trace
from explainer.errors import ExplainerError
from explainer.phrases import phrase
from explainer.practice.exercise import Asks, Exercise, Reply
from explainer.practice.learner import kept_files
from explainer.practice.learner.kept_files import Kept, asks_of, derived
from explainer.practice.learner.record import Outcome, Record
from explainer.practice.learner.sitting import Given, Sitting, skill_of
from explainer.practice.questions.hints import Hint
from explainer.practice.skills import all_skills
from explainer.practice.skills.alike import neighbour


def given_of(trace: Trace, title: str = "", source: str = "") -> Given:
    """A derivation as a problem of a sitting, with the skill that it trains."""
    return Given(trace, skill_of(trace, all_skills()), 1, title, source=source)


class KeptSitting:
    """Drives a sitting, and keeps what was done. `complaint` says why it could not be written or read."""

    def __init__(self, sitting: Sitting, asks: Asks = "line") -> None:
        self.sitting = sitting
        self.asks: Asks = asks
        self.complaint = ""
        sitting.name = sitting.name or kept_files.new_name()
        self._file = kept_files.file_of(sitting.record, sitting.name)
        self._begun_with: Asks = asks
        self._acts: list[tuple[str, str]] = []

    @property
    def exercise(self) -> Exercise | None:
        """The exercise at hand."""
        return self.sitting.exercise

    @property
    def covered(self) -> tuple[int, int]:
        """How many of the last lines of the problem at hand were left to the learner, of how many."""
        exercise = self.exercise
        if exercise is None:
            return 0, 0
        blanks = exercise.blanks
        return sum(number > exercise.given for number in blanks), len(blanks)

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

    def skip_to(self, number: int) -> Reply:
        """Show all lines up to the one with this number, and go on."""
        reply = self.skip()
        while self.exercise is not None and not self.exercise.done and self.exercise.number <= number:
            reply = self.skip()
        return reply

    @property
    def can_undo(self) -> bool:
        """Whether there is a question to go back to."""
        return self.exercise is not None and self.exercise.can_undo

    def undo(self) -> bool:
        """Go back to the question before; return whether there was one."""
        undone = self._open.undo()
        if undone:
            self._note("undo")
        return undone

    def ask(self, asks: Asks) -> None:
        """Ask in another way from now on."""
        self.asks = asks
        if self.exercise is not None:
            self.exercise.ask(asks)
            self._note("ask", asks)

    def cover(self, count: int) -> None:
        """Begin the problem at hand anew with so many of its last lines left to the learner: none makes it a worked
        example. What was right and wrong by now still counts.
        """
        self._cover(count)
        self._note("cover", str(count))

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
            self.asks = self._begun_with
            self.sitting.exercise = Exercise(
                problem.trace, asks=self._begun_with, given=problem.given, seed=self.sitting.seed
            )
            self._repeat(acts)

    def like_this(self, seed: int) -> KeptSitting | None:
        """A sitting with another problem like the last one; None where there is none."""
        last = self.sitting.problems[-1]
        other = neighbour(last.trace, all_skills(), seed)
        if other is None or not other.steps:
            return None
        given = Given(other, last.skill, last.grade, last.title)
        return KeptSitting(Sitting([given], self.sitting.record, asks=self.asks, seed=seed), self.asks)

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

    def _cover(self, count: int) -> None:
        exercise = self._open
        blanks = exercise.blanks
        count = max(0, min(count, len(blanks)))
        given = blanks[-count] - 1 if count else len(exercise.trace.steps)
        self.sitting.exercise = Exercise(
            exercise.trace, asks=self.asks, given=given, seed=self.sitting.seed, score=exercise.score
        )

    def _repeat(self, acts: list[tuple[str, str]]) -> None:
        for act, text in acts:
            exercise = self.exercise
            if exercise is None or (exercise.done and act not in ("ask", "cover", "undo")):
                break
            if act == "answer":
                exercise.answer(text)
            elif act == "ask":
                self.asks = asks_of(text)
                exercise.ask(self.asks)
            elif act == "cover":
                self._cover(int(text[:4]))
            elif act == "hint":
                exercise.hint()
            elif act == "undo":
                exercise.undo()
            else:
                exercise.skip()
            self._acts.append((act, text))

    def _write(self) -> None:
        if self._file is None:
            return
        sitting = self.sitting
        done = sitting.progress[0]
        problems = tuple(kept_files.plain(given) for given in sitting.problems[done:])
        try:
            kept = Kept(sitting.name, sitting.first + done, sitting.seed, self._begun_with, problems, tuple(self._acts))
            kept_files.write(self._file, kept)
        except OSError as error:
            self.complaint = phrase("What you have begun cannot be saved: {0}.", reason_of(error))


def take_up(record: Record, file: Path | None = None) -> KeptSitting | None:
    """The sitting that was begun last, or that of a file, where it was left; None where none is left.

    A problem whose outcome was remembered before the program was killed is not asked for again. Raises ExplainerError,
    with a reason, for a file that cannot be used; it is put out of the way then.
    """
    try:
        for place in (file,) if file is not None else kept_files.files_of(record):
            found = _taken_up(record, place)
            if found is not None:
                return found
    except OSError as error:
        raise ExplainerError(phrase("What you had begun cannot be read: {0}.", reason_of(error))) from error
    return None


def _taken_up(record: Record, file: Path) -> KeptSitting | None:
    """The sitting in a file; None where all of it was done. Raises OSError and ExplainerError."""
    try:
        kept = kept_files.read(file)
        known = {outcome.key for outcome in record.outcomes}
        problems, acts, first = list(kept.problems), kept.acts, kept.first
        while problems and f"{kept.name}:{first}" in known:
            problems, acts, first = problems[1:], (), first + 1
        if not problems:
            file.unlink(missing_ok=True)
            return None
        given = [kept_files.understood(row) for row in problems]
        sitting = Sitting(given, record, asks=kept.asks, seed=kept.seed, name=kept.name, first=first)
        made = KeptSitting(sitting, kept.asks)
        made._file = file
        made._repeat(list(acts))
    except OSError:
        raise
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, ExplainerError) as error:
        kept_files.put_aside(file)
        raise ExplainerError(
            "What you had begun cannot be taken up again: its file is damaged or of another version.",
            hint="The file was put aside; your answers are kept.",
        ) from error
    return made


__all__ = ["KeptSitting", "derived", "given_of", "take_up"]
