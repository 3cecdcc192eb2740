"""`explainer derive` as a process: the formats, the options, the ends."""

from __future__ import annotations

import json
import re

import explainer


def _json(run, *arguments):
    done = run("derive", *arguments, "--format", "json")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return json.loads(done.stdout)


def test_the_chain_method_goes_through_its_four_phases(run):
    trace = _json(run, "ln(sin(x^3)^2)", "--wrt", "x", "--method", "chain")
    phases = list(dict.fromkeys(step["phase"] for step in trace["steps"]))
    assert [phase for phase in phases if phase != "tidy"] == ["introduce", "differentiate", "combine", "substitute"]
    assert trace["status"] == "finished"
    assert all(step["check"]["ok"] and step["check"]["points"] > 0 for step in trace["steps"])
    result = explainer.parse(trace["result"]["text"])
    expected = explainer.parse("6 x^2 cos(x^3) / sin(x^3)")
    for x in (0.4, 0.9, 1.3):
        assert abs(result.evaluate({"x": x}) - expected.evaluate({"x": x})) < 1e-9


def test_the_denominator_layout_transposes_the_jacobian(answered):
    arguments = ("[3x^2 y, 2x + y^8]", "--wrt", "(x, y)")
    values = {"x": 1.5, "y": 0.5}
    numerator, denominator = (
        explainer.parse(_json(answered, *arguments, "--layout", layout)["result"]["text"]).evaluate(values)
        for layout in ("numerator", "denominator")
    )
    assert numerator.shape == (2, 2)
    assert (denominator == numerator.T).all()
    assert numerator[0, 1] != numerator[1, 0]


def test_a_product_is_not_merged_before_it_is_differentiated(answered):
    trace = _json(answered, "x^2 x", "--wrt", "x", "--method", "operator")
    assert trace["steps"][0]["rule"] == "product"


def test_the_json_has_the_published_keys_and_reads_back(answered):
    trace = _json(answered, "sin(x^2)", "--wrt", "x")
    assert {"problem", "status", "steps", "result"} <= set(trace)
    assert {"latex", "text", "shape"} <= set(trace["result"])
    for step in trace["steps"]:
        assert {"number", "rule", "phase", "latex", "text", "explanation", "shape", "conditions", "check"} <= set(step)
        assert {"ok", "max_error", "points"} <= set(step["check"])
        assert isinstance(step["substeps"], list)
    assert explainer.Trace.from_dict(trace).result.text() == trace["result"]["text"]


def test_the_text_shows_number_rule_reason_and_check_of_every_step(answered):
    done = answered("derive", "x^2 x", "--wrt", "x")
    assert done.returncode == 0
    steps = explainer.derive("x^2 x", wrt="x").steps
    for step in steps:
        assert re.search(rf"^ *{step.number}\. {re.escape(step.title)}", done.stdout, re.MULTILINE)
    assert done.stdout.count("Both sides agree at") >= len(steps)
    assert "Result: 3" in done.stdout


def test_the_latex_is_one_align_environment_with_a_line_a_step(answered):
    done = answered("derive", "x^2 x", "--wrt", "x", "--format", "latex")
    steps = explainer.derive("x^2 x", wrt="x").steps
    assert done.stdout.startswith("\\begin{align*}")
    assert done.stdout.endswith("\\end{align*}\n")
    assert done.stdout.count("&=") == len(steps)
    assert all(step.latex in done.stdout for step in steps)


def test_the_markdown_holds_every_line_and_balanced_dollar_signs(answered):
    done = answered("derive", "x^2 x", "--wrt", "x", "--format", "markdown")
    assert done.stdout.startswith("## ")
    assert done.stdout.count("$$") % 2 == 0
    assert all(step.latex in done.stdout for step in explainer.derive("x^2 x", wrt="x").steps)


def test_shapes_are_given_on_the_command_line(answered):
    done = answered("derive", "sum(x)/N", "--wrt", "N", "--shape", "x=3", "--shape", "N=scalar", "--format", "json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["problem"]["shapes"] == {"N": "scalar", "x": "3"}


def test_an_expression_may_begin_with_a_minus_sign(run):
    assert _json(run, "-cos(x)", "--wrt", "x")["result"]["text"] == "sin(x)"


def test_a_variable_that_does_not_occur_gives_zero(answered):
    trace = _json(answered, "sin(x)", "--wrt", "y")
    assert trace["result"]["text"] == "0"


def test_what_no_rule_covers_is_refused_by_name(answered):
    done = answered("derive", "tr(F(X))", "--wrt", "X", "--shape", "X=n x n", "--shape", "F=n x n")
    assert done.returncode in {1, 2}
    assert done.stderr.startswith("explainer: ")
    assert "Traceback" not in done.stderr


def test_output_is_utf_8_where_the_terminal_says_ascii(run):
    for encoding in ("ascii", "latin-1"):
        done = run("derive", "x^2", "--wrt", "x", PYTHONIOENCODING=encoding, LC_ALL="C", PYTHONUTF8="0")
        assert done.returncode == 0, done.stderr
        assert "Result: 2x" in done.stdout
        assert "x²" in done.stdout


def test_the_program_is_the_same_in_optimised_python(run):
    assert run("derive", "x^2", "--wrt", "x", PYTHONOPTIMIZE="2").stdout == run("derive", "x^2", "--wrt", "x").stdout


def test_latex_and_code_are_read_and_told(answered):
    done = answered("derive", r"\frac{d}{dx} \sin x^2")
    assert done.returncode == 0
    assert "The LaTeX was read as sin(x^2)." in done.stdout
    assert "2x cos(x²)" in done.stdout
    done = answered("derive", "np.sin(x)**2", "--wrt", "x")
    assert "The Python was read as sin(x)^2." in done.stdout
    done = answered("derive", r"x + \int y", "--wrt", "x")
    assert (done.returncode, done.stdout) == (2, "")
    assert r"\int" in done.stderr


def test_the_derivatives_by_several_matrices_are_all_printed(answered):
    arguments = ("norm(X W - Y)^2", "--wrt", "(X, W)")
    shapes = ("--shape", "X=m x n", "--shape", "W=n x k", "--shape", "Y=m x k")
    expected = {"X": "2 (W @ (X @ W - Y)')", "W": "2 ((X @ W - Y)' @ X)"}
    told = _json(answered, *arguments, *shapes)
    assert {name: part["text"] for name, part in told["results"].items()} == expected
    assert {name: part["shape"] for name, part in told["results"].items()} == {"X": "n x m", "W": "k x n"}
    alone = answered("derive", *arguments, *shapes, "--result")
    assert alone.stdout.splitlines() == [f"{name}: {text}" for name, text in expected.items()]
    whole = answered("derive", *arguments, *shapes).stdout
    assert "with respect to W: 2(X W − Y)ᵀ X     (k×n)" in whole
    assert set(_json(answered, "x^2 y", "--wrt", "(x, y)")["results"]) == {"x", "y"}
