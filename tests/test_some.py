"""What the usual run leaves out: never the last case of a kind, and nothing in a thorough run."""

from __future__ import annotations

import pytest

from tests.some import Run, some, some_pairs


@pytest.mark.parametrize("one_in", [2, 3, 5, 50])
def test_some_of_many_cases_have_all_their_kinds(one_in: int, monkeypatch: pytest.MonkeyPatch) -> None:
    cases = [(k, "abcdefg"[k * k % 7]) for k in range(100)]
    monkeypatch.setattr(Run, "thorough", False)
    chosen = some(cases, one_in, lambda case: case[1])
    assert {kind for _, kind in chosen} == {kind for _, kind in cases}
    assert 100 / one_in <= len(chosen) <= 100 / one_in + 7
    assert chosen == sorted(chosen)
    monkeypatch.setattr(Run, "thorough", True)
    assert some(cases, one_in, lambda case: case[1]) == cases


@pytest.mark.parametrize("one_in", [2, 3, 4, 9])
@pytest.mark.parametrize("few", ["ab", "abcdef"])
def test_some_pairs_have_each_of_both_sides_by_turns(one_in: int, few: str, monkeypatch: pytest.MonkeyPatch) -> None:
    many = list(range(30))
    monkeypatch.setattr(Run, "thorough", False)
    chosen = some_pairs(one_in, many, few)
    assert {number for number, _ in chosen} == set(many)
    counts = [sum(letter == other for _, other in chosen) for letter in few]
    assert min(counts) > 0
    assert max(counts) - min(counts) <= 1
    assert len(chosen) <= 30 * len(few) / min(one_in, len(few)) + len(few)
    monkeypatch.setattr(Run, "thorough", True)
    assert len(some_pairs(one_in, many, few)) == 30 * len(few)
