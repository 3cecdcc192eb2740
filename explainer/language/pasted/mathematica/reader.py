"""What is typed in Mathematica, with its functions, lists and entries in those of the input language. Nothing is run.

    D[Sum[Log[1 + Exp[-y[[i]] w.x]], {i, 1, n}], w]

becomes `sum(i=1..n, ln(1 + exp(-y_i w @ x)))`, with w as the variable.
"""

from __future__ import annotations

import re

from explainer.errors import ParseError
from explainer.language.pasted.result import Pasted
from explainer.phrases import phrase

_ONE: dict[str, str] = {
    **{name: f"{name.lower()}({{0}})" for name in (
        "Sin", "Cos", "Tan", "Sec", "Csc", "Cot", "Sinh", "Cosh", "Tanh", "Exp", "Sqrt", "Abs", "Det", "Mean", "Sign",
    )},
    **{f"Arc{name}": f"arc{name.lower()}({{0}})" for name in ("Sin", "Cos", "Tan")},
    "Log": "ln({0})", "Log2": "log({0}, 2)", "Log10": "log({0}, 10)", "CubeRoot": "cbrt({0})",
    "Norm": "norm({0})", "Tr": "tr({0})", "Total": "sum({0})", "Inverse": "inv({0})", "Transpose": "transpose({0})",
    "Max": "max({0})", "Min": "min({0})", "Length": "len({0})", "LogisticSigmoid": "sigmoid({0})",
    "Ramp": "relu({0})", "UnitStep": "step({0})", "Diagonal": "diag({0})", "DiagonalMatrix": "diag({0})",
    "Normalize": "normalize({0})", "Erf": "erf({0})", "Minus": "(-({0}))",
}  # fmt: skip
_TWO: dict[str, str] = {
    "Log": "log({1}, {0})", "Max": "max({0}, {1})", "Min": "min({0}, {1})", "Dot": "(({0}) @ ({1}))",
    "Power": "({0})^({1})", "Times": "(({0}) * ({1}))", "Plus": "(({0}) + ({1}))", "Subtract": "(({0}) - ({1}))",
    "Divide": "(({0}) / ({1}))", "LinearSolve": "(inv({0}) @ ({1}))", "Norm": "norm({0}, {1})",
    "KroneckerProduct": "kron({0}, {1})",
}  # fmt: skip
_THREE: dict[str, str] = {"If": "cases({1} if {0}, {2} if otherwise)", "Dot": "(({0}) @ ({1}) @ ({2}))"}
_TEMPLATES = {1: _ONE, 2: _TWO, 3: _THREE}
"""Functions by the number of their arguments."""
_FORMS = frozenset({"D", "Grad", "Sum", "Piecewise"})
_REWRITING = "Simplify|FullSimplify|Expand|ExpandAll|Factor|Together|TeXForm|MatrixForm|N"
_NAMED = "|".join(sorted({*_ONE, *_TWO, *_THREE, *_FORMS, *_REWRITING.split("|")}, key=len, reverse=True))
_CALL = re.compile(rf"(?<![\w\\.])(?:(?:{_NAMED})\[(?!\s*\d+\s*[\],])|(?:Max|Min)\[)")
_HEAD = re.compile(r"(?<!\w)[^\W\d]\w*(?=\[)")
_DEFINED = re.compile(r"\s*[^\W\d]\w*\[\s*(?P<names>\w+_(?:\s*,\s*\w+_)*)\s*\]\s*:?=")
_BEHIND = re.compile(rf"\s*//\s*(?:{_REWRITING})\s*$")
_AROUND = re.compile(rf"\s*(?:{_REWRITING})\[(?P<inside>.*)\]\s*", re.DOTALL)
_COMMENT = re.compile(r"\(\*.*?\*\)", re.DOTALL)
_DOT = re.compile(r"(?<=[\w)'])\s*\.\s*(?=[^\W\d]|\()")


def recognise(text: str) -> bool:
    """Whether a text calls a function as Mathematica does; in LaTeX the brackets are those of a book."""
    return "\\" not in text and "np." not in text and (_CALL.search(text) or _DEFINED.match(text)) is not None


def translate(text: str) -> Pasted:
    """The function in the input language; D[f, x] and f[x_] := … name the variable.

    Raises ParseError where a bracket is not closed, and for derivatives inside a formula.
    """
    return _Translation(text).run()


class _Translation:
    """One run over one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.variable: str | None = None
        self.notes: list[str] = []
        self.counting: set[str] = set()
        """The letters that sums count with, whose calls x[i] are entries."""

    def run(self) -> Pasted:
        body = _COMMENT.sub(lambda match: " " * len(match.group()), self.text).strip(" \n;")
        body = _BEHIND.sub("", body)
        while (around := _AROUND.fullmatch(body)) is not None and self._closes(body):
            body = around["inside"]
        defined = _DEFINED.match(body)
        if defined is not None:
            names = [name.strip(" _") for name in defined["names"].split(",")]
            self.variable = names[0] if len(names) == 1 else None
            body = body[defined.end() :]
        body = self._question(body.strip())
        written = self._written(body).strip()
        return Pasted(written, self.variable, tuple(self.notes))

    def _closes(self, body: str) -> bool:
        """Whether the first square bracket closes at the end."""
        return self._arguments(body, body.index("[") + 1)[0] == len(body) - 1

    def _question(self, body: str) -> str:
        """The function of D[f, x], Grad[f, {x, y}] and D[f, {{x, y}}], which name the variable."""
        start = re.match(r"(?:D|Grad)\[", body)
        if start is None:
            return body
        end, arguments = self._arguments(body, start.end())
        if end != len(body) - 1 or len(arguments) != 2:
            return body
        variable = arguments[1].strip()
        several = re.fullmatch(r"\{\{?([^{}]*)\}?\}", variable)
        if several is not None:
            names = [name.strip() for name in several[1].split(",")]
            if any(not re.fullmatch(r"[^\W\d]\w*", name) for name in names):
                return body
            variable = names[0] if len(names) == 1 else f"({', '.join(names)})"
        self.variable = variable
        self.notes.append(phrase("The derivative sign was left out: the program differentiates."))
        return arguments[0]

    def _written(self, text: str) -> str:
        """The text with calls, entries and lists as the language writes them, from the first on."""
        pieces: list[str] = []
        k = 0
        while k < len(text):
            head = _HEAD.match(text, k)
            if head is not None and text[head.end() : head.end() + 2] != "[[":
                end, arguments = self._arguments(text, head.end() + 1)
                pieces.append(self._call(head.group(), arguments))
                k = end + 1
            elif text.startswith("[[", k):
                end, arguments = self._arguments(text, k + 2)
                indices = ",".join(self._written(part).strip() for part in arguments)
                pieces.append(f"_{{{indices}}}" if len(arguments) > 1 else f"_{indices}")
                k = end + 2
            elif text[k] == "{":
                end, arguments = self._arguments(text, k + 1)
                raised = pieces[-1:] and pieces[-1][-1:] in {"^", "_"}
                inner = ", ".join(self._written(part).strip() for part in arguments)
                pieces.append(f"{{{inner}}}" if raised else f"[{inner}]")
                k = end + 1
            else:
                word = re.compile(r"[^\W\d]\w*").match(text, k)
                pieces.append(_CONSTANTS.get(word.group(), word.group()) if word else text[k])
                k = word.end() if word else k + 1
        return _DOT.sub(" @ ", "".join(pieces))

    def _call(self, name: str, arguments: list[str]) -> str:
        if name in {"D", "Grad"}:
            raise self._refusal(
                name, "a derivative inside a formula is not read", "Paste the function alone and choose the variable."
            )
        if name == "Sum" and len(arguments) > 1:
            return self._sum(arguments)
        if name == "Piecewise" and arguments:
            return self._piecewise(arguments)
        if len(arguments) == 2 and name == "Norm" and arguments[1].strip(' "') in {"Frobenius", "2"}:
            arguments = arguments[:1]
        if arguments and self.counting.issuperset(argument.strip() for argument in arguments):
            return f"{name}_{{{','.join(argument.strip() for argument in arguments)}}}"
        template = _TEMPLATES.get(len(arguments), {}).get(name)
        written = [self._written(part).strip() for part in arguments]
        return f"{name}({', '.join(written)})" if template is None else template.format(*written)

    def _sum(self, arguments: list[str]) -> str:
        """Sum[f, {i, 1, n}, {j, 1, m}]; {i, n} begins at 1."""
        body, *ranges = arguments
        found: list[str] = []
        for given in ranges:
            parts = [part.strip() for part in given.strip(" {}").split(",")]
            if len(parts) not in {2, 3}:
                raise self._refusal(
                    given.strip(), "this sum has no limits that can be read", "Write Sum[x[[i]], {i, 1, n}]."
                )
            self.counting.add(parts[0])
            found.append(f"{parts[0]}={parts[1] if len(parts) == 3 else 1}..{self._written(parts[-1])}")
        return f"(sum({', '.join(found)}, {self._written(body).strip()}))"

    def _piecewise(self, arguments: list[str]) -> str:
        """Piecewise[{{x^2, x > 0}, {0, True}}] and Piecewise[{{x^2, x > 0}}, 0]."""
        rows = self._arguments(arguments[0].strip()[1:] + "}", 0)[1]
        cases: list[str] = []
        for row in rows:
            value, condition = (
                self._written(part).strip() for part in self._arguments(row.strip()[1:] + "}", 0)[1][:2]
            )
            cases.append(f"{value} if {'otherwise' if condition == 'True' else condition}")
        if not cases[-1].endswith("otherwise"):
            last = self._written(arguments[1]).strip() if len(arguments) > 1 else "0"
            cases.append(" if ".join((last, "otherwise")))
        return f"cases({', '.join(cases)})"

    def _arguments(self, text: str, start: int) -> tuple[int, list[str]]:
        """Where the bracket closes that opens before `start`, and what stands between its commas."""
        depth, items, begin = 1, list[str](), start
        for k in range(start, len(text)):
            depth += (text[k] in "([{") - (text[k] in ")]}")
            if depth == 0:
                return k, [*items, text[begin:k]]
            if depth == 1 and text[k] == ",":
                items.append(text[begin:k])
                begin = k + 1
        raise self._refusal(text[max(start - 1, 0) :], "a bracket is not closed", "Close what is open.")

    def _refusal(self, part: str, message: str, hint: str) -> ParseError:
        """A refusal at the place of a part of the text."""
        place = max(self.text.find(part), 0)
        return ParseError(message, text=self.text, position=min(place, len(self.text)), end=place + 1, hint=hint)


_CONSTANTS = {"E": "e", "Pi": "pi", "True": "True"}
"""Numbers with a name that begins with a capital."""
