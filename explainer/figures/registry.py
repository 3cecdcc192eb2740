"""Which figures there are. To add one: a module with `draw(trace, options)`, and a row here."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final

from explainer.errors import ExplainerError
from explainer.figures.figure import Figure, FigureKind, UnsuitedError
from explainer.phrases import phrase

if TYPE_CHECKING:
    from explainer.engine import Trace

_STEP = "the step that the picture shows, as a number or a rule"

FIGURES: Final = (
    FigureKind(
        "dataflow",
        "Dataflow graph",
        "a problem with intermediate variables",
        "dataflow",
        {
            "step": phrase("{0}; its paths are lit", _STEP),
            "order": "backward or forward: how the derivatives are multiplied",
            "values": "values of all variables, by name: a sweep is drawn with its numbers",
        },
    ),
    FigureKind(
        "shapes",
        "Shapes to scale",
        "a problem",
        "shapes",
        {
            "step": phrase("{0}; the shapes that it multiplies are drawn", _STEP),
            "values": "values of all variables, by name: what a step of a sweep multiplies is written out",
        },
    ),
    FigureKind(
        "zeros",
        "Pattern of zeros",
        "a problem whose derivative has several entries",
        "zeros",
        {"sizes": "numbers for open sizes, by name", "values": "values of variables, by name"},
    ),
    FigureKind(
        "eigenvalues",
        "Heat map and eigenvalues",
        "a problem whose derivative is a symmetric matrix, such as a Hessian",
        "spectrum",
        {"sizes": "numbers for open sizes, by name", "values": "values of variables, by name"},
    ),
    FigureKind(
        "curve",
        "Function, derivative and tangent",
        "a scalar function of one scalar variable",
        "curve",
        {
            "at": "where the tangent touches",
            "from": "the left end of the axis",
            "to": "the right end of the axis",
            "values": "values of the other variables, by name",
        },
    ),
    FigureKind(
        "contours",
        "Contour lines",
        "a scalar function of two numbers",
        "contours",
        {"at": "the point of the gradient, such as [1, 2]", "values": "values of the other variables, by name"},
    ),
    FigureKind(
        "descent",
        "Gradient descent",
        "a scalar function of a variable that can step",
        "descent",
        {
            "start": "where the parameters start, by name",
            "values": "values of everything else, by name",
            "step_size": "how far a step goes for a gradient of one",
            "steps": "how many steps there are",
            "with": "further parameters that step together with this one",
            "beside": "newton, for one step of Newton's method from the same start",
        },
    ),
    FigureKind(
        "jacobian-shapes",
        "The four shapes of a Jacobian",
        "",
        "jacobian_shapes",
        {"layout": "numerator or denominator"},
    ),
    FigureKind("chain-shapes", "The shapes in the chain rule", "", "chain_shapes"),
)
"""Every figure, in the order in which they are listed."""


def figure_kind(name: str) -> FigureKind:
    """The row of this name. Raises ExplainerError for an unknown one, with all there are."""
    found = next((kind for kind in FIGURES if kind.id == name), None)
    if found is not None:
        return found
    names = [kind.id for kind in FIGURES]
    near = get_close_matches(name, names, 1)
    hint = phrase("The figures are {0}.", ", ".join(names)) + (phrase(" Did you mean {0}?", near[0]) if near else "")
    raise ExplainerError(phrase("there is no figure “{0}”", name), hint=hint)


def figure(trace: Trace | None, name: str, **options: Any) -> Figure:
    """A picture made from the data of a derivation; None for the figures that need none. `render` writes it to a file.

    Raises ExplainerError for an unknown figure or option, and UnsuitedError, with the reason and the figures that do
    suit, where the problem has nothing of the kind to show.

    >>> import explainer
    >>> explainer.figure(explainer.derive("sin(x^2)", "x"), "dataflow").title
    'Dataflow graph of sin(x²)'
    """
    kind = figure_kind(name)
    try:
        return kind.draw(trace, options)
    except UnsuitedError as error:
        if trace is not None:
            others = [other.id for other in suiting(trace) if other is not kind]
            error.hint = phrase("Figures that suit it: {0}.", ", ".join(others))
        raise


def suiting(trace: Trace) -> tuple[FigureKind, ...]:
    """The figures that can be drawn of this problem, as far as that shows without drawing them."""
    return tuple(kind for kind in FIGURES if kind.needs and not kind.why_not(trace))
