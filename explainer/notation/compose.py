"""Expression → notation tree: one loop over the expression, one function per kind of node.

`write_notation` visits every part once, children first, on a list of its own, so that no depth overflows Python's
stack. `compose` says how a node is put together from its written parts; `parts_of` says which parts are written
where, for the few nodes where that is more than their children. The functions themselves are in `atoms`,
`arithmetic`, `arrays` and `calculus`. To add a kind of node: a function under `@compose.register` in one of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch

from explainer.errors import UnsupportedError
from explainer.expr.node import Node, require_writable
from explainer.notation.edges import Place, Written
from explainer.notation.tree import Notation
from explainer.signs import chosen_signs
from explainer.threads import Latest

Parts = Sequence[Written]

_kept: Latest[tuple[object, ...], Written] = Latest(1500)
"""Parts as they were written, by expression and place. A step changes little of a line, so that most of the next line
is found here, as the same objects: what is made of them, such as boxes, is then found again too. Four times as many
made the lines of all lessons no faster."""


@singledispatch
def compose(node: Node, parts: Parts, place: Place) -> Written:
    """The node as written, from its written parts.

    Raises UnsupportedError for a kind of node that nobody registered.
    """
    raise UnsupportedError(
        f"there is no notation for {type(node).__name__}",
        reason="the kind of node is new",
        hint="Register a function for it with explainer.notation.compose.compose.",
    )


@singledispatch
def parts_of(node: Node, place: Place) -> list[tuple[Node, Place]]:
    """The parts that `compose` needs, each with its place: by default the children."""
    return [(child, place.child(k)) for k, child in enumerate(node.children)]


def written(node: Node) -> Written:
    """The expression as written, with what is known of its edges."""
    results: list[Written] = []
    stack: list[tuple[Node, Place, int]] = [(node, Place(), -1)]
    while stack:
        part, place, count = stack.pop()
        if count < 0:
            known = _kept.get(_key(part, place)) if part.children else None
            if known is not None:
                results.append(known.copy())
                continue
            wanted = parts_of(part, place) if part.children else []
            stack.append((part, place, len(wanted)))
            stack.extend((child, inner, -1) for child, inner in reversed(wanted))
            continue
        cut = len(results) - count
        parts = results[cut:]
        del results[cut:]
        result = compose(part, parts, place).mark(place.path)
        if part.children:
            _kept.put(_key(part, place), result.copy())
        results.append(result)
    _kept.forget(node.part_count)
    return results[0]


def _key(part: Node, place: Place) -> tuple[object, ...]:
    """What a part looks like depends on nothing else."""
    return part, place.path, place.script, tuple(place.values.items()), place.beside, chosen_signs()


def write_notation(node: Node) -> Notation:
    """The notation tree of an expression; every part of the expression is a Part with its path.

    Shapes: every shape is written. The entries of a vector or matrix given by an index are written out with dots.
    """
    require_writable(node)
    return written(node).notation
