"""A label for sentences with formulas in them: words wrap, formulas stand on the baseline of the words.

It is a QLabel with the sentence as plain text, so that a screen reader and a test read what an eye sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from explainer.gui.formulas.pictures import Drawing, drawing_of, em_pixels
from explainer.phrases import retold

if TYPE_CHECKING:
    from explainer.notation.tree import Notation, Path
    from explainer.session.lines.card import Sentence

_ONE_LINE_PX = 100_000
"""Wide enough for any sentence."""
_KEPT_WIDTHS = 12
"""A layout tries several widths in turn, again and again; the arrangements of so many are kept."""


class _Piece(NamedTuple):
    """A word or a formula at its place; `x` and `baseline` in pixels."""

    content: str | Drawing
    x: float
    baseline: float
    scale: float


class FormulaLabel(QLabel):
    """Shows a sentence; `formula_scale` makes its formulas larger than its words, `most_height_px` keeps them low.

    `line_spacing` is the distance of its lines in heights of its letters; lines with high formulas take more. In
    `running` text formulas are set low, as they are within a paragraph of a book. A `snug` label asks for the width of
    its sentence on one line.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        formula_scale: float = 1.0,
        most_height_px: float = float("inf"),
        line_spacing: float = 1.0,
        running: bool = False,
        snug: bool = False,
    ) -> None:
        super().__init__(parent)
        self._sentence: Sentence = ()
        self._formula_scale = formula_scale
        self._laid_out: dict[int, tuple[list[_Piece], float]] = {}
        self._most_height = most_height_px
        self._line_spacing = line_spacing
        self._style = "text" if running else "display"
        self._snug = snug
        self._stale = False
        self._colours: dict[Path, QColor] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setTextFormat(Qt.TextFormat.PlainText)

    @property
    def sentence(self) -> Sentence:
        return self._sentence

    def show_sentence(self, sentence: Sentence) -> None:
        """Show another sentence; an empty one leaves the label blank."""
        sentence = retold(sentence)
        if len(sentence) == len(self._sentence) and all(map(_same, sentence, self._sentence)):
            return
        self._sentence = sentence
        self.setText(text_of(sentence))
        self._forget()

    def set_colours(self, colours: Mapping[Path, QColor]) -> None:
        """Draw parts of the formulas in colours of their own."""
        if colours != self._colours:
            self._colours = dict(colours)
            self.update()

    def set_stale(self, stale: bool) -> None:
        """Draw in grey what no longer is what was typed."""
        if stale != self._stale:
            self._stale = stale
            self.update()

    def refresh(self) -> None:
        """Lay out again, after the size of the letters has changed."""
        self._forget()

    def _forget(self) -> None:
        self._laid_out.clear()
        self.updateGeometry()
        self.update()

    def widest_formula(self) -> float:
        """How wide the widest of its formulas is, in pixels, where none is broken."""
        em = em_pixels(self.font()) * self._formula_scale
        return max((drawing_of(part).width * em for part in self._sentence if not isinstance(part, str)), default=0.0)

    # --- layout ------------------------------------------------------------------------------------------------------

    def _layout(self, width: int) -> tuple[list[_Piece], float]:
        known = self._laid_out.get(width)
        if known is None:
            if len(self._laid_out) > _KEPT_WIDTHS:
                self._laid_out.clear()
            known = self._laid_out[width] = self._arrange(max(40, width))
        return known

    def _arrange(self, width: int) -> tuple[list[_Piece], float]:
        metrics = QFontMetricsF(self.font())
        em = em_pixels(self.font()) * self._formula_scale
        space = metrics.horizontalAdvance(" ")
        lines: list[list[_Piece]] = [[]]
        x, gap = 0.0, 0.0
        for run in self._runs(width / em):
            if isinstance(run, str):
                gap = space
                if run == "\n":
                    lines.append([])
                continue
            measured = [self._measured(content, em, width, metrics) for content in run]
            if lines[-1] and x + gap + sum(advance for advance, _ in measured) > width:
                lines.append([])
            x = x + gap if lines[-1] else 0.0
            for content, (advance, scale) in zip(run, measured, strict=True):
                if lines[-1] and x + advance > width:  # too wide for a line of its own even
                    lines.append([])
                    x = 0.0
                lines[-1].append(_Piece(content, x, 0.0, scale))
                x += advance
            gap = 0.0
        return self._stacked([line for line in lines if line], metrics)

    def _measured(self, content: str | Drawing, em: float, width: float, metrics: QFontMetricsF) -> tuple[float, float]:
        """How wide a word or a formula is, in pixels, and the size of the formula: smaller where it would not fit."""
        if isinstance(content, str):
            return metrics.horizontalAdvance(content), em
        height = (content.ascent + content.descent) * em
        scale = em * min(1.0, width / max(1.0, content.width * em), self._most_height / max(1.0, height))
        return content.width * scale, scale

    def _stacked(self, lines: list[list[_Piece]], metrics: QFontMetricsF) -> tuple[list[_Piece], float]:
        """The lines one below the other, and the height of all."""
        pieces: list[_Piece] = []
        distance = self._line_spacing * metrics.height() if self._line_spacing > 1 else 0.0
        baseline, below = 0.0, 0.0
        for number, line in enumerate(lines):
            ascent = max(self._ascent(piece, metrics) for piece in line)
            needed = below + ascent + metrics.leading() + 2
            baseline += max(needed, distance) if number else ascent
            below = max(self._descent(piece, metrics) for piece in line)
            pieces.extend(_Piece(p.content, p.x, baseline, p.scale) for p in line)
        return pieces, baseline + below + metrics.leading() + 2 if lines else 0.0

    def _runs(self, width_em: float) -> Iterator[str | list[str | Drawing]]:
        """Words and formulas that stand together without a space, such as a formula and its comma; else a space or a
        new line."""
        run: list[str | Drawing] = []
        for content in self._contents(width_em):
            if content in (" ", "\n"):
                if run:
                    yield run
                    run = []
                yield str(content)
            else:
                run.append(content)
        if run:
            yield run

    def _contents(self, width_em: float) -> list[str | Drawing]:
        """The sentence cut into words, spaces and formulas."""
        contents: list[str | Drawing] = []
        broken = False
        for part in self._sentence:
            if not isinstance(part, str):
                whole = drawing_of(part, style=self._style)
                contents.append(self._larger(whole, drawing_of(part, width_em, self._style), width_em))
                broken = contents[-1] is not whole
                continue
            if broken:  # beside the first of several lines a point or a comma would end nothing
                part = part[1:] if part[:1] in {".", ","} and part[1:2] in {"", " "} else part
                broken = False
            for number, line in enumerate(part.split("\n")):
                if number:
                    contents.append("\n")
                for count, word in enumerate(line.split(" ")):
                    if count:
                        contents.append(" ")
                    if word:
                        contents.append(word)
        return contents

    def _larger(self, whole: Drawing, broken: Drawing, width_em: float) -> Drawing:
        """A formula in lines, or on one line where the height that there is would make the lines smaller than that."""
        most_em = self._most_height / (em_pixels(self.font()) * self._formula_scale)
        high, wide = max(0.1, broken.ascent + broken.descent), max(0.1, whole.width)
        return whole if most_em / high < width_em / wide else broken

    @staticmethod
    def _ascent(piece: _Piece, metrics: QFontMetricsF) -> float:
        return metrics.ascent() if isinstance(piece.content, str) else piece.content.ascent * piece.scale

    @staticmethod
    def _descent(piece: _Piece, metrics: QFontMetricsF) -> float:
        return metrics.descent() if isinstance(piece.content, str) else piece.content.descent * piece.scale

    def elided(self, sentence: Sentence, width: int) -> Sentence:
        """The sentence on one line, with dots for what has no room there."""
        self.show_sentence(sentence)
        if self._lines_at(width) <= 1:
            return sentence
        pieces = [piece for part in sentence for piece in _words_of(part)]
        fitting, too_many = 0, len(pieces)
        while too_many - fitting > 1:
            tried = (fitting + too_many) // 2
            self.show_sentence((*pieces[:tried], "…"))
            fitting, too_many = (tried, too_many) if self._lines_at(width) <= 1 else (fitting, tried)
        return (*pieces[:fitting], "…")

    def _lines_at(self, width: int) -> int:
        """How many lines the sentence takes."""
        return len({piece.baseline for piece in self._layout(width)[0]})

    def natural_width(self, widest: int) -> int:
        """The width that the sentence needs, if it may be so wide at most."""
        pieces, _ = self._layout(widest)
        metrics = QFontMetricsF(self.font())
        ends = [
            piece.x + (metrics.horizontalAdvance(piece.content) if isinstance(piece.content, str)
                       else piece.content.width * piece.scale)
            for piece in pieces
        ]  # fmt: skip
        return ceil(max(ends, default=0.0))

    # --- Qt ----------------------------------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._layout(self._inner(width))[1]) + self._frame()[1]

    def sizeHint(self) -> QSize:
        if self._snug:
            width = self.natural_width(_ONE_LINE_PX) + self._frame()[0]
            return QSize(width, self.heightForWidth(width + 1))
        width = self.width() if self.width() > 40 else 260
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        if self._snug:
            return self.sizeHint()
        return QSize(60, self.heightForWidth(max(self.width(), 60)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._forget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def _inner(self, width: int) -> int:
        return width - self._frame()[0]

    def _frame(self) -> tuple[int, int]:
        margins = self.contentsMargins()
        return margins.left() + margins.right(), margins.top() + margins.bottom()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self.palette().windowText().color()
        if self._stale:
            ink.setAlphaF(0.42)
        self.paint_in(painter, self.contentsRect(), ink)
        painter.end()

    def paint_in(self, painter: QPainter, rect: QRect, ink: QColor) -> None:
        """Paint the sentence into a rectangle, of this label or of another widget, in the middle of its height."""
        before = painter.font()
        painter.setPen(ink)
        painter.setFont(self.font())  # that of the other widget may be larger: words would lie over each other
        pieces, height = self._layout(rect.width())
        top = rect.top() + max(0.0, (rect.height() - height) / 2)
        for piece in pieces:
            place = QPointF(rect.left() + piece.x, top + piece.baseline)
            if isinstance(piece.content, str):
                painter.drawText(place, piece.content)
            else:
                piece.content.paint(painter, place, piece.scale, ink, self._colours)
        painter.setFont(before)


def _same(first: str | Notation, second: str | Notation) -> bool:
    """Whether two pieces are alike; formulas by identity, because comparing deep trees can overflow the stack."""
    return first == second if isinstance(first, str) and isinstance(second, str) else first is second


def text_of(sentence: Sentence) -> str:
    """The sentence in plain letters, for the ear and for whoever has no formulas."""
    if all(isinstance(part, str) for part in sentence):
        return "".join(map(str, sentence))
    from explainer.session.lines.card import formula_text

    return "".join(part if isinstance(part, str) else formula_text(part) for part in sentence)


def _words_of(part: str | Notation) -> Iterator[str | Notation]:
    """A text word by word, a formula whole."""
    if isinstance(part, str):
        yield from re.findall(r"\s*\S+|\s+", part)
    else:
        yield part
