"""Deriving with vectors: the gradient of the loss of a network, every lesson's first step, short forms, a matrix."""

from __future__ import annotations

import explainer
from explainer.engine import Trace

LOSS = "1/N sum(i=1..N, (y_i - max(0, w · X_i + b))^2)"
SHAPES = {"X": "N x n", "w": "n", "y": "N", "b": "scalar"}
ENTRIES, ROWS = 5, 10


def _loss_gradient() -> Trace:
    trace = explainer.derive(LOSS, "w", SHAPES, "chain")
    assert trace.status == "finished", trace.reason
    assert all(step.substeps is not None for step in trace.steps)
    return trace


def _expanded_by_sympy() -> list[object]:
    """The same loss with 5 weights and 10 rows, written out in scalars, differentiated by each weight."""
    import sympy
    from sympy.core.cache import clear_cache

    clear_cache()
    w, y, b = sympy.symbols(f"w:{ENTRIES}"), sympy.symbols(f"y:{ROWS}"), sympy.Symbol("b")
    X = [[sympy.Symbol(f"X_{i}_{j}") for j in range(ENTRIES)] for i in range(ROWS)]
    terms = []
    for i in range(ROWS):
        z = sympy.Add(*(w[j] * X[i][j] for j in range(ENTRIES))) + b
        terms.append((y[i] - sympy.Max(0, z)) ** 2)
    loss = sympy.Add(*terms) / ROWS
    return [sympy.diff(loss, weight) for weight in w]


def test_the_gradient_of_the_loss_with_all_its_steps(benchmark, figures):
    trace = benchmark.pedantic(_loss_gradient, rounds=figures.rounds(5))
    seconds = figures.seconds(_loss_gradient)
    sympy_seconds = figures.seconds(_expanded_by_sympy)
    count = len(trace.steps) + sum(len(step.substeps) for step in trace.steps)
    figures.enter(
        f"derive the gradient of the loss, {count} steps", seconds, over=sympy_seconds,
        reference=f"sympy.diff written out, n = {ENTRIES}, N = {ROWS}", budget="under 150 ms",
    )  # fmt: skip


def test_checking_every_step_of_the_loss(figures):
    def checked() -> bool:
        return all(step.check.ok for step in _loss_gradient().steps)

    derived = figures.seconds(_loss_gradient)
    figures.enter(
        "the same with every step checked", figures.seconds(checked), over=derived, reference="without checks",
        budget="under 1 s",
    )  # fmt: skip


def test_the_first_step_of_every_lesson(figures):
    told = [problem for lesson in explainer.all_lessons() for problem in lesson.problems]
    problems = [problem.trace().problem for problem in (told if figures.measuring else told[::20])]
    times = []
    for problem in problems:

        def first(problem=problem):
            shapes = {name: str(shape) for name, shape in problem.shapes.items()}
            trace = explainer.derive(problem.text, problem.wrt.text(), shapes, problem.method, problem.layout)
            assert trace.step(1) is not None

        first()
        times.append(figures.seconds(first, 3))
    figures.enter(
        f"first step of the slowest of {len(times)} problems", max(times), over=sorted(times)[len(times) // 2],
        reference="that of the middle one", budget="under 20 ms",
    )  # fmt: skip


def test_short_forms_cost_little_beside_the_derivation(figures):
    def softmax_loss(method: str) -> Trace:
        trace = explainer.derive("-y · ln(softmax(W x + b))", "W", {"W": "m x n", "x": "n", "b": "m", "y": "m"}, method)
        assert trace.status == "finished", trace.reason
        return trace

    by_chain = figures.seconds(lambda: softmax_loss("chain"))
    for method in ("operator", "elements"):
        figures.enter(
            f"loss of a softmax layer by its matrix, {method}", figures.seconds(lambda m=method: softmax_loss(m)),
            over=by_chain, reference="by the chain method", budget="under 500 ms",
        )  # fmt: skip
