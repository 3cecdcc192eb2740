"""Where to go on in a line: the derivative to carry out next, the names in use, and why there is no way on."""

from __future__ import annotations

from collections.abc import Callable

from explainer.errors import UnsupportedError
from explainer.expr.called import called
from explainer.expr.node import Node, Path, at, each_part
from explainer.expr.nodes import Derivative, Entry, FunctionCall, IndexedSum, MatrixRow, Transpose, Where
from explainer.phrases import phrase
from explainer.rules.build import untransposed
from explainer.rules.entries import folding
from explainer.rules.vector.abstract import is_nested, is_settled


class Waiting(set[Node]):
    """Derivatives that are left for a later line; only ever more of them.

    So a part in which there is none to carry out stays so, and is not walked again: it is kept in `without`, for
    gradients and Jacobians and for all.
    """

    def __init__(self) -> None:
        super().__init__()
        self.without: tuple[set[Node], set[Node]] = set(), set()


def next_derivative(line: Node, whole_functions_settle: bool = True, waiting: Waiting | None = None) -> Path | None:
    """The derivative to carry out next: the first gradient or Jacobian, or else the first of all, from the left.

    Writing all gradients out first shows the whole pattern of partial derivatives before any of them is worked out.
    The Jacobian of an abstract function by its argument stays as it is, unless it is to be written out by entries.
    Those that are `waiting` are passed over.
    """
    waiting = Waiting() if waiting is None else waiting
    without_whole, without = waiting.without
    if not line.shape.is_scalar:

        def is_whole(derivative: Derivative) -> bool:
            if derivative in waiting or derivative.shape.is_scalar:
                return False
            return not (whole_functions_settle and is_settled(derivative))

        path = _first_derivative(line, is_whole, without_whole)
        if path is not None:
            return path
    return _first_derivative(line, lambda derivative: derivative not in waiting and not is_settled(derivative), without)


def first_derivative(line: Node, wanted: Callable[[Derivative], bool]) -> Path | None:
    """The first derivative of a kind that can be carried out; None where there is none."""
    return _first_derivative(line, wanted, set())


def _first_derivative(line: Node, wanted: Callable[[Derivative], bool], without: set[Node]) -> Path | None:
    """The first derivative of a kind that can be carried out: its body holds none that is still open."""
    if not line.has_derivative or line in without:
        return None
    if isinstance(line, Derivative):
        inside = _first_derivative(line.body, lambda derivative: not is_settled(derivative), set())
        if inside is not None:
            return (0, *inside)
        if wanted(line):
            return ()
        without.add(line)
        return None
    if isinstance(line, Where):
        return None  # what is left there are derivatives of names, which only the chain method puts in
    children = line.children
    for k, child in enumerate(children):
        if child.has_derivative:
            found = _first_derivative(child, wanted, without)
            if found is not None:
                return (k, *found)
    without.add(line)
    return None


def derivative_at(line: Node, path: Path) -> Derivative:
    """The derivative at a place where there is one, as where `next_derivative` leads. Raises TypeError for others."""
    found = at(line, path)
    if not isinstance(found, Derivative):
        raise TypeError(f"no derivative stands at {path} in {line.text()}")
    return found


def program_of(line: Node) -> Where:
    """A line with names for parts, as what it is then: the value asked for, the definitions, and what is known so far.

    Raises TypeError for a line without names.
    """
    if not isinstance(line, Where):
        raise TypeError(f"nothing has a name in {line.text()}")
    return line


def runs_over_entries(node: Node, x: Node) -> bool:
    """Whether this is a sum over the entries of the vector x itself, such as Σ x_i², also with one sum in the other.

    Of sums in sums it must have a form without any index: then A x says more than its entries Σ_j A_ij x_j. Where
    entries with another index stand beside those that it goes through, it is differentiated as it stands.
    """
    if not isinstance(node, IndexedSum):
        return False
    inner = [part for part in each_part(node) if isinstance(part, IndexedSum)]
    counted = {part.index for part in inner}
    entries = [part for part in each_part(node) if isinstance(part, Entry) and part.base is x]
    if entries and all(node.index in part.indices for part in entries):
        return True
    nested = len(inner) > 1 and any(counted.intersection(part.indices) for part in entries)
    return nested and folding.is_foldable(node)


def counts_rows(node: Node, x: Node) -> bool:
    """Whether a sum counts rows or entries of the matrix x: of these δ picks one term, so that only the sum as a whole
    has a derivative that can be read.
    """
    if not isinstance(node, IndexedSum) or not x.shape.is_matrix:
        return False
    return any(node.index in part.free and untransposed(part.base) is x for part in each_part(node.body)
               if isinstance(part, MatrixRow | Entry))  # fmt: skip


def is_alone(line: Node, path: Path) -> bool:
    """Whether a derivative is the whole line, but for the transpose that a layout asks for."""
    return not path or (isinstance(line, Transpose) and path == (0,))


def unsupported(node: Node) -> UnsupportedError:
    """Why a derivative cannot be carried out, in a sentence that names the part."""
    body, wrt = (node.body, node.wrt) if isinstance(node, Derivative) else (node, node)
    hint = ""
    nested = next((part for part in each_part(body) if is_nested(part, wrt)), None)
    if isinstance(nested, FunctionCall):
        reason = phrase("{0} is an abstract function of something other than {1} itself", nested.name, wrt.text())
        if nested.shape.is_matrix:
            hint = phrase("Say what {0} is: … where {0}({1}) = ….", nested.name, "U")
        else:
            hint = "The chain method gives its argument a name."
    elif isinstance(body, Entry) and body.base is wrt:
        reason = phrase(
            "an entry of {0} is not differentiated with respect to the whole of it; the method “elements” does that",
            wrt.text(),
        )
    elif not body.shape.is_scalar or not wrt.shape.is_scalar:
        kind = "a vector or matrix that is not written out as a list"
        reason = phrase(
            "there is no rule yet for the derivative of {0} ({1} with respect to {2})",
            kind,
            body.shape.display(),
            wrt.shape.display(),
        )
    else:
        reason = phrase("this is {0}, and there is no rule for its derivative", called(body))
    return UnsupportedError(
        phrase("cannot differentiate {0} with respect to {1}: {2}", body.text(), wrt.text(), reason),
        subexpression=body.text(),
        reason=reason,
        hint=hint or None,
    )
