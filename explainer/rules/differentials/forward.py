"""The forward pass: which values on the way to a loss get names, and which names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator

from explainer.expr.dependence import depends_on
from explainer.expr.kinds import not_of_kind
from explainer.expr.letters import fresh
from explainer.expr.node import Node, each_part
from explainer.expr.node import substitute as replace_parts
from explainer.expr.nodes import (
    Apply,
    ColumnForm,
    Derivative,
    Diag,
    DiagonalForm,
    Dot,
    Entries,
    Entry,
    Equation,
    Expand,
    FunctionCall,
    Grid,
    Hadamard,
    Index,
    IndexedSum,
    MatrixProduct,
    MatrixRow,
    Negate,
    Product,
    Quotient,
    RowForm,
    Sum,
    SumReduction,
    Transpose,
    Variable,
    Where,
)
from explainer.rules.chain.naming import is_squared_length
from explainer.rules.matching import is_call, squared, values_in

FORMS = (Grid, Entries, RowForm, ColumnForm, DiagonalForm)
WHOLE = (IndexedSum, *FORMS, Entry, MatrixRow, FunctionCall, Derivative)
"""What no name is looked for in: an index, or the argument of an abstract function, means something there only."""

COLUMNS = frozenset({"kron", "vec"})
"""What has no adjoint that is a product of matrices: it stays written out in what it is put into."""

LINEAR = (Sum, Negate, Product, MatrixProduct, Dot, Transpose, SumReduction, Expand, Diag)
LINEAR_CALLS = frozenset({"tr", "vec"})
"""Operations that are linear in each of the values that they put together."""
LOGARITHMS = frozenset({"ln", "log"})


def values_to_name(body: Node, x: Node) -> list[Node]:
    """The values of the forward pass, each after those it is made of, equal ones once; the last one is the body.

    These are the operations that are not linear, and what stands between them: a layer X W + 1 b' is one value. What is
    linear around the last operation, such as the factor of a mean, belongs to the loss itself.
    """
    found: dict[Node, None] = {}
    counts = Counter(child for part in each_part(body) for child in part.children)

    def visit(node: Node, inside: bool) -> None:
        for core in dict.fromkeys(_cores(node, x)):
            for operand in _operands(core, x):
                if operand.children and operand not in found:
                    visit(operand, True)
            if core is not node and (inside or counts[core] > 1):
                found[core] = None
        if inside:
            found[node] = None

    visit(body, False)
    found.pop(body, None)
    return [*found, body]


def _cores(node: Node, x: Node) -> Iterator[Node]:
    """The operations that are not linear, reached from a value through linear ones only."""
    if not depends_on(node, x) or isinstance(node, (Variable, *WHOLE)):
        return
    if not _is_linear(node, x):
        yield node
        return
    for child in node.children:
        yield from _cores(child, x)


def _is_linear(node: Node, x: Node) -> bool:
    match node:
        case Quotient():
            return not depends_on(node.denominator, x)
        case Hadamard(factors):
            return sum(depends_on(factor, x) for factor in factors) == 1
        case Apply(operation):
            return operation.name in LINEAR_CALLS
    return isinstance(node, LINEAR)


def _is_squared_length(node: Node) -> bool:
    """‖U‖², which is one operation on U, and so it is for the entries of a matrix."""
    if is_squared_length(node):
        return True
    return is_call(squared(node), "frobenius_norm")


def _operands(core: Node, x: Node) -> list[Node]:
    """What an operation is applied to, as far as it moves."""
    if _is_squared_length(core):
        core = core.children[0]
    elif is_call(core, *LOGARITHMS) and isinstance(core.arguments[0], Apply):
        core = core.arguments[0]  # ln(softmax(z)) is one operation on z: what the logarithm divides by cancels
    inside = values_in(core)
    moving = (part for part in not_of_kind(inside, *WHOLE) if depends_on(part, x))
    return [part for part in moving if not has_no_adjoint(part, (x,))]


def has_no_adjoint(node: Node, wrt: Collection[Node]) -> bool:
    """Whether a Kronecker product or the columns of a matrix that moves are reached through linear operations only."""
    moving = [x for x in wrt if depends_on(node, x)]
    if not moving or isinstance(node, WHOLE):
        return False
    if is_call(node, *COLUMNS):
        return True
    return any(_is_linear(node, x) for x in moving) and any(has_no_adjoint(child, wrt) for child in node.children)


def named_values(body: Node, x: Node) -> tuple[Equation, ...]:
    """The definitions Z = …, H = …, L = … of a forward pass."""
    parts = values_to_name(body, x)
    names: dict[Node, Node] = {}
    definitions: list[Equation] = []
    for part, name in zip(parts, _names_for(parts, body, x), strict=True):
        right = replace_parts(part, names)
        definitions.append(Equation(name, right))
        names[part] = name
    return tuple(definitions)


def without_columns(body: Where, variables: tuple[Variable, ...]) -> tuple[Node, tuple[Equation, ...]]:
    """What a program works out and its definitions, with Kronecker products and columns of what moves put in."""
    moving: set[Node] = set(variables)
    meaning: dict[Node, Node] = {}
    kept: list[Equation] = []
    for definition in body.definitions:
        right = replace_parts(definition.right, meaning)
        if has_no_adjoint(right, moving) and right.shape == definition.left.shape and definition.left is not body.body:
            meaning[definition.left] = right
        else:
            kept.append(Equation(definition.left, right))
        if not right.free.isdisjoint(moving):
            moving.add(definition.left)
    return replace_parts(body.body, meaning), tuple(kept)


def _names_for(parts: list[Node], body: Node, x: Node) -> list[Variable]:
    """Z for what goes into an operation and H for what comes out of it, small for scalars and vectors, and L."""
    taken = taken_letters(body, x)
    letters: dict[str, str] = {}

    def letter(part: Node) -> str:
        kind = "h" if not _is_linear(part, x) else "z"
        kind = kind.upper() if part.shape.is_matrix else kind
        if kind not in letters:
            pool = "zupqv" if kind.lower() == "z" else "harst"
            letters[kind] = fresh(taken, pool.upper() if kind.isupper() else pool)
            taken.add(letters[kind])
        return letters[kind]

    chosen = [letter(part) for part in parts[:-1]]
    totals, seen = Counter(chosen), Counter[str]()
    names = []
    for part, own in zip(parts, chosen, strict=False):
        seen[own] += 1
        names.append(Variable(own if totals[own] == 1 else f"{own}_{seen[own]}", part.shape))
    return [*names, loss_name(body, taken)]


def loss_name(body: Node, taken: set[str]) -> Variable:
    """The name of the whole function."""
    return Variable(fresh(taken, ("L", "J", "f", "y", "q")), body.shape)


def taken_letters(*nodes: Node) -> set[str]:
    """The letters that names and sizes begin with."""
    taken: set[str] = set()
    for part in (part for node in nodes for part in each_part(node)):
        match part:
            case Variable(name) | Index(name) | FunctionCall(name):
                taken.add(name.split("_")[0])
        taken.update(name for size in part.shape.sizes for name in re.findall(r"[A-Za-z]+", str(size)))
    return taken
