"""The parts of a file of slides for PowerPoint: slides, their notes, and what every such file needs besides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Final, TypeAlias

from explainer.handouts.office.package import EMU_PER_PT, HEAD, SPACES, Media, Relations, quoted, said

if TYPE_CHECKING:
    from explainer.typeset import Drawing

WIDE, HIGH = 960.0, 540.0
"""A slide of 16 to 9 in points."""
MARGIN: Final = 48.0
_TOP: Final = 120.0
"""Where what stands under a title begins."""
LETTERS_PT: Final = 32.0
_LEAST: Final = 9.0
"""No letters of a formula are smaller than this; what is wider then runs over several lines."""
_TEXT_PT: Final = 20
"""The letters of words on a slide, as long as twelve rows have room; they are read from the last row of seats."""
_LINE: Final = 27.0  # the height of a line of 20 points in PowerPoint, which slides are cut by
_AMONG_WORDS: Final = 1.2
"""The size of a formula on a row of its own between words, against that of their letters."""
_AIR: Final = 12.0
_SPACE: Final = "http://schemas.openxmlformats.org/presentationml/2006/main"
KIND: Final = "application/vnd.openxmlformats-officedocument.presentationml"
NOTES_MASTER: Final = "ppt/notesMasters/notesMaster1.xml"
_KEPT_COLOURS: Final = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
THEME_KIND: Final = "application/vnd.openxmlformats-officedocument.theme+xml"


Shown: TypeAlias = "tuple[Drawing, str]"
"""A drawing with what it says."""


@dataclass
class Slide:
    """A title, drawings, and paragraphs below them, with drawings among these; the notes are for who speaks."""

    title: str
    drawings: list[Shown] = field(default_factory=list)
    words: Sequence[str | Shown] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def parts_of(slides: list[Slide]) -> Iterator[tuple[str, bytes]]:
    media = Media("ppt")
    main = Relations()
    master = main.add("slideMaster", "slideMasters/slideMaster1.xml")
    names = [main.add("slide", f"slides/slide{number}.xml") for number in range(1, len(slides) + 1)]
    main.add("theme", "theme/theme1.xml")
    speaks = any(slide.notes for slide in slides)
    notes = main.add("notesMaster", "notesMasters/notesMaster1.xml") if speaks else ""
    notes = notes and f'<p:notesMasterIdLst><p:notesMasterId r:id="{notes}"/></p:notesMasterIdLst>'
    listed = "".join(f'<p:sldId id="{255 + k}" r:id="{name}"/>' for k, name in enumerate(names, start=1))
    size = f'cx="{_emu(WIDE)}" cy="{_emu(HIGH)}"'
    yield (
        "ppt/presentation.xml",
        (
            f'{HEAD}<p:presentation xmlns:p="{_SPACE}" {SPACES}><p:sldMasterIdLst>'
            f'<p:sldMasterId id="2147483648" r:id="{master}"/></p:sldMasterIdLst>{notes}'
            f"<p:sldIdLst>{listed}</p:sldIdLst>"
            f'<p:sldSz {size}/><p:notesSz cx="{_emu(HIGH)}" cy="{_emu(WIDE)}"/></p:presentation>'
        ).encode(),
    )
    yield "ppt/_rels/presentation.xml.rels", main.text().encode()
    yield from _master()
    if speaks:
        yield from _notes_master()
    for number, slide in enumerate(slides, start=1):
        relations = Relations()
        relations.add("slideLayout", "../slideLayouts/slideLayout1.xml")
        if slide.notes:
            relations.add("notesSlide", f"../notesSlides/notesSlide{number}.xml")
            yield from _notes(slide, number)
        yield f"ppt/slides/slide{number}.xml", _slide_text(slide, relations, media).encode()
        yield f"ppt/slides/_rels/slide{number}.xml.rels", relations.text().encode()
    yield from media.files()


def _emu(points: float) -> int:
    return round(points * EMU_PER_PT)


def _frame(left: float, top: float, width: float, height: float) -> str:
    return f'<a:xfrm><a:off x="{_emu(left)}" y="{_emu(top)}"/><a:ext cx="{_emu(width)}" cy="{_emu(height)}"/></a:xfrm>'


def _slide_text(slide: Slide, relations: Relations, media: Media) -> str:
    """The title above, the drawings as large as they fit, the words below them."""
    words = [part for part in slide.words if part]
    rows = sum(map(_rows, words))
    size = _TEXT_PT if rows <= 12 else max(_LEAST, _TEXT_PT * 12 / rows)
    needed = rows * _LINE * size / _TEXT_PT + 16 if words else 0.0
    room = HIGH - _TOP - MARGIN / 2 - (min(needed, 200.0) if slide.drawings else 0.0)
    shapes, top = [_title(slide.title)], _TOP
    for drawing, told in slide.drawings:
        letters = min(
            LETTERS_PT, (WIDE - 2 * MARGIN) / max(1.0, drawing.width), room / len(slide.drawings) / drawing.height
        )
        shapes.append(_picture(len(shapes) + 2, (drawing, told), letters, top, relations, media))
        top += drawing.height * letters + _AIR
    if not all(isinstance(part, str) for part in words):  # PowerPoint makes words smaller by itself, drawings not
        size *= min(1.0, (HIGH - top - MARGIN / 2) / needed)
    for are_words, group in groupby(words, lambda part: isinstance(part, str)):
        parts = list(group)
        is_last = parts[-1] is words[-1]
        if are_words:
            texts = [part for part in parts if isinstance(part, str)]
            high = sum(map(_rows, texts)) * _LINE * size / _TEXT_PT
            rest = HIGH - top - MARGIN / 2
            shapes.append(_words(len(shapes) + 2, texts, size, top, rest if is_last else min(high, rest)))
            top += high
            continue
        for part in parts:
            if not isinstance(part, str):
                letters = min(size * _AMONG_WORDS, (WIDE - 2 * MARGIN) / max(1.0, part[0].width))
                shapes.append(_picture(len(shapes) + 2, part, letters, top, relations, media))
                top += part[0].height * letters + _AIR * size / _TEXT_PT
    return f'{HEAD}<p:sld xmlns:p="{_SPACE}" {SPACES}>{_tree("".join(shapes))}</p:sld>'


def _rows(part: str | Shown) -> float:
    """How many rows of words a part is as high as."""
    if isinstance(part, str):
        return 1 + len(part) // 78
    return (part[0].height * _TEXT_PT * _AMONG_WORDS + _AIR) / _LINE


def _picture(number: int, shown: Shown, letters: float, top: float, relations: Relations, media: Media) -> str:
    drawing, told = shown
    blip = media.add(relations, drawing, letters, "../")
    frame = _frame(MARGIN, top, drawing.width * letters, drawing.height * letters)
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{number}" name="Formula {number - 2}" descr={quoted(told)}/><p:cNvPicPr>'
        f'<a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill>{blip}<a:stretch>'
        f'<a:fillRect/></a:stretch></p:blipFill><p:spPr>{frame}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</p:spPr></p:pic>"
    )


def _words(number: int, texts: list[str], size: float, top: float, high: float) -> str:
    paragraphs = "".join(
        f'<a:p><a:pPr><a:spcAft><a:spcPts val="600"/></a:spcAft></a:pPr><a:r><a:rPr lang="en-GB" '
        f'sz="{round(size * 100)}"/><a:t>{said(text)}</a:t></a:r></a:p>'
        for text in texts
    )
    frame = _frame(MARGIN, top, WIDE - 2 * MARGIN, max(8.0, high))
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Words"/><p:cNvSpPr txBox="1"/><p:nvPr/>'
        f'</p:nvSpPr><p:spPr>{frame}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>'
        f'<a:bodyPr wrap="square" lIns="0" rIns="0" tIns="0" bIns="0"><a:normAutofit/></a:bodyPr>{paragraphs}'
        "</p:txBody></p:sp>"
    )


def _notes(slide: Slide, number: int) -> Iterator[tuple[str, bytes]]:
    """The page with what is to be said of a slide."""
    relations = Relations()
    relations.add("notesMaster", "../notesMasters/notesMaster1.xml")
    relations.add("slide", f"../slides/slide{number}.xml")
    paragraphs = "".join(f'<a:p><a:r><a:rPr lang="en-GB"/><a:t>{said(text)}</a:t></a:r></a:p>' for text in slide.notes)
    shape = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        f'<p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>{paragraphs}</p:txBody></p:sp>'
    )
    place = f"ppt/notesSlides/notesSlide{number}.xml"
    yield place, f'{HEAD}<p:notes xmlns:p="{_SPACE}" {SPACES}>{_tree(shape)}{_KEPT_COLOURS}</p:notes>'.encode()
    yield f"ppt/notesSlides/_rels/notesSlide{number}.xml.rels", relations.text().encode()


def _notes_master() -> Iterator[tuple[str, bytes]]:
    """What the pages of notes are like: the text below, where programs show the slide above it."""
    relations = Relations()
    relations.add("theme", "../theme/theme2.xml")
    frame = _frame(54, 380, HIGH - 108, 520)
    shape = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        f'<p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr>{frame}<a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:p><a:endParaRPr/></a:p></p:txBody></p:sp>"
    )
    text = f'{HEAD}<p:notesMaster xmlns:p="{_SPACE}" {SPACES}>{_tree(shape)}{_MAP}</p:notesMaster>'
    yield NOTES_MASTER, text.encode()
    yield "ppt/notesMasters/_rels/notesMaster1.xml.rels", relations.text().encode()
    yield "ppt/theme/theme2.xml", _theme()


def _tree(shapes: str) -> str:
    return (
        '<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
        f"{shapes}</p:spTree></p:cSld>"
    )


def _title(text: str, *, placed: bool = False) -> str:
    """The placeholder of the title; on a slide it stands where the master puts it."""
    frame = _frame(MARGIN, MARGIN / 2, WIDE - 2 * MARGIN, 76) if placed else ""
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        f'<p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr>{frame}</p:spPr><p:txBody><a:bodyPr/><a:p><a:r>'
        f'<a:rPr lang="en-GB"/><a:t>{said(text)}</a:t></a:r></a:p></p:txBody></p:sp>'
    )


_MAP: Final = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
_COLOURS: Final = {
    "dk1": "1C1B1F", "lt1": "FFFFFF", "dk2": "3A3A3A", "lt2": "F4F2EC", "accent1": "5B2A86", "accent2": "0B4A8F",
    "accent3": "8F1D1D", "accent4": "1D6B3A", "accent5": "8A5A00", "accent6": "555555", "hlink": "5B2A86",
    "folHlink": "3A3A3A",
}  # fmt: skip


def _master() -> Iterator[tuple[str, bytes]]:
    """What every file of slides needs, with as little in it as programs accept."""
    layouts, masters = Relations(), Relations()
    layouts.add("slideMaster", "../slideMasters/slideMaster1.xml")
    layout = masters.add("slideLayout", "../slideLayouts/slideLayout1.xml")
    masters.add("theme", "../theme/theme1.xml")
    style = '<a:lvl1pPr><a:defRPr sz="{}"{}><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:defRPr></a:lvl1pPr>'
    styles = (
        f"<p:titleStyle>{style.format(3200, ' b=' + chr(34) + '1' + chr(34))}</p:titleStyle>"
        f"<p:bodyStyle>{style.format(2000, '')}</p:bodyStyle><p:otherStyle>{style.format(1800, '')}</p:otherStyle>"
    )
    tree = _tree(_title("", placed=True))
    yield (
        "ppt/slideMasters/slideMaster1.xml",
        (
            f'{HEAD}<p:sldMaster xmlns:p="{_SPACE}" {SPACES}>{tree}{_MAP}<p:sldLayoutIdLst>'
            f'<p:sldLayoutId id="2147483649" r:id="{layout}"/></p:sldLayoutIdLst><p:txStyles>{styles}</p:txStyles>'
            "</p:sldMaster>"
        ).encode(),
    )
    yield "ppt/slideMasters/_rels/slideMaster1.xml.rels", masters.text().encode()
    inside = f"{_tree(_title(''))}{_KEPT_COLOURS}"
    yield (
        "ppt/slideLayouts/slideLayout1.xml",
        f'{HEAD}<p:sldLayout xmlns:p="{_SPACE}" {SPACES} type="titleOnly">{inside}</p:sldLayout>'.encode(),
    )
    yield "ppt/slideLayouts/_rels/slideLayout1.xml.rels", layouts.text().encode()
    yield "ppt/theme/theme1.xml", _theme()


def _theme() -> bytes:
    """The colours and letters; the pages of notes need a theme of their own."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS.items())
    font = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}</a:ln>'
    return (
        f'{HEAD}<a:theme {SPACES} name="Paper"><a:themeElements><a:clrScheme name="Paper">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Paper"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont>'
        f'</a:fontScheme><a:fmtScheme name="Paper"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>'
        f"{line * 3}</a:lnStyleLst><a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}"
        f"</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements>"
        "</a:theme>"
    ).encode()
