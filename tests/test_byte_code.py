"""Byte code that is kept in one file: the same modules come of it, and never those of a source that has changed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

LOADED = """
import sys
from explainer.byte_code import keep_modules, use_kept_modules
use_kept_modules()
import explainer.phrases
from explainer.expr.nodes import Product, Variable
derived = Product((Variable("x"), Variable("y"))).text().replace(" ", "")
kinds = {type(module.__spec__.loader).__name__ for name, module in sys.modules.items() if name in NAMES}
print(derived, explainer.phrases.__file__ == explainer.phrases.__spec__.origin, *sorted(kinds))
keep_modules()
"""
COPIED = """
import sys
sys.path.insert(0, sys.argv[1])
from explainer.byte_code import keep_modules, use_kept_modules
use_kept_modules()
import explainer.signs
print(type(explainer.signs.__spec__.loader).__name__, explainer.signs.__doc__.splitlines()[0])
keep_modules()
"""
LOOKED_AT = "{'explainer.expr', 'explainer.expr.nodes', 'explainer.expr.text'}"


def _run(program: str, cache: Path, *arguments: str, **environment: str) -> str:
    changed = {**os.environ, "XDG_CACHE_HOME": str(cache), **environment}
    if "PYTHONDONTWRITEBYTECODE" not in environment:
        changed.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-c", program, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, env=changed, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def _loaded(cache: Path, **environment: str) -> str:
    return _run(LOADED.replace("NAMES", LOOKED_AT), cache, **environment)


def _kept(cache: Path) -> Path:
    return next(cache.rglob("modules.code"))


def test_modules_come_from_the_kept_file_and_do_the_same(tmp_path: Path) -> None:
    first, second = _loaded(tmp_path), _loaded(tmp_path)
    assert first.endswith("True SourceFileLoader")
    assert second == first.replace("SourceFileLoader", "_Loader")


def test_what_another_start_has_loaded_stays(tmp_path: Path) -> None:
    other = "from explainer.byte_code import keep_modules\nimport explainer.notation.tree\nkeep_modules()"
    _loaded(tmp_path)
    _run(other, tmp_path)
    assert _loaded(tmp_path).endswith(" _Loader")


def test_nothing_is_kept_where_python_is_to_keep_none(tmp_path: Path) -> None:
    _loaded(tmp_path, PYTHONDONTWRITEBYTECODE="1")
    assert not list(tmp_path.rglob("modules.code"))


@pytest.mark.parametrize("damage", ["cut", "other", "empty"])
def test_a_damaged_file_does_no_harm_and_is_written_anew(tmp_path: Path, damage: str) -> None:
    expected = _loaded(tmp_path).partition(" ")[0]
    file = _kept(tmp_path)
    whole = file.read_bytes()
    file.write_bytes({"cut": whole[: len(whole) // 3], "other": b"x" * 1000, "empty": b""}[damage])
    assert _loaded(tmp_path).partition(" ")[0] == expected
    assert _loaded(tmp_path).endswith(" _Loader")


@pytest.mark.skipif(sys.platform == "win32", reason="whose a file is is asked on POSIX only")
def test_a_file_that_others_may_write_is_not_run(tmp_path: Path) -> None:
    _loaded(tmp_path)
    _kept(tmp_path).chmod(0o666)
    assert _loaded(tmp_path).endswith("SourceFileLoader")


def test_a_source_that_has_changed_is_loaded_from_its_folder(tmp_path: Path) -> None:
    source = Path(__file__).parent.parent / "explainer"
    folder = tmp_path / "copy" / "explainer"
    folder.mkdir(parents=True)
    for name in ("__init__", "byte_code", "destinations", "phrases", "errors", "showing", "signs"):
        (folder / f"{name}.py").write_bytes((source / f"{name}.py").read_bytes())
    arguments = COPIED, tmp_path / "cache", str(folder.parent)
    before = _run(*arguments)
    assert _run(*arguments) == before.replace("SourceFileLoader", "_Loader")
    changed = folder / "signs.py"
    changed.write_text(changed.read_text("utf-8").replace('"""', '"""Another one.\n', 1), "utf-8")
    assert _run(*arguments) == "SourceFileLoader Another one."
    assert _run(*arguments) == "_Loader Another one."


def test_a_source_that_changes_while_the_program_runs_is_not_kept_as_it_was(tmp_path: Path) -> None:
    source = Path(__file__).parent.parent / "explainer"
    folder = tmp_path / "copy" / "explainer"
    folder.mkdir(parents=True)
    for name in ("__init__", "byte_code", "destinations", "phrases", "errors", "showing", "signs"):
        (folder / f"{name}.py").write_bytes((source / f"{name}.py").read_bytes())
    (folder / "further.py").write_text("")
    arguments = tmp_path / "cache", str(folder.parent)
    _run(COPIED, *arguments)
    edit = """
from pathlib import Path
file = Path(explainer.signs.__file__)
file.write_text(file.read_text("utf-8").replace('\"\"\"', '\"\"\"Another one.\\n', 1), "utf-8")
import explainer.further
keep_modules()
"""
    _run(COPIED.replace("keep_modules()", "") + edit, *arguments)
    assert _run(COPIED, *arguments) == "_Loader Another one."


def test_the_sources_of_pyside_are_compiled_once(tmp_path: Path) -> None:
    program = (
        "import builtins\nreal, asked = compile, []\n"
        "def counted(source, name, *more, **by_name):\n"
        "    asked.append(str(name)); return real(source, name, *more, **by_name)\n"
        "builtins.compile = counted\nimport explainer.gui\nassert builtins.compile is counted\n"
        "from PySide6.QtCore import QPoint\n"
        "print(QPoint(1, 2).x(), len([name for name in asked if 'shibokensupport' in name]))"
    )
    first, second = _run(program, tmp_path), _run(program, tmp_path)
    assert int(first.split()[1]) > 5  # as long as PySide brings sources; else there is nothing to keep
    assert second == "1 0"


def test_what_pyside_has_for_its_developers_runs_when_it_is_asked_for(tmp_path: Path) -> None:
    program = (
        "import sys, explainer.gui\nfrom PySide6.QtCore import QPoint\n"
        "from PySide6.support.signature.lib import enum_sig, pyi_generator\n"
        "print('argparse' in sys.modules, hasattr(pyi_generator, 'nothing'), 'argparse' in sys.modules)\n"
        "from shibokensupport.signature.lib.pyi_generator import Writer\n"
        "print(Writer.__name__, issubclass(pyi_generator.Formatter, Writer), enum_sig.ExactEnumerator.__name__)"
    )
    expected = "False False True\nWriter True ExactEnumerator"
    assert [_run(program, tmp_path) for _ in range(2)] == [expected, expected]


def test_the_pattern_for_signatures_is_compiled_for_the_first_help(tmp_path: Path) -> None:
    program = (
        "import re, explainer.gui\nfrom PySide6.QtCore import QTimer\n"
        "def long(): return [key for key in re._cache if len(str(key[1])) > 5000]\n"
        "before = len(long())\n"
        "try: QTimer().setInterval('x')\nexcept TypeError as error: print(before, 'setInterval' in str(error))\n"
        "from PySide6.support.signature.parser import arglistParser\n"
        "print(arglistParser.parse('a, b(c, d), e'), len(long()))"
    )
    expected = "0 True\n['a', 'b(c, d)', 'e'] 1"
    assert [_run(program, tmp_path) for _ in range(2)] == [expected, expected]
