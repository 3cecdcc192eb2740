"""Shares of a sum: softmax of rows is recognised, what changes no share is left out, a share has a logarithm."""

from __future__ import annotations

from explainer.expr.node import Node, each_part
from explainer.expr.nodes import ZERO, Apply, Hadamard, HadamardQuotient, MatrixProduct, Negate, Ones, Sum, Transpose
from explainer.rules.build import (
    called,
    entry_factors,
    is_all_ones,
    join_scalars,
    matrix_factors,
    matrix_times,
    split_scalars,
    terms_of,
)
from explainer.rules.matching import fraction_of, is_call, is_row_of_ones
from explainer.rules.rule import Rewrite, rule
from explainer.rules.table import apply_named
from explainer.rules.tidy.recognising import exponent_of_e, fold_definition

FAMILY = "Recognising"


@rule(
    title="Softmax of rows",
    statement="exp(X) ⊘ (exp(X) @ ones(n) @ ones(n)') = row_softmax(X)",
    words="{part} is the definition of {whole}: every exponential is divided by the sum of its row.",
    shapes={"X": "m x n"},
    source="Bridle 1990",
    examples=["exp(X) ⊘ (exp(X) @ ones(n) @ ones(n)') where X: m x n",
              "exp(X) ⊘ (ones(m) @ ones(m)' @ exp(X)) where X: m x n",
              "(Y ⊗ exp(X)) ⊘ (exp(X) @ ones(n) @ ones(n)') where X: m x n, Y: m x n"],
    leaves_alone=["exp(Y) ⊘ (exp(X) @ ones(n) @ ones(n)') where X: m x n, Y: m x n",
                  "X ⊘ (X @ ones(n) @ ones(n)') where X: m x n"],
    phase="collapse",
)  # fmt: skip
def softmax_of_rows(node: HadamardQuotient, denominator: MatrixProduct) -> Rewrite | None:
    """What stands above the bar is divided by its own sum, over the row or the column."""
    sums = matrix_times(*denominator.factors)
    sign, above, below, inside = split_scalars(node.numerator)
    factors = entry_factors(inside)
    for k, factor in enumerate(factors):
        argument = called(factor, "exp")
        if argument is None or not factor.shape.is_matrix:
            continue
        rows, columns = factor.shape.sizes
        of_columns = Transpose(MatrixProduct((Transpose(factor), Ones(rows))))
        in_columns = (matrix_times(Ones(rows), Transpose(Ones(rows)), factor), MatrixProduct((Ones(rows), of_columns)))
        if sums is matrix_times(factor, Ones(columns), Transpose(Ones(columns))):
            whole: Node = apply_named("row_softmax", argument)
            statement = ""
        elif sums in in_columns:
            whole = Transpose(apply_named("row_softmax", Transpose(argument)))
            statement = "exp(X) ⊘ (ones(m) @ ones(m)' @ exp(X)) = row_softmax(X')'"
        else:
            continue
        others = (*factors[:k], *factors[k + 1 :])
        after = join_scalars(sign, above, below, Hadamard((*others, whole)) if others else whole)
        part = HadamardQuotient(factor, node.denominator)
        return Rewrite(after, {"X": argument, "part": part, "whole": whole}, statement=statement)
    return None


@rule(
    title="Softmax of shifted entries",
    statement="softmax(x + c) = softmax(x)",
    words="The same number added to all entries multiplies all exponentials alike, which changes no share.",
    shapes={"x": "n", "c": "scalar"},
    source="Bridle 1990",
    examples=["softmax(x + z) where x: n, z: scalar", "softmax(x - max_entry(x)) where x: n",
              "softmax(x - 2 z + y) where x: n, y: n, z: scalar",
              "row_softmax(X - v @ ones(n)') where X: m x n, v: m", "row_softmax(X + z) where X: m x n, z: scalar"],
    leaves_alone=["softmax(x + y) where x: n, y: n", "row_softmax(X + ones(m) @ v') where X: m x n, v: n",
                  "softmax(z x) where x: n, z: scalar"],
    phase="collapse",
)  # fmt: skip
def softmax_of_shifted(node: Apply) -> Rewrite | None:
    """Each e^(x_i + c) is e^c e^(x_i), and so is their sum: e^c cancels."""
    if not is_call(node, "softmax", "row_softmax"):
        return None
    terms = terms_of(node.arguments[0])
    kept = tuple(term for term in terms if not _is_one_number(term, in_rows=node.shape.is_matrix))
    if not kept or len(kept) == len(terms):
        return None
    inside = kept[0] if len(kept) == 1 else Sum(kept)
    if inside.shape != node.shape:
        return None
    statement = "row_softmax(X + v @ ones(n)') = row_softmax(X)" if node.shape.is_matrix else ""
    bindings = {"X" if statement else "x": inside}
    dropped = tuple(term for term in terms if term not in kept)
    if not statement and all(term.shape.is_scalar for term in dropped):
        bindings["c"] = dropped[0] if len(dropped) == 1 else Sum(dropped)
    return Rewrite(apply_named(node.operation.name, inside), bindings, statement=statement)


def _is_one_number(term: Node, in_rows: bool) -> bool:
    """Whether a term adds one number to all entries: to those of each row, where the shares are of rows."""
    if term.shape.is_scalar:
        return True
    rest = split_scalars(term)[3]
    return is_all_ones(rest) or (in_rows and is_row_of_ones(matrix_factors(rest)[-1]))


@rule(
    title="Logarithm of a share",
    statement="ln(exp(x) / y) = x - ln(y)",
    words="The logarithm of {part} is the difference of two: that of the exponential is its exponent.",
    source="DLMF 4.8(i)",
    examples=["ln(exp(x) / (exp(x) + exp(y)))", "ln(e^(w · x) / sum(i=1..m, e^(w · V_i))) where w: n, x: n, V: m x n"],
    leaves_alone=["ln(exp(x) / 2)", "ln(x / (exp(x) + exp(y)))", "ln(exp(x_1) / sum(exp(x))) where x: n"],
    measure="what stands above bars",
    phase="collapse",
)
def logarithm_of_share(node: Apply) -> Rewrite | None:
    """An exponential over a sum of exponentials, where no softmax says it shorter."""
    share = called(node, "ln")
    above, below = fraction_of(ZERO if share is None else share)
    exponent = exponent_of_e(above)
    if share is None or exponent is None or not exponent.shape.is_scalar:
        return None
    if not any(exponent_of_e(part) for part in each_part(below)) or fold_definition(share) is not None:
        return None
    after = Sum((exponent, Negate(apply_named("ln", below))))
    return Rewrite(after, {"x": exponent, "y": below, "part": share})
