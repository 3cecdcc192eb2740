"""From a lesson file to a lesson: every field is checked, and what is wrong is named with its line and a way on.

Only the form is checked here, with nothing but the standard library, so that lessons are listed at once; whether
formulas can be read and derivations finish is for `explainer.lessons.faults`. The kinds of blocks
and their fields are listed in `MAKERS`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import Any, NoReturn

from explainer.figures import FIGURES
from explainer.lessons.error import LessonError
from explainer.lessons.lesson import (
    Ask,
    Block,
    Correction,
    Drill,
    Lesson,
    LessonDescent,
    LessonFigure,
    LessonProblem,
    NotationList,
    Prose,
    Question,
    RuleList,
    Table,
)
from explainer.lessons.places import TOP, Places, field_places, line_of
from explainer.lessons.richtext import Formula, RichText
from explainer.phrases import phrase

LAYOUTS = ("numerator", "denominator")
MOST_BITS = 997
"""A whole number of more binary digits lies beyond 10^300, the largest that is read anywhere."""
MOST_GRADE = 5  # as hard as the problems that are made, which stand beside those of a lesson
_TEXT = re.compile(r"""'''.*?'''|["]{3}.*?["]{3}|'[^'\n]*'|"(?:\\.|[^"\\\n])*["]|[#][^\n]*""", re.DOTALL)
_NUMBER = re.compile(r"[0-9a-fA-F_xob]+")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]*\Z")


class Fields:
    """The fields of a lesson or of one block, each read as what it should be.

    Raises LessonError from every method, naming the field.
    """

    def __init__(self, values: Mapping[str, Any], file: str, places: Places, block: int) -> None:
        self.values = values
        self.file = file
        self.places = places
        self.block = block

    def refuse(self, field: str, complaint: str, hint: str) -> NoReturn:
        """Complain about a field. Raises LessonError always."""
        line = line_of(self.places, self.block, field)
        raise LessonError(complaint, file=self.file, line=line, field=field, hint=hint)

    def allow(self, known: Iterable[str]) -> None:
        """Refuse fields of other names."""
        names = sorted(known)
        for name in self.values:
            if name not in names:
                near = get_close_matches(name, names, n=1)
                suggestion = phrase("Did you mean {0}? ", near[0]) if near else ""
                self.refuse(
                    name, "there is no such field here", phrase("{0}The fields are: {1}.", suggestion, ", ".join(names))
                )

    def string(self, field: str, default: str | None = None) -> str:
        """A text that is not empty."""
        value = self.values.get(field, default)
        if value is None:
            self.refuse(field, "it is missing", phrase('Add {0} = "…".', field))
        if not isinstance(value, str):
            self.refuse(
                field, phrase("{0} is not a text", f"{value!r}"), phrase('Put it between quotes: {0} = "…".', field)
            )
        if not value.strip() and field in self.values:
            self.refuse(field, "it is empty", "Write something, or remove the field.")
        return value.strip()

    def identifier(self, field: str) -> str:
        """A name of letters, digits, dots and hyphens."""
        value = self.string(field)
        if not _ID.match(value):
            hint = "Use letters, digits, dots and hyphens, such as chain-rule."
            self.refuse(field, phrase("“{0}” is not a name", value), hint)
        return value

    def choice(self, field: str, choices: tuple[str, ...]) -> str:
        """One of several words, the first of them where nothing is said."""
        value = self.string(field, choices[0])
        if value not in choices:
            self.refuse(field, phrase("there is no “{0}”", value), phrase("Choose one of: {0}.", ", ".join(choices)))
        return value

    def order(self) -> int:
        """How often is differentiated: once, where nothing is said."""
        value = self.values.get("order", 1)
        if type(value) is not int or value not in (1, 2):
            self.refuse("order", phrase("there is no order {0}", f"{value!r}"), "Write order = 2 for the Hessian.")
        return int(value)

    def strings(self, field: str) -> tuple[str, ...]:
        """A list of at least one text."""
        value = self.values.get(field)
        if value is None:
            self.refuse(field, "it is missing", phrase('Add {0} = ["…"].', field))
        texts = value if isinstance(value, list) else []
        if not texts or not all(isinstance(item, str) and item.strip() for item in texts):
            self.refuse(field, "it is not a list of texts", phrase('Write {0} = ["…", "…"].', field))
        return tuple(texts)

    def shapes(self) -> Mapping[str, str]:
        """The shapes by name; none where nothing is said."""
        value = self.values.get("shapes", {})
        if not isinstance(value, dict) or not all(isinstance(shape, str) for shape in value.values()):
            self.refuse(
                "shapes", "it does not give names their shapes as texts", 'Write shapes = { w = "n", b = "scalar" }.'
            )
        return value

    def rich(self, field: str, shapes: Mapping[str, str], default: str | None = None) -> RichText:
        """A text with formulas between braces."""
        return self.pairing(field, self.string(field, default), shapes)

    def pairing(self, field: str, source: str, shapes: Mapping[str, str]) -> RichText:
        """The text, with its braces pairing."""
        text = RichText(source, shapes)
        try:
            _ = text.paragraphs
        except ValueError as error:
            self.refuse(field, str(error), "Write formulas as {x^2}, and braces themselves as \\{ and \\}.")
        return text


def read_lesson(source: str, file: str) -> Lesson:
    """The lesson that a file holds. Raises LessonError naming file, line and field, with a way on."""
    try:
        data = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise _syntax_error(error, source, file) from error
    except RecursionError as error:
        raise LessonError(
            "it is nested too deeply", file=file, hint="Lists may be nested only a few levels deep."
        ) from error
    except ValueError as error:  # Python reads no whole number of more than 4,300 digits
        raise _number_too_large(source, file) from error
    if not _are_moderate(data):
        raise _number_too_large(source, file)
    places = field_places(source)
    fields = Fields(data, file, places, TOP)
    fields.allow(("id", "title", "section", "goals", "shapes", "blocks"))
    identifier, title, section = fields.identifier("id"), fields.string("title"), fields.string("section")
    shapes = fields.shapes()
    goals = tuple(fields.pairing("goals", goal, shapes) for goal in fields.strings("goals"))
    blocks: list[Block] = []
    for number, values in enumerate(_tables(fields)):
        blocks.append(_block(Fields(values, file, places, number), title, shapes, blocks))
    return Lesson(identifier, title, section, goals, tuple(blocks), file, places)


def _syntax_error(error: tomllib.TOMLDecodeError, source: str, file: str) -> LessonError:
    found = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)", str(error))
    line = int(found[1]) if found and found[1] else source.count("\n") + 1
    said = str(error).replace(found[0], "") if found else str(error)
    return LessonError(
        phrase("this is not TOML: {0}{1}", said[:1].lower(), said[1:]),
        file=file,
        line=line,
        hint="Texts stand between quotes, long ones between '''.",
    )


def _are_moderate(data: Mapping[str, Any]) -> bool:
    """Whether all numbers are such as the language reads: what is larger cannot be computed with, nor be written."""
    waiting: list[Any] = [data]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, int) and value.bit_length() > MOST_BITS:
            return False
    return True


def _number_too_large(source: str, file: str) -> LessonError:
    # The digits inside of texts are letters like others: each text is left out, its ends of lines are not.
    lines = _TEXT.sub(lambda text: "\n" * text[0].count("\n"), source).split("\n")
    longest = max(range(len(lines)), key=lambda k: max(map(len, _NUMBER.findall(lines[k])), default=0), default=0)
    return LessonError(
        "a number in it is too large",
        file=file,
        line=longest + 1,
        hint="Numbers go up to 10^300; write 1e10 for 10^10.",
    )


def _tables(fields: Fields) -> list[Mapping[str, Any]]:
    value = fields.values.get("blocks")
    if not isinstance(value, list) or not value or not all(isinstance(item, dict) for item in value):
        fields.refuse("blocks", "the lesson has no blocks", 'Add [[blocks]] with kind = "prose" and text = "…".')
    return value


def _block(fields: Fields, title: str, shapes: Mapping[str, str], earlier: list[Block]) -> Block:
    """One block. Its own shapes come on top of those of the lesson."""
    kind = fields.string("kind")
    if kind not in MAKERS:
        near = get_close_matches(kind, MAKERS, n=1)
        suggestion = phrase("Did you mean {0}? ", near[0]) if near else ""
        fields.refuse(
            "kind",
            phrase("there is no kind “{0}”", kind),
            phrase("{0}The kinds are: {1}.", suggestion, ", ".join(MAKERS)),
        )
    names, make = MAKERS[kind]
    fields.allow(("kind", *names.split()))
    return make(fields, title, {**shapes, **fields.shapes()}, earlier)


def _prose(fields: Fields, title: str, shapes: Mapping[str, str], earlier: list[Block]) -> Prose:
    return Prose(fields.rich("text", shapes))


def _problem(fields: Fields, title: str, shapes: Mapping[str, str], earlier: list[Block]) -> LessonProblem:
    return LessonProblem(
        id=fields.identifier("id"),
        title=fields.string("title"),
        section=title,
        text=fields.string("text"),
        wrt=fields.string("wrt"),
        method=fields.string("method", "auto"),
        layout=fields.choice("layout", LAYOUTS),
        shapes=fields.shapes(),
        caption=fields.rich("caption", shapes, ""),
        order=fields.order(),
    )


def _question(fields: Fields, title: str, shapes: Mapping[str, str], earlier: list[Block]) -> Question:
    expects = Formula(fields.string("expects"), shapes) if "expects" in fields.values else None
    return Question(
        fields.rich("text", shapes), fields.rich("hint", shapes), fields.rich("answer", shapes, ""), expects
    )


def _ask(fields: Fields, title: str, shapes: Mapping[str, str], earlier: list[Block]) -> Ask:
    choices = fields.strings("choices")
    right = fields.values.get("right")
    if not isinstance(right, int) or isinstance(right, bool) or not 1 <= right <= len(choices):
        fields.refuse("right", "it is not the number of a choice", phrase("Write right = 1 to {0}.", len(choices)))
    if len(choices) < 2:
        fields.refuse("choices", "there is nothing to choose from", 'Write choices = ["{m} × {n}", "{n} × {m}"].')
    return Ask(
        text=fields.rich("text", shapes),
        choices=tuple(fields.pairing("choices", choice, shapes) for choice in choices),
        right=right - 1,
        why=fields.rich("why", shapes),
    )


def _drill(fields: Fields, title: str, shapes: Mapping[str, str], earlier: list[Block]) -> Drill:
    grade = fields.values.get("grade", 1)
    if not isinstance(grade, int) or isinstance(grade, bool) or not 1 <= grade <= MOST_GRADE:
        fields.refuse("grade", phrase("it is not a grade from 1 to {0}", MOST_GRADE), "Write grade = 2.")
    return Drill(fields.string("title"), fields.strings("skills"), grade)


def _correction(fields: Fields, title: str, shapes: Mapping[str, str], earlier: list[Block]) -> Correction:
    problem = _earlier_problem(fields, earlier)
    at = fields.values.get("at")
    if not isinstance(at, dict) or not at or not all(map(_is_numbers, at.values())):
        fields.refuse("at", "it does not give names their numbers", "Write at = { x = [1, 2], z = 3 }.")
    return Correction(
        problem=problem,
        text=fields.rich("text", shapes),
        printed=fields.string("printed"),
        holds=fields.string("holds"),
        at=at,
        derivative=fields.string("derivative", ""),
        against=fields.string("against", ""),
        shapes=fields.shapes(),
    )


def _is_numbers(value: object) -> bool:
    if isinstance(value, list):
        return bool(value) and all(map(_is_numbers, value))
    return isinstance(value, int | float) and not isinstance(value, bool)


def _rules(fields: Fields, title: str, shapes: Mapping[str, str], earlier: list[Block]) -> RuleList:
    return RuleList(fields.strings("ids"))


def _table(fields: Fields, title: str, shapes: Mapping[str, str], earlier: list[Block]) -> Table:
    return Table(fields.string("title"), fields.strings("problems"))


def _notation(fields: Fields, title: str, shapes: Mapping[str, str], earlier: list[Block]) -> NotationList:
    entries = fields.values.get("entries")
    if not isinstance(entries, list) or not entries or not all(map(_is_pair, entries)):
        fields.refuse(
            "entries", "it is not a list of pairs of texts", 'Write entries = [["{x\'}", "the transpose of {x}"]].'
        )
    first = [fields.pairing("entries", sign, shapes) for sign, _ in entries]
    second = [fields.pairing("entries", meaning, shapes) for _, meaning in entries]
    return NotationList(tuple(zip(first, second, strict=True)))


def _is_pair(entry: object) -> bool:
    return isinstance(entry, list) and len(entry) == 2 and all(isinstance(item, str) and item.strip() for item in entry)


def _figure(fields: Fields, title: str, shapes: Mapping[str, str], earlier: list[Block]) -> LessonFigure:
    name = fields.string("figure")
    kind = next((kind for kind in FIGURES if kind.id == name), None)
    if kind is None:
        names = [kind.id for kind in FIGURES]
        near = get_close_matches(name, names, n=1)
        suggestion = phrase("Did you mean {0}? ", near[0]) if near else ""
        fields.refuse(
            "figure",
            phrase("there is no figure “{0}”", name),
            phrase("{0}The figures are: {1}.", suggestion, ", ".join(names)),
        )
    if kind.needs and "problem" not in fields.values:
        fields.refuse("problem", phrase("the figure {0} needs {1}", name, kind.needs), 'Name one above: problem = "…".')
    options = fields.values.get("options", {})
    if not isinstance(options, dict) or not set(options) <= set(kind.options):
        known = ", ".join(kind.options) or "none"
        fields.refuse("options", "the figure does not understand them", phrase("Its options are: {0}.", known))
    problem = _earlier_problem(fields, earlier) if "problem" in fields.values else None
    return LessonFigure(name, fields.rich("caption", shapes), problem, options)


def _earlier_problem(fields: Fields, earlier: list[Block]) -> LessonProblem:
    """The problem that the field names, which stands above."""
    return _standing_above(fields, "problem", fields.identifier("problem"), earlier)


def _standing_above(fields: Fields, field: str, wanted: str, earlier: list[Block]) -> LessonProblem:
    problems = {block.id: block for block in earlier if isinstance(block, LessonProblem)}
    if wanted not in problems:
        above = ", ".join(problems) or "none"
        fields.refuse(
            field, phrase("no problem {0} stands above", wanted), phrase("Put it before this; above are: {0}.", above)
        )
    return problems[wanted]


def _descent(fields: Fields, title: str, shapes: Mapping[str, str], earlier: list[Block]) -> LessonDescent:
    problems = tuple(_standing_above(fields, "problems", wanted, earlier) for wanted in fields.strings("problems"))
    size, steps = fields.values.get("step_size"), fields.values.get("steps")
    if not isinstance(size, int | float) or isinstance(size, bool):
        fields.refuse("step_size", "it is not a number", "Write step_size = 0.1.")
    if not isinstance(steps, int) or isinstance(steps, bool) or steps < 1:
        fields.refuse("steps", "it is not a whole number, 1 or greater", "Write steps = 10.")
    return LessonDescent(
        title=fields.string("title"),
        caption=fields.rich("caption", shapes, ""),
        problems=problems,
        start=_numbers_by_name(fields, "start", "start = { w = [0, 0], b = 0 }"),
        data=_numbers_by_name(fields, "data", "data = { X = [[1, 2], [3, 4]], y = [1, 0] }"),
        step_size=float(size),
        steps=steps,
    )


def _numbers_by_name(fields: Fields, field: str, example: str) -> Mapping[str, Any]:
    value = fields.values.get(field)
    if not isinstance(value, dict) or not value or not all(map(_is_numbers, value.values())):
        fields.refuse(field, "it does not give names their numbers", phrase("Write {0}.", example))
    return value


Maker = Callable[[Fields, str, Mapping[str, str], list[Block]], Block]

MAKERS: Mapping[str, tuple[str, Maker]] = {
    "prose": ("text shapes", _prose),
    "problem": ("id title text wrt method layout order shapes caption", _problem),
    "question": ("text hint answer expects shapes", _question),
    "correction": ("problem text printed holds at derivative against shapes", _correction),
    "rules": ("ids", _rules),
    "table": ("title problems", _table),
    "notation": ("entries shapes", _notation),
    "figure": ("figure problem options caption", _figure),
    "descent": ("title problems start data step_size steps caption shapes", _descent),
    "ask": ("text choices right why shapes", _ask),
    "drill": ("title skills grade", _drill),
}
"""Every kind of block: the fields that it may have, and what makes it."""
