"""All lessons of a folder; a file with an error is left out and its complaint kept, so that the others still load."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from explainer.assets import resource
from explainer.destinations import reason_of, resolved
from explainer.lessons.error import LessonError
from explainer.lessons.lesson import Lesson, LessonProblem
from explainer.lessons.lesson_file import read_lesson
from explainer.lessons.places import TOP, line_of
from explainer.phrases import phrase


@dataclass(frozen=True, slots=True)
class Library:
    """The lessons in their order, which is that of the file names, and the complaints about files left out."""

    lessons: tuple[Lesson, ...]
    errors: tuple[LessonError, ...]

    @property
    def problems(self) -> tuple[LessonProblem, ...]:
        """The derivations of all lessons in their order."""
        return tuple(problem for lesson in self.lessons for problem in lesson.problems)


def load_library(folder: Path) -> Library:
    """Read every lesson file of a folder. Never raises for what is wrong in a file: `errors` says it."""
    lessons: list[Lesson] = []
    errors: list[LessonError] = []
    owners: dict[str, str] = {}
    for file in sorted(folder.glob("*.toml")):
        try:
            lesson = read_lesson(_text(file), file.name)
            owners |= _own_ids(lesson, owners)
        except LessonError as error:
            errors.append(error)
        else:
            lessons.append(lesson)
    return Library(tuple(lessons), tuple(errors))


@cache
def our_library() -> Library:
    """The lessons that come with the program."""
    return load_library(resource("lessons"))


def all_lessons() -> tuple[Lesson, ...]:
    """Every lesson that can be read, in the order of the paper, then those of the user that were opened.

    `lesson_errors` says why others cannot be read.
    """
    return (*our_library().lessons, *_opened.values())


MOST_BYTES = 10_000_000
"""More than any lesson has; what is larger is not read into the memory."""

_opened: dict[Path, Lesson] = {}
"""The lessons of the user that were opened, by their files."""


def open_lesson(file: Path) -> Lesson:
    """Read a lesson of the user's own and put it after the others; a file that was open already is read anew.

    Raises LessonError with the line and the field; what was open then stays.
    """
    try:
        file = resolved(file)
    except OSError as error:
        raise _unreadable(file, error) from error
    lesson = read_lesson(_text(file), file.name)
    others = (*our_library().lessons, *(other for place, other in _opened.items() if place != file))
    owners: dict[str, str] = {}
    for other in others:
        owners |= dict.fromkeys((other.id, *(problem.id for problem in other.problems)), other.file)
    _own_ids(lesson, owners)
    _opened[file] = lesson
    return lesson


def file_of(lesson: Lesson) -> Path | None:
    """The file of a lesson of the user's own; None for those that come with the program."""
    return next((file for file, other in _opened.items() if other is lesson), None)


def lesson_errors() -> tuple[LessonError, ...]:
    """The complaints about lesson files that could not be read; empty in a sound installation."""
    return our_library().errors


def all_problems() -> tuple[LessonProblem, ...]:
    """The derivations of all lessons, one by one, in the order of the paper."""
    return tuple(problem for lesson in all_lessons() for problem in lesson.problems)


def _text(file: Path) -> str:
    try:
        if file.exists() and not file.is_file():
            raise LessonError("it is no file but a folder or a device", file=file.name, hint="Name a .toml file.")
        if file.is_file() and file.stat().st_size > MOST_BYTES:
            raise LessonError("it is larger than any lesson", file=file.name, hint="Name a lesson, a .toml file.")
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise LessonError("it holds no text", file=file.name, hint="Save it as UTF-8 text.") from error
    except OSError as error:
        raise _unreadable(file, error) from error


def _unreadable(file: Path, error: OSError) -> LessonError:
    return LessonError(
        phrase("the file cannot be read: {0}", reason_of(error)),
        file=file.name,
        hint="Check the name and the permissions of the file.",
    )


def _own_ids(lesson: Lesson, owners: Mapping[str, str]) -> dict[str, str]:
    """The ids of a lesson and its problems with the file they are from. Raises LessonError where one is taken."""
    own: dict[str, str] = {}
    numbered = [(TOP, lesson.id)]
    numbered += [(k, block.id) for k, block in enumerate(lesson.blocks) if isinstance(block, LessonProblem)]
    for block, identifier in numbered:
        taken = owners.get(identifier) or own.get(identifier)
        if taken:
            raise LessonError(
                phrase("the name {0} is taken already, in {1}", identifier, taken),
                file=lesson.file,
                line=line_of(lesson.places, block, "id"),
                field="id",
                hint="Give it a name of its own.",
            )
        own[identifier] = lesson.file
    return own
