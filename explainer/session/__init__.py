"""The application without a window: what is open, where one stands in it, and what may be shown of it.

Start reading in `explainer.session.session`. `lines` says more of a line, `numbers` what it is worth, `course` is what
one reads, `kept` what stays between starts. Nothing here knows Qt: the window, the command line and the tests drive the
same `Session`. To add a command: a method of `Session` that ends by telling its listeners what happened.
"""

from explainer.session.events import Event
from explainer.session.preview import Preview
from explainer.session.session import Session

__all__ = ["Event", "Preview", "Session"]
