"""The log: what went wrong, kept in a small file that turns over, for a report of a fault.

It holds no texts of the user: of an exception its kind and the places in the program, never its message, which may
quote what was typed; the folder of the user is written as ~. Nothing is opened before there is something to write, and
`logging` itself is loaded after the window has shown.
"""

from __future__ import annotations

import sys
from collections import Counter
from functools import cache
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from logging import Logger

MOST_BYTES = 200_000
KEPT = 2
"""How large the file grows before it is set aside, and how many older ones are kept."""
LAST_LINES = 60
"""What a report of a failure shows: the last actions and the failure with its places."""
_TOLD = (1, 10, 100, 1000)
"""At which repetitions of one failure it is written again: a failing paint event comes sixty times a second."""

_seen: Counter[tuple[str, str, int]] = Counter()
_lock = Lock()


def log_file() -> Path:
    """Where this user's log is."""
    from platformdirs import user_log_path

    return user_log_path("explainer", appauthor=False) / "explainer.log"


@cache
def log() -> Logger:
    """The log of the program; from now on warnings of all libraries go into it too.

    Where the file cannot be written, nothing is: a log that fails must not fail the program.
    """
    import logging
    from logging.handlers import RotatingFileHandler

    class Handler(RotatingFileHandler):
        def emit(self, record: logging.LogRecord) -> None:
            Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
            super().emit(record)

        def handle(self, record: logging.LogRecord) -> bool:
            try:
                return bool(super().handle(record))
            except OSError:
                return False

        def handleError(self, record: logging.LogRecord) -> None:
            """A full disk or a read-only folder: there is nobody to tell."""

    class Plain(logging.Formatter):
        def format(self, record: logging.LogRecord) -> str:
            return without_home(super().format(record))

    handler = Handler(log_file(), maxBytes=MOST_BYTES, backupCount=KEPT, encoding="utf-8", delay=True)
    handler.setFormatter(Plain("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.setLevel(logging.WARNING)
    logging.getLogger().addHandler(handler)
    logging.captureWarnings(True)
    return logging.getLogger("explainer")


def note_failure(kind: type[BaseException], trace: TracebackType | None, where: str = "") -> bool:
    """Write down an exception that nobody caught; return whether it is one that was not seen before."""
    from traceback import extract_tb

    frames = extract_tb(trace)
    place = (frames[-1].filename, frames[-1].lineno or 0) if frames else ("", 0)
    with _lock:
        _seen[(kind.__name__, *place)] += 1
        times = _seen[(kind.__name__, *place)]
    if times in _TOLD:
        lines = [f"{kind.__module__}.{kind.__qualname__}" + (f" in {where}" if where else "")]
        if times > 1:
            lines[0] += f", {times} times by now"
        lines += [f"    {_inside(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
        log().error("\n".join(lines))
    return times == 1


def _inside(file: str) -> str:
    """The file of a frame from the folder of its package on: where that lies is nobody's business."""
    parts = Path(file).parts
    for root in ("explainer", "site-packages"):
        if root in parts:
            return "/".join(parts[len(parts) - parts[::-1].index(root) - (root == "explainer") :])
    return Path(file).name


def without_home(text: str) -> str:
    """The text with the folder of the user as ~."""
    home = str(Path.home())
    return text.replace(home, "~") if len(home) > 1 else text


def last_lines(count: int = LAST_LINES) -> str:
    """The end of the log; empty where there is none."""
    try:
        lines = log_file().read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    return "\n".join(lines[-count:])


def facts(**further: str) -> tuple[tuple[str, str], ...]:
    """What a report of a fault needs: the versions of the program and of what it runs on, and where it keeps things.

    Nothing is imported to find the versions out.
    """
    import platform
    from importlib.metadata import PackageNotFoundError, version

    import platformdirs

    from explainer import __version__
    from explainer.session.kept.settings import FILE_NAME

    def installed(package: str) -> str:
        try:
            return version(package)
        except PackageNotFoundError:
            return "not installed"

    def place(kind: str) -> str:
        return str(getattr(platformdirs, f"user_{kind}_path")("explainer", appauthor=False))

    return (
        ("Explainer", __version__),
        ("Python", f"{platform.python_version()} ({platform.python_implementation()})"),
        *further.items(),
        ("PySide6", installed("PySide6-Essentials")),
        ("SymPy", installed("sympy")),
        ("matplotlib", installed("matplotlib")),
        ("NumPy", installed("numpy")),
        ("System", platform.platform()),
        ("Settings", str(Path(place("config")) / FILE_NAME)),
        ("Data", place("data")),
        ("Log", str(log_file())),
    )


def report(known: tuple[tuple[str, str], ...], message: str = "") -> str:
    """The text of a report: what is known, what was said, and the end of the log."""
    lines = [f"{name}: {without_home(value)}" for name, value in known]
    if message:
        lines += ["", without_home(message)]
    end = last_lines()
    return "\n".join([*lines, "", "The end of the log:", end] if end else lines) + "\n"


def write_to_standard_error(text: str) -> None:
    """Tell a terminal, where there is one; a program started from a menu on Windows has none."""
    if sys.stderr is not None:
        sys.stderr.write(text)
