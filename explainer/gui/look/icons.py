"""The icons of resources/icons in the colours of a theme; they are drawn with `currentColor`."""

from __future__ import annotations

from PySide6.QtGui import QColor, QIcon, QPixmap

from explainer.assets import resource
from explainer.threads import recent

_SCALE = 3
"""Icons are rendered this many times larger than shown, so that they stay sharp on dense screens."""


@recent(256)
def _pixmap(name: str, colour: str) -> QPixmap:
    svg = resource("icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    svg = svg.replace('width="24" height="24"', f'width="{24 * _SCALE}" height="{24 * _SCALE}"')
    pixmap = QPixmap()
    pixmap.loadFromData(svg.encode(), "SVG")
    pixmap.setDevicePixelRatio(_SCALE)
    return pixmap


def icon(name: str, colour: QColor, disabled: QColor | None = None) -> QIcon:
    """An icon in one colour, and in another one where the button cannot be used."""
    made = QIcon(_pixmap(name, colour.name()))
    if disabled is not None:
        made.addPixmap(_pixmap(name, disabled.name()), QIcon.Mode.Disabled)
    return made


def pixmap(name: str, colour: QColor) -> QPixmap:
    """An icon as a picture, for a label."""
    return _pixmap(name, colour.name())


def application_icon() -> QIcon:
    """The icon of the program."""
    return QIcon(str(resource("icons", "application.svg")))
