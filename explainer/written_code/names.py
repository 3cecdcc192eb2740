"""Names of variables, sizes and indices in a program: a name of the problem never becomes a word of the language."""

from __future__ import annotations

import builtins
import keyword
import re

from explainer.expr.letters import numbered

TAKEN = frozenset({
    *keyword.kwlist, *keyword.softkwlist, *dir(builtins), "np", "torch", "jax", "jnp", "value", "gradient", "measured",
    "check", "main", "self", "as_result", "random_values", "t",
})  # fmt: skip
"""What the file uses itself."""


class Names:
    """Gives each name of a problem one of its own in the file."""

    def __init__(self) -> None:
        self._given: dict[tuple[str, str], str] = {}
        self._used: set[str] = set()

    def variable(self, name: str) -> str:
        """A variable's name."""
        return self._name("variable", name)

    def adjoint(self, name: str) -> str:
        """The name that holds the derivative with respect to a value."""
        return self._name("adjoint", f"d{name}")

    def size(self, name: str) -> str:
        """The name that holds an open size."""
        return self._name("size", name)

    def index(self, name: str) -> str:
        """An index of a sum."""
        return self._name("index", name)

    def fresh(self, letter: str) -> str:
        """A name that nothing has yet: t_1, t_2, …"""
        name = numbered(letter, self._used)
        self._used.add(name)
        return name

    def _name(self, kind: str, name: str) -> str:
        known = self._given.get((kind, name))
        if known is None:
            plain = re.sub(r"\W+", "_", name).strip("_") or "v"
            plain = f"v_{plain}" if plain[0].isdigit() else plain
            known = plain if plain.isascii() and plain.isidentifier() else f"v_{len(self._used)}"
            while known in TAKEN or known in self._used:
                known += "_"
            self._used.add(known)
            self._given[kind, name] = known
        return known
