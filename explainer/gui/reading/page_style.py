"""How a page to read looks: the sizes and colours of its texts, cards and links, all from the theme."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetricsF

from explainer.gui.look.theme import Theme

MEASURE = 68
"""So many letters make a line: long enough to be read in one go, short enough to find the next one."""
_SAMPLE = "The derivative of a sum is the sum of the derivatives, and so on for all terms. "
LINE_SPACING = 1.42
"""The distance of the lines of running text, in heights of its letters."""


def measure_px(font: QFont) -> float:
    """How wide a column of text in this font is to be."""
    return QFontMetricsF(font).horizontalAdvance(_SAMPLE) / len(_SAMPLE) * MEASURE


def page_style(theme: Theme, size_px: int) -> str:
    """What is said of a page alone, in letters of this size."""

    def px(share: float) -> int:
        return max(11, round(size_px * share))

    ink, muted, line, accent = theme.ink.name(), theme.muted.name(), theme.line.name(), theme.accent.name()
    return _within(f"""
    QScrollArea#page {{ background: {theme.background.name()}; border-color: {line}; }}
    QScrollArea#page:focus {{ border-color: {accent}; }}
    QWidget#page_body, QWidget#page_viewport {{ background: {theme.background.name()}; }}
    QLabel {{ font-size: {size_px}px; color: {ink}; }}
    QLabel[role="kicker"] {{ font-size: {px(0.8)}px; color: {muted}; }}
    QLabel[role="title"] {{ font-size: {px(1.75)}px; font-weight: 600; }}
    QLabel[role="heading"] {{ font-size: {px(1.2)}px; font-weight: 600; }}
    QLabel[role="strong"] {{ font-weight: 600; }}
    QLabel[role="quiet"] {{ font-size: {px(0.88)}px; color: {muted}; }}
    QLabel[role="caption"] {{ font-size: {px(0.78)}px; color: {muted}; }}
    QLabel[role="mark"] {{ font-size: {px(0.82)}px; color: {theme.ok.name()}; }}
    QFrame[role="card"] {{ background: {theme.field.name()}; border: 1px solid {line}; border-radius: 10px; }}
    QFrame[role="aside"] {{ border: none; border-left: 3px solid {accent}; background: transparent; }}
    QFrame[role="warning"] {{ border: none; border-left: 3px solid {theme.failed.name()}; background: transparent; }}
    QFrame[role="rule"] {{ background: {line}; border: none; max-height: 1px; }}
    PageFigure {{ font-size: {px(1)}px; }}
    QPushButton {{ font-size: {px(0.9)}px; min-height: 26px; }}
    QPushButton[role="main"] {{ background: {accent}; color: {theme.on_accent.name()}; border-color: {accent};
        padding: 4px 18px; }}
    QPushButton[role="main"]:focus {{ border-color: {ink}; }}
    QPushButton[role="link"] {{ background: transparent; border-color: transparent; color: {accent}; padding: 1px 4px;
        text-align: left; text-decoration: underline; }}
    QPushButton[role="link"]:hover {{ border-color: {line}; }}
    QPushButton[role="link"]:focus {{ border-color: {accent}; }}
    QTableWidget {{ font-size: {px(0.76)}px; background: {theme.background.name()}; border: 2px solid transparent; }}
    QTableWidget:focus {{ border-color: {accent}; }}
    QTableWidget::item {{ padding: 1px 4px; }}
    QHeaderView {{ background: {theme.background.name()}; }}
    QHeaderView::section {{ font-size: {px(0.76)}px; background: {theme.background.name()}; padding: 3px 4px;
        border-bottom: 1px solid {line}; }}
    QFrame#check {{ border: none; background: transparent; }}
    QFrame#check QLabel {{ font-size: {px(0.82)}px; color: {muted}; }}
    QFrame#check[state="failed"] QLabel {{ color: {theme.failed.name()}; }}
    """)


def _within(rules: str) -> str:
    """The rules, for what is on a page alone."""
    page = "QScrollArea#page"
    written = []
    for rule in rules.split("}"):
        selectors, brace, what = rule.partition("{")
        inside = (one if one.startswith(page) else f"{page} {one}" for one in map(str.strip, selectors.split(",")))
        written.append(f"{', '.join(inside)} {{{what}}}" if brace else "")
    return "\n".join(written)
