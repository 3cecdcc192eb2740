r"""A handout as LaTeX: an article, or Beamer slides with one slide a step.

The source is plain ASCII and needs packages alone that every TeX brings: amsmath, amssymb, geometry, graphicx, multicol
and pgf. No formula is smaller than nine points: what is a little too wide for its line is made to fit by the command
\fitted, and what is wider is drawn in lines broken by our own rules, with its source in a comment before it. Figures
are drawn too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, Final

from explainer.export.latex_source import escaped
from explainer.handouts.many_files import Pieces
from explainer.handouts.model import Lines
from explainer.handouts.office.frames import frames_of
from explainer.handouts.registry import Options
from explainer.handouts.step_lines import line_after, line_before, short_line
from explainer.handouts.templates import environment, filled
from explainer.handouts.tex.drawings import PREAMBLE, Letters, pgf
from explainer.notation import latex, write_notation
from explainer.notation.names import GREEK
from explainer.notation.tree import Symbol
from explainer.typeset import find_theme, typeset
from explainer.typeset.files.drawing import draw
from explainer.typeset.splitting import split_by_height

if TYPE_CHECKING:
    from jinja2 import Environment

    from explainer.expr.node import Node
    from explainer.figures import Figure
    from explainer.handouts.model import Document, Words
    from explainer.notation.tree import Notation
    from explainer.typeset import Drawing, Picture, Theme

_SIGNS = {
    "·": r"\cdot", "×": r"\times", "∂": r"\partial", "∇": r"\nabla", "Σ": r"\Sigma", "≤": r"\le", "≥": r"\ge",
    "≠": r"\ne", "≈": r"\approx", "→": r"\to", "←": r"\leftarrow", "⊗": r"\otimes", "⊘": r"\oslash", "○": r"\bigcirc",
    "−": "-", "‖": r"\|", "ᵀ": r"{}^{T}", "⊤": r"{}^{\top}", "∞": r"\infty", "√": r"\surd", "ℝ": r"\mathbb{R}",
    "∈": r"\in", "✓": r"\checkmark", "✗": r"\times", "⋮": r"\vdots", "⋱": r"\ddots", "⋯": r"\cdots", "′": "'",
    "⊙": r"\odot", "±": r"\pm", "Δ": r"\Delta", "∘": r"\circ", "⁻": "{}^{-}", "∏": r"\prod", "∑": r"\sum",
    "⊠": r"\boxtimes", "₌": "{}_{=}",
    **{raised: f"{{}}^{{{letter}}}" for raised, letter in zip("ᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐ", "abcdefghjklm", strict=True)},
    **{raised: f"{{}}^{{{letter}}}" for raised, letter in zip("ᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴺ", "oprstuvwxyzN", strict=True)},
    "\u20d7": r"\vec{\,}", "\u0302": r"\hat{\,}", "ᵢ": "{}_{i}", "ⱼ": "{}_{j}", "ₙ": "{}_{n}", "ₘ": "{}_{m}",
    "ₖ": "{}_{k}", "ⁿ": "{}^{n}", "ⁱ": "{}^{i}", "↔": r"\leftrightarrow", "⇒": r"\Rightarrow",
    "ο": "o", "ς": r"\varsigma", **{letter: latex(Symbol(letter)) for letter in GREEK.values()},
    **{chr(0x2080 + digit): f"{{}}_{{{digit}}}" for digit in range(10)},
    **{character: f"{{}}^{{{digit}}}" for digit, character in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")},
}  # fmt: skip
_LETTERS_BP: Final = 10.91
"""The letters of both kinds of documents, 10.95 points of TeX, in points of a screen."""
_SMALLEST: Final = 9.0 / 10.95
"""How small a wide formula may become, against the text: 9 points are read on paper."""
_FIGURE_BP: Final = 9.0
_ARTICLE_EM: Final = 40.0
_COLUMN_EM: Final = 19.2
_HIGH_EM: Final = 55.0
"""The width of a line of an article and of one of its two columns, and the height of a page, in em."""
SLIDE_EM: Final = (35.0, 16.0)
"""The width of a line, and on slides the height that is left under a title, in em; A4 and 16 to 9."""
_SHORT: Final = 60
"""Formulas with a shorter source fit a line."""
_PUNCTUATION: Final = re.compile(r"[.,;:](?=\s|$)")
_WORDS = {"“": "``", "”": "''", "‘": "`", "’": "'", "–": "--", "—": "---", "…": r"\dots{}", "\u00a0": "~"}


def text(words: str) -> str:
    """Words with the special characters escaped and the signs as TeX knows them."""
    return "".join(map(_character, words))


def _sign_at_start(part: str | Node) -> str:
    """The punctuation with which words go on after a formula, if any."""
    found = _PUNCTUATION.match(part) if isinstance(part, str) else None
    return found[0] if found else ""


def _character(character: str) -> str:
    sign = _SIGNS.get(character)
    return rf"\ensuremath{{{sign}}}" if sign else _WORDS.get(character) or escaped(character)


@dataclass
class Page:
    """Writes formulas and figures for pages of one width and height, in em of their letters."""

    width_em: float
    height_em: float
    letters: Letters = field(default_factory=Letters)

    def words(self, parts: Words) -> str:
        """A sentence with its formulas."""
        written, taken = [], ""
        for part, following in zip_longest(parts, parts[1:], fillvalue=""):
            if isinstance(part, str):
                written.append(text(part.removeprefix(taken)))
                taken = ""
            else:
                formula, taken = self._inline(part, _sign_at_start(following))
                written.append(formula)
        return "".join(written)

    def _inline(self, node: Node, sign: str) -> tuple[str, str]:
        """A formula within a line of text; one with a matrix in it, or longer than a line, gets a line of its own.

        There it takes the sign that follows along, which would begin a line; the sign comes back where it did so.
        """
        notation = write_notation(node)
        source = latex(notation)
        if r"\begin{" not in source and (len(source) < _SHORT or typeset(notation, style="text").width < self.width_em):
            return f"${source}$", ""
        return self.display(notation, end=sign), sign

    def formula(self, node: Node) -> str:
        """A formula on lines of its own."""
        return self.display(write_notation(node))

    def boxed(self, node: Node) -> str:
        """A result in a frame."""
        return self.display(write_notation(node), boxed=True)

    def display(self, notation: Notation, *, boxed: bool = False, end: str = "") -> str:
        """A formula on a line of its own; drawn on several where it is too wide, if it can be broken at all.

        Behind it stands a sign at its `end`, but behind no drawing.
        """
        source = latex(notation)
        pictures = () if self._fits(typeset(notation)) else self._broken(notation)
        if not pictures:
            framed = rf"\boxed{{{source}}}" if boxed else source
            ended = rf"\text{{{end}}}" if end else ""
            return rf"\fitted{{{framed}{ended}}}"
        drawn = (rf"\drawn{{{self._drawn(draw(picture, _white()))}}}" for picture in pictures)
        comment = "".join(f"% {row}\n" for row in source.splitlines())
        return f"%\n{comment}{''.join(drawn)}"

    def holds(self, notation: Notation) -> bool:
        """Whether a formula fits, on one line or on several."""
        return self._fits(typeset(notation)) or bool(self._broken(notation))

    def _fits(self, picture: Picture) -> bool:
        wide, high = self.width_em / _SMALLEST, self.height_em / _SMALLEST
        return picture.width <= wide and picture.height + picture.depth <= high

    def _broken(self, notation: Notation) -> list[Picture]:
        whole = typeset(notation, width_em=self.width_em - 1)
        return split_by_height(whole, self.height_em) if whole.width <= self.width_em - 1 else []

    def _drawn(self, drawing: Drawing) -> str:
        return pgf(drawing, _LETTERS_BP, self.letters)

    def figure(self, figure: Figure) -> str:
        """A figure, as wide as a line at most."""
        drawing = figure.sheet().drawing(_white())
        size = min(
            _FIGURE_BP, _LETTERS_BP * self.width_em / drawing.width, _LETTERS_BP * self.height_em / drawing.height
        )
        return pgf(drawing, size, self.letters)


def _white() -> Theme:
    """The colours of paper, on paper."""
    return find_theme("paper")._replace(background="#ffffff")


@cache
def _environment() -> Environment:
    filters: dict[str, Callable[..., Any]] = {
        "text": text,
        "line": line_after,
        "short_line": short_line,
        "before": line_before,
    }
    return environment(
        False, filters, block_start_string="<%", block_end_string="%>", variable_start_string="<<",
        variable_end_string=">>", comment_start_string="<#", comment_end_string="#>",
    )  # fmt: skip


def pieces(document: Document, options: Options) -> Pieces:
    """The article, piece by piece."""
    page = Page(_COLUMN_EM, _HIGH_EM)
    in_columns = document.in_columns and all(map(page.holds, _lines_of(document)))
    if not in_columns:
        page = Page(_ARTICLE_EM, _HIGH_EM)
    return filled(
        _environment(), "article.tex", document=document, paper=options["paper"], page=page,
        in_columns=in_columns, preamble=PREAMBLE,
    )  # fmt: skip


def _lines_of(document: Document) -> Iterator[Notation]:
    """The lines of the derivations in short, from which one sees whether columns are wide enough."""
    for block in document.blocks:
        if isinstance(block, Lines):
            yield write_notation(block.start)
            yield from (short_line(part) for part in block.parts if part.line is not None)


def slides(document: Document, options: Options) -> Pieces:
    """The slides, piece by piece."""
    return filled(
        _environment(), "slides.tex", document=document, frames=frames_of(document), page=Page(*SLIDE_EM),
        preamble=PREAMBLE,
    )  # fmt: skip
