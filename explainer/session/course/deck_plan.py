"""A deck of one's own: which slides of a lesson, in which order, with what notes, and how long it may take.

It is kept as a small JSON file that names the slides, so that they follow the lesson when that changes. To change the
format: raise `VERSION` and read the former one too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from explainer.lessons.lesson import EMPTY, Prose, Question, RuleList
from explainer.lessons.richtext import RichText
from explainer.phrases import phrase
from explainer.session.course.deck import Slide, paragraphs_of_slides, slides_of, slides_of_blocks
from explainer.session.course.own_words import own_sentences, own_text
from explainer.session.kept.document import FileError, save_text, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from explainer.lessons import Lesson
    from explainer.lessons.lesson import Block

KIND = "explainer deck"
VERSION = 1
SUFFIX = ".deck"
MOST_MINUTES = 600
_SECONDS: Mapping[str, int] = {"title": 20, "figure": 60, "question": 60, "problem": 120}
"""How long a slide of a kind takes against the others; those of other kinds take as long as words are read aloud."""
_READ_ALOUD = 40
"""In seconds: how long words take that are read aloud, for the plan of a lecture."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A slide of the lesson by its key, or one with words of one's own, whose key is empty.

    The title of the lesson may have a heading of one's own too: it is what the deck is called.
    """

    key: str = ""
    shown: bool = True
    notes: str = ""
    heading: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class DeckPlan:
    """The slides that are chosen from a lesson; of `minutes` 0 nobody has said how long it may take."""

    lesson: str
    entries: tuple[Entry, ...]
    minutes: int = 0


def plan_of(lesson: Lesson) -> DeckPlan:
    """All slides of a lesson in their order."""
    return DeckPlan(lesson.id, tuple(Entry(slide.key) for slide in slides_of(lesson)))


def completed(plan: DeckPlan, lesson: Lesson) -> tuple[DeckPlan, tuple[str, ...]]:
    """The plan for the lesson as it is now, and the keys of slides that it has no more.

    A slide that the lesson has got since stands at the end and is not chosen.
    """
    known = [slide.key for slide in slides_of(lesson)]
    kept = tuple(entry for entry in plan.entries if not entry.key or entry.key in known)
    lost = tuple(entry.key for entry in plan.entries if entry.key and entry.key not in known)
    named = {entry.key for entry in kept}
    new = tuple(Entry(key, shown=False) for key in known if key not in named)
    return replace(plan, entries=(*kept, *new)), lost


def lesson_of_plan(plan: DeckPlan, name: str) -> Lesson:
    """The lesson that the deck in a file of this name belongs to. Raises FileError where it is not here."""
    from explainer.lessons import all_lessons

    lesson = next((lesson for lesson in all_lessons() if lesson.id == plan.lesson), None)
    if lesson is None:
        raise FileError(
            phrase("{0} is a deck of the lesson “{1}”, which is not here", name, plan.lesson),
            hint="Open the file of the lesson first, then the deck.",
        )
    return lesson


def planned_slides(plan: DeckPlan, lesson: Lesson) -> tuple[Slide, ...]:
    """The chosen slides with their notes; all of the lesson where none is chosen."""
    by_key = {slide.key: slide for slide in slides_of(lesson)}
    chosen = []
    for entry in plan.entries:
        if not entry.shown:
            continue
        if not entry.key and not (entry.heading.strip() or entry.text.strip()):
            continue  # one that nobody has written anything on yet
        if not entry.key:
            chosen.append(own_slide(entry))
        elif entry.key in by_key:
            slide = replace(by_key[entry.key], notes=entry.notes)
            named = slide.kind == "title" and entry.heading.strip()
            chosen.append(slide.renamed(entry.heading) if named else slide)
    return tuple(chosen) or tuple(by_key.values())


def planned_lesson(plan: DeckPlan, lesson: Lesson) -> Lesson:
    """The lesson as its plan has it, to be handed out: the blocks of the chosen slides in their order, and own words.

    Of a text there are the chosen paragraphs, of a list the chosen rules, and a question has its answer where the slide
    with it is chosen; what else has several slides is there once, and whole.
    """
    owner: dict[str, tuple[Block, int]] = {}
    keys = iter(slides_of(lesson)[1:])
    for of_slides, slides in slides_of_blocks(lesson):
        owner |= {next(keys).key: (of_slides, place) for place in range(len(slides))}
    by_key = {entry.key: entry for entry in plan.entries if entry.key}
    blocks: list[Block] = []
    together: list[int] = []
    last: Block | None = None

    def close() -> None:
        if last is not None:
            blocks.extend(piece for piece in (_piece(last, tuple(together)),) if piece not in blocks)
        together.clear()

    for entry in filter(lambda entry: entry.shown, plan.entries):
        if entry.key and entry.key not in owner:
            continue
        block: Block | None = None
        place = 0
        if entry.key:
            block, place = owner[entry.key]
        if block is None or block is not last or entry.notes.strip():
            close()
        if entry.notes.strip():
            blocks.append(Prose(own_text(entry.notes), own=True, spoken=True))
        last = block
        together.append(place)
        if block is None and (entry.heading.strip() or entry.text.strip()):
            blocks.append(Prose(own_text(entry.text), entry.heading, own=True))
    close()
    title = by_key.get("title 1")
    goals = lesson.goals if title is None or title.shown else ()
    name = title.heading.strip() if title is not None and title.shown else ""
    return replace(lesson, title=name or lesson.title, goals=goals, blocks=tuple(blocks) or lesson.blocks)


def _piece(block: Block, chosen: tuple[int, ...]) -> Block:
    """What of a block stands on these of its slides."""
    if isinstance(block, Prose):
        parts = paragraphs_of_slides(block)
        pieces = [block.text.pieces[k] for place in chosen for k in range(*parts[place])]
        return replace(block, text=RichText("\n\n".join(pieces), block.text.shapes))
    if isinstance(block, RuleList):
        from explainer.rules import find_rule

        known = [identifier for identifier in block.ids if find_rule(identifier) is not None]
        return RuleList(tuple(known[place] for place in chosen))
    if isinstance(block, Question) and 1 not in chosen:
        return replace(block, hint=EMPTY, answer=EMPTY)
    return block


def own_slide(entry: Entry) -> Slide:
    """A slide with words of one's own."""
    return Slide("words", entry.heading, partial(own_sentences, entry.text), notes=entry.notes)


def planned_seconds(slides: Iterable[Slide], minutes: int) -> tuple[float, ...]:
    """When each slide is to begin, and at last when the deck is to end, in seconds from its start."""
    weights = [_SECONDS.get(slide.kind, _READ_ALOUD) for slide in slides]
    scale = minutes * 60 / max(1, sum(weights)) if minutes else 1.0
    begins, so_far = [0.0], 0.0
    for weight in weights:
        so_far += weight * scale
        begins.append(so_far)
    return tuple(begins)


# --- files -----------------------------------------------------------------------------------------------------------


def plan_text(plan: DeckPlan) -> str:
    """The plan as the text of a file."""
    slides = [{name: value for name, value in asdict(entry).items() if value != ""} for entry in plan.entries]
    data = {"kind": KIND, "version": VERSION, "lesson": plan.lesson, "minutes": plan.minutes, "slides": slides}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def read_plan(text: str, name: str) -> DeckPlan:
    """The plan that a text holds. Raises FileError with the name and what is wrong."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise FileError(phrase("{0} is damaged: it is not JSON that can be read", name)) from error
    if not isinstance(data, dict) or data.get("kind") != KIND:
        raise FileError(phrase("{0} is not a deck saved by this program", name), hint="Open a .deck file.")
    version = data.get("version")
    if type(version) is not int or version < 1:
        raise FileError(phrase("{0} is damaged: its version is {1}, not a number, 1 or greater", name, f"{version!r}"))
    if version > VERSION:
        raise FileError(
            phrase(
                "{0} was saved by a later version of the program (format {1}; this one reads up to {2})",
                name,
                version,
                VERSION,
            ),
            hint="Open it with that version. The file is left as it is.",
        )
    try:
        return _understood(data)
    except ValueError as error:
        raise FileError(phrase("{0} is damaged: {1}", name, str(error)), hint="The file is left as it is.") from error


def _understood(data: Mapping[str, Any]) -> DeckPlan:
    """The plan in data of this version. Raises ValueError with what is wrong."""
    lesson, minutes, slides = data.get("lesson"), data.get("minutes", 0), data.get("slides")
    if not isinstance(lesson, str):
        raise ValueError("“lesson” is not a text")
    if type(minutes) is not int or not 0 <= minutes <= MOST_MINUTES:
        raise ValueError(f"“minutes” is {minutes!r}, not a whole number from 0 to {MOST_MINUTES}")
    if not isinstance(slides, list) or not all(isinstance(slide, dict) for slide in slides):
        raise ValueError("“slides” is not a list of groups of fields")
    return DeckPlan(lesson, tuple(map(_entry, slides)), minutes)


def _entry(data: Mapping[str, Any]) -> Entry:
    texts = {name: data.get(name, "") for name in ("key", "notes", "heading", "text")}
    wrong = next((name for name, value in texts.items() if not isinstance(value, str)), None)
    if wrong is not None:
        raise ValueError(f"“{wrong}” is not a text")
    shown = data.get("shown", True)
    if not isinstance(shown, bool):
        raise ValueError("“shown” is neither true nor false")
    return Entry(shown=shown, **texts)


def save_plan(plan: DeckPlan, file: Path) -> None:
    """Write the plan into a file, whole or not at all. Raises FileError."""
    save_text(lambda: plan_text(plan), file)


def load_plan(file: Path) -> DeckPlan:
    """The plan in a file. Raises FileError with the name and what is wrong."""
    return read_plan(text_of(file), file.name)


def _kept_file(lesson: str) -> Path:
    """Where the plan of a lesson is kept that nobody has saved."""
    from hashlib import sha256

    from platformdirs import user_state_path

    # By its digest, as the name of somebody's own lesson may hold what no file may be called.
    return (
        user_state_path("explainer", appauthor=False) / "decks" / f"{sha256(lesson.encode()).hexdigest()[:16]}{SUFFIX}"
    )


def keep_plan(plan: DeckPlan, lesson: Lesson) -> None:
    """Keep a plan until the program runs again; one that is the lesson itself needs no keeping."""
    file = _kept_file(lesson.id)
    with suppress(FileError, OSError):  # what cannot be kept is lost with the window, as it would be anyhow
        if plan == plan_of(lesson):
            file.unlink(missing_ok=True)
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            save_plan(plan, file)


def kept_plan(lesson: str) -> DeckPlan | None:
    """The plan of a lesson that was kept; None where there is none, and where it cannot be read."""
    file = _kept_file(lesson)
    if not file.exists():
        return None
    with suppress(FileError):
        plan = load_plan(file)
        return plan if plan.lesson == lesson else None
    return None
