"""Derivations of lessons, once for all pages of the site."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from explainer.lessons import LessonProblem
from tests.lesson_lines import trace_of


@pytest.fixture(autouse=True, scope="module")
def derived_once() -> Iterator[None]:
    """What is written of a lesson is looked at here, not its derivations: each is derived and checked only once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(LessonProblem, "trace", trace_of)
        yield
