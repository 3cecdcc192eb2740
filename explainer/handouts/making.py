"""Handouts as bytes and as files: the document of a subject, its pieces, and a file written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from explainer.destinations import whole_file
from explainer.errors import ExplainerError
from explainer.handouts.lengths import with_steps
from explainer.handouts.many_files import save_folder
from explainer.handouts.model import Derivation, Document, StepPart
from explainer.handouts.registry import HandoutFormat, Options, find_format

if TYPE_CHECKING:
    from explainer.engine import Trace
    from explainer.lessons.lesson import Lesson, LessonProblem
    from explainer.practice.skills.worksheet import Worksheet
    from explainer.rules import Rule

    Subject: TypeAlias = Trace | Lesson | LessonProblem | Worksheet | Sequence[Rule] | Document

Progress: TypeAlias = Callable[[str], object]
"""Is told what is being written: the title of a part, or the number of a step. It may raise to cancel."""


def handout(subject: Subject, format: str = "html", **options: str) -> bytes:
    """A derivation, a lesson or rules (`explainer.all_rules()`) as a document to hand out.

    `format` is a name from `explainer.handouts.registry.FORMATS`, such as html; the options are those of the format.
    A format with many files, such as png, gives a zip of them.
    Raises ExplainerError for an unknown format or option, for a missing library (with the extra that brings it), and
    for what is none of these.
    """
    return b"".join(find_format(format).pieces(document_of(subject), options))


_RULE = "explainer.rules.rule.Rule"
_MAKERS = {
    "explainer.engine.trace.Trace": ("from_trace", "document_of_trace"),
    "explainer.lessons.lesson.Lesson": ("from_lesson", "document_of_lesson"),
    "explainer.lessons.lesson.LessonProblem": ("from_lesson", "document_of_problem"),
    "explainer.practice.skills.worksheet.Worksheet": ("from_practice", "document_of_worksheet"),
    _RULE: ("from_rules", "document_of_rules"),
}
"""What makes the document of which kind of subject; by name, as whoever writes a lesson needs none of the others."""


def _name(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


def document_of(subject: Subject) -> Document:
    """The document of a trace, a lesson, a problem of one, a worksheet or several rules; a document stays as it is."""
    kinds = [_name(kind) for kind in type(subject).__mro__]
    if isinstance(subject, Sequence) and subject and {_name(type(one)) for one in subject} == {_RULE}:
        kinds = [_RULE]
    made = next((_MAKERS[kind] for kind in kinds if kind in _MAKERS), None)
    if made is not None:
        module, function = made
        document: Document = getattr(import_module(f"explainer.handouts.{module}"), function)(subject)
        return document
    if isinstance(subject, Document):
        return subject
    raise ExplainerError(
        f"a {type(subject).__name__} cannot be made into a handout",
        hint="Give a derivation, a lesson or rules: explainer.handout(explainer.derive(…), “html”).",
    )


def save(subject: Subject, row: HandoutFormat, file: Path, options: Options, progress: Progress | None = None) -> int:
    """Write the file, and return how many bytes it has; a format with many files makes a folder, or a zip of this name.

    It is written beside its place and put there when it is whole: whatever interrupts it, an error, a full disk or the
    person who waits, leaves what was there before. Raises OSError, and whatever `progress` raises.
    """
    document = document_of(subject)
    if progress:
        document = watched(document, progress)
    if row.many and file.suffix.lower() != row.suffix:
        return save_folder(row.files(document, options), file)
    pieces = row.pieces(document, options)
    size = 0
    with whole_file(file) as stream:
        for piece in pieces:
            size += stream.write(piece)
    return size


def watched(document: Document, progress: Progress) -> Document:
    """The same document, telling at every block and at every step that it has come to be read."""

    def step_by_step(block: Derivation, steps: Iterator[StepPart]) -> Iterator[StepPart]:
        for step in steps:
            progress(f"{block.anchor}: step {step.number}")
            yield step

    return with_steps(document, step_by_step, progress)
