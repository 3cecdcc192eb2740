"""The reference in the terminal: rules, functions, figures and lessons, each drawn from its own declaration."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING

from explainer.cli.answer import refuse_choice
from explainer.cli.lesson_pages import lesson_page, lessons_page
from explainer.cli.terminal import page, width

if TYPE_CHECKING:
    from explainer.rules import Rule

__all__ = ["figures_page", "function_page", "functions_page", "lesson_page", "lessons_page", "rule_page", "rules_page"]


@page
def rules_page() -> str:
    """All rules, family by family."""
    from explainer.rules import all_rules

    rules = all_rules()
    width = max(len(rule.id) for rule in rules)
    lines: list[str] = []
    for family in dict.fromkeys(rule.family for rule in rules):
        lines += ["", family]
        lines += [f"  {rule.id:<{width}}  {rule.title}" for rule in rules if rule.family == family]
    return "\n".join([f"{len(rules)} rules; “explainer rules ID” shows one.", *lines])


@page
def rule_page(identifier: str) -> str:
    """One rule: statement, condition, explanation, examples, source. Raises UsageError for an unknown one."""
    from explainer.rules import all_rules

    by_id: dict[str, Rule] = {rule.id: rule for rule in all_rules()}
    rule = by_id.get(identifier)
    if rule is None:
        refuse_choice("rule", identifier, by_id)
    return _page(
        f"{rule.title}  ({rule.id})",
        ("Does not hold" if rule.is_wrong else "For example" if rule.by_example else "Statement", rule.statement),
        ("Condition", rule.condition),
        ("", rule.explanation),
        ("Examples", "\n".join(rule.examples)),
        ("Leaves alone", "\n".join(rule.leaves_alone)),
        ("Source", rule.source),
    )


@page
def functions_page() -> str:
    """All functions and operators with their derivatives."""
    from explainer.operations import all_operations

    operations = all_operations()
    calls = [operation.call for operation in operations]
    width = max(map(len, calls))
    lines = [
        f"  {call:<{width}}  {operation.title}"
        + (f"; also {', '.join(operation.aliases)}" if operation.aliases else "")
        for call, operation in zip(calls, operations, strict=True)
    ]
    return "\n".join([f"{len(operations)} functions; “explainer functions NAME” shows one.", "", *lines])


@page
def function_page(name: str) -> str:
    """One function: derivative, domain, definition, source. Raises UsageError for an unknown one."""
    from explainer.operations import OPERATIONS, find

    operation = find(name)
    if operation is None:
        refuse_choice("function", name, OPERATIONS)
    derivatives = (
        f"d({operation.call})/d({parameter}) = {derivative}"
        for parameter, derivative in zip(operation.parameters, operation.derivative, strict=False)
    )
    return _page(
        f"{operation.call}: {operation.title}",
        ("Also typed", ", ".join(operation.aliases)),
        ("Definition", f"{operation.call} = {operation.definition}" if operation.definition else ""),
        ("Derivative", "\n".join(derivatives)),
        ("Exists where", "\n".join(operation.domain)),
        ("Source", operation.source),
    )


@page
def figures_page() -> str:
    """All figures, each with what it can be drawn of and with its options."""
    from explainer.figures import FIGURES

    lines = [
        f"{len(FIGURES)} figures; “explainer render EXPR --wrt x --figure NAME -o out.svg” draws one.",
        "The value of an option is a number, a word, or JSON: --option at=2, --option 'sizes={\"n\": 3}'.",
    ]
    for kind in FIGURES:
        lines += ["", f"{kind.id}: {kind.title}", f"  of {kind.needs or 'nothing: it needs no expression'}"]
        width = max(map(len, kind.options), default=0)
        lines += [f"  --option {name:<{width}}  {meaning}" for name, meaning in kind.options.items()]
    return "\n".join(lines)


def _page(title: str, *sections: tuple[str, str]) -> str:
    """The title, then each section that says something; running text is filled, lists keep their lines."""
    blocks = [title]
    for heading, content in sections:
        if not content:
            continue
        if heading:
            lines = [f"    {line}" for line in content.splitlines()]
            blocks.append("\n".join([heading, *lines]))
        else:
            blocks += [fill(" ".join(paragraph.split()), width()) for paragraph in content.split("\n\n")]
    return "\n\n".join(blocks)
