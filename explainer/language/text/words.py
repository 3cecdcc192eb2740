"""Words → names, functions and keywords, with the names that are joined without a space taken apart."""

from __future__ import annotations

import re
from dataclasses import replace

from explainer.errors import ParseError
from explainer.language.text.brackets import OPERAND_ENDS
from explainer.language.text.characters import GREEK_NAMES, GREEK_WORDS
from explainer.language.text.field_signs import closing_bracket
from explainer.language.text.scanner import Token
from explainer.language.text.unknown_words import OUTSIDE, nearest_function, unknown_word, way_on_with_subscript
from explainer.language.text.vocabulary import (
    ABSTRACT_FUNCTIONS,
    AS_LETTERS,
    BARE_FORMS,
    CONSTANTS,
    KEYWORDS,
    OPTIONS,
    SIGNS_OF_FUNCTIONS,
    Callee,
    Vocabulary,
    function_names,
    split_digits,
    split_word,
)
from explainer.phrases import phrase

_CAPITAL_FUNCTIONS = frozenset(name for name in ABSTRACT_FUNCTIONS if len(name) == 1 and name.isupper())
_MARKED = re.compile(r"([^\W\d_]+?)(hat|bar|tilde)")
_INDEX = re.compile(r"[^\W\d_][^\W_]*|\d+")


_SAID_BEHIND = frozenset({"inverse", "transpose"})
"""Functions that are said behind a name: A inverse b is no function of b."""
_BETWEEN = frozenset({"at", "of", "by", "to", "on", "is", "as"})
"""Words that are products of letters only where no name stands on both sides: u + at."""
_ENGLISH = frozenset(
    {
        "for",
        "the",
        "of",
        "is",
        "to",
        "let",
        "or",
        "not",
        "then",
        "else",
        "are",
        "that",
        "such",
        "find",
        "squared",
        "cubed",
    }
)
"""Words of sentences, which nobody means as products of their letters; by, at, an and in may well be products."""

TRUTHS = {"True": "1", "False": "0"}


def _in_small_letters(token: Token, vocabulary: Vocabulary) -> Token:
    """Tr(…), Det(…) and Log(…), as some books write them: the function, where nothing else has this name."""
    word = str(token.value)
    small = word.lower()
    if len(word) < 2 or word == small or not word[1:].islower() or word in vocabulary.defined:
        return token
    known = function_names()
    return replace(token, value=small) if small in known and word not in known else token


def resolve_words(tokens: list[Token], text: str, vocabulary: Vocabulary) -> list[Token]:
    """Turn words into NAME, FUNCTION, BARE (a function without brackets) and keyword tokens.

    A NAME holds the word and its subscripts: `W_{i,j}` is ("W", (("i", "j"),)).
    Raises ParseError for a word that is no known name, with the nearest known one.
    """
    result: list[Token] = []
    names: dict[tuple[str, ...], tuple[str, tuple[tuple[str, ...], ...]]] = {}
    k = 0
    while k < len(tokens):
        token = tokens[k]
        k += 1
        if token.type != "WORD":
            result.append(token)
            continue
        if token.value in TRUTHS and result and result[-1].value == "=":
            # keepdims=True: the one place where a truth value has a meaning.
            result.append(Token("NUMBER", TRUTHS[token.value], token.start, token.end, token.spaced))
            continue
        subscripts: list[Token] = []
        while k < len(tokens) and tokens[k].type == "SUB" and not tokens[k].spaced:
            subscripts.append(tokens[k])
            k += 1
        following = tokens[k] if k < len(tokens) else None
        if following is not None and following.type == "LPAR" and not subscripts:
            token = _in_small_letters(token, vocabulary)
        after_operator = bool(result) and result[-1].type in {"OVER", "DIFF", "D"}
        if result and result[-1].type == "PRIME" and token.value in _CAPITAL_FUNCTIONS and following is not None:
            # x' H (y − x): a row is multiplied by a matrix, not by the value of a function.
            vocabulary.bare.add(token.value)
        if token.value in _BETWEEN and not subscripts and _stands_between(result, token, following):
            raise _is_english(token, text)
        if token.value in _SAID_BEHIND and not subscripts and _stands_behind(result, token, following):
            raise _is_english(token, text)
        if token.value in {"Γ", "Gamma"} and not subscripts and _is_gamma_function(token, tokens[k:], vocabulary):
            vocabulary.note(phrase("{0} before brackets is read as the {1}.", token.value, phrase("gamma function")))
            result.append(replace(token, type="FUNCTION", value=vocabulary.function("gamma_function")))
            continue
        if token.value in AS_LETTERS and not subscripts and not _has_argument(token, tokens[k : k + 3], vocabulary):
            result.extend(_split(token, subscripts, following, text, vocabulary))
            continue
        # A name that nothing around it makes anything else of means the same wherever it stands.
        alone = following is None or (following.type not in {"LPAR", "DOTPAR"} and following.value != "=")
        plain = alone and not after_operator and not token.bold
        written = (token.value, *[str(subscript.value) for subscript in subscripts]) if plain else ()
        if written in names:
            end = subscripts[-1].end if subscripts else token.end
            result.append(Token("NAME", names[written], token.start, end, token.spaced))
            continue
        found = _resolve(token, subscripts, following, after_operator, text, vocabulary)
        result.extend(found)
        if plain and len(found) == 1 and found[0].type == "NAME":
            names[written] = found[0].value
    return result


def _has_argument(token: Token, behind: list[Token], known: Vocabulary) -> bool:
    """Whether a function is likelier than a product of letters: brackets, or an argument apart from it, follow."""
    if set(token.value) <= known.declared.keys() or token.value in known.defined:
        return False
    kinds = [part.type for part in behind]
    if kinds[:2] == ["CARET", "NUMBER"]:  # ch^2 x
        kinds, behind = kinds[2:], behind[2:]
    return bool(kinds) and (kinds[0] == "LPAR" or (kinds[0] in {"WORD", "NUMBER"} and behind[0].spaced))


def _is_gamma_function(token: Token, behind: list[Token], known: Vocabulary) -> bool:
    """Γ(x), Γ((n + 1)/2) and Γ(α + β) are values of the gamma function; Γ (x - μ) may be a matrix times a vector."""
    if not behind or behind[0].type != "LPAR" or {"Gamma", token.value} & known.defined:
        return False
    inside = behind[1 : closing_bracket(behind, 0)]
    names = [str(part.value) for part in inside if part.type == "WORD"]
    numbered = any(part.type == "NUMBER" for part in inside)
    greek = all(name in GREEK_NAMES or name in GREEK_WORDS for name in names)
    added = greek and all(part.type in {"WORD", "SUB", "PLUS"} for part in inside)
    named = len(names) == 1 and all(part.type in {"WORD", "SUB"} for part in inside)
    return bool(inside) and (named or numbered or added)


def _stands_between(before: list[Token], word: Token, following: Token | None) -> bool:
    """Whether an operand stands on both sides, with blanks between."""
    if not before or before[-1].type not in OPERAND_ENDS or following is None:
        return False
    return word.spaced and following.spaced and following.type in {"WORD", "NUMBER"}


def _stands_behind(before: list[Token], word: Token, following: Token | None) -> bool:
    """Whether an operand and a blank stand in front, and no bracket directly behind."""
    called = following is not None and following.type == "LPAR" and not following.spaced
    return bool(before) and before[-1].type in OPERAND_ENDS and word.spaced and not called


def _is_english(token: Token, text: str) -> ParseError:
    return ParseError(
        phrase("“{0}” has no meaning in the input language", token.value),
        text=text,
        position=token.start,
        end=token.end,
        expected=("an operator such as + or *",),
        hint="Type the function alone; shapes and definitions may follow after “where”.",
    )


def _resolve(
    token: Token, subscripts: list[Token], following: Token | None, after_operator: bool, text: str, known: Vocabulary
) -> list[Token]:
    """The tokens for one word with its subscripts."""
    word = GREEK_NAMES.get(token.value[0], token.value[0]) + token.value[1:]
    letters, digits = split_digits(token.value)
    letters = GREEK_NAMES.get(letters, letters)
    end = subscripts[-1].end if subscripts else token.end
    opens = following is not None and following.type in {"LPAR", "DOTPAR"} and not after_operator
    if not subscripts and token.value in KEYWORDS and token.value not in known.defined:
        return [Token(KEYWORDS[token.value], token.value, token.start, end, token.spaced)]
    whole = "_".join([word, *(str(s.value) for s in subscripts)])
    callee = known.function(whole) or (None if subscripts else known.function(word))
    names_result = callee is not None and not subscripts and following is not None and following.value == "="
    if callee is not None and not after_operator and not names_result:
        return [_function(callee, token, end, opens, following, text)]
    if subscripts and letters == "log" and not after_operator:
        return [_logarithm(token, subscripts, opens, text, known)]
    indices = tuple(_indices(subscript, text, known) for subscript in subscripts)
    option = (word in OPTIONS or names_result) and following is not None and following.value == "="
    if word in known.defined or option or (subscripts and whole in known.defined):
        return [_name(word, indices, token, end, following, opens, known)]
    if known.knows(letters):
        if digits:
            indices = ((digits,), *indices)
        if letters == "delta" and opens and following is not None and not indices:
            return [Token("DELTA", "delta", token.start, end, token.spaced)]
        return [_name(letters, indices, token, end, following, opens, known)]
    marked = _MARKED.fullmatch(letters)
    if marked is not None and not digits and known.knows(marked[1]) and letters not in {"that", "what"}:
        known.note(phrase("{0} is written {1} here.", letters, f"{marked[1]}_{marked[2]}"))
        return [_name(marked[1], ((marked[2],), *indices), token, end, following, opens, known)]
    return _split(token, subscripts, following, text, known)


def _function(callee: Callee, token: Token, end: int, opens: bool, following: Token | None, text: str) -> Token:
    """The token of a function: FUNCTION before brackets, BARE before anything else."""
    unary = callee.name in BARE_FORMS if callee.operation is None else callee.operation.arity == 1
    powered = following is not None and following.type == "CARET"
    if not opens and (not unary or following is None):
        raise ParseError(
            phrase("{0} is a function, and its arguments are missing", token.value),
            text=text,
            position=token.start,
            end=end,
            expected=("“(”",),
            hint=phrase("Write {0}(…) with the arguments in brackets.", token.value),
        )
    return Token("FUNCTION" if opens and not powered else "BARE", callee, token.start, end, token.spaced)


def _logarithm(token: Token, subscripts: list[Token], opens: bool, text: str, known: Vocabulary) -> Token:
    """A logarithm to a base: log_2 and log_10 have names of their own, log_a(x) is a quotient of two."""
    base, end = str(subscripts[0].value), subscripts[-1].end
    base = GREEK_NAMES.get(base, base)
    callee = known.function(f"log{base}") or (known.function("ln") if base == "e" else None)
    if len(subscripts) > 1 or (callee is None and not (base.isdigit() or known.knows(base))):
        raise ParseError(
            phrase("there is no logarithm to the base {0}", base),
            text=text,
            position=token.start,
            end=end,
            hint=phrase("Write ln(x)/ln({0}).", base),
        )
    callee = callee or Callee("form", "logarithm", subscripts=(base,))
    return Token("FUNCTION" if opens else "BARE", callee, token.start, end, token.spaced)


def _name(
    word: str,
    indices: tuple[tuple[str, ...], ...],
    token: Token,
    end: int,
    following: Token | None,
    opens: bool,
    known: Vocabulary,
) -> Token:
    """The token of a variable, or of an abstract function when brackets follow and the name is one."""
    simple = all(len(part) == 1 for part in indices)
    whole = "_".join([word, *(part[0] for part in indices)]) if simple else word
    if token.bold:
        known.bold.add(whole)
    if opens and following is not None:
        sign = known.function(SIGNS_OF_FUNCTIONS.get(whole, ""))
        if sign is not None and not {word, whole} & (known.bare | known.defined):
            known.note(phrase("{0} before brackets is read as the {1}.", token.value, _title(sign)))
            return Token("FUNCTION", sign, token.start, end, token.spaced)
        elementwise = following.type == "DOTPAR"
        bound = bool(indices) and (not simple or indices[-1][0] in known.indices or has_entries(word, known))
        function = word if bound else whole
        callable_name = function in known.declared and len(word) > 1 and word not in GREEK_WORDS
        declared = known.declared.get(function)
        factor = declared is not None and declared.is_scalar and following.spaced and not elementwise
        if (
            (word in ABSTRACT_FUNCTIONS or function in known.called or callable_name or elementwise)
            and not factor
            and not {function, whole} & known.bare
        ):
            subscripts = tuple(item for part in indices for item in part) if bound else ()
            callee = Callee("abstract", function, None, elementwise, subscripts)
            return Token("FUNCTION", callee, token.start, end, token.spaced)
    return Token("NAME", (word, indices), token.start, end, token.spaced)


def _title(callee: Callee) -> str:
    return phrase(callee.operation.title) if callee.operation is not None else callee.name


def has_entries(word: str, known: Vocabulary) -> bool:
    """Whether a name is declared as a vector or a matrix, so that a subscript of it means an entry."""
    shape = known.declared.get(word)
    return shape is not None and not shape.is_scalar


def _indices(subscript: Token, text: str, known: Vocabulary) -> tuple[str, ...]:
    """The indices of one subscript; `ij` are two where both are bound."""
    value = str(subscript.value)
    items = tuple(GREEK_NAMES.get(item.strip(), item.strip()) for item in value.split(","))
    if len(items) == 1 and len(value) == 2 and value not in known.indices and set(value) <= known.indices:
        items = tuple(value)
    for item in items:
        if not _INDEX.fullmatch(item) or len(item) > 40:
            raise ParseError(
                phrase("“{0}” is not an index", value),
                text=text,
                position=subscript.start,
                end=subscript.end,
                expected=("a name such as i", "a number such as 1"),
                hint="An index is a name or a number, W_{i,j} has two; calculations with indices are not read.",
            )
    return items


def subscript_indices(subscript: Token, text: str, known: Vocabulary) -> tuple[str, ...]:
    """The indices of a subscript after a bracket: `(w + x)_i`."""
    return _indices(subscript, text, known)


def _split(token: Token, subscripts: list[Token], following: Token | None, text: str, known: Vocabulary) -> list[Token]:
    """A word that is no known name, as the product it most likely is; else an error that asks."""
    word: str = token.value
    if word in _ENGLISH and not subscripts:
        raise _is_english(token, text)
    if subscripts and len(word) > 1 and known.function(word) is not None:
        raise ParseError(
            phrase("a subscript of {0} has no meaning here", word),
            text=text,
            position=subscripts[0].start,
            end=subscripts[-1].end,
            hint=way_on_with_subscript(word, subscripts),
        )
    opens = following is not None and following.type == "LPAR" and not following.spaced and not subscripts
    pieces = None if word in OUTSIDE else _pieces(word, opens, known)
    if pieces is None or (opens and len(word) > 2 and known.function(pieces[-1]) is None):
        raise unknown_word(token, subscripts, opens, text, known)
    if len(word) == 2 and word[0] == "d" and word[1] in known.bare and "d" not in known.bare | known.defined:
        raise _is_differential(token, text)
    result: list[Token] = []
    start = token.start
    for piece in pieces:
        part = Token("NUMBER" if piece.isdigit() else "WORD", piece, start, start + len(piece), not result, token.bold)
        start += len(piece)
        last = start == token.end
        if part.type == "NUMBER":
            result.append(part)
        else:
            after = following if last else Token("WORD", "", start, start)
            result.extend(_resolve(part, subscripts if last else [], after, False, text, known))
    shown = " ".join(pieces)
    if not any(character.isdigit() for character in word):
        known.note(phrase("“{0}” is read as {1}; declare its shape to use it as one name.", word, shown))
    return result


def _is_differential(token: Token, text: str) -> ParseError:
    """Why x^2 dx is not d times x^3: nobody who writes dx beside x means a product."""
    return ParseError(
        phrase("{0} belongs to an integral or a differential", token.value),
        text=text,
        position=token.start,
        end=token.end,
        hint=phrase(
            "Leave it out: the function alone is differentiated with respect to {0}. For a product write d {0}.",
            str(token.value)[1:],
        ),
    )


def _pieces(word: str, opens: bool, known: Vocabulary) -> list[str] | None:
    """The pieces of a joined word, digits as pieces of their own after functions and on letters as subscripts."""
    runs = re.findall(r"[^\W\d_]+\d*", word)
    if len(runs) == 1 and not word[-1].isdigit():
        if opens and (
            (len(word) > 2 and not _ends_in_function(word, known)) or (len(word) == 2 and nearest_function(word, known))
        ):
            return None
        return split_word(word, known)
    pieces: list[str] = []
    for run in runs:
        letters, digits = split_digits(run)
        parts = [letters] if known.knows(letters) or known.function(letters) else split_word(letters, known)
        if parts is None:
            return None
        if digits and known.function(parts[-1]):
            pieces.extend((*parts, digits))
        else:
            pieces.extend((*parts[:-1], parts[-1] + digits))
    return pieces


def _ends_in_function(word: str, known: Vocabulary) -> bool:
    return any(known.function(word[start:]) for start in (1, 2) if len(word) - start >= 2)


def is_constant(word: str, known: Vocabulary) -> bool:
    """Whether the name stands for a number of its own, pi or e."""
    return word in CONSTANTS and word not in known.defined
