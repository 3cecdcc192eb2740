"""What stands around the parts of an untyped tree, as far as it says something about kinds of value."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from explainer.language.kinds import conventions as custom
from explainer.language.text.syntax import Syntax, bottom_up

if TYPE_CHECKING:
    from explainer.language.kinds.search import Names


class Surroundings:
    """Questions about a place in the tree, answered once for the whole text."""

    def __init__(self, roots: list[Syntax], names: Names) -> None:
        self.names = names
        self.reduced: set[int] = set()
        self.linear: set[int] = set()
        self.measured: set[int] = set()
        self._direct: dict[str, bool] = {}
        self._variables: set[int] = set()
        self.before_at: set[int] = set()
        self.in_square: set[str] = set()
        """The names in products and sums of which a trace or determinant is taken."""
        self.raised: set[str] = set()
        """The names of which a power is taken, as of the x of a · x² + b · x."""
        self._used: list[Syntax] = []
        self.side_by_side: dict[tuple[str | None, str | None, bool], Callable[[int, int], float]] = {}
        """What two names side by side say of each other, by these names and whether the first is under a sum."""
        for root in roots[:1]:  # those behind it only name what to derive by
            if root.kind != "where":
                self._look(root, False)
                continue
            self._look(root.parts[0], False)
            for definition in reversed(root.parts[1:]):
                self._look(definition, self._names_reduced(definition, root))

    def _names_reduced(self, definition: Syntax, root: Syntax) -> bool:
        """Whether entries are taken one by one of what a definition names: the p of sum((p - y)^2) where p = …"""
        if len(definition.parts) != 2 or definition.parts[0].kind != "name":
            return False
        used = [node for node in self._used if node.value == definition.parts[0].value]
        return bool(used) and all(id(node) in self.reduced for node in used)

    def _look(self, root: Syntax, summed: bool) -> None:
        """Go through a part of the text; `summed` says that a sum is taken of all of it."""
        names = self.names
        stack = [(root, summed, False, False)]
        while stack:
            node, reduced, linear, direct = stack.pop()
            if reduced:
                self.reduced.add(id(node))
            if linear:
                self.linear.add(id(node))
            if node.kind == "name":
                self._used.append(node)
            if node.kind == "name" and names.is_open(node) and id(node) not in self._variables:
                name = node.reading.whole
                self._direct[name] = self._direct.get(name, True) and direct
            if node.kind == "apply" and node.value.name in _OF_SQUARE:
                self.in_square |= _factors(node.parts[0])
            self.raised |= _raised(node)
            if node.kind in {"norm", "norm_p"}:
                self.measured |= {id(part) for part in node.parts}
            if node.kind == "matmul":
                self.before_at |= {id(part) for part in node.parts if part.kind == "multiply" and not part.grouped}
            if node.kind == "derivative":
                self._variables |= {id(part) for part in node.parts[1:]}
            reduced = reduced or self._reduces(node)
            linear = (linear or _is_linear(node)) and not (node.kind == "apply" or self.sums(node))
            for k, part in enumerate(node.parts):
                right_of_capital = node.kind == "multiply" and k > 0 and self._stands_right(node, k)
                stack.append((part, reduced, linear, right_of_capital))

    def _stands_right(self, node: Syntax, k: int) -> bool:
        """Whether part k of a product stands directly right of a capital, with nothing between them."""
        left = node.parts[k - 1]
        while left.kind == "transpose" or (left.kind == "power" and is_inverse(left)):
            left = left.parts[0]
        name = plain_name(left, capital=True)
        return name is not None and (
            node.value[k - 1] == "juxt" or (node.value[k - 1] == "*" and self.multiplies_matrices(name))
        )

    def multiplies_matrices(self, left: str | None) -> bool:
        """Whether * behind a name is the product of matrices that nothing between the factors is.

        In MATLAB it always is, in NumPy never; elsewhere behind the letters that matrices have first of all.
        """
        dialect = self.names.vocabulary.dialect
        return dialect == "matlab" or (not dialect and left is not None and custom.is_first_of_matrices(left))

    def cost(self, name: str, kind: int) -> float:
        """What speaks against a name's being a number: nobody takes the trace of X² A for a number X."""
        of_matrix = name in self.in_square and custom.is_taken_as_matrix(name)
        return 4.0 if of_matrix and kind == custom.SCALAR else 0.0

    def sums(self, node: Syntax) -> bool:
        """Whether a node makes a number of all entries of its parts."""
        return self.names.inference.constructs[node.kind].sums

    def _reduces(self, node: Syntax) -> bool:
        """Whether the entries of the parts are taken one by one, to be summed or multiplied."""
        if node.kind == "apply":
            return not node.value.elementwise and node.value.name not in _OF_WHOLE_MATRIX
        if node.kind == "along":
            return self._reduces(node.value.call)
        return self.sums(node) or self.names.inference.constructs[node.kind].entrywise

    def is_direct(self, name: str) -> bool:
        """Whether a name stands directly right of a capital wherever it stands."""
        return self._direct.get(name, False)

    def is_reduced(self, node: Syntax) -> bool:
        """Whether a sum, a mean, a length or a product entry by entry is taken of what the node is in."""
        return id(node) in self.reduced

    def is_measured(self, node: Syntax) -> bool:
        """Whether the length of just this node is taken, so that what is added in it are vectors."""
        return id(node) in self.measured

    def is_linear(self, node: Syntax) -> bool:
        """Whether the node is transposed or multiplied by a matrix."""
        return id(node) in self.linear


_OF_SQUARE = frozenset({"tr", "det", "logdet", "inv"})
_OF_WHOLE_MATRIX = frozenset({"det", "logdet", "inv"})
"""What takes no entries one by one."""
_INSIDE = frozenset({"addition", "negate", "multiply", "matmul", "transpose", "elementwise", "power"})


def _raised(node: Syntax) -> set[str]:
    """The name of which a node is a power with a number above."""
    powered = node.kind == "power" and node.parts[1].kind == "number"
    base = plain_name(node.parts[0]) if powered else None
    return set() if base is None else {base}


def _factors(node: Syntax) -> set[str]:
    """The names that stand in the terms of a node as they are, transposed, raised or under a function of entries."""
    found: set[str] = set()
    stack = [node]
    while stack:
        part = stack.pop()
        if part.kind == "name":
            name = plain_name(part)
            found |= {name} if name is not None else set()
        elif part.kind in _INSIDE or (part.kind == "apply" and part.value.elementwise):
            stack.extend(part.parts[:1] if part.kind == "power" else part.parts)
    return found


def plain_name(node: Syntax, capital: bool | None = None) -> str | None:
    """The name of a node that is a name, perhaps with a sign; with `capital`, only if its letter is one or is none."""
    while node.kind == "negate" and not node.grouped:
        node = node.parts[0]
    if node.kind != "name" or node.reading.kind not in {"variable", "maybe-entry", "entry"}:
        return None
    name: str = node.reading.whole
    return name if capital is None or custom.is_capital(name) == capital else None


def is_vector_of_numpy(node: Syntax, dialect: str) -> bool:
    """Whether x.T stands in front of one matrix in code: the transpose of a vector of NumPy is that vector."""
    return dialect == "numpy" and node.parts[0].kind == "transpose" and len(node.parts) == 2


def is_inverse(node: Syntax) -> bool:
    """Whether a power has the exponent −1."""
    exponent = node.parts[1]
    return exponent.kind == "negate" and exponent.parts[0].kind == "number" and exponent.parts[0].value[0] == 1


def _is_linear(node: Syntax) -> bool:
    if node.kind in {"transpose", "matmul", "dot", "inner"}:
        return True
    if node.kind == "norm_p":  # ‖x − μ‖_Σ, as (x − μ)ᵀ Σ (x − μ) is
        return any(part.kind == "name" and custom.is_capital(part.value[0]) for part in bottom_up(node.parts[1]))
    if node.kind == "multiply":
        return any(part.kind == "transpose" for part in node.parts) or any(
            (sign == "juxt" and plain_name(left, capital=True) is not None) or getattr(left.value, "name", "") == "inv"
            for sign, left in zip(node.value, node.parts, strict=False)
        )
    return False
