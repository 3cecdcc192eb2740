"""Terms of a line as things of their own: what each is, what corresponds to it in other lines, how it is derived."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from explainer.engine import Trace, derive
from explainer.engine.trace import Problem
from explainer.errors import ExplainerError
from explainer.expr.node import Node, Path, at, substitute
from explainer.expr.nodes import Derivative, Equation, Index, Number, Variable, Where
from explainer.phrases import phrase, sentence
from explainer.rules.chain.meaning import meaning_of
from explainer.session.lines.card import Sentence, notation_of
from explainer.session.lines.correspondence import matching_of
from explainer.session.session import Request, Session

if TYPE_CHECKING:
    from explainer.engine import Step
    from explainer.notation.tree import Notation

_PATIENCE_S = 0.25
"""How long it is tried whether a derivation comes to an end before it is shown."""
_METHODS = ("operator", "elements")


class Term(NamedTuple):
    """The part at a path of the line at a position."""

    position: int
    path: Path


def term_node(session: Session, term: Term) -> Node | None:
    """The expression of a term; None where there is no such term, or no longer."""
    line = session.line(term.position)
    try:
        return None if line is None else at(line, term.path)
    except IndexError:
        return None


# --- going from one to the next --------------------------------------------------------------------------------------


def neighbour(path: Path, way: str, paths: Collection[Path]) -> Path:
    """The next term in one of four ways, of those that are to be seen; the same one where there is none.

    `inward` is the first part of the term, `outward` what it is a part of; `right` and `left` pass over its parts.
    """
    ordered = sorted(paths)
    if way == "outward":
        return next((path[:length] for length in range(len(path) - 1, -1, -1) if path[:length] in paths), path)
    if way == "inward":
        return next((other for other in ordered if len(other) > len(path) and other[: len(path)] == path), path)
    if way == "right":
        return next((other for other in ordered if other > path and other[: len(path)] != path), path)
    before = [other for other in ordered if other < path and path[: len(other)] != other]
    if not before:
        return path
    # The largest term that ends before this one, not its last letter.
    last = before[-1]
    ends = (last[:length] for length in range(len(last) + 1))
    return next((end for end in ends if end in paths and path[: len(end)] != end), path)


# --- in other lines --------------------------------------------------------------------------------------------------


def counterparts(session: Session, term: Term) -> list[Term]:
    """The same term in the line before and in the line after; where it is changed there, the part that is touched."""
    found: list[Term] = []
    step, following = session.step_at(term.position), session.step_at(term.position + 1)
    if step is not None:
        sources = matching_of(step).sources.get(term.path, ())
        found += [Term(term.position - 1, path) for path in sources or _related(term.path, step, back=True)]
    if following is not None:
        targets = matching_of(following).targets.get(term.path, ())
        found += [Term(term.position + 1, path) for path in targets or _related(term.path, following, back=False)]
    return found


def _related(path: Path, step: Step, *, back: bool) -> tuple[Path, ...]:
    """What a step has made of a part that it touched, or what it made it from."""
    near, far = step.touched_before, step.touched_after
    if back:
        near, far = far, near
    return far if any(path[: len(root)] == root for root in near) else ()


# --- what it is ------------------------------------------------------------------------------------------------------


def meaning(session: Session, term: Term) -> Sentence:
    """A term, its shape, and what it is on this line, such as `w · x + b: scalar, called z`."""
    node = term_node(session, term)
    if node is None:
        return ()
    if isinstance(node, Equation | Where):
        return (notation_of(node),)
    parts: list[Sentence] = [(f"{node.shape.display()}",), *_roles(session, term, node)]
    words: list[str | Notation] = [notation_of(node), ": "]
    for number, part in enumerate(parts):
        words.extend((", ", *part) if number else part)
    return tuple(words)


def _roles(session: Session, term: Term, node: Node) -> Iterable[Sentence]:
    trace, line = session.trace, session.line(term.position)
    assert trace is not None
    if isinstance(line, Where):
        for definition in line.definitions:
            if definition.left is node:
                yield sentence("stands for {f}", {"f": notation_of(definition.right)})
            elif definition.right is node:
                yield sentence("called {name}", {"name": notation_of(definition.left)})
    if node is trace.problem.wrt:
        yield ("the variable of differentiation",)
        return
    if isinstance(node, Index):
        yield (phrase("an index from 1 to {0}", node.size),)
    elif isinstance(node, Derivative):
        yield ("a derivative still to be carried out",)
    elif not isinstance(node, Number) and not node.free & trace.problem.wrt.free and not isinstance(line, Where):
        yield sentence("does not depend on {x}", {"x": notation_of(trace.problem.wrt)})
    if not isinstance(node, Number):
        yield from _letters(session, term, node)


def _letters(session: Session, term: Term, node: Node) -> Iterable[Sentence]:
    """Which letter of a rule it is, in the step that made the line or in the next one."""
    for step in (session.step_at(term.position + 1), session.step_at(term.position)):
        if step is None:
            continue
        for name, bound in step.bindings.items():
            if bound is node and not (isinstance(node, Variable) and node.name == name):
                parts = {"letter": notation_of(Variable(name, node.shape)), "rule": phrase(step.title)}
                yield sentence("{letter} in the rule “{rule}”", parts)
                return


# --- how it is derived -----------------------------------------------------------------------------------------------


def derivation_asked_for(session: Session, term: Term) -> Callable[[], Trace]:
    """Finds the derivation of a term alone, in any thread, from what is open now."""
    assert session.trace is not None
    still = Session()
    still.take_over(session.trace, session.request)
    return partial(derivation_of, still, term)


def derivation_of(session: Session, term: Term) -> Trace:
    """The derivation of a term alone: of a derivative, of what a step with steps inside has made, or of its origin.

    Raises ExplainerError where nothing was derived, with the reason.
    """
    position, path = term
    while True:
        line, step = session.line(position), session.step_at(position)
        assert line is not None
        node = at(line, path)
        equation = at(line, path[:1])
        if isinstance(equation, Equation) and isinstance(equation.left, Derivative):
            node = equation.left  # what is known of a derivative, as a whole
        if isinstance(node, Derivative):
            return _alone(session, node, line)
        made_here = step is not None and any(path[: len(root)] == root for root in step.touched_after)
        if step is not None and made_here and step.substeps:
            return _steps_inside(step, session)
        if step is None:
            raise ExplainerError("this term stands in the problem itself: nothing had to be derived")
        origin = _origin(step, path) if made_here else None
        if origin is not None:
            return _alone(session, origin, step.before)
        sources = matching_of(step).sources.get(path, ())
        if not sources:
            raise ExplainerError(
                phrase("the step “{0}” has put this term there: it is no derivative", phrase(step.title))
            )
        position, path = position - 1, sources[0]


def _origin(step: Step, path: Path) -> Derivative | None:
    """The derivative that a step has carried out where it has put a part."""
    if path in matching_of(step).kept:
        return None
    before = [at(step.before, root) for root in step.touched_before]
    return next((node for node in before if isinstance(node, Derivative)), None)


def _steps_inside(step: Step, session: Session) -> Trace:
    assert session.trace is not None
    start = step.substeps[0].before
    given = session.trace.problem
    problem = Problem(start.text(), start, given.wrt, given.shapes, given.method, given.layout)
    return Trace.restored(problem, start, step.substeps, "finished", "")


def _alone(session: Session, node: Derivative, line: Node) -> Trace:
    """The derivation of one derivative, with the names on its line replaced by what they stand for."""
    body = _without_names(node, line.definitions) if isinstance(line, Where) else node.body
    assert session.trace is not None
    if body is session.trace.problem.expression and node.wrt is session.trace.problem.wrt:
        raise ExplainerError("the derivation of this term is the one on the board")
    reason = ""
    for method in dict.fromkeys((session.method, *_METHODS)):
        trace = derive(body, node.wrt, method=method)
        deadline = perf_counter() + _PATIENCE_S
        while not trace.complete and perf_counter() < deadline:
            trace.advance()
        if trace.derived and (not trace.complete or trace.status == "finished"):
            return trace
        reason = reason or trace.reason
    raise ExplainerError(reason or "there is nothing to derive")


def _without_names(node: Derivative, definitions: tuple[Equation, ...]) -> Node:
    """What is differentiated: a partial derivative holds the other names fixed, a total one follows them all."""
    known = {definition.left: definition.right for definition in definitions if definition.left is not node.wrt}
    if node.kind == "partial":
        return known.get(node.body, node.body)
    others = tuple(definition for definition in definitions if definition.left is not node.wrt)
    return substitute(node.body, meaning_of(others))


def nested_session(trace: Trace) -> Session:
    """A session of its own for a derivation inside another one."""
    session = Session()
    problem = trace.problem
    asked = (problem.method, problem.layout, problem.order, problem.form)
    session.take_over(trace, Request(problem.text, problem.wrt.text(), {}, *asked))
    return session
