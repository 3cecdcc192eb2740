"""Folding a notation tree from its leaves up, on a list instead of Python's stack, so that no depth overflows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import singledispatch
from typing import Any, TypeAlias, TypeVar

from explainer.notation import tree
from explainer.threads import Latest

Pieces = tuple[tree.Notation, ...]
T = TypeVar("T")


_ways: dict[type[tree.Notation], Callable[[Any], Pieces]] = {}
"""How each kind of notation is taken apart: to look that up by `singledispatch` takes longer than to do it."""


def pieces(notation: tree.Notation) -> Pieces:
    """The pieces that a notation is put together from, in the order of its fields; none for signs and letters."""
    kind = type(notation)
    way = _ways.get(kind)
    if way is None:
        way = _ways[kind] = _pieces_of.dispatch(kind)
    return way(notation)


@singledispatch
def _pieces_of(notation: tree.Notation) -> Pieces:
    return ()


@_pieces_of.register(tree.Row)
def _row(notation: tree.Row) -> Pieces:
    return notation.items


@_pieces_of.register(tree.Fraction)
def _fraction(notation: tree.Fraction) -> Pieces:
    return notation.numerator, notation.denominator


@_pieces_of.register(tree.Script)
def _script(notation: tree.Script) -> Pieces:
    return _present(notation.base, notation.subscript, notation.superscript)


@_pieces_of.register(tree.Root)
def _root(notation: tree.Root) -> Pieces:
    return _present(notation.body, notation.degree)


@_pieces_of.register(tree.Fence)
@_pieces_of.register(tree.Accent)
@_pieces_of.register(tree.Strike)
@_pieces_of.register(tree.Underlined)
@_pieces_of.register(tree.Spoken)
@_pieces_of.register(tree.Part)
def _body(notation: tree.Fence | tree.Accent | tree.Strike | tree.Underlined | tree.Spoken | tree.Part) -> Pieces:
    return (notation.body,)


@_pieces_of.register(tree.Array)
def _array(notation: tree.Array) -> Pieces:
    return tuple(cell for row in notation.rows for cell in row)


@_pieces_of.register(tree.CasesArray)
def _cases(notation: tree.CasesArray) -> Pieces:
    return (*notation.values, *notation.conditions)


@_pieces_of.register(tree.BigOperator)
def _big_operator(notation: tree.BigOperator) -> Pieces:
    return _present(notation.lower, notation.upper, notation.body)


@_pieces_of.register(tree.Brace)
def _brace(notation: tree.Brace) -> Pieces:
    return notation.body, notation.label


@_pieces_of.register(tree.Application)
def _application(notation: tree.Application) -> Pieces:
    return (notation.function, *notation.arguments)


@_pieces_of.register(tree.DerivativeNotation)
def _derivative(notation: tree.DerivativeNotation) -> Pieces:
    return notation.body, notation.wrt


@_pieces_of.register(tree.Lines)
def _lines(notation: tree.Lines) -> Pieces:
    return tuple(cell for line in notation.lines for cell in line)


def _present(*found: tree.Notation | None) -> Pieces:
    return tuple(piece for piece in found if piece is not None)


Kept: TypeAlias = Latest[tuple[int, int], tuple[tree.Notation, T]]
"""What was made of parts of formulas, by the part, as an object, and its depth."""
SHORTEST, LONGEST = 16, 2000
"""Texts of parts with so many letters are kept: shorter ones are made anew as fast as they are found, and all the long
parts that stand inside each other in a deep formula would take more memory than they save time."""


def is_worth_keeping(text: str) -> bool:
    """Whether to keep the text of a part for the next line."""
    return SHORTEST <= len(text) <= LONGEST


class _Printers(dict[type[tree.Notation], Callable[..., Any]]):
    """The function of a face for each kind of notation: `singledispatch` takes longer to find it than it runs."""

    def __init__(self, combine: Callable[..., Any]) -> None:
        super().__init__()
        self._dispatch = combine.dispatch if hasattr(combine, "dispatch") else lambda kind: combine

    def __missing__(self, kind: type[tree.Notation]) -> Callable[..., Any]:
        found: Callable[..., Any] = self._dispatch(kind)
        self[kind] = found
        return found


_printers: dict[Callable[..., Any], _Printers] = {}


def _printers_of(combine: Callable[..., Any]) -> _Printers:
    """Those of a face are kept; a function that is made for one formula is its own for every kind."""
    if not hasattr(combine, "dispatch"):
        return _Printers(combine)
    known = _printers.get(combine)
    if known is None:
        known = _printers[combine] = _Printers(combine)
    return known


def fold(
    notation: tree.Notation,
    combine: Callable[[tree.Notation, Sequence[T], int], T],
    depth: Callable[[tree.Notation, int, int], int] | None = None,
    parts: Callable[[tree.Notation], Pieces] = pieces,
    kept: Kept[T] | None = None,
    worth_keeping: Callable[[T], bool] = lambda made: True,
    outermost: int = 0,
    deepening: frozenset[type[tree.Notation]] | None = None,
) -> T:
    """What `combine(piece, results of its pieces, depth)` gives for the whole.

    `depth(piece, k, outer)` is the number that the piece number k inside gets, for instance how many fractions it
    stands in, and `outermost` that of the whole; where `deepening` says which kinds count, it is asked for no other.
    Lines that follow each other share most of their parts: with a store, these are not made again.
    """
    results: list[T] = []
    printers = _printers_of(combine)
    stack: list[tuple[tree.Notation, int, int]] = [(notation, outermost, -1)]
    while stack:
        piece, outer, count = stack.pop()
        kind = type(piece)
        if count < 0:
            known = kept.get((id(piece), outer)) if kept is not None and kind is tree.Part else None
            if known is not None:
                results.append(known[1])
                continue
            inner = parts(piece)
            if not inner:
                results.append(printers[kind](piece, (), outer))
                continue
            stack.append((piece, outer, len(inner)))
            if depth is None or (deepening is not None and kind not in deepening):
                stack.extend([(one, outer, -1) for one in reversed(inner)])
            else:
                stack.extend([(inner[k], depth(piece, k, outer), -1) for k in range(len(inner) - 1, -1, -1)])
        else:
            cut = len(results) - count
            made: T = printers[kind](piece, results[cut:], outer)
            results[cut:] = [made]
            if kept is not None and kind is tree.Part and worth_keeping(made):
                kept.put((id(piece), outer), (piece, made))  # with the piece, so that no other one gets its number
    if kept is not None:
        kept.forget()
    return results[0]


def with_pieces(notation: tree.Notation, made: Sequence[tree.Notation]) -> tree.Notation:
    """The same construct with other pieces, as many and in the same order as `pieces` gives them."""
    before = pieces(notation)
    if not before or all(one is other for one, other in zip(before, made, strict=True)):
        return notation
    new = {id(one): other for one, other in zip(before, made, strict=True)}

    def exchanged(value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(exchanged(item) for item in value)
        return new.get(id(value), value) if isinstance(value, tree.Notation) else value

    return type(notation)(*(exchanged(getattr(notation, name)) for name in notation.__match_args__))


def core(notation: tree.Notation) -> tree.Notation:
    """The piece inside any number of parts and pieces with a spoken form of their own."""
    while isinstance(notation, tree.Part | tree.Spoken):
        notation = notation.body
    return notation
