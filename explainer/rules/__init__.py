"""WHY a line may become the next: the rules, each declared once, one family per module.

Start reading at `rule.py` (what a declaration holds), then `scalar/laws.py`. `scalar`, `vector`, `entries` and `chain`
differentiate; `tidy` and `forms` tidy. To add a rule: one declaration in the module of its family; tests, reference and
rule card follow from it. `all_rules()` lists them all.
"""

from functools import cache

from explainer.rules import passes
from explainer.rules.chain import combining, outside, programs, result_names
from explainer.rules.differentials import (
    backward,
    collecting,
    declared_variables,
    entry_traces,
    kronecker,
    picked,
    reading,
    rows_in_columns,
    stacked,
    traces,
)
from explainer.rules.differentials import columns as columns_of_matrices
from explainer.rules.differentials import functions as functions_of_matrices
from explainer.rules.differentials import laws as differential_laws
from explainer.rules.differentials import powers as powers_of_matrices
from explainer.rules.entries import cofactors, deltas, derivatives, folding
from explainer.rules.forms import (
    bilinear,
    brackets,
    columns,
    common_factors,
    decided,
    declared,
    entrywise,
    identities,
    order,
    roots,
    signs_and_transposes,
    switches,
    totals,
    turning,
)
from explainer.rules.rule import Rewrite, Rule, RuleId, Words, fill, plain, registered_rules
from explainer.rules.scalar import definitions, functions, laws, many_factors, piecewise
from explainer.rules.tidy import (
    arithmetic,
    batches,
    expanding,
    fractions,
    inverses,
    logarithms,
    matrices,
    matrix_sums,
    powers,
    recognising,
    row_sums,
    shares,
    unit_vectors,
    units,
    vectors,
    written_matrices,
)
from explainer.rules.vector import (
    abstract,
    blocks,
    elementwise,
    jacobians,
    matrix_powers,
    matrix_variable,
    nested_calls,
    vector_functions,
)

FAMILIES = (
    laws,
    functions,
    many_factors,
    piecewise,
    definitions,
    derivatives,
    cofactors,
    deltas,
    folding,
    recognising,
    jacobians,
    elementwise,
    abstract,
    nested_calls,
    vector_functions,
    matrix_variable,
    matrix_powers,
    blocks,
    differential_laws,
    picked,
    functions_of_matrices,
    powers_of_matrices,
    traces,
    entry_traces,
    kronecker,
    rows_in_columns,
    collecting,
    columns_of_matrices,
    stacked,
    reading,
    declared_variables,
    programs,
    combining,
    result_names,
    outside,
    backward,
    units,
    arithmetic,
    powers,
    fractions,
    expanding,
    matrices,
    unit_vectors,
    inverses,
    row_sums,
    shares,
    logarithms,
    written_matrices,
    vectors,
    matrix_sums,
    batches,
    common_factors,
    identities,
    roots,
    signs_and_transposes,
    turning,
    columns,
    bilinear,
    entrywise,
    switches,
    decided,
    brackets,
    declared,
    totals,
    order,
    passes,
)
"""The modules that declare rules, in the order of the reference."""


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, in the order of the reference."""
    names = [family.FAMILY for family in FAMILIES]
    return tuple(sorted(registered_rules(), key=lambda rule: names.index(rule.family)))


def find_rule(identifier: str) -> Rule | None:
    """The rule with an id such as `product`, or None."""
    return next((rule for rule in all_rules() if rule.id == identifier), None)


__all__ = ["FAMILIES", "Rewrite", "Rule", "RuleId", "Words", "all_rules", "fill", "find_rule", "plain"]
