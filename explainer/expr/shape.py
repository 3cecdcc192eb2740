"""Shapes: what a value looks like, with sizes that are numbers or names.

A shape is written as people write it: `scalar`, `n` (a column vector), `1 x n` (a row), `N x n` (a matrix).
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from explainer.errors import ShapeError
from explainer.phrases import phrase
from explainer.threads import recent

Size: TypeAlias = int | str
"""A number of entries: a whole number, the name of one that stays open, such as `n`, or what is made of these by adding
and multiplying: `n+1`, `2n`, `m*n`."""

Term: TypeAlias = tuple[tuple[str, ...], int]
"""Names that are multiplied, in alphabetical order, and the whole number in front of them."""

_NAME, _NUMBER = re.compile(r"[A-Za-z]\w*"), re.compile(r"\d+")


@recent(1024)
def size_terms(size: Size) -> tuple[tuple[Term, ...], int]:
    """A size as products of names, each with its factor, and a number: 2m*n+1 is (((("m", "n"), 2),), 1).

    Products of few names come first, and among these the order is alphabetical.
    """
    if isinstance(size, int):
        return (), size
    factors: dict[tuple[str, ...], int] = {}
    for term in size.split("+"):
        names, number = _factors_of(term.strip(), size)
        factors[names] = factors.get(names, 0) + number
    count = factors.pop((), 0)
    return tuple(sorted(((n, f) for n, f in factors.items() if f), key=lambda term: (len(term[0]), term[0]))), count


def _factors_of(term: str, size: str) -> Term:
    """The names and the number that are multiplied in a term of a size: 2 m n, 2m*n.

    A digit inside a name belongs to it: n2 is a name.
    """
    names: list[str] = []
    number = 1
    for factor in _split_factors(term):
        if _NAME.fullmatch(factor):
            names.append(factor)
        elif _NUMBER.fullmatch(factor):
            number *= int(factor.lstrip("0") or 0)  # so many digits as there may be before a size is too large
        else:
            raise ShapeError(
                phrase("“{0}” is not a size", size),
                hint="A size is a name, a whole number, or a sum or product of these such as n+1 or m*n.",
            )
    return tuple(sorted(names)), number


def _split_factors(term: str) -> list[str]:
    """The factors of a term; digits in front of a name are a factor, digits behind a letter are not."""
    match = re.match(r"(\d+)(?=[A-Za-z])(.*)", term, re.DOTALL)
    parts = [match[1], *_split_factors(match[2])] if match else re.split(r"\s*[*·]\s*|\s+", term, maxsplit=1)
    return parts if match or len(parts) == 1 else [parts[0], *_split_factors(parts[1])]


def _size_of(factors: dict[tuple[str, ...], int], count: int) -> Size:
    """A size in the one way in which it is written."""
    ordered = sorted(((names, f) for names, f in factors.items() if f), key=lambda term: (len(term[0]), term[0]))
    terms = [f"{factor if factor > 1 else ''}{'*'.join(names)}" for names, factor in ordered]
    return "+".join([*terms, *([str(count)] if count else [])]) if terms else count


def add_sizes(*sizes: Size) -> Size:
    """The sum of sizes: a number where none is open, else names with their factors and the number last."""
    factors: dict[tuple[str, ...], int] = {}
    count = 0
    for size in sizes:
        terms, number = size_terms(size)
        count += number
        for names, factor in terms:
            factors[names] = factors.get(names, 0) + factor
    return _size_of(factors, count)


def multiply_sizes(*sizes: Size) -> Size:
    """The product of sizes, multiplied out: m by n+1 is m*n+m."""
    product: dict[tuple[str, ...], int] = {(): 1}
    for size in sizes:
        terms, number = size_terms(size)
        found: dict[tuple[str, ...], int] = {}
        for names, factor in product.items():
            for others, times in (*terms, ((), number)):
                key = tuple(sorted((*names, *others)))
                found[key] = found.get(key, 0) + factor * times
        product = found
    return _size_of(product, product.pop((), 0))


def size_names(size: Size) -> tuple[str, ...]:
    """The open sizes in a size: n for n+1, m and n for m*n."""
    return tuple(dict.fromkeys(name for names, _ in size_terms(size)[0] for name in names))


def size_number(size: Size, number_of: Callable[[str], int]) -> int:
    """The number that a size is when every open one has its number."""
    if isinstance(size, int):
        return size
    terms, count = size_terms(size)
    return count + sum(factor * math.prod(map(number_of, names)) for names, factor in terms)


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of a value: `()` a scalar, `(n,)` a column vector, `(1, n)` a row, `(m, n)` a matrix.

    The entries of a derivative of a matrix by a matrix have more: those of the matrix, then those of the variable.

    The same tuples, with numbers for the names, are the shapes of the NumPy arrays that stand for the values.
    """

    sizes: tuple[Size, ...] = ()

    @property
    def is_scalar(self) -> bool:
        return not self.sizes

    @property
    def is_vector(self) -> bool:
        """Whether this is a column vector."""
        return len(self.sizes) == 1

    @property
    def is_row(self) -> bool:
        return len(self.sizes) == 2 and self.sizes[0] == 1

    @property
    def is_matrix(self) -> bool:
        """Whether this has rows and columns; a row counts as a matrix of one row."""
        return len(self.sizes) == 2

    @property
    def rows(self) -> Size:
        """The number of rows when the value is seen as a matrix."""
        return self.sizes[0] if self.sizes else 1

    @property
    def columns(self) -> Size:
        """The number of columns when the value is seen as a matrix."""
        return self.sizes[1] if len(self.sizes) == 2 else 1

    @property
    def names(self) -> frozenset[str]:
        """The sizes that are still open."""
        return frozenset(name for size in self.sizes for name in size_names(size))

    def __str__(self) -> str:
        """The shape as it is typed: `scalar`, `n`, `N x n`."""
        return " x ".join(map(str, self.sizes)) if self.sizes else "scalar"

    def display(self) -> str:
        """The shape as it is shown to a reader: `scalar`, `n×1`, `1×n`, `N×n`."""
        if len(self.sizes) > 2:
            return "×".join(map(_shown, self.sizes))
        return f"{_shown(self.rows)}×{_shown(self.columns)}" if self.sizes else phrase("scalar")


def _shown(size: Size) -> str:
    """A size in a product of sizes: letters that are multiplied stand side by side, longer names have a sign."""
    if isinstance(size, int):
        return str(size)
    one_letter = all(len(name) == 1 for name in size_names(size))
    shown = size.replace("*", "" if one_letter else "·")
    return f"({shown})" if "+" in size or (not one_letter and "*" in size) else shown


SCALAR = Shape()


def vector_shape(size: Size) -> Shape:
    """The shape of a column vector."""
    return Shape((size,))


def row_shape(size: Size) -> Shape:
    """The shape of a row vector."""
    return Shape((1, size))


def matrix_shape(rows: Size, columns: Size) -> Shape:
    """The shape of a matrix."""
    return Shape((rows, columns))


_FACTOR = r"(?:\d*[A-Za-z]\w*|\d+)"
_TERM = rf"{_FACTOR}(?:(?:\s*[*·]\s*|\s+(?=[A-Za-z]))(?!x\b){_FACTOR})*"
_SIZE = re.compile(rf"{_TERM}(?:\s*\+\s*{_TERM})*")
MOST_DIGITS = 6
"""A size has so many digits at most, which is far more than anything can be computed with."""


def parse_shape(text: str) -> Shape:
    """Read a shape as people write it: `scalar`, `n`, `3`, `N x n`, `N×n`, `N by n`.

    Raises ShapeError when the text is no shape, or a size in it is too large.
    """
    cleaned = text.strip()
    if cleaned.lower() in {"scalar", "number"}:
        return SCALAR
    for prefix in ("vector ", "matrix "):
        if cleaned.lower().startswith(prefix):
            cleaned = cleaned[len(prefix) :].strip()
    parts = [part.strip() for part in re.split(r"\s+x\s+|(?<=\d)x(?=\d)|\s*[×,]\s*|\s+by\s+", cleaned.strip("()"))]
    parts = [part for part in parts if part]
    if not 1 <= len(parts) <= 2 or not all(_SIZE.fullmatch(part) for part in parts):
        raise ShapeError(
            phrase("“{0}” is not a shape", text),
            hint="A shape is scalar, a size such as n, 3 or n+1 for a vector, or rows x columns such as N x n.",
        )
    for digits in re.findall(r"\d+", " ".join(re.sub(r"[A-Za-z]\w*", " ", part) for part in parts)):
        if len(digits.lstrip("0")) > MOST_DIGITS:
            raise size_too_large(digits)
    sizes = tuple(map(add_sizes, parts))
    if 0 in sizes:
        raise ShapeError(
            phrase("“{0}” is not a shape", text), hint="A size is a name, a whole number from 1 on, or a sum of these."
        )
    return Shape(sizes)


def size_too_large(digits: str) -> ShapeError:
    """The refusal of a size that is a number of so many digits."""
    shown = digits if len(digits) <= 20 else f"{digits[:8]}…{digits[-4:]}"
    return ShapeError(
        phrase("the size {0} is too large: sizes have at most {1} digits", shown, MOST_DIGITS),
        hint="Leave it open, with a name such as n.",
    )


def broadcast(*shapes: Shape) -> Shape:
    """The shape of an element-wise combination: equal shapes stay, scalars expand to the others.

    Raises ShapeError when two shapes differ and neither is a scalar.
    """
    result = SCALAR
    for shape in shapes:
        if shape is result or shape is SCALAR or shape.is_scalar or shape == result:
            continue
        if not result.is_scalar:
            raise ShapeError(
                phrase("the shapes {0} and {1} do not fit element by element", result.display(), shape.display()),
                shapes=(str(result), str(shape)),
            )
        result = shape
    return result


def product_shape(left: Shape, right: Shape) -> Shape:
    """The shape of a matrix product, where a vector counts as one column and 1×1 as a scalar.

    Raises ShapeError when the inner sizes differ.
    """
    if left.columns != right.rows:
        raise ShapeError(
            phrase(
                "cannot multiply {0} by {1}: the inner sizes {2} and {3} differ",
                left.display(),
                right.display(),
                left.columns,
                right.rows,
            ),
            shapes=(str(left), str(right)),
        )
    rows, columns = left.rows, right.columns
    if rows == 1 and columns == 1:
        return SCALAR
    return vector_shape(rows) if columns == 1 else matrix_shape(rows, columns)


def transposed(shape: Shape) -> Shape:
    """The shape of the transpose: a column becomes a row and the other way round; a 1×1 matrix stays one."""
    if shape.is_scalar or shape.sizes == (1, 1):
        return shape
    return vector_shape(shape.columns) if shape.is_row else matrix_shape(shape.columns, shape.rows)


def derivative_shape(body: Shape, wrt: Shape) -> Shape:
    """The shape of a derivative in numerator layout: an m-vector by an n-vector gives m×n.

    A scalar by an n-vector is a row 1×n, a vector by a scalar a column, a scalar by an m×n matrix n×m.
    Raises ShapeError when the derivative would have more than two directions.
    """
    if wrt.is_scalar:
        return body
    if body.is_scalar:
        return row_shape(wrt.rows) if wrt.is_vector else transposed(wrt)
    if body.is_vector and wrt.is_vector:
        return matrix_shape(body.rows, wrt.rows)
    raise ShapeError(
        phrase(
            "the derivative of a value of shape {0} with respect to a variable of shape {1} has more than "
            "two directions",
            body.display(),
            wrt.display(),
        ),
        shapes=(str(body), str(wrt)),
        hint="Differentiate a scalar made of it, such as its sum or its squared length, or one entry at a time.",
    )
