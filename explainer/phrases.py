"""Words for people that can still be said in another language when they are shown.

Every text is written in English where it arises, and stays English in traces, files, on the command line and in the
public interface. A text with parts is a `Phrase`: it *is* the English text and remembers its template and its parts, so
that whoever shows it can say the whole sentence anew in the language of the user, whatever the order of its words.

    phrase("{0} has no value", name)                        a sentence with parts
    counted("{0} step", "{0} steps", count)                 one where a number decides
    joined(", ", names)                                     a list, of which each member is translated by itself
    sentence("{f} does not depend on {x}.", {"f": f, …})    one with formulas in it, which are no text
    translated(text), retold(words)                         what is shown

Which language is spoken belongs to the thread: the window says `speak` in its own, and a thread that works for it is
started with `as_here`; every other thread speaks English. `spoken` is another language for a few lines. This module
imports nothing of the project, so that every layer may use it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, wraps
from itertools import count
from string import Formatter
from typing import Any, Final, NamedTuple, ParamSpec, TypeAlias, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

LookUp: TypeAlias = Callable[[str, int], str]
"""Finds the translation of a template; the number decides the form where the template depends on one, else it is -1."""

NO_NUMBER = -1  # what Qt takes for a text without a count


class Part(str):
    """What was put into the place of a template, and is no words: a name, a number, an expression."""

    __slots__ = ("value",)

    value: object

    def __new__(cls, value: object, text: str | None = None) -> Part:
        made = super().__new__(cls, value if text is None else text)
        made.value = value
        return made


class Phrase(str):
    """An English text that knows the template and the parts that it was made of; so does a sum of two of them."""

    __slots__ = ("number", "parts", "template")

    template: str
    parts: tuple[object, ...]
    number: int

    def __new__(cls, text: str, template: str, parts: tuple[object, ...] = (), number: int = NO_NUMBER) -> Phrase:
        made = super().__new__(cls, text)
        made.template, made.parts, made.number = template, parts, number
        return made

    def __add__(self, other: str) -> Phrase:
        return phrase("{0}{1}", self, other if isinstance(other, Phrase) else Phrase(other, other))

    def __radd__(self, other: str) -> Phrase:
        return phrase("{0}{1}", Phrase(other, other), self)

    def __getnewargs__(self) -> tuple[str, str, tuple[object, ...], int]:  # type: ignore[override]
        return str(self), self.template, self.parts, self.number

    def said(self) -> str:
        """The text in the language that is spoken."""
        look_up = _spoken.get().look_up
        template = self.template if look_up is None else look_up(self.template, self.number)
        if not self.parts:
            return template
        return template.format(*(part.said() if isinstance(part, Phrase) else part for part in self.parts))

    def pieces(self) -> tuple[str, ...]:
        """What is said, taken apart: the words of the templates, and between them each `Part`."""
        look_up = _spoken.get().look_up
        template = self.template if look_up is None else look_up(self.template, self.number)
        return tuple(_parted(template, self.parts)) if self.parts else (template,)


def _parted(template: str, parts: tuple[object, ...]) -> Iterator[str]:
    for words, slot, _, _ in Formatter().parse(template):
        if words:
            yield words
        if slot is not None:
            part = parts[int(slot)]
            yield from part.pieces() if isinstance(part, Phrase) else (part if isinstance(part, Part) else Part(part),)


class _Capital(Phrase):
    """A text with a capital letter at its beginning, in any language; a name there stays as it is."""

    __slots__ = ()

    def said(self) -> str:
        return "".join(self.pieces())

    def pieces(self) -> tuple[str, ...]:
        return _capital(super().pieces())


class _Whole(_Capital):
    """A text as a sentence, in any language."""

    __slots__ = ()

    def pieces(self) -> tuple[str, ...]:
        return _ended(super().pieces())


def _capital(pieces: tuple[str, ...]) -> tuple[str, ...]:
    if not pieces or isinstance(pieces[0], Part):
        return pieces
    return (pieces[0][:1].upper() + pieces[0][1:], *pieces[1:])


def _ended(pieces: tuple[str, ...]) -> tuple[str, ...]:
    return pieces if pieces and pieces[-1].endswith((".", "?", "!", "…")) else (*pieces, ".")


def capital(text: str) -> Phrase:
    """A text as the beginning of a sentence or as a title."""
    parts = (phrase(text),)
    return _Capital("".join(_capital(_in_english(*parts))), "{0}", parts)


def whole_sentence(text: str) -> Phrase:
    """A text as a sentence, with a capital letter at its beginning and a full stop at its end."""
    parts = (phrase(text),)
    return _Whole("".join(_ended(_capital(_in_english(*parts)))), "{0}", parts)


def pieces_of(text: str) -> tuple[str, ...]:
    """A text in the language that is spoken, with each `Part` that was put into it by itself."""
    return text.pieces() if isinstance(text, Phrase) else (translated(text),)


def phrase(template: str, *parts: object) -> Phrase:
    """A text with parts in the places {0}, {1}, …; a part that is a phrase itself is translated with it."""
    if isinstance(template, Phrase) and not parts:
        return template
    return Phrase(template.format(*parts) if parts else template, template, parts)


def counted(one: str, many: str, number: int, *parts: object) -> Phrase:
    """A text that depends on a number, which is its part {0}; translations are listed under `many`, form by form."""
    every = (number, *parts)
    return Phrase((one if number == 1 else many).format(*every), many, every, number)


def joined(separator: str, members: Iterable[object], last: str | None = None) -> Phrase:
    """Texts side by side, each of them translated by itself; `last` is what stands before the last one: “ and ”."""
    parts = tuple(members)
    slots = [f"{{{place}}}" for place in range(len(parts))]
    safe = separator.replace("{", "{{").replace("}", "}}")
    if last is None or len(parts) < 2:
        return phrase(safe.join(slots), *parts)
    separators = (f"{{{len(parts)}}}", f"{{{len(parts) + 1}}}")
    template = separators[0].join(slots[:-1]) + separators[1] + slots[-1]
    return phrase(template, *parts, phrase(separator), phrase(last))


_SLOT = re.compile(r"\{(\w+)\}")

Clause: TypeAlias = "tuple[str, Mapping[str, Any]]"


class Sentence(tuple[Any, ...]):
    """Texts and formulas in the order of reading, which know the templates that they were made of.

    It *is* the English words. Other words can be added to it; texts among them are translated each by itself.
    """

    clauses: tuple[Clause, ...]

    def __new__(cls, clauses: Iterable[Clause]) -> Sentence:
        kept = tuple(clauses)
        made = super().__new__(cls, (piece for clause in kept for piece in _pieces(*clause)))
        made.clauses = kept
        return made

    def __add__(self, other: tuple[Any, ...]) -> Sentence:
        return Sentence((*self.clauses, *_clauses(other)))

    def __radd__(self, other: tuple[Any, ...]) -> Sentence:
        return Sentence((*_clauses(other), *self.clauses))

    def __getnewargs__(self) -> tuple[tuple[Clause, ...]]:
        return (self.clauses,)


def sentence(template: str, parts: Mapping[str, Any]) -> Sentence:
    """Put parts into a sentence: a formula, a text, a number, or words of its own.

    Raises KeyError when the sentence names a part that is not there, which is a mistake in the program.
    """
    return Sentence(((template, parts),))


def led_by(first: str, words: tuple[Any, ...]) -> tuple[Any, ...]:
    """Words behind a text. `(first, *words)` would lose the templates, and so their translations."""
    begun: tuple[Any, ...] = (first,)
    return begun + words


def after_a_space(words: tuple[Any, ...], more: tuple[Any, ...]) -> tuple[Any, ...]:
    """Words behind others, with a space between them; unpacked into each other both would lose their templates."""
    if not words or not more:
        return words or more
    between = () if str(more[0]).startswith(" ") else _clauses((" ",))
    return Sentence((*_clauses(words), *between, *_clauses(more)))


def sentences(words: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    """The sentences of words that were put together of several, without the spaces between them.

    A sentence ends with a clause that does, so that every template stays whole.
    """
    begun: list[Clause] = []
    for template, parts in _flat(_clauses(words)):
        pieces = tuple(_pieces(template, parts))
        if not begun and pieces in ((), (" ",)):
            continue
        begun.append((template, parts))
        if pieces and str(pieces[-1]).endswith((".", "?", "!")):
            yield Sentence(begun)
            begun = []
    if begun:
        yield Sentence(begun)


def _flat(clauses: Iterable[Clause]) -> Iterator[Clause]:
    """Clauses without those that are nothing but a place for others."""
    for template, parts in clauses:
        slot = _SLOT.fullmatch(template.lstrip(" "))
        inner = parts[slot.group(1)] if slot else None
        if isinstance(inner, tuple):
            yield from _flat(_clauses(inner))
        else:
            yield template, parts


@cache
def _split(template: str) -> tuple[str, ...]:
    """Texts and names of places by turns; there are a few hundred templates, all in the source."""
    return tuple(_SLOT.split(template))


def _pieces(template: str, parts: Mapping[str, Any]) -> Iterator[Any]:
    """The words of one clause; neighbouring texts stay apart, as they do not matter to anybody."""
    for position, piece in enumerate(_split(template)):
        part = parts[piece] if position % 2 else piece
        if isinstance(part, tuple):
            yield from part
        elif isinstance(part, int):
            yield str(part)
        elif part != "":
            yield part


def _clauses(words: tuple[Any, ...]) -> tuple[Clause, ...]:
    if isinstance(words, Sentence):
        return words.clauses
    return tuple(("{part}", {"part": piece}) for piece in words)


class _Language(NamedTuple):
    """A language as it is spoken somewhere."""

    look_up: LookUp | None = None
    edition: int = 0
    asked: bool = False
    """Whether a program asked for it by `spoken`, and not a window for itself."""


_ENGLISH: Final = _Language()
_spoken: ContextVar[_Language] = ContextVar("spoken", default=_ENGLISH)
_editions = count(1)


def _language(look_up: LookUp | None, asked: bool = False) -> _Language:
    return _Language(look_up, next(_editions) if look_up is not None else _ENGLISH.edition, asked)


def speak(look_up: LookUp | None) -> None:
    """Say everything in another language from now on, in this thread; None is English."""
    _spoken.set(_language(look_up))


@contextmanager
def spoken(look_up: LookUp | None) -> Iterator[None]:
    """Say everything in another language inside the block, in this thread."""
    before = _spoken.set(_language(look_up, asked=True))
    try:
        yield
    finally:
        _spoken.reset(before)


def as_here(function: Callable[P, T]) -> Callable[P, T]:
    """The function for another thread: there it speaks what is spoken here and now."""
    language = _spoken.get()

    @wraps(function)
    def speaking(*args: P.args, **kwargs: P.kwargs) -> T:
        before = _spoken.set(language)
        try:
            return function(*args, **kwargs)
        finally:
            _spoken.reset(before)

    return speaking


def in_english(function: Callable[P, T]) -> Callable[P, T]:
    """A function of the public interface: it speaks English, whatever a window in the same thread speaks.

    Only where the caller has asked for another language himself, by `spoken`, it speaks that one.
    """

    @wraps(function)
    def speaking(*args: P.args, **kwargs: P.kwargs) -> T:
        language = _spoken.get()
        before = _spoken.set(language if language.asked else _ENGLISH)
        try:
            return function(*args, **kwargs)
        finally:
            _spoken.reset(before)

    return speaking


def _in_english(text: Phrase) -> tuple[str, ...]:
    with spoken(None):
        return text.pieces()


def edition() -> int:
    """A number that every change of the language makes another one, and that is 0 for English.

    Whoever keeps what was said keeps it by this number, so that threads with different languages do not mix.
    """
    return _spoken.get().edition


def translated(text: str) -> str:
    """A text in the language that is spoken; itself where there is no translation of it."""
    look_up = _spoken.get().look_up
    if look_up is None or not text:
        return text
    return text.said() if isinstance(text, Phrase) else look_up(text, NO_NUMBER)


def retold(words: Iterable[Any]) -> tuple[Any, ...]:
    """Words with formulas in the language that is spoken, the formulas as they are."""
    words = words if isinstance(words, tuple) else tuple(words)  # a copy of a sentence would forget its template
    look_up = _spoken.get().look_up
    if look_up is None:
        return words
    return tuple(
        piece
        for template, parts in _clauses(words)
        for piece in _pieces(look_up(template, NO_NUMBER), {name: _retold(part) for name, part in parts.items()})
    )


def mapped(words: tuple[Any, ...], change: Callable[[Any], Any]) -> tuple[Any, ...]:
    """The words with every part that is no text changed: expressions into what is shown of them."""
    if not isinstance(words, Sentence):
        return tuple(_mapped(piece, change) for piece in words)
    return Sentence(
        (template, {name: _mapped(part, change) for name, part in parts.items()}) for template, parts in words.clauses
    )


def _mapped(part: Any, change: Callable[[Any], Any]) -> Any:
    if isinstance(part, tuple):
        return mapped(part, change)
    return part if isinstance(part, str | int) else change(part)


def _retold(part: Any) -> Any:
    if isinstance(part, tuple):
        return retold(part)
    return translated(part) if isinstance(part, str) else part
