"""Runs one command: arguments in, text on the two streams and an exit status out.

0 is success; 1 a derivation that got stuck or a check that failed; 2 bad input, with one message on standard error and
nothing on standard output; 130 an interruption from the keyboard; 141 a reader that has gone away.
"""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import typer

from explainer.cli.answer import Answer
from explainer.cli.terminal import complain, say
from explainer.destinations import reason_of
from explainer.errors import ExplainerError

OpenWindow = Callable[..., int]
"""Opens the window on an expression, a variable, shapes, a method and a layout, on a `file`, or without any of them
on the worked example; gives the exit status."""

SHORT_OPTIONS = frozenset({"-o", "-h", "-f"})

_USAGE_FAILURE: type[Exception] = typer.BadParameter.__mro__[2]
"""The base of all complaints about the command line; older releases of typer keep it in a package of its own."""


def main(arguments: Sequence[str], open_window: OpenWindow) -> int:
    """Run the command that the arguments name and return the exit status."""
    _prepare_streams()
    try:
        return _write(_run(arguments, open_window))
    except ExplainerError as error:
        return _fail(error.report(), 2)
    except _USAGE_FAILURE as error:
        return _fail(_usage_report(error, arguments), 2)
    except RecursionError:
        return _fail("the expression is nested too deep", 2)
    except BrokenPipeError:
        return _reader_gone()
    except OSError as error:
        if error.filename is not None:  # the streams have no name
            return _fail(f"{error.filename}: {reason_of(error)}", 2)
        _drop_output()
        return _fail(f"the answer cannot be written: {(error.strerror or str(error)).lower()}", 1)
    except (KeyboardInterrupt, typer.Abort):
        return _fail("interrupted", 130)
    except Exception as error:
        return _fault(error)


def _run(arguments: Sequence[str], open_window: OpenWindow) -> Answer:
    """What the command answers; `--help` and its kind have written already and answer nothing."""
    from explainer.cli.app import app
    from explainer.cli.opening import is_file_name
    from explainer.session.links import is_link

    if len(arguments) == 1 and (is_file_name(arguments[0]) or is_link(arguments[0])):
        arguments = ("open", *arguments)  # as a file manager and a browser call it
    if tuple(arguments) == ("-V",):
        arguments = ("--version",)
    if arguments and arguments[0] == "help":  # as git and pip have it
        arguments = (*arguments[1:], "--help")
    command = typer.main.get_command(app)
    result: Any = command.main(
        args=list(map(_protected, arguments, (*arguments[1:], ""))),
        prog_name="explainer",
        standalone_mode=False,
        obj=open_window,
    )
    return result if isinstance(result, Answer) else Answer("", status=int(result or 0))


def _protected(argument: str, following: str) -> str:
    """Keep an expression such as -cos(x) from being read as the options -c -o -s; -f alone is one before a format."""
    is_option = argument in SHORT_OPTIONS and (argument != "-f" or following[:1].isalpha())
    is_expression = argument[:1] == "-" and argument[1:2] not in {"", "-"} and not is_option
    return " " + argument if is_expression else argument


def _prepare_streams() -> None:
    """Write UTF-8 also where the locale says ASCII or Latin-1: formulas have no other form, a crash helps nobody.

    A stream that was closed before the start is None; what is written to it goes nowhere, and the status still tells.
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _write(answer: Answer) -> int:
    if answer.text:
        say(answer.text)
    sys.stdout.flush()
    if answer.document:
        sys.stdout.buffer.write(answer.document)
        sys.stdout.buffer.flush()
    if answer.remark:
        complain(answer.remark)
    return answer.status


def _fail(report: str, status: int) -> int:
    complain(report)
    return status


def _fault(error: Exception) -> int:
    """Say that the program failed, and where the place of it is kept: a traceback tells nobody what to do."""
    from explainer.session.kept.log import log_file, note_failure

    note_failure(type(error), error.__traceback__, "the command line")
    return _fail(
        f"the program failed in this command: {type(error).__name__}\n"
        f"This is a fault of the program; please report it. The place of it is noted in {log_file()}",
        2,
    )


def _reader_gone() -> int:
    """Leave quietly when the reader has closed the pipe, as `head` does; Python must not complain when it exits."""
    _drop_output()
    return 141


def _drop_output() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _usage_report(error: Any, arguments: Sequence[str]) -> str:
    """The complaint in one sentence, with the way on."""
    message = " ".join(str(error.format_message()).split()).rstrip(".")
    first = next((argument for argument in arguments if not argument.startswith("--")), "")
    message = message[:1].lower() + message[1:]
    if ": Input should be" in message:  # pydantic, which newer releases of typer read numbers with, says it twice
        message = message.partition(", unable to parse")[0].replace(": Input should be", ": it should be")
    if message.startswith("no such command") and any(letter in first for letter in " ()^+*/=_[|·"):
        return f"{message}\nTo derive an expression: explainer derive {shlex.quote(first)} --wrt x"
    return f"{message}\n“explainer --help” shows how each command is used."
