"""Calls of NumPy and PyTorch whose arguments say more than those of the language: axes, orders, limits, options.

To add a call: a function from its arguments to a text of the input language, and a row in CALLS.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from explainer.phrases import phrase

if TYPE_CHECKING:
    from explainer.language.pasted.code_expression import Expression
    from explainer.language.pasted.code_tokens import CodeToken
    from explainer.language.pasted.models import Models

IGNORED = frozenset({"dtype", "device", "keepdims", "keepdim", "inplace", "out"})
_KEEPING = ("keepdims", "keepdim", "keep_dims")
"""Options that do not change the value of what a vector gives."""
_AXES = ("axis", "dim")


@dataclass(frozen=True, slots=True)
class Function:
    """A function that the code defines: its parameters, its lines, and the parameters as they were typed."""

    parameters: list[str]
    lines: list[list[CodeToken]]
    words: list[str]


class Caller(Protocol):
    """Who knows the functions that the code defines."""

    functions: dict[str, Function]
    running: frozenset[str]
    models: Models

    def bound(self, lines: list[list[CodeToken]], values: dict[str, str]) -> tuple[str, dict[str, str]]:
        """What lines of a method give for these values."""

    def called(self, name: str, arguments: list[str], place: CodeToken) -> str:
        """What a function gives for these arguments."""


@dataclass(slots=True)
class Arguments:
    """What stands between the brackets of a call: expressions in their order, and options by name."""

    items: list[str]
    options: dict[str, str] = field(default_factory=dict)

    def plain(self, expression: Expression, place: CodeToken) -> list[str]:
        """The expressions alone. Raises ParseError for an option that has no meaning there."""
        for option in self.options:
            if option not in IGNORED:
                raise expression.refusal(
                    phrase("the option {0} has no meaning here", option),
                    next((token for token in expression.tokens if token.value == option), place),
                    "Sums and means here go over all entries; write a sum over rows as sum(i=1..N, …).",
                )
        return list(self.items)

    def take(self, *names: str) -> str | None:
        """The value of the first of these options that is given; it is then used up."""
        for name in names:
            if name in self.options:
                return self.options.pop(name)
        return None


def all_capital(text: str) -> bool:
    """Whether all names in a text are capitals, so that it looks like a matrix: there * and ** go entry by entry."""
    names = re.findall(r"(?<![\w.])[^\W\d]\w*(?![\w(])", text)
    return bool(names) and all(name[0].isupper() for name in names)


Reading = Callable[[Arguments, bool, bool], "str | None"]
"""From the arguments, whether the call is written with its library, and whether that is PyTorch, to a text or None."""


def is_integer(text: str) -> bool:
    return text.removeprefix("-").isdecimal()


def _along(axis: str | None, arguments: Arguments) -> str:
    """The axis as an argument, and that it is kept, which lets a value for each row stand in all columns."""
    if axis in {None, "None"}:
        return ""
    return f", axis={axis}" + (", keepdims=True" if arguments.take(*_KEEPING) == "True" else "")


def _reduction(name: str) -> Reading:
    """A function of all entries, or of those along an axis: sum(x), sum(x, axis=0), x.sum(-1)."""

    def read(arguments: Arguments, library: bool, torch: bool) -> str | None:
        axis = arguments.take(*_AXES)
        if axis is None and len(arguments.items) == 2 and is_integer(arguments.items[1]):
            axis = arguments.items.pop()
        if axis in {None, "None"} or len(arguments.items) != 1:
            return None
        return f"{name}({arguments.items[0]}{_along(axis, arguments)})"

    return read


def _extreme(name: str) -> Reading:
    """np.max(x) is the largest entry, np.max(x, 0) along an axis; max(0, z) and torch.max(x, y) are of two values."""

    def read(arguments: Arguments, library: bool, torch: bool) -> str | None:
        axis = arguments.take(*_AXES)
        if axis is None and library and len(arguments.items) == 2 and is_integer(arguments.items[1]) and not torch:
            axis = arguments.items.pop()
        if len(arguments.items) != 1:
            return None
        return f"{name}({arguments.items[0]}{_along(axis, arguments)})"

    return read


def _log_softmax(arguments: Arguments, library: bool, torch: bool) -> str | None:
    inner = _reduction("softmax")(arguments, library, torch)
    return f"ln({inner or f'softmax({arguments.items[0]})'})" if arguments.items else None


def _logaddexp(arguments: Arguments, library: bool, torch: bool) -> str | None:
    """logaddexp(a, b) is ln(exp(a) + exp(b)), and softplus(b) beside a zero."""
    if len(arguments.items) != 2 or arguments.options:
        return None
    first, second = arguments.items
    zeros = {"0", "0.0", "0."}
    if first in zeros or second in zeros:
        return f"softplus({second if first in zeros else first})"
    return f"ln(exp({first}) + exp({second}))"


def _norm(arguments: Arguments, library: bool, torch: bool) -> str | None:
    """norm(x), norm(x, 1), norm(x, ord=2), norm(x, p=2), norm(A, 'fro'), norm(x, np.inf)."""
    order = arguments.take("ord", "p")
    axis = arguments.take(*_AXES)
    if order is None and len(arguments.items) == 2:
        order = arguments.items.pop()
    if len(arguments.items) != 1:
        return None
    value = arguments.items[0]
    if order in {"inf", "nan"}:
        return f"max(abs({value}))"
    parts = [value]
    # Of a matrix NumPy's norm of order 2 is the largest singular value; PyTorch's goes over all entries.
    if order not in {None, "fro", "2", "None"} or (order == "2" and not torch and all_capital(value)):
        parts.append(str(order))
    return f"norm({', '.join(parts)}{_along(axis, arguments)})"


def _clip(arguments: Arguments, library: bool, torch: bool) -> str | None:
    """clip(x, 0, 1), clamp(x, min=0)."""
    low, high = arguments.take("min", "a_min"), arguments.take("max", "a_max")
    items = arguments.items
    if len(items) > 1:
        low = items[1]
    if len(items) > 2:
        high = items[2]
    if not items or len(items) > 3:
        return None
    value = items[0]
    if low not in {None, "None"}:
        value = f"max({value}, {low})"
    return f"min({value}, {high})" if high not in {None, "None"} else value


def _spread(name: str) -> Reading:
    """var and std: NumPy divides by n, PyTorch by n − 1 unless it is told otherwise."""

    def read(arguments: Arguments, library: bool, torch: bool) -> str | None:
        axis = arguments.take(*_AXES)
        less = arguments.take("ddof", "correction")
        unbiased = arguments.take("unbiased")
        if unbiased is not None:
            less = "0" if unbiased == "False" else "1"
        if len(arguments.items) == 2 and is_integer(arguments.items[1]):
            axis = arguments.items.pop()
        if len(arguments.items) != 1:
            return None
        less = ("1" if torch else "0") if less is None else less
        extra = ("" if less == "0" else f", {less}") + _along(axis, arguments)
        return f"{name}({arguments.items[0]}{extra})"

    return read


_EINSUMS = {
    "a,a": "({0}) · ({1})", "a,a->a": "({0}) ⊗ ({1})", "a,b->ab": "({0}) @ ({1})'", "a->": "sum({0})",
    "ab,b->a": "({0}) @ ({1})", "ab,b": "({0}) @ ({1})", "ab,a->b": "({0})' @ ({1})", "a,ab->b": "({1})' @ ({0})",
    "ab,bc->ac": "({0}) @ ({1})", "ab,bc": "({0}) @ ({1})", "ab,cb->ac": "({0}) @ ({1})'",
    "ba,bc->ac": "({0})' @ ({1})", "ab,ac->bc": "({0})' @ ({1})", "ab,ab->": "sum(({0}) ⊗ ({1}))",
    "ab,ab->ab": "({0}) ⊗ ({1})", "ab->ba": "({0})'", "ab->": "sum({0})", "aa->": "tr({0})", "aa": "tr({0})",
    "aa->a": "diag({0})", "a,ab,b->": "({0})' @ ({1}) @ ({2})", "a,ab,b": "({0})' @ ({1}) @ ({2})",
    "ab,ba->": "tr(({0}) @ ({1}))", "ab,bc,ac->": "sum((({0}) @ ({1})) ⊗ ({2}))",
    "ab,bc,cd->ad": "({0}) @ ({1}) @ ({2})", "ab,bc,c->a": "({0}) @ ({1}) @ ({2})",
}  # fmt: skip
"""Products with their indices renamed in the order in which they occur, and how they are written here."""


def _einsum(arguments: Arguments, library: bool, torch: bool) -> str | None:
    """einsum('ij,j->i', A, x), where it is one of the products of the language."""
    pattern, *values = arguments.items or [""]
    letters: dict[str, str] = {}
    plain = "".join(
        letters.setdefault(sign, "abcdefghijkl"[min(len(letters), 11)]) if sign.isalpha() else sign
        for sign in pattern
        if not sign.isspace()
    )
    template = _EINSUMS.get(plain) or _EINSUMS.get(plain.removesuffix("->"))
    return f"({template.format(*values)})" if template and pattern.count(",") + 1 == len(values) else None


def _tensordot(arguments: Arguments, library: bool, torch: bool) -> str | None:
    """tensordot(w, x, axes=1), the product over the last axis and the first."""
    axes = arguments.take("axes", "dims")
    if axes is None and len(arguments.items) == 3:
        axes = arguments.items.pop()
    return f"(({arguments.items[0]}) @ ({arguments.items[1]}))" if axes == "1" and len(arguments.items) == 2 else None


def _product_of_all(arguments: Arguments, library: bool, torch: bool) -> str | None:
    """multi_dot([A, B, x]) and chain_matmul(A, B, x)."""
    items = arguments.items
    if len(items) == 1 and items[0][:1] in {"[", "("}:
        items = items[0][1:-1].split(", ")
    plain = all(re.fullmatch(r"[\w.']+", item) for item in items)
    return f"({' @ '.join(items)})" if len(items) > 1 and plain and not arguments.options else None


def _transpose(arguments: Arguments, library: bool, torch: bool) -> str | None:
    """X.transpose(), X.transpose(0, 1) and X.t()."""
    value, *axes = arguments.items or [""]
    return f"transpose({value})" if value and sorted(axes) in ([], ["0", "1"], ["-1", "-2"]) else None


def _number_of_entries(arguments: Arguments, library: bool, torch: bool) -> str | None:
    """x.numel(), x.size() and X.size(0)."""
    if len(arguments.items) == 2 and arguments.items[1] in {"0", "1", "-1"}:
        value, axis = arguments.items
        return {"0": f"len({value})", "1": f"len(({value})')", "-1": f"len({value}, axis=-1)"}[axis]
    return f"size({arguments.items[0]})" if len(arguments.items) == 1 else None


def of_vector(template: str, count: int) -> Reading:
    """A call of PyTorch that works on the entries of one vector, whose only axis may be named."""

    def read(arguments: Arguments, library: bool, torch: bool) -> str | None:
        if len(arguments.items) > count and is_integer(arguments.items[-1]):
            arguments.options.setdefault("dim", arguments.items.pop())
        if len(arguments.items) != count or any(map(all_capital, arguments.items)):
            return None
        if arguments.options.get("dim", "0") not in {"0", "-1"} or arguments.options.keys() - {"dim", "eps", "p"}:
            return None
        if arguments.options.pop("p", "2") not in {"2", "2.0"}:
            return None
        arguments.options.clear()
        return template.format(*arguments.items)

    return read


def _layer_norm(arguments: Arguments, library: bool, torch: bool) -> str | None:
    """F.layer_norm(x, (4,)): the size says nothing new, and eps is left out."""
    arguments.take("eps")
    arguments.take("normalized_shape")
    return f"layer_norm({arguments.items[0]})" if len(arguments.items) in {1, 2} and not arguments.options else None


def _gelu(arguments: Arguments, library: bool, torch: bool) -> str | None:
    """gelu(x), and the form with tanh that is near it, where that is asked for."""
    near = arguments.take("approximate") in {"tanh", "True"}
    if len(arguments.items) != 1 or arguments.options or not near:
        return f"gelu({arguments.items[0]})" if len(arguments.items) == 1 and not arguments.options else None
    value = arguments.items[0]
    power, times = (" .^ ", "⊗") if all_capital(value) else ("^", "*")
    return f"(({value}) {times} (1 + tanh(sqrt(2/pi) * (({value}) + 0.044715 * ({value}){power}3)))/2)"


def _piecewise(arguments: Arguments, library: bool, torch: bool) -> str | None:
    """SymPy's Piecewise((a, x < 1), (b, True))."""
    cases: list[str] = []
    for item in arguments.items:
        inner = item[1:-1] if item.startswith("(") and item.endswith(")") else ""
        depths = [0]
        for sign in inner:
            depths.append(depths[-1] + (sign in "([{") - (sign in ")]}"))
        commas = [k for k, sign in enumerate(inner) if sign == "," and not depths[k]]
        if len(commas) != 1:
            return None
        value, condition = inner[: commas[0]], inner[commas[0] + 1 :].strip()
        cases.append(f"{value} if {'otherwise' if condition == 'True' else condition}")
    return f"cases({', '.join(cases)})" if cases and not arguments.options else None


def _linear(arguments: Arguments, library: bool, torch: bool) -> str | None:
    """linear(x, W, b): W times one sample, or every row of X times W', and the bias."""
    arguments.items += filter(None, [arguments.take("bias")])
    if len(arguments.items) not in {2, 3} or arguments.options:
        return None
    value, weight, *bias = arguments.items
    product = f"({value}) @ ({weight})'" if all_capital(value) else f"({weight}) @ ({value})"
    return f"({' + '.join([product, *bias])})"


CALLS: dict[str, Reading] = {
    "linear": _linear,
    "gelu": _gelu,
    "Piecewise": _piecewise,
    "pairwise_distance": of_vector("norm(({0}) - ({1}))", 2),
    "cosine_similarity": of_vector("(({0}) · ({1}))/(norm({0}) norm({1}))", 2),
    "layer_norm": _layer_norm,
    **{name: _reduction(name) for name in ("sum", "mean", "softmax", "logsumexp")},
    "reduce_sum": _reduction("sum"),
    "reduce_mean": _reduction("mean"),
    "max": _extreme("max"),
    "amax": _extreme("max"),
    "min": _extreme("min"),
    "amin": _extreme("min"),
    "log_softmax": _log_softmax,
    "logaddexp": _logaddexp,
    "norm": _norm,
    "vector_norm": _norm,
    "clip": _clip,
    "clamp": _clip,
    "var": _spread("var"),
    "std": _spread("std"),
    "reduce_variance": _spread("var"),
    "reduce_std": _spread("std"),
    "squeeze": lambda arguments, library, torch: arguments.items[0],  # an axis of size 1 is held as none here
    "einsum": _einsum,
    "tensordot": _tensordot,
    "reduce_max": _extreme("max"),
    "reduce_min": _extreme("min"),
    "reduce_logsumexp": _reduction("logsumexp"),
    "transpose": _transpose,
    **dict.fromkeys(("multi_dot", "chain_matmul"), _product_of_all),
    "numel": _number_of_entries,
    "size": _number_of_entries,
}
"""By the name of the call, what its arguments mean."""
