"""The method that suits a function: a table of conditions, each with a method and the reason in words.

To teach `auto` another choice: a row in CHOICES. The first row whose condition holds is taken; a method that cannot
derive the function gives way to the next one, and says so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import inf
from typing import NamedTuple

from explainer.engine.joining import replayed
from explainer.engine.line import Move, Moves, apply_move, collect
from explainer.engine.methods.backward import backward, is_swept
from explainer.engine.methods.chain import chain_briefly
from explainer.engine.methods.differential import differential
from explainer.engine.methods.elements import elements
from explainer.engine.methods.levels import levels
from explainer.engine.methods.operator import Fallbacks, uses_only_differentials
from explainer.engine.methods.places import counts_rows, next_derivative
from explainer.errors import ExplainerError, UnsupportedError
from explainer.expr import nodes
from explainer.expr.dependence import depends_on, uses_whole
from explainer.expr.node import Node, each_part
from explainer.expr.program import count_paths
from explainer.expr.tall import stages
from explainer.operations.matrix import OF_ROWS
from explainer.rules.chain.meaning import grows_too_long
from explainer.rules.chain.naming import is_affine, is_squared_length, name_parts, single_piece
from explainer.rules.chain.programs import use_given_names
from explainer.rules.differentials.backward import forward_pass
from explainer.rules.differentials.declared_variables import is_declared
from explainer.rules.vector.abstract import is_nested

MOST_NAMES = 12
"""More intermediate variables than this do not fit on a board: then nothing gets a name."""

NAMES_HELP = 3
"""So many operations inside each other are easier to follow with names; fewer are read at a glance."""

LINES_AHEAD = 4
"""So many lines are derived before the first is shown, so that a method that cannot go on is changed unseen."""

FEWEST_LAYERS = 2
"""So many matrices between a variable and the value are led through by a sweep."""

TO_THE_END = frozenset({"differential", "backward"})
"""The methods whose lines are all derived ahead: another method cannot go on from a line that says what df is."""


class Choice(NamedTuple):
    """A row of the table: when a method is taken, its id, and why, in words."""

    holds: Callable[[Node, Node], bool]
    method: str
    words: str


def _holds_matrices(body: Node, x: Node) -> bool:
    return isinstance(x, nodes.VariableTuple) and x.holds_matrices


def _is_list_of_variables(body: Node, x: Node) -> bool:
    return not isinstance(x, nodes.Variable | nodes.Entry)


def _by_one_of_its_entries(body: Node, x: Node) -> bool:
    return uses_whole(body, x)


def _has_more_directions(body: Node, x: Node) -> bool:
    """Whether columns are written below each other, because rows and columns are not enough."""
    return any(isinstance(side, nodes.Apply) and side.operation.name == "vec" for side in (body, x))


def _is_matrix_by_scalar(body: Node, x: Node) -> bool:
    return body.shape.is_matrix and x.shape.is_scalar and isinstance(x, nodes.Variable)


def _is_matrix(body: Node, x: Node) -> bool:
    return x.shape.is_matrix


def _uses_entries(body: Node, x: Node) -> bool:
    """Whether single entries of a vector of open size are used, or entries that an index counts."""
    entries = [part for part in each_part(body) if isinstance(part, nodes.Entry) and part.base is x]
    if not entries or not isinstance(x, nodes.Variable):
        return False
    return (x.shape.is_vector and not isinstance(x.shape.rows, int)) or any(part.free - {x} for part in entries)


def _counts_rows(body: Node, x: Node) -> bool:
    return body.shape.is_scalar and any(counts_rows(part, x) for part in each_part(body))


def _nests_abstract_functions(body: Node, x: Node) -> bool:
    if isinstance(body, nodes.Where) and body.has_derivative:
        return True  # as ∂f(u)/∂u where u = g(x), which has its names already
    return any(is_nested(part, x) for part in each_part(body))


def _has_abstract_operator(body: Node, x: Node) -> bool:
    return any(isinstance(part, nodes.FunctionCall) and part.is_operator for part in each_part(body))


def _is_nested_deeply(body: Node, x: Node) -> bool:
    """Whether several operations stand inside each other, on one path from x to the value."""
    if any(isinstance(part, nodes.Where) for part in each_part(body)):
        return False  # typed definitions name the parts already
    inside = body
    while (piece := inside.body if isinstance(inside, nodes.IndexedSum) else single_piece(inside, x)) is not None:
        inside = piece
    if _depth(inside, x, {}) < NAMES_HELP:
        return False
    program = name_parts(inside, x)
    return len(program) <= MOST_NAMES and count_paths(program, x)[program[-1].left] == 1


def _depth(node: Node, x: Node, known: dict[Node, int]) -> int:
    """How many operations that are not linear stand inside each other; W x + b counts as one."""
    if node not in known:
        for part in stages(node, lambda part: part not in known and depends_on(part, x)):
            _depth(part, x, known)  # from the bottom up, so that no depth of nesting reaches the recursion limit
        if not depends_on(node, x) or node is x:
            known[node] = 0
        elif is_affine(node, x):
            known[node] = 0 if x.shape.is_scalar else 1
        else:
            inside = node.children[0] if is_squared_length(node) else node
            below = max((_depth(child, x, known) for child in inside.children), default=0)
            known[node] = below + (single_piece(node, x) is None and isinstance(node, nodes.Power | nodes.Apply))
    return known[node]


def _works_on_entries(body: Node, x: Node) -> bool:
    """Whether it is element-wise or a reduction, of vectors, without products of matrices or functions in functions."""
    if body.shape.is_scalar and x.shape.is_scalar and not _reduces(body, x):
        return False
    core = single_piece(body, x) or body
    if core.shape.is_scalar and isinstance(core, nodes.Power | nodes.Apply):
        return False  # a function of a reduction is taken apart from the outside
    if isinstance(body, nodes.Vector) or any(
        isinstance(part, nodes.Entry) and part.base is x for part in each_part(body)
    ):
        return False
    if any(isinstance(part, nodes.Dot | nodes.MatrixProduct) for part in each_part(body)):
        return False
    if any(isinstance(part, nodes.Apply) and not part.operation.elementwise for part in each_part(body)):
        return False
    return _depth(body, x, {}) <= 1


def _reduces(body: Node, x: Node) -> bool:
    return any(isinstance(part, nodes.SumReduction) and depends_on(part, x) for part in each_part(body))


def _always(body: Node, x: Node) -> bool:
    return True


def _has_given_layers(body: Node, x: Node) -> bool:
    """Whether a scalar is typed with names, with matrices on the way to it: what a network computes."""
    return isinstance(body, nodes.Where) and (x.shape.is_matrix or bool(_matrices_between(body, x)))


def _has_layers(body: Node, x: Node) -> bool:
    """Whether several operations on matrices stand inside each other, functions of rows above all: a change that goes
    through these in one line goes on through every other. One alone is written in fewer lines by df.
    """
    if isinstance(body, nodes.Where):
        return False
    between = _matrices_between(body, x)
    return between >= FEWEST_LAYERS or (between > 0 and _has_functions_of_rows(body, x))


def _has_functions_of_rows(body: Node, x: Node) -> bool:
    return any(
        isinstance(part, nodes.Apply)
        and part.operation.name in OF_ROWS
        and any(depends_on(argument, x) and argument is not x for argument in part.arguments)
        for part in each_part(body)
    )


def _matrices_between(body: Node, x: Node) -> int:
    """How many of the values that a sweep names between the variable and a scalar are matrices."""
    begin = forward_pass(nodes.Derivative(body, x)) if body.shape.is_scalar and not x.shape.is_scalar else None
    if begin is None or not isinstance(begin.after, nodes.Where):
        return 0
    moving: set[Node] = {x}
    for definition in begin.after.definitions:
        if not definition.right.free.isdisjoint(moving):
            moving.add(definition.left)
    return sum(value.shape.is_matrix for value in moving - {x})


def _keeps_given_names(body: Node, x: Node) -> bool:
    """Whether names were typed with the function that make it too long when they are put in."""
    return (
        isinstance(body, nodes.Where)
        and grows_too_long(body)
        and use_given_names(nodes.Derivative(body, x)) is not None
    )


GIVEN_LAYERS = Choice(
    _has_given_layers,
    "backward",
    "By one sweep backward, because the definitions lead through matrices, one after the other.",
)

KEPT_NAMES = Choice(
    _keeps_given_names, "chain", "With the names that were given, because without them the function is long."
)

CHOICES: tuple[Choice, ...] = (
    GIVEN_LAYERS,
    KEPT_NAMES,
    Choice(_holds_matrices, "backward", "By one sweep backward, because each of several matrices has a derivative."),
    Choice(_has_more_directions, "differential",
           "By differentials, because the derivative has more than two directions."),
    Choice(_is_list_of_variables, "operator", "Rule by rule, because there is one derivative for each variable."),
    Choice(_by_one_of_its_entries, "elements",
           "Entry by entry, because the variable is one entry of what is used as a whole."),
    Choice(_counts_rows, "elements", "Entry by entry, because a sum goes through the rows of the matrix."),
    Choice(_has_layers, "backward",
           "By one sweep backward, because operations on matrices stand inside each other."),
    Choice(uses_only_differentials, "differential",
           "By differentials, because these know traces, determinants and inverses as wholes."),
    Choice(_is_matrix, "differential",
           "By differentials, because the variable is a matrix: nothing has to be taken apart into entries."),
    Choice(_is_matrix_by_scalar, "differential",
           "By differentials, because the function is a matrix: it is differentiated as a whole."),
    Choice(_uses_entries, "elements", "Entry by entry, because single entries of the vector are used."),
    Choice(_nests_abstract_functions, "chain",
           "By intermediate variables, because an abstract function stands inside another function."),
    Choice(_has_abstract_operator, "elements",
           "Entry by entry, because nothing is known of the operator but that it works on entries."),
    Choice(_is_nested_deeply, "chain", "By intermediate variables, because functions stand inside functions."),
    Choice(_works_on_entries, "elements", "Entry by entry, because every entry is differentiated in the same way."),
    Choice(_always, "operator", "Rule by rule, because no part of it needs a name."),
)  # fmt: skip
"""How `auto` chooses, the first row that holds."""

BY_ENTRIES = Choice(_always, "elements", "Entry by entry, because an entry with free indices was asked for.")

WAYS: dict[str, Callable[[Node, Fallbacks], Moves]] = {
    "operator": levels, "chain": chain_briefly, "elements": elements, "differential": differential,
    "backward": backward,
}  # fmt: skip
"""The methods as `auto` uses them, with the lines of an expert."""

INSTEAD: dict[str, str] = {
    "operator": "Rule by rule, because the other methods do not come to an end here.",
    "chain": "By intermediate variables, because the other methods do not come to an end here.",
    "elements": "Entry by entry, because the other methods do not come to an end here.",
    "differential": "By differentials, because the other methods do not come to an end here.",
    "backward": "By one sweep backward, because the other methods do not come to an end here.",
}
"""What is said of a method that takes the place of another."""


def choice_for(line: Node) -> Choice:
    """The row of the table that holds for a line."""
    if isinstance(line, nodes.Entries):
        return BY_ENTRIES
    derivative = line
    while not isinstance(derivative, nodes.Derivative) and derivative.children:
        derivative = derivative.children[0]
    if not isinstance(derivative, nodes.Derivative):
        return CHOICES[-1]
    return next((choice for choice in CHOICES if choice.holds(derivative.body, derivative.wrt)), CHOICES[-1])


def automatic(line: Node, fallbacks: Fallbacks) -> Moves:
    """The method that suits the function; where it does not come to an end, the first other one that does."""
    choice = choice_for(line)
    if choice is GIVEN_LAYERS and not is_declared(line):
        return (yield from _by_given_layers(line, fallbacks))
    order = [choice.method, *(method for method in WAYS if method != choice.method)]
    order = ["differential"] if is_declared(line) else order  # the others have no rules for entries that move together
    of_names = line.has_derivative and line.kinds & nodes.Where.bit  # no other method goes on from the lines of one
    runs = ((method, run_ahead(line, WAYS[method](line, fallbacks), inf if of_names else lines_ahead(method)))
            for method in order)  # fmt: skip
    method, run = first = next(runs)
    while run.is_stuck:
        method, run = next(runs, first)
        if method == order[0]:
            break  # no other one is better
    words = choice.words if method == choice.method else INSTEAD[method]
    for k, move in enumerate(run.found):
        yield replace(move, note=words) if k == 0 else move
        line = apply_move(line, move)
    chosen = first[1].error  # why the method that suits the function is stuck says more than why another one is
    why = chosen if isinstance(chosen, UnsupportedError) else None
    try:
        line = run.result if run.result is not None else (yield from following(line, run))
    except UnsupportedError as error:
        return (yield from _another_way(run.line, method, why or error, fallbacks))
    return line if next_derivative(line) is None else (yield from _another_way(line, method, why, fallbacks))


def sweeps_given_names(line: Node) -> bool:
    """Whether `auto` takes typed definitions as the forward pass of a sweep."""
    return choice_for(line) is GIVEN_LAYERS and not is_declared(line) and is_swept(line)


def _by_given_layers(line: Node, fallbacks: Fallbacks) -> Moves:
    """The sweep through typed definitions; the line itself where it does not come to its end: they are put in then."""
    run = run_ahead(line, backward(line, fallbacks), inf)
    if run.is_stuck:
        return line
    for k, move in enumerate(run.found):
        yield replace(move, note=GIVEN_LAYERS.words) if k == 0 else move
        line = apply_move(line, move)
    return line if run.result is not None else (yield from following(line, run))


@dataclass(slots=True)
class Run:
    """A method at work, some lines ahead of what is shown: what it found, and how it ended if it did."""

    moves: Moves
    line: Node
    found: list[Move]
    result: Node | None = None
    error: ExplainerError | None = None

    @property
    def is_stuck(self) -> bool:
        """Whether no rule covers what comes next."""
        open_end = self.result is not None and next_derivative(self.result) is not None
        return open_end or isinstance(self.error, UnsupportedError)


def lines_ahead(method: str) -> float:
    """How many lines of a method are derived before the first is shown."""
    return inf if method in TO_THE_END else LINES_AHEAD


def run_ahead(line: Node, moves: Moves, lines: float, parts: float = inf) -> Run:
    """The first lines of a method, none beyond one of so many parts; what ends it is kept for where it belongs."""
    run = Run(moves, line, [])
    try:
        while len(run.found) < lines and line.part_count <= parts:
            move = next(moves)
            run.found.append(move)
            if parts != inf and move.attempt is None:
                line = apply_move(line, move)
    except StopIteration as end:
        run.result = end.value
    except ExplainerError as error:
        run.error = error
    return run


def following(line: Node, run: Run) -> Moves:
    """What a method does after the lines that it was ahead; `run.line` is the last line that it came to."""
    run.line = line
    if run.error is not None:
        raise run.error
    while True:
        try:
            move = next(run.moves)
        except StopIteration as end:
            result: Node = end.value
            return result
        yield move
        run.line = apply_move(run.line, move)


def _another_way(line: Node, stuck: str, error: UnsupportedError | None, fallbacks: Fallbacks) -> Moves:
    """The rest of a derivation by a method that comes to its end where the one so far does not.

    Raises the error of that one when none does.
    """
    for method in WAYS:
        if method == stuck or stuck in TO_THE_END or isinstance(line, nodes.Where):
            continue  # no other method goes on from a line that holds names or adjoints, or says what df is
        try:
            moves, result = collect(line, WAYS[method](line, fallbacks))
        except UnsupportedError:
            continue
        if moves and next_derivative(result) is None:
            moves[0] = replace(moves[0], note=INSTEAD[method])
            return (yield from replayed(line, moves))
    if error is not None:
        raise error
    return line
