"""The source archive (sdist): it holds the tests with all that they read, and the checks.

`pyproject.toml` names the class; a file `MANIFEST.in` beside the README would say the same.
"""

from __future__ import annotations

from setuptools.command.sdist import sdist

HELD = ("tests", "resources", ".ci")


class SourceArchive(sdist):
    """Puts whole folders into the archive beside the packages."""

    def make_distribution(self) -> None:
        """Write the archive."""
        for folder in HELD:
            self.filelist.graft(folder)
        self.filelist.global_exclude("*.py[cod]")
        super().make_distribution()
