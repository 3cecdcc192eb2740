"""A whole question as people write it: a function in the input language, LaTeX or code, perhaps with d/dx in front."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from explainer.errors import ExplainerError, LimitError, ParseError
from explainer.expr.node import Node, substitute
from explainer.expr.nodes import Derivative, Where
from explainer.expr.shape import Shape
from explainer.language.around import derivative_around
from explainer.language.copied.alone import formula_alone
from explainer.language.copied.marks import without_marks
from explainer.language.copied.shifted import put_together, shifted_sum
from explainer.language.late_patterns import LatePattern
from explainer.language.left_of_equals import asks_for_a_letter
from explainer.language.mappings import LAMBDA, NAME, mapping
from explainer.language.neighbours import neighbours_named
from explainer.language.objectives import derivative_called, named_result, objective, operator_in_front
from explainer.language.parsing import Parsed, parse_expression, parse_variable
from explainer.language.pasted import Pasted, Source, sources_of
from explainer.language.pasted.result import renamed, shapes_renamed
from explainer.language.premises import Premises, between_spaces, is_property, premises
from explainer.language.prose import in_words, told_left_out
from explainer.language.second import Twice, refuse_inside, refuse_unsaid, slope_of, twice
from explainer.language.squared_variable import squared_variable
from explainer.language.text.characters import fold
from explainer.language.text.vocabulary import canonical_name
from explainer.language.words_for_signs import in_signs
from explainer.phrases import Phrase, joined, phrase
from explainer.threads import Latest

_CODE = LatePattern(
    rf"{LAMBDA}|(?<!\w)(?:(?:np|numpy|jnp|jax|torch|tf|math|scipy|nn|F)\.\w|def\s|return\s|for\s+\w+(?:\s*,\s*\w+)*\s+in\s)"
)
"""What nothing but code has: a library in front of its function, and words of Python."""
_Shapes: TypeAlias = Mapping[str, str | Shape] | None
_Kinds: TypeAlias = Mapping[str, str] | None


class Question(NamedTuple):
    """A function and what it is to be differentiated by, if that is said.

    `text` is the question in the input language, `parsed` the function, `translation` how LaTeX or code was read.
    """

    text: str
    parsed: Parsed
    translation: Pasted | None = None
    source: str = ""

    @property
    def notes(self) -> tuple[str, ...]:
        """What to tell about the reading, the translation first."""
        if self.translation is None:
            return self.parsed.notes
        text = self.translation.text.strip()
        read = phrase("The {0} was read as {1}.", self.source, text) if self.source else _whole(text)
        return (read, *self.translation.notes, *self.parsed.notes)


_ARGUMENT = LatePattern(
    r"(?<![\w\\])(?:[A-Za-z]\w*|\\?[A-Za-z]+(?:\s*\{\w+\})?|[^\W\d_])\s*(?:\\left\s*)?\(\s*"
    rf"(?P<name>{NAME})\s*(?:\\right\s*)?\)\s*=(?!=)"
    r"|(?:^|\n)\s*(?:def\s+\w+\(\s*(?P<parameter>\w+)\s*\)\s*:|\w*\s*=?\s*lambda\s+(?P<bound>\w+)\s*:)",
    0,
    ("=", ":"),
)
"""f(x) = …, def f(x): and lambda x: of one argument, which is what the function is a function of."""
_SEVERAL = LatePattern(rf"(?<![\w\\])\w\s*\(\s*(?P<names>{NAME}(?:\s*,\s*{NAME})+)\s*\)\s*=(?!=)", 0, ("=",))
"""The same of several arguments, of which a gradient is asked for."""


def read_question(
    text: str,
    shapes: Mapping[str, str | Shape] | None = None,
    wrt: str | None = None,
    kinds: Mapping[str, str] | None = None,
) -> Question:
    """Read a question. A derivative sign in front, d/dx (…), names the variable; what is behind it is the function.

    `wrt` names the variable where the text does not; beside another variable in front, the derivative in front stays
    a part of the function. Where nothing names one, the argument of f(x) = … does.

    Raises ParseError with the place, ShapeError with both shapes, LimitError beyond the limits.
    """
    asked = text, tuple((shapes or {}).items()), wrt, tuple((kinds or {}).items())
    try:
        known = _LAST.get(asked)
    except TypeError:  # a shape that is none
        return _question(text, shapes, wrt, kinds)
    if known is None:
        known = _question(text, shapes, wrt, kinds)
        _LAST.put(asked, known)
        _LAST.forget()
    return known


_LAST: Latest[tuple[object, ...], Question] = Latest(8)
"""The last questions: what was previewed is derived next, and by several methods one after the other."""


def _question(text: str, shapes: _Shapes, wrt: str | None, kinds: _Kinds) -> Question:
    text = without_marks(text)
    try:
        return _unmarked(text, shapes, wrt, kinds)
    except ExplainerError:
        alone, neighbours = formula_alone(text), shifted_sum(text)
        if neighbours is not None:
            found = _unmarked(neighbours.text, {**neighbours.wholes, **(shapes or {})}, None, kinds).parsed
            whole = put_together(found, neighbours, wrt)
            return Question(whole.text, whole)
        if alone is None:
            raise
    return _noted(_unmarked(alone.text, shapes, wrt, kinds), told_left_out(alone.words))


def _unmarked(text: str, shapes: _Shapes, wrt: str | None, kinds: _Kinds) -> Question:
    squared = squared_variable(text, wrt)
    if squared is not None:
        return _noted(_unmarked(squared.text, shapes, squared.wrt, kinds), squared.note)
    found = _read(text, shapes, wrt, kinds)
    if wrt is not None or found.parsed.wrt is not None:
        return found
    argument = _ARGUMENT.search(text, 0, _FRONT)
    known = found.parsed.shapes
    if argument is None or "=" in text[: argument.start()] or re.search(r"\bwhere\b", text[: argument.start()]):
        several = _SEVERAL.search(text, 0, _FRONT) if re.search(r"gradient|jacobi", text, re.IGNORECASE) else None
        if several is not None:
            return _by_all(text, several["names"], shapes, kinds, found)
        alone = len(known) == 1 and _asks(text)
        return found._replace(parsed=_by_the_only(found.parsed)) if alone else found
    name = next(filter(None, argument.groups()))
    if not {_plain_name(name), _plain_name(name).upper()} & {*known, *(part.split("_")[0] for part in known)}:
        return found
    try:
        again = _read(text, shapes, name, kinds)
    except ExplainerError:
        return found  # a size, or what the function has not
    return _noted(again, _of_arguments((name,)))


def _by_all(text: str, names: str, shapes: _Shapes, kinds: _Kinds, found: Question) -> Question:
    """The gradient of f(x, y) = … with respect to all arguments, where they are scalars."""
    plain = [_plain_name(name) for name in re.split(r"\s*,\s*", names)]
    known = found.parsed.shapes
    if not all(name in known and known[name].is_scalar for name in plain):
        return found
    again = _read(text, shapes, f"({', '.join(plain)})", kinds)
    return _noted(again, _of_arguments(plain))


def _asks(text: str) -> bool:
    """Whether a text asks for a derivative and does not say which one."""
    readers = (in_words, derivative_around, twice)
    return operator_in_front(text, ()) is not None or any(reader(text) is not None for reader in readers)


def _of_arguments(names: Sequence[str]) -> Phrase:
    """What names the variable of f(x) = …, x -> … and lambda x: …, with brackets around it or without."""
    if len(names) == 1:
        return phrase("{0} is the argument of the function, so it is the variable.", *names)
    return phrase("{0} are the arguments of the function, so they are the variables.", joined(", ", names, " and "))


def _by_the_only(parsed: Parsed) -> Parsed:
    """What words ask of a function of one name: the derivative with respect to that one."""
    (name,) = parsed.shapes
    note = phrase("{0} is the only name, and taken as the variable.", name)
    return replace(parsed, wrt=parse_variable(name, parsed.shapes), notes=(*parsed.notes, note))


_FRONT = 300
"""So far a text is looked through for the name of its function."""
_MOST_LEFT_OUT = 20
"""So many signs in front, such as x ↦ and y =, are left out one after the other; nobody means more."""


def _read(
    text: str,
    shapes: _Shapes = None,
    wrt: str | None = None,
    kinds: _Kinds = None,
    left_out: int = 0,
) -> Question:
    """Read a question whose variable is given, stands in front or is not named; `left_out` signs stood before it."""
    _refuse_too_many(left_out, text)
    renamed = neighbours_named(text)
    if renamed is not None:
        variable = neighbours_named(wrt or "")
        found = _read(renamed.text, shapes, wrt if variable is None else variable.text, kinds)
        return _after(found, renamed.note)
    mapped = mapping(text) if between_spaces(text) is None else None  # f: ℝ → ℝ, f(x) = … names no variable
    if mapped is not None:
        found = _read(
            " " * mapped.start + text[mapped.start :], shapes, wrt or _all_of(mapped.variables), kinds, left_out + 1
        )
        front = phrase("{0} in front was left out: what follows is differentiated.", mapped.sign)
        return _after(found, front if wrt else _of_arguments(mapped.variables))
    called = derivative_called(text) or operator_in_front(text, shapes or {})
    if called is not None:
        body = " " * called.start + text[called.start : called.end]
        found = _read(body, shapes, wrt or _all_of(called.variables), kinds, left_out + 1)
        return _after(found, _of_sign(called.sign))
    said = premises(text)
    if said is not None:
        return _with_premises(said, shapes, wrt, kinds)
    worded = in_words(text)
    if worded is not None:
        found = _read(worded.text, shapes, wrt or _all_of(worded.variables), kinds, left_out + 1)
        return _after(found, told_left_out(worded.words))
    around = derivative_around(text)
    if around is not None:
        body = " " * around.start + text[around.start : around.end]
        found = _read(body, shapes, wrt or _all_of(around.variables), kinds, left_out + 1)
        named = phrase("{0} names the variable.", around.sign)
        return _after(found, named if around.variables else _of_sign(around.sign))
    again = twice(text)
    if again is not None:
        return _derived_twice(text, again, shapes, wrt)
    refuse_inside(text, {*(shapes or {}), wrt or ""})
    refuse_unsaid(text)
    asked = objective(text)
    if asked is not None:
        # Blanks instead of the words keep the places of what is refused behind them.
        body = " " * asked.start + text[asked.start : asked.end]
        found = _read(body, shapes, wrt or _all_of(asked.variables), kinds, left_out + 1)
        return _after(found, phrase("{0} in front was left out: what follows is differentiated.", asked.sign))
    signs = in_signs(text, {*(shapes or {}), wrt or ""})
    if signs is not None:
        found = _read(signs, shapes, wrt, kinds, left_out + 1)
        return _after(found, _whole(signs.strip()))
    result = named_result(text)
    if result is not None and not asks_for_a_letter(result[0], wrt, text[result[1] :]):
        found = _read(" " * result[1] + text[result[1] :], shapes, wrt, kinds, left_out + 1)
        return _after(found, phrase("{0} names the result; what is right of “=” is read.", result[0]))
    return _by_any_reader(text, shapes, _plain_variable(wrt), kinds)


def _by_any_reader(text: str, shapes: _Shapes, wrt: str | None, kinds: _Kinds) -> Question:
    """A function alone: LaTeX, code or the input language."""
    refused: ParseError | None = None
    for source in sources_of(text):
        try:
            return _translated(source, text, shapes, wrt, kinds)
        except ParseError as error:
            refused = refused or error
            if _CODE.search(text) is not None or "\\" in text:
                raise
    # A text may look like code by a w.T alone: then it is in the input language, if that reads it.
    try:
        return Question(text, _without_sign(parse_expression(text, shapes, wrt or None, kinds, opens=True)))
    except ExplainerError:
        if refused is None:
            raise
    raise refused


def _refuse_too_many(left_out: int, text: str) -> None:
    if left_out > _MOST_LEFT_OUT:
        start = len(text) - len(text.lstrip())
        raise LimitError(
            phrase("more than {0} signs and names stand in front of the function", str(_MOST_LEFT_OUT)),
            text=text,
            position=start,
            end=start + 1,
            hint="Type the function alone; shapes and definitions may follow after “where”.",
        )


def _derived_twice(text: str, again: Twice, shapes: _Shapes, wrt: str | None) -> Question:
    """d²/dx² f as the derivative of a derivative; the function is read first, alone, which gives names their shapes."""
    variables, behind = again.variables, text[again.start :].replace("$", " ")
    front = slope_of(text[: again.start]) if variables is None else f"{again.function} ".rjust(again.start)
    found = _read(front + behind, shapes, wrt if variables is None else variables[1])
    if variables is None:
        found = found._replace(parsed=replace(found.parsed, notes=found.parsed.notes[1:]))  # of the words in front
        if wrt is None and found.parsed.wrt is None and len(found.parsed.shapes) == 1:
            found = found._replace(parsed=_by_the_only(found.parsed))
        asked = wrt or (None if found.parsed.wrt is None else found.parsed.wrt.text())
        if asked is None:
            return found
        variables = (asked, asked)
    inner, outer = (str(_plain_variable(name)) for name in variables)
    names = {} if found.translation is None else found.translation.names
    inner, outer = names.get(inner, inner), names.get(outer, outer)
    function, where, said = found.text.strip().partition(" where ")
    body, rest = _body(found.parsed.expression)
    if rest is not None:
        for definition in reversed(rest.definitions):
            body = substitute(body, {definition.left: definition.right})
        function, where, said = body.text(), "", ""
    first = f"d({function})/d({inner})"
    if found.parsed.wrt is not None and not found.parsed.wrt.shape.is_scalar:
        first = f"({first})'"  # a column, whose derivative is a matrix
    written = f"d({first})/d({outer})" + where + said
    parsed = parse_expression(written, found.parsed.shapes)
    parsed = replace(
        _without_sign(parsed), notes=(*found.notes, phrase("{0} asks for a second derivative.", again.sign))
    )
    return Question(written, parsed)


def _after(found: Question, note: str) -> Question:
    """A question that was read behind words in front, with a note on these."""
    return _noted(found._replace(text=found.text.strip()), note)


def _noted(found: Question, note: str) -> Question:
    return found._replace(parsed=replace(found.parsed, notes=(note, *found.parsed.notes)))


def _with_premises(said: Premises, shapes: _Shapes, wrt: str | None, kinds: _Kinds) -> Question:
    """The function with the shapes that words say; they stand behind `where` in what is kept."""
    given = {_plain_name(name): shape for name, shape in said.shapes.items()}
    taken = {_plain_name(name): kind for name, kind in said.kinds.items()}
    known = {**taken, **(kinds or {})}
    bare = {name: shape for name, shape in given.items() if is_property(shape)}
    if bare:
        rest = {name: shape for name, shape in given.items() if name not in bare}
        first = _read(said.text, {**rest, **(shapes or {})}, wrt, {**known, **dict.fromkeys(bare, "matrix")})
        sizes = {name: first.parsed.shapes[name].sizes for name in bare if name in first.parsed.shapes}
        given |= {name: f"{shape} {rows} x {rows}" for name, shape in bare.items() for rows in sizes.get(name, ())[:1]}
        given = {name: shape for name, shape in given.items() if not is_property(shape)}
    found = _read(said.text, {**given, **(shapes or {})}, wrt, known)
    clauses = ", ".join(f"{name}: {shape}" for name, shape in given.items() if name in found.parsed.shapes)
    if clauses:
        text = found.text.strip()
        found = found._replace(text=f"{text}{', ' if ' where ' in text else ' where '}{clauses}")
    return found._replace(parsed=replace(found.parsed, notes=(_told(said), *found.parsed.notes)))


def _told(said: Premises) -> str:
    return phrase("“{0}” is read as what is said of the names.", said.words)


def _plain_name(name: str) -> str:
    return canonical_name(str(_plain_variable(name)))


def _translated(source: Source, text: str, shapes: _Shapes, wrt: str | None, kinds: _Kinds) -> Question:
    translation = source.translate(text)
    variable = renamed(wrt, translation.names) or translation.wrt or None
    given = shapes_renamed(shapes, translation.names)
    dialect = translation.dialect
    known = {**translation.kinds, **(kinds or {})}
    try:
        parsed = parse_expression(translation.text, given, variable, known, dialect, opens=True)
    except LimitError as error:
        if len(text) >= len(translation.text):
            raise
        said = phrase("written out as formulas, what is pasted is too long ({0} signs)", f"{len(translation.text):,}")
        raise LimitError(said, text=text, position=0, hint="Paste fewer layers.") from error
    translation = translation._replace(text=parsed.text)
    return Question(parsed.text, _without_sign(parsed), translation, source.name)


def _whole(text: str) -> str:
    return phrase("The text was read as {0}.", text)


def _plain_variable(wrt: str | None) -> str | None:
    """The variable in the input language where it is given in LaTeX, as \\theta or \\mathbf{w}."""
    if wrt is None or "\\" not in wrt:
        return wrt
    from explainer.language.pasted.from_latex import reader

    return fold(reader.translate(wrt).text)


def _of_sign(sign: str) -> str:
    """What became of a sign of differentiation, in front or behind."""
    if sign.endswith("'"):
        return phrase("The prime is read as the derivative: write ᵀ for a transpose.")
    return phrase("{0} in front was left out: what follows is differentiated.", sign)


def _all_of(names: tuple[str, ...]) -> str | None:
    """The variables that words name, as one variable of the input language; None where they name none."""
    variable = ", ".join(str(_plain_variable(name)) for name in names)
    return f"({variable})" if len(names) > 1 else variable or None


def _without_sign(parsed: Parsed) -> Parsed:
    """The function behind a derivative sign that stands in front of everything."""
    body, rest = _body(parsed.expression)
    if not isinstance(body, Derivative) or (parsed.wrt is not None and parsed.wrt is not body.wrt):
        return parsed
    sign = phrase("What follows d/d{0} is differentiated with respect to {0}.", body.wrt.text())
    expression = body.body if rest is None else Where(body.body, rest.definitions, rest.facts)
    return replace(parsed, expression=expression, wrt=body.wrt, notes=(sign, *parsed.notes))


def _body(expression: Node) -> tuple[Node, Where | None]:
    return (expression.body, expression) if isinstance(expression, Where) else (expression, None)
