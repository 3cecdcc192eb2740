"""A handout as one web page that needs nothing else: MathML, pictures inside, a few lines of JavaScript for the keys.

Without JavaScript it is the whole page, and so it prints. No request leaves it: its own policy forbids every one.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from explainer.handouts.many_files import Pieces
from explainer.handouts.registry import Options
from explainer.handouts.step_lines import line_after, line_before, short_line
from explainer.handouts.templates import environment, filled
from explainer.notation import mathml, speech, write_notation
from explainer.threads import recent

if TYPE_CHECKING:
    from jinja2 import Environment

    from explainer.expr.node import Node
    from explainer.figures import Figure
    from explainer.handouts.model import Document, StepPart, Words
    from explainer.notation.tree import Notation
    from explainer.typeset.theme import Theme

LIGHT, DARK = "paper", "blackboard"
_SIZE_PT = 11.0
"""The letters of a figure: a little smaller than those of the page, which browsers show in 12 points."""
_NOTHING = Markup("")


def pieces(document: Document, options: Options) -> Pieces:
    """The page, piece by piece."""
    return page_of(document)


def page_of(document: Document, navigation: Markup = _NOTHING) -> Pieces:
    """The page, with links to other pages over it where it is one of several."""
    light, dark = themes()
    return filled(_environment(), "handout.html", document=document, navigation=navigation, light=light, dark=dark)


def themes() -> tuple[Theme, Theme]:
    """The colours on light and on dark ground."""
    from explainer.typeset.theme import find_theme

    return find_theme(LIGHT), find_theme(DARK)


@cache
def _environment() -> Environment:
    filters: dict[str, Callable[..., Markup]] = {
        "formula": formula,
        "line": line,
        "short_line": lambda part: _marked_up(short_line(part)),
        "before": before,
        "inline": inline,
        "words": words,
        "picture": picture,
    }
    return environment(True, filters)


@recent(256)
def formula(node: Node) -> Markup:
    """A formula on a line of its own, with its spoken text."""
    return _marked_up(write_notation(node))


def line(step: StepPart) -> Markup:
    """A line of a derivation, behind its equals sign, with what is new in it marked."""
    return _marked_up(line_after(step))


def before(step: StepPart) -> Markup:
    """The line before a step, with what falls away from it struck through."""
    return _marked_up(line_before(step))


def inline(node: Node) -> Markup:
    """A formula within a line of text."""
    return Markup(str(formula(node)).replace(' display="block"', ' display="inline"', 1))


def _marked_up(notation: Notation) -> Markup:
    return Markup(mathml(notation).replace("<math ", f'<math aria-label="{escape(speech(notation))}" ', 1))


def words(parts: Words) -> Markup:
    """A sentence with its formulas."""
    return Markup("").join(escape(part) if isinstance(part, str) else inline(part) for part in parts)


def picture(figure: Figure) -> Markup:
    """A figure in the colours of either scheme, inside the page."""
    from explainer.typeset import svg

    def source(theme: str) -> str:
        data = svg(figure.sheet().drawing(theme), _SIZE_PT, theme, title=figure.title, description=figure.description)
        return f"data:image/svg+xml;base64,{b64encode(data).decode()}"

    return Markup(
        '<picture><source media="screen and (prefers-color-scheme: dark)" srcset="{}"><img src="{}" alt="{}"></picture>'
    ).format(source(DARK), source(LIGHT), f"{figure.title}. {figure.description}")
