"""A handout for Word: headings, paragraphs, lists and tables, with formulas that can be edited (Office Math)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatchmethod
from typing import TYPE_CHECKING, Final

from explainer.handouts import model
from explainer.handouts.many_files import zipped
from explainer.handouts.office.package import EMU_PER_PT, HEAD, SPACES, Media, Relations, quoted, said, whole
from explainer.handouts.step_lines import line_after, line_before, short_line
from explainer.notation import omml, write_notation

if TYPE_CHECKING:
    from explainer.figures import Figure
    from explainer.handouts.many_files import Pieces
    from explainer.handouts.model import Document
    from explainer.handouts.registry import Options
    from explainer.notation.tree import Notation

_SPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MATH: Final = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
_KIND: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PAGES: Final = {"a4": (11906, 16838), "letter": (12240, 15840)}
"""The pages in twentieths of a point."""
_TEXT_PT: Final = 450.0
"""How wide the text is."""
_SIZE_PT: Final = 9.0
"""The letters of a figure, unless it would be wider than the text: two points less than those of the text."""
_ROWS: Final = (
    '<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="999999"/></w:pBdr></w:pPr></w:p>'
)


def pieces(document: Document, options: Options) -> Pieces:
    """The file, piece by piece."""
    kinds = {"word/document.xml": f"{_KIND}.document.main+xml", "word/styles.xml": f"{_KIND}.styles+xml"}
    return zipped(whole(kinds, "word/document.xml", _parts(document, options), document.title))


def _parts(document: Document, options: Options) -> Iterator[tuple[str, bytes]]:
    relations, media = Relations(), Media("word")
    relations.add("styles", "styles.xml")
    yield "word/styles.xml", _STYLES.encode()
    writer = _Writer(relations, media)
    body = [_paragraph(_words(document.heading), "Title")]
    if document.subtitle:
        body.append(_paragraph(said_run(document.subtitle), "Subtitle"))
    for block in document.blocks:
        body += writer.block(block)
    wide, high = _PAGES[options["paper"]]
    body.append(
        f'<w:sectPr><w:pgSz w:w="{wide}" w:h="{high}"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" '
        'w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
    )
    text = f'{HEAD}<w:document xmlns:w="{_SPACE}" {_MATH} {SPACES}><w:body>{"".join(body)}</w:body></w:document>'
    yield "word/document.xml", text.encode()
    yield "word/_rels/document.xml.rels", relations.text().encode()
    yield from media.files()


def said_run(text: str, properties: str = "") -> str:
    """Words as a run of text."""
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inside}<w:t xml:space="preserve">{said(text)}</w:t></w:r>' if text else ""


def _paragraph(content: str, style: str = "", properties: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    head = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p>{head}{content}</w:p>"


def _math(notation: Notation) -> str:
    """A formula within a line; its name space is that of the document."""
    return omml(notation).replace(f" {_MATH}", "", 1)


def _words(parts: model.Words, properties: str = "") -> str:
    return "".join(
        said_run(part, properties) if isinstance(part, str) else _math(write_notation(part)) for part in parts
    )


def _display(notation: Notation, *, keep: bool = False) -> str:
    """A formula on a line of its own, on the left; where it is to `keep` it, on the page of the next paragraph."""
    left = '<m:oMathParaPr><m:jc m:val="left"/></m:oMathParaPr>'
    return _paragraph(f"<m:oMathPara>{left}{_math(notation)}</m:oMathPara>", "Formula", "<w:keepNext/>" if keep else "")


class _Writer:
    """Writes the blocks, and keeps the pictures among them."""

    def __init__(self, relations: Relations, media: Media) -> None:
        self._relations, self._media = relations, media
        self._pictures = 0

    @singledispatchmethod
    def block(self, block: model.Block) -> Iterator[str]:
        """The paragraphs of a block."""
        raise TypeError(f"no Word for {type(block).__name__}")

    @block.register(model.Heading)
    def _(self, block: model.Heading) -> Iterator[str]:
        yield _paragraph(said_run(block.text), f"Heading{block.level - 1}")

    @block.register(model.Paragraph)
    def _(self, block: model.Paragraph) -> Iterator[str]:
        styles = {"caption": "Caption", "note": "Note"}
        yield _paragraph(_words(block.words, "<w:b/>" if block.role == "warning" else ""), styles.get(block.role, ""))

    @block.register(model.Bullets)
    def _(self, block: model.Bullets) -> Iterator[str]:
        if block.title:
            yield _paragraph(said_run(block.title, "<w:b/>"), "", "<w:keepNext/>")
        for item in block.items:
            yield _paragraph(said_run("•  ") + _words(item), "Item")

    @block.register(model.Question)
    def _(self, block: model.Question) -> Iterator[str]:
        yield _paragraph(said_run(f"{block.heading} ", "<w:b/>") + _words(block.words), "", "<w:keepNext/>")
        yield _paragraph(said_run(f"{block.reply}: ", "<w:i/>") + _words(block.hint), "Note")

    @block.register(model.Table)
    def _(self, block: model.Table) -> Iterator[str]:
        if block.title:
            yield _paragraph(said_run(block.title, "<w:b/>"), "", "<w:keepNext/>")
        head = "".join(_cell(_words(cell, "<w:b/>")) for cell in block.head)
        rows = [f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{head}</w:tr>"] if any(block.head) else []
        rows += [f"<w:tr>{''.join(_cell(_words(cell)) for cell in row)}</w:tr>" for row in block.rows]
        columns = '<w:gridCol w:w="2400"/>' * max(1, len(block.head))
        yield f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/>{_BORDERS}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
        yield f"{''.join(rows)}</w:tbl>{_paragraph('')}"

    @block.register(model.Picture)
    def _(self, block: model.Picture) -> Iterator[str]:
        yield _paragraph(self._figure(block.figure), "", "<w:keepNext/>" if block.caption else "")
        if block.caption:
            yield _paragraph(_words(block.caption), "Caption")

    def _figure(self, figure: Figure) -> str:
        """A figure as a drawing, with its description for those who do not see it."""
        self._pictures += 1
        drawn = figure.sheet().drawing("paper")
        size = min(_SIZE_PT, _TEXT_PT / max(1.0, drawn.width))
        blip = self._media.add(self._relations, drawn, size, "")
        across, down = (round(length * size * EMU_PER_PT) for length in (drawn.width, drawn.height))
        name = (
            f'id="{self._pictures}" name={quoted(figure.title)} descr={quoted(f"{figure.title}. {figure.description}")}'
        )
        frame = f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{across}" cy="{down}"/></a:xfrm>'
        return (
            f'<w:r><w:drawing><wp:inline><wp:extent cx="{across}" cy="{down}"/><wp:docPr {name}/><a:graphic>'
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
            f"<pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>{blip}"
            f"<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>{frame}"
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
            "</wp:inline></w:drawing></w:r>"
        )

    @block.register(model.Rules)
    def _(self, block: model.Rules) -> Iterator[str]:
        yield from self.block(block.bullets)

    @block.register(model.Task)
    def _(self, block: model.Task) -> Iterator[str]:
        yield _paragraph(said_run(f"{block.number}.  ", "<w:b/>") + _words(block.words), "", "<w:keepNext/>")
        yield _display(write_notation(block.formula))
        yield from (_ROWS,) * block.lines

    @block.register(model.NewPage)
    def _(self, block: model.NewPage) -> Iterator[str]:
        yield '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'

    @block.register(model.Derivation)
    def _(self, block: model.Derivation) -> Iterator[str]:
        yield _paragraph(_words(block.task), "", "<w:keepNext/>")
        yield _paragraph(_words(block.given), "Note", "<w:keepNext/>")
        yield _display(write_notation(block.start))
        for step in block.steps:
            yield from _step(step)
        if block.ending:
            yield _paragraph(said_run(block.ending, "<w:b/>"))
        else:
            yield _paragraph(said_run("Result", "<w:b/>"), "", "<w:keepNext/>")
            yield _display(write_notation(block.result))

    @block.register(model.Lines)
    def _(self, block: model.Lines) -> Iterator[str]:
        yield _paragraph(_words(block.task), "", "<w:keepNext/>")
        yield _display(write_notation(block.start))
        for part in block.parts:
            yield _paragraph(said_run(f"{part.number}.  {part.title}"), "Note", "<w:keepNext/>")
            yield _ROWS * part.rows if part.line is None else _display(short_line(part))
        if block.ending:
            yield _paragraph(said_run(block.ending, "<w:b/>"))


def _cell(content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="2400" w:type="dxa"/></w:tcPr>{_paragraph(content)}</w:tc>'


def _step(step: model.StepPart) -> Iterator[str]:
    """The rule, the line, the reason, what is assumed, the rule in words, the check, and the steps inside."""
    yield _paragraph(said_run(f"{step.number}.  {step.title}", "<w:b/>"), "Step")
    if step.falling:
        yield _display(line_before(step), keep=True)
    yield _display(line_after(step))
    yield _paragraph(_words(step.reason) + (said_run(" ") + _words(step.assumed) if step.assumed else ""))
    if step.rule_in_words:
        yield _paragraph(_words(step.rule_in_words), "Note")
    yield _paragraph(said_run(step.verdict), "Note")
    for part in step.substeps:
        news: list[str] = [said_run(f"{part.number}.  {part.title}: ")]
        for place, node in enumerate(part.news):
            news += [said_run("; ") if place else "", _math(write_notation(node))]
        yield _paragraph("".join(news), "Item")


def _style(name: str, title: str, inside: str, base: str = "Normal") -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{title}"/>{based}{inside}</w:style>'


def _heading(name: str, title: str, size: int, level: int) -> str:
    outline = f'<w:outlineLvl w:val="{level}"/>' if level >= 0 else ""
    return _style(
        name,
        title,
        f'<w:pPr><w:keepNext/><w:spacing w:before="240" w:after="100"/>{outline}</w:pPr>'
        f'<w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr>',
    )


_QUIET: Final = '<w:rPr><w:color w:val="595959"/><w:sz w:val="19"/></w:rPr>'
_STYLES: Final = (
    f'{HEAD}<w:styles xmlns:w="{_SPACE}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" '
    'w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="100" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
    '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    + _heading("Title", "Title", 40, -1)
    + _style("Subtitle", "Subtitle", _QUIET)
    + _heading("Heading1", "heading 1", 30, 0)
    + _heading("Heading2", "heading 2", 26, 1)
    + _heading("Heading3", "heading 3", 23, 2)
    + _style("Step", "Step", '<w:pPr><w:keepNext/><w:spacing w:before="160" w:after="40"/></w:pPr>')
    + _style("Formula", "Formula", '<w:pPr><w:spacing w:before="60" w:after="60"/><w:ind w:left="340"/></w:pPr>')
    + _style("Note", "Note", _QUIET)
    + _style("Caption", "caption", "<w:rPr><w:i/></w:rPr>")
    + _style("Item", "Item", '<w:pPr><w:spacing w:after="40"/><w:ind w:left="567" w:hanging="283"/></w:pPr>')
    + "</w:styles>"
)
_BORDERS: Final = (
    "<w:tblBorders>"
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="BBBBBB"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders>"
)
