"""Runs tests for a mutant: the ones that reach the changed line, the fastest first, in a process of its own.

All tests are collected once; every mutant is tried in a fork of that process, where the code of the changed function
is put into the function as it stands. Only what runs at import needs the module to be imported anew, with the tests.
"""

from __future__ import annotations

import builtins
import functools
import gc
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import os
import pickle
import resource
import signal
import sys
import time
import traceback
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

import pytest

from tests.mutation.mutants import REACHED, Mutant, changed_functions, probed

MOST_SECONDS = 30.0
"""Tests that take so long together, without a mutant, are run for each; the slower ones are left out."""
SLOWER, LEAST = 6.0, 20.0
"""A mutant that takes so many times as long as the tests alone, and at least so many seconds, is endless: killed."""
MOST_MEMORY = 8 << 30

COLLECTION = "collection"
"""In the place of the name of a test: what runs when the tests are collected, for their parameters."""

Key = tuple[str, int]
"""The file and the number of a mutant."""


class Reached:
    """Which mutants each test reaches, and how long it takes."""

    def __init__(self) -> None:
        self.tests: dict[Key, list[str]] = defaultdict(list)
        self.seconds: dict[str, float] = {}
        self._now: set[Key] = set()
        setattr(builtins, REACHED, self._note)

    def _note(self, key: Key) -> bool:
        self._now.add(key)
        return True

    @contextmanager
    def noting(self, name: str) -> Iterator[None]:
        """Note for the test of this name what the block reaches."""
        self._now.clear()
        began = time.process_time()
        yield
        self.seconds[name] = time.process_time() - began
        for key in self._now:
            self.tests[key].append(name)


def in_a_fork(work: Callable[[], Any], seconds: float = 0.0) -> Any:
    """What some work comes to in a silent process of its own; None where that ends in another way."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        quiet = os.open(os.environ.get("MUTATION_LOG", os.devnull), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        try:
            if seconds:
                signal.signal(signal.SIGPROF, signal.SIG_DFL)
                signal.setitimer(signal.ITIMER_PROF, seconds)
                signal.signal(signal.SIGALRM, signal.SIG_DFL)
                signal.alarm(int(10 * seconds))  # for one that waits and computes nothing
                resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
            with os.fdopen(write, "wb") as pipe:
                pipe.write(pickle.dumps(work()))
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        answer = pipe.read()
    os.waitpid(child, 0)
    return pickle.loads(answer) if answer else None


class Loop:
    """Takes the place of pytest's loop over the tests: what is reached first, then one fork for each mutant."""

    def __init__(self, mutants: Sequence[Mutant], told: Callable[[Mutant, str | None, bool], None], own: str) -> None:
        self.mutants = mutants
        self.own = own
        self.told = told
        self.reached = Reached()
        self.fault = "the tests cannot be collected"
        self.codes = probed(mutants)
        sys.meta_path.insert(0, Instead({mutant.module: (mutant.path, self.codes[mutant.path]) for mutant in mutants}))

    @pytest.hookimpl(hookwrapper=True)
    def pytest_collection(self) -> Iterator[None]:
        """Collect the tests, with an eye on what is worked out for their parameters."""
        with self.reached.noting(COLLECTION):
            yield

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try all mutants whose functions can be changed in place."""
        self.fault = ""
        items = {item.nodeid: item for item in session.items}
        for mutant in self.mutants:  # some are imported when they are first needed
            importlib.import_module(mutant.module)
        found = in_a_fork(lambda: self._measured(items.values()))
        if not isinstance(found, Reached):
            self.fault = found or "the tests do not come to an end"
            return True
        self.reached = found
        for mutant in self.mutants:
            tests = self._tests_for(mutant)
            allowed = max(LEAST, SLOWER * sum(self.reached.seconds[test] for test in tests))
            changed = changed_functions(self.codes[mutant.path], mutant.code())
            answer = in_a_fork(functools.partial(_killer, mutant, changed, [items[test] for test in tests]), allowed)
            self.told(mutant, _read(answer), COLLECTION in self.reached.tests[mutant.key])
        return True

    def _measured(self, items: Iterable[pytest.Item]) -> Reached | str:
        modules = {mutant.module for mutant in self.mutants}
        values = (value for module in modules for value in vars(sys.modules[module]).values())
        remembering = [value for value in values if isinstance(value, functools._lru_cache_wrapper)]
        for item in items:
            for function in remembering:  # else only the first test that asks for something would reach its lines
                function.cache_clear()
            with self.reached.noting(item.nodeid):
                item.ihook.pytest_runtest_protocol(item=item, nextitem=None)
            if item.session.testsfailed:
                return f"{item.nodeid} fails without any mutant"
        return self.reached

    def _tests_for(self, mutant: Mutant) -> list[str]:
        return fastest(set(self.reached.tests[mutant.key]) - {COLLECTION}, self.reached.seconds, self.own)


def fastest(tests: Iterable[str], seconds: dict[str, float], own: str) -> list[str]:
    """The tests from the fastest on, as many as there is time for; first those of the folder that is the package's own.

    Thousands of fast tests that reach a line in passing would take the time of the few that look at it.
    """
    chosen, total = [], 0.0
    for test in sorted(tests, key=lambda test: (not test.startswith(f"{own}/"), seconds.get(test, 0.1))):
        total += seconds.get(test, 0.1)
        if total > MOST_SECONDS:
            break
        chosen.append(test)
    return chosen


def _read(answer: str | None) -> str | None:
    """The test that killed a mutant; None for one that survived."""
    return "it did not end" if answer is None else answer or None


Changed = list[tuple[CodeType, CodeType]]


def _killer(mutant: Mutant, changed: Changed, items: Sequence[pytest.Item]) -> str:
    """The first test that fails, or nothing."""
    change_in_place(mutant, changed)
    for item in items:
        item.ihook.pytest_runtest_protocol(item=item, nextitem=None)
        if item.session.testsfailed:
            return item.nodeid
    return ""


def change_in_place(mutant: Mutant, changed: Changed) -> None:
    """Put changed code into all functions that have the original one, and forget what was computed with that."""
    codes = dict(changed)
    gc.unfreeze()  # what was loaded before the tests were is kept out of sight of the collector
    for thing in gc.get_objects():
        if isinstance(thing, FunctionType) and thing.__code__.co_filename == str(mutant.path):
            thing.__code__ = codes.get(thing.__code__, thing.__code__)
        elif isinstance(thing, functools._lru_cache_wrapper):
            thing.cache_clear()


class Instead(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports other code in the place of modules: by name, their file and their code."""

    def __init__(self, modules: dict[str, tuple[Path, CodeType]]) -> None:
        self.modules = modules

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """The place of a module that is changed; None for all others."""
        if name not in self.modules:
            return None
        file, _ = self.modules[name]
        is_package = file.name == "__init__.py"
        spec = importlib.util.spec_from_loader(name, self, origin=str(file), is_package=is_package)
        if spec is not None and is_package:
            spec.submodule_search_locations = [str(file.parent)]
        return spec

    def exec_module(self, module: ModuleType) -> None:
        """Run the changed code."""
        file, code = self.modules[module.__name__]
        module.__file__ = str(file)
        exec(code, module.__dict__)


class FastestFirst:
    """Puts the tests in the order of their durations, and notes the one that fails."""

    def __init__(self, seconds: dict[str, float], own: str) -> None:
        self.seconds = seconds
        self.own = own
        self.failed = ""

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Keep the tests that there is time for."""
        found = {item.nodeid: item for item in items}
        items[:] = [found[test] for test in fastest(found, self.seconds, self.own)]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note a failure."""
        if report.failed:
            self.failed = self.failed or report.nodeid


OPTIONS = (
    "-x", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:benchmark", "-p", "no:terminal",
    "-o", "addopts=", "--import-mode=importlib", "--thorough",
)  # fmt: skip


def try_at_import(mutant: Mutant, tests: Sequence[str], seconds: dict[str, float]) -> str | None:
    """The test that kills a mutant that is there when the program is imported; None for one that survives."""

    def work() -> str:
        sys.meta_path.insert(0, Instead({mutant.module: (mutant.path, mutant.code())}))
        order = FastestFirst(seconds, tests[0])
        status = pytest.main([*OPTIONS, *tests], plugins=[order])
        return order.failed or ("it cannot be imported" if status else "")

    return _read(in_a_fork(work, SLOWER * MOST_SECONDS))
