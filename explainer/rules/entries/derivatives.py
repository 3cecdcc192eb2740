"""Derivatives entry by entry: reductions as indexed sums, entries of composed vectors, ∂x_i/∂x_j.

Together with the scalar rules these carry out any Jacobian whose entries can be written down; the rules that put the
entries together again are in deltas.py and folding.py.
"""

from __future__ import annotations

from explainer.expr.declared import DECLARED_KINDS
from explainer.expr.dependence import depends_on
from explainer.expr.kinds import holds, of_kind, parts_of_kind
from explainer.expr.node import Node, substitute
from explainer.expr.nodes import (
    ONE,
    TWO,
    Apply,
    ColumnForm,
    Delta,
    Derivative,
    Dot,
    Entries,
    Entry,
    Grid,
    Index,
    IndexedSum,
    MatrixProduct,
    Power,
    Product,
    RowForm,
    SumReduction,
    Variable,
)
from explainer.expr.operation import Operation
from explainer.rules.build import times
from explainer.rules.entries.indices import entry_of, fresh_index
from explainer.rules.matching import is_whole_function
from explainer.rules.rule import Rewrite, fill, rule

FAMILY = "Elements"

PAPER = "Parr and Howard, The Matrix Calculus You Need For Deep Learning, section 4"


@rule(
    title="Take one entry",
    statement="column(i=1..n, (w ⊗ x)_i) = column(i=1..n, w_i x_i)",
    condition="the operation works entry by entry",
    by_example=True,
    words="Entry by entry, {v} has the entry {entry}.",
    shapes={"w": "n", "x": "n"},
    source=PAPER + ".2",
    examples=["column(i=1..n, (w ⊗ x)_i) where w: n, x: n", "column(i=1..n, (sin(x) + z)_i) where x: n"],
    leaves_alone=["x_1 where x: n"],
    measure="what an entry is taken of",
    phase="expand",
)
def take_entry(node: Entry) -> Rewrite | None:
    """Entry i of an element-wise operation is that operation applied to the entries i; a scalar is expanded, so every
    entry of it is the scalar; an entry of a matrix product is a sum of products.
    """
    if isinstance(node.base, Variable):
        return None
    after = entry_of(node.base, node.indices)
    return None if after is node else Rewrite(after, {"v": node.base, "entry": after})


@rule(
    title="Write the reduction as a sum",
    statement="w · x = sum(i=1..n, w_i x_i)",
    by_example=True,
    words="{whole} adds up its terms one by one: {sum}.",
    shapes={"w": "n", "x": "n"},
    source=PAPER + ".4",
    examples=["sum(x) where x: n", "w · x where w: n, x: n", "w' @ x where w: n, x: n", "tr(W) where W: n x n"],
    leaves_alone=["x + z where x: n"],
    measure="reductions",
    phase="expand",
)
def write_out_reduction(node: SumReduction | Dot | MatrixProduct | Apply) -> Rewrite | None:
    """A sum of all entries, a dot product, a row times a column, and a trace are all sums over an index."""
    after: Node
    match node:
        case SumReduction():
            operand = node.operand
            row = fresh_index(operand.shape.rows, node)
            if operand.shape.is_vector:
                after = IndexedSum(row, _short_entry(operand, row))
            elif operand.shape.is_row:
                column = fresh_index(operand.shape.columns, node)
                after = IndexedSum(column, entry_of(operand, (ONE, column)))
            else:
                column = fresh_index(operand.shape.columns, node, row)
                after = IndexedSum(row, IndexedSum(column, entry_of(operand, (row, column))))
        case Dot():
            row = fresh_index(node.left.shape.rows, node)
            left, right = _short_entry(node.left, row), _short_entry(node.right, row)
            after = IndexedSum(row, Power(left, TWO) if left is right else Product((left, right)))
        case MatrixProduct() if node.shape.is_scalar:
            after = entry_of(node, ())
        case Apply() if node.operation.name == "tr":
            (operand,) = node.arguments
            row = fresh_index(operand.shape.rows, node)
            after = IndexedSum(row, entry_of(operand, (row, row)))
        case _:
            return None
    return Rewrite(after, {"whole": node, "sum": after})


def _short_entry(vector: Node, index: Index) -> Node:
    """An entry with the index pushed inwards, unless that opens a product of matrices: (W x − y)_i stays short."""
    entry = entry_of(vector, (index,))
    opened = holds(entry, IndexedSum)
    return Entry(vector, (index,)) if opened else entry


@rule(
    title="Definition of the function",
    statement="norm(x) = sqrt(sum(x ⊗ x))",
    by_example=True,
    words="{whole} is short for {meaning}.",
    shapes={"x": "n", "W": "m x n"},
    source="the row of the function in the operations table",
    examples=["norm(x) where x: n", "softmax(x) where x: n"],
    leaves_alone=["sin(x)"],
    phase="expand",
)
def expand_definition(node: Apply) -> Rewrite | None:
    """A function of a whole vector is replaced by what it stands for, written with sums and element-wise functions."""
    if node.operation.elementwise or not node.operation.definition:
        return None
    from explainer.language import parse_expression

    shapes = {name: argument.shape for name, argument in zip(node.operation.parameters, node.arguments, strict=True)}
    meaning = parse_expression(node.operation.definition, shapes).expression
    places: dict[Node, Node] = {
        Variable(name, shape): node.arguments[k] for k, (name, shape) in enumerate(shapes.items())
    }
    after = substitute(meaning, places)
    return Rewrite(after, {"whole": node, "meaning": after}, statement=_definition(node.operation, meaning))


def _definition(operation: Operation, meaning: Node) -> str:
    """The definition of one function, with x for a vector and W for a matrix; of several, X, Y, Z or x, y, z."""
    shapes = {v.name: v.shape for v in of_kind(meaning.free, Variable)}
    several = len(operation.parameters) > 1
    letters: dict[Node, Node] = {}
    for name, small, capital in zip(operation.parameters, "xyz", "XYZ" if several else "W", strict=False):
        letters[Variable(name, shapes[name])] = Variable(capital if shapes[name].is_matrix else small, shapes[name])
    called = tuple(letters.values())
    return f"{Apply(operation, called).text()} = {substitute(meaning, letters).text()}"


@rule(
    title="One entry of the whole derivative",
    statement="d(f)/d(X_{i,j}) = (∂(f)/∂(X))_{j,i}",
    condition="f is a scalar",
    words="{f} has its derivative with respect to all of {X} at once: that with respect to {entry} is one entry of it, "
    "where row and column change places.",
    shapes={"X": "m x n", "f": "scalar"},
    source=PAPER + ".1",
    examples=["d(sum(X))/d(X_{1,2}) where X: m x n", "d(x · x)/d(x_1) where x: n"],
    leaves_alone=["d(x^2)/dx"],
    measure="derivatives with respect to entries",
    phase="expand",
)
def entry_of_derivative(node: Derivative, wrt: Entry) -> Rewrite | None:
    """The derivative of a scalar with respect to X_ij stands in row j and column i of that with respect to X."""
    X, indices = wrt.base, wrt.indices
    if not isinstance(X, Variable) or not node.body.shape.is_scalar:
        return None
    place = (indices[1], indices[0]) if len(indices) == 2 else (ONE, *indices)
    if len(place) != 2 or node.body is wrt:
        return None
    whole = Derivative(node.body, X, node.kind)
    return Rewrite(Entry(whole, place), {"f": node.body, "X": X, "entry": wrt, "i": indices[0], "j": indices[-1]})


@rule(
    title="Jacobian, entry by entry",
    statement="∂(f)/∂(x) = row(j=1..n, ∂(f)/∂(x_j))",
    words="The derivative collects the partial derivatives.",
    shapes={"x": "n", "v": "m", "W": "m x n"},
    source=PAPER,
    examples=[
        "∂(sum(x))/∂(x) where x: n",
        "∂(w ⊗ x)/∂(x) where w: n, x: n",
        "∂(x z)/∂(z) where x: n, z: scalar",
        "∂(sum(W @ x))/∂(W) where W: m x n, x: n",
        "∂(W' @ W)/∂(W_{1,2}) where W: m x n",
    ],
    leaves_alone=["d(x^2)/dx"],
    measure="directions",
    phase="expand",
)
def jacobian_entries(node: Derivative, wrt: Variable | Entry) -> Rewrite | None:
    """Row i, column j of the Jacobian is the partial derivative of entry i of the function with respect to entry j of
    the variable. A scalar function has one row (its gradient), a scalar variable one column.
    """
    body = node.body
    if node.shape.is_scalar:
        return None
    if node.kind in DECLARED_KINDS:  # entries of a symmetric or diagonal matrix do not move alone
        return None
    if body.shape.is_matrix:
        return _of_matrix(node) if wrt.shape.is_scalar else None
    if wrt.shape.is_matrix:
        return _by_matrix(node) if body.shape.is_scalar else None
    row = fresh_index(body.shape.rows, node)
    column = fresh_index(wrt.shape.rows, node, row)
    if body.shape.is_scalar:
        after: Node = RowForm(column, Derivative(body, Entry(wrt, (column,)), "partial"))
        words = fill(
            "{f} is a scalar: its gradient is a row with one partial derivative for each entry of {x}.",
            {"f": body, "x": wrt},
        )
    elif wrt.shape.is_scalar:
        after = ColumnForm(row, Derivative(entry_of_function(body, row), wrt, "partial"))
        words = fill(
            "{f} is a vector and {x} a scalar: the derivative is a column, one entry for each entry of {f}.",
            {"f": body, "x": wrt},
        )
        statement = "∂(v)/∂(z) = column(i=1..m, ∂(v_i)/∂(z))"
        return Rewrite(after, {"f": body, "x": wrt}, words, statement=statement)
    else:
        entry = Derivative(entry_of_function(body, row), Entry(wrt, (column,)), "partial")
        after = Entries((row, column), entry) if _mixes_entries(body, wrt) else Grid(row, column, entry)
        words = fill(
            "The Jacobian has a row for each entry of {f} and a column for each entry of {x}: its entry in row "
            "{i}, column {j} is {entry}.",
            {"f": body, "x": wrt, "i": row, "j": column, "entry": entry},
        )
        statement = "∂(v)/∂(x) = grid(i=1..m, j=1..n, ∂(v_i)/∂(x_j))"
        return Rewrite(after, {"f": body, "x": wrt}, words, statement=statement)
    return Rewrite(after, {"f": body, "x": wrt}, words)


def _of_matrix(node: Derivative) -> Rewrite:
    """The derivative of a matrix with respect to a scalar has the shape of the matrix: each entry is differentiated."""
    body, wrt = node.body, node.wrt
    i = fresh_index(body.shape.rows, node)
    j = fresh_index(body.shape.columns, node, i)
    place = (ONE, j) if body.shape.is_row else (i, j)
    entry = Derivative(Entry(body, place), wrt, "partial")
    bindings = {"f": body, "x": wrt, "i": i, "j": j, "entry": entry}
    if body.shape.is_row:
        words = fill("{f} is a row and {x} a scalar: each entry of the row is differentiated.", bindings)
        return Rewrite(RowForm(j, entry), bindings, words, statement=_OF_MATRIX)
    words = fill(
        "{f} is a matrix and {x} a scalar: each entry of {f} is differentiated; in row {i}, column {j} stands {entry}.",
        bindings,
    )
    return Rewrite(Entries((i, j), entry), bindings, words, statement=_OF_MATRIX)


def _by_matrix(node: Derivative) -> Rewrite:
    """The derivative of a scalar with respect to a matrix: row j, column i holds that with respect to W_ij.

    It is given by its general entry: nine cells with sums in each of them would be drawn anew on every line.
    """
    body, wrt = node.body, node.wrt
    i = fresh_index(wrt.shape.rows, node)
    j = fresh_index(wrt.shape.columns, node, i)
    bindings = {"f": body, "x": wrt, "i": i, "j": j}
    if wrt.shape.is_row:
        entry = Derivative(body, Entry(wrt, (ONE, j)), "partial")
        words = fill("{f} is a scalar: there is one partial derivative for each entry of the row {x}.", bindings)
        return Rewrite(ColumnForm(j, entry), bindings, words, statement=_BY_MATRIX)
    entry = Derivative(body, Entry(wrt, (i, j)), "partial")
    words = fill(
        "{f} is a scalar: there is one partial derivative for each entry of {x}. In numerator layout, the "
        "one with respect to the entry in row {i}, column {j} stands in row {j}, column {i}: the derivative "
        "has the shape of the transpose.",
        bindings,
    )
    return Rewrite(Entries((j, i), entry), bindings, words, statement=_BY_MATRIX)


def _mixes_entries(body: Node, x: Node) -> bool:
    """Whether an entry of a function depends on many entries of x: then all cells of the Jacobian are of one kind, and
    its general entry says it; of a function that works entry by entry the grid shows the zeros beside the diagonal.
    """
    mixing: tuple[Node, ...] = (*parts_of_kind(body, *MIXING), *filter(is_whole_function, parts_of_kind(body, Apply)))
    return any(depends_on(part, x) for part in mixing)


MIXING = (Dot, IndexedSum, MatrixProduct, SumReduction)
"""What adds up over the entries of a vector."""

_OF_MATRIX = "∂(W)/∂(z) = entries(i=1..m, j=1..n, ∂(W_{i,j})/∂(z))"
_BY_MATRIX = "∂(f)/∂(W) = entries(j=1..n, i=1..m, ∂(f)/∂(W_{i,j}))"


def entry_of_function(body: Node, index: Index) -> Node:
    """The entry of the function that is differentiated, not yet pushed inwards."""
    return Entry(body, (index,))


@rule(
    title="One entry with respect to another",
    statement="grid(i=1..n, j=1..n, ∂(x_i)/∂(x_j)) = grid(i=1..n, j=1..n, delta(i, j))",
    words="The derivative of one entry with respect to another is 1 if they are the same entry and 0 otherwise.",
    shapes={"x": "n"},
    source=PAPER + ".2",
    examples=[
        "grid(i=1..n, j=1..n, ∂(x_i)/∂(x_j)) where x: n",
        "grid(j=1..n, i=1..m, sum(k=1..m, sum(l=1..n, ∂(W_{k,l})/∂(W_{i,j})))) where W: m x n",
    ],
    leaves_alone=["∂(x_1)/∂(x_1) where x: 2"],
)
def entry_by_entry(node: Derivative, body: Entry, wrt: Entry) -> Rewrite | None:
    """The entries of a vector are independent of each other. δ_ij, which is 1 on the diagonal and 0 off it, says both
    cases at once.
    """
    if body is wrt or body.base is not wrt.base or not isinstance(body.base, Variable):
        return None
    if len(body.indices) == 2:
        deltas = tuple(Delta(i, j) for i, j in zip(body.indices, wrt.indices, strict=True) if i is not j)
        words = fill(
            "{a} changes with {b} only if the two are the same entry, in the same row and in the same column: a δ "
            "for each, which is 1 where its two indices are equal and 0 elsewhere.",
            {"a": body, "b": wrt},
        )
        statement = (
            "grid(j=1..n, i=1..m, sum(k=1..m, sum(l=1..n, ∂(W_{k,l})/∂(W_{i,j})))) = "
            "grid(j=1..n, i=1..m, sum(k=1..m, sum(l=1..n, delta(k, i) delta(l, j))))"
        )
        return Rewrite(times(*deltas), {"a": body, "b": wrt}, words, statement=statement)
    i, j = body.indices[0], wrt.indices[0]
    bindings = {"a": body, "b": wrt, "i": i, "j": j}
    words = fill(
        "{a} changes with {b} only if the two are the same entry: the derivative is 1 for {i} = {j} and 0 otherwise, "
        "in short {delta}.",
        {**bindings, "delta": Delta(i, j)},
    )
    return Rewrite(Delta(i, j), bindings, words)
