"""Sums over neighbours, Σ_{i=1}^{n-1} (x_{i+1} − x_i)²: what stands at i + 1 and at i are parts of one vector.

The sum is read with a name for each of the parts, u_i for x_{i+1}; then the parts are put in: u is x without its first
entry, [[0, I]] x. The size of what is left has a letter of its own, so that x has m + 1 entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from explainer.errors import UnsupportedError
from explainer.expr.node import Node, substitute
from explainer.expr.nodes import Variable
from explainer.expr.shape import Shape, add_sizes
from explainer.language.late_patterns import LatePattern
from explainer.language.parsing import Parsed, parse_expression, parse_variable
from explainer.language.text.characters import SUBSCRIPTS, fold
from explainer.phrases import phrase

_NAME = r"(?:\\mathbf\s*\{\s*[A-Za-z]\s*\}|(?<![A-Za-z\\])[A-Za-z]|\\(?!sum|frac|left|right|le|ge|in|cdot)[a-z]+|[α-ω])"
_SHIFT = LatePattern(
    rf"(?P<name>{_NAME})\s*_\s*\{{\s*(?P<index>[ijkt])\s*(?P<sign>[-+−–])\s*(?P<by>[12])\s*\}}", 0, ("_",)
)
_LIMITS = (
    r"(?:\\sum|∑|Σ|sum)\s*_\s*[{(]\s*INDEX\s*=\s*(?P<lower>[123])\s*[})]\s*\^\s*"
    r"(?:[{(]\s*[A-Za-z]\s*(?:[-−–]\s*[12])?\s*[})]|[A-Za-z])"
    r"|(?<![\w.])sum\(\s*INDEX\s*=\s*(?P<first>[123])\s*(?:\.\.|:)\s*[A-Za-z](?:\s*[-−–]\s*[12])?\s*,"
    r"|(?:\\sum|∑|Σ)\s*_\s*(?:\{\s*INDEX\s*\}|INDEX(?![A-Za-z]))(?!\s*\^)"
)
"""A sum with its limits or without them; the letter of its index is put in."""
_OTHERS = (
    r"(?P<sign>\\sum|∑|Σ)\s*_\s*(?:(?:\{\s*INDEX\s*\}|INDEX(?![A-Za-z]))(?!\s*\^)"
    r"|\{\s*INDEX\s*=\s*1\s*\}\s*\^\s*(?:\{\s*[nN]\s*\}|[nN](?![A-Za-z])))"
)
"""A sum over all entries, with its limits or without them."""
_SIGN = re.compile(r"\\sum(?![a-z])|∑|Σ|(?<![\w.])sum(?=\s*[_(])")
_LOWERED = re.compile(f"[{''.join(map(re.escape, SUBSCRIPTS))}]+")
_PARTS, _SIZES = "uvwqrsz", "mkrpq"


class Shifted(NamedTuple):
    """The text with a name for each part of a vector; the parts by their names, and what is told."""

    text: str
    parts: dict[str, tuple[str, int, int]]
    size: str
    note: str
    wholes: dict[str, str]
    """The shapes of those vectors of which the text has the whole too, beside the sum."""


def shifted_sum(text: str) -> Shifted | None:
    """The text of a sum over neighbours in other names; None for any other, and for limits that are not read."""
    text = _with_braces(text)
    found = _SHIFT.search(text)
    if found is None:
        return None
    index = found["index"]
    limits = next((match for match in re.finditer(_LIMITS.replace("INDEX", index), text)
                   if match.start() < found.start() < _end_of_sum(match, text)), None)  # fmt: skip
    if limits is None:
        return None
    end = _end_of_sum(limits, text)
    groups = {key: value for key, value in limits.groupdict().items() if value}
    lower = int(groups.get("lower") or groups.get("first") or 1)
    below = (
        rf"(?P<name>{_NAME})\s*_\s*(?:\{{\s*{index}\s*(?:(?P<sign>[-+−–])\s*(?P<by>[12])\s*)?\}}|{index}(?![A-Za-z]))"
    )
    entries = [
        (match, _place(match, lower)) for match in re.finditer(below, text) if limits.end() <= match.start() < end
    ]
    moved = {match["name"] for match, place in entries if place}
    if any(place < 0 for _, place in entries) or not moved:
        return None
    free = (letter for letter in _PARTS if not re.search(rf"(?<![A-Za-z\\]){letter}(?![A-Za-z])", text))
    names = {pair: next(free, "") for pair in sorted({(m["name"], p) for m, p in entries if m["name"] in moved})}
    size = next((letter for letter in _SIZES if not re.search(rf"(?<![A-Za-z\\]){letter}(?![A-Za-z])", text)), "")
    if not size or not all(names.values()) or _SHIFT.search(text, end) or _SHIFT.search(text, 0, limits.start()):
        return None
    for match, place in reversed([entry for entry in entries if entry[0]["name"] in moved]):
        text = f"{text[: match.start()]}{names[match['name'], place]}_{index}{text[match.end() :]}"
    head = limits.group()
    sign = head.partition("_")[0].rstrip()
    written = f"sum({index}=1..{size}," if head.startswith("sum(") else f"{sign}_{{{index}=1}}^{{{size}}}"
    text = text.replace(head, written, 1)
    most = {name: max(place for other, place in names if other == name) for name, _ in names}
    parts = {letter: (name, place, most[name] - place) for (name, place), letter in names.items()}
    wholes = {_plain(name): f"{size}+{count}" for name, count in most.items()
              if re.search(rf"(?<![A-Za-z\\]){re.escape(name)}(?![A-Za-z])", text)}  # fmt: skip
    if wholes:  # other sums run over all entries
        text = re.sub(_OTHERS.replace("INDEX", index), rf"\g<sign>_{{{index}=1}}^{{{size}+{max(most.values())}}}", text)
    note = "The sum runs over neighbours: of {0} there are {1} entries more than the {2} terms of the sum."
    told = phrase(note, ", ".join(sorted(moved)), str(max(most.values())), size)
    return Shifted(text, parts, size, told, wholes)


def _end_of_sum(limits: re.Match[str], text: str) -> int:
    """Where the next sum begins, or the text ends: so far a sum may reach."""
    following = _SIGN.search(text, limits.end())
    return len(text) if following is None else following.start()


def _with_braces(text: str) -> str:
    """x₍ᵢ₊₁₎ and xᵢ₊₁ as x_{i+1}."""
    return _LOWERED.sub(
        lambda match: (
            "_{" + "".join(SUBSCRIPTS[sign] for sign in match.group()) + "}"
            if re.search("[ᵢⱼₖₜ]", match.group())
            else match.group()
        ),
        text,
    )


def _place(match: re.Match[str], lower: int) -> int:
    """How many entries stand in front of the one that the first term of the sum takes."""
    by = int(match["by"] or 0)
    return lower - 1 + (by if match["sign"] == "+" else -by)


def put_together(parsed: Parsed, shifted: Shifted, wrt: str | None) -> Parsed:
    """The function of the whole vectors.

    Raises UnsupportedError where a part was not read as a vector with an entry for every term, or is there as a whole.
    """
    wholes: dict[str, Shape] = {}
    values: dict[Node, Node] = {}
    for letter, (typed, before, behind) in shifted.parts.items():
        name = _plain(typed)
        shape = Shape((add_sizes(shifted.size, before + behind),))
        if parsed.shapes.get(letter) != Shape((shifted.size,)) or parsed.shapes.get(name, shape) != shape:
            raise UnsupportedError(
                phrase("this sum over neighbours of {0} is not read", name),
                subexpression=name,
                reason=phrase("{0} stands elsewhere too, or is no vector of numbers", name),
                hint="Write the sum with slices, as code does: np.sum((x[1:] - x[:-1])**2).",
            )
        wholes[name] = shape
        zeros = ["" if not count else f"zeros({shifted.size})" if count == 1 else f"zeros({shifted.size}, {count})"
                 for count in (before, behind)]  # fmt: skip
        row = ", ".join(filter(None, (zeros[0], f"identity({shifted.size})", zeros[1])))
        whole = parse_expression(f"[[{row}]] @ {name}", {name: wholes[name]}).expression
        values[Variable(letter, parsed.shapes[letter])] = whole
    expression = substitute(parsed.expression, values)
    shapes = {name: shape for name, shape in parsed.shapes.items() if name not in shifted.parts} | wholes
    inferred = (*(name for name in parsed.inferred if name not in shifted.parts), *wholes)
    notes = (shifted.note, *_notes_without(parsed.notes, shifted.parts))
    variable = parse_variable(wrt, shapes) if wrt else parsed.wrt
    together = replace(parsed, expression=expression, shapes=shapes, inferred=inferred, notes=notes, wrt=variable)
    return replace(together, text=expression.text(), readings=tuple, taken=())


def _plain(typed: str) -> str:
    from explainer.language.text.vocabulary import canonical_name

    return canonical_name(fold(re.sub(r"\\mathbf\s*\{\s*(\w)\s*\}|\\", r"\1", typed)))


def _notes_without(notes: Iterable[str], parts: Iterable[str]) -> Iterable[str]:
    """The notes that speak of none of the names of the parts."""
    named = re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")
    return (note for note in notes if not named.search(note))
