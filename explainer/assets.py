"""Finds the files that are no Python: lessons, themes and icons.

In a checkout and in an editable install they lie in `resources/` beside the package, in a wheel they lie in
`explainer/_resources/`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from explainer.errors import ExplainerError
from explainer.phrases import joined, phrase

APPLICATION_ID = "app.explainer.Explainer"
"""The name of the program for desktops: its entry, its icon, and what its windows say that they belong to."""


@cache
def resources() -> Path:
    """The folder of the resources.

    Raises ExplainerError when there is none, which is a broken installation.
    """
    package = Path(__file__).resolve().parent
    places = (package / "_resources", package.parent / "resources")
    for place in places:
        if (place / "themes").is_dir():
            return place
    raise ExplainerError(
        phrase("the folder of lessons, themes and icons is missing: looked for {0}", joined(", ", places, " and ")),
        hint="Install explainer again.",
    )


def resource(*parts: str) -> Path:
    """The place of one resource: `resource("themes", "paper.toml")`."""
    return resources().joinpath(*parts)


def resource_names(folder: str, ending: str) -> tuple[str, ...]:
    """The names, without their ending, of the files of a folder, in alphabetical order."""
    return tuple(sorted(path.stem for path in resource(folder).glob(f"*{ending}")))
