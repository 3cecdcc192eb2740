"""Vectors and matrices put together of blocks: ŵ = [w, b] and the row [xᵀ, 1], and derivatives by and of them.

What has the same partition is worked out block by block. Sizes are sums: w of size n and a scalar b make n+1 entries.
"""

from __future__ import annotations

from explainer.expr.dependence import depends_on
from explainer.expr.kinds import not_of_kind, of_kind, placed
from explainer.expr.node import Node, substitute, with_children
from explainer.expr.nodes import (
    ONE,
    ZERO,
    Apply,
    Blocks,
    Cases,
    Derivative,
    Dot,
    Hadamard,
    HadamardQuotient,
    Identity,
    IndexedSum,
    Matrix,
    MatrixProduct,
    Negate,
    Power,
    Quotient,
    Sum,
    SumReduction,
    VariableTuple,
    Vector,
    Zeros,
)
from explainer.expr.shape import product_shape
from explainer.rules.build import called, factors_of, is_one, is_zero, matrix_factors, matrix_times, plus, times
from explainer.rules.matching import is_whole_function
from explainer.rules.rule import Rewrite, Words, fill, listed, rule

FAMILY = "Blocks"

PAPER = "Parr and Howard, The Matrix Calculus You Need For Deep Learning, section 6.2"
MATRICES = "Petersen and Pedersen, The Matrix Cookbook, section 9.1"


@rule(
    title="Dot product, block by block",
    statement="[w, b] · [x, y] = w · x + b y",
    condition="both vectors are partitioned in the same way",
    words="The two vectors are partitioned in the same way, so their dot product is the sum of those of the "
    "blocks: {sum}.",
    shapes={"w": "n", "x": "n"},
    source=PAPER,
    examples=[
        "[w, b] · [x, 1] where w: n, x: n, b: scalar",
        "[w, b, v] · [x, y, u] where w: n, x: n, u: m, v: m, b: scalar, y: scalar",
    ],
    leaves_alone=["w · x where w: n, x: n", "v · [x, 1] where x: n, v: n+1", "[w, b] · [y, x] where w: n, x: n"],
    measure="blocks",
    phase="expand",
)
def dot_of_blocks(node: Dot, left: Blocks, right: Blocks) -> Rewrite | None:
    """Multiplying entry by entry and adding up may be done block by block; a block that is one number is multiplied."""
    above, beside = left.column, right.column
    if above is None or beside is None or left.heights != right.heights:
        return None
    terms: list[Node] = []
    for one, other in zip(above, beside, strict=True):
        if one.shape.is_scalar and other.shape.is_scalar:
            terms.append(times(*(part for part in (one, other) if not is_one(part))))
        elif one.shape == other.shape:
            terms.append(Dot(one, other))
        else:
            return None
    return Rewrite(plus(*terms), {"sum": plus(*terms)})


@rule(
    title="Sum, block by block",
    statement="sum([w, b]) = sum(w) + b",
    words="The entries of {whole} are those of its blocks: add up each block, then the sums.",
    shapes={"w": "n"},
    source=MATRICES,
    examples=["sum([w, b]) where w: n, b: scalar"],
    leaves_alone=["sum(w) where w: n"],
    measure="blocks",
    phase="expand",
)
def sum_of_blocks(node: SumReduction, operand: Blocks) -> Rewrite | None:
    """The sum of all entries is the sum of the sums of the blocks."""
    parts = operand.children
    after = plus(*(part if part.shape.is_scalar else SumReduction(part) for part in parts))
    return Rewrite(after, {"whole": operand})


@rule(
    title="Entry by entry is block by block",
    statement="[w, b] ⊗ [x, y] = [w ⊗ x, b y]",
    condition="all vectors are partitioned in the same way",
    words="The operation works entry by entry, so it works block by block: {blocks}.",
    shapes={"w": "n", "x": "n"},
    source=MATRICES,
    examples=[
        "[w, b] ⊗ [x, y] where w: n, x: n, b: scalar, y: scalar",
        "sin([w, b]) where w: n, b: scalar",
        "[w, b] + [x, 1] where w: n, x: n, b: scalar",
        "[w, b]^2 where w: n, b: scalar",
    ],
    leaves_alone=["v + [x, 1] where x: n, v: n+1", "softmax([w, b]) where w: n, b: scalar"],
    measure="depth of blocks",
    phase="expand",
)
def blockwise(node: Hadamard | HadamardQuotient | Sum | Power | Apply) -> Rewrite | None:
    """Element-wise operations do not look at neighbours, so a cut through the vector is a cut through the operation."""
    if not node.shape.is_vector:
        return None
    if is_whole_function(node):
        return None
    cut = [child for child in node.children if not child.shape.is_scalar]
    blocks = [child for child in of_kind(cut, Blocks) if child.column is not None]
    if len(blocks) < len(cut) or len({child.heights for child in blocks}) != 1:
        return None
    parts = [child.column if isinstance(child, Blocks) else None for child in node.children]
    made: list[Node] = []
    for k in range(len(blocks[0].rows)):
        children = tuple(part[k] if part else child for part, child in zip(parts, node.children, strict=True))
        made.append(_scalar_form(node, children))
    after = Blocks(tuple((block,) for block in made))
    return Rewrite(after, {"blocks": after})


def _scalar_form(node: Node, children: tuple[Node, ...]) -> Node:
    """The operation on one block; between scalars ⊗ is an ordinary product."""
    if all(child.shape.is_scalar for child in children):
        match node:
            case Hadamard():
                return times(*(child for child in children if not is_one(child)))
            case HadamardQuotient():
                return Quotient(*children)
    return with_children(node, children)


@rule(
    title="Multiply block by block",
    statement="[[x', y]] @ [w, b] = x' @ w + y b",
    condition="the columns of the left matrix are partitioned like the rows of the right one",
    words="Row of blocks times column of blocks: {product}.",
    shapes={"w": "n", "x": "n"},
    source=MATRICES,
    examples=[
        "[[x', 1]] @ [[identity(n)], [zeros(1, n)]] where x: n",
        "[[W, c], [x', z]] @ [w, b] where W: m x n, c: m, x: n, w: n, z: scalar, b: scalar",
        "[[W, c]] @ [x, 1] where W: m x n, c: m, x: n",
    ],
    leaves_alone=["W @ [w, b] where W: m x n+1, w: n, b: scalar"],
    measure="blocks",
    phase="tidy",
)
def multiply_blocks(node: MatrixProduct) -> Rewrite | None:
    """Blocks are multiplied as entries are, but their order must be kept. Products with zeros are left out."""
    factors = node.factors
    for k, left in placed(factors[:-1], Blocks):
        right = factors[k + 1]
        if not isinstance(right, Blocks):
            continue
        if tuple(block.shape.columns for block in left.rows[0]) != right.heights:
            continue
        columns = tuple(zip(*right.rows, strict=True))
        rows = tuple(tuple(_product_of_blocks(row, column) for column in columns) for row in left.rows)
        new = rows[0][0] if len(rows) == len(columns) == 1 else put_together(rows)
        return Rewrite(matrix_times(*factors[:k], new, *factors[k + 2 :]), {"product": new})
    return None


def _product_of_blocks(row: tuple[Node, ...], column: tuple[Node, ...]) -> Node:
    terms: list[Node] = []
    for a, b in zip(row, column, strict=True):
        if is_zero(a) or is_zero(b):
            continue
        kept = [factor for factor in not_of_kind((a, b), Identity) if not is_one(factor)]
        terms.append(matrix_times(*kept) if kept else a)
    if terms:
        return plus(*terms)
    shape = product_shape(row[0].shape, column[0].shape)
    return Zeros(shape) if shape.sizes else ZERO


def put_together(rows: tuple[tuple[Node, ...], ...]) -> Node:
    """Blocks, or a vector or matrix that is written out where all of them are scalars."""
    if any(not block.shape.is_scalar for row in rows for block in row):
        return Blocks(rows)
    return Vector(tuple(row[0] for row in rows)) if len(rows[0]) == 1 else Matrix(rows)


@rule(
    title="Gradient, block by block",
    statement="∂(f)/∂(w, b) = [[∂(f)/∂(w), ∂(f)/∂(b)]]",
    condition="w is a vector, or matrices in f change with scalars",
    words="The derivative comes in blocks.",
    shapes={"w": "n", "f": "scalar"},
    source=PAPER,
    examples=[
        "∂(w · x + b)/∂(w, b) where w: n, x: n, b: scalar",
        "∂(z w)/∂(w, z) where w: n, z: scalar",
        "∂((z W) @ x)/∂(y, z) where W: m x n, x: n, y: scalar, z: scalar",
    ],
    leaves_alone=["∂(3 x^2 y)/∂(x, y)"],
    measure="directions",
    phase="expand",
)
def block_gradient(node: Derivative, wrt: VariableTuple) -> Rewrite | None:
    """A vector and a scalar, stacked, form one longer vector. The derivative with respect to it has a column for each
    of its entries: first those of the vector, then that of the scalar.
    """
    by_scalars = not wrt.holds_vectors and not _has_changing_matrix(node.body, wrt)
    if by_scalars or wrt.holds_matrices:
        return None
    variables = wrt.variables
    after = Blocks((tuple(Derivative(node.body, variable, "partial") for variable in variables),))
    others: Words = ()
    for variable in variables[1:]:
        others += fill(", and beside it the one with respect to {variable}", {"variable": variable})
    words = fill(
        "{variables}, stacked, form one vector. The derivative with respect to it is the one with respect to "
        "{first}{others}: together {shape}.",
        {"variables": listed(variables), "first": variables[0], "others": others, "shape": node.shape.display()},
    )
    return Rewrite(after, {"f": node.body}, words)


def _has_changing_matrix(body: Node, wrt: VariableTuple) -> bool:
    """Whether a vector is made by matrices that change, for which there is a rule by one scalar at a time."""
    columns = called(body, "vec")
    factors = matrix_factors(body) if columns is None and body.shape.is_vector else (columns or body,)
    return any(factor.shape.is_matrix and depends_on(factor, wrt) for factor in factors)


@rule(
    title="Derivative, block by block",
    statement="∂([u, v])/∂(x) = [[∂(u)/∂(x)], [∂(v)/∂(x)]]",
    words="The rows of the Jacobian belong to the entries of {whole}: differentiate each block and keep the order.",
    shapes={"u": "m", "v": "k", "x": "n"},
    source=MATRICES,
    examples=[
        "∂([w, b])/∂(w) where w: n, b: scalar",
        "∂([x ⊗ x, w · x])/∂(x) where w: n, x: n",
        "∂([z x, z])/∂(z) where x: n",
    ],
    leaves_alone=["∂([x, x^2])/∂(x)"],
    measure="open derivatives",
    phase="expand",
)
def block_derivative(node: Derivative, body: Blocks) -> Rewrite | None:
    """The Jacobian of stacked values is the stack of their Jacobians."""
    if body.column is None:
        return None
    after = Blocks(tuple((Derivative(block, node.wrt, node.kind),) for block in body.column))
    return Rewrite(after, {"whole": body})


@rule(
    title="Blocks of zeros",
    statement="[zeros(n), 0] = zeros(n+1)",
    words="All blocks are zero: together they are {zeros}.",
    source=MATRICES,
    examples=["[zeros(n), 0]", "[[zeros(1, n), 0]]"],
    leaves_alone=["[zeros(n), 1]"],
    phase="tidy",
)
def zero_blocks(node: Blocks) -> Rewrite | None:
    """Stacked zeros are zeros."""
    if not all(map(is_zero, node.children)):
        return None
    after = Zeros(node.shape)
    return Rewrite(after, {"zeros": after})


@rule(
    title="What the blocks have in common",
    statement="[[z x', z]] = z [[x', 1]]",
    condition="all blocks have the same factor, sum, sign or cases",
    words="What all blocks have in common moves outside.",
    shapes={"x": "n", "z": "scalar"},
    source=MATRICES,
    examples=[
        "[[z x', z]] where x: n, z: scalar",
        "[[sum(i=1..N, X_i'), sum(j=1..N, y_j)]] where X: N x n, y: N",
        "[[cases(zeros(1, n) if z <= 0, x' if z > 0), cases(0 if z <= 0, 1 if z > 0)]] where x: n, z: scalar",
        "[[-x', -z]] where x: n, z: scalar",
        "[[x' / z, y / z]] where x: n, z: scalar, y: scalar",
    ],
    leaves_alone=["[[x', z]] where x: n, z: scalar", "[[x' / z, z / y]] where x: n, z: scalar, y: scalar"],
    measure="what stands in blocks",
    phase="collapse",
)
def collect_blocks(node: Blocks) -> Rewrite | None:
    """A factor of every block is a factor of the whole; sums over the same index are one sum of blocks, and cases with
    the same conditions one choice between blocks.
    """
    blocks = node.children
    for layer in (_common_sum, _common_cases, _common_sign, _common_quotient, _common_factors):
        found = layer(node, blocks)
        if found is not None:
            return found
    return None


def _put(node: Blocks, blocks: tuple[Node, ...]) -> Node:
    """The same arrangement of other blocks; zeros where all of them are zero."""
    remaining = iter(blocks)
    made = put_together(tuple(tuple(next(remaining) for _ in row) for row in node.rows))
    return Zeros(made.shape) if all(map(is_zero, blocks)) else made


def _common_sum(node: Blocks, blocks: tuple[Node, ...]) -> Rewrite | None:
    sums = of_kind(blocks, IndexedSum)
    if len(sums) < len(blocks):
        return None
    first = sums[0]
    if any((block.index.size, block.lower) != (first.index.size, first.lower) for block in sums):
        return None
    bodies = tuple(substitute(block.body, {block.index: first.index}) for block in sums)
    words = fill("All blocks are sums over {i}: they are one sum of blocks.", {"i": first.index})
    return Rewrite(IndexedSum(first.index, _put(node, bodies), first.lower), words=words)


def _common_cases(node: Blocks, blocks: tuple[Node, ...]) -> Rewrite | None:
    cases = of_kind(blocks, Cases)
    if len(cases) < len(blocks):
        return None
    first = cases[0]
    if any(block.conditions != first.conditions for block in cases):
        return None
    values = tuple(_put(node, case) for case in zip(*(block.values for block in cases), strict=True))
    words = ("All blocks have the same cases: write the blocks case by case.",)
    return Rewrite(Cases(values, first.conditions), words=words)


def _common_sign(node: Blocks, blocks: tuple[Node, ...]) -> Rewrite | None:
    operands = tuple(block.operand for block in of_kind(blocks, Negate))
    if len(operands) < len(blocks):
        return None
    return Rewrite(Negate(_put(node, operands)), words=("All blocks have a minus sign: it moves in front.",))


def _common_quotient(node: Blocks, blocks: tuple[Node, ...]) -> Rewrite | None:
    quotients = of_kind(blocks, Quotient)
    if len(quotients) < len(blocks) or len({block.denominator for block in quotients}) > 1:
        return None
    below = quotients[0].denominator
    words = fill("All blocks are divided by {below}: divide the whole by it.", {"below": below})
    return Rewrite(Quotient(_put(node, tuple(block.numerator for block in quotients)), below), words=words)


def _common_factors(node: Blocks, blocks: tuple[Node, ...]) -> Rewrite | None:
    """Scalar factors of all blocks; a scalar block is a factor of itself, and leaves a one."""
    factors = [factors_of(block) for block in blocks]
    common: list[Node] = []
    remaining = [list(parts) for parts in factors]
    for factor in factors[0]:
        if factor.shape.is_scalar and not is_one(factor) and all(factor in parts for parts in remaining):
            common.append(factor)
            for parts in remaining:
                parts.remove(factor)
    if not common or all(map(is_zero, common)):
        return None
    rest = tuple(times(*parts) if parts else ONE for parts in remaining)
    bindings = {"c": times(*common)}
    words = fill("All blocks have the factor {c}: it moves in front.", bindings)
    return Rewrite(times(*common, _put(node, rest)), words=words)
