"""The chain method in the paper's four phases: introduce variables, differentiate each, combine, substitute."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import NamedTuple

from explainer.engine.joining import (
    hidden,
    in_lines,
    lifted,
    one_rule_a_line,
    opened,
    replayed,
)
from explainer.engine.line import MOST_HIDDEN, Move, Moves, apply_move, assumed, collect, first_use
from explainer.engine.methods.chain_lines import is_long, joins, joins_blocks
from explainer.engine.methods.ending import finished
from explainer.engine.methods.operator import Fallbacks, derivative_move, operator
from explainer.engine.methods.places import (
    derivative_at,
    is_alone,
    next_derivative,
    program_of,
    runs_over_entries,
    unsupported,
)
from explainer.engine.tidied_lines import case_by_case, recognised, tidied
from explainer.expr import nodes
from explainer.expr.dependence import depends_on, uses_whole
from explainer.expr.node import Node, Path, at, each_part, first_places, subnodes, substitute
from explainer.rules import Rewrite, Rule
from explainer.rules.chain import combining, naming
from explainer.rules.chain import programs as rules
from explainer.rules.chain.meaning import meaning_of
from explainer.rules.entries import derivatives, folding
from explainer.rules.rule import fill
from explainer.rules.scalar import definitions, piecewise
from explainer.rules.vector import jacobians, matrix_variable


class _Way(NamedTuple):
    """How the chain rule is used: the rule for one path, whether x gets an alias, whether lines are as in a lesson.

    The `fallbacks` are those of the operator, with which the definitions are differentiated.
    """

    fallbacks: Fallbacks
    single: Rule = combining.chain_single
    with_alias: bool = False
    is_lesson: bool = True


def chain(line: Node, fallbacks: Fallbacks) -> Moves:
    """The chain rule backward, from the result towards the variable."""
    return (yield from _in_lines(line, _Way(fallbacks)))


def chain_forward(line: Node, fallbacks: Fallbacks) -> Moves:
    """The chain rule forward, from the variable towards the result."""
    return (yield from _in_lines(line, _Way(fallbacks, single=combining.chain_single_forward)))


def chain_alias(line: Node, fallbacks: Fallbacks) -> Moves:
    """The chain rule with an alias for the variable, so that every term of the sum has the same form."""
    return (yield from _in_lines(line, _Way(fallbacks, with_alias=True)))


def chain_briefly(line: Node, fallbacks: Fallbacks) -> Moves:
    """The chain rule as an expert writes it: the derivatives of the names in one line, and no wrong turns."""
    return (yield from _in_lines(line, _Way(fallbacks, is_lesson=False)))


def _in_lines(line: Node, way: _Way) -> Moves:
    has_blocks = any(isinstance(part, nodes.VariableTuple) and part.holds_vectors for part in each_part(line))
    joining = partial(joins_blocks if has_blocks else joins, way.is_lesson)
    return (yield from in_lines(line, _chain(line, way), joining))


LISTS = (nodes.Vector, nodes.Matrix, nodes.Stack, nodes.Blocks)
"""What lists derivatives side by side: that of one entry stays folded, so that the others are still seen."""


def _chain(line: Node, way: _Way) -> Moves:
    """Definitions of gradient and Jacobian first; then each scalar derivative by intermediate variables.

    Where somebody typed the function with names for its parts, these are the intermediate variables.
    """
    given = rules.use_given_names(line)
    if given is not None:
        return (yield from _phases(line, given, way, rules.use_given_names))
    while True:
        path = next_derivative(line)
        if path is None:
            return (yield from finished(line))
        derivative = derivative_at(line, path)
        dot = _rewritten_first(derivative)
        lists = _goes_inside_a_sum(derivative) or isinstance(derivative.body, nodes.Vector | nodes.Blocks)
        lists = lists or uses_whole(derivative.body, derivative.wrt) or definitions.gradient.applies_to(derivative)
        naming_rule = rules.use_given_names if isinstance(derivative.body, nodes.Where) else rules.introduce_variables
        introduction = None if lists else naming_rule(derivative)
        if dot is not None:
            move = Move((*path, 0, *dot.path), dot.rule, dot.rewrite)
        elif introduction is None:
            move = derivative_move(derivative, path, way.fallbacks, alone=is_alone(line, path))
        elif not path:
            return (yield from _phases(line, introduction, way, naming_rule))
        else:
            move = _folded(line, path, introduction, way, naming_rule)
        folds = any(isinstance(at(line, path[:k]), LISTS) for k in range(len(path)))
        if folds:
            yield move
            line = apply_move(line, move)
        else:
            line = yield from opened(line, move)


def through_names(line: Node, fallbacks: Fallbacks) -> Moves:
    """The four phases for a line that is one derivative, as far as names can be given; else the line as it is."""
    introduction = rules.introduce_variables(line)
    if introduction is None:
        return line
    phases = _phases(line, introduction, _Way(fallbacks, is_lesson=False))
    return (yield from in_lines(line, phases, partial(joins, False)))


def _rewritten_first(derivative: nodes.Derivative) -> Move | None:
    """A part that is written in another way before names are given."""
    body, x = derivative.body, derivative.wrt
    for path, part in first_places(body):
        move = first_use((folding.fold_sum,), part, path) if runs_over_entries(part, x) else None
        if move is not None:
            return move
    for rule in (*piecewise.ARGUMENTS, jacobians.row_times_column):
        found = _first_inside(body, x, rule)
        if found is not None:
            return found
    return _dot_to_open(derivative)


def _dot_to_open(derivative: nodes.Derivative) -> Move | None:
    """The dot product to be seen as a sum of an element-wise product: where it is all that happens to the variable."""
    body, x = derivative.body, derivative.wrt
    if x.shape.is_scalar or x.shape.is_matrix or not body.shape.is_scalar or not naming.is_affine(body, x):
        return None
    return _first_inside(body, x, combining.dot_as_sum)


def _first_inside(body: Node, x: Node, rule: Rule) -> Move | None:
    """The first part that depends on the variable and that a rule rewrites."""
    for path, part in first_places(body):
        move = first_use((rule,), part, path) if depends_on(part, x) else None
        if move is not None:
            return move
    return None


def _goes_inside_a_sum(derivative: nodes.Derivative) -> bool:
    """Whether the function is a sum over an index, up to constant factors: names are given inside the sum."""
    body, x = derivative.body, derivative.wrt
    while isinstance(body, nodes.Product | nodes.Negate | nodes.Quotient):
        moving = [child for child in body.children if depends_on(child, x)]
        if len(moving) != 1:
            return False
        (body,) = moving
    return isinstance(body, nodes.IndexedSum)


def _folded(line: Node, path: Path, introduction: Rewrite, way: _Way, rule: Rule) -> Move:
    """A whole chain derivation of one entry as a single step of the line around it."""
    start = at(line, path)
    phases = _phases(start, introduction, way, rule)
    moves, result = collect(start, in_lines(start, phases, partial(joins, way.is_lesson)))
    definitions = program_of(introduction.after).definitions
    words = rules.words_for_program(definitions, introduction.bindings["x"])
    meaning = meaning_of(definitions)
    conditions = tuple(dict.fromkeys(substitute(condition, meaning) for condition in assumed(moves)))
    rule = next((move.rule for move in moves if move.rule.phase == "combine"), moves[-1].rule)
    rewrite = Rewrite(result, words=words, conditions=conditions)
    return Move(path, rule, rewrite, phase="differentiate", inner_start=start, inner=tuple(moves))


def _phases(line: Node, introduction: Rewrite, way: _Way, rule: Rule = rules.introduce_variables) -> Moves:
    """The four phases on a line that is one derivative of a scalar by a scalar."""
    definitions = tuple((k + 1,) for k in range(len(program_of(introduction.after).definitions)))
    line = apply_move(line, move := Move((), rule, introduction, touched_after=definitions))
    yield move
    if way.with_alias:
        alias = rules.alias_variable(line)
        if alias is not None:
            line = apply_move(line, move := Move((), rules.alias_variable, alias))
            yield move
    line = yield from _differentiate(line, way.fallbacks)
    line = yield from _combine(line, way)
    return (yield from _substitute(line))


def _last_fact(line: Node) -> Path:
    """The place of the newest fact of a program."""
    return (len(line.children) - 1,)


def _differentiate(line: Node, fallbacks: Fallbacks) -> Moves:
    """One step for each definition and each variable it uses; the scalar rules are folded inside."""
    while True:
        wanted = rules.local_derivative(line)
        if wanted is None or not isinstance(wanted.after, nodes.Where) or not isinstance(line, nodes.Where):
            return line
        fact = wanted.after.facts[-1]
        start = fact.right
        with combining.all_moving(line):
            moves, result = collect(start, in_lines(start, operator(start, fallbacks), one_rule_a_line))
        if sum(map(hidden, moves)) > MOST_HIDDEN and moves[0].rule is not derivatives.expand_definition:
            place = _last_fact(wanted.after)
            names = {definition.left for definition in wanted.after.definitions} - {fact.left.children[1]}
            with combining.all_moving(line):
                moves, _ = collect(start, in_lines(start, operator(start, fallbacks, names), one_rule_a_line))
            yield Move(
                (), rules.local_derivative, wanted, phase="differentiate", touched_before=(), touched_after=(place,)
            )
            line = yield from lifted(wanted.after, (*place, 1), replayed(start, moves))
            continue
        solved = nodes.Where(
            wanted.after.body, wanted.after.definitions, (*wanted.after.facts[:-1], nodes.Equation(fact.left, result))
        )
        yield (move := _local_move(solved, wanted, fact, moves))
        line = apply_move(line, move)


def _local_move(solved: nodes.Where, wanted: Rewrite, fact: nodes.Equation, moves: list[Move]) -> Move:
    """The step that adds one known derivative, under the name of the rule that found it where it was a single one."""
    place = (_last_fact(solved),)
    conditions = assumed(moves)
    if len(moves) == 1:
        (only,) = moves
        words = wanted.words + fill(" {reason}", {"reason": only.rule.words_for(only.rewrite)})
        rewrite = Rewrite(solved, only.rewrite.bindings, words, conditions, only.rewrite.statement)
        return Move((), only.rule, rewrite, phase="differentiate", touched_before=(), touched_after=place)
    words = wanted.words
    if moves:  # the first step tells what kind of derivative it is; the others carry it out
        first = next((move for move in moves if move.rule.phase == "differentiate"), moves[0])
        words += fill(" {reason}", {"reason": first.rule.words_for(first.rewrite)})
        words += fill(" Carried out, this is {fact}.", {"fact": solved.facts[-1]})
    rewrite = Rewrite(solved, wanted.bindings, words, conditions)
    return Move(
        (),
        rules.local_derivative,
        rewrite,
        phase="differentiate",
        inner_start=fact.right,
        inner=tuple(moves),
        touched_before=(),
        touched_after=place,
    )


def _is_really_wrong(line: Node, attempt: Node) -> bool:
    """Whether the mistake shows: where what it forgets happens to be zero, nobody would learn from it."""
    from explainer.verify import Verifier

    return Verifier((line,)).refute(line, attempt).ok


def _combine(line: Node, way: _Way) -> Moves:
    """Apply the chain rule that fits the paths, put in what is known, tidy; show the tempting mistake first."""
    mistake = combining.wrong_turn(line) if way.is_lesson and not is_long(line) else None
    if mistake is not None and _is_really_wrong(line, mistake.after):
        words = combining.wrong_turn.words_for(mistake)
        stay = Rewrite(line, mistake.bindings, words)
        yield Move(
            (),
            combining.wrong_turn,
            stay,
            phase="combine",
            touched_before=(),
            touched_after=(),
            attempt=mistake.after,
        )
    while True:
        order = (way.single, combining.chain_total, combining.chain_vector, matrix_variable.chain_matrix)
        use = first_use(order, line)
        if use is None:
            return line
        rule, rewrite = use.rule, use.rewrite
        after = program_of(rewrite.after)
        grew = len(after.facts) > len(program_of(line).facts)
        if grew and not after.body.children[1].shape.is_scalar:
            whole = _total_at_once(line, rule, rewrite)
            if hidden(whole) <= MOST_HIDDEN:
                yield whole
                line = apply_move(line, whole)
                continue
        focus = _last_fact(after) if grew else (0,)
        touched_before = () if grew else ((0,),)
        move = Move((), rule, rewrite, phase="combine", touched_before=touched_before, touched_after=(focus,))
        yield move
        line = apply_move(line, move)
        known = rules.put_in_derivatives(line)
        if known is not None:
            move = replace(_putting_in(known, focus), phase="combine")
            yield move
            line = apply_move(line, move)
        line = yield from tidied(line, (*focus, 1) if grew else focus, "combine")


def _putting_in(known: Rewrite, focus: Path) -> Move:
    return Move((), rules.put_in_derivatives, known, touched_before=(focus,), touched_after=(focus,))


def _total_at_once(line: Node, rule: Rule, rewrite: Rewrite) -> Move:
    """The total derivative of one intermediate variable as a single step, with putting in and tidying inside."""
    focus = _last_fact(rewrite.after)
    inner = [Move((), rule, rewrite, phase="combine", touched_before=(), touched_after=(focus,))]
    after = rewrite.after
    known = rules.put_in_derivatives(after)
    if known is not None:
        inner.append(_putting_in(known, focus))
        after = known.after
    tidying, after = collect(after, tidied(after, (*focus, 1), "combine"))
    words = rule.words_for(rewrite) + fill(
        " With the derivatives already known, this is {fact}.", {"fact": program_of(after).facts[-1]}
    )
    whole = Rewrite(after, rewrite.bindings, words, (), rewrite.statement)
    return Move(
        (),
        rule,
        whole,
        phase="combine",
        inner_start=line,
        inner=(*inner, *tidying),
        touched_before=(),
        touched_after=(focus,),
    )


def _require_all_known(line: nodes.Where) -> None:
    """Raises UnsupportedError when a derivative of a name was not found: the line is not a result then."""
    names = {definition.left for definition in line.definitions}
    for part in each_part(line.body):
        if isinstance(part, nodes.Derivative) and part.body in names:
            raise unsupported(part)


def _substitute(line: Node) -> Moves:
    """Put back what the names stand for, and tidy."""
    rewrite = rules.substitute(line)
    if isinstance(line, nodes.Where):
        _require_all_known(line)
    if rewrite is None or not isinstance(line, nodes.Where):
        return line
    result = rewrite.after
    kept = {definition.left for definition in result.definitions} if isinstance(result, nodes.Where) else set[Node]()
    names = {definition.left for definition in line.definitions} - kept
    places = tuple(path for path, part in subnodes(line.body) if part in names)
    before = tuple((0, *path) for path in places)
    after = before if isinstance(result, nodes.Where) else places
    move = Move((), rules.substitute, rewrite, phase="substitute", touched_before=before, touched_after=after)
    yield move
    line = apply_move(line, move)
    line = yield from case_by_case((yield from tidied(line, (), "substitute")), "substitute")
    return (yield from recognised(line, "substitute"))
