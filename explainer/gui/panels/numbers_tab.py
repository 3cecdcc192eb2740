"""The tab with numbers: fields for the variables, and what every line of the derivation is worth for these values.

Nothing is computed before somebody looks; then it is done in a thread that can be stopped, the line that the board
shows at first. What is asked for last is worked out: typing another value gives up what goes on for the one before.
"""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from explainer.budget import CancelledError
from explainer.errors import ExplainerError
from explainer.gui.look.texts import put
from explainer.gui.look.theme import Theme
from explainer.gui.relay import once
from explainer.gui.slices import Asking, Slices, away
from explainer.phrases import phrase, whole_sentence
from explainer.session import Session

if TYPE_CHECKING:
    from explainer.engine import Trace
    from explainer.gui.panels.number_fields import NumberFields
    from explainer.session.numbers.numbers import NumberLine, Numbers

TYPING_MS = 120
"""How long after a key the typed values are taken."""
BATCH_S = 0.02
"""So long lines are evaluated before those that are there are shown."""


class NumbersTab(QWidget):
    """Fields above, the table below; `go_to` of the session is asked for by Return on a row.

    `values_read` carries the derivation and its values, as soon as all fields can be read.
    """

    values_read = Signal(object, object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("numbers")
        put(self.setAccessibleName, "Numbers: the value of every line")
        self._session = session
        self._theme: Theme | None = None
        self._trace: Trace | None = None
        self._numbers: Numbers | None = None
        self._fields: NumberFields | None = None
        self._table: QListWidget | None = None
        self._lines: dict[int, NumberLine] = {}
        """The lines that are in the table."""
        self._wished: tuple[Trace | None, dict[str, str]] = (None, {})
        self._filling = False
        self._lit_row = -1
        self._summary = QLabel(self)
        self._summary.setWordWrap(True)
        self._summary.setProperty("role", "caption")
        self._slices = Slices(self)
        self._typing = once(self, TYPING_MS, self._take_values)

    @property
    def working(self) -> bool:
        """Whether there are values still to come."""
        return self._slices.working or self._typing.isActive()

    @property
    def table(self) -> QListWidget | None:
        """The rows, one for each line; None while nobody has looked."""
        return self._table

    @property
    def fields(self) -> NumberFields | None:
        """The fields; None while nobody has looked."""
        return self._fields

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of this theme."""
        self._theme = theme
        if self._fields is not None and self._table is not None:
            self._fields.set_theme(theme)
            self._table.itemDelegate().theme = theme  # type: ignore[attr-defined]
            self._table.doItemsLayout()

    def take_value(self, trace: Trace, name: str, value: float) -> None:
        """Take the value of a variable that was chosen in a figure, now or when somebody looks at the numbers."""
        text = f"{value:.6g}"
        if self._fields is not None and trace is self._trace and name in self._fields.fields:
            self._fields.write(name, text)
        else:
            self._wished = (trace, {name: text})

    # --- what is shown -----------------------------------------------------------------------------------------------

    def show_place(self) -> None:
        """Light the line that the board shows, with a row for every line; nothing while hidden."""
        if self._session.trace is not self._trace and self._slices.working:
            self._slices.drop()  # nobody waits for the numbers of what is no longer open
            self._trace = None
        if not self.isVisible():
            return
        if self._session.trace is not self._trace:
            self._open()
        elif self._numbers is not None and not self._filling:
            self._start_filling(self._numbers)
        self._light()

    def retell(self) -> None:
        """Say everything in the language that is spoken now; what is typed stays."""
        if self._fields is not None:
            self._fields.retell()
        if self._numbers is not None:
            self._slices.drop()
            self._start_filling(self._numbers, anew=True)

    def _open(self) -> None:
        """Take the problem that is open now: its fields, with values to begin with."""
        fields, table = self._parts()
        self._trace, self._numbers = self._session.trace, None
        table.clear()
        self._filling, self._lit_row = False, -1
        fields.show_inputs((), {})
        self._tell("Nothing is open." if self._trace is None else "")
        if self._trace is not None:
            self._slices.add(self._begin(self._trace))

    def _begin(self, trace: Trace) -> Asking:
        from explainer.session.warm_up import until_ready

        yield from until_ready()
        from explainer.session.numbers.inputs import default_texts, inputs_of
        from explainer.session.numbers.numbers import beginning, too_many_entries, unknown_function

        reason = unknown_function(trace) or too_many_entries(trace)
        if reason:
            self._tell(reason)
            return
        yield None
        failure = ""
        try:
            texts = yield from away(partial(beginning, trace))
        except ExplainerError as error:
            texts, failure = default_texts(inputs_of(trace), {}), _reason(error)
        if self._fields is not None:
            self._fields.show_inputs(inputs_of(trace), texts)
            for name, text in self._wished[1].items() if self._wished[0] is trace else ():
                self._fields.write(name, text)
            self._order_keys()
            if failure:
                self._tell(failure)
            else:
                yield from self._evaluate()

    def _order_keys(self) -> None:
        """Tab goes through the fields and on to the table."""
        if self._fields is not None and self._table is not None:
            stops = [self._fields, *self._fields.fields.values(), self._table]
            for one, following in pairwise(stops):
                QWidget.setTabOrder(one, following)

    def _take_values(self) -> None:
        """Evaluate for what is typed; what goes on for what was typed before is given up."""
        self._typing.stop()
        self._slices.drop()
        if self._trace is not None:
            self._slices.add(self._evaluate())

    def _evaluate(self) -> Asking:
        """Read the fields and fill the table; where they cannot be read no old value is to be taken for a new one."""
        fields, table, trace = self._fields, self._table, self._trace
        if fields is None or table is None or trace is None:
            return
        from explainer.session.numbers.inputs import read_typed
        from explainer.session.numbers.numbers import Numbers

        self._numbers, self._filling, self._lit_row = None, True, -1
        try:
            found = yield from away(partial(read_typed, fields.asked))
            fields.show_read(found)
            if found.wrong:
                raise ExplainerError("There are no numbers until every field has a value.")
            self.values_read.emit(trace, found.values)
            self._numbers = yield from away(partial(Numbers, trace, found.values))
        except ExplainerError as error:
            self._filling = False
            table.clear()
            self._tell(_reason(error))
            return
        yield from self._fill(self._numbers, anew=True)

    def _start_filling(self, numbers: Numbers, *, anew: bool = False) -> None:
        self._filling = True
        self._slices.add(self._fill(numbers, anew=anew))

    def _fill(self, numbers: Numbers, *, anew: bool) -> Asking:
        """Rows for all lines that are derived, the one the board shows before the others."""
        from explainer.session.numbers.numbers import NumberLine

        table, session = self._table, self._session
        if table is None:
            return
        self._filling = True
        lines = {} if anew else {n: line for n, line in self._lines.items() if n <= session.count}
        self._lines = lines
        while table.count() > session.count + 1:
            table.takeItem(table.count() - 1)
        while len(lines) <= session.count:  # more lines may have come meanwhile
            count = session.count + 1
            table.addItems([""] * (count - table.count()))
            wanted = sorted(set(range(count)) - lines.keys(), key=lambda number: number != session.position)
            try:
                found = yield from away(partial(numbers.some, wanted, BATCH_S))
            except ExplainerError as error:  # cancelled, or too much
                found = tuple(NumberLine(number, None, _reason(error)) for number in wanted)
            for line in found:
                lines[line.number] = line
                self._show_line(table, line)
                yield None
        self._filling = False
        self._lit_row = -1
        self._light()
        self._summarise()

    def _show_line(self, table: QListWidget, line: NumberLine) -> None:
        from explainer.gui.panels.number_rows import fill_item

        item, step = table.item(line.number), self._session.step_at(line.number)
        if item is None:
            return
        fill_item(item, line, "" if step is None else step.title)
        table.sizeHintForRow(line.number)  # kept by the delegate, so that no layout has to work out all of them

    def _summarise(self) -> None:
        """Say whether all lines have one value."""
        lines = [self._lines[number] for number in sorted(self._lines)]
        compared = [line for line in lines[1:] if line.agrees is not None]
        different = [str(line.number) for line in compared if not line.agrees]
        if different:
            self._tell(phrase("Not the value of the first line: {0}.", ", ".join(different)))
        elif compared:
            self._tell(phrase("{0} of {1} lines have the value that was measured.", len(compared), len(lines) - 1))
        else:
            self._tell("There is no measured value to compare with.")

    def _tell(self, text: str) -> None:
        put(self._summary.setText, text)
        self._summary.setVisible(bool(text))
        put(self.setAccessibleDescription, text)

    def _light(self) -> None:
        """Light the row of the line that the board shows, and bring it into view."""
        from explainer.gui.panels.number_rows import LitRole

        table, here = self._table, self._session.position
        if table is None or here == self._lit_row or here >= table.count():
            return
        for row in range(table.count()) if self._lit_row < 0 else (self._lit_row, here):
            item, lit = table.item(row), row == here
            if item is not None and bool(item.data(LitRole)) != lit:
                item.setData(LitRole, lit)
        self._lit_row = here
        table.setCurrentRow(here)
        table.scrollToItem(table.item(here))

    # --- parts -------------------------------------------------------------------------------------------------------

    def _parts(self) -> tuple[NumberFields, QListWidget]:
        """The fields and the table, made when they are first needed."""
        if self._fields is None or self._table is None:
            from explainer.gui.panels.number_fields import NumberFields
            from explainer.gui.panels.number_rows import NumberDelegate

            layout = QVBoxLayout(self)
            layout.setContentsMargins(10, 12, 10, 8)
            self._fields = NumberFields(self)
            self._fields.edited.connect(self._typing.start)
            self._table = table = QListWidget(self)
            table.setObjectName("numbers_table")
            put(table.setAccessibleName, "Values, line by line")
            table.setItemDelegate(NumberDelegate(table))
            table.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
            table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            table.setResizeMode(QListWidget.ResizeMode.Adjust)
            table.itemActivated.connect(self._go_to)
            table.itemClicked.connect(self._go_to)
            for widget in (self._fields, self._summary):
                layout.addWidget(widget)
            layout.addWidget(table, 1)
            self.setFocusProxy(self._fields)
            if self._theme is not None:
                self.set_theme(self._theme)
        return self._fields, self._table

    def _go_to(self, item: QListWidgetItem) -> None:
        assert self._table is not None
        self._session.go_to(self._table.row(item))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 160)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._table is not None and self._fields is not None:
            self._fields.fit()
            self._table.scheduleDelayedItemsLayout()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_place()


def _reason(error: ExplainerError) -> str:
    """Why there are no numbers."""
    return "The calculation was cancelled." if isinstance(error, CancelledError) else whole_sentence(error.message)
