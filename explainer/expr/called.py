"""What the kinds of node are called in a sentence: no name of a class ever stands before a reader."""

from __future__ import annotations

from explainer.expr import nodes
from explainer.expr.node import Node
from explainer.phrases import Phrase, phrase

KINDS: tuple[tuple[type[Node], str], ...] = (
    (nodes.Number, "a number"),
    (nodes.Constant, "a number"),
    (nodes.Variable, "a single variable"),
    (nodes.Entry, "one entry"),
    (nodes.Negate, "something with a minus sign in front"),
    (nodes.Sum, "a sum"),
    (nodes.Product, "a product"),
    (nodes.Quotient, "a quotient"),
    (nodes.Power, "a power"),
    (nodes.Hadamard, "an element-wise product"),
    (nodes.HadamardQuotient, "an element-wise quotient"),
    (nodes.Dot, "a dot product"),
    (nodes.MatrixProduct, "a product of matrices or vectors"),
    (nodes.SumReduction, "a sum of entries"),
    (nodes.IndexedSum, "a sum over an index"),
    (nodes.Transpose, "a transpose"),
    (nodes.Expand, "an expanded scalar"),
    (nodes.Vector, "a list"),
    (nodes.Matrix, "a matrix that is written out"),
    (nodes.Blocks, "a vector or matrix made of blocks"),
    (nodes.Cases, "a value given by cases"),
    (nodes.Where, "an expression with names for its parts"),
    (nodes.FunctionCall, "an abstract function"),
    (nodes.Derivative, "a derivative"),
    (nodes.Differential, "a differential"),
    (nodes.Stack, "a stack of rows"),
    (nodes.Grid, "a matrix given by its entries"),
    (nodes.Entries, "an array given by its entries"),
    (nodes.ColumnForm, "a column given by its entries"),
    (nodes.RowForm, "a row given by its entries"),
    (nodes.DiagonalForm, "a diagonal matrix"),
    (nodes.Diag, "a diagonal matrix"),
    (nodes.Delta, "a Kronecker delta"),
    (nodes.Comparison, "a comparison"),
    (nodes.Ones, "a vector of ones"),
    (nodes.Zeros, "a vector of zeros"),
    (nodes.Identity, "an identity matrix"),
    (nodes.Apply, "a function"),
    (nodes.Otherwise, "a condition"),
    (nodes.And, "a condition"),
    (nodes.SizeValue, "a size"),
    (nodes.Index, "an index"),
    (nodes.MatrixRow, "a row of a matrix"),
    (nodes.Commutation, "a commutation matrix"),
    (nodes.VariableTuple, "a list of variables"),
    (nodes.Equation, "an equation"),
)
"""What a part is called in a sentence such as “sin(x) is …”."""


def called(node: Node) -> Phrase:
    """The kind of a node in words, with its article: a sum over an index."""
    return phrase(next((words for kind, words in KINDS if isinstance(node, kind)), "one of its parts"))
