"""Σ_x p(x) log p(x), Σ_n x(n) h(n), sum(x[i]^2, i=1..n): nothing in brackets but the index of a sum is an index."""

from __future__ import annotations

from explainer.language.text.brackets import match_brackets
from explainer.language.text.scanner import Token
from explainer.language.text.vocabulary import ABSTRACT_FUNCTIONS, SIGNS_OF_FUNCTIONS, Vocabulary
from explainer.phrases import phrase


def indices_in_brackets(tokens: list[Token], text: str, vocabulary: Vocabulary) -> list[Token]:
    """The same tokens with p_x for p(x), inside of the sum over x.

    f(i) stays a function of the number i where nothing else stands so beside it, as functions of the language do.
    """
    if not any(token.type == "BINDER" for token in tokens):
        return tokens
    partner = match_brackets(tokens, text)
    places: dict[int, str] = {}
    for k, token in enumerate(tokens):
        if token.type != "BINDER" or not k or tokens[k - 1].type not in {"LPAR", "COMMA"}:
            continue
        opening = next((j for j in range(k - 1, -1, -1) if tokens[j].type == "LPAR" and partner.get(j, 0) > k), None)
        if opening is not None:
            index = str(token.value[0])
            found = [j for j in range(opening + 1, partner[opening] - 2) if _has_index(tokens, j, index, vocabulary)]
            square = any(tokens[j + 1].type == "LBRACK" for j in found)
            if square or any(str(tokens[j].value) not in ABSTRACT_FUNCTIONS for j in found):
                places |= dict.fromkeys(found, index)
    if not places:
        return tokens
    result: list[Token] = []
    k = 0
    while k < len(tokens):
        result.append(tokens[k])
        if k in places:
            name, index = str(tokens[k].value), places[k]
            vocabulary.note(phrase("{0}({1}) is read as the entry {0}_{1}.", name, index))
            result.append(Token("SUB", index, tokens[k + 1].start, tokens[k + 3].end))
            k += 3
        k += 1
    return result


def _has_index(tokens: list[Token], k: int, index: str, vocabulary: Vocabulary) -> bool:
    """Whether the index alone stands in brackets behind a name of one letter, as in p(x) and p[x]."""
    word, opening, inner, closing = tokens[k : k + 4]
    kinds = (opening.type, closing.type)
    if word.type != "WORD" or kinds not in {("LPAR", "RPAR"), ("LBRACK", "RBRACK")}:
        return False
    if kinds[0] == "LBRACK" and opening.spaced:
        return False
    if inner.type != "WORD" or str(inner.value) != index or index in vocabulary.declared:
        return False
    name = str(word.value)
    return len(name) == 1 and vocabulary.function(name) is None and name not in {*SIGNS_OF_FUNCTIONS, index, "σ", "Φ"}
