"""Runs the grammar over prepared tokens, and says in words what was expected where it stops.

The tables of the grammar are built once and kept in the user's cache folder. A cache that is damaged or can't be
written is never an error: the tables are then built again.
"""

from __future__ import annotations

import threading
from pathlib import Path

from explainer.destinations import cache_file
from explainer.errors import ParseError
from explainer.language.grammar_tables import Run, UnexpectedError, tables_of
from explainer.language.text.scanner import Token
from explainer.language.text.syntax import Syntax
from explainer.language.text.treebuilder import TreeBuilder
from explainer.language.text.vocabulary import Vocabulary
from explainer.phrases import joined, phrase

_OPERAND = frozenset({"NUMBER", "NAME", "LPAR", "FUNCTION"})
_WORDS = {
    "RPAR": "“)”", "RBRACE": "“}”", "RBRACK": "“]”", "RBAR": "“|”", "RNORM": "“‖”", "COMMA": "“,”",
    "IF": "“if”", "OTHERWISE": "“otherwise”", "BINDER": "a range such as i=1..N", "$END": "the end of the text",
}  # fmt: skip


class Reader:
    """The parser of the language: made once, used for every text, one text at a time."""

    def __init__(self, cache: Path | None = None) -> None:
        self._builder = TreeBuilder()
        self._lock = threading.Lock()
        grammar = Path(__file__).with_name("grammar.lark").read_text(encoding="utf-8")
        self._run = Run(tables_of(grammar, cache), self._builder)

    def read(self, tokens: list[Token], text: str, vocabulary: Vocabulary) -> Syntax:
        """The syntax tree of prepared tokens.

        Raises ParseError with the place and what was expected, LimitError when the tree is too deep.
        """
        end = tokens[-1].end if tokens else 0
        whole = [*tokens, Token("$END", "", end, end)]
        with self._lock:
            self._builder.begin(text, vocabulary)
            try:
                result: Syntax = self._run.read(whole)
            except UnexpectedError as problem:
                token = problem.token
                before = next((place for place, piece in enumerate(whole) if piece is token), 0) - 1
                expected = _possible(problem.expected, tokens, token)
                raise _unexpected(token, whole[before] if before >= 0 else None, expected, text) from None
            return result


_reader: Reader | None = None


def reader() -> Reader:
    """The parser, built or loaded at the first call."""
    global _reader
    if _reader is None:
        _reader = Reader(cache_file("grammar.tables"))
    return _reader


_OPENING = {"LPAR": "RPAR", "DOTPAR": "RPAR", "LBRACE": "RBRACE", "LBRACK": "RBRACK", "LBAR": "RBAR", "LNORM": "RNORM"}


def _possible(expected: set[str], tokens: list[Token], place: Token) -> set[str]:
    """Of what the parser's state allows, what the brackets that are open at the place allow too."""
    opened: list[tuple[str, Token | None]] = []
    previous: Token | None = None
    for token in tokens:
        if token is place:
            break
        if token.type in _OPENING:
            opened.append((_OPENING[token.type], previous))
        elif token.type in _OPENING.values() and opened:
            opened.pop()
        previous = token
    closing, before = opened[-1] if opened else ("$END", None)
    called = before is not None and before.type in {"FUNCTION", "DELTA", "METHOD"}
    in_cases = called and before is not None and getattr(before.value, "name", "") == "cases"
    impossible = {*_OPENING.values(), "$END"} - {closing}
    if not called and closing != "RBRACK":
        impossible |= {"COMMA", "BINDER"}
    if not in_cases:
        impossible |= {"IF", "OTHERWISE"}
    return expected - impossible


def _unexpected(token: Token, previous: Token | None, expected: set[str], text: str) -> ParseError:
    """The error for a token that can't stand where it stands."""
    words = _in_words(expected)
    after = phrase(" after “{0}”", text[previous.start : previous.end]) if previous is not None and previous.end else ""
    start, end = token.start, max(token.end, token.start + 1)
    shown = text[token.start : token.end]
    hint = None
    if token.type == "$END":
        if previous is None:
            hint = "Type a function, for instance sin(x^2)."
            return ParseError("the text is empty", text=text, position=0, end=1, expected=words, hint=hint)
        place = len(text.rstrip())
        start, end = place, place + 1
        message = phrase("the expression stops too early{0}", after)
    elif not shown:
        message = phrase("something is missing{0}", after)
    else:
        message = phrase("“{0}” can't stand here{1}", shown, after)
    hint = _hint(token, previous, expected)
    if words:
        message += phrase(": {0} is expected", _listed(words))
    return ParseError(message, text=text, position=start, end=end, expected=words, hint=hint)


def _hint(token: Token, previous: Token | None, expected: set[str]) -> str | None:
    if previous is None or token.type == "$END":
        return None
    if token.type == "RELATION" and token.value in {"=", "=="}:
        return "Only one “=” may stand in an equation."
    if token.type == "ELEMENT_OF":
        return "Shapes are given after “where”: … where x: n, W: m x n."
    if token.type == "BINDER":
        return "A range stands first in sum(i=1..N, x_i)."
    if token.type == "MULTIPLY" and previous.type == "MULTIPLY":
        return "Two operators stand side by side; leave one out."
    if token.type in {"IF", "OTHERWISE"}:
        return "Cases are written cases(0 if z <= 0, z if z > 0)."
    if token.type == "PRIME" and previous.type in {"MULTIPLY", "PLUS", "MINUS"}:
        return "A transpose sign follows what it transposes: x'."
    return None


def _in_words(expected: set[str]) -> tuple[str, ...]:
    """What could stand at a place, in words of mathematics."""
    words: list[str] = []
    if expected >= _OPERAND:
        words.extend(("a number", "a name", "“(”"))
    elif "NAME" in expected:
        words.append("a name")
    if "MULTIPLY" in expected:
        words.append("an operator such as + or *")
    elif "LPAR" in expected and not expected >= _OPERAND:
        words.append("“(”")
    words.extend(
        word for kind, word in _WORDS.items() if kind in expected and not (kind == "BINDER" and len(words) > 2)
    )
    return tuple(words)


def _listed(words: tuple[str, ...]) -> str:
    return joined(", ", map(phrase, words), " or ")
