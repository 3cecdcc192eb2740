"""Worksheets: lines to write on, answers on a sheet of their own, a key with every step, and questions for Moodle."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import pytest

import explainer
from explainer.errors import ExplainerError
from explainer.expr.nodes import Equation
from explainer.handouts.making import document_of
from explainer.handouts.model import Derivation, NewPage, Paragraph, Task
from explainer.practice.skills import all_skills, find_skill
from explainer.practice.skills.worksheet import MOST_PROBLEMS, Worksheet, make_worksheet
from explainer.verify import Verifier

SKILLS = tuple(skill for name in ("product", "chain-total") if (skill := find_skill(name)))


def sheet(count: int = 4, grade: int = 1, seed: int = 7) -> Worksheet:
    return make_worksheet(SKILLS, count, grade, seed)


def test_a_sheet_has_problems_answers_and_a_key_each_on_pages_of_their_own() -> None:
    blocks = list(document_of(sheet()).blocks)
    breaks = [place for place, block in enumerate(blocks) if isinstance(block, NewPage)]
    assert len(breaks) == 2
    tasks = [block for block in blocks[: breaks[0]] if isinstance(block, Task)]
    answers = [block.words[1] for block in blocks[breaks[0] : breaks[1]] if isinstance(block, Paragraph)]
    keys = [block for block in blocks[breaks[1] :] if isinstance(block, Derivation)]
    assert len(tasks) == len(answers) == len(keys) == 4
    assert [task.number for task in tasks] == [1, 2, 3, 4]
    assert all(task.lines >= 3 for task in tasks)
    for answer, key in zip(answers, keys, strict=True):
        assert isinstance(answer, Equation)
        assert answer.right is key.result
        assert Verifier((answer.left,)).check(answer.left, answer.right).ok
        assert list(key.steps)


def test_shapes_are_printed_as_on_the_board() -> None:
    traces = find_skill("traces")
    assert traces is not None
    tasks = [block for block in document_of(make_worksheet((traces,), 4, 2, 3)).blocks if isinstance(block, Task)]
    told = ["".join(part for part in task.words if isinstance(part, str)) for task in tasks]
    assert tasks
    assert all("n×n" in words and " x " not in words for words in told)


def test_no_two_problems_of_a_sheet_are_equal_up_to_their_letters() -> None:
    for seed in range(3):
        tasks = make_worksheet(SKILLS, 12, 2, seed).tasks
        assert len({task.form for task in tasks}) == 12
        assert {task.skill for task in tasks} == set(SKILLS)
    neurons = find_skill("neurons")
    assert neurons is not None
    assert len({task.key for task in make_worksheet((neurons,), 12, 2, 1).tasks}) == 12


@pytest.mark.parametrize("format_", ["pdf", "latex", "html", "notebook", "markdown", "moodle"])
def test_equal_seeds_give_equal_sheets_in_every_format(format_: str) -> None:
    first, again, other = (explainer.handout(sheet(2, seed=seed), format_) for seed in (7, 7, 8))
    assert first == again != other


def test_the_pdf_turns_the_page_before_the_answers_and_the_key() -> None:
    data = explainer.handout(sheet(1), "pdf")
    pages = int(re.findall(rb"/Type /Pages /Kids \[[^]]*\] /Count (\d+)", data)[0])
    assert pages >= 3


def test_latex_and_html_have_lines_and_new_pages() -> None:
    latex = explainer.handout(sheet(), "latex").decode()
    assert latex.count(r"\newpage") == 2
    assert latex.count(r"\rule{\linewidth}") >= 12
    html = explainer.handout(sheet(), "html").decode()
    assert html.count('<hr class="newpage">') == 2
    assert html.count('<div class="task">') == 4


def test_the_notebook_holds_the_problems() -> None:
    cells = json.loads(explainer.handout(sheet(), "notebook"))["cells"]
    assert sum("Differentiate with respect to" in cell["source"] for cell in cells) == 4


def test_moodle_gets_a_question_for_each_problem_with_its_answer() -> None:
    root = ElementTree.fromstring(explainer.handout(sheet(), "moodle"))
    questions = [question for question in root if question.get("type") != "category"]
    assert [question.get("type") for question in questions] == ["numerical"] * 4
    for question, task in zip(questions, sheet().tasks, strict=True):
        text = question.findtext("questiontext/text") or ""
        point = {name: float(value) for name, value in re.findall(r"(\w) = ([\d.]+)", text)}
        value = float(question.findtext("answer/text") or "nan")
        assert value == pytest.approx(float(task.trace.result.evaluate(point)), rel=1e-4)
        assert "<ol>" in (question.findtext("generalfeedback/text") or "")


def test_what_is_no_number_is_an_essay_with_the_answer_for_the_teacher() -> None:
    layers = find_skill("layers")
    assert layers is not None
    root = ElementTree.fromstring(explainer.handout(make_worksheet((layers,), 2, 2, 1), "moodle"))
    essays = [question for question in root if question.get("type") == "essay"]
    assert len(essays) == 2
    assert all("<math" in (essay.findtext("graderinfo/text") or "") for essay in essays)


@pytest.mark.parametrize("skill", all_skills(), ids=lambda skill: skill.id)
def test_every_skill_fills_a_sheet(skill: object) -> None:
    assert len(make_worksheet((skill,), 4, 2, 3).tasks) == 4  # type: ignore[arg-type]


@pytest.mark.parametrize("count", [0, -1, MOST_PROBLEMS + 1])
def test_a_number_that_makes_no_sense_is_named(count: int) -> None:
    with pytest.raises(ExplainerError, match="a worksheet has 1 to"):
        make_worksheet(SKILLS, count)
