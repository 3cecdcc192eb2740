"""What a known mistake is: declared like a rule, but what it makes of a part is wrong, and numbers show it.

    @mistake(
        title="Inner derivative forgotten",
        statement="d(f(u))/dx = f'(u)",
        words="The derivative of {u} itself is missing as a factor.",
        source="…",
        examples=["d(sin(x^2))/dx"],
    )
    def inner_derivative_forgotten(node: Derivative) -> Iterator[Node]: ...

The function yields what somebody might write for the part instead of what it is; nothing where the mistake cannot be
made there. Its signature says which kinds of node it is about.

What is left out or changed in the use of a rule, whichever rule it is, is said of what stood there and what the rule
made of it:

    @inner_derivative_forgotten.in_step
    def left_out(before: Derivative, after: Node) -> Iterator[Node]: ...

and what it looks like in a result, where no derivative is open any more:

    @slope_at_the_value.in_part
    def of_a_batch(node: Sum | Hadamard) -> Iterator[Node]: ...
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from inspect import cleandoc
from typing import Any, TypeAlias

from explainer.expr.node import Node

InPart: TypeAlias = Callable[[Any], Iterator[Node]]
"""What might be written instead of a part; its annotation says of which kinds."""
InStep: TypeAlias = Callable[[Node, Node], Iterator[Node]]
"""What might be written instead of what a rule made of a part: the part before, and after."""


@dataclass(frozen=True, slots=True, eq=False)
class Mistake:
    """A known mistake. `examples` are parts in which it can be made.

    One that `says_little` is named only where no other leads to what was typed.
    """

    id: str
    title: str
    statement: str
    words: str
    source: str
    examples: tuple[str, ...]
    explanation: str
    kinds: tuple[type[Node], ...]
    function: Callable[[Any], Iterator[Node]]
    says_little: bool = False

    def is_about(self, kind: type[Node]) -> bool:
        """Whether the mistake can be made in parts of a kind."""
        return issubclass(kind, (*self.kinds, *(part for kinds, _ in _IN_PARTS.get(self.id, ()) for part in kinds)))

    def wrong(self, node: Node) -> Iterator[Node]:
        """What the mistake makes of a part: nothing, one thing or several."""
        for kinds, function in ((self.kinds, self.function), *_IN_PARTS.get(self.id, ())):
            if isinstance(node, kinds):
                yield from function(node)

    def in_part(self, function: InPart) -> InPart:
        """Declare what the mistake makes of a part of another kind, where what it is about has become that."""
        _IN_PARTS.setdefault(self.id, []).append((_kinds_of(function), function))
        return function

    def in_step(self, function: InStep) -> InStep:
        """Declare what the mistake makes of a part instead of what a rule makes of it."""
        _IN_STEPS.setdefault(self.id, []).append(function)
        return function

    def wrong_step(self, before: Node, after: Node) -> Iterator[Node]:
        """What the mistake makes of a part that a rule turned into another one."""
        for function in _IN_STEPS.get(self.id, ()):
            yield from function(before, after)


_MISTAKES: dict[str, Mistake] = {}
_IN_STEPS: dict[str, list[InStep]] = {}
_IN_PARTS: dict[str, list[tuple[tuple[type[Node], ...], InPart]]] = {}


def _kinds_of(function: InPart) -> tuple[type[Node], ...]:
    names = str(next(iter(function.__annotations__.values()))).split(" | ")
    return tuple(function.__globals__[name] for name in names)


def mistake(
    *, title: str, statement: str, words: str, source: str, examples: Iterable[str], says_little: bool = False
) -> Callable[[Callable[[Any], Iterator[Node]]], Mistake]:
    """Declare a mistake; see the head of this module."""

    def declare(function: Callable[[Any], Iterator[Node]]) -> Mistake:
        identifier = function.__name__.strip("_").replace("_", "-")
        if identifier in _MISTAKES:
            raise ValueError(f"two mistakes are called {identifier}")
        made = _MISTAKES[identifier] = Mistake(
            identifier,
            title,
            statement,
            words,
            source,
            tuple(examples),
            cleandoc(function.__doc__ or ""),
            _kinds_of(function),
            function,
            says_little,
        )
        return made

    return declare


def declared_mistakes() -> tuple[Mistake, ...]:
    """Every mistake declared so far, in the order of declaration."""
    return tuple(_MISTAKES.values())
