r"""A handout as LaTeX: an article, or Beamer slides with one slide a step.

The source is plain ASCII and needs amsmath, amssymb, geometry, graphicx and multicol alone, so that every TeX compiles
it; what is wider than the page is made to fit by the command \fitted. A figure stands as its description in words.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

from explainer.export.latex_source import escaped
from explainer.handouts.many_files import Pieces
from explainer.handouts.registry import Options
from explainer.handouts.templates import environment, filled
from explainer.notation import latex, relation_line, write, write_notation
from explainer.notation.marking import struck
from explainer.notation.names import GREEK
from explainer.notation.tree import Symbol

if TYPE_CHECKING:
    from jinja2 import Environment

    from explainer.expr.node import Node
    from explainer.handouts.model import Document, StepPart, Words

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
_WORDS = {"“": "``", "”": "''", "‘": "`", "’": "'", "–": "--", "—": "---", "…": r"\dots{}", "\u00a0": "~"}


def text(words: str) -> str:
    """Words with the special characters escaped and the signs as TeX knows them."""
    return "".join(map(_character, words))


def _character(character: str) -> str:
    sign = _SIGNS.get(character)
    return rf"\ensuremath{{{sign}}}" if sign else _WORDS.get(character) or escaped(character)


def sentence(parts: Words) -> str:
    """A sentence with its formulas."""
    return "".join(text(part) if isinstance(part, str) else _inline(write(part, "latex")) for part in parts)


def _inline(source: str) -> str:
    """A formula within a line; one with a matrix in it gets a line of its own, which is made to fit."""
    return rf"\fitted{{{source}}}" if r"\begin{" in source else f"${source}$"


def formula(node: Node) -> str:
    """A formula for a line of its own."""
    return write(node, "latex")


def line(node: Node) -> str:
    """A line of a derivation, behind its equals sign."""
    return latex(relation_line(None, "=", write_notation(node)))


def before(step: StepPart) -> str:
    """The line before a step, with what falls away from it struck through."""
    return latex(struck(write_notation(step.before), step.falling))


@cache
def _environment() -> Environment:
    filters: dict[str, Callable[..., Any]] = {
        "text": text,
        "words": sentence,
        "formula": formula,
        "line": line,
        "before": before,
    }
    return environment(
        False, filters, block_start_string="<%", block_end_string="%>", variable_start_string="<<",
        variable_end_string=">>", comment_start_string="<#", comment_end_string="#>",
    )  # fmt: skip


def pieces(document: Document, options: Options) -> Pieces:
    """The article, piece by piece."""
    return filled(_environment(), "article.tex", document=document, paper=options["paper"])


def slides(document: Document, options: Options) -> Pieces:
    """The slides, piece by piece."""
    return filled(_environment(), "slides.tex", document=document)
