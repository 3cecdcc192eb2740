"""LaTeX → the input language, by recursive descent over the tokens of `latex_tokens`.

    \\frac{1}{N}\\sum_{i=1}^{N}(y_i-\\max(0,\\mathbf{w}\\cdot\\mathbf{x}_i+b))^2
    (1/N) sum(i=1..N, (y_i - max(0, w · x_i + b))^2)

Nothing is guessed: a command that has no meaning here is refused with its place and a way on.
"""

from __future__ import annotations

import re
from contextlib import suppress

from explainer.errors import ExplainerError
from explainer.language.pasted.from_latex import latex_words as words
from explainer.language.pasted.from_latex.latex_matrices import MatrixReader
from explainer.language.pasted.from_latex.latex_scripts import bold, exponent_text, is_opening
from explainer.language.pasted.from_latex.latex_statements import (
    EQUALS,
    as_one,
    last_of_all,
    lines_of,
    slash_as_fraction,
    statements,
    without_displays,
)
from explainer.language.pasted.from_latex.latex_tokens import LatexToken, scan_latex
from explainer.language.pasted.names import Names
from explainer.language.pasted.pieces import Piece, bracketed, closes_last, joined
from explainer.language.pasted.result import Pasted
from explainer.language.text.characters import fold
from explainer.language.text.vocabulary import function_names, nearest
from explainer.operations import PRINTED
from explainer.phrases import phrase

_WORDS_OF_CASES = frozenset({"if", "for", "when", "otherwise", "else", "and"})
_TYPED_BARE = frozenset({"log", "ln", "exp", "sin", "cos", "tan", "tanh", "det", "tr"})
"""Functions that people write without brackets around a name."""
_LONGEST_WORD = max(map(len, function_names()))
"""So far it is looked for the end of a word: a long row of letters would be gone through from each of them."""


def translate(text: str) -> Pasted:
    """The formula in the input language.

    Raises ParseError with the place of what has no meaning here, LimitError beyond the limits.
    """
    pasted = _Reader(text).run()
    plain = fold(pasted.text)
    return pasted._replace(text=plain) if plain != pasted.text and _mean_the_same(plain, pasted.text) else pasted


def _mean_the_same(plain: str, bold: str) -> bool:
    """Whether bold letters decide nothing, so that the text can do without them."""
    from explainer.language.parsing import parse_expression

    with suppress(ExplainerError):
        return parse_expression(plain).expression is parse_expression(bold).expression
    return False


class _Reader(MatrixReader):
    """One run over one text."""

    def __init__(self, text: str, tokens: list[LatexToken] | None = None) -> None:
        super().__init__(text, tokens)
        self.refuse_what_is_no_part()
        letters = {token.value for token in self.tokens if token.kind == "letter"}
        self.lines = lines_of(slash_as_fraction(without_displays(self.tokens))) if tokens is None else [self.tokens]
        whole = tokens is None and len(self.lines) == 1
        self.tokens, *self.definitions = statements(self.lines[0]) if whole else [self.tokens]
        self.names = Names(letters)
        self.functions = frozenset(function_names())

    # --- the whole ---------------------------------------------------------------------------------------------------

    def run(self) -> Pasted:
        if len(self.lines) > 1:
            return self._several()
        derivative = self._leading_derivative()
        pieces = self.sequence(lambda token: token.kind == "end")
        while len(pieces) > 1 and pieces[-1].kind == "comma":
            pieces.pop()
        text = joined(pieces)
        if len(pieces) == 1 and text.startswith("(") and closes_last(text):
            text = text[1:-1]
        if not text:
            raise self.refusal("there is no formula in the pasted text", self.here, "Paste a formula such as x^2.")
        behind = [
            joined(self._nested(tokens).sequence(lambda token: token.kind == "end")) for tokens in self.definitions
        ]
        whole = last_of_all(text, behind)
        if whole is not None:
            return Pasted(whole, derivative, (*self.notes, *self.names.notes_on(whole)), self.names.short)
        behind += [f"{name}: {shape}" for name, shape in self.shapes.items()]
        if behind:
            text += " where " + ", ".join(behind)
        return Pasted(text, derivative, (*self.notes, *self.names.notes_on(text)), self.names.short)

    def _several(self) -> Pasted:
        """Lines that each give a name its value, as aligned formulas do; those that go on with = say nothing new."""
        texts: list[str] = []
        derivative = None
        for line in [piece for whole in self.lines for piece in statements(whole)]:
            if line[0].value in EQUALS:
                self.note("Lines that go on with “=” were left out: they say the same in another form.")
                continue
            nested = self._nested(line)
            derivative = nested._leading_derivative() or derivative
            texts.append(joined(nested.sequence(lambda token: token.kind == "end")))
        text = as_one(texts)
        if text is None:
            place = next((token for token in scan_latex(self.text) if token.kind == "break"), self.here)
            hint = "Paste one formula, or a matrix in its environment."
            raise self.refusal("there are several lines here", place, hint)
        return Pasted(text, derivative, (*self.notes, *self.names.notes_on(text)), self.names.short)

    def _leading_derivative(self) -> str | None:
        """The variable of a derivative that the whole formula is: \\frac{d}{dx} or \\nabla_x in front of it."""
        start = self.place
        if self.here.value == "\\nabla":
            self.take()
            name = self.subscript_text() if self.here.value == "_" else None
            self.note("The gradient sign was left out: the program differentiates.")
            return name
        if self.here.value not in words.FRACTIONS:
            return None
        self.take()
        above, below = self.raw_group(), self.raw_group()
        sign = {"d": "d", "\\mathrm{d}": "d", "\\partial": "∂", "\\mathrmd": "d"}
        first, second = ("".join(token.value for token in part) for part in (above, below))
        for mark in sorted(sign, key=len, reverse=True):
            if first.startswith(mark) and second.startswith(mark) and len(second) > len(mark):
                count = sum(1 for _ in scan_latex(mark))
                if first != mark and not self.is_asked(first, second, mark):
                    break
                inner = _Reader(self.text, below[count:])
                self.tokens[self.place : self.place] = above[count:]
                self.note("The derivative sign was left out: the program differentiates.")
                return joined(inner.sequence(lambda token: token.kind == "end"))
        self.place = start
        return None

    # --- operands ----------------------------------------------------------------------------------------------------

    def operand(self) -> Piece:
        """One operand with its scripts."""
        return self.with_scripts(self.bare_operand())

    def bare_operand(self) -> Piece:
        token = self.take()
        value = token.value
        if token.kind == "number":
            return Piece("operand", value)
        if value in {"∑", "Σ"} and self.here.value == "_":
            return self.sum_over(token)
        if token.kind == "letter":
            function = self._function_typed(token)
            return self._applied(function, token) if function else Piece("operand", self._numbered(token, value))
        if value == "{":
            inner = self.sequence(lambda token: token.value == "}")
            self.take()
            return inner[0] if len(inner) == 1 else Piece("operand", bracketed(inner))
        if self.opens(token):
            return self._fenced(token)
        if value == "\\sigma" and self.opens(self.here) and not self.stands_alone("\\sigma"):
            if "\\," in self.text[token.end : self.here.start]:
                return Piece("operand", "(σ)")  # set apart as factors are
            self.note("σ before brackets is read as the sigmoid function.")
            return self._applied("sigmoid", token)
        if value in words.LETTERS:
            return Piece("operand", self._numbered(token, words.LETTERS[value]))
        if token.kind == "environment":
            return self.environment_of(token)
        if token.kind == "command":
            self.deeper()  # a command may take another one without braces, as in \\sqrt\\sqrt x
            piece = self._command(token)
            self.depth -= 1
            return piece
        raise self.misplaced(token)

    def fenced_operand(self) -> Piece:
        return self.with_scripts(self._fenced(self.take()))

    def _fenced(self, token: LatexToken) -> Piece:
        close, function = words.FENCES[token.value]
        same = close == token.value
        if same:
            self.open_bars.append(close)
        inner = self.sequence(lambda token: token.value == close)
        self.take()
        if same:
            self.open_bars.pop()
        if function:
            order = self.norm_subscript() if function in {"norm", "abs", "inner"} else ""
            return self.measured(function, inner, order)
        if token.value in {"[", "\\lbrack"} and any(piece.kind == "comma" for piece in inner):
            return Piece("operand", f"[{joined(inner)}]")
        return Piece("operand", f"({joined(inner)})")

    def _command(self, token: LatexToken) -> Piece:
        value = token.value
        if value in words.FRACTIONS | words.BINOMIALS:
            self.refuse_derivative(token)
            return self.of_two(value, self.group(), self.group())
        if value == "\\sqrt":
            return self._root()
        if value in {"\\sum", "\\prod"}:
            return self.sum_over(token) if value == "\\sum" else self.product_over(token)
        if value in words.FONTS:
            return self._named(token)
        if value in words.ACCENTS:
            return self._accented(token)
        if value in words.WRAPPERS:
            return self._wrapped(value)
        if value in {"\\partial", "\\nabla"}:
            raise self.refusal(
                "a derivative inside a formula is not read", token, "Paste the function alone and choose the variable."
            )
        if value[1:] in self.functions and value not in words.REFUSED:
            return self._applied(value[1:], token)
        known = (
            *words.LETTERS,
            *words.OPERATORS,
            *words.RELATIONS,
            *words.FONTS,
            *words.FRACTIONS,
            "\\sum",
            "\\prod",
            "\\sqrt",
        )
        near = nearest(value[1:] or "?", [name[1:] for name in known if name.startswith("\\")])
        hint = words.REFUSED.get(value) or (
            phrase("Did you mean \\{0}?", near) if near else "Type this part in words or signs."
        )
        raise self.refusal(phrase("{0} has no meaning in the input language", value), token, hint)

    def _root(self) -> Piece:
        degree = ""
        if self.here.value == "[":
            self.take()
            degree = joined(self.sequence(lambda token: token.value == "]"))
            self.take()
        inner = self.group()
        if degree in {"", "2", "3"}:
            return Piece("operand", f"{'cbrt' if degree == '3' else 'sqrt'}({joined(inner)})")
        return Piece("operand", f"{bracketed(inner)}^(1/{degree})", atomic=False)

    def _named(self, token: LatexToken) -> Piece:
        """A name in another font, or a function given by its name."""
        if self.here.value != "{":
            piece = self.bare_operand()
            return piece._replace(text=bold(piece.text)) if token.value in words.BOLD else piece
        inner = self.raw_group()
        while len(inner) > 1 and token.value in words.NAMING and inner[-1].value in {".", ",", ";", ":"}:
            inner.pop()  # the comma or full stop of a sentence: \\text{otherwise.}
        if not self._is_product(token, inner) and all(
            part.kind in {"letter", "number"} or part.value in {"-", "_", "\\_"} for part in inner
        ):
            name = "".join(part.value.lstrip("\\") for part in inner)
            if name in {"0", "1"} and token.value in {"\\mathbf", "\\boldsymbol", "\\bm", "\\vec", "\\mathbb"}:
                if name == "1" and self.indicates():
                    return self.indicator(token)
                return Piece("operand", f"{name}\u20d7")
            if name == "where":
                return Piece("relation", name)
            if name in _WORDS_OF_CASES:
                return Piece("relation" if name == "and" else "operand", name)
            lower = {function.lower(): function for function in (*PRINTED, *self.functions)}
            if len(name) > 1 and name.lower() in lower and not self.names_result() and self.here.value not in EQUALS:
                return self._applied(lower[name.lower()], token)
            if token.value == "\\mathbb" and name in {"E", "P"}:
                raise self.refusal(
                    "expectations and probabilities are not part of the language",
                    token,
                    "Write the mean over the samples: 1/N sum(i=1..N, …).",
                )
            if token.value in {"\\mathbb", "\\mathbf"} and name == "I" and self.indicates():
                return self.indicator(token)
            called = token.value in words.NAMING and len(name) > 1 and is_opening(self.here)
            if called and self.here.value == "(" and not self.names_result():
                near = nearest(name.lower(), {*lower, *self.functions} - {name}, 0.72)
                raise self.refusal(
                    phrase("there is no function named “{0}”", name),
                    token,
                    phrase("Did you mean {0}?", near) if near else "Write it with functions that the language has.",
                )
            if name and name[0].isalpha():
                own = self.names.of(name.replace("-", "_"))
                return Piece("operand", bold(own) if token.value in words.BOLD else own)
            if name:
                return Piece("operand", name)
        pieces = self._nested(inner).sequence(lambda token: token.kind == "end")
        if not pieces:
            raise self.refusal("a group is empty", token, "Fill in what is missing.")
        if token.value in words.BOLD:
            pieces = [piece._replace(text=bold(piece.text)) for piece in pieces]
        return pieces[0] if len(pieces) == 1 else Piece("operand", bracketed(pieces))

    def _is_product(self, font: LatexToken, inner: list[LatexToken]) -> bool:
        """Whether bold letters side by side are several names: \\mathbf{Ax} and \\textbf{Ax - b}; bias is a word."""
        word = "".join(part.value for part in inner if part.kind == "letter")
        if font.value not in words.BOLD - words.ARROWS or len(word) < 2 or word.lower() in self.functions:
            return False
        together = inner[0].kind == inner[1].kind == "letter"
        return together and not (len(word) > 3 and word.islower() and len(word) == len(inner))

    def _nested(self, tokens: list[LatexToken]) -> _Reader:
        """A reader for a part of the text, which tells its notes and finds its names here."""
        nested = _Reader(self.text, tokens)
        nested.depth, nested.notes, nested.names = self.depth, self.notes, self.names
        return nested

    def _accented(self, token: LatexToken) -> Piece:
        inner = joined(self.group())
        if not re.fullmatch(r"[^\W\d_]\w*", fold(inner)):
            raise self.refusal(phrase("{0} stands over a single name only", token.value), token)
        return Piece("operand", f"{inner}_{words.ACCENTS[token.value]}")

    def _wrapped(self, command: str) -> Piece:
        if command in {"\\textcolor", "\\colorbox"}:
            self.raw_group()
        inner = self.group()
        while self.here.value in {"_", "^"} and command in {"\\underbrace", "\\overbrace"}:
            self.take()
            self.raw_group()
        return Piece("operand", bracketed(inner))

    # --- functions ---------------------------------------------------------------------------------------------------

    def _function_typed(self, first: LatexToken) -> str:
        """The function whose name begins at a letter, typed without a backslash: sum(x), log p. Its letters are taken.

        Whole words are meant, and of longer ones the end: y log(p) may be typed as ylog(p).
        """
        end, furthest = self.place, min(len(self.tokens), self.place + _LONGEST_WORD)
        while end < furthest and self.tokens[end].kind == "letter":
            if self.tokens[end].start != self.tokens[end - 1].end:
                break
            end += 1
        word = "".join(token.value for token in self.tokens[self.place - 1 : end])
        before = self.tokens[self.place - 2] if self.place > 1 else None
        part_of_word = before is not None and before.kind == "letter" and before.end == first.start
        behind = self.tokens[end] if end < len(self.tokens) else self.here
        known = word in self.functions and len(word) > (2 if part_of_word else 1)
        bare = word in _TYPED_BARE and (behind.kind in {"letter", "number"} or behind.value in words.LETTERS)
        if not known or not (is_opening(behind) or bare):
            return ""
        self.place = end
        return word

    def _numbered(self, token: LatexToken, name: str) -> str:
        """A name with the number that stands right behind its letter: W1 is W_1."""
        if self.here.kind != "number" or self.here.start != token.end or not self.here.value.isdigit():
            return name
        return f"{name}_{self.take().value}"

    def _applied(self, name: str, token: LatexToken) -> Piece:
        """A function with its argument, in brackets or without."""
        power = base = ""
        while self.here.value in {"^", "_"}:
            script = self.take()
            inner = joined(self.group())
            if script.value == "_":
                if name != "log":
                    raise self.refusal(phrase("a subscript of {0} has no meaning here", name), script)
                base = inner
            elif inner == "-1":
                raise self.refusal(
                    phrase("{0}^-1 could be the inverse function or 1/{0}", name),
                    script,
                    phrase("Write arc{0} or 1/{0}(x).", name),
                )
            else:
                power = inner
        if self.opens(self.here) and words.FENCES[self.here.value][1] == "":
            close = words.FENCES[self.take().value][0]
            arguments = joined(self.sequence(lambda token: token.value == close))
            self.take()
        elif self.here.value == "{":
            arguments = joined(self.group())
        else:
            arguments = joined(self.run_of_operands(self._next_factor))
        applied = f"{name}({arguments}, {base})" if base and base != "e" else f"{name}({arguments})"
        return (
            Piece("operand", f"{applied}^{exponent_text(power)}", atomic=False) if power else Piece("operand", applied)
        )

    def _next_factor(self, token: LatexToken, pieces: list[Piece]) -> bool:
        """Whether the next factor of a product begins: another function, or brackets behind a name.

        \\sin x \\cos x is a product, and so is \\sin x (1 + x); \\sin 2(x + 1), \\sin a x and \\log p(x) are not.
        """
        if token.kind == "command" and (token.value[1:] in self.functions or token.value == "\\operatorname"):
            return True
        number = re.fullmatch(r"[\d.]+", pieces[-1].text) is not None
        if len(pieces) == 2 and pieces[1].text.startswith("(") and pieces[0].text[-1:] not in ")0123456789":
            return True  # behind p(x)
        return is_opening(token) and not number and not (len(pieces) == 1 and self.calls(pieces[0].text))
