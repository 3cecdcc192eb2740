"""Names whose index was typed on the line, Ea and fc for E_a and f_c, and the π beside a π_ref, which is no number.

A joined word is a product of its letters elsewhere. Here it can't be: where all other products have their sign, or
where the product would be divided by its own letter.
"""

from __future__ import annotations

from itertools import pairwise

from explainer.language.text.characters import GREEK_NAMES
from explainer.language.text.names.letters_of_vectors import is_written_in_front_of
from explainer.language.text.names.lost_heights import with_heights
from explainer.language.text.names.matrices_between import bilinear_forms
from explainer.language.text.scanner import Token
from explainer.language.text.vocabulary import Vocabulary
from explainer.phrases import phrase


def indices_on_the_line(tokens: list[Token], text: str, vocabulary: Vocabulary) -> list[Token]:
    """The same tokens with the second letter of Ea, and what follows the first one in Tref, as a subscript."""
    tokens = with_heights(bilinear_forms(tokens, vocabulary), text, vocabulary)
    _tell_numbers_from_names(tokens, vocabulary)
    _tell_of_crosses(tokens, vocabulary)
    words = _below_their_like(tokens, vocabulary) | _beside_stars(tokens, vocabulary)
    greek = _greek_below_their_like(tokens)
    if not words and not greek:
        return tokens
    result: list[Token] = []
    for token in tokens:
        word, before = str(token.value), result[-1] if result else None
        if token.type == "WORD" and word in words:
            vocabulary.note(phrase("“{0}” is read as {1}.", word, f"{word[0]}_{word[1:]}"))
            result.append(Token("WORD", word[0], token.start, token.start + 1, token.spaced, token.bold))
            result.append(Token("SUB", word[1:], token.start + 1, token.end))
        elif before is not None and _joins(before, token) and f"{before.value}{word}" in greek:
            vocabulary.note(phrase("“{0}” is read as {1}.", f"{before.value}{word}", f"{before.value}_{word}"))
            result.append(Token("SUB", word, token.start, token.end))
        else:
            result.append(token)
    return result


def _is_joined(token: Token, vocabulary: Vocabulary) -> bool:
    """Whether this is a word of letters that nothing in the language is called; dx belongs to a differential."""
    word = str(token.value)
    unknown = token.type == "WORD" and len(word) > 1 and word.isalpha() and word[0] not in "d∂"
    return unknown and not vocabulary.knows(word) and vocabulary.function(word) is None


def _below_their_like(tokens: list[Token], vocabulary: Vocabulary) -> set[str]:
    """The fc of f/fc and of fc/f: f/(f c) would be 1/c."""
    found: set[str] = set()
    alone = {token.value for token in tokens if token.type == "WORD"}
    for k in range(1, len(tokens) - 1):
        sides = (tokens[k - 1], tokens[k + 1])
        if tokens[k].value != "/" or any(side.type != "WORD" for side in sides) or _is_product(tokens, k):
            continue
        for one, other in (sides, sides[::-1]):
            word = str(other.value)
            if word[0] == one.value and word[1:] not in alone and _is_joined(other, vocabulary):
                found.add(word)
    return found


def _is_product(tokens: list[Token], k: int) -> bool:
    """Whether more than a name stands on one side of a sign: a x/xy."""
    behind = tokens[k + 2] if k + 2 < len(tokens) else None
    return behind is not None and (behind.type in {"SUB", "LPAR"} or (behind.type == "WORD" and not behind.spaced))


def _beside_stars(tokens: list[Token], vocabulary: Vocabulary) -> set[str]:
    """The Ea of exp(-Ea/(R*T)): who writes the sign between R and T writes it between E and a; A x is written Ax."""
    kinds = ("WORD", "SUB", "RPAR")
    signed = any(
        sign.value == "*" and before.type in kinds and after.type in {"WORD", "LPAR"}
        for before, sign, after in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )
    if not signed or vocabulary.dialect == "numpy":
        return set()
    words = {str(token.value) for token in tokens if _is_joined(token, vocabulary)}
    pairs = {word for word in words if len(word) == 2 and word[0].isupper() and word[1].islower()}
    return {word for word in pairs if not is_written_in_front_of(*word)}


def _greek_below_their_like(tokens: list[Token]) -> set[str]:
    """The ωc of ω/ωc, which are two words."""
    return {
        f"{below.value}{index.value}"
        for above, sign, below, index in zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False)
        if sign.value == "/" and above.value == below.value and _joins(below, index)
    }


def _joins(letter: Token, index: Token) -> bool:
    """Whether a Latin letter stands close behind a Greek one."""
    greek = letter.type == "WORD" and letter.value in GREEK_NAMES and letter.value != "π"
    return greek and index.type == "WORD" and not index.spaced and str(index.value).isascii()


def _tell_numbers_from_names(tokens: list[Token], vocabulary: Vocabulary) -> None:
    """Note that π is a name beside π_ref and π_old: of a π divided by its like only names are meant."""
    if vocabulary.dialect == "numpy" or "pi" in vocabulary.defined:
        return
    worded = any(_is_pi(name) and below.type == "SUB" and len(str(below.value)) > 2 for name, below in pairwise(tokens))
    alone = any(_is_pi(name) and (k + 1 == len(tokens) or tokens[k + 1].type != "SUB") for k, name in enumerate(tokens))
    if worded and alone:
        vocabulary.defined.add("pi")
        vocabulary.note(phrase("{0} is read as a name here, and not as the number 3.14….", "π"))


_OF_SPACE = frozenset("uvwabrpFBELMJ")
"""Letters of vectors in space."""


def _tell_of_crosses(tokens: list[Token], vocabulary: Vocabulary) -> None:
    """Note that u × v and r × F are products of numbers here."""
    for one, sign, other in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if sign.value == "×" and one.type == other.type == "WORD" and {one.value, other.value} <= _OF_SPACE:
            vocabulary.note("× is read as times; the cross product of two vectors is not part of the language.")


def _is_pi(token: Token) -> bool:
    return token.type == "WORD" and token.value in {"π", "pi"}
