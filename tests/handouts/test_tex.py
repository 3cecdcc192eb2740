"""LaTeX and Beamer, read by TeX itself where it is installed."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

import explainer

LONGEST_S = 600
"""A loaded machine takes a while for a hundred slides."""


@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="there is no TeX here")
@pytest.mark.parametrize(("lesson_id", "format"), [("reductions", "latex"), ("reference-elementwise", "beamer")])
def test_tex_sets_a_lesson_without_a_complaint_and_cuts_nothing(tmp_path: Path, lesson_id: str, format: str) -> None:
    lesson = next(lesson for lesson in explainer.all_lessons() if lesson.id == lesson_id)
    (tmp_path / "a.tex").write_bytes(explainer.handout(lesson, format))
    command = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "a.tex"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=LONGEST_S)
    log = (tmp_path / "a.log").read_text("latin-1")
    assert done.returncode == 0, [line for line in log.splitlines() if line.startswith("!")]
    assert "Overfull" not in log  # a formula that leaves the page, or a slide that is cut below
    assert re.search(r"Output written on a.pdf \((\d+) pages?", log)
