"""The source archive (sdist) and the page of the package.

The archive holds the tests with all that they read, and the checks; a file `MANIFEST.in` beside the README would say
the same. The page of a package shows no picture that lies in a folder, and has no pictures of its own: there a picture
of the README is a derivation as the terminal prints it. `pyproject.toml` names both classes.
"""

from __future__ import annotations

import re
from pathlib import Path

from setuptools.command.egg_info import egg_info
from setuptools.command.sdist import sdist

PICTURE = re.compile(r"!\[[^\]]*\]\(([^)]+)\)")

HELD = ("tests", "resources", ".ci")


class SourceArchive(sdist):
    """Puts whole folders into the archive beside the packages."""

    def make_distribution(self) -> None:
        """Write the archive."""
        for folder in HELD:
            self.filelist.graft(folder)
        self.filelist.global_exclude("*.py[cod]")
        super().make_distribution()


def page(readme: str) -> str:
    """The README for the page of a package: in place of each picture the text that lies beside it."""

    def printed(picture: re.Match[str]) -> str:
        text = Path(picture[1]).with_suffix(".txt").read_text("utf-8")
        return f"```text\n{text.strip()}\n```"

    return PICTURE.sub(printed, readme)


class PackagePage(egg_info):
    """Writes what is said of the package, in the source archive and in the wheel."""

    def run(self) -> None:
        """Write the metadata."""
        metadata = self.distribution.metadata
        metadata.long_description = page(metadata.long_description or "")
        super().run()
