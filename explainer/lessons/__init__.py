"""The worked derivations that come with the program, in the order of the paper.

Start reading at `lesson.py`. To add one: an `[[example]]` in a file of `resources/lessons`; it is listed, checked by
`explainer check` and tested from then on.
"""

from explainer.lessons.lesson import Lesson, all_lessons

__all__ = ["Lesson", "all_lessons"]
