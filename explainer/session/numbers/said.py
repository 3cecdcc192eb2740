"""What a problem says of its variables: values to begin with obey it, and of those that somebody types it is told.

Derivations use what is said: beside other values their lines would not agree, and nobody would know why.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from explainer.phrases import phrase

if TYPE_CHECKING:
    from explainer.expr.arrays import Array
    from explainer.expr.node import Node

ROWS, COLUMNS = "rows", "columns"
"""Entries that are not negative and add up to 1: in each row of a matrix, and all of a vector, or in each column."""
_CLOSE: Final = 1e-6
"""How near to 1 a sum has to be that is called 1: numbers that people type have up to six digits."""


def said_of(facts: Iterable[Node]) -> dict[str, frozenset[str]]:
    """The properties of variables by their names, as far as numbers can be made to have them."""
    from explainer.expr.declared import declared
    from explainer.verify.drawn import share

    facts = tuple(facts)
    found: dict[str, set[str]] = {}
    for name, property in declared(facts):
        found.setdefault(name, set()).add(property)
    for fact in facts:
        if (known := share(fact)) is not None:
            found.setdefault(known.name, set()).add(COLUMNS if known.axis == -2 else ROWS)
    return {name: frozenset(properties) for name, properties in found.items()}


def obeying(properties: frozenset[str], value: Array, *, one_hot: bool) -> Array:
    """Numbers near these that have the properties; what adds up to 1 is one-hot or positive."""
    import numpy

    if not properties:
        return value
    if COLUMNS in properties:
        return obeying(frozenset({ROWS}), value.T, one_hot=one_hot).T
    if ROWS in properties:
        rows = numpy.atleast_2d(value)
        count = rows.shape[1]
        halves = [0.5 ** min(k + 1, max(count - 1, 0)) for k in range(count)]
        parts = numpy.eye(count)[0] if one_hot else numpy.array(halves)
        made: Array = numpy.stack([numpy.roll(parts, k) for k in range(len(rows))])
        return made.reshape(value.shape)
    if "positive" in properties:
        value = numpy.abs(value)
    if value.ndim != 2 or value.shape[0] != value.shape[1]:
        return value
    if "diagonal" in properties:
        return numpy.diag(numpy.diag(value))
    if properties & {"symmetric", "definite"}:
        value = numpy.tril(value) + numpy.tril(value, -1).T
    if "definite" in properties:
        off = numpy.abs(value - numpy.diag(numpy.diag(value))).sum(axis=1)
        value = value - numpy.diag(numpy.diag(value)) + numpy.diag(off + 1.0)
    return value


def breach(properties: frozenset[str], value: Array) -> str:
    """Which of the properties a value has not, as a sentence without its end; empty where it has all."""
    import numpy

    if properties & {ROWS, COLUMNS}:
        across = value.T if COLUMNS in properties else value
        off = numpy.abs(numpy.atleast_2d(across).sum(axis=1) - 1.0) > _CLOSE
        if off.any() and value.ndim < 2:
            return phrase("its entries are said to add up to 1")
        if off.any():
            said = (
                "its columns are said to add up to 1" if COLUMNS in properties else "its rows are said to add up to 1"
            )
            return phrase(said)
    square = value.ndim == 2 and value.shape[0] == value.shape[1]
    if "diagonal" in properties and square and numpy.abs(value - numpy.diag(numpy.diag(value))).any():
        return phrase("it is said to be diagonal")
    if properties & {"symmetric", "definite"} and square and numpy.abs(value - value.T).any():
        return phrase("it is said to be symmetric")
    if "definite" in properties and square and (numpy.linalg.eigvalsh(value) <= 0).any():
        return phrase("it is said to be positive definite")
    if "positive" in properties and (value <= 0).any():
        return phrase("its entries are said to be positive")
    return ""
