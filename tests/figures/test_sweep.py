"""The tape of a sweep: what is known after each step, along which arrows it came, and the numbers beside it."""

from __future__ import annotations

import numpy
import pytest

import explainer
from explainer.engine import Trace
from explainer.expr.node import Node
from explainer.figures import Figure, figure
from explainer.figures.sweeps.tape import MOST_DRAWN
from explainer.session.course.figures import Standing, figure_at
from explainer.session.numbers.inputs import default_texts, inputs_of, read_inputs
from explainer.session.numbers.numbers import Numbers, beginning

SHAPES = {"X": "N x d", "W_1": "d x k", "b_1": "k", "W_2": "k x c", "b_2": "c", "Y": "N x c"}
NETWORK = "cross_entropy(relu(X W_1 + b_1) W_2 + b_2, Y)"
PROBLEMS = {
    "network": (NETWORK, ("W_1", "b_1", "W_2", "b_2"), SHAPES),
    "least squares": ("norm(X w - y)^2", "w", {}),
    "softmax regression": ("cross_entropy(X W + b, Y) where one-hot rows Y", ("W", "b"), {}),
    "attention": ("norm(softmax(Q K^T/sqrt(d)) V - Y)^2", ("Q", "K", "V"), {}),
}


def derived(name: str, layout: str = "numerator") -> Trace:
    text, wrt, shapes = PROBLEMS[name]
    return explainer.derive(text, wrt, shapes=shapes, method="backward", layout=layout)


def drawn(trace: Trace, number: int, name: str = "dataflow") -> Figure:
    found = figure_at(Standing(trace, number, True), name)
    assert isinstance(found, Figure), found
    return found


@pytest.mark.parametrize("layout", ["numerator", "denominator"])
@pytest.mark.parametrize("name", PROBLEMS)
def test_each_step_adds_one_adjoint_from_those_before(name: str, layout: str) -> None:
    trace = derived(name, layout)
    known: tuple[Node, ...] = ()
    for step in trace.steps:
        shown = drawn(trace, step.number)
        now = shown.facts["known"]
        sweep = shown.facts["sweep"]
        if step.rule == "adjoint":
            assert now[:-1] == known
            assert now[-1] is shown.facts["current"]
            sources = [sweep.values[sweep.edges[k].target].variable for k in shown.facts["flowing"]]
            last = sweep.program.definitions[-1].left
            assert sources
            assert all(source is last or source in known for source in sources)
        else:
            assert shown.facts["current"] is None
            assert not shown.facts["flowing"]
        known = now
    wanted = PROBLEMS[name][1]
    assert {wanted} if isinstance(wanted, str) else set(wanted) <= {each.text() for each in known}


@pytest.mark.parametrize("name", PROBLEMS)
def test_the_adjoints_are_the_slopes_of_the_last_value(name: str) -> None:
    trace = derived(name)
    shown = drawn(trace, len(trace.steps))
    numbers, sweep = shown.facts["numbers"], shown.facts["sweep"]
    last = trace.problem.expression
    given = {value.variable.name: numbers.of(value.variable) for value in sweep.values if value.definition is None}
    for variable in (value.variable for value in sweep.known if value.definition is None):
        at = given[variable.name]
        for place in numpy.ndindex(at.shape):
            move = numpy.zeros_like(at)
            move[place] = 1e-5
            ends = [last.evaluate({**given, variable.name: at + sign * move}) for sign in (1, -1)]
            slope = (ends[0] - ends[1]) / 2e-5
            assert numbers.adjoints[variable].T.reshape(at.shape)[place] == pytest.approx(slope, rel=1e-4, abs=1e-6)


def test_in_the_shape_of_the_variable_the_grids_are_as_large_as_those_beside_them() -> None:
    trace = derived("network", "denominator")
    shown = drawn(trace, len(trace.steps))
    texts = [label.text for label in shown.sheet(40.0).labels]
    assert sum("ᵀ" in text and "d" in text for text in texts) >= 7
    assert not any("no value" in text for text in texts)


def test_a_step_is_written_out_entry_by_entry() -> None:
    trace = derived("softmax regression")
    number = next(step.number for step in trace.steps if step.touched_after and "d(L)/d(W)" in step.after.text())
    shown = drawn(trace, number, "shapes")
    product = shown.facts["written_out"]
    assert shown.handle is not None
    assert len(shown.handle.values) == product.count
    for entry in shown.handle.values:
        moved = shown.handle.move(entry)
        row, column = moved.facts["entry"]
        assert sum(a * b for a, b in product.terms(round(entry))) == pytest.approx(product.values[2][row, column])
        assert f"Row {row + 1}, column {column + 1}" in moved.description


def test_without_numbers_the_grids_are_shapes() -> None:
    trace = derived("network")
    shown = figure(trace, "dataflow", step=3)
    assert shown.facts["numbers"] is None
    assert any("N×k" in label.text.replace(" ", "") for label in shown.sheet(24.0).labels)


def test_no_label_of_a_tape_covers_another() -> None:
    for name in PROBLEMS:
        trace = derived(name)
        for values in (False, True):
            last = len(trace.steps)
            shown = drawn(trace, last) if values else figure(trace, "dataflow", step=last)
            for width in (18.0, 24.0, 40.0):
                labels = shown.sheet(width).labels
                for place, one in enumerate(labels):
                    for other in labels[place + 1 :]:
                        across = min(one.rect.right, other.rect.right) - max(one.rect.x, other.rect.x)
                        up = min(one.rect.top, other.rect.top) - max(one.rect.y, other.rect.y)
                        assert across < 0.05 or up < 0.05, (name, width, one, other)


def test_of_a_long_tape_the_part_around_the_step_is_drawn() -> None:
    layers = 12
    text = "norm(" + "tanh(" * layers + "X" + "".join(f" W_{k})" for k in range(layers)) + " - Y)^2"
    shapes = {"X": "N x n", "Y": "N x n"} | {f"W_{k}": "n x n" for k in range(layers)}
    trace = explainer.derive(text, [f"W_{k}" for k in range(layers)], shapes=shapes, method="backward")
    shown = figure(trace, "dataflow", step=4)
    assert len(shown.facts["sweep"].values) > MOST_DRAWN
    labels = [label.text for label in shown.sheet(24.0).labels]
    assert any("further values are not drawn" in "".join(labels) for _ in labels)
    assert shown.sheet(24.0).focus is not None


@pytest.mark.parametrize(
    ("text", "wrt", "name", "said"),
    [
        ("cross_entropy(X W, Y) where one-hot rows Y", "W", "Y", "rows are said"),
        ("-y^T log(softmax(z)) where sum(y) = 1", "z", "y", "entries are said"),
    ],
)
def test_numbers_obey_what_the_problem_says(text: str, wrt: str, name: str, said: str) -> None:
    trace = explainer.derive(text, wrt)
    fields = inputs_of(trace)
    texts = beginning(trace)
    values, problems = read_inputs(fields, texts)
    assert not problems
    numbers = Numbers(trace, values)
    assert all(numbers.line(step.number).agrees for step in trace.steps), "else a true line looks false"
    for way in range(5):
        assert not read_inputs(fields, default_texts(fields, {}, way))[1]
    _, (problem,) = read_inputs(fields, {**texts, name: texts[name].replace("1", "2", 1)})
    assert said in problem.error.message
