"""The answer of `explainer export`: a document file, written whole or not at all, with its progress on a terminal."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from explainer.cli.answer import Answer, UsageError, cannot_write, checked_choice, refuse_choice
from explainer.cli.derivation import doubts
from explainer.cli.opening import path_of
from explainer.cli.terminal import tell_progress
from explainer.destinations import check_destination

if TYPE_CHECKING:
    from explainer.handouts.registry import HandoutFormat


def chosen_format(name: str, output: Path) -> HandoutFormat:
    """The format of this name, or of the file's ending. Raises ExplainerError with the formats there are."""
    from explainer.handouts.registry import find_format, format_ids, format_of_file

    row = find_format(checked_choice("format", name, format_ids())) if name else format_of_file(output)
    if str(output) == "-":
        if row.many:
            raise UsageError(f"the format {row.id} makes many files", hint="Name a folder or a zip file with -o.")
        return row
    try:
        check_destination(output, or_folder=row.many)
    except OSError as error:
        raise cannot_write(output, error) from error
    return row


def is_lesson_file(argument: str) -> bool:
    """Whether an argument names the file of a lesson, or of a deck of slides."""
    return path_of(argument).suffix.lower() in (".deck", ".toml")


def check_single_subject(expression: str | None, lesson: str, rules: bool, practice: str = "") -> None:
    """Raises UsageError where more than one thing is to be written."""
    given = [("an expression", expression is not None), ("a lesson", bool(lesson)), ("the rules", rules)]
    given.append(("a worksheet", bool(practice)))
    names = [name for name, is_given in given if is_given]
    if len(names) > 1:
        raise UsageError(f"there are {' and '.join(names)}", hint="Leave out one of them.")


def named_subject(lesson: str, rules: bool, practice: str, count: int, grade: int, seed: int, detail: str) -> Any:
    """The worksheet, the rules or the lesson that is asked for by name; None where a derivation is."""
    from explainer.engine.detail import DETAILS

    checked_choice("detail", detail, DETAILS)
    if practice:
        from explainer.cli.practising import chosen_skills
        from explainer.practice.skills.worksheet import make_worksheet

        return make_worksheet(chosen_skills(practice), count, grade, seed)
    if rules:
        from explainer.rules import all_rules

        return all_rules()
    if not lesson or detail == "every":
        return chosen_lesson(lesson) if lesson else None
    from explainer.handouts.lengths import with_detail
    from explainer.handouts.making import document_of

    return with_detail(document_of(chosen_lesson(lesson)), detail)


def chosen_lesson(identifier: str) -> Any:
    """The lesson, the problem of one, the lesson in a file or as a deck has it.

    Raises UsageError for an unknown name, with the nearest, and ExplainerError with what is wrong in a file.
    """
    from explainer.lessons.library import all_lessons, all_problems, open_lesson

    if is_lesson_file(identifier):
        file = path_of(identifier)
        if file.suffix.lower() != ".deck":
            return open_lesson(file)
        from explainer.session.course.deck_plan import completed, lesson_of_plan, load_plan, planned_lesson

        plan = load_plan(file)
        lesson = lesson_of_plan(plan, file.name)
        return planned_lesson(completed(plan, lesson)[0], lesson)

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
    from explainer.handouts.making import handout, save

    if isinstance(subject, Trace) and subject.step(1) is None and subject.error is not None:
        raise subject.error
    if str(output) == "-":
        return _to_standard_output(handout(subject, row.id, **options), subject)
    try:
        save(subject, row, output, options, tell_progress if sys.stderr.isatty() else None)
    except OSError as error:
        raise cannot_write(output, error) from error
    finally:
        tell_progress("")
    remark = _remark(subject)
    return Answer(f"{output}: {row.title}\n", 1 if remark else 0, remark)


def _to_standard_output(document: bytes, subject: Any) -> Answer:
    """The document itself. Raises UsageError where it is no text and would come to a terminal."""
    if sys.stdout.isatty():
        try:
            return Answer(document.decode("utf-8"), 1 if _remark(subject) else 0, _remark(subject))
        except UnicodeDecodeError as error:
            hint = "Name a file with -o, or send it on with a pipe."
            raise UsageError("this document is no text for a terminal", hint=hint) from error
    return Answer("", 1 if _remark(subject) else 0, _remark(subject), document)


def _remark(subject: Any) -> str:
    """How a derivation ended, where that is not well."""
    from explainer.engine import Trace

    if not isinstance(subject, Trace):
        return ""
    if subject.status != "finished":
        return f"the derivation is {subject.status}: {subject.reason}"
    return doubts(subject)
