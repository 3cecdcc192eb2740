"""The derivative of a scalar by a matrix: through the vectors that the matrix makes, such as z = W x + b.

A vector has no derivative by a matrix that fits into a table of rows and columns. But where a scalar y depends on W
only through z = W x + b, the derivative of y by z, a row, is enough: ∂y/∂W is x times that row.
"""

from __future__ import annotations

from functools import singledispatch

from explainer.expr.dependence import depends_on
from explainer.expr.kinds import of_kind
from explainer.expr.letters import fresh
from explainer.expr.node import Node, substitute
from explainer.expr.nodes import (
    Derivative,
    Diag,
    Dot,
    Entry,
    Equation,
    Hadamard,
    IndexedSum,
    MatrixProduct,
    MatrixRow,
    Negate,
    Ones,
    Product,
    Quotient,
    Sum,
    SumReduction,
    Transpose,
    Variable,
    Where,
)
from explainer.rules.build import (
    fresh_letter,
    matrix_times,
    plus,
    plus_all,
    scalars_of,
    times,
    transposed,
    untransposed,
)
from explainer.rules.rule import Rewrite, fill, rule

FAMILY = "Matrix variable"

SOURCE = "Petersen and Pedersen, The Matrix Cookbook, sections 2.4 and 2.8"


def pulled_back(row: Node, part: Node, wrt: Node, column: Node | None = None) -> Node | None:
    """The derivative by W of row · part · column, where row and column are held and the part is affine in W.

    Without a column the part is a vector. For the vector W v it is v times the row: entry W_ij counts in entry i of the
    vector, with the factor v_j. None where the part is not affine, or is made in a way that has no such form.
    """
    if not depends_on(part, wrt):
        return None
    if untransposed(part) is wrt:
        if column is None:
            return None
        return matrix_times(column, row) if part is wrt else matrix_times(Transpose(row), Transpose(column))
    return _pulled_through(part, row, wrt, column)


@singledispatch
def _pulled_through(part: Node, row: Node, wrt: Node, column: Node | None) -> Node | None:
    """The same for what is made of parts, by its kind: a kind that is not listed has no such form."""
    return None


@_pulled_through.register(Sum)
def _(part: Sum, row: Node, wrt: Node, column: Node | None) -> Node | None:
    if any(term.shape != part.shape for term in part.terms):
        return None
    return plus_all(pulled_back(row, term, wrt, column) for term in part.terms if depends_on(term, wrt))


@_pulled_through.register(Negate)
def _(part: Negate, row: Node, wrt: Node, column: Node | None) -> Node | None:
    inner = pulled_back(row, part.operand, wrt, column)
    return None if inner is None else Negate(inner)


@_pulled_through.register(Product)
def _(part: Product, row: Node, wrt: Node, column: Node | None) -> Node | None:
    scalars, rest = scalars_of(part)
    inner = None if any(depends_on(c, wrt) for c in scalars) else pulled_back(row, rest, wrt, column)
    return None if inner is None else times(*scalars, inner)


@_pulled_through.register(Quotient)
def _(part: Quotient, row: Node, wrt: Node, column: Node | None) -> Node | None:
    inner = None if depends_on(part.denominator, wrt) else pulled_back(row, part.numerator, wrt, column)
    return None if inner is None else Quotient(inner, part.denominator)


@_pulled_through.register(Hadamard)
def _(part: Hadamard, row: Node, wrt: Node, column: Node | None) -> Node | None:
    moving = [factor for factor in part.factors if depends_on(factor, wrt)]
    held = tuple(factor for factor in part.factors if not depends_on(factor, wrt))
    if len(moving) != 1 or not held or any(not factor.shape.is_vector for factor in part.factors):
        return None
    whole = held[0] if len(held) == 1 else Hadamard(held)
    return pulled_back(matrix_times(row, Diag(whole)), moving[0], wrt, column)


@_pulled_through.register(Transpose)
def _(part: Transpose, row: Node, wrt: Node, column: Node | None) -> Node | None:
    if not isinstance(part.operand, MatrixProduct):
        return None
    turned = MatrixProduct(tuple(transposed(factor) for factor in reversed(part.operand.factors)))
    return pulled_back(row, turned, wrt, column)


@_pulled_through.register(MatrixProduct)
def _(part: MatrixProduct, row: Node, wrt: Node, column: Node | None) -> Node | None:
    factors = part.factors if column is None else (*part.factors, column)
    places = [k for k, factor in enumerate(factors) if depends_on(factor, wrt)]
    if len(places) != 1:
        return None
    (place,) = places
    behind = matrix_times(*factors[place + 1 :]) if place + 1 < len(factors) else None
    if behind is not None and not behind.shape.is_vector:
        return None
    return pulled_back(matrix_times(row, *factors[:place]), factors[place], wrt, behind)


def vectors_of(body: Node, wrt: Node) -> tuple[Node, ...]:
    """The largest vectors in the body that are affine in W, each once; none where W is also used in another way."""
    found: dict[Node, None] = {}

    def covered(node: Node) -> bool:
        if not depends_on(node, wrt):
            return True
        if node.shape.is_vector and pulled_back(_probe(node), node, wrt) is not None:
            found[node] = None
            return True
        if not node.children or isinstance(node, IndexedSum | MatrixRow | Derivative | Entry):
            return False
        return all(covered(child) for child in node.children)

    return tuple(found) if covered(body) else ()


def _probe(vector: Node) -> Node:
    """Some row that fits before a vector; only whether the derivative can be written matters."""
    return Transpose(Ones(vector.shape.rows))


def matrix_program(body: Node, wrt: Node) -> tuple[Equation, ...]:
    """The definitions z = W x + b and y = f(z) for a scalar function of a matrix; none where it has no such form."""
    vectors = vectors_of(body, wrt)
    if not vectors or not body.shape.is_scalar:
        return ()
    taken = {variable.name.split("_")[0] for variable in of_kind(body.free, Variable)}
    letter = fresh(taken, "zuvst")
    names = [letter] if len(vectors) == 1 else [f"{letter}_{k + 1}" for k in range(len(vectors))]
    symbols: dict[Node, Node] = {
        vector: Variable(name, vector.shape) for vector, name in zip(vectors, names, strict=True)
    }
    last = "y" if "y" not in taken else fresh_letter(Sum((body, Variable(letter))))
    definitions = [Equation(symbol, vector) for vector, symbol in symbols.items()]
    return (*definitions, Equation(Variable(last), substitute(body, symbols)))


@rule(
    title="Chain rule for a matrix",
    statement="(d(y)/d(W) where z = W @ x, y = f(z)) = (x @ ∂(y)/∂(z) where z = W @ x, y = f(z))",
    condition="y is a scalar and depends on W through z alone",
    words="W_ij occurs only in entry i of {z}, where it multiplies entry j.",
    shapes={"W": "m x n", "x": "n", "z": "m", "y": "scalar", "f": "scalar"},
    source=SOURCE,
    examples=["(d(y)/d(W) where z = W @ x, y = sum(z)) where W: m x n, x: n, z: m, y: scalar",
              "(d(y)/d(W) where z = W' @ x, y = norm(z)) where W: m x n, x: m, z: n, y: scalar"],
    leaves_alone=["(d(y)/dx where u = x^2, y = sin(u))"],
    phase="combine",
)  # fmt: skip
def chain_matrix(node: Where, body: Derivative) -> Rewrite | None:
    """The derivative with respect to an m×n matrix is n×m in numerator layout: row j, column i holds ∂y/∂W_ij. Since
    z_i is the sum of W_ij x_j, that entry is x_j times ∂y/∂z_i: a column times a row.
    """
    if not body.wrt.shape.is_matrix:
        return None
    if not node.definitions or body.body is not node.definitions[-1].left:
        return None
    wrt, y = body.wrt, body.body
    vectors = node.definitions[:-1]
    parts = [pulled_back(Derivative(y, d.left, "partial"), d.right, wrt) for d in vectors]
    known = tuple(part for part in parts if part is not None)
    if not known or len(known) < len(parts):
        return None
    words = fill("{W} affects {y} through {z} alone. ", {"W": wrt, "y": y, "z": vectors[0]})
    if len(vectors) > 1:
        words = fill(
            "{W} affects {y} through {count} vectors; their contributions are added. ",
            {"W": wrt, "y": y, "count": len(vectors)},
        )
    words += fill(
        "The entry in row i, column j of {W} occurs only in entry i of the vector, where it multiplies entry "
        "j of what {W} acts on; that column times the row {row} holds all these products, {shape}.",
        {"W": wrt, "row": Derivative(y, vectors[0].left, "partial"), "shape": node.shape.display()},
    )
    return Rewrite(Where(plus(*known), node.definitions, node.facts), {"W": wrt, "y": y, "z": vectors[0].left}, words)


@rule(
    title="Linear in a matrix",
    statement="∂(a · (W @ b))/∂(W) = b @ a'",
    condition="a and b do not depend on W",
    words="Entry i, j of {W} is multiplied by entry i of {a} and by entry j of what {W} acts on; in "
              "numerator layout the product of these two stands in row j, column i.",
    shapes={"W": "m x n", "a": "m", "b": "n"},
    source=SOURCE,
    examples=["∂(u · (W @ v))/∂(W) where W: m x n, u: m, v: n", "∂(sum(W @ x))/∂(W) where W: m x n, x: n",
              "∂(u · (W' @ v + u))/∂(W) where W: m x n, u: n, v: m"],
    leaves_alone=["∂(norm(W @ x))/∂(W) where W: m x n, x: n", "∂(u · v)/∂(u) where u: n, v: n"],
)  # fmt: skip
def linear_in_matrix(node: Derivative, wrt: Variable) -> Rewrite | None:
    """Each entry of the matrix occurs in one term of the sum; the derivative with respect to it is the product of the
    other factors of that term.
    """
    if not wrt.shape.is_matrix:
        return None
    body = node.body
    match body:
        case Dot(left, right):
            moving = [side for side in (left, right) if depends_on(side, wrt)]
            if len(moving) != 1:
                return None
            held = right if moving[0] is left else left
        case SumReduction(operand) if operand.shape.is_vector:
            moving, held = [operand], Ones(operand.shape.rows)
        case _:
            return None
    after = pulled_back(Transpose(held), moving[0], wrt)
    return None if after is None else Rewrite(after, {"W": wrt, "a": held})
