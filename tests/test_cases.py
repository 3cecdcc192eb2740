"""Groups of cases: every case runs, and every one that fails is named."""

from __future__ import annotations

import pytest

from tests.cases import AT_ONCE, in_groups
from tests.some import Run


@pytest.fixture
def grouped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Run, "one_by_one", False)


def groups_of(test: object) -> list[object]:
    """The groups that pytest calls a test with."""
    (mark,) = test.pytestmark  # type: ignore[attr-defined]
    return list(mark.args[1])


@pytest.mark.usefixtures("grouped")
def test_each_case_runs_once_and_those_that_fail_are_named_with_what_was_found() -> None:
    seen: list[int] = []

    @in_groups("number", range(2 * AT_ONCE + 7))
    def test_small(number: int) -> None:
        seen.append(number)
        assert number not in (3, 5), f"{number} is wrong"

    first, second, third = groups_of(test_small)
    with pytest.raises(AssertionError) as told:
        test_small(group=first)
    assert str(told.value).startswith(f"2 of {AT_ONCE} cases of test_small failed\n3: AssertionError: 3 is wrong")
    assert "\n5: AssertionError: 5 is wrong" in str(told.value)
    assert told.value.__cause__ is not None
    for group in (second, third):
        test_small(group=group)
    assert seen == list(range(2 * AT_ONCE + 7))


@pytest.mark.usefixtures("grouped")
def test_cases_of_several_values_have_the_names_that_were_given() -> None:
    seen = {}

    @in_groups(("text", "length"), [("a", 1), pytest.param("bb", 3, id="wrong"), ("ccc", 3)], ids=["x", "y", "z"])
    def test_length(text: str, length: int, offset: int) -> None:
        seen[text] = length + offset
        assert len(text) == length

    with pytest.raises(AssertionError, match=r"1 of 3 cases of test_length failed\nwrong: "):
        test_length(group=groups_of(test_length)[0], offset=7)
    assert seen == {"a": 8, "bb": 10, "ccc": 10}


@pytest.mark.usefixtures("grouped")
def test_what_is_parametrized_below_is_combined_with_each_case() -> None:
    seen = []

    @in_groups("letter", "ab")
    @pytest.mark.parametrize(("number", "sign"), [(1, "+"), (2, "-")])
    @pytest.mark.parametrize("size", [10, 20, 30], ids="size {}".format)
    def test_product(letter: str, number: int, sign: str, size: int) -> None:
        seen.append((letter, number, sign, size))
        assert (letter, sign, size) != ("b", "-", 20)

    (group,) = groups_of(test_product)
    with pytest.raises(AssertionError, match=r"1 of 12 cases of test_product failed\nb-2---size 20"):
        test_product(group=group)
    assert sorted(seen) == [(a, n, s, k) for a in "ab" for n, s in ((1, "+"), (2, "-")) for k in (10, 20, 30)]


@pytest.mark.usefixtures("grouped")
def test_a_group_is_skipped_only_where_each_case_is() -> None:
    @in_groups("number", range(AT_ONCE + 2))
    def test_skipping(number: int) -> None:
        if number >= AT_ONCE - 1:
            pytest.skip("too large")

    first, second = groups_of(test_skipping)
    test_skipping(group=first)
    with pytest.raises(pytest.skip.Exception, match="too large"):
        test_skipping(group=second)


def test_what_is_made_for_one_test_is_not_shared_by_many_cases() -> None:
    with pytest.raises(TypeError, match="tmp_path"):

        @in_groups("number", [1])
        def test_files(number: int, tmp_path: object) -> None: ...

    with pytest.raises(TypeError, match="a mark of its own"):

        @in_groups("number", [pytest.param(1, marks=pytest.mark.skip)])
        def test_marked(number: int) -> None: ...


def test_each_case_can_be_a_test_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Run, "one_by_one", True)

    @in_groups("number", range(5), ids="case {}".format)
    def test_number(number: int) -> None: ...

    (mark,) = test_number.pytestmark  # type: ignore[attr-defined]
    assert mark.kwargs["ids"] == [f"case {number}" for number in range(5)]
