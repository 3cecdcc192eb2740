"""Long names from elsewhere as names of the input language, in which letters side by side are a product."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from explainer.expr.letters import numbered
from explainer.expr.shape import MOST_DIGITS
from explainer.language.late_patterns import LatePattern
from explainer.language.pasted.left_out_entries import counts_from_one, slice_of
from explainer.language.pasted.pieces import closes_last
from explainer.language.text.characters import GREEK_WORDS
from explainer.language.text.unknown_words import OUTSIDE
from explainer.language.text.vocabulary import (
    FORMS,
    KEYWORDS,
    WHOLE_NAMES,
    Vocabulary,
    function_names,
    nearest,
    split_word,
)
from explainer.phrases import phrase

if TYPE_CHECKING:
    from explainer.language.pasted.code_expression import Expression
    from explainer.language.pasted.code_tokens import CodeToken

_WORD = re.compile(r"(?<!\w)[^\W\d]\w*")


_ENTRY = LatePattern(r"(?<!\w)([^\W\d]\w*?)_(?:\{[^{}]*\}|[1-9]\d*|[i-n])(?!\w)")
"""z_1, z_i and Z_{1,2}: an entry of what z names, unless it is a name of its own; x_0 is what comes before x_1."""


_LAMBDAS = frozenset({"lam", "lamb", "lambd", "lmbda", "lamda"})
"""What is written for λ where lambda is a word of the language."""


_USUAL = {"labels": "y", "label": "y", "targets": "y", "logits": "z", "inputs": "x", "features": "x"}
"""Words whose usual letter is another than their first: it says that they are vectors."""


class Names:
    """The names of one pasted text; each long one gets a short one of its own, the same wherever it occurs.

    `taken` are the short names that the text uses itself, `kinds` what their use tells: a list goes over a vector.
    `aliases` are words for what has another name.
    `before` is what a word meant that got a new value: x of x = relu(x) is what comes in.
    """

    def __init__(self, taken: Iterable[str]) -> None:
        self.taken = {name for name in taken if is_one_name(name)}
        self.short: dict[str, str] = {}
        self.before: dict[str, str] = {}
        self.kinds: dict[str, str] = {}
        self.aliases: set[str] = set()
        self.keys: dict[str, str] = {}
        self.computed: set[str] = set()
        self.numbers: dict[str, int] = {}
        self.sizes: dict[int, str] = {}
        self.rows: set[str] = set()
        """What is written as a row because code made one of a vector: x[None, :]."""
        """The last number that a letter got with a new value: all before it are taken."""

    def of(self, word: str) -> str:
        """The name to write for a word: `weights` is w where w is free, else w_eights."""
        word = word.rstrip("_") or word  # lambda_ is what Python leaves of λ
        if word in _LAMBDAS and "lambda" not in self.taken:
            self.short[word] = "lambda"
        if is_one_name(word) and word not in self.short:
            return word
        if word not in self.short:
            subscript = f"{word[0]}_{word[1:].replace('_', '')}"
            alike = re.fullmatch(r"[A-Z][a-z]", word) is not None  # Wq stands beside Wk and Wv
            usual = _USUAL.get(word, word[0])
            letter = word[0] if usual in self.taken else usual
            name = subscript if letter in self.taken or (alike and subscript not in self.taken) else letter
            self.taken.add(name)
            self.short[word] = name
        return self.short[word]

    def keyed(self, value: str, key: str) -> str:
        """The name of params["W1"], and of params["layer2"]["w"], which is another one than that of layer1."""
        before = self.keys.get(value, "")
        place = re.search(r"\d+$", before) or re.search(r"(?<=_)\d+$", value)
        word = key
        if before or place:
            word = f"{key}{place[0]}" if place else f"{key}_{before}"
        name = self.of(word)
        self.keys[name] = key
        return name

    def size_without(self, count: int) -> str:
        """The letter for the size of a vector without so many of its entries, the same for all of them."""
        if count not in self.sizes:
            self.sizes[count] = next(
                (letter for letter in "mkrdpq" if letter not in {*self.taken, *self.sizes.values()}), "m"
            )
        return self.sizes[count]

    def set_apart(self, word: str, letters: str) -> None:
        """Another letter for a word that would be read as a number."""
        name = next((letter for letter in letters if letter not in self.taken), None) or numbered(word, self.taken)
        self.taken.add(name)
        self.short[word] = name

    def alias(self, word: str, name: str) -> str:
        """Another word for what comes in by a name: after h = X, h is X."""
        self.short[word] = name
        self.aliases.add(word)
        return name

    def renew(self, word: str) -> str:
        """Another name for a word that gets a new value, from here on."""
        base = self.of(word)
        self.before.setdefault(word, base)
        self.aliases.discard(word)
        letter = (word if is_one_name(word) else base).partition("_")[0]
        name = numbered(letter, self.taken, start=self.numbers.get(letter, 1) + 1)
        self.numbers[letter] = int(name.rpartition("_")[2])
        self.taken.add(name)
        self.short[word] = name
        return name

    def notes_on(self, text: str) -> list[str]:
        """Which names were changed, as far as the text has them."""
        said = Said()
        said.add(text)
        return [phrase("{0} is written {1} here.", word, name) for word, name in self.short.items() if said.has(name)]


def mentions(text: str, name: str) -> bool:
    """Whether a text has this name, not only as a part of a longer one."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


class Said:
    """Texts that are looked through once, however many names are asked for."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._words: set[str] = set()

    def __len__(self) -> int:
        return len(self._texts)

    def add(self, text: str) -> None:
        """One more text."""
        self._texts.append(text)
        self._words |= names_in(text)

    def has(self, name: str) -> bool:
        """Whether one of the texts has the name, not only as a part of a longer one."""
        if _WORD.fullmatch(name):
            return name in self._words
        return any(mentions(text, name) for text in self._texts)


def names_in(text: str) -> set[str]:
    """All names of a text, looked for once."""
    return set(_WORD.findall(text))


def rests_on(text: str, defined: Collection[str], own: Collection[str] = ()) -> set[str]:
    """Which of the defined names a text uses, be it by an entry; `own` are other names, which are nobody's entries."""
    entries = (match for match in _ENTRY.finditer(text) if match[0] not in own and match[0].replace("_", "") not in own)
    return {name for name in names_in(text) if name in defined} | {
        match[1] for match in entries if match[1] in defined and match[0] not in defined
    }


def is_one_name(word: str) -> bool:
    """Whether a word is read as one name: a letter or Greek name, perhaps with digits or a subscript."""
    if word in WHOLE_NAMES:
        return True
    head, _, tail = word.partition("_")
    letters = re.sub(r"\d+$", "", head)
    return (len(letters) == 1 or letters in GREEK_WORDS) and (
        not tail or re.fullmatch(r"[A-Za-z0-9]+", tail) is not None
    )


_PLAIN = LatePattern(
    r"[-(\s]*(?:[^\W\d]\w*|\d+(?:\.\d+)?)"
    r"(?:\s*(?:\*\*|[-+*/@=(),<>]|(?<=[-+*/@=(),<>])\s*(?:[^\W\d]\w*|\d+(?:\.\d+)?)))*\s*"
)
"""Names and numbers with a sign between any two."""
_OPERATED = frozenset("-+*/@")


def has_whole_words(text: str) -> bool:
    """Whether a text is a formula of words with a sign between any two, price * quantity - cost: names as in code.

    Beside a word that is no product of letters every other one is a name too. What is nearly the name of a Greek letter
    is a slip.
    """
    if len(text) > 500 or not text.isascii() or _OPERATED.isdisjoint(text) or _PLAIN.fullmatch(text) is None:
        return False
    known = {*function_names(), *FORMS, *GREEK_WORDS, *KEYWORDS, *_LAMBDAS, *OUTSIDE}
    found = [(match.group(), text[match.end() :].lstrip()[:1]) for match in _WORD.finditer(text)]
    words = [word for word, behind in found if behind != "(" and word not in known and not is_one_name(word)]
    words += [word for word, _ in found if word.endswith("_")]  # lambda_ is what Python leaves of λ
    whole = any("_" in word or split_word(word, Vocabulary()) is None for word in words)
    return whole and not any(nearest(word, GREEK_WORDS, 0.75) for word in words if not word.endswith("_"))


def in_brackets(text: str) -> str:
    """A text as one factor: in brackets unless it is a name, a number, a call or in brackets already."""
    if re.fullmatch(r"[\w.]+'?", text) or (
        re.match(r"\w*[(\[]", text) and closes_last(text[text.index("(") :] if "(" in text else text)
    ):
        return text
    return f"({text})"


def put_in(text: str, values: Mapping[str, str]) -> str:
    """The text with names replaced by values in brackets, all at once."""
    if not values:
        return text
    names = "|".join(sorted(map(re.escape, values), key=len, reverse=True))
    return re.sub(rf"(?<![\w.])(?:{names})(?!\w)", lambda match: in_brackets(values[match.group()]), text)


_COLUMN = ([":", ",", "None"], [":", ",", "np", ".", "newaxis"], [":", ",", "jnp", ".", "newaxis"])
_ROW = (
    ["None", ":"],
    ["None", ",", ":"],
    ["np", ".", "newaxis", ",", ":"],
    ["jnp", ".", "newaxis", ",", ":"],
    ["None"],
)


def _as_column_or_row(expression: Expression, value: str, bracket: CodeToken) -> str | None:
    """b[:, None] stands in every column of a matrix beside it, b[None, :] in every row, as vectors do here.

    Beside @ they are a column and a row: b[:, None] @ c[None, :] is a matrix.
    """
    close = next((k for k in range(expression.place, len(expression.tokens)) if expression.tokens[k].value == "]"), 0)
    inside = [token.value for token in expression.tokens[expression.place : close]]
    name = re.fullmatch(r"[^\W\d]\w*", value) is not None
    if (name and value[0].isupper()) or inside not in (*_COLUMN, *_ROW):
        return None
    behind = expression.tokens[close + 1].value if close + 1 < len(expression.tokens) else ""
    beside = "@" in {_sign_before(expression.tokens, bracket), behind}
    expression.place = close + 1
    if name:
        expression.names.kinds[value] = "vector"
    if beside and inside not in _COLUMN:
        expression.names.rows.add(f"{value}'")
        return f"{value}'"
    if beside:
        return value
    return f"({value} @ vector(1)')" if inside in _COLUMN else value


def _sign_before(tokens: Sequence[CodeToken], bracket: CodeToken) -> str:
    """The sign in front of what a bracket stands behind, a name or another bracket."""
    place = next((k for k, token in enumerate(tokens) if token is bracket), 1) - 1
    depth = 0
    while place >= 0:
        depth += (tokens[place].value in {")", "]"}) - (tokens[place].value in {"(", "["})
        if depth == 0 and (place == 0 or (tokens[place - 1].value != "." and tokens[place - 1].kind != "name")):
            break
        place -= 1
    return tokens[place - 1].value if place > 0 else ""


def _as_column(expression: Expression) -> bool:
    """Take what makes a column of a value for every row: [:, None] and .reshape(-1, 1)."""
    values = [token.value for token in expression.tokens[expression.place : expression.place + 9]]
    for pattern in (*(["[", *inside, "]"] for inside in _COLUMN), [".", "reshape", "(", "-", "1", ",", "1", ")"]):
        if values[: len(pattern)] == pattern:
            expression.place += len(pattern)
            return True
    return False


def _of_the_class(expression: Expression, value: str) -> str | None:
    """P[np.arange(N), y]: of each row the entry of its class, which y holds as one-hot rows here."""
    tokens = expression.tokens[expression.place :]
    start = 0
    while start + 1 < len(tokens) and tokens[start + 1].value == ".":
        start += 2
    if start + 1 >= len(tokens) or tokens[start].value not in {"arange", "range"} or tokens[start + 1].value != "(":
        return None
    depth = 0
    for k in range(start + 1, len(tokens) - 3):
        depth += (tokens[k].value in "([") - (tokens[k].value in ")]")
        if depth == 0:
            behind = tokens[k + 1 : k + 4]
            if [token.value for token in behind[::2]] != [",", "]"] or behind[1].kind != "name":
                return None
            expression.place += k + 4
            target = expression.names.of(behind[1].value)
            expression.names.kinds |= {name: "matrix" for name in (target, value) if is_one_name(name)}
            expression.program.models.sweep.says_one_hot(target, rows=True)
            return f"sum({value} ⊗ {target}, axis=1{', keepdims=True' if _as_column(expression) else ''})"
    return None


def _no_single_entry(expression: Expression, value: str, bracket: CodeToken) -> str | None:
    """What brackets make of a value besides an entry: the entries of classes, a slice, a column, a row."""
    first = [token.value for token in expression.tokens[expression.place : expression.place + 2]] == ["0", "]"]
    if first and any(value.startswith((f"({row} @", f"(({row} @")) for row in expression.names.rows):
        expression.place += 2
        return value  # (x[None, :] @ A @ y)[0] is the only entry of what is a number here
    chosen = _of_the_class(expression, value)
    sliced = slice_of(expression, value) if chosen is None else chosen
    return _as_column_or_row(expression, value, bracket) if sliced is None else sliced


def entry(expression: Expression, value: str, bracket: CodeToken) -> str:
    """x[0] is x_1 here: entries are counted from 1."""
    if not re.fullmatch(r"[^\W\d]\w*", value):
        value = f"({value})"
    whole = _no_single_entry(expression, value, bracket)
    if whole is not None:
        return whole
    indices: list[str] = []
    columns = separated = False
    while expression.here.value != "]":
        token = expression.take()
        if token.kind == "number" and token.value.isdigit():
            if len(token.value) > MOST_DIGITS:
                raise expression.refusal("this index is too large", token)
            indices.append(str(int(token.value) + 1))
        elif token.kind == "text" and expression.here.value == "]" and token.value[1:-1].isidentifier():
            expression.take("]")  # params["W1"]: what comes in has its name there
            return expression.names.keyed(value, token.value[1:-1])
        elif token.kind == "name" and token.value != "None":
            indices.append(token.value)
            if [part.value for part in expression.tokens[expression.place :][:2]] == ["-", "1"] and counts_from_one(
                expression.tokens, token.value
            ):
                expression.place += 2  # x[i - 1] of an i that counts from 1 is x_i
        elif token.value == ":" and expression.here.value == "," and not indices:
            columns = True  # Z[:, 0], the first column
        elif token.value == ":" and expression.here.value == "]" and separated and not columns:
            continue  # Z[0, :] is Z[0]
        else:
            raise expression.refusal(
                phrase("“{0}” in brackets has no meaning here", token.value),
                token,
                "Entries such as x[0] or W[i, j] are read. Slices are of vectors, such as x[1:].",
            )
        if expression.here.value == ",":
            expression.take(",")
            separated = True
    expression.take("]")
    if not indices:
        raise expression.refusal("an index is missing", bracket)
    if any(index.isdigit() for index in indices):
        sentence = "Entries are counted from 1 here, so x[0] is x_1."
        if sentence not in expression.notes:
            expression.notes.append(sentence)
    if len(indices) == 1 and columns:
        return f"({value}')_{indices[0]}"
    if len(indices) == 1 and value in expression.names.computed and value[0].isupper():
        return f"({value})_{indices[0]}"  # Z_1 may be another name; this is a row of Z
    return f"{value}_{indices[0]}" if len(indices) == 1 else f"{value}_{{{','.join(indices)}}}"
