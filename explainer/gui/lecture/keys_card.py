"""The keys of projection on a small card over the window in which the speaker works; the same key takes it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from explainer.gui.actions import keys_of
from explainer.gui.look.announcer import announce
from explainer.gui.look.texts import put, tr
from explainer.session.action_table import ACTIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from explainer.gui.look.theme import Theme

SHOWN = (
    "next", "previous", "first", "last", "substeps", "check", "overview", "zoom_line", "rule_page", "figure",
    "class_question", "black", "white", "freeze", "spotlight", "spotlight_larger", "spotlight_smaller", "timer",
    "timer_reset", "swap_screens", "presenter", "next_theme", "keys", "leave",
)  # fmt: skip
"""The rows of the table that a speaker needs, in the order in which they are looked for."""
_OF_LINES = frozenset(("first", "last", "substeps", "check", "zoom_line", "rule_page", "figure", "class_question"))
"""Those that do something to a line of a derivation, and nothing to a slide."""
_ON_SLIDES = {"next": "Next slide or line", "previous": "Previous slide or line", "overview": "All slides at a glance"}
"""What the others are called on a slide, where that is something else."""
_MARGIN_PX = 28
_TRIED = ((2, 1.0), (2, 0.9), (1, 1.0), (2, 0.8), (2, 0.7), (1, 0.8), (2, 0.6), (1, 0.6), (1, 0.5))
"""Columns and sizes of the letters; the first that a window has room for is taken."""
_ROWS = 28
"""So many lines of the card are as high as the window: it is read at a glance, from a lectern too."""
_HEIGHT_EM = 1.6
"""How high a line of it is against its letters."""
_MOST_KEYS = 3  # more keys for one action than anybody learns
_MARGIN_EM, _BESIDE_EM, _BELOW_EM, _COLUMNS_EM = 1.2, 0.8, 0.35, 1.5
"""The room around all, between keys and words, between the lines, and between the columns."""
_SURELY = 1.05
"""What would be larger than the window by so much is not made: the estimate is right to a few pixels."""


class KeysCard(QFrame):
    """Lies in the lower right corner of a window; the mouse goes through it."""

    def __init__(self, parent: QWidget, theme: Theme, size_px: int, columns: int, on_slide: bool) -> None:
        super().__init__(parent)
        self.setObjectName("keys_card")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        put(self.setAccessibleName, "Keys in projection")
        self.setStyleSheet(f"""
            QFrame#keys_card {{ background: {theme.panel.name()}; border: 2px solid {theme.accent.name()};
                border-radius: 10px; }}
            QFrame#keys_card QLabel {{ color: {theme.ink.name()}; background: transparent; font-size: {size_px}px; }}
            QFrame#keys_card QLabel[role="key"] {{ color: {theme.accent.name()}; font-weight: 600; }}
        """)
        grid = QGridLayout(self)
        grid.setContentsMargins(*(round(size_px * _MARGIN_EM),) * 4)
        grid.setHorizontalSpacing(round(size_px * _BESIDE_EM))
        grid.setVerticalSpacing(round(size_px * _BELOW_EM))
        rows = self.rows(on_slide)
        high = -(-len(rows) // columns)
        for number, (keys, words) in enumerate(rows):
            column, row = divmod(number, high)
            for place, text in enumerate((keys, words)):
                label = QLabel(text, self)
                label.setProperty("role", "" if place else "key")
                grid.addWidget(label, row, 3 * column + place)
        for column in range(columns - 1):
            grid.setColumnMinimumWidth(3 * column + 2, round(size_px * _COLUMNS_EM))

    @staticmethod
    def rows(on_slide: bool = False) -> tuple[tuple[str, str], ...]:
        """The keys that work here and what they do, in the language that is spoken; a number goes to its step."""
        by_id = {row.id: row for row in ACTIONS}
        found = []
        for identifier in SHOWN:
            if on_slide and identifier in _OF_LINES:
                continue
            everywhere, board = keys_of(by_id[identifier])
            # A clicker's key, which works everywhere, stands between the two of the board that are known best.
            keys = (*board[:1], *everywhere[:1], *board[1:], *everywhere[1:])
            words = tr(_ON_SLIDES[identifier]) if on_slide and identifier in _ON_SLIDES else by_id[identifier].words
            found.append((" ".join(keys[:_MOST_KEYS]), words))
        return tuple(found) if on_slide else (*found[:4], (tr("number, Return"), tr("Go to a step")), *found[4:])

    @staticmethod
    def expected_size(rows: Sequence[tuple[str, str]], font: QFont, size_px: int, columns: int) -> QSize:
        """How large a card with these rows becomes, a few pixels more or less; to make one takes as long as a page."""
        words, keys = QFont(font), QFont(font)
        for one in (words, keys):
            one.setPixelSize(size_px)
        keys.setWeight(QFont.Weight.DemiBold)
        of_keys, of_words = QFontMetrics(keys), QFontMetrics(words)
        high = -(-len(rows) // columns)
        width = (_MARGIN_EM * 2 + _BESIDE_EM * (3 * columns - 2) + _COLUMNS_EM * (columns - 1)) * size_px
        for first in range(0, len(rows), high):
            block = rows[first : first + high]
            width += max(of_keys.horizontalAdvance(text) for text, _ in block)
            width += max(of_words.horizontalAdvance(text) for _, text in block)
        height = high * of_words.height() + (_MARGIN_EM * 2 + _BELOW_EM * (high - 1)) * size_px
        return QSize(round(width), round(height))

    def place(self) -> None:
        """Stand in the corner, as large as the words are."""
        self.adjustSize()
        parent = self.parentWidget()
        if parent is not None:
            self.move(
                max(0, parent.width() - self.width() - _MARGIN_PX), max(0, parent.height() - self.height() - _MARGIN_PX)
            )


def _is_within(size: QSize, room: QSize) -> bool:
    return size.width() <= room.width() and size.height() <= room.height()


class ShownKeys:
    """Shows the card over the window in front, and takes it away; `look` is the theme and the size of a projection.

    `on_slide` says whether a slide stands where the lines are.
    """

    def __init__(
        self,
        front: Callable[[], QWidget],
        look: Callable[[], tuple[Theme, float] | None],
        on_slide: Callable[[], bool],
    ) -> None:
        self._front, self._look, self._on_slide = front, look, on_slide
        self.card: KeysCard | None = None

    def toggle(self) -> None:
        """Show the keys, or take them away."""
        look = self._look()
        if self.close() or look is None:
            return
        front = self._front()
        size = max(front.fontMetrics().height(), round(front.height() / _ROWS / _HEIGHT_EM))
        rows = KeysCard.rows(self._on_slide())
        for columns, share in _TRIED:
            last = (columns, share) == _TRIED[-1]
            expected = KeysCard.expected_size(rows, front.font(), round(size * share), columns)
            if not last and not _is_within(expected / _SURELY, front.size()):
                continue
            card = KeysCard(front, look[0], round(size * share), columns, self._on_slide())
            card.place()
            if last or _is_within(card.size(), front.size()):
                break
            card.deleteLater()
        card.show()
        self.card = card
        announce(card, "; ".join(f"{keys}: {words}" for keys, words in rows))

    def close(self) -> bool:
        """Take the keys away; return whether they were shown."""
        card, self.card = self.card, None
        if card is not None:
            card.hide()
            card.deleteLater()
        return card is not None
