"""PDF: pages of the paper that was asked for, words that can be selected, formulas as outlines on their baseline."""

from __future__ import annotations

import re
import shutil
import subprocess
import zlib
from xml.etree import ElementTree

import pytest

import explainer
from explainer.handouts.model import Document, Heading, Paragraph, Table
from explainer.handouts.paper.tables import column_widths
from explainer.handouts.pdf_pages import PAPERS
from explainer.notation import write_notation
from explainer.typeset import typeset
from explainer.typeset.picture import ink_of
from explainer.typeset.splitting import split_by_height

TRACE = explainer.derive("x^2 x", wrt="x", method="operator")
X = explainer.parse("x^3 + x")


def _document(*blocks, contents=()):
    return Document("A title", "for the test", lambda: iter(blocks), contents=contents)


def _objects(data: bytes) -> dict[int, bytes]:
    """The objects by their numbers, at the places that the file's own table gives."""
    start = int(data.rsplit(b"startxref\n", 1)[1].split()[0])
    rows = data[start:].split(b"trailer")[0].splitlines()[2:]
    found = {}
    for number, row in enumerate(rows):
        if row.endswith(b"n "):
            place = int(row[:10])
            assert data[place:].startswith(b"%d 0 obj" % number)
            found[number] = data[place : data.index(b"\nendobj", place)]
    return found


def _streams(data: bytes) -> list[bytes]:
    found = []
    for content in _objects(data).values():
        head, mark, body = content.partition(b"stream\n")
        if mark and b"/FlateDecode" in head:
            length = int(re.search(rb"/Length (\d+)", head)[1])
            found.append(zlib.decompress(body[:length]))
    return found


def _pages(data: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", data))


def _text(data: bytes, tmp_path, *options: str) -> str:
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("there is no pdftotext here; on Debian: apt install poppler-utils")
    file = tmp_path / "handout.pdf"
    file.write_bytes(data)
    done = subprocess.run([program, *options, file, "-"], capture_output=True, encoding="utf-8", timeout=60, check=True)
    assert done.stderr == ""
    return done.stdout


def test_the_paper_is_a4_or_letter():
    for paper, (width, height) in PAPERS.items():
        data = explainer.handout(TRACE, "pdf", paper=paper)
        assert data.startswith(b"%PDF-")
        assert f"/MediaBox [0 0 {width:g} {height:g}]".encode() in data


def test_every_object_that_is_named_exists():
    for lesson in explainer.all_lessons():
        if lesson.id in {"chain-several-paths", "notation"}:
            objects = _objects(explainer.handout(lesson, "pdf"))
            for content in objects.values():
                named = {int(number) for number in re.findall(rb"(\d+) 0 R\b", content.partition(b"stream\n")[0])}
                assert named <= set(objects)


def test_formulas_are_outlines_also_within_sentences_and_tables():
    words = ("before ", X, " after")
    plain = explainer.handout(_document(Paragraph(("before after",))), "pdf")
    for block in (Paragraph(words), Table("", ("a", "b"), ((words, words),))):
        data = explainer.handout(_document(block), "pdf")
        assert b"/Subtype /Image" not in data
        curves = sum(len(re.findall(rb"\d c\b", stream)) for stream in _streams(data))
        assert curves > 20
        assert data.count(b"/S /Formula") > 0
        assert b"/S /Formula" not in plain


def test_a_formula_that_comes_again_is_written_once():
    once, often = (explainer.handout(_document(*[Paragraph((X, "."))] * count), "pdf") for count in (1, 20))
    assert often.count(b"/Subtype /Form") == once.count(b"/Subtype /Form")
    assert len(often) < len(once) + 8000


def test_text_is_found_with_the_formulas_in_it(tmp_path):
    words = ("If ", X, " grows, “efficient” offices — ä, ∂ — pay.")
    text = _text(explainer.handout(_document(Paragraph(words)), "pdf"), tmp_path)
    line = next(line for line in text.splitlines() if line.startswith("If"))
    assert " ".join(line.split()) == "If x³ + x grows, “efficient” offices — ä, ∂ — pay."


def test_a_line_of_text_is_never_wider_than_the_page(tmp_path):
    long = explainer.parse(" + ".join(f"a_{k} x^{k}" for k in range(1, 40)))
    words = ("We look at the polynomial ", long, ", which is long, and at nothing else for now.")
    data = explainer.handout(_document(Paragraph(words)), "pdf")
    width, _ = PAPERS["a4"]
    content = next(stream for stream in _streams(data) if b"/Artifact" in stream)
    places = [float(x) for x in re.findall(rb"q [\d.]+ 0 0 [\d.]+ ([\d.]+) [\d.]+ cm /M", content)]
    assert len(places) > 30  # cut before its signs
    assert max(places) < width - 68


def test_contents_lead_to_the_pages_of_the_parts_and_bookmarks_too(tmp_path):
    headings = [Heading(2, f"Part {k}", f"part-{k}") for k in range(1, 5)]
    filler = [Paragraph(("Words that fill a page. " * 60,))] * 3
    blocks = [block for heading in headings for block in (heading, *filler)]
    data = explainer.handout(_document(*blocks, contents=tuple(headings)), "pdf")
    objects = _objects(data)
    pages = [int(n) for n in re.search(rb"/Kids \[([\d 0R]+)\]", data)[1].split()[::3]]
    links = [int(n) for n in re.findall(rb"/Subtype /Link .*?/Dest \[(\d+) 0 R", data)]
    marks = {title: int(page) for title, page in re.findall(rb"/Title <FEFF(\w+)> /Dest \[(\d+) 0 R", data)}
    assert len(links) == len(headings) == len(marks)
    assert links == [marks[heading.text.encode("utf-16-be").hex().upper().encode()] for heading in headings]
    assert links == sorted(links, key=pages.index)
    assert b"/Outlines" in b"".join(objects.values())
    text = _text(data, tmp_path, "-layout")
    for heading, link in zip(headings, links, strict=True):
        assert re.search(rf"^{heading.text} +{pages.index(link) + 1}$", text, re.MULTILINE)
        assert f"{heading.text}\n" in text.split("\f")[pages.index(link)]


def test_columns_keep_their_width_where_they_fit_and_share_what_there_is():
    assert column_widths([50, 100], 200) == [50, 100]
    assert column_widths([50, 400, 300], 350) == [50, 150, 150]
    assert column_widths([50, 110, 300], 350) == [50, 110, 190]


def test_a_table_over_several_pages_has_its_head_on_each(tmp_path):
    rows = tuple(((f"row {k}",), (X,)) for k in range(120))
    pages = _text(explainer.handout(_document(Table("", ("name", "value"), rows)), "pdf"), tmp_path, "-layout")
    pages = pages.rstrip("\f").split("\f")
    assert len(pages) > 2
    assert all("name" in page and "value" in page for page in pages)


def test_the_words_can_be_selected_and_a_long_derivation_has_numbered_pages(tmp_path):
    trace = explainer.derive("sin(x + x^2)", wrt="x", method="chain")
    data = explainer.handout(trace, "pdf")
    text = _text(data, tmp_path, "-layout")
    pages = text.rstrip("\f").split("\f")
    assert len(pages) == _pages(data) > 1
    titles = [step.title for step in trace.steps]
    for number, page in enumerate(pages, start=1):
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        assert lines[-1].replace(" ", "") == f"{number}/{len(pages)}"
        # The name of a step never stands alone at the foot of a page.
        assert not any(re.match(rf"\d+ +{re.escape(title)}\b", lines[-2]) for title in titles)
    for step in trace.steps:
        assert re.search(rf"[\n\f]{step.number} +{re.escape(step.title)}\b", text)
    assert text.count("Shape scalar. ✓ ") == len(trace.steps)


def test_a_formula_higher_than_a_page_goes_on_on_the_next_one_and_is_not_cut():
    long = explainer.parse(" + ".join(f"x_{k}^{k} y / (z + {k})" for k in range(2, 380)))
    data = explainer.handout(explainer.derive(long.text(), wrt="w"), "pdf")
    _, height = PAPERS["a4"]
    seen = 0
    for content in _streams(data):
        for size, low in re.findall(rb"q ([\d.]+) 0 0 [\d.]+ [\d.]+ (-?[\d.]+) cm /M", content):
            if float(size) != 1:
                assert float(size) >= 7
                assert 60 < float(low) < height - 60
                seen += 1
    assert seen > 10
    assert _pages(data) > 4


def test_a_formula_is_split_between_its_lines_only():
    long = explainer.parse(" + ".join(f"x_{k}^{k} / (z + {k})" for k in range(2, 60)))
    whole = typeset(write_notation(long), width_em=30)
    parts = split_by_height(whole, 9)
    assert len(parts) > 3
    assert sum(len(part.pieces) for part in parts) == len(whole.pieces)
    for part in parts:
        inks = [ink_of(piece) for piece in part.pieces]
        assert part.height + part.depth <= 9
        assert min(ink.y for ink in inks) == pytest.approx(-part.depth)
        assert max(ink.top for ink in inks) == pytest.approx(part.height)
    matrix = typeset(write_notation(explainer.parse("[[1, 2], [3, 4], [5, 6], [7, 8], [9, 10]]")))
    assert split_by_height(matrix, 2) == [matrix]
    assert split_by_height(whole, 900) == [whole]


@pytest.mark.parametrize("title", ["A title", "x < y & “α” — 2", "∂f/∂x"])
def test_a_file_says_of_itself_what_it_is_and_that_readers_can_follow_it(title):
    data = explainer.handout(Document(title, "for the test", lambda: iter([Paragraph(("Words.",))])), "pdf")
    found = [content for content in _objects(data).values() if b"/Type /Metadata" in content]
    assert len(found) == 1
    packet = found[0].partition(b"stream\n")[2].partition(b"\nendstream")[0]
    assert int(re.search(rb"/Length (\d+)", found[0])[1]) == len(packet)
    tree = ElementTree.fromstring(packet.decode("utf-8"))
    texts = {item.tag.rpartition("}")[2]: (item.text or "").strip() for item in tree.iter()}
    assert texts["part"] == "1"
    assert title in [item.text for item in tree.iter() if item.tag.endswith("}li")]
    number = next(number for number, content in _objects(data).items() if b"/Type /Metadata" in content)
    assert b"/Metadata %d 0 R" % number in data


def test_a_link_is_announced_and_found_in_the_structure():
    headings = [Heading(2, f"Part {k}", f"part-{k}") for k in range(1, 5)]
    filler = [Paragraph(("Words that fill a page. " * 60,))] * 3
    blocks = [block for heading in headings for block in (heading, *filler)]
    data = explainer.handout(_document(*blocks, contents=tuple(headings)), "pdf")
    objects = _objects(data)
    links = {number: content for number, content in objects.items() if b"/Subtype /Link" in content}
    assert len(links) == len(headings)
    tree = next(content for content in objects.values() if b"/ParentTree" in content)
    pairs = re.findall(rb"(\d+) (\d+) 0 R", tree.partition(b"/Nums [")[2])
    entries = {int(key): int(value) for key, value in pairs}
    for number, content in links.items():
        assert b"/Contents <FEFF" in content
        element = objects[entries[int(re.search(rb"/StructParent (\d+)", content)[1])]]
        assert b"/S /Link" in element
        assert b"/Obj %d 0 R" % number in element
