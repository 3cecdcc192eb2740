"""The pages of a PDF: begun, numbered, tagged for screen readers, with bookmarks.

A page is written when the next one begins, so that a long handout is never in memory as a whole; only pages with a list
of contents wait for the numbers of the others.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from explainer.handouts.paper.lines import Element, Item, Line, Link
from explainer.handouts.paper.pages import Pages
from explainer.handouts.pdf_outline import Bookmarks
from explainer.typeset.files.drawing import number
from explainer.typeset.files.pdf_drawing import LetterForms, colour_operands
from explainer.typeset.files.pdf_fonts import TextFonts, text_glyphs
from explainer.typeset.files.pdf_metadata import described
from explainer.typeset.files.pdf_objects import Objects, references, stream, string

PAPERS: Final = {"a4": (595.276, 841.89), "letter": (612.0, 792.0)}
MARGIN, TOP, BOTTOM = 68.0, 62.0, 68.0
"""What stays free of a page: almost an inch, so that no line is too long to read and there is room for hands."""
_NUMBER_PT = 9.0
_NUMBER_AT = 36.0
"""The number of a page, smaller than the text: its letters, and half an inch from the edge, which printers reach."""


Draw: TypeAlias = "Callable[[Item, Page, float, float], None]"
"""Draws an item on a page with the left end of its baseline at a place."""


@dataclass(eq=False)
class Page:
    """A page being drawn."""

    number: int
    order: int
    fonts: TextFonts
    draw_item: Draw
    content: list[str] = field(default_factory=list)
    forms: dict[object, None] = field(default_factory=dict)
    marks: list[Element] = field(default_factory=list)
    links: list[tuple[Link, float, float]] = field(default_factory=list)
    _colour: str = ""

    def add(self, operators: str) -> None:
        """Draw."""
        self.content.append(operators)

    def colour(self, colour: str) -> None:
        """Draw in this colour from now on."""
        if colour != self._colour:
            self._colour = colour
            self.content.append(f"{colour_operands(colour)} rg")

    def form(self, form: object, size: float, x: float, y: float) -> None:
        """Draw a form, by its number, at a size and a place."""
        self.forms[form] = None
        scale = number(size)
        self.add(f"q {scale} 0 0 {scale} {number(x)} {number(y)} cm /M{form} Do Q")

    def draw(self, line: Line, left: float, y: float) -> None:
        """Draw a line with its baseline at a height; what belongs together is marked together."""
        drawn: Element | None = None
        for x, rise, item in line.items:
            element = item.element or line.element
            if element is not drawn:
                if drawn is not None:
                    self.content.append("EMC")
                self._begin(element)
                drawn = element
            self.draw_item(item, self, left + x, y + rise)
        if drawn is not None:
            self.content.append("EMC")

    def _begin(self, element: Element) -> None:
        if not element.tag:
            self.content.append("/Artifact BMC")
            return
        self.content.append(f"/{element.tag} << /MCID {len(self.marks)} >> BDC")
        self.marks.append(element)


class PdfPages(Pages):
    """The pages so far, as a file that is taken away piece by piece."""

    def __init__(self, paper: str, ink: str, draw: Draw) -> None:
        self.width, self.height = PAPERS[paper]
        super().__init__(self.width - 2 * MARGIN, self.height - TOP - BOTTOM)
        self._draw = draw
        self.objects = Objects()
        self.letters = LetterForms(self.objects)
        self.fonts = TextFonts(self.objects)
        self.bookmarks = Bookmarks(self.objects)
        self._ink = ink
        self._tree, self._structure, self._document, self._total = (self.objects.reserve() for _ in range(4))
        self._numbers = array("L")
        self._sections = array("L")
        self._parents = array("L")
        self._anchors: dict[str, tuple[int, float]] = {}
        self._links = array("L")
        self._held: list[Page] = []
        self._page = self._new_page()

    def end(self, title: str) -> Iterator[bytes]:
        """What is left of the file."""
        self.settle()
        self._finish_page()
        for page in self._held:
            self._draw_links(page)
            self._write_page(page)
        put = self.objects.put
        count = len(self._numbers)
        total = self.fonts.show(text_glyphs(str(count), False), _NUMBER_PT, 0, 0)
        entries = f"/Type /XObject /Subtype /Form /BBox [0 -3 60 9] /Resources << /Font {self.fonts.number} 0 R >> "
        put(stream(total, entries), self._total)
        put(f"<< /Type /Pages /Kids [{references(self._numbers)}] /Count {count} >>", self._tree)
        self._write_structure()
        self.letters.write()
        self.fonts.write()
        outline = self.bookmarks.end()
        shown = f"/Outlines {outline} 0 R /PageMode /UseOutlines " if outline else ""
        metadata = put(described(title))
        catalog = put(
            f"<< /Type /Catalog /Pages {self._tree} 0 R /Lang (en) /MarkInfo << /Marked true >> {shown}"
            f"/Metadata {metadata} 0 R /StructTreeRoot {self._structure} 0 R "
            "/ViewerPreferences << /DisplayDocTitle true >> >>"
        )
        info = put(f"<< /Title {string(title)} /Producer (explainer) >>")
        yield from self.objects.end(catalog, info)

    # --- placing -----------------------------------------------------------------------------------------------------

    def put(self, line: Line, top: float) -> None:
        top = self.height - TOP - top
        y = top - line.height
        if line.anchor:
            self._anchors[line.anchor] = (self._page.order, top)
        if line.bookmark:
            self.bookmarks.add(*line.bookmark, self._page.number, top + 4)
        self._page.draw(line, MARGIN + self.left, y)
        if line.link:
            self._page.links.append((line.link, y, top))

    def turn(self) -> None:
        self._finish_page()
        self._page = self._new_page()

    # --- writing -----------------------------------------------------------------------------------------------------

    def _new_page(self) -> Page:
        self._numbers.append(self.objects.reserve())
        self._sections.append(self.objects.reserve())
        self._parents.append(self.objects.reserve())
        return Page(self._numbers[-1], len(self._numbers) - 1, self.fonts, self._draw)

    def _finish_page(self) -> None:
        page = self._page
        glyphs = text_glyphs(f"{page.order + 1}/", False)
        middle = self.width / 2 + _NUMBER_PT * 0.25
        start = middle - _NUMBER_PT * sum(glyph.width for glyph in glyphs)
        page.add("/Artifact BMC")
        page.colour(self._ink)
        page.add(self.fonts.show(glyphs, _NUMBER_PT, start, _NUMBER_AT))
        page.form(self._total, 1, middle, _NUMBER_AT)
        page.add("EMC")
        if page.links:
            self._held.append(page)
        else:
            self._write_page(page)

    def _draw_links(self, page: Page) -> None:
        """The page numbers of the contents, now that all are known."""
        for link, y, _ in page.links:
            order, _ = self._anchors.get(link.anchor, (page.order, 0.0))
            glyphs = text_glyphs(str(order + 1), False)
            x = self.width - MARGIN - link.size * sum(glyph.width for glyph in glyphs)
            page.add("/Artifact BMC")
            page.colour(link.colour)
            page.add(f"{self.fonts.show(glyphs, link.size, x, y)} EMC")

    def _write_page(self, page: Page) -> None:
        put = self.objects.put
        content = put(stream("\n".join(page.content)))
        forms = " ".join(f"/M{form} {form} 0 R" for form in page.forms)
        resources = f"<< /Font {self.fonts.number} 0 R /XObject << {forms} >> >>"
        annotations = [self._annotation(page, *link) for link in page.links]
        links = f"/Annots [{references([annotation for annotation, _ in annotations])}] "
        put(
            f"<< /Type /Page /Parent {self._tree} 0 R /MediaBox [0 0 {number(self.width)} {number(self.height)}] "
            f"/Contents {content} 0 R /Resources {resources} /StructParents {page.order} /Tabs /S "
            f"{links if page.links else ''}>>",
            page.number,
        )
        self._write_elements(page, [element for _, element in annotations])

    def _annotation(self, page: Page, link: Link, y: float, top: float) -> tuple[int, int]:
        """The numbers of the annotation of a link, and of its element in the structure: a reader announces it."""
        own, element = self.objects.reserve(), self.objects.reserve()
        section = self._sections[page.order]
        reference = f"<< /Type /OBJR /Obj {own} 0 R /Pg {page.number} 0 R >>"
        entry = f"<< /Type /StructElem /S /Link /P {section} 0 R /Pg {page.number} 0 R /K [{reference}] >>"
        self.objects.put(entry, element)
        self._links.append(element)
        order, height = self._anchors.get(link.anchor, (page.order, self.height))
        rectangle = " ".join(map(number, (MARGIN, y - 3, self.width - MARGIN, top)))
        said = string(f"To page {order + 1}")
        self.objects.put(
            f"<< /Type /Annot /Subtype /Link /Rect [{rectangle}] /Border [0 0 0] /F 4 /Contents {said} "
            f"/StructParent {len(self._numbers) + len(self._links) - 1} "
            f"/Dest [{self._numbers[order]} 0 R /XYZ null {number(height + 4)} null] >>",
            own,
        )
        return own, element

    def _write_elements(self, page: Page, links: list[int]) -> None:
        """The structure of a page: its elements in the order of reading, and for each mark the element it is in."""
        numbers: dict[Element, int] = {}
        kids: dict[Element | None, list[str]] = {None: []}
        section = self._sections[page.order]
        marked: list[int] = []
        for place, element in enumerate(page.marks):
            self._enter(element, numbers, kids)
            marked.append(numbers[element])
            kids[element].append(str(place))
        for element, own in numbers.items():
            parent = numbers[element.parent] if element.parent else section
            said = f"/Alt {string(element.said)} " if element.said else ""
            self.objects.put(
                f"<< /Type /StructElem /S /{element.tag} /P {parent} 0 R /Pg {page.number} 0 R {said}"
                f"/K [{' '.join(kids[element])}] >>",
                own,
            )
        inside = f"{' '.join(kids[None])} {references(links)}".strip()
        entry = f"<< /Type /StructElem /S /Sect /P {self._document} 0 R /K [{inside}] >>"
        self.objects.put(entry, section)
        self.objects.put(f"[{references(marked)}]", self._parents[page.order])

    def _enter(self, element: Element, numbers: dict[Element, int], kids: dict[Element | None, list[str]]) -> None:
        """Give an element a number and a place in what it is a part of, if it is new on the page."""
        if element in numbers:
            return
        if element.parent is not None:
            self._enter(element.parent, numbers, kids)
        numbers[element] = self.objects.reserve()
        kids[element] = []
        kids[element.parent].append(f"{numbers[element]} 0 R")

    def _write_structure(self) -> None:
        put = self.objects.put
        parents = (*self._parents, *self._links)  # pages have lists of their elements there, links their element
        pairs = " ".join(f"{order} {parent} 0 R" for order, parent in enumerate(parents))
        put(
            f"<< /Type /StructTreeRoot /K {self._document} 0 R /ParentTree << /Nums [{pairs}] >> "
            f"/ParentTreeNextKey {len(parents)} >>",
            self._structure,
        )
        sections = references(self._sections)
        put(f"<< /Type /StructElem /S /Document /P {self._structure} 0 R /K [{sections}] >>", self._document)
