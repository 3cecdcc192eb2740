"""One expression of Python: operators, functions and methods, entries."""

from __future__ import annotations

import re
from collections.abc import Callable

from explainer.errors import LimitError, ParseError
from explainer.language.pasted import code_words as words
from explainer.language.pasted.code_calls import Arguments, Caller, all_capital
from explainer.language.pasted.code_refusals import reason_for
from explainer.language.pasted.code_tokens import CodeToken, begins_entry, gives_number, is_torch, raises_quantity
from explainer.language.pasted.comprehensions import Comprehensions
from explainer.language.pasted.constructors import closing
from explainer.language.pasted.layers import Layer
from explainer.language.pasted.left_out_entries import differences
from explainer.language.pasted.names import Names, entry, in_brackets
from explainer.language.pasted.networks.calls import CALLS, take_defaults
from explainer.language.pasted.pieces import closes_last
from explainer.language.pasted.symbolic.sums import added_up
from explainer.language.pasted.symbolic.symbols import REWRITING, multiplies_matrices
from explainer.language.text.unknown_words import OUTSIDE
from explainer.language.text.vocabulary import ABSTRACT_FUNCTIONS, nearest
from explainer.phrases import phrase

DEEPEST = 150
"""Brackets nested more deeply are not read."""

_INDICES = re.compile(r"""['"][a-z ]+(?:,[a-z ]+)*(?:,[a-z ]+|->[a-z ]*)['"]""")
_BINARY = frozenset({"+", "-", "*", "/", "@", "**", "<", ">", "<=", ">=", "==", "!="})


class Expression:
    """One expression of Python, read from left to right; operators keep their meaning and order."""

    def __init__(self, text: str, tokens: list[CodeToken], names: Names, notes: list[str], program: Caller) -> None:
        self.text = text
        self.program = program
        self.tokens = tokens
        self.names, self.notes = names, notes
        self.place = 0
        self.depth = 0
        self.known = program.models.sweep.functions
        self.lists = Comprehensions(self)
        self.torch = is_torch(text)

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
        return self.lists.finish(value)

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
                parts.append(self._sign(self.take().value, parts))
                operand_next = True
            elif token.value == "if":
                value = self._conditional("".join(parts), stops)
                return self.lists.read(value, stops) if self.here.value == "for" else value
            elif token.value == "for":
                self.depth -= 1
                return self.lists.read("".join(parts), stops)
            elif token.value in {"and", "or", "not", "//", "%", "for", "in", "is"}:
                raise self.refusal(phrase("“{0}” has no meaning in the input language", token.value), token)
            else:
                break
        if operand_next:
            raise self.refusal("an operand is missing here", self.here, "Complete the expression.")
        self.depth -= 1
        return "".join(parts)

    def _sign(self, sign: str, before: list[str]) -> str:
        """An operator of Python, which goes entry by entry where it stands between matrices."""
        following = self.tokens[self.place : self.place + 2]
        if multiplies_matrices(self.text):
            return "^" if sign == "**" else f" {sign} "
        capital = bool(before) and (all_capital(before[-1]) or self.program.models.sweep.batch(before[-1]))
        capital = capital and not raises_quantity(self.text)
        if sign == "**":
            return " .^ " if capital else "^"
        other = bool(following) and (following[0].kind == "name" or following[0].value == "(")
        if capital and other and sign == "*" and not self._follows_number():
            return " ⊗ "
        return f" {sign} "

    def _follows_number(self) -> bool:
        """Whether the operand that comes next is a number: C * x[0], C * np.maximum(0, z).sum()."""
        return begins_entry(self.tokens, self.place) or gives_number(self.tokens, self.place)

    def _lists_one(self) -> bool:
        """Whether the square bracket just taken holds a comprehension: a `for` before it closes."""
        depth = 0
        for token in self.tokens[self.place :]:
            if depth == 0 and token.value in {"for", "]"}:
                return token.value == "for"
            depth += (token.value in {"(", "["}) - (token.value in {")", "]"})
        return False

    def next_value(self) -> str:
        return self.tokens[self.place + 1].value if self.place + 1 < len(self.tokens) else ""

    def _conditional(self, value: str, stops: Callable[[CodeToken], bool]) -> str:
        self.take("if")
        asked = self.here
        condition = self.expression(lambda token: token.value == "else" or stops(token))
        if not re.search(r"[<>=!]", condition):
            raise self.refusal(
                "this condition compares nothing", asked, "Write the case that is meant, or compare: a if x > 0 else b."
            )
        self.take("else")
        other = self.expression(lambda token: token.value == "for" or stops(token))
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
            inner = self.list_until(")").plain(self, token)
            return self._trailers(f"({', '.join(inner)})")
        if token.value == "[" and self._lists_one():
            value = self.expression(lambda token: token.value == "]")
            self.take("]")
            return self._trailers(f"({value})")
        if token.value == "[":
            return self._trailers(f"[{', '.join(self.list_until(']').plain(self, token))}]")
        if not token.value:
            raise self.refusal("the expression ends too early", token, "Complete it.")
        hint = "Text in quotation marks has no meaning here." if token.kind == "text" else None
        raise self.refusal(phrase("“{0}” does not fit here", token.value), token, hint)

    def _named(self, token: CodeToken) -> str:
        """A name, a function of a library with its arguments, or a constant."""
        name, library = token, False
        while self._is_library(name):
            self.take(".")
            name, library = self.take(), True
            if name.kind != "name":
                raise self.refusal("a name is missing after the dot", name)
        if self.here.value == "(" and not library and self.program.models.is_helper(name.value):
            bracket = self.take("(")
            return self.program.models.helped(name, self.list_until(")").plain(self, bracket), self.program.bound)
        network = self._network(name, library)
        if network is not None:
            return network
        if self.here.value == "(" and not library and name.value in self.program.functions:
            self.take("(")
            return self.program.called(name.value, self.list_until(")").plain(self, name), name)
        if self.here.value == "(" and not library and name.value in self.program.running:
            raise self.refusal(
                phrase("{0} calls itself, or is nested too deeply", name.value), name, "Paste the case that is meant."
            )
        if self.here.value == "(" and name.value not in CALLS and (reason := reason_for(name.value)) is not None:
            raise self.refusal(reason[0], name, reason[1])
        if self.here.value == "(" and self._is_function(name.value, library):
            self.take("(")
            return self._applied(name, self.list_until(")"), library)
        if library and name.value.lower() in {*words.CONSTANTS, "inf"}:  # math.pi, Math.PI and sympy.E
            return name.value.lower()
        if library:
            raise self.refusal(
                phrase("{0} of this library has no meaning here", name.value), name, "Type the function in words."
            )
        if name.value == "True" and "Piecewise" in self.text:
            return name.value  # the case that is left
        begins = self.here.kind == "name" or self.here.value == ":"
        if name.value in {"None", "True", "False"} or (name.value == "lambda" and begins):
            raise self.refusal(phrase("{0} has no meaning here", name.value), name)
        return self.names.of(name.value)

    def _network(self, name: CodeToken, library: bool) -> str | None:
        """A network or layer with its input, or its weights; None where a name is something else."""
        models = self.program.models
        layer: Layer | str | None = None
        if not library and name.value in models.networks and self.here.value in {"(", ".", "["}:
            layer = models.networks[name.value]
        elif models.makes(self.tokens, self.place - 1, library):
            end = closing(self.tokens, self.place)
            layer = models.made(name, self.tokens[self.place + 1 : end], self.program.bound)
            self.place = end + 1
        if layer is None:
            return None
        while not isinstance(layer, str) and self.here.value in {".", "["}:
            entry = self.take().value == "["
            layer = models.member(layer, self.take())
            if entry:
                self.take("]")
        if isinstance(layer, str):
            return layer
        if self.here.value != "(":
            raise self.refusal("a network has a value only for its input", name, "Write model(X).")
        bracket = self.take("(")
        return models.called(layer, self.list_until(")").plain(self, bracket), name, self.program.bound)

    def _is_library(self, name: CodeToken) -> bool:
        """Whether a name with a dot behind it is a library; K and F are names where .T or .dot follows."""
        if self.here.value != "." or name.value not in words.MODULES | words.SUBMODULES:
            return False
        following = self.tokens[self.place + 1].value if self.place + 1 < len(self.tokens) else ""
        return not (name.value in words.LETTERS and following in words.MEMBERS)

    def _is_function(self, name: str, library: bool) -> bool:
        tables = (self.known, words.FUNCTIONS, words.INFIX, words.TEMPLATES, words.BARE, CALLS)
        return library or any(name in table for table in tables)

    def list_until(self, close: str) -> Arguments:
        """Expressions with commas between them, the closing bracket taken, and options such as axis=0."""
        items: list[str] = []
        options: dict[str, str] = {}
        while self.here.value != close:
            following = self.tokens[self.place + 1] if self.place + 1 < len(self.tokens) else self.here
            if self.here.kind == "name" and following.value == "=" and close == ")":
                option = self.take()
                self.take("=")
                options[option.value] = self._option_value(close)
            elif self.here.kind == "text" and self.here.value.strip("'\"") in words.NORMS:
                options["ord"] = self.take().value.strip("'\"")
            elif self.here.kind == "text" and not items and _INDICES.fullmatch(self.here.value):
                items.append(self.take().value.strip("'\""))  # the indices of einsum
            elif self.here.value == "None" and following.value in {",", close}:
                items.append(self.take().value)  # np.clip(x, 0, None)
            else:
                items.append(self.expression(lambda token: token.value in {",", close}))
            if self.here.value == ",":
                self.take(",")
            elif self.here.value != close:
                self.take(close)
        self.take(close)
        return Arguments(items, options)

    def _option_value(self, close: str) -> str:
        if self.here.kind == "text" or self.here.value in {"True", "False", "None"}:
            return self.take().value.strip("'\"")
        return self.expression(lambda token: token.value in {",", close})

    def _applied(self, name: CodeToken, arguments: Arguments, library: bool = False) -> str:
        """A call by the function's name: an operator, a text of signs, or a function of the language."""
        word = name.value
        found = self.program.models.sweep.reading(word, arguments, name) or self.lists.added_up(word, arguments.items)
        if found is not None:
            return found
        take_defaults(word, arguments, self.text)
        if word == "diff" and library and len(arguments.items) == 1:
            return differences(self, arguments.items[0])
        if word == "slogdet" and len(arguments.items) == 1:
            self._second_part("logabsdet")
            return f"ln(abs(det({arguments.items[0]})))"
        reading = added_up if word == "Sum" else CALLS.get(word)
        if reading is not None and (found := reading(arguments, library, self.torch)) is not None:
            return found
        if (reason := reason_for(word)) is not None:
            raise self.refusal(reason[0], name, reason[1])
        items = arguments.plain(self, name)
        if word == "einsum":
            raise self.refusal(
                "this product over indices is not read",
                name,
                "Write it as a sum: sum(i=1..n, sum(j=1..n, A_{i,j} x_j)).",
            )
        if word in words.INFIX:
            self._count(name, items, 2)
            sign = words.INFIX[word]
            left, right = map(in_brackets, items)
            if word in {"mm", "bmm"}:  # of matrices only
                factors = (re.sub(r"(?<=^[^\W\d])(?=\d)", "_", item) for item in items)
                self.names.kinds |= {item: "matrix" for item in factors if re.fullmatch(r"[^\W\d]\w*", item)}
            if sign == "**" and all_capital(left):
                sign = ".^"
            return f"({left}{'^' if sign == '**' else f' {sign} '}{right})"
        if word in words.TEMPLATES:
            count, template = words.TEMPLATES[word]
            self._count(name, items, count)
            text = template.format(*items, *map(in_brackets, items))
            return text.replace("^", " .^ ") if all_capital(items[0]) else text
        if word in words.DATA and len(items) == 1 and (items[0].startswith("[") or self.lists.lists_one(items[0])):
            return items[0]
        if word in words.AS_ARRAY and len(items) == 1:
            return in_brackets(items[0])
        function = words.FUNCTIONS.get(word, word)
        if function not in self.known:
            near = None if library or word in OUTSIDE else nearest(word, self.known - {word}, 0.75)
            hint = phrase("Did you mean {0}?", near) if near else "Write it with functions that the language has."
            raise self.refusal(phrase("there is no function {0} here", word), name, hint)
        return f"{function}({', '.join(items)})"

    def _second_part(self, called: str) -> None:
        """Take [1], or .logabsdet, behind a call that gives two values."""
        values = [token.value for token in self.tokens[self.place : self.place + 3]]
        if values == ["[", "1", "]"]:
            self.place += 3
        elif values[:2] == [".", called]:
            self.place += 2
        else:
            raise self.refusal("this gives two values", self.here, phrase("Take the second one: […]{0}.", "[1]"))

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
                value = entry(self, value, self.take("["))
            elif self.here.value == "(":
                if re.fullmatch(r"[^\W\d]\w*", value) and value not in ABSTRACT_FUNCTIONS:
                    name = self.tokens[self.place - 1]
                    raise self.refusal(
                        phrase("there is no function {0} here", name.value),
                        name,
                        "Paste the lines that define it too; a product needs a sign: a * (b + c).",
                    )
                if not re.fullmatch(r"[^\W\d]\w*", value):
                    raise self.refusal("what stands before these brackets is no function", self.here)
                bracket = self.take("(")
                value = f"{value}({', '.join(self.list_until(')').plain(self, bracket))})"
            else:
                return value

    def _member(self, value: str, name: CodeToken) -> str:
        if name.kind != "name":
            raise self.refusal("a name is missing after the dot", name)
        if name.value in {"T", "mT", "H"}:
            return f"{value}'" if re.fullmatch(r"[\w']+|\(.*\)", value) else f"({value})'"
        if name.value == "shape":
            return self._shape(value, name)
        if name.value == "size" and self.here.value != "(":
            return f"size({value})"
        if self.here.value != "(":
            raise self.refusal(
                phrase(".{0} has no meaning here", name.value), name, "Only .T and methods with brackets are read."
            )
        self.take("(")
        arguments = self.list_until(")")
        if name.value in REWRITING | words.KEEPING:
            arguments.plain(self, name)
            self.notes.append(phrase(".{0}() was left out: it does not change the function.", name.value))
            return value
        inner = value[1:-1] if value.startswith("(") and closes_last(value) else value
        return self._applied(name, Arguments([inner, *arguments.items], arguments.options))

    def _shape(self, value: str, name: CodeToken) -> str:
        """X.shape[0], the number of rows, and X.shape[1], that of columns."""
        wanted = [token.value for token in self.tokens[self.place : self.place + 3]]
        if wanted[:1] == ["["] and wanted[2:] == ["]"] and wanted[1] in {"0", "1"}:
            self.place += 3
            return f"len({value})" if wanted[1] == "0" else f"len({in_brackets(value)}')"
        last = [token.value for token in self.tokens[self.place : self.place + 4]]
        if last == ["[", "-", "1", "]"]:  # the columns of a matrix, all entries of a vector
            self.place += 4
            return f"len({value}, axis=-1)"
        if self.here.value in {")", ","} and "layer_norm" in self.text:
            return value  # the size of the whole, which is the usual one
        raise self.refusal("a shape is read with the number of an axis only", name, "Write X.shape[0].")
