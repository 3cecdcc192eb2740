"""Handouts made beside the window, in a process of their own: what is to be made, and the program that makes it.

A second thread would not do: expressions are interned without a lock, and two threads could make two nodes of one
expression. The process reads one line, the job as JSON; it answers with lines of JSON that tell how far it is and how
it ended. When its input ends or says more, it stops and leaves no half file, also when the window has died.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from explainer.errors import ExplainerError
from explainer.phrases import phrase, translated
from explainer.session.kept.safe_writing import reason_of

if TYPE_CHECKING:
    from explainer.handouts.registry import HandoutFormat
    from explainer.session.session import Request

AHEAD = "ahead"
"""Given to the process that is to load what it may need before it is told what to do."""
_NEEDED = (
    "explainer.handouts.making", "explainer.handouts.pdf", "explainer.handouts.from_lesson", "fontTools.subset",
    "sympy.tensor.tensor",  # which SymPy loads with its first sum
)  # fmt: skip
_MOST_YOUNG = 50_000
"""So many new objects come together before Python looks for garbage among them: 5 to 10 MB."""
_READING = ("explainer.language", "explainer.expr", "explainer.verify")
"""Packages whose modules are loaded when a text asks for them: with their patterns a fifth of a handout's time."""
TELL_S = 0.05
"""How often one is told how far it is; more often nobody can read it."""
_LONGEST_NAME = 60
"""In letters: a longer name of a file is cut off by the dialogs of systems."""
_NOT_IN_NAMES = '<>:"/\\|?*\0'
"""What no file may be called on one system or another."""


@dataclass(frozen=True, slots=True)
class ExportJob:
    """What to write and where: a derivation by its request, a lesson by its name and, if it is the user's, its file, or
    the reference of all rules. With a `deck`, the text of its file, a lesson is as that has it.

    `steps` is how many steps the derivation has, 0 where nobody knows yet.
    """

    format: str
    output: str
    options: Mapping[str, str] = field(default_factory=dict)
    request: tuple[str, str, Mapping[str, str], str, str, int, str] | None = None
    steps: int = 0
    lesson: str = ""
    lesson_file: str = ""
    deck: str = ""
    detail: str = "every"
    rules: bool = False

    def text(self) -> str:
        """The job on one line."""
        return json.dumps(asdict(self))

    @classmethod
    def of(cls, text: str) -> ExportJob:
        """The job that a line holds."""
        return cls(**json.loads(text))


def run_job(job: ExportJob, tell: Callable[[str, float | None], object]) -> int:
    """Write the handout, and return its size in bytes.

    `tell` hears a few words and the share that is done, None where that is unknown; it may raise to cancel. Raises
    ExplainerError or OSError; what was there before is then still there.
    """
    from explainer.handouts.making import save
    from explainer.handouts.registry import find_format

    subject, share = _subject(job)

    def progress(words: str) -> None:
        tell(words, share(words))

    return save(subject, find_format(job.format), Path(job.output), job.options, progress)


def _subject(job: ExportJob) -> tuple[Any, Callable[[str], float | None]]:
    """What to write, and how to read from the words of the progress how much of it is done."""
    if job.request is not None:
        from explainer.engine import derive, told
        from explainer.session.opening import Request

        asked = Request(*job.request)
        trace = told(
            derive(asked.text, asked.wrt, asked.shapes or None, asked.method, asked.layout, asked.order, asked.form),
            job.detail,
        )
        return trace, lambda words: _number_at_end(words) / job.steps if job.steps else None
    if job.rules:
        from explainer.rules import all_rules

        return all_rules(), lambda words: None
    from explainer.lessons.library import all_lessons, open_lesson

    if job.lesson_file:
        lesson = open_lesson(Path(job.lesson_file))
    elif job.lesson in (known := {lesson.id: lesson for lesson in all_lessons()}):
        lesson = known[job.lesson]
    else:
        raise ExplainerError(phrase("there is no lesson {0}", job.lesson))
    if job.deck:
        from explainer.session.course.deck_plan import completed, planned_lesson, read_plan

        lesson = planned_lesson(completed(read_plan(job.deck, lesson.title), lesson)[0], lesson)
    places = {problem.id: number for number, problem in enumerate(lesson.problems)}
    reached = 0.0

    def share(words: str) -> float | None:
        nonlocal reached
        if places:
            reached = max(reached, places.get(words.partition(":")[0], 0) / len(places))
        return reached if places else None

    return lesson, share


def _number_at_end(words: str) -> int:
    last = words.rpartition(" ")[2]
    return int(last) if last.isdecimal() else 0


def missing_for(row: HandoutFormat) -> str:
    """What is to be installed before this format can be made, with the way to do it; empty where nothing is missing."""
    from importlib.util import find_spec

    if not row.needed or find_spec(row.needed) is not None:
        return ""
    needed = '{0} is needed for it and not installed: pip install "explainer[{1}]"'
    return phrase(needed, row.needed, row.extra)


def suggested_name(request: Request) -> str:
    """A name for the file of a derivation, without its ending."""
    return file_name(translated(phrase("derivative of {0} with respect to {1}", request.text, request.wrt)))


def file_name(text: str) -> str:
    """A text as the name of a file on every system."""
    name = "".join(" " if letter in _NOT_IN_NAMES or not letter.isprintable() else letter for letter in text)
    return " ".join(name.split())[:_LONGEST_NAME].strip(" .") or "handout"


# --- the process -----------------------------------------------------------------------------------------------------


def main() -> int:
    """Do the job that stands on the first line of the input; tell on the output how it goes."""
    from contextlib import suppress
    from threading import Thread

    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    with suppress(AttributeError, OSError):
        os.nice(5)  # the window comes first
    gc.set_threshold(_MOST_YOUNG, 20, 50)
    if AHEAD in sys.argv:
        _get_ready()
    asked = sys.stdin.readline()
    if not asked:  # nothing was wanted
        return 0
    job = ExportJob.of(asked)
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a window started in the background may hand on none
    Thread(target=_wait_for_cancel, name="waiting for the window", daemon=True).start()
    last = 0.0

    def tell(words: str, share: float | None) -> None:
        nonlocal last
        if monotonic() - last > TELL_S:
            last = monotonic()
            _say(words=words, share=share)

    with suppress(KeyboardInterrupt):
        try:
            _say(done=run_job(job, tell))
            return 0
        except ExplainerError as error:
            _say(failed=error.message, hint=error.hint or "")
        except OSError as error:
            failed = phrase("{0} cannot be written: {1}", Path(job.output).name, reason_of(error))
            _say(failed=failed, hint="Choose another place.")
        return 1
    return 130


def _get_ready() -> None:
    """Load what most handouts need, and make one: grammar, rules and fonts are read at the first."""
    from contextlib import suppress
    from importlib import import_module
    from pkgutil import walk_packages

    with suppress(ImportError, ExplainerError):  # what is amiss is reported where it is used
        for name in _NEEDED:
            import_module(name)
        for name in _READING:
            for module in walk_packages(import_module(name).__path__, name + "."):
                import_module(module.name)
        from explainer.handouts import handout
        from explainer.language.late_patterns import compile_all
        from explainer.lessons.library import all_lessons

        compile_all()
        handout(all_lessons()[0], "pdf", length="short")
    gc.freeze()  # to look through all of that again and again while the handout is made is a sixth of its time


def _wait_for_cancel() -> None:
    """Interrupt the work as soon as the window says something, or is gone."""
    import _thread

    os.read(sys.stdin.fileno(), 1)
    _thread.interrupt_main()


def _say(**values: Any) -> None:
    sys.stdout.write(json.dumps(values) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
