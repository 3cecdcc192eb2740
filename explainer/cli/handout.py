"""The answer of `explainer export`: a document file, written whole or not at all, with its progress on a terminal."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from explainer.cli.answer import Answer, UsageError, cannot_write, checked_choice, refuse_choice
from explainer.cli.derivation import doubts
from explainer.cli.terminal import tell_progress
from explainer.destinations import check_destination

if TYPE_CHECKING:
    from explainer.handouts.registry import HandoutFormat


def chosen_format(name: str, output: Path) -> HandoutFormat:
    """The format of this name, or of the file's ending. Raises ExplainerError with the formats there are."""
    from explainer.handouts.registry import find_format, format_ids, format_of_file

    row = find_format(checked_choice("format", name, format_ids())) if name else format_of_file(output)
    if str(output) == "-":
        raise UsageError(
            "“-” is not the name of a file", hint="Name a file; a document is not written to the terminal."
        )
    try:
        check_destination(output, or_folder=row.many)
    except OSError as error:
        raise cannot_write(output, error) from error
    return row


def check_single_subject(expression: str | None, lesson: str, rules: bool, practice: str = "") -> None:
    """Raises UsageError where more than one thing is to be written."""
    given = [("an expression", expression is not None), ("a lesson", bool(lesson)), ("the rules", rules)]
    given.append(("a worksheet", bool(practice)))
    names = [name for name, is_given in given if is_given]
    if len(names) > 1:
        raise UsageError(f"there are {' and '.join(names)}", hint="Leave out one of them.")


def chosen_lesson(identifier: str) -> Any:
    """The lesson, or the problem of one. Raises UsageError for an unknown name, with the nearest."""
    from explainer.lessons.library import all_lessons, all_problems

    known = {**{problem.id: problem for problem in all_problems()}, **{lesson.id: lesson for lesson in all_lessons()}}
    if identifier not in known:
        refuse_choice("lesson", identifier, known)
    return known[identifier]


def read_format_options(options: list[str] | None) -> dict[str, str]:
    """`["paper=letter"]` as values by name. Raises UsageError for what is none."""
    values: dict[str, str] = {}
    for option in options or ():
        name, sign, value = option.partition("=")
        if not (sign and name.strip() and value.strip()):
            raise UsageError(f"--option {option} does not say a name and a value", hint="Write --option NAME=VALUE.")
        values[name.strip()] = value.strip()
    return values


def write_handout(subject: Any, row: HandoutFormat, output: Path, options: dict[str, str]) -> Answer:
    """Write the file. Raises UsageError where that fails, or the derivation's own error where it has no step."""
    from explainer.engine import Trace
    from explainer.handouts.making import save

    if isinstance(subject, Trace) and subject.step(1) is None and subject.error is not None:
        raise subject.error
    try:
        save(subject, row, output, options, tell_progress if sys.stderr.isatty() else None)
    except OSError as error:
        raise cannot_write(output, error) from error
    finally:
        tell_progress("")
    text = f"{output}: {row.title}\n"
    if isinstance(subject, Trace) and subject.status != "finished":
        return Answer(text, 1, f"the derivation is {subject.status}: {subject.reason}")
    remark = doubts(subject) if isinstance(subject, Trace) else ""
    return Answer(text, 1, remark) if remark else Answer(text)
