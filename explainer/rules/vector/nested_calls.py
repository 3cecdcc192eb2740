"""Abstract functions of more than the variable, f(g(x)): the chain rule with a letter for what the function is of."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.expr.dependence import depends_on
from explainer.expr.kinds import of_kind
from explainer.expr.letters import numbered
from explainer.expr.node import Node
from explainer.expr.nodes import Derivative, Entry, Equation, FunctionCall, Transpose, Variable, Where
from explainer.rules.build import fresh_letter, matrix_times, plus, times
from explainer.rules.rule import Rewrite, Words, fill, listed, rule
from explainer.rules.vector.abstract import is_named_function, is_settled, usual_sign

FAMILY = "Abstract"

PAPER = "Parr and Howard, The Matrix Calculus You Need For Deep Learning, section 4.5"


def slopes(call: Node, x: Node) -> tuple[tuple[Where, Node], ...]:
    """The derivative of an abstract function by each argument that moves with x, and that argument.

    An argument other than x gets a letter, by which the function is differentiated: ∂f(u)/∂u where u = g(x).
    """
    match call:
        case Where(Derivative() as inner, given, ()):
            return _slopes_of_slope(inner, given, x)
        case Entry(FunctionCall() as whole, at):
            pass
        case FunctionCall() as whole if not call.shape.is_matrix:
            at = ()
        case _:
            return ()
    if not is_named_function(whole) or whole.elementwise or whole.indices:
        return ()
    return _slopes_of_call(whole, at, x)


def _slopes_of_call(call: FunctionCall, at: tuple[Node, ...], x: Node) -> tuple[tuple[Where, Node], ...]:
    """The same for a function, or for the entry of what it gives that stands at some indices."""
    moving = [argument for argument in call.arguments if depends_on(argument, x)]
    if call.shape.is_vector and not at and any(argument.shape.is_matrix for argument in moving):
        return ()
    definitions = {d.right: d for d in _named(call, [part for part in moving if part not in (x, *x.children)])}
    if not definitions or not all(part is x or part in definitions for part in moving):
        return ()
    named = tuple(definitions[part].left if part in definitions else part for part in call.arguments)
    function: Node = FunctionCall(call.name, named, call.value_shape)
    function = Entry(function, at) if at else function
    found = []
    for argument in dict.fromkeys(moving):
        by = definitions[argument].left if argument in definitions else argument
        slope = Derivative(function, by, "partial")
        slope = Derivative(function, by, usual_sign(slope))
        found.append((Where(slope, tuple(definitions.values())), argument))
    return tuple(found)


def _slopes_of_slope(slope: Derivative, definitions: tuple[Equation, ...], x: Node) -> tuple[tuple[Where, Node], ...]:
    """The same for ∂f(u)/∂u where u = g(x): what moves are the letters, and x itself where it is an argument."""
    if not (slope.shape.is_scalar or slope.shape.is_row):
        return ()
    body = slope if slope.shape.is_scalar else Transpose(slope)
    moving = [(d.left, d.right) for d in definitions if d.left in slope.free and depends_on(d.right, x)]
    if depends_on(slope, x):
        moving.append((x, x))
    found = []
    for by, argument in moving:
        inner = Derivative(body, by, "partial")
        inner = Derivative(body, by, usual_sign(inner))
        if not is_settled(inner):
            return ()
        found.append((Where(inner, definitions), argument))
    return tuple(found)


def _named(call: FunctionCall, parts: list[Node]) -> Iterator[Equation]:
    letter = fresh_letter(call)
    taken = {variable.name for variable in of_kind(call.free, Variable)}
    different = tuple(dict.fromkeys(parts))
    for part in different:
        name = letter if len(different) == 1 else numbered(letter, taken)
        taken.add(name)
        yield Equation(Variable(name, part.shape), part)


def chain_words(found: tuple[tuple[Where, Node], ...], call: Node, x: Node) -> Words:
    """The chain rule in the letters of the line, for functions and for their changes."""
    slope, argument = found[0]
    bindings: dict[str, Node | Words] = {"f": call, "x": x, "g": argument, "names": listed(slope.definitions)}
    if len(found) > 1:
        return fill(
            "With {names}, the chain rule adds a term for each argument of {f} that changes with {x}.", bindings
        )
    inner, (definition,) = slope.body, slope.definitions
    bindings |= {"inner": inner.children[0], "u": definition.left}
    template = "With {names}, the chain rule multiplies the derivative of {inner} with respect to {u} by that of {g}."
    return fill(template, bindings)


@rule(
    title="Chain rule of an abstract function",
    statement="d(f(g(x)))/dx = (d(f(u))/d(u) d(g(x))/dx where u = g(x))",
    condition="nothing is known of f; g depends on x",
    words="The derivative of {f} with respect to its argument, times that of the argument.",
    source=PAPER,
    examples=["d(f(x^2))/dx", "∂(f(w · x))/∂(x) where w: n, x: n", "∂(f(x, x y))/∂(x)"],
    leaves_alone=["d(f(x))/dx", "d(sin(x^2))/dx", "∂(f(x, y))/∂(x)"],
)
def abstract_chain(node: Derivative, body: FunctionCall | Where | Entry) -> Rewrite | None:
    """Nothing is known of an abstract function but that it has a derivative with respect to its argument. The argument
    gets a letter for that, and its own derivative follows as a factor.
    """
    x, found = node.wrt, slopes(body, node.wrt)
    if (
        not found
        or node.body.shape.is_row
        or x.shape.is_matrix
        or any(argument.shape.is_matrix for _, argument in found)
    ):
        return None
    terms: list[Node] = []
    for slope, argument in found:
        inner = None if argument is x else Derivative(argument, x, node.kind)
        scalars = slope.shape.is_scalar or (inner is not None and inner.shape.is_scalar)
        terms.append(slope if inner is None else times(slope, inner) if scalars else matrix_times(slope, inner))
    return Rewrite(plus(*terms), {"f": body, "x": x}, chain_words(found, body, x))
