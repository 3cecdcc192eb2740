"""`python -m tests.translations [de …]`: bring all texts of the program into the files of translations.

A language that has no file yet gets one when it is named. What is new or has changed is then marked unfinished in the
.ts file; fill that in, with a text editor or Qt Linguist, and run this again.
"""

from __future__ import annotations

import sys

from explainer.assets import resources
from tests.translations.catalogue import compile_file, files, messages, update


def main(languages: list[str]) -> None:
    """Make all files anew, and those of the languages that are named."""
    folder = resources() / "translations"
    folder.mkdir(exist_ok=True)
    for file in sorted({*files(), *(folder / f"explainer_{language}.ts" for language in languages)}):
        update(file)
        compile_file(file)
        open_ones = [message.source for message in messages(file) if message.state]
        print(f"{file.name}: {len(messages(file))} texts, {len(open_ones)} without a translation")
        for source in open_ones:
            print(f"    {source}")


if __name__ == "__main__":
    main(sys.argv[1:])
