"""Spellings that people use, brought into the form that the grammar knows: each turns tokens into tokens."""

from __future__ import annotations

from explainer.errors import ParseError
from explainer.language.text.characters import GREEK_WORDS
from explainer.language.text.field_signs import CLOSING, OPENING, closing_bracket
from explainer.language.text.names.small_transposes import small_transposes
from explainer.language.text.scanner import Token
from explainer.language.text.vocabulary import Vocabulary
from explainer.phrases import phrase


def transposes_without_space(tokens: list[Token], vocabulary: Vocabulary) -> list[Token]:
    """x^TAx as x^T Ax: a T right behind the ^ transposes, unless T is a name of its own or the word is one."""
    tokens = small_transposes(tokens, vocabulary)
    result: list[Token] = []
    for k, token in enumerate(tokens):
        word = str(token.value)
        joined = token.type == "WORD" and len(word) > 1 and word[0] == "T" and not word[1].isdecimal()
        raised = k > 0 and tokens[k - 1].type == "CARET" and not token.spaced
        if joined and raised and "T" not in vocabulary.defined and not _is_known(word, vocabulary):
            result.append(Token("WORD", "T", token.start, token.start + 1))
            result.append(Token("WORD", word[1:], token.start + 1, token.end))
        else:
            result.append(token)
    return result


_FILLING = frozenset({"vector", "matrix", "eye"})
_OF_JULIA = frozenset({"abs2", "dot", "inv"})
_OVER_ENTRIES = frozenset({"sum", "mean", "maximum", "minimum"})


def filled_vectors(tokens: list[Token], vocabulary: Vocabulary) -> list[Token]:
    """vector(1), a vector with this number everywhere, of the size that fits; matrix(1) is such a matrix.

    So is eye without a size the identity matrix, which is I otherwise.
    """
    if not any(token.value in _FILLING for token in tokens):
        return tokens
    result: list[Token] = []
    k = 0
    while k < len(tokens):
        token, inner = tokens[k], tokens[k : k + 4]
        kinds = [part.type for part in inner]
        known = token.value in {"vector", "matrix"} and token.value not in vocabulary.defined
        if known and kinds == ["WORD", "LPAR", "NUMBER", "RPAR"]:
            number, start, end = inner[2], token.start, inner[3].end
            one = Token("FILLED", 1, start, end)
            column = [one, Token("FILLED", 1, start, end), Token("PRIME", "'", start, end)]
            filled = column if token.value == "matrix" else [one]
            opening = Token("LPAR", "(", start, start, token.spaced)
            factor = [] if number.value == "1" else [Token("NUMBER", number.value, number.start, number.end)]
            result.extend((opening, *factor, *filled, Token("RPAR", ")", end, end)))
            k += 4
        elif token.value == "eye" and kinds[1:2] != ["LPAR"] and not vocabulary.defined & {"eye", "I"}:
            vocabulary.units.add("I")
            result.append(Token("WORD", "I", token.start, token.end, token.spaced))
            k += 1
        else:
            result.append(token)
            k += 1
    return result


def functions_over_entries(tokens: list[Token], vocabulary: Vocabulary) -> list[Token]:
    """Julia's sum(abs2, x) and mean(f, x) with the function of every entry written around the vector."""
    if not any(token.value in _OF_JULIA or token.value in _OVER_ENTRIES for token in tokens):
        return tokens
    result: list[Token] = []
    closing: list[int] = []
    squares: set[int] = set()
    k = 0
    while k < len(tokens):
        token = tokens[k]
        following = tokens[k + 1 : k + 4]
        kinds = [part.type for part in following]
        if token.value in _OF_JULIA and token.value not in vocabulary.defined:
            found = _of_julia(tokens, k, vocabulary)
            if found is not None:
                tokens = [*tokens[:k], *found]
                continue
        reduces = token.value in _OVER_ENTRIES and kinds == ["LPAR", "WORD", "COMMA"]
        word = str(following[1].value) if reduces else ""
        applies = word == "abs2" or vocabulary.function(word) is not None
        if reduces and applies and word not in vocabulary.defined:
            end = closing_bracket(tokens, k + 1)
            name, place = following[1], following[2]
            inner = [] if word == "abs2" else [Token("WORD", word, name.start, name.end)]
            result.extend((token, following[0], *inner, Token("LPAR", "(", place.start, place.end)))
            closing.append(end)
            squares |= {end} if word == "abs2" else set()
            k += 4
            continue
        if k in closing:
            result.append(Token("RPAR", ")", token.start, token.end))
            if k in squares:
                result.append(Token("CARET", "^", token.start, token.end))
                result.append(Token("NUMBER", "2", token.start, token.end))
        result.append(token)
        k += 1
    return result


def _of_julia(tokens: list[Token], k: int, vocabulary: Vocabulary) -> list[Token] | None:
    """What stands from k on, with abs2.(x) as (x)^2, dot(x, A, y) as dot(x, (A) @ (y)), inv(1 + x) as 1/(1 + x)."""
    word, opening = tokens[k], tokens[k + 1] if k + 1 < len(tokens) else None
    if opening is None or opening.type not in {"LPAR", "DOTPAR"}:
        return None
    end = closing_bracket(tokens, k + 1)
    place = (tokens[end].start, tokens[end].end)
    round_ = Token("LPAR", "(", opening.start, opening.end, word.spaced)
    if word.value == "abs2":
        power = (Token("CARET", ".^", *place), Token("NUMBER", "2", *place))
        return [round_, *tokens[k + 2 : end + 1], *power, *tokens[end + 1 :]]
    if word.value == "inv":
        if not _is_number(tokens[k + 2 : end], vocabulary):
            return None
        one = (round_, Token("NUMBER", "1", *place), Token("MULTIPLY", "/", *place))
        return [*one, *tokens[k + 1 : end + 1], Token("RPAR", ")", *place), *tokens[end + 1 :]]
    commas, depth = [], 0
    for j in range(k + 2, end):
        depth += (tokens[j].type in OPENING) - (tokens[j].type in CLOSING)
        if tokens[j].type == "COMMA" and not depth:
            commas.append(j)
    if len(commas) != 2:
        return None
    first, second = commas
    at = (tokens[second].start, tokens[second].end)
    product = [Token("RPAR", ")", *at), Token("MULTIPLY", "@", *at), Token("LPAR", "(", *at)]
    inner = [Token("LPAR", "(", *at), *tokens[first + 1 : second], *product, *tokens[second + 1 : end]]
    return [*tokens[k : first + 1], *inner, Token("RPAR", ")", *place), *tokens[end:]]


def _is_number(tokens: list[Token], vocabulary: Vocabulary) -> bool:
    """Whether a number stands in a sum of small letters, as in 1 + exp(-x): nobody adds one to a matrix."""
    depth, adds = 0, False
    for k, token in enumerate(tokens):
        depth += (token.type in OPENING) - (token.type in CLOSING)
        sides = (tokens[k - 1].type if k else "", tokens[k + 1].type if k + 1 < len(tokens) else "")
        adds = adds or (depth == 0 and token.type in {"PLUS", "MINUS"} and "NUMBER" in sides)
        if token.value == "@" or (token.type == "WORD" and token.value[0].isupper()):
            return False
        if token.type == "WORD" and (shape := vocabulary.declared.get(token.value)) is not None and shape.is_matrix:
            return False
    return adds


def _is_known(word: str, vocabulary: Vocabulary) -> bool:
    return word in vocabulary.defined or word in GREEK_WORDS or vocabulary.function(word) is not None


def layers_and_samples(tokens: list[Token], text: str, vocabulary: Vocabulary) -> list[Token]:
    """W^{[1]} and W^[1] as the name W_1, y^{(i)} as the entry or sample y_i.

    Raises ParseError for anything else in square brackets above a name.
    """
    result: list[Token] = []
    k = 0
    while k < len(tokens):
        after_name = tokens[k].type == "CARET" and bool(result) and result[-1].type in {"WORD", "SUB"}
        length = _raised_index(tokens, k) if after_name else 0
        if not length and after_name and result[-1].value not in {"e", "exp"}:
            length = _raised_sample(tokens, k, vocabulary)
        if length:
            braces = tokens[k + 1].type == "LBRACE"
            opening, index = tokens[k + 1 + braces], tokens[k + 2 + braces]
            result.append(Token("SUB", str(index.value), tokens[k].start, tokens[k + length - 1].end))
            square = opening.type == "LBRACK"
            note = "“{0}” is read as a name, {1}." if square else "“{0}” is read as {1}."
            name, above = _name_before(result), f"[{index.value}]" if square else f"({index.value})"
            vocabulary.note(phrase(note, f"{name}^{above}", f"{name}_{index.value}"))
        elif after_name and _raises_list(tokens, k):
            raise ParseError(
                "a list above a name has no meaning here",
                text=text,
                position=tokens[k].start,
                end=tokens[k].end,
                hint="Write an index below: W_1, y_i; for a power leave the brackets out.",
            )
        else:
            result.append(tokens[k])
        k += length or 1
    return result


_RAISED = (
    ("CARET", "LBRACE", "LBRACK", "", "RBRACK", "RBRACE"),
    ("CARET", "LBRACE", "LPAR", "", "RPAR", "RBRACE"),
    ("CARET", "LBRACK", "", "RBRACK"),
)


def _raised_index(tokens: list[Token], k: int) -> int:
    """How many tokens an index takes that stands above a name in brackets."""
    for pattern in _RAISED:
        found = tokens[k : k + len(pattern)]
        fits = len(found) == len(pattern) and all(
            token.type == kind if kind else token.type in {"WORD", "NUMBER"}
            for token, kind in zip(found, pattern, strict=True)
        )
        if fits:
            return len(pattern)
    return 0


def _raised_sample(tokens: list[Token], k: int, vocabulary: Vocabulary) -> int:
    """How many tokens ^(i) takes, whose i counts samples: a power would need no brackets."""
    kinds = [token.type for token in tokens[k : k + 4]]
    if kinds != ["CARET", "LPAR", "WORD", "RPAR"]:
        return 0
    index = tokens[k + 2].value
    return 4 if index in vocabulary.indices or (index in {"i", "j"} and index not in vocabulary.defined) else 0


def _raises_list(tokens: list[Token], k: int) -> bool:
    kinds = [token.type for token in tokens[k : k + 3]]
    return kinds[:2] == ["CARET", "LBRACK"] or kinds == ["CARET", "LBRACE", "LBRACK"]


def _name_before(tokens: list[Token]) -> str:
    """The name whose last subscript the last token is."""
    k = len(tokens) - 2
    while k > 0 and tokens[k].type == "SUB":
        k -= 1
    return "_".join(str(token.value) for token in tokens[k:-1])


def norms_with_subscripts(tokens: list[Token]) -> list[Token]:
    """‖x‖₁, ‖X‖²_F and |x|_1: the closing bar takes the subscript along, which says which norm it is."""
    result: list[Token] = []
    tokens = _subscripts_before_powers(tokens)
    for k, token in enumerate(tokens):
        before = result[-1] if result else None
        raised = token.value == "2" and [after.type for after in tokens[k + 1 : k + 2]] == ["CARET"]
        beside = token.type == "NUMBER" and not token.spaced and (raised or token.value in {"1", "22"})
        if beside and before is not None and before.type == "RNORM" and len(before.value) == 1:
            # ‖x‖1 and ‖Ax − b‖22, whose small figures a paste has put on the line; the 2 of ‖x‖2 may be a square.
            result[-1] = Token("RNORM", f"‖{token.value[0]}", before.start, token.start + 1, before.spaced)
            if len(token.value) > 1:
                place = (token.start + 1, token.end)
                result.extend((Token("CARET", "^", *place), Token("NUMBER", "2", *place)))
            continue
        if token.type == "SUB" and before is not None and before.type in {"RNORM", "RBAR"} and len(before.value) == 1:
            result[-1] = Token("RNORM", f"‖{token.value}", before.start, token.end, before.spaced)
            if before.type == "RBAR":
                _open_as_norm(result)
        else:
            result.append(token)
    return result


def _subscripts_before_powers(tokens: list[Token]) -> list[Token]:
    """‖x‖^2_2 and ‖X‖²_F with the subscript where it belongs, at the bar."""
    result = list(tokens)
    for k in range(len(result) - 3):
        kinds = [token.type for token in result[k : k + 4]]
        if kinds[0] in {"RNORM", "RBAR"} and kinds[1:] == ["CARET", "NUMBER", "SUB"] and not result[k + 3].spaced:
            result[k + 1 : k + 4] = [result[k + 3], result[k + 1], result[k + 2]]
    return result


def _open_as_norm(tokens: list[Token]) -> None:
    """Turn the bar that the last token closes into the opening of a norm."""
    depth = 0
    for k in range(len(tokens) - 2, -1, -1):
        kind = tokens[k].type
        depth += (kind == "RBAR") - (kind == "LBAR")
        if depth < 0:
            opening = tokens[k]
            tokens[k] = Token("LNORM", "‖", opening.start, opening.end, opening.spaced)
            return


def question_in_front(tokens: list[Token], text: str, vocabulary: Vocabulary) -> list[Token]:
    """d/dx x^2 + x and ∇_w L: a derivative sign in front stands before everything, unless an equation follows."""
    tokens = _gradient_in_front(tokens, text)
    if tokens and tokens[0].type == "DIFF" and tokens[-1].type == "RBRACK":
        tokens = _square_as_round(tokens)
    if not tokens or tokens[0].type != "DIFF":
        return tokens
    start = 2
    while start < len(tokens) and tokens[start].type == "SUB":
        start += 1
    depth, end = 0, len(tokens)
    for k in range(start, len(tokens)):
        token = tokens[k]
        depth += (token.type in OPENING) - (token.type in CLOSING)
        if depth == 0 and token.type == "RELATION":
            return tokens
        if depth == 0 and token.value in {"where", "knowing"}:
            end = k
            break
    if start >= end or (tokens[start].type == "LPAR" and closing_bracket(tokens, start) == end - 1):
        return tokens
    if tokens[start].type == "LPAR" and tokens[closing_bracket(tokens, start) + 1].type in {"PLUS", "MINUS"}:
        shown = text[tokens[0].start : tokens[start - 1].end]
        vocabulary.note(phrase("{0} in front is taken to stand before all that follows.", shown))
    opening = Token("LPAR", "(", tokens[start].start, tokens[start].start)
    closing = Token("RPAR", ")", tokens[end - 1].end, tokens[end - 1].end)
    return [*tokens[:start], opening, *tokens[start:end], closing, *tokens[end:]]


def _square_as_round(tokens: list[Token]) -> list[Token]:
    """d/dx [x^2 + 1] with round brackets, where the square ones hold one expression up to the end."""
    start = next((k for k, token in enumerate(tokens) if token.type == "LBRACK"), 0)
    inner = tokens[start + 1 : -1]
    if start > 3 or closing_bracket(tokens, start) != len(tokens) - 1 or any(token.type == "COMMA" for token in inner):
        return tokens
    opening, closing = tokens[start], tokens[-1]
    return [
        *tokens[:start],
        Token("LPAR", "(", opening.start, opening.end, opening.spaced),
        *inner,
        Token("RPAR", ")", closing.start, closing.end),
    ]


def without_result(tokens: list[Token], vocabulary: Vocabulary) -> list[Token]:
    """What is right of L(w, b) = …: a name with its variables in brackets only names the result."""
    equals = next((k for k, token in enumerate(tokens) if token.type == "RELATION"), 0)
    left = tokens[:equals]
    kinds = [token.type for token in left if token.type not in {"SUB", "PRIME"}]
    called = kinds[:2] == ["WORD", "LPAR"] and kinds[-1] == "RPAR" and len(kinds) > 4
    listed = all(kind == ("COMMA" if k % 2 else "WORD") for k, kind in enumerate(kinds[2:-1]))
    if vocabulary.keeps_equation or not called or not listed or tokens[equals].value != "=":
        return tokens
    vocabulary.note(phrase("{0} names the result; what is right of “=” is read.", left[0].value))
    return tokens[equals + 1 :]


def _gradient_in_front(tokens: list[Token], text: str) -> list[Token]:
    """∇_w in front as d/dw; a ∇ anywhere else, or without a variable, is refused."""
    for k, token in enumerate(tokens):
        if token.type != "NABLA":
            continue
        name = tokens[k + 1] if k + 1 < len(tokens) else None
        if k or name is None or name.type != "SUB" or not str(name.value).isalnum():
            raise ParseError(
                "the character “∇” is not part of the language",
                text=text,
                position=token.start,
                end=token.end,
                hint="Type the function alone and choose the variable of differentiation, or write ∇_x in front.",
            )
        sign = Token("DIFF", "partial", token.start, token.end)
        return [sign, Token("WORD", name.value, name.start, name.end), *tokens[2:]]
    return tokens
