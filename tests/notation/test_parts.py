"""Every part of an expression can be pointed at in its notation, and nothing else bears a path."""

from __future__ import annotations

import pickle

import pytest

from explainer.expr.node import Node, Path, at, subnodes
from explainer.expr.nodes import (
    NODE_CLASSES,
    ColumnForm,
    DiagonalForm,
    Differential,
    Entry,
    Grid,
    Index,
    IndexedSum,
    Negate,
    Power,
    Product,
    RowForm,
    Sum,
    Variable,
    number,
)
from explainer.expr.shape import vector_shape
from explainer.notation import unicode, write_notation
from explainer.notation.compose import compose
from explainer.notation.fold import pieces
from explainer.notation.tree import Dots, Notation, Numeral, Part, Row, Script, Symbol, Words
from tests.cases import in_groups
from tests.notation.specimens import ONE_OF_EACH, TWO, i, v, x, y


def parts_of(notation: Notation) -> list[Part]:
    found: list[Part] = []
    stack = [notation]
    while stack:
        piece = stack.pop()
        if isinstance(piece, Part):
            found.append(piece)
        stack.extend(reversed(pieces(piece)))
    return found


def shown_paths(node: Node) -> set[Path]:
    """The paths of all parts but the bound indices of vectors and matrices that are written out by their entries, and
    the variable that moves in a differential.
    """
    hidden = {
        (*path, k)
        for path, part in subnodes(node)
        if isinstance(part, Grid | ColumnForm | RowForm | DiagonalForm)
        for k, child in enumerate(part.children)
        if isinstance(child, Index)
    }
    hidden |= {(*path, 1) for path, part in subnodes(node) if isinstance(part, Differential)}
    return {path for path, _ in subnodes(node)} - hidden


def test_every_kind_of_node_is_written() -> None:
    assert {type(node) for node in ONE_OF_EACH} == set(NODE_CLASSES)
    assert set(compose.registry) - {object} == set(NODE_CLASSES)
    assert len(ONE_OF_EACH) == len(NODE_CLASSES) == 46


@in_groups("node", ONE_OF_EACH, ids=lambda node: type(node).__name__)
def test_every_part_of_an_expression_is_marked(node: Node) -> None:
    paths = {part.path for part in parts_of(write_notation(node))}
    assert paths == shown_paths(node)


def test_a_marked_piece_shows_the_part_at_its_path() -> None:
    node = Sum((Power(x, TWO), Product((number(3), x, y))))
    shown = {part.path: unicode(part) for part in parts_of(write_notation(node))}
    assert shown == {
        (): "x² + 3x y", (0,): "x²", (0, 0): "x", (0, 1): "2", (1,): "3x y", (1, 0): "3", (1, 1): "x", (1, 2): "y",
    }  # fmt: skip
    assert at(node, (1, 2)) is y


def test_a_subtracted_term_is_marked_with_its_sign() -> None:
    notation = write_notation(Sum((x, Negate(y))))
    assert isinstance(notation, Part)
    assert isinstance(notation.body, Row)
    last = notation.body.items[-1]
    assert isinstance(last, Part)
    assert (last.path, unicode(last)) == ((1,), "− y")


def test_every_entry_written_out_is_the_same_part() -> None:
    index = Index("i", 3)
    notation = write_notation(ColumnForm(index, Power(Entry(Variable("x", vector_shape(3)), (index,)), TWO)))
    entries = [unicode(part) for part in parts_of(notation) if part.path == (1,)]
    assert entries == ["x₁²", "x₂²", "x₃²"]


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        (2, "[v₁, v₂]"),
        (4, "[v₁, v₂, v₃, v₄]"),
        (5, "[v₁, v₂, ⋮, v₅]"),
        (12, "[v₁, v₂, ⋮, v₁₂]"),
        ("n", "[v₁, v₂, ⋮, vₙ]"),
        ("N", "[v₁, v₂, ⋮, v_N]"),
    ],
)
def test_small_vectors_are_written_in_full_and_others_with_dots(size: int | str, shown: str) -> None:
    index = Index("i", size)
    node = ColumnForm(index, Entry(Variable("v", vector_shape(size)), (index,)))
    assert unicode(write_notation(node)) == shown


def test_wide_entries_are_shown_at_the_corners_only() -> None:
    entry = Entry(v, (i,))
    wide = Sum(tuple(Power(entry, number(k)) for k in range(2, 9)))
    shown = unicode(write_notation(RowForm(i, wide)))
    assert shown.startswith("[[v₁² + v₁³")
    assert ", …, vₙ²" in shown
    assert "v₂²" not in shown


def test_an_index_bound_further_inside_keeps_its_name() -> None:
    inner = IndexedSum(i, Entry(v, (i,)))
    assert unicode(write_notation(ColumnForm(i, inner))) == "[∑ᵢ₌₁ⁿ vᵢ, ∑ᵢ₌₁ⁿ vᵢ, ⋮, ∑ᵢ₌₁ⁿ vᵢ]"


def test_pieces_of_notation_are_values() -> None:
    """Equal by class and fields, usable as keys, unchangeable, made by place, by name and by default."""
    made = Script(Symbol("x"), superscript=Numeral("2"))
    assert made == Script(Symbol("x", "italic"), None, Numeral("2"))
    assert hash(made) == hash(Script(Symbol("x"), None, Numeral("2")))
    assert made != Script(Symbol("x"), Numeral("2"))
    assert Numeral("2") != Words("2")
    assert repr(made.superscript) == "Numeral(text='2')"
    assert pickle.loads(pickle.dumps(made)) == made
    with pytest.raises(AttributeError):
        made.base = Symbol("y")  # type: ignore[misc]
    for wrong in (lambda: Numeral(), lambda: Numeral("1", "2"), lambda: Numeral("1", text="1"), lambda: Dots(way="x")):  # type: ignore[call-arg, misc]
        with pytest.raises(TypeError):
            wrong()
