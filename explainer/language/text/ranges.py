"""Sums and grids over an index in the token stream: `i=1..N` as one token, and Σ_{i=1}^{N} as sum(i=1..N, …)."""

from __future__ import annotations

import re
from itertools import pairwise

from explainer.errors import ParseError
from explainer.expr.letters import SUM_SIZE_LETTERS, fresh
from explainer.expr.shape import MOST_DIGITS, add_sizes, size_too_large
from explainer.language.late_patterns import LatePattern
from explainer.language.text.brackets import match_brackets
from explainer.language.text.characters import GREEK_NAMES
from explainer.language.text.names.free_indices import CLOSES, INDICES, OPENS, free_indices, indices_below
from explainer.language.text.names.reaching import is_bare
from explainer.language.text.names.sigma import sums_of_sigma
from explainer.language.text.names.sum_reach import end_of_term, end_with_index, of_term
from explainer.language.text.scanner import Token, scan
from explainer.language.text.vocabulary import Vocabulary
from explainer.phrases import phrase

_SLICES = (
    "Slices of vectors are read in code, such as x[1:]. Elsewhere write the entries, x_1 and x_2, and sums over them."
)


def bind_indices(tokens: list[Token], text: str, vocabulary: Vocabulary) -> list[Token]:
    """Join `i=1..N` to one BINDER token: the index, where it starts, and its size."""
    result: list[Token] = []
    k = 0
    while k < len(tokens):
        token = tokens[k]
        between = tokens[k + 1].value if token.type == "WORD" and k + 1 < len(tokens) else ""
        if between in {"=", "in"} and _is_range(tokens[k : k + 5]):
            length = _length_of_size(tokens, k + 4)
            upper = tokens[k + 4 : k + 4 + length]
            result.append(_binder(tokens[k], tokens[k + 2], upper, text, vocabulary))
            k += 4 + length
            continue
        if between == "," and _is_index_of_sum(tokens, k):
            result.append(_without_limits(tokens, k, GREEK_NAMES.get(token.value, token.value), vocabulary))
            k += 1
            continue
        if token.type in {"DOTS", "COLON"}:
            raise _bad_range(token, text)
        result.append(token)
        k += 1
    return result


def _is_range(tokens: list[Token]) -> bool:
    """Whether a range begins here: i=1..N, i in 1:N."""
    kinds = [token.type for token in tokens]
    separated = kinds[3:4] in (["DOTS"], ["COLON"])
    ranged = kinds[:3] in (["WORD", "RELATION", "NUMBER"], ["WORD", "WORD", "NUMBER"]) and separated
    return ranged and tokens[1].value in {"=", "in"} and kinds[4:] in (["WORD"], ["NUMBER"])


def _is_index_of_sum(tokens: list[Token], k: int) -> bool:
    """Whether here stands the index of sum(i, x_i), which says no range."""
    if (
        k < 2
        or tokens[k].type != "WORD"
        or [token.type for token in tokens[k - 2 : k + 2]] != ["WORD", "LPAR", "WORD", "COMMA"]
    ):
        return False
    if tokens[k - 2].value not in {"sum", "Sum"} or len(str(tokens[k].value)) != 1:
        return False
    end, depth = k, 1
    while end < len(tokens) and depth:
        depth += (tokens[end].type == "LPAR") - (tokens[end].type == "RPAR")
        end += 1
    return bool(_counted(tokens[k + 2 : end], str(tokens[k].value)))


def _length_of_size(tokens: list[Token], start: int) -> int:
    """How many tokens the size takes that begins at a place: n, 3, 2n, n+1."""
    k = start
    while True:
        factor = tokens[k].type == "NUMBER" and k + 1 < len(tokens) and tokens[k + 1].type == "WORD"
        k += 2 if factor and not tokens[k + 1].spaced else 1
        more = tokens[k : k + 2]
        if len(more) < 2 or more[0].type != "PLUS" or more[1].type not in {"WORD", "NUMBER"}:
            return k - start
        k += 1


def _bad_range(token: Token, text: str) -> ParseError:
    return ParseError(
        phrase("“{0}” belongs to the range of an index", text[token.start : token.end]),
        text=text,
        position=token.start,
        end=token.end,
        hint=_SLICES
        if re.search(r"\w\[[^\[\]]*:", text)
        else "A range runs from a number to a size: sum(i=1..N, x_i). Shapes are given after “where”: … where x: n.",
    )


def _binder(name: Token, lower: Token, upper: list[Token], text: str, vocabulary: Vocabulary) -> Token:
    index = GREEK_NAMES.get(name.value, name.value)
    vocabulary.indices.add(index)
    for bound in (bound for bound in (lower, *upper) if bound.type == "NUMBER"):
        if bound.value.isdecimal() and len(bound.value) > MOST_DIGITS:
            raise size_too_large(bound.value).at(text, bound.start, bound.end)
        if not bound.value.isdecimal():
            raise ParseError(
                phrase("“{0}” is not a number of entries", bound.value),
                text=text,
                position=bound.start,
                end=bound.end,
                hint="A range runs from a whole number to a size: sum(i=1..N, x_i).",
            )
    size = add_sizes("".join(str(token.value) for token in upper))
    return Token("BINDER", (index, int(lower.value), size), name.start, upper[-1].end)


def open_big_sums(tokens: list[Token], text: str, vocabulary: Vocabulary) -> list[Token]:
    """Σ_{i=1}^{N} body as sum(i=1..N, body): the body reaches to the next + or − outside brackets."""
    opened = dict[int, int]()
    tokens = list(sums_of_sigma(tokens, vocabulary, lambda start: end_of_term(tokens, start, opened)))
    written = {str(token.value) for token in tokens if token.type == "SUB"} & INDICES
    for k in range(len(tokens) - 1, -1, -1):
        token = tokens[k]
        bare = token.value in {"sum", "prod"} and is_bare(tokens, k)
        within = written and token.value == "sum" and not bare
        bracketed = indices_below(tokens, k, vocabulary) if within else ""
        if bracketed:
            binders = [_without_limits(tokens, k, index, vocabulary) for index in bracketed]
            tokens[k + 2 : k + 2] = _with_commas(binders)
            continue
        subscripted = k + 1 < len(tokens) and tokens[k + 1].type == "SUB"
        free = ""
        # The term behind each sign is looked through only while there is an index to be found: a row of signs is long.
        if not subscripted and (bare or token.value in {"Σ", "∑", "∏", "Π"}) and written:
            free = free_indices(tokens, k, vocabulary, opened)
        named = token.value in {"Σ", "sum", "prod"} and (subscripted or bool(free))
        multiplies = token.value in {"prod", "∏"} or (token.value == "Π" and _is_product(tokens, k, free, vocabulary))
        named = named or (multiplies and token.value == "Π")
        numbered = token.value == "Σ" and subscripted and str(tokens[k + 1].value).isdecimal()
        if numbered or (token.type != "BIGSUM" and not (token.type == "WORD" and named)):
            continue  # Σ_1 beside Σ_0 are matrices
        head = Token("WORD", "prod" if multiplies else "sum", token.start, token.end, token.spaced)
        if not subscripted and not free:
            tokens[k] = head
            continue
        alone = free or _index_alone(tokens, k + 1)
        pair = _PAIR.fullmatch(str(tokens[k + 1].value)) if subscripted and not alone else None
        condition: list[Token] = []
        if alone:
            binders, body = [_without_limits(tokens, k, index, vocabulary) for index in alone], k + 1 + subscripted
        elif pair is not None and pair["i"] != pair["j"]:
            binders, condition, body = _of_pairs(tokens, k, pair, text, vocabulary)
        else:
            binder, body = _limits(tokens, k, text, vocabulary)
            binders = [binder]
        end, reached = end_of_term(tokens, body, opened), frozenset(str(binder.value[0]) for binder in binders)
        end = (
            end
            if multiplies
            else end_with_index(tokens, end, reached, lambda start: list(of_term(tokens, start, opened)), vocabulary)
        )
        place = tokens[end - 1].end if end > body else tokens[body - 1].end
        opening = Token("LPAR", "(", token.start, token.end)
        commas = _with_commas(binders)
        closing = Token("RPAR", ")", place, place)
        behind = len(tokens) - end
        inner = tokens[body:end]
        if condition:
            start = tokens[body].start if end > body else place
            inner = [*condition, Token("LPAR", "(", start, start), *inner, Token("RPAR", ")", place, place)]
        tokens[k:end] = [head, opening, *commas, *inner, closing]
        opened[len(tokens) - k] = behind
    return tokens


def _with_commas(binders: list[Token]) -> list[Token]:
    return [part for binder in binders for part in (binder, Token("COMMA", ",", binder.end, binder.end))]


def _is_product(tokens: list[Token], k: int, free: str, vocabulary: Vocabulary) -> bool:
    """Whether Π is the sign of a product, as in Π_{i=1}^n x_i and Π x_i, and no name, as it is in Π x and Π_1."""
    below = str(tokens[k + 1].value).replace(" ", "") if tokens[k + 1 : k + 2] and tokens[k + 1].type == "SUB" else ""
    is_name = any(name.split("_")[0] in {"Π", "Pi"} for name in vocabulary.defined)
    return not is_name and (below in INDICES or "=" in below or bool(free))


_PAIR = LatePattern(
    r"\s*(?:1\s*(?:<|<=|≤)\s*)?(?P<i>[A-Za-z])\s*(?P<sign>,|<=|>=|!=|<|>|≤|≥|≠|(?<=[i-n])(?=[i-n]))\s*(?P<j>[A-Za-z])\s*"
    r"(?:=\s*(?P<first>1)\s*|(?:<=|≤)\s*(?P<size>[A-Za-z]\w*|\d+)\s*)?"
)
"""What stands below a sum over pairs: i, j and i < j, 1 ≤ i < j ≤ n and i, j = 1."""


def _of_pairs(
    tokens: list[Token], k: int, pair: re.Match[str], text: str, vocabulary: Vocabulary
) -> tuple[list[Token], list[Token], int]:
    """The two ranges of a sum over pairs, the condition on them as a factor that is 1 or 0, where the body begins."""
    lower, body = tokens[k + 1], k + 2
    place = (lower.start, lower.end)
    size = [Token("NUMBER" if pair["size"].isdecimal() else "WORD", pair["size"], *place)] if pair["size"] else []
    if not size and body < len(tokens) and tokens[body].type == "CARET":
        one = Token("SUB", f"{pair['i']}=1", *place)
        binder, body = _limits([*tokens[: k + 1], one, *tokens[k + 2 :]], k, text, vocabulary)
        size = [Token("WORD", binder.value[2], *place)]
    binders: list[Token] = []
    for index in (pair["i"], pair["j"]):
        if size:
            first = Token("NUMBER", "1", *place)
            binders.append(_binder(Token("WORD", index, *place), first, size, text, vocabulary))
        else:
            binders.append(_without_limits(tokens, k, index, vocabulary))
            if pair["sign"] not in {",", ""}:
                vocabulary.open_sizes.setdefault(pair["j"], vocabulary.open_sizes[index])
    if pair["sign"] in {",", ""}:
        return binders, [], body
    compared = scan(f"({pair['i']} {pair['sign']} {pair['j']})")
    for token in compared:
        token.start, token.end = place
    return binders, compared, body


def _index_alone(tokens: list[Token], k: int) -> str:
    """The index of a sum that has no limits, as in Σ_i; empty where it has some."""
    value = str(tokens[k].value)
    raised = k + 1 < len(tokens) and tokens[k + 1].type == "CARET"
    return value if len(value) == 1 and value.isalpha() and not raised else ""


def _without_limits(tokens: list[Token], k: int, index: str, vocabulary: Vocabulary) -> Token:
    """The range of a sum without limits: up to a size, whose letter the text may have in front, as in 1/n Σ."""
    if index not in vocabulary.open_sizes:
        vocabulary.open_sizes[index] = _size_of(index, tokens, k, vocabulary)
    size = vocabulary.open_sizes[index]
    vocabulary.indices.add(index)
    of_product = str(tokens[k].value) in {"prod", "∏", "Π"}
    told = "The product over {0} is taken from 1 to {1}." if of_product else "The sum over {0} is taken from 1 to {1}."
    vocabulary.note(phrase(told, index, size))
    return Token("BINDER", (index, 1, size), tokens[k].start, tokens[k].end)


def _size_of(index: str, tokens: list[Token], k: int, vocabulary: Vocabulary) -> str:
    """The letter for the size of an index: another one than those of other indices, unless both count the same."""
    own = _counted(tokens, index)
    for other, size in vocabulary.open_sizes.items():
        if own & _counted(tokens, other):
            return size
    taken = {str(token.value) for token in tokens[k:]} | set(vocabulary.declared)
    if (
        k > 1
        and (counted := _count_in_front(tokens, k))
        and not {counted} & (taken | set(vocabulary.open_sizes.values()))
    ):
        return counted
    counted = _count_behind(tokens, k)
    if counted and counted not in {*vocabulary.defined, *vocabulary.declared, *vocabulary.open_sizes.values()}:
        return counted
    return fresh(taken | set(vocabulary.open_sizes.values()), SUM_SIZE_LETTERS)


def _count_in_front(tokens: list[Token], k: int) -> str:
    """The N of 1/N Σ and 1/(2N) Σ, which is how many terms there are; empty where nothing stands so."""
    place = k - 1
    while place > 0 and tokens[place].type in {"RPAR", "LPAR", "LBRACK"}:
        place -= 1
    letter = tokens[place]
    before = tokens[place - 1] if place else letter
    if before.type == "NUMBER" and not letter.spaced and place > 1:
        before = tokens[place - 2]
    if before.type == "LPAR" and place > 2:
        before = tokens[place - 3] if tokens[place - 2].type == "LPAR" else tokens[place - 2]
    return (
        str(letter.value)
        if letter.type == "WORD" and letter.value in {*SUM_SIZE_LETTERS} and before.value == "/"
        else ""
    )


def _count_behind(tokens: list[Token], k: int) -> str:
    """The n of sum(x_i)/n and (Σ x_i)/n, which is how many terms there are where it only divides; else empty."""
    depth = 0
    for sign, letter in pairwise(tokens[k + 1 :]):
        depth += (sign.type in OPENS) - (sign.type in CLOSES)
        if depth <= 0 and sign.type in {"PLUS", "MINUS", "RELATION", "COMMA"}:
            break
        if depth <= 0 and sign.value == "/" and letter.type == "WORD" and letter.value in SUM_SIZE_LETTERS:
            before = [one.value for one, other in pairwise(tokens) if other.value == letter.value]
            return str(letter.value) if set(before) == {"/"} else ""
    return ""


def _counted(tokens: list[Token], index: str) -> set[tuple[str, int]]:
    """What an index counts: names with the place that it has among their indices."""
    found: set[tuple[str, int]] = set()
    for word, token in pairwise(tokens):
        if word.type != "WORD" or token.type != "SUB":
            continue
        value = str(token.value).replace(" ", "")
        items = value.split(",") if "," in value else list(value)
        found |= {(str(word.value), place) for place, item in enumerate(items) if item == index}
    return found


def _limits(tokens: list[Token], k: int, text: str, vocabulary: Vocabulary) -> tuple[Token, int]:
    """The binder of a large sum whose sign stands at k, and where its body begins."""
    lower = tokens[k + 1]
    inner = scan(str(lower.value))
    place = k + 2
    upper: list[Token] = []
    if place < len(tokens) and tokens[place].type == "CARET":
        first = tokens[place + 1 : place + 2]
        if first and first[0].type in {"LBRACE", "LPAR"}:
            closing = match_brackets(tokens, text)[place + 1]
            upper, place = tokens[place + 2 : closing], closing + 1
        else:
            upper, place = first, place + 2
    good = [t.type for t in inner] == ["WORD", "RELATION", "NUMBER"] and inner[1].value == "="
    if not good or not upper or upper[0].type not in {"WORD", "NUMBER"} or _length_of_size(upper, 0) != len(upper):
        raise ParseError(
            "the limits of this sum are not read",
            text=text,
            position=lower.start,
            end=tokens[place - 1].end if place - 1 < len(tokens) else lower.end,
            hint="Write Σ_{i=1}^{N} x_i, or sum(i=1..N, x_i).",
        )
    for token in inner:
        token.start, token.end = lower.start, lower.end
    return _binder(inner[0], inner[2], upper, text, vocabulary), place
