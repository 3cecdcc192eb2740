"""The operations table: one row per function, with its value, notation, derivative, domain and source.

Start reading in `explainer.expr.operation`, which explains the columns, then any family, such as `trigonometric`.
To add a function: one row in the TABLE of its family. It is then read, evaluated, written in every face and
differentiated; tests walk the table and compare its derivative with numbers. A new family is one more line here.
"""

from __future__ import annotations

import copyreg
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from explainer.expr.operation import Operation
from explainer.operations import (
    activation,
    exponential,
    gamma,
    hyperbolic,
    layers,
    matrix,
    piecewise,
    special,
    trigonometric,
    vector,
)

_FAMILIES = (exponential, trigonometric, hyperbolic, activation, piecewise, special, gamma, vector, matrix, layers)


def register(rows: Iterable[Operation]) -> dict[str, Operation]:
    """The rows by every name and alias.

    Raises ValueError when two rows share a name.
    """
    table: dict[str, Operation] = {}
    for row in rows:
        for name in (row.name, *row.aliases):
            if name in table:
                raise ValueError(f"the operations {table[name].name} and {row.name} share the name {name}")
            table[name] = row
    return table


OPERATIONS: Mapping[str, Operation] = MappingProxyType(register(row for family in _FAMILIES for row in family.TABLE))
"""Every operation by its name and by each of its aliases."""


PRINTED: Mapping[str, Operation] = MappingProxyType(
    {row.unicode: row for family in _FAMILIES for row in family.TABLE if len(row.unicode) > 1 and row.unicode.isascii()}
)
"""Every operation by the name that formulas show, such as ReLU; of max and max_entry the arguments say which."""


def all_operations() -> tuple[Operation, ...]:
    """Every operation once, in the order of the table."""
    return tuple(dict.fromkeys(OPERATIONS.values()))


def find(name: str) -> Operation | None:
    """The operation of this name or alias, if there is one."""
    return OPERATIONS.get(name) or PRINTED.get(name)


def _by_name(row: Operation) -> tuple[Any, ...]:
    """What pickle writes for a row, whose functions may have no name of their own: the row's name, to be looked up."""
    if find(row.name) is not row:
        from pickle import PicklingError  # who comes here has loaded it

        raise PicklingError(f"{row.name} is not in the table")
    return find, (row.name,)


copyreg.pickle(Operation, _by_name)


__all__ = ["OPERATIONS", "PRINTED", "Operation", "all_operations", "find", "register"]
