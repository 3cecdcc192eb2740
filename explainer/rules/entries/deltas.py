"""What δ_ij does: in a sum only i = j survives, in a grid only the diagonal."""

from __future__ import annotations

from explainer.expr.kinds import all_of_kind, any_of_kind, has_child, holds, parts_of_kind
from explainer.expr.node import Node, substitute, with_children
from explainer.expr.nodes import (
    ONE,
    ZERO,
    Cases,
    ColumnForm,
    Delta,
    DiagonalForm,
    Dot,
    Entries,
    Grid,
    Index,
    IndexedSum,
    MatrixProduct,
    Negate,
    Number,
    Product,
    Quotient,
    RowForm,
    Sum,
    Transpose,
    directions_of,
)
from explainer.rules.build import factors_of, is_zero, negative, plus, terms_of, times
from explainer.rules.entries.indices import entry_of, fresh_index
from explainer.rules.matching import fraction_of, signed
from explainer.rules.rule import Rewrite, fill, rule

FAMILY = "Deltas"

PAPER = "Parr and Howard, The Matrix Calculus You Need For Deep Learning, section 4"


def without_delta(node: Node, index: Index) -> tuple[Node, Node] | None:
    """A term c δ_ij as the pair (c, j), for the given i; None when it has no such factor."""
    if not holds(node, Delta) or index not in node.free:
        return None
    match node:
        case Delta():
            other = _other(node, index)
            return None if other is None else (ONE, other)
        case Product(factors):
            for k, factor in enumerate(factors):
                found = without_delta(factor, index)
                if found is not None:
                    kept = (*factors[:k], *(() if found[0] is ONE else (found[0],)), *factors[k + 1 :])
                    return times(*kept), found[1]
            return None
        case Negate(operand):
            found = without_delta(operand, index)
            return None if found is None else (Negate(found[0]), found[1])
        case Quotient(numerator, denominator):
            found = without_delta(numerator, index)
            return None if found is None else (Quotient(found[0], denominator), found[1])
        case IndexedSum(inner, body):
            found = without_delta(body, index)
            taken = found is None or found[1] is inner
            return None if taken or found is None else (IndexedSum(inner, found[0], node.lower), found[1])
        case Cases() | Sum():
            return _from_all(node, index)
    return None


def _other(delta: Delta, index: Index) -> Node | None:
    """The index that δ sets equal to the given one; δ_ii says nothing about i."""
    if delta.left is delta.right:
        return None
    if delta.left is index:
        return delta.right
    return delta.left if delta.right is index else None


def _from_all(node: Cases | Sum, index: Index) -> tuple[Node, Node] | None:
    """The common factor δ of all cases, or of all terms; zeros have any factor."""
    parts = node.values if isinstance(node, Cases) else node.terms
    found = [(part, None) if is_zero(part) else without_delta(part, index) for part in parts]
    others = {pair[1] for pair in found if pair is not None and pair[1] is not None}
    if None in found or len(others) != 1:
        return None
    kept = tuple(pair[0] for pair in found if pair is not None)
    rest = Cases(kept, node.conditions) if isinstance(node, Cases) else Sum(kept)
    return rest, others.pop()


@rule(
    title="Only one term of the sum survives",
    statement="row(j=1..n, sum(i=1..n, x_i delta(i, j))) = row(j=1..n, x_j)",
    words="δ is 1 where {i} = {j} and 0 elsewhere: of all terms of the sum only the one with {i} = {j} is left.",
    shapes={"x": "n"},
    source=PAPER + ".4",
    examples=["row(j=1..n, sum(i=1..n, x_i delta(i, j))) where x: n", "row(j=1..n, sum(i=1..n, delta(i, j)))"],
    leaves_alone=["sum(i=1..n, x_i) where x: n"],
    phase="collapse",
)
def only_one_survives(node: IndexedSum) -> Rewrite | None:
    """A sum over i of terms with a factor δ_ij has one term that is not zero, that with i = j."""
    if node.lower != 1:
        return None
    found = without_delta(node.body, node.index)
    if found is not None:
        rest, other = found
        if not _same_range(other, node.index):
            return None
        bindings = {"i": node.index, "j": other}
        return Rewrite(substitute(rest, {node.index: other}), bindings)
    return _split_sum(node)


def _same_range(other: Node, index: Index) -> bool:
    """Whether the other index always meets one of the sum's values."""
    match other, index.size:
        case Index(size=size), own:
            return size == own
        case Number(value), int(last):
            return 1 <= value <= last
        case Number(), _:
            return True
    return False


def _split_sum(node: IndexedSum) -> Rewrite | None:
    """A sum of which only some terms have a factor δ, or of which they have δ with several partners: one sum for each
    partner and one for the rest.
    """
    sign, body = signed(node.body)
    if not isinstance(body, Sum):
        return None
    groups: dict[Node | None, list[Node]] = {}
    for term in map(negative, body.terms) if sign else body.terms:
        found = without_delta(term, node.index)
        groups.setdefault(None if found is None else found[1], []).append(term)
    if len(groups) == 1:  # one partner for all is the case above, no δ at all nothing to split off
        return None
    rest = groups.pop(None, None)
    sums = [IndexedSum(node.index, plus(*terms)) for terms in (*groups.values(), *([rest] if rest else []))]
    words = ("The terms with δ are summed separately.",)
    if rest is None:
        words = ("Terms with different δ are summed separately.",)
    return Rewrite(
        Sum(tuple(sums)),
        {"i": node.index},
        words,
        statement="sum(i=1..n, x_i + y_i) = sum(i=1..n, x_i) + sum(i=1..n, y_i)",
    )


@rule(
    title="Factors without the index come out of the sum",
    statement="row(j=1..n, sum(i=1..m, y_i x_j)) = row(j=1..n, x_j sum(i=1..m, y_i))",
    words="{f} is the same in every term of the sum over {i}: it is written in front.",
    shapes={"x": "n", "y": "m"},
    source=PAPER + ".4",
    examples=["row(j=1..n, sum(i=1..m, y_i x_j)) where x: n, y: m",
              "row(j=1..n, sum(i=1..m, -(2 y_i x_j))) where x: n, y: m",
              "row(j=1..n, sum(i=1..m, y_i x_j / z - y_i^2 x_j^2)) where x: n, y: m, z: scalar"],
    leaves_alone=["sum(i=1..n, 2 z x_i) where x: n, z: scalar", "row(j=1..n, sum(i=1..m, W_{i,j})) where W: m x n"],
    measure="what stands under a sum",
    phase="collapse",
)  # fmt: skip
def factor_out_of_sum(node: IndexedSum) -> Rewrite | None:
    """What belongs to another index is a common factor of all terms."""
    if not node.shape.is_scalar:
        return None
    found = [_in_front_of_sum(node, term) for term in terms_of(node.body)]
    taken = [pair for pair in found if pair is not None]
    if len(taken) != len(found):
        return None
    return Rewrite(plus(*(after for after, _ in taken)), {"f": taken[0][1], "i": node.index})


def _in_front_of_sum(node: IndexedSum, term: Node) -> tuple[Node, Node] | None:
    """The sum over one term with what belongs to another index in front, and that; None where nothing does."""
    sign, body = signed(term)
    above, below = fraction_of(body)
    other, above = signed(above)
    negative = sign != other
    factors = factors_of(above)
    outside = tuple(f for f in factors if node.index not in f.free and any_of_kind(f.free, Index))
    inside = tuple(factor for factor in factors if factor not in outside)
    if not outside or not any(node.index in factor.free for factor in inside):
        return None
    stays = node.index in below.free
    summed = times(*inside) if not stays else Quotient(times(*inside), below)
    after = times(*outside, IndexedSum(node.index, summed, node.lower))
    after = after if stays or below is ONE else Quotient(after, below)
    return (Negate(after) if negative else after), times(*outside)


@rule(
    title="Element-wise diagonal condition",
    statement="grid(i=1..n, j=1..n, x_i delta(i, j)) = diagonal(i=1..n, x_i)",
    condition="entry i of the function depends on entry i of the variable only",
    words="Entry {i} of the function does not depend on entry {j} of the variable when {j} ≠ {i}: off the diagonal the "
    "Jacobian is zero, on it stands {entry}.",
    shapes={"x": "n"},
    source=PAPER + ".2",
    examples=[
        "grid(i=1..n, j=1..n, x_i delta(i, j)) where x: n",
        "grid(i=1..n, j=1..n, delta(i, j))",
        "grid(i=1..n, j=1..n, x_i delta(i, j) - x_i x_j) where x: n",
    ],
    leaves_alone=["grid(i=1..n, j=1..n, x_i x_j) where x: n"],
    phase="collapse",
)
def elementwise_diagonal(node: Grid | Entries) -> Rewrite | None:
    """When every entry of the Jacobian has a factor δ_ij, only its diagonal is not zero. This is so for all
    element-wise operations.
    """
    directions = directions_of(node)
    if directions is None or directions[0].size != directions[1].size:
        return None
    row, column = directions
    terms = terms_of(node.body)
    pairs = [(term, without_delta(term, row)) for term in terms]
    marked = [pair[0] for _, pair in pairs if pair is not None and pair[1] is column]
    others = [term for term, pair in pairs if pair is None or pair[1] is not column]
    if not marked:
        return None
    entry = substitute(plus(*marked), {column: row})
    diagonal = DiagonalForm(row, entry)
    bindings = {"i": row, "j": column, "entry": entry}
    if not others:
        return Rewrite(diagonal, bindings)
    words = fill(
        "The term with δ differs from zero only on the diagonal, where it is {entry}; the other terms fill the grid.",
        bindings,
    )
    return Rewrite(Sum((diagonal, with_children(node, (row, column, plus(*others))))), bindings, words)


@rule(
    title="Known δ",
    statement="delta(1, 2) = 0",
    by_example=True,
    words="{i} is not {j}: {δ} is 0.",
    source=PAPER + ".2",
    examples=["delta(1, 2)", "delta(3, 3)", "row(j=1..n, delta(j, j))"],
    leaves_alone=["row(j=1..n, delta(1, j))"],
    phase="tidy",
)
def known_delta(node: Delta) -> Rewrite | None:
    """δ of two places that are known is 1 where they are the same place, else 0."""
    same = node.left is node.right
    if not same and not all_of_kind(node.children, Number):
        return None
    known: dict[str, Node] = {"δ": node, "i": node.left, "j": node.right}
    if same:
        return Rewrite(
            ONE, known, statement="delta(1, 1) = 1", words=fill("Both places of {δ} are {i}: it is 1.", known)
        )
    return Rewrite(ZERO, known)


@rule(
    title="Two δ of one index",
    statement="column(i=1..n, delta(i, 1) delta(i, 2)) = column(i=1..n, 0)",
    by_example=True,
    words="{i} cannot be {j} and {k} at once: one of the two δ is always 0.",
    source=PAPER + ".2",
    examples=["column(i=1..n, delta(i, 1) delta(i, 2))",
              "grid(i=1..n, j=1..n, 3 delta(1, i) x_j delta(i, 2)) where x: n",
              "column(i=1..n, delta(i, 1) delta(i, 1))"],
    leaves_alone=["grid(i=1..n, j=1..n, delta(i, 1) delta(j, 2))"],
    phase="tidy",
)  # fmt: skip
def deltas_of_one_index(node: Product) -> Rewrite | None:
    """δ_i1 δ_i2 is zero, because i is one number; δ_i1 twice is δ_i1."""
    if not has_child(node, Delta):
        return None
    seen: dict[Node, tuple[int, Node]] = {}
    for k, factor in enumerate(node.factors):
        pair = _fixed(factor)
        if pair is None:
            continue
        index, place = pair
        first, its_place = seen.setdefault(index, (k, place))
        if its_place is not place:
            return Rewrite(ZERO, {"i": index, "j": its_place, "k": place})
        if first != k:
            kept = times(*node.factors[:k], *node.factors[k + 1 :])
            words = fill("{δ} times itself is {δ}: it is 0 or 1.", {"δ": factor})
            return Rewrite(kept, {}, words, statement=_TWICE)
    return None


_TWICE = "column(i=1..n, delta(i, 1) delta(i, 1)) = column(i=1..n, delta(i, 1))"


def _fixed(factor: Node) -> tuple[Node, Node] | None:
    """The index and the number that a δ sets equal."""
    match factor:
        case Delta(Index() as index, Number() as place) | Delta(Number() as place, Index() as index):
            return index, place
    return None


@rule(
    title="One entry is picked out",
    statement="row(j=1..n, x · column(i=1..n, delta(i, j))) = row(j=1..n, x_j)",
    words="The column is 1 at {j} and 0 elsewhere: of {x} it picks out the entry {entry}.",
    shapes={"x": "n"},
    source=PAPER + ".4",
    examples=["row(j=1..n, x · column(i=1..n, delta(i, j))) where x: n",
              "row(j=1..n, x' @ column(i=1..n, delta(j, i))) where x: n"],
    leaves_alone=["row(j=1..n, x · column(i=1..n, x_i)) where x: n"],
    measure="forms with an index",
    phase="collapse",
)  # fmt: skip
def picked_entry(node: Dot | MatrixProduct) -> Rewrite | None:
    """A vector times a column that is 1 in one place and 0 in all others is its entry in that place."""
    match node:
        case Dot(left, right):
            pairs = [(left, right), (right, left)]
        case MatrixProduct((Transpose(left), right)):
            pairs = [(left, right)]
        case _:
            return None
    for vector, column in pairs:
        match column:
            case ColumnForm(index, Delta() as body) if vector.shape.is_vector:
                place = _other(body, index)
                if place is not None and index not in place.free:
                    entry = entry_of(vector, (place,))
                    return Rewrite(entry, {"x": vector, "j": place, "entry": entry})
    return None


@rule(
    title="Only one row of the sum counts in each place",
    statement="sum(i=1..n, x_i row(j=1..n, delta(i, j))) = row(j=1..n, x_j)",
    words="In the place {j} δ is 1 for {i} = {j} only: of all rows of the sum one counts there.",
    shapes={"x": "n"},
    source=PAPER + ".4",
    examples=["sum(i=1..n, x_i row(j=1..n, delta(i, j))) where x: n",
              "sum(i=1..n, cases(2 x_i row(j=1..n, delta(i, j)) if x_i > 0, zeros(1, n) otherwise)) where x: n"],
    leaves_alone=["sum(i=1..n, x_i row(j=1..n, y_j)) where x: n, y: n", "sum(i=1..m, X_i') where X: m x n"],
    measure="forms with an index",
    phase="collapse",
)  # fmt: skip
def row_of_survivors(node: IndexedSum) -> Rewrite | None:
    """The row that is 1 in place i and 0 elsewhere puts what it is multiplied with into that place."""
    marks = _marked_places(node)
    if not marks:
        return None
    place = marks[0].index
    found = without_delta(entry_of(node.body, (ONE, place)), node.index)
    if found is None or found[1] is not place or not _same_range(place, node.index):
        return None
    entry = substitute(found[0], {node.index: place})
    return Rewrite(RowForm(place, entry), {"i": node.index, "j": place})


@rule(
    title="A sum of rows, place by place",
    statement="sum(i=1..n, x_i row(k=1..n, delta(i, k)) + y_i x') = "
    "row(k=1..n, sum(i=1..n, x_i delta(i, k) + y_i x_k))",
    by_example=True,
    words="Rows are added place by place: the sum is the row whose entry {k} is the sum of the entries {k}. Of a row "
    "that is 1 in one place, this entry is a δ.",
    shapes={"x": "n", "y": "n"},
    source=PAPER + ".4",
    examples=["sum(i=1..n, x_i row(k=1..n, delta(i, k)) + y_i x') where x: n, y: n",
              "sum(i=1..n, sum(j=1..n, x_i x_j row(k=1..n, delta(i, k)) - x_i row(k=1..n, delta(j, k)))) where x: n"],
    leaves_alone=["sum(i=1..n, x_i row(j=1..n, y_j)) where x: n, y: n", "sum(i=1..m, X_i') where X: m x n"],
    measure="depth of rows",
    phase="collapse",
)  # fmt: skip
def row_by_places(node: IndexedSum) -> Rewrite | None:
    """Terms with several δ have them in several places: as entries each δ can pick its term of the sum."""
    marks = _marked_places(node)
    if not marks or row_of_survivors(node) is not None:
        return None
    place = fresh_index(marks[0].index.size, node)
    entry = entry_of(node, (ONE, place))
    return None if holds(entry, RowForm) else Rewrite(RowForm(place, entry), {"k": place})


def _marked_places(node: IndexedSum) -> list[RowForm]:
    """The rows in a sum of rows that are 1 in one place, which the sum or one inside it counts."""
    if node.lower != 1 or not node.shape.is_row:
        return []
    marks = [part for part in parts_of_kind(node.body, RowForm) if isinstance(part.body, Delta)]
    return [] if any(mark.index in node.free for mark in marks) else marks
