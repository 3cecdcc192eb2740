"""The graph is that of the program: its paths, its lit arrows, its order; boxes and labels keep clear of each other."""

from __future__ import annotations

from itertools import combinations

import pytest

import explainer
from explainer.dataflow import graph_of, lit_edges
from explainer.errors import ExplainerError
from explainer.expr.program import paths
from explainer.figures import Figure, UnsuitedError, figure, figure_kind
from explainer.figures.canvas import FIRST
from explainer.figures.layered_graph import arrange_ranks, separated
from explainer.typeset import Fill, Rect


def drawn(text: str, method: str = "chain", **options: object) -> Figure:
    return figure(explainer.derive(text, "x", method=method), "dataflow", **options)


def test_every_path_is_written_with_the_product_along_it() -> None:
    shown = drawn("sin(x + x^2)")
    graph = shown.facts["graph"]
    program = graph_of(explainer.derive("sin(x + x^2)", "x", method="chain").step(1).after)  # type: ignore[union-attr]
    assert graph == program
    assert len(shown.facts["paths"]) == graph.paths == 2
    texts = [label.text for label in shown.sheet().labels]
    assert any("x → u₂ → u₃" in text for text in texts)
    assert any("x → u₁ → u₂ → u₃" in text for text in texts)
    assert any("2 paths from x to u₃" in text for text in texts)


def test_backward_and_forward_order_the_factors() -> None:
    def product(order: str) -> str:
        return next(label.text for label in drawn("sin(x^2)", order=order).sheet().labels if "→" in label.text)

    assert product("backward").index("dy/du") < product("backward").index("du/dx")
    assert product("forward").index("du/dx") < product("forward").index("dy/du")
    assert drawn("sin(x^2)", "chain-forward").sheet().labels == drawn("sin(x^2)", order="forward").sheet().labels


def test_matrices_have_no_forward_order() -> None:
    trace = explainer.derive("w · x + b", "w", method="chain")
    with pytest.raises(UnsuitedError, match="cannot be swapped"):
        figure(trace, "dataflow", order="forward")


def test_the_arrows_that_a_step_is_about_are_lit() -> None:
    trace = explainer.derive("sin(x + x^2)", "x", method="chain")
    for step in trace.steps:
        graph = graph_of(step.after)
        if graph is None:
            continue
        shown = figure(trace, "dataflow", step=step.number)
        lit = lit_edges(graph, step)
        assert shown.facts["lit"] == lit
        heads = [mark for paint, mark in shown.sheet().marks if paint == FIRST and isinstance(mark, Fill)]
        assert len(heads) == len(lit)


def test_a_step_is_named_by_its_rule_and_how_often_that_was_used_before() -> None:
    trace = explainer.derive("sin(x + x^2)", "x", method="chain")
    numbers = [step.number for step in trace.steps if step.rule == "chain-total"]
    for place, number in enumerate(numbers, start=1):
        by_name = figure(trace, "dataflow", step=f"chain-total {place}")
        assert by_name.description == figure(trace, "dataflow", step=number).description
    with pytest.raises(ExplainerError, match="chain-total as often as 3 times"):
        figure(trace, "dataflow", step="chain-total 3")


@pytest.mark.parametrize("method", ["operator", "elements", "auto"])
def test_a_problem_has_its_graph_whatever_the_method_is(method: str) -> None:
    assert drawn("sin(x + x^2)", method).facts["graph"].paths == 2


@pytest.mark.parametrize(
    ("text", "wrt", "reason"),
    [("x^2", "x", "single operation"), ("sum((W @ x) ⊗ (W @ x)) where W: m x n, x: n", "W", "two directions"),
     ("99", "x", "depends on the variable"),
     ("x y", "(x, y)", "begins at one variable"), (" + ".join(f"sin({k} x)" for k in range(2, 40)), "x", "too many")],
)  # fmt: skip
def test_what_has_no_graph_is_refused_with_the_reason(text: str, wrt: str, reason: str) -> None:
    with pytest.raises(UnsuitedError, match=reason):
        figure(explainer.derive(text, wrt), "dataflow")


def test_definitions_that_were_typed_are_put_in_first() -> None:
    shown = drawn("sin(u^2) where u = x^3", "operator")
    assert len(shown.facts["graph"].vertices) == 4
    assert figure(explainer.derive("sin(u^2) where u = x^3", "x"), "dataflow", step=1).facts["graph"].paths == 1


def test_boxes_and_labels_of_arrows_do_not_touch_and_arrows_run_downwards() -> None:
    layers, edges = [0, 1, 1, 2, 3], [(0, 1), (0, 2), (1, 3), (2, 3), (0, 4), (3, 4), (1, 4)]
    ranked = arrange_ranks(layers, [(4.0, 1.5)] * 5, edges, [(3.0, 1.0)] * 7)
    boxes = [Rect(s.x - s.width / 2, s.y - s.height / 2, s.width, s.height) for s in ranked.slots]
    for one, other in combinations(boxes, 2):
        assert one.right <= other.x or other.right <= one.x or one.top <= other.y or other.top <= one.y
    for chain, (source, target) in zip(ranked.chains, edges, strict=True):
        assert (chain.slots[0], chain.slots[-1]) == (source, target)
        heights = [ranked.slots[place].y for place in chain.slots]
        assert heights == sorted(heights, reverse=True)
        assert chain.label in chain.slots[1:-1]


def test_things_in_a_row_stand_as_near_to_their_places_as_there_is_room() -> None:
    assert separated([0.0, 10.0], [2.0, 2.0], 1.0) == [0.0, 10.0]
    assert separated([0.0, 0.0], [2.0, 2.0], 1.0) == [-1.5, 1.5]
    assert separated([5.0, 1.0, 0.0], [1.0, 1.0, 1.0], 0.0) == [1.0, 2.0, 3.0]


def test_the_paths_are_those_of_the_program() -> None:
    trace = explainer.derive("x^2 sin(x) + x", "x", method="chain")
    shown = figure(trace, "dataflow")
    line = trace.step(1)
    assert line is not None
    graph = shown.facts["graph"]
    names = [vertex.variable for vertex in graph.vertices]
    expected = [tuple(path) for path in paths(line.after.definitions, names[0], names[-1])]  # type: ignore[attr-defined]
    found = [
        (names[graph.edges[path[0]].source], *(names[graph.edges[k].target] for k in path))
        for path in shown.facts["paths"]
    ]
    assert found == expected


def test_a_rank_with_nothing_in_it_has_no_places() -> None:
    assert separated([], []) == []


@pytest.mark.parametrize(("text", "wrt"), [("softmax(Q K^T/sqrt(d)) V", "Q"), ("A X B", "X"), ("tanh(X W)", "W")])
def test_a_derivation_by_differentials_has_a_graph_or_a_reason(text: str, wrt: str) -> None:
    trace = explainer.derive(text, wrt)
    for number in (0, 1, len(trace.steps)):
        kind = figure_kind("dataflow")
        reason = kind.why_not(trace)
        assert reason or kind.draw(trace, {"step": number}).sheet(24.0).labels
