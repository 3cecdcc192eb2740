"""Every row of the operations table is complete, and no two share a name."""

from __future__ import annotations

import pickle
import re
import subprocess
import sys

import pytest

from explainer.errors import ShapeError
from explainer.expr.operation import Operation
from explainer.expr.shape import SCALAR, Shape, matrix_shape, vector_shape
from explainer.operations import OPERATIONS, all_operations, find, register
from tests.cases import in_groups

EVERY = all_operations()


LAST = {"trigamma", *(row.name for row in EVERY if not row.elementwise)}
"""Rows that may have no derivative column: functions of wholes, and the last one in a row of derivatives."""


def name_of(row: Operation) -> str:
    return row.name


def test_the_table_has_more_than_sixty_functions() -> None:
    assert len(EVERY) >= 60
    assert len({row.name for row in EVERY}) == len(EVERY)


def test_every_name_and_alias_finds_its_row() -> None:
    for row in EVERY:
        assert all(find(name) is row is OPERATIONS[name] for name in (row.name, *row.aliases))
    assert len(OPERATIONS) == sum(1 + len(row.aliases) for row in EVERY)
    assert find("no such function") is None


def test_a_row_is_written_by_its_name_and_only_one_of_the_table_is() -> None:
    for row in EVERY:
        assert pickle.loads(pickle.dumps(row)) is row
    stranger = Operation("sin", "another sine", ("u",), lambda numpy, u: u)
    with pytest.raises(pickle.PicklingError, match="sin is not in the table"):
        pickle.dumps(stranger)


def test_aliases_that_people_type_are_there() -> None:
    typed = {"log": "ln", "asin": "arcsin", "arctan2": "atan2", "maximum": "max", "swish": "silu", "step": "heaviside"}
    assert {alias: OPERATIONS[alias].name for alias in typed} == typed


def test_a_name_that_is_taken_is_refused() -> None:
    again = Operation("new", "new", ("u",), lambda numpy, u: u, aliases=("log",))
    with pytest.raises(ValueError, match="ln and new share the name log"):
        register([OPERATIONS["ln"], again])


@in_groups("row", EVERY, ids=name_of)
def test_every_column_is_filled(row: Operation) -> None:
    assert row.title
    assert row.title == row.title.strip()
    assert row.source
    assert row.latex
    assert row.unicode
    assert row.examples
    assert set(re.findall(r"\{(\d)\}", row.speech)) == {str(k) for k in range(row.arity)}
    assert len(row.derivative) == row.arity or (row.name in LAST and not row.derivative)
    shapes = (vector_shape("n"), matrix_shape("n", "n"))
    assert row.elementwise or row.definition or any(_takes(row, shape) for shape in shapes)


def _takes(row: Operation, shape: Shape) -> bool:
    try:
        row.shape(*([shape, SCALAR] if row.notation == "matrix_power" else [shape] * row.arity))
    except ShapeError:
        return False
    return True


def test_importing_the_table_is_light() -> None:
    program = (
        "import sys, explainer.operations\n"
        "heavy = {'numpy', 'sympy', 'lark', 'matplotlib', 'PySide6'} & set(sys.modules)\n"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
