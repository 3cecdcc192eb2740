"""What the program loads before it shows anything: nothing heavy, or the window comes late."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("numpy", "sympy", "matplotlib", "lark")


def _loaded_after(statements: str, names: tuple[str, ...]) -> str:
    """Which of the named packages a fresh interpreter has loaded after the statements."""
    program = f"import sys\n{statements}\nprint('\\nloaded:', *[name for name in {names!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout.rpartition("loaded:")[2].strip()


@pytest.mark.parametrize("module", ["explainer", "explainer.__main__", "explainer.errors", "explainer.expr.nodes"])
def test_importing_the_package_loads_nothing_heavy(module: str) -> None:
    assert _loaded_after(f"import {module}", (*HEAVY, "PySide6", "typer")) == ""


LATER = (
    *(
        f"explainer.{name}"
        for name in ("language.parsing", "engine", "rules", "lessons", "figures", "verify", "notation")
    ),
    *("explainer.expr", "html", "ctypes", "fractions"),
)
"""What the window needs with its first formula, or later; it shows itself before."""


def test_importing_the_window_loads_nothing_heavy() -> None:
    assert _loaded_after("import explainer.gui.main_window", (*HEAVY, *LATER)) == ""


def test_deriving_with_tables_that_are_kept_loads_nothing_heavy() -> None:
    derived = "from explainer.session.warm_up import load_engine; load_engine()"
    for _ in range(2):  # the first one may have to build the tables
        loaded = _loaded_after(derived, HEAVY)
    assert loaded == ""


def test_reading_a_formula_loads_nothing_of_pasted_code() -> None:
    wings = ("code", "code_refusals", "from_latex", "layers", "models", "sweep")
    names = tuple(f"explainer.language.pasted.{name}" for name in wings)
    reading = "from explainer.language import read_question; read_question('sin(x^2)')"
    assert _loaded_after(reading, names) == ""
    assert _loaded_after(reading.replace("sin(x^2)", "np.sin(x)"), names) != ""


def test_the_check_for_a_display_loads_nothing_heavy() -> None:
    statement = "from explainer.cli.window_possible import missing_for_window; missing_for_window()"
    assert _loaded_after(statement, (*HEAVY, "PySide6", "typer")) == ""


def test_deriving_on_the_command_line_does_not_load_the_window() -> None:
    statement = "from explainer.__main__ import main; assert main(['derive', 'x^2', '--wrt', 'x']) == 0"
    assert _loaded_after(statement, ("PySide6", "explainer.gui")) == ""


def test_heavy_packages_are_seen_when_they_are_loaded() -> None:
    assert _loaded_after("import numpy", HEAVY) == "numpy"
