"""Backpropagation: forward, the values get names; backward, each gets its adjoint; then the variables have theirs."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from explainer.engine.joining import in_lines, joined_move, lifted, one_rule_a_line
from explainer.engine.line import MOST_HIDDEN, Move, Moves, apply_move, assumed, collect
from explainer.engine.methods.differential import differential
from explainer.engine.methods.ending import finished
from explainer.engine.methods.operator import Fallbacks, operator
from explainer.engine.methods.places import next_derivative, program_of
from explainer.engine.shaping import shaped_part
from explainer.engine.tidied_lines import tidied
from explainer.errors import UnsupportedError
from explainer.expr.node import Node, Path, at
from explainer.expr.nodes import Derivative, Equation, Transpose, Where
from explainer.phrases import phrase
from explainer.rules import Rewrite
from explainer.rules.differentials import backward as rules
from explainer.rules.rule import fill, listed
from explainer.rules.table import moving_names


def backward(line: Node, fallbacks: Fallbacks) -> Moves:
    """One sweep for all variables: a step for each adjoint."""
    place: Path = (0,) if isinstance(line, Transpose) else ()
    if next_derivative(line) is None:
        return line  # that of an abstract function stays, and a sweep would only lead back to it
    begin = rules.forward_pass(at(line, place))
    if begin is None:
        return (yield from _without_sweep(line, at(line, place), fallbacks))
    count = len(program_of(begin.after).definitions)
    after = ((*place, 0, 0), *((*place, k + 1) for k in range(count)))  # the name of the result, and the definitions
    yield (move := Move(place, rules.forward_pass, begin, touched_after=after))
    line = apply_move(line, move)
    way = _swept(line, place, begin.bindings["f"], fallbacks)
    return (yield from finished((yield from _under_facts(way, fallbacks.facts))))


def _without_sweep(line: Node, asked: Node, fallbacks: Fallbacks) -> Moves:
    """What is no scalar has no last value to go back from: its differential, with a first line that says so."""
    moves = differential(line, fallbacks)
    if isinstance(asked, Derivative) and not asked.body.shape.is_scalar:
        first = next(moves)
        words = fill(
            "A sweep goes back from one number, and {f} has several entries: its differential says how all of them "
            "change at once.",
            {"f": asked.body},
        )
        yield replace(first, words=words)
    return (yield from moves)


def _swept(line: Node, place: Path, function: Node, fallbacks: Fallbacks) -> Moves:
    """The adjoints one after the other, put in, and what was found in the place of the sweep."""
    while (move_back := _backward_step(program_of(at(line, place)), place, function, fallbacks)) is not None:
        yield move_back
        line = apply_move(line, move_back)
    line = yield from _put_in(line, place, function, fallbacks.facts)
    end = rules.end_of_sweep(at(line, place))
    if end is None:
        raise _refused(at(line, place))
    yield (move := Move(place, rules.end_of_sweep, end))
    return apply_move(line, move)


def _refused(asked: Node) -> UnsupportedError:
    """Why there is no sweep."""
    reason = phrase("the method “{0}” starts from one scalar and leads back to whole variables", "backward")
    return UnsupportedError(
        reason, subexpression=asked.text(), reason=reason, hint=phrase("The method “{0}” keeps the names.", "chain")
    )


def _backward_step(program: Where, place: Path, function: Node, fallbacks: Fallbacks) -> Move | None:
    """The next adjoint, with its derivation by the differential of the definitions inside."""
    wanted = rules.adjoint(program)
    if wanted is None:
        return None
    fact = program_of(wanted.after).facts[-1]
    touched = ((*place, len(wanted.after.children) - 1),)
    held = fact.right.definitions if isinstance(fact.right, Where) else ()
    start = fact.right.body if isinstance(fact.right, Where) else fact.right
    if not isinstance(start, Derivative):
        return Move(place, rules.adjoint, wanted, touched_before=(), touched_after=touched)
    asked = rules.sought(program)
    names = frozenset(definition.left for definition in program.definitions)
    with moving_names(names if asked is None else names | asked.wrt.free):
        moves, result = _derived(start, fallbacks)
    if fallbacks.facts:
        said, result = collect(result, shaped_part(result, function, (start.wrt,), fallbacks.facts))
        moves += said
    found = Equation(fact.left, rules.with_letters_put_in(result, held))
    solved = Where(program.body, program.definitions, (*program.facts, found))
    words = wanted.words
    if held:
        words += fill(
            " Inside, {letters}.", {"letters": listed([Equation(letter.left, letter.right) for letter in held])}
        )
    conditions = assumed(moves)
    moves = _in_few_lines(start, moves)
    rewrite = Rewrite(solved, wanted.bindings, words, conditions)
    return Move(
        place, rules.adjoint, rewrite, inner_start=start, inner=tuple(moves), touched_before=(), touched_after=touched
    )


def _in_few_lines(start: Node, moves: list[Move]) -> list[Move]:
    """As many lines as are seen at a glance when the step is opened; of more of them neighbours share a line."""
    if len(moves) <= MOST_HIDDEN:
        return moves
    ends = [len(moves) * k // MOST_HIDDEN for k in range(MOST_HIDDEN + 1)]
    lines: list[Move] = []
    for begin, end in pairwise(ends):
        lines.append(joined_move(start, moves[begin:end]))
        start = apply_move(start, lines[-1])
    return lines


def _derived(start: Derivative, fallbacks: Fallbacks) -> tuple[list[Move], Node]:
    """The derivation of one adjoint: by differentials, where these have no rule by the rules of the operator."""
    try:
        moves, result = collect(start, differential(start, fallbacks))
    except UnsupportedError as why:
        try:
            moves, result = collect(start, in_lines(start, operator(start, fallbacks), one_rule_a_line))
        except UnsupportedError:
            raise why from None  # by a matrix the operator has no more rules than differentials
    if next_derivative(result) is not None or isinstance(result, Where):
        raise _refused(start)
    return moves, result


def _put_in(line: Node, place: Path, function: Node, facts: tuple[Node, ...]) -> Moves:
    """Write the derivatives by the variables without names, and give each its usual form."""
    program = program_of(at(line, place))
    rewrite = rules.put_in_adjoints(program)
    if rewrite is None:
        return line
    facts_after = program_of(rewrite.after).facts
    changed = [k for k, pair in enumerate(zip(program.facts, facts_after, strict=True)) if pair[0] != pair[1]]
    first = 1 + len(program.definitions)
    touched = tuple((*place, first + k) for k in changed)
    yield (move := Move(place, rules.put_in_adjoints, rewrite, touched_before=touched, touched_after=touched))
    line = apply_move(line, move)
    asked = rules.sought(program)
    variables = rules.swept(asked.wrt) if asked is not None else ()
    for fact in touched:
        line = yield from tidied(line, (*fact, 1), "substitute")
        value = (*fact, 1)
        line = yield from lifted(line, value, shaped_part(at(line, value), function, variables, facts))
    return line


def _under_facts(moves: Moves, facts: tuple[Node, ...]) -> Moves:
    """The moves, with what was said to hold as a condition of each that follows its first use: until then a line says
    what the derivatives are, and from there on what they are where it holds.
    """
    used: tuple[Node, ...] = ()
    while True:
        try:
            move = next(moves)
        except StopIteration as end:
            result: Node = end.value
            return result
        used = tuple(fact for fact in facts if fact in used or fact in move.rewrite.conditions)
        conditions = tuple(dict.fromkeys((*move.rewrite.conditions, *used)))
        yield replace(move, rewrite=move.rewrite._replace(conditions=conditions)) if used else move


def is_swept(line: Node) -> bool:
    """Whether a line with typed names is a forward pass as it stands."""
    asked = line.operand if isinstance(line, Transpose) else line
    return isinstance(asked, Derivative) and isinstance(asked.body, Where) and rules.forward_pass(asked) is not None
