"""Shapes as people give them, and what is told about those that nobody gave."""

from __future__ import annotations

from explainer.errors import ShapeError
from explainer.expr.shape import Shape
from explainer.language.shapes.inference import Inference
from explainer.language.text.properties import read_declaration
from explainer.language.text.vocabulary import canonical_name
from explainer.phrases import Part, Phrase, joined, phrase


def shape_given(name: str, shape: str | Shape, properties: dict[str, str]) -> Shape:
    """A shape that was given, whose property, if it has one, goes to the others."""
    if isinstance(shape, Shape):
        return shape
    try:
        property, found = read_declaration(shape, name)
        if property:
            properties[canonical_name(name)] = property
        return found
    except ShapeError as error:
        error.message = phrase("the shape of {0}: {1}", name, error.message)
        error.args = (error.message,)
        raise


_ONE = ("{0} is taken as a scalar.", "{0} is taken as a vector of size {1}.", "{0} is taken as a matrix of shape {2}.")
_SEVERAL = ("{0} are taken as scalars.", "{0} are taken as vectors of size {1}.", "{0} are taken as {2} matrices.")


def assumed_names(note: str) -> tuple[str, ...]:
    """The names whose shape this note says, where it is one of `shape_notes`."""
    if not isinstance(note, Phrase) or note.template not in (*_ONE, *_SEVERAL):
        return ()
    return tuple(
        piece.removesuffix("(…)") for piece in phrase("{0}", note.parts[0]).pieces() if isinstance(piece, Part)
    )


def shape_notes(names: dict[str, Shape], inferred: tuple[str, ...], inference: Inference) -> tuple[str, ...]:
    """One sentence for all names of one inferred shape: “w and x are taken as vectors of size n.”"""
    groups: dict[Shape, list[str]] = {}
    for name in inferred:
        groups.setdefault(names[name], []).append(f"{name}(…)" if name in inference.functions else name)
    notes: list[str] = []
    for shape, members in groups.items():
        what = (_SEVERAL if len(members) > 1 else _ONE)[0 if shape.is_scalar else 1 if shape.is_vector else 2]
        notes.append(phrase(what, joined(", ", members, " and "), shape.rows, shape.display()))
    return tuple(notes)


def row_notes(names: dict[str, Shape], inference: Inference) -> list[str]:
    """One sentence for each matrix whose rows are named by its small letter: “x_i is read as row i of X.”"""
    rows = {
        node.reading.name
        for node in inference.nodes
        if node.kind == "name" and node.reading.row and node.value[0] != node.reading.name
    } & set(names)
    return [phrase("{0} is read as row {1} of {2}.", f"{name.lower()}_i", "i", name) for name in sorted(rows)]
