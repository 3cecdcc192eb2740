"""Problems of every skill and grade: derived, checked, not degenerate, solved by the program's line; seeds repeat."""

from __future__ import annotations

from functools import cache

import pytest

from explainer import assess, derive
from explainer.errors import ExplainerError
from explainer.expr.node import each_part
from explainer.expr.nodes import Number, Variable, Where
from explainer.language import read_question
from explainer.lessons import Lesson, all_lessons
from explainer.practice import Exercise
from explainer.practice.skills import GRADES, Skill, all_skills, find_skill, make_task, make_tasks
from explainer.practice.skills.alike import neighbour
from explainer.practice.skills.false_lines import false_line
from explainer.practice.skills.making import MOST_NUMBER, Task, complaint_about, every_step
from explainer.practice.skills.skill import Draw, Drawn, relettered
from explainer.practice.skills.worksheet import make_worksheet
from explainer.rules import find_rule
from explainer.verify import Verifier
from tests.cases import in_groups
from tests.lesson_lines import trace_of
from tests.some import some, some_pairs

SKILLS = pytest.mark.parametrize("skill", all_skills(), ids=lambda skill: skill.id)
LESSONS = pytest.mark.parametrize("lesson", all_lessons(), ids=lambda lesson: lesson.id)
SEEDS = some((1, 2), 2)
GRADES_IN_TURN = some_pairs(3, all_skills(), (1, 3, 5))
LOW_GRADES_IN_TURN = some_pairs(3, all_skills(), (1, 2, 3))


def require_sound(task: Task) -> None:
    """What has to hold of every problem that is shown."""
    assert not complaint_about(task)
    trace = task.trace
    assert trace.status == "finished"
    assert all(step.check.ok for step in trace.steps if step.attempt is None)
    assert any(isinstance(part, Variable) for part in each_part(trace.result))
    numbers = [part.value for line in trace.lines for part in each_part(line) if isinstance(part, Number)]
    assert all(abs(value) <= MOST_NUMBER for value in numbers)
    assert any(step.rule in task.skill.rules for step in every_step(trace.steps))
    result = trace.result
    answer = assess(trace, 1, result.text())
    assert answer.verdict in {"next", "ahead"}, (task.text, result.text(), answer.message)


def test_there_are_skills_from_sums_to_traces() -> None:
    assert len(all_skills()) >= 25
    assert all_skills()[0].id == "sums"
    assert {"products", "chain-total", "neurons", "layers", "traces"} <= {skill.id for skill in all_skills()}


@SKILLS
def test_a_skill_says_what_it_trains(skill: Skill) -> None:
    assert skill.title
    assert skill.group
    assert skill.explanation
    assert skill.rules
    assert all(find_rule(rule) is not None for rule in skill.rules)
    assert find_skill(skill.id) is skill


@cache
def task_of(skill: Skill, grade: int, seed: int) -> Task:
    """A problem that is only looked at: making one tries out several."""
    return make_task(skill, grade, seed)


@SKILLS
@in_groups("grade", GRADES)
def test_every_generator_makes_sound_problems(skill: Skill, grade: int) -> None:
    for seed in SEEDS:
        require_sound(task_of(skill, grade, seed))


@SKILLS
def test_equal_seeds_give_equal_problems_and_others_others(skill: Skill) -> None:
    for grade in (grade for other, grade in GRADES_IN_TURN if other is skill):
        assert make_task(skill, grade, 2).key == task_of(skill, grade, 2).key
        assert len({task_of(skill, grade, seed).key for seed in range(6)}) >= 3


def test_several_problems_are_never_equal() -> None:
    skills = tuple(skill for name in ("products", "chain-total") if (skill := find_skill(name)))
    tasks = make_tasks(skills, 2, 7, 12)
    assert len(tasks) == 12
    assert len({task.key for task in tasks}) == 12
    assert {task.skill.id for task in tasks} == {"products", "chain-total"}
    assert [task.key for task in tasks] == [task.key for task in make_tasks(skills, 2, 7, 12)]
    assert [task.key for task in tasks] != [task.key for task in make_tasks(skills, 2, 8, 12)]


def test_a_rule_leads_to_the_skill_that_trains_it() -> None:
    found = find_skill("product")
    assert found is not None
    assert found.id == "products"
    assert find_skill("none-such") is None


@pytest.mark.parametrize("grade", [0, 6, -1])
def test_a_grade_that_there_is_not_is_named(grade: int) -> None:
    with pytest.raises(ExplainerError, match="no grade"):
        make_task(all_skills()[0], grade, 1)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("3 x", "constant"),
        ("x^3000", "long"),
        ("sin(x) + x", "rules"),
        ("x^2 sin(", "underived"),
        ("tr(F(x A)) where A: n x n, F: n x n", "stuck"),
    ],
)
def test_what_is_degenerate_is_refused(text: str, complaint: str) -> None:
    skill = find_skill("products")
    assert skill is not None
    assert complaint_about(Task(skill, 1, 1, text, "x", "operator")) == complaint


def test_other_letters_keep_the_problem() -> None:
    drawn = Drawn("w · x + exp(b) X_i", "x", {"w": "n", "x": "n", "b": "scalar", "X": "N x n"})
    for seed in range(20):
        other = relettered(Draw(str(seed)), drawn)
        assert len(other.shapes) == len(drawn.shapes)
        assert "exp(" in other.text
        assert "_i" in other.text
        assert sorted(other.shapes.values()) == sorted(drawn.shapes.values())


@LESSONS
def test_every_problem_of_a_lesson_has_a_neighbour(lesson: Lesson) -> None:
    """It is another problem, it is derived, and nearly all use the same rules."""
    for problem in some(lesson.problems, 2):
        trace = trace_of(problem)
        other = neighbour(trace, all_skills(), seed=3)
        if other is None:
            continue
        assert other.problem.text != trace.problem.text
        assert other.status == "finished"
        assert not Exercise(other).done


def test_a_neighbour_is_made_like_the_problem() -> None:
    other = neighbour(derive("3 x^2 sin(x)", "x"), all_skills(), seed=1)
    assert other is not None
    assert [step.rule for step in other.steps[:2]] == [step.rule for step in derive("3 x^2 sin(x)", "x").steps[:2]]
    again = neighbour(derive("3 x^2 sin(x)", "x"), all_skills(), seed=1)
    assert again is not None
    assert other.problem.text == again.problem.text
    assert neighbour(derive("f(x)", "x"), (), seed=1) is None


@SKILLS
def test_one_line_of_a_false_derivation_is_false_and_all_others_follow(skill: Skill) -> None:
    for grade in (grade for other, grade in LOW_GRADES_IN_TURN if other is skill):
        found = false_line(make_task(skill, grade, 1).trace, seed=4)
        if found is None:
            continue
        states = [
            Verifier((before,)).check(before, after).ok
            for before, after in zip(found.lines, found.lines[1:], strict=False)
        ]
        assert states.count(False) == 1
        assert states.index(False) == found.number - 1
        assert found.is_right(found.number)
        assert not found.is_right(found.number + 1)
        assert not any(isinstance(line, Where) for line in found.lines)


def test_scalars_have_false_lines() -> None:
    made = [false_line(make_task(skill, grade, 5).trace) for skill in all_skills()[:7] for grade in (1, 2)]
    assert sum(found is not None for found in made) >= 12


@SKILLS
def test_a_problem_of_the_highest_grade_is_found_within_a_few_draws(skill: Skill) -> None:
    """Of forms that nearly all are refused, such as those with lines too long to type, some seed would find none."""
    found = 0
    for seed in range(4):
        draw = Draw(f"{skill.id} {GRADES[-1]} {seed} 0")
        drawn = relettered(draw, skill.function(draw, GRADES[-1]))
        shapes = read_question(drawn.text, dict(drawn.shapes), drawn.wrt).parsed.shapes
        used = {name: shape for name, shape in drawn.shapes.items() if name in shapes}
        task = Task(skill, GRADES[-1], seed, drawn.text, drawn.wrt, drawn.method, used)
        found += not complaint_about(task)
    assert found


def test_what_is_typed_of_a_differential_is_its_right_side() -> None:
    """Its line repeats the problem: a sheet with a layer over a batch was refused where nothing on it is long."""
    chosen = tuple(find_skill(name) for name in ("batches", "powers", "products", "gradients", "softmax"))
    tasks = make_worksheet(tuple(skill for skill in chosen if skill is not None), 12, 5, 2).tasks
    assert len({task.key for task in tasks}) == 12
