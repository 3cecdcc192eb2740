"""The answer of `explainer render`: a picture file, written whole or not at all."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from explainer.cli.answer import Answer, UsageError, cannot_write, checked_choice
from explainer.destinations import check_destination, whole_file

if TYPE_CHECKING:
    from explainer.engine import Step, Trace
    from explainer.figures import Figure


class Place(NamedTuple):
    """Where a picture goes, - for standard output, and of which kind it is."""

    output: Path
    kind: str

    @property
    def is_standard(self) -> bool:
        """Whether it goes to standard output."""
        return str(self.output) == "-"


def picture_place(output: Path, kind: str, theme: str) -> Place:
    """Refuse what cannot be drawn before anything is derived. Raises UsageError."""
    from explainer.assets import resource_names
    from explainer.export.pictures import FORMATS

    place = Place(output, kind or output.suffix.lower().lstrip("."))
    if place.kind not in FORMATS:
        if kind:
            checked_choice("format", kind, FORMATS)
        how = "Say --format png, svg or pdf." if place.is_standard else ""
        raise UsageError(
            f"{output} does not say which kind of picture it is",
            hint=how or f"The name ends in {', '.join('.' + known for known in FORMATS)}, or --format says it.",
        )
    checked_choice("theme", theme, resource_names("themes", ".toml"))
    try:
        if not place.is_standard:
            check_destination(output)
    except OSError as error:
        raise cannot_write(output, error) from error
    return place


def draw(trace: Trace, place: Place, step: int | None, size_pt: float, theme: str) -> Answer:
    """Draw the trace, or one of its steps, into the file. Raises UsageError where that fails."""
    shown: Trace | Step = trace if step is None else _chosen_step(trace, step)
    return write_picture(shown, place, size_pt, theme)


def chosen_figure(name: str, trace: Trace | None, options: dict[str, Any]) -> Figure:
    """The figure of a trace, or of nothing. Raises UsageError for a missing expression, ExplainerError otherwise."""
    from explainer.figures import figure, figure_kind

    kind = figure_kind(name)
    if trace is None and kind.needs:
        raise UsageError(f"the figure “{name}” needs {kind.needs}", hint="Write the expression first, and --wrt.")
    return figure(trace, name, **options)


def read_options(options: list[str] | None, figure: str, step: int | None) -> dict[str, Any]:
    """`["at=2", "order=forward"]` as values by name, and the step with them. Raises UsageError for what is none."""
    if options and not figure:
        raise UsageError("--option is for figures", hint="Add --figure NAME.")
    values: dict[str, Any] = {}
    for option in options or ():
        name, sign, value = option.partition("=")
        if not (sign and name.strip() and value.strip()):
            raise UsageError(f"--option {option} does not say a name and a value", hint="Write --option at=2.")
        try:
            values[name.strip()] = json.loads(value)
        except ValueError:
            values[name.strip()] = value.strip()
    return values if step is None or not figure else {**values, "step": step}


def write_picture(shown: Trace | Step | Figure, place: Place, size_pt: float, theme: str) -> Answer:
    """Draw into the file, whole or not at all, or to standard output. Raises UsageError where that fails."""
    from explainer.export import render

    output = place.output
    data = render(shown, format=place.kind, size_pt=size_pt, theme=theme)
    if place.is_standard:
        if sys.stdout.isatty() and place.kind != "svg":
            raise UsageError("a picture is no text for a terminal", hint="Name a file with -o, or send it on.")
        return Answer("", document=data)
    try:
        with whole_file(output) as stream:
            stream.write(data)
    except OSError as error:
        raise cannot_write(output, error) from error
    return Answer(f"{output}: {len(data)} bytes\n")


def _chosen_step(trace: Trace, number: int) -> Step:
    found = trace.step(number) if number >= 1 else None
    if found is None:
        count = len(trace.steps)
        raise UsageError(f"there is no step {number}", hint=f"The derivation has the steps 1 to {count}.")
    return found
