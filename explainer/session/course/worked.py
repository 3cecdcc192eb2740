"""What is worked out while a page is read: a rule's example, and the derivative that the table gives for a function."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from explainer.errors import ExplainerError

if TYPE_CHECKING:
    from explainer.expr.node import Node
    from explainer.expr.operation import Operation
    from explainer.rules import Rewrite, Rule
    from explainer.session.lines.card import Sentence
    from explainer.verify import Check


@dataclass(frozen=True)
class WorkedExample:
    """An example of a rule: what the rule rewrites, and what it makes of it."""

    rule: Rule
    before: Node
    rewrite: Rewrite

    @property
    def line(self) -> Sentence:
        """Before and after, with an equals sign; of a mistake with an unequal one."""
        from explainer.engine.lettering import in_one_program
        from explainer.expr.nodes import Comparison, Equation
        from explainer.session.lines.card import notation_of

        after = self.rewrite.after
        both = Comparison("!=", self.before, after) if self.rule.is_wrong else Equation(self.before, after)
        return (notation_of(in_one_program(both)),)

    @property
    def words(self) -> Sentence:
        """The reason, with the parts of this example in it."""
        from explainer.session.lines.card import sentence

        return sentence(self.rule.words_for(self.rewrite))

    def check(self) -> Check:
        """Compare both sides by numbers; of a mistake the numbers must refute it."""
        from explainer.verify import Check, Verifier

        verifier = Verifier((self.before, self.rewrite.after))
        try:
            if self.rule.is_wrong:
                return verifier.refute(self.before, self.rewrite.after)
            return verifier.check(self.before, self.rewrite.after, self.rewrite.conditions)
        except ExplainerError as error:
            return Check(ok=False, max_error=float("inf"), points=0, message=error.message, undecided=True)


def work_out(rule: Rule, text: str) -> WorkedExample | None:
    """Apply a rule to its example, or to the part of it that the rule is about; None where it does not apply."""
    from explainer.expr.node import each_part
    from explainer.language import parse_expression

    try:
        whole = parse_expression(text).expression
    except ExplainerError:
        return None
    for part in each_part(whole):
        rewrite = rule(part)
        if rewrite is not None:
            return WorkedExample(rule, part, rewrite)
    return None


def derivative_sentences(operation: Operation) -> tuple[Sentence, ...]:
    """What the table gives as the derivative of a function; none where it has none."""
    from explainer.rules.table import derivative_row
    from explainer.session.lines.card import statements

    row = derivative_row(operation)
    return statements(row.statement) if row else ()
