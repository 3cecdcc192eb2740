"""Themes: the colours of the board and of exported pictures, read from resources/themes.

To add a theme put a file there; it appears everywhere. Formulas need a contrast of 7:1 to the background, other text
4.5:1.
"""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from explainer.assets import resource, resource_names
from explainer.errors import ExplainerError

ROLES = ("background", "ink", "changed-before", "changed-after", "muted", "accent")
"""What a theme has a colour for; every file in resources/themes gives all of them."""


class Theme(NamedTuple):
    """The colours of a theme, each as `#rrggbb`."""

    name: str
    title: str
    dark: bool
    background: str
    ink: str
    changed_before: str
    changed_after: str
    muted: str
    accent: str

    def colour(self, role: str) -> str:
        """The colour for a role such as `changed-after`."""
        if role not in ROLES:
            raise ExplainerError(
                f"“{role}” is nothing a theme has a colour for", hint=f"There are: {', '.join(ROLES)}."
            )
        value: str = getattr(self, role.replace("-", "_"))
        return value


def theme_names() -> tuple[str, ...]:
    """The names of all themes, `paper` first because it is the default."""
    return tuple(sorted(resource_names("themes", ".toml"), key=lambda name: (name != "paper", name)))


@cache
def find_theme(name: str) -> Theme:
    """The theme of this name.

    Raises ExplainerError when there is none, with the names there are, and when its file is damaged.
    """
    names = theme_names()
    if name not in names:
        from difflib import get_close_matches

        near = get_close_matches(name, names, 1)
        hint = f"The themes are {', '.join(names)}." + (f" Did you mean {near[0]}?" if near else "")
        raise ExplainerError(f"there is no theme “{name}”", hint=hint)
    try:
        values = _tables(resource("themes", f"{name}.toml").read_text(encoding="utf-8"))
        colours = {role.replace("-", "_"): str(values["colours"][role]) for role in ROLES}
        return Theme(name=name, title=str(values["title"]), dark=bool(values["dark"]), **colours)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ExplainerError(f"the file of the theme “{name}” is damaged: {error}") from error


def _tables(text: str) -> dict[str, Any]:
    """The values of a theme's file. Raises ValueError when it is no TOML.

    Lines such as `ink = "#1b1b1f"` are read here, since loading a reader for all of TOML takes longer than all else
    that a window does with its theme; a file with anything else in it is left to that reader.
    """
    values: dict[str, Any] = {}
    table = values
    for line in text.splitlines():
        name, sign, value = line.partition(" = ")
        inner = value[1:-1]
        if sign and name.replace("-", "").isalpha() and name not in table:
            if value in ("true", "false"):
                table[name] = value == "true"
                continue
            if value == f'"{inner}"' and not set('"\\') & set(inner):
                table[name] = inner
                continue
        elif line == "[colours]" and "colours" not in values:
            table = values["colours"] = {}
            continue
        elif not line:
            continue
        import tomllib

        return tomllib.loads(text)
    return values


def red_green_blue(colour: str) -> tuple[float, float, float]:
    """The three parts of a colour `#rrggbb`, each from 0 to 1."""
    red, green, blue = (int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5))
    return red, green, blue


def mixed(one: str, other: str, share: float) -> str:
    """The colour between two colours; `share` is how much there is of the first."""
    pairs = zip(red_green_blue(one), red_green_blue(other), strict=True)
    return "#" + "".join(f"{round(255 * (a * share + b * (1 - share))):02x}" for a, b in pairs)


def contrast(one: str, other: str) -> float:
    """How well one colour stands out from another: from 1 (not at all) to 21 (black on white).

    Source: Web Content Accessibility Guidelines 2.2, relative luminance and contrast ratio.
    """

    def luminance(colour: str) -> float:
        parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in red_green_blue(colour)]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
