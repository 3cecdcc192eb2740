"""The derivative of a scalar by a matrix: through the vectors that the matrix makes, such as z = W x + b.

A vector has no derivative by a matrix that fits into a table of rows and columns. But where a scalar y depends on W
only through z = W x + b, the derivative of y by z, a row, is enough: ∂y/∂W is x times that row.
"""

from __future__ import annotations

from explainer.expr.dependence import depends_on
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
from explainer.rules.build import fresh_letter, matrix_times, plus, times
from explainer.rules.rule import Rewrite, fill, rule

FAMILY = "Matrix variable"

SOURCE = "Petersen and Pedersen, The Matrix Cookbook, sections 2.4 and 2.8"


def pulled_back(row: Node, vector: Node, wrt: Node) -> Node | None:
    """The derivative by W of row · vector, where the row is held and the vector is affine in W; None where it is not.

    For the vector W v it is v times the row: entry W_ij counts in entry i of the vector, with the factor v_j.
    """
    if isinstance(vector, Sum):
        if any(term.shape != vector.shape for term in vector.terms):
            return None
        parts = [pulled_back(row, term, wrt) for term in vector.terms if depends_on(term, wrt)]
        return None if None in parts else plus(*(part for part in parts if part is not None))
    if isinstance(vector, Negate):
        part = pulled_back(row, vector.operand, wrt)
        return None if part is None else Negate(part)
    if isinstance(vector, Product):
        scalars = tuple(factor for factor in vector.factors if factor.shape.is_scalar)
        (rest,) = (factor for factor in vector.factors if not factor.shape.is_scalar)
        part = None if any(depends_on(c, wrt) for c in scalars) else pulled_back(row, rest, wrt)
        return None if part is None else times(*scalars, part)
    if isinstance(vector, Quotient):
        part = None if depends_on(vector.denominator, wrt) else pulled_back(row, vector.numerator, wrt)
        return None if part is None else Quotient(part, vector.denominator)
    if isinstance(vector, Hadamard):
        moving = [factor for factor in vector.factors if depends_on(factor, wrt)]
        held = tuple(factor for factor in vector.factors if not depends_on(factor, wrt))
        if len(moving) != 1 or not held or any(not factor.shape.is_vector for factor in vector.factors):
            return None
        whole = held[0] if len(held) == 1 else Hadamard(held)
        return pulled_back(matrix_times(row, Diag(whole)), moving[0], wrt)
    if isinstance(vector, Transpose) and isinstance(vector.operand, MatrixProduct):
        turned = tuple(_turned(factor) for factor in reversed(vector.operand.factors))
        return pulled_back(row, MatrixProduct(turned), wrt)
    return _through_product(row, vector, wrt) if isinstance(vector, MatrixProduct) else None


def _turned(factor: Node) -> Node:
    return factor.operand if isinstance(factor, Transpose) else Transpose(factor)


def _through_product(row: Node, vector: MatrixProduct, wrt: Node) -> Node | None:
    """The same for a product of matrices and a vector, of which one factor depends on W."""
    places = [k for k, factor in enumerate(vector.factors) if depends_on(factor, wrt)]
    if len(places) != 1:
        return None
    (place,) = places
    before, moving, behind = vector.factors[:place], vector.factors[place], vector.factors[place + 1 :]
    left = matrix_times(row, *before)
    if not behind:
        return pulled_back(left, moving, wrt) if moving.shape.is_vector else None
    right = matrix_times(*behind)
    return _through_matrix(left, moving, right, wrt) if right.shape.is_vector else None


def _through_matrix(row: Node, matrix: Node, column: Node, wrt: Node) -> Node | None:
    """The derivative by W of row · matrix · column, where the matrix is W, its transpose, or a sum with such."""
    if matrix is wrt:
        return matrix_times(column, row)
    if isinstance(matrix, Transpose) and matrix.operand is wrt:
        return matrix_times(Transpose(row), Transpose(column))
    if isinstance(matrix, Sum):
        parts = [_through_matrix(row, term, column, wrt) for term in matrix.terms if depends_on(term, wrt)]
        return None if None in parts else plus(*(part for part in parts if part is not None))
    if isinstance(matrix, Negate):
        part = _through_matrix(row, matrix.operand, column, wrt)
        return None if part is None else Negate(part)
    if isinstance(matrix, Product):
        scalars = tuple(factor for factor in matrix.factors if factor.shape.is_scalar)
        (rest,) = (factor for factor in matrix.factors if not factor.shape.is_scalar)
        part = None if any(depends_on(c, wrt) for c in scalars) else _through_matrix(row, rest, column, wrt)
        return None if part is None else times(*scalars, part)
    return None


def vectors_of(body: Node, wrt: Node) -> tuple[Node, ...]:
    """The largest vectors in the body that are affine in W, each once; none where W is also used in another way."""
    found: dict[Node, None] = {}

    def covered(node: Node) -> bool:
        if not depends_on(node, wrt):
            return True
        if node.shape.is_vector and pulled_back(_probe(node), node, wrt) is not None:
            found[node] = None
            return True
        if node is wrt or isinstance(node, IndexedSum | MatrixRow | Derivative | Entry) or not node.children:
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
    taken = {variable.name.split("_")[0] for variable in body.free if isinstance(variable, Variable)}
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
def chain_matrix(node: Node) -> Rewrite | None:
    """The derivative with respect to an m×n matrix is n×m in numerator layout: row j, column i holds ∂y/∂W_ij. Since
    z_i is the sum of W_ij x_j, that entry is x_j times ∂y/∂z_i: a column times a row.
    """
    if not isinstance(node, Where) or not isinstance(node.body, Derivative) or not node.body.wrt.shape.is_matrix:
        return None
    if node.body.body is not node.definitions[-1].left:
        return None
    wrt, y = node.body.wrt, node.body.body
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
def linear_in_matrix(node: Node) -> Rewrite | None:
    """Each entry of the matrix occurs in one term of the sum; the derivative with respect to it is the product of the
    other factors of that term.
    """
    if not isinstance(node, Derivative) or not node.wrt.shape.is_matrix or not isinstance(node.wrt, Variable):
        return None
    wrt, body = node.wrt, node.body
    if isinstance(body, Dot):
        moving = [side for side in (body.left, body.right) if depends_on(side, wrt)]
        if len(moving) != 1:
            return None
        held = body.right if moving[0] is body.left else body.left
    elif isinstance(body, SumReduction) and body.operand.shape.is_vector:
        moving, held = [body.operand], Ones(body.operand.shape.rows)
    else:
        return None
    after = pulled_back(Transpose(held), moving[0], wrt)
    return None if after is None else Rewrite(after, {"W": wrt, "a": held})
