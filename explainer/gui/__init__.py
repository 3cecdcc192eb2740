"""The window; the only package that imports Qt, and it only shows: everything it says comes from `explainer.session`.

Start reading in `explainer.gui.main_window`: it paints what is in `first_frame`, and has `all_parts` made then. From
top to bottom of the window: `problem` (what is typed), `board` or `reading` (the middle), `panels` (card, timeline,
tabs); `lecture` is the large screen, `files` what goes in and out, `formulas` the pictures in all of them, `look` their
colours, sizes and words. To add a user action: a row in `explainer.session.action_table` and the method it names; menu,
shortcut, help and tests follow.
"""

import gc
from contextlib import suppress

from explainer.byte_code import pyside_compiled, use_kept_modules
from explainer.kept_pieces import use_kept_pieces

MOST_YOUNG = 150_000
"""So many new objects are looked through by Python at the latest, while the window starts and in long derivations."""

# Set before the window is imported: what that makes stays, and looking through it again and again is a tenth of the
# time until the window shows. Once it is there `explainer.gui.garbage` looks before it comes to that.
gc.set_threshold(MOST_YOUNG, 20, 50)

use_kept_modules()
use_kept_pieces()
with suppress(ImportError), pyside_compiled():
    import PySide6  # noqa: F401
    from shibokensupport import feature  # type: ignore[import-not-found]

    # For whoever wants Qt's methods by other names PySide looks at every import, and reads the source of every module
    # that is imported from here on. None of ours does, and that is a tenth of the time until the first step shows.
    feature.feature_import = lambda *_, **__: None
    feature.feature_imported = lambda module: None
