"""The methods of derivation: each an ordered choice of rules and of the place to rewrite next, nothing more.

To add a method: a generator of moves in a module here and a row in METHODS; choosers, help and tests follow. When
`auto` takes which is a table in automatic.py.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from explainer.engine.joining import finishing, in_lines, lifted, may_go_on, replayed, tidying_on
from explainer.engine.line import Move, Moves, apply_move, first_use
from explainer.engine.methods.automatic import KEPT_NAMES, automatic, choice_for, sweeps_given_names
from explainer.engine.methods.backward import backward, is_swept
from explainer.engine.methods.chain import chain, chain_alias, chain_forward, through_names
from explainer.engine.methods.differential import differential
from explainer.engine.methods.elements import elements
from explainer.engine.methods.free_entries import by_free_entries
from explainer.engine.methods.from_whole import READING_OFF, by_differentials, from_whole
from explainer.engine.methods.operator import Fallbacks, operator
from explainer.engine.methods.through_matrices import names_fit, through_matrices
from explainer.engine.shaping import shaped
from explainer.errors import LimitError
from explainer.expr.node import Node, at, first_places
from explainer.expr.nodes import Derivative, HadamardQuotient, Quotient, Transpose, Where
from explainer.phrases import phrase
from explainer.rules.chain.meaning import MOST_PUT_IN, grows_too_long
from explainer.rules.chain.programs import substitute, use_given_names
from explainer.rules.differentials.declared_variables import is_declared
from explainer.rules.forms.entrywise import sigmoid_entrywise
from explainer.rules.matching import is_call
from explainer.rules.tidy.logarithms import logarithm_of_product, logarithm_of_softmax
from explainer.rules.tidy.recognising import fold_definition
from explainer.rules.tidy.shares import logarithm_of_share, softmax_of_rows, softmax_of_shifted
from explainer.rules.tidy.written_matrices import written_determinant
from explainer.rules.vector.blocks import blockwise, dot_of_blocks, sum_of_blocks


class Method(NamedTuple):
    """A way to derive: its id, its name for people, what it does in a sentence, and the generator of its moves.

    A method that `uses_names` of a line takes those that were typed with the function as they are; else they are put
    in first.
    """

    id: str
    title: str
    description: str
    generator: Callable[[Node, Fallbacks], Moves]
    uses_names: Callable[[Node], bool] | None = None

    def moves(self, line: Node, facts: tuple[Node, ...] = ()) -> Moves:
        """The moves from a line on; where the method has no rule, those of FALLBACKS take over."""
        return self.generator(line, FALLBACKS._replace(facts=facts) if facts else FALLBACKS)


FALLBACKS = Fallbacks(
    by_names=through_names,
    by_entries=elements,
    from_whole=from_whole,
    differential=differential,
    by_differentials=by_differentials,
)
"""What takes over where there is no rule."""


def chosen(line: Node) -> Method:
    """The method that `auto` picks for a line; `choice_for` says why."""
    return METHODS[choice_for(line).method]


def vector(line: Node, fallbacks: Fallbacks) -> Moves:
    """Multiply known Jacobians, by the vector chain rule, without names for what is inside.

    These are the moves of the operator: where it meets a vector, the rule of each operation gives its Jacobian as a
    factor in front of the derivative of its argument. A scalar is a vector of one entry.
    """
    return (yield from operator(line, fallbacks))


EXPERT_LINES = frozenset({"auto", "elements"})
"""The methods that write several rules into a line; the others give each rule its own."""


def prepared(line: Node, method: Method, facts: tuple[Node, ...] = ()) -> Moves:
    """The moves of a method, from the function as it was typed to the form in which its derivative is printed."""
    if is_declared(line) and method.id not in ("auto", "differential"):
        moves = shaped(by_free_entries(line, lambda free: _prepared(free, method, facts)), line, facts)
    else:
        moves = shaped(_prepared(line, method, facts), line, facts)
    if method.id in EXPERT_LINES:
        return (yield from in_lines(line, moves, finishing))
    return (yield from in_lines(line, moves, tidying_on, waits=may_go_on))


def _prepared(line: Node, method: Method, facts: tuple[Node, ...]) -> Moves:
    """The moves of a method, after typed definitions have been put in, and products of blocks written out."""
    known = _written_out(line)
    if known is not None:
        yield known
        return (yield from _prepared(apply_move(line, known), method, facts))
    if method.uses_names is not None and method.uses_names(line):
        result = yield from method.moves(line, facts)
        if result is not line:
            return result  # else the method found no way that keeps them
    path = next((path for path, part in first_places(line) if isinstance(part, Where)), None)
    if path is not None:
        program = at(line, path)
        if isinstance(program, Where) and grows_too_long(program):
            return (yield from _with_names_kept(line, method))
        move = first_use((substitute,), program, path)
        if move is not None:
            yield move
            return (yield from _prepared(apply_move(line, move), method, facts))
    for path, part in first_places(line):
        move = first_use((dot_of_blocks, sum_of_blocks, blockwise), part, path)
        if move is not None:
            yield move
            return (yield from _prepared(apply_move(line, move), method, facts))
    return (yield from _opened(line, method.moves(line, facts)))


def _opened(line: Node, moves: Moves) -> Moves:
    """The moves of a method; a whole derivative with more than two directions that it folded into one step, line by
    line: there is nothing else on the board that the lines would hide.
    """
    while True:
        try:
            move = next(moves)
        except StopIteration as end:
            result: Node = end.value
            return result
        asked = line.operand if isinstance(line, Transpose) else line
        is_whole = isinstance(asked, Derivative) and not asked.body.shape.is_scalar and at(line, move.path) is asked
        if is_whole and move.inner and move.rule in READING_OFF:
            line = yield from lifted(line, move.path, replayed(asked, move.inner))
        else:
            yield move
            line = line if move.attempt is not None else apply_move(line, move)


def _with_names_kept(line: Node, method: Method) -> Moves:
    """The moves on definitions that would be too long when put in: by the chain rule, where the choice is free.

    Raises LimitError where the method has to put them in.
    """
    keeps = use_given_names(line) is not None
    if method is METHODS["auto"] and keeps:
        moves = chain(line, FALLBACKS)
        yield replace(next(moves), note=KEPT_NAMES.words)
        return (yield from moves)
    raise LimitError(
        phrase(
            "the definitions use each other several times: put in, they make a function of more than {0} parts",
            MOST_PUT_IN,
        ),
        hint=phrase("The method “{0}” keeps the names.", "chain") if keeps else None,
    )


_AT_FIRST = (softmax_of_rows, softmax_of_shifted, logarithm_of_share)
"""What makes a function simpler before anything is differentiated."""
_OF_CALLS = (logarithm_of_product, logarithm_of_softmax, written_determinant)
"""The same of products under a logarithm and of written matrices, which are not looked for in everything else."""


def _written_out(line: Node) -> Move | None:
    """A part of the function that is the definition of a known one, written out: 1/(1 + e^−z) in a loss is σ(z).

    Where it is the whole function, its derivation is what was asked for.
    """
    for path, part in first_places(line):
        move = first_use((*_AT_FIRST, *_OF_CALLS) if is_call(part, "ln", "det") else _AT_FIRST, part, path)
        if move is not None:  # also where it is the whole function: what it means is said in one word
            return replace(move, phase="collapse")
        fractions = isinstance(part, Quotient | HadamardQuotient)
        if fractions and path and not isinstance(at(line, path[:-1]), Derivative):
            move = first_use((fold_definition, sigmoid_entrywise), part, path)
            if move is not None:
                return replace(move, phase="collapse")  # a line of its own, not said in passing
    return None


METHODS: dict[str, Method] = {
    method.id: method
    for method in (
        Method("auto", "Automatic", "picks the method that suits the function", automatic, sweeps_given_names),
        Method("operator", "Operator", "pushes d/dx inwards, one rule at a time", operator),
        Method(
            "chain",
            "Chain rule",
            "names intermediate variables, differentiates each, multiplies and adds",
            through_matrices(chain),
            names_fit,
        ),
        Method(
            "chain-forward",
            "Chain rule, forward",
            "the same, multiplied from the variable to the result",
            through_matrices(chain_forward),
            names_fit,
        ),
        Method("vector", "Known Jacobians", "multiplies the known Jacobians of the operations", vector),
        Method(
            "differential", "Differentials", "works out the change df and reads off what stands beside dX", differential
        ),
        Method(
            "backward",
            "Backpropagation",
            "names the values, then sweeps back to all variables at once",
            backward,
            is_swept,
        ),
        Method("elements", "Element by element", "writes the Jacobian out and differentiates one entry", elements),
        Method(
            "chain-alias",
            "Chain rule with alias",
            "the same, with a name for the variable itself",
            through_matrices(chain_alias),
            names_fit,
        ),
    )
}
"""Every method by its id, `auto` first."""
