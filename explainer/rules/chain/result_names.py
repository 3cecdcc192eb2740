"""Names for terms of a result: e_i for the error of row i, and the constant factors that then leave the sum."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from explainer.expr.kinds import of_kind
from explainer.expr.node import Node, each_part, substitute, with_children
from explainer.expr.nodes import Cases, ColumnForm, Entry, Equation, Index, IndexedSum, Negate, Product, Sum, Where
from explainer.rules.build import factors_of, is_zero, negative, times
from explainer.rules.chain.meaning import meaning_of, shown_definition
from explainer.rules.rule import Rewrite, Words, fill, rule

FAMILY = "Terms"

PAPER = "Parr and Howard, The Matrix Calculus You Need For Deep Learning, section 6"


@rule(
    title="Name a term",
    statement="(2 (x + y) z where e = x + y) = (2 e z where e = x + y)",
    condition="the term occurs in the line",
    by_example=True,
    words="The term gets a name.",
    source=PAPER,
    examples=[
        "(2 (x + y) z where e = x + y)",
        "(2 (y - x) z where e = x - y)",
        "(sum(i=1..N, 2 (w · X_i - y_i) X_i') where e = column(i=1..N, w · X_i - y_i)) where w: n, X: N x n, y: N",
    ],
    leaves_alone=["(2 e z where e = x + y)", "(2 x where e = x + y)"],
    phase="substitute",
)
def name_term(node: Where) -> Rewrite | None:
    """A term that says something gets a name of its own, and the name takes its place wherever the term occurs. With an
    index it names one term for each number: e_i is the error of row i.
    """
    meaning = meaning_of(node.definitions)
    body, named = node.body, []
    for definition in reversed(node.definitions):
        found = dict(_occurrences(body, definition.left, meaning[definition.left]))
        if found:
            body = _replaced(body, found)
            named.append(definition)
    if not named:
        return None
    words: Words = ()
    for definition in map(shown_definition, reversed(named)):
        template = "; {term} gets the name {name}" if words else "Wherever it occurs, {term} gets the name {name}"
        words += fill(template, {"term": definition.right, "name": definition.left})
    words += (".",)
    after = Where(body, node.definitions, node.facts)
    unused = unused_names(after)
    kept = tuple(definition for definition in node.definitions if definition not in unused)
    return Rewrite(Where(body, kept, node.facts), words=words)


def unused_names(node: Where) -> tuple[Equation, ...]:
    """The definitions whose names occur neither in the value nor in the definition of another name that does."""
    needed = set(node.body.free)
    for definition in reversed(node.definitions):
        if definition.left in needed:
            needed |= definition.right.free
    return tuple(definition for definition in node.definitions if definition.left not in needed)


def _occurrences(body: Node, name: Node, meaning: Node) -> Iterator[tuple[Node, Node]]:
    """The parts of a value that a name can take the place of, each with what takes it."""
    for part in each_part(body):
        if not isinstance(meaning, ColumnForm):
            sign = _same(part, meaning)
            if sign:
                yield part, name if sign > 0 else Negate(name)
            continue
        for index in (index for index in of_kind(part.free, Index) if index.size == meaning.index.size):
            sign = _same(part, substitute(meaning.body, {meaning.index: index}))
            if sign:
                entry = Entry(name, (index,))
                yield part, entry if sign > 0 else Negate(entry)


def _replaced(node: Node, found: Mapping[Node, Node]) -> Node:
    """The value with terms replaced by their names, also under the sum that binds the index of both."""
    if node in found:
        return found[node]
    children = tuple(_replaced(child, found) for child in node.children)
    return node if children == node.children else with_children(node, children)


def _same(part: Node, meaning: Node) -> int:
    """1 where a part is the meaning up to the order of terms, -1 where it is its negative, else 0."""
    if part is meaning:
        return 1
    match part, meaning:
        case Sum(terms), Sum(named) if len(terms) == len(named):
            return 1 if set(terms) == set(named) else -1 if set(map(negative, terms)) == set(named) else 0
    return 0


@rule(
    title="Move a constant factor out of the sum",
    statement="sum(i=1..N, c x_i) = c sum(i=1..N, x_i)",
    condition="the factor is the same in every term",
    words="Every term of the sum has the factor {c}, whatever {i} is: it moves in front of the sum.",
    shapes={"x": "N"},
    source="the laws of arithmetic",
    examples=[
        "sum(i=1..N, 2 x_i) where x: N",
        "sum(i=1..N, cases(0 if x_i <= 0, 2 z x_i if x_i > 0)) where x: N, z: scalar",
    ],
    leaves_alone=[
        "sum(i=1..N, x_i y_i) where x: N, y: N",
        "sum(i=1..N, cases(2 if x_i <= 0, x_i if x_i > 0)) where x: N",
    ],
    measure="what stands under a sum",
    phase="collapse",
)
def constant_out_of_sum(node: IndexedSum) -> Rewrite | None:
    """The distributive law, read from right to left. Where cases are summed, a case of zero contains every factor."""
    factors = _common_factors(node.body, node.index)
    if not factors:
        return None
    after = times(*factors, IndexedSum(node.index, _without(node.body, factors), node.lower))
    bindings = {"c": times(*factors), "i": node.index}
    return Rewrite(after, bindings, fill(constant_out_of_sum.words, bindings))


def _common_factors(body: Node, index: Index) -> tuple[Node, ...]:
    """The scalar factors that do not depend on the index and that all cases share."""
    match body:
        case Product(factors):
            return tuple(f for f in factors if f.shape.is_scalar and index not in f.free)
        case Cases(values):
            found = [_common_factors(value, index) for value in values if not is_zero(value)]
            return tuple(factor for factor in found[0] if all(factor in others for others in found)) if found else ()
    return ()


def _without(body: Node, factors: tuple[Node, ...]) -> Node:
    """The value without these factors, each left out once."""
    if isinstance(body, Cases):
        return Cases(tuple(v if is_zero(v) else _without(v, factors) for v in body.values), body.conditions)
    kept = list(factors_of(body))
    for factor in factors:
        kept.remove(factor)
    return times(*kept)
