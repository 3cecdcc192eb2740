"""Calls of functions that are read as what they are written with, as these in the token stream."""

from __future__ import annotations

from functools import cache

from explainer.errors import ParseError
from explainer.language.text.field_signs import CLOSING, OPENING
from explainer.language.text.names.factorials import factorials
from explainer.language.text.names.written_functions import BY_CALL, WRITTEN, Written
from explainer.language.text.scanner import Token, refuse_too_many, scan
from explainer.language.text.vocabulary import Vocabulary
from explainer.phrases import phrase


def written_out(tokens: list[Token], text: str, vocabulary: Vocabulary) -> list[Token]:
    """The same tokens with calls of these functions as what they are written with, the inner ones first.

    Raises ParseError for another number of arguments, LimitError, with the place, where it becomes too long.
    """
    tokens = factorials(tokens, text)
    if not any(token.type == "LPAR" for token in tokens):
        return tokens
    for place in range(len(tokens) - 1, -1, -1):
        name, opening = _name(tokens, place)
        if name in vocabulary.defined or not any(name == known for known, _ in BY_CALL):
            continue
        end, arguments = _arguments(tokens, opening)
        row = BY_CALL.get((name, len(arguments)))
        if row is None and vocabulary.function(name) is None and end < len(tokens):
            raise _of_other_arguments(name, len(arguments), tokens[place], text)
        if row is None or end == len(tokens) or not all(arguments):
            continue
        vocabulary.note(phrase("{0} is read as {1}.", row.call, row.text))
        tokens = [*tokens[:place], *_filled_in(row, arguments, tokens[place]), *tokens[end + 1 :]]
        refuse_too_many(tokens, text)
    return tokens


def _of_other_arguments(name: str, count: int, place: Token, text: str) -> ParseError:
    wanted = next((row for row in WRITTEN if name in row.names), WRITTEN[0])
    return ParseError(
        phrase("{0} takes {1} argument(s) here, not {2}", name, len(wanted.parameters), count),
        text=text,
        position=place.start,
        end=place.end,
        hint=phrase("Write {0}.", wanted.call),
    )


def _name(tokens: list[Token], place: int) -> tuple[str, int]:
    """The word at a place with its subscripts, as cos_sim has one, and where the bracket opens behind it."""
    end = place + 1
    while end < len(tokens) and tokens[end].type == "SUB" and not tokens[end].spaced:
        end += 1
    called = tokens[place].type == "WORD" and end < len(tokens) and tokens[end].type == "LPAR"
    return "_".join(str(token.value) for token in tokens[place:end]) if called else "", end


def _arguments(tokens: list[Token], opening: int) -> tuple[int, list[list[Token]]]:
    """Where a bracket closes, and what stands between its commas; an option makes it another call."""
    depth, arguments = 0, [list[Token]()]
    for place in range(opening, len(tokens)):
        token = tokens[place]
        depth += (token.type in OPENING) - (token.type in CLOSING)
        if depth == 0:
            return place, arguments
        if depth == 1 and token.type == "COMMA":
            arguments.append([])
        elif depth == 1 and token.value == "=":
            break
        elif place > opening:
            arguments[-1].append(token)
    return len(tokens), []


def _filled_in(row: Written, arguments: list[list[Token]], place: Token) -> list[Token]:
    """The text of a row with the arguments in brackets; what is put around them stands where the name was typed."""
    given = dict(zip(row.parameters, arguments, strict=True))
    at = (place.start, place.end)
    found = [Token("LPAR", "(", *at, place.spaced)]
    for token in _scanned(row.text):
        argument = given.get(str(token.value)) if token.type == "WORD" else None
        if argument is None:
            found.append(Token(token.type, token.value, *at, token.spaced))
        elif len(argument) == 1:
            found.append(argument[0])
        else:
            found += [Token("LPAR", "(", *at, token.spaced), *argument, Token("RPAR", ")", *at)]
    return [*found, Token("RPAR", ")", *at)]


@cache
def _scanned(text: str) -> tuple[Token, ...]:
    return tuple(scan(text))
