"""The places where the paper's formulas do not hold: numbers refute what is printed and confirm what holds."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

import explainer
from explainer.errors import ParseError
from explainer.lessons import Correction, faults, verify_correction
from explainer.lessons.lesson import Lesson
from tests.cases import in_groups
from tests.lesson_lines import trace_of

CORRECTIONS = [correction for lesson in explainer.all_lessons() for correction in lesson.corrections]


def correction_of(problem: str, printed: str = "") -> Correction:
    return next(each for each in CORRECTIONS if each.problem.id == problem and printed in each.printed)


def lesson_of(correction: Correction) -> Lesson:
    return next(lesson for lesson in explainer.all_lessons() if correction in lesson.corrections)


def test_the_five_places_are_there() -> None:
    """The reduction by a scalar, the diagonal as a row, the broadcast maximum, the condition outside the sum (by w and
    by b), and the update that subtracts a row from a column."""
    assert [(each.problem.id, each.printed.split()[0]) for each in CORRECTIONS] == [
        ("D3", "x'"), ("F4", "n"), ("J5", "column(i=1..n,"), ("K1", "cases(zeros(1,"), ("K3", "cases(0"), ("K1", "w"),
    ]  # fmt: skip


@pytest.mark.parametrize("correction", CORRECTIONS, ids=lambda each: f"{each.problem.id} {each.printed[:8]}")
def test_numbers_refute_the_printed_formula_and_confirm_the_other(correction: Correction) -> None:
    result = verify_correction(correction)
    assert result.decided
    assert not result.printed.ok
    assert result.printed.message
    assert result.holds.ok
    assert result.holds.check is not None
    assert result.holds.check.points >= 8
    np.testing.assert_allclose(result.holds.value, result.value, rtol=1e-7)
    if result.printed.value is not None:
        assert result.printed.value.shape != result.value.shape or not np.allclose(result.printed.value, result.value)


@pytest.mark.parametrize("correction", [each for each in CORRECTIONS if not each.against], ids=lambda e: e.problem.id)
def test_what_holds_is_what_the_derivation_ends_in(correction: Correction) -> None:
    trace = trace_of(correction.problem)
    result = verify_correction(correction)
    sizes = {"n": 3, "N": 2} if correction.problem.id in ("D3", "F4", "J5") else {"n": 2, "N": 2}
    names = {name: np.asarray(value, dtype=float) for name, value in correction.at.items()}
    derived = trace.result.evaluate({**sizes, **names})
    np.testing.assert_allclose(result.holds.value, derived, rtol=1e-7)


def test_the_numbers_of_the_sum_are_those_that_one_finds_by_hand() -> None:
    result = verify_correction(correction_of("F4"))
    assert result.value == pytest.approx(1 + 2 + 4)
    assert result.printed.value == pytest.approx(3)


def test_the_numbers_of_the_loss_are_those_that_one_finds_by_hand() -> None:
    """Only the first of the two rows is active: its error is 1 + 2 - 1 = 2, so the gradient is 2/2 · 2 · (1, 2)."""
    result = verify_correction(correction_of("K1", "cases"))
    np.testing.assert_allclose(result.value, [[2, 4]])
    # Printed, both rows count: the second has the error -3 + 1 - 1 = -3, so 2/2 · (2 (1, 2) - 3 (-3, 1)).
    np.testing.assert_allclose(result.printed.value, [[11, 1]])


def test_the_update_of_a_column_by_a_row_is_refused_with_both_shapes() -> None:
    result = verify_correction(correction_of("K1", "eta"))
    assert result.printed.node is None
    assert "n×1" in result.printed.message
    assert "1×n" in result.printed.message
    np.testing.assert_allclose(result.value, [1 - 0.1 * 2, 1 - 0.1 * 4])


@pytest.mark.parametrize("correction", CORRECTIONS, ids=lambda each: f"{each.problem.id} {each.printed[:8]}")
def test_exchanged_formulas_are_not_decided(correction: Correction) -> None:
    assert not verify_correction(replace(correction, printed=correction.holds, holds=correction.printed)).decided


@in_groups("wrong", ["2 ({})", "-({})", "({}) + ({})"])
@pytest.mark.parametrize("correction", CORRECTIONS, ids=lambda each: f"{each.problem.id} {each.printed[:8]}")
def test_a_formula_that_is_doubled_or_negated_does_not_hold(correction: Correction, wrong: str) -> None:
    holds = wrong.replace("{}", correction.holds)
    assert not verify_correction(replace(correction, holds=holds)).holds.ok


def test_a_formula_that_cannot_be_read_is_an_error_with_its_place() -> None:
    with pytest.raises(ParseError):
        verify_correction(replace(correction_of("F4"), holds="sum(x"))


def test_faults_name_the_line_of_an_undecided_correction() -> None:
    correction = correction_of("F4")
    lesson = lesson_of(correction)
    place = lesson.blocks.index(correction)
    blocks = list(lesson.blocks)
    for field in ("printed", "holds"):
        blocks[place] = replace(correction, **{field: "sum(x)" if field == "printed" else "n"})
        found = list(faults(replace(lesson, blocks=tuple(blocks))))
        assert [(fault.field, fault.line) for fault in found] == [(field, lesson.places[place, field])]
