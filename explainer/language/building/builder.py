"""Goes through an untyped tree bottom up and keeps the expression of every node; the table of constructs says how."""

from __future__ import annotations

from fractions import Fraction

from explainer.errors import ExplainerError
from explainer.expr.node import Node
from explainer.expr.nodes import Index, Number, Variable
from explainer.expr.shape import SCALAR
from explainer.language.shapes.inference import Inference
from explainer.language.shapes.scopes import IndexTerm
from explainer.language.text.syntax import Syntax, bottom_up
from explainer.operations.undefined import Definedness


class Builder:
    """Makes the nodes of one text, after its shapes are known.

    What is to be differentiated is refused where a part of it has a value nowhere, with its place.
    """

    def __init__(self, text: str, inference: Inference, refusing_undefined: bool = False) -> None:
        self.text = text
        self.inference = inference
        self.shapes = inference.shapes()
        self.definedness = Definedness() if refusing_undefined else None

    def build(self, root: Syntax) -> Node:
        """The expression for a syntax tree.

        Raises ShapeError naming both shapes, the place and what would fit.
        """
        self.root = root
        for node in bottom_up(root):
            try:
                node.node = self.make(node)
                if self.definedness is not None:
                    self.definedness.require(node.node)
            except ExplainerError as error:
                raise error.at(self.text, node.start, node.end) from None
        result: Node = root.node
        return result

    def make(self, node: Syntax) -> Node:
        """The expression for one node, whose parts have theirs."""
        return self.inference.constructs[node.kind].build(self, node)

    def adds_up(self, wanted: Syntax) -> bool:
        """Whether the entries of a part are added up, by a sum, a mean or a length around it."""
        stack = [(self.root, False)]
        while stack:
            node, inside = stack.pop()
            if node is wanted:
                return inside
            call = node.value.call if node.kind == "along" else node
            inside |= self.inference.constructs[call.kind].sums or (call.kind == "apply" and not call.value.elementwise)
            stack.extend((part, inside) for part in node.parts)
        return False

    def note(self, sentence: str) -> None:
        """Keep a sentence about how something was read."""
        self.inference.vocabulary.note(sentence)

    def variable(self, name: str) -> Variable:
        """The variable of this name with the shape that was found."""
        return Variable(name, self.shapes.get(name, SCALAR))

    def index(self, index: int | IndexTerm) -> Node:
        """The node of an index."""
        if isinstance(index, int):
            return Number(Fraction(index))
        return bound_index(index)


def bound_index(index: IndexTerm) -> Index:
    """The node of an index that a sum or grid binds, or that is free."""
    size = index.size.root().value
    return Index(index.name, 1 if size is None else size)


def parts_of(node: Syntax) -> list[Node]:
    """The expressions of the parts."""
    return [part.node for part in node.parts]
