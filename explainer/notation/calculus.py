"""How conditions, derivatives, equations and programs of intermediate variables are written."""

from __future__ import annotations

from explainer.expr.letters import fresh
from explainer.expr.node import Node
from explainer.expr.nodes import (
    And,
    Cases,
    ColumnForm,
    Comparison,
    Derivative,
    Differential,
    Entry,
    Equation,
    FunctionCall,
    IndexedSum,
    MatrixRow,
    Otherwise,
    Variable,
    VariableTuple,
    Where,
)
from explainer.expr.program import asks_for_jacobian, says_differential
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
from explainer.notation.tree import (
    CasesArray,
    DerivativeNotation,
    Fence,
    Lines,
    Notation,
    Operator,
    Part,
    Row,
    Spoken,
    Symbol,
    Words,
)

RELATIONS = {
    "<": Operator("<", "relation", "is less than"),
    "<=": Operator("≤", "relation", "is at most"),
    ">": Operator(">", "relation", "is greater than"),
    ">=": Operator("≥", "relation", "is at least"),
    "=": Operator("=", "relation", "equals"),
    "!=": Operator("≠", "relation", "is not equal to"),
}
"""The signs of the relations by the way they are typed."""

EMPTY = Row(())
IF = Words("if")
AND = Row((WORD_SPACE, Words("and"), WORD_SPACE))
WHERE = Words("where")


@compose.register(Comparison)
def _comparison(node: Comparison, parts: Parts, place: Place) -> Written:
    left, right = (fenced(part) if part.tail == "cases" else bracketed(part, SUM) for part in parts)
    return Written(Row((left.notation, RELATIONS[node.relation], right.notation)), RELATION)


@compose.register(And)
def _and(node: And, parts: Parts, place: Place) -> Written:
    shown = [
        fenced(part) if isinstance(condition, And | Where | Equation) or part.tail == "cases" else part
        for condition, part in zip(node.conditions, parts, strict=True)
    ]
    return Written(joined((part.notation for part in shown), AND), RELATION)


@compose.register(Cases)
def _cases(node: Cases, parts: Parts, place: Place) -> Written:
    """Values and conditions behind a brace that nothing closes, so that cases swallow what follows."""
    count = len(node.values)
    conditions: list[Notation] = []
    for condition, part in zip(node.conditions, parts[count:], strict=True):
        is_last = isinstance(condition, Otherwise)
        conditions.append(part.notation if is_last else Row((IF, WORD_SPACE, part.notation)))
    return Written(
        CasesArray(tuple(part.notation for part in parts[:count]), tuple(conditions)), FRACTION, tail="cases"
    )


@compose.register(VariableTuple)
def _variable_tuple(node: VariableTuple, parts: Parts, place: Place) -> Written:
    variables = [part.notation for part in parts]
    words: list[str | Notation] = []
    for k, variable in enumerate(variables):
        words += (variable,) if k == 0 else (" and ", variable)
    return Written(Spoken(Fence("(", separated(variables), ")"), tuple(words)), left="fence", right="fence")


@compose.register(Derivative)
def _derivative(node: Derivative, parts: Parts, place: Place) -> Written:
    """du/dx where the body is a name, f(x) or an entry, else d/dx before its body.

    The body behind d/dx stands in parentheses unless it is a single piece, such as x², sin(x) or Σ_i x_i, and
    nothing follows.
    """
    body, wrt = parts
    sign = "d" if node.kind == "total" else "∂"
    named = isinstance(node.body, Variable | FunctionCall | Entry | MatrixRow)
    if named and not (isinstance(node.body, FunctionCall) and node.body.is_operator):
        shown = DerivativeNotation(sign, body.notation, wrt.notation, True)
        return Written(shown, FRACTION, "fraction", "derivative")
    bare = body if isinstance(node.body, IndexedSum) else bracketed(body, POWER)
    operator = DerivativeNotation(sign, bare.notation, wrt.notation, False)
    if bare is not body:
        return Written(operator, FRACTION, "fraction", "operator")
    inside = DerivativeNotation(sign, fenced(body).notation, wrt.notation, False)
    closed = Written(inside, FRACTION, "fraction", "operator")
    return Written(operator, FRACTION, "fraction", body.right, tail=body.tail or "derivative", closed=closed)


D = Symbol("d", "upright")


@compose.register(Differential)
def _differential(node: Differential, parts: Parts, place: Place) -> Written:
    """dX, and d(A X) for the differential of what is made of X."""
    body, _ = parts
    if node.is_open:
        return applied(D, parts[:1], "the differential of {0}")
    return Written(Spoken(Row((D, body.notation)), ("d ", body.notation)), left="name", right="name")


@parts_of.register(Equation)
def _equation_parts(node: Equation, place: Place) -> list[tuple[Node, Place]]:
    """Both sides; of a vector that is defined entry by entry the name, the index and the entry."""
    right = place.child(1)
    if not _defines_entries(node):
        return [(node.left, place.child(0)), (node.right, right)]
    return [(node.left, place.child(0)), *((child, right.child(k)) for k, child in enumerate(node.right.children))]


def _defines_entries(node: Equation) -> bool:
    return isinstance(node.left, Variable) and isinstance(node.right, ColumnForm)


@compose.register(Equation)
def _equation(node: Equation, parts: Parts, place: Place) -> Written:
    """Left side, sign, right side; a column that defines a vector as e_i = … with its entry."""
    if _defines_entries(node):
        assert isinstance(node.left, Variable)
        letter = Part(name_notation(node.left.name, "italic"), place.child(0).path)
        left = lowered(letter, core(parts[1].notation))
        right = Part(_side(parts[2]), place.child(1).path)
        return Written(Row((left, RELATIONS["="], right)), RELATION)
    return Written(Row((_side(parts[0]), RELATIONS["="], _side(parts[1]))), RELATION)


def _side(part: Written) -> Notation:
    return bracketed(part, SUM).notation


# --- lines -----------------------------------------------------------------------------------------------------------


@compose.register(Where)
def _where(node: Where, parts: Parts, place: Place) -> Written:
    """The body, then a line for each definition with what is known of its derivatives beside it, or of its adjoint.

    Facts about other things than the defined variables stand on lines of their own at the end.
    """
    if says_differential(node):
        return _differential_line(node, parts)
    first_fact = 1 + len(node.definitions)
    facts: dict[object, list[Notation]] = {}
    swept = _is_sweep(node)
    for fact, part in zip(node.facts, parts[first_fact:], strict=True):
        about = fact.left.body if isinstance(fact.left, Derivative) else None
        if swept and isinstance(fact.left, Derivative):
            about = fact.left.wrt
        facts.setdefault(about, []).append(part.notation)
    asked = parts[0].notation
    if asks_for_jacobian(node.definitions, node.body):
        assert isinstance(asked, Part)
        assert isinstance(asked.body, DerivativeNotation)
        shown = asked.body
        asked = Part(DerivativeNotation("∂", shown.body, shown.wrt, shown.compact), asked.path)
    lines: list[tuple[Notation, ...]] = [(EMPTY, asked)]
    for k, definition in enumerate(node.definitions):
        left, right = _sides(parts[1 + k].notation)
        known = facts.pop(definition.left, [])
        lines.append((Row((WHERE, WORD_SPACE, left)) if k == 0 else left, right, *_fact_cell(known)))
    others = [fact for some in facts.values() for fact in some]
    if node.definitions:
        lines += ((EMPTY, EMPTY, *_fact_cell([fact])) for fact in others)
    else:
        lines += (_beginning_where(fact, is_first=k == 0) for k, fact in enumerate(others))
    return Written(Lines(tuple(lines)), RELATION)


def _is_sweep(node: Where) -> bool:
    """Whether all that is known are derivatives of the last value, with respect to names before it among others."""
    names = {definition.left for definition in node.definitions}
    asked = [fact.left for fact in node.facts]
    return (
        bool(asked)
        and all(isinstance(left, Derivative) and left.body is node.definitions[-1].left for left in asked)
        and any(isinstance(left, Derivative) and left.wrt in names for left in asked)
    )


def _beginning_where(fact: Notation, is_first: bool) -> tuple[Notation, ...]:
    left, right = _sides(fact)
    return (Row((WHERE, WORD_SPACE, left)) if is_first else left, right)


def _differential_line(node: Where, parts: Parts) -> Written:
    """df = …: of a derivative that is sought by its differential the latter alone, aligned at the relation."""
    (fact,) = node.facts
    _, right = _sides(parts[1].notation)
    taken = {part.name.split("_")[0] for part in fact.free if isinstance(part, Variable)}
    letter = fresh(taken, "FGHMKL" if fact.shape.is_matrix else "fghyqr")
    name = name_notation(letter, "italic" if fact.shape.is_scalar else "bold")
    left = Part(Part(Spoken(Row((D, name)), ("d ", name)), (1, 0)), (1,))
    return Written(Lines(((left, right),)), RELATION)


def _fact_cell(facts: list[Notation]) -> tuple[Notation, ...]:
    """What is known about one variable, as one cell."""
    return (separated(facts),) if facts else ()


def _sides(equation: Notation) -> tuple[Notation, Notation]:
    """An equation cut before its sign, with both pieces marked as parts of it."""
    assert isinstance(equation, Part)
    assert isinstance(equation.body, Row)
    left, sign, right = equation.body.items
    return Part(left, equation.path), Part(Row((sign, right)), equation.path)


def relation_line(left: Notation | None, relation: str, right: Notation) -> Notation:
    """A line of a derivation: a left side (None where it is left out), a relation, a right side.

    The line aligns with others at its relation; the definitions under a right side with “where” stay under it.
    """
    sign = RELATIONS.get(relation) or Operator(relation, "relation")
    first: Notation = EMPTY if left is None else left
    inner = right.body if isinstance(right, Part) else right
    if not isinstance(inner, Lines):
        return Lines(((first, Row((sign, right))),))
    (own, body), *others = inner.lines
    if own is not EMPTY:
        return inner  # such as df = …, which has its own left side and relation
    return Lines(((first, Row((sign, body))), *others))
