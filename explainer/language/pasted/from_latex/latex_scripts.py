"""What stands beside, above and below operands in LaTeX: bars, indicators, sums with their limits, scripts."""

from __future__ import annotations

import re

from explainer.errors import ParseError
from explainer.language.pasted.code_calls import all_capital
from explainer.language.pasted.from_latex import latex_words as words
from explainer.language.pasted.from_latex.latex_sums import SumReader
from explainer.language.pasted.from_latex.latex_tokens import LatexToken
from explainer.language.pasted.pieces import Piece, bracketed, joined, signs_told_apart
from explainer.language.text.brackets import GIVEN
from explainer.language.text.characters import BOLD, GREEK_NAMES, fold
from explainer.phrases import phrase

_SIGNS = {name: sign for sign, name in GREEK_NAMES.items()}
_STARS = frozenset({"*", "\\ast", "\\star"})
"""What is raised to the name of a result, of a constant, or for a transpose."""
_DIFFERENTIAL = re.compile(
    r"(?:d|\\mathrm\{?d\}?|\\partial)(?:[A-Za-z]|\\(?!partial)[a-z]+|\\(?:math\w+|boldsymbol|bm|vec)\{\\?\w+\})(?:_\w|_\{\w+\})?"
)
"""The dy and the ∂w of a derivative, as their tokens in one piece."""
_CONDITIONAL = re.compile(r"[A-Za-z}]\s*(?:\\left)?\([^()|]*(?:\||\\mid)[^()|]*\Z")
"""A name, a bracket and a bar in it."""
_MADE = re.compile(r"d(?:[(\[|]|\\(?:left|math|operatorname|text|[|,;!]|l[vV]ert|bold))")
"""What begins a function behind a d, and no name."""


class ScriptReader(SumReader):
    """Reads what is set around operands; `shapes` are those of names with marks."""

    def __init__(self, text: str, tokens: list[LatexToken] | None = None) -> None:
        super().__init__(text, tokens)
        self.shapes: dict[str, str] = {}
        self._found: dict[str, bool] = {}
        """What was looked for in the whole text, so that it is looked for once."""

    def measured(self, function: str, inner: list[Piece], order: str) -> Piece:
        """What stands between bars or angles: a length, an absolute value or a determinant, a dot product."""
        body = joined(inner)
        if function == "norm" or order:
            if order == "∞":
                return Piece("operand", f"max(abs({body}))")
            if order == "2" and not all_capital(fold(body)):
                order = ""  # of a vector that is its length; of a matrix something else, which is refused
            return Piece("operand", f"norm({body}, {order})" if order else f"norm({body})")
        if function in {"floor", "ceil"}:
            return Piece("operand", f"{function}({body})")
        # Bars stay bars: what they mean, an absolute value or a determinant, is known with the shapes.
        return Piece("operand", f"inner({body})" if function == "inner" else f"|{body}|")

    def norm_subscript(self) -> str:
        """The order of a norm: the 1 of ‖x‖₁; the F says what is meant anyway."""
        if self.here.value == "^":
            self._below_first()
        if self.here.value != "_":
            return ""
        token, start = self.here, self.place
        order = self.subscript_text()
        if order in {"F", "Fro", "fro"}:
            return ""
        if re.match(r"[^\W\d_]", order) and order[0].isupper():
            self.place = start + 1
            return joined(self.group())  # the matrix of a norm with weights
        order = re.sub(r"^[lL]_?(?=[\dp∞]$)", "", order)
        if re.fullmatch(r"\d+|[A-Za-z]", order):
            return order
        if order in {"∞", "\\infty"}:
            return "∞"
        raise self.refusal(
            phrase("there is no norm “{0}” here", order),
            token,
            "The norms are ‖x‖ or ‖x‖_2, ‖x‖_1, ‖x‖_p and ‖X‖_F.",
        )

    def misplaced(self, token: LatexToken) -> ParseError:
        """Where an operand has to come and something else does; the bar of p(y|x) and N(x | μ, σ²) opens none."""
        value = token.value
        if not value:
            return self.refusal("the formula ends too early", token)
        given = value in {")", "\\right"} and self.open_bars and _CONDITIONAL.search(self.text, 0, token.start)
        return self.refusal(phrase("“{0}” does not fit here", value), token, GIVEN if given else None)

    def _below_first(self) -> None:
        """\\|x\\|^2_2 as \\|x\\|_2^2: the order of a norm comes first, in whatever order both are typed."""
        start = self.place
        self.take()
        self.raw_group()
        middle = self.place
        if self.here.value == "_":
            self.take()
            self.raw_group()
            above, below = self.tokens[start:middle], self.tokens[middle : self.place]
            self.tokens[start : self.place] = [*below, *above]
        self.place = start

    def names_result(self) -> bool:
        """Whether the bracket that comes next only holds the arguments of what = names: MSE(w) = …"""
        depth = 0
        for k in range(self.place, len(self.tokens)):
            depth += (self.tokens[k].value in words.OPENING) - (self.tokens[k].value in words.CLOSING)
            if depth == 0:
                return k + 1 < len(self.tokens) and self.tokens[k + 1].value in {"=", "\\coloneqq", "\\triangleq"}
        return False

    def calls(self, name: str) -> bool:
        """Whether nothing but names stands in the bracket that comes behind a name, as the x, t of u(x, t)."""
        if self.here.value != "(" or not re.fullmatch(r"[^\W\d]\w*(\{\w+\})?", fold(name)):
            return False
        if _SAMPLE.match(self.text, self.here.start):
            return True
        depth, found, before = 0, False, ""
        for token in self.tokens[self.place + 1 :]:
            if token.value == ")":
                return found
            depth += (token.value == "{") - (token.value == "}")
            letter = token.kind == "letter" or token.value in words.LETTERS or token.value in words.FONTS
            if letter and not depth and before not in {"", ",", "_"} and before not in words.FONTS:
                return False
            found = found or letter
            indexed = token.kind == "number" and (depth or before == "_")
            if token.value == name or not (letter or indexed or token.value in {"_", "{", "}", ","}):
                return False
            before = token.value
        return False

    def begins_question(self, above: str, below: str) -> bool:
        """Whether dL/dw, given as its two parts, is all that is asked: what L is stands behind it, if anywhere."""
        names = _DIFFERENTIAL.fullmatch(above) and _DIFFERENTIAL.fullmatch(below)
        return bool(names) and (self.here.kind == "end" or self.here.value in words.FONTS)

    def is_asked(self, above: str, below: str, mark: str) -> bool:
        """Whether dL/dw is all that is asked, or stands around the function."""
        return self.begins_question(above, below) or self.is_around(above, below, mark)

    def is_around(self, above: str, below: str, mark: str) -> bool:
        """Whether \\frac{\\partial f}{\\partial x}, given as its two parts, is the formula."""
        if self.here.kind != "end":
            return False
        return (
            (mark != "d" or _MADE.match(above) is not None)
            and _DIFFERENTIAL.fullmatch(below) is not None
            and _DIFFERENTIAL.fullmatch(above) is None
        )

    def refuse_derivative(self, token: LatexToken) -> None:
        """dy/dx as a part of a formula is no quotient of two products."""
        start = self.place
        above, below = ("".join(part.value for part in self.raw_group()) for _ in range(2))
        self.place = start
        if above[:1] == below[:1] and _DIFFERENTIAL.fullmatch(above) and _DIFFERENTIAL.fullmatch(below):
            raise self.refusal(
                "a derivative inside a formula is not read", token, "Paste the function alone and choose the variable."
            )

    def stands_alone(self, command: str) -> bool:
        """Whether a letter also stands somewhere without brackets behind it: then it is a name there and here."""
        end = LatexToken("end", "", len(self.text), len(self.text))
        following = zip(self.tokens, [*self.tokens[1:], end], strict=True)
        return any(one.value == command and not is_opening(other) for one, other in following)

    def indicates(self) -> bool:
        """Whether a condition follows an indicator, in brackets or below it."""
        depth, place = 0, self.place
        if self.here.value not in {"[", "(", "\\{", "_", "\\lbrack", "\\lbrace"}:
            return False
        while place < len(self.tokens):
            value = self.tokens[place].value
            depth += (value in words.OPENING) - (value in words.CLOSING)
            if value in words.RELATIONS:
                return True
            place += 1
            if depth == 0 and value in words.CLOSING:
                break
        return False

    def indicator(self, token: LatexToken) -> Piece:
        """1[x > 0] and 1_{x > 0}: the condition as a number, 1 where it holds."""
        if self.here.value == "_":
            self.take()
            inner = self.group()
        else:
            close = words.FENCES[self.take().value][0]
            inner = self.sequence(lambda token: token.value == close)
            self.take()
        self.note(phrase("The condition {0} counts as 1 where it holds, and as 0 elsewhere.", joined(inner)))
        return Piece("operand", f"({joined(inner)})")

    def of_two(self, command: str, above: list[Piece], below: list[Piece]) -> Piece:
        """A fraction or a binomial coefficient."""
        if command in words.BINOMIALS:
            return Piece("operand", f"binom({joined(above)}, {joined(below)})")
        return Piece("operand", f"{bracketed(above)}/{bracketed(below)}", atomic=False, loose=True)

    def case(self, row: list[list[Piece]], token: LatexToken) -> str:
        """A row of cases: a value, and the condition that it has it under."""
        if len(row) != 2:
            raise self.refusal("a case has a value and a condition", token, "Write 0 & z \\le 0.")
        value, condition = (joined(signs_told_apart(cell)) for cell in row)
        condition = re.sub(r"^(if|for|when)\s*", "", condition).rstrip(",. ")
        value = value.rstrip(",. ")
        if condition.split(" ")[0] in {"otherwise", "else", "sonst"}:
            return phrase("{0} if otherwise", value)
        return phrase("{0} if {1}", value, condition)

    def with_scripts(self, piece: Piece) -> Piece:
        text, atomic = piece.text, piece.atomic
        if self.here.value not in {"_", "^", "'", "′", "!"}:
            return piece
        while self.here.value in {"_", "^", "'", "′", "!"}:
            token = self.here
            if token.value == "!":
                self.take()
                text, atomic = f"{text if atomic else f'({text})'}!", True
            elif token.value in {"'", "′"}:
                self.take()
                text = (text if atomic else f"({text})") + "'"
                atomic = True
            elif token.value == "_":
                subscript = self.subscript_text()
                if subscript in {"+", "-", "−"} and self._has_other_numbers(text):
                    sign = "plus" if subscript == "+" else "minus"
                    self.note(phrase("“{0}” is read as a name, {1}.", f"{text}_{subscript}", f"{text}_{sign}"))
                    text += f"_{sign}"
                    continue
                if subscript == "+":
                    inner = text[1:-1] if text[:1] in {"(", "["} else text
                    text, atomic = f"max(0, {inner})", True
                    self.note("(…)₊ is read as max(0, …), the positive part.")
                    continue
                if "_" in text and subscript in self.bounds:
                    self.shapes[text] = self.bounds[subscript]  # an entry of a name that has a subscript already
                text += f"_{subscript}" if re.fullmatch(r"[A-Za-z]\w*|\d+", subscript) else f"_{{{subscript}}}"
            else:
                self.take()
                text, atomic = self._raised(text, atomic, token)
        return Piece("operand", text, atomic)

    def _raised(self, text: str, atomic: bool, token: LatexToken) -> tuple[str, bool]:
        start = self.place
        raw = self.raw_group()
        if len(raw) == 1 and raw[0].value in words.FONTS:
            raw = self.raw_group()  # _\\mathbf{w} without braces around both
        raw = [part for part in raw if part.value not in {"{", "}"} and part.value not in words.FONTS]
        written = "".join(part.value for part in raw)
        if written in words.TRANSPOSES:
            return (text if atomic else f"({text})") + "'", True
        if written[:1] in {"-", "−"} and written[1:] in words.TRANSPOSES:
            return (text if atomic else f"({text})") + "^(-1)'", True
        each = re.fullmatch(r"(?:\\otimes|\\odot|\\circ)\s*(\d+|[A-Za-z])", written)
        if each:  # the power of every entry, as A^{\circ 2}
            return f"{text if atomic else f'({text})'} .^ {each[1]}", False
        index = re.fullmatch(r"\(([A-Za-z]|\d+)\)", written)
        if index and re.fullmatch(r"[^\W\d_]", fold(text)):
            self.note(phrase("{0}^({1}) is read as entry or row {1} of {0}.", text, index[1]))
            return f"{text}_{index[1]}", True
        number = re.fullmatch(r"[\[(<]([A-Za-z]|\d+)[\])>]", written)
        if number and re.fullmatch(r"[^\W\d]\w*", fold(text)):
            self.note(phrase("“{0}” is read as a name, {1}.", f"{text}^[{number[1]}]", f"{text}_{number[1]}"))
            return f"{text}_{number[1]}", True
        if number or re.fullmatch(r"\[.*\]", written):
            raise self.refusal(
                phrase("the superscript {0} has no meaning here", written),
                token,
                "Write an index below: W_1, y_i; for a power leave the brackets out.",
            )
        base = text if atomic else f"({text})"
        if written in _STARS and (self.here.value == "=" or (is_opening(self.here) and self.names_result())):
            return text, atomic  # the name of a result, h^*(X) = …
        if self._is_adjoint(written, text):
            self.note(phrase("{0} is read as the transpose: all numbers are real.", f"{text}^{written}"))
            return f"{base}'", True
        if written in _STARS and re.fullmatch(r"[^\W\d]\w*", fold(text)):
            self.note(phrase("“{0}” is read as a name, {1}.", f"{text}^*", f"{text}_star"))
            return f"{text}_star", True
        if written in {*_STARS, "\\dagger", "+"}:
            raise self.refusal(
                phrase("{0} with {1} raised has no meaning here", text, written), token, "Give it a name of its own."
            )
        self.place = start
        exponent = self.group()
        return f"{base}^{exponent_text(joined(exponent), bracketed(exponent))}", False

    def _has_other_numbers(self, name: str) -> bool:
        """Whether a letter has other subscripts elsewhere, as the k_+ beside k_i, which is no positive part."""
        return self._holds(rf"(?<![A-Za-z\\]){re.escape(fold(name))}\s*\}}?\s*_\s*\{{?\s*[A-Za-z\d−-]")

    def _holds(self, pattern: str) -> bool:
        if pattern not in self._found:
            self._found[pattern] = re.search(pattern, self.text) is not None
        return self._found[pattern]

    def _is_adjoint(self, written: str, text: str) -> bool:
        """Whether x^* A x, x^H A x or x^t A x is meant: a factor follows, and the letter is no name anywhere else.

        With t, which is a number as well, a matrix comes behind it, or is transposed and comes again.
        """
        following = self.here
        if not (
            following.kind == "letter" or following.value == "(" or following.value in {*words.LETTERS, *words.FONTS}
        ):
            return False
        if written in {*_STARS, "\\dagger"}:
            return True
        raised = r"(?<!\^)(?<!\^\{)(?<!\^ )(?<!\^ \{)(?<!\^\{ )"
        if written not in {"H", "t"} or self._holds(rf"(?<![A-Za-z]){raised}{written}(?![a-z])"):
            return False
        name = fold(text)
        plain, capital = re.fullmatch(r"[^\W\d_]", name) is not None, following.value.isupper()
        again = any(token.value == name for token in self.tokens[self.place :])
        return (
            written == "H" or (plain and capital and (name.islower() or again)) or (plain and name.isupper() and again)
        )

    def subscript_text(self) -> str:
        """What stands under a name: letters, digits and commas."""
        self.take()
        raw = self.raw_group()
        if len(raw) == 1 and raw[0].value in words.FONTS:
            raw = self.raw_group()  # as \nabla_\mathbf{w}
        raw = [part for part in raw if part.value not in {"{", "}"} and part.value not in words.FONTS]
        text = "".join(words.LETTERS.get(part.value, part.value) for part in raw)
        if re.fullmatch(r"\w+[-+−]\w+", text):
            raise self.refusal(
                phrase("the index {0} is calculated with, which is not read", text),
                raw[0],
                "Give what it stands for a name of its own, such as h_0.",
            )
        return text

    def refuse_what_is_no_part(self) -> None:
        """Refuse what belongs to no function: words of a sentence, a differential."""
        self._refuse_words()
        self._refuse_differential()

    def _refuse_words(self) -> None:
        """Find, the and of are words of a sentence around the formula, and no products of their letters."""
        for match in _RUN.finditer(self.text):
            if match.group().lower() in _SENTENCES:
                place = next((token for token in self.tokens if token.start == match.start()), None)
                if place is not None and place.kind == "letter":
                    message = phrase("“{0}” has no meaning in the input language", match.group())
                    raise self.refusal(message, place, "Paste the formula alone, without the words around it.")

    def _refuse_differential(self) -> None:
        """The dx behind e^{-x}\\,dx is no product of d and x, where every d stands so and x is in the formula too."""
        found = [match for match in _BEHIND.finditer(self.text) if match["name"] in self.text[: match.start()]]
        letters = [token for token in self.tokens if token.kind == "letter" and token.value == "d"]
        if not found or len(letters) != len(found) or "\\int" in self.text:
            return
        place = next((token for token in self.tokens if token.start == found[0].start("sign")), self.here)
        name = words.LETTERS.get(found[0]["name"], found[0]["name"])
        hint = "Leave it out: the function alone is differentiated with respect to {0}. For a product write d {0}."
        raise self.refusal(
            phrase("{0} belongs to an integral or a differential", f"d{name}"), place, phrase(hint, name)
        )


_BEHIND = re.compile(
    r"(?:(?<=[\w})\]|])|\\[,;:! ])\s*(?P<sign>\\mathrm\{d\}|\\mathrm\s+d|(?<![A-Za-z\\{/])d)"
    r"(?P<name>[A-Za-z]|\\[a-z]+)(?![A-Za-z(\[])"
)
"""The dx behind an operand or a blank, and not below a line."""
_SAMPLE = re.compile(r"\(\s*(?:\\\w+\s*\{\s*\w\s*\}|\w)\s*(?:\^\s*\{\s*\(\w\)\s*\}|_\s*(?:\w|\{\w\}))\s*\)")
"""The (x^{(i)}) behind a function of one sample."""
_RUN = re.compile(r"(?<![\\\w{])[A-Za-z]{2,}(?![\w}])")
_SENTENCES = frozenset({
    "find", "compute", "calculate", "determine", "show", "prove", "that", "what", "how", "the", "derivative",
    "gradient", "with", "respect", "of", "is", "are", "to", "let", "loss", "function", "given", "then", "differentiate",
})  # fmt: skip
"""Words that stand around a formula; nobody means the product of their letters."""


def exponent_text(text: str, in_brackets: str | None = None) -> str:
    if re.fullmatch(r"[^\W\d_]|\d+(\.\d+)?", text):
        return text
    return in_brackets if in_brackets is not None else f"({text})"


def is_opening(token: LatexToken) -> bool:
    return token.value in words.FENCES and words.FENCES[token.value][1] == ""


def bold(name: str) -> str:
    """A name with its letter bold, as the input language has it too: 𝐰."""
    letter = _SIGNS.get(name, name[:1])
    return BOLD.get(letter, letter) + ("" if name in _SIGNS else name[1:])
