"""How sums, products, quotients, powers and functions are written."""

from __future__ import annotations

from explainer.expr import nodes
from explainer.expr.exponents import exponent_of
from explainer.expr.node import Node, each_part
from explainer.notation import tree
from explainer.notation.atoms import ONES, TRANSPOSED, index_list, lowered, size_written
from explainer.notation.compose import Parts, compose, parts_of
from explainer.notation.edges import (
    ATOM,
    FRACTION,
    NEGATIVE,
    POWER,
    PRODUCT,
    RELATION,
    SUM,
    TOUCHING,
    Place,
    Written,
    between,
    bracketed,
    fenced,
    joined,
    side_by_side,
)
from explainer.notation.names import function_name, name_notation, separated
from explainer.notation.signs import hadamard, kronecker

PLUS = tree.Operator("+", "binary", "plus")
MINUS = tree.Operator("−", "binary", "minus")
PREFIX_MINUS = tree.Operator("−", "prefix", "minus")
HADAMARD_OVER = tree.Operator("⊘", "binary", "element-wise over")
ANY = tree.Operator(nodes.ANY_OPERATOR, "binary", "circle")
DOT = tree.Operator("·", "binary", "dot")
EQUALS = tree.Operator("=", "relation", "equals")
SLASH = tree.Symbol("/", "upright", "over")


@parts_of.register(nodes.Sum)
def _sum_parts(node: nodes.Sum, place: Place) -> list[tuple[Node, Place]]:
    """The terms; beside the entries of a vector its mean is known by the letter of the vector: x_i − x̄."""
    terms = [term.operand if isinstance(term, nodes.Negate) else term for term in node.terms]
    vectors = {term.base if isinstance(term, nodes.Entry) else term for term in terms}
    beside = frozenset(v for v in vectors if isinstance(v, nodes.Variable) and v.shape.is_vector and "_" not in v.name)
    around = place._replace(beside=place.beside | beside) if beside - place.beside else place
    return [(term, around.child(k)) for k, term in enumerate(node.terms)]


@compose.register(nodes.Sum)
def _sum(node: nodes.Sum, parts: Parts, place: Place) -> Written:
    """Terms with + between them, and − before those that are negative."""
    items: list[tree.Notation] = []
    for k, part in enumerate(parts):
        if k and part.minus is not None:
            items.append(part.minus)
            continue
        if k:
            items.append(PLUS)
        swallows = part.tail == "cases" and k < len(parts) - 1
        items.append((fenced(part) if swallows else bracketed(part, NEGATIVE)).notation)
    if len(parts) == 1:
        return parts[0]
    return Written(tree.Row(tuple(items)), SUM, tail=parts[-1].tail if parts else "")


@compose.register(nodes.Negate)
def _negate(node: nodes.Negate, parts: Parts, place: Place) -> Written:
    operand = fenced(parts[0]) if parts[0].tail == "cases" else bracketed(parts[0], PRODUCT)
    return Written(
        tree.Row((PREFIX_MINUS, operand.notation)),
        NEGATIVE,
        tail=operand.tail,
        minus=tree.Row((MINUS, operand.notation)),
    )


def _multiplied(parts: Parts, *, joins: bool = False) -> Written:
    """Factors side by side; a last one that `joins` is a product itself and needs no parentheses."""
    if len(parts) == 1:
        return parts[0]
    last = len(parts) - 1
    levels = [PRODUCT if joins and k == last else FRACTION for k in range(len(parts))]
    factors = [bracketed(part, levels[k], followed=k < last) for k, part in enumerate(parts)]
    return Written(
        tree.Row(side_by_side(factors)),
        PRODUCT,
        left=factors[0].left if factors else "",
        right=factors[-1].right if factors else "",
        tail=factors[-1].tail if factors else "",
    )


@compose.register(nodes.Product)
def _product(node: nodes.Product, parts: Parts, place: Place) -> Written:
    """Factors side by side; numbers before a product of matrices stand in front of it without parentheses."""
    behind = node.factors[-1]
    return _multiplied(parts, joins=isinstance(behind, nodes.MatrixProduct) and not behind.shape.is_scalar)


@compose.register(nodes.MatrixProduct)
def _matrix_product(node: nodes.MatrixProduct, parts: Parts, place: Place) -> Written:
    """Factors side by side; a derivative in front of others stands in parentheses, since a dot would mean w · x."""
    last = len(parts) - 1
    return _multiplied(
        [fenced(part) if k < last and (part.tail or part.right == "operator") else part for k, part in enumerate(parts)]
    )


@compose.register(nodes.Expand)
def _expand(node: nodes.Expand, parts: Parts, place: Place) -> Written:
    """A scalar times the vector of ones."""
    operand = bracketed(parts[0], FRACTION)
    sign = between(Written(ONES), operand) if operand.left else TOUCHING
    return Written(tree.Row((ONES, sign, operand.notation)), PRODUCT, "ones", operand.right, operand.tail)


def _operands(parts: Parts, sign: tree.Operator) -> Written:
    """Parts with a sign between them that stands for some product of vectors."""
    if len(parts) == 1:
        return parts[0]
    factors = [fenced(part) if part.tail else bracketed(part, FRACTION) for part in parts]
    return Written(joined((factor.notation for factor in factors), sign), PRODUCT)


@compose.register(nodes.Hadamard)
def _hadamard(node: nodes.Hadamard, parts: Parts, place: Place) -> Written:
    return _operands(parts, hadamard())


@compose.register(nodes.HadamardQuotient)
def _hadamard_quotient(node: nodes.HadamardQuotient, parts: Parts, place: Place) -> Written:
    return _operands(parts, HADAMARD_OVER)


@compose.register(nodes.Dot)
def _dot(node: nodes.Dot, parts: Parts, place: Place) -> Written:
    return _operands(parts, DOT)


@compose.register(nodes.Quotient)
def _quotient(node: nodes.Quotient, parts: Parts, place: Place) -> Written:
    """A fraction with a bar; in an exponent a slash, so that it stays legible."""
    over, under = parts
    fraction = tree.Fraction(over.notation, under.notation)
    if not place.script:
        kind = "numeric" if over.left == "digit" else "fraction"
        return Written(fraction, FRACTION, kind, kind)
    above = bracketed(over, PRODUCT if isinstance(node.numerator, nodes.Product) else FRACTION, followed=True)
    slashed = tree.Row((above.notation, SLASH, bracketed(under, POWER).notation))
    return Written(tree.Spoken(slashed, (fraction,)), PRODUCT, left=over.left)


# --- powers ----------------------------------------------------------------------------------------------------------


@parts_of.register(nodes.Power)
def _power_parts(node: nodes.Power, place: Place) -> list[tuple[Node, Place]]:
    return [(node.base, place.child(0)), (node.exponent, place.child(1)._replace(script=place.script + 1))]


@compose.register(nodes.Power)
def _power(node: nodes.Power, parts: Parts, place: Place) -> Written:
    """A raised exponent; where the base is a matrix with the sign of what is done entry by entry in front of it."""
    base = bracketed(parts[0], ATOM)
    if node.base.shape.is_matrix and not node.base.shape.is_row:
        raised = tree.Script(base.notation, superscript=tree.Row((hadamard(), bracketed(parts[1], FRACTION).notation)))
        words = (base.notation, " element-wise to the power of ", parts[1].notation)
        return Written(tree.Spoken(raised, words), POWER, base.left)
    return Written(tree.Script(base.notation, superscript=parts[1].notation), POWER, base.left)


@compose.register(nodes.Transpose)
def _transpose(node: nodes.Transpose, parts: Parts, place: Place) -> Written:
    program = parts[0].notation.body if isinstance(parts[0].notation, tree.Part) else parts[0].notation
    if isinstance(node.operand, nodes.Where) and isinstance(program, tree.Lines):
        # What is asked for is transposed, in the first line: brackets around all definitions would hide what they hold.
        (own, asked), *others = program.lines
        turned = tree.Script(fenced(Written(asked, RELATION)).notation, superscript=TRANSPOSED)
        return Written(tree.Lines(((own, turned), *others)), RELATION)
    base = bracketed(parts[0], ATOM)
    shown: tree.Notation = tree.Script(base.notation, superscript=TRANSPOSED)
    if isinstance(node.operand, nodes.Ones):
        shown = tree.Spoken(shown, ("the row of ones",))
    return Written(shown, POWER, base.left)


# --- functions -------------------------------------------------------------------------------------------------------

LONGEST_EXPONENT = 12
"""An argument of exp with more parts than this is written exp(…), not as an exponent."""

_TALL = (
    nodes.Cases,
    nodes.IndexedSum,
    nodes.Vector,
    nodes.Matrix,
    nodes.Stack,
    nodes.Grid,
    nodes.ColumnForm,
    nodes.RowForm,
    nodes.DiagonalForm,
    nodes.Where,
)


def _is_exponent(node: nodes.Apply, place: Place) -> bool:
    """Whether exp is written as a power of e: where its argument is short and flat, and stands in no other exponent."""
    if node.operation.notation != "exp" or place.script:
        return False
    argument = node.arguments[0]
    if argument.has_derivative or argument.part_count > LONGEST_EXPONENT:
        return False
    return not any(isinstance(part, _TALL) for part in each_part(argument))


def _inverted(power: nodes.Apply) -> Node | None:
    """The X of X^-4: of an inverse the minus of its sign goes into the exponent."""
    base = power.arguments[0]
    return base.arguments[0] if isinstance(base, nodes.Apply) and base.operation.notation == "inverse" else None


@parts_of.register(nodes.Apply)
def _apply_parts(node: nodes.Apply, place: Place) -> list[tuple[Node, Place]]:
    inner = place._replace(script=place.script + 1) if _is_exponent(node, place) else place
    match node.arguments:
        case (nodes.ColumnForm(index, body),) if node.operation.name == "prod":
            column = free(place.child(0), index)
            return [(index, column.child(0)), (body, column.child(1))]
    if nodes.is_matrix_power(node):
        (base, exponent), inverted = node.arguments, _inverted(node)
        raised = place.child(1)._replace(script=place.script + 1)
        if inverted is None:
            return [(base, place.child(0)), (exponent, raised)]
        times = exponent_of(exponent)  # X^(i − 5) for the power 5 − i of the inverse, X^-5 where it is a number
        return [(inverted, place.child(0).child(0)), (exponent if times is None else (-times).node(), raised)]
    return [(argument, inner.child(k)) for k, argument in enumerate(node.arguments)]


@compose.register(nodes.Apply)
def _apply(node: nodes.Apply, parts: Parts, place: Place) -> Written:
    """A function in its own form: bars, a root, a power of e, or its name before its arguments."""
    operation = node.operation
    if operation.name == "prod" and len(parts) == 2:
        return over_index("∏", node.arguments[0].children[0], parts, 1)
    if operation.notation in _LOWERED:
        shown = tree.Script(tree.Fence("‖", parts[0].notation, "‖"), subscript=_LOWERED[operation.notation])
        words = operation.speech.split("{0}")
        return Written(tree.Spoken(shown, (words[0], parts[0].notation, *words[1:])), left="bar", right="bar")
    if operation.notation == "norm" or (operation.notation == "abs" and node.shape.is_scalar):
        bar = "|" if operation.notation == "abs" else "‖"
        return Written(tree.Fence(bar, parts[0].notation, bar), left="bar", right="bar")
    if operation.name == "mean" and node.arguments[0] in place.beside:
        (vector,) = node.arguments
        assert isinstance(vector, nodes.Variable)
        letter = tree.Part(name_notation(vector.name, "italic"), (*place.path, 0))
        return Written(tree.Spoken(tree.Accent(letter, "bar"), ("the mean of ", parts[0].notation)))
    if operation.notation == "inverse":
        base = bracketed(parts[0], ATOM)
        raised = tree.Script(base.notation, superscript=tree.Row((PREFIX_MINUS, tree.Numeral("1"))))
        return Written(tree.Spoken(raised, ("the inverse of ", base.notation)), POWER, base.left)
    if operation.notation == "factorial":
        base = bracketed(parts[0], ATOM)
        signed = tree.Row((base.notation, tree.Symbol("!")))
        return Written(tree.Spoken(signed, ("the factorial of ", base.notation)), POWER, base.left)
    if operation.notation == "kron":
        return _operands(parts, kronecker())
    if operation.notation == "matrix_power":
        base = bracketed(parts[0], ATOM)
        return Written(tree.Script(base.notation, superscript=parts[1].notation), POWER, base.left)
    if operation.notation == "sqrt":
        return Written(tree.Root(parts[0].notation), POWER)
    if operation.notation == "cbrt":
        return Written(tree.Root(parts[0].notation, tree.Numeral("3")), POWER)
    if _is_exponent(node, place):
        return Written(tree.Script(tree.Symbol("e", "upright"), superscript=parts[0].notation), POWER)
    speech = operation.speech or f"the {operation.title or operation.name} of {{0}}"
    return applied(function_name(operation.unicode or operation.name), parts, speech)


def over_index(sign: str, index: Node, parts: Parts, first: int) -> Written:
    """A large sign before its body, with the range of the index; it swallows what follows in a product."""
    assert isinstance(index, nodes.Index)
    body = bracketed(parts[1], FRACTION - 1)
    lower = tree.Row((parts[0].notation, EQUALS, tree.Numeral(str(first))))
    shown = tree.BigOperator(sign, lower, size_written(index.size).notation, body.notation)
    return Written(shown, FRACTION, left="word", tail="cases" if body.tail == "cases" else "sum")


def free(place: Place, *indices: nodes.Index) -> Place:
    """A place where these indices stand for themselves."""
    if not any(index in place.values for index in indices):
        return place
    return place._replace(values={key: value for key, value in place.values.items() if key not in indices})


_LOWERED = {"norm1": tree.Numeral("1"), "norm_F": tree.Symbol("F", "upright")}
"""What stands below the bars of a norm that is not the length."""


def applied(name: tree.Notation, parts: Parts, speech: str = "", left: str = "word") -> Written:
    """A name before its arguments in parentheses."""
    arguments = tree.Fence("(", separated([part.notation for part in parts]), ")")
    return Written(tree.Application(name, (arguments,), speech), left=left, right="fence")


@compose.register(nodes.FunctionCall)
def _function_call(node: nodes.FunctionCall, parts: Parts, place: Place) -> Written:
    """The name before the arguments, f_i for one entry of an element-wise function; an operator between them."""
    if node.is_operator:
        return _operands(parts, ANY)
    count = len(node.arguments)
    name = name_notation(node.name, "italic" if node.shape.is_scalar else "bold")
    if node.indices:
        name = lowered(name, index_list(parts[count:]))
    return applied(name, parts[:count], left="")
