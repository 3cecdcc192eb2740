"""The fonts: Computer Modern as it lies in matplotlib's font folder, with STIX and DejaVu for what it lacks.

The files are read directly; matplotlib itself is not imported, because that takes longer than to typeset a page.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from explainer.errors import ExplainerError
from explainer.typeset.fonts.truetype import TrueTypeFont

FALLBACKS = ("STIXGeneral", "DejaVuSans")
"""Where a character is looked for that Computer Modern has not, in this order."""


@cache
def font(name: str) -> TrueTypeFont:
    """The font of this name, read once.

    Raises ExplainerError when the file is missing or damaged, which is a broken installation.
    """
    try:
        return TrueTypeFont((_folder() / f"{name}.ttf").read_bytes())
    except (OSError, KeyError, ValueError, IndexError, ArithmeticError) as error:
        raise ExplainerError(
            f"the font {name} cannot be read: {error}", hint="Install matplotlib again: it brings the fonts."
        ) from error


def font_file(name: str) -> Path:
    """The file of the font of this name, for formats that put fonts into their files."""
    return _folder() / f"{name}.ttf"


@cache
def _folder() -> Path:
    """matplotlib's folder of TrueType fonts; some distributions move it, then matplotlib itself is asked."""
    spec = find_spec("matplotlib")
    for place in spec.submodule_search_locations or () if spec else ():
        folder = Path(place, "mpl-data", "fonts", "ttf")
        if (folder / "cmmi10.ttf").is_file():
            return folder
    try:
        from matplotlib import get_data_path
    except ImportError as error:
        raise ExplainerError("matplotlib is not installed; it brings the fonts of the formulas") from error
    return Path(get_data_path(), "fonts", "ttf")


def tex_code(code: int) -> int:
    """Where the files keep the character of a TeX font: TeX's control codes are moved to printable places."""
    if code < 10:
        return 0xA1 + code
    if code == 0x14:
        return 0x2219
    if code < 32:
        return 0xA3 + code
    return {32: 0xC3, 127: 0xC4}.get(code, code)
