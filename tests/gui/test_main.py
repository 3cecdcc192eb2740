"""The program as the command line starts it, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from textwrap import dedent

import pytest

SHOWN = "window.problem_bar.expression.text() and (window.session.trace or window.problem_bar.error.text())"


def run_with(call: str, report: str) -> str:
    """What the program reports of its window when what `call` opens is there; it is then closed."""
    program = dedent(
        f"""
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication
        from explainer.gui.main import create_application, run
        from explainer.gui.main_window import MainWindow
        application = create_application()

        def look():
            (window,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
            if not ({SHOWN}):
                return
            watch.stop()
            {report}
            window.close()

        watch = QTimer()
        watch.timeout.connect(look)
        watch.start(50)
        raise SystemExit({call})
        """
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("call", "shown"),
    [
        ("run()", "sin(x + x^2) | x | chain"),
        ("run('y^3', 'y')", "y^3 | y | auto"),
        ("run('w · x', 'w', {'w': 'n', 'x': 'n'}, method='operator')", "w · x | w | operator"),
    ],
)
def test_the_window_opens_with_what_it_is_given(call: str, shown: str) -> None:
    report = "print(window.session.text, window.session.wrt, window.session.method, sep=' | ')"
    assert run_with(call, report) == shown


def test_a_wrong_text_from_the_command_line_stands_in_the_field_with_its_error() -> None:
    report = "print(window.problem_bar.expression.text(), '|', bool(window.problem_bar.error.text()))"
    assert run_with("run('sin(', 'x')", report) == "sin( | True"


def test_a_mistake_in_the_program_is_shown_and_does_not_end_it() -> None:
    report = "import sys; sys.excepthook(ValueError, ValueError('no chalk'), None); application.processEvents(); "
    report += "print(window.notices.bar.words.text())"
    assert "no chalk" in run_with("run()", report)
