"""What a page that was copied has lost: x2 for x², 1 + e−x for 1 + e⁻ˣ and ∑i for ∑ᵢ, told from names and products.

Only where nobody types so for anything else: beside a plain x, between signs with blanks around them, close to ∑.
"""

from __future__ import annotations

from explainer.language.text.field_signs import CLOSING, OPENING
from explainer.language.text.scanner import Token
from explainer.language.text.vocabulary import Vocabulary
from explainer.phrases import phrase

_UNKNOWNS = frozenset("xt")
_POWERS = frozenset("2345")
_INDICES = frozenset("ijk")


def with_heights(tokens: list[Token], text: str, vocabulary: Vocabulary) -> list[Token]:
    """The same tokens with the powers and indices that stand on the line set above and below it again."""
    if vocabulary.dialect == "numpy":
        return tokens
    return _powers_of_e(_squares(_called_sums(_sums(tokens), vocabulary), vocabulary), text, vocabulary)


def _sums(tokens: list[Token]) -> list[Token]:
    """∑i yi as ∑_i yi: no factor stands so close to the sign, and apart from the next one."""
    return [
        Token("SUB", token.value, token.start, token.end)
        if k and tokens[k - 1].value in {"∑", "Σ"} and not token.spaced and _is_index(tokens, k)
        else token
        for k, token in enumerate(tokens)
    ]


def _is_index(tokens: list[Token], k: int) -> bool:
    behind = tokens[k + 1] if k + 1 < len(tokens) else None
    return tokens[k].type == "WORD" and tokens[k].value in _INDICES and behind is not None and behind.spaced


def _called_sums(tokens: list[Token], vocabulary: Vocabulary) -> list[Token]:
    """-Σ p(x) log p(x) as -Σ_x p(x) log p(x): an x that stands only so, behind names of one letter, counts."""
    signs = [
        k for k, token in enumerate(tokens) if token.value in {"∑", "Σ", "sum"} and token.type in {"BIGSUM", "WORD"}
    ]
    bare = [k for k in signs if k + 1 < len(tokens) and tokens[k + 1].type not in {"SUB", "LPAR"}]
    if len(bare) != 1 or len(signs) != 1:
        return tokens
    calls = [
        k + 2
        for k in range(bare[0] + 1, len(tokens) - 3)
        if [part.type for part in tokens[k : k + 4]] == ["WORD", "LPAR", "WORD", "RPAR"]
        and len(str(tokens[k].value)) == 1
        and not tokens[k + 1].spaced
    ]
    letters = {str(tokens[k].value) for k in calls}
    if len(letters) != 1:
        return tokens
    (letter,) = letters
    alone = [k for k, token in enumerate(tokens) if token.type == "WORD" and token.value == letter and k not in calls]
    if len(letter) != 1 or alone or letter in vocabulary.declared or len(calls) < 2:
        return tokens
    place = tokens[bare[0]]
    below = Token("SUB", letter, place.end, place.end)
    return [*tokens[: bare[0] + 1], below, *tokens[bare[0] + 1 :]]


def _squares(tokens: list[Token], vocabulary: Vocabulary) -> list[Token]:
    """x3 + 3x2 + x as x^3 + 3 x^2 + x: a polynomial where x stands too, and there is no x_0 or x_1."""
    words = {str(token.value) for token in tokens if token.type == "WORD"}
    numbered = {word for word in words if len(word) == 2 and word[0] in _UNKNOWNS and word[1].isdecimal()}
    lost = {
        word
        for word in numbered
        if word[0] in words
        and not (words | vocabulary.defined) & {f"{word[0]}0", f"{word[0]}1", f"{word[0]}_{word[1]}"}
    }
    lost = {word for word in lost if word[1] in _POWERS}
    if not lost:
        return tokens
    result: list[Token] = []
    for token in tokens:
        word, middle = str(token.value), token.start + 1
        if token.type == "WORD" and word in lost:
            shown = f"{word[0]}^{word[1]}"
            vocabulary.note(
                phrase("“{0}” is read as {1}; write {2} for a name of its own.", word, shown, f"{word[0]}_{word[1]}")
            )
            result.append(Token("WORD", word[0], token.start, middle, token.spaced, token.bold))
            result.append(Token("CARET", "^", middle, middle))
            result.append(Token("NUMBER", word[1], middle, token.end))
        else:
            result.append(token)
    return result


def _powers_of_e(tokens: list[Token], text: str, vocabulary: Vocabulary) -> list[Token]:
    """1/(1 + e−x) as 1/(1 + e^(−x)), where the other signs have blanks around them; else only told of."""
    places = [k for k in range(len(tokens) - 2) if _is_lowered(tokens, k)]
    if not places or "e" in vocabulary.defined:
        return tokens
    for k in reversed(places):
        end = _end_of_run(tokens, k + 2)
        first, last = tokens[k + 1], tokens[end - 1]
        run = text[first.start : last.end]
        if any(token.type in {"PLUS", "MINUS"} and token.spaced for token in tokens):
            vocabulary.note(phrase("“{0}” is read as {1}.", f"e{run}", f"e^({run})"))
            raised = (Token("CARET", "^", first.start, first.start), Token("LPAR", "(", first.start, first.start))
            tokens = [
                *tokens[: k + 1],
                *raised,
                *tokens[k + 1 : end],
                Token("RPAR", ")", last.end, last.end),
                *tokens[end:],
            ]
        else:
            vocabulary.note(phrase("“{0}” is read as a difference; write {1} for the power.", f"e{run}", f"e^({run})"))
    return tokens


def _is_lowered(tokens: list[Token], k: int) -> bool:
    """Whether e, a minus and an operand stand here without blanks."""
    e, sign, operand = tokens[k : k + 3]
    plain = e.type == "WORD" and e.value == "e" and sign.type == "MINUS" and operand.type in {"WORD", "LPAR"}
    return plain and not (sign.spaced or operand.spaced)


def _end_of_run(tokens: list[Token], k: int) -> int:
    """Where what stands without blanks ends, or the bracket in which it stands."""
    depth = 0
    while k < len(tokens):
        token = tokens[k]
        depth += (token.type in OPENING) - (token.type in CLOSING)
        if depth < 0 or (depth == 0 and (token.spaced or token.type in {"PLUS", "MINUS", "COMMA", "RELATION"})):
            break
        k += 1
    return k
