"""Lines and terms for the clipboard, in every form that other programs take.

To add a form: one row in FORMS.
"""

from __future__ import annotations

import atexit
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage

from explainer.gui.look.texts import tr

if TYPE_CHECKING:
    from explainer.expr.node import Node

_PICTURE_PT = 36
_SYSTEM_CLIPBOARDS = ("xcb", "wayland", "windows", "cocoa")
"""Platforms on which the system has the clipboard, and takes over what is on it when the program ends."""


def copy(node: Node, form: str, theme: str) -> str:
    """Put an expression on the clipboard in one of the forms; return a sentence that says so."""
    title, make = FORMS[form]
    _leave_no_data_behind()
    QGuiApplication.clipboard().setMimeData(make(node, theme))
    return tr("Copied as {0}.", tr(title)) if form != "text" else tr("Copied.")


@cache
def _leave_no_data_behind() -> None:
    """Empty a clipboard that is Qt's own before Python ends: Qt would do it after that, and end with a crash."""
    if not QGuiApplication.platformName().startswith(_SYSTEM_CLIPBOARDS):
        atexit.register(lambda: QGuiApplication.clipboard().clear())


def _text(node: Node, theme: str) -> QMimeData:
    data = QMimeData()
    data.setText(node.text())
    return data


def _latex(node: Node, theme: str) -> QMimeData:
    from explainer.notation import write

    data = QMimeData()
    latex = write(node, "latex")
    data.setText(latex)
    data.setData("application/x-latex", latex.encode())
    return data


def _mathml(node: Node, theme: str) -> QMimeData:
    from explainer.notation import write

    data = QMimeData()
    mathml = write(node, "mathml")
    data.setText(mathml)
    for kind in ("application/mathml+xml", "application/mathml-presentation+xml", "MathML"):
        data.setData(kind, mathml.encode())
    return data


def _png(node: Node, theme: str) -> QMimeData:
    from explainer.export.pictures import render

    data = QMimeData()
    png = render(node, "png", _PICTURE_PT, theme)
    data.setImageData(QImage.fromData(png))
    data.setData("image/png", png)
    return data


def _svg(node: Node, theme: str) -> QMimeData:
    from explainer.export.pictures import render

    data = QMimeData()
    data.setData("image/svg+xml", render(node, "svg", _PICTURE_PT, theme))
    return data


FORMS: Mapping[str, tuple[str, Callable[[Node, str], QMimeData]]] = MappingProxyType(
    {
        "text": ("text", _text),
        "latex": ("LaTeX", _latex),
        "mathml": ("MathML", _mathml),
        "png": ("a picture (PNG)", _png),
        "svg": ("a drawing (SVG)", _svg),
    }
)
"""The forms by name: what they are called, and how the data of the clipboard are made."""
