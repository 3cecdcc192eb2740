"""How the function and its choosers share the width: side by side, closer together, or one below the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QSizePolicy, QToolButton, QWidget

from explainer.gui.look.texts import put, worded

_GOOD_EMS, _LEAST_EMS = 30, 18
"""So many heights of letters the field for the function should have, and has at least."""
_VARIABLE_EMS = 14
"""How wide the field of the variable may become, in heights of a letter."""
_WIDEST_PX = 16_777_215
"""Qt's word for as wide as it likes."""


class FieldGrid(QGridLayout):
    """Places the function, what is wrong with it, the choosers and the button, each under its caption."""

    def __init__(
        self,
        captions: Mapping[QWidget, QLabel],
        function: tuple[QWidget, QWidget, QWidget],
        choosers: tuple[QComboBox, ...],
        button: QWidget,
    ) -> None:
        super().__init__()
        self._captions = captions
        self._expression, self._field_row, self._error = function
        self._choosers = choosers
        self._button = button
        self._narrow: bool | None = None
        self.setHorizontalSpacing(10)
        self.setVerticalSpacing(3)
        self.setColumnStretch(0, 1)
        self._place(narrow=False)

    def _place(self, *, narrow: bool) -> None:
        """Put the choosers beside the function, or below it where that would leave the function too little room."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        width = len(self._choosers) + 2
        self.addWidget(self._captions[self._expression], 0, 0)
        self.addWidget(self._field_row, 1, 0, 1, width if narrow else 1)
        self.addWidget(self._error, 2, 0, 1, width)
        row = 3 if narrow else 0
        for column, widget in enumerate(self._choosers, start=1):
            self.addWidget(self._captions[widget], row, column)
            self.addWidget(widget, row + 1, column)
        self.addWidget(self._button, row + 1, width - 1)

    def share_room(self, width_px: int, letter_px: int) -> None:
        """Give the function room: first the choosers become as narrow as what they say, then they go below it."""
        variable, *further = self._choosers
        choosers = [chooser for chooser in further if not chooser.isHidden()]
        for chooser in further:
            self._captions[chooser].setHidden(chooser.isHidden())
        variable.setMaximumWidth(_VARIABLE_EMS * letter_px)  # long names are read in the function
        widths = {chooser: chooser.sizeHint().width() for chooser in choosers}
        narrow = {chooser: widths[chooser] - _unused(chooser) for chooser in choosers}
        others = min(variable.sizeHint().width(), variable.maximumWidth()) + self._button.sizeHint().width() + 72
        is_tight = width_px < others + sum(widths.values()) + _GOOD_EMS * letter_px
        for chooser in choosers:
            chooser.setMaximumWidth(narrow[chooser] if is_tight else _WIDEST_PX)
        self._place(narrow=width_px < others + sum(narrow.values()) + _LEAST_EMS * letter_px)


def _unused(chooser: QComboBox) -> int:
    """How much narrower a chooser may be that shows no more than what is chosen."""
    width = chooser.fontMetrics().horizontalAdvance
    widest = max((width(chooser.itemText(k)) for k in range(chooser.count())), default=0)
    return max(0, widest - width(chooser.currentText()))


def small_button(parent: QWidget, sign: str, title: str, name: str, handler: Callable[[], None]) -> QToolButton:
    """A small button beside the field."""
    button = QToolButton(parent)
    button.setObjectName(name.replace("action", "button"))
    button.setText(sign)
    put(button.setAccessibleName, title)
    put(button.setToolTip, title)
    button.clicked.connect(handler)
    # As high as the field: a height of its own would hold the whole row down where the letters are large.
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
    return button


def caption(parent: QWidget, text: str, widget: QWidget) -> QLabel:
    """What stands above a field, with its key."""
    label = worded(QLabel(parent), text)
    label.setProperty("role", "caption")
    label.setBuddy(widget)
    return label
