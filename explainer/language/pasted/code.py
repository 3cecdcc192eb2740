"""NumPy, PyTorch and plain Python → the input language, by recursive descent over the tokens of `code_tokens`.

    z = X @ w + b
    loss = ((y - torch.relu(z)) ** 2).mean()

becomes `mean((y - relu(z))^2) where z = X @ w + b`. Nothing is executed or imported.
"""

from __future__ import annotations

import re
from functools import partial
from itertools import islice, takewhile

from explainer.errors import ParseError
from explainer.language.pasted import code_words as words
from explainer.language.pasted.code_calls import Function
from explainer.language.pasted.code_expression import Expression
from explainer.language.pasted.code_refusals import evaluates, is_idle
from explainer.language.pasted.code_tokens import CodeToken, colon_of, is_a_name_of_its_own, parameters_of, scan_code
from explainer.language.pasted.gradients import Asked, asked
from explainer.language.pasted.looping.added_up import with_sums
from explainer.language.pasted.looping.given_lists import with_lists_given
from explainer.language.pasted.looping.loops import is_trained, values_of_list, without_loops
from explainer.language.pasted.looping.restated import restated
from explainer.language.pasted.looping.vmapped import without_vmap
from explainer.language.pasted.models import Models
from explainer.language.pasted.names import Names, Said, is_one_name, mentions, names_in, put_in, rests_on
from explainer.language.pasted.networks.functional import functional
from explainer.language.pasted.networks.made_data import data_made
from explainer.language.pasted.result import Pasted
from explainer.language.pasted.sweep import Sweep
from explainer.language.pasted.symbolic.symbols import made, multiplies_matrices
from explainer.language.text.vocabulary import FORMS, function_names
from explainer.phrases import phrase

_AUGMENTED = frozenset({"+=", "-=", "*=", "/="})
_NOT_READ = _AUGMENTED | {"@=", "%=", ":="}


def translate(text: str) -> Pasted:
    """The function that the code computes, in the input language.

    Raises ParseError with the place of what has no meaning here, LimitError beyond the limits.
    """
    return _Program(text).run()


class _Program:
    """The lines of a piece of code, one after the other; `known` are the functions that were defined before them."""

    def __init__(self, text: str, lines: list[list[CodeToken]] | None = None, names: Names | None = None) -> None:
        self.text = text
        self.definitions: dict[str, str] = {}
        self.shapes: dict[str, str] = {}
        self.notes: list[str] = []
        self.lines = self._without_loops() if lines is None else lines
        written = {token.value for line in self.lines for token in line if token.kind == "name"}
        self.names = names or Names(written - words.MODULES)
        if names is None and is_a_name_of_its_own("e", self.lines):
            self.names.set_apart("e", "ruvh")
        self.functions: dict[str, Function] = {}
        self.running: frozenset[str] = frozenset()
        self.value = ""
        self.variable: str | None = None
        self.returned = False
        self.locals: dict[str, str | None] | None = None
        self.said = Said()
        self.models = Models(Sweep(text, self.names, self.notes, self.definitions, self.shapes))
        self.models.sweep.functions = frozenset(function_names()) | FORMS.keys()

    def _without_loops(self) -> list[list[CodeToken]]:
        lines = without_vmap(scan_code(self.text))
        if is_trained(lines):
            self._note("A loop that trains is read as one of its turns: the loss of the weights that it has then.")
        lines = with_sums(without_loops(with_lists_given(lines), self._column), self._column)
        return restated(lines, values_of_list(lines, self._column))

    def run(self) -> Pasted:
        self.models.sweep.evaluates = evaluates(self.lines)
        self.lines, networks = functional(self.lines)
        for name, blueprint in networks:
            self.models.keep(name, blueprint, self.bound)
        self._read()
        if not self.value and self.functions:
            self._last_function()
        if not self.value:
            self.value = self.models.whole(self.bound)
        if not self.value:
            raise ParseError(
                "there is no function in the pasted code",
                text=self.text,
                position=0,
                hint="Paste the lines that compute it, such as y = np.maximum(0, w @ x + b).",
            )
        self.value = self.definitions.get(self.value, self.value)
        used = self._used()
        occurring = names_in(self.value).union(*(names_in(value) for _, value in used))
        where = [f"{name} = {value}" for name, value in used]
        where += [f"{name}: {shape}" for name, shape in self.shapes.items() if name in occurring]
        where += [fact for name, fact in self.models.sweep.facts.items() if name in occurring]
        text = self.value + (" where " + ", ".join(where) if where else "")
        first = self.variable or next((name for name in self.models.sweep.weights if name in occurring), None)
        # Who asks for the derivative with respect to x means what comes in, not the value that x = relu(x) gives it.
        came_in = {word: name for word, name in self.names.before.items() if name not in self.definitions}
        names = {**self.names.short, **came_in}
        dialect = "matlab" if multiplies_matrices(self.text) else "numpy"
        return Pasted(text, first, (*self.notes, *self.names.notes_on(text)), names, self.names.kinds, dialect)

    def _read(self) -> None:
        k = 0
        while k < len(self.lines):
            line = self.lines[k]
            k += 1
            if line[0].value == "def":
                column = self._column(line)
                body = list(takewhile(partial(self._is_deeper, column), self.lines[k:]))
                k += len(body)
                self._define(line, body)
            elif line[0].value == "class":
                column = self._column(line)
                body = list(takewhile(partial(self._is_deeper, column), self.lines[k:]))
                k += len(body)
                self.models.define(line, body, self._column)
            else:
                self._line(line)

    def _is_deeper(self, column: int, line: list[CodeToken]) -> bool:
        return self._column(line) > column

    def _column(self, line: list[CodeToken]) -> int:
        start = line[0].start
        return start - (self.text.rfind("\n", 0, start) + 1)

    def _define(self, line: list[CodeToken], body: list[list[CodeToken]]) -> None:
        """A function: what it computes is put in where it is called, or is the whole, if nothing else is."""
        colon = colon_of(line)
        if colon is None or len(line) < 3:
            raise self._refusal("a colon is missing here", line[-1], "Write def f(x): and the lines of the function.")
        lines = [line[colon + 1 :]] if line[colon + 1 :] else []
        self._keep(line[1].value, parameters_of(line[3:colon]), [*lines, *body])

    def _keep(self, name: str, parameters: list[str], lines: list[list[CodeToken]]) -> None:
        typed = [parameter for parameter in parameters if parameter != "self"]
        self.functions[name] = Function([self.names.of(parameter) for parameter in typed], lines, typed)

    def _last_function(self) -> None:
        """The function that was defined last, as the whole; those before it are put in where it calls them."""
        name = next(reversed(self.functions))
        function = self.functions.pop(name)
        self.running |= {name}
        self.lines = function.lines
        self._read()

    def called(self, name: str, arguments: list[str], place: CodeToken) -> str:
        """What a function of the code gives for these arguments, as one text in brackets."""
        function = self.functions[name]
        if len(arguments) != len(function.parameters):
            raise self._refusal(
                phrase("{0} takes {1} argument(s) here, not {2}", name, len(function.parameters), len(arguments)),
                place,
                "Give every argument.",
            )
        if self.models:
            values = dict(zip(function.words, map(self.models.sweep.named, arguments), strict=True))
            value, _ = self.bound(function.lines, values)
            return f"({value})"
        inner = _Program(self.text, function.lines, self.names)
        inner.functions = {other: known for other, known in self.functions.items() if other != name}
        inner.running = self.running | {name}
        inner.notes = self.notes
        inner._read()
        value = inner.value
        for other, definition in reversed(inner.definitions.items()):
            value = put_in(value, {other: definition})
        return f"({put_in(value, dict(zip(function.parameters, arguments, strict=True)))})"

    def bound(self, lines: list[list[CodeToken]], values: dict[str, str]) -> tuple[str, dict[str, str]]:
        """What lines give where some of their names have values, and what they set; all of it is known here too."""
        inner = _Program(self.text, lines, self.names)
        inner.definitions, inner.shapes, inner.notes = self.definitions, self.shapes, self.notes
        inner.functions, inner.models, inner.running = self.functions, self.models, self.running
        inner.said = self.said
        inner.locals = {word: self.names.short.get(word) for word in values}
        self.names.short.update(values)
        inner._read()
        found = {word: self.names.short[word] for word in inner.locals if word in self.names.short}
        for word, before in inner.locals.items():
            if before is None:
                self.names.short.pop(word, None)
            else:
                self.names.short[word] = before
        return inner.value, found

    def _used(self) -> list[tuple[str, str]]:
        """The definitions that the value rests on, in their order."""
        own = self.names.taken
        wanted = rests_on(self.value, self.definitions, own)
        for name in reversed(self.definitions):
            if name in wanted:
                wanted |= rests_on(self.definitions[name], self.definitions, own)
        return [(name, value) for name, value in self.definitions.items() if name in wanted]

    def _line(self, line: list[CodeToken]) -> None:
        first = line[0].value
        if first in {"@", "pass", "super"} or line[0].kind == "text":
            return
        if first in {"import", "from"}:
            self._import(line)
            return
        returns = first == "return"
        if returns:
            line = line[1:]
        if is_idle(line):
            self._note("Lines that play no part in computing the function were left out.")
            return
        if first == "with" and line[-1].value == ":":
            return  # the lines inside are read as they are: with torch.no_grad(), with tf.GradientTape() as tape
        if first in words.NOT_READ:
            raise self._refusal(phrase("“{0}” is not read", first), line[0], words.NOT_READ[first])
        if self._takes_apart(line):
            return
        word, rest = self._assignment(line)
        name = None if word is None else self.names.of(word)
        if rest and rest[0].value == "lambda":
            self._lambda(rest, word)
            return
        if name is not None and self._is_made(name, rest):
            return
        question = asked(rest)
        if question is not None:
            self._differentiate(question, line[0])
            return
        if (rest and self.models.assigned(word, rest, self.bound)) or self.models.is_method(line, self.bound):
            return
        value = Expression(self.text, rest, self.names, self.notes, self).run()
        if self.returned and name is None:
            raise self._refusal("there are several values here", line[0], "Paste one function.")
        if word is not None:
            sign = line[1].value[:-1] if line[1].value in _AUGMENTED else ""
            name = self._name(word, f"{name} {sign} ({value})" if sign else value)
            value = self.definitions.get(name, name)
        if name is None or not self.returned:
            self.value = value
        self.returned = self.returned or name is None

    def _differentiate(self, question: Asked, place: CodeToken) -> None:
        """grad(loss)(w): the function as the whole, and its parameter as the variable."""
        function, number, variable = question
        if function[0].value == "lambda" and (colon := colon_of(function)) is not None:
            self._keep("grad", parameters_of(function[1:colon]), [function[colon + 1 :]])
            name = "grad"
        else:
            name = function[0].value
        known = self.functions.get(name) if len(function) == 1 or name == "grad" else None
        if known is not None and number < len(known.parameters):
            self.value = self.called(name, known.parameters, place)
            self.variable = known.parameters[number]
            self.functions.pop("grad", None)
        elif variable is not None:
            value = Expression(self.text, function, self.names, self.notes, self).run()
            self.value, self.variable = self.definitions.get(value, value), self.names.of(variable.value)
        else:
            raise self._refusal("there is no function in the pasted code", place, "Paste the lines that build it too.")
        self._note("The derivative sign was left out: the program differentiates.")
        self.returned = True

    def _name(self, word: str, value: str) -> str:
        """Give a name its value; where it had one before, or is used in it, the new one is told apart: x_2."""
        if self.locals is not None:
            return self._local(word, value)
        if value in self.models.sweep.sizes and self.names.of(word) not in self.definitions:
            self.names.short[word] = value
            return value
        name = self.names.of(word)
        if value == name:
            return name  # W = params["W"] says where it comes from
        entries = value.removeprefix("[").removesuffix("]").split(", ")
        if len(value) - len(name) > 1 and [entry.replace("_", "") for entry in entries] == [
            f"{name}{k + 1}" for k in range(len(entries))
        ]:
            self.shapes[name] = str(len(entries))  # x = np.array([x1, x2])
            return name
        if value in self.names.taken and value not in self.definitions and is_one_name(value):
            return self.names.alias(word, value)
        for defined in islice(self.definitions.values(), len(self.said), None):
            self.said.add(defined)
        again = name in self.definitions or word in self.names.aliases
        if again or self.said.has(name) or mentions(value, name) or mentions(self.value, name):
            name = self.names.renew(word)
        size = self.models.sweep.size_of(value)
        self.definitions[name] = value
        self.names.computed.add(name)
        if size is not None:
            self.models.sweep.sizes[name] = size
        return name

    def _local(self, word: str, value: str) -> str:
        """A name that a method sets is apart from the names outside: it gets the next H_k, or that of its value."""
        assert self.locals is not None
        self.locals.setdefault(word, self.names.short.get(word))
        plain = re.fullmatch(r"\w+(?:\.\d+)?", value) is not None
        name = value if plain else self.models.sweep.keep("H", value, self.models.sweep.size_of(value))
        self.names.short[word] = name
        return name

    def _import(self, line: list[CodeToken]) -> None:
        """Libraries are known by their names alone; one that does more than compute has no place in a function."""
        for token in line[1:]:
            if token.kind == "name" and token.value in words.DANGEROUS:
                raise self._refusal(
                    phrase("“{0}” is not read", f"import {token.value}"),
                    token,
                    "Nothing that is pasted is executed: leave this line out, and paste the lines that "
                    "compute the function.",
                )

    def _lambda(self, line: list[CodeToken], name: str | None) -> None:
        """lambda x: …, as a function of its own where it has a name, else as the whole."""
        colon = colon_of(line)
        while (
            name is None and colon is not None and [token.value for token in line[colon + 1 : colon + 2]] == ["lambda"]
        ):
            line = line[colon + 1 :]  # at once: a line for each of them would be looked through again and again
            colon = colon_of(line)
        if colon is None or not line[colon + 1 :]:
            raise self._refusal("the function after “lambda” is missing", line[0], "Write lambda x: x**2.")
        if not parameters_of(line[1:colon]):
            raise self._refusal(
                "this function has no variable",
                line[0],
                "Name the variable that it is differentiated with respect to: lambda x: x**2.",
            )
        body = [line[colon + 1 :]]
        if name is None:
            self.lines = [*self.lines, *body]
            return
        self._keep(name, parameters_of(line[1:colon]), body)

    def _takes_apart(self, line: list[CodeToken]) -> bool:
        """W1, b1 = params names what comes in; n, d = X.shape the sizes."""
        equal = next((k for k, token in enumerate(line) if token.value == "="), 0)
        left, right = line[:equal], line[equal + 1 :]
        words_left = [token for token in left if token.kind == "name"]
        if len(words_left) < 2 or any(token.value not in {",", "(", ")"} for token in left if token.kind != "name"):
            return False
        if len(right) == 1 and right[0].kind == "name" and self.names.of(right[0].value) not in self.definitions:
            self._note("Lines that play no part in computing the function were left out.")
            return True
        if len(words_left) != 2 or [token.value for token in right[-2:]] != [".", "shape"]:
            return False
        value = Expression(self.text, right[:-2], self.names, self.notes, self).run()
        for token, size in zip(words_left, (f"len({value})", f"len(({value})')"), strict=True):
            if token.value != "_":
                self._name(token.value, size)
        return True

    def _assignment(self, line: list[CodeToken]) -> tuple[str | None, list[CodeToken]]:
        """The name that a line gives its value to, if it does, and the value."""
        depth = 0
        for k, token in enumerate(line):
            depth += (token.value in "([{") - (token.value in ")]}")
            if depth == 0 and k == 1 and token.value in _AUGMENTED and line[0].kind == "name":
                return line[0].value, line[2:]
            if depth == 0 and token.value in _NOT_READ:
                raise self._refusal(
                    phrase("“{0}” is not read", token.value), token, "Write the new value with a name of its own."
                )
            if depth == 0 and token.value == "=":
                if k == 0 or line[0].kind != "name" or (k > 1 and line[1].value != ":"):
                    raise self._refusal("only a single name can be given a value", line[0], "Write y = … .")
                return line[0].value, line[k + 1 :]
        return None, line

    def _is_made(self, name: str, line: list[CodeToken]) -> bool:
        """Whether the value is data: then only its shape is kept, if it is said."""
        symbol = made(line)
        if symbol is not None:
            self.shapes |= {name: symbol} if symbol else {}
            return True
        if self.models.sweep.is_one_hot(name, line):
            return True
        data = data_made(line, self.names)
        if data is None:
            return False
        if data.written:
            self._note(phrase("{0} is data: only its name is used.", name))
            return True
        if data.shape and len(line) > 1:
            self.shapes[name] = data.shape
        self._note(phrase("{0} is data: only its shape is used.", name))
        return True

    def _note(self, sentence: str) -> None:
        if sentence not in self.notes:
            self.notes.append(sentence)

    def _refusal(self, message: str, token: CodeToken, hint: str) -> ParseError:
        return ParseError(message, text=self.text, position=token.start, end=token.end, hint=hint)
