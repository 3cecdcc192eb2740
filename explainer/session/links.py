"""A problem as something to send: a command line that derives it, and a link that opens it in the window.

A link reads `explainer:?f=x^2 y&wrt=x&shape=y:n`; it says what is asked for and nothing else.
"""

from __future__ import annotations

import shlex
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from explainer.errors import ExplainerError
from explainer.phrases import phrase
from explainer.session.opening import Request

SCHEME = "explainer"
LONGEST = 20_000
_PLAIN = Request()
_OPTIONS = ("method", "layout", "order", "form")
"""What is said only where it is not as usual."""


def command_of(request: Request) -> str:
    """The command line that derives a problem, as a shell takes it."""
    words = ["explainer", "derive", request.text]
    if request.wrt:
        words += ["--wrt", request.wrt]
    for name, shape in request.shapes.items():
        words += ["--shape", f"{name}={shape}"]
    for option in _OPTIONS:
        value = getattr(request, option)
        if value != getattr(_PLAIN, option):
            words += [f"--{option}", str(value)]
    return shlex.join(words)


def link_of(request: Request) -> str:
    """The link that opens a problem."""
    fields = [("f", request.text)]
    if request.wrt:
        fields.append(("wrt", request.wrt))
    fields += [("shape", f"{name}:{shape}") for name, shape in request.shapes.items()]
    fields += [
        (option, str(getattr(request, option)))
        for option in _OPTIONS
        if getattr(request, option) != getattr(_PLAIN, option)
    ]
    return f"{SCHEME}:?{urlencode(fields, quote_via=quote)}"


def is_link(text: str) -> bool:
    """Whether a text is meant as such a link."""
    return text.strip().lower().startswith(f"{SCHEME}:")


def request_of(link: str) -> Request:
    """The problem that a link asks for. Raises ExplainerError with what is wrong in it."""
    link = link.strip()
    if len(link) > LONGEST:
        raise ExplainerError(phrase("the link is longer than {0} letters", LONGEST))
    parts = urlsplit(link)
    if parts.scheme.lower() != SCHEME or not parts.query:
        raise ExplainerError("this is no link to a problem", hint="It begins with explainer:?f= and the function.")
    found: dict[str, str] = {}
    shapes: dict[str, str] = {}
    for name, value in parse_qsl(parts.query, keep_blank_values=True):
        if name == "shape":
            variable, sign, shape = value.partition(":")
            if not (sign and variable.strip() and shape.strip()):
                raise ExplainerError(phrase("the link says no shape with “{0}”", value), hint="Write shape=w:n.")
            shapes[variable.strip()] = shape.strip()
        elif name in ("f", "wrt", *_OPTIONS) and name not in found:
            found[name] = value
        else:
            raise ExplainerError(
                phrase("the link says “{0}”, which means nothing here", name),
                hint="It may say f, wrt, shape, method, layout, order and form.",
            )
    if not found.get("f", "").strip():
        raise ExplainerError("the link names no function", hint="It begins with explainer:?f= and the function.")
    order = found.get("order", "1")
    if order not in ("1", "2"):
        raise ExplainerError(phrase("there is no order {0}", order), hint="Write order=2 for the Hessian.")
    return Request(
        found["f"],
        found.get("wrt", ""),
        shapes,
        found.get("method", _PLAIN.method),
        found.get("layout", _PLAIN.layout),
        int(order),
        found.get("form", _PLAIN.form),
    )
