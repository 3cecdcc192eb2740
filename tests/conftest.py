"""Set-up for all tests: Qt draws offscreen, caches and settings go to a folder that is thrown away."""

from __future__ import annotations

import atexit
import gc
import importlib
import itertools
import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot

from tests.some import Run

os.environ["QT_QPA_PLATFORM"] = os.environ.get("EXPLAINER_TEST_PLATFORM", "offscreen")
# An installed program has its byte code on disk: without it each of the hundreds of programs that tests start would
# compile hundreds of modules first.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
# Matrices are small here, and a second thread for their products only waits, at the expense of the other tests.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

_folder = tempfile.mkdtemp(prefix="explainer-tests-")
_numbers = itertools.count()
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
for _name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
    os.environ[_name] = os.path.join(_folder, _name.lower())  # noqa: PTH118
os.environ["MPLCONFIGDIR"] = os.path.join(_folder, "matplotlib")  # noqa: PTH118

# A first call loads fonts or tables, and the processors are shared by several workers: time says nothing here. The same
# examples are tried every time, so that a run judges the code and not its luck; --hypothesis-profile=default explores.
settings.register_profile(
    "project", deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("project")

# What a window does by and by comes late where the processors are shared: a test waits for it, and only one that is
# about to fail waits to the end. Five seconds, which pytest-qt gives, were too few on a busy machine.
LONGEST_S = 60.0
for _wait in (QtBot.waitUntil, QtBot.waitExposed, QtBot.waitActive):
    _wait.__kwdefaults__.update(timeout=int(1000 * LONGEST_S))


def pytest_addoption(parser: pytest.Parser) -> None:
    """The usual run takes a share of what is alike; see `tests/some.py`."""
    parser.addoption("--thorough", action="store_true", help="run all cases where the usual run has some")


def pytest_configure(config: pytest.Config) -> None:
    """Say how this run goes before parameters of tests are worked out."""
    Run.thorough = config.getoption("--thorough")


MANY_TESTS = 5_000
"""From so many on, the tests themselves are a good part of what a look for garbage goes over."""


def pytest_collection_finish(session: pytest.Session) -> None:
    """Never look for garbage among the tests themselves: a million objects, at each look through everything.

    The program does the same with what it has loaded at its start, so what a test lets go is found as it is there.
    Versions of Hypothesis before 6.140 draw other examples at the second time among frozen objects.
    """
    if len(session.items) > MANY_TESTS:
        gc.collect()
        gc.freeze()


@pytest.fixture(autouse=True)
def data_folder(monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for what the program keeps between starts, another one for each test, whatever the platform."""
    import platformdirs

    from explainer.session.kept.settings import user_settings

    folder = Path(_folder) / f"data-{next(_numbers)}"
    for kind in ("data", "config", "state", "log"):
        place = folder if kind == "data" else folder.with_name(f"{kind}-{folder.name}")
        monkeypatch.setattr(platformdirs, f"user_{kind}_path", lambda *arguments, place=place, **options: place)
    user_settings.cache_clear()
    return folder


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands wait for their lines however busy the machine is; tests of what takes long set their own times."""
    for place in (
        "session.session.OPEN_PATIENCE_MS",
        "session.session.PATIENCE_MS",
        "session.looking.LOOK_PATIENCE_MS",
        "gui.away.PATIENCE_MS",
    ):
        module, _, name = f"explainer.{place}".rpartition(".")
        if module in sys.modules or module.startswith("explainer.session"):
            monkeypatch.setattr(importlib.import_module(module), name, 1000 * LONGEST_S)
