"""From a typed function to the start of its derivation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from explainer.budget import ACTIVE, Budget
from explainer.engine.arguments import shapes_in_words, variable_in_words
from explainer.engine.methods import METHODS, prepared
from explainer.engine.methods.taking_over import to_its_end
from explainer.engine.second_order import twice_derived
from explainer.engine.small_sizes import Opened, opened_facts, opened_sizes, refuse_missing_entries
from explainer.engine.starting import FORMS, ORDERS, start_of
from explainer.engine.trace import Problem, Trace
from explainer.engine.typed_names import apart_from, notes_on_names, under_definitions, with_names, without_names
from explainer.errors import ExplainerError, UnsupportedError
from explainer.expr.declared import declared_kind
from explainer.expr.node import Node, each_part
from explainer.expr.nodes import Entry, FunctionCall, MatrixRow, Variable, VariableTuple, Where
from explainer.expr.shape import Shape
from explainer.operations.undefined import refuse_undefined
from explainer.phrases import phrase

if TYPE_CHECKING:
    import sympy

    from explainer.engine.arguments import GivenShape, GivenVariable

LAYOUTS: tuple[str, ...] = ("numerator", "denominator")


def derive(
    function: str | Node | sympy.Expr,
    wrt: GivenVariable | None = None,
    shapes: Mapping[str, GivenShape] | None = None,
    method: str = "auto",
    layout: str = "numerator",
    order: int = 1,
    form: str = "vec",
    budget: Budget | None = None,
    facts: tuple[Node, ...] = (),
) -> Trace:
    """Start the derivation of a function with respect to a variable; the steps come as they are asked for.

    `function` is text in the input language, LaTeX, code, an expression, or a SymPy expression.
    `wrt` is a variable such as `w`, an entry such as `x_1`, or several, `(x, y)`, as one text or as a tuple; a SymPy
    symbol will do; it may be left out where d/dx stands in front.
    `shapes` says of every name what cannot be seen: `"scalar"`, `"n"` or `4` (a vector), `"N x n"` or `(4, 3)` (a
    matrix); what is left out is inferred, and `trace.problem.notes` says how.
    `method` is auto, operator (rule by rule, from outside in), chain (by intermediate variables, from the variable
    outward), chain-forward, chain-alias (with the names of the text), vector (the vector chain rule), elements (entry
    by entry), differential (for matrices) or backward (in one sweep over definitions).
    `layout` is numerator, where the derivative of an m-vector with respect to an n-vector is m×n, or denominator, its
    transpose. With `order` 2 it is the Hessian of a scalar. What has more than two directions, such as a matrix by a
    matrix, has the `form` vec, the derivative of its columns with respect to those of the variable, or entries, an
    array with the axes of the function and then those of the variable.
    The `budget` bounds the work, and cancels it; `facts` are conditions that hold, such as sum(y) = 1.

    Raises ParseError, ShapeError or LimitError, with the place, when the text cannot be read, and ExplainerError for an
    unknown method, layout, order or form.

    >>> derive("x^2 x", wrt="x").result.text()
    '3 x^2'
    """
    _require("method", method, tuple(METHODS))
    _require("layout", layout, LAYOUTS)
    _require("form", form, FORMS)
    _require("order", order, ORDERS)
    budget = budget or ACTIVE.get() or Budget()
    with budget:
        problem = _read(function, variable_in_words(wrt), shapes_in_words(shapes), method, layout)
        return _derive(problem._replace(facts=(*problem.facts, *facts), order=order, form=form), budget)


def _derive(problem: Problem, budget: Budget) -> Trace:
    opened = opened_sizes(problem.expression, problem.wrt)
    if problem.sizes:
        problem = problem._replace(notes=(*problem.notes, Opened(problem.expression, problem.wrt, problem.sizes).note))
    elif opened.known:
        notes = (*problem.notes, opened.note)
        facts = opened_facts(problem.facts, opened)
        problem = problem._replace(
            expression=opened.expression, wrt=opened.wrt, notes=notes, sizes=opened.known, facts=facts
        )
    refuse_missing_entries(problem.expression, problem.sizes)
    refuse_undefined(problem.expression, problem.wrt)
    _refuse_several_matrices(problem)
    _refuse_parts(problem)
    expression, names = without_names(problem.expression)
    expression, own = apart_from(expression, problem.wrt)
    start = start_of(expression, problem.wrt, problem.form, problem.order, problem.layout, problem.facts)
    run = twice_derived if problem.order == 2 else prepared
    moves = run(start, METHODS[problem.method], problem.facts)
    if problem.method != "auto":
        moves = to_its_end(start, problem.method, moves, lambda line: run(line, METHODS["auto"], problem.facts))
    if own:
        start, moves = Where(start, own), under_definitions(moves, start, own)
    return Trace(problem, start, with_names(moves, names), budget=budget)


def _refuse_several_matrices(problem: Problem) -> None:
    """Matrices among several variables are not stacked to one vector: only a sweep serves them all."""
    if not isinstance(problem.wrt, VariableTuple) or not problem.wrt.holds_matrices:
        return
    whole = all(isinstance(variable, Variable) for variable in problem.wrt.variables)
    if problem.method in ("auto", "backward") and problem.order == 1 and problem.expression.shape.is_scalar and whole:
        return
    raise UnsupportedError(
        phrase("a tuple of variables holds scalars and vectors"),
        subexpression=problem.wrt.text(),
        reason=phrase("{0} holds a matrix", problem.wrt.text()),
        hint=phrase(
            "For a scalar, the method “{0}” differentiates with respect to all of them in one sweep.", "backward"
        ),
    )


def _refuse_parts(problem: Problem) -> None:
    """A row of a matrix is no variable, nor an entry of a symmetric matrix, nor such a one beside other variables."""
    if isinstance(problem.wrt, Variable):
        return
    variables = problem.wrt.variables if isinstance(problem.wrt, VariableTuple) else (problem.wrt,)
    for variable in variables:
        if isinstance(variable, MatrixRow):
            raise UnsupportedError(
                phrase("nothing is differentiated with respect to a row of a matrix"),
                subexpression=variable.text(),
                reason=phrase("{0} is a row of {1}", variable.text(), variable.base.text()),
                hint=phrase("Name the whole matrix {0}, or one entry: {1}.", variable.base.text(),
                            f"{variable.base.text()}_{{1,1}}"),
            )  # fmt: skip
        whole = variable.base if isinstance(variable, Entry) else variable
        if declared_kind(whole, problem.facts):
            shown = whole.text()
            raise UnsupportedError(
                phrase("{0} is declared to be symmetric or diagonal, and only a whole one is a variable", shown),
                subexpression=problem.wrt.text(),
                reason="its entries do not move one by one",
                hint=phrase("Differentiate with respect to {0} alone.", shown),
            )


def _require(what: str, value: str | int, choices: tuple[str | int, ...]) -> None:
    if value not in choices:
        raise ExplainerError(
            phrase("there is no {0} “{1}”", phrase(what), value),
            hint=phrase("Choose one of: {0}.", ", ".join(map(str, choices))),
        )


def _read(
    function: str | Node | sympy.Expr,
    wrt: str | Node | None,
    shapes: Mapping[str, str | Shape],
    method: str,
    layout: str,
) -> Problem:
    if isinstance(function, str):
        from explainer.language import read_question

        question = read_question(function, shapes, wrt if isinstance(wrt, str) or wrt is None else wrt.text())
        parsed = question.parsed
        if parsed.wrt is None:
            names = ", ".join(sorted(parsed.shapes))
            among = phrase("The function has {0}. ", names) if names else ""
            raise ExplainerError(
                "no variable of differentiation was given", hint=phrase("{0}Name one, such as x.", among)
            )
        notes = (*question.notes, *notes_on_names(parsed.expression))
        known = _without_defined(parsed.expression, parsed.shapes)
        return Problem(
            question.text, parsed.expression, parsed.wrt, known, method, layout, notes, parsed.sizes, parsed.facts
        )
    node = function if isinstance(function, Node) else _from_sympy(function)
    known = variable_shapes(node)
    if wrt is None:
        raise ExplainerError("no variable of differentiation was given", hint="Name one, such as x.")
    variable = wrt if isinstance(wrt, Node) else _read_variable(wrt, known)
    return Problem(node.text(), node, variable, known, method, layout)


def _without_defined(expression: Node, shapes: Mapping[str, Shape]) -> dict[str, Shape]:
    """The shapes of what a problem leaves open: a name that has a definition is no variable."""
    found = (part.definitions for part in each_part(expression) if isinstance(part, Where))
    defined = {equation.left for definitions in found for equation in definitions}
    names = {part.name for part in defined if isinstance(part, Variable)}
    return {name: shape for name, shape in shapes.items() if name not in names}


def _from_sympy(function: object) -> Node:
    from explainer.language.sympy.bridge import from_sympy, is_sympy

    if not is_sympy(function):
        raise ExplainerError(
            phrase("an object of the type {0} cannot be differentiated", type(function).__name__),
            hint="Give text, an expression or SymPy.",
        )
    return from_sympy(function)


def variable_shapes(node: Node) -> dict[str, Shape]:
    """The shape of every variable and abstract function in an expression, by name."""
    found: dict[str, Shape] = {}
    for part in each_part(node):
        if isinstance(part, Variable):
            found[part.name] = part.shape
        elif isinstance(part, FunctionCall) and not part.is_operator:
            found[part.name] = part.value_shape
    return dict(sorted(found.items()))


def _read_variable(text: str, shapes: Mapping[str, Shape]) -> Node:
    from explainer.language import parse_variable

    return parse_variable(text, {**shapes})
