"""The program's entry: `explainer` and `python -m explainer`.

The one place that knows both the command line and the window; neither of the two imports the other. Without arguments
the window opens straight away, and nothing of the command line is loaded.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with the arguments of the process and return its exit status."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    try:
        if not given:
            return open_window(None, None, {})
        from explainer.cli.main import main as run_command

        return run_command(given, open_window)
    except KeyboardInterrupt:
        return 130


def open_window(text: str | None, wrt: str | None, shapes: dict[str, str]) -> int:
    """Open the window on an expression, or on its worked example; say what is missing where no window can open."""
    from explainer.cli.display import missing_for_window

    missing = missing_for_window()
    if missing:
        sys.stderr.write(f"explainer: {missing}\n")
        return 2
    from explainer.gui.application import run

    return run(text, wrt, shapes)


if __name__ == "__main__":
    sys.exit(main())
