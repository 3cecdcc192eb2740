"""How each line of the board is drawn: its formula, whole or in short, its size, its marks.

It depends only on the derivation, on where one stands in it and on the look of the board, so that the lines of the
next step can be made ready before anybody asks for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QFont, QFontMetricsF

from explainer.export.wording import check_sentence
from explainer.gui.board.line import WORDS_END_PX, LineLook, Margins, margins_of
from explainer.gui.formulas.pictures import Drawing, drawing_of, is_wider, wrapped
from explainer.gui.look.texts import tr
from explainer.phrases import counted
from explainer.session.lines.card import line_notation, short_notation, wrong_notation, wrong_place
from explainer.session.lines.letters import tints_in_line

if TYPE_CHECKING:
    from explainer.engine import Step
    from explainer.expr.node import Node, Path
    from explainer.gui.board.added import Added
    from explainer.gui.look.theme import Theme
    from explainer.notation.tree import Notation
    from explainer.session import Session
    from explainer.session.lines.letters import Tints

EARLIER_SCALE = 0.72
"""The size of the lines before, against the current one."""
INSET_PX = 30.0
"""The same with usual letters."""
SMALLEST_SCALE = 0.52
"""The size of a line that cannot be broken where it is too wide, at the least: beyond that one scrolls."""
_RATHER_SMALLER = 1.25
"""A line that is no more times too wide than this is not broken."""
_EARLIER_SMALLER = 1.1
"""The same of a line before the current one, which is small as it is."""
_HARDLY_WIDER = 1.02
"""A line that is no more times wider than the board, broken, is made smaller as it is."""
_MOST_ZOOM = 3.0
"""A short line does not become larger than that when the board is zoomed to it."""


@dataclass(frozen=True)
class Look:
    """How the whole board looks: its colours, the size of the current line, its letters, its width, what is asked for.

    `sign_em` is how far to the right the column of signs stands; `zoomed` says that the current line fills the board,
    `checks` that the check of the step stands below it. `lit` are the parts of the current line that are asked about,
    in place of all other marks on it; None where nothing is asked. `passed` says that the line that comes next is what
    is looked at, though something of it is covered: the current one is drawn as those before it.
    """

    theme: Theme
    em_px: float
    font: QFont
    room_px: float
    height_px: float
    sign_em: float = 0.0
    zoomed: bool = False
    checks: bool = False
    lit: tuple[Path, ...] | None = None
    passed: bool = False

    @property
    def definitions(self) -> float:
        """How large the definitions below a line are, against it, where the step has changed none of them."""
        return 1.0

    @property
    def earlier_px(self) -> float:
        """The size of the letters of the lines before the current one."""
        return self.em_px * EARLIER_SCALE

    @property
    def shrinks(self) -> bool:
        """Whether a line that is too wide becomes smaller than the others in its place."""
        return True

    @cached_property
    def tag_font(self) -> QFont:
        """The letters of the rules' names."""
        font = QFont(self.font)
        font.setPixelSize(max(12, round(self.em_px * 0.5)))
        font.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)  # as on an image, which has no ground
        return font

    @property
    def margins(self) -> Margins:
        """What stands on the left of every line."""
        return margins_of(self.tag_font.family(), self.tag_font.pixelSize())

    @property
    def inset_px(self) -> float:
        """How far lines inside a step stand to the right of the others."""
        return INSET_PX * self.margins.scale


class LineStyle(NamedTuple):
    """How one line is drawn now: `label` is its number, `aside` stands behind the rule's name, `note` below it all.

    `letters` are the parts that letters of the rule stand for, in the colours that these have on the card.
    """

    drawing: Drawing
    look: LineLook
    title: str
    label: str = ""
    changed: tuple[Path, ...] = ()
    changing: tuple[Path, ...] = ()
    note: tuple[str, ...] = ()
    aside: str = ""
    is_result: bool = False
    struck: tuple[Path, ...] = ()
    letters: Tints = ()

    @property
    def is_wrong(self) -> bool:
        """Whether something of the line does not hold: it has a line through it."""
        return bool(self.struck)


def line_style(session: Session, position: int, here: int, look: Look) -> LineStyle:
    """How the line at a position is drawn while one stands at `here`.

    Marked are the parts that the current step replaces, and those it puts there. At the problem, where no step has been
    taken yet, the part that the first step is about to change is marked.
    """
    here += look.passed
    current = position == here
    step, following = session.step_at(position), session.step_at(position + 1)
    changed = step.touched_after if step is not None and current else ()
    shows_next = following is not None and (position == here - 1 or position == here == 0)
    changing = following.touched_before if following is not None and shows_next else ()
    if current and look.lit is not None:
        changed, changing = (), look.lit
    drawing = _drawing(session, position, here, look)
    em = look.em_px if current else look.earlier_px
    if current and look.zoomed:
        em = max(em, min(em * _MOST_ZOOM, _filling_em(drawing, look)))
    elif look.shrinks:  # what cannot be broken is made smaller until the line fits
        em = max(look.em_px * SMALLEST_SCALE, min(em, _fitting_em(drawing, look)))
    line_look = LineLook(em, look.sign_em * look.em_px, look.theme, look.tag_font, current, words_px=_words_px(look))
    struck = wrong_place(step.attempt, whole=current) if step is not None and step.attempt is not None else ()
    note = _note(session, position, look) if current and step is not None and (look.checks or struck) else ()
    label = str(position) if position else ""
    title = tr(step.title) if step is not None else ""
    ends = is_result(session, position)
    aside = _aside(step, drawing, ends)
    tells = following is not None and position == here - 1 and not look.passed
    letters = tints_in_line(following) if tells and following is not None else ()
    return LineStyle(drawing, line_look, title, label, changed, changing, note, aside, ends, struck, letters)


def is_result(session: Session, position: int) -> bool:
    """Whether a line is what the derivation led to: its last one, where nothing has stopped it before."""
    return 0 < position == session.count and session.complete and not session.ending


def _words_px(look: Look) -> float:
    """How wide the words above a line may be, so that none is cut off at the edge of the board."""
    return look.room_px - look.margins.gutter - look.margins.words - WORDS_END_PX


def inner_styles(step: Step, look: Look) -> Iterator[LineStyle]:
    """The lines inside a step: where they begin, unless that is the line before, and the line after each substep.

    Each is typeset when it is asked for, which takes some milliseconds.
    """
    em = look.earlier_px
    line_look = LineLook(
        em, look.sign_em * look.em_px, look.theme, look.tag_font, False, look.inset_px, _words_px(look) - look.inset_px
    )
    room = (look.room_px - look.margins.gutter - look.inset_px - look.sign_em * look.em_px) / em
    first = step.substeps[0]
    if first.before is not step.before:
        yield LineStyle(drawing_of(line_notation(first.before, True), room), line_look, "")
    for substep in step.substeps:
        drawing = drawing_of(line_notation(substep.after, False, substep.touched_after), room)
        label = f"{step.number}.{substep.number}"
        yield LineStyle(drawing, line_look, tr(substep.title), label, substep.touched_after)


def added_style(added: Added, look: Look) -> LineStyle:
    """How a line is drawn that stands below the current one and is none of the derivation."""
    line_look = LineLook(
        look.em_px if added.is_large else look.earlier_px, look.sign_em * look.em_px, look.theme, look.tag_font,
        added.is_large, words_px=_words_px(look),
    )  # fmt: skip
    width_em = max(6.0, (look.room_px - look.margins.gutter - 12) / line_look.em_px)
    drawing = drawing_of(added.notation, width_em, below=_size_below(look, added.marked))
    note = tuple(wrapped(tr(added.note), QFontMetricsF(look.tag_font), _words_px(look))) if added.note else ()
    return LineStyle(
        drawing, line_look, tr(added.title), added.label, added.marked, (), note, struck=((),) if added.is_wrong else ()
    )


def _aside(step: Step | None, drawing: Drawing, is_result: bool) -> str:
    """What else there is to know about a line: that it is the result, what its step folds, what could not be drawn."""
    count = 0 if step is None else len(step.substeps)
    inside = tr(counted("one step inside", "{0} steps inside", count)) if count else ""
    result = tr("the result") if is_result else ""
    return " · ".join(part for part in (result, inside, drawing.problem) if part)


def _note(session: Session, position: int, look: Look) -> tuple[str, ...]:
    """What the check of a step says, in rows that fit the board."""
    room = look.room_px - look.margins.gutter - 3 * look.margins.words
    return tuple(wrapped(tr(check_sentence(session.check_of(position))), QFontMetricsF(look.tag_font), room))


def _filling_em(drawing: Drawing, look: Look) -> float:
    """The size at which a formula fills the board."""
    high = look.height_px * 0.6 / max(0.5, drawing.ascent + drawing.descent)
    return min(high, _fitting_em(drawing, look))


def _fitting_em(drawing: Drawing, look: Look) -> float:
    """The size at which a formula is as wide as the board."""
    room = look.room_px - look.margins.gutter - 12 - look.sign_em * look.em_px
    return room / max(1.0, drawing.width - drawing.sign_x)


def _drawing(session: Session, position: int, here: int, look: Look) -> Drawing:
    """The formula of a line: whole for the current line, in short for those before."""
    step, node = session.step_at(position), session.line(position)
    assert node is not None
    if step is not None and position < here:
        following = session.step_at(position + 1) if position == here - 1 else None
        short = short_notation(step, following, strikes=not look.passed)
        width_em = _width_em(node, look) / EARLIER_SCALE
        if not look.shrinks:
            return drawing_of(short, width_em)
        return _hardly_broken(short, width_em, look, _EARLIER_SMALLER)
    below = 1.0 if step is None else _size_below(look, step.touched_after)
    return _hardly_broken(_notation(session, position), _width_em(node, look), look, _RATHER_SMALLER, below)


def _size_below(look: Look, touched: tuple[Path, ...]) -> float:
    """How large the definitions below a line are: smaller where only what stands above them is new."""
    return look.definitions if touched and all(path[:1] == (0,) for path in touched) else 1.0


def _hardly_broken(notation: Notation, width_em: float, look: Look, rather: float, below: float = 1.0) -> Drawing:
    """A formula that is a little too wide becomes smaller rather than broken: a fraction alone on a line looks lost.

    Where something in it cannot be broken, so that all of it becomes smaller, its other lines have the room of that.
    """
    if not is_wider(notation, width_em * rather, below=below):
        whole = drawing_of(notation, below=below)
        if whole.width <= width_em * rather:
            return whole
    broken = drawing_of(notation, width_em, below=below)
    if not look.shrinks or broken.width <= width_em * _HARDLY_WIDER:
        return broken
    return drawing_of(notation, min(broken.width, width_em / SMALLEST_SCALE), below=below)


def _notation(session: Session, position: int) -> Notation:
    """The whole line; of a very long one what its step made and what the next step will change."""
    step, following = session.step_at(position), session.step_at(position + 1)
    if step is not None and step.attempt is not None:
        return wrong_notation(step, whole=True)
    node = session.line(position)
    assert node is not None
    touched = (*(step.touched_after if step else ()), *(following.touched_before if following else ()))
    return line_notation(node, position == 0, touched)


def _width_em(node: Node, look: Look) -> float:
    """How wide a formula may be, so that the line fits the board when it is the current one.

    A program of intermediate variables reaches to the left of the column of signs, every other line starts there.
    """
    from explainer.expr.nodes import Where

    room = (look.room_px - look.margins.gutter - 12) / look.em_px
    return max(6.0, room if isinstance(node, Where) else room - look.sign_em)
