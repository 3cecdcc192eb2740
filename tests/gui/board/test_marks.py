"""Marks on the board: in a matrix every entry has its own, and none runs through a letter that is not marked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from explainer.gui.board.line import BoardLine
from explainer.gui.board.line_images import LineImages
from explainer.gui.board.line_styles import Look, line_style
from explainer.gui.look.theme import load_theme
from explainer.gui.main_window import MainWindow
from explainer.session import Session

PROBLEMS = (("w ⊗ x", "w", "elements"), ("exp(w ⊗ x + 1)", "w", "elements"), ("sin(x^2) / x", "x", "operator"))
SIZES_PX = (13.0, 26.0, 90.0)


def cuts(sides: tuple[QLineF, ...], ink: QRectF) -> bool:
    """Whether one of these lines, all level or upright, runs through a rectangle of ink."""
    inner = ink.adjusted(0.3, 0.3, -0.3, -0.3)
    return any(
        max(min(s.x1(), s.x2()), inner.left()) < min(max(s.x1(), s.x2()) + 1e-9, inner.right())
        and max(min(s.y1(), s.y2()), inner.top()) < min(max(s.y1(), s.y2()) + 1e-9, inner.bottom())
        for s in sides
    )


def frame_sides(rect: QRectF) -> tuple[QLineF, ...]:
    corners = (rect.topLeft(), rect.topRight(), rect.bottomRight(), rect.bottomLeft())
    return tuple(QLineF(one, other) for one, other in zip(corners, (*corners[1:], corners[0]), strict=True))


def lines(text: str, wrt: str, method: str, em_px: float) -> Iterator[BoardLine]:
    session = Session()
    assert session.open(text, wrt, method=method)
    session.finish()
    look = Look(load_theme("paper"), em_px, QFont(), 60 * em_px, 900.0)
    for number in range(session.count + 1):
        for here in (number, number + 1):
            if here <= session.count:
                yield BoardLine(number, line_style(session, number, here, look), LineImages())


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("em_px", SIZES_PX)
@pytest.mark.parametrize(("text", "wrt", "method"), PROBLEMS)
def test_no_mark_runs_through_a_letter(text: str, wrt: str, method: str, em_px: float) -> None:
    seen = 0
    for line in lines(text, wrt, method, em_px):
        em, place, drawing = line.look.em_px, line.place, line.drawing
        for paths, below_only in ((line.changed, False), (line.changing, True)):
            owners = drawing._owners(paths) if paths else []
            foreign = [
                QRectF(
                    place.x() + r.left * em, place.y() + r.top * em, (r.right - r.left) * em, (r.bottom - r.top) * em
                )
                for r, owner in zip(drawing.bounds, owners, strict=False)
                if owner is None
            ]
            for frame in line.frames(paths):
                sides = frame_sides(frame)[2:3] if below_only else frame_sides(frame)
                assert not [ink for ink in foreign if cuts(sides, ink)], (line.position, frame)
                seen += 1
    assert seen >= 8


@pytest.mark.usefixtures("qapp")
def test_each_entry_of_a_matrix_has_its_own_frame() -> None:
    line = next(line for line in lines("w ⊗ x", "w", "elements", 26.0) if line.changed and line.changed != ((),))
    frames = line.frames(line.changed)
    assert len(frames) == 9, "three columns and three rows are written out"
    assert not any(one.intersects(other) for one in frames for other in frames if one is not other)


@pytest.mark.usefixtures("qapp")
def test_the_whole_line_has_one_frame() -> None:
    line = next(line for line in lines("w ⊗ x", "w", "elements", 26.0) if line.changed == ((),))
    assert len(line.frames(line.changed)) == 1


def test_the_keys_light_every_place_of_a_term(window: MainWindow) -> None:
    window.session.open("w ⊗ x", "w", method="elements")
    window.session.go_to(2)
    QApplication.processEvents()
    window.board.terms.move("right")
    light = window.board.terms._light
    assert light is not None
    line = window.board._lines.current
    assert len(light._others) + 1 >= len(line.marks(line.changed)) == 9
