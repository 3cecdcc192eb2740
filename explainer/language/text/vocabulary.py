"""What words mean: functions of the operations table, forms of the language, names; and the splitting of joined words.

Forms are what looks like a function but is written into the tree as a node of its own (`sum`, `diag`, `grid`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from explainer.expr.operation import Operation
from explainer.expr.shape import Shape
from explainer.language.text.characters import GREEK_NAMES, GREEK_WORDS
from explainer.language.text.scanner import scan
from explainer.threads import recent

FORMS: dict[str, str] = {
    "sum": "sum", "mean": "mean", "average": "mean", "avg": "mean",
    "dot": "dot", "inner": "inner", "matmul": "matmul", "multiply": "multiply",
    "outer": "outer", "transpose": "transpose", "diag": "diag", "ones": "ones", "zeros": "zeros",
    "identity": "identity", "eye": "identity", "commutation": "commutation",
    "expand": "expand", "stack": "stack", "grid": "grid",
    "column": "column", "row": "row", "diagonal": "diagonal", "cases": "cases", "delta": "delta",
    "entries": "entries", "vector": "vector", "matrix": "matrix", "differential": "differential",
    "select": "select", "var": "var", "std": "std", "len": "len", "length": "len", "size": "size",
    "cross_entropy": "cross_entropy", "mse": "mse", "mae": "mae",
    "CrossEntropy": "cross_entropy", "MSE": "mse", "MAE": "mae",
}  # fmt: skip
"""Words that are written like functions and what they build; `select` is NumPy's where."""

BARE_FORMS = frozenset({"sum", "mean", "diag", "logarithm"})
"""The forms that may stand without brackets: `sum x`."""

AS_LETTERS = frozenset({"sh", "ch", "th", "cth", "lb", "ld", "Sp"})
"""Functions that are as likely products of letters where no argument follows them: a th, th + x, xsh."""

OF_ONE_MATRIX = frozenset({"tr", "det", "logdet", "inv"})
"""Functions that a capital letter may be written close to: trX, detA."""

ABSTRACT_FUNCTIONS = frozenset({"f", "g", "h", "F", "G", "H", "phi", "psi"})
"""Names that are functions when brackets follow, without being declared."""

SIGNS_OF_FUNCTIONS = {"sigma": "sigmoid", "Phi": "normal_cdf"}
"""Letters that are functions of the table before brackets, unless they also stand for a value of their own."""

NORMS = {"norm_1": "1", "norm_2": "2", "norm2": "2", "norm_F": "F", "normF": "F"}
"""Norms that have their order in their name."""

WHOLE_NAMES = frozenset({"eps", "lam", "lmbda"})
"""Names of several letters that need no declaration to be one name."""

OPTIONS = frozenset({"axis", "dim", "keepdims", "keepdim"})
"""Words in front of “=” among the arguments of a function: sum(x, axis=0)."""

CONSTANTS = frozenset({"e", "pi"})

KEYWORDS = {"where": "WHERE", "knowing": "KNOWING", "if": "IF", "and": "AND", "otherwise": "OTHERWISE"}


class Callee(NamedTuple):
    """What is applied to arguments: a form, a row of the operations table, or an abstract function.

    `kind` is "form", "operation" or "abstract". `subscripts` are those typed after an abstract function's name.
    """

    kind: str
    name: str
    operation: Operation | None = None
    elementwise: bool = False
    subscripts: tuple[str, ...] = ()


@dataclass(slots=True)
class Vocabulary:
    """The names known while one text is read.

        `declared` are names with a given shape, `defined` all names that are known to be whole (declared, defined by
        `where`, or differentiated by), `indices` the names bound by a sum or grid, `bare` those used without brackets,
    `bold` those that are printed bold somewhere, `open_sizes` what indices without limits run to,
    `keeps_equation` whether both sides of an equation are wanted, `dialect` whose signs the text has: "matlab" or
    "numpy", by which `*` between matrices is a product of matrices or one entry by entry; empty where both or none.
    `properties` are what is declared of names besides their shape, such as "symmetric"; `computed` are the names that
    have a definition, `units` those typed as identity matrices, `called` those that are functions because brackets
    around names alone follow. `respelled` are signs of code with their places and what is typed for them here: ** of a
    matrix is .^. With `opens` the sizes of 1 are left open.
    """

    declared: dict[str, Shape] = field(default_factory=dict)
    defined: set[str] = field(default_factory=set)
    indices: set[str] = field(default_factory=set)
    bare: set[str] = field(default_factory=set)
    bold: set[str] = field(default_factory=set)
    open_sizes: dict[str, str] = field(default_factory=dict)
    keeps_equation: bool = False
    dialect: str = ""
    units: set[str] = field(default_factory=set)
    properties: dict[str, str] = field(default_factory=dict)
    called: set[str] = field(default_factory=set)
    computed: set[str] = field(default_factory=set)
    respelled: list[tuple[int, int, str]] = field(default_factory=list)
    opens: bool = False
    notes: list[str] = field(default_factory=list)

    def note(self, sentence: str) -> None:
        """Keep a sentence about how something was read, once."""
        if sentence not in self.notes:
            self.notes.append(sentence)

    def respell(self, text: str, place: tuple[int, int], sign: str, typed: str) -> None:
        """Keep that a sign in this range of a text is typed as another one, where nothing tells that it is code."""
        start = text.find(sign, *place)
        if start < 0:
            return
        end = start + len(sign)
        before = "" if text[start - 1 : start].isspace() else " "
        behind = "" if text[end : end + 1].isspace() else " "
        self.respelled.append((start, end, f"{before}{typed}{behind}"))

    def knows(self, name: str) -> bool:
        """Whether this is one name as a whole, whatever its length."""
        return name in self.defined or len(name) == 1 or name in GREEK_WORDS or name in WHOLE_NAMES

    def function(self, name: str) -> Callee | None:
        """The function or form of this name, or None; single letters are never functions of the table."""
        if len(name) == 1 or name in self.defined:
            return None
        if name in FORMS and name != "delta":
            return Callee("form", FORMS[name])
        if name in NORMS:
            return Callee("form", "norm_of_order", subscripts=(NORMS[name],))
        operation = _table()(name)
        if operation is None and self._is_written_large(name):
            return self.function(name.lower())
        return Callee("operation", operation.name, operation) if operation is not None else None

    def _is_written_large(self, name: str) -> bool:
        """Softmax(x), Exp x and Tr A, as at the beginning of a sentence, or SIN x, as calculators write it.

        Two capitals are two matrices more likely, and so are a capital and a letter that both have a shape.
        """
        if name in GREEK_WORDS or len(name) < 2 or (len(name) == 2 and set(name) <= self.declared.keys()):
            return False
        return name.istitle() or (name.isupper() and len(name) > 2)


@cache
def _table() -> Callable[[str], Operation | None]:
    """What finds a function by its name; looked up once, as every word of every text is."""
    from explainer.operations import find

    return find


@recent(4096)
def canonical_name(name: str) -> str:
    """The name as expressions hold it: Greek spelled out, digits at the end as a subscript; `α₁` is alpha_1."""
    parts: list[str] = []
    for token in scan(name.strip()):
        word = str(token.value)
        if token.type == "WORD":
            letters, digits = split_digits(word)
            parts.append(GREEK_NAMES.get(letters, letters))
            if digits:
                parts.append(digits)
        elif token.type == "SUB":
            parts.append(word.replace(" ", ""))
        else:
            return name.strip()
    return "_".join(parts)


def split_digits(word: str) -> tuple[str, str]:
    """The letters and the digits at the end of a word of letters followed by digits; else the word itself."""
    match = re.fullmatch(r"([^\W\d_]+)(\d+)", word)
    return (match[1], match[2]) if match else (word, "")


@cache
def function_names() -> tuple[str, ...]:
    """Every name that may be typed before brackets, aliases included."""
    from explainer.language.text.names.written_functions import WRITTEN
    from explainer.operations import all_operations

    names = [name for name in FORMS if name != "select"]
    names.extend(name for row in WRITTEN for name in row.names)
    for operation in all_operations():
        names.extend((operation.name, *operation.aliases))
    return tuple(dict.fromkeys(name for name in names if len(name) > 1 and name.isascii()))


def nearest(word: str, names: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The known name that is most like a word, or None when none is near."""
    from difflib import get_close_matches  # seldom needed, and not before the first step

    # Of names that differ in case only (lambda, Lambda) the one in the case of the word comes last and stays.
    by_lower = {name.lower(): name for name in sorted(names, key=lambda name: name[0].isupper() == word[0].isupper())}
    found = get_close_matches(word.lower(), by_lower, n=1, cutoff=cutoff)
    return by_lower[found[0]] if found else None


def split_word(word: str, vocabulary: Vocabulary) -> list[str] | None:
    """Cut a joined word into a product of letters, or letters around one function: `xy`, `xsin`, `sinx`.

    None when it is more likely one name: at most three letters make a product without any known piece.
    """
    known = _around_known_piece(word, vocabulary)
    if known is not None:
        return known
    return list(word) if len(word) <= 3 else None


def _around_known_piece(word: str, vocabulary: Vocabulary) -> list[str] | None:
    """The word as up to two letters, a function or Greek name, and at most one letter after it."""
    for length in range(len(word) - 1, 1, -1):
        for start in range(min(2, len(word) - length) + 1):
            rest = word[start + length :]
            if len(rest) > 1 or rest == "e":
                continue
            piece = word[start : start + length]
            callee = vocabulary.function(piece)
            # p inv(A) is not what pinv(A) says: only functions of numbers are found inside of joined words.
            operation = callee.operation if callee is not None else None
            unary = operation is not None and operation.arity == 1 and operation.elementwise and piece not in AS_LETTERS
            unary = unary or (piece in OF_ONE_MATRIX and start == 0 and rest.isupper())
            if unary or piece in vocabulary.defined or (piece in GREEK_WORDS and len(piece) > 2) or piece == "pi":
                return [*word[:start], piece, *rest]
    return None
