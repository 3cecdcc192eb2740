"""Text → tokens: what the characters are, not yet what they mean.

Tokens keep the place where they stand in the text that was typed. Nothing here knows functions, names or shapes.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from explainer.errors import LimitError, ParseError
from explainer.language.text.characters import COMPOSED, GREEK_NAMES, MARKS, SUBSCRIPTS, SUPERSCRIPTS, fold, is_bold
from explainer.phrases import phrase

MAX_LENGTH = 10_000
"""The longest text that is read, in characters."""
MAX_TOKENS = 12_000
"""The most names, numbers and signs that are read, those among them that are left out, as between 2 and x: more of them
take longer than anybody waits for an answer to a key."""
MAX_DIGITS = 1000
"""The most digits that stand side by side; the largest number that is computed with has 300."""
MAX_NAME = 60
"""The longest name that is read; a longer one has no room in a line, a fraction or a field."""


@dataclass(slots=True)
class Token:
    """A piece of the text: its kind (named `type` as the parser wants it), its meaning and its place.

    `spaced` says that a space stands before it, `bold` that its letter is printed bold.
    """

    type: str
    value: Any
    start: int
    end: int
    spaced: bool = False
    bold: bool = False


_GREEK = "".join(GREEK_NAMES)
_MARKS = "".join(MARKS)
_LETTER = f"[A-Za-z{_GREEK}]"

_TOKEN = re.compile(
    rf"""
      (?P<space>\s+)
    | (?P<filled>[01]\u20d7)
    | (?P<fraction>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])
    | (?P<NUMBER>(?:\d+(?:\.\d+|\.(?![.*/^\w(]))?|\.\d+)(?:[eE][+-]?\d+)?)
    | (?P<module>(?:np|numpy|jnp|cupy|torch|tf|math|scipy)\.(?:(?:linalg|special|nn|functional|math)\.)*(?=[A-Za-z]))
    | (?P<METHOD>\.(?:dot|sum|mean|norm|transpose)\b(?=\s*\())
    | (?P<PRIME>\.T\b|ᵀ|⊤|')
    | (?P<marked>{_LETTER}[{_MARKS}]|[{"".join(COMPOSED)}])
    | (?P<WORD>[A-Za-z](?:[A-Za-z0-9](?![{_MARKS}]))*|[{_GREEK}]\d*)
    | (?P<SUB>(?<=∑|Σ|∏|Π)_\([^()]{{1,40}}\)|(?<=sum)_\([^()]{{1,40}}\)|(?<=prod)_\([^()]{{1,40}}\)
        |_(?:\{{(?:[^{{}}]|\{{[^{{}}]{{0,20}}\}}){{0,80}}\}}|{_LETTER}[A-Za-z0-9]*|\d+|∞|\+)
        |[{re.escape("".join(SUBSCRIPTS))}]+|(?<=[‖|])∞)
    | (?P<SUPER>[{re.escape("".join(SUPERSCRIPTS))}]+)
    | (?P<DOTS>\.{{2,3}}|…)
    | (?P<sign>\.[+-](?=\s|\()
        |\*\*|\.\^|\.\*|\./|\.o\.|\.\(|<=|>=|=<|!=|<>|==|\|\||[-+*/^@·⊗⊠⊘○×=<>≤≥≠|‖√∛∂∇∑∏∧∈&,:;!()\[\]{{}}⟨⟩⌊⌋⌈⌉])
    | (?P<dot>(?<=\s)\.(?=\s)|(?<=[A-Za-z])(?<!\w\w)\.(?=[A-Za-z](?![^\W_]|\()))
    """,
    re.VERBOSE,
)

_SIGN_TYPES = {
    "(": "LPAR", ")": "RPAR", "{": "LBRACE", "}": "RBRACE", "[": "LBRACK", "]": "RBRACK", ".(": "DOTPAR",
    ",": "COMMA", ":": "COLON", "+": "PLUS", "-": "MINUS", "^": "CARET", "**": "CARET", ".^": "CARET",
    "*": "MULTIPLY", "·": "MULTIPLY", "×": "MULTIPLY", "/": "MULTIPLY", "@": "MULTIPLY", "⊗": "MULTIPLY",
    ".+": "PLUS", ".-": "MINUS",
    ".*": "MULTIPLY", "⊠": "MULTIPLY", "⊘": "MULTIPLY", "./": "MULTIPLY", "○": "MULTIPLY", ".o.": "MULTIPLY",
    "|": "BAR", "||": "NORM", "‖": "NORM", "√": "ROOT", "∛": "ROOT",
    "⟨": "LANGLE", "⟩": "RANGLE", "⌊": "LFLOOR", "⌋": "RFLOOR", "⌈": "LCEIL", "⌉": "RCEIL",
    "∇": "NABLA", "∂": "PARTIAL", "∑": "BIGSUM", "∏": "BIGSUM", "∧": "AND", "&": "AND", "∈": "ELEMENT_OF",
    "!": "FACTORIAL",
}  # fmt: skip
_MEANINGS = {
    ".+": "+",
    ".-": "-",
    ".*": "⊗",
    "./": "⊘",
    ".o.": "○",
    "≤": "<=",
    "≥": ">=",
    "=<": "<=",
    "≠": "!=",
    "<>": "!=",
    "||": "‖",
}
_RELATIONS = frozenset({"<", "<=", ">", ">=", "=", "==", "!="})

HINTS = {
    "\\": "The window and the command line read LaTeX; here, type alpha for α, (a)/(b) for a fraction.",
    "$": "Type the expression alone, without dollar signs.",
    ";": "Separate entries with commas: [a, b], [[a, b], [c, d]].",
    "∫": "Integrals are not part of the language; the program differentiates.",
    ".": "For a product of vectors write w · x or w @ x, for one of numbers w * x.",
    '"': "Type the expression alone, without quotation marks.",
    "%": "Write a percentage as a number, 0.05 for 5 %; remainders are not part of the language.",
    "_": "A subscript follows a name: x_1, x_i. A name begins with a letter.",
    "?": "Type the expression alone.",
    "±": "Choose one of the two signs.",
    "∓": "Choose one of the two signs.",
    "→": "Limits and maps are not part of the language.",
    "↦": "Limits and maps are not part of the language.",
    "†": "Write x' for the transpose.",
    "∞": "Infinity is not a number of the language.",
}


def refuse_too_long(
    text: str, hint: str = "Give parts of the expression names of their own, and derive them one at a time."
) -> None:
    """Raises LimitError when a text, or a number in it, is too long to be read."""
    if len(text) > MAX_LENGTH:
        raise LimitError(
            phrase("the text has {0} characters; at most {1} are read", f"{len(text):,}", f"{MAX_LENGTH:,}"),
            text=text,
            position=MAX_LENGTH,
            end=len(text),
            hint=hint,
        )
    for digits in _DIGITS.finditer(text):
        if len(digits[0]) > MAX_DIGITS:
            raise LimitError(
                phrase("this number has {0} digits; at most {1} are read", f"{len(digits[0]):,}", f"{MAX_DIGITS:,}"),
                text=text,
                position=digits.start(),
                end=digits.end(),
                hint="Use a name for it, such as c, and give the name a value where one is needed.",
            )


def refuse_too_many(tokens: list[Token], text: str) -> None:
    """Raises LimitError where a text has too many tokens, at the first of those that are too many."""
    if len(tokens) > MAX_TOKENS:
        raise LimitError(
            phrase(
                "the text has {0} names, numbers and signs; at most {1} are read", f"{len(tokens):,}", f"{MAX_TOKENS:,}"
            ),
            text=text,
            position=tokens[MAX_TOKENS].start,
            end=len(text),
            hint="Give parts of the expression names of their own, and derive them one at a time.",
        )


_DIGITS = re.compile(r"(?:\d+(?:\.\d+)?|(?<!\.)\.\d+)(?:[eE][-+]?\d+)?")


def scan(text: str) -> list[Token]:
    """Cut a text into tokens.

    Raises ParseError at a character that has no place in the language, LimitError when the text or a name is too long.
    """
    refuse_too_long(text)
    folded = fold(text)
    tokens: list[Token] = []
    position, spaced, prefix = 0, False, False
    while position < len(folded):
        match = _TOKEN.match(folded, position)
        kind = match.lastgroup if match else None
        separator = _separator(tokens) if folded[position] == ";" else ""
        if separator:
            tokens.append(Token(separator, ",", position, position + 1, spaced))
            position, spaced = position + 1, False
            continue
        if match is None or kind is None:
            raise _unknown_character(text, position)
        if kind == "WORD" and len(match.group()) > MAX_NAME:
            raise LimitError(
                phrase("a name of {0} letters is too long: it may have {1} at most", len(match.group()), MAX_NAME),
                text=text,
                position=position,
                end=match.end(),
                hint="Give it a shorter name.",
            )
        if kind == "module":
            prefix = True
        elif kind == "space":
            spaced = True
        elif kind == "fraction":
            tokens.extend(_fraction(match.group(), position, match.end(), spaced))
            spaced = prefix = False
        else:
            piece = "select" if prefix and match.group() == "where" else match.group()
            found = _tokens(kind, piece, text, position, match.end(), spaced)
            found[0].bold = is_bold(text[position])
            tokens.extend(found)
            spaced = prefix = False
        position = match.end()
    return tokens


def _separator(tokens: list[Token]) -> str:
    """What a semicolon is: a comma in {x if x > 0; 0 otherwise}, the end of a row in [1 2; 3 4]; else empty."""
    depth = 0
    for k in range(len(tokens) - 1, -1, -1):
        depth += (tokens[k].type in {"RBRACE", "RBRACK"}) - (tokens[k].type in {"LBRACE", "LBRACK"})
        if depth < 0:
            case = any(token.value == "if" for token in tokens[k:])
            return "SEMICOLON" if tokens[k].type == "LBRACK" else "COMMA" if case else ""
    return ""


def _tokens(kind: str, piece: str, text: str, start: int, end: int, spaced: bool) -> list[Token]:
    """The token for a piece of the text; a letter with a mark gives two: the letter and a subscript for the mark."""
    if kind != "marked":
        return [_token(kind, piece, text, start, end, spaced)]
    letter, mark = COMPOSED[piece] if piece in COMPOSED else (piece[0], piece[1])
    tokens = [Token("WORD", letter, start, end, spaced)]
    if MARKS[mark]:
        tokens.append(Token("SUB", MARKS[mark], start, end))
    return tokens


def _fraction(character: str, start: int, end: int, spaced: bool) -> list[Token]:
    """½ as (1/2)."""
    above, below = unicodedata.normalize("NFKC", character).split("\u2044")
    return [
        Token("LPAR", "(", start, end, spaced),
        Token("NUMBER", above, start, end),
        Token("MULTIPLY", "/", start, end),
        Token("NUMBER", below, start, end),
        Token("RPAR", ")", start, end),
    ]


def _token(kind: str, piece: str, text: str, start: int, end: int, spaced: bool) -> Token:
    value: Any = piece
    if kind == "sign":
        value = _MEANINGS.get(piece, piece)
        kind = "RELATION" if value in _RELATIONS else _SIGN_TYPES.get(piece, "")
        if not kind:
            raise _unknown_character(text, start)
    elif kind == "SUB":
        value = (
            (piece[2:-1] if piece[1] in "{(" else piece[1:]).strip()
            if piece[0] == "_"
            else piece
            if piece == "∞"
            else "".join(SUBSCRIPTS[c] for c in piece)
        )
    elif kind == "SUPER":
        value = "".join(SUPERSCRIPTS[c] for c in piece)
    elif kind == "METHOD":
        value = piece[1:]
    elif kind == "filled":
        kind, value = "FILLED", int(piece[0])
    elif kind == "dot":
        kind, value = "MULTIPLY", "·"
    return Token(kind, value, start, end, spaced)


def _unknown_character(text: str, position: int) -> ParseError:
    character = text[position]
    if character.isprintable():
        shown = phrase("the character “{0}”", character)
    else:
        name = unicodedata.name(character, "")
        shown = phrase("the character {0}, which can't be seen,", name or f"U+{ord(character):04X}")
    return ParseError(
        phrase("{0} is not part of the language", shown),
        text=text,
        position=position,
        end=position + 1,
        expected=("a number", "a name", "an operator"),
        hint=HINTS.get(character) or "Names are made of Latin or Greek letters, digits and subscripts.",
    )
