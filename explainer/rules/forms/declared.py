"""What was said to hold of the variables, such as sum(y) = 1, put in where it makes a result shorter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from explainer.expr.kinds import parts_of_kind, placed
from explainer.expr.node import Node, each_part, with_children
from explainer.expr.nodes import (
    Apply,
    Cases,
    Comparison,
    Diag,
    Hadamard,
    HadamardQuotient,
    Identity,
    IndexedSum,
    MatrixProduct,
    Negate,
    Product,
    Quotient,
    Sum,
    SumReduction,
    Transpose,
    is_matrix_power,
)
from explainer.rules.build import join_brackets, matrix_times, transposed, under_sign
from explainer.rules.rule import Rewrite, fill, rule

FAMILY = "Declared"


@rule(
    title="Use what is given",
    statement="cases(f if f = 1, 0 otherwise) = cases(1 if f = 1, 0 otherwise)",
    condition="the equation was given with the function, or is the condition of the case",
    words="Where {fact} holds, {value} stands for {part}.",
    shapes={"y": "n"},
    source="the meaning of an equation",
    examples=[
        "cases(sum(y) z if sum(y) = 1, 0 otherwise) where y: n, z: scalar",
        "cases(x + sum(y) if sum(y) = 1, x otherwise) where x: scalar, y: n",
    ],
    leaves_alone=["cases(sum(y) z if sum(y) > 1, 0 otherwise) where y: n, z: scalar", "sum(y) where y: n"],
    phase="tidy",
)
def use_what_is_given(node: Cases) -> Rewrite | None:
    """Of two equal sides the shorter one may stand for the other. Entries of a one-hot vector, and of any vector of
    probabilities, add up to 1.
    """
    for k, fact in placed(node.conditions, Comparison):
        if fact.relation != "=" or fact.right.children:
            continue
        if usable(node.values[k], fact):
            values = (*node.values[:k], using(node.values[k], fact).after, *node.values[k + 1 :])
            return Rewrite(Cases(values, node.conditions), _bindings(fact))
    return None


def usable(node: Node, fact: Comparison) -> bool:
    """Whether a fact says something of a part of an expression."""
    return any(_put_in(part, fact) is not None for part in each_part(node))


def using(node: Node, fact: Comparison) -> Rewrite:
    """An expression with the right side of an equation for the left one, wherever that stands.

    What is said of the rows of a matrix holds of it inside longer products, of its transpose, and of its total too.
    """
    bindings = _bindings(fact)
    words = fill("It is given that {fact}: {value} stands for {part}.", bindings)
    given = f"{fact.left.text()} = {fact.right.text()}"  # the card shows what was given, not what it means in general
    put_in = {part: new for part in each_part(node) if (new := _put_in(part, fact)) is not None}
    return Rewrite(join_brackets(node, put_in), bindings, words, (fact,), given)


def _put_in(part: Node, fact: Comparison) -> Node | None:
    """What a fact makes of one part."""
    if part is fact.left:
        return fact.right
    match part, fact.left:
        case SumReduction(operand), MatrixProduct((first, *_)) if operand in (first, transposed(first)):
            return SumReduction(fact.right)
        case MatrixProduct(), MatrixProduct(factors):
            return _put_into_product(part, factors, fact.right)
    return None


def _put_into_product(part: MatrixProduct, factors: tuple[Node, ...], known: Node) -> Node | None:
    """The value of some factors, or of them the other way round, in the place of these factors."""
    across = tuple(transposed(factor) for factor in reversed(factors))
    for sought, value in ((factors, known), (across, Transpose(known))):
        for k in range(len(part.factors) - len(sought) + 1):
            if part.factors[k : k + len(sought)] == sought:
                return matrix_times(*part.factors[:k], value, *part.factors[k + len(sought) :])
    return None


def _bindings(fact: Comparison) -> dict[str, Node]:
    return {"fact": fact, "part": fact.left, "value": fact.right}


def own_transposes(line: Node, facts: Sequence[Comparison]) -> Rewrite | None:
    """A line without the transposes of what is symmetric because the matrices in it are: exp(S)' = exp(S)."""
    symmetric = {fact.right: fact for fact in facts if isinstance(fact.left, Transpose)}
    if not symmetric:
        return None
    found: dict[Node, Node] = {}
    for part in parts_of_kind(line, Transpose):
        if _transposed(part.operand, symmetric) is part.operand:
            found[part] = part.operand
        elif isinstance(part.operand, Sum | Hadamard) and _moves_inside(part.operand, symmetric):
            found[part] = with_children(part.operand, tuple(_turned(p, symmetric) for p in part.operand.children))
    if not found:
        return None
    used = tuple(fact for fact in facts if any(fact.right in tuple(each_part(part)) for part in found))
    value = next(iter(found.values()))
    if _transposed(value, symmetric) is not value:
        value = next((part for part in value.children if _says_so(part, symmetric)), value)
    words = fill("Because {fact}, {value} is its own transpose.", {"fact": used[0], "value": value})
    bindings = _bindings(used[0])
    return Rewrite(join_brackets(line, found), bindings, words, used, f"{used[0].left.text()} = {used[0].right.text()}")


def _moves_inside(node: Node, symmetric: Mapping[Node, Node]) -> bool:
    """Whether all parts but one are their own transposes, so that a sign over the whole is one over that part."""
    others = [part for part in node.children if _transposed(part, symmetric) is not part]
    return any(_says_so(part, symmetric) for part in node.children) and len(others) == 1 < len(node.children)


def _says_so(node: Node, symmetric: Mapping[Node, Node]) -> bool:
    """Whether this is its own transpose because of what was said of the matrices in it."""
    return _transposed(node, symmetric) is node and any(part in symmetric for part in each_part(node))


def _turned(node: Node, symmetric: Mapping[Node, Node]) -> Node:
    """The transpose of a term: the sign stands before what is not its own transpose."""
    if _transposed(node, symmetric) is node:
        return node
    return under_sign(transposed, node)


def _transposed(node: Node, symmetric: Mapping[Node, Node]) -> Node:
    """The transpose with its sign moved inwards as far as it goes, and left out at what is symmetric."""
    if node.shape.is_scalar or node in symmetric:
        return node
    inner = tuple(_transposed(child, symmetric) for child in node.children)
    match node:
        case Diag() | Identity():
            return node
        case Transpose(operand):
            return operand
        case MatrixProduct():
            return MatrixProduct(inner[::-1])
        case Sum() | Negate() | Product() | Quotient() | Hadamard() | HadamardQuotient() | IndexedSum():
            return with_children(node, inner)
        case Apply(operation) if operation.elementwise or operation.name in {"inv", "kron"} or is_matrix_power(node):
            return with_children(node, inner)
    return Transpose(node)
