"""Vectors of size 1 and 0: derived with an open size, since a 1×1 matrix, a row of size 1 and a number look alike.

What holds for every size holds for these.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from typing import NamedTuple

from explainer.errors import ShapeError
from explainer.expr.kinds import any_of_kind, not_of_kind
from explainer.expr.letters import fresh_size
from explainer.expr.node import Node, each_part, rebuilt
from explainer.expr.nodes import Apply, Commutation, Entry, Identity, MatrixProduct, MatrixRow, Number, Variable
from explainer.expr.resizing import names_in, resized
from explainer.expr.shape import Size
from explainer.phrases import phrase
from explainer.rules.build import matrix_times
from explainer.rules.differentials.columns import commutation, kronecker
from explainer.rules.matching import is_call


class Opened(NamedTuple):
    """A function and a variable in which some sizes are letters; `known` says which numbers these stand for."""

    expression: Node
    wrt: Node
    known: Mapping[str, int]

    @property
    def note(self) -> str:
        """What to tell a reader; empty where no size was opened."""
        if not self.known:
            return ""
        values = " and ".join(f"{letter} = {size}" for letter, size in self.known.items())
        return phrase("The derivation leaves sizes open: what holds for all of them holds for {0}.", values)


def opened_sizes(expression: Node, wrt: Node) -> Opened:
    """The function and the variable with open sizes in place of 1 and 0.

    A matrix of one row may be meant as a row or as a matrix of some rows of which there happens to be one: the first
    reading in which all shapes fit is taken, that with the most rows first, where a matrix of a single entry counts as
    square. Both come back as they are where none fits, nothing has such a size, or a list fixes it.
    """
    for rows in _readings(expression, wrt):
        small = sorted({size for node in (expression, wrt) for size in _small_sizes(node, rows)})
        if not small and rows and not any(part.name in rows for part in each_part(wrt) if isinstance(part, Variable)):
            break  # rows that are held stay rows
        if not small:
            continue
        taken = {name for node in (expression, wrt) for name in names_in(node)}
        letters: dict[Size, Size] = {}
        for size in small:
            letters[size] = fresh_size({*taken, *map(str, letters.values())})
        try:
            changed = resized(expression, letters, rows), resized(wrt, letters, rows)
        except ShapeError:
            continue
        return Opened(*changed, {str(letter): int(size) for size, letter in letters.items()})
    return Opened(expression, wrt, {})


def opened_facts(facts: tuple[Node, ...], opened: Opened) -> tuple[Node, ...]:
    """What was said to hold, of the variables with open sizes; nothing of those that are rows now, not square."""
    variables = {part.name: part for node in (opened.expression, opened.wrt) for part in each_part(node)
                 if isinstance(part, Variable)}  # fmt: skip
    found: list[Node] = []
    for fact in facts:
        parts = [part for part in each_part(fact) if isinstance(part, Variable)]
        now = [variables.get(part.name, part) for part in parts]
        if all(len(new.shape.sizes) == len(old.shape.sizes) and _is_square(new) == _is_square(old)
               for new, old in zip(now, parts, strict=True)):  # fmt: skip
            known = dict(opened.known)
            found.append(resized(fact, {size: letter for letter, size in known.items()}, frozenset()))
    return tuple(found)


def _is_square(variable: Variable) -> bool:
    return variable.shape.is_matrix and variable.shape.rows == variable.shape.columns


def refuse_missing_entries(expression: Node, known: Mapping[str, int]) -> None:
    """Raises ShapeError for an entry or a row that there is for the open size, and not for the number it stands for."""
    for part in each_part(expression) if known else ():
        match part:
            case Entry(base, indices):
                word = "there is no entry {0}: the size is {1}"
                counted = zip(indices, base.shape.sizes[-len(indices) :], strict=False)
            case MatrixRow(base, index):
                word = "there is no row {0}: the size is {1}"
                counted = zip((index,), base.shape.sizes, strict=False)
            case _:
                continue
        for index, size in counted:
            number = known.get(str(size))
            if number is not None and isinstance(index, Number) and index.value > number:
                raise ShapeError(phrase(word, index.value, number), shapes=(str(number),))


def closed_sizes(result: Node, known: Mapping[str, int]) -> Node:
    """A result with the numbers put back in place of the letters; as it is where a shape does not survive that.

    A row times a column of size 1 is a number, so that a product of such Jacobians may be no matrix any more. What is
    nothing but the number 1 for them is left out: w' ⊠ I is w' where I has a single entry.
    """
    if not known or not result.shape.names & known.keys():
        return result
    try:
        closed = rebuilt(resized(result, dict(known), frozenset()), _without_ones)
    except ShapeError:
        return result
    return closed if len(closed.shape.sizes) == len(result.shape.sizes) else result


def _without_ones(node: Node) -> Node:
    """Without identity matrices of a single entry in Kronecker products, and without orders of a row or a column."""
    match node:
        case Apply(_, (left, right)) if is_call(node, "kron"):
            return kronecker(left, right)
        case Commutation(rows, columns):
            return commutation(rows, columns)
        case MatrixProduct(factors) if any_of_kind(factors, Identity) and not node.shape.is_scalar:
            kept = not_of_kind(factors, Identity)
            return matrix_times(*kept) if kept else factors[0]
    return node


MOST_READINGS = 32
"""So many ways to tell rows from matrices are tried: all of them for five variables of one row."""


def _readings(expression: Node, wrt: Node) -> list[frozenset[str]]:
    """Which variables of one row may be rows: first all but those of a single entry, then fewer or other ones."""
    found = {part for node in (expression, wrt) for part in each_part(node) if isinstance(part, Variable)}
    rows = sorted(part.name for part in found if part.shape.is_row)
    plain = frozenset(part.name for part in found if part.shape.is_row and part.shape.columns != 1)
    subsets = [frozenset(chosen) for count in range(len(rows), -1, -1) for chosen in combinations(rows, count)]
    return list(dict.fromkeys([plain, frozenset(), *subsets[:MOST_READINGS]]))


def _small_sizes(node: Node, rows: frozenset[str]) -> set[int]:
    """The sizes 1 and 0 among the variables; of a row only its columns count."""
    found: set[int] = set()
    for part in each_part(node):
        if isinstance(part, Variable):
            sizes = part.shape.sizes[1:] if part.name in rows else part.shape.sizes
            found.update(size for size in sizes if isinstance(size, int) and size < 2)
    return found
