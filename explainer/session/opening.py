"""From what is asked for to a derivation with its first step: what a session has done in a thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from explainer.errors import ExplainerError
from explainer.language.likely_variable import likely_variable
from explainer.session.deriving import rest
from explainer.session.preview import preview_of

if TYPE_CHECKING:
    from explainer.budget import Budget
    from explainer.engine import Trace
    from explainer.session.work import Work


class Request(NamedTuple):
    """What is to be derived: the text, the variable, the shapes that were given, and what else is asked for."""

    text: str = ""
    wrt: str = ""
    shapes: Mapping[str, str] = MappingProxyType({})
    method: str = "auto"
    layout: str = "numerator"
    order: int = 1
    form: str = "vec"


class Manner(NamedTuple):
    """How a session shows and checks what it opens, and the variable that it prefers where none was named."""

    detail: str = "every"
    thoroughness: int = 1
    preferred: str = ""


class Opened(NamedTuple):
    """A derivation whose first step is derived, with the request in which the variable is named."""

    request: Request
    trace: Trace


class Opening(NamedTuple):
    """A derivation that is being opened: where to stand in it, and who wants to know when it is there."""

    work: Work[Opened]
    then: Callable[[bool], None] | None
    within: Callable[[], AbstractContextManager[object]]
    place: int

    def take(self, patience_s: float) -> Opened | ExplainerError | None:
        """What has been opened, or why it is refused; None where neither is known after so long."""
        try:
            return self.work.take(patience_s)
        except ExplainerError as error:
            return error

    def give_up(self) -> None:
        """Nobody wants to know any more."""
        self.work.leave()
        self.work.cancel()


def opened(request: Request, manner: Manner, budget: Budget) -> Iterator[Opened]:
    """Derive the first step. Raises ExplainerError where the text is refused."""
    from explainer.engine import derive, told

    text, _, shapes, method, layout, order, form = request
    if not text.strip():
        raise ExplainerError("there is no function yet", hint="Type one, such as sin(x^2).")
    if not request.wrt:
        request = request._replace(wrt=_variable_for(request, manner.preferred))
    trace = derive(text, request.wrt, shapes or None, method, layout, order, form, budget)
    trace.check_with(manner.thoroughness)
    trace = told(trace, manner.detail)
    trace.step(1)
    yield Opened(request, trace)


def program_of(request: Request, library: str) -> str:
    """The program of a whole derivation, with a check of itself. Raises ExplainerError for what has none."""
    from explainer.engine import derive
    from explainer.written_code import code

    text, wrt, shapes, method, layout, order, form = request
    return code(derive(text, wrt, shapes or None, method, layout, order, form), library)


def told_anew(request: Request, trace: Trace, detail: str, before: Work[Any] | None) -> Iterator[Opened]:
    """Tell a derivation at another level of detail, once the work on it has come to a rest."""
    from explainer.engine import told

    rest(before)
    again = told(trace, detail)
    again.step(1)
    yield Opened(request, again)


def _variable_for(request: Request, preferred: str) -> str:
    preview = preview_of(request.text, None, request.shapes)
    if preview.error is not None:
        raise preview.error
    return preview.wrt or likely_variable(preview.names, preferred)
