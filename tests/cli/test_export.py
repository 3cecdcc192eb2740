"""The command that writes handouts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from explainer.lessons.library import all_lessons
from explainer.session.course.deck import slides_of
from explainer.session.course.deck_plan import DeckPlan, Entry, save_plan


def test_a_derivation_and_a_lesson_are_exported(run, answered, tmp_path):
    done = run("export", "x^2 x", "--wrt", "x", "-o", "page.html")
    assert (done.returncode, done.stdout, done.stderr) == (0, "page.html: a web page\n", "")
    assert b"Product rule" in (tmp_path / "page.html").read_bytes()
    assert answered("export", "--lesson", "scalar-rules", "--format", "html", "-o", "lesson.page").returncode == 0
    assert b"A6" in (tmp_path / "lesson.page").read_bytes()


def test_wrong_orders_are_refused_with_the_way_on(answered, tmp_path):
    for arguments, wanted in (
        (("x", "--wrt", "x", "-o", "page.odt"), ".html"),
        (("x", "--wrt", "x", "-o", "page.html", "--format", "odt"), "html"),
        (("--lesson", "scalar-rulez", "-o", "page.html"), "scalar-rules"),
        (("x", "--wrt", "x", "--lesson", "A1", "-o", "page.html"), "Leave out one"),
        (("-o", "page.html"), "what to differentiate"),
        (("--rules", "--lesson", "A1", "-o", "page.html"), "a lesson and the rules"),
        (("x", "--wrt", "x", "-o", "steps"), "--format"),
        (("x", "--wrt", "x", "-o", "steps", "--format", "png", "--option", "theme=pink"), "paper, blackboard"),
        (("--lesson", "notation", "-o", "notation.gif"), "no derivation"),
        (("x", "--wrt", "x", "--format", "svg", "-o", "step.svg"), "explainer render --step 3"),
        (("x", "--wrt", "x", "-o", "nowhere/page.html"), "cannot write"),
    ):
        done = answered("export", *arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert wanted in done.stderr
        assert "Traceback" not in done.stderr
    assert not list(tmp_path.iterdir())


def test_all_rules_become_a_reference(answered, tmp_path):
    done = answered("export", "--rules", "-o", "rules.md")
    assert (done.returncode, done.stdout, done.stderr) == (0, "rules.md: a Markdown text\n", "")
    assert "### Product rule" in (tmp_path / "rules.md").read_text("utf-8")


def test_pictures_go_to_a_folder_or_a_zip_and_never_over_other_files(answered, tmp_path):
    for _ in range(2):
        done = answered("export", "x^2 x", "--wrt", "x", "--method", "operator", "--format", "svg", "-o", "steps/")
        assert (done.returncode, done.stderr) == (0, "")
    names = sorted(path.name for path in (tmp_path / "steps").iterdir())
    assert names[:2] == ["000-problem.svg", "001-product-rule.svg"]
    assert len(names) == 5
    assert answered("export", "x", "--wrt", "x", "-o", "steps.zip").returncode == 0
    (tmp_path / "steps" / "mine.txt").write_text("mine", "utf-8")
    done = answered("export", "x", "--wrt", "x", "--format", "svg", "-o", "steps")
    assert (done.returncode, done.stdout) == (2, "")
    assert "mine.txt" in done.stderr
    assert sorted(path.name for path in (tmp_path / "steps").iterdir()) == sorted([*names, "mine.txt"])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["steps", "steps.zip"]


@pytest.mark.parametrize("option", ["-f", "--format"])
def test_the_format_is_named_by_a_letter_too(answered, tmp_path, option):
    assert answered("export", "norm(X @ w - y)^2", "--wrt", "w", option, "code", "-o", "grad").returncode == 0
    assert "def gradient(" in (tmp_path / "grad").read_text("utf-8")
    assert answered("derive", "x^2", "--wrt", "x", option, "latex").stdout.startswith("\\begin")


def test_a_letter_with_its_sign_is_still_a_function(answered):
    assert answered("derive", "-f", "--wrt", "f", "--result").stdout.strip() in {"-1", "−1"}


@pytest.mark.parametrize("named", [True, False])
def test_a_deck_of_ones_own_becomes_slides_for_powerpoint(answered, tmp_path: Path, named: bool) -> None:
    from pptx import Presentation

    lesson = next(lesson for lesson in all_lessons() if lesson.id == "chain-one-path")
    entries = (Entry(heading="Before we begin", text="What is {x^2}?"), Entry(lesson.problems[1].id))
    save_plan(DeckPlan(lesson.id, entries), tmp_path / "talk.deck")
    done = answered("export", *(("--lesson",) if named else ()), "talk.deck", "-o", "talk.pptx")
    assert (done.returncode, done.stderr) == (0, "")
    slides = Presentation(str(tmp_path / "talk.pptx")).slides
    titles = [slide.shapes.title.text for slide in slides]
    assert titles[:4] == [
        lesson.title,
        "Before we begin",
        lesson.problems[1].title,
        "The problem",
    ]
    assert not any(lesson.problems[0].title in title for title in titles)
    assert "What is x²?" in " ".join(shape.text_frame.text for shape in slides[1].shapes if shape.has_text_frame)


@pytest.mark.parametrize("length", ["short", "blanks", "full"])
def test_a_deck_has_its_own_words_at_every_length(answered, tmp_path: Path, length: str) -> None:
    lesson = next(lesson for lesson in all_lessons() if lesson.id == "chain-one-path")
    entries = (Entry(heading="Before we begin", text="What is {x^2}?\nThink."), Entry(lesson.problems[1].id))
    save_plan(DeckPlan(lesson.id, entries), tmp_path / "talk.deck")
    done = answered("export", "talk.deck", "-o", "talk.md", "--option", f"length={length}")
    assert (done.returncode, done.stderr) == (0, "")
    text = (tmp_path / "talk.md").read_text("utf-8")
    assert text.count("Before we begin") == text.count("Think.") == 1
    assert text.index("Before we begin") < text.index(lesson.problems[1].title)
    assert lesson.problems[0].title not in text


def test_in_powerpoint_ones_own_words_are_one_slide_and_head_no_others(answered, tmp_path: Path) -> None:
    from pptx import Presentation

    lesson = next(lesson for lesson in all_lessons() if lesson.id == "chain-one-path")
    words = [slide.key for slide in slides_of(lesson) if slide.kind == "words"]
    mine = Entry(heading="Mine", text="One.\n{x^2}\nTwo.")
    entries = (mine, Entry(words[0]), Entry(lesson.problems[0].id), Entry(words[1]))
    save_plan(DeckPlan(lesson.id, entries), tmp_path / "talk.deck")
    assert answered("export", "talk.deck", "-o", "talk.pptx").returncode == 0
    titles = [slide.shapes.title.text for slide in Presentation(str(tmp_path / "talk.pptx")).slides]
    assert titles.count("Mine") == 1
    assert titles[:3] == [lesson.title, "Mine", lesson.title]
    assert titles[-1] == lesson.title, "behind a derivation a text is not headed by its problem"


def test_the_notes_of_a_deck_are_in_powerpoint_and_in_nothing_that_is_handed_out(answered, tmp_path: Path) -> None:
    from pptx import Presentation

    lesson = next(lesson for lesson in all_lessons() if lesson.id == "chain-one-path")
    words = [slide.key for slide in slides_of(lesson) if slide.kind == "words"]
    entries = (
        Entry(words[0]),
        Entry(words[1], notes="Wait for {x^2}.\nGo on."),
        Entry(heading="Mine", text="A word.", notes="Say it aloud."),
        Entry(lesson.problems[0].id, notes="Two minutes."),
    )
    save_plan(DeckPlan(lesson.id, entries), tmp_path / "talk.deck")
    assert answered("export", "talk.deck", "-o", "talk.pptx").returncode == 0
    slides = Presentation(str(tmp_path / "talk.pptx")).slides
    notes = {
        slide.shapes.title.text: slide.notes_slide.notes_text_frame.text for slide in slides if slide.has_notes_slide
    }
    problem = lesson.problems[0].title
    assert notes == {lesson.title: "Wait for x².\nGo on.", "Mine": "Say it aloud.", problem: "Two minutes."}
    assert answered("export", "talk.deck", "-f", "beamer", "-o", "slides.tex").returncode == 0
    source = (tmp_path / "slides.tex").read_text("utf-8")
    frames = [re.match(r"\[allowframebreaks\]\{(.*)\}", part) for part in source.split("\\begin{frame}")]
    assert [found[1] for found in frames if found and "\\note{" in found.string] == [lesson.title, "Mine", problem]
    assert "Say it aloud." in source
    for name in ("talk.md", "talk.html", "talk.typ", "talk.tex"):
        assert answered("export", "talk.deck", "-o", name).returncode == 0
        text = (tmp_path / name).read_text("utf-8")
        assert "A word." in text
        assert "aloud" not in text
        assert "Two minutes" not in text


def test_a_deck_that_is_none_is_refused(answered, tmp_path: Path) -> None:
    (tmp_path / "bad.deck").write_text("{}", "utf-8")
    save_plan(DeckPlan("no-such-lesson", ()), tmp_path / "lost.deck")
    for name, wanted in (("bad.deck", "not a deck"), ("lost.deck", "no-such-lesson"), ("nowhere.deck", "nowhere.deck")):
        done = answered("export", name, "-o", "talk.pptx")
        assert done.returncode == 2
        assert wanted in done.stderr
        assert "Traceback" not in done.stderr
    assert not (tmp_path / "talk.pptx").exists()
