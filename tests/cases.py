"""Many small cases in a few tests: what a test costs before it begins is more than most of these cases need.

`in_groups` takes the place of `pytest.mark.parametrize` where a test needs nothing but its cases. All cases of a group
run, whatever becomes of the others, and every one that fails is named with what was found; `pytest --one-by-one` makes
a test of each case again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from inspect import Parameter, signature
from typing import Any, NamedTuple

import pytest

from tests.some import Run

AT_ONCE = 50
"""So many cases are one test."""
MADE_FOR_ONE_TEST = {"monkeypatch", "tmp_path", "capsys", "capfd", "caplog", "qtbot", "window", "request", "benchmark"}
"""What would not be new for each case of a group."""

Test = Callable[..., None]
Ids = Callable[[Any], object] | Iterable[str] | None


class Case(NamedTuple):
    """What a test is called with, and under which name it is found again."""

    name: str
    values: tuple[Any, ...]


def in_groups(
    names: str | Sequence[str], cases: Iterable[Any], ids: Ids = None, *, in_one: Sequence[str] = ()
) -> Callable[[Test], Test]:
    """Call a test with each of the cases, many of them in one test; the arguments are those of `parametrize`.

    Where `parametrize` stands below it, there is a case for each combination. What `in_one` names, such as a window,
    serves all cases: each of them finds its beginning itself, whatever the one before has left.
    """
    listed = list(cases)

    def decorate(test: Test) -> Test:
        parts, named = _parts(names), _named(_parts(names), listed, ids)
        marks = getattr(test, "pytestmark", [])
        for mark in (mark for mark in reversed(marks) if mark.name == "parametrize"):
            more = _parts(mark.args[0])
            inner = _named(more, list(mark.args[1]), mark.kwargs.get("ids"))
            parts = (*parts, *more)
            named = [Case(f"{a.name}-{b.name}", (*a.values, *b.values)) for a in named for b in inner]
        at_once = 1 if Run.one_by_one else AT_ONCE
        groups = [named[start : start + at_once] for start in range(0, len(named), at_once)]
        others = [one for name, one in signature(test).parameters.items() if name not in parts]
        if shared := MADE_FOR_ONE_TEST & {one.name for one in others} - set(in_one):
            raise TypeError(f"{test.__name__} needs {', '.join(shared)} anew for each case: parametrize it")

        @wraps(test)
        def run(group: list[Case], **given: Any) -> None:
            _run_all(test, parts, group, given)

        run.pytestmark = [mark for mark in marks if mark.name != "parametrize"]  # type: ignore[attr-defined]
        del run.__wrapped__  # type: ignore[attr-defined]  # pytest would read the parameters of what is wrapped
        run.__signature__ = signature(test).replace(  # type: ignore[attr-defined]
            parameters=[Parameter("group", Parameter.POSITIONAL_OR_KEYWORD), *others]
        )
        return pytest.mark.parametrize("group", groups, ids=[_name_of(group) for group in groups])(run)

    return decorate


def _parts(names: str | Sequence[str]) -> tuple[str, ...]:
    return tuple(part.strip() for part in names.split(",")) if isinstance(names, str) else tuple(names)


def _named(parts: tuple[str, ...], cases: list[Any], ids: Ids) -> list[Case]:
    """The cases with the names that `parametrize` gives them, or nearly so."""
    given = None if ids is None or callable(ids) else [str(name) for name in ids]
    if given is not None and len(given) != len(cases):
        raise ValueError(f"{len(cases)} cases have {len(given)} names")
    named = []
    for number, case in enumerate(cases):
        name = given[number] if given is not None else None
        if isinstance(case, type(pytest.param())):
            if case.marks:
                raise TypeError("a case with a mark of its own is no part of a group")
            name, values = str(case.id) if case.id else name, case.values
        else:
            values = tuple(case) if len(parts) > 1 else (case,)
        if len(values) != len(parts):
            raise ValueError(f"{len(parts)} names have {len(values)} values: {values}")
        told = map(ids, values) if callable(ids) else values
        short = (_in_short(value, f"{part}{number}") for part, value in zip(parts, told, strict=True))
        named.append(Case(name or "-".join(short), tuple(values)))
    return named


def _in_short(value: object, place: str) -> str:
    """What a value is called: texts and numbers as they are, other things by their place, as they may be large."""
    plain = value is None or isinstance(value, str | int | float | complex)
    text = str(value) if plain else getattr(value, "__name__", place)
    return text if len(text) <= 60 else f"{text[:59]}…"


def _name_of(group: list[Case]) -> str:
    first, last = group[0].name, group[-1].name
    return first if len(group) == 1 else f"{len(group)} from {first} to {last}"


def _run_all(test: Test, parts: tuple[str, ...], group: list[Case], given: dict[str, Any]) -> None:
    """Call the test with every case; fail with the names of all that failed, skip where every one was skipped."""
    failed: list[tuple[str, BaseException]] = []
    skipped: list[BaseException] = []
    for case in group:
        try:
            test(**given, **dict(zip(parts, case.values, strict=True)))
        except pytest.skip.Exception as reason:
            skipped.append(reason)
        except (Exception, pytest.fail.Exception) as error:
            failed.append((case.name, error))
    if failed:
        told = [f"{name}: {_told(error)}" for name, error in failed]
        head = f"{len(failed)} of {len(group)} cases of {test.__name__} failed"
        # The first of them is the cause, and shown with its lines.
        raise AssertionError("\n".join((head, *told))) from failed[0][1]
    if skipped and len(skipped) == len(group):
        raise skipped[0]


def _told(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}".strip()
