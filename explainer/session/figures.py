"""Which figure belongs beside the board: the one of a name, for where the session stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.errors import ExplainerError

if TYPE_CHECKING:
    from explainer.figures import Figure
    from explainer.session.session import Session


def figure_at(session: Session, name: str) -> Figure | str:
    """The figure of the open derivation at its position, or a sentence that says why there is none."""
    from explainer.figures import UnsuitedError, figure_kind

    if session.trace is None:
        return "Nothing is open."
    try:
        return figure_kind(name).draw(session.trace, {"step": session.position})
    except UnsuitedError as error:
        return f"{error.reason[:1].upper()}{error.reason[1:]}."
    except ExplainerError as error:
        return f"{error.message[:1].upper()}{error.message[1:]}."
