"""A line that a learner typed, read in the surroundings of a derivation: its names and shapes are known there."""

from __future__ import annotations

import re
from contextlib import suppress

from explainer.engine import Trace
from explainer.engine.derive import variable_shapes
from explainer.errors import ExplainerError, ParseError
from explainer.expr.node import Node, each_part
from explainer.expr.nodes import Equation, Variable, Where
from explainer.expr.shape import Shape
from explainer.language.parsing import parse_statement
from explainer.language.pasted import read_as_typed
from explainer.phrases import phrase

MOST_CHARACTERS = 10_000
"""Longer answers than this nobody types."""
FACTOR_AMONG = re.compile(r"(?<=[\w)])[ ]+(?=\d+(\^| ?[A-Za-z(]))")
"""The gap before a number that cannot be meant as an index or exponent: something is written behind it."""

TRANSPOSED = re.compile(r"\^(T|\{T\})(?![A-Za-z0-9_])")
"""A transpose where no name of the problem is T: elsewhere (1 + r)^T is a power."""


def read_line(text: str, trace: Trace, line: Node) -> tuple[Node | None, Node]:
    """The left side, if there is one, and the right side of what was typed as the line after `line`.

    Raises ParseError for what cannot be read, with its place, and for names that do not occur in the problem.
    """
    if not text.strip():
        raise ParseError(
            "nothing was typed", text=text, position=0, hint="Type the next line, or the result if you have it."
        )
    if len(text) > MOST_CHARACTERS:
        raise ParseError(
            phrase("an answer may have at most {0} characters", f"{MOST_CHARACTERS:,}"),
            text=text,
            position=MOST_CHARACTERS,
            end=len(text),
            hint="Give the line in a shorter form, for instance with common factors taken out or a sum written as Σ.",
        )
    shapes = known_shapes(trace, line)
    if "T" not in shapes:
        text = TRANSPOSED.sub(lambda found: "'".ljust(len(found[0])), text)  # errors keep their places
    read = read_as_typed(text, lambda plain: _read(plain, shapes))
    left, right = (read.left, read.right) if isinstance(read, Equation) else (None, read)
    _refuse_foreign_names(right, trace, line, text)
    return left, right


def _read(text: str, shapes: dict[str, str | Shape]) -> Node:
    """A statement; a number with a power or a letter behind it may be a factor, as in x 3^x and sin(x) 2 x."""
    try:
        return parse_statement(text, shapes)
    except ParseError:
        signed = FACTOR_AMONG.sub(" * ", text)
        if signed == text:
            raise
        with suppress(ExplainerError):
            return parse_statement(signed, shapes)
        raise


def known_shapes(trace: Trace, line: Node) -> dict[str, str | Shape]:
    """The shapes of all names of a problem and of the names that a line has introduced."""
    shapes: dict[str, str | Shape] = {**trace.problem.shapes, **variable_shapes(trace.problem.expression)}
    shapes |= variable_shapes(trace.problem.wrt)
    for part in each_part(line):
        if isinstance(part, Where):
            for definition in part.definitions:
                if isinstance(definition.left, Variable):
                    shapes[definition.left.name] = definition.left.shape
    return shapes


def _refuse_foreign_names(right: Node, trace: Trace, line: Node, text: str) -> None:
    known = known_shapes(trace, line)
    own = {
        definition.left.name
        for part in each_part(right)
        if isinstance(part, Where)
        for definition in part.definitions
        if isinstance(definition.left, Variable)
    }
    for name in variable_shapes(right):
        if name not in known and name not in own:
            place = text.find(name)
            raise ParseError(
                phrase("this problem has no {0}", name),
                text=text,
                position=max(0, place),
                end=max(0, place) + len(name),
                hint=phrase("Its names are {0}.", ", ".join(sorted(known))),
            )
