"""Very long formulas in short."""

from __future__ import annotations

import pytest

from explainer.engine import derive
from explainer.expr.node import Node, at, subnodes
from explainer.language import parse_expression
from explainer.notation import unicode, write_notation
from explainer.notation.fold import core, pieces
from explainer.notation.tree import Notation, Part
from explainer.session.lines.card import MOST_PIECES, line_notation
from explainer.session.lines.pruning import pruned
from explainer.session.lines.shortening import is_long, shortened


def expression(text: str) -> Node:
    return parse_expression(text).expression


def paths_in(notation: Notation) -> set[tuple[int, ...]]:
    found, stack = set(), [notation]
    while stack:
        piece = stack.pop()
        if isinstance(piece, Part):
            found.add(piece.path)
        stack.extend(pieces(piece))
    return found


LONG_SUM = " + ".join(f"{k} x^{k}" for k in range(1, 201))


def test_a_formula_that_is_read_at_a_glance_stays_as_it_is() -> None:
    notation = write_notation(expression("sin(x + x^2) + 3"))
    assert shortened(notation) is notation


def test_a_long_sum_keeps_its_ends_and_what_is_touched() -> None:
    notation = write_notation(expression(LONG_SUM))
    short = shortened(notation, [(100,)], most=300)
    text = unicode(short).replace(" ", "")
    assert "1x" in text
    assert "200x" in text
    assert "101x" in text
    assert "50x" not in text
    assert (100,) in paths_in(short)
    assert text.count("…") == 2
    assert "+…+" in text
    assert "++" not in text
    assert not is_long(short, 300)


@pytest.mark.parametrize("touched", [0, 1, 6, 7, 8, 50, 192, 193, 198, 199])
def test_dots_stand_between_signs_wherever_the_touched_part_is(touched: int) -> None:
    short = shortened(write_notation(expression(LONG_SUM)), [(touched,)], most=300)
    text = unicode(short).replace(" ", "")
    assert (touched,) in paths_in(short)
    assert "+…+" in text
    assert "++" not in text
    assert "……" not in text


def test_deep_nesting_is_cut_unless_it_is_touched() -> None:
    deep = "sin(" * 60 + "x" + ")" * 60
    notation = write_notation(expression(deep))
    assert unicode(shortened(notation)).count("sin") < 12
    path = (0,) * 60
    assert path in paths_in(shortened(notation, [path]))


def test_the_shortened_line_of_a_derivation_still_holds_what_its_step_touched() -> None:
    trace = derive(LONG_SUM, "x", method="operator")
    for number in (2, 30, 200):
        step = trace.step(number)
        assert step is not None
        short = shortened(write_notation(step.after), step.touched_after, most=300)
        assert set(step.touched_after) <= paths_in(short)


@pytest.mark.parametrize("text", ["sin(" * 150 + "x" + ")" * 150, "*".join(f"(x + {k})" for k in range(1, 61))])
def test_a_huge_line_is_cut_before_it_is_written_and_keeps_its_places(text: str) -> None:
    trace = derive(text, "x", method="operator")
    for number in (len(trace.steps) // 2, len(trace.steps)):
        step = trace.step(number)
        assert step is not None
        small = pruned(step.after, step.touched_after)
        assert sum(1 for _ in subnodes(small)) < sum(1 for _ in subnodes(step.after)) / 2
        for path in step.touched_after:
            assert type(at(small, path)) is type(at(step.after, path))
        whole = shortened(write_notation(step.after), step.touched_after)
        assert unicode(shortened(write_notation(small), step.touched_after)) == unicode(whole)


PROGRAM = "max(max(max(x, x^2), x^3), max(x^4, sin(x)))"


def test_what_is_not_cut_is_the_same_as_before_so_that_its_picture_is_known() -> None:
    program = derive(PROGRAM, "x", method="chain").steps[-2].after
    notation = write_notation(program)
    assert is_long(notation, MOST_PIECES)
    assert shortened(notation, (), MOST_PIECES) is notation
    long = write_notation(expression(f"{LONG_SUM} + sin(x^2 + 1)"))
    last = [piece for piece in pieces(core(long)) if isinstance(piece, Part)][-1]
    assert any(piece is last for piece in pieces(core(shortened(long))))


def test_a_long_program_stands_behind_an_equals_sign_as_a_short_one_does() -> None:
    for step in derive(PROGRAM, "x", method="chain").steps[:-1]:
        line = line_notation(step.after, False, step.touched_after)
        assert unicode(line).startswith("= "), step.number
