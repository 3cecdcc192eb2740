"""Collects what the benchmarks find and prints it as one table of ratios at the end."""

from __future__ import annotations

import pytest

from tests.benchmarks.measuring import Figures

_KEY = pytest.StashKey[Figures]()


@pytest.fixture
def figures(request: pytest.FixtureRequest) -> Figures:
    """Where a benchmark enters its figures; in the plain test run everything is done once and nothing is printed."""
    stash = request.config.stash
    figures = stash.setdefault(_KEY, Figures(measuring=not request.config.getoption("--benchmark-disable")))
    if figures.measuring:
        from explainer.gui.garbage import keep_what_is_loaded

        keep_what_is_loaded()  # as the program does at its start
    return figures


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the table of ratios, where something was measured."""
    collected = terminalreporter.config.stash.get(_KEY, None)
    if collected is not None and collected.measuring and collected.rows:
        terminalreporter.section("ratios")
        terminalreporter.write_line(collected.table())
