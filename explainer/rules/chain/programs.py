"""Programs of intermediate variables: introduce them, differentiate each definition, put back what is known.

The rules act on a `Where` node: a value, the definitions it rests on, and what is already known of their derivatives.
Written with d, a derivative follows every path through the definitions; written with ∂, only the direct one. The chain
rules that combine the pieces are in combining.py.
"""

from __future__ import annotations

from explainer.expr.dependence import depends_on
from explainer.expr.kinds import of_kind, parts_of_kind
from explainer.expr.letters import fresh, numbered
from explainer.expr.node import Node
from explainer.expr.node import substitute as replace_parts
from explainer.expr.nodes import (
    Blocks,
    ColumnForm,
    Derivative,
    Entry,
    Equation,
    Power,
    Product,
    Quotient,
    Sum,
    Variable,
    Vector,
    Where,
)
from explainer.expr.program import count_paths, is_of_vectors, uses
from explainer.rules.build import fresh_letter, join_brackets
from explainer.rules.chain.meaning import MOST_PUT_IN, by_entries, grows_too_long, meaning_of, shown_definition
from explainer.rules.chain.naming import is_affine, name_parts
from explainer.rules.entries.indices import with_entries_taken
from explainer.rules.rule import Rewrite, Words, fill, listed, rule
from explainer.rules.scalar.definitions import scalar_variables
from explainer.rules.vector.abstract import is_known_by_name, is_settled
from explainer.rules.vector.matrix_variable import matrix_program
from explainer.threads import recent

FAMILY = "Chain"

PAPER = "Parr and Howard, The Matrix Calculus You Need For Deep Learning, section 4.5"


@rule(
    title="Introduce intermediate variables",
    statement="d(f(g(x)))/dx = (d(y)/dx where u = g(x), y = f(u))",
    condition="the function is made of more than one operation on x",
    words="Name the parts from the inside out.",
    source=PAPER,
    examples=["d(sin(x^2))/dx", "d(x + x^2)/dx", "d(ln(sin(x^3)^2))/dx"],
    leaves_alone=["d(x^2)/dx", "d(3)/dx"],
    phase="introduce",
)
def introduce_variables(node: Derivative, wrt: Variable | Entry) -> Rewrite | None:
    """Give every operation on x a name of its own, from the inside out. Each named piece is then so simple that a
    single scalar rule differentiates it.
    """
    if node.body.shape.is_matrix or node.body.kinds & Where.bit:
        return None  # what has names already is for `use_given_names`
    if not depends_on(node.body, wrt):
        return None
    by_matrix = wrt.shape.is_matrix
    definitions = matrix_program(node.body, wrt) if by_matrix else name_parts(node.body, wrt)
    if len(definitions) < 2 or any(definition.shape.is_matrix for definition in definitions):
        return None
    if not by_matrix and _needs_no_names(definitions, wrt):
        return None
    last = definitions[-1].left
    bindings = {"x": wrt, "y": last, "first": definitions[0]}
    words = fill(
        "Name each operation from the inside out, beginning with {first}; the last name, {y}, is the whole function. "
        "What is wanted is how fast {y} changes with {x}.",
        bindings,
    )
    if count_paths(definitions, wrt)[last] > 1 and not by_matrix:
        words += (" Written with d, a derivative follows every path through the names; with ∂, only the direct one.",)
    others = sorted((v for v in of_kind(node.body.free, Variable) if v is not wrt), key=lambda v: v.name)
    if others and not isinstance(wrt, Entry):
        words += fill(" Held constant: {others}.", {"others": listed(others)})
    return Rewrite(Where(Derivative(last, wrt, "total"), definitions), {"x": wrt, "f": node.body}, words)


def _needs_no_names(definitions: tuple[Equation, ...], x: Node) -> bool:
    """Whether functions of x alone are added up, multiplied or divided: the rules for these need no names.

    x + x² and x x² get names all the same: it is by them that a total derivative is told from one along a single path.
    """
    *parts, last = definitions
    if any(uses(definitions, x)[part.left] != (x,) for part in parts):
        return False
    if len(parts) == 1:
        alone = not x.shape.is_scalar or not depends_on(last.right, x)
        if alone or _shows_paths(parts[0].right, last.right, x):
            return False
    sides = last.right.children if isinstance(last.right, Quotient) else (last.right,)
    return all(is_affine(side, variable) for side in sides for variable in (x, *(part.left for part in parts)))


def _shows_paths(part: Node, whole: Node, x: Node) -> bool:
    """Whether x itself stands beside the one part: as a term, or as a factor of a power of x."""
    if not any(child is x for child in whole.children):
        return False
    match whole, part:
        case Sum(), _:
            return True
        case Product(), Power(_, exponent):
            return not depends_on(exponent, x)
    return False


@rule(
    title="Use the names that were given",
    statement="d(f(u) where u = g(x))/dx = (d(y)/dx where u = g(x), y = f(u))",
    condition="every name depends on x",
    words="The names are the intermediate variables.",
    source=PAPER,
    examples=["d(sin(u) where u = x^2)/dx", "d([ln(u_1), sin(u_2)] where u = [x^2, 3 x])/dx where u: 2"],
    leaves_alone=["d(sin(x^2))/dx", "d(sin(u) where u = y^2)/dx"],
    phase="introduce",
)
def use_given_names(node: Derivative, body: Where, wrt: Variable | Entry) -> Rewrite | None:
    """A function that is typed with names for its parts already has its intermediate variables."""
    definitions, names = body.definitions, _names(body)
    used = uses(definitions, wrt)
    reached: set[Node] = {wrt}
    for definition in definitions:
        if isinstance(definition.right, ColumnForm | Blocks) or definition.shape.is_matrix:
            return None
        if not reached.isdisjoint(used[definition.left]):
            reached.add(definition.left)
    function = body.body
    if function.shape.is_matrix or names - reached or names.isdisjoint(function.free) or wrt in names:
        return None
    if function.own_kinds & Vector.bit and scalar_variables(wrt):
        return None  # a gradient is written out for each entry of a list
    if len(definitions) == 1 and function is definitions[0].left:
        return None  # one name for the whole function: nothing lies between it and the variable
    if function is not definitions[-1].left:
        taken = {variable.name for variable in of_kind((*function.free, *names, *node.free), Variable)}
        letter = fresh(taken, ("y", "f", "z", "q", fresh_letter(function)))
        definitions = (*definitions, Equation(Variable(letter, function.shape), function))
    last = definitions[-1].left
    start = "The name that was given is an intermediate variable"
    if len(names) > 1:
        start = "The names that were given are intermediate variables"
    words = fill(
        "{start}; {y} is the whole function. What is wanted is how fast it changes with {x}.",
        {"start": start, "y": last, "x": wrt},
    )
    return Rewrite(Where(Derivative(last, wrt, "total"), definitions), {"x": wrt, "f": function}, words)


@rule(
    title="Alias for the variable",
    statement="(d(y)/dx where u = g(x), y = f(x, u)) = (d(y)/dx where v = x, u = g(x), y = f(v, u))",
    condition="x is used together with intermediate variables",
    words="Where {x} is used together with intermediate variables, it gets a name of its own as well, {u}: "
    "then every term of the chain rule has the same form.",
    source=PAPER,
    examples=["(d(u_2)/dx where u_1 = x^2, u_2 = x + u_1)"],
    leaves_alone=["(d(u_2)/dx where u_1 = x^2, u_2 = sin(u_1))"],
    phase="introduce",
)
def alias_variable(node: Where) -> Rewrite | None:
    """The variable itself is treated as one more intermediate variable, so that no term of the sum stands alone."""
    asked = asked_of(node)
    if asked is None:
        return None
    x, definitions = asked.wrt, node.definitions
    used = uses(definitions, x)
    mixed = [d for d in definitions if x in used[d.left] and len(used[d.left]) > 1]
    if not mixed:
        return None
    first = definitions[0].left
    letter = first.name.split("_")[0] if isinstance(first, Variable) else "u"
    taken = {part.name for part in of_kind((*node.free, *_names(node)), Variable)}
    alias = Variable(numbered(letter, taken, len(definitions) + 1), x.shape)
    changed = tuple(Equation(d.left, replace_parts(d.right, {x: alias})) if d in mixed else d for d in definitions)
    return Rewrite(Where(node.body, (Equation(alias, x), *changed)), {"x": x, "u": alias})


def words_for_program(definitions: tuple[Equation, ...], x: Node) -> Words:
    """What the chain rule does with these names, in one sentence, where a whole derivation is a single step."""
    y = definitions[-1].left
    several = count_paths(definitions, x).get(y, 1) > 1
    return fill(
        "With {names}, the chain rule multiplies along each path from {x} to {y} and adds over the paths."
        if several
        else "With {names}, the chain rule multiplies the derivatives from {y} back to {x}.",
        {"names": listed(definitions, most=3 if len(definitions) < 3 else 1), "x": x, "y": y},
    )


def asked_of(node: Node) -> Derivative | None:
    """The derivative of a name that a program of names still asks for; None where nothing is open.

    The derivative of an abstract function of a name, ∂f(u)/∂u, asks for nothing: it stays as it is.
    """
    match node:
        case Where(Derivative(body) as asked) if body in _names(node):
            return asked
    return None


def is_single_path(node: Where) -> bool:
    """Whether x reaches the result by one path, with every definition a function of one variable."""
    match node:
        case Where(Derivative(_, wrt), (*_, last)):
            return count_paths(node.definitions, wrt)[last.left] == 1
    return False


SHORT_PROGRAM = 3
"""In a program of so many names the rule is learnt: its direct term is shown where it is zero, too."""


def shows_zeros(definitions: tuple[Equation, ...], x: Node) -> bool:
    """Whether the total-derivative rule shows a direct term that is zero; with an alias there is none."""
    short = len(definitions) <= SHORT_PROGRAM and x.shape.is_scalar
    return short and all(definition.right is not x for definition in definitions)


@recent(64)
def wanted_local_derivatives(definitions: tuple[Equation, ...], x: Node) -> tuple[Derivative, ...]:
    """The derivatives of each definition by what it uses directly, in the order in which they are worked out.

    With one path they are written with d between scalars, and with ∂ where they are Jacobians. With several, the total
    derivative of a definition that uses x alone is written with d, and the partial derivatives of the others, by x and
    by each intermediate variable, with ∂.
    """
    if x.shape.is_matrix:
        last, *vectors = [definition.left for definition in (definitions[-1], *definitions[:-1])]
        return tuple(Derivative(last, vector, "partial") for vector in vectors)
    single = count_paths(definitions, x)[definitions[-1].left] == 1
    kind = "partial" if single and is_of_vectors(definitions, x) else "total"
    wanted: list[Derivative] = []
    for name, used in uses(definitions, x).items():
        if single or used == (x,):
            wanted += [Derivative(name, parent, kind) for parent in used]
        else:
            zero = len(used) == 1 and x not in used and shows_zeros(definitions, x)
            by = (x, *used) if zero else used
            wanted += [Derivative(name, parent, "partial") for parent in by]
    return tuple(wanted)


@rule(
    title="Differentiate a definition",
    statement="(d(y)/dx where u = g(x), y = f(u)) = (d(y)/dx where u = g(x), y = f(u) knowing d(u)/dx = d(g(x))/dx)",
    words="Each definition is differentiated on its own.",
    source=PAPER,
    examples=["(d(y)/dx where u = x^2, y = sin(u))"],
    leaves_alone=["(2 x where u = x^2)"],
    phase="differentiate",
)
def local_derivative(node: Where) -> Rewrite | None:
    """Take one definition and differentiate it with respect to one variable that it uses; everything else in it is
    held constant.
    """
    asked = asked_of(node)
    if asked is None:
        return None
    x, known = asked.wrt, {fact.left for fact in node.facts}
    wanted = next((d for d in wanted_local_derivatives(node.definitions, x) if d not in known), None)
    if wanted is None:
        return None
    definition = {definition.left: definition for definition in node.definitions}[wanted.body]
    fact = Equation(wanted, Derivative(definition.right, wanted.wrt, wanted.kind))
    parts: dict[str, Node | str] = {
        "definition": definition,
        "u": wanted.wrt,
        "right": definition.right,
        "shape": fact.shape.display(),
    }
    words = fill("Differentiate {definition} with respect to {u}", parts)
    if len(uses(node.definitions, x)[definition.left]) > 1:
        words = fill("Differentiate {definition} with respect to {u}, holding everything else in it constant", parts)
    if not depends_on(definition.right, wanted.wrt):
        words += fill("; it does not use {u} directly", parts)
    elif is_settled(Derivative(definition.right, wanted.wrt)):
        words += fill("; nothing is known about {right} but its shape, so its derivative stays as it is", parts)
        words += () if fact.shape.is_scalar else fill(", with the shape {shape}", parts)
    words += (".",)
    return Rewrite(Where(node.body, node.definitions, (*node.facts, fact)), {"u": definition.left}, words)


@rule(
    title="Substitute the derivatives",
    statement="(d(y)/d(u) d(u)/dx where u = g(x), y = f(u) knowing d(u)/dx = d(g(x))/dx, d(y)/d(u) = d(f(u))/d(u)) = "
    "(d(f(u))/d(u) d(g(x))/dx where u = g(x), y = f(u) knowing d(u)/dx = d(g(x))/dx, d(y)/d(u) = d(f(u))/d(u))",
    words="Substitute the derivatives found above.",
    source=PAPER,
    examples=["(d(y)/d(u) d(u)/dx where u = x^2, y = sin(u) knowing d(u)/dx = 2 x, d(y)/d(u) = cos(u))"],
    leaves_alone=["2 x", "(2 x cos(u) where u = x^2)"],
    phase="combine",
)
def put_in_derivatives(node: Where) -> Rewrite | None:
    """Equals may replace equals: each derivative that the chain rule multiplies gives way to what was found for it."""
    known = {fact.left: fact.right for fact in node.facts if is_known_by_name(fact.right)}
    open_fact = next((f for f in node.facts if f.right.has_derivative and f.left not in known), None)
    if open_fact is not None:
        solved = Equation(open_fact.left, join_brackets(open_fact.right, known))
        if solved is open_fact:
            return None
        facts = tuple(solved if fact is open_fact else fact for fact in node.facts)
        return Rewrite(Where(node.body, node.definitions, facts))
    body = join_brackets(node.body, known)
    return None if body is node.body else Rewrite(Where(body, node.definitions, node.facts))


@rule(
    title="Substitute back",
    statement="(f(u) where u = g(x)) = f(g(x))",
    words="Substitute back what the names stand for.",
    source=PAPER,
    examples=["(2 x cos(u) where u = x^2)"],
    leaves_alone=["2 x", "(d(y)/d(u) where u = x^2, y = sin(u))"],
    phase="substitute",
)
def substitute(node: Where) -> Rewrite | None:
    """Equals may replace equals: in the end each name gives way to what it stands for, so that only the variables of
    the problem are left.
    """
    return _substitute_definitions(node)


def _names(node: Where) -> frozenset[Node]:
    return frozenset(definition.left for definition in node.definitions)


def _names_to_keep(node: Where) -> frozenset[Node]:
    """The names by which an abstract function is differentiated: ∂f(u)/∂u needs a letter for its argument."""
    found = (part.free for part in parts_of_kind(node.body, Derivative))
    return _names(node) & frozenset().union(*found)


def _keep_names(node: Where, kept: frozenset[Node]) -> Rewrite | None:
    """Put back all other names, and leave out what is known of derivatives: it stands in the line itself."""
    others = meaning_of(tuple(definition for definition in node.definitions if definition.left not in kept))
    definitions = tuple(
        Equation(definition.left, join_brackets(definition.right, others))
        for definition in node.definitions
        if definition.left in kept
    )
    after = Where(join_brackets(node.body, others), definitions)
    if after is node:
        return None
    words = fill(
        "{name} stays: an abstract function is differentiated with respect to its own argument, which needs a letter. "
        if len(definitions) == 1
        else "{name} stay: an abstract function is differentiated with respect to its own argument, which "
        "needs a letter. ",
        {"name": listed([definition.left for definition in definitions])},
    )
    words += ("The derivatives of the other names are in place, so the list of them is no longer needed.",)
    return Rewrite(after, words=words, statement=KEEP)


KEEP = "(∂(f(u))/∂(u) where u = g(x), y = f(u)) = (∂(f(u))/∂(u) where u = g(x))"
KEEP_ALL = "(f(u) where u = g(x) knowing d(u)/dx = h(x)) = (f(u) where u = g(x))"


def _substitute_definitions(node: Where) -> Rewrite | None:
    if any(part.body in _names(node) for part in parts_of_kind(node.body, Derivative)):
        return None
    kept = _names_to_keep(node)
    if kept:
        return _keep_names(node, kept)
    if grows_too_long(node):
        after: Node = Where(node.body, node.definitions)
        words = fill(
            "The names stay: written out, the result would have more than {count} parts. The derivatives of the names "
            "are in place, so the list of them is no longer needed.",
            {"count": MOST_PUT_IN},
        )
        return None if after is node else Rewrite(after, words=words, statement=KEEP_ALL)
    meaning = meaning_of(node.definitions)
    after = join_brackets(node.body, meaning)
    if by_entries(meaning):
        after = with_entries_taken(after)
    used = [definition.left for definition in node.definitions if definition.left in node.body.free]
    if not used:
        return Rewrite(after, words=("No intermediate variable is left: the definitions are no longer needed.",))
    shown = [shown_definition(Equation(name, meaning[name])) for name in used]
    words = fill("Substitute back what the names stand for: {names}.", {"names": listed(shown, 4)})
    return Rewrite(after, words=words)
