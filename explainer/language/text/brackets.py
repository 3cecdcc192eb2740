"""Brackets and bars: which closes which, how deep they go, and what is left open."""

from __future__ import annotations

from explainer.errors import LimitError, ParseError
from explainer.language.text.scanner import Token
from explainer.phrases import phrase

MAX_DEPTH = 200
"""How deep brackets, signs, exponents and functions may be nested."""

CLOSING = {"LPAR": "RPAR", "DOTPAR": "RPAR", "LBRACE": "RBRACE", "LBRACK": "RBRACK"}
_SIGNS = {"RPAR": ")", "RBRACE": "}", "RBRACK": "]"}

OPERAND_ENDS = frozenset({"NUMBER", "NAME", "RPAR", "RBRACE", "RBRACK", "RBAR", "RNORM", "PRIME", "SUB", "FILLED"})
"""Kinds of tokens that can end an operand, so that an operand after them means a product."""


def match_brackets(tokens: list[Token], text: str) -> dict[int, int]:
    """The position of the closing bracket for that of every opening one.

    Raises ParseError pointing at the bracket that is open or too many, LimitError when they go too deep.
    """
    partner: dict[int, int] = {}
    open_positions: list[int] = []
    for k, token in enumerate(tokens):
        if token.type in CLOSING:
            open_positions.append(k)
            if len(open_positions) > MAX_DEPTH:
                raise too_deep(text, token.start, token.end)
        elif token.type in _SIGNS:
            if not open_positions:
                raise ParseError(
                    phrase("this “{0}” closes nothing", token.value),
                    text=text,
                    position=token.start,
                    end=token.end,
                    hint="Leave it out, or open a bracket before it.",
                )
            opening = tokens[open_positions[-1]]
            if CLOSING[opening.type] != token.type:
                raise ParseError(
                    phrase(
                        "“{0}” at position {1} is open, and “{2}” does not close it",
                        opening.value,
                        opening.start + 1,
                        token.value,
                    ),
                    text=text,
                    position=token.start,
                    end=token.end,
                    expected=(f"“{_SIGNS[CLOSING[opening.type]]}”",),
                    hint=phrase("Close it with “{0}” before this place.", _SIGNS[CLOSING[opening.type]]),
                )
            partner[open_positions.pop()] = k
    if open_positions:
        raise _left_open(tokens[open_positions[-1]], text)
    return partner


def _left_open(opening: Token, text: str) -> ParseError:
    closing = _SIGNS[CLOSING[opening.type]]
    return ParseError(
        phrase("the bracket “{0}” is never closed", opening.value),
        text=text,
        position=opening.start,
        end=opening.end,
        expected=(f"“{closing}”",),
        hint=phrase("Add “{0}” where the bracket should end.", closing),
    )


def too_deep(text: str, position: int, end: int) -> LimitError:
    """The error for an expression that is nested too deep, at the place where it becomes so."""
    return LimitError(
        phrase("the expression is nested more than {0} levels deep", MAX_DEPTH),
        text=text,
        position=position,
        end=end,
        hint="Give inner parts names of their own, and derive them one at a time.",
    )


def pair_bars(tokens: list[Token], text: str) -> list[Token]:
    """Tell opening from closing bars in |x| and ‖x‖; `||` is one norm sign or two bars, as the bars around it need."""
    result: list[Token] = []
    open_bars: list[list[Token]] = [[]]
    waiting = list(reversed(tokens))
    while waiting:
        token = waiting.pop()
        if token.type in CLOSING or token.type == "LPAR":
            open_bars.append([])
        elif token.type in _SIGNS and len(open_bars) > 1:
            _all_closed(open_bars.pop(), text)
        elif token.type in {"BAR", "NORM"}:
            level = open_bars[-1]
            closes = bool(result) and result[-1].type in OPERAND_ENDS and bool(level)
            if token.value == "‖" and token.end - token.start == 2 and _is_two_bars(token, level, closes, waiting):
                middle = token.start + 1
                waiting.append(Token("BAR", "|", middle, token.end))
                token = Token("BAR", "|", token.start, middle, token.spaced)
            if closes and level[-1].value == token.value:
                level.pop()
                token = Token("R" + token.type, token.value, token.start, token.end, token.spaced)
            else:
                level.append(token)
                token = Token("L" + token.type, token.value, token.start, token.end, token.spaced)
        result.append(token)
    _all_closed(open_bars[0], text)
    return result


def _is_two_bars(token: Token, level: list[Token], closes: bool, waiting: list[Token]) -> bool:
    """Whether `||` is two bars: it closes a single bar, or opens where no further `||` could close it."""
    if closes:
        return bool(level[-1].value == "|")
    depth = 0
    for later in reversed(waiting):
        if later.type in CLOSING:
            depth += 1
        elif later.type in _SIGNS:
            depth -= 1
        if depth < 0:
            break
        if depth == 0 and later.type == "NORM":
            return False
    return True


def _all_closed(level: list[Token], text: str) -> None:
    if level:
        bar = level[-1]
        raise ParseError(
            phrase("the bar “{0}” is never closed", text[bar.start : bar.end]),
            text=text,
            position=bar.start,
            end=bar.end,
            expected=(f"“{text[bar.start : bar.end]}”",),
            hint="Write |x| for an absolute value or a length; abs(x) and norm(x) mean the same.",
        )
