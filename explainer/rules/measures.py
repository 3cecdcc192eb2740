"""What gets smaller each time a rule is used: no rule that makes a measure smaller can be used for ever.

A rule declares its measure by name; where it declares none, rules that differentiate make the open derivatives smaller
and rules that tidy the length. The few that make nothing smaller, and why they come to an end all the same, stand in
ENDLESS_BUT_BOUNDED. Tests look at every use of every rule that they see.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from math import prod
from typing import Any, TypeVar

from explainer.expr import nodes
from explainer.expr.kinds import has_child, not_of_kind, of_kind
from explainer.expr.node import Node, subnodes
from explainer.rules.build import rational, terms_of, unsigned
from explainer.rules.forms.bilinear import disorder_of_numbers
from explainer.rules.forms.columns import opposite_deviation
from explainer.rules.forms.order import order_terms, order_vectors
from explainer.rules.forms.switches import opposite_switches
from explainer.rules.tidy.factors import ranks_of
from explainer.rules.tidy.row_sums import sums_over_rows
from explainer.rules.vector.abstract import is_settled, usual_sign
from explainer.rules.vector.matrix_powers import equal_neighbours, sums_of_powers

Kind = TypeVar("Kind", bound=Node)

ENDLESS_BUT_BOUNDED: dict[str, str] = {
    "expand-definition": "the definition of a function uses simpler functions only; the table has no circles",
    "introduce-differential": "a derivative is sought by its differential once, and then read off",
    "introduce-variables": "a derivative gets names once: a line with names is never named again",
    "use-given-names": "a derivative gets names once: a line with names is never named again",
    "alias-variable": "the variable gets one further name, once",
    "local-derivative": "each definition is differentiated once with respect to each name that it uses",
    "chain-single": "a derivative through several names becomes one of neighbours in the chain, of which there are few",
    "chain-single-forward": "the same as for the backward order",
    "chain-total": "each name gets its total derivative once",
    "chain-vector": "as for scalars: each name gets its derivative once",
    "chain-matrix": "the derivative with respect to the matrix becomes one with respect to the vectors that it makes",
    "wrong-turn": "no line ever follows from it",
    "put-in-derivatives": "a derivative that was worked out takes the place of the one that was asked for",
    "substitute": "what is put in holds only names that were defined before",
    "forward-pass": "a derivative gets names once: a line with names is never named again",
    "adjoint": "each name gets its adjoint once",
    "put-in-adjoints": "what is put in holds only names that were defined before",
    "end-of-sweep": "a line with adjoints ends once",
    "entries-together": "a derivative with respect to a symmetric matrix is one with its entries apart, once",
    "sigmoid-turned": "of a difference and its opposite only the one that was typed is written",
    "shorter-form": "SymPy gives one form for each value: applied again it gives the same",
}
"""The rules that make nothing smaller, each with the reason why it cannot be used for ever."""


def measure_of(identifier: str, declared: str, phase: str) -> str:
    """The name of what a rule makes smaller; empty for the rules that are bounded otherwise."""
    if identifier in ENDLESS_BUT_BOUNDED:
        return ""
    return declared or ("open derivatives" if phase == "differentiate" else "length")


def _parts(node: Node) -> Iterator[Node]:
    return (part for _, part in subnodes(node))


def _all(node: Node, *kinds: type[Kind]) -> tuple[Kind, ...]:
    """All parts of some kinds, as often as they stand there."""
    return of_kind(_parts(node), *kinds)


def _bases_of(node: Node, kind: type[Kind]) -> tuple[Kind, ...]:
    """What of this kind powers are taken of."""
    return of_kind((part.base for part in _all(node, nodes.Power)), kind)


def _size(node: Node) -> int:
    return sum(1 for _ in subnodes(node))


def _count(*kinds: type[Node]) -> Callable[[Node], int]:
    return lambda node: len(_all(node, *kinds))


def _depth(*kinds: type[Node]) -> Callable[[Node], int]:
    """How far inside the parts of some kinds stand, all of them together."""
    return lambda node: sum(len(path) for path, part in subnodes(node) if isinstance(part, kinds))


def _length(node: Node) -> tuple[int, int, int]:
    """The number of parts, then the digits of the numbers, then the factors of products of vectors and matrices.

    2/4 is as long as 1/2, yet has the larger numbers; a row times a column in a product is a number in front of it.
    """
    values = (part.value for part in _all(node, nodes.Number))
    digits = sum(abs(value.numerator) + value.denominator for value in values)
    factors = sum(len(part.factors) for part in _all(node, nodes.MatrixProduct))
    return _size(node), digits, factors + _count(nodes.Dot)(node)


def _sums_in_products(node: Node) -> int:
    """How many products there would be with every sum multiplied out, less those that there are."""
    return sum(prod(len(terms_of(f)) for f in part.factors) - 1 for part in _all(node, nodes.MatrixProduct))


def _directions(node: Node) -> int:
    """0 for a scalar, 1 for a vector or matrix, 2 and 3 for variables that are listed."""
    if isinstance(node, nodes.VariableTuple):
        return 2 + node.holds_vectors
    return min(1, len(node.shape.sizes))


def _open(node: Node) -> Iterator[nodes.Derivative]:
    return (part for part in _all(node, nodes.Derivative) if not is_settled(part))


def _open_derivatives(node: Node) -> list[tuple[int, int]]:
    """What is still to be differentiated, the largest first; several smaller ones are less than a larger one."""
    return sorted(((_directions(part.wrt), _size(part.body)) for part in _open(node)), reverse=True)


def _open_differentials(node: Node) -> list[int]:
    """What stands under d and is more than the variable, the largest first."""
    return sorted((_size(part.body) for part in _all(node, nodes.Differential) if part.is_open), reverse=True)


_changes = _count(nodes.Differential)


def _calls(node: Node, name: str) -> Iterator[nodes.Apply]:
    return (part for part in _all(node, nodes.Apply) if part.operation.name == name)


def _within_calls(name: str) -> Callable[[Node], int]:
    """The size of all that stands inside calls of a function."""
    return lambda node: sum(_size(part) - 1 for part in _calls(node, name))


def _not_in_traces(node: Node) -> tuple[int, int]:
    """What stands under sums of entries and dots, then the changes that stand in no trace."""
    under = _below(nodes.SumReduction, nodes.Dot)(node)
    return under, _changes(node) - sum(_changes(part) for part in _calls(node, "tr"))


def _behind_the_change(node: Node) -> tuple[int, int, int]:
    """The transposed changes, the factors behind changes, and the element-wise products and diagonals around them."""
    transposed = sum(has_child(part, nodes.Differential) for part in _all(node, nodes.Transpose))
    behind = sum(
        len(part.factors) - 1 - place
        for part in _all(node, nodes.MatrixProduct)
        for place, factor in enumerate(part.factors)
        if _changes(factor)
    )
    around = _all(node, nodes.Hadamard, nodes.HadamardQuotient, nodes.Diag)
    return transposed, behind, sum(any(map(_changes, part.children)) for part in around)


def _open_directions(node: Node) -> list[int]:
    return sorted(
        (_directions(part.wrt) + _directions(part.body) for part in _all(node, nodes.Derivative)), reverse=True
    )


def _brackets(node: Node) -> int:
    """Sums that stand in something else than a sum."""
    parents = not_of_kind(_parts(node), nodes.Sum, nodes.Where, nodes.Equation)
    return sum(len(of_kind(part.children, nodes.Sum)) for part in parents)


def _below(*kinds: type[Node]) -> Callable[[Node], int]:
    """The size of all that stands inside parts of some kinds."""
    return lambda node: sum(_size(part) - 1 for part in _all(node, *kinds))


def _terms(node: Node) -> int:
    return sum(len(part.terms) for part in _all(node, nodes.Sum))


def _factors(node: Node) -> int:
    return sum(len(part.factors) for part in _all(node, nodes.Product))


def _disorder(node: Node) -> int:
    """Pairs of factors that stand the wrong way round."""
    ranks = [ranks_of(part.factors) for part in _all(node, nodes.Product)]
    return sum(row[j] < row[i] for row in ranks for i in range(len(row)) for j in range(i + 1, len(row)))


def _negative_exponents(node: Node) -> int:
    exponents = (rational(part.exponent) for part in _all(node, nodes.Power))
    return sum(exponent is not None and exponent < 0 for exponent in exponents)


def _matrix_powers(node: Node) -> int:
    return sum(map(nodes.is_matrix_power, _all(node, nodes.Apply)))


def _reductions(node: Node) -> int:
    products = sum(part.shape.is_scalar for part in _all(node, nodes.MatrixProduct))
    return _count(nodes.SumReduction, nodes.Dot)(node) + products + sum(1 for _ in _calls(node, "tr"))


def _open_determinants(node: Node) -> int:
    """Determinants that are still to be differentiated."""
    return sum(1 for part in _all(node, nodes.Derivative) for _ in _calls(part.body, "det"))


def _vectors(node: Node) -> int:
    return sum(not part.children and not part.shape.is_scalar for part in _parts(node))


def _mixed(node: Node) -> int:
    """Scalars that meet vectors entry by entry, as in x + z and max(0, x), and as values of the same cases."""
    kinds = (nodes.Sum, nodes.Apply, nodes.Hadamard, nodes.HadamardQuotient, nodes.Power, nodes.Comparison)
    met = [part.children for part in _all(node, *kinds) if not part.shape.is_scalar]
    met += [part.values for part in _all(node, nodes.Cases) if not part.shape.is_scalar]
    return sum(child.shape.is_scalar for children in met for child in children)


def _letters(node: Node) -> tuple[int, int]:
    """How often a letter is written, then how many powers there are."""
    letters = sum(not part.children for part in not_of_kind(_parts(node), nodes.Number))
    return letters, _count(nodes.Power)(node)


def _out_of_order(node: Node) -> int:
    """Sums and products of vectors whose parts stand in another order than the usual one."""
    return sum(order.applies_to(part) for part in _parts(node) for order in (order_terms, order_vectors))


def _letters_and_functions(node: Node) -> tuple[int, int, int]:
    """How often a letter is written, then the functions, then the length."""
    return _letters(node)[0], _count(nodes.Apply)(node), _size(node)


def _signs_of_factors(node: Node) -> int:
    """Minus signs that stand before something else than a term."""
    kinds = (nodes.Sum, nodes.Vector, nodes.Matrix, nodes.Cases, nodes.Equation, nodes.Where)
    return sum(len(of_kind(part.children, nodes.Negate)) for part in not_of_kind(_parts(node), *kinds))


def _nested_alike(node: Node) -> int:
    """Sums in sums and products in products."""
    sums = sum(len(of_kind(map(unsigned, part.terms), nodes.Sum)) for part in _all(node, nodes.Sum))
    return sums + sum(len(of_kind(part.factors, nodes.Product)) for part in _all(node, nodes.Product))


def _factors_beside_bars(node: Node) -> int:
    """The factors of products in which a fraction stands; large sums and cases may stand beside one."""
    beside = (part for part in _all(node, nodes.Product) if has_child(part, nodes.Quotient))
    return sum(len(part.factors) - len(of_kind(part.factors, nodes.IndexedSum, nodes.Cases)) for part in beside)


def _scalars_inside(node: Node) -> int:
    """Scalar factors, divisors and signs at the factors of matrix products and under a transpose."""
    kinds = (
        nodes.MatrixProduct, nodes.Transpose, nodes.Dot, nodes.Diag, nodes.SumReduction, nodes.HadamardQuotient,
    )  # fmt: skip
    around = (*_all(node, *kinds), *_calls(node, "mean"))
    return sum(_outer_scalars(child) for part in around for child in part.children)


def _outer_scalars(node: Node) -> int:
    found = 0
    while isinstance(node, nodes.Negate | nodes.Quotient | nodes.Product):
        found += 1
        inner = [child for child in node.children if not child.shape.is_scalar]
        if not inner:
            break
        node = inner[0]
    return found


_BARS = (_count(nodes.Quotient, nodes.HadamardQuotient), _depth(nodes.Quotient, nodes.HadamardQuotient), _length)

MEASURES: dict[str, Callable[[Node], Any]] = {
    "length": _length,
    "diagonal matrices": _count(nodes.Diag),
    "open derivatives": _open_derivatives,
    "powers of matrices": _matrix_powers,
    "equal neighbours": equal_neighbours,
    "sums of powers": sums_of_powers,
    "sums over rows": sums_over_rows,
    "directions": _open_directions,
    "open determinants": _open_determinants,
    "open differentials": _open_differentials,
    "changes": _changes,
    "what traces are not": _not_in_traces,
    "what stands behind the change": _behind_the_change,
    "what stands in traces": _within_calls("tr"),
    "what stands in columns": _within_calls("vec"),
    "diagonals of changes": _within_calls("diag"),
    "changes beside vectors": lambda node: sum(
        change.shape.is_matrix
        for part in _all(node, nodes.MatrixProduct)
        if part.shape.is_vector
        for change in of_kind(part.factors, nodes.Differential)
    ),
    "what stands in inverses": _within_calls("inv"),
    "what stands in determinants": _within_calls("det"),
    "brackets": _brackets,
    "sums in products of matrices": _sums_in_products,
    "terms": _terms,
    "factors": _factors,
    "disorder": _disorder,
    "vectors": _vectors,
    "powers": _count(nodes.Power),
    "negative exponents": _negative_exponents,
    "functions": _count(nodes.Apply),
    "products of many factors": lambda node: sum(part.operation.name == "prod" for part in _all(node, nodes.Apply)),
    "derivatives with respect to entries": lambda node: len(
        of_kind((part.wrt for part in _all(node, nodes.Derivative)), nodes.Entry)
    ),
    "letters": _letters,
    "places of variables": _count(nodes.Variable),
    "different sums": lambda node: len(set(_all(node, nodes.Sum))),
    "what divides products with brackets": lambda node: sum(
        _size(part.denominator)
        for part in _all(node, nodes.Quotient)
        if isinstance(part.numerator, nodes.MatrixProduct) and any(of_kind(part.numerator.factors, nodes.Sum))
    ),
    "different sums over an index": lambda node: len(set(_all(node, nodes.IndexedSum))),
    "brackets around products": lambda node: len(_bases_of(node, nodes.Product)),
    "products entry by entry": lambda node: (
        _count(nodes.Hadamard)(node),
        sum(len(part.factors) for part in _all(node, nodes.Hadamard)),
    ),
    "what is added up": _below(nodes.SumReduction),
    "letters and numbers in brackets": lambda node: sum(_size(part) for part in _all(node, nodes.Sum)),
    "cases": _count(nodes.Cases),
    "opposite switches": lambda node: sum(map(opposite_switches, _parts(node))),
    "minus signs": _count(nodes.Negate),
    "letters and functions": _letters_and_functions,
    "opposite deviations": lambda node: sum(opposite_deviation(part) is not None for part in _parts(node)),
    "sums out of order": _out_of_order,
    "fractions in powers": lambda node: len(_bases_of(node, nodes.Quotient)),
    "what stands above bars": lambda node: sum(_size(part.numerator) for part in _all(node, nodes.Quotient)),
    "dots": _count(nodes.Dot),
    "reductions": _reductions,
    "scalars that meet vectors": _mixed,
    "signs of factors": _signs_of_factors,
    "sums in sums, products in products": _nested_alike,
    "factors beside bars": _factors_beside_bars,
    "scalars inside": _scalars_inside,
    "matrices": lambda node: sum(len(part.shape.sizes) == 2 for part in _parts(node)),
    "bars": lambda node: tuple(measure(node) for measure in _BARS),
    "depth of cases": _depth(nodes.Cases),
    "columns beside rows that pick": lambda node: sum(
        len(of_kind(of_kind(part.factors, nodes.RowForm), nodes.RowForm)) for part in _all(node, nodes.MatrixProduct)
    ),
    "depth of names": _depth(nodes.Where),
    "what stands under names": lambda node: sum(_size(part.body) for part in _all(node, nodes.Where)),
    "lists with names": lambda node: len(of_kind((part.body for part in _all(node, nodes.Where)), nodes.Vector)),
    "unusual signs": lambda node: sum(part.kind != usual_sign(part) for part in _all(node, nodes.Derivative)),
    "cases in products": lambda node: sorted(
        (_count(nodes.Cases)(part) for part in _all(node, nodes.Product, nodes.MatrixProduct)), reverse=True
    ),
    "matrices and letters out of order": lambda node: sorted(
        disorder_of_numbers(part) for part in _all(node, nodes.MatrixProduct) if part.shape.is_scalar
    ),
    "reductions and traces": lambda node: sum(1 for _ in _calls(node, "tr")),
    "equal neighbours in traces": lambda node: (
        -sum(
            one is other
            for part in _calls(node, "tr")
            if isinstance(part.arguments[0], nodes.MatrixProduct)
            for one, other in pairwise(part.arguments[0].factors)
        )
    ),
    "depth of rows": _depth(nodes.RowForm),
    "depth of blocks": _depth(nodes.Blocks),
    "forms with an index": _count(
        nodes.Grid, nodes.Entries, nodes.ColumnForm, nodes.RowForm, nodes.DiagonalForm, nodes.IndexedSum
    ),
    "what stands under a sum": _below(nodes.IndexedSum),
    "what stands under a transpose": _below(nodes.Transpose),
    "what an entry is taken of": lambda node: sum(
        _size(part.children[0]) for part in _all(node, nodes.Entry, nodes.MatrixRow)
    ),
    "transposes entry by entry": lambda node: sum(
        len(of_kind(part.children, nodes.Transpose)) for part in _all(node, nodes.Hadamard, nodes.HadamardQuotient)
    ),
    "scalars entry by entry": lambda node: sum(
        _outer_scalars(child) for part in _all(node, nodes.Hadamard) for child in part.children
    ),
    "diagonals of products": lambda node: len(
        of_kind((part.arguments[0] for part in _calls(node, "diag")), nodes.MatrixProduct)
    ),
    "diagonals of rows": _count(nodes.Diag),
    "what stands in Kronecker products": lambda node: sum(map(_changes, _calls(node, "kron"))),
    "Kronecker products": lambda node: sum(1 for _ in _calls(node, "kron")),
    "what stands in diagonals": lambda node: sum(_size(part.arguments[0]) for part in _calls(node, "diag")),
    "what stands in blocks": _below(nodes.Blocks),
    "blocks": _count(nodes.Blocks),
    "operations entry by entry": _count(nodes.Hadamard, nodes.HadamardQuotient, nodes.Expand, nodes.Diag),
}
"""Everything that a rule can make smaller, by name."""
