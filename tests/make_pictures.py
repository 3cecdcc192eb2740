"""Takes the picture of the window that the README opens with: `python tests/make_pictures.py`.

The window is the real one, driven as a user would drive it; only the screen is not there.
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

from explainer.gui.main import create_application  # noqa: E402
from explainer.gui.main_window import MainWindow  # noqa: E402

SIZE = QSize(1280, 800)
EXPRESSION, VARIABLE, METHOD = "ln(sin(x^3)^2)", "x", "chain"
STEP = 6
PATIENCE_S = 30


def main() -> None:
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
    QTest.qWait(600)
    target = ROOT / "resources" / "pictures" / "window.png"
    target.parent.mkdir(exist_ok=True)
    if not window.grab().save(str(target)):
        raise SystemExit(f"cannot write {target}")
    print(f"{target.relative_to(ROOT)}: {EXPRESSION}, step {session.position} of {session.count}")


if __name__ == "__main__":
    main()
