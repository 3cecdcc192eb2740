"""The chain rules on programs of intermediate variables: introduce, differentiate, combine, substitute.

All of them act on a `Where` node: a value, the definitions it rests on, and what is already known of their derivatives.
Written with d, a derivative follows every path through the definitions; written with ∂, only the direct one.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import islice, pairwise

from explainer.expr.dependence import depends_on
from explainer.expr.node import Node, subnodes, with_children
from explainer.expr.node import substitute as replace_parts
from explainer.expr.nodes import (
    Cases,
    Derivative,
    Dot,
    Entry,
    Equation,
    Hadamard,
    IndexedSum,
    MatrixProduct,
    Negate,
    Product,
    Sum,
    SumReduction,
    Variable,
    Where,
)
from explainer.expr.program import count_paths, paths, uses
from explainer.rules.build import join_brackets, plus, times
from explainer.rules.rule import Rewrite, Words, fill, listed, rule
from explainer.rules.vector import matrix_times

PAPER = "Parr and Howard, The Matrix Calculus You Need For Deep Learning, section 4.5"
SHOWN_PATHS = 4
"""So many paths are listed in an explanation, not more."""


# --- introduce -------------------------------------------------------------------------------------------------------


def fresh_letter(node: Node) -> str:
    """A letter for intermediate variables that no variable of the expression begins with."""
    taken = {variable.name.split("_")[0] for variable in node.free if isinstance(variable, Variable)}
    return next((letter for letter in "uvstpqrz" if letter not in taken), "u_u")


def is_affine(node: Node, x: Node) -> bool:
    """Whether a part is linear in a vector, up to a constant, in a way that one known Jacobian covers: w · x + b, W
    x."""
    if node is x or not depends_on(node, x):
        return True
    if isinstance(node, Sum):
        return all(is_affine(term, x) for term in node.terms)
    if isinstance(node, Negate):
        return is_affine(node.operand, x)
    if isinstance(node, Dot | MatrixProduct | Product):
        moving = [child for child in node.children if depends_on(child, x)]
        return len(moving) == 1 and is_affine(moving[0], x)
    return False


def parts_to_name(body: Node, x: Node) -> list[Node]:
    """The parts that depend on x, each after the parts it is made of, equal parts once; sums keep their signs.

    A part that is affine in a vector x, such as w · x + b, is one part.
    """
    found: dict[Node, None] = {}

    def visit(node: Node) -> None:
        if node in found or node is x or not depends_on(node, x):
            return
        if node is body or x.shape.is_scalar or not is_affine(node, x):
            for child in _operands(node):
                visit(child)
        found[node] = None

    visit(body)
    return list(found)


def _operands(node: Node) -> tuple[Node, ...]:
    """The parts of a node that are named on their own; a minus sign in a sum and a bound index stay with their node."""
    if isinstance(node, IndexedSum | Entry | Derivative):
        return ()
    if isinstance(node, Sum):
        return tuple(term.operand if isinstance(term, Negate) else term for term in node.terms)
    return node.values if isinstance(node, Cases) else node.children


def _with_names(node: Node, names: dict[Node, Node]) -> Node:
    """A part with names in the places of its own parts."""

    def named(child: Node) -> Node:
        if child in names:
            return names[child]
        if isinstance(node, Sum) and isinstance(child, Negate):
            return Negate(names.get(child.operand, child.operand))
        return replace_parts(child, names) if isinstance(node, Cases) else child

    return with_children(node, tuple(named(child) for child in node.children))


def name_parts(body: Node, x: Node) -> tuple[Equation, ...]:
    """The definitions u_1 = …, u_2 = … that build the body up from x; the last one is the body."""
    parts = parts_to_name(body, x)
    names: dict[Node, Node] = {}
    definitions = []
    for part, letter in zip(parts, _letters_for(parts, body, x), strict=True):
        symbol = Variable(letter, part.shape)
        definitions.append(Equation(symbol, _with_names(part, names)))
        names[part] = symbol
    return tuple(definitions)


def _letters_for(parts: list[Node], body: Node, x: Node) -> list[str]:
    """u and y for two parts in a row, z for the one affine part of a neuron, u_1, u_2, … for all others."""
    letter = fresh_letter(body)
    taken = {variable.name for variable in body.free if isinstance(variable, Variable)}
    affine = [part for part in parts if not x.shape.is_scalar and part.shape.is_scalar and is_affine(part, x)]
    special = {affine[0]: "z"} if len(affine) == 1 and "z" not in taken and affine != parts[-1:] else {}
    if len(parts) == 2 and _is_single(parts, x) and "y" not in taken:
        return [special.get(parts[0], letter), "y"]
    others = iter(range(1, len(parts) + 1))
    return [special[part] if part in special else f"{letter}_{next(others)}" for part in parts]


def _is_single(parts: list[Node], x: Node) -> bool:
    """Whether x reaches the last of two parts through the first one only."""
    placeholder = Variable("placeholder for the first part", parts[0].shape)
    return not depends_on(_with_names(parts[1], {parts[0]: placeholder}), x)


@rule(
    title="Introduce intermediate variables",
    statement="d(sin(x^2))/dx = (d(y)/dx where u = x^2, y = sin(u))",
    condition="the function is made of more than one operation on x",
    words="Name the parts from the inside out.",
    source=PAPER,
    examples=["d(sin(x^2))/dx", "d(x + x^2)/dx", "d(ln(sin(x^3)^2))/dx"],
    leaves_alone=["d(x^2)/dx", "d(3)/dx"],
    phase="introduce",
)
def introduce_variables(node: Node) -> Rewrite | None:
    """Give every operation on x a name of its own, from the inside out. Each named piece is then so simple that a
    single
    scalar rule differentiates it.
    """
    if not isinstance(node, Derivative) or node.body.shape.is_matrix or node.wrt.shape.is_matrix:
        return None
    if not isinstance(node.wrt, Variable | Entry) or not depends_on(node.body, node.wrt):
        return None
    definitions = name_parts(node.body, node.wrt)
    if len(definitions) < 2 or any(definition.shape.is_matrix for definition in definitions):
        return None
    last = definitions[-1].left
    bindings = {"x": node.wrt, "y": last, "first": definitions[0]}
    words = fill(
        "Name each operation from the inside out, beginning with {first}; the last name, {y}, is the whole function. "
        "What is wanted is how fast {y} changes with {x}.",
        bindings,
    )
    others = sorted((v for v in node.body.free if v is not node.wrt and isinstance(v, Variable)), key=lambda v: v.name)
    if others and not isinstance(node.wrt, Entry):
        words += (" Held constant: ", *listed(others), ".")
    return Rewrite(Where(Derivative(last, node.wrt, "total"), definitions), {"x": node.wrt, "f": node.body}, words)


@rule(
    title="Alias for the variable",
    statement="(d(u_2)/dx where u_1 = x^2, u_2 = x + u_1) = (d(u_2)/dx where u_3 = x, u_1 = x^2, u_2 = u_3 + u_1)",
    condition="x is used beside intermediate variables",
    words="Where {x} is used beside intermediate variables, it gets a name of its own as well, {u}: then every term of "
    "the chain rule has the same form.",
    source=PAPER,
    examples=["(d(u_2)/dx where u_1 = x^2, u_2 = x + u_1)"],
    leaves_alone=["(d(u_2)/dx where u_1 = x^2, u_2 = sin(u_1))"],
    phase="introduce",
)
def alias_variable(node: Node) -> Rewrite | None:
    """The variable itself is treated as one more intermediate variable, so that no term of the sum stands alone."""
    if not isinstance(node, Where) or not isinstance(node.body, Derivative):
        return None
    x, definitions = node.body.wrt, node.definitions
    used = uses(definitions, x)
    mixed = [d for d in definitions if x in used[d.left] and len(used[d.left]) > 1]
    if not mixed:
        return None
    first = definitions[0].left
    letter = first.name.split("_")[0] if isinstance(first, Variable) else "u"
    alias = Variable(f"{letter}_{len(definitions) + 1}")
    changed = tuple(Equation(d.left, replace_parts(d.right, {x: alias})) if d in mixed else d for d in definitions)
    return Rewrite(Where(node.body, (Equation(alias, x), *changed)), {"x": x, "u": alias})


# --- differentiate ---------------------------------------------------------------------------------------------------


def is_single_path(node: Where) -> bool:
    """Whether x reaches the result by one path, with every definition a function of one variable."""
    if not isinstance(node.body, Derivative):
        return False
    counts = count_paths(node.definitions, node.body.wrt)
    return counts[node.definitions[-1].left] == 1


@lru_cache(maxsize=64)
def wanted_local_derivatives(definitions: tuple[Equation, ...], x: Node) -> tuple[Derivative, ...]:
    """The derivatives of each definition by what it uses directly, in the order in which they are worked out.

    With one path all of them are written with d. With several, the total derivative of a definition that uses x alone
    is written with d, and the partial derivatives of the others, by x and by each intermediate variable, with ∂.
    """
    single = count_paths(definitions, x)[definitions[-1].left] == 1
    has_alias = any(definition.right is x for definition in definitions)
    wanted: list[Derivative] = []
    for name, used in uses(definitions, x).items():
        if single or used == (x,):
            wanted += [Derivative(name, parent, "total") for parent in used]
        else:
            by = used if x in used or has_alias else (x, *used)
            wanted += [Derivative(name, parent, "partial") for parent in by]
    return tuple(wanted)


@rule(
    title="Differentiate a definition",
    statement="(d(y)/dx where u = x^2, y = sin(u)) = (d(y)/dx where u = x^2, y = sin(u) knowing d(u)/dx = d(x^2)/dx)",
    words="Each definition is differentiated on its own.",
    source=PAPER,
    examples=["(d(y)/dx where u = x^2, y = sin(u))"],
    leaves_alone=["(2 x where u = x^2)"],
    phase="differentiate",
)
def local_derivative(node: Node) -> Rewrite | None:
    """Take one definition and differentiate it by a variable it uses; everything else in it is held constant."""
    if not isinstance(node, Where) or not isinstance(node.body, Derivative):
        return None
    x, known = node.body.wrt, {fact.left for fact in node.facts}
    wanted = next((d for d in wanted_local_derivatives(node.definitions, x) if d not in known), None)
    if wanted is None:
        return None
    definition = next(d for d in node.definitions if d.left is wanted.body)
    fact = Equation(wanted, Derivative(definition.right, wanted.wrt, wanted.kind))
    words: Words = ("Differentiate ", definition, " by ", wanted.wrt)
    if len(uses(node.definitions, x)[definition.left]) > 1:
        words += (", holding everything else in it constant",)
    if not depends_on(definition.right, wanted.wrt):
        words += ("; it does not use ", wanted.wrt, " directly")
    return Rewrite(Where(node.body, node.definitions, (*node.facts, fact)), {"u": definition.left}, (*words, "."))


# --- combine ---------------------------------------------------------------------------------------------------------


def _path_words(path: tuple[Node, ...]) -> Words:
    words: list[str | Node] = [path[0]]
    for variable in path[1:]:
        words += [" → ", variable]
    return tuple(words)


def _links(node: Where) -> list[Derivative]:
    """The derivatives along the only path, from x to the result."""
    x = node.body.wrt if isinstance(node.body, Derivative) else node.body
    (path,) = paths(node.definitions, x, node.definitions[-1].left)
    return [Derivative(later, earlier, "total") for earlier, later in pairwise(path)]


def _is_scalar(node: Where) -> bool:
    """Whether variable, intermediate variables and result are all scalars."""
    scalars = all(definition.shape.is_scalar for definition in node.definitions)
    return scalars and isinstance(node.body, Derivative) and node.body.wrt.shape.is_scalar


def _single(node: Node, forward: bool) -> Rewrite | None:
    if not isinstance(node, Where) or not isinstance(node.body, Derivative) or not is_single_path(node):
        return None
    if not _is_scalar(node):
        return None
    links = _links(node)
    if len(links) < 2 or links == [node.body]:
        return None
    x = node.body.wrt
    (path,) = paths(node.definitions, x, node.definitions[-1].left)
    bindings = {"x": x, "y": node.body.body}
    end = (
        ", and every definition uses one variable. So the single-variable chain rule applies: multiply the derivatives "
    )
    words = (*fill("There is exactly one path from {x} to {y}: ", bindings), *_path_words(path), end, "along the path")
    words += (", from the inside out (forward).",) if forward else (", from the outside in (backward).",)
    ordered = links if forward else links[::-1]
    return Rewrite(Where(times(*ordered), node.definitions, node.facts), bindings, words)


@rule(
    title="Single-variable chain rule",
    statement="(d(y)/dx where u = f(x), y = g(u)) = (d(y)/d(u) d(u)/dx where u = f(x), y = g(u))",
    condition="there is one path from x to y, and every intermediate variable is a function of one variable",
    words="One path leads from {x} to {y}: multiply the derivatives along it.",
    source=PAPER + ".1",
    examples=["(d(y)/dx where u = x^2, y = sin(u))"],
    leaves_alone=["(d(u_2)/dx where u_1 = x^2, u_2 = x + u_1)"],
    phase="combine",
)
def chain_single(node: Node) -> Rewrite | None:
    """A change of x is passed on from variable to variable along one path, each time scaled by a derivative; the scales
    multiply. The rule fails when x reaches y by more than one path: then the total-derivative rule is needed.
    """
    return _single(node, forward=False)


@rule(
    title="Single-variable chain rule, forward",
    statement="(d(y)/dx where u = f(x), y = g(u)) = (d(u)/dx d(y)/d(u) where u = f(x), y = g(u))",
    condition="there is one path from x to y, and every intermediate variable is a function of one variable",
    words="One path leads from {x} to {y}: multiply the derivatives along it, in its direction.",
    source=PAPER + ".1",
    examples=["(d(y)/dx where u = x^2, y = sin(u))"],
    leaves_alone=["(d(u_2)/dx where u_1 = x^2, u_2 = x + u_1)"],
    phase="combine",
)
def chain_single_forward(node: Node) -> Rewrite | None:
    """Forward order follows a change of x on its way to y; backward order starts at y, as training a network does. For
    scalars the product is the same.
    """
    return _single(node, forward=True)


def _known(node: Where) -> set[Node]:
    return {fact.left for fact in node.facts}


@rule(
    title="Single-variable total-derivative chain rule",
    statement="(d(y)/dx where u = f(x), y = g(x, u)) = (∂(y)/∂(x) + ∂(y)/∂(u) d(u)/dx where u = f(x), y = g(x, u))",
    condition="every intermediate variable depends on x alone in the end; x may reach y by several paths",
    words="Every path from {x} to {y} contributes: add them.",
    source=PAPER + ".2",
    examples=["(d(u_2)/dx where u_1 = x^2, u_2 = x + u_1 knowing d(u_1)/dx = 2 x)"],
    leaves_alone=["(d(y)/dx where u = x^2, y = sin(u))"],
    phase="combine",
)
def chain_total(node: Node) -> Rewrite | None:
    """A change of x reaches y directly and through intermediate variables. Each contribution is the partial
    derivative by
    the variable used, times that variable's own total derivative; the contributions add.
    """
    if not isinstance(node, Where) or not isinstance(node.body, Derivative) or is_single_path(node):
        return None
    return _total(node, node.body.wrt) if _is_scalar(node) else None


def _total(node: Where, x: Node) -> Rewrite | None:
    """The total derivative of the first definition that has none yet, as the sum over all that it uses."""
    definitions, known = node.definitions, _known(node)
    target = next((d for d in definitions if Derivative(d.left, x, "total") not in known), definitions[-1])
    used = uses(definitions, x)[target.left]
    if used == (x,):
        return None
    has_alias = any(definition.right is x for definition in definitions)
    terms: list[Node] = [] if has_alias and x not in used else [Derivative(target.left, x, "partial")]
    terms += [
        matrix_times(Derivative(target.left, parent, "partial"), Derivative(parent, x, "total"))
        for parent in used
        if parent is not x
    ]
    total, expanded = Derivative(target.left, x, "total"), plus(*terms)
    bindings = {"x": x, "y": target.left}
    words = _total_words(node, target, x, used)
    if target is definitions[-1]:
        return Rewrite(Where(expanded, definitions, node.facts), bindings, words)
    return Rewrite(Where(node.body, definitions, (*node.facts, Equation(total, expanded))), bindings, words)


def _total_words(node: Where, target: Equation, x: Node, used: tuple[Node, ...]) -> Words:
    """Why the total-derivative rule is used here: the paths by which x reaches the variable."""
    count = count_paths(node.definitions, x)[target.left]
    bindings = {"x": x, "y": target.left, "u": used[-1]}
    if count == 1:
        if any(definition.right is x for definition in node.definitions):
            return fill("{x} reaches {y} through {u} only: the sum has one term.", bindings)
        words = "{x} reaches {y} through {u} only; the total-derivative rule covers this too: its direct term is zero."
        return fill(words, bindings)
    shown = list(islice(paths(node.definitions, x, target.left), SHOWN_PATHS))
    listing: Words = ()
    for k, path in enumerate(shown):
        listing += ("; " if k else "", *_path_words(path))
    end = "; …. " if count > len(shown) else ". "
    start = fill(f"{{x}} reaches {{y}} by {count} paths: ", bindings)
    return (
        *start,
        *listing,
        end,
        "The single-variable rule would follow one only, so all contributions are added.",
    )


@rule(
    title="Vector chain rule",
    statement="(d(y)/d(x) where u = w ⊗ x, y = sum(u)) = (d(y)/d(u) @ d(u)/d(x) where u = w ⊗ x, y = sum(u))",
    condition="vectors are among the variable, the intermediate variables and the result; the order of factors matters",
    words="Multiply the Jacobians along the path.",
    shapes={"w": "n", "x": "n", "u": "n"},
    source=PAPER + ".3",
    examples=["(d(y)/d(x) where u = w ⊗ x, y = sum(u)) where w: n, x: n, u: n, y: scalar"],
    leaves_alone=["(d(y)/dx where u = x^2, y = sin(u))"],
    phase="combine",
)
def chain_vector(node: Node) -> Rewrite | None:
    """It has the form of the single-variable rule, with Jacobians in the place of derivatives and matrix products in
    the place of products. Where several paths lead to the result their products are added.
    """
    if not isinstance(node, Where) or not isinstance(node.body, Derivative) or _is_scalar(node):
        return None
    x, y = node.body.wrt, node.body.body
    if not is_single_path(node):
        return _total(node, x)
    links = _links(node)
    if len(links) < 2:
        return None
    factors = links[::-1]
    (path,) = paths(node.definitions, x, node.definitions[-1].left)
    shapes = " ".join(f"({link.shape.display()})" for link in factors if not link.shape.is_scalar)
    bindings = {"x": x, "y": y}
    end = ". The vector chain rule multiplies the Jacobians along it, from the result back to the variable"
    words = (*fill("There is one path from {x} to {y}: ", bindings), *_path_words(path), end)
    words += (f"; the shapes fit: {shapes} gives {node.body.shape.display()}.",) if shapes else (".",)
    return Rewrite(Where(matrix_times(*factors), node.definitions, node.facts), bindings, words)


@rule(
    title="Dot product as a sum",
    statement="w · x = sum(w ⊗ x)",
    words="The dot product multiplies {w} and {x} entry by entry and adds up: it is made of two operations.",
    shapes={"w": "n", "x": "n"},
    source="Parr and Howard, section 5",
    examples=["w · x where w: n, x: n"],
    leaves_alone=["sum(w ⊗ x) where w: n, x: n"],
    phase="expand",
)
def dot_as_sum(node: Node) -> Rewrite | None:
    """Seen as a sum of an element-wise product, the dot product is covered by the vector chain rule."""
    if not isinstance(node, Dot):
        return None
    return Rewrite(SumReduction(Hadamard((node.left, node.right))), {"w": node.left, "x": node.right})


# --- substitute ------------------------------------------------------------------------------------------------------


@rule(
    title="Substitute what is known",
    statement="(d(y)/d(u) d(u)/dx where u = x^2, y = sin(u) knowing d(u)/dx = 2 x, d(y)/d(u) = cos(u)) = "
    "(cos(u) (2 x) where u = x^2, y = sin(u) knowing d(u)/dx = 2 x, d(y)/d(u) = cos(u))",
    words="Put in the derivatives that have been worked out, and the definitions.",
    source=PAPER,
    examples=[
        "(d(y)/d(u) d(u)/dx where u = x^2, y = sin(u) knowing d(u)/dx = 2 x, d(y)/d(u) = cos(u))",
        "(2 x cos(u) where u = x^2)",
    ],
    leaves_alone=["2 x"],
    phase="substitute",
)
def substitute(node: Node) -> Rewrite | None:
    """Equals may be replaced by equals: first the derivatives by what they were found to be, in the end the names by
    what
    they stand for.
    """
    if not isinstance(node, Where):
        return None
    return _substitute_facts(node) or _substitute_definitions(node)


def _substitute_facts(node: Where) -> Rewrite | None:
    known = {fact.left: fact.right for fact in node.facts if not fact.right.has_derivative or _is_settled(fact)}
    open_fact = next((f for f in node.facts if f.right.has_derivative and f.left not in known), None)
    words: Words = ("Put in the derivatives that were worked out above.",)
    if open_fact is not None:
        solved = Equation(open_fact.left, join_brackets(open_fact.right, known))
        if solved is open_fact:
            return None
        facts = tuple(solved if fact is open_fact else fact for fact in node.facts)
        return Rewrite(Where(node.body, node.definitions, facts), words=words)
    body = join_brackets(node.body, known)
    return None if body is node.body else Rewrite(Where(body, node.definitions, node.facts), words=words)


def _is_settled(fact: Equation) -> bool:
    """Whether what is left to differentiate is an abstract function, known by its name only."""
    return isinstance(fact.right, Derivative) and fact.right.wrt in fact.right.body.children


PUT_BACK = "(2 u where u = x^2) = 2 x^2"


def meaning_of(definitions: tuple[Equation, ...]) -> dict[Node, Node]:
    """What every name stands for, without other names."""
    meaning: dict[Node, Node] = {}
    for definition in definitions:
        meaning[definition.left] = replace_parts(definition.right, meaning)
    return meaning


def _substitute_definitions(node: Where) -> Rewrite | None:
    names = {definition.left for definition in node.definitions}
    if any(isinstance(part, Derivative) and not part.free.isdisjoint(names) for _, part in subnodes(node.body)):
        return None
    meaning = meaning_of(node.definitions)
    after = join_brackets(node.body, meaning)
    used = [definition.left for definition in node.definitions if definition.left in node.body.free]
    if not used:
        words: Words = ("No intermediate variable is left: the definitions are no longer needed.",)
        return Rewrite(after, words=words, statement=PUT_BACK)
    words = ("Put back what the names stand for: ", *listed([Equation(name, meaning[name]) for name in used], 4), ".")
    return Rewrite(after, words=words, statement=PUT_BACK)
