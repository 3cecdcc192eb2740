"""The palette of signs below the field of the function: asked for by a button or a key, and what it writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import delete

from explainer.gui.look.theme import Theme
from explainer.gui.problem.expression_field import ExpressionField
from explainer.signs import shown_text

if TYPE_CHECKING:
    from explainer.gui.problem.symbol_palette import SymbolPalette
    from explainer.language.typing.symbols import Symbol


class SymbolHelp:
    """Writes signs into a field; the palette is made when somebody first wants it, and shown below a widget."""

    def __init__(self, field: ExpressionField, below: QWidget) -> None:
        self._field = field
        self._below = below
        self._palette: SymbolPalette | None = None
        self._theme: Theme | None = None
        self._selection = (0, 0)
        """Where the selection in the field began, and how long it was, when the palette took the keys."""

    def ask(self) -> None:
        """Show the palette."""
        if self._palette is None:
            from explainer.gui.problem.symbol_palette import SymbolPalette

            self._palette = SymbolPalette(self._field.window())
            self._palette.chosen.connect(self._insert)
            self._palette.left.connect(self._return_to_field)
            if self._theme is not None:
                self._palette.set_theme(self._theme)
        start, selected = self._field.selectionStart(), self._field.selectedText()
        self._selection = (start, len(selected)) if selected else (self._field.cursorPosition(), 0)
        self._palette.ask(self._below)

    def let_go(self) -> None:
        """The window is about to be styled: let go of the signs, which are many, while nobody sees them."""
        if self._palette is not None and self._palette.isHidden():
            palette, self._palette = self._palette, None
            delete(palette)  # at once, for what waits to be deleted is styled once more

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of this theme."""
        self._theme = theme
        if self._palette is not None:
            self._palette.set_theme(theme)

    def _insert(self, symbol: Symbol) -> None:
        self._return_to_field()
        self._field.write_around(shown_text(symbol.template))

    def _return_to_field(self) -> None:
        """Give the field the keys back, with what was selected in it."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        start, length = self._selection
        self._field.setCursorPosition(start)
        if length:
            self._field.setSelection(start, length)
