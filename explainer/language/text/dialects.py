"""Whose signs a text has: those of MATLAB or those of NumPy and its kin. They decide what * is between matrices."""

from __future__ import annotations

import re

_MATLAB = re.compile(r"(?<=[\w)\]'])'|\.\*|\./|\.\^|(?<![\w.])(?:inv|tr|trace|det|norm1|norm2)\s*\(")
_NUMPY = re.compile(
    r"(?<!\w)(?:np|numpy|jnp|cupy|torch|tf|scipy)\.\w|\.T(?!\w)|@|\*\*|\.(?:dot|sum|mean|norm|transpose)\s*\("
)


def dialect_of(text: str) -> str:
    """The dialect of a text: "matlab", "numpy", or nothing where it has the signs of both or of none."""
    matlab, numpy = _MATLAB.search(text) is not None, _NUMPY.search(text) is not None
    if matlab == numpy:
        return ""
    return "matlab" if matlab else "numpy"
