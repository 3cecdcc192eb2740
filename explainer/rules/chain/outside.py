"""Definitions that stand inside of a value, brought to the value as a whole: one list of names for all of a line."""

from __future__ import annotations

from collections.abc import Mapping

from explainer.expr.kinds import of_kind
from explainer.expr.letters import fresh, numbered
from explainer.expr.node import Node, with_children
from explainer.expr.node import substitute as replace_parts
from explainer.expr.nodes import Derivative, Differential, Equation, Variable, Vector, Where
from explainer.rules.chain.meaning import meaning_of
from explainer.rules.rule import Rewrite, fill, listed, rule

FAMILY = "Terms"

LETTERS = "uvstpqrz"
"""The letters of intermediate variables."""

PAPER = "Parr and Howard, The Matrix Calculus You Need For Deep Learning, section 4.5"


@rule(
    title="One list of names",
    statement="[f(g(x)), h(g(x))] = ([f(u), h(u)] where u = g(x))",
    condition="a name means the same in every part",
    words="What a name stands for is said once, for the whole.",
    source=PAPER,
    examples=[
        "[(sin(u) where u = x y), (cos(u) where u = x y)]",
        "(z w where z = w · x)' where w: n, x: n",
        "[(sin(u) where u = x y), (cos(u) where u = x + y)]",
    ],
    leaves_alone=["([sin(u), cos(u)] where u = x y)", "sum(i=1..n, (w_i u where u = w_i x)) where w: n"],
    measure="depth of names",
    phase="collapse",
)
def names_outside(node: Node) -> Rewrite | None:
    """A definition holds wherever its name stands, so it may be written beside the whole instead of beside a part.
    A name that means something else in another part gives way to another letter.
    """
    merged: dict[Node, Equation]
    match node:
        case Derivative() | Differential() | Equation():
            return None  # what is differentiated by x holds its names still or not
        case Where(Where(facts=()) as inner, definitions, ()):  # a list inside of another one, which it may use
            merged = {definition.left: definition for definition in definitions}
            return _said_once(_body_of(inner, merged, _letters(node)), merged)
        case Where():
            return None
    inside = {child for child in of_kind(node.children, Where) if _stands_alone(child, node.bound)}
    if not inside:
        return None
    merged = {}
    taken = frozenset[str]().union(*map(_letters, node.children))
    children = (_body_of(part, merged, taken) if part in inside else part for part in node.children)
    return _said_once(with_children(node, tuple(children)), merged)


def _letters(node: Node) -> frozenset[str]:
    return frozenset(variable.name for variable in of_kind(node.free, Variable))


def _said_once(body: Node, merged: Mapping[Node, Equation]) -> Rewrite:
    words = fill(
        "What {names} stands for is said once, for the whole."
        if len(merged) == 1
        else "What {names} stand for is said once, for the whole.",
        {"names": listed(list(merged))},
    )
    return Rewrite(Where(body, tuple(merged.values())), words=words)


def _stands_alone(part: Where, bound: tuple[Node, ...]) -> bool:
    """Whether the definitions of a part may stand outside of it: under an index each term may have its own."""
    return not part.facts and not any(index in definition.right.free for definition in part.definitions
                                      for index in bound)  # fmt: skip


def _body_of(part: Node, merged: dict[Node, Equation], taken: frozenset[str]) -> Node:
    """The value of a part by the names of the whole, to which those of the part are added."""
    match part:
        case Where(body, definitions):
            pass
        case _:
            return part
    renamed: dict[Node, Node] = {}
    meant = {equation.right: name for name, equation in merged.items()}
    for definition in definitions:
        name, right = definition.left, replace_parts(definition.right, renamed)
        if right in meant:
            renamed[name] = meant[right]
            continue
        if name in merged or not taken.isdisjoint(_letters(name)):
            renamed[name] = name = _another(name, taken.union(_letters(body), *map(_letters, merged)))
        merged[name], meant[right] = Equation(name, right), name
    return replace_parts(body, renamed)


def _another(name: Node, taken: frozenset[str]) -> Node:
    """A letter, or of u_1 another number, that nothing has yet."""
    (symbol,) = of_kind((name,), Variable)
    letter, *number = symbol.name.split("_")
    return Variable(numbered(letter, taken) if number else fresh(taken, LETTERS), name.shape)


@rule(
    title="Names in every entry",
    statement="([f(u), h(u)] where u = g(x)) = [f(g(x)), h(g(x))]",
    words="Each entry of the list is differentiated on its own, with what its names stand for.",
    source=PAPER,
    examples=["∂([sin(u), cos(u)] where u = x y)/∂(x, y)"],
    leaves_alone=["∂([(sin(u) where u = x y), x])/∂(x, y)", "∂(sin(u) where u = x y)/∂(x, y)"],
    measure="lists with names",
    phase="expand",
)
def names_in_entries(node: Derivative, body: Where) -> Rewrite | None:
    """A list of functions with names for their parts is a list of functions, each with the names that it uses."""
    match body:
        case Where(Vector(functions), definitions, ()):
            entries = tuple(_with_names(entry, definitions) for entry in functions)
        case _:
            return None
    return Rewrite(Derivative(Vector(entries), node.wrt, node.kind))


def _with_names(entry: Node, definitions: tuple[Equation, ...]) -> Node:
    needed = set(entry.free)
    for definition in reversed(definitions):
        if definition.left in needed:
            needed |= definition.right.free
    used = tuple(definition for definition in definitions if definition.left in needed)
    return Where(entry, used) if used else entry


@rule(
    title="Names where they are needed",
    statement="(h(u) d(f(u))/d(u) where u = g(x)) = (h(g(x)) d(f(u))/d(u) where u = g(x))",
    words="A letter is needed only where something is differentiated with respect to it; elsewhere it is put in.",
    source=PAPER,
    examples=["(a d(f(u))/d(u) where u = a x)", "(u d(f(u))/d(u) where u = a x)"],
    leaves_alone=["(d(f(u))/d(u) where u = a x)", "(sin(u) where u = a x)"],
    measure="what stands under names",
    phase="expand",
)
def names_inside(node: Where) -> Rewrite | None:
    """A definition holds for every part on its own. Put there, it no longer stands between a derivative and what is to
    be differentiated.
    """
    if node.facts or not node.body.has_derivative or node.body.own_kinds & Derivative.bit:
        return None
    meaning = meaning_of(node.definitions)
    after = _inside(node.body, meaning, frozenset(meaning))
    return Rewrite(after)


def _inside(part: Node, meaning: Mapping[Node, Node], names: frozenset[Node]) -> Node:
    """A part with what its names stand for, but in the derivatives of abstract functions, which keep their letters."""
    if names.isdisjoint(part.free):
        return part
    match part:
        case Derivative():
            return Where(part, tuple(Equation(name, right) for name, right in meaning.items() if name in part.free))
        case _ if part in meaning:
            return meaning[part]
    return with_children(part, tuple(_inside(child, meaning, names) for child in part.children))
