"""Backpropagation: the values of a forward pass get names, and their adjoints follow from the last one to the first.

The adjoint of a value Z is ∂L/∂Z. It comes from the adjoints of the values whose definitions use Z, each by the
differential of that one definition; every line holds what is known so far, so that one sweep serves all variables.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from explainer.expr.declared import DECLARED_KINDS
from explainer.expr.dependence import depends_on
from explainer.expr.kinds import all_of_kind, any_of_kind, of_kind, parts_of_kind
from explainer.expr.letters import fresh
from explainer.expr.node import Node, each_part
from explainer.expr.node import substitute as replace_parts
from explainer.expr.nodes import (
    Blocks,
    ColumnForm,
    Derivative,
    Equation,
    Index,
    Matrix,
    MatrixProduct,
    Variable,
    Where,
)
from explainer.rules.build import join_brackets, plus, times, zero
from explainer.rules.chain.meaning import grows_too_long, meaning_of
from explainer.rules.differentials.forward import loss_name, named_values, taken_letters, without_columns
from explainer.rules.differentials.parts import trace, with_values
from explainer.rules.entries.indices import apart
from explainer.rules.matching import is_swept_apart, variables_of
from explainer.rules.rule import Rewrite, Words, fill, listed, rule
from explainer.threads import recent

FAMILY = "Backpropagation"

SOURCE = "Griewank and Walther, Evaluating Derivatives, section 3.2"


MOST_WRITTEN_OUT = 800
"""Derivatives by all variables that have together more parts than this keep the names: written out, each of a network's
many layers would repeat all those behind it."""


def swept(wrt: Node) -> tuple[Variable, ...]:
    """The variables that a sweep serves; none where one of them is a part of something larger."""
    variables = variables_of(wrt)
    found = of_kind(variables, Variable)
    return found if len(found) == len(variables) else ()


@rule(
    title="Forward pass",
    statement="∂(norm(X @ W)^2)/∂(W) = (d(L)/d(W) where Z = X @ W, L = norm(Z)^2)",
    by_example=True,
    condition="the function is a scalar",
    words="Forward: name the values on the way to {L}.",
    shapes={"X": "m x n", "W": "n x k"},
    source=SOURCE,
    examples=[
        "∂(norm(X @ W - Y)^2)/∂(W) where X: m x n, W: n x k, Y: m x k",
        "∂(sum(tanh(A @ x)) + norm(x)^2)/∂(x) where A: m x n, x: n",
        "∂(sum(H ⊗ H) where H = tanh(A @ x))/∂(x) where A: m x n, x: n, H: m",
    ],
    leaves_alone=["∂(A @ x)/∂(x) where A: m x n, x: n"],
    phase="introduce",
)
def forward_pass(node: Derivative) -> Rewrite | None:
    """Every operation that is not linear gets a name, and so does what stands between two of them. Worked out from the
    first to the last, these are the values that a network keeps: the backward pass needs them.
    """
    variables = swept(node.wrt)
    if not variables or not node.body.shape.is_scalar or node.kind in DECLARED_KINDS:
        return None
    several = is_swept_apart(node.wrt)
    if not several and not depends_on(node.body, node.wrt):
        return None  # the derivative of a constant needs no sweep
    definitions = _given(node.body, variables) if isinstance(node.body, Where) else named_values(node.body, node.wrt)
    if not definitions:
        return None
    last = definitions[-1].left
    shapes: list[Node | str] = []
    for definition in definitions:
        shapes += [", " if shapes else "", definition.left, " (", definition.shape.display(), ")"]
    words = fill(
        "Forward: the whole function gets the name {L}. Backward, its derivative with respect to {variables} follows "
        "from its differential."
        if len(definitions) == 1
        else "Forward: the values on the way to {L} get names, with the shapes {names}. Backward, the derivative of "
        "{L} with respect to each of them follows from the last to the first; one sweep serves {variables}.",
        {"L": last, "names": tuple(shapes), "variables": listed(variables)},
    )
    return Rewrite(Where(Derivative(last, node.wrt, "total"), definitions), {"L": last, "f": node.body}, words)


def _given(body: Where, variables: tuple[Variable, ...]) -> tuple[Equation, ...]:
    """The definitions that were typed, with one for the whole function; none where they do not name whole values."""
    names = {definition.left for definition in body.definitions}
    plain = names.isdisjoint(variables) and all_of_kind(names, Variable)
    if not plain or body.facts or any_of_kind((d.right for d in body.definitions), ColumnForm, Blocks):
        return ()
    function, definitions = without_columns(body, variables)
    if definitions and function is definitions[-1].left:
        return definitions
    taken = taken_letters(function, *(part for definition in definitions for part in definition.children))
    return (*definitions, Equation(loss_name(function, taken), function))


def sought(node: Where) -> Derivative | None:
    """What a program of names is swept for; None where nothing is open."""
    match node:
        case Where(Derivative(body, wrt) as asked, (*_, last)) if body is last.left:
            return asked if swept(wrt) and body.shape.is_scalar else None
    return None


def known_derivatives(node: Where) -> Iterator[tuple[Derivative, Node]]:
    """The derivatives that the facts of a program are about, and what they are."""
    return ((left, fact.right) for fact in node.facts for left in of_kind((fact.left,), Derivative))


def users_of(name: Node, node: Where) -> tuple[Equation, ...]:
    """The definitions that use a name and lead on to the last one."""
    return _users(node.definitions).get(name, ())


@recent(16)
def _users(definitions: tuple[Equation, ...]) -> dict[Node, tuple[Equation, ...]]:
    """What uses each name and leads on to the last one; the same for every line of a sweep."""
    needed: set[Node] = {definitions[-1].left}
    users: dict[Node, tuple[Equation, ...]] = {}
    for definition in reversed(definitions):
        if definition.left in needed:
            needed |= definition.right.free
            for name in definition.right.free - {definition.left}:
                users[name] = (definition, *users.get(name, ()))
    return users


def next_name(node: Where) -> Variable | None:
    """What gets its adjoint next: a variable as soon as all that use it have theirs, else the last name without one."""
    asked = sought(node)
    if asked is None:
        return None
    known = {derivative.wrt for derivative, _ in known_derivatives(node)} | {asked.body}
    inner = [d.left for d in reversed(node.definitions[:-1]) if depends_on_variables(d.left, node, asked.wrt)]
    for name in of_kind((*swept(asked.wrt), *inner), Variable):
        users = users_of(name, node)
        if name not in known and all(user.left in known for user in users) and (users or name not in inner):
            return name
    return None


def depends_on_variables(name: Node, node: Where, wrt: Node) -> bool:
    """Whether a name changes with the variables, through whatever other names."""
    return name in _moving(node.definitions, wrt)


@recent(16)
def _moving(definitions: tuple[Equation, ...], wrt: Node) -> frozenset[Node]:
    """All names that change with the variables; the same for every line of a sweep."""
    moving: set[Node] = set(swept(wrt))
    for definition in definitions:
        if not definition.right.free.isdisjoint(moving):
            moving.add(definition.left)
    return frozenset(moving)


@recent(16)
def _taken(definitions: tuple[Equation, ...], body: Node) -> frozenset[str]:
    """The letters that a program uses; the same for every line of a sweep."""
    return frozenset(taken_letters(body, *(part for definition in definitions for part in definition.children)))


def change_through(name: Variable, node: Where) -> tuple[Node, tuple[Equation, ...]]:
    """The scalar whose derivative by a name is its adjoint: each use, with the adjoint before it held constant.

    It is Σ tr(G U) over the definitions U that use the name, with a letter G for the adjoint of U, which is 1 for the
    last one; and what these letters stand for.
    """
    last = node.definitions[-1].left
    taken = set(_taken(node.definitions, node.body))
    terms: list[Node] = []
    meaning: list[Equation] = []
    for user in users_of(name, node):
        if user.left is last:
            terms.append(user.right)
            continue
        adjoint = Derivative(last, user.left, "total")
        taken.add(letter := fresh(taken, "GRPQKME" if not user.left.shape.is_scalar else "grpqkme"))
        held = Variable(letter, adjoint.shape)
        meaning.append(Equation(held, adjoint))
        terms.append(_paired(held, user.right))
    return plus(*terms), tuple(meaning)


def _paired(adjoint: Node, value: Node) -> Node:
    product = times(adjoint, value) if value.shape.is_scalar else MatrixProduct((adjoint, value))
    return trace(product) if product.shape.is_matrix else product


@rule(
    title="Adjoint of a value",
    statement="(d(L)/d(X) where Z = A @ X, L = norm(Z)^2) = (d(L)/d(X) where Z = A @ X, L = norm(Z)^2 "
    "knowing d(L)/d(Z) = ∂(norm(Z)^2)/∂(Z))",
    by_example=True,
    words="Backward to {Z}.",
    shapes={"A": "m x n", "X": "n x k", "Z": "m x k"},
    source=SOURCE,
    examples=[
        "(d(L)/d(X) where Z = A @ X, L = norm(Z)^2) where A: m x n, X: n x k, Z: m x k",
        "(d(L)/d(x) where z = A @ x, L = z · z knowing d(L)/d(z) = 2 z') where A: m x n, x: n, z: m",
        "(d(L)/d(t) where z = sin(t), L = z t knowing d(L)/d(z) = t) where t: scalar",
    ],
    leaves_alone=["(norm(Z)^2 where Z = A @ X) where A: m x n, X: n x k, Z: m x k"],
)
def adjoint(node: Where) -> Rewrite | None:
    """The adjoint of a value says how the result changes with it. A value acts through the values whose definitions use
    it, and through nothing else: of each of these the adjoint is known already, and what every use contributes is
    added.
    """
    name = next_name(node)
    if name is None:
        return None
    last = node.definitions[-1].left
    left = Derivative(last, name, "total")
    users = users_of(name, node)
    right: Node = zero(left.shape)
    if users:
        change, held = change_through(name, node)
        right = Derivative(change, name, "partial")
        right = Where(right, held) if held else right
    after = Where(node.body, node.definitions, (*node.facts, Equation(left, right)))
    return Rewrite(after, {"Z": name, "L": last}, adjoint_words(name, last, users))


def adjoint_words(name: Node, last: Node, users: tuple[Equation, ...]) -> Words:
    """By which definitions a value acts on the result."""
    parts: dict[str, Node | Words] = {"Z": name, "L": last, "users": listed([user.left for user in users])}
    if not users:
        return fill("{L} does not depend on {Z}.", parts)
    if len(users) > 1:
        return fill(
            "Backward to {Z}: the definitions of {users} use it. Each contributes what its differential makes of its "
            "own adjoint, and the contributions are added.",
            parts,
        )
    if users[0].left is last:
        return fill("Backward to {Z}: the definition of {L} uses it; the adjoint of {L} itself is 1.", parts)
    return fill(
        "Backward to {Z}: only the definition of {users} uses it. Its differential turns the adjoint of {users} into "
        "that of {Z}.",
        parts,
    )


def _found(node: Where) -> Mapping[Node, Node] | None:
    """What is known of every variable of the sweep; None where something is missing."""
    asked = sought(node)
    if asked is None:
        return None
    # No derivative of another name.
    known = {derivative.wrt: value for derivative, value in known_derivatives(node) if derivative.body is asked.body}
    return known if all(variable in known for variable in swept(asked.wrt)) else None


@rule(
    title="Put the adjoints in",
    statement="(d(L)/d(X) where Z = A @ X, L = norm(Z)^2 knowing d(L)/d(Z) = 2 Z', d(L)/d(X) = d(L)/d(Z) @ A) = "
    "(d(L)/d(X) where Z = A @ X, L = norm(Z)^2 knowing d(L)/d(Z) = 2 Z', d(L)/d(X) = 2 (A @ X)' @ A)",
    by_example=True,
    words="Put in the adjoints that were found, and what the names stand for.",
    shapes={"A": "m x n", "X": "n x k", "Z": "m x k"},
    source=SOURCE,
    examples=[
        "(d(L)/d(X) where Z = A @ X, L = norm(Z)^2 knowing d(L)/d(Z) = 2 Z', d(L)/d(X) = d(L)/d(Z) @ A) "
        "where A: m x n, X: n x k, Z: m x k",
    ],
    leaves_alone=["(d(L)/d(X) where Z = A @ X, L = norm(Z)^2) where A: m x n, X: n x k, Z: m x k"],
    phase="substitute",
)
def put_in_adjoints(node: Where) -> Rewrite | None:
    """The sweep is over: the derivatives with respect to the variables are written without names. Where that
    would be long, the names of the forward pass stay.
    """
    asked = sought(node)
    if asked is None or _found(node) is None:
        return None
    known: dict[Node, Node] = {}
    for fact in node.facts:
        counting = {part.name for part in parts_of_kind(fact.right, Index)}
        put_in: dict[Node, Node] = {part: apart(known[part], counting) for part in adjoints_in(fact.right, asked.body)}
        known[fact.left] = join_brackets(fact.right, put_in)  # sums that come into each other count with two letters
    variables = swept(asked.wrt)
    values = [known[fact.left] for fact in node.facts]
    sought_for = tuple(fact for fact in node.facts if _is_by(fact, variables))
    if sum(known[fact.left].part_count for fact in sought_for) > MOST_WRITTEN_OUT:
        return None
    long = any(grows_too_long(Where(value, node.definitions)) for value in values)
    names = {definition.left for definition in node.definitions}
    # ∂f(z)/∂z of an abstract function needs a letter for its argument.
    long = long or any(p.wrt in names for v in values for p in parts_of_kind(v, Derivative))
    meaning: Mapping[Node, Node] = {} if long else meaning_of(node.definitions)
    facts, total = with_values(node.facts, sought_for, known, meaning)
    if total > 2 * MOST_WRITTEN_OUT and len(variables) == 1:
        facts, total = with_values(node.facts, sought_for, known, {})  # nobody reads twenty layers inside of each other
    if facts == node.facts or (len(variables) > 1 and total > 2 * MOST_WRITTEN_OUT):
        return None
    return Rewrite(Where(node.body, node.definitions, facts))


def _is_by(fact: Equation, variables: tuple[Variable, ...]) -> bool:
    return isinstance(fact.left, Derivative) and fact.left.wrt in variables


@rule(
    title="End of the sweep",
    statement="(d(L)/d(X) where Z = A @ X, L = norm(Z)^2 knowing d(L)/d(X) = 2 (A @ X)' @ A) = 2 (A @ X)' @ A",
    by_example=True,
    words="The last derivative that the sweep found is the one that was asked for.",
    shapes={"A": "m x n", "X": "n x k", "Z": "m x k"},
    source=SOURCE,
    examples=[
        "(d(L)/d(X) where Z = A @ X, L = norm(Z)^2 knowing d(L)/d(X) = 2 (A @ X)' @ A) "
        "where A: m x n, X: n x k, Z: m x k",
    ],
    leaves_alone=["(d(L)/d(X) where Z = A @ X, L = norm(Z)^2) where A: m x n, X: n x k, Z: m x k"],
    phase="collapse",
)
def end_of_sweep(node: Where) -> Rewrite | None:
    """Derivatives with respect to scalars and vectors are put side by side, in the order of the variables. With a
    matrix among them each derivative stands on its own, and the derivation continues with the first.
    """
    asked, known = sought(node), _found(node)
    if asked is None or known is None:
        return None
    variables = swept(asked.wrt)
    several = is_swept_apart(asked.wrt)
    values = tuple(known[variable] for variable in (variables[:1] if several else variables))
    if any(adjoints_in(value, asked.body) for value in values):
        if not several and len(variables) > 1:
            return None
        values = tuple(in_names(value, node) for value in values)
    after: Node = values[0]
    words: Words = ()
    if several:
        words = fill(
            "The sweep has found the derivatives with respect to {variables}; this is the first of them.",
            {"variables": listed(variables)},
        )
    elif asked.wrt is not variables[0]:
        after = Blocks((values,)) if any(v.shape.is_vector for v in variables) else Matrix((values,))
        words = fill(
            "Side by side, in the order of the variables, the derivatives with respect to {variables} are a row.",
            {"variables": listed(variables)},
        )
    return Rewrite(in_names(after, node), {"L": asked.body}, words)


def adjoints_in(value: Node, last: Node) -> tuple[Derivative, ...]:
    """The adjoints, derivatives of the last name, that a value is given by."""
    if not value.has_derivative:
        return ()
    parts = dict.fromkeys(each_part(value))
    return tuple(part for part in of_kind(parts, Derivative) if part.body is last)


def in_names(value: Node, node: Where) -> Node:
    """A value with the definitions that it needs, in which each adjoint it is given by has a letter of its own."""
    if isinstance(value, Where):
        return value
    known: dict[Node, Node] = dict(known_derivatives(node))
    taken = _taken(node.definitions, node.body)
    letters = {name: fresh(taken, "GRPQKME" if vector else "grpqkme") for name, vector in (("G", True), ("g", False))}
    held: dict[Node, Node] = {}
    for number, name in enumerate(known, 1):
        letter = letters["g" if name.shape.is_scalar else "G"]
        held[name] = Variable(f"{letter}_{number}", name.shape)
    value = replace_parts(value, held)
    defined = {definition.left: definition.right for definition in node.definitions}
    wanted: dict[Node, Node] = {}
    back = {letter: name for name, letter in held.items()}
    open_names = [part for part in value.free if part in defined or part in back]
    while open_names:
        name = open_names.pop()
        if name in wanted:
            continue
        wanted[name] = defined[name] if name in defined else replace_parts(known[back[name]], held)
        open_names += [part for part in wanted[name].free if part in defined or part in back]
    if not wanted:
        return value
    order = [*defined, *held.values()]
    return Where(value, tuple(Equation(name, wanted[name]) for name in order if name in wanted))


def with_letters_put_in(value: Node, held: tuple[Equation, ...]) -> Node:
    """A contribution with the adjoints in the places of the letters that stood for them."""
    return replace_parts(value, {equation.left: equation.right for equation in held})
