"""Functions that the text defines, after the expression: `(h(x_i) - y_i)^2 where h(x) = w · x + b`.

They are taken out of the token stream and put in wherever they are used, their arguments in brackets, so that nothing
later knows of them.
"""

from __future__ import annotations

from typing import NamedTuple

from explainer.errors import LimitError, ParseError
from explainer.language.text.declarations import first_where, items, rejoin
from explainer.language.text.scanner import Token
from explainer.language.text.vocabulary import Vocabulary
from explainer.phrases import phrase

_MOST_TOKENS = 20_000  # f(f(f(x))) grows by powers; what is longer is read for seconds
_OPENING = {"LPAR": "RPAR", "DOTPAR": "RPAR", "LBRACE": "RBRACE", "LBRACK": "RBRACK"}


class _Function(NamedTuple):
    name: str
    parameters: tuple[str, ...]
    body: list[Token]


def take_functions(tokens: list[Token], text: str) -> list[Token]:
    """Put in the functions that are defined behind `where`; those further left may use those further right.

    Raises ParseError for a wrong number of arguments or a function that uses itself, LimitError for too long a result.
    """
    start = first_where(tokens)
    if start is None:
        return tokens
    functions: list[_Function] = []
    kept: list[list[Token]] = []
    for item in items(tokens[start + 1 :]):
        function = _definition(item)
        if function is None:
            kept.append(item)
        else:
            functions.append(function)
    if not functions:
        return tokens
    tokens = rejoin(tokens, start, len(tokens), kept, True)
    for k, function in enumerate(functions):
        tokens = _put_in(tokens, function, text)
        functions[k + 1 :] = [other._replace(body=_put_in(other.body, function, text)) for other in functions[k + 1 :]]
        _refuse_itself(function, functions[: k + 1], text)
    return tokens


def _definition(item: list[Token]) -> _Function | None:
    """The function in h(x) = …, whose parameters are names; None for anything else."""
    length = _name_length(item, 0)
    if not length or len(item) < length + 5 or item[length].type != "LPAR":
        return None
    end = _closing(item, length)
    parameters = item[length + 1 : end]
    names, commas = parameters[::2], parameters[1::2]
    plain = all(t.type == "WORD" for t in names) and all(t.type == "COMMA" for t in commas) and len(parameters) % 2
    if not plain or end + 2 > len(item) - 1 or item[end + 1].value != "=":
        return None
    return _Function(_written(item[:length]), tuple(str(token.value) for token in names), item[end + 2 :])


def _put_in(tokens: list[Token], function: _Function, text: str) -> list[Token]:
    result: list[Token] = []
    k = 0
    while k < len(tokens):
        length = _name_length(tokens, k)
        opens = length and k + length < len(tokens) and tokens[k + length].type == "LPAR"
        if not opens or _written(tokens[k : k + length]) != function.name:
            result.extend(tokens[k : k + max(length, 1)])
            k += max(length, 1)
            continue
        place, end = tokens[k], _closing(tokens, k + length)
        arguments = [_put_in(item, function, text) for item in items(tokens[k + length + 1 : end])]
        if len(arguments) != len(function.parameters):
            raise ParseError(
                phrase(
                    "{0} takes {1} argument(s) here, not {2}", function.name, len(function.parameters), len(arguments)
                ),
                text=text,
                position=place.start,
                end=tokens[end].end if end < len(tokens) else place.end,
                hint="Give every argument.",
            )
        values = dict(zip(function.parameters, arguments, strict=True))
        body = [part for token in function.body for part in _argument(token, values)]
        result.extend(_bracketed(body, place))
        k = end + 1
        if len(result) > _MOST_TOKENS:
            raise LimitError(
                phrase("written out, the expression has more than {0} parts", _MOST_TOKENS), text=text, position=0
            )
    return result


def _argument(token: Token, values: dict[str, list[Token]]) -> list[Token]:
    value = values.get(str(token.value)) if token.type == "WORD" else None
    return [token] if value is None else value if len(value) == 1 else _bracketed(value, token)


def _bracketed(tokens: list[Token], place: Token) -> list[Token]:
    opening = Token("LPAR", "(", place.start, place.end, True)
    return [opening, *tokens, Token("RPAR", ")", place.end, place.end)]


def _refuse_itself(function: _Function, known: list[_Function], text: str) -> None:
    used = {
        _written(function.body[k : k + length])
        for k in range(len(function.body))
        if (length := _name_length(function.body, k))
        and k + length < len(function.body)
        and function.body[k + length].type == "LPAR"
    }
    if used & {other.name for other in known}:
        raise ParseError(
            phrase("{0} calls itself, or is nested too deeply", function.name),
            text=text,
            position=function.body[0].start,
            end=function.body[-1].end,
            hint="Give the definitions in the order in which they use each other.",
        )


def _name_length(tokens: list[Token], k: int) -> int:
    """How many tokens the name at k has, with its subscripts; 0 where none stands."""
    if k >= len(tokens) or tokens[k].type != "WORD":
        return 0
    end = k + 1
    while end < len(tokens) and tokens[end].type == "SUB" and not tokens[end].spaced:
        end += 1
    return end - k


def _written(tokens: list[Token]) -> str:
    return "_".join(str(token.value) for token in tokens)


def _closing(tokens: list[Token], start: int) -> int:
    """Where the bracket that opens at `start` closes; the end where it does not."""
    depth = 0
    for k in range(start, len(tokens)):
        depth += (tokens[k].type in _OPENING) - (tokens[k].type in set(_OPENING.values()))
        if depth == 0:
            return k
    return len(tokens)


def take_roots(tokens: list[Token], vocabulary: Vocabulary) -> list[Token]:
    """`where σ² = var(x)` as σ = sqrt(var(x)): what is squared is positive where a text defines its square."""
    start = first_where(tokens)
    if start is None:
        return tokens
    kept: list[list[Token]] = []
    found = False
    for item in items(tokens[start + 1 :]):
        length = _name_length(item, 0)
        raised = [str(token.value) for token in item[length : length + 2]]
        squared = item[length : length + 1] and item[length].type == "SUPER" and raised[0] == "2"
        power = 1 if squared else 2 if raised in (["^", "2"], ["**", "2"]) else 0
        behind = item[length + power : length + power + 1]
        if not length or not power or not behind or behind[0].value != "=":
            kept.append(item)
            continue
        name, equal = _written(item[:length]), item[length + power]
        words = {token.value for token in item[length + power + 1 :] if token.type == "WORD"}
        if not words or item[0].value in words:
            kept.append(item)
            continue
        found = True
        root = Token("WORD", "sqrt", equal.end, equal.end)
        kept.append([*item[:length], equal, root, *_bracketed(item[length + power + 1 :], equal)])
        vocabulary.note(phrase("{0}^2 = … defines {0} as the positive root.", name))
    return rejoin(tokens, start, len(tokens), kept, True) if found else tokens
