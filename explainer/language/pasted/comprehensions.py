"""Lists that Python computes one entry after the other: [i**2 for i in x], sum(a*b for a, b in zip(x, y)).

Where a list is added up it becomes a sum over an index, in which what the list does not run over stays what it is for
every entry: the w of sum((b - w*a)**2 for a, b in zip(x, y)) is one number. Any other list is computed for the whole
vector at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from explainer.errors import ParseError
from explainer.expr.letters import SUM_SIZE_LETTERS, fresh
from explainer.language.pasted.left_out_entries import counts_from_one
from explainer.language.pasted.names import is_one_name, put_in
from explainer.phrases import phrase

if TYPE_CHECKING:
    from explainer.language.pasted.code_expression import Expression
    from explainer.language.pasted.code_tokens import CodeToken

_LETTERS = "ijklmn"
"""The index of a sum that had none: the first of these that the code does not use."""
_NAME = re.compile(r"[^\W\d]\w*")
ADDED_UP = frozenset({"sum", "fsum", "mean"})


class Listed(NamedTuple):
    """A list, as far as it is not known yet what becomes of it: its entry, with the index; how many there are."""

    place: CodeToken
    letter: str
    entry: str
    number: str
    sources: tuple[str, ...]


class Comprehensions:
    """The lists of one expression, by the texts that stand for them until something adds them up."""

    def __init__(self, expression: Expression) -> None:
        self.expression = expression
        self.lists: dict[str, Listed] = {}

    def read(self, value: str, stops: Callable[[CodeToken], bool]) -> str:
        """What stands behind the value of an entry, from `for` on. Raises ParseError where it has no meaning here."""
        code = self.expression
        place = code.take("for")
        names = [code.take()]
        while code.here.value == ",":
            code.take(",")
            names.append(code.take())
        code.take("in")
        count = self._range() if len(names) == 1 else None
        sources = self._sources(len(names)) if count is None else []
        plain = all(name.kind == "name" for name in names) and stops(code.here)
        if not plain or (count is None and len(sources) != len(names)):
            raise self._refusal(place)
        if count is not None:
            if re.search(rf"(?<!\w){names[0].value}(?!\w)", re.sub(r"_(?:\w+|\{[^}]*\})", "", value)):
                raise self._refusal(names[0])  # as a number it counts from 0 in Python, and from 1 here
            self.lists[value] = Listed(place, names[0].value, value, count, ())
            return value
        letters = dict(zip((code.names.of(name.value) for name in names), sources, strict=True))
        index = next((letter for letter in _LETTERS if letter not in code.names.taken), "i")
        whole = put_in(value, letters)
        entry = put_in(value, {name: f"{source}_{index}" for name, source in letters.items()})
        self.lists[whole] = Listed(place, index, entry, f"len({sources[0]})", tuple(sources))
        return whole

    def added_up(self, word: str, items: list[str]) -> str | None:
        """The sum or the mean of a list as a sum over its index; None for anything else."""
        if word not in ADDED_UP or len(items) != 1:
            return None
        found = self.lists.get(items[0]) or self.lists.get(items[0][1:-1])
        if found is None or not all(is_one_name(source) and "_" not in source for source in found.sources):
            return None
        self.lists = {other: listed for other, listed in self.lists.items() if listed is not found}
        index, count = found.letter, found.number
        ranged = re.fullmatch(r"\w+", count) is not None
        total = f"(sum({index}=1..{count}, {found.entry}))" if ranged else f"(sum_{index} ({found.entry}))"
        return total if word != "mean" else f"(1/{count} * {total})"

    def lists_one(self, text: str) -> bool:
        """Whether a text is a list that nothing has added up yet."""
        return text in self.lists or text[1:-1] in self.lists

    def finish(self, value: str) -> str:
        """The value with the lists in it that nothing adds up, and how they were read told.

        A list of products of samples is a column of them; in any other what it does not run over is one number.
        Raises ParseError for a list that runs over an index.
        """
        code = self.expression
        for whole, listed in self.lists.items():
            whole_sources = all(is_one_name(source) and "_" not in source for source in listed.sources)
            multiplied = re.search(r"[@·\[]|(?<!\w)(?:sum|mean|norm|dot|len)\(", listed.entry) is not None
            if not listed.sources or (multiplied and not whole_sources):
                raise self._refusal(listed.place)
            if multiplied:
                size = fresh(code.names.taken | set(_NAME.findall(value)), SUM_SIZE_LETTERS)
                value = value.replace(whole, f"column({listed.letter}=1..{size}, {listed.entry})")
                continue
            others = {name for name in re.findall(r"(?<![\w.])[^\W\d]\w*(?![\w(])", listed.entry) if is_one_name(name)}
            entries = {f"{source}_{listed.letter}" for source in listed.sources}
            code.names.kinds |= dict.fromkeys(others - entries - {"pi", "e"}, "scalar")
            code.names.kinds |= {source: "vector" for source in listed.sources if is_one_name(source)}
            sentence = "A list of what is computed for every entry is read as computed with the whole vector."
            if sentence not in code.notes:
                code.notes.append(sentence)
        return value

    def _range(self) -> str | None:
        """How many numbers a range(…) has: a number, a name, len(x), x.shape[0]; None where it is none.

        It begins at 0, or at 1 beside x[i - 1].
        """
        code = self.expression
        if code.here.value != "range":
            return None
        place = code.take()
        code.take("(")
        count = code.expression(lambda token: token.value in {",", ")"})
        if code.here.value == "," and count == "1" and counts_from_one(code.tokens, code.tokens[code.place - 5].value):
            code.take(",")
            upper = code.expression(lambda token: token.value in {",", ")"})
            found = re.fullmatch(r"(\w+) \+ 1", upper)
            count = found[1] if found else ""
        if code.here.value != ")" or re.fullmatch(r"\w+|len\(\w+\)", count) is None:
            raise self._refusal(place)
        code.take(")")
        return count

    def _sources(self, count: int) -> list[str]:
        """What a list runs over: a name, or the names in zip(…)."""
        code = self.expression
        if count > 1 and code.here.value == "zip":
            code.take()
            code.take("(")
            return code.list_until(")").items
        plain = code.here.kind == "name" and code.next_value() != "("
        return [code.names.of(code.take().value)] if plain else []

    def _refusal(self, place: CodeToken) -> ParseError:
        return self.expression.refusal(
            phrase("“{0}” has no meaning in the input language", place.value),
            place,
            "Write the expression for all entries at once: x**2, or as a sum over an index: sum(i=1..n, x_i^2).",
        )
