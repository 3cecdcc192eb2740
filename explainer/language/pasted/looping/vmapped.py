"""JAX's vmap(f)(X, y), and that of PyTorch, as the list that it computes: [f(x, t) for x, t in zip(X, y)]."""

from __future__ import annotations

from dataclasses import replace

from explainer.language.pasted.code_tokens import CodeToken, colon_of, parameters_of
from explainer.language.pasted.looping.turns import Line, members
from explainer.language.pasted.names import is_one_name

_LIBRARIES = frozenset({"jax", "torch", "func", "functorch", "eqx"})
_LETTERS = "xtuvzr"


def without_vmap(lines: list[Line]) -> list[Line]:
    """The lines with every vmap as a list over the rows of its arguments."""
    return [_listed(line, lines) if any(token.value == "vmap" for token in line) else line for line in lines]


def _listed(line: Line, lines: list[Line]) -> Line:
    for k, token in enumerate(line):
        if token.value != "vmap" or k + 1 >= len(line) or line[k + 1].value != "(":
            continue
        end = _closing(line, k + 1)
        if end is None or end + 1 >= len(line) or line[end + 1].value != "(":
            continue
        behind = _closing(line, end + 1)
        if behind is None:
            continue
        written = _as_list(token, line[k + 2 : end], members(line[end + 2 : behind]), lines)
        if written is not None:
            start = k
            while start > 1 and line[start - 1].value == "." and line[start - 2].value in _LIBRARIES:
                start -= 2
            return _listed([*line[:start], *written, *line[behind + 1 :]], lines)
    return line


def _closing(line: Line, opening: int) -> int | None:
    depth = 0
    for k in range(opening, len(line)):
        depth += (line[k].value in "([{") - (line[k].value in ")]}")
        if depth == 0:
            return k
    return None


def _as_list(place: CodeToken, inside: Line, arguments: list[Line], lines: list[Line]) -> Line | None:
    """What vmap computes for these arguments; None where it is not one value for every row."""
    function, fixed = _function(inside, len(arguments))
    if not arguments or fixed is None:
        return None
    bound = {token.value for line in lines for token in line}
    if function[0].value == "lambda" and (colon := colon_of(function)) is not None:
        names = parameters_of(function[1:colon])
        body = function[colon + 1 :]
    else:
        free = [letter for letter in _LETTERS if letter not in bound]
        names = free[: len(arguments)]
        body = [*function, *_signs(place, "("), *_separated(place, [[_name(place, name)] for name in names])]
        body += _signs(place, ")")
    if len(names) != len(arguments):
        return None
    values = {name: value for name, value, stays in zip(names, arguments, fixed, strict=True) if stays}
    body = [part for token in body for part in (values.get(token.value, [token]) if token.kind == "name" else [token])]
    over = [(name, value) for name, value, stays in zip(names, arguments, fixed, strict=True) if not stays]
    if not over or not all(is_one_name(name) for name, _ in over):
        return None
    rows = [value for _, value in over]
    source = rows[0] if len(over) == 1 else [*_signs(place, "zip", "("), *_separated(place, rows), *_signs(place, ")")]
    heads = _separated(place, [[_name(place, name)] for name, _ in over])
    return [
        *_signs(place, "["),
        *body,
        *_signs(place, "for"),
        *heads,
        *_signs(place, "in"),
        *source,
        *_signs(place, "]"),
    ]


def _function(inside: Line, count: int) -> tuple[Line, list[bool] | None]:
    """The function of vmap(f, in_axes=(None, 0)), and which of its arguments stay the same for every row."""
    depth, commas, in_lambda = 0, list[int](), False
    for k, token in enumerate(inside):
        depth += (token.value in "([{") - (token.value in ")]}")
        in_lambda = (in_lambda or token.value == "lambda") and token.value != ":"
        if token.value == "," and depth == 0 and not in_lambda:
            commas.append(k)
    function = inside[: commas[0]] if commas else inside
    if not function:
        return function, None
    options = [token.value for token in inside[commas[0] + 1 :]] if commas else []
    if options[:2] in (["in_axes", "="], ["in_dims", "="]):
        options = options[2:]
    given = [value for value in options if value in {"None", "0"}]
    if any(value not in {"None", "0", "(", ")", ","} for value in options) or (given and len(given) not in {1, count}):
        return function, None
    if len(given) != count:
        given = (given or ["0"]) * count
    return function, [value == "None" for value in given]


def _name(place: CodeToken, value: str) -> CodeToken:
    return replace(place, kind="name", value=value)


def _signs(place: CodeToken, *values: str) -> Line:
    return [replace(place, kind="name" if value.isalpha() else "sign", value=value) for value in values]


def _separated(place: CodeToken, parts: list[Line]) -> Line:
    return [token for k, part in enumerate(parts) for token in (*(_signs(place, ",") if k else ()), *part)]
