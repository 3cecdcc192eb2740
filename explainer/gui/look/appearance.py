"""How the window looks: the theme that was chosen and the size of everything, both kept between starts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import inf
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from explainer.gui.actions import ActionSet
from explainer.gui.look.dress import dress, dress_left_out
from explainer.gui.look.theme import Theme, load_theme, palette_of, style_sheet, system_theme
from explainer.gui.relay import once
from explainer.session.kept.preferences import SIZE, SIZES, THEME, value_of
from explainer.session.kept.settings import user_settings

if TYPE_CHECKING:
    from explainer.gui.board.board import Board
    from explainer.gui.curtain import Curtain
    from explainer.gui.look.wheel_zoom import WheelZoom
    from explainer.gui.panels.tabs import Tabs
    from explainer.gui.problem.problem_bar import ProblemBar
    from explainer.gui.reading.middle import Reading

WIDE_WIDTH = 1500
"""From this width on the words are larger: such a window is looked at from further away."""
_THEME_ACTIONS = {
    "theme_system": "system",
    "theme_paper": "paper",
    "theme_blackboard": "blackboard",
    "theme_contrast": "high-contrast",
}


def take_letters(size_px: int | None = None) -> None:
    """Let everything have letters of a size; before there is a window those that it will have first.

    What a window is made of keeps the letters that it was made with until the window shows.
    """
    font = QApplication.font()
    font.setPixelSize(size_px or _size_px(float(value_of(user_settings(), SIZE)), wide=False))
    if QApplication.font() != font:  # Qt tells all windows of it, a tenth of a second with several
        QApplication.setFont(font)


def take_colours() -> None:
    """Let everything have the colours of the theme that was chosen, before there is a window: it would show others
    first, as Qt tells a window of them only once it gets events.
    """
    _take_palette(load_theme(_named(str(value_of(user_settings(), THEME)))))


def _take_palette(theme: Theme) -> None:
    palette = palette_of(theme)
    if QApplication.palette() != palette:  # as above
        QApplication.setPalette(palette)


def _named(chosen: str) -> str:
    """The name of the theme that shows where this was chosen."""
    return system_theme() if chosen == "system" else chosen


def _size_px(zoom: float, *, wide: bool, most: float = 2.0) -> int:
    return round((15 if wide else 13) * min(zoom, most))


class Themed(Protocol):
    """A part of the window that is drawn in the colours of a theme."""

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of this theme."""


class Zoomed(Protocol):
    """A part of the window whose formulas may also be larger or smaller than normal."""

    def set_look(self, theme: Theme, zoom: float) -> Iterator[None] | None:
        """Draw in the colours of this theme, at this size; what takes long comes back, to be done piece by piece."""


class Appearance:
    """The look of a window; every change is applied soon, to the boards before the panels.

    At first it is that of the board and the field of the function; the rest is taken over when it is there.

    `holders` are the window and what in it only holds parts. `share_width` is called when the size has changed: larger
    letters leave less room.
    """

    wheel: WheelZoom

    def __init__(
        self,
        curtain: Curtain,
        holders: Sequence[QWidget],
        actions: ActionSet,
        board: Board,
        reading: Reading,
        problem_bar: ProblemBar,
        share_width: Callable[[], None],
    ) -> None:
        self._curtain = curtain
        self._holders = holders
        self._actions = actions
        self._board = board
        self._boards: tuple[Zoomed, ...] = (board,)
        self._reading = reading
        self._problem_bar = problem_bar
        self._panels: tuple[Themed, ...] = ()
        self._tabs: Tabs | None = None
        self._share_width = share_width
        self._is_wide = False
        self._soon = once(holders[0], 0, self.apply)
        self._settings = user_settings()
        self._chosen = str(value_of(self._settings, THEME))
        self.zoom = float(value_of(self._settings, SIZE))
        # The page is told of before it stands in the place of the board.
        watch = once(holders[0], 0, self._watch_page)
        reading.page_turned.connect(lambda: watch.start())

    def take(self, projection: Zoomed, panels: tuple[Themed, ...], tabs: Tabs) -> None:
        """Bring the look to these as well, from now on; and to all there is at once."""
        from explainer.gui.look.wheel_zoom import WheelZoom

        self._boards = (projection, *self._boards)
        self._panels, self._tabs = (*panels, *tabs.all), tabs
        self.wheel = WheelZoom(self.zoom_in, self.zoom_out, self._holders[0])
        for area in (self._board, *tabs.all):
            if isinstance(area, QAbstractScrollArea):
                self.wheel.watch(area)
        for _ in self._work():
            pass

    def _watch_page(self) -> None:
        if self._reading.view is not None:
            self.wheel.watch(self._reading.view)

    def follow_setting(self, name: str) -> None:
        """Take on a setting that has changed, here or in another window."""
        theme, zoom = str(value_of(self._settings, THEME)), float(value_of(self._settings, SIZE))
        if name == SIZE and zoom != self.zoom:
            self._set_zoom(zoom)
        elif name == THEME and theme != self._chosen:
            self._chosen = theme
            self.apply()

    def zoom_in(self) -> None:
        """Draw everything larger."""
        self._settings.put(SIZE, next((size for size in SIZES if size > self.zoom), SIZES[-1]))

    def zoom_out(self) -> None:
        """Draw everything smaller."""
        self._settings.put(SIZE, next((size for size in reversed(SIZES) if size < self.zoom), SIZES[0]))

    def zoom_normal(self) -> None:
        """Draw everything in its normal size."""
        self._settings.put(SIZE, 1.0)

    def _set_zoom(self, zoom: float) -> None:
        self.zoom = zoom
        self._share_width()
        self.apply()

    def choose_theme(self, name: str) -> None:
        """Use the theme of this name from now on; "system" follows the system's light or dark."""
        self._settings.put(THEME, name)
        self._show_choice()  # a tick that was clicked away comes back

    def next_theme(self) -> None:
        """Use the theme after the one that shows, and the first after the last."""
        names = [name for name in _THEME_ACTIONS.values() if name != "system"]
        self.choose_theme(names[(names.index(self.theme_name) + 1) % len(names)])

    @property
    def theme_name(self) -> str:
        """The name of the theme that shows."""
        return _named(self._chosen)

    def theme_now(self) -> Theme:
        """The theme that shows."""
        return load_theme(self.theme_name)

    def follow_width(self, width: int) -> None:
        """Draw words in the size that fits a window of this width."""
        if self._is_wide != (width >= WIDE_WIDTH):
            self._is_wide = not self._is_wide
            self._soon.start()  # the window takes its new width first

    def apply(self) -> None:
        """Bring the theme and the size to the whole window, what is seen first."""
        self._curtain.change("look", self._work)

    def _work(self) -> Iterator[None]:
        theme = load_theme(self.theme_name)
        self._problem_bar.let_go()
        yield from self._reading.expect_look()
        take_letters(self._size_px)
        _take_palette(theme)
        yield
        yield from dress(self._holders, style_sheet(theme, self._size_px))
        for board in self._boards:
            yield from board.set_look(theme, self.zoom) or ()
            yield
        yield from self._reading.set_look(theme, self._reading_px)
        self._problem_bar.refresh()
        for panel in (self._problem_bar, *self._panels):
            panel.set_theme(theme)
            yield
        yield from dress_left_out(self._holders)
        if self._tabs is not None:
            self._tabs.rule_card.refresh()
        self._show_choice()

    @property
    def _size_px(self) -> int:
        """The size of the letters of the window; what is read may grow further."""
        return _size_px(self.zoom, wide=self._is_wide)

    @property
    def _reading_px(self) -> int:
        return _size_px(self.zoom, wide=self._is_wide, most=inf)

    def _show_choice(self) -> None:
        """Tick the theme that was chosen in the menu."""
        for action, name in _THEME_ACTIONS.items():
            self._actions.tick(action, name == self._chosen)
