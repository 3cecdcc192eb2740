"""What the title of a window and its menu of changes say of the problem that is open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from explainer.gui.actions import ActionSet
from explainer.gui.files.problems import Problems
from explainer.gui.look.texts import put
from explainer.phrases import phrase


class Title:
    """The title with the name of the file and its mark; undo and redo with what they would do.

    `deck` gives the name of the file of slides whose lesson is read, and whether they are changed since it was saved.
    """

    def __init__(
        self,
        problems: Problems,
        actions: ActionSet,
        window: QWidget,
        deck: Callable[[], tuple[str, bool] | None],
    ) -> None:
        self._problems = problems
        self._actions = actions
        self._window = window
        self._deck = deck
        problems.changed.connect(self.show)

    def show(self) -> None:
        """Bring title and menus to what is open."""
        file, history = self._problems.file, self._problems.history
        title = phrase("Derivatives, step by step")
        name, modified = self._deck() or (file.name if file else "", self._problems.modified)
        put(self._window.setWindowTitle, *(("{0}[*] – {1}", name, title) if name else ("{0}[*]", title)))
        self._window.setWindowModified(modified)
        for row, text, word in (("undo", "&Undo", history.undone_by_undo), ("redo", "Red&o", history.done_by_redo)):
            self._actions.word(row, *(("{0}: {1}", phrase(text), phrase(word)) if word else (text,)))
            self._actions.offer(row, bool(word))
