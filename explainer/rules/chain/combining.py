"""The chain rules themselves: which one holds, by the paths and shapes, and what it multiplies and adds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from itertools import islice, pairwise

from explainer.expr.node import Node
from explainer.expr.nodes import (
    Derivative,
    Dot,
    Equation,
    Hadamard,
    SumReduction,
    Where,
)
from explainer.expr.program import is_of_vectors, paths, uses
from explainer.phrases import phrase
from explainer.rules.build import matrix_times, plus, times
from explainer.rules.chain.programs import PAPER, asked_of, is_single_path, shows_zeros
from explainer.rules.rule import Rewrite, Words, fill, listed, rule
from explainer.rules.table import moving_names

FAMILY = "Combining"

MANY_PATHS = 64
"""So many paths are looked at to find a long one."""


def _path_words(path: tuple[Node, ...]) -> Words:
    words: list[str | Node] = [path[0]]
    for variable in path[1:]:
        words += [" → ", variable]
    return tuple(words)


def _links(node: Where) -> list[Derivative]:
    """The derivatives along the only path, from x to the result."""
    x = node.body.wrt if isinstance(node.body, Derivative) else node.body
    (path,) = paths(node.definitions, x, node.definitions[-1].left)
    kind = "partial" if is_of_vectors(node.definitions, x) else "total"
    return [Derivative(later, earlier, kind) for earlier, later in pairwise(path)]


def _parts(node: Where, path: Sequence[Node], inner: str, outer: str) -> dict[str, Node]:
    """What u and the two functions of the rule are here, where the path is as short as that of the rule."""
    if len(path) != 3:
        return {}
    meant = {definition.left: definition.right for definition in node.definitions}
    return {"u": path[1], inner: meant[path[1]], outer: meant[path[2]]}


def _is_scalar(node: Where) -> bool:
    """Whether variable, intermediate variables and result are all scalars."""
    return isinstance(node.body, Derivative) and not is_of_vectors(node.definitions, node.body.wrt)


def _single(node: Where, forward: bool) -> Rewrite | None:
    asked = asked_of(node)
    if asked is None or not is_single_path(node):
        return None
    if not _is_scalar(node):
        return None
    links = _links(node)
    if len(links) < 2 or links == [asked]:
        return None
    x = asked.wrt
    (path,) = paths(node.definitions, x, node.definitions[-1].left)
    bindings = {"x": x, "y": asked.body, **_parts(node, path, "f", "g")}
    alone = all(len(definition.right.free) == 1 for definition in node.definitions)
    words = fill(
        "There is exactly one path from {x} to {y}: {path}, and every definition uses one variable. So the "
        "single-variable chain rule applies: multiply the derivatives along the path, {order}."
        if alone
        else "There is exactly one path from {x} to {y}: {path}; all else in the definitions is constant. So the "
        "single-variable chain rule applies: multiply the derivatives along the path, {order}.",
        {
            **bindings,
            "path": _path_words(path),
            "order": "from the inside out (forward)" if forward else "from the outside in (backward)",
        },
    )
    ordered = links if forward else links[::-1]
    return Rewrite(Where(times(*ordered), node.definitions, node.facts), bindings, words)


def all_moving(program: Where) -> AbstractContextManager[None]:
    """While a definition is differentiated by one of the names it uses: the others move with the variable as well."""
    of = asked_of(program)
    names = frozenset(definition.left for definition in program.definitions)
    return moving_names(names if of is None else names | of.wrt.free)


@rule(
    title="Single-variable chain rule",
    statement="(d(y)/dx where u = g(x), y = f(u)) = (d(y)/d(u) d(u)/dx where u = g(x), y = f(u))",
    condition="there is one path from x to y, and every intermediate variable is a function of one variable",
    words="One path leads from {x} to {y}: multiply the derivatives along it.",
    source=PAPER + ".1",
    examples=["(d(y)/dx where u = x^2, y = sin(u))"],
    leaves_alone=["(d(u_2)/dx where u_1 = x^2, u_2 = x + u_1)"],
    phase="combine",
)
def chain_single(node: Where) -> Rewrite | None:
    """A change in x is passed on from variable to variable along one path, each time scaled by a derivative; the
    scale factors multiply. The rule fails when x reaches y along more than one path: then the total-derivative
    rule is needed.
    """
    return _single(node, forward=False)


@rule(
    title="Single-variable chain rule, forward",
    statement="(d(y)/dx where u = g(x), y = f(u)) = (d(u)/dx d(y)/d(u) where u = g(x), y = f(u))",
    condition="there is one path from x to y, and every intermediate variable is a function of one variable",
    words="One path leads from {x} to {y}: multiply the derivatives along it, in its direction.",
    source=PAPER + ".1",
    examples=["(d(y)/dx where u = x^2, y = sin(u))"],
    leaves_alone=["(d(u_2)/dx where u_1 = x^2, u_2 = x + u_1)"],
    phase="combine",
)
def chain_single_forward(node: Where) -> Rewrite | None:
    """Forward order follows a change in x on its way to y; backward order starts at y, as training a network does.
    For scalars the product is the same.
    """
    return _single(node, forward=True)


def _known(node: Where) -> set[Node]:
    return {fact.left for fact in node.facts}


@rule(
    title="A wrong turn",
    statement="(d(y)/dx where u = g(x), y = f(x, u)) = (d(y)/d(u) d(u)/dx where u = g(x), y = f(x, u))",
    condition="x reaches y along several paths",
    words="It is tempting to follow only the path {path} and to multiply its derivatives, which gives {attempt}. "
    "That treats "
    "{x} as a constant wherever else it is used.",
    source=PAPER + ".2",
    examples=["(d(u_2)/dx where u_1 = x^2, u_2 = x + u_1 knowing d(u_1)/dx = 2 x, ∂(u_2)/∂(u_1) = 1)"],
    leaves_alone=["(d(y)/dx where u = x^2, y = sin(u))"],
    is_wrong=True,
    phase="combine",
)
def wrong_turn(node: Where, body: Derivative) -> Rewrite | None:
    """The single-variable chain rule follows one path. Where the variable reaches the result by several paths it
    forgets all the others, and its result is wrong; the numbers show it.
    """
    if asked_of(node) is None or is_single_path(node):
        return None
    if not _is_scalar(node):
        return None
    x, definitions, known = body.wrt, node.definitions, {fact.left: fact.right for fact in node.facts}
    if not any(x in parents and len(parents) > 1 for parents in uses(definitions, x).values()):
        return None  # nobody overlooks a name that stands in the definition; x itself is overlooked
    longest = max(islice(paths(definitions, x, definitions[-1].left), MANY_PATHS), key=len)
    links = [known.get(d) for d in _links_along(longest, x, definitions)]
    if None in links:
        return None
    product = times(*(link for link in reversed(links) if link is not None))
    path = Where(product, definitions, node.facts)
    words = fill(
        "It is tempting to follow only the path {path} and to multiply its derivatives, which gives {attempt}. "
        "That treats {x} as a constant wherever else it is used.",
        {"path": _path_words(longest), "attempt": product, "x": x},
    )
    return Rewrite(path, {"x": x}, words)


def _links_along(path: tuple[Node, ...], x: Node, definitions: tuple[Equation, ...]) -> list[Derivative]:
    """The local derivatives along one of several paths, as they are worked out before the combining."""
    used = uses(definitions, x)
    return [
        Derivative(later, earlier, "total" if used[later] == (x,) else "partial") for earlier, later in pairwise(path)
    ]


@rule(
    title="Single-variable total-derivative chain rule",
    statement="(d(y)/dx where u = g(x), y = f(x, u)) = (∂(y)/∂(x) + ∂(y)/∂(u) d(u)/dx where u = g(x), y = f(x, u))",
    condition="every intermediate variable ultimately depends on x alone; x may reach y along several paths",
    words="Every path from {x} to {y} contributes: add them.",
    source=PAPER + ".2",
    examples=["(d(u_2)/dx where u_1 = x^2, u_2 = x + u_1 knowing d(u_1)/dx = 2 x)"],
    leaves_alone=["(d(y)/dx where u = x^2, y = sin(u))"],
    phase="combine",
)
def chain_total(node: Where) -> Rewrite | None:
    """A change in x reaches y directly and through intermediate variables. Each contribution is the partial derivative
    with respect to the variable used, times that variable's own total derivative; the contributions are added.
    """
    asked = asked_of(node)
    if asked is None or is_single_path(node):
        return None
    return _total(node, asked.wrt) if _is_scalar(node) else None


def _total(node: Where, x: Node) -> Rewrite | None:
    """The total derivative of the next definition that needs one, as the sum over all paths that lead to it.

    Only where paths part or meet, and for the result, is a total derivative worked out; on the stretches between, with
    one path, the derivatives along it are multiplied.
    """
    definitions, known = node.definitions, _known(node)
    junctions = _junctions(definitions, x)
    target = next((name for name in junctions if Derivative(name, x, "total") not in known), definitions[-1].left)
    used = uses(definitions, x)[target]
    if not set(used) - {x}:  # x itself, or a name that uses x alone: there is nothing to go through
        return None
    direct = x in used or (len(used) == 1 and shows_zeros(definitions, x))
    terms: list[Node] = [Derivative(target, x, "partial")] if direct else []
    terms += [matrix_times(*_stretch(definitions, x, target, parent, junctions)) for parent in used if parent is not x]
    total, expanded = Derivative(target, x, "total"), plus(*terms)
    bindings = {"x": x, "y": target}
    words = _total_words(target, x, direct, used)
    if target is definitions[-1].left:
        return Rewrite(Where(expanded, definitions, node.facts), bindings, words)
    return Rewrite(Where(node.body, definitions, (*node.facts, Equation(total, expanded))), bindings, words)


def _junctions(definitions: tuple[Equation, ...], x: Node) -> tuple[Node, ...]:
    """The names where paths part or meet, in their order; in a short program every name is one."""
    used = uses(definitions, x)
    if shows_zeros(definitions, x) or any(definition.right is x for definition in definitions):
        return tuple(used)
    later = Counter(parent for parents in used.values() for parent in parents)
    return tuple(name for name, parents in used.items() if len(parents) > 1 or later[name] > 1)


def _stretch(
    definitions: tuple[Equation, ...], x: Node, later: Node, earlier: Node, junctions: tuple[Node, ...]
) -> Iterator[Derivative]:
    """The derivatives along the one path from a name back to the last junction before it, or to x."""
    used = uses(definitions, x)
    yield Derivative(later, earlier, "partial")
    while used[earlier] != (x,) and earlier not in junctions:
        (before,) = used[earlier]
        yield Derivative(earlier, before, "partial")
        earlier = before
    yield Derivative(earlier, x, "total")


def _total_words(target: Node, x: Node, direct: bool, used: tuple[Node, ...]) -> Words:
    """Why the total-derivative rule is used here: the ways by which x reaches the variable, one for each term."""
    through = [parent for parent in used if parent is not x]
    bindings: dict[str, Node] = {"x": x, "y": target, "u": through[-1]}
    if x not in used and len(through) == 1:
        if not direct:
            return fill("{x} reaches {y} through {u} only: the sum has one term.", bindings)
        return fill(
            "{x} reaches {y} through {u} only; the total-derivative rule covers this too: its direct term is zero.",
            bindings,
        )
    words = fill(
        "{x} reaches {y} directly and through {names}: each path contributes a term, and the terms are added."
        if x in used
        else "{x} reaches {y} through {names}, each of which contributes a term; the direct term is zero."
        if direct
        else "{x} reaches {y} through {names}: each contributes a term, and the terms are added.",
        {**bindings, "names": listed(through)},
    )
    return (
        words + fill(" The single-variable rule would follow one path only.", bindings) if x.shape.is_scalar else words
    )


@rule(
    title="Vector chain rule",
    statement="(d(y)/d(x) where u = g(x), y = f(u)) = (∂(y)/∂(u) @ ∂(u)/∂(x) where u = g(x), y = f(u))",
    condition="the variable, an intermediate variable or the result is a vector; the order of the factors matters",
    words="Multiply the Jacobians along the path.",
    shapes={"f": "m", "g": "k", "x": "n", "u": "k", "y": "m"},
    source=PAPER + ".3",
    examples=["(d(y)/d(x) where u = w ⊗ x, y = sum(u)) where w: n, x: n, u: n, y: scalar"],
    leaves_alone=["(d(y)/dx where u = x^2, y = sin(u))"],
    phase="combine",
)
def chain_vector(node: Where) -> Rewrite | None:
    """It has the form of the single-variable rule, with Jacobians in the place of derivatives and matrix products in
    the place of products. Where several paths lead to the result their products are added.
    """
    asked = asked_of(node)
    if asked is None or _is_scalar(node):
        return None
    x, y = asked.wrt, asked.body
    if x.shape.is_matrix:
        return None
    if not is_single_path(node):
        return _total(node, x)
    links = _links(node)
    if len(links) < 2:
        return None
    factors = links[::-1]
    (path,) = paths(node.definitions, x, node.definitions[-1].left)
    bindings = {"x": x, "y": y, **_parts(node, path, "g", "f")}
    words = fill(
        "There is one path from {x} to {y}: {path}. The vector chain rule multiplies the Jacobians along it, from the "
        "result back to the variable",
        {**bindings, "path": _path_words(path)},
    )
    words += _shape_words(factors, node.body.shape.display())
    return Rewrite(Where(matrix_times(*factors), node.definitions, node.facts), bindings, words)


def _shape_words(factors: Sequence[Node], shape: str) -> Words:
    """How the shapes of the factors meet: as a product of matrices only where two of them are more than numbers."""
    large = [factor for factor in factors if not factor.shape.is_scalar]
    if len(large) > 1:
        shapes = " · ".join(f"({factor.shape.display()})" for factor in large)
        fits = fill("; the shapes fit: {shapes} is {shape}.", {"shapes": shapes, "shape": shape})
        return fits + fill(
            " Each entry of the product is a sum over the entries in between, as a total derivative is.", {}
        )
    if not large or len(factors) == 1:
        return (".",)
    numbers = [factor for factor in factors if factor.shape.is_scalar]
    shape_of = large[0].shape
    kind = phrase("row") if shape_of.is_row else phrase("column") if shape_of.is_vector else phrase("matrix")
    return fill(
        "; {numbers} is a number and scales the {kind} {large}."
        if len(numbers) == 1
        else "; {numbers} are numbers and scale the {kind} {large}.",
        {"numbers": listed(numbers), "kind": kind, "large": large[0]},
    )


@rule(
    title="Dot product as a sum",
    statement="w · x = sum(w ⊗ x)",
    words="The dot product multiplies {w} and {x} entry by entry and adds up: it is made of two operations.",
    shapes={"w": "n", "x": "n"},
    source="Parr and Howard, section 5",
    examples=["w · x where w: n, x: n"],
    leaves_alone=["sum(w ⊗ x) where w: n, x: n"],
    measure="dots",
    phase="expand",
)
def dot_as_sum(node: Dot) -> Rewrite | None:
    """Seen as a sum of an element-wise product, the dot product is covered by the vector chain rule."""
    return Rewrite(SumReduction(Hadamard((node.left, node.right))), {"w": node.left, "x": node.right})
