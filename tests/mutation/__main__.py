"""Changes the program in small ways and counts how many of these mutants the tests kill.

    python -m tests.mutation --count 30 --seed 1 rules operations verify

The mutants are drawn evenly from all kinds of change. Those that survive are printed, to be read one by one: a test is
missing, or nobody could tell the difference. `--only` tries all mutants whose description matches a pattern, such as
"folded_forms.py:(8|9)\\d part" for the parts left out in some lines; `--list` shows them and runs nothing.
"""

from __future__ import annotations

import argparse
import importlib
import os
import re
import sys
from collections import defaultdict
from collections.abc import Sequence
from random import Random

import pytest

from tests.mutation.mutants import ROOT, Mutant, mutants_of
from tests.mutation.running import OPTIONS, Loop, in_a_fork, try_at_import

TESTS = {
    "rules": ["tests/rules", "tests/operations/test_derivatives.py", "tests/engine", "tests/lessons"],
    "operations": ["tests/operations", "tests/rules", "tests/verify/test_oracle.py", "tests/engine/test_paper.py"],
    "verify": ["tests/verify", "tests/rules"],
}
"""The tests that are looked through for ones that reach a mutant, first those in the folder of the package."""
SLOW = ("deep_trees", "threads", "growth", "large_sizes", "pickling", "reasons")
"""What measures time or memory is left out, and what reads the sentences of thousands of steps."""
AT_IMPORT = {"rules": ["tests/rules"], "operations": ["tests/operations", "tests/rules"], "verify": ["tests/verify"]}
"""The tests for mutants that are there from the import on: changes of what runs at import, and those that survived in
place where parameters of tests are worked out with their help."""


def drawn(mutants: Sequence[Mutant], count: int, seed: int) -> list[Mutant]:
    """Some mutants, by turns of each kind of change."""
    random, kinds = Random(seed), defaultdict(list)
    for mutant in mutants:
        kinds[mutant.kind].append(mutant)
    for some in kinds.values():
        random.shuffle(some)
    chosen: list[Mutant] = []
    while len(chosen) < count and any(kinds.values()):
        for kind in sorted(kinds):
            if kinds[kind] and len(chosen) < count:
                chosen.append(kinds[kind].pop())
    return chosen


def try_all(package: str, mutants: Sequence[Mutant], tests: Sequence[str]) -> list[Mutant]:
    """Try mutants of a package; those that survive."""
    screen = os.fdopen(os.dup(1), "w")
    settled: dict[int, bool] = {}

    def told(mutant: Mutant, killer: str | None, at_collection: bool = False) -> None:
        if killer is not None or not at_collection:
            settled[mutants.index(mutant)] = killer is not None
            print(
                f"killed: {mutant.name}   [{killer}]" if killer else f"SURVIVED: {mutant.name}", file=screen, flush=True
            )

    def in_place() -> tuple[dict[int, bool], dict[str, float], str]:
        loop = Loop([mutant for mutant in mutants if mutant.is_in_functions], told, TESTS[package][0])
        pytest.main([*OPTIONS, *tests, *(f"--ignore-glob=*test_{name}.py" for name in SLOW)], plugins=[loop])
        return settled, loop.reached.seconds, loop.fault

    answer = in_a_fork(in_place)
    settled, seconds, fault = answer or ({}, {}, "the tests end the process")
    if fault:
        sys.exit(f"{fault}; MUTATION_LOG names a file for what they say")
    for place, mutant in enumerate(mutants):
        if place not in settled:
            told(mutant, try_at_import(mutant, AT_IMPORT[package], seconds))
    return [mutant for place, mutant in enumerate(mutants) if not settled[place]]


def main() -> None:
    """Draw mutants, run the tests for each, and say which survive."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packages", nargs="*", metavar="PACKAGE", help=", ".join(TESTS))
    parser.add_argument("--count", type=int, default=30, help="how many mutants of each package")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="all mutants that match this pattern, in place of a draw")
    parser.add_argument("--tests", nargs="*", default=[], help="other tests to look through")
    parser.add_argument("--list", action="store_true", help="show the mutants and run nothing")
    asked = parser.parse_args()
    if not set(asked.packages) <= set(TESTS):
        parser.error(f"there are tests for {', '.join(TESTS)}")
    for heavy in ("numpy", "mpmath", "lark", "PySide6.QtWidgets"):
        importlib.import_module(heavy)
    assert not any(name.split(".")[0] == "explainer" for name in sys.modules)
    for package in asked.packages or TESTS:
        pool = [mutant for path in sorted((ROOT / "explainer" / package).rglob("*.py")) for mutant in mutants_of(path)]
        chosen = [mutant for mutant in pool if re.search(asked.only, mutant.name)] if asked.only else []
        chosen = chosen if asked.only else drawn(pool, asked.count, asked.seed)
        if asked.list or not chosen:
            print("\n".join(mutant.name for mutant in chosen))
            continue
        left = try_all(package, chosen, asked.tests or TESTS[package])
        dead = len(chosen) - len(left)
        print(f"{package}: {dead} of {len(chosen)} killed ({100 * dead / len(chosen):.0f} %), out of {len(pool)}")


if __name__ == "__main__":
    main()
