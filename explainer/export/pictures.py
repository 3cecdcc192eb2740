"""Pictures of formulas, steps, whole derivations and figures, as PNG, SVG or PDF."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeAlias, cast

from explainer.errors import ExplainerError
from explainer.expr.node import Node, Path
from explainer.expr.nodes import Equation, Where
from explainer.figures import Figure
from explainer.notation.tree import Lines, Notation, Operator, Part, Row, Words
from explainer.typeset import Marks, Within, find_theme, pdf, png, svg, typeset

if TYPE_CHECKING:
    from explainer.engine.step import Step
    from explainer.engine.trace import Trace

    Subject: TypeAlias = "Node | Step | Trace"
    """What is drawn as a formula."""

FORMATS: Final[dict[str, Callable[..., bytes]]] = {"png": png, "svg": svg, "pdf": pdf}
"""The picture formats by name."""

WIDTH_EM: Final = 60.0
"""Wider formulas are broken into lines."""

_BEFORE, _AFTER, _RULE = (0,), (1,), (2,)
"""Where both lines and the name of the rule stand in the notation that is drawn of a step, to mark what is in them."""


def render(subject: Subject | Figure, format: str = "png", size_pt: float = 24, theme: str = "paper") -> bytes:
    """A picture of an expression, of one step (before = after, with the rule), of a whole derivation line by line, or a
    figure that `explainer.figure` has made.

    `size_pt` is the size of the letters, `theme` the name of a file in resources/themes.
    Raises ExplainerError for an unknown format or theme, for a size that is not from 1 to 400 points and for what is
    neither expression nor step nor trace nor figure; LimitError when a PNG would have too many pixels.
    """
    write = FORMATS.get(format)
    if write is None:
        raise ExplainerError(f"“{format}” is no picture format", hint=f"The formats are {', '.join(FORMATS)}.")
    colours = find_theme(theme)
    if isinstance(subject, Figure):
        drawing = subject.sheet().drawing(colours)
        return write(drawing, size_pt, colours, title=subject.title, description=subject.description)
    notation, marks = compose(subject)
    picture = typeset(notation, width_em=WIDTH_EM)
    title, description = _texts(subject)
    return write(picture, size_pt, colours, marks=marks, title=title, description=description)


def compose(subject: Subject) -> tuple[Notation, Marks]:
    """The notation of what is to be drawn, and the roles of its marked parts."""
    from explainer.notation import write_notation

    if isinstance(subject, Node):
        return write_notation(subject), {}
    if hasattr(subject, "before") and hasattr(subject, "after"):
        return _compose_step(cast("Step", subject))
    if hasattr(subject, "start") and hasattr(subject, "steps"):
        return _compose_trace(subject)
    raise ExplainerError(
        f"a {type(subject).__name__} cannot be drawn",
        hint="Give an expression, a step, a trace or a figure: explainer.render(explainer.derive(…)).",
    )


def _compose_step(step: Step) -> tuple[Notation, Marks]:
    return compose_step(
        step.before,
        step.after,
        step.title,
        falling=step.struck,
        changed_before=step.touched_before,
        changed_after=step.touched_after,
        tempting=step.tempting,
    )


def compose_step(
    before: Node,
    after: Node,
    title: str,
    *,
    falling: tuple[Path, ...],
    changed_before: tuple[Path, ...],
    changed_after: tuple[Path, ...],
    tempting: Node | None = None,
) -> tuple[Notation, Marks]:
    """The line before and the line after, with the changed parts marked, and the rule beside them if it has a title.

    Of a wrong turn there is what it gives in place of the line after, struck through.
    """
    marks: dict[Path, str] = {_RULE: "muted"}
    marks.update((_BEFORE + path, "changed-before") for path in changed_before)
    marks.update((_AFTER + path, "changed-after") for path in changed_after)
    upper = _lines(before, _BEFORE, falling)
    lower = _lines(after, _AFTER) if tempting is None else _lines(tempting, _AFTER, ((),))
    related = _related(lower, title, _RULE, "=" if tempting is None else "≠")
    if len(upper) == len(lower) == 1 and title:
        return Lines(((upper[0][1], *related[0][1:]),)), marks
    return Lines((*upper, *related)), marks


def _compose_trace(trace: Trace) -> tuple[Notation, Marks]:
    """The start and the line after each step under each other, each with its rule beside it."""
    from explainer.notation import write_notation

    start, steps = _lines(trace.start, (0,)), tuple(trace.steps)
    lines: list[tuple[Notation, ...]] = []
    marks: dict[Path, str] = {}
    aside = False  # whether the line above speaks of something else than the line before it
    for number, step in enumerate(steps, start=1):
        rule = (2 * number,)
        marks[rule] = "muted"
        if step.tempting is not None:
            wrong = _lines(step.tempting, (2 * number - 1,), ((),))
            lines += _related([(Within(write_notation(_value(step.before)), ()), *wrong[0][1:])], step.title, rule, "≠")
            continue
        news = _news(step, (2 * number - 1,))
        says_aside = isinstance(step.news[0], Equation)
        if aside and not says_aside:
            news[0] = (Within(write_notation(_value(step.before)), (2 * number - 1,)), *news[0][1:])
        aside = says_aside
        lines += _related(news, step.title, rule)
    if lines and len(start) == 1:
        lines[0] = (start[0][1], *lines[0][1:])
        return Lines(tuple(lines)), marks
    return Lines((*start, *lines)), marks


def _value(line: Node) -> Node:
    """What a line is about: of a program of intermediate variables its value."""
    return line.body if isinstance(line, Where) else line


def _news(step: Step, prefix: Path) -> list[tuple[Notation, ...]]:
    """What a step adds to the lines above it, as cells to align."""
    from explainer.notation import write_notation

    cells: list[tuple[Notation, ...]] = []
    for part in step.news:
        if isinstance(part, Equation):
            cells.append((Within(write_notation(part.left), prefix), Within(write_notation(part.right), prefix)))
        else:
            cells += _lines(part, prefix)
    return cells


def _lines(node: Node, prefix: Path, falling: tuple[Path, ...] = ()) -> list[tuple[Notation, ...]]:
    """A line of a derivation as cells to align; with intermediate variables it has a line for each of them.

    The parts at the paths in `falling` are struck through.
    """
    from explainer.notation import write_notation
    from explainer.notation.marking import struck

    notation = write_notation(node)
    if () in falling and not isinstance(notation, Part):
        notation = Part(notation, ())
    notation = struck(notation, falling)
    inner = notation.body if isinstance(notation, Part) else notation
    if isinstance(inner, Lines):
        return [tuple(Within(cell, prefix) for cell in line) for line in inner.lines]
    return [(Row(()), Within(notation, prefix))]


def _related(lines: list[tuple[Notation, ...]], title: str, rule: Path, sign: str = "=") -> list[tuple[Notation, ...]]:
    """The lines with the relation to what stands above them, and with the name of the rule."""
    left, *rest = lines[0]
    body = Row((Operator(sign, "relation"), *rest))
    named = (Part(Words(title), rule),) if title else ()
    return [(left, body, *named), *lines[1:]]


def _texts(subject: Subject) -> tuple[str, str]:
    """A title and a description in words for readers who do not see the picture."""
    from explainer.notation import write

    if isinstance(subject, Node):
        return write(subject, "unicode"), write(subject, "speech")
    if hasattr(subject, "before"):
        step = cast("Step", subject)
        relation, after = ("equals", step.after) if step.tempting is None else ("is not equal to", step.tempting)
        spoken = f"{write(step.before, 'speech')} {relation} {write(after, 'speech')}"
        return step.title, f"{step.title}: {spoken}"
    spoken = "; ".join(f"{write(step.after, 'speech')} ({step.title})" for step in subject.steps)
    return write(subject.start, "unicode"), f"{write(subject.start, 'speech')} equals {spoken}"
