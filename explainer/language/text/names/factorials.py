"""n! and (n - k)! as factorial(n) and factorial(n - k): the sign stands behind what it is applied to."""

from __future__ import annotations

from explainer.errors import ParseError
from explainer.language.text.field_signs import CLOSING, OPENING
from explainer.language.text.scanner import Token


def factorials(tokens: list[Token], text: str) -> list[Token]:
    """The same tokens with calls for the signs. Raises ParseError where nothing stands in front, and for n!!."""
    while (place := next((k for k, token in enumerate(tokens) if token.type == "FACTORIAL"), None)) is not None:
        sign = tokens[place]
        start = _start_of_operand(tokens, place)
        double = place + 1 < len(tokens) and tokens[place + 1].type == "FACTORIAL"
        if start is None or double:
            raise ParseError(
                "a factorial stands behind one number, name or bracket",
                text=text,
                position=sign.start,
                end=tokens[place + 1].end if double else sign.end,
                hint="Write n! or (n - k)!; of a product of every second number no derivative is known here.",
            )
        first = tokens[start]
        name = Token("WORD", "factorial", first.start, first.start, first.spaced)
        opening, closing = Token("LPAR", "(", first.start, first.start), Token("RPAR", ")", sign.start, sign.end)
        first.spaced = False
        tokens = [*tokens[:start], name, opening, *tokens[start:place], closing, *tokens[place + 1 :]]
    return tokens


def _start_of_operand(tokens: list[Token], place: int) -> int | None:
    """Where the number, name or bracket begins that ends in front of a place, with the function before a bracket."""
    k = place - 1
    while k >= 0 and tokens[k].type == "SUB":
        k -= 1
    if k >= 0 and tokens[k].type == "RPAR":
        depth = 0
        while k >= 0:
            depth += (tokens[k].type in CLOSING) - (tokens[k].type in OPENING)
            if depth == 0:
                break
            k -= 1
        called = k > 0 and tokens[k - 1].type == "WORD" and not tokens[k].spaced and len(str(tokens[k - 1].value)) > 1
        return (k - 1 if called else k) if k >= 0 else None
    return k if k >= 0 and tokens[k].type in {"WORD", "NUMBER"} else None
