"""Set-up for all tests: Qt draws offscreen, caches and settings go to a folder that is thrown away."""

from __future__ import annotations

import atexit
import gc
import importlib
import os
import shutil
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import Any

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
    """The usual run takes a share of what is alike, and many cases at once: see `some.py` and `cases.py`."""
    parser.addoption("--thorough", action="store_true", help="run all cases where the usual run has some")
    parser.addoption("--one-by-one", action="store_true", help="make a test of each case where many are one test")


def pytest_configure(config: pytest.Config) -> None:
    """Say how this run goes before parameters of tests are worked out."""
    Run.thorough = config.getoption("--thorough")
    Run.one_by_one = config.getoption("--one-by-one")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Give each worker a half of the tests in a row: what the tests of a folder have in common is made once then."""
    from xdist.scheduler import WorkStealingScheduling

    return WorkStealingScheduling(config, log) if config.getoption("dist") == "load" else None


MANY_TESTS = 5_000
"""From so many on, the tests themselves are a good part of what a look for garbage goes over."""


def pytest_collection(session: pytest.Session) -> None:
    """Look for no garbage while tests are collected: nearly all that comes stays, and is gone through each time."""
    gc.disable()


def pytest_collection_finish(session: pytest.Session) -> None:
    """Never look for garbage among the tests themselves: a million objects, at each look through everything.

    The program does the same with what it has loaded at its start, so what a test lets go is found as it is there.
    Versions of Hypothesis before 6.140 draw other examples at the second time among frozen objects.
    """
    gc.enable()
    if len(session.items) > MANY_TESTS:
        gc.collect()
        gc.freeze()


@pytest.fixture
def old_is_kept() -> None:
    """A test that looks for garbage, perhaps again and again, looks among what it has made itself.

    All that other tests have brought with them takes the best part of a second each time.
    """
    gc.collect()
    gc.freeze()


class _Places:
    """Where the platform keeps what programs leave, during one test; made when it is asked for."""

    number = 0

    @classmethod
    def of(cls, kind: str, *arguments: object, **options: object) -> Path:
        """The folder for one kind of things, whatever program asks."""
        return Path(_folder, f"data-{cls.number}" if kind == "data" else f"{kind}-data-{cls.number}")


@pytest.fixture(scope="session", autouse=True)
def places_of_the_platform() -> None:
    """What the program keeps between starts goes to a folder of the tests, whatever the platform."""
    import platformdirs

    for kind in ("data", "config", "state", "log"):
        setattr(platformdirs, f"user_{kind}_path", partial(_Places.of, kind))


@pytest.fixture(autouse=True)
def data_folder() -> Path:
    """A folder for what the program keeps between starts, another one for each test."""
    from explainer.session.kept.settings import user_settings

    _Places.number += 1
    user_settings.cache_clear()
    return _Places.of("data")


PATIENCE = (
    ("session.session", "OPEN_PATIENCE_MS"),
    ("session.session", "PATIENCE_MS"),
    ("session.looking", "LOOK_PATIENCE_MS"),
    ("gui.away", "PATIENCE_MS"),
)


@pytest.fixture(autouse=True)
def patience() -> None:
    """Commands wait for their lines however busy the machine is; tests of what takes long set their own times."""
    for place, name in PATIENCE:
        module = sys.modules.get(f"explainer.{place}")
        if module is None and place.startswith("session"):
            module = importlib.import_module(f"explainer.{place}")
        if module is not None:
            setattr(module, name, 1000 * LONGEST_S)
