"""Lesson files with errors: each is named with file, line, field and a way on, and the other lessons still load."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from explainer.errors import ExplainerError, ParseError
from explainer.lessons import Formula, LessonError, RichText, faults, load_library
from explainer.lessons.lesson_file import MAKERS, read_lesson
from explainer.lessons.places import TOP, field_places
from explainer.session.course.lesson_run import request_of

GOOD = """\
id = "good"
title = "A good lesson"
section = "2 Tests"
goals = ["Know {x}."]
shapes = { w = "n" }

[[blocks]]
kind = "prose"
text = '''
One line.

hint = "no field, but a text"
'''

[[blocks]]
kind = "problem"
id = "P1"
title = "A square"
text = "x^2"
wrt = "x"

[[blocks]]
kind = "question"
text = "Why {x^2}?"
hint = "Look."

[[blocks]]
kind = "correction"
problem = "P1"
text = "It is printed without {x}."
printed = "2"
holds = "2 x"
at = { x = 3 }

[[blocks]]
kind = "rules"
ids = ["power"]

[[blocks]]
kind = "table"
title = "All"
problems = ["P1"]

[[blocks]]
kind = "notation"
entries = [["{w'}", "a row"]]

[[blocks]]
kind = "figure"
figure = "jacobian-shapes"
options = { layout = "numerator" }
caption = "Rows of {x}."

[[blocks]]
kind = "descent"
title = "Downhill"
problems = ["P1"]
start = { x = 3.0 }
data = { z = 1 }
step_size = 0.1
steps = 4

[[blocks]]
kind = "ask"
text = "Is {x} a number?"
choices = ["yes", "no"]
right = 1
why = "It is."

[[blocks]]
kind = "drill"
title = "Now you"
skills = ["products", "power"]
grade = 2
"""


@dataclass(frozen=True)
class Bad:
    """A change that spoils the good file, where it is noticed, and words of the complaint and of the way on."""

    old: str
    new: str
    line: int
    field: str
    words: str
    hint: str


BAD = {
    "not TOML": Bad('title = "A good lesson"', "title = A good lesson", 2, "", "not TOML", "quotes"),
    "a text without end": Bad('entries = [["{w\'}", "a row"]]\n', "entries = [[\"{w'}", 46, "", "not TOML", "quotes"),
    "a key twice": Bad('wrt = "x"', 'wrt = "x"\nwrt = "y"', 21, "", "not TOML", "quotes"),
    "no id": Bad('id = "good"\n', "", 1, "id", "missing", "Add id ="),
    "an id with blanks": Bad('id = "good"', 'id = "very good"', 1, "id", "“very good” is not a name", "hyphens"),
    "an empty title": Bad('"A good lesson"', '" "', 2, "title", "empty", "remove"),
    "a number for a text": Bad('section = "2 Tests"', "section = 2", 3, "section", "2 is not a text", "quotes"),
    "goals as one text": Bad('["Know {x}."]', '"Know {x}."', 4, "goals", "not a list of texts", "goals = ["),
    "no goals": Bad('goals = ["Know {x}."]\n', "", 1, "goals", "missing", "goals = ["),
    "an unknown field": Bad('section = "2 Tests"', 'sektion = "2"', 3, "sektion", "no such field", "mean section"),
    "a field for results": Bad('wrt = "x"', 'wrt = "x"\nresult = "2 x"', 21, "result", "no such field", "The fields"),
    "shapes as a list": Bad('{ w = "n" }', '["n"]', 5, "shapes", "shapes as texts", "shapes ="),
    "a shape as a number": Bad('{ w = "n" }', "{ w = 3 }", 5, "shapes", "shapes as texts", "shapes ="),
    "an unknown kind": Bad('kind = "question"', 'kind = "questoin"', 23, "kind", "no kind", "mean question"),
    "no kind": Bad('kind = "prose"\n', "", 7, "kind", "missing", "Add kind"),
    "no variable": Bad('wrt = "x"\n', "", 15, "wrt", "missing", "Add wrt"),
    "an unknown layout": Bad('wrt = "x"', 'wrt = "x"\nlayout = "sideways"', 21, "layout", "sideways", "numerator"),
    "an order of three": Bad('wrt = "x"', 'wrt = "x"\norder = 3', 21, "order", "3", "order = 2"),
    "an order in words": Bad('wrt = "x"', 'wrt = "x"\norder = "2"', 21, "order", "2", "order = 2"),
    "an order that is no number": Bad('wrt = "x"', 'wrt = "x"\norder = true', 21, "order", "True", "order = 2"),
    "no hint": Bad('hint = "Look."\n', "", 22, "hint", "missing", "Add hint"),
    "a brace left open": Bad("Why {x^2}?", "Why {x^2?", 24, "text", "not closed", "\\{"),
    "a brace too many": Bad("Why {x^2}?", "Why x^2}?", 24, "text", "not opened", "\\{"),
    "no formula in braces": Bad("Why {x^2}?", "Why { }?", 24, "text", "no formula", "{x^2}"),
    "a correction to nothing": Bad('problem = "P1"', 'problem = "P2"', 29, "problem", "no problem P2", "P1"),
    "no values": Bad("at = { x = 3 }\n", "", 27, "at", "numbers", "Write at"),
    "values that are no numbers": Bad("x = 3 }", "x = true }", 33, "at", "numbers", "Write at"),
    "no holding formula": Bad('holds = "2 x"\n', "", 27, "holds", "missing", "Add holds"),
    "pairs that are none": Bad('"{w\'}", "a row"', '"{w\'}"', 46, "entries", "pairs", "entries ="),
    "ids that are no list": Bad('["power"]', "[1]", 37, "ids", "not a list of texts", "ids ="),
    "an unknown figure": Bad("jacobian-shapes", "jacobian-shape", 50, "figure", "no figure", "mean jacobian-shapes"),
    "a figure of nothing": Bad("jacobian-shapes", "dataflow", 48, "problem", "needs a problem", "Name one above"),
    "an unknown option": Bad("{ layout =", "{ lay =", 51, "options", "not understand", "layout"),
    "a descent of nothing": Bad(
        'problems = ["P1"]\nstart', 'problems = ["P3"]\nstart', 57, "problems", "no problem P3", "P1"
    ),
    "a start without numbers": Bad(
        "{ x = 3.0 }\ndata", '{ x = "3" }\ndata', 58, "start", "names their numbers", "start ="
    ),
    "no data": Bad("data = { z = 1 }\n", "", 54, "data", "names their numbers", "data ="),
    "no step size": Bad("step_size = 0.1\n", "", 54, "step_size", "not a number", "step_size = 0.1"),
    "half a step": Bad("steps = 4", "steps = 1.5", 61, "steps", "whole number", "steps = 10"),
    "no caption": Bad('caption = "Rows of {x}."\n', "", 48, "caption", "missing", "Add caption"),
    "no blocks": Bad(GOOD[GOOD.index("[[blocks]]") :], "", 1, "blocks", "no blocks", "[[blocks]]"),
}


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def test_the_good_file_is_read() -> None:
    lesson = read_lesson(GOOD, "good.toml")
    assert [block.kind for block in lesson.blocks] == list(MAKERS)
    assert lesson.problems[0].section == "A good lesson"
    assert list(faults(lesson)) == []


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_an_error_names_file_line_and_field_and_the_rest_still_loads(bad: Bad, tmp_path: Path) -> None:
    assert GOOD.count(bad.old) == 1
    other = GOOD.replace('"good"', '"other"').replace("P1", "P9")
    library = load_library(write(tmp_path, bad=GOOD.replace(bad.old, bad.new), other=other))
    assert [lesson.id for lesson in library.lessons] == ["other"]
    assert [problem.id for problem in library.problems] == ["P9"]
    (error,) = library.errors
    assert isinstance(error, ExplainerError)
    assert (error.file, error.line, error.field) == ("bad.toml", bad.line, bad.field)
    assert error.message.startswith(f"bad.toml, line {bad.line}")
    assert bad.words in error.message
    assert bad.hint in str(error.hint)
    assert error.report().splitlines()[-1] == error.hint


def test_a_name_that_another_file_has_is_refused(tmp_path: Path) -> None:
    library = load_library(write(tmp_path, a=GOOD, b=GOOD.replace('"good"', '"better"'), c=GOOD.replace("P1", "P2")))
    assert [lesson.id for lesson in library.lessons] == ["good"]
    assert [(error.file, error.field) for error in library.errors] == [("b.toml", "id"), ("c.toml", "id")]
    assert "P1 is taken already, in a.toml" in library.errors[0].message


def test_a_problem_with_the_name_of_its_lesson_is_refused(tmp_path: Path) -> None:
    source = GOOD.replace('id = "P1"', 'id = "good"').replace('"P1"', '"good"')
    (error,) = load_library(write(tmp_path, a=source)).errors
    assert (error.file, error.line, error.field) == ("a.toml", 17, "id")


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b"\xff\xfe\x00")
    library = load_library(write(tmp_path, b=GOOD))
    assert [lesson.id for lesson in library.lessons] == ["good"]
    assert library.errors[0].file == "a.toml"


def test_an_empty_folder_has_no_lessons(tmp_path: Path) -> None:
    assert load_library(tmp_path).lessons == ()


CONTENT = {
    "a formula that cannot be read": ("Why {x^2}?", "Why {x^}?", 24, "text"),
    "a goal that cannot be read": ("Know {x}.", "Know {x +}.", 4, "goals"),
    "shapes that clash": ("Why {x^2}?", "Why {w w}?", 24, "text"),
    "a problem that cannot be read": ('text = "x^2"', 'text = "x^^2"', 19, "text"),
    "a method that is unknown": ('wrt = "x"', 'wrt = "x"\nmethod = "magic"', 19, "text"),
    "a rule that is unknown": ('["power"]', '["powers"]', 37, "ids"),
    "a problem that is unknown": ('["P1"]\n\n', '["P7"]\n\n', 42, "problems"),
    "a printed formula that holds": ('printed = "2"', 'printed = "x + x"', 31, "printed"),
    "a formula that does not hold": ('holds = "2 x"', 'holds = "3 x"', 32, "holds"),
}


@pytest.mark.parametrize(("old", "new", "line", "field"), CONTENT.values(), ids=CONTENT)
def test_what_is_wrong_beyond_the_form_is_found_with_its_line(old: str, new: str, line: int, field: str) -> None:
    assert GOOD.count(old) == 1
    found = list(faults(read_lesson(GOOD.replace(old, new), "good.toml")))
    assert (line, field) in [(fault.line, fault.field) for fault in found]
    assert all(isinstance(fault, LessonError) and fault.hint for fault in found)


def test_a_descent_that_cannot_run_is_a_fault() -> None:
    found = list(faults(read_lesson(GOOD.replace("start = { x = 3.0 }", "start = { x = [3] }"), "good.toml")))
    assert [(fault.field, fault.line) for fault in found] == [("start", 58)]
    assert "x is scalar" in str(found[0])


def test_a_derivation_that_does_not_finish_is_a_fault() -> None:
    source = GOOD.replace('text = "x^2"\nwrt = "x"', 'text = "tr(F(x A))"\nwrt = "x"\nmethod = "operator"')
    source = source.replace('method = "operator"', 'method = "operator"\nshapes = { A = "n x n", F = "n x n" }')
    found = [fault for fault in faults(read_lesson(source, "good.toml")) if fault.field == "text"]
    assert found
    assert "P1 is stuck" in found[0].message


def test_lines_inside_a_long_text_are_no_fields() -> None:
    places = field_places(GOOD)
    assert places[TOP, "id"] == 1
    assert places[0, "text"] == 9
    assert (0, "hint") not in places
    assert places[2, "hint"] == 25


def test_a_text_is_split_into_words_and_formulas() -> None:
    text = RichText("One {x_{i}} and\nmore.\n\n{x^2}, a \\{brace\\}.", {"x": "n"})
    first, second = text.paragraphs
    assert first == ("One ", Formula("x_{i}", {"x": "n"}), " and more.")
    assert second == (Formula("x^2", {"x": "n"}), ", a {brace}.")
    assert [str(formula.node.shape) for formula in text.formulas] == ["scalar", "n"]
    assert text.written(lambda node: f"<{node.text()}>") == ["One <x_i> and more.", "<x^2>, a {brace}."]


def test_a_formula_is_read_only_when_it_is_asked_for() -> None:
    text = RichText("{x^}")
    assert text.formulas[0].text == "x^"
    with pytest.raises(ParseError):
        _ = text.formulas[0].node


def test_a_problem_of_second_order_is_differentiated_twice(tmp_path: Path) -> None:
    library = load_library(write(tmp_path, good=GOOD.replace('text = "x^2"', 'text = "x^3"\norder = 2')))
    (problem,) = library.problems
    trace = problem.trace()
    assert trace.status == "finished"
    assert trace.result.evaluate({"x": 2.0}) == pytest.approx(12.0)
    assert request_of(problem).order == 2


@pytest.mark.parametrize(
    "before",
    [
        'title = "{n}"', "title = '{n}'", "text = \'\'\'\na {n}\n\'\'\'\n", '# {n}', 'title = "a \\" {n}"',
        'text = """\nit\'s {n}\n"""',
    ],
)  # fmt: skip
def test_the_line_of_a_number_that_is_too_large_is_not_that_of_a_text_with_digits(before: str) -> None:
    text = before.replace("{n}", "7" * 6000)
    with pytest.raises(LessonError) as caught:
        read_lesson(f"{text}\nright = {'8' * 5000}\n", "long.toml")
    assert "too large" in str(caught.value)
    assert caught.value.line == text.count("\n") + 2
