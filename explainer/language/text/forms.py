"""Forms: what is written like a function and is a node of its own, such as `sum`, `cases`, `grid` and `diag`."""

from __future__ import annotations

from collections.abc import Callable

from explainer.errors import ParseError
from explainer.expr.shape import Size, add_sizes, multiply_sizes, size_too_large
from explainer.language.text.form_guides import GUIDES
from explainer.language.text.syntax import Along, Syntax
from explainer.language.text.vocabulary import Vocabulary
from explainer.phrases import phrase

_AXES, _KEEPING = ("axis", "dim"), ("keepdims", "keepdim")
_BINDING = frozenset({"sum", "grid", "column", "row", "diagonal", "entries"})


class FormReader:
    """Makes syntax of forms and their arguments, for one text; the tree builder is one."""

    def __init__(self) -> None:
        self.text = ""
        self.vocabulary = Vocabulary()

    def begin(self, text: str, vocabulary: Vocabulary) -> None:
        """Take the text that the next callbacks are about."""
        self.text, self.vocabulary = text, vocabulary

    def refusal(self, message: str, start: int, end: int, hint: str | None = None) -> ParseError:
        return ParseError(message, text=self.text, position=start, end=end, hint=hint)

    def refuse_special(self, arguments: list[Syntax], name: str) -> None:
        for argument in arguments:
            if argument.kind in {"binder", "case"}:
                raise self.refusal(
                    "a range belongs to sum, grid, column, row or diagonal"
                    if argument.kind == "binder"
                    else phrase("“if” belongs to cases(…), not to {0}", name),
                    argument.start,
                    argument.end,
                    "Write sum(i=1..N, x_i)." if argument.kind == "binder" else "Write cases(0 if z <= 0, z if z > 0).",
                )

    def take_axis(self, arguments: list[Syntax]) -> tuple[list[Syntax], list[Syntax]]:
        """NumPy's axis=0 or PyTorch's dim=-1, and keepdims=True behind it; and the other arguments."""
        options = [argument for argument in arguments if _is_option(argument)]
        return options, [argument for argument in arguments if argument not in options]

    def with_axis(self, node: Syntax, options: list[Syntax]) -> Syntax:
        """The node along an axis: a vector has only the one, of a matrix it is the rows or the columns."""
        axes = [option for option in options if option.parts[0].value[0] in _AXES]
        keeps = any(self._keeps_the_axis(option) for option in options)
        if not axes or not node.parts:
            return node
        number = axes[-1].parts[1]
        axis = -int(number.parts[0].value[0]) if number.kind == "negate" else int(number.value[0])
        typed = self.text[axes[-1].start : axes[-1].end]
        given = Along(node, typed, 1 if axis == -1 else 0 if axis == -2 else axis, keeps)
        return Syntax("along", node.start, node.end, node.parts[:1], given, 1)

    def _keeps_the_axis(self, option: Syntax) -> bool:
        """keepdims=True."""
        value = self.text[option.parts[1].start : option.parts[1].end]
        return option.parts[0].value[0] in _KEEPING and value in {"True", "true", "1"}

    def form(self, name: str, arguments: list[Syntax], start: int, end: int) -> Syntax:
        binders = [argument for argument in arguments if argument.kind == "binder"]
        if name in _BINDING and (binders or name != "sum"):
            return self._binding(name, binders, [a for a in arguments if a.kind != "binder"], start, end)
        if name == "cases":
            return self._cases(arguments, start, end)
        self.refuse_special(arguments, name)
        if name in {"ones", "zeros", "identity", "commutation"}:
            return Syntax(name, start, end, (), self._sizes(name, arguments, start, end))
        return self._simple_form(name, arguments, start, end)

    def _simple_form(self, name: str, arguments: list[Syntax], start: int, end: int) -> Syntax:
        wanted, example = _ARITIES[name], GUIDES[name].example
        if (wanted and len(arguments) != wanted) or not arguments:
            takes = {
                0: "{0} takes arguments, not {1}",
                1: "{0} takes one argument, not {1}",
                2: "{0} takes two arguments, not {1}",
                3: "{0} takes three arguments, not {1}",
            }[wanted]
            raise self.refusal(phrase(takes, name, len(arguments)), start, end, phrase("Write {0}.", example))
        if name in _TOTALS and arguments[0].kind == _KINDS.get(name, name):
            return arguments[0]  # sum(sum(X)): first the columns, then their sums; here one sum is of all entries
        if name == "expand":
            (size,) = self._sizes(name, arguments[1:], start, end)
            return Syntax("expand", start, end, (arguments[0],), size, 1)
        build = _REWRITTEN.get(name)
        if build is not None:
            try:
                return build(arguments, start, end)
            except ParseError as error:
                raise error.at(self.text, start, end) from None
        return Syntax(_KINDS.get(name, name), start, end, tuple(arguments), None, 1)

    def _binding(self, name: str, binders: list[Syntax], bodies: list[Syntax], start: int, end: int) -> Syntax:
        wanted = 2 if name == "grid" else max(1, len(binders)) if name == "entries" else 1
        example = "grid(i=1..m, j=1..n, …)" if wanted == 2 else f"{name}(i=1..n, …)"
        if len(bodies) != 1 or (len(binders) != wanted and name != "sum"):
            raise self.refusal(
                phrase(
                    "{0} takes two ranges and one expression"
                    if wanted == 2
                    else "{0} takes one range and one expression",
                    name,
                ),
                start,
                end,
                phrase("Write {0}.", example),
            )
        self.refuse_special(bodies, name)
        for binder in binders:
            if binder.value[1] != 1 and name != "sum":
                raise self.refusal("this range begins at 1", binder.start, binder.end, phrase("Write {0}.", example))
        node = bodies[0]
        if name == "sum":
            for binder in reversed(binders):
                node = Syntax("indexed_sum", start, end, (node,), (binder.value,), 1)
            return node
        return Syntax(name, start, end, (node,), tuple(binder.value for binder in binders), 1)

    def _cases(self, arguments: list[Syntax], start: int, end: int) -> Syntax:
        for argument in arguments:
            if argument.kind != "case":
                raise self.refusal(
                    "a case has a value and a condition",
                    argument.start,
                    argument.end,
                    "Write cases(0 if z <= 0, z if z > 0); the last condition may be “otherwise”.",
                )
        if not arguments:
            raise self.refusal("cases(…) holds no case", start, end, "Write cases(0 if z <= 0, z if z > 0).")
        for case in arguments[:-1]:
            if case.parts[1].kind == "otherwise":
                raise self.refusal("“otherwise” belongs to the last case", case.parts[1].start, case.parts[1].end)
        return Syntax("cases", start, end, tuple(part for case in arguments for part in case.parts), None, 1)

    def _sizes(self, name: str, arguments: list[Syntax], start: int, end: int) -> tuple[int | str, ...]:
        """Sizes typed as arguments: names or whole numbers."""
        sizes: list[int | str] = []
        for argument in arguments:
            size = _size_of(argument)
            if size is not None:
                sizes.append(size)
            elif argument.kind == "number" and argument.value[0].denominator == 1:
                raise size_too_large(str(argument.value[0])).at(self.text, argument.start, argument.end)
            else:
                raise self.refusal(
                    "a size is a name, a whole number, or a sum or product of these",
                    argument.start,
                    argument.end,
                    phrase("Write {0}(n) or {0}(3).", name),
                )
        most, least = {"zeros": (2, 0), "ones": (2, 1), "commutation": (2, 2)}.get(name, (1, 1))
        if not least <= len(sizes) <= most:
            raise self.refusal(
                phrase(
                    "{0} takes one size"
                    if most == 1
                    else "{0} takes two sizes"
                    if least == 2
                    else "{0} takes one or two sizes",
                    name,
                ),
                start,
                end,
                phrase("Write {0}(n).", name),
            )
        return tuple(sizes)


def _is_option(argument: Syntax) -> bool:
    """axis=0, dim=-1."""
    if argument.kind != "comparison" or argument.value != ("=",) or argument.grouped:
        return False
    name, value = argument.parts
    if name.kind != "name" or name.value[1]:
        return False
    number = value.parts[0] if value.kind == "negate" else value
    return (name.value[0] in _AXES and number.kind == "number") or name.value[0] in _KEEPING


def _size_of(argument: Syntax) -> Size | None:
    """The size that an argument stands for: n, 3, n + 1 or 2n; None for anything else."""
    if argument.kind == "name" and not argument.value[1]:
        name: str = argument.value[0]
        return name
    if argument.kind == "number" and argument.value[1] == 0 and argument.value[0] < 10**6:
        return int(argument.value[0])
    parts = [_size_of(part) for part in argument.parts]
    known = [part for part in parts if part is not None]
    if argument.kind == "addition" and len(known) == len(parts):
        return add_sizes(*known)
    if argument.kind == "multiply" and len(known) == len(parts):
        return multiply_sizes(*known)
    return None


_ARITIES: dict[str, int] = {
    "vector": 1, "matrix": 1,
    "sum": 1, "mean": 1, "diag": 1, "transpose": 1, "dot": 2, "inner": 2, "matmul": 2, "multiply": 2,
    "outer": 2, "expand": 2,     "select": 3, "stack": 0, "differential": 0, "var": 0, "std": 0, "len": 1, "size": 1,
    "cross_entropy": 2, "mse": 2, "mae": 2,
}  # fmt: skip
"""How many arguments a form takes; 0 stands for any number."""
_KINDS = {"sum": "sum_entries"}
_TOTALS = frozenset({"sum", "mean"})


def _filled(kind: str) -> Callable[[list[Syntax], int, int], Syntax]:
    """vector(1) and matrix(1): ones, as many as the surroundings want; another number stands in front of them."""

    def make(arguments: list[Syntax], start: int, end: int) -> Syntax:
        (number,) = arguments
        value = number.value[0] if number.kind == "number" else None
        if value in {0, 1}:
            return Syntax(kind, start, end, (), int(value))
        ones = Syntax(kind, start, end, (), 1)
        return Syntax("multiply", start, end, (number, ones), ("juxt",), 1)

    return make


def _outer(arguments: list[Syntax], start: int, end: int) -> Syntax:
    right = Syntax("transpose", arguments[1].start, arguments[1].end, (arguments[1],), None, 1)
    return Syntax("matmul", start, end, (arguments[0], right), None, 1)


def _select(arguments: list[Syntax], start: int, end: int) -> Syntax:
    condition, value, other = arguments
    return Syntax("cases", start, end, (value, condition, other, Syntax("otherwise", end - 1, end)), None, 1)


def _spread(root: bool) -> Callable[[list[Syntax], int, int], Syntax]:
    """The variance, or its root; var(x, 1) divides by one less than there are entries."""

    def make(arguments: list[Syntax], start: int, end: int) -> Syntax:
        less = arguments[1] if len(arguments) == 2 else None
        if len(arguments) > 2 or (less is not None and (less.kind != "number" or less.value[0] not in {0, 1})):
            place = arguments[-1]
            raise ParseError(
                "only 0 or 1 can be taken off the number of entries",
                position=place.start,
                end=place.end,
                hint="Write var(x) for the mean of the squares, var(x, 1) for the estimate from a sample.",
            )
        return Syntax(
            "spread", start, end, tuple(arguments[:1]), (root, int(less.value[0]) if less is not None else 0), 1
        )

    return make


def _length(whole: bool) -> Callable[[list[Syntax], int, int], Syntax]:
    return lambda arguments, start, end: Syntax("length", start, end, tuple(arguments), whole, 1)


def _loss(name: str) -> Callable[[list[Syntax], int, int], Syntax]:
    return lambda arguments, start, end: Syntax("loss", start, end, tuple(arguments), name, 1)


_REWRITTEN: dict[str, Callable[[list[Syntax], int, int], Syntax]] = {
    "outer": _outer,
    "vector": _filled("filled"),
    "matrix": _filled("filled_matrix"),
    "var": _spread(False),
    "std": _spread(True),
    "len": _length(False),
    "size": _length(True),
    **{name: _loss(name) for name in ("cross_entropy", "mse", "mae")},
    "select": _select,
    "dot": lambda arguments, start, end: Syntax("dot", start, end, tuple(arguments), None, 1),
    "inner": lambda arguments, start, end: Syntax("inner", start, end, tuple(arguments), None, 1),
    "matmul": lambda arguments, start, end: Syntax("matmul", start, end, tuple(arguments), None, 1),
    "multiply": lambda arguments, start, end: Syntax("multiply", start, end, tuple(arguments), ("*",), 1),
}
"""Forms of NumPy that are written with the nodes of other forms."""
