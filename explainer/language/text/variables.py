"""What is differentiated with respect to, as it is typed: "w", "x_1" or "(x, y)"."""

from __future__ import annotations

from explainer.errors import ExplainerError, ParseError
from explainer.language.text.characters import GREEK_NAMES
from explainer.language.text.scanner import Token, scan
from explainer.language.text.syntax import Syntax
from explainer.language.text.vocabulary import split_digits
from explainer.phrases import phrase


def wrt_names(text: str) -> list[Syntax]:
    """The names in "w", "x_1" or "(x, y)" as syntax.

    Raises ParseError, with the place in this text, for anything else.
    """
    tokens = scan(text)
    if len(tokens) > 2 and (tokens[0].type, tokens[-1].type) in {("LPAR", "RPAR"), ("LBRACK", "RBRACK")}:
        tokens = tokens[1:-1]
    names: list[Syntax] = []
    k = 0
    while True:
        length = 1 if k < len(tokens) and tokens[k].type == "WORD" else 0
        while length and k + length < len(tokens) and tokens[k + length].type == "SUB":
            length += 1
        if not length:
            place = tokens[-1].end if tokens else 0
            raise _not_a_variable(text, tokens[k] if k < len(tokens) else None, place)
        name = _wrt_name(tokens[k : k + length], text)
        if any(name.value == other.value for other in names):
            raise ParseError(
                phrase("{0} stands twice among the variables of differentiation", text[name.start : name.end]),
                text=text,
                position=name.start,
                end=name.end,
                hint="Name every variable once.",
            )
        names.append(name)
        k += length
        if k == len(tokens):
            break
        if tokens[k].type != "COMMA":
            raise _not_a_variable(text, tokens[k])
        k += 1
    return names


def _wrt_name(tokens: list[Token], text: str) -> Syntax:
    letters, digits = split_digits(tokens[0].value)
    word = GREEK_NAMES.get(letters, letters)
    subscripts = [tuple(item.strip() for item in str(token.value).split(",")) for token in tokens[1:]]
    if digits:
        subscripts.insert(0, (digits,))
    if any(not item.isalnum() for part in subscripts for item in part):
        raise _not_a_variable(text, tokens[1])
    return Syntax("name", tokens[0].start, tokens[-1].end, (), (word, tuple(subscripts)))


def is_a_function(word: str, text: str, place: Syntax) -> ParseError:
    return ParseError(
        phrase("{0} is a function; differentiate with respect to a variable", word),
        text=text,
        position=place.start,
        end=place.end,
        expected=("a name",),
        hint=phrase("Name a variable, such as x. One that is called {0} is declared first: … where {0}: scalar.", word),
    )


def _not_a_variable(text: str, token: Token | None, place: int = 0) -> ParseError:
    if token is None:
        message = "the variable of differentiation is missing" if not text.strip() else "a variable is missing here"
    else:
        message = phrase("“{0}” is not part of a variable of differentiation", text[token.start : token.end])
    return ParseError(
        message,
        text=text,
        position=token.start if token else place,
        end=token.end if token else place + 1,
        expected=("a name",),
        hint="Differentiate with respect to one variable, such as x or x_1, or to several: (x, y).",
    )


def in_wrt(error: ExplainerError, wrt: str) -> ExplainerError:
    error.text = wrt
    return error
