"""Splitting a formula that is higher than a page: between its lines, never through a fraction or a bracket."""

from __future__ import annotations

from explainer.typeset.picture import Picture, Piece, ink_of

Band = tuple[float, float, list[Piece]]
"""Pieces that no level line parts, with their lowest and highest ink."""


def split_by_height(picture: Picture, most_em: float) -> list[Picture]:
    """The picture, or if it is higher than this the pictures of its lines, as many in one as fit.

    What cannot be parted, such as a high matrix, stays whole. Only the pieces are split, not the places of the parts.
    """
    if picture.height + picture.depth <= most_em:
        return [picture]
    groups: list[list[Band]] = []
    for band in _bands(picture):
        if groups and groups[-1][0][1] - band[0] <= most_em:
            groups[-1].append(band)
        else:
            groups.append([band])
    if len(groups) < 2:
        return [picture]
    return [_part(picture, group, below=place > 0) for place, group in enumerate(groups)]


def _bands(picture: Picture) -> list[Band]:
    """The lines of the picture from the top."""
    inked = [(ink_of(piece), piece) for piece in picture.pieces]
    bands: list[Band] = []
    for ink, piece in sorted(inked, key=lambda pair: -pair[0].top):
        if bands and ink.top >= bands[-1][0]:
            low, high, pieces = bands[-1]
            pieces.append(piece)
            bands[-1] = (min(low, ink.y), high, pieces)
        else:
            bands.append((ink.y, ink.top, [piece]))
    return bands


def _part(picture: Picture, bands: list[Band], *, below: bool) -> Picture:
    """Some lines as a picture; the first ones keep their baseline, later ones stand on their lowest ink."""
    low, high = bands[-1][0], bands[0][1]
    shift = -low if below else 0.0
    pieces = tuple(piece._replace(y=piece.y + shift) for _, _, some in bands for piece in some)
    return picture._replace(height=high + shift, depth=-(low + shift), pieces=pieces, parts={}, repeated={})
