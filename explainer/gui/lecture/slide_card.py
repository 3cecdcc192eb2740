"""A slide of a lesson that has no lines: its words, a figure or a question, as large as the room allows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QLayout, QVBoxLayout, QWidget

from explainer.errors import ExplainerError
from explainer.gui.away import Away
from explainer.gui.formulas.figure_view import FigureView
from explainer.gui.formulas.formula_label import FormulaLabel, text_of
from explainer.gui.look.announcer import announce
from explainer.gui.look.texts import put
from explainer.gui.look.theme import Theme
from explainer.phrases import joined

if TYPE_CHECKING:
    from explainer.session.course.deck import Slide
    from explainer.session.lines.card import Sentence

_LETTERS: Final = (2.1, 1.8, 1.55, 1.35, 1.2, 1.1, 1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.42, 0.35, 0.3, 0.25)
"""The sizes of the letters that are tried, against the usual one of a title card; the first that fits is taken. What is
long gets small rather than cut off."""
_ALONE: Final = 1.15
"""A formula on a line of its own is larger than words by this."""
_HEADING: Final = 1.35
"""A heading is larger than what stands under it by this."""
_OVER_FIGURE: Final = 0.3
"""The share of the height that words may take over a figure."""
_BESIDE_FIGURE, _GAP = 0.36, 0.03
"""The share of the width that they take beside one, which has larger letters there; and the gap between the two."""
_ABOVE: Final = 0.4
"""The share of the room that is left over which stands above: so in the optical middle."""
_WORTH_IT: Final = 1.05
"""Words stand beside a figure where its letters are larger by this."""
_ROUNDING_PX: Final = 4
"""Every height of a slide is a whole number of pixels."""
_ACROSS, _DOWN = 0.08, 0.06
"""The margins, against width and height."""


class SlideCard(QWidget):
    """Stands where the board is; `least_px` is the size of its smallest words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("slide_card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme: Theme | None = None
        self._least_px = 27.0
        self._slide: Slide | None = None
        self._away: Away | None = None
        self._unreadable: list[Slide] = []
        self._heading = QLabel(self)
        self._heading.setWordWrap(True)
        self._figure = FigureView(None, self)
        self._figure.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a frame around it would say nothing to an audience
        self._labels: list[FormulaLabel] = []
        self._beside = False
        self._layout = QVBoxLayout(self)
        self._layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._layout.addStretch(2)
        self._layout.addWidget(self._heading)
        self._layout.addStretch(3)

    @property
    def slide(self) -> Slide | None:
        """What is shown."""
        return self._slide

    @property
    def letters_px(self) -> int:
        """The size of the words now."""
        return self._labels[0].font().pixelSize() if self._labels else self._heading.font().pixelSize()

    def set_look(self, theme: Theme, least_px: float) -> None:
        """Draw in these colours, with no smaller words than that where they fit."""
        self._theme, self._least_px = theme, least_px
        self._restyle()

    def show_slide(self, slide: Slide) -> None:
        """Show a slide; what stands on it is made beside the window, if it is not there yet."""
        if slide is self._slide:
            return
        self._slide = slide
        put(self._heading.setText, slide.heading)
        self._heading.setVisible(bool(slide.heading))
        for label in self._labels:
            self._layout.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = []
        if slide.is_read:
            self._show_all(slide)
        else:
            self._figure.set_figure(None)
            self._figure.hide()
            self._restyle()
            self.read(slide)

    def _show_all(self, slide: Slide) -> None:
        self._figure.set_figure(slide.figure)
        self._figure.setVisible(slide.draw is not None)
        self._show_sentences(slide.sentences)

    def _show_sentences(self, sentences: tuple[Sentence, ...]) -> None:
        self._labels = [self._label(sentence) for sentence in sentences]
        for place, label in enumerate(self._labels):
            self._layout.insertWidget(2 + place, label)
        self._restyle()

    def read(self, slide: Slide) -> None:
        """Have made what stands on a slide, beside the window: it may take a derivation, or several."""

        def show(sentences: tuple[Sentence, ...]) -> None:
            if slide is self._slide and not self._labels:
                self._show_all(slide)
                announce(self, joined(" ", [slide.heading, *map(text_of, sentences)]))

        def tell(error: Exception) -> None:
            self._unreadable.append(slide)
            if slide is self._slide and not self._labels:
                words = error.message if isinstance(error, ExplainerError) else str(error)
                self._show_sentences(((words,),))
                announce(self, joined(" ", [slide.heading, words]))

        if self._away is None:
            self._away = Away(self)
        self._away.do(slide.read, show, tell)

    def picture_of(self, slide: Slide, size: QSize) -> QPixmap:
        """A slide as it will be shown here, for who speaks; none while it is not read, which it is soon."""
        unreadable = any(one is slide for one in self._unreadable)  # its heading is there
        if not slide.is_read and not unreadable:
            if self._away is None or not self._away.busy:
                self.read(slide)
            if not slide.is_read:
                return QPixmap()
        card = SlideCard(self)
        card.hide()
        card.resize(size)
        if self._theme is not None:
            card.set_look(self._theme, self._least_px)
        card.show_slide(slide)
        picture = card.grab()
        card.deleteLater()
        return picture

    def _label(self, sentence: Sentence) -> FormulaLabel:
        """A sentence: its formulas are low among words, and large where they stand alone."""
        has_words = any(isinstance(part, str) and part.strip() for part in sentence)
        label = FormulaLabel(self, formula_scale=1.0 if has_words else _ALONE, running=has_words)
        label.setWordWrap(True)
        label.show_sentence(sentence)
        label.show()
        return label

    def minimumSizeHint(self) -> QSize:
        """What is on a slide is made to fit the screen, never the other way round."""
        return QSize(0, 0)

    def retell(self) -> None:
        """Say the slide in the language that is spoken now."""
        slide, self._slide = self._slide, None
        if slide is not None:
            self.show_slide(slide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._restyle()

    def _restyle(self) -> None:
        theme, slide = self._theme, self._slide
        if theme is None or slide is None:
            return
        self.setStyleSheet(f"QWidget#slide_card {{ background: {theme.background.name()}; }}")
        self._beside = False
        self._fit_words()
        self._figure.set_theme(theme)
        if self._has_figure:
            self._place_figure()
        self._set_margins()

    def _fit_words(self) -> bool:
        """Take the largest letters in which all words have room; return whether these are large enough."""
        usual = max(self._least_px, min(self.width() / 44, self.height() / 22))
        size = next((usual * share for share in _LETTERS if self._fits(usual * share)), 0.0)
        self._set_letters(size or usual * _LETTERS[-1])
        return size >= min(self._least_px, usual)

    def _set_margins(self) -> None:
        """Leave the room that a figure takes, beside the words, which stand in the middle then, or below them."""
        across, down = round(self.width() * _ACROSS), round(self.height() * _DOWN)
        right = self.width() - across - self._across
        figure, top, bottom = self._figure.geometry(), down, down
        if self._has_figure and not self._beside:
            bottom = self.height() - figure.top() + self._layout.spacing()
            top += figure.top() - self._room_of_figure().top()
        self._layout.setContentsMargins(across, top, right, bottom)

    def _fits(self, size: float) -> bool:
        """Whether all sentences have room in letters of a size, and no formula is broken; a figure gets most of it."""
        self._set_letters(size)
        across = self._across
        room = self._height * (_OVER_FIGURE if self._has_figure and not self._beside else 1.0)
        shown = [label for label in self._labels if label.isVisibleTo(self)]
        if size > self._least_px and any(label.widest_formula() > across for label in shown):
            return False
        heights = [label.heightForWidth(across) for label in shown]
        if self._heading.isVisibleTo(self):
            heights.append(self._heading.heightForWidth(across))
        return sum(heights) + self._layout.spacing() * (len(heights) + 1) <= room

    @property
    def _across(self) -> int:
        """The width of the words."""
        return round((self.width() - 2 * round(self.width() * _ACROSS)) * (_BESIDE_FIGURE if self._beside else 1.0))

    @property
    def _height(self) -> float:
        return self.height() * (1 - 2 * _DOWN)

    @property
    def _has_figure(self) -> bool:
        return self._slide is not None and self._slide.is_read and self._slide.figure is not None

    def _place_figure(self) -> None:
        """Let the figure fill the room that the words leave: it is as large as its letters.

        It stands below them, or beside them where its letters would be small below and are larger so.
        """
        room = self._room_of_figure()
        letters = self._figure.letters_in(room.width(), room.height())
        words = any(label.isVisibleTo(self) for label in (self._heading, *self._labels))
        if words and letters < self._least_px:
            self._beside = True
            wide = self._room_of_figure()
            if self._fit_words() and self._figure.letters_in(wide.width(), wide.height()) > letters * _WORTH_IT:
                room = wide
            else:
                self._beside = False
                self._fit_words()
        self._figure.fill(room.width(), float(room.height()))
        height = self._figure.heightForWidth(room.width())
        spare = max(0, room.height() - height)
        self._figure.setGeometry(room.left(), room.top() + round(spare * _ABOVE), room.width(), height)

    def _room_of_figure(self) -> QRect:
        """Where there are no words."""
        left, top = round(self.width() * _ACROSS), round(self.height() * _DOWN)
        across = self.width() - 2 * left
        if self._beside:
            taken = self._across + round(self.width() * _GAP)
            return QRect(left + taken, top, across - taken, round(self._height))
        words = [label for label in (self._heading, *self._labels) if label.isVisibleTo(self)]
        down = sum(label.heightForWidth(across) + self._layout.spacing() for label in words) + _ROUNDING_PX
        return QRect(left, top + down, across, max(1, round(self._height) - down))

    def _set_letters(self, size: float) -> None:
        theme, slide = self._theme, self._slide
        assert theme is not None
        assert slide is not None
        self._layout.setSpacing(round(size * 0.6))
        ink, marked = theme.ink.name(), theme.changed.name()
        large = round(size * _HEADING * (1.2 if slide.kind == "title" else 1.0))
        self._style(self._heading, f"font-size: {large}px; font-weight: 600; color: {ink};", large)
        for place, label in enumerate(self._labels):
            colour = marked if place in slide.marked else ink
            self._style(label, f"font-size: {round(size)}px; color: {colour};", round(size))
            label.refresh()

    def _style(self, label: QLabel, style: str, size_px: int) -> None:
        """The style, and the font at once: a hidden window is styled only when it is shown."""
        font = label.font()
        font.setPixelSize(size_px)
        label.setFont(font)
        if label.styleSheet() != style:
            label.setStyleSheet(style + " background: transparent;")
