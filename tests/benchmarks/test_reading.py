"""Reading: from the choice of a lesson to its painted page, from a problem on it to the painted first step."""

from __future__ import annotations

from time import perf_counter

from tests.benchmarks.measuring import percentile


def test_opening_pages_and_their_problems(figures, qtbot):
    from PySide6.QtCore import QCoreApplication, Qt

    from explainer.gui.main_window import MainWindow
    from explainer.lessons import all_lessons
    from explainer.session.course.address import Address

    window = MainWindow()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    reading = window.reading
    lessons = all_lessons() if figures.measuring else all_lessons()[:1]

    def painted(function, *arguments):
        began = perf_counter()
        function(*arguments)
        QCoreApplication.sendPostedEvents()
        shown = reading.view or window.board
        shown.viewport().repaint()
        return perf_counter() - began

    def step():
        qtbot.keyClick(window.board, Qt.Key.Key_Right)

    qtbot.waitUntil(lambda: window.session.trace is not None)  # the first painting opens the worked example
    one_step = painted(step)
    pages, longest_slices, first_steps = [], [], []
    for warm in (False, True):
        for lesson in lessons:
            seconds = painted(reading.open, Address("lesson", lesson.id))
            view = reading.view
            assert view is not None
            assert view.body is not None
            while view.body.slices.working:
                longest_slices.append(painted(view.body.slices.work))
            if warm:
                pages.append(seconds)
    for lesson in lessons:
        for problem in lesson.problems[:1]:
            reading.open(Address("lesson", lesson.id))
            first_steps.append(painted(reading.open_problem, problem) + painted(step))
            assert window.session.position == 1
    reference = "a painted step"
    name = f"{len(lessons)} lessons"
    figures.enter(f"choice to painted page, {name}, median", percentile(pages, 0.5), over=one_step,
                  reference=reference, budget="")  # fmt: skip
    figures.enter(f"choice to painted page, {name}, longest", max(pages), over=one_step,
                  reference=reference, budget="under 100 ms")  # fmt: skip
    figures.enter("longest slice of work on a page", max(longest_slices), over=one_step,
                  reference=reference, budget="under 100 ms")  # fmt: skip
    figures.enter("choice of a problem to its painted first step, longest", max(first_steps), over=one_step,
                  reference=reference, budget="under 200 ms")  # fmt: skip
