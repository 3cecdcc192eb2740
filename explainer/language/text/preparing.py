"""Tokens as the grammar wants them: products made visible, sums over an index and derivatives marked.

After this every juxtaposition is a token of its own, so that the grammar is LALR(1) and needs no guessing.
"""

from __future__ import annotations

import re

from explainer.errors import ParseError
from explainer.language.text.brackets import OPERAND_ENDS, below_bars, fences_as_calls, match_brackets, pair_bars
from explainer.language.text.characters import GREEK_NAMES
from explainer.language.text.differentials import length_of_name, mark_derivatives
from explainer.language.text.field_signs import (
    as_calls,
    boltzmann,
    error_named_e,
    is_count_of_periods,
    normal_of_finance,
    raised_plus_below,
    refuse_expectations,
    square_as_round,
    tuple_as_list,
)
from explainer.language.text.names.decimals import decimal_commas
from explainer.language.text.names.indexed_calls import indices_in_brackets
from explainer.language.text.names.joined_indices import joined_indices
from explainer.language.text.names.named_functions import functions_of_names
from explainer.language.text.names.ones import vectors_of_ones
from explainer.language.text.names.reaching import reaching
from explainer.language.text.names.subscripts_apart import subscripts_apart
from explainer.language.text.names.typed_on_the_line import indices_on_the_line
from explainer.language.text.ranges import bind_indices, open_big_sums
from explainer.language.text.scanner import Token, refuse_too_many, scan
from explainer.language.text.spellings import (
    filled_vectors,
    functions_over_entries,
    layers_and_samples,
    norms_with_subscripts,
    question_in_front,
    transposes_without_space,
    without_result,
)
from explainer.language.text.vocabulary import ABSTRACT_FUNCTIONS, SIGNS_OF_FUNCTIONS, Vocabulary
from explainer.language.text.words import resolve_words
from explainer.phrases import phrase

_GREEK_FUNCTIONS = frozenset({"gamma", "Gamma", "beta", "zeta", "psi", "Psi", "Phi", "phi"})
"""Greek names that are also those of functions."""
_PERIODS = "The T above is read as an exponent; write ' for a transpose."
_OPERAND_STARTS = frozenset({
    "NUMBER", "NAME", "LPAR", "LBRACE", "LBRACK", "LBAR", "LNORM", "FUNCTION", "BARE", "D", "DIFF", "FILLED", "DELTA",
    "POWERED",
})  # fmt: skip


def arrange(tokens: list[Token], text: str, vocabulary: Vocabulary) -> list[Token]:
    """Turn scanned tokens into those of the grammar; the vocabulary gains indices, bare names and notes.

    Raises ParseError and LimitError with the place.
    """
    refuse_too_many(tokens, text)
    tokens = without_result(decimal_commas(fences_as_calls(tokens), vocabulary), vocabulary)
    tokens = joined_indices(indices_on_the_line(subscripts_apart(tokens, vocabulary), text, vocabulary), vocabulary)
    match_brackets(tokens, text)
    refuse_expectations(tokens, text, vocabulary)
    tokens = square_as_round(tuple_as_list(as_calls(raised_plus_below(tokens, text), vocabulary)))
    tokens = normal_of_finance(boltzmann(tokens, vocabulary), vocabulary)
    tokens = functions_over_entries(filled_vectors(tokens, vocabulary), vocabulary)
    tokens = _raise_superscripts(tokens)
    tokens = mark_derivatives(tokens, text, vocabulary)
    tokens = question_in_front(tokens, text, vocabulary)
    tokens = bind_indices(tokens, text, vocabulary)
    tokens = indices_in_brackets(open_big_sums(tokens, text, vocabulary), text, vocabulary)
    tokens = layers_and_samples(tokens, text, vocabulary)
    tokens = vectors_of_ones(_mark_transposes(transposes_without_space(tokens, vocabulary), vocabulary), vocabulary)
    error_named_e(tokens, vocabulary)
    tokens = functions_of_names(tokens, text, vocabulary)
    _find_bare_names(tokens, text, vocabulary)
    tokens = below_bars(resolve_words(tokens, text, vocabulary), text, vocabulary)
    tokens = _join_index_pairs(tokens, vocabulary)
    tokens = norms_with_subscripts(pair_bars(tokens, text))
    tokens = _juxtapose(reaching(_powers_of_functions(tokens, text), text, vocabulary), text, vocabulary)
    refuse_too_many(tokens, text)
    return tokens


# --- superscripts, transposes ----------------------------------------------------------------------------------------


def _raise_superscripts(tokens: list[Token]) -> list[Token]:
    """x² as x^2, x⁻¹ as x^(-1); x⁽ⁱ⁾ as x^{(i)}, which is an index."""
    if not any(token.type == "SUPER" for token in tokens):
        return tokens
    result: list[Token] = []
    for k, token in enumerate(tokens):
        if token.type != "SUPER":
            result.append(token)
            continue
        if token.value == "-" and [after.type for after in tokens[k + 1 : k + 2]] == ["PRIME"]:
            result.extend(_minus_one(token))  # the ⁻¹ of A⁻ᵀ
            continue
        inner = [Token(t.type, t.value, token.start, token.end) for t in scan(_powers_raised(token.value))]
        result.append(Token("CARET", "^", token.start, token.end))
        if len(inner) == 1:
            result.extend(inner)
        elif [t.type for t in inner[::2]] == ["LPAR", "RPAR"]:
            place = (token.start, token.end)
            result.extend((Token("LBRACE", "{", *place), *inner, Token("RBRACE", "}", *place)))
        else:
            opening = Token("LPAR", "(", token.start, token.end)
            result.extend((opening, *inner, Token("RPAR", ")", token.start, token.end)))
    return result


def _powers_raised(raised: str) -> str:
    """The x² of e⁻ˣ² as x^2: a digit raised as high as the letter before it is its power; ˣ¹ is an entry."""
    return re.sub(r"([^\W\d])([2-9]\d*)", r"\1^\2", raised)


def _mark_transposes(tokens: list[Token], vocabulary: Vocabulary) -> list[Token]:
    """x^T and x^{T} as x', unless T is a name of its own; x^' as x'."""
    if not any(token.type == "CARET" for token in tokens):
        return tokens
    result: list[Token] = []
    k = 0
    while k < len(tokens):
        token = tokens[k]
        following = tokens[k + 1 : k + 5]
        kinds = [t.type for t in following]
        length = 0
        if token.type == "CARET" and token.value == "^" and following:
            if kinds[0] == "PRIME":
                length = 1
            elif following[0].value == "T" and is_count_of_periods(tokens, k):
                vocabulary.note(_PERIODS)
            elif "T" not in vocabulary.defined:
                negative = kinds[0] == "MINUS" or (kinds[0] in {"LPAR", "LBRACE"} and kinds[1:2] == ["MINUS"])
                letter = 1 if kinds[0] == "MINUS" else 2
                if negative and following[letter:] and following[letter].value == "T":
                    length = letter + 1 + (letter == 2)
                    result.extend(_minus_one(token))
                elif following[0].value == "T" and kinds[1:2] != ["SUB"]:
                    length = 1
                elif kinds[:3] == ["LBRACE", "WORD", "RBRACE"] and following[1].value == "T":
                    length = 3
        if length:
            result.append(Token("PRIME", "'", token.start, following[length - 1].end, token.spaced))
        else:
            result.append(token)
        k += 1 + length
    return result


# --- names -----------------------------------------------------------------------------------------------------------


def _minus_one(place: Token) -> list[Token]:
    """The ^(-1) of X^-T, whose T transposes."""
    start, end = place.start, place.end
    signs = (("LPAR", "("), ("MINUS", "-"), ("NUMBER", "1"), ("RPAR", ")"))
    return [Token("CARET", "^", start, end, place.spaced), *(Token(kind, sign, end, end) for kind, sign in signs)]


def _find_bare_names(tokens: list[Token], text: str, vocabulary: Vocabulary) -> None:
    """Collect the names of abstract functions that are also used without brackets: those are variables."""
    k = 0
    while k < len(tokens):
        if tokens[k].type != "WORD":
            k += 1
            continue
        length = length_of_name(tokens, k)
        word = GREEK_NAMES.get(tokens[k].value, tokens[k].value)
        whole = "_".join([word, *(str(t.value) for t in tokens[k + 1 : k + length])])
        following = tokens[k + length] if k + length < len(tokens) else None
        if following is None or following.type not in {"LPAR", "DOTPAR"}:
            vocabulary.bare.add(whole)
            if following is not None and following.type == "PRIME" and not following.spaced:
                _refuse_prime(tokens, k, length, word, text, vocabulary)
        k += length


def _refuse_prime(tokens: list[Token], k: int, length: int, word: str, text: str, known: Vocabulary) -> None:
    """f'(x), σ'(z) and sin'(x): no prime of a function is a derivative here."""
    function = (
        word in ABSTRACT_FUNCTIONS
        or word in known.called
        or word in SIGNS_OF_FUNCTIONS
        or known.function(word) is not None
    )
    behind = k + length
    while behind < len(tokens) and tokens[behind].type == "PRIME":
        behind += 1
    after = tokens[behind] if behind < len(tokens) else None
    if function and word not in known.declared and after is not None and after.type == "LPAR" and not after.spaced:
        raise ParseError(
            phrase("{0}'(…) is not read as a derivative, as the prime transposes", word),
            text=text,
            position=tokens[k].start,
            end=after.end,
            hint=phrase(
                "Write d({0}(x))/d(x) for the derivative."
                if known.function(word) is not None
                else "Write d({0}(x))/d(x) for the derivative, {0}' * (…) for the transpose times a bracket.",
                word,
            ),
        )


def _join_index_pairs(tokens: list[Token], vocabulary: Vocabulary) -> list[Token]:
    """W_i,j as W_{i,j}, where a comma could not separate arguments, or both indices are bound and W is a matrix."""
    if not any(token.type == "COMMA" for token in tokens):
        return tokens
    result: list[Token] = []
    calls: list[bool] = []
    k = 0
    while k < len(tokens):
        token = tokens[k]
        if token.type in {"LPAR", "DOTPAR", "LBRACE", "LBRACK"}:
            before = result[-1].type if result else ""
            calls.append(token.type == "LBRACK" or before in {"FUNCTION", "DELTA", "METHOD"})
        elif token.type in {"RPAR", "RBRACE", "RBRACK"} and calls:
            calls.pop()
        elif token.type == "WHERE":
            calls.append(True)
        pair = _index_pair(tokens, k, vocabulary, bool(calls) and calls[-1])
        if pair is not None:
            word, indices = token.value
            token = Token("NAME", (word, ((*indices[0], pair),)), token.start, tokens[k + 2].end, token.spaced)
            k += 2
        result.append(token)
        k += 1
    return result


def _index_pair(tokens: list[Token], k: int, vocabulary: Vocabulary, in_call: bool) -> str | None:
    """The second index when the tokens at k are W_i , j without spaces."""
    three = tokens[k : k + 3]
    if [t.type for t in three[:2]] != ["NAME", "COMMA"] or len(three) < 3 or three[1].spaced or three[2].spaced:
        return None
    word, indices = three[0].value
    if len(indices) != 1 or len(indices[0]) != 1:
        return None
    second = str(three[2].value) if three[2].type == "NUMBER" else None
    if three[2].type == "NAME" and not three[2].value[1]:
        second = str(three[2].value[0])
    if second is None or not (second.isdecimal() or second.isalpha()):
        return None
    if not in_call:
        return second
    declared = vocabulary.declared.get(word)
    matrix = declared.is_matrix if declared else word.isupper()
    return second if matrix and {indices[0][0], second} <= vocabulary.indices else None


# --- functions without brackets, and products ------------------------------------------------------------------------


def _powers_of_functions(tokens: list[Token], text: str) -> list[Token]:
    """sin^2 x and sin²(x): the function with its exponent as one POWERED token before the function."""
    result: list[Token] = []
    k = 0
    while k < len(tokens):
        token = tokens[k]
        if token.type == "ROOT":
            known = Vocabulary().function("cbrt" if token.value == "∛" else "sqrt")
            opens = k + 1 < len(tokens) and tokens[k + 1].type == "LPAR"
            token = Token("FUNCTION" if opens else "BARE", known, token.start, token.end, token.spaced)
        elif token.type == "BARE" and k + 1 < len(tokens) and tokens[k + 1].type == "CARET":
            exponent, length = _exponent(tokens, k + 2, text, token.value.name)
            k += 1 + length
            opens = k + 1 < len(tokens) and tokens[k + 1].type == "LPAR"
            result.append(Token("POWERED", exponent, token.start, exponent.end, token.spaced))
            token = Token("FUNCTION" if opens else "BARE", token.value, token.start, token.end)
        result.append(token)
        k += 1
    return result


def _exponent(tokens: list[Token], k: int, text: str, function: str) -> tuple[Token, int]:
    """The exponent of a function at position k, a number or a name, and how many tokens it takes."""
    inner, length = tokens[k : k + 1], 1
    if inner and inner[0].type in {"LBRACE", "LPAR"}:
        closing = match_brackets(tokens[k:], text)[0]
        inner, length = tokens[k + 1 : k + closing], closing + 1
    elif inner and inner[0].type == "MINUS":
        inner, length = tokens[k : k + 2], 2
    if len(inner) == 1 and inner[0].type in {"NUMBER", "NAME"}:
        return inner[0], length
    place = tokens[k - 1]
    raise ParseError(
        "the exponent of a function is a number or a name",
        text=text,
        position=place.start,
        end=tokens[k + length - 1].end if k + length - 1 < len(tokens) else place.end,
        expected=("a number", "a name"),
        hint=_way_on_with_exponent(function),
    )


def _way_on_with_exponent(function: str) -> str:
    """What to write for the inverse of a function, where it has a name, and for one over its value."""
    if Vocabulary().function(f"arc{function}") is None:
        return phrase("Write {0}(x)^2 for a power of the value, 1/{0}(x) for 1 over it.", function)
    sentence = "{0}^2(x) is {0}(x)^2. For the inverse function write arc{0}(x), for 1 over it 1/{0}(x)."
    return phrase(sentence, function)


def _juxtapose(tokens: list[Token], text: str, vocabulary: Vocabulary) -> list[Token]:
    """Put a sign between factors that stand side by side."""
    result: list[Token] = []
    for place, token in enumerate(tokens):
        previous = result[-1] if result else None
        one_before = result[-2] if len(result) > 1 else None
        adjacent = previous is not None and previous.type in OPERAND_ENDS and token.type in _OPERAND_STARTS
        if adjacent and previous is not None and not (one_before is not None and one_before.type == "DIFF"):
            if token.type == "NUMBER":
                raise _number_after_operand(previous, token, text)
            if _is_numpy_index(previous, token):
                raise _index_in_brackets(previous, token, text)
            if token.type == "LPAR" and previous.type == "NAME" and not token.spaced:
                if _is_matlab_index(tokens[place : place + 3]):
                    raise _number_after_operand(previous, tokens[place + 1], text)
                _note_product(previous, vocabulary)
            coefficient = one_before is not None and one_before.type == "BARE" and previous.type == "NUMBER"
            tight = coefficient and not token.spaced and token.type == "NAME"
            if not token.spaced and not tight:
                _note_precedence(result, token, text, vocabulary)
            kind = "TIGHT" if tight else "MULTIPLY"
            result.append(Token(kind, "juxt", token.start, token.start))
        result.append(token)
    return result


def _is_numpy_index(previous: Token, token: Token) -> bool:
    return token.type == "LBRACK" and not token.spaced and previous.type in {"NAME", "RBRACK"}


def _is_matlab_index(tokens: list[Token]) -> bool:
    """x(1): the first entry in MATLAB, a product nowhere."""
    types = [token.type for token in tokens]
    return types == ["LPAR", "NUMBER", "RPAR"] and str(tokens[1].value).isdecimal()


def _index_in_brackets(previous: Token, token: Token, text: str) -> ParseError:
    name = text[previous.start : previous.end]
    return ParseError(
        "an index in square brackets is not read",
        text=text,
        position=token.start,
        end=token.end,
        hint=phrase(
            "Entries are counted from 1 and written as subscripts: {0}_1, {0}_i. For a product write a sign.", name
        ),
    )


def _number_after_operand(previous: Token, token: Token, text: str) -> ParseError:
    left, right = text[previous.start : previous.end], text[token.start : token.end]
    return ParseError(
        phrase("the number {0} stands after “{1}” without a sign between them", right, left),
        text=text,
        position=token.start,
        end=token.end,
        expected=("an operator such as +, * or ^",),
        hint=phrase(
            "Write {0} * {1} for a product, {0}^{1} for a power, {0}_{1} for an entry."
            if previous.type == "NAME"
            else "Write {0} * {1} for a product, {0}^{1} for a power.",
            left,
            right,
        ),
    )


def _note_precedence(before: list[Token], token: Token, text: str, vocabulary: Vocabulary) -> None:
    """Say so when 1/2x is read as (1/2) x and e^2x as (e^2) x, as some expect the product to come first."""
    previous = before[-1]
    if previous.type != "NUMBER" or token.type != "NAME" or len(before) < 3:
        return
    signed = before[-2].type == "MINUS"
    sign = before[-3] if signed and len(before) > 3 else before[-2]
    left = before[-4] if signed and len(before) > 3 else before[-3]
    if sign.type != "CARET" and (sign.type != "MULTIPLY" or sign.value != "/"):
        return
    first, name = text[left.start : previous.end], text[token.start : token.end]
    second = text[sign.end : token.end]
    vocabulary.note(
        phrase(
            "“{0}{1}” is read as ({0}) {1}; write {2}({3}) if meant.", first, name, text[left.start : sign.end], second
        )
    )


def _note_product(previous: Token, vocabulary: Vocabulary) -> None:
    """Say so when what looks like a function call is read as a product."""
    word, indices = previous.value
    letters = len(word) == 1 and word in "uvyrstpq"
    if (not indices and (letters or word in _GREEK_FUNCTIONS)) or word in ABSTRACT_FUNCTIONS:
        vocabulary.note(phrase("{0}(…) is read as a product, {0} times the bracket; functions are f, g and h.", word))
