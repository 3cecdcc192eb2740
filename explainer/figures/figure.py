"""What a figure is: worked out once from a problem or from nothing, then laid out for any width."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeAlias

from explainer.errors import ExplainerError
from explainer.phrases import phrase
from explainer.threads import once

if TYPE_CHECKING:
    from explainer.engine import Trace
    from explainer.figures.canvas import Sheet

Options: TypeAlias = Mapping[str, Any]

NARROWEST_EM = 14.0  # below this numbers at the ticks stand upon each other
WIDEST_EM = 200.0  # wider is no page and no screen, but a mistake in a number
_ON_SCREENS = (1.0, 1.4, 2.0, 0.7, 0.5)
"""The widths in which a figure may fill a screen, against the one that suits it best, which comes first."""


class UnsuitedError(ExplainerError):
    """The figure of this name cannot be drawn of this problem, for this reason."""

    def __init__(self, name: str, reason: str, *, hint: str | None = None) -> None:
        super().__init__(phrase("the figure “{0}” does not suit this problem: {1}", name, reason), hint=hint)
        self.reason = reason


@dataclass(frozen=True, eq=False)
class Handle:
    """What can be moved in a figure: its name, the values that it takes, the one it has, and the figure for another.

    `leads` says that it belongs above the figure, which may be so long that one would not find it below; `variable` is
    the one whose value it is, where it is that of one.
    """

    name: str
    values: tuple[float, ...]
    value: float | None
    move: Callable[[float], Figure]
    leads: bool = False
    variable: str = ""

    @property
    def nearest(self) -> int:
        """The place among the values of the one it has."""
        return self.place_of(self.values[len(self.values) // 2] if self.value is None else self.value)

    def place_of(self, value: float) -> int:
        """The place among the values of the one nearest to this."""
        return min(range(len(self.values)), key=lambda k: abs(self.values[k] - value))


@dataclass(frozen=True, eq=False)
class Figure:
    """A picture made from data. `description` says in words what it shows, for readers who do not see it.

    `arrange` lays it out in a width; what is expensive is done before, so that a window can ask for every width.
    `width_em` is the width that suits it best.
    """

    kind: str
    title: str
    description: str
    arrange: Callable[[float], Sheet]
    width_em: float = 32.0
    facts: Mapping[str, Any] = field(default_factory=dict)
    """The numbers that the picture was drawn from, by name, for whoever wants them as numbers."""
    handle: Handle | None = None

    def sheet(self, width_em: float | None = None, *, for_screen: bool = False) -> Sheet:
        """The picture laid out in a width, or in the one that suits it best; it is wider only where it has to be.

        For a screen that is seen from afar its labels are nearly as large as words, and it is low rather than high.
        """
        width = self.width_em if width_em is None else min(max(width_em, NARROWEST_EM), WIDEST_EM)
        if not for_screen:
            return self.arrange(width)
        from explainer.figures.canvas import for_a_screen

        with for_a_screen():
            return self.arrange(width)

    @once
    def sheets_for_screens(self) -> Mapping[float, Sheet]:
        """The picture as it may fill a screen, by the widths in em for which it is laid out, that of a page first.

        A large graph takes a tenth of a second: who shows one asks for this in a thread, before the window does.
        """
        widths = (round(share * self.width_em, 1) for share in _ON_SCREENS)
        return {wide: self.sheet(wide, for_screen=True) for wide in widths}


@dataclass(frozen=True)
class FigureKind:
    """One row of the registry: a figure that there is.

    `needs` says what it can be drawn of; empty means that it needs no problem. `options` are the names that it
    understands, each with its meaning. The module has `draw(trace, options)`, which returns a Figure or raises
    UnsuitedError, and, where it needs more than a problem, `why_not(trace)`, which says at once what is missing.
    """

    id: str
    title: str
    needs: str
    module: str
    options: Mapping[str, str] = field(default_factory=dict)

    def why_not(self, trace: Trace) -> str:
        """Why this figure cannot be drawn of a problem, as far as that shows at once; empty where it can."""
        check = getattr(import_module(f"explainer.figures.{self.module}"), "why_not", None)
        return str(check(trace)) if check is not None else ""

    def draw(self, trace: Trace | None, options: Options) -> Figure:
        """The figure of a problem. Raises UnsuitedError with the reason, and ExplainerError for a wrong option."""
        for name in options:
            if name not in self.options:
                known = ", ".join(self.options) or "none"
                raise ExplainerError(
                    phrase("the figure “{0}” has no option “{1}”", self.id, name),
                    hint=phrase("Its options are: {0}.", known),
                )
        reason = "" if trace is None else self.why_not(trace)
        if reason:
            raise UnsuitedError(self.id, reason)
        if trace is None and self.needs:
            raise ExplainerError(
                phrase("the figure “{0}” needs {1}", self.id, self.needs), hint="Give a trace: explainer.derive(…)."
            )
        figure: Figure = import_module(f"explainer.figures.{self.module}").draw(trace, options)
        return figure
