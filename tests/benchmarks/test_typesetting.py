"""Typesetting a 4×4 Jacobian: the very first formula of a process, leaves on disk, leaves in memory."""

from __future__ import annotations

from io import BytesIO
from textwrap import dedent
from time import perf_counter

from tests.benchmarks.measuring import run_program

ENTRIES = "[" + ", ".join(f"[x_{i}^2/(x_{j} + {i}), {j} x_{i} x_{j}, sin(x_{i})/x_{j}, 1/x_{i}]" for i, j in
                          ((1, 2), (2, 3), (3, 4), (4, 1))) + "]"  # fmt: skip

FIRST = dedent(
    """
    from time import perf_counter
    import explainer
    from explainer.notation import write_notation
    notation = write_notation(explainer.parse({text!r}, {{"x": "4"}}))
    began = perf_counter()
    from explainer.typeset import typeset
    picture = typeset(notation)
    print(perf_counter() - began)
    """
).format(text=ENTRIES)

MATPLOTLIB = r"$\left[\frac{x_1^2}{x_2 + 1}, 2 x_1 x_2, \frac{\sin(x_1)}{x_2}, \frac{1}{x_1}\right]$"


def _savefig() -> bytes:
    """Four rows like those of the Jacobian: mathtext has no matrices."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(6, 4))
    FigureCanvasAgg(figure)
    for row in range(4):
        figure.text(0.1, 0.2 * (row + 1), MATPLOTLIB)
    file = BytesIO()
    figure.savefig(file, format="png")
    return file.getvalue()


def test_a_jacobian_with_its_leaves_in_memory(benchmark, figures):
    import explainer
    from explainer.notation import write_notation
    from explainer.typeset import typeset

    notation = write_notation(explainer.parse(ENTRIES, {"x": "4"}))
    typeset(notation)
    picture = benchmark.pedantic(typeset, (notation,), rounds=figures.rounds(20))
    assert picture is not None
    ours = figures.seconds(lambda: typeset(notation), 20)
    matplotlib_seconds = figures.seconds(_savefig, 3)
    figures.enter(
        "typeset a 4x4 Jacobian, leaves in memory",
        ours,
        over=matplotlib_seconds,
        reference="savefig",
        budget="under 2 ms",
    )


def test_one_formula_in_both_programs(figures):
    """The program's own LaTeX of a formula without a matrix, which mathtext can set too."""
    import explainer
    from explainer.notation import latex, write_notation
    from explainer.typeset import png, typeset

    notation = write_notation(explainer.parse("6 sin(x^3) x^2 cos(x^3) / sin(x^3)^2"))
    source = f"${latex(notation)}$"

    def savefig() -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        figure = Figure(figsize=(6, 1))
        FigureCanvasAgg(figure)
        figure.text(0.1, 0.5, source)
        figure.savefig(BytesIO(), format="png")

    savefig()
    typeset(notation)
    reference = figures.seconds(savefig, 10)
    setting = figures.seconds(lambda: typeset(notation), 50)
    drawing = figures.seconds(lambda: png(typeset(notation)), 10)
    figures.enter("typeset one formula", setting, over=reference, reference="savefig", budget="under 2 ms")
    figures.enter("the same, as a PNG file", drawing, over=reference, reference="savefig", budget="none")


def test_every_line_of_the_lessons(figures):
    from explainer.typeset import typeset
    from tests.lesson_lines import notations

    lines = list(notations().values())[: None if figures.measuring else 20]
    times = [float("inf")] * len(lines)
    for _ in range(figures.rounds(3)):
        for number, notation in enumerate(lines):  # one by one would collect the garbage two thousand times
            began = perf_counter()
            typeset(notation)
            times[number] = min(times[number], perf_counter() - began)
    times.sort()
    figures.enter("typeset a line of a lesson, leaves in memory, median", times[len(times) // 2], budget="under 2 ms")
    figures.enter("the same, 95 of 100 lines", times[int(0.95 * len(times))], budget="under 2 ms")
    figures.enter("the same, the slowest", times[-1], budget="under 20 ms")


def test_a_picture_of_a_jacobian(figures):
    import explainer
    from explainer import render

    expression = explainer.parse(ENTRIES, {"x": "4"})
    matplotlib_seconds = figures.seconds(_savefig, 3)
    for kind in ("png", "svg", "pdf"):
        seconds = figures.seconds(lambda kind=kind: render(expression, format=kind), 5)
        figures.enter(
            f"render a 4x4 Jacobian as {kind}", seconds, over=matplotlib_seconds, reference="savefig", budget="none"
        )


def test_a_jacobian_in_a_fresh_process(figures, tmp_path):
    run_program(FIRST)  # so that the byte code is there
    first, later = [], []
    for number in range(figures.rounds(3)):
        cache = str(tmp_path / f"cache{number}")
        first.append(float(run_program(FIRST, XDG_CACHE_HOME=cache)[1]))
        later.append(float(run_program(FIRST, XDG_CACHE_HOME=cache)[1]))
    figures.enter("the same, the very first time (imports too)", min(first), budget="under 300 ms")
    figures.enter("the same, in the next process", min(later), over=min(first), reference="first", budget="under 20 ms")
