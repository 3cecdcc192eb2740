"""The statement of a rule beside a step: as an expression, with letters that mean nothing else in the problem.

The rules speak of f, g, u, x; so may the problem, and of other things. A letter of the statement that the problem uses
for something else gets another name here, x the name of the variable at hand. May not change what a rule says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from explainer.errors import ExplainerError
from explainer.expr.letters import fresh
from explainer.expr.node import Node, at, each_part, substitute
from explainer.expr.nodes import Comparison, Derivative, Differential, Equation, FunctionCall, Index, Variable, Where
from explainer.expr.program import says_differential
from explainer.threads import recent

if TYPE_CHECKING:
    from explainer.engine.step import Step
    from explainer.rules import Rule

Letters: TypeAlias = tuple[tuple[str, str], ...]
"""Letters of a statement, each with the one that is written in its place."""
INSTEAD = {"fghuv": "fghpqruv", "xyzw": "tsrzyxw", "abcnkp": "ckabpqmn"}
"""What a letter may become: functions stay functions, variables variables, constants constants."""
MATRICES = "ABCMPQ"


@cache
def _read(form: str, shapes: tuple[tuple[str, str], ...]) -> Node | str:
    from explainer.language import parse_statement

    try:
        return parse_statement(form, dict(shapes))
    except ExplainerError:
        return form


@recent(512)
def stated(form: str, shapes: tuple[tuple[str, str], ...], is_wrong: bool = False, letters: Letters = ()) -> Node | str:
    """One form of a rule as an expression, of a mistake with an unequal sign; as it was typed if it cannot be read."""
    statement = _read(form, shapes)
    if isinstance(statement, str):
        return statement
    if letters:
        names = dict(letters)
        variables = {part for part in each_part(statement) if isinstance(part, Variable) and part.name in names}
        statement = substitute(statement, {v: Variable(names[v.name], v.shape) for v in variables})
    if is_wrong and isinstance(statement, Equation):
        statement = Comparison("!=", statement.left, statement.right)
    return in_one_program(statement)


def in_one_program(statement: Node) -> Node:
    """An equation of programs without brackets around each of them, where it can be said so."""
    return _with_definitions_below(_with_differential_below(statement))


def _with_differential_below(statement: Node) -> Node:
    """What a differential says of a derivative as "∂f/∂X = A where df = tr(A dX)", and its beginning as "df = …".

    On the board such a line shows the differential alone; inside an equation that would say "(df = tr(A dX)) = A".
    """
    if not isinstance(statement, Equation):
        return statement
    left, right = statement.left, statement.right
    if isinstance(right, Where) and says_differential(right) and not isinstance(left, Where):
        return right
    if isinstance(left, Where) and says_differential(left) and not isinstance(right, Where):
        return Where(Equation(left.body, right), (), left.facts)
    return statement


def _with_definitions_below(statement: Node) -> Node:
    """An equation of programs with equal definitions as one program: what is equal stands above, the definitions below.

    Each side between brackets of its own, with the same definitions in both, would be twice as large and say no more.
    """
    if not isinstance(statement, Equation | Comparison):
        return statement
    sides = (statement.left, statement.right)
    programs = [side for side in sides if isinstance(side, Where)]
    if not programs or any(isinstance(part, Differential) for part in each_part(statement)):
        return statement
    news = _what_is_new(*sides) or _named_whole(*sides)
    if news is not None:
        return news
    first = programs[0]
    left, right = (side.body if isinstance(side, Where) else side for side in sides)
    alike = all((side.definitions, side.facts) == (first.definitions, first.facts) for side in programs)
    if not alike or left == right:
        return statement
    whole = Equation(left, right) if isinstance(statement, Equation) else Comparison(statement.relation, left, right)
    return Where(whole, first.definitions, first.facts)


def _what_is_new(before: Node, after: Node) -> Node | None:
    """Of a program that one more fact is known of: the fact, with the definitions of what it speaks of below it.

    Of one that is only written with other definitions, how it is written then.
    """
    if not (isinstance(before, Where) and isinstance(after, Where)):
        return None
    if (before.body, before.facts) == (after.body, after.facts) and before.definitions != after.definitions:
        return after
    same = (before.body, before.definitions) == (after.body, after.definitions)
    news = [fact for fact in after.facts if fact not in before.facts]
    if not same or len(news) != 1:
        return None
    spoken = set(each_part(news[0]))
    return Where(news[0], tuple(each for each in after.definitions if each.left in spoken))


def _named_whole(before: Node, after: Node) -> Node | None:
    """Of a derivative of a program whose value gets a name: both derivatives, and all definitions below them."""
    if not (isinstance(before, Derivative) and isinstance(before.body, Where) and isinstance(after, Where)):
        return None
    inner = before.body
    if inner.facts or not set(inner.definitions) <= set(after.definitions):
        return None
    return Where(Equation(Derivative(inner.body, before.wrt, before.kind), after.body), after.definitions, after.facts)


def letters_of(step: Step) -> Letters:
    """The letters of the step's statement that mean something else in the problem, with new ones."""
    rule = step.rule.rule
    if rule is None:
        return ()
    statement = stated(step.statement, tuple(rule.shapes.items()))
    if isinstance(statement, str):
        return ()
    used = _names(step.before) | _names(step.after)  # names of a program are no letters of the problem
    own = {part.name for part in each_part(statement) if isinstance(part, Variable)}
    derived = {} if rule.by_example else meant_by_derivatives(statement, step.before)
    meanings = {**derived, **step.bindings}
    found: dict[str, str] = {}
    for letter in sorted(own):
        meant = meanings.get(letter)
        if letter not in used or (isinstance(meant, Variable) and meant.name == letter):
            continue
        taken = used | own | set(found.values())
        if letter in ("x", "W") and isinstance(meant, Variable) and meant.name not in own | set(found.values()):
            found[letter] = meant.name
        else:
            found[letter] = fresh(taken, _instead(letter))
    return tuple(found.items())


def meant_by_derivatives(statement: Node, line: Node) -> dict[str, Node]:
    """What a statement differentiates with respect to is what the line does, where that is the same in all of it."""
    ours, theirs = (
        {part.wrt for part in each_part(whole) if isinstance(part, Derivative)} for whole in (statement, line)
    )
    if len(ours) != 1 or len(theirs) != 1:
        return {}
    (letter,), (meant,) = ours, theirs
    return {letter.name: meant} if isinstance(letter, Variable) else {}


def is_example(step: Step) -> bool:
    """Whether the step's statement is one instance of its rule, and not the rule in general."""
    rule = step.rule.rule
    return rule is not None and rule.by_example and step.statement == rule.statement


FOLDED = "tidy-up"
"""The step that folds small ones of several rules: what these do is told, as no formula says all of them."""
_MOST_TOLD, _MOST_PARTS = 4, 30
"""So many of the rules inside are named; of a part with more parts than these the rule is told, not what it did."""


def done_inside(step: Step) -> tuple[tuple[str, Node | str], ...]:
    """Of a step that folds small ones the name of each rule inside, and what it made of the first part that it met.

    Where that is long it is the rule's own formula. Of any other step there is nothing.
    """
    found: dict[str, Node | str] = {}
    for inner in _leaves(step) if step.rule == FOLDED else ():
        if inner.title not in found and len(found) < _MOST_TOLD:
            found[inner.title] = _done(inner)
    return tuple(found.items())


def _leaves(step: Step) -> Iterator[Step]:
    for inner in step.substeps:
        if inner.rule == FOLDED:
            yield from _leaves(inner)
        else:
            yield inner


def _done(step: Step) -> Node | str:
    places = (*step.touched_before, *step.touched_after)
    before, after = (at(line, places[0]) if len(places) == 2 else line for line in (step.before, step.after))
    rule = step.rule.rule
    if before.part_count > _MOST_PARTS and rule is not None and not rule.by_example:
        form = step.statement.splitlines()[0].partition(";")[0].strip()
        return stated(form, tuple(rule.shapes.items()), rule.is_wrong, letters_of(step))
    return Equation(before, after)


def _instead(letter: str) -> str:
    if letter.isupper():
        return MATRICES
    return next((others for kind, others in INSTEAD.items() if letter in kind), INSTEAD["fghuv"])


@recent(64)
def _names(line: Node) -> frozenset[str]:
    """The letters that a line uses for variables and functions; those that a program defines are its own."""
    variables = {variable.name for variable in line.free if isinstance(variable, Variable)}
    return frozenset(variables | {part.name for part in each_part(line) if isinstance(part, FunctionCall)})


_LETTER = re.compile(r"(?<![\w'’])([A-Za-z])(?![\w'’(])")
"""A letter of a rule in the words of its condition."""
_ARTICLE = re.compile(r"\s+(?!(?:is|are|does|and)\b)[a-z-]{2,}")
"""What follows “a” where that is no letter of a formula: a scalar, a vector."""

Said: TypeAlias = Callable[[str], str]


def _as_it_is(text: str) -> str:
    return text


def condition_of(step: Step, said: Said = _as_it_is) -> tuple[str | Node, ...]:
    """The condition of a step's rule in words, with the letters of its statement as they are written beside the step.

    There is none where the step states the rule without the letters that it is about: e^f needs no a > 0, though a^f
    does. `said` brings it into another language.
    """
    rule = step.rule.rule
    if rule is None:
        return ()
    if step.statement not in ("", rule.statement):
        there = set(re.findall(r"[A-Za-z]", step.statement))
        if not there.issuperset(name for name, _, _ in _letters_in(rule.condition, rule)):
            return ()
    return condition_words(rule, said, letters_of(step))


def condition_words(rule: Rule, said: Said = _as_it_is, letters: Letters = ()) -> tuple[str | Node, ...]:
    """The condition of a rule in words, the letters of its statement as expressions; some are written otherwise."""
    text, names, begun = said(rule.condition), dict(letters), 0
    words: list[str | Node] = []
    for name, start, end in _letters_in(text, rule):
        letter = _letters(rule.statement, tuple(rule.shapes.items()), rule.is_wrong)[name]
        renamed = isinstance(letter, Variable) and name in names
        words += (text[begun:start], Variable(names[name], letter.shape) if renamed else letter)
        begun = end
    return tuple(piece for piece in (*words, text[begun:]) if piece != "")


def _letters_in(text: str, rule: Rule) -> Iterator[tuple[str, int, int]]:
    """The letters of a rule's statement in the words of its condition, each with its place there."""
    letters = _letters(rule.statement, tuple(rule.shapes.items()), rule.is_wrong)
    for match in _LETTER.finditer(text):
        if match[1] in letters and not (match[1] == "a" and _ARTICLE.match(text, match.end())):
            yield match[1], match.start(), match.end()


@recent(512)
def _letters(statement: str, shapes: tuple[tuple[str, str], ...], is_wrong: bool) -> Mapping[str, Node]:
    """The variables and indices of a statement by their names."""
    lines = (form.strip() for form in statement.replace("\n", ";").split(";"))
    forms = [form for line in lines if line and isinstance(form := stated(line, shapes, is_wrong), Node)]
    return {part.name: part for form in forms for part in each_part(form) if isinstance(part, Variable | Index)}
