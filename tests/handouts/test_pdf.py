"""PDF: pages of the paper that was asked for, words that can be selected, formulas as outlines."""

from __future__ import annotations

import re
import shutil
import subprocess
import zlib

import pytest

import explainer

TRACE = explainer.derive("x^2 x", wrt="x")


def _pages(data: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", data))


def _streams(data: bytes) -> list[bytes]:
    found = []
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
        try:
            found.append(zlib.decompress(stream))
        except zlib.error:
            found.append(stream)
    return found


def test_the_paper_is_a4_or_letter():
    for paper, size in (("a4", b"595.28 841.89"), ("letter", b"612 792")):
        data = explainer.handout(TRACE, "pdf", paper=paper)
        assert data.startswith(b"%PDF-")
        assert size in data.replace(b".00", b"")
        assert _pages(data) >= 1


def test_formulas_are_outlines_and_no_pictures_of_points():
    data = explainer.handout(TRACE, "pdf")
    assert b"/Subtype /Image" not in data
    curves = sum(len(re.findall(rb"\d [cv]\s", stream)) for stream in _streams(data))
    assert curves > 200


def test_the_words_can_be_selected_and_a_long_derivation_has_numbered_pages(tmp_path):
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("there is no pdftotext here; on Debian: apt install poppler-utils")
    trace = explainer.derive("sin(x + x^2)", wrt="x", method="chain")
    file = tmp_path / "handout.pdf"
    file.write_bytes(explainer.handout(trace, "pdf"))
    done = subprocess.run(
        [program, "-layout", file, "-"], capture_output=True, encoding="utf-8", timeout=60, check=True
    )
    pages = done.stdout.rstrip("\f").split("\f")
    assert len(pages) == _pages(file.read_bytes()) > 1
    for number, page in enumerate(pages, start=1):
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        assert lines[-1].replace(" ", "") == f"{number}/{len(pages)}"
        assert not re.match(r"\d+\. ", lines[-2])  # the name of a step never stands alone at the foot of a page
    assert all(f"{step.number}. {step.title}" in done.stdout for step in trace.steps)
