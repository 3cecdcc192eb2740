"""Pieces of code and patterns that are kept in one file: what comes of them is what Python makes of their sources."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

MADE = """
import collections, dataclasses, re, sys, typing
plain = vars(dataclasses).get("exec"), vars(collections).get("eval"), vars(typing).get("compile"), re._compiler.compile
from explainer.kept_pieces import _in_use, keep_pieces, use_kept_pieces
use_kept_pieces()
use_kept_pieces()

@dataclasses.dataclass(frozen=True, order=True)
class Point:
    x: int
    y: list = dataclasses.field(default_factory=list, compare=False)

class Pair(typing.NamedTuple):
    first: "int | None"
    second: "typing.Sequence[str]" = ()

PATTERN = re.compile(r"(?P<word>[a-zé]+)(?:-(?P<number>\\d{2,3}))?(?=!|$)", re.IGNORECASE | re.VERBOSE)
OF_BYTES = re.compile(b"a(b)?")
try:
    typing.ForwardRef("no expression")
except SyntaxError as error:
    print("refused", error.args[0])
print(Point(1), Point(1) == Point(1, [2]), Point(1) < Point(2), hash(Point(3)) == hash(Point(3, [1])), Point.__doc__)
print(Pair(1), Pair._fields, Pair.__annotations__, Pair._field_defaults, Pair(2)._replace(first=None))
print(PATTERN, PATTERN.flags, PATTERN.groups, dict(PATTERN.groupindex), PATTERN.fullmatch("ÉTÉ-12").groupdict())
print(PATTERN.fullmatch("été-1"), OF_BYTES.match(b"ab")[1], re.compile("a(b)?", re.ASCII) == re.compile("a(b)?"))
pieces = _in_use[0]
print("new", len(pieces.known) - pieces.read, file=sys.stderr)
keep_pieces()
keep_pieces()
after = vars(dataclasses).get("exec"), vars(collections).get("eval"), vars(typing).get("compile"), re._compiler.compile
assert after == plain, after
"""
PLAIN = (
    MADE.replace("use_kept_pieces()\n", "")
    .replace("pieces = _in_use[0]\n", "")
    .replace('print("new", len(pieces.known) - pieces.read, file=sys.stderr)\n', "")
)


def _run(program: str, cache: Path, **environment: str) -> tuple[str, str]:
    changed = {**os.environ, "XDG_CACHE_HOME": str(cache), **environment}
    if "PYTHONDONTWRITEBYTECODE" not in environment:
        changed.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=changed, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout, done.stderr


def _kept(cache: Path) -> Path:
    return next(cache.rglob("pieces.code"))


def test_what_is_kept_is_what_python_makes(tmp_path: Path) -> None:
    expected, _ = _run(PLAIN, tmp_path)
    first, new = _run(MADE, tmp_path)
    second, none_new = _run(MADE, tmp_path)
    assert first == second == expected
    assert int(new.split()[-1]) > 12
    assert none_new == "new 0\n"


def test_nothing_is_kept_where_python_is_to_keep_none(tmp_path: Path) -> None:
    _run(MADE, tmp_path, PYTHONDONTWRITEBYTECODE="1")
    assert not list(tmp_path.rglob("pieces.code"))


@pytest.mark.parametrize("damage", ["cut", "other", "empty"])
def test_a_damaged_file_does_no_harm_and_is_written_anew(tmp_path: Path, damage: str) -> None:
    expected, _ = _run(MADE, tmp_path)
    file = _kept(tmp_path)
    whole = file.read_bytes()
    file.write_bytes({"cut": whole[: len(whole) // 3], "other": b"x" * 1000, "empty": b""}[damage])
    assert _run(MADE, tmp_path)[0] == expected
    assert _run(MADE, tmp_path) == (expected, "new 0\n")


@pytest.mark.skipif(sys.platform == "win32", reason="whose a file is is asked on POSIX only")
def test_a_file_that_others_may_write_is_not_run(tmp_path: Path) -> None:
    _run(MADE, tmp_path)
    _kept(tmp_path).chmod(0o666)
    assert int(_run(MADE, tmp_path)[1].split()[-1]) > 12


def test_the_window_and_the_engine_compile_each_piece_once(tmp_path: Path) -> None:
    program = (
        "from explainer.kept_pieces import _in_use, keep_pieces\n"
        "import explainer.gui.all_parts, explainer.engine.derive\n"
        "print(len(_in_use[0].known), len(_in_use[0].known) - _in_use[0].read)\nkeep_pieces()"
    )
    (many, new), (as_many, none_new) = (map(int, _run(program, tmp_path)[0].split()) for _ in range(2))
    assert many == new == as_many
    assert many > 100
    assert none_new == 0
