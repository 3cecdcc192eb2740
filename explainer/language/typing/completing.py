"""What a word that is being typed may become: variables, functions of the table, forms, words, and Greek letters.

Everything comes from the registries that the reading of a text uses; here it is only looked through.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from explainer.errors import ExplainerError
from explainer.expr.operation import Operation
from explainer.expr.shape import Shape
from explainer.language.text.characters import GREEK_NAMES
from explainer.language.text.form_guides import GUIDES, HOLE, WORDS
from explainer.language.text.names.written_functions import WRITTEN
from explainer.language.text.vocabulary import FORMS, KEYWORDS
from explainer.phrases import phrase

AUTOMATIC_LENGTH = 2
"""From so many letters on completions are offered unasked."""
_WORD_BEFORE = re.compile(r"[^\W\d_][A-Za-z0-9_]*\Z")
_REPLACED_AFTER = re.compile(r"[A-Za-z0-9_]*")


class Completion(NamedTuple):
    """One offer. `template` is what is written, with a hole for the cursor where it has one.

    `word` is what is typed to get it, `shown` how it is listed, `shapes` what goes in and comes out.
    """

    word: str
    template: str
    shown: str
    shapes: str
    meaning: str
    is_name: bool = False
    """Whether it is a whole expression as it is: a variable or a letter."""


class Offers(NamedTuple):
    """What may stand in the place of the text from `start` to `end`."""

    start: int
    end: int
    word: str
    completions: tuple[Completion, ...]

    @property
    def is_whole(self) -> bool:
        """Whether the word is already a name that means something as it stands."""
        return any(completion.is_name and completion.word == self.word for completion in self.completions)


def offers(text: str, cursor: int, shapes: Mapping[str, Shape] | None = None, *, asked: bool = False) -> Offers:
    """What may stand for the word before the cursor; `shapes` are the variables of the text.

    Unasked there is nothing before two letters, and nothing for a word of LaTeX or behind a full stop.
    """
    match = _WORD_BEFORE.search(text, 0, cursor) if cursor else None
    word = match.group() if match else ""
    start = match.start() if match else cursor
    after = _REPLACED_AFTER.match(text, cursor) if word else None
    end = after.end() if after else cursor
    before = text[start - 1 : start]
    if before in ("\\", ".") or (not asked and (len(word) < AUTOMATIC_LENGTH or end > cursor)):
        return Offers(start, end, word, ())
    found = [offer for offer in _all(shapes or {}) if offer.word.lower().startswith(word.lower())]
    found.sort(key=lambda offer: not offer.word.startswith(word))  # of lambda and Lambda the one in the case typed
    if not asked and len(found) == 1 and found[0].word == word and found[0].template == word:
        found = []
    return Offers(start, end, word, tuple(found))


def _all(shapes: Mapping[str, Shape]) -> Iterator[Completion]:
    from explainer.operations import OPERATIONS

    for name, shape in sorted(shapes.items()):
        sign = _SIGNS.get(name, name)
        yield Completion(name, sign, sign, shape.display(), "variable of this function", is_name=True)
    for name, operation in OPERATIONS.items():
        if len(name) > 1 and name.isascii() and operation.notation != "matrix_power":  # X^3 needs no name
            yield _of_operation(name, operation)
    for name, built in FORMS.items():
        guide = GUIDES[built]
        if name == built:
            yield Completion(name, guide.template, guide.template.replace(HOLE, "…"), "", guide.meaning)
        elif built != "select":
            template = guide.template.replace(built, name, 1)
            yield Completion(name, template, template.replace(HOLE, "…"), "", guide.meaning)
    for row in WRITTEN:
        for name in row.names:
            rest = ", " * (len(row.parameters) - 1)
            yield Completion(name, f"{name}({HOLE}{rest})", f"{name}({', '.join(row.parameters)})", "", row.meaning)
    yield Completion("np.where", GUIDES["select"].template, "np.where(…)", "", GUIDES["select"].meaning)
    for name in KEYWORDS:
        guide = WORDS[name]
        yield Completion(name, guide.template, guide.template.replace(HOLE, "…"), "", guide.meaning)
    for sign, name in GREEK_NAMES.items():
        if name not in shapes:
            yield Completion(name, sign, sign, "", phrase("the letter {0}", name), is_name=True)


_SIGNS = {name: sign for sign, name in GREEK_NAMES.items()}


def _of_operation(name: str, operation: Operation) -> Completion:
    rest = ", " * (operation.arity - 1)
    call = f"{name}({', '.join(operation.parameters)})"
    meaning = (
        operation.title if name == operation.name else phrase("{0}, the same as {1}", operation.title, operation.name)
    )
    return Completion(name, f"{name}({HOLE}{rest})", call, shapes_of(operation), meaning)


def shapes_of(operation: Operation) -> str:
    """What goes into an operation and what comes out, such as n×1 → scalar."""
    if operation.elementwise:
        return "entry by entry"
    for shape in (Shape(("n",)), Shape(("m", "n"))):
        try:
            result = operation.shape(*[shape] * operation.arity)
        except ExplainerError:
            continue
        return f"{shape.display()} → {result.display()}"
    return ""
