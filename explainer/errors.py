"""The exceptions of the program, each with a message, a place and a way on.

    Exception
      └── ExplainerError         anything the program refuses, with the reason
            ├── ParseError       the text is not an expression: position, what was expected
            ├── ShapeError       the shapes do not fit: both shapes, where, what would fit
            ├── UnsupportedError right input, but no rule: the subexpression and why
            └── LimitError       too long, too deep, too large, too slow

This module imports nothing of the project, so that every layer may raise these errors.
"""

from __future__ import annotations


class ExplainerError(Exception):
    """Something the program refuses; `str(error)` is the sentence, `report()` adds the place and the hint.

    `text` is what was typed, `position` the offset of the offending character in it, `end` the offset
    after the last offending character. All three may be missing when no text is at fault.
    """

    def __init__(
        self,
        message: str,
        *,
        text: str | None = None,
        position: int | None = None,
        end: int | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.text = text
        self.position = position
        self.end = end
        self.hint = hint

    def at(self, text: str, position: int, end: int | None = None) -> ExplainerError:
        """Return this error with a place, unless it already has one; for layers that know the text."""
        if self.position is None:
            self.text, self.position, self.end = text, position, end
        return self

    def caret_lines(self, width: int = 72) -> list[str]:
        """The line of the text that holds the place and a line with a caret below it; empty without a place.

        Long lines are cut to `width` characters around the place, with dots where something is missing.
        """
        if self.text is None or self.position is None:
            return []
        start = self.text.rfind("\n", 0, self.position) + 1
        stop = self.text.find("\n", self.position)
        line = self.text[start:] if stop < 0 else self.text[start:stop]
        line = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in line)
        column = self.position - start
        length = max(1, min((self.end or self.position + 1) - self.position, len(line) - column))
        if len(line) > width:
            first = max(0, min(column - width // 2, len(line) - width))
            cut_left, cut_right = first > 0, first + width < len(line)
            line = ("…" if cut_left else "") + line[first : first + width] + ("…" if cut_right else "")
            column = column - first + (1 if cut_left else 0)
            length = max(1, min(length, len(line) - column))
        return [line, " " * column + "^" * length]

    def report(self) -> str:
        """The message, the line with its caret, and the hint: what the command line prints."""
        lines = [self.message, *("  " + line for line in self.caret_lines())]
        if self.hint:
            lines.append(self.hint)
        return "\n".join(lines)


class ParseError(ExplainerError):
    """The text is not an expression of the input language; `expected` lists what could stand at the place."""

    def __init__(
        self,
        message: str,
        *,
        expected: tuple[str, ...] = (),
        text: str | None = None,
        position: int | None = None,
        end: int | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message, text=text, position=position, end=end, hint=hint)
        self.expected = expected


class ShapeError(ExplainerError):
    """The shapes of the parts do not fit together; `shapes` holds the shapes that clash, as text."""

    def __init__(
        self,
        message: str,
        *,
        shapes: tuple[str, ...] = (),
        text: str | None = None,
        position: int | None = None,
        end: int | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message, text=text, position=position, end=end, hint=hint)
        self.shapes = shapes


class UnsupportedError(ExplainerError):
    """No rule covers this part of a well-formed expression; `subexpression` is its text, `reason` says why."""

    def __init__(
        self,
        message: str,
        *,
        subexpression: str = "",
        reason: str = "",
        text: str | None = None,
        position: int | None = None,
        end: int | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message, text=text, position=position, end=end, hint=hint)
        self.subexpression = subexpression
        self.reason = reason


class LimitError(ExplainerError):
    """The input or the work is beyond a limit of the program: length, depth, size of a number, steps or time."""
