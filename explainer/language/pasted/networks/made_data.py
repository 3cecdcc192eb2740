"""Lines that make data: of np.random.randn(4, 2) only the shape matters, of an array its name."""

from __future__ import annotations

from typing import NamedTuple

from explainer.language.pasted import code_words as words
from explainer.language.pasted.code_tokens import CodeToken
from explainer.language.pasted.constructors import arguments_of, closing
from explainer.language.pasted.names import Names

_FACTORS = frozenset({"sqrt", "float", "int"})
"""What may stand in a factor of random numbers."""


class Data(NamedTuple):
    """What a line makes: its shape, if that is said, and whether numbers are written out."""

    shape: str
    written: bool


def data_made(line: list[CodeToken], names: Names) -> Data | None:
    """The data that a value is; None where it is computed."""
    called = [k for k, token in enumerate(line[:-1]) if token.kind == "name" and line[k + 1].value == "("]
    if not called:
        return None
    first = next((k for k in called if line[k].value in words.MAKERS), None)
    if first is not None and _is_scaled(line, called, first):
        shape = _shape(line[first + 2 : closing(line, first + 1)], names)
        if line[first].value == "zeros":
            shape = shape.removeprefix("1 x ")  # zeros((1, h)) is a bias, which stands in every row as a vector does
        return Data(shape, False)
    k = called[0]
    plain = all(token.kind == "name" or token.value == "." for token in line[:k])
    if not plain or line[k].value not in words.DATA:
        return None
    inside = line[k + 2 :]
    if any(part.kind == "name" for part in inside if part.value not in words.OPTIONS | words.MODULES):
        return None  # a list that is written out with names, not data
    return Data("", True)


def _is_scaled(line: list[CodeToken], called: list[int], first: int) -> bool:
    """Whether random numbers stand alone, perhaps in nn.Parameter(…) or times a number: 0.01 * randn(…)."""
    known = words.MAKERS | _FACTORS | {"Parameter", "default_rng", "RandomState", "Variable"}
    if any(line[k].value not in known for k in called):
        return False
    inside = range(first + 1, closing(line, first + 1) + 1)
    depth = 0
    for k, token in enumerate(line):
        depth += (token.value in "([{") - (token.value in ")]}")
        behind = line[k + 1].value if k + 1 < len(line) else ""
        if k in inside or token.kind == "number" or token.value in {"*", "/", "**", "(", ")", "."}:
            continue
        if token.kind == "name" and (k in called or behind in {".", "="} or depth or token.value in words.OPTIONS):
            continue
        if depth and token.value in {",", "=", "-", "+"}:
            continue
        return False
    return True


def _shape(inside: list[CodeToken], names: Names) -> str:
    """The shape of zeros(4, 2), randn((n, 3)) or ones(m); empty where it is not said in one or two sizes."""
    given = [part for option, part in arguments_of(inside) if option in {"", "size", "shape"}]
    if len(given) == 1 and given[0] and given[0][0].value in {"(", "["}:
        given = [part for _, part in arguments_of(given[0][1:-1])]
    elif given and any(option for option, _ in arguments_of(inside)):
        given = [part for option, part in arguments_of(inside) if not option] or given
    sizes = []
    for part in given:
        if len(part) != 1 or part[0].kind not in {"number", "name"}:
            return ""
        sizes.append(part[0].value if part[0].kind == "number" else names.of(part[0].value))
    if len(sizes) not in {1, 2} or not all(size.isdecimal() or size.isidentifier() for size in sizes):
        return ""
    if sizes == ["1"]:
        return "scalar"  # zeros(1), a bias of one neuron, is expanded like a number
    return " x ".join(sizes)
