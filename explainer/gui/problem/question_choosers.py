"""What else is chosen of a problem: the method, the layout, the order and the form, each in a chooser of its own.

The form is asked for only where there are two: where a derivative has more than two directions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from explainer.gui.look.chooser import Chooser
from explainer.gui.look.texts import put
from explainer.phrases import phrase
from explainer.session.kept.preferences import LAYOUT, LAYOUT_TITLES
from explainer.session.kept.settings import user_settings
from explainer.session.session import Request

if TYPE_CHECKING:
    from explainer.expr.shape import Shape
    from explainer.session.preview import Preview

_CHOOSERS = (
    ("method", phrase("&Method"), phrase("Method"), 15),
    ("layout", phrase("La&yout"), phrase("Layout of derivatives"), 11),
    ("order", phrase("&Order"), phrase("Order of the derivative"), 2),
    ("form", phrase("&Written as"), phrase("Form of a derivative with more than two directions"), 8),
)
"""The part of a request that is chosen, its caption, its full name, and how many letters it has room for at least."""
_ORDERS = {1: "The derivative", 2: "The second derivative: of a scalar the Hessian"}
_FORMS = {
    "vec": (phrase("Columns"), "One matrix: the columns of the function with respect to those of the variable"),
    "entries": (phrase("Entries"), "One entry, by its indices: the axes of the function, then those of the variable"),
}


class QuestionChoosers(QObject):
    """The choosers beside the variable. `chosen` is sent when somebody chooses, `resized` when their room changes."""

    chosen = Signal()
    resized = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._layout_is_new = self._method_is_chosen = self._method_is_let_go = False
        self.by_name = {name: self._made(parent, name, title, letters) for name, _, title, letters in _CHOOSERS}
        self.captions = {self.by_name[name]: caption for name, caption, *_ in _CHOOSERS}
        self.by_name["form"].hide()
        self._filled = False

    def _note_layout(self) -> None:
        self._layout_is_new = True

    def _note_method(self) -> None:
        self._method_is_chosen, self._method_is_let_go = True, False

    def follow(self, request: Request, is_alike: bool) -> None:
        """Let go of the method that a problem has brought once another function is typed; what is chosen here stays."""
        chosen = self.by_name["method"].currentData()
        if is_alike and self._method_is_let_go:
            self._show_part("method", request)
            self._method_is_let_go = False
        elif not is_alike and not self._method_is_chosen and chosen == request.method:
            self._show_part("method", Request())
            self._method_is_let_go = True

    def remember(self) -> None:
        """Keep the layout that somebody chose here for the next time the program starts, once it has been derived in:
        one that a lesson or a file brought stays theirs.
        """
        if self._layout_is_new:
            self._layout_is_new = False
            user_settings().put(LAYOUT, self.by_name["layout"].currentData())

    def _made(self, parent: QWidget, name: str, title: str, letters: int) -> Chooser:
        chooser = Chooser(parent)
        chooser.setObjectName(name)
        chooser.setMinimumContentsLength(letters)  # room for what it will offer
        put(chooser.setAccessibleName, title)
        if name == "layout":
            chooser.activated.connect(self._note_layout)  # before it is derived, which may be at once
        if name == "method":
            chooser.activated.connect(self._note_method)
        chooser.activated.connect(self.chosen)
        chooser.currentIndexChanged.connect(self.resized)
        return chooser

    def fill(self) -> None:
        """Offer what the engine has."""
        if self._filled:
            return
        self._filled = True
        from explainer.engine import METHODS

        for method in METHODS.values():
            self.by_name["method"].add_choice(method.title, method.id, method.description)
        for layout, (text, words) in LAYOUT_TITLES.items():
            self.by_name["layout"].add_choice(text, layout, words)
        for order, words in _ORDERS.items():
            self.by_name["order"].add_choice(str(order), order, words)
        for form, (text, words) in _FORMS.items():
            self.by_name["form"].add_choice(text, form, words)

    def show(self, request: Request) -> None:
        """Show what was chosen for a problem."""
        self._method_is_chosen &= self.by_name["method"].currentData() == request.method
        self._method_is_let_go = False
        for name in self.by_name:
            self._show_part(name, request)

    def _show_part(self, name: str, request: Request) -> None:
        chooser = self.by_name[name]
        chooser.setCurrentIndex(max(0, chooser.findData(getattr(request, name))))

    def put_into(self, request: Request) -> Request:
        """The request with what is chosen here; what nobody has chosen stays."""
        for name, chooser in self.by_name.items():
            value = chooser.currentData()
            if value is not None:
                request = request._replace(**{name: value})
        return request

    def suit(self, preview: Preview, variable: str) -> None:
        """Ask for the form where the derivative of what is typed by this variable has two."""
        function = None if preview.expression is None else preview.expression.shape
        by = preview.shapes.get(variable)
        asked = function is not None and by is not None and self._has_forms(function, by)
        form = self.by_name["form"]
        if asked == form.isHidden():
            form.setVisible(asked)
            self.resized.emit()

    def _has_forms(self, function: Shape, by: Shape) -> bool:
        from explainer.engine.starting import has_more_directions

        return has_more_directions(function, by) or (by.is_matrix and self.by_name["order"].currentData() == 2)

    def retell(self) -> None:
        """Say everything in the language that is spoken now."""
        for chooser in self.by_name.values():
            chooser.retell()
