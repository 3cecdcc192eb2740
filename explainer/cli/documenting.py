"""The answer of `explainer docs`: the documentation as web pages, the commands of the terminal among them."""

from __future__ import annotations

import sys
from pathlib import Path

import typer

from explainer.cli.answer import Answer, cannot_write
from explainer.cli.examples import EXAMPLES
from explainer.cli.terminal import tell_progress
from explainer.site.writing import Command, write_site


def documentation(app: typer.Typer, folder: Path) -> Answer:
    """Write the pages. Raises UsageError where that fails, and ExplainerError for a folder with other files in it."""
    try:
        count = write_site(folder, commands_of(app), tell_progress if sys.stderr.isatty() else lambda page: None)
    except OSError as error:
        raise cannot_write(folder, error) from error
    finally:
        tell_progress("")
    return Answer(f"{folder}: {count} pages; begin at {folder / 'index.html'}\n")


def commands_of(app: typer.Typer) -> tuple[Command, ...]:
    """Every command as it is declared, the program itself first."""
    group = typer.main.get_command(app)
    every = {"": group, **group.commands}  # type: ignore[attr-defined]
    return tuple(
        Command(
            name,
            " ".join((command.help or "").split()),
            tuple((_written(option), getattr(option, "help", "") or "") for option in command.params),
            EXAMPLES[name],
        )
        for name, command in every.items()
    )


def _written(option: typer.core.TyperOption | typer.core.TyperArgument) -> str:
    """An option with its names and what stands for its value; an argument by what stands for it."""
    shown = option.metavar or ""
    if isinstance(option, typer.core.TyperArgument):
        return shown or (option.name or "").upper()
    names = ", ".join([*option.opts, *option.secondary_opts])
    return f"{names} {shown}".strip()
