"""The answer of `explainer practice`: a sitting in the terminal, line by line, that works in a pipe too.

Every answer is one line of standard input; what begins with a word of the list below is an order. The end of the input
ends the sitting; what was finished by then is remembered.
"""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterator
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING

from explainer.cli.answer import Answer, UsageError, cannot_write, refuse_choice
from explainer.cli.asking import MARGIN, asked_first, read_typed, shown, thought_over, told
from explainer.cli.terminal import page, say
from explainer.session.kept.progress import SOLVED

if TYPE_CHECKING:
    from explainer.expr.node import Node
    from explainer.lessons import Lesson
    from explainer.practice import Exercise, Reply
    from explainer.practice.learner.plan import Due
    from explainer.practice.learner.record import Record
    from explainer.practice.learner.sitting import Given, Sitting
    from explainer.practice.skills import Skill
    from explainer.session.kept.progress import Progress

ORDERS = {
    "?": "a hint: where to look, which rule, the rule with its letters put in, the line",
    "rule": "be asked which rule comes next, instead of the line",
    "cover": "be asked what stands under a cover",
    "line": "be asked for the next line again, or the result",
    "skip": "be shown the line",
    "next": "go on to the next problem",
    "quit": "end",
    "help": "this list",
}
FIND, THINK = "find", "think"
"""The ways of asking for the line that is false, and for what there is to think about in a lesson."""


def practise(
    subject: str, grade: int | None, seed: int | None, count: int, asks: str, faded: int | None, file: Path | None
) -> Answer:
    """Run the sitting that the options ask for, with what is typed. Raises UsageError for an unknown skill."""
    record = _record(file)
    if asks == FIND:
        from explainer.cli.finding import find_lines
        from explainer.practice.skills import all_skills

        skills = chosen_skills(subject) if subject else all_skills()
        for line in find_lines(skills, grade or 1, seed or len(record.outcomes), count, record, read_typed, shown):
            say(line)
            sys.stdout.flush()
        return Answer("")
    if asks == THINK:
        for line in thought_over(_lesson(subject), _progress(file), read_typed):
            say(line)
            sys.stdout.flush()
        return Answer("")
    sitting = _sitting(subject, grade, seed, count, asks, faded, record)
    if record.complaint:
        say(record.complaint)
    progress = _progress(file)
    for line in _lines(subject, sitting, progress):
        say(line)
        sys.stdout.flush()
    if record.complaint:
        say(record.complaint)
    return Answer("")


def _lesson(name: str) -> Lesson:
    """A lesson by its id. Raises UsageError for an unknown one."""
    from explainer.lessons.library import all_lessons

    known = {lesson.id: lesson for lesson in all_lessons()}
    if name not in known:
        refuse_choice("lesson", name, list(known))
    return known[name]


def _record(file: Path | None) -> Record:
    from explainer.practice.learner.record import Record, own_record

    return own_record() if file is None else Record(file)


def _progress(file: Path | None) -> Progress:
    """The marks of the lessons, which go with the answers; those of another file have marks of their own beside it."""
    from explainer.session.kept.progress import Progress

    return Progress(None if file is None else file.with_suffix(".marks.json"))


def _sitting(
    subject: str, grade: int | None, seed: int | None, count: int, asks: str, faded: int | None, record: Record
) -> Sitting:
    from explainer.practice.exercise import ASKS
    from explainer.practice.learner.sitting import Sitting

    asked = next((way for way in ASKS if way == asks), None)
    if asked is None:
        refuse_choice("way of asking", asks, (*ASKS, FIND, THINK))
    if not subject:
        if grade is None:
            return Sitting.today(record, seed=seed, asks=asked, count=count)
        from explainer.practice.skills import all_skills

        return Sitting.of_skills(record, all_skills(), grade, seed=seed or 0, asks=asked, count=count)
    problems = _lesson_problems(subject, faded, seed or 0)
    if problems:
        return Sitting(problems, record, asks=asked, seed=seed or 0)
    skills = chosen_skills(subject)
    return Sitting.of_skills(record, skills, 1 if grade is None else grade, seed=seed or 0, asks=asked, count=count)


def chosen_skills(names: str) -> tuple[Skill, ...]:
    """The skills of a list of their ids, or of ids of rules that they train. Raises UsageError for an unknown one."""
    from explainer.lessons.library import all_lessons
    from explainer.practice.skills import all_skills, find_skill

    found = []
    for name in filter(None, (part.strip() for part in names.split(","))):
        skill = find_skill(name)
        if skill is None:
            known = [*(skill.id for skill in all_skills()), *(lesson.id for lesson in all_lessons())]
            refuse_choice("skill", name, known)
        found.append(skill)
    if not found:
        raise UsageError("no skill was named", hint="“explainer practice --list” shows them.")
    return tuple(dict.fromkeys(found))


def _lesson_problems(name: str, faded: int | None, seed: int) -> list[Given]:
    """The problems of a lesson and those at its end, or one of them; `faded` leaves so many last lines to the
    learner.
    """
    from explainer.lessons.library import all_lessons, all_problems
    from explainer.practice.learner.sitting import Given, skill_of
    from explainer.practice.skills import all_skills

    lesson = next((lesson for lesson in all_lessons() if lesson.id == name), None)
    problems = lesson.problems if lesson else tuple(problem for problem in all_problems() if problem.id == name)
    made = []
    for problem in problems:
        trace = problem.trace()
        given = 0 if faded is None else max(0, len(trace.steps) - faded)
        source = problem.id if not given else ""
        made.append(Given(trace, skill_of(trace, all_skills()), 1, f"{problem.id}, {problem.title}", given, source))
    if lesson is not None:
        made += [given for drill in lesson.drills for given in drill.problems(seed, lesson.task_of(drill))]
    return made


@page
def skills_page() -> str:
    """Every skill by its group, with what it is about; and the lessons, which are practised by their ids as well."""
    from explainer.lessons.library import all_lessons
    from explainer.practice.skills import all_skills

    skills = all_skills()
    width = max(len(skill.id) for skill in skills)
    lines = [f"{len(skills)} skills in five grades; “explainer practice ID --grade 2” practises one."]
    for group in dict.fromkeys(skill.group for skill in skills):
        lines += ["", group]
        lines += [f"  {skill.id:<{width}}  {skill.title}" for skill in skills if skill.group == group]
    lessons = ", ".join(lesson.id for lesson in all_lessons() if lesson.problems)
    lines += [
        "",
        "Lessons with problems",
        *wrap(lessons, 76, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False),
    ]
    return "\n".join(lines)


def export_answers(record_file: Path | None, output: Path) -> Answer:
    """Write the learner's answers to a file, JSON or CSV."""
    record = _record(record_file)
    try:
        record.export(output)
    except OSError as error:
        raise cannot_write(output, error) from error
    return Answer(f"{len(record.outcomes)} exercises written to {output}")


def delete_answers(record_file: Path | None) -> Answer:
    """Forget all answers."""
    record = _record(record_file)
    count = len(record.outcomes)
    try:
        record.delete()
    except OSError as error:
        raise cannot_write(record.file or Path(), error) from error
    return Answer(f"{count} exercises forgotten")


@page
def report_page(record_file: Path | None) -> str:
    """How it goes: each skill with its strength, and the curve of errors against the number of uses."""
    from datetime import UTC, datetime

    from explainer.practice.learner.report import curve_of, day_of, skill_reports
    from explainer.practice.mistakes import find_mistake

    record, now = _record(record_file), datetime.now(UTC)
    outcomes = record.outcomes
    lines = [record.complaint] if record.complaint else []
    if not outcomes:
        return "\n".join([*lines, "Nothing has been practised yet; “explainer practice” begins."])
    lines += ["Skill                               uses  right  strength  grade  due"]
    for row in skill_reports(outcomes, now):
        due = day_of(row.due, now) if row.due else ""
        lines.append(
            f"{row.skill.title:<34}  {row.uses:>4}  {row.right:>5}  {row.strength:>7.0%}  {row.grade:>5}  {due}"
        )
        for name in row.mistakes[:2]:
            mistake = find_mistake(name)
            lines.append(f"{MARGIN}last mistakes: {mistake.title if mistake else name}")
    lines += ["", "Errors by the number of uses"]
    for point in curve_of(outcomes)[:20]:
        bar = "#" * round(30 * point.rate)
        lines.append(f"  {point.use:>3}. use  {point.rate:>4.0%}  {bar}  ({point.wrong} of {point.count})")
    return "\n".join(lines)


# --- the sitting -----------------------------------------------------------------------------------------------------


def _lines(subject: str, sitting: Sitting, progress: Progress) -> Iterator[str]:
    """All that is said: of a lesson its questions with choices, the problems, and what there is to think about."""
    from explainer.lessons.library import all_lessons

    lesson = next((lesson for lesson in all_lessons() if lesson.id == subject), None)
    if lesson is not None:
        yield from asked_first(lesson, progress, read_typed)
    finished = yield from _session(sitting, progress)
    if lesson is not None and finished != "quit":
        yield from thought_over(lesson, progress, read_typed)
    yield from _summary(sitting)


def _session(sitting: Sitting, progress: Progress) -> Generator[str, None, str]:
    total = len(sitting.problems)
    if not total:
        yield "Nothing is due today."
    else:
        yield f"Today: {total} problem{'s' * (total != 1)}. Type a line, “?” for a hint, “help” for all orders."
    while sitting.exercise is not None:
        yield from _opening(sitting)
        finished = yield from _worked_through(sitting.exercise)
        if finished == "quit":
            return finished
        problem = sitting.problem
        if problem is not None and problem.source and sitting.exercise.solved:
            progress.mark(SOLVED, problem.source)
        yield from _closing(sitting)
    return ""


def _opening(sitting: Sitting) -> Iterator[str]:
    problem, exercise = sitting.problem, sitting.exercise
    assert problem is not None
    assert exercise is not None
    place, total = sitting.progress
    yield ""
    yield f"Problem {place + 1} of {total}: {problem.title}, grade {problem.grade}"
    yield f"{MARGIN}{shown(exercise.trace.start)}"
    if exercise.letters:
        yield f"{MARGIN}with {told(exercise.letters)}"
    for step in exercise.shown:
        yield f"{MARGIN}= {shown(step.after)}    ({step.title})"


def _worked_through(exercise: Exercise) -> Generator[str, None, str]:
    """Ask until the exercise is done; the value is what ended it: nothing, `next` or `quit`."""
    asked: object = None
    while not exercise.done:
        if exercise.question is not asked:
            asked = exercise.question
            yield from _question(exercise)
        typed = read_typed()
        order = typed.strip().lower()
        if typed == "" or order == "quit":
            return "quit"
        if order == "next":
            return "next"
        if order == "help":
            yield from (f"{MARGIN}{name:<6} {words}" for name, words in ORDERS.items())
        elif order in ("?", "hint"):
            hint = exercise.hint()
            yield "There are no more hints for this step." if hint is None else told(hint.words)
        elif order in ("rule", "cover", "line"):
            exercise.ask(order)  # type: ignore[arg-type]
        elif order == "skip":
            yield from _answered(exercise.skip())
        elif order:
            yield from _answered(exercise.answer(typed))
    return ""


def _question(exercise: Exercise) -> Iterator[str]:
    question = exercise.question
    assert question is not None
    if question.cover is not None:
        yield f"{MARGIN}= {_covered(question.line, question.paths[0])}"
    elif question.choices:
        marked = exercise.rules
        assert marked is not None
        yield f"At {', '.join(shown(part) for part in marked.place.marked)}:"
    yield told(question.words)
    yield from (f"{MARGIN}{k}. {rule.title}" for k, rule in enumerate(question.choices, start=1))


def _answered(reply: Reply) -> Iterator[str]:
    yield {True: "✓ ", False: "✗ ", None: "  "}[reply.judged] + told(reply.words)
    error = reply.assessment.error if reply.assessment is not None else None
    if error is not None:
        yield from (f"{MARGIN}{line}" for line in error.caret_lines())
        yield from (f"{MARGIN}{error.hint}",) if error.hint else ()
    for step in reply.shown[-1:]:
        yield f"{MARGIN}= {shown(step.after)}"


def _closing(sitting: Sitting) -> Iterator[str]:
    outcome = sitting.next()
    if outcome is not None and not outcome.asked:
        yield f"Left after {outcome.wrong} wrong answer{'s' * (outcome.wrong != 1)}, {outcome.hints} hints."
    elif outcome is not None:
        yield f"Done: {outcome.first_try} of {outcome.asked} right at the first try, {outcome.hints} hints."


def _summary(sitting: Sitting) -> Iterator[str]:
    done = len(sitting.outcomes)
    right = sum(outcome.right for outcome in sitting.outcomes)
    yield ""
    yield f"{done} problem{'s' * (done != 1)} done, {right} without a mistake."
    yield f"Tomorrow: {_listed(sitting.tomorrow())}."


def _listed(dues: tuple[Due, ...]) -> str:
    names = [f"{due.skill.title} (grade {due.grade})" for due in dues]
    return ", ".join(dict.fromkeys(names)) or "nothing is due"


def _covered(line: Node, path: tuple[int, ...]) -> str:
    from explainer.expr.node import at, replace
    from explainer.expr.nodes import Variable

    return shown(replace(line, path, Variable("q_cover", at(line, path).shape))).replace("q_cover", "▢")
