"""Practice: the learner derives, the program answers; what a line is worth, what comes next, what went wrong.

Start reading in `assessment.py` (what a typed line is worth) and `exercise.py` (one derivation, worked through: the
object that a window or a terminal drives). `questions` asks for the next rule or a covered part and gives hints. To add
a known mistake: one declaration in a module of `mistakes/`; its tests and the diagnosis follow. Nothing here knows Qt,
and nothing here decides by form alone: a line is right when its value is.
"""

from __future__ import annotations

from explainer.practice.assessment import Assessment, assess
from explainer.practice.exercise import ASKS, Exercise, Question, Reply, Score
from explainer.practice.mistakes import all_mistakes
from explainer.practice.questions.covered import Cover, cover_of
from explainer.practice.questions.hints import GRADES, Hint, hint_for
from explainer.practice.questions.next_rule import RuleQuestion, rule_question

__all__ = [
    "ASKS",
    "GRADES",
    "Assessment",
    "Cover",
    "Exercise",
    "Hint",
    "Question",
    "Reply",
    "RuleQuestion",
    "Score",
    "all_mistakes",
    "assess",
    "cover_of",
    "hint_for",
    "rule_question",
]
