"""Several statements of the input language in one text: each gives a name its value, the last is the function.

    z = W x + b; a = relu(z); L = ||a - y||^2 where W: m x n

becomes `||a - y||^2 where z = W x + b, a = relu(z), W: m x n`; they stand on lines of their own, or with ; or , between
them.
"""

from __future__ import annotations

import re

from explainer.errors import ParseError
from explainer.language.late_patterns import LatePattern
from explainer.language.pasted.names import rests_on
from explainer.language.pasted.result import Pasted
from explainer.language.text.characters import GREEK_WORDS
from explainer.language.text.dialects import without_signs_of_matlab
from explainer.language.text.vocabulary import function_names
from explainer.phrases import phrase

_SEPARATORS = frozenset(";\n")
_LETTERS = re.compile(r"(?<![\w.])[^\W\d_]{2,4}(?![\w(])")
_WHOLE = frozenset(function_names()) | GREEK_WORDS | frozenset({"where", "if", "and", "in"})
_WHERE = re.compile(r"(?<!\w)where(?!\w)")
_DECLARATION = LatePattern(r"[^\W\d]\w*(?:\s*,\s*[^\W\d]\w*)*\s*:(?!=).+", re.DOTALL)
_STATEMENT = LatePattern(r"\s*([^\W\d](?:[\w^{}]|\([^\W\d]\w*\))*?)\s*:?=(?![=>])\s*(.*)", re.DOTALL)


def recognise(text: str) -> bool:
    """Whether there is more than one statement, or the sign at the end of one: `x^2;`."""
    whole = text
    text, _, said = _parted(_with_whole_lines(text))
    if text != _parted(whole)[0] and len(_pieces(text)) == 1:
        return True  # lines that go on are one statement
    pieces = _pieces(text)
    if len(pieces) == 1:
        return any(sign in said for sign in _SEPARATORS) if said else pieces[0] != text.strip()
    head = [piece for piece in pieces if not _DECLARATION.fullmatch(piece)]
    return len(pieces) > 1 and bool(head) and all(_STATEMENT.fullmatch(piece) for piece in head[:-1])


def _with_whole_lines(text: str) -> str:
    """The text with lines joined that go on with what the line before began: they stand further right."""
    lines = text.split("\n")
    for k in range(len(lines) - 1, 0, -1):
        began, line = lines[k - 1], lines[k]
        indent = len(line) - len(line.lstrip())
        goes_on = indent > len(began) - len(began.lstrip()) and line.strip() and not _STATEMENT.fullmatch(line)
        statement = _STATEMENT.fullmatch(began)
        if goes_on and statement and not _uses(line, statement[1].partition("(")[0], {}):
            lines[k - 1 : k + 1] = [f"{began} {line}"]  # as long as before, which keeps all places
    return "\n".join(lines)


def _parted(text: str) -> tuple[str, str, str]:
    """What stands before the first `where`, the word itself, and what is said behind it."""
    found = next((place for place in _WHERE.finditer(text) if _is_outside(text[: place.start()])), None)
    if found is None:
        return text, "", ""
    return text[: found.start()], found.group(), text[found.end() :].rstrip(" ;\n")


def _is_outside(before: str) -> bool:
    return sum(before.count(sign) for sign in "([{") == sum(before.count(sign) for sign in ")]}")


def translate(text: str) -> Pasted:
    """The last statement, with those before it that it rests on behind `where`.

    Raises ParseError where a name gets two values.
    """
    text = _with_whole_lines(text)
    head, _, said = _parted(text)
    clauses = [piece for piece in _pieces(head) if _DECLARATION.fullmatch(piece)]
    values = _values(head, text)
    if not values:
        raise ParseError("the text is empty", text=text, position=0, hint="Type a function such as x^2.")
    *_, last = values
    for piece in _pieces(said):
        statement = _STATEMENT.fullmatch(piece)
        if statement and statement[1].partition("(")[0] not in {*values, *_WHOLE}:
            values = {statement[1].partition("(")[0]: statement[2].strip(), **values}
        else:
            clauses.append(piece)
    # L = (a - y)^2, a = σ(z): the function may stand first, before what it rests on.
    top = [name for name in values if not any(_uses(other, name, values) for other in values.values())]
    if last not in top and len(top) == 1:
        last = top[0]
    value = values.pop(last)
    ordered: dict[str, str] = {}
    _put(value, values, ordered, frozenset())
    left_out = [name for name in values if name and name not in ordered] if not ordered else []
    notes = tuple(phrase("{0} is not used by what follows, and was left out.", name) for name in left_out)
    where = [f"{_left_side(name, text)} = {definition}" for name, definition in ordered.items()]
    where += clauses
    return Pasted(value + (" where " + ", ".join(where) if where else ""), None, notes)


def translate_matlab(text: str) -> Pasted:
    """What MATLAB computes: its signs in those of the language, and several statements as one."""
    asked = "diff(" in text
    text, variable = without_signs_of_matlab(text)
    notes = (phrase("The derivative sign was left out: the program differentiates."),) if asked and variable else ()
    return Pasted(translate(text).text if recognise(text) else text, variable, notes)


def _values(head: str, text: str) -> dict[str, str]:
    """The names with their values, in their order; a last value without a name has the empty one."""
    values: dict[str, str] = {}
    place = 0
    for piece in _pieces(head):
        if _DECLARATION.fullmatch(piece):
            continue
        statement = _STATEMENT.fullmatch(piece)
        name, value = (statement[1].partition("(")[0], statement[2].strip()) if statement else ("", piece)
        place = text.index(piece, place)
        if name in values:
            raise ParseError(
                "this name has a value already",
                text=text,
                position=place,
                end=place + len(name),
                hint="Give the new value a name of its own.",
            )
        values[name] = value
    return values


def _left_side(name: str, text: str) -> str:
    """The name that a statement gives its value to, with its arguments where it is a function that the text calls."""
    calls = re.findall(rf"(?<!\w){re.escape(name)}(\([^()]*\))(?!\s*:?=(?!=))", text)
    defined = re.search(rf"(?<!\w){re.escape(name)}(\([^()]*\))\s*:?=(?!=)", text)
    return f"{name}{defined[1]}" if calls and defined else name


def _put(text: str, values: dict[str, str], ordered: dict[str, str], open_names: frozenset[str]) -> None:
    """Put the definitions that a text rests on in order, each behind those that it uses itself."""
    for name, value in values.items():
        if name and name not in ordered and name not in open_names and _uses(text, name, values):
            _put(value, values, ordered, open_names | {name})
            ordered.setdefault(name, value)


def _uses(text: str, name: str, values: dict[str, str]) -> bool:
    """Whether a text has this name: on its own, by an entry, or as a letter of a product in one piece: a of Va + c."""
    if rests_on(text, (name,), values.keys() - {name}):
        return True
    words = (match.group() for match in _LETTERS.finditer(text)) if len(name) == 1 else ()
    return any(name in word and word not in _WHOLE for word in words)


def _pieces(text: str) -> list[str]:
    """The statements: at a ; or line, and at a comma before the next `name =`, outside of all brackets."""
    pieces, depth, start = [], 0, 0
    for k, character in enumerate(text):
        depth += (character in "([{") - (character in ")]}")
        ends = character in _SEPARATORS or (character == "," and _STATEMENT.match(text[k + 1 : k + 80]) is not None)
        if depth <= 0 and ends:
            pieces.append(text[start:k].strip())
            start = k + 1
    pieces.append(text[start:].strip())
    return [piece for piece in pieces if piece]
