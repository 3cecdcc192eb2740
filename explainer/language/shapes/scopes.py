"""What each name in the syntax tree is: a variable, an entry of one, a bound index, a size or a constant.

Whether `x_1` is an entry of x or a variable of its own is left open until the shapes are known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from explainer.errors import ParseError
from explainer.expr.shape import MOST_DIGITS, Size, size_names
from explainer.language.shapes.unification import SizeTerm
from explainer.language.text.characters import GREEK_WORDS, MARKS
from explainer.language.text.syntax import Syntax
from explainer.language.text.vocabulary import Vocabulary
from explainer.language.text.words import is_constant
from explainer.phrases import phrase

if TYPE_CHECKING:
    from explainer.language.constructs import Construct

LOSSES = frozenset("CEJLR")
"""Capital letters of costs, errors and risks, which are numbers: L_1 beside L is another one, not an entry."""


@dataclass(eq=False, slots=True)
class IndexTerm:
    """An index with the size it runs to, which may be open for an index that nothing binds."""

    name: str
    size: SizeTerm
    lower: int = 1


@dataclass(eq=False, slots=True)
class Reading:
    """What a name is: `kind` is variable, entry, maybe-entry, index, size or constant.

    `name` is the variable (of an entry: its base), `indices` are those of an entry, `whole` is the name with its
    subscripts, which a maybe-entry is when its base turns out to be a scalar. `row` says that an entry is a row.
    """

    kind: str
    name: str
    indices: tuple[int | IndexTerm, ...] = ()
    whole: str = ""
    row: bool = False
    settled: bool = False


_OF_ENTRIES = frozenset("ijklmn")
"""Letters below a name that count its entries."""
_MARKS = frozenset((mark,) for mark in MARKS.values() if mark)
Scope = dict[str, IndexTerm]
Inside = list[tuple[Syntax, Scope]]
"""What is to be read next, each with the indices that are bound there."""


def parts_within(scopes: Scopes, node: Syntax, scope: Scope) -> Inside:
    """All parts, with the indices that are bound around them."""
    return [(part, scope) for part in node.parts]


def no_sizes(node: Syntax) -> tuple[Size, ...]:
    """No size stands in it."""
    return ()


def sizes_of_indices(node: Syntax) -> tuple[Size, ...]:
    """The N of sum(i=1..N, …)."""
    return tuple(size for _, _, size in node.value)


def sizes_given(node: Syntax) -> tuple[Size, ...]:
    """The n of ones(n) and expand(x, n)."""
    given: Size | tuple[Size, ...] = node.value
    return given if isinstance(given, tuple) else (given,)


class Scopes:
    """Goes through a tree with the indices that are bound at each place, and gives every name its reading."""

    def __init__(self, text: str, vocabulary: Vocabulary, constructs: Mapping[str, Construct]) -> None:
        self.text = text
        self.constructs = constructs
        self.vocabulary = vocabulary
        self.sizes: set[str] = {name for shape in vocabulary.declared.values() for name in shape.names}
        self.sizes -= set(vocabulary.declared)
        self.free: dict[str, IndexTerm] = {}
        self.open_limits: list[SizeTerm] = []
        """What stands for the limits of 1 that are left open."""
        self.wholes: set[str] = set()
        """The names that stand without subscripts somewhere, or with the two of an entry of a matrix."""

    def resolve(self, root: Syntax) -> None:
        """Set the reading of every name below the root, and the index terms of what binds."""
        self._collect_names(root)
        stack: list[tuple[Syntax, Scope]] = [(root, {})]
        while stack:
            node, scope = stack.pop()
            node.reading = None
            stack.extend(reversed(self.constructs[node.kind].read(self, node, scope)))

    def name(self, node: Syntax, scope: Scope) -> Inside:
        """A name is what its place makes of it."""
        node.reading = self._read(node, scope)
        return []

    def indexed(self, node: Syntax, scope: Scope) -> Inside:
        """A form that binds indices: they are known inside of it."""
        indices = tuple(IndexTerm(name, self._limit(size), lower) for name, lower, size in node.value)
        node.reading = indices
        return parts_within(self, node, {**scope, **{index.name: index for index in indices}})

    def _limit(self, size: Size) -> SizeTerm:
        """How far an index runs; a 1 is open where all sizes of 1 are left open."""
        if size != 1 or not self.vocabulary.opens:
            return SizeTerm(size)
        self.open_limits.append(SizeTerm())
        return self.open_limits[-1]

    def entry(self, node: Syntax, scope: Scope) -> Inside:
        """The indices behind something in brackets."""
        node.reading = tuple(self._index(item, node, scope) for item in node.value)
        return parts_within(self, node, scope)

    def function_entry(self, node: Syntax, scope: Scope) -> Inside:
        """The indices of f_i.(x_i)."""
        node.reading = tuple(self._index(item, node, scope) for item in node.value[1])
        return parts_within(self, node, scope)

    def delta(self, node: Syntax, scope: Scope) -> Inside:
        """delta(i, j): both parts are indices, and no names."""
        for part in node.parts:
            part.reading = Reading("index", "", (self._delta_index(part, scope),))
        return []

    def definitions(self, node: Syntax, scope: Scope) -> Inside:
        """Definitions after `where`, each with the index that stands on its left side."""
        return [(part, self._with_index(part, scope)) for part in node.parts]

    def _with_index(self, part: Syntax, scope: Scope) -> Scope:
        """The scope of a definition: in e_i = … the index on the left side stands for every number on the right."""
        left = part.parts[0] if part.kind == "equation" else part
        if left is part or left.kind != "name":
            return scope
        word, subscripts = left.value
        _, rest = _longest_name(word, subscripts, self.vocabulary.defined)
        items = [item for piece in rest for item in piece]
        if len(items) != 1 or items[0].isdecimal():
            return scope
        return {**scope, items[0]: IndexTerm(items[0], SizeTerm())}

    def _delta_index(self, part: Syntax, scope: Scope) -> int | IndexTerm:
        """One of the two indices of delta(i, j)."""
        if part.kind == "number" and part.value[1] == 0:
            return int(part.value[0])
        if part.kind == "name" and not part.value[1]:
            return self._index(part.value[0], part, scope)
        raise ParseError(
            "delta takes two indices", text=self.text, position=part.start, end=part.end, hint="Write delta(i, j)."
        )

    def _collect_names(self, root: Syntax) -> None:
        """Names that stand where a size stands: the N of sum(i=1..N, …), the n of ones(n); and those that are whole."""
        stack = [root]
        while stack:
            node = stack.pop()
            stack.extend(node.parts)
            if node.kind == "name" and not node.value[1]:
                self.wholes.add(node.value[0])
            self.sizes.update(name for size in self.constructs[node.kind].sizes(node) for name in size_names(size))

    def _read(self, node: Syntax, scope: Scope) -> Reading:
        word, subscripts = node.value
        defined = self.vocabulary.defined
        if not subscripts:
            if word in scope:
                return Reading("index", word, (scope[word],))
            if word not in defined and is_constant(word, self.vocabulary):
                return Reading("constant", word)
            if word not in defined and word in self.sizes:
                return Reading("size", word)
            return Reading("variable", word, whole=word)
        base, rest = _longest_name(word, subscripts, defined)
        if not rest:
            return Reading("variable", base, whole=base)
        return self._read_subscripts(node, base, rest, scope)

    def _read_subscripts(self, node: Syntax, base: str, rest: tuple[tuple[str, ...], ...], scope: Scope) -> Reading:
        rest = self._apart(base, rest, scope)
        items = [item for part in rest for item in part]
        bound = any(item in scope for item in items)
        several = any(len(part) > 1 for part in rest)
        short = all(_is_number(item) or len(item) == 1 or item in GREEK_WORDS for item in items)
        whole = "_".join([base, *items])
        if base == "delta" and len(items) == 2 and bound and base not in self.vocabulary.defined:
            indices = tuple(self._index(item, node, scope) for item in items)
            return Reading("delta", base, indices)
        declared = self.vocabulary.declared.get(base)
        whole_beside = items == ["0"] and base in self.wholes  # entries are counted from 1: w_0 stands beside w
        inside = short and declared is not None and not declared.is_scalar and not whole_beside
        if base in self.vocabulary.computed and base.isupper() and base not in LOSSES:
            inside = inside or (short and "0" not in items)  # a row of Z where Z = X W
        alone = (
            base in self.vocabulary.defined - self.vocabulary.declared.keys() - self.wholes - self.vocabulary.computed
        )
        inside = inside or (alone and set(items) <= _OF_ENTRIES)  # x_i² by x, which stands nowhere else
        if bound or several or inside:
            indices = tuple(self._index(item, node, scope) for item in items)
            if len(indices) == 2:
                self.wholes.add(base)
            return Reading("entry", base, indices, whole)
        if not short or "0" in items:
            return Reading("variable", whole, whole=whole)
        return Reading("maybe-entry", base, tuple(self._index(item, node, scope) for item in items), whole)

    def _apart(self, base: str, rest: tuple[tuple[str, ...], ...], scope: Scope) -> tuple[tuple[str, ...], ...]:
        """The two indices of an entry X_ij or X_12 that are written without a comma between them.

        Two bound letters are two indices of anything; else a matrix has two, which is declared or has a capital letter.
        """
        if len(rest) != 1 or len(rest[0]) != 1 or len(rest[0][0]) != 2 or rest[0][0] in GREEK_WORDS:
            return rest
        first, second = rest[0][0][0], rest[0][0][1]
        declared = self.vocabulary.declared.get(base)
        matrix = declared.is_matrix if declared is not None else base in self.wholes and base[0].isupper()
        both_bound = first in scope and second in scope
        one_bound = base[:1].isupper() and (first in scope) != (second in scope) and {first, second} <= _OF_ENTRIES
        alike = first.isdecimal() == second.isdecimal() and "0" not in (first, second)
        return (
            ((first, second),) if rest[0][0] not in scope and (both_bound or one_bound or (matrix and alike)) else rest
        )

    def _index(self, item: str, node: Syntax, scope: Scope) -> int | IndexTerm:
        if item.isdecimal():
            return int(item)
        if item in scope:
            return scope[item]
        if len(item) > 1 and item not in GREEK_WORDS:
            raise ParseError(
                phrase("the index {0} is not bound", item),
                text=self.text,
                position=node.start,
                end=node.end,
                hint=phrase("Bind it: sum({0}=1..n, …).", item),
            )
        return self.free.setdefault(item, IndexTerm(item, SizeTerm()))


def _is_number(item: str) -> bool:
    """Whether this is the number of an entry: one that no size reaches is part of a name."""
    return item.isdecimal() and len(item) <= MOST_DIGITS


def _longest_name(
    word: str, subscripts: tuple[tuple[str, ...], ...], defined: set[str]
) -> tuple[str, tuple[tuple[str, ...], ...]]:
    """The longest beginning of a subscripted name that is a known name, and the subscripts that remain."""
    name, longest, known = word, word, 0
    for length, part in enumerate(subscripts, start=1):
        if len(part) != 1:
            break
        name = f"{name}_{part[0]}"
        marked = part in _MARKS and known == length - 1  # ŷ is a letter of its own, so ŷ_i is an entry of it
        if name in defined or marked:
            longest, known = name, length
    return longest, subscripts[known:]
