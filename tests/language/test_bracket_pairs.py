"""Pairing the brackets of texts that are right, wrong, and very deep."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.language.typing.bracket_pairs import PAIRS, pair_brackets
from explainer.lessons import all_problems


@pytest.mark.parametrize(
    ("text", "pairs", "alone"),
    [
        ("", {}, ()),
        ("sin(x)", {3: 5}, ()),
        ("([x])", {0: 4, 1: 3}, ()),
        ("sin(x", {}, (3,)),
        ("x)", {}, (1,)),
        ("f([x)", {1: 4}, (2,)),
        ("(x]", {}, (0, 2)),
        ("[(x])", {0: 3}, (1, 4)),
        ("x_{i,j} (", {2: 6}, (8,)),
    ],
)
def test_brackets_find_their_partners(text: str, pairs: dict[int, int], alone: tuple[int, ...]) -> None:
    found = pair_brackets(text)
    assert {first: second for first, second in found.partners.items() if first < second} == pairs
    assert found.alone == alone


def test_the_bracket_before_the_cursor_comes_first() -> None:
    found = pair_brackets("(a)(b)")
    assert [found.at(cursor) for cursor in (0, 1, 2, 3)] == [(0, 2), (0, 2), (2, 0), (2, 0)]
    assert pair_brackets("(a + b)").at(3) == ()


@given(st.text("()[]{}x", max_size=60))
def test_every_bracket_is_paired_or_alone(text: str) -> None:
    found = pair_brackets(text)
    brackets = {place for place, character in enumerate(text) if character != "x"}
    assert set(found.partners) | set(found.alone) == brackets
    assert not set(found.partners) & set(found.alone)
    for first, second in found.partners.items():
        assert found.partners[second] == first
        assert first > second or PAIRS[text[first]] == text[second]


def test_no_bracket_of_a_lesson_is_alone() -> None:
    texts = [problem.text for problem in all_problems()]
    assert sum("(" in text for text in texts) > 20
    assert [text for text in texts if pair_brackets(text).alone] == []


def test_very_deep_brackets_take_no_stack() -> None:
    assert len(pair_brackets("(" * 5000 + ")" * 5000).partners) == 10_000


@pytest.mark.parametrize(
    ("text", "cursor", "wrong"),
    [
        ("sin(x", 5, ()),  # still being written
        ("sin(x", None, (3,)),
        ("sin(x", 2, (3,)),  # written before it
        ("f([x)", 5, (2,)),  # the outer pair is closed already
        ("x)", 2, (1,)),
        ("[(x", 3, ()),
    ],
)
def test_what_may_still_be_closed_is_no_mistake_yet(text: str, cursor: int | None, wrong: tuple[int, ...]) -> None:
    assert pair_brackets(text).wrong(text, cursor) == wrong
