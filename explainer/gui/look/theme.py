"""The colours of the window: a theme of resources/themes as a Qt palette and a style sheet.

Palettes are our own, because some platforms ignore a request for a dark colour scheme.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from explainer.typeset import contrast, find_theme

CORNER_PX, BORDER_PX = 8, 2
"""How round and how wide the frame is around what may have the keys."""
LIGHT, DARK = "paper", "blackboard"
"""The themes that follow a light and a dark system."""


class Theme(NamedTuple):
    """Every colour that the window uses, by what it is for."""

    name: str
    background: QColor
    """Behind the formulas."""
    ink: QColor
    """Formulas and text."""
    quiet: QColor
    """Earlier lines: still at least 7:1 on the background."""
    muted: QColor
    """Text of less weight; still at least 4.5:1 on the background and on panels."""
    faint: QColor
    """What cannot be used now."""
    line: QColor
    """Borders of fields and panels."""
    panel: QColor
    """Behind the panels around the board."""
    field: QColor
    """Behind what can be typed or chosen."""
    accent: QColor
    """Focus, selection, and the button that matters."""
    on_accent: QColor
    """Text on the accent."""
    changed: QColor
    """The part that a step has changed."""
    changing: QColor
    """The part that a step is about to change."""
    ok: QColor
    failed: QColor

    @property
    def letters(self) -> tuple[QColor, ...]:
        """The colours of the letters of a rule, on the card and where they stand on the board."""
        return self.accent, self.changed


_ON_LIGHT, _ON_DARK = ("#1b6b3a", "#a3160d"), ("#8ee6a8", "#ff9d90")
"""The colours of a check that passed and of one that failed, on light and on dark."""


@cache
def load_theme(name: str) -> Theme:
    """The theme of this name with the colours that a window needs besides those of the formulas, mixed from these."""
    given = find_theme(name)
    background, ink, accent = QColor(given.background), QColor(given.ink), QColor(given.accent)
    ok, failed = _ON_DARK if given.dark else _ON_LIGHT
    return Theme(
        name=name,
        background=background,
        ink=ink,
        quiet=mixed(ink, background, 0.16),
        muted=QColor(given.muted),
        faint=mixed(ink, background, 0.6),
        line=mixed(ink, background, 0.72 if given.dark else 0.8),
        panel=mixed(ink, background, 0.95),
        field=mixed(ink, background, 0.9) if given.dark else QColor("#ffffff"),
        accent=accent,
        on_accent=max(background, ink, key=lambda colour: contrast(colour.name(), given.accent)),
        changed=QColor(given.changed_after),
        changing=QColor(given.changed_before),
        ok=QColor(ok),
        failed=QColor(failed),
    )


def system_theme() -> str:
    """The name of the theme that fits the system: light or dark, light where the system does not say."""
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return DARK if dark else LIGHT


def mixed(first: QColor, second: QColor, share: float) -> QColor:
    """The colour between two colours; `share` is how much there is of the second."""

    def between(one: int, other: int) -> int:
        return round(one * (1 - share) + other * share)

    return QColor(
        between(first.red(), second.red()),
        between(first.green(), second.green()),
        between(first.blue(), second.blue()),
    )


def palette_of(theme: Theme) -> QPalette:
    """The theme as a Qt palette."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    palette = QPalette()
    for key, colour in (
        (role.Window, theme.panel),
        (role.WindowText, theme.ink),
        (role.Base, theme.field),
        (role.AlternateBase, theme.panel),
        (role.Text, theme.ink),
        (role.Button, theme.field),
        (role.ButtonText, theme.ink),
        (role.BrightText, theme.failed),
        (role.Highlight, theme.accent),
        (role.HighlightedText, theme.on_accent),
        (role.Accent, theme.accent),
        (role.ToolTipBase, theme.field),
        (role.ToolTipText, theme.ink),
        (role.PlaceholderText, theme.muted),
        (role.Link, theme.accent),
        (role.Light, theme.field),
        (role.Midlight, theme.line),
        (role.Mid, theme.line),
        (role.Dark, theme.muted),
        (role.Shadow, theme.line),
    ):
        palette.setColor(key, colour)
    for key in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(group.Disabled, key, theme.faint)
    return palette


def style_sheet(theme: Theme, size_px: int) -> str:
    """What a palette cannot say: borders, rounding, the two-pixel ring of the focus, captions."""
    return _fields(theme, size_px) + _buttons(theme) + _surfaces(theme, size_px) + _bars(theme)


def _fields(theme: Theme, size_px: int) -> str:
    """Frames of everything that may have the keys; fields and choosers."""
    return f"""
    QMenuBar, QWidget#card_body, QWidget#problem_bar, QWidget#transport {{
        background: {theme.panel.name()}; }}
    QLineEdit, QPlainTextEdit, QComboBox, QPushButton, QToolButton, QListView, QTreeView, QScrollArea, QGraphicsView {{
        border: {BORDER_PX}px solid transparent; border-radius: {CORNER_PX}px; }}
    QLineEdit, QComboBox {{ background: {theme.field.name()}; border-color: {theme.line.name()};
        padding: 4px 8px; min-height: 24px; selection-background-color: {theme.accent.name()}; }}
    QPlainTextEdit {{ background: {theme.field.name()}; border-color: {theme.line.name()}; padding: 2px 4px; }}
    QLineEdit#expression {{ font-size: {round(size_px * 1.3)}px; }}
    QComboBox {{ padding-right: 26px; }}
    QComboBox::drop-down {{ border: none; width: 26px; }}
    QComboBox::down-arrow {{ image: none; }}
    QComboBox QAbstractItemView {{ background: {theme.field.name()}; border: 1px solid {theme.line.name()};
        border-radius: 0; padding: 2px; }}
    QComboBox QLineEdit {{ border: none; padding: 0; min-height: 0; }}
    """


def _buttons(theme: Theme) -> str:
    """Buttons, chips and links, and the ring of whatever has the keys."""
    return f"""
    QPushButton, QToolButton {{ background: {theme.field.name()}; border-color: {theme.line.name()};
        padding: 4px 12px; min-height: 24px; }}
    QToolButton {{ padding: 4px; }}
    QToolButton[role="chip"] {{ padding: 1px 9px; border-radius: 13px; border: 1px dashed {theme.muted.name()};
        background: transparent; color: {theme.muted.name()}; }}
    QToolButton[role="chip"][given="true"] {{ border: 1px solid {theme.ink.name()}; color: {theme.ink.name()}; }}
    QToolButton[role="chip"]:hover {{ border-color: {theme.accent.name()}; }}
    QToolButton[role="chip"]:focus {{ border: 2px solid {theme.accent.name()}; padding: 0px 8px; }}
    QToolButton::menu-indicator {{ image: none; }}
    QPushButton:hover, QToolButton:hover {{ border-color: {theme.accent.name()}; }}
    QPushButton:pressed, QToolButton:pressed {{ background: {theme.line.name()}; }}
    QPushButton#derive, QPushButton[role="main"], QToolButton#next_step {{ background: {theme.accent.name()};
        color: {theme.on_accent.name()}; border-color: {theme.accent.name()}; }}
    QPushButton[role="main"]:disabled, QToolButton#next_step:disabled {{ background: {theme.field.name()};
        color: {theme.faint.name()}; border-color: {theme.line.name()}; }}
    QPushButton#derive:focus, QPushButton[role="main"]:focus, QToolButton#next_step:focus {{
        border-color: {theme.ink.name()}; }}
    QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QPushButton:focus, QToolButton:focus, QListView:focus,
    QTreeView:focus, QScrollArea:focus, QGraphicsView:focus {{ border-color: {theme.accent.name()}; }}
    QComboBox QLineEdit:focus {{ border: none; }}
    QPushButton[role="link"] {{ background: transparent; border-color: transparent; color: {theme.accent.name()};
        padding: 1px 4px; text-decoration: underline; }}
    QPushButton[role="link"]:hover {{ border-color: {theme.line.name()}; }}
    QPushButton[role="link"]:focus {{ border-color: {theme.accent.name()}; }}
    """


def _surfaces(theme: Theme, size_px: int) -> str:
    """Lists, panels, cards and their captions."""
    small = max(11, round(size_px * 0.82))
    return f"""
    QTreeView, QScrollArea {{ background: {theme.panel.name()}; }}
    QGraphicsView {{ background: {theme.background.name()}; border-color: {theme.line.name()}; }}
    QTreeView {{ show-decoration-selected: 0; selection-background-color: transparent; }}
    QTreeView::branch {{ background: {theme.panel.name()}; }}
    QLabel[role="caption"] {{ color: {theme.muted.name()}; font-size: {small}px; }}
    QLabel#counter {{ color: {theme.muted.name()}; }}
    QLabel#card_title {{ font-size: {round(size_px * 1.45)}px; font-weight: 600; }}
    QFrame#check {{ border: 2px solid {theme.line.name()}; border-radius: 8px; background: {theme.field.name()}; }}
    QFrame#check[state="ok"] {{ border-color: {theme.ok.name()}; }}
    QFrame#check[state="failed"] {{ border-color: {theme.failed.name()}; }}
    QListWidget#substeps {{ background: {theme.field.name()}; border-color: {theme.line.name()}; padding: 2px; }}
    QDialog#deck_dialog QListWidget {{ border-color: {theme.line.name()}; }}
    QDialog#deck_dialog QListWidget:focus {{ border-color: {theme.accent.name()}; }}
    QListWidget#substeps::item {{ padding: 4px 6px; border-radius: 5px; }}
    QListWidget#numbers_table {{ background: {theme.field.name()}; border-color: {theme.line.name()}; }}
    QScrollArea#number_fields, QScrollArea#number_fields:focus {{ border: none; }}
    QListWidget#numbers_table:focus {{ border-color: {theme.accent.name()}; }}
    QListView#timeline {{ background: {theme.panel.name()}; }}
    """


def _bars(theme: Theme) -> str:
    """Sliders, tabs, tables, scroll bars, menus and notices."""
    return f"""
    QSlider {{ border: 2px solid transparent; border-radius: 8px; }}
    QSlider:focus {{ border-color: {theme.accent.name()}; }}
    QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {theme.muted.name()}; }}
    QSlider::handle:horizontal {{ width: 14px; margin: -7px 0; border-radius: 9px; border: 2px solid {theme.ink.name()};
        background: {theme.field.name()}; }}
    QTabWidget::pane {{ border: none; }}
    QTabBar::tab {{ padding: 6px 6px; color: {theme.muted.name()}; border-bottom: 2px solid transparent; }}
    QTabBar::tab:selected {{ color: {theme.ink.name()}; border-bottom-color: {theme.accent.name()}; }}
    QTabBar::tab:focus {{ border-bottom-color: {theme.ink.name()}; }}
    QTabBar::scroller {{ width: 56px; }}
    QTabBar QToolButton {{ min-width: 24px; padding: 0; background: {theme.panel.name()}; }}
    QHeaderView::section {{ background: {theme.panel.name()}; color: {theme.muted.name()}; border: none;
        padding: 6px 10px; text-align: left; }}
    QTableWidget {{ border: none; background: {theme.field.name()}; }}
    QTableWidget::item {{ padding: 2px 10px; }}
    QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; }}
    QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 2px; }}
    QScrollBar::handle {{ background: {theme.line.name()}; border-radius: 4px; min-height: 28px; min-width: 28px; }}
    QScrollBar::handle:hover {{ background: {theme.muted.name()}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QMenuBar::item {{ padding: 5px 10px; background: transparent; border-radius: 6px; }}
    QMenuBar::item:selected {{ background: {theme.field.name()}; }}
    QMenu {{ background: {theme.field.name()}; border: 1px solid {theme.line.name()}; padding: 4px; }}
    QMenu::item {{ padding: 5px 28px 5px 28px; border-radius: 5px; }}
    QMenu::item:selected {{ background: {theme.accent.name()}; color: {theme.on_accent.name()}; }}
    QLabel#message {{ background: {theme.field.name()}; border-left: 4px solid {theme.failed.name()};
        padding: 8px 14px; margin: 0 16px 8px 16px; }}
    QLabel#message[news="true"] {{ border-left-color: {theme.accent.name()}; }}
    QWidget#recovery QLabel, QWidget#notice QLabel {{ background: {theme.field.name()};
        border-left: 4px solid {theme.accent.name()}; padding: 8px 14px; }}
    QToolTip {{ background: {theme.field.name()}; color: {theme.ink.name()}; border: 1px solid {theme.line.name()}; }}
    """
