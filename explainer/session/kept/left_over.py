"""Takes away what an earlier run of the program left half written when it was killed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread

from explainer.destinations import remove_left_over, resolved
from explainer.session.kept.recent import recent_files
from explainer.session.kept.settings import Settings


def places(settings: Settings) -> Iterator[Path]:
    """The folders in which the program writes by itself, and those of the files that were saved last."""
    from platformdirs import user_config_path, user_data_path, user_state_path

    from explainer.session.kept.autosave import recovery_folder

    for own in (user_config_path, user_data_path, user_state_path):
        yield own("explainer", appauthor=False)
    yield recovery_folder()
    for name in recent_files(settings):
        with suppress(OSError):
            yield resolved(Path(name)).parent


def remove_what_is_left_over(settings: Settings) -> Thread:
    """Look through all places beside the work of the window: a folder on another machine may take long to answer."""
    folders = dict.fromkeys(places(settings))

    def work() -> None:
        for folder in folders:
            remove_left_over(folder)

    thread = Thread(target=work, name="removing what is left over", daemon=True)
    thread.start()
    return thread
