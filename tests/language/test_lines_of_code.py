"""Pasted code takes work in proportion to its length: no line looks through the whole text, or through all before it.

Calls do not show a search of a whole text, which is a single one. So the characters that are searched are counted.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from functools import lru_cache
from types import ModuleType
from typing import Any

import pytest

from explainer.language.pasted.names import Names, Said
from tests.language.test_growth import read

SHORT, MOST = 600, 2.6
"""The shorter of two texts, in characters; twice the length may take so many times the work, and not four times."""

LINES: dict[str, Callable[[int], str]] = {
    "one name again and again": lambda k: "x = x + 1\n",
    "a value added": lambda k: "x += 1\n",
    "new names": lambda k: f"a{k} = x + {k}\n",
    "names of names": lambda k: f"a{k + 1} = a{k} + 1\n",
    "factors": lambda k: f"b{k} = x * K ** alpha\n",
    "functions": lambda k: f"def f{k}(x): return x\n",
    "calls": lambda k: "y = torch.relu(x)\n",
    "entries": lambda k: "y = x[0] + x[1]\n",
    "matrices": lambda k: "h = W @ h + b\n",
    "symbols": lambda k: "x = symbols('x')\n",
    "conditions": lambda k: "y = 1 if x > 0 else 0\n",
    "comments": lambda k: "# y = x\n",
}


class Counted:
    """A regular expression, or the functions of `re`, that tells how many characters it looks at."""

    def __init__(self, real: Any, seen: list[int]) -> None:
        self._real, self._seen = real, seen

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._real, name)
        if name not in {"search", "findall", "finditer", "sub", "split", "match", "fullmatch"}:
            return value

        def counted(*arguments: Any, **given: Any) -> Any:
            found = value(*arguments, **given)
            texts = [argument for argument in arguments if isinstance(argument, str)]
            start = next((argument for argument in arguments if isinstance(argument, int)), 0)
            end = len(texts[-1]) if name not in {"match", "fullmatch"} and texts else start
            if isinstance(found, re.Match):
                end = found.end()
            self._seen.append(max(0, end - start))
            return found

        return counted


def modules() -> Iterator[ModuleType]:
    """Those that read."""
    return (module for name, module in list(sys.modules.items()) if name.startswith("explainer.language"))


@pytest.fixture
def searched(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], int]:
    """How many characters regular expressions look at while a text is read."""
    read("import numpy as np\ny = np.exp(x)\n")  # loads what reads code
    seen: list[int] = []
    counted = lru_cache(lambda pattern: Counted(pattern, seen))
    for module in modules():
        for name, value in list(vars(module).items()):
            if isinstance(value, re.Pattern):
                monkeypatch.setattr(module, name, counted(value))
            elif value is re:
                monkeypatch.setattr(module, name, Counted(re, seen))

    def count(text: str) -> int:
        seen.clear()
        read(text)
        return sum(seen)

    return count


def lines(make: Callable[[int], str], length: int) -> str:
    text = ""
    while len(text) < length:
        text += make(text.count("\n"))
    return text


@pytest.mark.parametrize("make", LINES.values(), ids=LINES)
def test_no_line_searches_the_whole_text(searched: Callable[[str], int], make: Callable[[int], str]) -> None:
    small, large = (searched(lines(make, length)) for length in (SHORT, 2 * SHORT))
    assert small >= SHORT / 2
    assert large <= MOST * small, f"{small} characters for {SHORT}, {large} for {2 * SHORT}"


class Looked(set[str]):
    """Names that count how often they are looked through for one."""

    times = 0

    def __contains__(self, name: object) -> bool:
        self.times += 1
        return super().__contains__(name)


def test_a_name_that_gets_many_values_counts_on_from_the_last() -> None:
    names = Names([])
    names.taken = Looked(["x", "x_3", "y_2"])
    assert [names.renew("x") for _ in range(3)] == ["x_2", "x_4", "x_5"]
    assert names.renew("y") == "y_3"
    for _ in range(500):
        names.renew("x")
    assert names.taken.times < 600


@pytest.mark.parametrize("name", ["x", "x_1", "W", "z_{1,2}", "α"])
def test_texts_that_are_looked_through_once_have_the_names_that_stand_alone_in_them(name: str) -> None:
    said = Said()
    for text in (f"2{name}", f"{name}y", f"y{name} + 1", f"({name}_k)"):
        said.add(text)
        assert not said.has(name), text
    said.add(f"sin({name}) + 1")
    assert said.has(name)
    assert len(said) == 5
