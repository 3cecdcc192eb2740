"""Which part of a line comes from which part of the line before, in every step of every lesson."""

from __future__ import annotations

from collections import Counter

import pytest

from explainer.engine import Step, derive
from explainer.expr.node import Node, Path, at, subnodes
from explainer.lessons import LessonProblem, all_problems
from explainer.notation import write_notation
from explainer.session.lines.correspondence import Matching, match_lines, matching_of
from explainer.session.lines.moving import Stand, plan, reversed_matching
from explainer.typeset import typeset
from tests.cases import in_groups
from tests.counting import calls

PROBLEMS = all_problems()


def steps_of(problem: LessonProblem) -> tuple[Step, ...]:
    return derive(problem.text, problem.wrt, dict(problem.shapes), problem.method, problem.layout).steps


def leaves(node: Node) -> list[tuple[Path, Node]]:
    return [(path, part) for path, part in subnodes(node) if not part.children]


def fates(step: Step) -> dict[str, str]:
    """What happened to each letter of a line that occurs once in it."""
    matching = matching_of(step)
    texts = Counter(part.text() for _, part in leaves(step.after))
    return {part.text(): matching.fate(path) for path, part in leaves(step.after) if texts[part.text()] == 1}


def inside(path: Path, roots: tuple[Path, ...]) -> bool:
    return any(path[: len(root)] == root for root in roots)


@in_groups("problem", PROBLEMS, ids=lambda problem: f"{problem.text} {problem.wrt} {problem.method}")
def test_what_no_step_touches_is_kept_and_letters_come_from_the_same_letters(problem: LessonProblem) -> None:
    for step in steps_of(problem):
        matching = matching_of(step)
        for path, part in leaves(step.after):
            sources = matching.sources.get(path, ())
            assert all(at(step.before, source) is part for source in sources)
            if not inside(path, step.touched_after) and () not in step.touched_before:
                assert matching.fate(path) in ("kept", "moved", "copied"), (step, path)
        for source, targets in matching.targets.items():
            assert at(step.before, source)
            assert targets


def test_the_exponent_comes_down_and_what_the_rule_puts_there_is_born() -> None:
    (step,) = derive("x^3", "x").steps[:1]
    assert step.rule == "power"
    fate = fates(step)
    assert fate["x"] == "moved"
    assert fate["2"] == "born"
    assert fate["3"] == "moved"
    assert matching_of(step).sources[(0,)] == ((0, 1),)


def test_the_product_rule_copies_both_factors_and_the_sign_of_the_derivative() -> None:
    step = derive("x^2 sin(x)", "x", method="operator").steps[0]
    matching = matching_of(step)
    assert step.rule == "product"
    square, sine = (0, 0), (0, 1)
    assert len(matching.targets[square]) == len(matching.targets[sine]) == 2
    assert all(matching.fate(path) == "copied" for path in matching.targets[square])
    assert len(matching.targets[()]) == 2  # the d/dx itself


def test_equal_letters_flow_together() -> None:
    step = derive("x^2 x", "x", method="operator").steps[-1]
    assert step.rule == "tidy-up"
    matching = matching_of(step)
    letters = [path for path, part in leaves(step.after) if part.text() == "x"]
    assert [matching.fate(path) for path in letters] == ["merged"]
    assert len(matching.sources[letters[0]]) == 3


def test_a_constant_is_gone_and_its_zero_is_born() -> None:
    step = derive("x + 7", "x", method="operator").steps[2]
    assert step.rule == "constant"
    matching = matching_of(step)
    (seven,) = (path for path, part in leaves(step.before) if part.text() == "7")
    (nought,) = (path for path, part in leaves(step.after) if part.text() == "0")
    assert seven not in matching.targets
    assert matching.fate(nought) == "born"


def test_substituting_takes_the_value_from_the_equation_that_has_it() -> None:
    trace = derive("sin(x^2)", "x", method="chain")
    step = next(step for step in trace.steps if step.rule == "substitute" and "cos" in step.text)
    matching = matching_of(step)
    born = [part for path, part in leaves(step.after) if matching.fate(path) == "born"]
    assert not born


def test_very_large_lines_are_left_alone() -> None:
    trace = derive(" + ".join(f"x^{k}" for k in range(2, 1200)), "x", method="operator")
    step = trace.step(1)
    assert step is not None
    assert matching_of(step).sources == {}


@pytest.mark.parametrize(
    ("text", "method"),
    [
        ("sin(" * 40 + "x" + ")" * 40, "chain"),  # names are put into a long line of products
        ("/".join(f"(x+{k})" for k in range(1, 17)), "operator"),  # deep lines, tidied as a whole
    ],
    ids=["many parts", "deep parts"],
)
def test_the_work_of_matching_grows_with_the_parts_and_not_with_their_square(text: str, method: str) -> None:
    steps = derive(text, "x", method=method).steps
    hardest = max(steps, key=lambda step: step.before.part_count * step.before.height + step.after.part_count)
    widest = max(steps, key=lambda step: step.after.part_count - step.before.part_count)
    count = calls(lambda: [match_lines(step.before, step.after) for step in (hardest, widest)])
    assert count < 120 * sum(step.before.part_count + step.after.part_count for step in (hardest, widest))


def planned(step: Step, matching: Matching):
    pictures = [typeset(write_notation(line)) for line in (step.before, step.after)]
    stand = Stand(10, 20, 30)
    return pictures, plan(pictures[0], pictures[1], matching, stand, stand)


@in_groups("problem", PROBLEMS[::9], ids=lambda problem: f"{problem.text} {problem.wrt}")
def test_every_piece_of_a_picture_travels_or_appears_and_starts_where_it_came_from(problem: LessonProblem) -> None:
    for step in steps_of(problem):
        (before, after), plans = planned(step, matching_of(step))
        travelling = [number for _, numbers in plans.travels for number in numbers]
        assert {*travelling, *plans.born} == set(range(len(after.pieces)))
        assert not set(travelling) & set(plans.born)
        places = {(round(10 + piece.x * 30), round(20 - piece.y * 30)) for piece in before.pieces}
        for way, numbers in plans.travels:
            assert way.at(1) == (1, 0, 1, 0)
            for number in numbers:
                piece = after.pieces[number]
                x = way.x_scale * (10 + piece.x * 30) + way.x_shift
                y = way.y_scale * (20 - piece.y * 30) + way.y_shift
                assert any(abs(x - px) < 1.6 and abs(y - py) < 1.6 for px, py in places)


def test_the_way_back_is_the_way_reversed() -> None:
    step = derive("x^2 sin(x)", "x", method="operator").steps[0]
    matching = matching_of(step)
    assert reversed_matching(matching).sources == matching.targets
    assert reversed_matching(matching).targets.keys() == matching.sources.keys()


def test_a_line_that_stays_as_it_is_does_not_move() -> None:
    line = derive("x^2 sin(x)", "x").start
    matching = match_lines(line, line)
    assert {matching.fate(path) for path, _ in subnodes(line)} == {"kept"}
