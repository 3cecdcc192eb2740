"""Practice: what a learner types is judged, a mistake is named, and a number shows it.

Start reading in `assessment.py`. To add a known mistake: one declaration in a module of `mistakes/`; its tests and the
diagnosis follow. Nothing here knows Qt, and nothing here decides by form alone: a line is right when its value is.
"""

from __future__ import annotations

from explainer.practice.assessment import Assessment, assess
from explainer.practice.mistakes import all_mistakes

__all__ = ["Assessment", "all_mistakes", "assess"]
