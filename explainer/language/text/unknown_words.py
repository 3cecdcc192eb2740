"""Words that are nothing known: the error that names the nearest known word, where one is near, and a way on."""

from __future__ import annotations

from collections.abc import Sequence

from explainer.errors import ParseError
from explainer.language.text.characters import GREEK_WORDS
from explainer.language.text.scanner import Token
from explainer.language.text.vocabulary import Vocabulary, function_names, nearest
from explainer.phrases import phrase

_NEAR = 0.72
"""How like a word must be to be suggested: two letters exchanged in a word of four are."""
OUTSIDE = frozenset({
    "pinv", "rank", "eig", "eigvals", "eigh", "svd", "qr", "cholesky", "expm", "logm", "sqrtm", "cross", "fft", "ifft",
    "conv", "cumsum", "cumprod", "sort",
    "argsort", "argmax", "argmin", "round", "rint", "mod", "fmod", "gcd", "lcm", "floor_divide", "real", "imag", "conj",
    "nuc", "lim", "int", "grad", "div", "rot", "curl", "sup", "inf", "diff", "integrate", "limit", "solve", "perm",
    "median", "percentile", "quantile", "cov", "corr", "corrcoef", "expectation", "prob", "permute", "adj",
    "null", "span", "normInf", "lg", "cof", "arg", "sig",
})  # fmt: skip
"""Functions and signs of mathematics that have no meaning here: another function is no help."""


def _as_a_whole(entrywise: str) -> str:
    return phrase(
        "Functions of a matrix as a whole are not derived, but for powers such as X^3 and inverses; {0} works entry by "
        "entry.",
        entrywise,
    )


EIGENVALUES = phrase(
    "Eigenvalues and singular values are not derived; tr(X) is the sum of the eigenvalues, and det(X) their product."
)
INSTEAD = {
    "pinv": phrase(
        "Pseudo-inverses are not derived: write inv(A' A) A' where the columns of A are independent, A' inv(A A') "
        "where its rows are."
    ),
    "adj": phrase("Write det(X) inv(X) for the adjugate of an invertible matrix."),
    "rank": phrase("The rank of a matrix is a whole number: it has no derivative."),
    "normInf": phrase("Write max(abs(x)) for the largest of the absolute values."),
    "lg": phrase("lg is the logarithm to base 10 for some, to base 2 for others: write log10(x) or log2(x)."),
    "cof": phrase("Write det(X) inv(X)' for the cofactors of an invertible matrix."),
    "sig": phrase("Write sigmoid(x) for the logistic function, sign(x) for the sign."),
    "expm": _as_a_whole("exp(X)"),
    "logm": _as_a_whole("log(X)"),
    "sqrtm": _as_a_whole("sqrt(X)"),
    **dict.fromkeys(("eig", "eigvals", "eigh", "svd"), EIGENVALUES),
}
"""What functions of matrices that are not derived may be written as, or why not."""


def nearest_function(word: str, known: Vocabulary, cutoff: float = _NEAR) -> str | None:
    """The function or declared name that is most like a word."""
    return nearest(word, {*function_names(), *known.declared} - {word}, cutoff=cutoff)


def unknown_word(token: Token, subscripts: Sequence[Token], opens: bool, text: str, known: Vocabulary) -> ParseError:
    """The error for a word that is nothing known, with the nearest known word."""
    word: str = token.value
    shown = _shortened(word)
    end = token.end
    whole = "_".join([word, *(str(part.value) for part in subscripts)])
    near = None
    if subscripts:
        near = nearest(whole, function_names(), cutoff=0.8)
        end = subscripts[-1].end if near else end
    if near is None and word not in OUTSIDE:
        names = function_names() if opens else (*function_names(), *GREEK_WORDS)
        near = nearest(word, {*names, *known.declared} - {word}, cutoff=_NEAR if opens else 0.75)
    if near is not None and opens and not _takes(near, _arguments(text, end), known):
        near = None
    expected: tuple[str, ...]
    if word in OUTSIDE and not near:
        message, expected = phrase("{0} is not part of the language", shown), ("the name of a function",)
        way_on = INSTEAD.get(word) or phrase("If it is a name of yours, declare it: … where {0}: scalar.", shown)
    elif opens:
        message, expected = phrase("there is no function named “{0}”", shown), ("the name of a function",)
        way_on = phrase("Declare it with a shape to use it as a function of its own: … where {0}: scalar.", shown)
    else:
        message, expected = (
            phrase("“{0}” is not a known name", shown),
            ("a name of one letter", "a declared name"),
        )
        way_on = phrase(
            "If it is one name, declare it: … where {0}: scalar (or a size such as n); if it is "
            "a product, write {1}{2}.",
            shown,
            " ".join(word[:8]),
            " …" if len(word) > 8 else "",
        )
    hint = phrase("Did you mean {0}? {1}", near, way_on) if near else way_on
    return ParseError(message, text=text, position=token.start, end=end, expected=expected, hint=hint)


def way_on_with_subscript(word: str, subscripts: Sequence[Token]) -> str:
    """What to write instead of a function with a subscript: the function whose name it nearly is, or no subscript."""
    near = nearest("_".join([word, *(str(part.value) for part in subscripts)]), function_names(), cutoff=0.8)
    if near is not None and "_" in near:
        return phrase("Did you mean {0}?", near)
    return phrase("Write {0}(…) with the arguments in brackets.", word)


def _arguments(text: str, start: int) -> int:
    """How many arguments stand in the brackets that open at a place of the text."""
    depth, count = 0, 1
    for character in text[start:]:
        depth += (character in "([{") - (character in ")]}")
        if depth <= 0:
            break
        count += depth == 1 and character == ","
    return count


def _takes(name: str, count: int, known: Vocabulary) -> bool:
    """Whether a function may be given so many arguments; forms and declared names are not asked."""
    callee = known.function(name)
    operation = callee.operation if callee is not None else None
    return operation is None or operation.arity == count or (name in {"max", "min"} and count > 0)


def _shortened(word: str) -> str:
    return word if len(word) <= 40 else word[:40] + "…"
