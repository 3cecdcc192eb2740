"""LaTeX text → tokens: commands, braces, scripts and characters, with their places; spacing and comments left out."""

from __future__ import annotations

import re
from typing import NamedTuple

from explainer.errors import ParseError
from explainer.language.pasted.from_latex.latex_words import FRACTIONS, OPERATORS, RELATIONS, SWITCHES
from explainer.language.text.scanner import refuse_too_long
from explainer.language.text.vocabulary import ABSTRACT_FUNCTIONS, function_names


class LatexToken(NamedTuple):
    """One token: kind is command, environment, letter, number, break (for two backslashes) or sign."""

    kind: str
    value: str
    start: int
    end: int


_TOKEN = re.compile(
    r"""
      (?P<space>\s+|~|%[^\n]*(?:\n|$))
    | (?P<delimiter>\\\(|\\\)|\\\[|\\\]|\$\$?)
    | (?P<spacing>\\[,;:!>\ ]|\\(?:quad|qquad|thinspace|medspace|thickspace|negthinspace|displaystyle|textstyle|limits
        |nolimits|nonumber|notag|hfill|relax|strut|allowbreak|centering)(?![A-Za-z]))
    | (?P<aside>\\(?:label|tag\*?|hspace\*?|vspace\*?|phantom|hphantom|vphantom|color)\s*\{[^{}]*\})
    | (?P<size>\\(?:left|right|middle|big|Big|bigg|Bigg|bigl|bigr|Bigl|Bigr|biggl|biggr|Biggl|Biggr|bigm|Bigm)
        (?![A-Za-z])\s*\.?)
    | (?P<environment>\\(?:begin|end)\s*\{[A-Za-z]+\*?\})
    | (?P<break>\\\\(?:\s*\[[^\]]*\])?)
    | (?P<command>\\(?:[A-Za-z]+\*?|[{}|\#%&_$]))
    | (?P<number>\d+(?:\.\d+)?|\.\d+)
    | (?P<letter>[^\W\d_])
    | (?P<sign>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_BETWEEN = re.compile(r"(?:\$\$|\\\])[\s,.;]*(?:\$\$|\\\[)\s*[^\s$]|\$[^\S\n]*[,.;]?\s*(?:\n|(?<=,))\s*\$(?!\$)\s*\S")
"""Where one formula ends and the next begins: each display is a line of its own."""
_LEFT_OUT = frozenset({"space", "delimiter", "spacing", "aside", "size"})
"""What says nothing about the formula; a size command only sizes the fence after it, or stands for an invisible one."""


def scan_latex(text: str) -> list[LatexToken]:
    """Cut LaTeX into tokens.

    Raises LimitError when the text is too long, ParseError at a backslash that begins no command.
    """
    refuse_too_long(text)
    tokens: list[LatexToken] = []
    for match in _TOKEN.finditer(text):
        kind, value = match.lastgroup or "sign", match.group()
        if kind == "delimiter" and _BETWEEN.match(text, match.start()) and tokens:
            tokens.append(LatexToken("break", "\\\\", match.start(), match.end()))
        if kind in _LEFT_OUT:
            continue
        if value == "\\":
            raise ParseError(
                "a backslash does not begin a command here",
                text=text,
                position=match.start(),
                end=match.end(),
                hint="Commands are written with letters, such as \\frac.",
            )
        if kind in {"command", "environment"}:
            value = re.sub(r"\s+", "", value)
        tokens.append(LatexToken(kind, value, match.start(), match.end()))
    tokens = _with_compositions(_with_fractions(_without_classes(tokens)))
    return _with_double_bars(_with_fonts_in_braces(_with_decimals(tokens)))


_OVER = {"\\over": "\\frac", "\\choose": "\\binom"}
"""Commands of plain TeX that stand between what is above and below, and those that stand in front of both."""


def _with_fractions(tokens: list[LatexToken]) -> list[LatexToken]:
    """{a \\over b} as {\\frac{a}{b}}: it parts the whole group in which it stands, or one side of an equation."""
    result = list(tokens)
    for place in range(len(tokens) - 1, -1, -1):  # the inner ones may stand behind the line of the outer ones
        token = result[place]
        if token.value not in _OVER:
            continue
        start, end = _ends_of_group(result, place, -1), _ends_of_group(result, place, 1)
        opening, closing = (LatexToken("sign", sign, token.start, token.start) for sign in "{}")
        above, below = result[start + 1 : place], result[place + 1 : end]
        command = LatexToken("command", _OVER[token.value], token.start, token.end)
        result[start + 1 : end] = [command, opening, *above, closing, opening, *below, closing]
    return result


def _ends_of_group(tokens: list[LatexToken], place: int, step: int) -> int:
    """Where the brace or bracket around a token stands, or the relation on this side; -1 or the length if none."""
    inwards, outwards = (_CLOSES | {"}"}, _OPENS | {"{"})[::step]
    depth = 0
    place += step
    while 0 <= place < len(tokens):
        value = tokens[place].value
        if depth == 0 and (value in inwards or value in RELATIONS):
            return place
        depth += (value in outwards) - (value in inwards)
        place += step
    return place


def _with_compositions(tokens: list[LatexToken]) -> list[LatexToken]:
    """(f \\circ g)(x) as f(g(x)): of matrices in such brackets it is the product entry by entry, which stays."""
    if not any(token.value == "\\circ" for token in tokens):
        return tokens
    result = list(tokens)
    for place in range(len(tokens) - 1, -1, -1):  # the last ones first: those before them keep their places
        names = result[place + 1 :: 2]
        count = next((k for k, sign in enumerate(result[place + 2 :: 2], 1) if sign.value != "\\circ"), 0)
        begin = place + 2 * count + 1
        values = [token.value for token in result[begin - 1 : begin + 1]]
        if result[place].value != "(" or count < 2 or values != [")", "("] or not all(map(_is_called, names[:count])):
            continue
        end = _end_of_group(result, begin + 1, "(", ")")
        if end < len(result):
            calls = [part for name in names[:count] for part in (name, result[begin])]
            result[place : end + 1] = [*calls, *result[begin + 1 : end], *[result[end]] * count]
    return result


def _is_called(name: LatexToken) -> bool:
    """Whether this is a letter for a function or the command of one."""
    return name.value in ABSTRACT_FUNCTIONS or (name.kind == "command" and name.value[1:] in function_names())


def _with_decimals(tokens: list[LatexToken]) -> list[LatexToken]:
    """0{,}5 as 0.5, as a comma in a number is set, and 0,5 where a comma separates nothing: outside of brackets."""
    result: list[LatexToken] = []
    depth = k = 0
    while k < len(tokens):
        token = tokens[k]
        depth += (token.value in _OPENS) - (token.value in _CLOSES)
        values = [one.value for one in tokens[k + 1 : k + 4]]
        length = 4 if values == ["{", ",", "}"] else 2 if values[:1] == [","] and depth == 0 else 0
        last = tokens[k + length] if token.kind == "number" and length and k + length < len(tokens) else None
        closed = last is not None and last.kind == "number" and last.start - token.end == length - 1
        below = bool(result) and (result[-1].value == "_" or [one.value for one in result[-2:]] == ["_", "{"])
        if last is not None and closed and not below and token.value.isdecimal() and last.value[:1].isdecimal():
            result.append(LatexToken("number", f"{token.value}.{last.value}", token.start, last.end))
            k += length
        else:
            result.append(token)
        k += 1
    return result


_OPENS, _CLOSES = (
    frozenset({"(", "[", "\\{", "\\lbrace", "\\lbrack"}),
    frozenset({")", "]", "\\}", "\\rbrace", "\\rbrack"}),
)
"""What may hold several values, which a comma separates."""


_CLASSES = frozenset({"\\mathop", "\\mathbin", "\\mathrel", "\\mathord", "\\mathopen", "\\mathclose", "\\mathinner"})
"""What only says how much room is left around the group behind it."""


def _without_classes(tokens: list[LatexToken]) -> list[LatexToken]:
    left_out: set[int] = set()
    for k, token in enumerate(tokens):
        if token.value in _CLASSES:
            braces = (
                {k + 1, _end_of_group(tokens, k + 2)} if [one.value for one in tokens[k + 1 : k + 2]] == ["{"] else ()
            )
            left_out |= {k, *braces}
    return [token for k, token in enumerate(tokens) if k not in left_out] if left_out else tokens


def _with_fonts_in_braces(tokens: list[LatexToken]) -> list[LatexToken]:
    """Fonts of plain TeX as commands with braces: {\\rm tr} as \\mathrm{tr}, and \\rm tr(X) as \\mathrm{tr}(X)."""
    if not any(token.value in SWITCHES for token in tokens):
        return tokens
    result: list[LatexToken] = []
    ends: list[int] = []
    for k, token in enumerate(tokens):
        while ends and ends[-1] == k:
            ends.pop()
            result.append(LatexToken("sign", "}", token.start, token.start))
        if token.value not in SWITCHES or k + 1 == len(tokens):
            result.append(token)
            continue
        font = token._replace(value=SWITCHES[token.value])
        opens_group = k > 0 and tokens[k - 1].value == "{"
        if opens_group and not _is_argument(tokens, k - 1):
            result[-1:] = [font, result[-1]]  # the braces are its own then, and not those of an argument
        elif tokens[k + 1].value == "{":
            result.append(font)
        else:
            result += [font, LatexToken("sign", "{", token.end, token.end)]
            ends.append(_end_of_group(tokens, k) if opens_group else _end_of_word(tokens, k + 1))
    result.extend(LatexToken("sign", "}", tokens[-1].end, tokens[-1].end) for _ in ends)
    return result


def _is_argument(tokens: list[LatexToken], k: int) -> bool:
    """Whether a brace opens an argument: directly behind a command, ^ or _, or behind the first one of a fraction."""
    if k and tokens[k - 1].value == "}":
        depth, k = 1, k - 1
        while k and depth:
            k -= 1
            depth += (tokens[k].value == "}") - (tokens[k].value == "{")
        return k > 0 and tokens[k - 1].value in FRACTIONS
    return k > 0 and (tokens[k - 1].kind == "command" or tokens[k - 1].value in {"^", "_"})


def _end_of_group(tokens: list[LatexToken], k: int, opening: str = "{", closing: str = "}") -> int:
    """Where the brace stands that closes the group in which a token is."""
    depth = 0
    for place in range(k, len(tokens)):
        depth += (tokens[place].value == opening) - (tokens[place].value == closing)
        if depth < 0:
            return place
    return len(tokens)


def _end_of_word(tokens: list[LatexToken], k: int) -> int:
    """Where the letters end that stand together from a token on; a command or a sign is a word of its own."""
    place = k + 1
    while (
        tokens[k].kind == "letter"
        and place < len(tokens)
        and tokens[place].kind == "letter"
        and tokens[place].start == tokens[place - 1].end
    ):
        place += 1
    return place


def _with_double_bars(tokens: list[LatexToken]) -> list[LatexToken]:
    """Two bars typed together as the sign of a norm, ||x||; those of |x||y| close one value and open the next."""
    if not any(map(_is_double, tokens, tokens[1:])):
        return tokens
    result: list[LatexToken] = []
    open_bars: list[str] = []
    k = 0
    while k < len(tokens):
        token = tokens[k]
        double = k + 1 < len(tokens) and _is_double(token, tokens[k + 1])
        begins = not result or (result[-1].kind == "sign" and result[-1].value not in _ENDS_OPERAND)
        begins = begins or result[-1].value in OPERATORS or result[-1].value in RELATIONS
        begins = begins or not open_bars
        if double and (_closes_double(tokens, k + 2) if begins else open_bars[-1:] == ["||"]):
            token = LatexToken("command", "\\|", token.start, tokens[k + 1].end)
            open_bars = open_bars[:-1] if open_bars[-1:] == ["||"] and not begins else [*open_bars, "||"]
            k += 1
        elif token.value == "|":
            open_bars = open_bars[:-1] if open_bars[-1:] == ["|"] and not begins else [*open_bars, "|"]
        result.append(token)
        k += 1
    return result


def _closes_double(tokens: list[LatexToken], k: int) -> bool:
    """Whether the next bar is double as well: the first one of ||x| - 1| is not."""
    place = next((k for k in range(k, len(tokens) - 1) if tokens[k].value == "|"), None)
    return place is not None and _is_double(tokens[place], tokens[place + 1])


_ENDS_OPERAND = frozenset({")", "]", "}", "'", "′", "|"})


def _is_double(token: LatexToken, following: LatexToken) -> bool:
    return token.value == following.value == "|" and token.end == following.start
