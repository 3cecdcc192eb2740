"""Lines and terms for the clipboard, in every form that other programs take.

To add a form: one row in FORMS.
"""

from __future__ import annotations

import atexit
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage

from explainer.phrases import phrase

if TYPE_CHECKING:
    from explainer.expr.node import Node

_PICTURE_PT = 36
_SYSTEM_CLIPBOARDS = ("xcb", "wayland", "windows", "cocoa")
"""Platforms on which the system has the clipboard, and takes over what is on it when the program ends."""


Data: TypeAlias = Mapping[str, bytes]
"""What goes onto the clipboard, by its media types."""
_TEXT, _PICTURE = "text/plain", "image/png"


def made(node: Node, form: str, theme: str) -> Data:
    """The data of an expression in one of the forms; a picture takes its time, and may be made in another thread."""
    return FORMS[form].make(node, theme)


def put_on_clipboard(form: str, data: Data) -> str:
    """Put the data of a form on the clipboard; return a sentence that says so."""
    _leave_no_data_behind()
    offered = QMimeData()
    for kind, content in data.items():
        if kind == _TEXT:
            offered.setText(content.decode())
        else:
            offered.setData(kind, content)
        if kind == _PICTURE:
            offered.setImageData(QImage.fromData(content))
    QGuiApplication.clipboard().setMimeData(offered)
    return phrase("Copied as {0}.", phrase(FORMS[form].title)) if form != "text" else phrase("Copied.")


def put_text_on_clipboard(text: str) -> None:
    """Put a plain text on the clipboard."""
    _leave_no_data_behind()
    QGuiApplication.clipboard().setText(text)


@cache
def _leave_no_data_behind() -> None:
    """Empty a clipboard that is Qt's own before Python ends: Qt would do it after that, and end with a crash."""
    if not QGuiApplication.platformName().startswith(_SYSTEM_CLIPBOARDS):
        atexit.register(lambda: QGuiApplication.clipboard().clear())


def _text(node: Node, theme: str) -> Data:
    return {_TEXT: node.text().encode()}


def _latex(node: Node, theme: str) -> Data:
    from explainer.notation import write

    latex = write(node, "latex").encode()
    return {_TEXT: latex, "application/x-latex": latex}


def _mathml(node: Node, theme: str) -> Data:
    from explainer.notation import write

    mathml = write(node, "mathml").encode()
    kinds = (_TEXT, "application/mathml+xml", "application/mathml-presentation+xml", "MathML")
    return dict.fromkeys(kinds, mathml)


def _typst(node: Node, theme: str) -> Data:
    from explainer.notation import write

    return {_TEXT: f"$ {write(node, 'typst')} $".encode()}


def _word(node: Node, theme: str) -> Data:
    """MathML, which Word takes in as a formula to be edited, and Office Math within a page, as it copies itself."""
    from explainer.notation import write

    page = (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" '
        f'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><body><!--[if gte msEquation 12]>'
        f"{write(node, 'omml')}<![endif]--><![if !msEquation]>{write(node, 'mathml')}<![endif]></body></html>"
    )
    return {**_mathml(node, theme), "text/html": page.encode()}


def _png(node: Node, theme: str) -> Data:
    from explainer.export.pictures import render

    return {_PICTURE: render(node, "png", _PICTURE_PT, theme)}


def _svg(node: Node, theme: str) -> Data:
    from explainer.export.pictures import render

    return {"image/svg+xml": render(node, "svg", _PICTURE_PT, theme)}


class Form(NamedTuple):
    """What a form is called, how its data are made, and whether that takes so long that nobody is to wait for it."""

    title: str
    make: Callable[[Node, str], Data]
    takes_long: bool = False


FORMS: Mapping[str, Form] = MappingProxyType(
    {
        "text": Form("text", _text),
        "latex": Form("LaTeX", _latex),
        "mathml": Form("MathML", _mathml),
        "word": Form("a formula for Word", _word),
        "typst": Form("Typst", _typst),
        "png": Form("a picture (PNG)", _png, takes_long=True),
        "svg": Form("a drawing (SVG)", _svg, takes_long=True),
    }
)
"""The forms by name."""
