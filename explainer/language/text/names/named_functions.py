"""Functions of which only the name is known, told from factors before brackets: p(x) is one, k (x - 1) is not."""

from __future__ import annotations

from explainer.language.text.brackets import match_brackets
from explainer.language.text.characters import GREEK_NAMES
from explainer.language.text.differentials import length_of_name
from explainer.language.text.scanner import Token
from explainer.language.text.vocabulary import (
    ABSTRACT_FUNCTIONS,
    CONSTANTS,
    SIGNS_OF_FUNCTIONS,
    Vocabulary,
    split_digits,
)
from explainer.phrases import phrase


def functions_of_names(tokens: list[Token], text: str, vocabulary: Vocabulary) -> list[Token]:
    """Find the names that are called, and give what a parameter is in the subscript of as an argument.

    Nobody writes brackets around a single name for a product: p(x), V(r), a_1(t) are functions. Where h_θ(x) is
    differentiated with respect to θ, it is h(x, θ): without, it would be taken not to depend on θ.
    """
    if not any(token.type == "LPAR" for token in tokens[1:]):
        return tokens
    partner = match_brackets(tokens, text)
    parameters = set(vocabulary.bare)
    behind: dict[int, list[Token]] = {}
    left_out: set[int] = set()
    for k, token in enumerate(tokens):
        length = length_of_name(tokens, k)
        opening = k + length
        if not length or opening >= len(tokens) or tokens[opening].type != "LPAR":
            continue
        if text[tokens[opening].start : tokens[opening].end] != "(":
            continue  # brackets that somebody put around the argument of f(x) = a x, where x_i stands for x
        name, subscripts = _letters(token), [str(part.value) for part in tokens[k + 1 : opening]]
        if not _may_be_called(tokens, k, name, subscripts, vocabulary):
            continue
        if is_pair(subscripts) and _stands_alone(name, tokens):
            continue  # W_{1,2} (x) beside W x is an entry of W, as a factor
        names_result = tokens[partner[opening] + 1 : partner[opening] + 2]
        if name not in ABSTRACT_FUNCTIONS:
            if names_result and names_result[0].value == "=":
                continue
            if not _are_names(tokens[opening + 1 : partner[opening]], {token.value}, vocabulary):
                continue
            _call(name, subscripts, text[token.start : tokens[opening - 1].end], vocabulary)
        parameter = GREEK_NAMES.get(subscripts[0], subscripts[0]) if len(subscripts) == 1 else ""
        if parameter in parameters and parameter not in vocabulary.indices:
            end, subscript = tokens[partner[opening]], tokens[k + 1]
            left_out.add(k + 1)
            argument = Token("WORD", subscripts[0], subscript.start, subscript.end)
            behind[partner[opening]] = [Token("COMMA", ",", end.start, end.start), argument]
            if name not in ABSTRACT_FUNCTIONS:
                vocabulary.called.add(name)
            shown = text[token.start : end.end]
            called = f"{text[token.start : token.end]}(…, {subscripts[0]})"
            vocabulary.note(phrase("{0} is read as {1}: it depends on {2} too.", shown, called, subscripts[0]))
    if not left_out:
        return tokens
    return [part for k, token in enumerate(tokens) if k not in left_out for part in (*behind.get(k, ()), token)]


def _letters(token: Token) -> str:
    letters, _ = split_digits(str(token.value))
    return GREEK_NAMES.get(letters, letters)


def _may_be_called(tokens: list[Token], k: int, name: str, subscripts: list[str], vocabulary: Vocabulary) -> bool:
    """Whether a name that brackets follow is neither a function of the table nor known as a value."""
    before = tokens[k - 1].type if k else ""
    if before in {"CARET", "PRIME", "OVER", "D", "DIFF", "PARTIAL"} or not vocabulary.knows(name):
        return False
    word = str(tokens[k].value)
    whole = "_".join([name, *(GREEK_NAMES.get(part, part) for part in subscripts)])
    if (
        (name in CONSTANTS and not subscripts)
        or whole in {*SIGNS_OF_FUNCTIONS, "Gamma"}
        or {name, word, whole} & vocabulary.defined
    ):
        return False
    return vocabulary.function(whole) is None and vocabulary.function(word) is None and name not in vocabulary.indices


def _are_names(inner: list[Token], outer: set[str], vocabulary: Vocabulary) -> bool:
    """Whether nothing but names stands between the brackets: x, or x, y."""
    k = 0
    while k < len(inner):
        length = length_of_name(inner, k)
        word = str(inner[k].value)
        if (
            not length
            or word in outer
            or vocabulary.function(word) is not None
            or not vocabulary.knows(_letters(inner[k]))
        ):
            return False
        k += length
        if k < len(inner) and inner[k].type != "COMMA":
            return False
        k += 1
    return bool(inner) and inner[-1].type != "COMMA"


def is_pair(subscripts: list[str]) -> bool:
    """Whether the subscripts are two indices, as in F_{i,j}: those of an entry of a matrix."""
    return any("," in part for part in subscripts)


def _stands_alone(name: str, tokens: list[Token]) -> bool:
    """Whether a letter stands somewhere without subscripts, and no bracket follows it."""
    return any(
        token.type == "WORD" and _letters(token) == name and after not in {"SUB", "LPAR", "DOTPAR"}
        for token, after in zip(tokens, [*(token.type for token in tokens[1:]), ""], strict=True)
    )


def _call(name: str, subscripts: list[str], shown: str, vocabulary: Vocabulary) -> None:
    bound = bool(subscripts) and (subscripts[-1] in vocabulary.indices or is_pair(subscripts))
    whole = "_".join([name, *(GREEK_NAMES.get(part, part) for part in subscripts)])
    vocabulary.called.add(name if bound else whole)
    vocabulary.note(phrase("{0}(…) is read as a function; for a product write {0} * (…).", shown))
