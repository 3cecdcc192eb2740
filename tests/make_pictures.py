"""Makes the pictures of the README: `python tests/make_pictures.py`.

The window is the real one, driven as a user would drive it; only the screen is not there. The figures are those of the
lessons.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from time import monotonic

ROOT = Path(__file__).parent.parent
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QSize, Qt  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402

import explainer  # noqa: E402
from explainer.gui.main import create_application  # noqa: E402
from explainer.gui.main_window import MainWindow  # noqa: E402

SIZE = QSize(1280, 800)
EXPRESSION, VARIABLE, METHOD = "ln(sin(x^3)^2)", "x", "chain"
STEP = 6
PATIENCE_S = 30
WINDOWS = (("window", "paper"), ("window-blackboard", "blackboard"))
"""The pictures of the window: the name of the file and the theme."""


FIGURES = (("several-paths", "dataflow", "H2"), ("descent", "descent", "K1"))
"""The figures in the README: the name of the file, the figure, and the problem that it belongs to in its lesson."""


def main() -> None:
    """Take the window, then draw the figures."""
    take_window()
    for name, figure, problem in FIGURES:
        blocks = [block for lesson in explainer.all_lessons() for block in lesson.figures]
        block = next(b for b in blocks if b.figure == figure and b.problem is not None and b.problem.id == problem)
        target = ROOT / "resources" / "pictures" / f"{name}.svg"
        target.write_bytes(explainer.render(block.draw(), "svg", size_pt=12))
        print(f"{target.relative_to(ROOT)}: {figure} of {problem}")


def take_window() -> None:
    """Open the derivation, go to the step, wait until its check is there, and keep what the window shows."""
    application = create_application()
    window = MainWindow()
    window.resize(SIZE)
    window.show()
    QTest.qWaitForWindowExposed(window)
    session = window.session
    if not session.open(EXPRESSION, VARIABLE, method=METHOD):
        raise SystemExit(str(session.error))
    window.board.setFocus()
    for _ in range(STEP):
        QTest.keyClick(window.board, Qt.Key.Key_Right)
        application.processEvents()
    deadline = monotonic() + PATIENCE_S
    while session.check_of(STEP) is None and monotonic() < deadline:
        application.processEvents()
    for name, theme in WINDOWS:
        window.appearance.choose_theme(theme)
        QTest.qWait(600)
        target = ROOT / "resources" / "pictures" / f"{name}.png"
        target.parent.mkdir(exist_ok=True)
        if not window.grab().save(str(target)):
            raise SystemExit(f"cannot write {target}")
        print(f"{target.relative_to(ROOT)}: {EXPRESSION}, step {session.position} of {session.count}")


if __name__ == "__main__":
    main()
