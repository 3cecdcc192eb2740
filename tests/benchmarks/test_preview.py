"""The preview: from the key in the field until the typeset formula below it is painted."""

from __future__ import annotations

from time import perf_counter

from tests.benchmarks.measuring import percentile


def test_from_the_key_to_the_painted_preview(figures, qtbot):
    from PySide6.QtCore import QCoreApplication, QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QLineEdit

    from explainer.gui.main_window import MainWindow
    from explainer.lessons import all_problems

    def press(field, character):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, character)
            QCoreApplication.sendEvent(field, event)

    window = MainWindow()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: window.session.trace is not None)
    qtbot.waitUntil(lambda: window.session.complete and not window.signals.working)
    bare = QLineEdit()
    qtbot.addWidget(bare)
    with qtbot.waitExposed(bare):
        bare.show()
    bar = window.problem_bar
    problems = all_problems() if figures.measuring else all_problems()[:3]
    times, looks, plain = [], [], []
    for problem in problems:
        bar.expression.setFocus()
        qtbot.keyClick(bar.expression, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        for character in problem.text if figures.measuring else problem.text[:4]:
            began = perf_counter()
            press(bare, character)
            bare.repaint()
            plain.append(perf_counter() - began)
            began = perf_counter()
            press(bar.expression, character)
            while window.session.preview.text != bar.expression.text():
                QCoreApplication.processEvents()
            bar.repaint()
            bar.preview.repaint()
            times.append(perf_counter() - began)
            began = perf_counter()
            window.session.look_at(bar.expression.text())
            looks.append(perf_counter() - began)
        assert window.session.preview.error is None or problem.shapes or not figures.measuring
    name = f"key to painted preview, {len(times)} keys of {len(problems)} problems"
    reference = "a key in a bare field"
    usual = percentile(plain, 0.5)
    figures.enter(f"{name}, median", percentile(times, 0.5), over=usual, reference=reference, budget="")
    figures.enter(f"{name}, 99th percentile", percentile(times, 0.99), over=usual, reference=reference,
                  budget="under 30 ms")  # fmt: skip
    figures.enter("reading and showing the text alone, 99th percentile", percentile(looks, 0.99), over=usual,
                  reference=reference, budget="")  # fmt: skip
