"""Abstract functions and operators: what can be said of f.(w) ○ g.(x) when nothing but shapes and entries is known.

What is left in the end is the derivative of an abstract function by its own argument: `is_settled` tells it apart.
"""

from __future__ import annotations

from typing import TypeGuard

from explainer.expr.dependence import depends_on
from explainer.expr.kinds import parts_of_kind
from explainer.expr.node import Node, substitute, with_children
from explainer.expr.nodes import (
    Delta,
    Derivative,
    DiagonalForm,
    Entry,
    Equation,
    FunctionCall,
    Product,
    Transpose,
    Variable,
)
from explainer.rules.entries.indices import entry_of, fresh_index
from explainer.rules.rule import Rewrite, Words, fill, listed, rule

FAMILY = "Abstract"

PAPER = "Parr and Howard, The Matrix Calculus You Need For Deep Learning, section 4.2"


def is_settled(node: Derivative) -> bool:
    """Whether this derivative stays as it is: that of an abstract function by its own argument.

    Of an element-wise function only the derivative of an entry by the same entry of the argument stays. What an
    abstract operator makes of entries stays too, as soon as it is clear on which entry of the variable it depends.
    """
    match node:
        case Derivative(Derivative() as inner) | Derivative(Transpose(Derivative() as inner)):
            return _is_settled_again(node, inner)
        case Derivative(FunctionCall() as call) | Derivative(Entry(FunctionCall() as call)):
            pass
        case _:
            return False
    base = _base_of_entry(node.wrt)
    if call.shape.is_matrix and (base.shape.is_matrix or (node.body is call and not base.shape.is_scalar)):
        return False  # the derivative of a matrix by a vector or a matrix has no form in which it could stay
    if call.is_operator:
        scalars = node.body is call and call.shape.is_scalar and node.wrt.shape.is_scalar
        return scalars and depends_on(call, node.wrt) and not own_entry(node) and not elementwise_entry(node)
    if call.indices or node.wrt in call.arguments:
        scalar = call.shape.is_scalar or not call.elementwise
        return scalar and node.wrt in call.arguments and not is_nested(call, node.wrt)
    return base in call.arguments and not call.elementwise and not is_nested(call, base)


def _is_settled_again(node: Derivative, inner: Derivative) -> bool:
    """The same for the derivative of one that stays, as f″(x) does: of a scalar by its arguments or their entries."""
    call = _called(inner)
    if not is_named_function(call) or (call.indices and node.wrt not in call.arguments):
        return False
    base = _base_of_entry(node.wrt)
    fits = inner.body.shape.is_scalar and all(not part.shape.is_matrix for part in (node, node.wrt, *call.arguments))
    if node.body is not inner:  # but its transpose: the Hessian of a function of a vector
        fits = inner.body is call and call.shape.is_scalar and node.wrt.shape.is_vector
    by = node.wrt if node.wrt in call.arguments else base
    return fits and by in call.arguments and not is_nested(call, by) and is_settled(inner)


def _called(node: Node) -> Node:
    """The abstract function that a derivative of derivatives, or of an entry, is of."""
    match node:
        case Derivative(inner) | Entry(inner):
            return _called(inner)
    return node


def is_named_function(node: Node) -> TypeGuard[FunctionCall]:
    """Whether this is an abstract function, and not the operator that may stand for any."""
    return isinstance(node, FunctionCall) and not node.is_operator


def is_nested(node: Node, x: Node) -> bool:
    """Whether a part is an abstract function of something that is itself a function of x: f(g(x))."""
    if not is_named_function(node) or not depends_on(node, x):
        return False
    return any(depends_on(argument, x) and not _is_of(argument, x) for argument in node.arguments)


def _base_of_entry(node: Node) -> Node:
    return node.base if isinstance(node, Entry) else node


def _is_of(argument: Node, x: Node) -> bool:
    """Whether an argument is the variable itself or an entry of it."""
    return argument is x or _base_of_entry(argument) is x


def function_of_entry(node: Node) -> Node:
    """Every entry f_i(w) of an element-wise function as the function of one entry, f_i(w_i)."""
    match node:
        case Entry(FunctionCall(name, arguments, shape, elementwise=True) as call, indices) if not call.is_operator:
            entries = tuple(function_of_entry(entry_of(argument, indices)) for argument in arguments)
            return FunctionCall(name, entries, shape, True, indices)
    children = tuple(map(function_of_entry, node.children))
    return node if children == node.children else with_children(node, children)


def only_entry(node: Node, vector: Node) -> Entry | None:
    """The one entry of a vector through which a value depends on it; None where there are several, or all."""
    entries = {part for part in parts_of_kind(node, Entry) if part.base is vector}
    if len(entries) != 1:
        return None
    (entry,) = entries
    return entry if vector not in substitute(node, {entry: Variable("placeholder of the entry")}).free else None


@rule(
    title="Each entry depends on its own entry only",
    statement="grid(i=1..n, j=1..n, ∂(f.(x)_i)/∂(x_j)) = grid(i=1..n, j=1..n, ∂(f_i.(x_i))/∂(x_j))",
    condition="the functions are element-wise: entry i of the value depends on entry i of the argument only",
    words="The functions work entry by entry.",
    shapes={"f": "n", "x": "n"},
    source=PAPER,
    examples=[
        "grid(i=1..n, j=1..n, ∂(f.(x)_i)/∂(x_j)) where f: n, x: n",
        "grid(i=1..n, j=1..n, ∂(f.(w)_i ○ g.(x)_i)/∂(w_j)) where f: n, g: n, w: n, x: n",
    ],
    leaves_alone=["grid(i=1..m, j=1..n, ∂(f(x)_i)/∂(x_j)) where f: m, x: n"],
    measure="what an entry is taken of",
    phase="expand",
)
def own_entry(node: Derivative, body: Entry | FunctionCall) -> Rewrite | None:
    """This is the element-wise diagonal condition, f_i(x) = f_i(x_i): entry i of the value depends on entry i of the
    argument, and on no other.
    """
    if not node.shape.is_scalar:
        return None
    of_one_entry = function_of_entry(body)
    if of_one_entry is body:
        return None
    entries = parts_of_kind(body, Entry)
    calls = [part for part in entries if is_named_function(part.base) and part.base.elementwise]
    equations = [Equation(part, function_of_entry(part)) for part in calls]
    template = (
        "The function works entry by entry, so {equations}: an entry of the value depends on the same entry "
        "of the argument, and on no other."
        if len(equations) == 1
        else "The functions work entry by entry, so {equations}: an entry of the value depends on the same "
        "entry of the argument, and on no other."
    )
    words = fill(template, {"equations": listed(equations)})
    return Rewrite(Derivative(of_one_entry, node.wrt, node.kind), {"x": node.wrt}, words)


@rule(
    title="Entry of an element-wise function",
    statement="grid(i=1..n, j=1..n, ∂(f_i.(x_i))/∂(x_j)) = grid(i=1..n, j=1..n, delta(i, j) ∂(f_i.(x_i))/∂(x_i))",
    condition="entry i of f depends on entry i of x only",
    words="Of all entries of {x} only {own} occurs in {a}: the derivative with respect to {b} is zero unless "
    "{i} = {j}.",
    shapes={"f": "n", "x": "n"},
    source=PAPER,
    examples=[
        "grid(i=1..n, j=1..n, ∂(f_i.(x_i))/∂(x_j)) where f: n, x: n",
        "grid(i=1..n, j=1..n, ∂(w_i ○ x_i)/∂(x_j)) where w: n, x: n",
    ],
    leaves_alone=[
        "grid(i=1..m, j=1..n, ∂(f(x)_i)/∂(x_j)) where f: m, x: n",
        "diagonal(i=1..n, ∂(f_i.(x_i))/∂(x_i)) where f: n, x: n",
    ],
)
def elementwise_entry(node: Derivative, body: FunctionCall | Derivative, wrt: Entry) -> Rewrite | None:
    """What is made of entry i of the variable alone does not change with any other entry. Only the derivative with
    respect to the entry's own argument can differ from zero.
    """
    if not body.shape.is_scalar or len(wrt.indices) != 1 or not is_known_by_name(body):
        return None
    own = only_entry(body, wrt.base)
    if own is None or own is wrt:
        return None
    (i,), (j,) = own.indices, wrt.indices
    after = Product((Delta(i, j), Derivative(body, own, node.kind)))
    return Rewrite(after, {"a": body, "b": wrt, "x": wrt.base, "own": own, "i": i, "j": j})


@rule(
    title="Abstract element-wise function",
    statement="∂(f.(x))/∂(x) = diagonal(i=1..n, ∂(f_i.(x_i))/∂(x_i))",
    condition="entry i of the value depends on entry i of x only",
    words="{f} works entry by entry, and {entry} depends on {own} only: the Jacobian is diagonal, with the "
    "derivative of each entry with respect to its own argument.",
    shapes={"f": "n", "x": "n"},
    source=PAPER,
    examples=["∂(f.(x))/∂(x) where f: n, x: n", "∂(f.(w) ○ g.(x))/∂(w) where f: n, g: n, w: n, x: n"],
    leaves_alone=["∂(f(x))/∂(x) where f: m, x: n", "∂(sin(x))/∂(x) where x: n", "∂(f(w) ○ x)/∂(w) where f: n, w: n"],
)
def elementwise_abstract(node: Derivative, body: FunctionCall, wrt: Variable) -> Rewrite | None:
    """Nothing is known about the function but that its entry i depends on entry i of its argument; that makes its
    Jacobian diagonal.
    """
    call = body
    if not call.elementwise or not call.shape.is_vector or call.shape != wrt.shape:
        return None
    if not call.is_operator and any(part is not wrt and depends_on(part, wrt) for part in call.arguments):
        return None
    index = fresh_index(call.shape.rows, node)
    entry = function_of_entry(entry_of(call, (index,)))
    own = only_entry(entry, wrt)
    if own is None:
        return None
    after = DiagonalForm(index, Derivative(entry, own, "partial"))
    return Rewrite(after, {"f": call, "x": wrt, "entry": entry, "own": own})


def is_known_by_name(node: Node) -> bool:
    """Whether all derivatives that are left in a value are those of abstract functions by their own arguments."""
    return not node.has_derivative or all(is_settled(part) for part in parts_of_kind(node, Derivative))


def usual_sign(node: Derivative) -> str:
    """The kind of the derivative of an abstract function: with d where it is a function of one scalar alone."""
    call = _called(node)
    alone = is_named_function(call) and len(call.arguments) == 1 and call.arguments[0].shape.is_scalar
    return "total" if alone else "partial"


@rule(
    title="One sign for one derivative",
    statement="∂(d(f(x))/d(x))/∂(x) = d(d(f(x))/d(x))/d(x)",
    words="{f} depends on {x} alone: written with d and with ∂ its derivative is the same.",
    source=PAPER,
    examples=["∂(d(f(x))/d(x))/∂(x)", "∂(f(x))/∂(x)", "d(f(x))/d(x) where x: n"],
    leaves_alone=["∂(f(x, y))/∂(x)", "d(f(x))/d(x)", "∂(f(x))/∂(x) where x: n"],
    measure="unusual signs",
    phase="tidy",
)
def one_sign(node: Derivative) -> Rewrite | None:
    """A derivative with respect to the only argument of a function follows every path and the direct one: there is no
    other. So one sign serves, d between scalars and ∂ for gradients and Jacobians.
    """
    after = _with_usual_signs(node) if is_settled(node) else node
    if after is node:
        return None
    words: Words = ()
    if usual_sign(node) == "partial":
        words = fill("Derivatives of what depends on several variables, or on vectors, are written with ∂.", {})
    return Rewrite(after, {"f": _called(node), "x": node.wrt}, words)


def _with_usual_signs(node: Node) -> Node:
    """A derivative of an abstract function, and those that it is the derivative of, each with its usual sign."""
    match node:
        case Derivative(body, wrt, "total" | "partial"):
            return Derivative(_with_usual_signs(body), wrt, usual_sign(node))
    return node
