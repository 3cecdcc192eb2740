"""Changes the program in small ways and counts how many of these mutants the tests kill.

    python -m tests.mutation --count 60 --seed 1 rules operations verify

Every mutant runs in a process of its own, forked from one that has imported what others wrote, so that this is paid for
once; the mutated module is put in the place of the file when it is imported. Mutants that survive are printed, to be
read one by one: a test is missing, or nobody could tell the difference.
"""

from __future__ import annotations

import argparse
import ast
import copy
import importlib.abc
import importlib.machinery
import importlib.util
import os
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from types import ModuleType

ROOT = Path(__file__).parent.parent
TESTS = {
    "rules": [
        "tests/rules/test_soundness.py", "tests/engine/test_random_problems.py", "tests/rules/test_every_rule.py",
        "tests/rules/test_conditions.py",
    ],
    "verify": [
        "tests/verify/test_verifier.py", "tests/verify/test_oracle.py",
        "tests/verify/test_alarms.py::test_no_right_step_of_a_nasty_function_fails",
    ],
    "operations": ["tests/operations", "tests/rules/test_every_rule.py"],
}  # fmt: skip
"""The quick tests for each package, those that find most first; what survives them may still die in all tests."""
LATE = 150.0
"""After so many seconds of the processor a mutant that has not ended counts as killed: it made something endless."""

OPPOSITE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.GtE, ast.GtE: ast.Lt, ast.Gt: ast.LtE, ast.LtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """A change in one place of a file."""

    path: Path
    line: int
    kind: str
    source: str

    @property
    def module(self) -> str:
        """The name of the module that is changed."""
        parts = self.path.relative_to(ROOT).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def changes(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """What can be put in the place of a node."""
    new = copy.deepcopy(node)
    match node:
        case ast.Compare(ops=[op, *_]) if type(op) in OPPOSITE:
            new.ops[0] = OPPOSITE[type(op)]()
            yield "comparison flipped", new
        case ast.Constant(value=bool()):
            yield "constant changed", ast.Constant(not node.value)
        case ast.Constant(value=int() | float()):
            yield "constant changed", ast.Constant(node.value + 1)
        case ast.If():
            new.test = ast.Constant(False)
            yield "branch dropped", new
        case ast.BinOp(op=ast.Sub() | ast.Div() | ast.MatMult() | ast.Pow() | ast.FloorDiv()):
            new.left, new.right = new.right, new.left
            yield "operands swapped", new
        case ast.Call(args=[_, _], keywords=[]) if not _is_check(node):
            new.args.reverse()
            yield "operands swapped", new
        case ast.Return(value=value) if value is not None and not _is_none(value):
            new.value = ast.Constant(None)
            yield "None returned", new
        case ast.BoolOp():
            for place in range(len(node.values)):
                fewer = copy.deepcopy(node)
                del fewer.values[place]
                yield "condition removed", fewer.values[0] if len(fewer.values) == 1 else fewer
        case ast.UnaryOp(op=ast.Not()):
            yield "condition removed", new.operand
        case ast.keyword(arg="conditions" | "domain", value=ast.Tuple(elts=[_, *_])):
            for place in range(len(node.value.elts)):
                fewer = copy.deepcopy(node)
                del fewer.value.elts[place]
                yield "assumption removed", fewer


def _is_check(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Name) and call.func.id in {"isinstance", "zip", "phrase"}


def _is_none(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def mutants_of(path: Path) -> Iterator[Mutant]:
    """All mutants of a file; texts for readers, types and assertions stay."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for parent, name, place, node in list(_places(tree)):
        for kind, new in changes(node):
            _put(parent, name, place, ast.copy_location(new, node))
            source = ast.unparse(ast.fix_missing_locations(tree))
            _put(parent, name, place, node)
            yield Mutant(path, getattr(node, "lineno", getattr(parent, "lineno", 0)), kind, source)


def _put(parent: ast.AST, name: str, place: int | None, node: ast.AST) -> None:
    if place is None:
        setattr(parent, name, node)
    else:
        getattr(parent, name)[place] = node


def _places(node: ast.AST) -> Iterator[tuple[ast.AST, str, int | None, ast.AST]]:
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns", "type_params", "decorator_list"}:
            continue
        for place, child in enumerate(value) if isinstance(value, list) else ((None, value),):
            if not isinstance(child, ast.AST) or isinstance(
                child, ast.Assert | ast.Raise | ast.Import | ast.ImportFrom
            ):
                continue
            if isinstance(child, ast.If) and isinstance(child.test, ast.Name) and child.test.id == "TYPE_CHECKING":
                continue
            yield node, name, place, child
            yield from _places(child)


class Instead(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports the mutated source in the place of a module."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """The place of the module that is changed; None for all others."""
        if name != self.mutant.module:
            return None
        is_package = self.mutant.path.name == "__init__.py"
        spec = importlib.util.spec_from_loader(name, self, origin=str(self.mutant.path), is_package=is_package)
        if spec is not None and is_package:
            spec.submodule_search_locations = [str(self.mutant.path.parent)]
        return spec

    def exec_module(self, module: ModuleType) -> None:
        """Run the changed source."""
        module.__file__ = str(self.mutant.path)
        exec(compile(self.mutant.source, str(self.mutant.path), "exec"), module.__dict__)


def survives(mutant: Mutant | None, tests: list[str]) -> bool:
    """Whether all tests pass with this mutant, or with the program as it is."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            signal.setitimer(signal.ITIMER_PROF, LATE)
            quiet = os.open(os.environ.get("MUTATION_LOG", os.devnull), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
            os.dup2(quiet, 1)
            os.dup2(quiet, 2)
            if mutant is not None:
                sys.meta_path.insert(0, Instead(mutant))
            import pytest

            code = int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *tests]))
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return status == 0


def main() -> int:
    """Make mutants, run the tests for each, and say which survive."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("packages", nargs="*", choices=[*TESTS, []], default=list(TESTS))
    parser.add_argument("--count", type=int, default=60, help="how many mutants of each package")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--file", default="", help="only files with this in their names")
    parser.add_argument("--tests", nargs="*", default=[], help="other tests than the quick ones of the package")
    parser.add_argument("--at-once", action="store_true", help="do not run the tests without a mutant first")
    asked = parser.parse_args()
    for heavy in ("numpy", "mpmath", "lark", "pytest", "PySide6.QtWidgets"):
        importlib.import_module(heavy)
    assert not any(name.split(".")[0] == "explainer" for name in sys.modules)
    dead: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for package in asked.packages:
        tests = asked.tests or TESTS[package]
        if not asked.at_once and not survives(None, tests):
            print(f"{package}: the tests fail without any mutant")
            return 1
        files = sorted((ROOT / "explainer" / package).rglob("*.py"))
        pool = [mutant for path in files if asked.file in path.name for mutant in mutants_of(path)]
        chosen = Random(asked.seed).sample(pool, min(asked.count, len(pool)))
        for mutant in chosen:
            began = time.perf_counter()
            total[package] += 1
            if survives(mutant, tests):
                old = mutant.path.read_text(encoding="utf-8").splitlines()[mutant.line - 1].strip()
                print(f"survived: {mutant.path.relative_to(ROOT)}:{mutant.line} {mutant.kind}: {old}", flush=True)
            else:
                dead[package] += 1
            if time.perf_counter() - began > LATE / 2:
                print(f"  slow: {mutant.path.name}:{mutant.line} {mutant.kind}", flush=True)
        share = 100 * dead[package] / max(1, total[package])
        print(f"{package}: {dead[package]} of {total[package]} killed ({share:.0f} %), out of {len(pool)}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
