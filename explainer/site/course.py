"""The course as pages: the list of lessons, every lesson, and a gallery of all derivations with their results."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from explainer.export.wording import outcome_words
from explainer.handouts.from_lesson import document_of_lesson
from explainer.handouts.html import inline, words
from explainer.lessons.lesson import Lesson
from explainer.lessons.library import all_lessons
from explainer.lessons.richtext import RichText
from explainer.site.page import Page, bullets, heading, link, paragraph, table


def course_pages() -> Iterator[Page]:
    """The list, then every lesson, then the gallery."""
    lessons = all_lessons()
    yield _list(lessons)
    for lesson in lessons:
        yield Page(_name(lesson), lesson.title, document_of_lesson(lesson))
    yield _gallery(lessons)


def _list(lessons: tuple[Lesson, ...]) -> Page:
    parts = [paragraph("Every lesson is a page with its derivations, which are stepped by the keys of the window.")]
    for section in dict.fromkeys(lesson.section for lesson in lessons):
        parts.append(heading(section, _anchor(section)))
        parts += [_entry(lesson) for lesson in lessons if lesson.section == section]
    return Page("lessons", "Lessons", Markup("\n").join(parts), f"{len(lessons)} lessons, in the order of the paper.")


def _entry(lesson: Lesson) -> Markup:
    title = paragraph(link(f"{_name(lesson)}.html", lesson.title))
    return title + bullets(map(_told, lesson.goals)) if lesson.goals else title


def _told(text: RichText) -> Markup:
    paragraphs = (tuple(part if isinstance(part, str) else part.node for part in one) for one in text.paragraphs)
    return Markup(" ").join(map(words, paragraphs))


def _gallery(lessons: tuple[Lesson, ...]) -> Page:
    parts = [
        paragraph(
            "Every problem of the lessons with the result that the program derives for it; the name leads to all steps."
        )
    ]
    count = 0
    for lesson in lessons:
        if not lesson.problems:
            continue
        rows = []
        for problem in lesson.problems:
            trace = problem.trace()
            result = words(outcome_words(trace))
            steps = f"{sum(1 for _ in trace)}"
            place = f"{_name(lesson)}.html#problem-{problem.id.replace('.', '-')}"
            rows.append((link(place, problem.id), inline(trace.start), result, steps))
        count += len(rows)
        parts += [heading(lesson.title, lesson.id), table(("", "derivative", "result", "steps"), rows)]
    return Page(
        "gallery", "Gallery of derivations", Markup("\n").join(parts), f"{count} derivations and their results."
    )


def _name(lesson: Lesson) -> str:
    return f"lesson-{lesson.id}"


def _anchor(section: str) -> str:
    return "section-" + "-".join(section.lower().split())
