"""What every Office file is made of: parts in a zip, their kinds, and the relations between them; and pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape, quoteattr

from explainer.typeset import png, svg

if TYPE_CHECKING:
    from explainer.typeset import Drawing, Picture

EMU_PER_PT: Final = 12_700
"""Office measures in these."""
_DOCUMENTS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGES: Final = "http://schemas.openxmlformats.org/package/2006"
HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SPACES: Final = (
    f'xmlns:r="{_DOCUMENTS}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
"""The name spaces of pictures, and of relations."""
_SVG: Final = (
    '<a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip '
    'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{}"/></a:ext></a:extLst>'
)
_DPI: Final = 220.0
"""The sharpness of the pictures for programs that know no SVG."""


def said(text: str) -> str:
    """Text as XML character data; characters that XML forbids become the replacement character."""
    return escape("".join(c if c.isprintable() or c in " \n" else "\N{REPLACEMENT CHARACTER}" for c in text))


def quoted(text: str) -> str:
    """Text as the value of an attribute, with its quotes."""
    return quoteattr("".join(c if c.isprintable() or c == " " else "\N{REPLACEMENT CHARACTER}" for c in text))


@dataclass
class Relations:
    """What a part refers to, by short names."""

    rows: list[tuple[str, str, str]] = field(default_factory=list)

    def add(self, kind: str, target: str) -> str:
        """Refer to a part; return the name for it."""
        name = f"rId{len(self.rows) + 1}"
        self.rows.append((name, kind if kind.startswith("http") else f"{_DOCUMENTS}/{kind}", target))
        return name

    def text(self) -> str:
        """The part that holds the relations."""
        rows = "".join(
            f'<Relationship Id="{name}" Type="{kind}" Target={quoted(target)}/>' for name, kind, target in self.rows
        )
        return f'{HEAD}<Relationships xmlns="{_PACKAGES}/relationships">{rows}</Relationships>'


class Media:
    """The pictures of a file: each as an SVG, and as a PNG for programs that know no SVG."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._files: list[tuple[str, bytes]] = []

    def add(self, relations: Relations, drawn: Picture | Drawing, size_pt: float, back: str) -> str:
        """Keep a picture; return the element that shows it. `back` leads from the part to the folder of media."""
        number = len(self._files) // 2 + 1
        names = f"picture{number}.png", f"picture{number}.svg"
        contents = png(drawn, size_pt, dpi=_DPI), svg(drawn, size_pt)
        self._files += [(f"{self._folder}/media/{name}", data) for name, data in zip(names, contents, strict=True)]
        plain, vector = (relations.add("image", f"{back}media/{name}") for name in names)
        return f'<a:blip r:embed="{plain}">{_SVG.format(vector)}</a:blip>'

    def files(self) -> Iterator[tuple[str, bytes]]:
        """The pictures as parts of the file."""
        yield from self._files


def whole(
    kinds: Mapping[str, str], main: str, parts: Iterator[tuple[str, bytes]], title: str
) -> Iterator[tuple[str, bytes]]:
    """A file: its parts behind what says what they are; `kinds` gives those of parts by name, `main` is the first one.

    Nothing in it has a date, so that equal handouts are equal files.
    """
    known = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    yield (
        "[Content_Types].xml",
        (
            f'{HEAD}<Types xmlns="{_PACKAGES}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
            f'<Default Extension="svg" ContentType="image/svg+xml"/>{known}'
            f'<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>'
        ).encode(),
    )
    relations = Relations()
    relations.add("officeDocument", main)
    relations.add(f"{_PACKAGES}/relationships/metadata/core-properties", "docProps/core.xml")
    yield "_rels/.rels", relations.text().encode()
    yield (
        "docProps/core.xml",
        (
            f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGES}/metadata/core-properties" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{said(title)}</dc:title>'
            "<dc:language>en</dc:language></cp:coreProperties>"
        ).encode(),
    )
    yield from parts
