"""A derivation as a document."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from typing import TYPE_CHECKING

from explainer.engine.detail import told
from explainer.engine.lettering import FOLDED, condition_of, is_example, letters_of, stated
from explainer.export.wording import check_sentence, doubts_of, ending, notes_of, setting, several_results, shape_words
from explainer.handouts.model import Block, Bullets, Derivation, Document, RuleHere, StepPart, Substep, Words
from explainer.notation import write
from explainer.phrases import sentence

if TYPE_CHECKING:
    from explainer.engine import Step, Trace
    from explainer.expr.node import Node


_LONGEST_TITLE = 100
"""A longer function stands in a title only as far as this; the document begins with all of it."""


def document_of_trace(trace: Trace) -> Document:
    """One derivation with its task, its steps and its result."""

    def blocks() -> Iterator[Block]:
        yield derivation(trace, "derivation")
        yield from all_results(trace)

    problem = trace.problem
    function = write(problem.expression, "unicode")
    what = "Hessian" if problem.order == 2 and problem.expression.shape.is_scalar else "derivative"
    words: Words = (f"The {what} of ", problem.expression, " with respect to ", problem.wrt)
    if len(function) > _LONGEST_TITLE:
        function, words = f"{function[:_LONGEST_TITLE].rpartition(' ')[0]} …", ()
    title = f"The {what} of {function} with respect to {write(problem.wrt, 'unicode')}"
    whole = f"Method {problem.method}, {setting(problem)}"
    return Document(title, whole, blocks, single=True, program=partial(_program, trace), title_words=words)


def _program(trace: Trace, library: str) -> str:
    from explainer.written_code import code

    return code(trace, library)


def all_results(trace: Trace) -> Iterator[Block]:
    """All derivatives that a sweep has found, behind its derivation, whose last line is the first of them."""
    found = several_results(trace)
    if found:
        items = (sentence("With respect to {x}: {result}", {"x": x, "result": result}) for x, result in found)
        yield Bullets("All derivatives", tuple(items))


def derivation(trace: Trace, anchor: str, *, is_of_lesson: bool = False) -> Derivation:
    """The block of one derivation; its steps are derived while somebody reads them."""
    problem = trace.problem
    return Derivation(
        anchor=anchor,
        start=trace.start,
        task=("Differentiate ", problem.expression, " with respect to ", problem.wrt, "."),
        setting=shape_words(trace, "Shapes: ", "Assumed shapes: "),
        inferred=notes_of(trace),
        code=_code(trace),
        make_steps=lambda: map(step_part, trace),
        find_ending=lambda: ending(trace),
        find_result=lambda: trace.result,
        find_doubts=lambda: doubts_of(trace),
        is_of_lesson=is_of_lesson,
        make_told=lambda detail: map(step_part, told(trace, detail)),
    )


def _code(trace: Trace) -> str:
    """The derivation in Python."""
    problem = trace.problem
    shapes = {name: str(shape) for name, shape in problem.shapes.items()}
    asked = f", order={problem.order}" if problem.order != 1 else ""
    asked += f", form={problem.form!r}" if problem.form != "vec" else ""
    return (
        f"explainer.derive({problem.text!r}, wrt={problem.wrt.text()!r}, shapes={shapes!r}, "
        f"method={problem.method!r}, layout={problem.layout!r}{asked})"
    )


def step_part(step: Step) -> StepPart:
    """What a handout tells of a step."""
    return StepPart(
        number=step.number,
        title=step.title,
        phase=step.phase,
        before=step.before,
        falling=step.struck,
        line=step.after,
        reason=step.words or (step.explanation,),
        find_rule=cache(partial(_rule_here, step)),
        tempting=step.tempting,
        facts=step.facts,
        assumptions=step.conditions,
        shape=step.shape.display(),
        find_check=lambda: check_sentence(step.check),
        find_state=lambda: step.check.state,
        find_substeps=cache(partial(_substeps, step)),
        changed_before=step.touched_before,
        changed_after=step.touched_after,
    )


def _substeps(step: Step) -> tuple[Substep, ...]:
    return tuple(Substep(part.number, part.title, _news(part)) for part in step.substeps)


def _rule_here(step: Step) -> RuleHere:
    if step.rule == FOLDED:  # no formula says what all of the rules inside do; they are listed with what they did
        return RuleHere((), (), "Rule")
    return RuleHere(_statements(step), condition_of(step), "Example of the rule" if is_example(step) else "Rule")


def _news(step: Step) -> tuple[Node, ...]:
    """What a folded step adds; a program of intermediate variables stands in full only where it is introduced."""
    from explainer.expr.nodes import Where

    was_there = isinstance(step.before, Where)
    return tuple(part.body if isinstance(part, Where) and was_there else part for part in step.news)


def _statements(step: Step) -> tuple[Words, ...]:
    """The rule as formulas; a form that is no formula stays as it was declared."""
    rule = step.rule.rule
    if rule is None:
        return ()
    shapes, letters = tuple(rule.shapes.items()), letters_of(step)
    return tuple((stated(form, shapes, rule.is_wrong, letters),) for form in step.statement.splitlines() if form)
