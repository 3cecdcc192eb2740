"""Pictures of formulas, steps and whole derivations, as PNG, SVG or PDF."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeAlias, cast

from explainer.errors import ExplainerError
from explainer.expr.node import Node, Path
from explainer.notation.tree import Lines, Notation, Operator, Part, Row, Words
from explainer.typeset import Marks, Within, find_theme, pdf, png, svg, typeset

if TYPE_CHECKING:
    from explainer.engine.step import Step
    from explainer.engine.trace import Trace

    Subject: TypeAlias = "Node | Step | Trace"

FORMATS: Final[dict[str, Callable[..., bytes]]] = {"png": png, "svg": svg, "pdf": pdf}
"""The picture formats by name."""

WIDTH_EM: Final = 60.0
"""Wider formulas are broken into lines."""

_BEFORE, _AFTER, _RULE = (0,), (1,), (2,)


def render(subject: Subject, format: str = "png", size_pt: float = 24, theme: str = "paper") -> bytes:
    """A picture of an expression, of one step (before = after, with the rule), or of a whole derivation line by line.

    `size_pt` is the size of the letters, `theme` the name of a file in resources/themes.
    Raises ExplainerError for an unknown format or theme, for a size that is not from 1 to 400 points and for what is
    neither expression nor step nor trace; LimitError when a PNG would have too many pixels.
    """
    write = FORMATS.get(format)
    if write is None:
        raise ExplainerError(f"“{format}” is no picture format", hint=f"The formats are {', '.join(FORMATS)}.")
    colours = find_theme(theme)
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
        hint="Give an expression, a step or a trace: explainer.render(explainer.derive(…)).",
    )


def _compose_step(step: Step) -> tuple[Notation, Marks]:
    """The line before and the line after, with the changed parts marked and the rule beside them."""
    from explainer.notation import write_notation

    before = Within(write_notation(step.before), _BEFORE)
    marks: dict[Path, str] = {_RULE: "muted"}
    marks.update((_BEFORE + path, "changed-before") for path in step.touched_before)
    marks.update((_AFTER + path, "changed-after") for path in step.touched_after)
    return Lines(((before, *_right_cells(step, _AFTER, _RULE)),)), marks


def _compose_trace(trace: Trace) -> tuple[Notation, Marks]:
    """The start and the line after each step under each other, each with its rule beside it."""
    from explainer.notation import write_notation

    steps = tuple(trace.steps)
    start = Within(write_notation(trace.start), (0,))
    if not steps:
        return start, {}
    lines: list[tuple[Notation, ...]] = []
    for number, step in enumerate(steps):
        left = start if number == 0 else Row(())
        lines.append((left, *_right_cells(step, (2 * number + 1,), (2 * number + 2,))))
    return Lines(tuple(lines)), {(2 * number + 2,): "muted" for number in range(len(steps))}


def _right_cells(step: Step, prefix: Path, rule: Path) -> tuple[Notation, Notation]:
    """The relation with the line after a step, and the name of the rule."""
    from explainer.notation import write_notation

    after = Row((Operator("=", "relation"), Within(write_notation(step.after), prefix)))
    return after, Part(Words(step.title), rule)


def _texts(subject: Subject) -> tuple[str, str]:
    """A title and a description in words for readers who do not see the picture."""
    from explainer.notation import write

    if isinstance(subject, Node):
        return write(subject, "unicode"), write(subject, "speech")
    if hasattr(subject, "before"):
        step = cast("Step", subject)
        spoken = f"{write(step.before, 'speech')} equals {write(step.after, 'speech')}"
        return step.title, f"{step.title}: {spoken}"
    spoken = "; ".join(f"{write(step.after, 'speech')} ({step.title})" for step in subject.steps)
    return write(subject.start, "unicode"), f"{write(subject.start, 'speech')} equals {spoken}"
