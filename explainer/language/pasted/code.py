"""NumPy, PyTorch and plain Python → the input language, by recursive descent over the tokens of `code_tokens`.

    z = X @ w + b
    loss = ((y - torch.relu(z)) ** 2).mean()

becomes `mean((y - relu(z))^2) where z = X @ w + b`. Nothing is executed or imported.
"""

from __future__ import annotations

import re

from explainer.errors import ParseError
from explainer.language.pasted import code_words as words
from explainer.language.pasted.code_expression import Expression
from explainer.language.pasted.code_tokens import CodeToken, scan_code
from explainer.language.pasted.names import Names, mentions
from explainer.language.pasted.result import Pasted
from explainer.phrases import phrase

# Each begins only where a word or a line begins: begun at every letter, a long paste would be read over and over.
_DOTTED = re.compile(r"(?<!\w)\d*[^\W\d]\w*\.[^\W\d]|[\])]\.[^\W\d]|\w\[\d+\]")
_ASSIGNED = re.compile(r"^[^\S\n]*[^\W\d]\w*[^\S\n]*(?::[^=\n]+)?=(?!=)[^\n]*\n", re.MULTILINE)
_LAMBDA = re.compile(r"\blambda\b")


def recognise(text: str) -> bool:
    """Whether a text looks like code: names with dots, statements, or several lines with assignments."""
    if _DOTTED.search(text) or _LAMBDA.search(text) or _ASSIGNED.search(text):
        return True
    return bool(re.match(r"\s*(?:import|from|def|return)\s|\s*>>>", text))


def translate(text: str) -> Pasted:
    """The function that the code computes, in the input language.

    Raises ParseError with the place of what has no meaning here, LimitError beyond the limits.
    """
    return _Program(text).run()


class _Program:
    """The lines of a piece of code, one after the other."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.definitions: dict[str, str] = {}
        self.shapes: dict[str, str] = {}
        self.notes: list[str] = []
        self.lines = scan_code(text)
        written = {token.value for line in self.lines for token in line if token.kind == "name"}
        self.names = Names(written - words.MODULES)
        self.value = ""

    def run(self) -> Pasted:
        for line in self.lines:
            self._line(line)
        if not self.value:
            raise ParseError(
                "there is no function in the pasted code",
                text=self.text,
                position=0,
                hint="Paste the lines that compute it, such as y = np.maximum(0, w @ x + b).",
            )
        where = [f"{name} = {value}" for name, value in self._used()]
        where += [f"{name}: {shape}" for name, shape in self.shapes.items() if self._occurs(name)]
        text = self.value + (" where " + ", ".join(where) if where else "")
        return Pasted(text, None, (*self.notes, *self.names.notes_on(text)))

    def _used(self) -> list[tuple[str, str]]:
        """The definitions that the value rests on, in their order."""
        wanted = {name for name in self.definitions if mentions(self.value, name)}
        for name in reversed(self.definitions):
            if name in wanted:
                wanted |= {other for other in self.definitions if mentions(self.definitions[name], other)}
        return [(name, value) for name, value in self.definitions.items() if name in wanted]

    def _occurs(self, name: str) -> bool:
        return any(mentions(text, name) for text in (self.value, *(value for _, value in self._used())))

    def _line(self, line: list[CodeToken]) -> None:
        first = line[0].value
        if first in {"import", "from", "@", "pass"} or line[0].kind == "text":
            return None
        if first == "def":
            return self._after_colon(line)
        if first == "return":
            line = line[1:]
        names = [token.value for token in line if token.kind == "name"]
        if (names and names[-1] in words.WITHOUT_MEANING) or first in words.WITHOUT_MEANING:
            self._note("Lines that compute nothing of the function were left out.")
            return None
        if first in {"for", "while", "if", "with", "class", "assert", "del", "global", "raise", "try"}:
            raise self._refusal(
                phrase("“{0}” is not read", first), line[0], "Paste the lines that compute the function only."
            )
        name, rest = self._assignment(line)
        if rest and rest[0].value == "lambda":
            return self._after_colon(rest, name)
        if name is not None and self._is_made(name, rest):
            return None
        value = Expression(self.text, rest, self.names, self.notes).run()
        if self.value and name is None:
            raise self._refusal("there are several values here", line[0], "Paste one function.")
        if name is not None:
            if name in self.definitions:
                raise self._refusal(
                    phrase("{0} gets a value twice", name), line[0], "Give the second value a name of its own."
                )
            self.definitions[name] = value
        self.value = value
        return None

    def _after_colon(self, line: list[CodeToken], name: str | None = None) -> None:
        """What follows the colon of a def or lambda, if it stands on the same line."""
        depth = 0
        for k, token in enumerate(line):
            depth += (token.value in "([{") - (token.value in ")]}")
            if token.value == ":" and depth == 0:
                if line[k + 1 :]:
                    self._line(line[k + 1 :])
                return

    def _assignment(self, line: list[CodeToken]) -> tuple[str | None, list[CodeToken]]:
        """The name that a line gives its value to, if it does, and the value."""
        depth = 0
        for k, token in enumerate(line):
            depth += (token.value in "([{") - (token.value in ")]}")
            if depth == 0 and token.value in {"+=", "-=", "*=", "/=", "@=", "%=", ":="}:
                raise self._refusal(
                    phrase("“{0}” is not read", token.value), token, "Write the new value with a name of its own."
                )
            if depth == 0 and token.value == "=":
                if k == 0 or line[0].kind != "name" or (k > 1 and line[1].value != ":"):
                    raise self._refusal("only a single name can be given a value", line[0], "Write y = … .")
                return self.names.of(line[0].value), line[k + 1 :]
        return None, line

    def _is_made(self, name: str, line: list[CodeToken]) -> bool:
        """Whether the value is data: then only its shape is kept, if it is said."""
        for k, token in enumerate(line):
            if token.kind != "name" or k + 1 >= len(line) or line[k + 1].value != "(":
                if token.kind in {"name"} or token.value == ".":
                    continue
                return False
            if token.value in words.DATA:
                if any(
                    part.kind == "name" for part in line[k + 2 :] if part.value not in words.OPTIONS | words.MODULES
                ):
                    return False  # a list that is written out with names, not data
                self._note(phrase("{0} is data: only its name is used.", name))
                return True
            if token.value not in words.MAKERS:
                return False
            first = next((j for j, part in enumerate(line) if part.value == "=" and j > k), len(line))
            sizes = [part.value for part in line[k + 2 : first] if part.kind == "number" and part.value.isdigit()]
            if len(sizes) in {1, 2}:
                self.shapes[name] = " x ".join(sizes)
            self._note(phrase("{0} is data: only its shape is used.", name))
            return True
        return False

    def _note(self, sentence: str) -> None:
        if sentence not in self.notes:
            self.notes.append(sentence)

    def _refusal(self, message: str, token: CodeToken, hint: str) -> ParseError:
        return ParseError(message, text=self.text, position=token.start, end=token.end, hint=hint)
