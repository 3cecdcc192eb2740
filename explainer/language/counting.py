"""Sums whose index starts at 0 and counts entries: entries are counted from 1 here, so that c_0 is the first one."""

from __future__ import annotations

from fractions import Fraction

from explainer.expr.shape import add_sizes
from explainer.language.text.syntax import Syntax
from explainer.language.text.vocabulary import Vocabulary
from explainer.phrases import phrase


def count_from_one(tree: Syntax, vocabulary: Vocabulary) -> None:
    """Let every such sum start at 1, with k − 1 wherever the index is a number and no subscript."""
    stack = [tree]
    while stack:
        node = stack.pop()
        stack.extend(node.parts)
        if node.kind != "indexed_sum":
            continue
        for place, (index, lower, size) in enumerate(node.value):
            counted = _counted_by(index, node) if lower == 0 else ""
            if counted and counted not in vocabulary.declared:
                moved = (index, 1, add_sizes(size, 1))
                node.value = (*node.value[:place], moved, *node.value[place + 1 :])
                node.parts = tuple(_with_less(part, index) for part in node.parts)
                sentence = "Entries are counted from 1 here: {0}_1 is what the text calls {0}_0."
                vocabulary.note(phrase(sentence, counted))


def _counted_by(index: str, node: Syntax) -> str:
    """A name that has the index among its subscripts."""
    stack = list(node.parts)
    while stack:
        part = stack.pop()
        stack.extend(part.parts)
        if part.kind == "name" and any(index in items for items in part.value[1]):
            return str(part.value[0])
    return ""


def _with_less(node: Syntax, index: str) -> Syntax:
    """The syntax with k − 1 for k where it is no subscript."""
    stack: list[tuple[Syntax, Syntax | None, int]] = [(node, None, 0)]
    while stack:
        part, above, place = stack.pop()
        if part.kind == "name" and part.value == (index, ()):
            less = _less_one(part)
            if above is None:
                return less
            above.parts = (*above.parts[:place], less, *above.parts[place + 1 :])
            continue
        stack.extend((child, part, k) for k, child in enumerate(part.parts))
    return node


def _less_one(name: Syntax) -> Syntax:
    one = Syntax("number", name.start, name.end, (), (Fraction(1), 0))
    negative = Syntax("negate", name.start, name.end, (one,))
    less = Syntax("addition", name.start, name.end, (name, negative), None, 1)
    less.grouped = True
    return less
