"""Letters for what gets a name on the way: they never run out, nothing has them yet, and they read back."""

from __future__ import annotations

import random
from string import ascii_letters

import pytest

from explainer.expr.letters import INDEX_LETTERS, SIZE_LETTERS, SUM_SIZE_LETTERS, fresh, fresh_size, numbered
from explainer.expr.nodes import Entry, Index, IndexedSum, Variable
from explainer.expr.shape import vector_shape
from explainer.language import parse_expression, read_question

MANY = 150


def test_the_first_letters_are_those_of_textbooks() -> None:
    assert fresh((), INDEX_LETTERS) == "i"
    assert fresh("i", INDEX_LETTERS) == "j"
    assert fresh_size(()) == "n"
    assert [numbered("x", {"x_1"}), numbered("x", (), start=4)] == ["x_2", "x_4"]


@pytest.mark.parametrize("letters", [INDEX_LETTERS, SIZE_LETTERS, SUM_SIZE_LETTERS, "u", "GHK"])
def test_letters_never_run_out(letters: str) -> None:
    taken: set[str] = set()
    for _ in range(MANY):
        letter = fresh(taken, letters)
        assert letter not in taken
        taken.add(letter)
    assert all(name.isalpha() for name in taken)


def test_names_of_sizes_never_run_out() -> None:
    taken: set[str] = set()
    for _ in range(MANY):
        taken.add(fresh_size(taken))
    assert len(taken) == MANY


def test_fresh_indices_and_sizes_read_back() -> None:
    """Of names among which a text already has some at random."""
    chance = random.Random(5)
    for _ in range(40):
        taken = set(chance.sample(ascii_letters, chance.randint(0, 52))) | {"a"}
        size = fresh_size({*taken, *INDEX_LETTERS})
        index = Index(fresh({*taken, size}, INDEX_LETTERS), size)
        total = IndexedSum(index, Entry(Variable("a", vector_shape(size)), (index,)))
        assert parse_expression(total.text()).expression is total, total.text()


@pytest.mark.parametrize("count", [3, 20, 40])
def test_a_sum_without_limits_finds_a_letter_for_its_size(count: int) -> None:
    """In a text that uses all the letters which sizes usually have."""
    used = dict.fromkeys("nmNKMDLRS" + "abcfghuvwxyz" + "ABCEFGHJPQTUVWXYZ" + "pqrt")
    names = list(used)[:count]
    total = parse_expression(f"Σ_i (y_i + {' + '.join(names)})").expression
    assert isinstance(total, IndexedSum)
    assert str(total.index.size) not in names
    pasted = read_question(r"\sum_i y_i + " + " + ".join(names)).parsed
    assert pasted.shapes["y"].is_vector
    assert str(pasted.shapes["y"].rows) not in names
