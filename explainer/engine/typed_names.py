"""Names that somebody typed for terms of the result: `… where e_i = w · x_i + b - y_i`, with no e_i in the function.

They wait until everything is derived; then each term that has such a name gets it.
"""

from __future__ import annotations

from dataclasses import replace

from explainer.engine.line import Move, Moves, apply_move
from explainer.engine.tidied_lines import gathered, tidied
from explainer.expr.node import Node, Path, at, first_places, subnodes, substitute
from explainer.expr.nodes import Derivative, Equation, Where
from explainer.phrases import phrase
from explainer.rules import Rule
from explainer.rules.build import join_brackets, splice
from explainer.rules.chain import result_names
from explainer.rules.chain.meaning import meaning_of, shown_definition
from explainer.rules.chain.programs import substitute as substitute_names
from explainer.rules.vector.blocks import blockwise, dot_of_blocks, sum_of_blocks

Definitions = tuple[Equation, ...]

BLOCKWISE: tuple[Rule, ...] = (dot_of_blocks, sum_of_blocks, blockwise)
"""What is worked out block by block as soon as the blocks are known."""


def without_names(expression: Node) -> tuple[Node, Definitions]:
    """The function without the definitions that it does not use, and these, in terms of variables alone."""
    if not isinstance(expression, Where):
        return expression, ()
    waiting = result_names.unused_names(expression)
    used = tuple(definition for definition in expression.definitions if definition not in waiting)
    meaning = meaning_of(used)
    names = tuple(Equation(name.left, substitute(name.right, meaning)) for name in waiting)
    return (Where(expression.body, used) if used else expression.body), names


def apart_from(expression: Node, wrt: Node) -> tuple[Node, Definitions]:
    """The function without the definition of what is differentiated by, and that definition.

    ŵ where ŵ = [w, b] is one variable while the derivative is taken; what it is made of is put in afterwards. Other
    definitions, and those that it rests on, are put in before.
    """
    if not isinstance(expression, Where) or all(definition.left is not wrt for definition in expression.definitions):
        return expression, ()
    (own,) = (definition for definition in expression.definitions if definition.left is wrt)
    others = tuple(definition for definition in expression.definitions if definition is not own)
    meaning = meaning_of(others)
    return (Where(expression.body, others) if others else expression.body), (
        Equation(own.left, substitute(own.right, meaning)),
    )


def under_definitions(moves: Moves, start: Node, own: Definitions) -> Moves:
    """The moves of a method on lines that stand under a definition, which is put back at the end."""
    line, inner = Where(start, own), start
    for move in moves:
        after, touched = splice(inner, move.path, move.rewrite.after)
        touched = touched if move.touched_after is None else move.touched_after
        before = move.touched_before if move.touched_before is not None else (move.path,)
        whole = _under(after, own)
        yield replace(
            move,
            path=(),
            rewrite=move.rewrite._replace(after=whole),
            touched_before=tuple(_place(inner, path, len(own)) for path in before),
            touched_after=tuple(_place(after, path, len(own)) for path in touched),
            attempt=None if move.attempt is None else _under(move.attempt, own),
        )
        line, inner = whole, after
    return (yield from _put_back(line))


def _under(line: Node, own: Definitions) -> Where:
    """A line under definitions; those of intermediate variables join them."""
    if isinstance(line, Where):
        return Where(line.body, (*own, *line.definitions), line.facts)
    return Where(line, own)


def _place(line: Node, path: Path, count: int) -> Path:
    """Where a part of a line stands once the line is under so many definitions."""
    if not isinstance(line, Where):
        return (0, *path)
    return (path[0] + count, *path[1:]) if path and path[0] else path


def _put_back(line: Node) -> Moves:
    """Put in what the variable is made of, work out products of blocks, and tidy."""
    rewrite = substitute_names(line)
    if rewrite is not None:
        line = apply_move(line, move := Move((), substitute_names, rewrite, phase="substitute"))
        yield move
    while True:
        found = next((Move(p, r, w) for p, part in first_places(line) for r in BLOCKWISE if (w := r(part))), None)
        if found is None:
            return (yield from gathered((yield from tidied(line))))
        # The same product stands in conditions and values: all of them are worked out in one step.
        part = at(line, found.path)
        whole = join_brackets(line, {part: found.rewrite.after})
        before = tuple(path for path, other in subnodes(line) if other is part)
        after = tuple(path for place in before for path in splice(line, place, found.rewrite.after)[1])
        yield replace(
            found,
            path=(),
            rewrite=found.rewrite._replace(after=whole),
            phase="substitute",
            touched_before=before,
            touched_after=after,
        )
        line = whole


def notes_on_names(expression: Node) -> tuple[str, ...]:
    """One sentence for each name that waits for the result."""
    shown = [shown_definition(name) for name in without_names(expression)[1]]
    return tuple(
        phrase(
            "{0} is not used in the function: it will name {1} in the result, or be left aside if that does not occur.",
            name.left.text(),
            name.right.text(),
        )
        for name in shown
    )


def with_names(moves: Moves, names: Definitions) -> Moves:
    """The moves of a method, and then the names that wait for the result; one whose term does not occur there is left
    aside."""
    line = yield from moves
    program = Where(line.body, (*line.definitions, *names)) if isinstance(line, Where) else Where(line, names)
    rewrite = result_names.name_term(program) if names else None
    if rewrite is None or not isinstance(rewrite.after, Where):
        return line
    line = apply_move(line, move := Move((), result_names.name_term, rewrite, phase="substitute"))
    yield move
    return (yield from _factors_in_front(line))


def _factors_in_front(line: Node) -> Moves:
    """Constant factors of sums whose terms have a name now, one sum after the other."""
    while True:
        found = _next_sum(line)
        if found is None:
            return line
        yield found
        line = yield from tidied(apply_move(line, found), (0,), "collapse")


def _next_sum(line: Node) -> Move | None:
    for path, part in first_places(line.children[0]):
        rewrite = result_names.constant_out_of_sum(part)
        place: Path = (0, *path)
        if rewrite is not None and not isinstance(part, Derivative):
            return Move(place, result_names.constant_out_of_sum, rewrite, phase="collapse")
    return None
