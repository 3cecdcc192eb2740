"""The constructs of the language, one row each: everything that the reader knows of a construct stands in its row.

The grammar and `text/treebuilder.py` say how a construct is written; what is done with it is here, in the order in
which a text is read: which names and sizes it binds, what it says of the kinds of its parts (scalar, vector, matrix),
what of their shapes, and which node it becomes. The passes over a tree are handed this table, and know no construct by
name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from explainer.expr.node import Node
from explainer.expr.nodes import ColumnForm, DiagonalForm, RowForm
from explainer.expr.shape import Size
from explainer.language.building import arithmetic, batches, calls, derivatives, forms, losses, names, reductions
from explainer.language.building.builder import Builder
from explainer.language.building.definitions import build_where
from explainer.language.kinds import form_kinds, product_kinds, sum_kinds
from explainer.language.kinds.conventions import MATRIX, ROW, VECTOR
from explainer.language.kinds.kind_rule import Rule, always_scalar, constant, same
from explainer.language.kinds.surroundings import Surroundings
from explainer.language.shapes import first_terms, parts, propagation
from explainer.language.shapes.inference import Inference
from explainer.language.shapes.scopes import (
    Inside,
    Scope,
    Scopes,
    no_sizes,
    parts_within,
    sizes_given,
    sizes_of_indices,
)
from explainer.language.shapes.unification import ShapeTerm
from explainer.language.text.syntax import Syntax


class Construct(NamedTuple):
    """What the passes over a tree do with one construct.

    `read` gives the readings of names, `sizes` the names of sizes in it; `kind` says what comes of scalars, vectors and
    matrices as parts; `term` is the shape that is known at first, `learn` what shapes say of each other; `build` makes
    the node. `sums` says that a number is made of all entries of the parts, `entrywise` that the entries of the parts
    are joined one by one.
    """

    build: Callable[[Builder, Syntax], Node]
    kind: Callable[[Syntax, Surroundings], Rule] = always_scalar
    term: Callable[[Inference, Syntax], ShapeTerm] = first_terms.unknown
    learn: Callable[[Inference, Syntax], None] = propagation.nothing
    read: Callable[[Scopes, Syntax, Scope], Inside] = parts_within
    sizes: Callable[[Syntax], tuple[Size, ...]] = no_sizes
    sums: bool = False
    entrywise: bool = False


def _entrywise(
    build: Callable[[Builder, Syntax], Node],
    kind: Callable[[Syntax, Surroundings], Rule] = sum_kinds.entrywise,
    entrywise: bool = True,
) -> Construct:
    return Construct(build=build, kind=kind, learn=propagation.entrywise, entrywise=entrywise)


def _number_of_all(build: Callable[[Builder, Syntax], Node], of_scalar: float, of_matrix: float = 0.3) -> Construct:
    """A number made of all entries; the costs say how unusual it is of a scalar and of a matrix."""
    return Construct(build=build, kind=form_kinds.reduction(of_scalar, of_matrix), term=first_terms.scalar, sums=True)


def _indexed(
    build: Callable[[Builder, Syntax], Node], kind: int, term: Callable[[Inference, Syntax], ShapeTerm]
) -> Construct:
    """A form that binds indices and has scalars as entries."""
    return Construct(
        build=build,
        kind=form_kinds.scalar_parts(kind),
        term=term,
        learn=parts.scalar_parts,
        read=Scopes.indexed,
        sizes=sizes_of_indices,
    )


_INSIDE_ANOTHER = Construct(build=forms.no_expression)
"""What has a meaning only inside another construct, which takes it apart."""

CONSTRUCTS: Mapping[str, Construct] = MappingProxyType(
    {
        # names and numbers
        "number": Construct(build=forms.number, term=first_terms.scalar),
        "name": Construct(build=names.name, term=first_terms.name, learn=parts.name, read=Scopes.name),
        "entry": Construct(build=names.entry, kind=form_kinds.entry, learn=parts.entry, read=Scopes.entry),
        "delta": Construct(build=names.delta, term=first_terms.scalar, read=Scopes.delta),
        # arithmetic
        "addition": _entrywise(arithmetic.addition, sum_kinds.addition, entrywise=False),
        "negate": Construct(build=arithmetic.negative, kind=same, learn=propagation.as_first),
        "multiply": Construct(build=arithmetic.product, kind=product_kinds.product, learn=propagation.product),
        "matmul": Construct(build=arithmetic.at_product, kind=product_kinds.at_sign, learn=propagation.at_product),
        "dot": Construct(build=arithmetic.dot, kind=product_kinds.at_sign, learn=propagation.at_product, sums=True),
        "inner": Construct(
            build=arithmetic.inner,
            kind=form_kinds.loss,
            term=first_terms.scalar,
            learn=propagation.alike,
            sums=True,
        ),
        "transpose": Construct(build=arithmetic.transpose, kind=product_kinds.transpose, learn=propagation.transpose),
        "quotient": _entrywise(arithmetic.quotient, sum_kinds.quotient, entrywise=False),
        "power": Construct(build=arithmetic.power, kind=sum_kinds.power, learn=propagation.power),
        "elementwise": _entrywise(arithmetic.hadamard),
        "elementwise_quotient": _entrywise(arithmetic.hadamard_quotient),
        "comparison": _entrywise(arithmetic.comparison, sum_kinds.comparison, entrywise=False),
        "conjunction": _entrywise(arithmetic.conjunction, sum_kinds.comparison, entrywise=False),
        # functions
        "apply": Construct(build=calls.apply, kind=form_kinds.apply, learn=propagation.operation),
        "abstract": Construct(build=calls.abstract, kind=form_kinds.abstract, term=first_terms.function),
        "elementwise_call": Construct(
            build=calls.elementwise_call,
            kind=sum_kinds.elementwise_call,
            term=first_terms.function,
            learn=propagation.entrywise,
            entrywise=True,
        ),
        "any_operator": _entrywise(calls.any_operator),
        "function_entry": Construct(
            build=calls.function_entry,
            term=first_terms.entry_of_function,
            learn=parts.function_entry,
            read=Scopes.function_entry,
        ),
        "along": Construct(build=batches.along, kind=form_kinds.along, learn=propagation.along),
        # numbers made of all entries
        "sum_entries": _number_of_all(forms.total, of_scalar=18.0),
        "mean": Construct(build=reductions.mean, kind=form_kinds.reduction(18.0), learn=propagation.scalar, sums=True),
        "spread": _number_of_all(reductions.spread, of_scalar=6.0),
        "length": _number_of_all(reductions.length, of_scalar=4.0),
        "norm": _number_of_all(reductions.norm, of_scalar=4.0, of_matrix=0.1),
        "norm_p": Construct(
            build=reductions.norm_p,
            kind=form_kinds.norm_of_order,
            term=first_terms.scalar,
            learn=propagation.weighted,
            sums=True,
        ),
        "bars": Construct(
            build=reductions.bars, kind=form_kinds.bars, term=first_terms.scalar, learn=propagation.square, sums=True
        ),
        "loss": Construct(
            build=losses.loss, kind=form_kinds.loss, term=first_terms.scalar, learn=propagation.alike, sums=True
        ),
        # values known by their size
        "ones": Construct(build=forms.ones, kind=form_kinds.filled, term=first_terms.written, sizes=sizes_given),
        "zeros": Construct(build=forms.zeros, kind=form_kinds.filled, term=first_terms.written, sizes=sizes_given),
        "identity": Construct(build=forms.identity, kind=constant(MATRIX), term=first_terms.square, sizes=sizes_given),
        "commutation": Construct(
            build=forms.commutation, kind=constant(MATRIX), term=first_terms.commutation, sizes=sizes_given
        ),
        "filled": Construct(build=forms.filled, kind=constant(VECTOR), term=first_terms.vector),
        "filled_matrix": Construct(build=forms.filled_matrix, kind=constant(MATRIX), term=first_terms.matrix),
        "expand": Construct(
            build=forms.expand,
            kind=form_kinds.scalar_parts(VECTOR),
            term=first_terms.expanded,
            learn=parts.scalar_parts,
            sizes=sizes_given,
        ),
        # lists, and forms with an index
        "list": Construct(build=forms.blocks, kind=form_kinds.blocks, learn=parts.blocks),
        "matrix": Construct(build=forms.blocks, kind=form_kinds.blocks, learn=parts.blocks),
        "stack": Construct(build=forms.stack, kind=form_kinds.stack, learn=parts.stack),
        "diag": Construct(build=forms.diag, kind=form_kinds.diag, learn=parts.diag),
        "indexed_sum": Construct(
            build=forms.indexed_sum, kind=same, learn=propagation.as_first, read=Scopes.indexed, sizes=sizes_of_indices
        ),
        "grid": _indexed(forms.grid, MATRIX, first_terms.grid),
        "entries": _indexed(forms.entries, MATRIX, first_terms.grid),
        "column": _indexed(forms.form(ColumnForm), VECTOR, first_terms.column),
        "row": _indexed(forms.form(RowForm), ROW, first_terms.row),
        "diagonal": _indexed(forms.form(DiagonalForm), MATRIX, first_terms.diagonal),
        "cases": Construct(build=forms.cases, kind=form_kinds.cases, learn=parts.cases),
        "otherwise": Construct(build=forms.otherwise, term=first_terms.scalar),
        "case": _INSIDE_ANOTHER,
        "binder": _INSIDE_ANOTHER,
        # derivatives and definitions
        "derivative": Construct(build=derivatives.derivative, kind=form_kinds.derivative, learn=parts.derivative),
        "differential": Construct(build=derivatives.differential, kind=same, learn=propagation.as_first),
        "equation": Construct(build=derivatives.equation, kind=form_kinds.equation, learn=propagation.equation),
        "where": Construct(build=build_where, kind=same, learn=propagation.as_first, read=Scopes.definitions),
    }
)
