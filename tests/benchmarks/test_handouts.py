"""Handouts: a lesson of about thirty steps as a web page and as a PDF, against deriving it and against matplotlib."""

from __future__ import annotations

from io import BytesIO


def test_writing_a_lesson(figures):
    import explainer
    from explainer.handouts.from_lesson import document_of_lesson
    from explainer.handouts.model import Derivation

    lesson = next(lesson for lesson in explainer.all_lessons() if lesson.id == "reductions")
    document = document_of_lesson(lesson)
    problems = [problem.trace().problem for problem in lesson.problems]
    lines = [
        explainer.write(step.line, "latex")
        for block in document.blocks if isinstance(block, Derivation)
        for step in block.steps
    ]  # fmt: skip

    def derive():
        for problem in problems:
            shapes = {name: str(shape) for name, shape in problem.shapes.items()}
            trace = explainer.derive(problem.text, problem.wrt.text(), shapes, problem.method, problem.layout)
            assert all(step.check.ok for step in trace.steps)

    def write(format):
        return explainer.handout(lesson, format)

    if figures.measuring:
        write("html")
        write("pdf")
    deriving = figures.seconds(derive)
    name = f"a lesson of {len(lines)} steps as "
    reference = "deriving and checking it"
    for format, budget in (("html", "under 1 s"), ("pdf", "under 2 s")):
        seconds = figures.seconds(lambda format=format: write(format))
        figures.enter(name + format, seconds, over=deriving, reference=reference, budget=budget)
    if figures.measuring:
        pdf = figures.seconds(lambda: write("pdf"))
        by_matplotlib = figures.seconds(lambda: _written_by_matplotlib(len(lines)), rounds=3)
        figures.enter(name + "pdf", pdf, over=by_matplotlib,
                      reference="as many formulas on pages by matplotlib", budget="")  # fmt: skip


def _written_by_matplotlib(count: int) -> int:
    """As many formulas in mathtext, a dozen on a page, saved as PDF."""
    from matplotlib.backends.backend_pdf import PdfPages
    from matplotlib.figure import Figure

    data = BytesIO()
    with PdfPages(data) as pages:
        for first in range(0, count, 12):
            figure = Figure(figsize=(8.27, 11.69))
            for place in range(first, min(first + 12, count)):
                left = rf"\frac{{d}}{{dx_{{{place}}}}} \sum_{{i=1}}^{{n}} (w_i x_i + {place})^2"
                formula = rf"${left} = 2 \frac{{a}}{{b_{{{place}}}}}$"
                figure.text(0.1, 0.95 - 0.07 * (place - first), formula, fontsize=11)
            figure.savefig(pages, format="pdf")
    return len(data.getvalue())
