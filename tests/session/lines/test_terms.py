"""Terms as things of their own: what they are, what corresponds to them, how they are derived."""

from __future__ import annotations

import contextlib

import pytest

from explainer.errors import ExplainerError
from explainer.expr.node import Path, at, subnodes
from explainer.lessons import all_problems
from explainer.session import Session
from explainer.session.lines.card import formula_text
from explainer.session.lines.terms import (
    Term,
    counterparts,
    derivation_of,
    meaning,
    neighbour,
    nested_session,
    term_node,
)
from tests.cases import in_groups


def opened(text: str, wrt: str, shapes: dict[str, str] | None = None, method: str = "operator") -> Session:
    session = Session()
    assert session.open(text, wrt, shapes, method)
    session.finish()
    return session


def place_of(session: Session, position: int, text: str) -> Term:
    """The first term of a line with this text."""
    line = session.line(position)
    assert line is not None
    return Term(position, next(path for path, part in subnodes(line) if part.text() == text))


def said(session: Session, term: Term) -> str:
    return "".join(part if isinstance(part, str) else formula_text(part) for part in meaning(session, term))


def derived(session: Session, position: int, text: str) -> str:
    trace = derivation_of(session, place_of(session, position, text))
    assert trace.status == "finished"
    return f"{trace.start.text()} = {trace.result.text()}"


def test_a_term_is_told_with_its_shape_and_its_role() -> None:
    session = opened("max(0, w · x + b)", "w", {"w": "n", "x": "n"}, "chain")
    assert said(session, place_of(session, 2, "w · x + b")) == "w · x + b: scalar, called z"
    assert said(session, place_of(session, 2, "z")).startswith("z: scalar, stands for w · x + b")
    assert said(session, place_of(session, 0, "w")) == "w: n×1, the variable of differentiation"
    assert "does not depend on w" in said(session, place_of(session, 0, "b"))
    assert "f in the rule “Product rule”" in said(opened("x^2 sin(x)", "x"), Term(0, (0, 0)))


def test_a_derivative_is_derived_alone() -> None:
    session = opened("x^2 sin(x)", "x")
    assert derived(session, 1, "d(sin(x))/d(x)") == "d(sin(x))/d(x) = cos(x)"


def test_what_came_of_a_derivative_leads_back_to_it() -> None:
    session = opened("x^2 sin(x)", "x")
    last = session.count - 1
    assert derived(session, last, "cos(x)") == "d(sin(x))/d(x) = cos(x)"
    two = next(path for path, part in subnodes(session.line(last)) if path[:1] == (1,) and part.text() == "2")
    assert derivation_of(session, Term(last, two)).result.text() == "2 x"


def test_the_names_of_a_program_are_followed_and_never_taken_for_constants() -> None:
    session = opened("sin(x + x^2)", "x", method="chain")
    assert derived(session, 4, "d(u_1)/d(x)") == "d(x^2)/d(x) = 2 x"
    position = next(k for k in range(session.count) if "∂(u_3)/∂(u_2)" in session.line(k).text())  # type: ignore
    assert derived(session, position, "∂(u_3)/∂(u_2)").endswith("= cos(u_2)")
    session = opened("ln(sin(x^3)^2)", "x", method="chain")
    for position in range(1, session.count + 1):
        for path, part in subnodes(session.line(position)):  # type: ignore[arg-type]
            if part.text() == "d(u_2)/d(x)":
                result = derivation_of(session, Term(position, path)).result
                assert result.evaluate({"x": 0.7}) == pytest.approx(3 * 0.7**2 * 0.939372712847379)


def test_a_tidied_term_shows_the_small_steps() -> None:
    session = opened("x^2 x", "x")
    last = session.count
    trace = derivation_of(session, Term(last, ()))
    assert trace.steps == session.step_at(last).substeps  # type: ignore[union-attr]
    assert trace.result is session.line(last)


@pytest.mark.parametrize(("position", "path"), [(0, (0,)), (0, ()), (1, (0, 0))])
def test_what_was_not_derived_says_so(position: int, path: Path) -> None:
    with pytest.raises(ExplainerError, match=r"nothing had to be derived|one on the board"):
        derivation_of(opened("x^2 x", "x"), Term(position, path))


def test_counterparts_stand_in_the_lines_before_and_after() -> None:
    session = opened("x^2 sin(x)", "x")
    found = counterparts(session, place_of(session, 2, "cos(x)"))
    assert {term.position for term in found} == {1, 3}
    for position in range(session.count + 1):
        for path, _ in subnodes(session.line(position)):  # type: ignore[arg-type]
            for other in counterparts(session, Term(position, path)):
                assert abs(other.position - position) == 1
                assert term_node(session, other) is not None


@in_groups("problem", all_problems()[::11], ids=lambda problem: f"{problem.text} {problem.wrt}")
def test_every_term_of_every_line_can_be_asked(problem) -> None:
    session = opened(problem.text, problem.wrt, dict(problem.shapes), problem.method)
    line = session.line(session.count)
    for path, part in subnodes(line):  # type: ignore[arg-type]
        term = Term(session.count, path)
        assert said(session, term)
        with contextlib.suppress(ExplainerError):
            assert derivation_of(session, term).derived
        assert at(line, path) is part  # type: ignore[arg-type]


def test_keys_reach_every_term_and_stay_inside() -> None:
    line = opened("x^2 sin(x) + 3 x", "x").line(2)
    assert line is not None
    paths = {path for path, _ in subnodes(line)}
    reached, edge = {()}, [()]
    while edge:
        path = edge.pop()
        for way in ("right", "left", "inward", "outward"):
            other = neighbour(path, way, paths)
            assert other in paths
            if other not in reached:
                reached.add(other)
                edge.append(other)
    assert reached == paths
    assert neighbour((0,), "right", paths) == (1,)
    assert neighbour((1,), "left", paths) == (0,)
    assert neighbour((1,), "outward", paths) == ()
    assert neighbour((), "inward", paths) == (0,)


def test_a_nested_session_steps_by_itself() -> None:
    outer = opened("x^2 sin(x)", "x")
    outer.go_to(1)
    inner = nested_session(derivation_of(outer, place_of(outer, 1, "d(sin(x))/d(x)")))
    assert inner.next()
    assert inner.line().text() == "cos(x)"  # type: ignore[union-attr]
    assert outer.position == 1
