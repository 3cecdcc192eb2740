"""Every setting that a user can choose: one table, from which the dialog, the defaults and the tests are drawn.

To add a setting: one row here, and one place that reads it with `value_of`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from explainer.session.kept.settings import Settings

Choices = tuple[tuple[Any, str], ...]


class Preference(NamedTuple):
    """One setting: the name in the file, the caption in the dialog under a heading, the default, and the choices."""

    name: str
    heading: str
    caption: str
    default: Any
    choices: Callable[[], Choices]
    words: str


def _themes() -> Choices:
    return (
        ("system", "Same as the system"),
        ("paper", "Paper"),
        ("blackboard", "Blackboard"),
        ("high-contrast", "High contrast"),
    )


SIZES = (0.75, 0.85, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0, 2.5, 3.0)
"""What everything can be drawn in."""


def _sizes() -> Choices:
    return tuple((size, f"{round(100 * size)} %") for size in SIZES)


def _lessons() -> Choices:
    return (("room", "Where there is room"), ("shown", "Always"), ("hidden", "Only when asked for"))


def _motions() -> Choices:
    return (
        ("system", "Same as the system"),
        ("off", "Not at all"),
        ("slow", "Slowly"),
        ("normal", "At normal speed"),
        ("fast", "Quickly"),
    )


def _pauses() -> Choices:
    return tuple((seconds, f"{seconds:g} s") for seconds in (1.0, 1.5, 2.2, 3.0, 5.0, 8.0, 15.0))


def _methods() -> Choices:
    from explainer.engine import METHODS

    return tuple((method.id, method.title) for method in METHODS.values())


LAYOUT_TITLES = {
    "numerator": ("Numerator", "Numerator layout: a row for each entry of the function; gradients are rows"),
    "denominator": ("Shape of the variable", "Denominator layout, as in deep learning: a gradient has the shape of "
                                             "the variable"),
}  # fmt: skip
"""What a layout is called where it is chosen, and in more words."""


def _layouts() -> Choices:
    return tuple((layout, title) for layout, (title, _) in LAYOUT_TITLES.items())


def _details() -> Choices:
    from explainer.engine import DETAILS

    return tuple((detail.id, detail.title) for detail in DETAILS.values())


def _points() -> Choices:
    return ((1, "12, or 16 with open sizes"), (3, "36, or 48 with open sizes"), (10, "120, or 160 with open sizes"))


def _languages() -> Choices:
    from explainer.session.kept.languages import ENGLISH, SYSTEM, languages, own_name

    return ((SYSTEM, "Same as the system"), *((code, own_name(code)) for code in (ENGLISH, *languages())))


def _signs() -> Choices:
    return (("paper", "⊗ and ⊠, as in the paper"), ("usual", "⊙ and ⊗, as is usual"))


def _starts() -> Choices:
    return (("page", "The start page"), ("example", "A worked example"))


LANGUAGE = "appearance.language"
START = "appearance.start"
THEME, SIZE, LESSONS = "appearance.theme", "appearance.size", "appearance.lessons"
SIGNS = "appearance.signs"
MOTION, PAUSE = "stepping.motion", "stepping.pause"
METHOD, LAYOUT = "derivation.method", "derivation.layout"
DETAIL, POINTS = "derivation.detail", "derivation.points"

_FOR = "For the open problem, and for the first one after the program starts."

PREFERENCES: tuple[Preference, ...] = (
    Preference(LANGUAGE, "Appearance", "Language", "system", _languages, "The language of the windows."),
    Preference(THEME, "Appearance", "Theme", "system", _themes, "The colours of the windows and of the board."),
    Preference(SIZE, "Appearance", "Size", 1.0, _sizes, "The size of all words and formulas."),
    Preference(LESSONS, "Appearance", "List of lessons", "room", _lessons, "Whether the lessons are shown on "
                                                                               "the left."),
    Preference(START, "Appearance", "At the start", "page", _starts, "What a window shows first."),
    Preference(SIGNS, "Appearance", "Products", "paper", _signs, "The signs of the element-wise and of the Kronecker "
                                                                 "product, in formulas and in what is typed here."),
    Preference(MOTION, "Stepping", "Terms move", "system", _motions, "How terms travel from line to line."),
    Preference(PAUSE, "Stepping", "Time per line", 2.2, _pauses, "How long a line stays while playing."),
    Preference(METHOD, "Derivation", "Method", "auto", _methods, _FOR),
    Preference(LAYOUT, "Derivation", "Layout", "numerator", _layouts, _FOR),
    Preference(DETAIL, "Derivation", "Lines", "every", _details, "Which steps get a line of their own; D "
                                                                     "opens what is merged."),
    Preference(POINTS, "Derivation", "Points per check", 1, _points, "At how many random points a step is checked."),
)  # fmt: skip


def preference(name: str) -> Preference:
    """The row of this name. Raises KeyError."""
    for row in PREFERENCES:
        if row.name == name:
            return row
    raise KeyError(name)


def headings() -> Iterator[str]:
    """The headings in the order of the table."""
    return iter(dict.fromkeys(row.heading for row in PREFERENCES))


def value_of(settings: Settings, name: str) -> Any:
    """What was chosen; the default where nothing was, or something that is no choice."""
    row = preference(name)
    value = settings.get(name, row.default)
    if value == row.default:
        return value  # most are, and some choices cost a moment to list
    return value if any(value == choice for choice, _ in row.choices()) else row.default
