"""Times, ratios and the table in which they are printed. Nothing here asserts anything about seconds."""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Row:
    """One figure: what was measured, the budget in words, the value, and the value over that of a reference."""

    what: str
    value: str
    ratio: str
    budget: str


@dataclass
class Figures:
    """All figures of one run."""

    measuring: bool
    rows: list[Row] = field(default_factory=list)

    def rounds(self, wanted: int) -> int:
        """How often to repeat: as wanted when measuring, once in the plain test run."""
        return wanted if self.measuring else 1

    def seconds(self, function: Callable[[], object], rounds: int = 5) -> float:
        """The shortest of several times, which is the one that other work on the machine disturbed least."""
        return min(self.all_seconds(function, rounds))

    def all_seconds(self, function: Callable[[], object], rounds: int) -> list[float]:
        """Every single time, with the collection of garbage put off."""
        times = []
        for _ in range(self.rounds(rounds)):
            gc.collect()
            gc.disable()
            try:
                began = perf_counter()
                function()
                times.append(perf_counter() - began)
            finally:
                gc.enable()
        return times

    def enter(self, what: str, seconds: float, *, over: float | None = None, reference: str = "", budget: str) -> None:
        """Enter a time, and how many times that of the reference it is."""
        ratio = f"{seconds / over:.2f} x {reference} ({_time(over)})" if over else ""
        self.rows.append(Row(what, _time(seconds), ratio, budget))

    def enter_value(self, what: str, value: str, *, ratio: str = "", budget: str) -> None:
        """Enter a figure that is no time."""
        self.rows.append(Row(what, value, ratio, budget))

    def table(self) -> str:
        """The figures, one line each, with their budgets."""
        head = Row("what", "value", "ratio", "budget")
        lines = [head, *self.rows]
        widths = [max(len(getattr(row, name)) for row in lines) for name in ("what", "value", "ratio")]
        return "\n".join(
            f"{row.what:<{widths[0]}}  {row.value:>{widths[1]}}  {row.ratio:<{widths[2]}}  {row.budget}"
            for row in lines
        )


def _time(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{1000 * seconds:.3g} ms"


def percentile(times: list[float], share: float) -> float:
    """The time below which this share of the times lies."""
    return (
        statistics.quantiles(times, n=1000, method="inclusive")[round(share * 1000) - 1] if len(times) > 1 else times[0]
    )


def run_program(program: str, **environment: str) -> tuple[float, str]:
    """Run a Python program in a process of its own; the seconds from its start to its end, and what it printed."""
    changed = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", **environment}
    changed.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its byte code on disk
    began = perf_counter()
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=changed, timeout=120)
    seconds = perf_counter() - began
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    return seconds, done.stdout
