"""The differentials of powers, of functions of the operations table and of cases."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from explainer.errors import ExplainerError
from explainer.expr.dependence import depends_on
from explainer.expr.kinds import of_kind
from explainer.expr.node import Node, substitute
from explainer.expr.nodes import (
    TWO,
    ZERO,
    Apply,
    Cases,
    Comparison,
    Constant,
    Differential,
    Dot,
    E,
    FunctionCall,
    HadamardQuotient,
    MatrixProduct,
    Power,
    Quotient,
    Sum,
    Transpose,
    Variable,
    Where,
)
from explainer.expr.shape import Shape
from explainer.rules.build import filled, lowered_exponent, matrix_times, plus, rational, times
from explainer.rules.differentials.laws import BOOK
from explainer.rules.differentials.parts import at_an_entry, change_of, entrywise, lifted
from explainer.rules.matching import is_call
from explainer.rules.rule import Rewrite, Words, fill, rule
from explainer.rules.scalar.functions import power_conditions
from explainer.rules.table import apply_named, derivative_row, table_differential, vector_derivative
from explainer.rules.vector.nested_calls import chain_words, slopes
from explainer.threads import recent

FAMILY = "Differentials of functions"


Made: TypeAlias = Callable[[Differential, Apply], Rewrite | None]


def with_form(rewrite: Rewrite, body: Apply, make: Made, *sizes: str) -> Rewrite:
    """The rewrite with what the rule says of the function at hand, in letters, if it is one of a single argument.

    What holds for the entries of a matrix holds for those of a vector. Of other functions the rule shows its example.
    """
    if len(body.arguments) != 1:
        return rewrite
    (argument,) = body.arguments
    if argument.shape.is_vector and not body.operation.elementwise:
        return rewrite
    statement = _form(body.operation.name, make, () if argument.shape.is_scalar else sizes)
    if not statement:
        return rewrite
    letter = "f" if argument.shape.is_scalar else "F"
    return rewrite._replace(statement=statement, bindings={**rewrite.bindings, letter: argument})


@recent(256)
def _form(name: str, make: Made, sizes: tuple[str, ...]) -> str:
    """What a rule says of a function of the table; empty where it says nothing of one argument of such a shape."""
    x = Variable("X", Shape(("p", "q")))
    letter = Variable("F" if sizes else "f", Shape(sizes))
    of_x: Node = FunctionCall(letter.name, (x,), letter.shape)
    try:
        (body,) = of_kind((apply_named(name, of_x),), Apply) or (None,)
        made = None if body is None else make(Differential(body, x), body)
    except ExplainerError:
        return ""
    if body is None or made is None:
        return ""
    before, after = (substitute(side, {of_x: letter}) for side in (Differential(body, x), made.after))
    return f"{before.text()} = {after.text()}"


@rule(
    title="Differential of a power",
    statement="differential(f^a, X) = a f^(a - 1) differential(f, X)",
    condition="a does not depend on X",
    words="The exponent {a} comes down and is lowered by one, times the change of {f}.",
    shapes={"f": "scalar", "a": "scalar", "X": "p x q"},
    source=BOOK,
    examples=["differential((a · x)^3, x) where a: n, x: n", "differential(X .^ 2) where X: m x n",
              "differential(sum(X)^(1/2)) where X: m x n", "differential(x .^ a, x) where a: n, x: n",
              "differential(r .^ a, r) where a: n, r: scalar"],
    leaves_alone=["differential(2^x)", "differential(X) where X: m x n"],
    measure="open differentials",
)  # fmt: skip
def differential_power(node: Differential, body: Power) -> Rewrite | None:
    """The power rule, in every entry where the base or the exponent is a vector or a matrix."""
    base, exponent, x = body.base, body.exponent, node.wrt
    if depends_on(exponent, x) or not depends_on(base, x):
        return None
    lowered = lowered_exponent(exponent)
    value = rational(lowered)
    inner = () if value == 0 else (base,) if value == 1 else (Power(base, lowered),)
    after = entrywise(exponent, *inner, change_of(node, base))
    (entry,) = at_an_entry(base.shape, (base,), node)
    return Rewrite(after, {"f": base, "a": exponent, "X": x}, (), power_conditions(entry, exponent))


@rule(
    title="Differential of an exponential",
    statement="differential(f^g, X) = f^g (ln(f) differential(g, X) + g differential(f, X) / f)",
    condition="f > 0",
    words="The exponent {g} is not constant: the power stays as a factor of its change.",
    shapes={"f": "scalar", "g": "scalar", "X": "p x q"},
    source="DLMF 4.2.26",
    examples=["differential(2^(a · x), x) where a: n, x: n", "differential((x · x)^(a · x), x) where a: n, x: n",
              "differential(e^(-(x · x)), x) where x: n", "differential(X .^ tr(X)) where X: n x n",
              "differential(x .^ sum(x)) where x: n", "differential(sum(x)^x) where x: n"],
    leaves_alone=["differential((a · x)^3, x) where a: n, x: n"],
    measure="open differentials",
)  # fmt: skip
def differential_exponential(node: Differential, body: Power) -> Rewrite | None:
    """A power is e to the power of the exponent times the logarithm of its base; of e this logarithm is 1."""
    if not depends_on(body.exponent, node.wrt):
        return None
    f, g, x = body.base, body.exponent, node.wrt
    if not node.shape.is_scalar and (f.shape != node.shape and not f.shape.is_scalar):
        return None
    natural = f is E
    change = change_of(node, g)
    parts = [change if natural else entrywise(apply_named("ln", f), change)]
    if depends_on(f, x):
        raised = times(g, change_of(node, f)) if node.shape.is_scalar else entrywise(g, change_of(node, f))
        parts.append(Quotient(raised, f) if f.shape.is_scalar else HadamardQuotient(raised, f))
    after = entrywise(body, plus(*parts)) if len(parts) == 1 else entrywise(body, Sum(tuple(parts)))
    known = rational(f) is not None or isinstance(f, Constant)
    (entry,) = at_an_entry(f.shape, (f,), node)
    conditions = () if known else (Comparison(">", entry, ZERO),)
    return Rewrite(after, {"f": f, "g": g, "X": x}, (), conditions)


# --- functions --------------------------------------------------------------------------------------------------------


@rule(
    title="Differential of a squared length",
    statement="differential(norm(f)^2, X) = 2 (f' @ differential(f, X))",
    words="The squared length is {f} times itself: the product rule gives the same term twice.",
    shapes={"f": "n", "F": "m x n", "X": "p x q"},
    source=BOOK,
    examples=["differential(norm(A @ x - b)^2, x) where A: m x n, x: n, b: m",
              "differential(norm(X @ w)^2, X) where X: m x n, w: n",
              "differential((A @ x) · (A @ x), x) where A: m x n, x: n",
              "differential(frobenius_norm(X @ W - Y)^2, W) where X: m x k, W: k x n, Y: m x n"],
    leaves_alone=["differential(norm(x)^3) where x: n", "differential((A @ x) · x, x) where A: n x n, x: n"],
    measure="open differentials",
)  # fmt: skip
def differential_squared_length(node: Differential) -> Rewrite | None:
    """No root is left, so the differential is twice the value times its own change: tr(F′ dF) for a matrix F."""
    body = node.body
    match body:
        case Dot(left, right) if left is right:
            f = left
        case Power(Apply() as base, exponent) if rational(exponent) == 2:
            if base.operation.name not in ("norm", "frobenius_norm"):
                return None
            (f,) = base.arguments
        case _:
            return None
    if not depends_on(f, node.wrt):
        return None
    product = MatrixProduct((Transpose(f), change_of(node, f)))
    bindings = {"f": f, "X": node.wrt}
    if f.shape.is_vector:
        return Rewrite(times(TWO, product), bindings)
    words = fill(
        "The squared Frobenius norm of {f} is the trace of its transpose times it: the product rule gives the same "
        "term twice.",
        bindings,
    )
    statement = "differential(frobenius_norm(F)^2, X) = 2 tr(F' @ differential(F, X))"
    return Rewrite(times(TWO, apply_named("tr", product)), {"F": f, **bindings}, words, statement=statement)


@rule(
    title="Differential of a function of entries",
    statement="differential(sin(F), X) = cos(F) ⊗ differential(F, X)",
    by_example=True,
    words="{f} works entry by entry: its derivative from the table, entry by entry times the change of what it is "
    "applied to.",
    shapes={"F": "m x n", "X": "p x q"},
    source=BOOK + " and the operations table",
    examples=["differential(sin(A @ X), X) where A: m x k, X: k x n", "differential(ln(a · x), x) where a: n, x: n",
              "differential(sigmoid(X)) where X: m x n", "differential(relu(X @ w), X) where X: m x n, w: n",
              "differential(max(A, X)) where A: m x n, X: m x n", "differential(abs(x)) where x: n"],
    leaves_alone=["differential(tr(X)) where X: n x n", "differential(A @ X) where A: m x k, X: k x n"],
    measure="open differentials",
)  # fmt: skip
def differential_elementwise(node: Differential, body: Apply) -> Rewrite | None:
    """In every entry it is the scalar rule: the slope times the change."""
    rewrite = _elementwise(node, body)
    return rewrite and with_form(rewrite, body, _elementwise, "m", "n")


def _elementwise(node: Differential, body: Apply) -> Rewrite | None:
    if not body.operation.elementwise or not depends_on(body, node.wrt):
        return None
    row = derivative_row(body.operation)
    if row is None:
        return None
    terms: list[Node] = []
    places: dict[Node, Node] = dict(zip(row.parameters, body.arguments, strict=True))
    columns = row.columns_for(row.is_moved_together(body.arguments, node.wrt))
    for argument, column in zip(body.arguments, columns, strict=True):
        if not depends_on(argument, node.wrt):
            continue
        change = filled(change_of(node, argument), node.shape)
        slope = lifted(column, places)
        terms.append(times(slope, change) if node.shape.is_scalar else entrywise(slope, change))
    bindings: dict[str, Node] = {"f": body, "X": node.wrt}
    conditions = row.conditions(at_an_entry(node.shape, body.arguments, node))
    if not node.shape.is_scalar:
        return Rewrite(plus(*terms), bindings, (), conditions)
    said = "{f} is a function of a scalar: its derivative from the table times the change of what it is applied to."
    return Rewrite(plus(*terms), bindings, fill(said, bindings), conditions)


@rule(
    title="Differential of a function of matrices",
    statement="differential(inv(F), X) = -(inv(F) @ differential(F, X) @ inv(F))",
    by_example=True,
    words="The table gives the differential of {f}: it is {change}.",
    shapes={"F": "n x n", "X": "p x q"},
    source="Petersen and Pedersen, The Matrix Cookbook, section 2, and the operations table",
    examples=["differential(inv(X)) where X: n x n", "differential(det(A @ X), X) where A: n x n, X: n x n",
              "differential(tr(A @ X), X) where A: n x m, X: m x n", "differential(frobenius_norm(X)) where X: m x n",
              "differential(softmax(A @ x), x) where A: m x n, x: n",
              "differential(norm(A @ x), x) where A: m x n, x: n"],
    leaves_alone=["differential(sin(x))", "differential(tr(A), X) where A: n x n, X: n x n"],
    measure="open differentials",
)  # fmt: skip
def differential_function(node: Differential, body: Apply) -> Rewrite | None:
    """Functions of whole vectors and matrices have their differential in the table; of vectors it is the Jacobian times
    the change.
    """
    rewrite = _of_whole(node, body)
    return rewrite and with_form(rewrite, body, _of_whole, "n", "n")


def _of_whole(node: Differential, body: Apply) -> Rewrite | None:
    if body.operation.elementwise or not depends_on(body, node.wrt):
        return None
    changes = [change_of(node, a) if depends_on(a, node.wrt) else None for a in body.arguments]
    found = table_differential(body, changes)
    if found is not None:
        terms, conditions = found
        after = plus(*terms)
    else:
        jacobian = vector_derivative(body.operation, body.arguments[0])
        if jacobian is None or not body.arguments[0].shape.is_vector or changes[0] is None:
            return None
        after, conditions = matrix_times(jacobian[0], changes[0]), jacobian[1]
    words: Words = ()
    if is_call(after, body.operation.name):
        words = fill("{f} is linear: the differential moves inside.", {"f": body})
    bindings = {"f": body, "F": body.arguments[0], "X": node.wrt, "change": after}
    return Rewrite(after, bindings, words, conditions)


@rule(
    title="Differential of cases",
    statement="differential(cases(f if c < 0, g if c > 0), X) = "
    "cases(differential(f, X) if c < 0, differential(g, X) if c > 0)",
    condition="away from the boundaries of the cases",
    words="Away from the boundaries one case holds: each is differentiated on its own.",
    shapes={"f": "scalar", "g": "scalar", "c": "scalar", "X": "p x q"},
    source=BOOK,
    examples=["differential(cases(a · x if c < 0, b · x if c > 0), x) where a: n, b: n, x: n, c: scalar"],
    leaves_alone=["differential(a · x, x) where a: n, x: n"],
    measure="open differentials",
)
def differential_cases(node: Differential, body: Cases) -> Rewrite | None:
    """A small change does not lead from one case into another."""
    if not depends_on(body, node.wrt):
        return None
    values = tuple(filled(change_of(node, value), body.shape) for value in body.values)
    return Rewrite(Cases(values, body.conditions), {"X": node.wrt})


@rule(
    title="Differential of an abstract function",
    statement="differential(f(u), X) = d(f(u))/d(u) differential(u, X)",
    condition="nothing is known of f; u depends on X",
    words="The derivative of {f} with respect to its argument, times the change of the argument.",
    shapes={"X": "m x n"},
    source=BOOK,
    examples=["differential(f(tr(X))) where X: n x n", "differential(f(A @ X), X) where A: m x n, X: n x k, f: scalar"],
    leaves_alone=["differential(sin(x))"],
    measure="open differentials",
)
def differential_abstract(node: Differential, body: FunctionCall | Where) -> Rewrite | None:
    """The argument of the function gets a letter; its change is multiplied by the derivative with respect to that."""
    found = slopes(body, node.wrt)
    if not found:
        return None
    terms: list[Node] = []
    for slope, argument in found:
        change = change_of(node, argument)
        if node.shape.is_row:
            terms.append(Transpose(matrix_times(slope, change)))
            continue
        if argument.shape.is_scalar or slope.shape.is_scalar:
            terms.append(times(slope, change))
        else:
            product = matrix_times(slope, change)
            terms.append(apply_named("tr", product) if argument.shape.is_matrix else product)
    return Rewrite(plus(*terms), {"f": body, "X": node.wrt}, chain_words(found, body, node.wrt))
