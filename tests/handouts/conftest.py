"""Derivations of lessons, once for all handouts of them."""

from __future__ import annotations

import pytest

from explainer.lessons import LessonProblem
from tests.lesson_lines import trace_of


@pytest.fixture(autouse=True)
def derived_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is written of a lesson is looked at here, not its derivations: each is derived and checked only once."""
    monkeypatch.setattr(LessonProblem, "trace", trace_of)
