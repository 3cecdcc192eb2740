"""Writes pictures and figures as PDF: one page, only outlines, tagged with a spoken text.

Source: PDF 1.7 (ISO 32000-1), chapters 7, 8.5 and 14.7.
"""

from __future__ import annotations

from explainer.typeset.files.drawing import Drawing, Marks, check_size, drawing_of, number
from explainer.typeset.files.pdf_drawing import LetterForms, colour_operands, layer_operators
from explainer.typeset.files.pdf_objects import Objects, stream, string
from explainer.typeset.picture import Picture
from explainer.typeset.theme import Theme

_LARGEST_PAGE = 14400.0
"""The longest side that a page may have in its own units; larger pages have larger units."""


def pdf(
    picture: Picture | Drawing,
    size_pt: float = 24,
    theme: Theme | str = "paper",
    *,
    marks: Marks | None = None,
    title: str = "",
    description: str = "",
) -> bytes:
    """The picture as a PDF file; `title` names the document, `description` is what a screen reader says.

    Raises ExplainerError for an unknown theme or a size that is not from 1 to 400 points.
    """
    size = check_size(size_pt)
    drawing = drawing_of(picture, theme, marks)
    unit = max(1.0, drawing.width * size / _LARGEST_PAGE, drawing.height * size / _LARGEST_PAGE)
    size /= unit
    objects = Objects()
    letters = LetterForms(objects)
    catalog, tree, page, structure, figure = (objects.reserve() for _ in range(5))
    paper = f"[0 0 {number(drawing.width * size)} {number(drawing.height * size)}]"
    content = objects.put(stream(_content(drawing, letters, size)))
    letters.write()
    objects.put(
        f"<< /Type /Catalog /Pages {tree} 0 R /Lang (en) /MarkInfo << /Marked true >> "
        f"/StructTreeRoot {structure} 0 R >>",
        catalog,
    )
    objects.put(f"<< /Type /Pages /Kids [{page} 0 R] /Count 1 >>", tree)
    objects.put(
        f"<< /Type /Page /Parent {tree} 0 R /MediaBox {paper} /UserUnit {number(unit)} /Contents {content} 0 R "
        f"/StructParents 0 /Resources {letters.number} 0 R >>",
        page,
    )
    objects.put(
        f"<< /Type /StructTreeRoot /K {figure} 0 R /ParentTree << /Nums [0 [{figure} 0 R]] >> >>",
        structure,
    )
    said = string(description or title or "formula")
    objects.put(
        f"<< /Type /StructElem /S /Figure /P {structure} 0 R /Pg {page} 0 R /K 0 /Alt {said} >>",
        figure,
    )
    info = objects.put(f"<< /Title {string(title or 'formula')} /Producer (explainer) >>")
    return b"".join(objects.end(catalog, info))


def _content(drawing: Drawing, letters: LetterForms, size: float) -> str:
    """What is drawn on the page, from the lower left corner, in units of an em."""
    return "\n".join(
        [
            f"{number(size)} 0 0 {number(size)} 0 0 cm",
            f"{colour_operands(drawing.background)} rg 0 0 {number(drawing.width)} {number(drawing.height)} re f",
            "/Figure << /MCID 0 >> BDC",
            f"1 0 0 1 {number(drawing.left)} {number(drawing.bottom)} cm",
            *layer_operators(drawing, letters),
            "EMC",
        ]
    )
