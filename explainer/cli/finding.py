"""The answer of `explainer practice --ask find`: derivations with one false line each, which is to be named."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from explainer.cli.asking import told
from explainer.errors import ExplainerError

if TYPE_CHECKING:
    from collections.abc import Callable

    from explainer.expr.node import Node
    from explainer.practice.learner.record import Record
    from explainer.practice.skills import Skill

MARGIN = "    "


def find_lines(
    skills: tuple[Skill, ...],
    grade: int,
    seed: int,
    count: int,
    record: Record,
    typed: Callable[[], str],
    shown: Callable[[Node], str],
) -> Iterator[str]:
    """So many derivations, one after the other; each choice is one line of what is typed."""
    from explainer.practice.learner.finding import Finding, make_finding

    yield "One line of each derivation does not follow from the one before it. Type its number; “skip” shows it."
    done = at_once = 0
    for number in range(count):
        finding: Finding = make_finding(skills, grade, seed + number)
        yield ""
        yield f"Problem {number + 1} of {count}: {finding.skill.title}, grade {grade}"
        yield f"{MARGIN}{shown(finding.problem)}"
        yield from (f"{k:>3} = {shown(line)}" for k, line in enumerate(finding.lines, start=1))
        while not finding.done:
            answer = typed()
            order = answer.strip().lower()
            if answer == "" or order == "quit":
                yield f"\n{done} found, {at_once} at the first try."
                return
            if order in ("skip", "next"):
                yield "  " + told(finding.show().words, shown)
            elif order.isdecimal() and len(order) < 4:
                try:
                    found = finding.choose(int(order))
                    yield ("✓ " if found.right else "✗ ") + told(found.words, shown)
                except ExplainerError as error:
                    yield f"{error.message}. {error.hint}"
            elif order:
                yield f"Answer with a number from 1 to {len(finding.lines)}."
        record.note(finding.outcome(datetime.now(UTC)))
        done += not finding.shown
        at_once += not finding.shown and not finding.wrong
    yield f"\n{done} found, {at_once} at the first try."
