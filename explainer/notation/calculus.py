"""How conditions, derivatives, equations and programs of intermediate variables are written."""

from __future__ import annotations

from explainer.expr import nodes
from explainer.expr.letters import fresh
from explainer.expr.node import Node
from explainer.expr.program import asks_for_jacobian, says_differential
from explainer.notation import tree
from explainer.notation.arithmetic import applied
from explainer.notation.atoms import lowered
from explainer.notation.compose import Parts, compose, parts_of
from explainer.notation.edges import (
    FRACTION,
    POWER,
    RELATION,
    SUM,
    WORD_SPACE,
    Place,
    Written,
    bracketed,
    fenced,
    joined,
)
from explainer.notation.fold import core
from explainer.notation.names import name_notation, separated

RELATIONS = {
    "<": tree.Operator("<", "relation", "is less than"),
    "<=": tree.Operator("≤", "relation", "is at most"),
    ">": tree.Operator(">", "relation", "is greater than"),
    ">=": tree.Operator("≥", "relation", "is at least"),
    "=": tree.Operator("=", "relation", "equals"),
    "!=": tree.Operator("≠", "relation", "is not equal to"),
}
"""The signs of the relations by the way they are typed."""

EMPTY = tree.Row(())
IF = tree.Words("if")
AND = tree.Row((WORD_SPACE, tree.Words("and"), WORD_SPACE))
WHERE = tree.Words("where")


@compose.register(nodes.Comparison)
def _comparison(node: nodes.Comparison, parts: Parts, place: Place) -> Written:
    left, right = (fenced(part) if part.tail == "cases" else bracketed(part, SUM) for part in parts)
    return Written(tree.Row((left.notation, RELATIONS[node.relation], right.notation)), RELATION)


@compose.register(nodes.And)
def _and(node: nodes.And, parts: Parts, place: Place) -> Written:
    shown = [
        fenced(part)
        if isinstance(condition, nodes.And | nodes.Where | nodes.Equation) or part.tail == "cases"
        else part
        for condition, part in zip(node.conditions, parts, strict=True)
    ]
    return Written(joined((part.notation for part in shown), AND), RELATION)


@compose.register(nodes.Cases)
def _cases(node: nodes.Cases, parts: Parts, place: Place) -> Written:
    """Values and conditions behind a brace that nothing closes, so that cases swallow what follows."""
    count = len(node.values)
    conditions: list[tree.Notation] = []
    for condition, part in zip(node.conditions, parts[count:], strict=True):
        is_last = isinstance(condition, nodes.Otherwise)
        conditions.append(part.notation if is_last else tree.Row((IF, WORD_SPACE, part.notation)))
    return Written(
        tree.CasesArray(tuple(part.notation for part in parts[:count]), tuple(conditions)), FRACTION, tail="cases"
    )


@compose.register(nodes.VariableTuple)
def _variable_tuple(node: nodes.VariableTuple, parts: Parts, place: Place) -> Written:
    variables = [part.notation for part in parts]
    words: list[str | tree.Notation] = []
    for k, variable in enumerate(variables):
        words += (variable,) if k == 0 else (" and ", variable)
    return Written(tree.Spoken(tree.Fence("(", separated(variables), ")"), tuple(words)), left="fence", right="fence")


@compose.register(nodes.Derivative)
def _derivative(node: nodes.Derivative, parts: Parts, place: Place) -> Written:
    """du/dx where the body is a name, f(x) or an entry, else d/dx before its body.

    The body behind d/dx stands in parentheses unless it is a single piece, such as x², sin(x) or Σ_i x_i, and
    nothing follows.
    """
    body, wrt = parts
    sign = "d" if node.kind == "total" else "∂"
    named = isinstance(node.body, nodes.Variable | nodes.FunctionCall | nodes.Entry | nodes.MatrixRow)
    if named and not (isinstance(node.body, nodes.FunctionCall) and node.body.is_operator):
        shown = tree.DerivativeNotation(sign, body.notation, wrt.notation, True)
        return Written(shown, FRACTION, "fraction", "derivative")
    bare = body if isinstance(node.body, nodes.IndexedSum) else bracketed(body, POWER)
    operator = tree.DerivativeNotation(sign, bare.notation, wrt.notation, False)
    if bare is not body:
        return Written(operator, FRACTION, "fraction", "operator")
    inside = tree.DerivativeNotation(sign, fenced(body).notation, wrt.notation, False)
    closed = Written(inside, FRACTION, "fraction", "operator")
    return Written(operator, FRACTION, "fraction", body.right, tail=body.tail or "derivative", closed=closed)


D = tree.Symbol("d", "upright")


@compose.register(nodes.Differential)
def _differential(node: nodes.Differential, parts: Parts, place: Place) -> Written:
    """dX, and d(A X) for the differential of what is made of X."""
    body, _ = parts
    if node.is_open:
        return applied(D, parts[:1], "the differential of {0}")
    return Written(tree.Spoken(tree.Row((D, body.notation)), ("d ", body.notation)), left="name", right="name")


@parts_of.register(nodes.Equation)
def _equation_parts(node: nodes.Equation, place: Place) -> list[tuple[Node, Place]]:
    """Both sides; of a vector that is defined entry by entry the name, the index and the entry."""
    right = place.child(1)
    if not _defines_entries(node):
        return [(node.left, place.child(0)), (node.right, right)]
    return [(node.left, place.child(0)), *((child, right.child(k)) for k, child in enumerate(node.right.children))]


def _defines_entries(node: nodes.Equation) -> bool:
    return isinstance(node.left, nodes.Variable) and isinstance(node.right, nodes.ColumnForm)


@compose.register(nodes.Equation)
def _equation(node: nodes.Equation, parts: Parts, place: Place) -> Written:
    """Left side, sign, right side; a column that defines a vector as e_i = … with its entry."""
    if _defines_entries(node):
        assert isinstance(node.left, nodes.Variable)
        letter = tree.Part(name_notation(node.left.name, "italic"), place.child(0).path)
        left = lowered(letter, core(parts[1].notation))
        right = tree.Part(_side(parts[2]), place.child(1).path)
        return Written(tree.Row((left, RELATIONS["="], right)), RELATION)
    return Written(tree.Row((_side(parts[0]), RELATIONS["="], _side(parts[1]))), RELATION)


def _side(part: Written) -> tree.Notation:
    return bracketed(part, SUM).notation


# --- lines -----------------------------------------------------------------------------------------------------------


@compose.register(nodes.Where)
def _where(node: nodes.Where, parts: Parts, place: Place) -> Written:
    """The body, then a line for each definition with what is known of its derivatives beside it, or of its adjoint.

    Facts about other things than the defined variables stand on lines of their own at the end.
    """
    if says_differential(node):
        return _differential_line(node, parts)
    first_fact = 1 + len(node.definitions)
    facts: dict[object, list[tree.Notation]] = {}
    swept = _is_sweep(node)
    for fact, part in zip(node.facts, parts[first_fact:], strict=True):
        about = fact.left.body if isinstance(fact.left, nodes.Derivative) else None
        if swept and isinstance(fact.left, nodes.Derivative):
            about = fact.left.wrt
        facts.setdefault(about, []).append(part.notation)
    asked = parts[0].notation
    if asks_for_jacobian(node.definitions, node.body):
        assert isinstance(asked, tree.Part)
        assert isinstance(asked.body, tree.DerivativeNotation)
        shown = asked.body
        asked = tree.Part(tree.DerivativeNotation("∂", shown.body, shown.wrt, shown.compact), asked.path)
    lines: list[tuple[tree.Notation, ...]] = [(EMPTY, asked)]
    for k, definition in enumerate(node.definitions):
        left, right = _sides(parts[1 + k].notation)
        known = facts.pop(definition.left, [])
        lines.append((tree.Row((WHERE, WORD_SPACE, left)) if k == 0 else left, right, *_fact_cell(known)))
    others = [fact for some in facts.values() for fact in some]
    if node.definitions:
        lines += ((EMPTY, EMPTY, *_fact_cell([fact])) for fact in others)
    else:
        lines += (_beginning_where(fact, is_first=k == 0) for k, fact in enumerate(others))
    return Written(tree.Lines(tuple(lines)), RELATION)


def _is_sweep(node: nodes.Where) -> bool:
    """Whether all that is known are derivatives of the last value, with respect to names before it among others."""
    names = {definition.left for definition in node.definitions}
    asked = [fact.left for fact in node.facts]
    return (
        bool(asked)
        and all(isinstance(left, nodes.Derivative) and left.body is node.definitions[-1].left for left in asked)
        and any(isinstance(left, nodes.Derivative) and left.wrt in names for left in asked)
    )


def _beginning_where(fact: tree.Notation, is_first: bool) -> tuple[tree.Notation, ...]:
    left, right = _sides(fact)
    return (tree.Row((WHERE, WORD_SPACE, left)) if is_first else left, right)


def _differential_line(node: nodes.Where, parts: Parts) -> Written:
    """df = …: of a derivative that is sought by its differential the latter alone, aligned at the relation."""
    (fact,) = node.facts
    _, right = _sides(parts[1].notation)
    taken = {part.name.split("_")[0] for part in fact.free if isinstance(part, nodes.Variable)}
    letter = fresh(taken, "FGHMKL" if fact.shape.is_matrix else "fghyqr")
    name = name_notation(letter, "italic" if fact.shape.is_scalar else "bold")
    left = tree.Part(tree.Part(tree.Spoken(tree.Row((D, name)), ("d ", name)), (1, 0)), (1,))
    return Written(tree.Lines(((left, right),)), RELATION)


def _fact_cell(facts: list[tree.Notation]) -> tuple[tree.Notation, ...]:
    """What is known about one variable, as one cell."""
    return (separated(facts),) if facts else ()


def _sides(equation: tree.Notation) -> tuple[tree.Notation, tree.Notation]:
    """An equation cut before its sign, with both pieces marked as parts of it."""
    assert isinstance(equation, tree.Part)
    assert isinstance(equation.body, tree.Row)
    left, sign, right = equation.body.items
    return tree.Part(left, equation.path), tree.Part(tree.Row((sign, right)), equation.path)


def relation_line(left: tree.Notation | None, relation: str, right: tree.Notation) -> tree.Notation:
    """A line of a derivation: a left side (None where it is left out), a relation, a right side.

    The line aligns with others at its relation; the definitions under a right side with “where” stay under it.
    """
    sign = RELATIONS.get(relation) or tree.Operator(relation, "relation")
    first: tree.Notation = EMPTY if left is None else left
    inner = right.body if isinstance(right, tree.Part) else right
    if not isinstance(inner, tree.Lines):
        return tree.Lines(((first, tree.Row((sign, right))),))
    (own, body), *others = inner.lines
    if own != EMPTY:
        return inner  # such as df = …, which has its own left side and relation
    return tree.Lines(((first, tree.Row((sign, body))), *others))
