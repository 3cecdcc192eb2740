"""Brackets and bars: which closes which, how deep they go, and what is left open."""

from __future__ import annotations

import re

from explainer.errors import LimitError, ParseError
from explainer.language.text.scanner import Token
from explainer.language.text.vocabulary import Vocabulary
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
            hint=GIVEN if _CONDITIONAL.search(text, 0, bar.end) else _ABSOLUTE,
        )


_CONDITIONAL = re.compile(r"[^\W\d_]\w*\s*\([^()|]*\|\Z")
"""A name, a bracket and a bar in it: p(y|x)."""
GIVEN = phrase(
    "Probabilities such as p(y|x) are no function of the language: write the formula that stands for them, or a name."
)
_ABSOLUTE = phrase("Write |x| for an absolute value or a length; abs(x) and norm(x) mean the same.")
_SIZES = frozenset("mnNMKT")
"""Letters that count something: nobody halves them, as 1/2N before a sum means one half of the mean."""


def below_bars(tokens: list[Token], text: str, known: Vocabulary) -> list[Token]:
    """What is joined below a bar stands there together: h ν/kT is h ν/(k T), x/2σ^2 is x/(2 σ^2).

    Between two numbers and a letter, 1/2x, the number in front is the coefficient; but (1/2N) and 1/2N Σ are means.
    """
    result: list[Token] = []
    k = 0
    while k < len(tokens):
        token = tokens[k]
        result.append(token)
        k += 1
        if token.type != "MULTIPLY" or token.value != "/":
            continue
        end = _joined_from(tokens, k)
        if end > k and _belong_together(tokens, k, end):
            first, last = tokens[k], tokens[end - 1]
            known.note(phrase("“/{0}” is read as /({0}).", text[first.start : last.end]))
            opening, closing = Token("LPAR", "(", first.start, first.start), Token("RPAR", ")", last.end, last.end)
            result.extend((opening, *tokens[k:end], closing))
            k = end
    return result


def _joined_from(tokens: list[Token], start: int) -> int:
    """Where numbers, names and powers without blanks between them end; where they start, if it is only one."""
    k, factors = start, 0
    while k < len(tokens) and (k == start or not tokens[k].spaced):
        if tokens[k].type == "CARET" and k > start:
            k = _after_exponent(tokens, k + 1)
        elif tokens[k].type == "NAME" or (tokens[k].type == "NUMBER" and k == start):
            factors += 1
            k += 1
        else:
            break
    calls = k < len(tokens) and tokens[k].type == "LPAR" and not tokens[k].spaced
    return start if factors < 2 or calls else min(k, len(tokens))


def _after_exponent(tokens: list[Token], k: int) -> int:
    k += k < len(tokens) and tokens[k].type == "MINUS"
    if k < len(tokens) and tokens[k].type in {"LPAR", "LBRACE"}:
        depth = 0
        for place in range(k, len(tokens)):
            depth += (tokens[place].type in {"LPAR", "LBRACE"}) - (tokens[place].type in {"RPAR", "RBRACE"})
            if not depth:
                return place + 1
    return k + 1


def _belong_together(tokens: list[Token], start: int, end: int) -> bool:
    """Whether a joined run behind a bar is all below it."""
    coefficient = start > 1 and tokens[start - 2].type == "NUMBER" and (start < 3 or tokens[start - 3].type != "CARET")
    if tokens[start].type != "NUMBER" or not coefficient:
        return True
    word, indices = tokens[start + 1].value
    if word == "pi":
        return True
    if end != start + 2 or indices or word not in _SIZES:
        return False
    before = tokens[start - 3] if start > 2 else None
    behind = tokens[end] if end < len(tokens) else None
    if behind is None:
        return False
    if before is not None and before.type == "LPAR" and behind.type == "RPAR":
        return True
    return behind.type == "LNORM" or getattr(behind.value, "name", "") in {"sum", "norm"}


_FENCES = {"LANGLE": "inner", "LFLOOR": "floor", "LCEIL": "ceil"}
_FENCES_CLOSED = frozenset({"RANGLE", "RFLOOR", "RCEIL"})
_BEFORE_ANGLE = frozenset({"PLUS", "MINUS", "MULTIPLY", "COMMA", "LPAR", "LBRACE", "LBRACK", "CARET"})
"""Where no comparison can begin, so that < is the bracket of an inner product."""


def fences_as_calls(tokens: list[Token]) -> list[Token]:
    """⟨w, x⟩ and <w, x> as inner(w, x), ⌊x⌋ as floor(x), ⌈x⌉ as ceil(x)."""
    tokens = _angles(tokens)
    if not any(token.type in _FENCES or token.type in _FENCES_CLOSED for token in tokens):
        return tokens
    result: list[Token] = []
    for token in tokens:
        if token.type in _FENCES:
            result.append(Token("WORD", _FENCES[token.type], token.start, token.end, token.spaced))
            result.append(Token("LPAR", token.value, token.start, token.end))
        elif token.type in _FENCES_CLOSED:
            result.append(Token("RPAR", token.value, token.start, token.end, token.spaced))
        else:
            result.append(token)
    return result


def _angles(tokens: list[Token]) -> list[Token]:
    """<w, x> with the brackets of ⟨w, x⟩, where < is in front of an operand and holds two parts up to the next >."""
    closed: dict[int, int] = {}
    for k in range(len(tokens) - 1, -1, -1):  # from the last one, so that those inside are known
        token, before = tokens[k], tokens[k - 1] if k else None
        if token.type == "RELATION" and token.value == "<" and _begins_operand(tokens[k : k + 2], before):
            end = _end_of_angle(tokens, k, closed)
            if end:
                closed[k] = end
    result = list(tokens)
    for places, kind in ((closed.keys(), "LANGLE"), (closed.values(), "RANGLE")):
        for place in places:
            sign = tokens[place]
            result[place] = Token(kind, sign.value, sign.start, sign.end, sign.spaced)
    return result


def _begins_operand(tokens: list[Token], before: Token | None) -> bool:
    """Whether < stands where no comparison can, or as in 2 <w, x>, which nobody compares so."""
    if before is None or before.type in _BEFORE_ANGLE or before.value == "/":
        return True
    return before.type == "NUMBER" and tokens[0].spaced and not any(token.spaced for token in tokens[1:])


def _end_of_angle(tokens: list[Token], k: int, closed: dict[int, int]) -> int:
    """Where the > stands that closes the < at k; 0 where there are not two parts up to it."""
    depth = commas = 0
    place = k + 1
    while place < len(tokens) and depth >= 0:
        token = tokens[place]
        if token.type == "RELATION" and place not in closed:
            return place if token.value == ">" and not depth and commas == 1 else 0
        depth += (token.type in CLOSING) - (token.type in _SIGNS)
        commas += token.type == "COMMA" and not depth
        place = closed.get(place, place) + 1
    return 0
