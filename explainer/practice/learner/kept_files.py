"""The files in which sittings are kept that were begun: one for each, so that none is written over by another.

What is kept are the problems that are left and what the learner did of the one at hand.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from explainer.budget import Budget
from explainer.destinations import whole_file
from explainer.engine import Trace, derive
from explainer.errors import ExplainerError
from explainer.practice.exercise import ASKS, Asks
from explainer.practice.learner.record import Record
from explainer.practice.learner.sitting import Given

VERSION = 2
READABLE = (1, VERSION)
"""The first version had one file for all sittings, and no name."""
OLD_FILE = "unfinished.json"
WORK = 2_000_000
"""So much work may the derivation of one problem cost; what is longer is no exercise."""
MOST_BYTES = 4_000_000
"""A larger file is no sitting of so few problems, and would take long to read."""
MOST_PROBLEMS = 100
MOST_KEPT = 20
"""So many sittings are kept; when one more is begun, the oldest is forgotten."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A sitting that was begun: the title of its problem at hand, how many are behind, of how many."""

    file: Path
    title: str
    done: int
    total: int
    when: datetime


@dataclass(frozen=True, slots=True)
class Kept:
    """What is in a file."""

    name: str
    first: int
    seed: int
    asks: Asks
    problems: tuple[dict[str, Any], ...]
    acts: tuple[tuple[str, str], ...]


def derived(text: str, wrt: str, shapes: Any, method: str, layout: str, order: int, form: str) -> Trace:
    """The derivation of a problem, with all its steps. Raises ExplainerError."""
    trace = derive(text, wrt or None, shapes, method, layout, order, form, Budget(most_work=WORK))
    if not trace.steps:
        raise ExplainerError("there is no step to practise in this derivation", hint="Choose another problem.")
    return trace


def folder_of(record: Record) -> Path | None:
    """Where the sittings that were begun are kept: beside the answers."""
    return None if record.file is None else record.file.with_name("unfinished")


def new_name() -> str:
    """A name that no other sitting has."""
    return uuid4().hex


def file_of(record: Record, name: str) -> Path | None:
    """Where a sitting is kept."""
    folder = folder_of(record)
    return None if folder is None else folder / f"{name}.json"


def files_of(record: Record) -> tuple[Path, ...]:
    """The files of the sittings that were begun, the last one first. Raises OSError."""
    folder = folder_of(record)
    if folder is None:
        return ()
    found = [*folder.glob("*.json")] if folder.is_dir() else []
    old = folder.with_name(OLD_FILE)
    found += [old] if old.is_file() else []
    return tuple(sorted(found, key=_age))


def _age(file: Path) -> tuple[float, str]:
    try:
        return -file.stat().st_mtime, file.name
    except OSError:
        return 0.0, file.name


def begun(record: Record) -> tuple[Begun, ...]:
    """The sittings that were begun, the last one first; of what cannot be read nothing is told before it is opened."""
    found = []
    try:
        for file in files_of(record):
            when = datetime.fromtimestamp(file.stat().st_mtime, UTC)
            try:
                kept = read(file)
                title = str(kept.problems[0].get("title") or kept.problems[0].get("text", ""))[:80]
                found.append(Begun(file, title, kept.first, kept.first + len(kept.problems), when))
            except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
                found.append(Begun(file, "", 0, 0, when))
    except OSError:
        return tuple(found)
    return tuple(found)


def read(file: Path) -> Kept:
    """What is in a file. Raises OSError, ValueError, TypeError, KeyError, AttributeError or RecursionError."""
    if file.stat().st_size > MOST_BYTES:
        raise ValueError("too long")
    data = json.loads(file.read_bytes().decode("utf-8"))
    if data["version"] not in READABLE or not 0 < len(data["problems"]) <= MOST_PROBLEMS:
        raise ValueError("another version")
    name, first, seed = str(data.get("name") or new_name()), data.get("first", 0), data.get("seed", 0)
    if type(first) is not int or type(seed) is not int or not 0 <= first <= MOST_PROBLEMS:
        raise TypeError("no place")
    acts = tuple((str(act), str(text)) for act, text in data["acts"])
    problems = tuple(data["problems"])
    if not all(isinstance(row, dict) for row in problems):
        raise TypeError("no problem")
    return Kept(name, first, seed, asks_of(data["asks"]), problems, acts)


def write(file: Path, kept: Kept) -> None:
    """Write a file as a whole. Raises OSError."""
    data = {
        "version": VERSION,
        "name": kept.name,
        "first": kept.first,
        "seed": kept.seed,
        "problems": kept.problems,
        "asks": kept.asks,
        "acts": kept.acts,
    }
    file.parent.mkdir(parents=True, exist_ok=True)
    is_new = not file.exists()
    with whole_file(file) as stream:
        stream.write(json.dumps(data, ensure_ascii=False).encode("utf-8"))
    if is_new:
        others = sorted(file.parent.glob("*.json"), key=_age)
        for old in others[MOST_KEPT:]:
            old.unlink(missing_ok=True)


def put_aside(file: Path) -> None:
    """Take a file out of the way that cannot be used."""
    try:
        file.replace(file.with_suffix(".damaged"))
    except OSError:
        return  # it stays where it is, and is passed over again the next time


def asks_of(text: object) -> Asks:
    """The way of asking of this name. Raises ValueError where there is none."""
    found = next((way for way in ASKS if way == text), None)
    if found is None:
        raise ValueError("no way of asking")
    return found


def plain(given: Given) -> dict[str, Any]:
    """A problem as it is written."""
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
        "source": given.source,
    }


def understood(row: dict[str, Any]) -> Given:
    """A problem that was written. Raises ExplainerError, KeyError, TypeError or ValueError for what is none."""
    texts = [row[name] for name in ("text", "wrt", "method", "layout", "form", "skill", "title")]
    numbers = [row[name] for name in ("order", "grade", "given")]
    source = row.get("source", "")
    if not all(isinstance(text, str) for text in (*texts, source)) or not all(type(n) is int for n in numbers):
        raise TypeError("no problem")
    trace = derived(row["text"], row["wrt"], dict(row["shapes"]), row["method"], row["layout"], row["order"],
                    row["form"])  # fmt: skip
    return Given(trace, row["skill"], row["grade"], row["title"], row["given"], source)
