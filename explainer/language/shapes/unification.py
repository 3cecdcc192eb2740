"""Shapes that are not known yet, and making two of them equal.

Clashes are not reported here: the nodes themselves refuse shapes that do not fit, with both shapes in the message, when
the tree is built. So making equal what can't be equal simply does nothing.
"""

from __future__ import annotations

from explainer.expr.shape import SCALAR, Shape, Size


class SizeTerm:
    """A size that may still be open; `factors` are the sizes of which it is the product, as the size of vec(X) is."""

    __slots__ = ("factors", "parent", "value")

    def __init__(self, value: Size | None = None, factors: tuple[SizeTerm, ...] = ()) -> None:
        self.parent: SizeTerm | None = None
        self.value = value
        self.factors = factors

    def root(self) -> SizeTerm:
        """The term that stands for all equal ones."""
        term = self
        while term.parent is not None:
            term = term.parent
        return term


class ShapeTerm:
    """A shape that may still be open: `sizes` is None, or a tuple of size terms (empty for a scalar)."""

    __slots__ = ("parent", "sizes")

    def __init__(self, sizes: tuple[SizeTerm, ...] | None = None) -> None:
        self.parent: ShapeTerm | None = None
        self.sizes = sizes

    def root(self) -> ShapeTerm:
        """The term that stands for all equal ones."""
        term = self
        while term.parent is not None:
            term = term.parent
        return term

    @property
    def rank(self) -> int | None:
        """0 for a scalar, 1 for a column vector, 2 for a matrix or row, None when open."""
        sizes = self.root().sizes
        return None if sizes is None else len(sizes)

    @property
    def parts(self) -> tuple[SizeTerm, ...]:
        """The sizes of a known shape."""
        return self.root().sizes or ()

    @property
    def is_open(self) -> bool:
        return self.root().sizes is None


class Unifier:
    """Makes terms equal, and counts the changes, so that propagation knows when nothing is learned any more."""

    def __init__(self) -> None:
        self.changes = 0

    def sizes(self, left: SizeTerm, right: SizeTerm) -> None:
        """Make two sizes equal where one of them is open."""
        left, right = left.root(), right.root()
        if left is right:
            return
        if left.value is None:
            left.parent, right.factors = right, right.factors or left.factors
        elif right.value is None:
            right.parent, left.factors = left, left.factors or right.factors
        else:
            return
        self.changes += 1
        if len(left.factors) == len(right.factors):
            for one, other in zip(left.factors, right.factors, strict=True):
                self.sizes(one, other)

    def shapes(self, left: ShapeTerm, right: ShapeTerm) -> None:
        """Make two shapes equal where they can be."""
        left, right = left.root(), right.root()
        if left is right:
            return
        if left.sizes is not None and right.sizes is not None:
            if len(left.sizes) == len(right.sizes):
                for one, other in zip(left.sizes, right.sizes, strict=True):
                    self.sizes(one, other)
            return
        if left.sizes is None:
            left.parent = right
        else:
            right.parent = left
        self.changes += 1

    def set(self, term: ShapeTerm, *sizes: SizeTerm) -> None:
        """Give a shape these sizes where it can have them."""
        self.shapes(term, ShapeTerm(sizes))


def term_of(shape: Shape) -> ShapeTerm:
    """A known shape as a term."""
    return ShapeTerm(tuple(SizeTerm(size) for size in shape.sizes))


def shape_of(term: ShapeTerm) -> Shape:
    """The shape of a term; what is open is a scalar, sizes must have been named before."""
    sizes = [size.root().value for size in term.parts]
    return Shape(tuple(1 if size is None else size for size in sizes)) if sizes else SCALAR


def vector_term(size: SizeTerm | None = None) -> ShapeTerm:
    """A column vector, of an open size by default."""
    return ShapeTerm((size or SizeTerm(),))


def matrix_term() -> ShapeTerm:
    """A matrix of open sizes."""
    return ShapeTerm((SizeTerm(), SizeTerm()))
