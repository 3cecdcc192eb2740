"""Some releases of PySide6 take a reference to None away with every call that returns nothing, until Python dies."""

from __future__ import annotations

import subprocess
import sys
from textwrap import dedent

CALLS = 2000
TOLERANCE = 100
"""Other parts of the interpreter keep a few references of their own; a defect loses one a call."""


def test_painting_leaves_the_references_to_none_where_they_were() -> None:
    # In a process of its own: a broken release ends the process, and the whole test run with it.
    program = dedent(
        f"""
        import sys
        from PySide6.QtGui import QGuiApplication, QImage, QPainter
        application = QGuiApplication([])
        image = QImage(16, 16, QImage.Format.Format_ARGB32)
        painter = QPainter(image)
        painter.drawLine(0, 0, 1, 1)
        before = sys.getrefcount(None)
        for _ in range({CALLS}):
            painter.drawLine(0, 0, 9, 9)
        print(sys.getrefcount(None) - before)
        painter.end()
        """
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert abs(int(done.stdout)) < TOLERANCE
