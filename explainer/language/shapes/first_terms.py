"""The shape that each construct of the language has before anything is known of its parts."""

from __future__ import annotations

from collections.abc import Callable

from explainer.expr.shape import Shape, multiply_sizes
from explainer.language.shapes.inference import Inference
from explainer.language.shapes.scopes import IndexTerm, Reading
from explainer.language.shapes.unification import ShapeTerm, SizeTerm, matrix_term, term_of, vector_term
from explainer.language.text.syntax import Syntax


def unknown(inference: Inference, node: Syntax) -> ShapeTerm:
    """To be found by its parts and by what it stands in."""
    return ShapeTerm()


def scalar(inference: Inference, node: Syntax) -> ShapeTerm:
    """A number, whatever its parts are."""
    return ShapeTerm(())


def name(inference: Inference, node: Syntax) -> ShapeTerm:
    """One term for all places of a variable; what is no variable is a scalar."""
    reading: Reading = node.reading
    if reading.kind == "variable":
        return inference.variable(reading.name, node)
    return ShapeTerm(() if reading.kind in {"index", "size", "constant", "delta"} else None)


def function(inference: Inference, node: Syntax) -> ShapeTerm:
    """One term for all values of an abstract function."""
    inference.functions.add(node.value)
    return inference.variable(node.value, node)


def entry_of_function(inference: Inference, node: Syntax) -> ShapeTerm:
    """A number; the function that it is an entry of has a term."""
    inference.functions.add(node.value[0])
    inference.variable(node.value[0], node)
    return ShapeTerm(())


def written(inference: Inference, node: Syntax) -> ShapeTerm:
    """ones(n), zeros(m, n): the sizes that stand there."""
    return term_of(Shape(node.value))


def square(inference: Inference, node: Syntax) -> ShapeTerm:
    """identity(n): the size that stands there, both ways."""
    return term_of(Shape(node.value * 2))


def commutation(inference: Inference, node: Syntax) -> ShapeTerm:
    """K_{m,n}: as many rows and columns as the matrix has entries."""
    size = multiply_sizes(*node.value)
    return term_of(Shape((size, size)))


def vector(inference: Inference, node: Syntax) -> ShapeTerm:
    """A vector of a size that nobody said."""
    return vector_term()


def matrix(inference: Inference, node: Syntax) -> ShapeTerm:
    """A matrix of sizes that nobody said."""
    return matrix_term()


def expanded(inference: Inference, node: Syntax) -> ShapeTerm:
    """expand(x, n): a vector of the size that stands there."""
    return vector_term(SizeTerm(node.value))


def indexed(sizes_of: Callable[[tuple[IndexTerm, ...]], tuple[SizeTerm, ...]]) -> Callable[..., ShapeTerm]:
    """A form with indices is as large as they run."""

    def make(inference: Inference, node: Syntax) -> ShapeTerm:
        return ShapeTerm(sizes_of(node.reading))

    return make


grid = indexed(lambda indices: tuple(index.size for index in indices))
column = indexed(lambda indices: (indices[0].size,))
row = indexed(lambda indices: (SizeTerm(1), indices[0].size))
diagonal = indexed(lambda indices: (indices[0].size, indices[0].size))
