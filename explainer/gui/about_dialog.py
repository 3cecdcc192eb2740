"""What the program is, whose paper it follows, and what a report of a fault needs."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explainer import __version__
from explainer.gui.look.announcer import announce
from explainer.gui.look.dialog_sizes import comfortable_width
from explainer.gui.look.flow import nest
from explainer.gui.look.icons import application_icon
from explainer.gui.look.texts import put, tr, worded
from explainer.session.kept.log import facts, log_file, report

PAPER = "https://arxiv.org/abs/1802.01528"
_ICON_PX = 64
"""As large as three lines of text, which stand beside it."""


def known_facts() -> tuple[tuple[str, str], ...]:
    """The facts of a report, with those that only a window knows."""
    return facts(Qt=f"{qVersion()} ({QGuiApplication.platformName()})")


def copy_report(message: str = "") -> None:
    """Put the versions, a message and the end of the log on the clipboard."""
    QGuiApplication.clipboard().setText(report(known_facts(), message))


class AboutDialog(QDialog):
    """A card with the name, the paper and the facts; all of it can be selected and copied."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("about")
        put(self.setWindowTitle, "About Explainer")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(14)
        nest(layout, self._head())
        layout.addWidget(self._paper())
        nest(layout, self._facts())
        layout.addStretch(1)
        layout.addWidget(self._buttons())
        width = comfortable_width(self)
        self.resize(width, layout.totalHeightForWidth(width))

    def _head(self) -> QHBoxLayout:
        picture = QLabel(self)
        picture.setPixmap(application_icon().pixmap(_ICON_PX, _ICON_PX))
        put(picture.setAccessibleName, "The icon of the program")
        title = worded(QLabel(self), "Explainer {0}", __version__)
        title.setObjectName("card_title")
        what = worded(
            QLabel(self),
            "Differentiates functions of scalars, vectors and matrices one rule at a time, and checks every step.",
        )
        what.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(title)
        words.addWidget(what)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        nest(head, words, 1)
        return head

    def _paper(self) -> QLabel:
        follows = tr("It follows “{0}” by Terence Parr and Jeremy Howard: {1}")
        title = tr("The Matrix Calculus You Need For Deep Learning")
        label = QLabel(follows.format(title, f'<a href="{PAPER}">arXiv 1802.01528</a>'), self)
        label.setObjectName("paper")
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        label.setOpenExternalLinks(True)
        return label

    def _facts(self) -> QFormLayout:
        rows = QFormLayout()
        rows.setHorizontalSpacing(16)
        rows.setVerticalSpacing(3)
        self.rows: dict[str, QLabel] = {}
        for name, value in known_facts()[1:]:
            label = QLabel(value, self)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setAccessibleName(f"{tr(name)}: {value}")
            caption = worded(QLabel(self), name)
            caption.setProperty("role", "caption")
            rows.addRow(caption, label)
            self.rows[name] = label
        return rows

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        for name, text, act in (
            ("copy_report", tr("Copy for a &report"), self._copy),
            ("open_log", tr("Show the &log"), partial(_show, log_file())),
        ):
            button = QPushButton(text, self)
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(act)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
            if name == "open_log":
                button.setEnabled(log_file().exists())
        close = buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setObjectName("close")
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        return buttons

    def _copy(self) -> None:
        copy_report()
        button = self.findChild(QPushButton, "copy_report")
        assert isinstance(button, QPushButton)
        put(button.setText, "Copied")
        announce(button, tr("Copied"))


def _show(file: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))
