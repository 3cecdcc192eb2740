"""From a text to an expression with shapes: the steps in order, and what is told about them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from types import MappingProxyType

from explainer.errors import ExplainerError, ParseError, ShapeError, UnsupportedError
from explainer.expr.node import Node, each_part
from explainer.expr.nodes import Comparison, Derivative, Equation, Variable
from explainer.expr.shape import SCALAR, Shape
from explainer.language.building.builder import Builder
from explainer.language.building.derivatives import variable_of
from explainer.language.constructs import CONSTRUCTS
from explainer.language.counting import count_from_one
from explainer.language.index_names import apart_from_variable
from explainer.language.kinds.conventions import KIND_NAMES
from explainer.language.kinds.guesses import Guess, guesses_of
from explainer.language.left_of_equals import asks_for_a_letter, is_update, name_of_result
from explainer.language.means import with_means
from explainer.language.open_sizes import closed, readings
from explainer.language.row_vectors import rows_times_weights
from explainer.language.samples import apart_from_samples
from explainer.language.shapes.defaults import settle
from explainer.language.shapes.given import row_notes, shape_given, shape_notes
from explainer.language.shapes.inference import Inference
from explainer.language.shapes.scopes import Scopes, sizes_of_indices
from explainer.language.shifts import without_shifts
from explainer.language.text.characters import GREEK_NAMES, fold
from explainer.language.text.declarations import defined_names, take_declarations
from explainer.language.text.defined_functions import take_functions, take_roots
from explainer.language.text.dialects import dialect_of
from explainer.language.text.facts import Said, facts_of, take_facts
from explainer.language.text.names.ascii_math import spelled_in_ascii
from explainer.language.text.names.bracket_rows import rows_in_brackets
from explainer.language.text.names.composition import compositions
from explainer.language.text.names.primes import primed_apart
from explainer.language.text.names.writing_out import written_out
from explainer.language.text.preparing import arrange
from explainer.language.text.properties import facts_of_properties
from explainer.language.text.reader import reader
from explainer.language.text.scanner import scan
from explainer.language.text.syntax import Syntax, put_definitions_in_order, tell_names_of_kept_axes
from explainer.language.text.variables import in_wrt, is_a_function, wrt_names
from explainer.language.text.vocabulary import Vocabulary, canonical_name
from explainer.language.text.words import has_entries
from explainer.phrases import joined, phrase


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text that has been read.

    `shapes` holds the shape of every variable and abstract function, `inferred` the names among them whose shape was
    not given, `notes` sentences about what was assumed, and `wrt` the variable to differentiate by.
    `facts` are conditions that the text says to hold, such as sum(y) = 1; `text` is what was read, with the signs that
    mean the same where it is typed.
    """

    expression: Node
    shapes: dict[str, Shape]
    inferred: tuple[str, ...]
    notes: tuple[str, ...]
    wrt: Node | None = None
    facts: tuple[Node, ...] = ()
    text: str = ""
    sizes: Mapping[str, int] = field(default_factory=dict)
    """The numbers of sizes that are given, yet left open in the expression; see open_sizes."""
    readings: Callable[[], tuple[Guess, ...]] = field(default=tuple, compare=False, repr=False)
    taken: tuple[str, ...] = ()
    """Those of the notes that only say which shapes were inferred."""

    @property
    def guesses(self) -> tuple[Guess, ...]:
        """The inferred shapes that might be meant otherwise; looked for when they are asked for."""
        return self.readings()


def parse_expression(
    text: str,
    shapes: Mapping[str, str | Shape] | None = None,
    wrt: str | None = None,
    kinds: Mapping[str, str] | None = None,
    dialect: str | None = None,
    opens: bool = False,
) -> Parsed:
    """Read an expression of the input language.

    `shapes` gives shapes by name ("scalar", "n", "N x n"); more may follow the text: `w · x where w: n`. `wrt` names
    the variable to differentiate by: "w", "x_1" or "(x, y)"; it need not occur in the text. `kinds` holds names whose
    shape is not given to a kind: {"A": "matrix"}. `dialect` says by whose rules * and ** are read, "matlab" or "numpy";
    else the signs in the text decide. With `opens` sizes of 1 are left open where the text allows it.

    Raises ParseError with the place and what was expected, ShapeError with both shapes, LimitError beyond the limits.
    """
    parsing = _Parsing(text, shapes, wrt, kinds=kinds or {}, dialect=dialect)
    if not opens:
        return parsing.run()
    try:
        found = parsing.run()
    except ShapeError:
        opened = _with_open_sizes(parsing, None)
        if opened is None:
            raise
        return opened
    return _with_open_sizes(parsing, found) or found


def _with_open_sizes(closed_one: _Parsing, closed: Parsed | None) -> Parsed | None:
    """The text read anew with letters in place of the sizes of 1; None where there are none, or none can be open.

    The first reading is taken that leaves all of them open, else the first that leaves some; before these those of
    which the value has as many directions as the `closed` one: r @ x of a row r is a number, and a vector of one entry
    only where it is differentiated by r.
    """
    declared = closed_one.vocabulary.declared
    asked = [declared.get(variable.value[0], SCALAR) for variable in wrt_names(closed_one.wrt or "x")]
    others: list[tuple[bool, bool, Parsed]] = []
    for opened in readings(declared):
        again = _Parsing(
            closed_one.text, None, closed_one.wrt, kinds=closed_one.kinds, dialect=closed_one.dialect, opened=opened
        )
        with suppress(ShapeError, ParseError, UnsupportedError):
            found = again.run()
            if not found.sizes:
                continue
            alike = closed is None or any(1 in shape.sizes for shape in asked)
            alike = alike or _directions(found) == _directions(closed)
            if alike and not again.closes_some:
                return found
            others.append((alike, not again.closes_some, found))
    best = max(others, key=lambda other: other[:2], default=None)
    if best is None or (
        not best[0] and all(1 not in s.sizes or (s.is_row and s.columns != 1) for s in declared.values())
    ):
        return None  # nothing is open where rows stay rows
    return best[2]


def _directions(found: Parsed | None) -> int:
    return len(found.expression.shape.sizes) if found else -1


def parse_statement(text: str, shapes: Mapping[str, str | Shape] | None = None) -> Node:
    """Read an equation such as a rule's statement, `d(f g)/dx = d(f)/dx g + f d(g)/dx`, as an Equation node.

    A text without a sign of equality is read as an expression. Raises as `parse_expression` does.
    """
    expression = _Parsing(text, shapes, None, keep_equation=True).run().expression
    if isinstance(expression, Comparison) and expression.relation == "=":
        return Equation(expression.left, expression.right)
    return expression


def parse_variable(text: str, shapes: Mapping[str, str | Shape] | None = None) -> Node:
    """Read what to differentiate by, "w", "x_1" or "(x, y)", as a Variable, Entry or VariableTuple.

    Raises ParseError for anything else, ShapeError for a size or a tuple of vectors.
    """
    variable = _Parsing("0", shapes, text).run().wrt
    assert variable is not None
    return variable


class _Parsing:
    """One run over one text."""

    def __init__(
        self,
        text: str,
        shapes: Mapping[str, str | Shape] | None,
        wrt: str | None,
        keep_equation: bool = False,
        kinds: Mapping[str, str] = MappingProxyType({}),
        dialect: str | None = None,
        opened: Mapping[str, Shape] | None = None,
    ) -> None:
        self.kinds, self.dialect, self.opened = kinds, dialect, opened
        self.forced = {name: KIND_NAMES.index(kind) for name, kind in kinds.items()}
        self.text = text
        self.wrt = wrt
        self.keep_equation = keep_equation
        self.is_code = dialect == "numpy"
        said = dialect_of(text) if dialect is None else dialect
        self.vocabulary = Vocabulary(keeps_equation=keep_equation, dialect=said)
        self.said: list[Said] = []
        self.closes_some = False
        for name, shape in (shapes or {}).items():
            self.vocabulary.declared[canonical_name(name)] = shape_given(name, shape, self.vocabulary.properties)

    def run(self) -> Parsed:
        """All steps: scan, take declarations, arrange, parse, infer, build, tell."""
        scanned = rows_in_brackets(scan(self.text))
        if self.is_code:  # its powers go entry by entry, also those of square matrices
            scanned = [replace(t, value="**") if t.type == "CARET" and t.value == "^" else t for t in scanned]
        tokens, self.said = take_facts(scanned, self.text)
        tokens = take_roots(take_functions(tokens, self.text), self.vocabulary)
        tokens, declared = take_declarations(tokens, self.text, self.vocabulary.properties)
        if self.opened is not None:
            self.vocabulary.declared.update(self.opened)
            self.vocabulary.opens = True
            declared = {}
        for name, shape in declared.items():
            if self.vocabulary.declared.setdefault(name, shape) != shape:
                raise ShapeError(
                    phrase(
                        "{0} has the shape {1} elsewhere and {2} in the text",
                        name,
                        self.vocabulary.declared[name],
                        shape,
                    ),
                    shapes=(str(self.vocabulary.declared[name]), str(shape)),
                    hint="Give its shape in one place only.",
                )
        self.vocabulary.computed = defined_names(tokens)
        self.vocabulary.defined |= set(self.vocabulary.declared) | self.vocabulary.computed
        variables = self._read_wrt()
        tokens = compositions(spelled_in_ascii(tokens, self.vocabulary), self.text, self.vocabulary)
        tokens = written_out(tokens, self.text, self.vocabulary)
        tree = reader().read(arrange(tokens, self.text, self.vocabulary), self.text, self.vocabulary)
        tree = self._without_left_side(tree)
        put_definitions_in_order(tree)
        tell_names_of_kept_axes(tree)
        primed_apart(tree, self.vocabulary)
        rows_times_weights(tree, self.vocabulary, self.kinds)
        apart_from_samples(tree, self.vocabulary)
        count_from_one(tree, self.vocabulary)
        self._leave_entries(tree, variables)
        return self._finish(tree, variables)

    def _read_wrt(self) -> list[Syntax]:
        """The names to differentiate by; they are known names from here on."""
        if self.wrt is None:
            return []
        variables = wrt_names(self.wrt)
        for variable in variables:
            word, subscripts = variable.value
            if not subscripts and self.vocabulary.function(word) and word not in self.vocabulary.declared:
                raise is_a_function(word, self.wrt, variable)
            name = "_".join([word, *(part[0] for part in subscripts)])
            self.vocabulary.bare.add(name)
            if all(len(part) == 1 for part in subscripts) and (
                not subscripts or not has_entries(word, self.vocabulary)
            ):
                self.vocabulary.defined.add(name)
        return variables

    def _leave_entries(self, tree: Syntax, variables: list[Syntax]) -> None:
        """Where the text has x itself, or its x_i under a sum, x_1 is no name of its own, unless x is a scalar."""
        for variable in variables:
            word, subscripts = variable.value
            name = "_".join([word, *(part[0] for part in subscripts)])
            if (
                subscripts
                and name in self.vocabulary.defined - set(self.vocabulary.declared)
                and _has_whole(word, tree)
            ):
                self.vocabulary.defined.discard(name)

    def _without_left_side(self, tree: Syntax) -> Syntax:
        """The right side of `y = x^2`, where y only names the result; what stands behind `where` stays there."""
        if tree.kind == "where":
            tree.parts = (self._without_left_side(tree.parts[0]), *tree.parts[1:])
            return tree
        equations = tree.parts if tree.kind == "conjunction" else (tree,)
        equal = all(part.kind == "comparison" and part.value == ("=",) for part in equations)
        if self.keep_equation or tree.grouped or not equal:
            return tree
        left, right = equations[0].parts
        if len(equations) > 1:
            sides = [part.parts[1] for part in equations if part.parts[1].kind != "number"]
            right = sides[-1] if sides else right
            shown = self.text[right.start : right.end]
            self.vocabulary.note(phrase("Of several sides, which are the same, {0} is read.", shown))
        named = name_of_result(left, right, self.text)
        one, other = (self.text[side.start : side.end] for side in (left, right))
        if named is not None and not asks_for_a_letter(one, self.wrt, other):
            step = "{0} names the result; the {0} to the right of “=” is the value before this step."
            result = "{0} names the result; what stands to the right of “=” is read."
            self.vocabulary.note(phrase(step if is_update(left, right) else result, named))
            return right
        raise ParseError(
            "an equation is not an expression",
            text=self.text,
            position=left.end,
            end=right.start,
            hint=phrase(
                "Type one side alone, or the difference of both: {0} - ({1}). Inside cases(…) a condition has ==.",
                self.text[left.start : left.end],
                self.text[right.start : right.end],
            ),
        )

    def _finish(self, tree: Syntax, variables: list[Syntax]) -> Parsed:
        asked_below = {item for variable in variables for part in variable.value[1] for item in part if item.isalpha()}
        if apart_from_variable(tree, asked_below, CONSTRUCTS):
            self.vocabulary.note("The index of the sum has another letter here than that of the variable.")
        scopes = Scopes(self.text, self.vocabulary, CONSTRUCTS)
        scopes.resolve(tree)
        try:
            for variable in variables:
                scopes.resolve(variable)
        except ExplainerError as error:
            raise in_wrt(error, self.wrt or "") from None
        self._refuse_size(variables, scopes)
        inference = Inference([tree, *variables], self.vocabulary, scopes, CONSTRUCTS)
        kinds, found = settle(inference, [tree, *variables], variables, self.forced)
        ones, self.closes_some = inference.ones, inference.closes_some
        builder = Builder(self.text, inference, refusing_undefined=bool(variables))
        try:
            expression = builder.build(tree)
        except ShapeError as error:
            raise self._without_blame(error, builder.shapes) from None
        unshifted = without_shifts(expression)
        if unshifted is not expression:
            self.vocabulary.note("The largest entry that is taken off first cancels, and was left out.")
            expression = unshifted
            here = {part.name for part in each_part(expression) if isinstance(part, Variable)}
            for name in self.vocabulary.defined - here - set(self.vocabulary.declared):
                builder.shapes.pop(name, None)  # the name of a definition that was put in
        expression, averaged = with_means(expression, self.vocabulary.defined)
        for vector in averaged:
            for letter in (vector.name, vector.name.lower()):
                builder.shapes.pop(f"{letter}_bar", None)
            note = "{0}_bar is read as the mean of {0}; declare its shape to use it as a name: … where {0}_bar: scalar."
            self.vocabulary.note(phrase(note, vector.name))
        wrt = self._build_wrt(builder, variables)
        names = {name: shape for name, shape in builder.shapes.items() if name in inference.variables}
        inferred = tuple(name for name in names if name not in self.vocabulary.declared)
        asked = wrt if wrt is not None or not isinstance(expression, Derivative) else expression.wrt
        facts, left_out = facts_of(self.said, builder.shapes, self.text, asked)
        taken = shape_notes(names, inferred, inference)
        notes = (*self.vocabulary.notes, *left_out, *taken, *row_notes(names, inference))
        facts += facts_of_properties(self.vocabulary.properties, builder.shapes)
        typed = respelled(self.text, self.vocabulary.respelled)
        known = dict.fromkeys(sorted(ones or ()), 1)
        names = {name: closed(shape, known) for name, shape in names.items()}
        readings_of = partial(guesses_of, kinds, found, names)
        return Parsed(expression, names, inferred, notes, wrt, facts, typed, known, readings_of, taken)

    def _without_blame(self, error: ShapeError, shapes: dict[str, Shape]) -> ShapeError:
        """The error with what was taken for the names in it whose shape nobody gave: it may be that which is wrong."""
        place = self.text[error.position or 0 : error.end]
        words = {GREEK_NAMES.get(word, word) for word in re.findall(r"[^\W\d_](?:_\w+|\d*)", fold(place))}
        taken = [name for name in shapes if name in words and name not in self.vocabulary.declared]
        if taken:
            said = joined(", ", [f"{name}: {shapes[name]}" for name in taken])
            hint = phrase("{0} was not given but taken from the text; give another shape behind it: … where {0}.", said)
            error.hint = hint if error.hint is None else joined(" ", [error.hint, hint])
        return error

    def _refuse_size(self, variables: list[Syntax], scopes: Scopes) -> None:
        """Nothing is differentiated by a size."""
        for variable in variables:
            name = variable.value[0]
            if not variable.value[1] and name in scopes.sizes and name not in self.vocabulary.declared:
                raise ShapeError(
                    phrase("{0} is a size, and nothing is differentiated with respect to a size", name),
                    shapes=(name,),
                    text=self.wrt,
                    position=variable.start,
                    end=variable.end,
                    hint="Choose a variable, or give the size another name.",
                )

    def _build_wrt(self, builder: Builder, variables: list[Syntax]) -> Node | None:
        if not variables:
            return None
        try:
            builder.text = self.wrt or ""
            return variable_of([builder.build(variable) for variable in variables])
        except ExplainerError as error:
            raise in_wrt(error.at(builder.text, 0, len(builder.text)), builder.text) from None


def _has_whole(word: str, tree: Syntax) -> bool:
    """Whether a name stands in the text as a whole, or as the entry that a sum or a grid around it goes through."""
    stack: list[tuple[Syntax, frozenset[str]]] = [(tree, frozenset())]
    while stack:
        node, indices = stack.pop()
        if CONSTRUCTS[node.kind].sizes is sizes_of_indices:  # it binds indices
            indices |= {symbol for symbol, _, _ in node.value}
        if node.kind == "name" and node.value[0] == word:
            subscripts = node.value[1]
            letters = [item for part in subscripts for item in part]
            if not letters or any(item in indices or set(item) <= indices for item in letters):  # X_ij too
                return True
        stack.extend((part, indices) for part in node.parts)
    return False


def respelled(text: str, places: Iterable[tuple[int, int, str]]) -> str:
    """A text with some of its signs written in another way."""
    for start, end, sign in sorted(set(places), reverse=True):
        text = text[:start] + sign + text[end:]
    return text
