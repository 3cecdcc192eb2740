"""The program's entry: `explainer` and `python -m explainer`.

The one place that knows both the command line and the window; neither of the two imports the other. Without arguments
the window opens straight away, and nothing of the command line is loaded.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Mapping, Sequence

COMPLETING = "_EXPLAINER_COMPLETE"
"""Set by a shell that asks what could come next on the command line; no window opens then."""

MOST_YOUNG = 50_000
"""So many new objects a command lets come together before Python looks for garbage among them: 5 to 10 MB."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with the arguments of the process and return its exit status."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    try:
        if not given and COMPLETING not in os.environ:
            return open_window()
        # A command ends soon: to look for garbage whenever 700 new objects have come together, as Python does by
        # itself, and through all that was loaded, is an eighth of its time.
        gc.set_threshold(MOST_YOUNG, 20, 50)
        from explainer.cli.main import main as run_command

        return run_command(given, open_window)
    except KeyboardInterrupt:
        return 130


def open_window(
    text: str | None = None,
    wrt: str | None = None,
    shapes: Mapping[str, str] | None = None,
    method: str = "auto",
    layout: str = "numerator",
    file: str | None = None,
    order: int = 1,
    form: str = "vec",
) -> int:
    """Open the window on an expression, a file or its worked example; say what is missing where none can open."""
    from explainer.cli.window_possible import import_complaint, missing_for_window

    missing = missing_for_window()
    if not missing:
        try:
            from explainer.gui.main import run
        except ImportError as error:
            if (error.name or "").startswith("explainer"):
                raise
            missing = import_complaint(error)
        else:
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # Qt's loop would not let Python see Ctrl+C
            return run(text, wrt, shapes, method, layout, file, order, form)
    from explainer.cli.terminal import complain

    complain(missing)
    return 2


if __name__ == "__main__":
    sys.exit(main())
