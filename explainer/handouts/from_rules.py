"""Rules as a document: a reference with every rule, its statement, its condition and what it makes of its examples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from explainer.engine.lettering import stated
from explainer.errors import ExplainerError
from explainer.handouts.model import Block, Document, Heading, Paragraph, RuleCard, Rules, Table

if TYPE_CHECKING:
    from explainer.expr.node import Node
    from explainer.rules import Rule


def document_of_rules(rules: Iterable[Rule]) -> Document:
    """The rules, family by family."""
    given = tuple(rules)
    families = tuple(dict.fromkeys(rule.family for rule in given))
    headings = {family: Heading(2, family, f"family-{family.lower().replace(' ', '_')}") for family in families}

    def blocks() -> Iterator[Block]:
        for family in families:
            yield headings[family]
            for rule in given:
                if rule.family == family:
                    yield from _shown(rule_card(rule))

    count = "One rule" if len(given) == 1 else f"{len(given)} rules"
    return Document("Rules", count, blocks, contents=tuple(headings.values()))


def _shown(card: RuleCard) -> Iterator[Block]:
    yield Heading(3, card.title, f"rule-{card.id}")
    yield Rules("", (card,), named=False)
    for paragraph in card.explanation.split("\n\n"):
        yield Paragraph((" ".join(paragraph.split()),))
    examples = card.find_examples()
    if examples:
        yield Table(
            "", (("Refuted by" if card.is_wrong else "Examples",),), tuple(((example,),) for example in examples)
        )


def rule_card(rule: Rule) -> RuleCard:
    """A rule with what it makes of its examples."""
    from explainer.expr.nodes import Comparison, Equation

    forms = tuple(
        (stated(form, tuple(rule.shapes.items()), rule.is_wrong),) for form in rule.statement.splitlines() if form
    )
    first = forms[0][0] if forms else ""
    left = first.left if isinstance(first, Equation | Comparison) else None
    return RuleCard(
        id=rule.id,
        title=rule.title,
        forms=forms,
        left=left,
        condition=rule.condition,
        explanation=rule.explanation,
        is_wrong=rule.is_wrong,
        find_examples=lambda: tuple(example for text in rule.examples for example in _worked(rule, text)),
    )


def _worked(rule: Rule, text: str) -> Iterator[Node]:
    """What a rule makes of its example, or of the part of it that it is about; nothing where it does not apply."""
    from explainer.engine.lettering import in_one_program
    from explainer.expr.node import each_part
    from explainer.expr.nodes import Comparison, Equation
    from explainer.language import parse_expression

    try:
        whole = parse_expression(text).expression
    except ExplainerError:
        return
    for part in each_part(whole):
        rewrite = rule(part)
        if rewrite is not None:
            after = rewrite.after
            yield in_one_program(Comparison("!=", part, after) if rule.is_wrong else Equation(part, after))
            return
