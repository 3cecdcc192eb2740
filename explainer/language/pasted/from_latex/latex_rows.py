"""Rows of operands in LaTeX: the tokens, where a row ends, groups in braces, and signs between operands."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable

from explainer.errors import LimitError, ParseError
from explainer.language.pasted.from_latex import latex_words as words
from explainer.language.pasted.from_latex.latex_tokens import LatexToken, scan_latex
from explainer.language.pasted.pieces import Piece, below_slashes, signs_told_apart
from explainer.language.text.characters import fold
from explainer.language.text.names.composition import ENTRY_BY_ENTRY
from explainer.language.text.vocabulary import ABSTRACT_FUNCTIONS
from explainer.phrases import phrase

DEEPEST = 150
"""Groups nested more deeply are not read."""

_NARROW = re.compile(r"\\[,!]")
"""Blanks that only set factors apart."""
_CAPITAL = re.compile(r"\(?(?:[A-Z]|[ΓΔΘΛΞΠΣΦΨΩ])(?:_\w+)?(?:'|\^\(-1\))*\)?")
_AROUND_LETTER = frozenset({"{", "(", "\\left", "\\big", *words.FONTS})
_CLOSING = frozenset({"}", ",", ";", "&"} | {close for close, _ in words.FENCES.values() if close not in words.FENCES})


class RowReader(ABC):
    """Reads rows of operands from the tokens of one text; what an operand is, a subclass says."""

    def __init__(self, text: str, tokens: list[LatexToken] | None = None) -> None:
        self.text = text
        self.tokens = scan_latex(text) if tokens is None else tokens
        self.place = 0
        self.depth = 0
        self.open_bars: list[str] = []
        self.notes: list[str] = []

    @abstractmethod
    def operand(self) -> Piece:
        """One operand with its scripts."""

    @abstractmethod
    def bare_operand(self) -> Piece:
        """One operand without scripts."""

    @abstractmethod
    def fenced_operand(self) -> Piece:
        """What stands in brackets or bars, with its scripts."""

    @property
    def here(self) -> LatexToken:
        if self.place < len(self.tokens):
            return self.tokens[self.place]
        return LatexToken("end", "", len(self.text), len(self.text))

    def take(self) -> LatexToken:
        token = self.here
        self.place += 1
        return token

    def refusal(self, message: str, token: LatexToken, hint: str | None = None) -> ParseError:
        end = max(token.end, token.start + 1)
        return ParseError(message, text=self.text, position=min(token.start, len(self.text)), end=end, hint=hint)

    def note(self, sentence: str) -> None:
        if sentence not in self.notes:
            self.notes.append(sentence)

    def deeper(self) -> None:
        """Count one level more. Raises LimitError, with the place, beyond the deepest."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise LimitError(
                phrase("groups are nested more than {0} deep", DEEPEST), text=self.text, position=self.here.start
            )

    def sequence(self, stops: Callable[[LatexToken], bool], commas: bool = True) -> list[Piece]:
        """Pieces up to a token that stops them, which is not taken."""
        self.deeper()
        pieces: list[Piece] = []
        while True:
            token = self.here
            begins = not pieces or pieces[-1].kind != "operand"
            if begins and token.value in self.open_bars:
                pieces.append(self.fenced_operand())  # a bar where an operand has to come opens another pair
                continue
            if stops(token):
                break
            if token.kind == "end":
                raise self.refusal("a bracket, brace or environment is not closed", token, "Close what is open.")
            if token.value == "." and self.place == len(self.tokens) - 1:
                self.take()  # the full stop of the sentence that the formula ends
            elif token.value in words.OPERATORS:
                self.take()
                pieces.append(self._sign(token, pieces))
            elif token.value == "\\times":
                self.take()
                pieces.append(self._times(pieces, token))
            elif token.value in words.RELATIONS:
                self.take()
                pieces.append(Piece("relation", words.RELATIONS[token.value]))
            elif token.value in {",", ";"} and commas:
                self.take()
                pieces.append(Piece("comma", ","))
            elif token.kind == "break":
                raise self.refusal(
                    "there are several lines here", token, "Paste one formula, or a matrix in its environment."
                )
            else:
                close = self._is_close()
                pieces.append(self.operand()._replace(close=close))
        self.depth -= 1
        return below_slashes(signs_told_apart(pieces))

    def _sign(self, token: LatexToken, before: list[Piece]) -> Piece:
        """What an operator means behind these pieces."""
        if token.value == "\\circ" and before and before[-1].text in ABSTRACT_FUNCTIONS:
            self.note(ENTRY_BY_ENTRY)
        kronecker = token.value == "\\otimes" and self._is_between_capitals(before)
        return Piece("binary", "⊠" if kronecker else words.OPERATORS[token.value])

    def _is_between_capitals(self, pieces: list[Piece]) -> bool:
        """Whether the sign before this place stands between two matrices by their letters: A \\otimes X."""
        before = fold(pieces[-1].text) if pieces and pieces[-1].kind == "operand" else ""
        left = _CAPITAL.fullmatch(before) is not None
        behind = next((one for one in self.tokens[self.place :] if one.value not in _AROUND_LETTER), self.here)
        letter = words.LETTERS.get(behind.value, behind.value)
        if not left or behind.kind not in {"letter", "command"} or not (len(letter) == 1 and letter.isupper()):
            return False
        self.note("⊗ between two matrices is read as the Kronecker product; \\odot multiplies entry by entry.")
        return True

    def _is_close(self) -> bool:
        """Whether no blank was typed before the next token; that which ends a command, as in \\nu T, is none."""
        if not self.place:
            return False
        before = self.tokens[self.place - 1]
        gap = _NARROW.sub("", self.text[before.end : self.here.start])
        named = before.kind == "command" and before.value[-1:].isalpha()
        return not gap.strip() and (not gap or named)

    def _times(self, before: list[Piece], token: LatexToken) -> Piece:
        number_before = bool(before) and before[-1].text.replace(".", "").isdecimal()
        if number_before or self.here.kind == "number":
            return Piece("binary", "·")
        raise self.refusal(
            "\\times could mean several products",
            token,
            "Write \\cdot for the dot product, \\odot for the element-wise product; the cross product is not part of "
            "the language.",
        )

    def run_of_operands(self, stops: Callable[[LatexToken, list[Piece]], bool] | None = None) -> list[Piece]:
        """What a function without brackets or a sum is applied to: everything up to the next plus, minus or relation.

        A plus or minus directly at the beginning belongs to it. `stops` may end it behind an operand.
        """
        pieces: list[Piece] = []
        while not self._ends_run(pieces):
            token = self.here
            if stops is not None and pieces and pieces[-1].kind == "operand" and stops(token, pieces):
                break
            if token.value in words.OPERATORS:
                self.take()
                pieces.append(self._sign(token, pieces))
            elif token.value == "\\times":
                self.take()
                pieces.append(self._times(pieces, token))
            else:
                pieces.append(self.operand())
        if not pieces:
            raise self.refusal("something is missing here", self.here, "A function or a sum needs an argument.")
        return signs_told_apart(pieces)

    def _ends_run(self, pieces: list[Piece]) -> bool:
        token = self.here
        if token.kind in {"end", "break"} or token.value in _CLOSING or token.value in self.open_bars:
            return True
        if token.value in words.RELATIONS or token.value.startswith("\\end"):
            return True
        return bool(pieces) and words.OPERATORS.get(token.value) in {"+", "-"} and pieces[-1].kind == "operand"

    def opens(self, token: LatexToken) -> bool:
        """Whether this token opens brackets; of bars that open and close alike, the second one closes."""
        return token.value in words.FENCES and token.value not in self.open_bars

    def group(self) -> list[Piece]:
        """The argument of a command: a group in braces, or the one operand that stands there."""
        if self.here.kind == "number":
            return [Piece("operand", self._digit())]
        if self.here.value != "{":
            return [self.bare_operand()]
        self.take()
        inner = self.sequence(lambda token: token.value == "}")
        closing = self.take()
        if not inner:
            raise self.refusal("a group is empty", closing, "Fill in what is missing.")
        return inner

    def _digit(self) -> str:
        """The first digit of a number without braces: \\frac12 is one half."""
        token = self.here
        if len(token.value) == 1:
            return self.take().value
        self.tokens[self.place] = LatexToken("number", token.value[1:], token.start + 1, token.end)
        return token.value[0]

    def raw_group(self) -> list[LatexToken]:
        """The tokens of a group in braces, or the one token that stands without braces."""
        token = self.take()
        if token.value != "{":
            return [token]
        found: list[LatexToken] = []
        depth = 1
        while True:
            token = self.take()
            if token.kind == "end":
                raise self.refusal("a brace is not closed", token, "Close every { with }.")
            depth += {"{": 1, "}": -1}.get(token.value, 0)
            if depth == 0:
                return found
            found.append(token)
