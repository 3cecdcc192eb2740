"""Random expressions that have a value: as trees, and as texts in many spellings that mean the same."""

from __future__ import annotations

from fractions import Fraction
from random import Random
from typing import NamedTuple

import numpy as np

from explainer.expr import nodes
from explainer.expr.node import Node
from explainer.expr.nodes import Variable, number
from explainer.expr.shape import matrix_shape, vector_shape
from explainer.operations import OPERATIONS, all_operations

SCALARS = [Variable(name) for name in ("x", "y", "a", "t", "alpha", "x_1", "lambda", "tau", "w_0", "y_hat", "mu")]
VECTORS = [Variable(name, vector_shape("n")) for name in ("v", "w", "q", "beta", "b")]
MATRICES = [Variable(name, matrix_shape("n", "n")) for name in ("A", "B", "Sigma", "X")]
NAMES = [*SCALARS, *VECTORS, *MATRICES]
SHAPES = {name.name: str(name.shape) for name in NAMES}
UNARY = [operation for operation in all_operations() if operation.arity == 1 and operation.elementwise]
BINARY = [OPERATIONS[name] for name in ("max", "min", "atan2")]


def scalar(random: Random, depth: int) -> Node:
    """A number made of names, of vectors and of matrices."""
    if depth <= 0:
        decimal = nodes.Number(Fraction(random.randint(1, 99), 10), 1)
        return random.choice(
            [*random.choices(SCALARS, k=3), number(random.randint(1, 9)), decimal, nodes.Constant("pi")]
        )
    one, other = (scalar(random, depth - random.choice((1, 2))) for _ in "12")
    left, right = vector(random, depth - 2), vector(random, depth - 2)
    square = matrix(random, depth - 2)
    index = nodes.Index("i", "n")
    entry = nodes.Entry(random.choice(VECTORS), (index,))
    condition = nodes.Comparison("<=", random.choice(SCALARS), number(0))
    return random.choice([
        nodes.Sum((one, other)), nodes.Sum((one, nodes.Negate(other))), nodes.Product((one, other)),
        nodes.Quotient(one, other),
        nodes.Power(one, random.choice([number(2), nodes.Negate(number(1)), Variable("y")])),
        nodes.Negate(one), nodes.Apply(random.choice(UNARY), (one,)), nodes.Apply(random.choice(BINARY), (one, other)),
        nodes.Dot(left, right), nodes.Apply(OPERATIONS["norm"], (left,)), nodes.SumReduction(left),
        nodes.MatrixProduct((nodes.Transpose(left), square, right)), nodes.Apply(OPERATIONS["tr"], (square,)),
        nodes.Apply(OPERATIONS["det"], (square,)), nodes.IndexedSum(index, nodes.Product((entry, one))),
        nodes.Cases((one, other), (condition, nodes.Otherwise())),
    ])  # fmt: skip


def vector(random: Random, depth: int) -> Node:
    """A vector of n entries."""
    if depth <= 0:
        return random.choice(VECTORS)
    one, other = vector(random, depth - 1), vector(random, depth - 1)
    return random.choice([
        nodes.Sum((one, other)), nodes.Sum((one, nodes.Negate(other))), nodes.Hadamard((one, other)),
        nodes.Product((scalar(random, depth - 2), one)), nodes.HadamardQuotient(one, other), nodes.Negate(one),
        nodes.Quotient(one, scalar(random, depth - 2)), nodes.Apply(random.choice(UNARY), (one,)),
        nodes.MatrixProduct((matrix(random, depth - 1), one)), nodes.Power(one, number(2)),
        nodes.Apply(OPERATIONS["softmax"], (one,)),
    ])  # fmt: skip


def matrix(random: Random, depth: int) -> Node:
    """A square matrix; products entry by entry are left out, as LaTeX has no sign for them alone."""
    if depth <= 0:
        return random.choice(MATRICES)
    one, other = matrix(random, depth - 1), matrix(random, depth - 1)
    left, right = vector(random, depth - 1), vector(random, depth - 1)
    return random.choice([
        nodes.Sum((one, other)), nodes.MatrixProduct((one, other)), nodes.Transpose(one), nodes.Diag(left),
        nodes.Apply(OPERATIONS["inv"], (one,)), nodes.Product((scalar(random, depth - 2), one)),
        nodes.MatrixProduct((left, nodes.Transpose(right))),
    ])  # fmt: skip


def values(seed: int, size: int) -> dict[str, object]:
    """Values of all names; σ is none of them, as it is the sigmoid function before brackets."""
    random = np.random.default_rng(seed)
    shapes = {0: (), 1: (size,), 2: (size, size)}
    drawn = {name.name: random.uniform(0.3, 1.3, shapes[len(name.shape.sizes)]) for name in NAMES}
    return {**drawn, **{name.name: drawn[name.name] + size / 2 * np.eye(size) for name in MATRICES}, "n": size}


class Spelling(NamedTuple):
    """How a text is typed: its sign for products and powers, blanks, more brackets, how functions begin, LaTeX."""

    times: str
    power: str
    blank: str
    brackets: float
    case: str
    latex: bool


PLAIN = Spelling(" * ", "^", " ", 0.0, "lower", False)
_RAISED = {"2": "²", "3": "³"}
_FUNCTIONS = ("sin", "cos", "exp", "ln", "tanh", "sqrt", "sigmoid", "relu", "arctan", "log")
_LETTERS = "abckxyzt"
_RANKS = {"+": 1.0, "-": 1.0, "neg": 1.5, "*": 2.0, "/": 2.0, "^": 4.0, "f": 5.0, "atom": 5.0}
Formula = tuple  # a sign with what stands on its sides


def formula(random: Random, depth: int) -> Formula:
    """A formula of numbers and letters, as signs with what stands on their sides."""
    if depth <= 0:
        letter = random.choice(_LETTERS)
        return (
            "atom",
            random.choice([letter, letter, f"{letter}_{random.randint(1, 3)}", str(random.randint(2, 9)), "0.5"]),
        )
    one, other = formula(random, depth - random.choice((1, 2))), formula(random, depth - random.choice((1, 2)))
    sign = random.choice("++-**//^fffn")
    if sign == "f":
        return ("f", random.choice(_FUNCTIONS), one)
    if sign == "n":
        return ("neg", one)
    return (sign, one, ("atom", random.choice("23k")) if sign == "^" else other)


def spelled(tree: Formula, how: Spelling, random: Random) -> str:
    """The formula in one spelling."""
    sign, *parts = tree
    if sign == "atom":
        return str(parts[0])
    if sign == "f":
        name, inner = parts[0], spelled(parts[1], how, random)
        if how.latex:
            command = f"\\operatorname{{{name}}}" if name in {"sigmoid", "relu"} else f"\\{name}"
            return f"{command}{{{inner}}}" if name == "sqrt" else f"{command}\\left({inner}\\right)"
        cased = name if len(name) < 3 else getattr(name, how.case)()
        return f"{cased}({inner})"
    if sign == "neg":
        return f"-{_side(parts[0], 2.0, how, random)}"
    if sign == "^":
        base = _side(parts[0], 4.5 if parts[0][0] == "atom" else 6.0, how, random)
        exponent = parts[1][1]
        if how.latex:
            return f"{base}^{{{exponent}}}"
        return base + (_RAISED[exponent] if how.power == "raised" and exponent in _RAISED else
                       f"{'^' if how.power == 'raised' else how.power}{exponent}")  # fmt: skip
    if sign == "/" and how.latex:
        return f"\\frac{{{spelled(parts[0], how, random)}}}{{{spelled(parts[1], how, random)}}}"
    left = _side(parts[0], 2.0 if sign in "*/" else 1.0, how, random)
    right = _side(parts[1], 2.5 if sign in "*/" else 1.6, how, random)
    if sign == "*":
        beside = how.times.strip() in {"", "\\,"} and (right[0].isdigit() or right[0] == "-" or "(" in right[:6])
        return f"{left}{' * ' if beside else how.times}{right}"
    return f"{left}{how.blank}{sign}{how.blank}{right}"


def _side(tree: Formula, least: float, how: Spelling, random: Random) -> str:
    text = spelled(tree, how, random)
    if _RANKS[tree[0]] < least or random.random() < how.brackets:
        return f"\\left({text}\\right)" if how.latex else f"({text})"
    return text


def spelling(random: Random) -> Spelling:
    """One of the ways in which people type."""
    if random.random() < 0.3:
        return Spelling(random.choice((" * ", "\\, ")), "^", random.choice(("", " ")), 0.2, "lower", True)
    times = random.choice((" ", "*", " * ", "×"))
    case = random.choice(("lower", "capitalize", "upper"))
    return Spelling(times, random.choice(("^", "**", "raised")), random.choice(("", " ")), 0.2, case, False)
