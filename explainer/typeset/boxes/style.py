"""TeX's styles and the lengths that a formula is set with.

A style is a number: display 0, text 2, script 4, scriptscript 6, and one more where superscripts stand lower (cramped).
Source: The TeXbook, appendix G; the lengths are the font parameters of cmsy10 and cmex10, in em.
"""

from __future__ import annotations

from typing import Final

DISPLAY, TEXT, SCRIPT, SCRIPT_SCRIPT = 0, 2, 4, 6  # even as in TeX, where the odd ones are cramped

SIZES: Final = (1.0, 1.0, 1.0, 1.0, 0.7, 0.7, 0.5, 0.5)
"""The size of each style."""

X_HEIGHT: Final = 0.430555
AXIS: Final = 0.25
"""The height of fraction bars and of the middle of delimiters over the baseline."""
RULE_THICKNESS: Final = 0.04
NUMERATOR_DISPLAY, NUMERATOR_TEXT = 0.676508, 0.393732
DENOMINATOR_DISPLAY, DENOMINATOR_TEXT = 0.685951, 0.344841
SUPERSCRIPT_DISPLAY, SUPERSCRIPT, SUPERSCRIPT_CRAMPED = 0.412892, 0.362892, 0.288889
SUBSCRIPT, SUBSCRIPT_BELOW_SUPERSCRIPT = 0.15, 0.247217
SUPERSCRIPT_DROP, SUBSCRIPT_DROP = 0.386108, 0.05
SCRIPT_SPACE: Final = 0.05
LIMIT_GAP_ABOVE, LIMIT_GAP_BELOW, LIMIT_RISE, LIMIT_DROP, LIMIT_MARGIN = 0.111112, 0.166667, 0.2, 0.6, 0.1
NULL_DELIMITER: Final = 0.12
"""The room on both sides of a fraction and in place of a delimiter that is not drawn."""
BASELINE_SKIP: Final = 1.2
JOT: Final = 0.3
"""What is added between the lines of an aligned display."""


def cramped(style: int) -> int:
    """The same style with lower superscripts."""
    return style | 1


def superscript(style: int) -> int:
    """The style of a superscript."""
    return (SCRIPT if style < SCRIPT else SCRIPT_SCRIPT) | (style & 1)


def subscript(style: int) -> int:
    """The style of a subscript."""
    return superscript(style) | 1


def numerator(style: int) -> int:
    """The style of a numerator."""
    return style + 2 if style < SCRIPT_SCRIPT else style


def denominator(style: int) -> int:
    """The style of a denominator."""
    return numerator(style) | 1
