"""W'S_BW typed as one piece: below the S stands the B alone, where the W is a name of the text and the B is none."""

from __future__ import annotations

import re

from explainer.language.text.scanner import Token
from explainer.language.text.vocabulary import Vocabulary
from explainer.phrases import phrase


def subscripts_apart(tokens: list[Token], vocabulary: Vocabulary) -> list[Token]:
    """The same tokens with a capital below a capital alone, and the name that was joined to it behind."""
    joined = [k for k in range(1, len(tokens)) if _is_joined(tokens[k - 1], tokens[k])]
    if not joined:
        return tokens
    words = {str(token.value) for token in tokens if token.type == "WORD"}
    result: list[Token] = []
    apart = {
        str(tokens[k - 1].value) for k in joined if tokens[k].value[1] in words and tokens[k].value[0] not in words
    }
    for k, token in enumerate(tokens):
        value = str(token.value)
        name = f"{tokens[k - 1].value}_{value}"
        if k not in joined or value[1] not in words or name in vocabulary.defined or name[0] not in apart:
            result.append(token)
            continue
        middle = token.end - 1
        vocabulary.note(phrase("“{0}” is read as {1} {2}.", name, name[:-1], value[1]))
        result.append(Token("SUB", value[0], token.start, middle, token.spaced))
        result.append(Token("WORD", value[1], middle, token.end))
    return result


def _is_joined(word: Token, below: Token) -> bool:
    """S_BW and S_Bw, without braces: two letters below a capital, of which the first is a capital."""
    pair = below.type == "SUB" and re.fullmatch(r"[A-Z][A-Za-z]", str(below.value)) is not None
    capital = word.type == "WORD" and len(str(word.value)) == 1 and str(word.value).isupper()
    return pair and capital and below.end - below.start == len("_BW")
