"""Parts struck through and parts named under braces."""

from __future__ import annotations

from explainer.expr.nodes import Power, Product, Sum
from explainer.notation import latex, write_notation
from explainer.notation.fold import pieces
from explainer.notation.marking import braced, struck
from explainer.notation.tree import Brace, Notation, Part, Strike, Symbol
from tests.notation.specimens import ONE, ONE_OF_EACH, TWO, x, y


def kinds(notation: Notation) -> list[type[Notation]]:
    found, stack = [], [notation]
    while stack:
        piece = stack.pop()
        found.append(type(piece))
        stack.extend(pieces(piece))
    return found


def test_the_parts_at_the_paths_are_struck_through_and_no_others() -> None:
    notation = write_notation(Sum((Product((ONE, x)), Power(x, TWO))))
    assert latex(struck(notation, {(0, 0), (1, 1)})) == r"\cancel{1}x + x^{\cancel{2}}"
    assert struck(notation, ()) is notation
    assert struck(notation, {(7,)}) == notation


def test_every_part_of_every_kind_of_expression_can_be_struck_through() -> None:
    for node in ONE_OF_EACH:
        notation = write_notation(node)
        assert kinds(struck(notation, {()})).count(Strike) >= 1
        parts = [piece for piece in _all(notation) if isinstance(piece, Part)]
        assert kinds(struck(notation, {part.path for part in parts})).count(Strike) == len(parts)


def test_a_part_stays_marked_as_the_part_that_it_is() -> None:
    notation = struck(write_notation(Sum((x, y))), {(1,)})
    assert any(isinstance(piece, Part) and piece.path == (1,) for piece in _all(notation))


def test_a_name_stands_under_a_brace_but_not_in_an_exponent() -> None:
    notation = write_notation(Product((Power(x, TWO), Power(y, Power(x, TWO)))))
    named = braced(notation, {(0,): Symbol("u"), (1, 1): Symbol("u")})
    assert latex(named) == r"\underbrace{x^{2}}_{u}\,y^{x^{2}}"
    assert kinds(named).count(Brace) == 1


def _all(notation: Notation) -> list[Notation]:
    found, stack = [], [notation]
    while stack:
        piece = stack.pop()
        found.append(piece)
        stack.extend(pieces(piece))
    return found
