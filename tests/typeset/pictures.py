"""The reference pictures: how they are drawn, kept and compared.

    python -m tests.typeset.pictures

draws all of them anew into tests/typeset/pictures. Look at what changed before committing it.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from PIL import Image

from explainer.notation.tree import Notation
from explainer.typeset import Picture, png, typeset
from tests.typeset.formulas import CONSTRUCTS, FORMULAS

FOLDER = Path(__file__).parent / "pictures"
SIZE_PT, DPI = 12, 96
"""Sixteen pixels to the em: small files, in which a stroke is still a pixel wide."""

NOTATIONS: Mapping[str, Notation] = {**{formula.name: formula.notation for formula in FORMULAS}, **CONSTRUCTS}

Pixels = np.ndarray[tuple[int, int], np.dtype[np.float64]]

MOST_DIFFERENCE = 28.0
"""How much a pixel may differ, of 255, after both pictures were blurred a little."""


def drawn(picture: Picture) -> bytes:
    """A picture as the file that is kept."""
    image = Image.open(io.BytesIO(png(picture, SIZE_PT, dpi=DPI))).convert("L")
    file = io.BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()


def pixels(file: bytes) -> Pixels:
    """The lightness of each pixel of a file, 0 to 255."""
    return np.asarray(Image.open(io.BytesIO(file)).convert("L"), dtype=float)


def difference(one: Pixels, other: Pixels) -> float:
    """How much the most different pixels differ, 255 for pictures of different size.

    Both are blurred over three pixels, so that edges that are smoothed in another way, or lie a fraction of a pixel
    away, do not count; rounding may make a picture one pixel larger.
    """
    if max(abs(a - b) for a, b in zip(one.shape, other.shape, strict=True)) > 1:
        return 255.0
    height, width = np.minimum(one.shape, other.shape)
    return float(np.max(np.abs(_blurred(one[:height, :width]) - _blurred(other[:height, :width]))))


def _blurred(image: Pixels) -> Pixels:
    padded = np.pad(image, 1, mode="edge")
    rows = padded[:-2] + padded[1:-1] + padded[2:]
    return np.asarray((rows[:, :-2] + rows[:, 1:-1] + rows[:, 2:]) / 9)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    for name, notation in NOTATIONS.items():
        (FOLDER / f"{name}.png").write_bytes(drawn(typeset(notation)))
    print(f"{len(NOTATIONS)} pictures in {FOLDER}")
