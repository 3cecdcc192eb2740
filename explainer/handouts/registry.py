"""Which formats of handouts there are. To add one: a module with `pieces(document, options)`, and a row here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from explainer.errors import ExplainerError
from explainer.typeset.theme import theme_names

if TYPE_CHECKING:
    from explainer.handouts.many_files import Files, Pieces
    from explainer.handouts.model import Document

_Choices: TypeAlias = dict[str, tuple[str, ...]]
Options: TypeAlias = Mapping[str, str]


@dataclass(frozen=True)
class HandoutFormat:
    """One format: the name that people type, the ending of its files, the module that makes it.

    `options` gives the choices of each option, the default first. `extra` is the extra of the installation that brings
    the `needed` library, where one is needed that does not come with the program. Of a format with `many` files the
    function yields their names and contents; they come into a zip, or into a folder where the name asked for is none
    of a zip. What is made to be printed, `on_paper`, is as long as is usual for its subject where nobody says how long.
    What `speaks` has a place for notes that only who speaks sees; in all other formats they are left out.
    """

    id: str
    title: str
    suffix: str
    module: str
    function: str = "pieces"
    options: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    extra: str = ""
    needed: str = ""
    many: bool = False
    speaks: bool = False
    on_paper: bool = False

    def pieces(self, document: Document, options: Options) -> Pieces:
        """The file, piece by piece.

        Raises ExplainerError for an option or a value that the format does not know, and where its library is missing.
        """
        if self.many:
            from explainer.handouts.many_files import zipped

            return zipped(self.files(document, options))
        pieces: Pieces = self._made(document, options)
        return pieces

    def files(self, document: Document, options: Options) -> Files:
        """The names and contents of the files of a format with many. Raises what `pieces` raises."""
        files: Files = self._made(document, options)
        return files

    def _made(self, document: Document, options: Options) -> Iterator[Any]:
        chosen = self._checked(options)
        if self.needed:
            try:
                import_module(self.needed)
            except ImportError as error:
                raise ExplainerError(
                    f"{self.title} needs {self.needed}, which is not installed",
                    hint=f'Install it with: pip install "explainer[{self.extra}]"',
                ) from error
        make: Callable[[Document, Options], Iterator[Any]] = getattr(
            import_module(f"explainer.handouts.{self.module}"), self.function
        )
        if self.on_paper and "length" not in options:
            chosen["length"] = document.usual_length
        from explainer.handouts.lengths import unspoken

        document = _shortened(document, chosen)
        return make(document if self.speaks else unspoken(document), chosen)

    def _checked(self, options: Options) -> dict[str, str]:
        chosen = {name: values[0] for name, values in self.options.items()}
        for name, value in options.items():
            if name not in self.options:
                known = ", ".join(self.options) or "none"
                raise ExplainerError(f"{self.title} has no option “{name}”", hint=f"Its options are: {known}.")
            if value not in self.options[name]:
                raise ExplainerError(
                    f"the option {name} of {self.title} cannot be “{value}”",
                    hint=f"Choose one of {', '.join(self.options[name])}.",
                )
            chosen[name] = value
        return chosen


def _shortened(document: Document, options: Options) -> Document:
    """The document as long as the options say: without the steps inside steps, in short, or with blanks."""
    from explainer.handouts.lengths import LENGTHS, with_main_steps

    document = LENGTHS[options.get("length", "full")](document)
    return with_main_steps(document) if options.get("steps") == "main" else document


_STEPS: Final[_Choices] = {"steps": ("all", "main")}
"""Whether the steps inside steps are written too."""
LENGTH_TITLES: Final = {
    "full": "Full: everything about each step",
    "short": "Short: the lines alone",
    "blanks": "Blanks to fill in, solved behind",
}
"""What the lengths are called."""
_LENGTH: Final[_Choices] = {"length": tuple(LENGTH_TITLES)}
"""All that is known of each step, the lines alone, or room for them with the lines behind; see lengths.py."""
_PAPER: Final[_Choices] = {"paper": ("a4", "letter")}
_FORMULAS: Final[_Choices] = {"formulas": ("code", "dollars")}
"""The signs of formulas in Markdown: those of code hosts, or the bare dollar signs of notebooks."""
_FIGURES: Final[_Choices] = {"figures": ("words", "inside")}
"""Code hosts show no picture that is inside a text; there a figure is told in words."""
_PICTURE: Final[_Choices] = {"theme": theme_names(), "size": ("24", "12", "16", "20", "32", "48")}
"""The colours, and the size of the letters in points."""

FORMATS: Final[tuple[HandoutFormat, ...]] = (
    HandoutFormat("html", "a web page", ".html", "html", options=_LENGTH | _STEPS),
    HandoutFormat("pdf", "a PDF", ".pdf", "pdf", options=_PAPER | _LENGTH | _STEPS, on_paper=True),
    HandoutFormat("latex", "a LaTeX article", ".tex", "tex.latex", options=_PAPER | _LENGTH | _STEPS, on_paper=True),
    HandoutFormat("docx", "a Word document", ".docx", "office.docx", options=_PAPER | _LENGTH | _STEPS, on_paper=True),
    HandoutFormat("pptx", "PowerPoint slides", ".pptx", "office.pptx", speaks=True),
    HandoutFormat("typst", "a Typst text", ".typ", "typst", options=_PAPER | _LENGTH | _STEPS, on_paper=True),
    HandoutFormat("beamer", "LaTeX slides", ".tex", "tex.latex", "slides", options=_STEPS, speaks=True),
    HandoutFormat("markdown", "a Markdown text", ".md", "markdown", options=_LENGTH | _STEPS | _FORMULAS | _FIGURES),
    HandoutFormat("notebook", "a Jupyter notebook", ".ipynb", "notebook", options=_STEPS),
    HandoutFormat("moodle", "questions for Moodle", ".xml", "moodle"),
    HandoutFormat("code", "a program", ".py", "program", options={"library": ("numpy", "torch", "jax")}),
    HandoutFormat("gif", "an animated GIF", ".gif", "gif", options=_PICTURE | {"pace": ("normal", "slow", "fast")}),
    HandoutFormat("png", "PNG pictures, one a step", ".zip", "step_pictures", "pngs", options=_PICTURE, many=True),
    HandoutFormat("svg", "SVG pictures, one a step", ".zip", "step_pictures", "svgs", options=_PICTURE, many=True),
    HandoutFormat("markdown-folder", "a Markdown text with its figures", ".zip", "markdown", "with_figures",
                  options=_LENGTH | _STEPS | _FORMULAS, many=True),
    HandoutFormat("anki", "a deck of Anki cards", ".apkg", "anki", extra="anki", needed="genanki"),
)  # fmt: skip
"""All formats. Of two with the same ending the first is meant by a file's name."""


def format_ids() -> tuple[str, ...]:
    """The names of all formats."""
    return tuple(row.id for row in FORMATS)


def find_format(name: str) -> HandoutFormat:
    """The format of this name. Raises ExplainerError with the names there are."""
    for row in FORMATS:
        if row.id == name:
            return row
    raise ExplainerError(f"“{name}” is no format of handouts", hint=f"The formats are {', '.join(format_ids())}.")


def format_of_file(file: Path) -> HandoutFormat:
    """The format that the ending of a file's name says. Raises ExplainerError with the endings there are."""
    for row in FORMATS:
        if row.suffix == file.suffix.lower():
            return row
    endings = ", ".join(dict.fromkeys(row.suffix for row in FORMATS))
    raise ExplainerError(
        f"{file} does not say in which format it is to be written",
        hint=f"The name ends in {endings}, or --format says one of {', '.join(format_ids())}.",
    )


def all_options() -> dict[str, Any]:
    """The names of all options, with the values of each."""
    return {name: values for row in FORMATS for name, values in row.options.items()}
