"""WHY a line may become the next: the rules, each declared once, one family per module.

Start reading at `rule.py` (what a declaration holds), then `scalar.py`. To add a rule: one declaration in the module
of its family; tests, reference and rule card follow from it. `all_rules()` lists them all.
"""

from functools import cache

from explainer.rules import (
    abstract,
    arithmetic,
    blocks,
    chain,
    combining,
    definitions,
    deltas,
    elements,
    elementwise,
    entrywise,
    expanding,
    folding,
    fractions,
    matrices,
    matrix_sums,
    matrix_variable,
    piecewise,
    powers,
    recognising,
    scalar,
    scalar_functions,
    terms,
    tidying,
    units,
    vector,
    vector_functions,
)
from explainer.rules.forms import common_factors, declared, identities, order, signs, totals
from explainer.rules.rule import Rewrite, Rule, RuleId, Words, fill, plain, registered_rules

FAMILIES = (
    scalar,
    scalar_functions,
    piecewise,
    definitions,
    elements,
    deltas,
    folding,
    recognising,
    vector,
    elementwise,
    abstract,
    vector_functions,
    matrix_variable,
    blocks,
    chain,
    combining,
    terms,
    units,
    arithmetic,
    powers,
    fractions,
    expanding,
    matrices,
    entrywise,
    matrix_sums,
    common_factors,
    identities,
    signs,
    declared,
    totals,
    order,
    tidying,
)
"""The modules that declare rules, in the order of the reference."""


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, in the order of the reference."""
    names = [family.__name__.rpartition(".")[2] for family in FAMILIES]
    return tuple(sorted(registered_rules(), key=lambda rule: names.index(rule.family)))


def find_rule(identifier: str) -> Rule | None:
    """The rule with an id such as `product`, or None."""
    return next((rule for rule in all_rules() if rule.id == identifier), None)


__all__ = ["FAMILIES", "Rewrite", "Rule", "RuleId", "Words", "all_rules", "fill", "find_rule", "plain"]
