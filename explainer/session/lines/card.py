"""What the rule card says about a step: everything that answers "why is this allowed?", ready to be shown.

Formulas are notation trees, so that a window can typeset them and a terminal can print them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from explainer.phrases import after_a_space, mapped, phrase, retold, translated
from explainer.phrases import sentence as filled
from explainer.threads import Latest, recent

if TYPE_CHECKING:
    from explainer.engine import Step, Trace
    from explainer.engine.lettering import Letters
    from explainer.expr.node import Node
    from explainer.notation.tree import Notation, Path
    from explainer.rules.rule import Rule
    from explainer.session.lines.letters import Tints

MOST_PIECES = 600
"""A line with more pieces of notation than this is shown in short; a formula on the card with a quarter of it."""

Sentence: TypeAlias = "tuple[str | Notation, ...]"
"""Words and formulas in the order of reading."""


class Card(NamedTuple):
    """The rule card of one step, or of the problem itself."""

    title: str
    words_caption: str = "Why"
    statement_caption: str = "The rule"
    statements: tuple[Sentence, ...] = ()
    bindings: tuple[Sentence, ...] = ()
    condition: Sentence = ()
    words: Sentence = ()
    shapes: tuple[Sentence, ...] = ()
    conditions: tuple[Sentence, ...] = ()
    substeps: tuple[Step, ...] = ()
    statement_tints: tuple[Tints, ...] = ()
    """Of each statement the letters that have a colour; below, of each binding."""
    binding_tints: tuple[Tints, ...] = ()


def card_of_step(step: Step) -> Card:
    """The card of a step: its rule, what the rule's letters are here, the reason in words, and what was assumed."""
    from explainer.engine.lettering import condition_of, done_inside, letters_of
    from explainer.rules import find_rule
    from explainer.session.lines.letters import letters_in_colour, tints_in_statement

    inside = done_inside(step)
    rule = None if inside else find_rule(step.rule)
    letters = letters_of(step)
    renamed = dict(letters)
    bound = {renamed.get(name, name): node for name, node in step.bindings.items()}
    names, told = _names(step), {name: node for name, node in bound.items() if node.text() != name}
    coloured = letters_in_colour(step)
    numbers = {letter.name: number for number, letter in enumerate(coloured)}
    own = statements(step.statement, tuple(rule.shapes.items()), rule.is_wrong, letters) if rule else ()
    forms = forms_of(step.statement, tuple(rule.shapes.items()), rule.is_wrong, letters) if rule else ()
    tints = tuple(tints_in_statement(form, coloured) for form in forms)
    if rule and own and step.others_named:
        own = ((*_naming(step, rule), *own[0]), *own[1:], *_statements_named(step.others_named))
    return Card(
        title=step.title,
        statements=own if rule else _told_inside(inside),
        statement_caption="What is done" if inside else _statement_caption(step),
        bindings=(*names, *((_equation(name, node),) for name, node in told.items())),
        statement_tints=(*tints, *((),) * (len(own) - len(tints))) if rule else ((),) * len(inside),
        binding_tints=(*(() for _ in names), *((((), numbers[name]),) if name in numbers else () for name in told)),
        condition=mapped(condition_of(step, translated), notation_of),
        words=sentence(step.words) or (step.explanation,),
        shapes=((phrase("this line: {0}", phrase(step.shape.display())),),),
        conditions=tuple((notation_of(condition),) for condition in step.conditions),
        substeps=step.substeps,
    )


def _naming(step: Step, rule: Rule) -> Sentence:
    """The name of a step's rule in front of its statement, where others stand beside it."""
    from explainer.engine.lettering import is_example

    title = phrase(rule.title)
    return (phrase("{0}, an example", title) if is_example(step) else title, ": ")


def _statements_named(steps: Iterable[Step]) -> Iterator[Sentence]:
    """The first form of the rule of each step, with its name."""
    from explainer.engine.lettering import letters_of

    for step in steps:
        if (rule := step.rule.rule) is not None:
            forms = statements(step.statement, tuple(rule.shapes.items()), rule.is_wrong, letters_of(step))
            yield (*_naming(step, rule), *forms[0])


def _told_inside(inside: tuple[tuple[str, Node | str], ...]) -> tuple[Sentence, ...]:
    """What rules inside a step do, each with its name."""
    return tuple(mapped((phrase(title), ": ", what), notation_of) for title, what in inside)


def _statement_caption(step: Step) -> str:
    from explainer.engine.lettering import is_example

    if step.attempt is not None:
        return "What does not hold"
    if step.others_named:
        return "The rules"
    return "Example of the rule" if is_example(step) else "The rule"


def _names(step: Step) -> tuple[Sentence, ...]:
    """The function of which the step names the parts, with a brace and the name under each of them."""
    if not step.named:
        return ()
    from explainer.expr.node import at
    from explainer.notation.marking import braced
    from explainer.session.lines.shortening import is_long

    function = _whole(at(step.before, next(iter(step.named))[:1]))
    if is_long(function, MOST_PIECES // 4):
        return ()
    return ((braced(function, {path[1:]: notation_of(name) for path, name in step.named.items()}),),)


def card_of_problem(trace: Trace, *, for_keys: bool = False) -> Card:
    """The card before the first step: what is to be done, and why by this method; and `for_keys`, how to begin.

    What was taken for granted stands below the field of the function, and the shapes in their chips beside it.
    """
    from explainer.expr.nodes import Where

    problem = trace.problem
    function = problem.expression
    # A program of several lines stands on the board; in a sentence its last name says enough.
    shown = notation_of(function.body if isinstance(function, Where) else function)
    parts = {"f": shown, "x": notation_of(problem.wrt)}
    words: tuple[Any, ...] = filled("Differentiate {f} with respect to {x}.", parts)
    if for_keys:
        words = after_a_space(words, (phrase("The first step is one key away: Space or the right arrow."),))
    return Card(
        title="The problem",
        words_caption="Task",
        words=after_a_space(words, (trace.choice,)) if trace.choice else words,
    )


def forget_notations() -> None:
    """Formulas are shown with other signs from now on: write them anew."""
    for kept in (notation_of, statements, _line_notation, _whole, _short_notation, _wrong_notation, _equation):
        kept.cache_clear()


def results_of_trace(trace: Trace) -> tuple[Sentence, ...]:
    """The derivative with respect to each of several variables, once it is known; of a single one nothing."""
    from explainer.expr.nodes import VariableTuple

    wrt = trace.problem.wrt
    if not isinstance(wrt, VariableTuple) or not trace.complete or trace.status != "finished":
        return ()
    found = trace.results
    return tuple(
        filled("With respect to {x}: {result}", {"x": notation_of(part), "result": notation_of(found[part.text()])})
        for part in wrt.variables
    )


def place_of(step: Step | None, count: int, complete: bool) -> str:
    """The line over the title of a card: which step of how many, and its phase."""
    if step is None:
        return phrase("Before the first step")
    return phrase("Step {0} · {1}", counter(step.number, count, complete), phrase(step.phase))


def counter(number: int, count: int, complete: bool) -> str:
    """Where one stands, such as `7 of 23`, with dots while more steps may come."""
    return phrase("{0} of {1}" if complete else "{0} of {1}…", number, count)


def said(words: Sentence) -> str:
    """A sentence as a line of text, in the language that is spoken."""
    return "".join(part if isinstance(part, str) else formula_text(part) for part in retold(words))


def sentence(words: Iterable[str | Node]) -> Sentence:
    """Words with expressions, as words with notation."""
    return mapped(tuple(words) if not isinstance(words, tuple) else words, notation_of)


@recent(512)
def notation_of(node: Node) -> Notation:
    """The notation of an expression, in short where it is very long.

    One object for one expression, so that its drawing is found again.
    """
    from explainer.session.lines.shortening import shortened

    return shortened(_whole(node), most=MOST_PIECES // 4)


@recent(512)
def statements(
    statement: str, shapes: tuple[tuple[str, str], ...] = (), is_wrong: bool = False, letters: Letters = ()
) -> tuple[Sentence, ...]:
    """A rule's statement, which may hold several forms, each typeset where it can be read, else as it was typed.

    `shapes` are those of its letters that are not scalars, `letters` those that are written otherwise. Of a mistake the
    two sides are not equal, and are shown so.
    """
    return tuple(mapped((form,), notation_of) for form in forms_of(statement, shapes, is_wrong, letters))


def forms_of(
    statement: str, shapes: tuple[tuple[str, str], ...], is_wrong: bool, letters: Letters
) -> tuple[Node | str, ...]:
    """The forms of a statement as expressions, or as they were typed."""
    from explainer.engine.lettering import stated

    forms = (form.strip() for form in statement.replace("\n", ";").split(";"))
    return tuple(stated(form, shapes, is_wrong, letters) for form in forms if form)


_texts: Latest[int, tuple[Notation, str]] = Latest(600)
"""Texts by the identity of their notation, which is kept with them: comparing deep trees would take longer."""


def formula_text(notation: Notation) -> str:
    """A formula as a line of text, where nothing can be typeset."""
    from explainer.notation import unicode

    known = _texts.get(id(notation))
    if known is None:
        known = (notation, unicode(notation))
        _texts.put(id(notation), known)
        _texts.forget()
    return known[1]


def line_notation(node: Node, is_first: bool, touched: tuple[Path, ...] = ()) -> Notation:
    """A line as it stands on the board: the problem as it is, every other line behind an equals sign.

    Of a very long line only the ends and what is near the touched parts stay.
    """
    return _line_notation(node, is_first, touched if _is_long(node) else ())


@recent(1024)
def _is_long(node: Node) -> bool:
    """Whether a line is too long to be shown whole; asked for every line on the board at every step."""
    from explainer.session.lines.pruning import pruned
    from explainer.session.lines.shortening import is_long

    return pruned(node, ()) is not node or is_long(_whole(node), MOST_PIECES)


@recent(256)
def _line_notation(node: Node, is_first: bool, touched: tuple[Path, ...]) -> Notation:
    from explainer.notation import relation_line
    from explainer.session.lines.shortening import shortened

    whole = _whole(node, touched)
    notation = shortened(whole, touched, MOST_PIECES) if _is_long(node) else whole
    return notation if is_first else relation_line(None, "=", notation)


@recent(48)
def _whole(node: Node, touched: tuple[Path, ...] = ()) -> Notation:
    """The notation with all that a picture of it could show."""
    from explainer.notation import write_notation
    from explainer.session.lines.pruning import pruned

    return write_notation(pruned(node, touched))


def short_notation(step: Step, following: Step | None = None, *, strikes: bool = True) -> Notation:
    """The line after a step in short, for when a later line is the topic.

    Of a program of intermediate variables there is only what the step made and what the following step, if one is
    given, is about to change: the definitions stand on the current line anyway. Other lines stay as they are. What
    falls away in the following step is struck through, where it `strikes`.
    """
    from explainer.expr.nodes import Where
    from explainer.session.lines.pruning import place_of_fact

    if step.attempt is not None:
        return wrong_notation(step, whole=False)
    changing = () if following is None else place_of_fact(step.after, following.after) or following.touched_before
    touched = (*step.touched_after, *changing)
    is_program = isinstance(step.after, Where) and isinstance(step.before, Where)
    return _short_notation(
        step.after, is_program, touched, following.struck if following is not None and strikes else None
    )


# What is kept here is found by expressions, never by steps: a step holds all that its derivation is checked with, and a
# few hundred of them would keep as many closed problems with the numbers of their checks, some 10 MB.
@recent(256)
def _short_notation(
    line: Node, is_program: bool, touched: tuple[Path, ...], falling_away: tuple[Path, ...] | None
) -> Notation:
    from explainer.notation.marking import struck
    from explainer.notation.tree import Lines

    places = {path[:1] for path in touched}
    rows = (
        [_row(_whole(line, touched), place) for place in sorted(places)] if is_program and () not in places else [None]
    )
    shown = [row for row in rows if row is not None]
    notation = Lines(tuple(shown)) if len(shown) == len(rows) else line_notation(line, False, touched)
    return notation if falling_away is None else struck(notation, falling_away)


def wrong_notation(step: Step, *, whole: bool) -> Notation:
    """The tempting line of a wrong turn behind a sign that says that it does not hold, struck through.

    Where it is `whole` the definitions of a program stand below it.
    """
    assert step.attempt is not None
    return _wrong_notation(step.attempt, whole)


@recent(64)
def _wrong_notation(attempt: Node, whole: bool) -> Notation:
    from explainer.expr.nodes import Where
    from explainer.notation import relation_line
    from explainer.notation.marking import struck
    from explainer.notation.tree import Part
    from explainer.session.lines.shortening import shortened

    if isinstance(attempt, Where) and not whole:
        attempt = attempt.body
    written = shortened(_whole(attempt), (), MOST_PIECES)
    (place,) = wrong_place(attempt, whole=whole)
    if place == () and not (isinstance(written, Part) and written.path == ()):
        written = Part(written, ())
    return relation_line(None, "!=", struck(written, (place,)))


def wrong_place(attempt: Node, *, whole: bool) -> tuple[Path]:
    """Where in the tempting line of a wrong turn the line through it is: the body of a program, else all of it."""
    from explainer.expr.nodes import Where

    return ((0,) if whole and isinstance(attempt, Where) else (),)


def _row(program: Notation, path: Path) -> tuple[Notation, ...] | None:
    """The body or an equation of a program as a row that aligns at its sign; None where it is not written as one."""
    from explainer.notation.fold import core, pieces
    from explainer.notation.tree import Operator, Part, Row

    stack, found = [program], list[Part]()
    while stack:
        piece = stack.pop()
        if isinstance(piece, Part) and piece.path == path:
            found.append(piece)
        elif not isinstance(piece, Part) or piece.path == ():
            stack.extend(reversed(pieces(piece)))
    if path == (0,) and len(found) == 1:
        return Row(()), Row((Operator("=", "relation"), found[0]))
    items: tuple[Notation, ...] = ()
    for piece in found:  # a definition comes as two pieces, cut before its sign
        inside = core(piece)
        items += inside.items if isinstance(inside, Row) and len(found) + len(inside.items) == 4 else (inside,)
    if len(items) != 3:
        return None
    left, sign, right = items
    return Part(left, path), Row((sign, Part(right, path)))


@recent(256)
def _equation(name: str, node: Node) -> Notation:
    from explainer.expr.nodes import Variable
    from explainer.notation.tree import Operator, Row

    return Row((notation_of(Variable(name, node.shape)), Operator("=", "relation"), notation_of(node)))
