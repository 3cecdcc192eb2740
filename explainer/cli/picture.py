"""The answer of `explainer render`: a picture file, written whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from explainer.cli.answer import Answer, UsageError, cannot_write, checked_choice
from explainer.destinations import check_destination, whole_file

if TYPE_CHECKING:
    from explainer.engine import Step, Trace
    from explainer.figures import Figure


def check_picture_options(output: Path, theme: str) -> None:
    """Refuse what cannot be drawn before anything is derived. Raises UsageError."""
    from explainer.assets import resource_names
    from explainer.export.pictures import FORMATS

    if _kind(output) not in FORMATS:
        raise UsageError(
            f"{output} does not say which kind of picture it is",
            hint=f"The name ends in {', '.join('.' + kind for kind in FORMATS)}.",
        )
    checked_choice("theme", theme, resource_names("themes", ".toml"))
    try:
        check_destination(output)
    except OSError as error:
        raise cannot_write(output, error) from error


def _kind(output: Path) -> str:
    return output.suffix.lower().lstrip(".")


def draw(trace: Trace, output: Path, step: int | None, size_pt: float, theme: str) -> Answer:
    """Draw the trace, or one of its steps, into the file. Raises UsageError where that fails."""
    shown: Trace | Step = trace if step is None else _chosen_step(trace, step)
    return write_picture(shown, output, size_pt, theme)


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


def write_picture(shown: Trace | Step | Figure, output: Path, size_pt: float, theme: str) -> Answer:
    """Draw into the file, whole or not at all. Raises UsageError where that fails."""
    from explainer.export import render

    data = render(shown, format=_kind(output), size_pt=size_pt, theme=theme)
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
