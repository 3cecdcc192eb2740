"""One expression of Python: operators, functions and methods, entries."""

from __future__ import annotations

import re
from collections.abc import Callable

from explainer.errors import LimitError, ParseError
from explainer.language.pasted import code_words as words
from explainer.language.pasted.code_tokens import CodeToken
from explainer.language.pasted.names import Names
from explainer.language.pasted.pieces import closes_last
from explainer.language.vocabulary import FORMS, function_names, nearest
from explainer.phrases import phrase

DEEPEST = 150
"""Brackets nested more deeply are not read."""

_BINARY = frozenset({"+", "-", "*", "/", "@", "**", "<", ">", "<=", ">=", "==", "!="})


def _in_brackets(text: str) -> str:
    """A text as one factor: in brackets unless it is a name, a number, a call or in brackets already."""
    if re.fullmatch(r"[\w.]+'?", text) or (
        re.match(r"\w*[(\[]", text) and closes_last(text[text.index("(") :] if "(" in text else text)
    ):
        return text
    return f"({text})"


class Expression:
    """One expression of Python, read from left to right; operators keep their meaning and order."""

    def __init__(self, text: str, tokens: list[CodeToken], names: Names, notes: list[str]) -> None:
        self.text = text
        self.tokens = tokens
        self.names, self.notes = names, notes
        self.place = 0
        self.depth = 0
        self.known = frozenset(function_names()) | FORMS.keys()

    @property
    def here(self) -> CodeToken:
        if self.place < len(self.tokens):
            return self.tokens[self.place]
        end = self.tokens[-1].end if self.tokens else len(self.text)
        return CodeToken("end", "", end, end)

    def take(self, wanted: str | None = None) -> CodeToken:
        token = self.here
        if wanted is not None and token.value != wanted:
            shown = f"“{token.value}”" if token.value else "the end"
            raise self.refusal(phrase("“{0}” was expected instead of {1}", wanted, shown), token, "Close what is open.")
        self.place += 1
        return token

    def refusal(self, message: str, token: CodeToken, hint: str | None = None) -> ParseError:
        position = min(token.start, len(self.text))
        return ParseError(message, text=self.text, position=position, end=max(token.end, position + 1), hint=hint)

    def run(self) -> str:
        value = self.expression(lambda token: token.kind == "end")
        if self.here.kind != "end":
            raise self.refusal(phrase("“{0}” does not fit here", self.here.value), self.here)
        return value

    def expression(self, stops: Callable[[CodeToken], bool]) -> str:
        """Operands with operators between them, up to a token that is not taken."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise LimitError(
                phrase("brackets are nested more than {0} deep", DEEPEST), text=self.text, position=self.here.start
            )
        parts: list[str] = []
        operand_next = True
        while not stops(self.here):
            token = self.here
            if operand_next and token.value in {"-", "+"}:
                parts.append(self.take().value)
            elif operand_next:
                parts.append(self._operand())
                operand_next = False
            elif token.value in _BINARY:
                sign = self.take().value
                parts.append("^" if sign == "**" else f" {sign} ")
                operand_next = True
            elif token.value == "if":
                return self._conditional("".join(parts), stops)
            elif token.value in {"and", "or", "not", "//", "%", "for", "in", "is"}:
                raise self.refusal(phrase("“{0}” has no meaning in the input language", token.value), token)
            else:
                break
        if operand_next:
            raise self.refusal("an operand is missing here", self.here, "Complete the expression.")
        self.depth -= 1
        return "".join(parts)

    def _conditional(self, value: str, stops: Callable[[CodeToken], bool]) -> str:
        self.take("if")
        condition = self.expression(lambda token: token.value == "else" or stops(token))
        self.take("else")
        other = self.expression(stops)
        self.depth -= 1
        return f"cases({value} if {condition}, {other} if otherwise)"

    # --- operands ----------------------------------------------------------------------------------------------------

    def _operand(self) -> str:
        token = self.take()
        if token.kind == "number":
            text = token.value.replace("_", "")
            return self._trailers(text + "0" if text.endswith(".") else text)
        if token.kind == "name":
            return self._trailers(self._named(token))
        if token.value == "(":
            inner = self._list(")")
            return self._trailers(f"({', '.join(inner)})")
        if token.value == "[":
            return self._trailers(f"[{', '.join(self._list(']'))}]")
        if not token.value:
            raise self.refusal("the expression ends too early", token, "Complete it.")
        hint = "Texts in quotation marks have no meaning here." if token.kind == "text" else None
        raise self.refusal(phrase("“{0}” does not fit here", token.value), token, hint)

    def _named(self, token: CodeToken) -> str:
        """A name, a function of a library with its arguments, or a constant."""
        name, library = token, False
        while name.value in words.MODULES | {"linalg", "special", "functional", "numpy"} and self.here.value == ".":
            self.take(".")
            name, library = self.take(), True
            if name.kind != "name":
                raise self.refusal("a name is missing after the dot", name)
        if self.here.value == "(" and self._is_function(name.value, library):
            self.take("(")
            return self._applied(name, self._list(")"))
        if library and name.value in words.CONSTANTS:
            return name.value
        if library:
            raise self.refusal(
                phrase("{0} of this library has no meaning here", name.value), name, "Type the function in words."
            )
        if name.value in {"None", "True", "False", "lambda"}:
            raise self.refusal(phrase("{0} has no meaning here", name.value), name)
        return self.names.of(name.value)

    def _is_function(self, name: str, library: bool) -> bool:
        if library:
            return True
        return name in self.known or name in words.FUNCTIONS or name in words.INFIX or name in words.TEMPLATES

    def _list(self, close: str) -> list[str]:
        """Expressions with commas between them, the closing bracket taken; keyword arguments are refused by name."""
        items: list[str] = []
        while self.here.value != close:
            following = self.tokens[self.place + 1] if self.place + 1 < len(self.tokens) else self.here
            if self.here.kind == "name" and following.value == "=":
                raise self.refusal(
                    phrase("the option {0} has no meaning here", self.here.value),
                    self.here,
                    "Sums and means here go over all entries; write a sum over rows as sum(i=1..N, …).",
                )
            items.append(self.expression(lambda token: token.value in {",", close}))
            if self.here.value == ",":
                self.take(",")
            elif self.here.value != close:
                self.take(close)
        self.take(close)
        return items

    def _applied(self, name: CodeToken, arguments: list[str]) -> str:
        """A call by the function's name: an operator, a text of signs, or a function of the language."""
        word = name.value
        if word in words.INFIX:
            self._count(name, arguments, 2)
            sign = words.INFIX[word]
            left, right = map(_in_brackets, arguments)
            return f"({left}{'^' if sign == '**' else f' {sign} '}{right})"
        if word in words.TEMPLATES:
            count, template = words.TEMPLATES[word]
            self._count(name, arguments, count)
            return template.format(*arguments, *map(_in_brackets, arguments))
        if word in words.DATA and len(arguments) == 1 and arguments[0].startswith("["):
            return arguments[0]
        function = words.FUNCTIONS.get(word, word)
        if function not in self.known:
            near = nearest(word, self.known)
            hint = phrase("Did you mean {0}?", near) if near else "Write it with functions that the language has."
            raise self.refusal(phrase("there is no function {0} here", word), name, hint)
        return f"{function}({', '.join(arguments)})"

    def _count(self, name: CodeToken, arguments: list[str], wanted: int) -> None:
        if len(arguments) != wanted:
            raise self.refusal(
                phrase("{0} takes {1} argument(s) here, not {2}", name.value, wanted, len(arguments)), name
            )

    def _trailers(self, value: str) -> str:
        """Methods, the transpose and entries behind an operand."""
        while True:
            if self.here.value == ".":
                self.take(".")
                value = self._member(value, self.take())
            elif self.here.value == "[":
                value = self._entry(value, self.take("["))
            elif self.here.value == "(":
                if not re.fullmatch(r"[^\W\d]\w*", value):
                    raise self.refusal("what stands before these brackets is no function", self.here)
                self.take("(")
                value = f"{value}({', '.join(self._list(')'))})"
            else:
                return value

    def _member(self, value: str, name: CodeToken) -> str:
        if name.kind != "name":
            raise self.refusal("a name is missing after the dot", name)
        if name.value in {"T", "mT", "H"}:
            return f"{value}'" if re.fullmatch(r"[\w']+|\(.*\)", value) else f"({value})'"
        if self.here.value != "(":
            raise self.refusal(
                phrase(".{0} has no meaning here", name.value), name, "Only .T and methods with brackets are read."
            )
        self.take("(")
        arguments = self._list(")")
        if name.value in {"item", "detach", "numpy", "float", "double", "copy", "clone", "squeeze", "flatten", "ravel"}:
            self.notes.append(phrase(".{0}() was left out: it does not change the function.", name.value))
            return value
        inner = value[1:-1] if value.startswith("(") and closes_last(value) else value
        return self._applied(name, [inner, *arguments])

    def _entry(self, value: str, bracket: CodeToken) -> str:
        """x[0] is x_1 here: entries are counted from 1."""
        if not re.fullmatch(r"[^\W\d]\w*", value):
            raise self.refusal("only a name has entries here", bracket)
        indices: list[str] = []
        while self.here.value != "]":
            token = self.take()
            if token.kind == "number" and token.value.isdigit():
                indices.append(str(int(token.value) + 1))
            elif token.kind == "name":
                indices.append(token.value)
            else:
                raise self.refusal(
                    phrase("“{0}” in brackets has no meaning here", token.value),
                    token,
                    "Entries such as x[0] or W[i, j] are read.",
                )
            if self.here.value == ",":
                self.take(",")
        self.take("]")
        if not indices:
            raise self.refusal("an index is missing", bracket)
        if any(index.isdigit() for index in indices):
            sentence = "Entries are counted from 1 here, so x[0] is x_1."
            if sentence not in self.notes:
                self.notes.append(sentence)
        return f"{value}_{indices[0]}" if len(indices) == 1 else f"{value}_{{{','.join(indices)}}}"
