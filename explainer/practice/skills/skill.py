"""What a skill is: declared like a rule, beside the rules that it trains, with a generator of problems in five grades.

    @skill(title="Product rule", rules="product", group="Scalars")
    def product(draw: Draw, grade: int) -> Drawn:
        '''Both factors depend on the variable.'''
        return Drawn(draw.by_grade(grade, "x^{n} sin(x)", …))

The function draws one problem of a grade from 1 (the rule alone) to 5 (inside a larger whole); what it draws is derived
and checked before anybody sees it, see making.py. Its name, with hyphens, is the skill's id.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from inspect import cleandoc
from random import Random
from types import MappingProxyType
from typing import TypeVar

T = TypeVar("T")

GRADES = (1, 2, 3, 4, 5)
"""How hard the problems of a skill are, from one rule alone to several that meet."""


class Draw:
    """Seeded choices."""

    def __init__(self, seed: str) -> None:
        self.random = Random(seed)

    def number(self, least: int = 2, most: int = 9) -> int:
        """A small whole number."""
        return self.random.randint(least, most)

    def pick(self, *choices: T) -> T:
        """One of the choices."""
        return self.random.choice(choices)

    def letter(self, letters: str) -> str:
        """One of the letters."""
        return self.random.choice(letters)

    def fill(self, *templates: str, **letters: str) -> str:
        """One of the templates with its places filled: {a} to {d} are different numbers, {n}, {m} and {k} exponents
        (the last above 2), {f} and {g} the names of two functions; others as they are given.
        """
        f, g = self.random.sample(SMOOTH, 2)
        values = {name: str(value) for name, value in zip("abcd", self.random.sample(range(2, 10), 4), strict=True)}
        values |= {
            "n": str(self.number(2, 5)),
            "m": str(self.number(2, 4)),
            "k": str(self.number(3, 5)),
            "f": f,
            "g": g,
        }
        return self.pick(*templates).format(**{**values, **letters})


SMOOTH = ("sin", "cos", "exp", "tanh")
"""Functions that have a derivative everywhere."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A problem as it was drawn, before it is checked."""

    text: str
    wrt: str = "x"
    shapes: Mapping[str, str] = field(default_factory=dict)
    method: str = "operator"


POOLS = ("xtszyru", "abckpq", "xwuvacst", "ABCMPQWXYV")
"""Letters for scalars that vary, for scalars that are constant, for vectors, and for matrices."""
_NAME = re.compile(r"(?<![A-Za-z])[A-Za-z](?![A-Za-z])")
_KEPT = frozenset("ijNdnmke")
"""Letters of indices and sizes, and the number e."""


def relettered(draw: Draw, drawn: Drawn) -> Drawn:
    """The same problem in other letters, so that nobody learns a rule as one about x."""
    wanted = dict.fromkeys(_NAME.findall(f"{drawn.text} {drawn.wrt}"))
    taken: set[str] = set(_KEPT)
    letters: dict[str, str] = {}
    for name in wanted:
        if name in _KEPT:
            continue
        shape = drawn.shapes.get(name, "scalar")
        constant = shape == "scalar" and name in POOLS[1]
        pool = POOLS[3] if " x " in shape else POOLS[2] if shape != "scalar" else POOLS[1] if constant else POOLS[0]
        letters[name] = draw.pick(*(letter for letter in pool if letter not in taken))
        taken.add(letters[name])

    def renamed(text: str) -> str:
        return _NAME.sub(lambda match: letters.get(match[0], match[0]), text)

    shapes = {letters[name]: shape for name, shape in drawn.shapes.items() if name in letters}
    return Drawn(renamed(drawn.text), renamed(drawn.wrt), shapes, drawn.method)


def in_plain_letters(text: str) -> str:
    """A text with the letters of its names replaced by numbers, in the order in which they come."""
    places: dict[str, str] = {}

    def numbered(match: re.Match[str]) -> str:
        name = match[0]
        return name if name in _KEPT else places.setdefault(name, f"#{len(places)}")

    return _NAME.sub(numbered, text)


@dataclass(frozen=True, slots=True, eq=False)
class Skill:
    """A skill: what it is called, which rules it trains (their ids), and how its problems are drawn."""

    id: str
    title: str
    rules: tuple[str, ...]
    group: str
    explanation: str
    function: Callable[[Draw, int], Drawn]
    about: frozenset[str] = frozenset()
    """Operations of which one is in the problems of this skill; none where its rules alone tell them."""

    def __repr__(self) -> str:
        return f"<skill {self.id}>"


_SKILLS: dict[str, Skill] = {}


def skill(
    *, title: str, rules: str, group: str, about: str = ""
) -> Callable[[Callable[[Draw, int], Drawn]], Callable[[Draw, int], Drawn]]:
    """Declare a skill; see the head of this module."""

    def declare(function: Callable[[Draw, int], Drawn]) -> Callable[[Draw, int], Drawn]:
        identifier = function.__name__.strip("_").replace("_", "-")
        if identifier in _SKILLS:
            raise ValueError(f"two skills are called {identifier}")
        explanation = cleandoc(function.__doc__ or "")
        _SKILLS[identifier] = Skill(
            identifier, title, tuple(rules.split()), group, explanation, function, frozenset(about.split())
        )
        return function

    return declare


def declared_skills() -> Mapping[str, Skill]:
    """Every skill declared so far, by its id, in the order of declaration."""
    return MappingProxyType(_SKILLS)
