"""The languages that the program speaks: English, and one for every file of translations."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from explainer.assets import resource, resource_names

ENGLISH = "en"
"""The language that all texts are written in; it has no file."""
SYSTEM = "system"
OWN_NAME = "the name of this language, in itself"
"""The text whose translation is what a language calls itself: Deutsch, français."""
_PREFIX = "explainer_"
_NAME = rf"<source>{OWN_NAME}</source>\s*<translation[^>]*>([^<]+)<"


def language_file(code: str) -> Path:
    """The compiled translations of a language."""
    return resource("translations", f"{_PREFIX}{code}.qm")


@cache
def languages() -> tuple[str, ...]:
    """The codes of the languages that there is a file of, such as `de`."""
    return tuple(name.removeprefix(_PREFIX) for name in resource_names("translations", ".qm"))


@cache
def own_name(code: str) -> str:
    """What a language calls itself; its code where its file does not say."""
    if code == ENGLISH:
        return "English"
    from html import unescape  # its table of names takes a millisecond, and no start needs it

    found = re.search(_NAME, language_file(code).with_suffix(".ts").read_text(encoding="utf-8"))
    return unescape(found[1]) if found else code
