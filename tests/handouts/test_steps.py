"""What a handout says of a step is the same in all formats: what falls away, when it holds, its check, steps inside."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys

import pytest

import explainer
from explainer.engine.lettering import condition_of
from explainer.handouts.from_trace import document_of_trace
from explainer.handouts.markdown import notebook_face
from explainer.handouts.model import Document
from explainer.handouts.registry import FORMATS

TRACE = explainer.derive("(x^2 x) / (2 x)", wrt="x", method="operator")
TEXTS = ("html", "latex", "beamer", "markdown", "notebook")


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return {name: explainer.handout(TRACE, name).decode() for name in TEXTS}


def test_the_derivation_has_all_that_is_to_be_told():
    steps = list(next(iter(document_of_trace(TRACE).blocks)).steps)
    assert any(step.falling for step in steps)
    assert any(step.assumptions for step in steps)
    assert any(step.condition for step in steps)
    assert any(step.substeps for step in steps)


@pytest.mark.parametrize("format", TEXTS)
def test_every_step_has_its_condition_its_check_and_the_steps_inside(format, texts):
    text = texts[format]
    for step in TRACE.steps:
        assert step.title in text
        for part in step.substeps:
            assert re.search(rf"{part.title}(\*\*)?:", text)
        words = [piece for piece in condition_of(step) if isinstance(piece, str)]
        assert all(piece.split("≠")[0].split(";")[0].strip() in text for piece in words)
        assert bool(words) == bool(step.rule.rule.condition)
    assert text.count("Both sides agree at 12 random points") == len(TRACE.steps)
    assert text.count("Assuming ") == sum(bool(step.conditions) for step in TRACE.steps)


@pytest.mark.parametrize("format", [row.id for row in FORMATS if "steps" in row.options])
def test_the_steps_inside_can_be_left_out(format, tmp_path):
    inside = {part.title for step in TRACE.steps for part in step.substeps} - {step.title for step in TRACE.steps}
    assert inside
    long, short = (explainer.handout(TRACE, format, steps=steps) for steps in ("all", "main"))
    assert len(short) < len(long)
    if format in TEXTS:
        assert all(f"{title}:" in long.decode() and f"{title}:" not in short.decode() for title in inside)


def test_what_falls_away_is_struck_through(texts):
    falling = [step for step in TRACE.steps if step.struck]
    assert falling
    assert texts["html"].count('class="formula before"') == len(falling)
    assert "linear-gradient" in texts["html"]
    for format in ("latex", "beamer", "markdown"):
        assert texts[format].count(r"\cancel{") >= len(falling)


def test_rules_are_a_reference_with_examples_and_refuted_mistakes():
    rules = [rule for rule in explainer.all_rules() if rule.family in {"Scalar", "Combining"}]
    text = explainer.handout(rules, "markdown").decode()
    for rule in rules:
        assert f"### {rule.title}" in text
        assert " ".join(rule.explanation.split())[:20] in text
    assert text.count("| Examples |") + text.count("| Refuted by |") == len(rules)
    wrong = [rule for rule in rules if rule.is_wrong]
    assert text.count("| Refuted by |") == len(wrong) > 0
    assert text.count(r"\ne ") >= 2 * len(wrong)


def _all_blocks() -> Document:
    blocks = {}
    for subject in (TRACE, *explainer.all_lessons()[-3:], explainer.all_lessons()[7]):
        from explainer.handouts.making import document_of

        for block in document_of(subject).blocks:
            blocks.setdefault(type(block), block)
    assert len(blocks) > 5
    return Document("A specimen & more: 100 %", "for the test", lambda: iter(blocks.values()))


@pytest.mark.parametrize("format", ["latex", "beamer"])
def test_the_source_compiles(format, tmp_path):
    program = shutil.which("pdflatex")
    if program is None:
        pytest.skip("there is no pdflatex here; on Debian: apt install texlive-latex-recommended")
    source = explainer.handout(_all_blocks(), format)
    (tmp_path / "handout.tex").write_bytes(source)
    done = subprocess.run(
        [program, "-interaction=nonstopmode", "-halt-on-error", "handout.tex"],
        cwd=tmp_path, capture_output=True, encoding="utf-8", errors="replace", timeout=120,
    )  # fmt: skip
    if "beamer.cls' not found" in done.stdout:
        pytest.skip("this TeX has no beamer; on Debian: apt install texlive-latex-recommended")
    assert done.returncode == 0, done.stdout[-2000:]
    widest = max(map(float, re.findall(r"Overfull \\hbox \(([\d.]+)pt", done.stdout)), default=0.0)
    assert widest < 20


def test_a_notebook_runs_in_a_process_of_its_own(tmp_path):
    (tmp_path / "handout.ipynb").write_bytes(explainer.handout(TRACE, "notebook"))
    program = """
import json
for cell in json.load(open("handout.ipynb", encoding="utf-8"))["cells"]:
    if cell["cell_type"] == "code":
        exec("".join(cell["source"]))
print(trace.status, trace.result.text())
"""
    environment = {"PYTHONPATH": ":".join(sys.path), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=60,
        env=environment,
    )  # fmt: skip
    assert done.stderr == ""
    assert done.stdout == f"finished {TRACE.result.text()}\n"


def test_a_sentence_of_markdown_escapes_what_is_markup():
    assert notebook_face().words(("a * b _ ", explainer.parse("x"))) == r"a \* b \_ $x$"


def test_a_long_function_does_not_fill_the_title():
    trace = explainer.derive(" + ".join(f"x^{k}" for k in range(2, 90)), wrt="x")
    title = document_of_trace(trace).title
    assert title.startswith("The derivative of x² + x³ + ")
    assert title.endswith(" … with respect to x")
    assert len(title) < 145


def test_a_handout_says_of_which_order_and_form_the_derivative_is() -> None:
    hessian = document_of_trace(explainer.derive("log(sum(exp(x))) where x: n", "x", order=2))
    assert hessian.title.startswith("The Hessian of ln(sum(")
    assert "second derivative" in hessian.subtitle
    entries = document_of_trace(explainer.derive("X X where X: n x n", "X", form="entries"))
    assert entries.title.startswith("The derivative of X X")
    assert "by entries" in entries.subtitle
    assert "by entries" not in document_of_trace(explainer.derive("X X where X: n x n", "X")).subtitle
