"""The complaint about a lesson file: the file, the line and the field in one sentence, and a way on."""

from __future__ import annotations

from explainer.errors import ExplainerError
from explainer.phrases import joined, phrase


class LessonError(ExplainerError):
    """Something is wrong in a lesson file; `file`, `line` (from 1, or 0 where unknown) and `field` say where."""

    def __init__(self, complaint: str, *, file: str, line: int = 0, field: str = "", hint: str) -> None:
        place = [file]
        if line:
            place.append(phrase("line {0}", line))
        if field:
            place.append(phrase("field “{0}”", field))
        super().__init__(phrase("{0}: {1}", joined(", ", place), phrase(complaint)), hint=hint)
        self.file = file
        self.line = line
        self.field = field
