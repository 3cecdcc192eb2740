r"""Drawings as LaTeX source: figures, and formulas that are too wide for a line and so are broken by our own rules.

They are filled outlines for the package pgf, by the commands of its lowest layer, which are the same for every driver
and take no time to read. The short commands of a path are defined once in a document, in PREAMBLE, and so is each
letter, where it is first drawn. Lengths are in big points, the 72nd part of an inch.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from explainer.typeset import Fill, Glyph, Rule, Stroke
from explainer.typeset.files.drawing import number
from explainer.typeset.fonts.leaves import leaf
from explainer.typeset.fonts.outline import CLOSE, CURVE, MOVE, Outline
from explainer.typeset.theme import red_green_blue

if TYPE_CHECKING:
    from explainer.typeset import Drawing, Mark

PREAMBLE: Final = r"""\usepackage{pgf}
\makeatletter
\newcommand{\drawnM}[2]{\pgfsys@moveto{#1bp}{#2bp}}
\newcommand{\drawnL}[2]{\pgfsys@lineto{#1bp}{#2bp}}
\newcommand{\drawnC}[6]{\pgfsys@curveto{#1bp}{#2bp}{#3bp}{#4bp}{#5bp}{#6bp}}
\newcommand{\drawnZ}{\pgfsys@closepath}
\newcommand{\drawnF}{\pgfsys@fill}
\newcommand{\drawnS}[2]{\pgfsys@setlinewidth{#1bp}\pgfsys@roundjoin\pgfsys@roundcap\pgfsys@setdash{#2}{0bp}\pgfsys@stroke}
\newcommand{\drawnR}[4]{\pgfsys@rect{#1bp}{#2bp}{#3bp}{#4bp}\pgfsys@fill}
\newcommand{\drawnI}[3]{\pgfsys@color@rgb{#1}{#2}{#3}}
\newcommand{\drawnG}[4]{\pgfsys@beginscope\pgfsys@transformcm{#1}{0}{0}{#1}{#2bp}{#3bp}%
  \csname drawn@#4\endcsname\pgfsys@fill\pgfsys@endscope}
\newcommand{\drawnN}[2]{\expandafter\gdef\csname drawn@#1\endcsname{#2}}
\makeatother
"""


class Letters:
    """The letters that a document has defined already, by their keys."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def name(self, key: str) -> tuple[str, str]:
        """The name of a letter, and its definition where it has none yet."""
        found = self._names.get(key)
        if found is not None:
            return found, ""
        name = self._names[key] = str(len(self._names) + 1)
        return name, rf"\drawnN{{{name}}}{{{_path(leaf(key).outline, 0.0, 0.0, 1.0)}}}"


def pgf(drawing: Drawing, size_pt: float, letters: Letters, *, deep: float = 0.0) -> str:
    """The drawing as a picture of pgf with letters of this size; its lowest `deep` em lie below the baseline."""
    size = size_pt
    left, low = drawing.left * size, drawing.bottom * size
    lines = [
        rf"\begin{{pgfpicture}}\pgfpathrectangle{{\pgfpointorigin}}{{\pgfqpoint{{{number(drawing.width * size)}bp}}"
        rf"{{{number(drawing.height * size)}bp}}}}\pgfusepath{{use as bounding box}}%",
        rf"\pgfsetbaseline{{{number(deep * size)}bp}}%",
    ]
    for colour, marks in drawing.layers:
        red, green, blue = red_green_blue(colour)
        lines.append(rf"\drawnI{{{number(red)}}}{{{number(green)}}}{{{number(blue)}}}%")
        lines += [f"{mark}%" for one in marks for mark in _mark(one, left, low, size, letters)]
    return "\n".join((*lines, r"\end{pgfpicture}"))


def _mark(mark: Mark, left: float, low: float, size: float, letters: Letters) -> Iterator[str]:
    if isinstance(mark, Fill):
        yield rf"{_path(mark.outline, left, low, size)}\drawnF"
    elif isinstance(mark, Stroke):
        gaps = ",".join(f"{number(length * size)}bp" for length in mark.dashes)
        yield rf"{_path(mark.outline, left, low, size)}\drawnS{{{number(mark.width * size)}}}{{{gaps}}}"
    elif isinstance(mark, Rule):
        lengths = (left + mark.x * size, low + mark.y * size, mark.width * size, mark.height * size)
        yield rf"\drawnR{_given(lengths)}"
    elif isinstance(mark, Glyph):
        name, definition = letters.name(mark.key)
        if definition:
            yield definition
        place = _given((mark.scale * size, left + mark.x * size, low + mark.y * size))
        yield rf"\drawnG{place}{{{name}}}"


def _path(outline: Outline, left: float, low: float, size: float) -> str:
    """An outline as commands; quadratic curves become cubic ones."""
    words: list[str] = []
    x = y = 0.0
    control: tuple[float, float] | None = None
    for (px, py), code in zip(outline.vertices, outline.codes, strict=True):
        if code == CLOSE:
            words.append(r"\drawnZ")
            continue
        px, py = left + px * size, low + py * size
        if code == CURVE and control is None:
            control = (px, py)
            continue
        if control is not None:
            cx, cy = control
            to = (x + 2 / 3 * (cx - x), y + 2 / 3 * (cy - y), px + 2 / 3 * (cx - px), py + 2 / 3 * (cy - py), px, py)
            words.append(rf"\drawnC{_given(to)}")
            control = None
        else:
            words.append(rf"\drawn{'M' if code == MOVE else 'L'}{_given((px, py))}")
        x, y = px, py
    return "".join(words)


def _given(lengths: tuple[float, ...]) -> str:
    return "".join(f"{{{number(length)}}}" for length in lengths)
