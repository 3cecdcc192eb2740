"""What a lesson is: goals, and blocks in their order. It holds no results; every line of a derivation is derived."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

from explainer.lessons.places import Places
from explainer.lessons.richtext import Formula, RichText

if TYPE_CHECKING:
    from explainer.descent import Descent
    from explainer.engine import Trace
    from explainer.figures import Figure
    from explainer.practice.learner.sitting import Given

EMPTY = RichText("")


@dataclass(frozen=True)
class Prose:
    """Running text between the derivations; the words that a teacher has put in are `own`, and may have a title.

    What is `spoken` belongs to what follows, and only who speaks sees it.
    """

    kind: ClassVar[str] = "prose"
    text: RichText
    title: str = ""
    own: bool = False
    spoken: bool = False


@dataclass(frozen=True)
class LessonProblem:
    """One derivation; `id` is its row in the paper's list, such as A6, `section` the title of its lesson.

    With `order` 2 the derivative is differentiated once more.
    """

    kind: ClassVar[str] = "problem"
    id: str
    title: str
    section: str
    text: str
    wrt: str
    method: str = "auto"
    layout: str = "numerator"
    shapes: Mapping[str, str] = field(default_factory=dict)
    caption: RichText = EMPTY
    order: int = 1

    def trace(self) -> Trace:
        """The derivation, from its start; its steps come as they are asked for."""
        from explainer.engine import derive

        return derive(
            self.text, wrt=self.wrt, shapes=self.shapes, method=self.method, layout=self.layout, order=self.order
        )

    def traces(self) -> tuple[Trace, ...]:
        """The derivation alone in a tuple, as a lesson gives several."""
        return (self.trace(),)


@dataclass(frozen=True)
class Question:
    """Something to think about; the hint stays hidden until somebody asks for it, and so does a model answer.

    Where the answer is a formula, `expects` is one: an answer is right when it has its value.
    """

    kind: ClassVar[str] = "question"
    text: RichText
    hint: RichText
    answer: RichText = EMPTY
    expects: Formula | None = None


@dataclass(frozen=True)
class Ask:
    """A question with choices, of which `right` counts the right one from 0; `why` is said when one was chosen."""

    kind: ClassVar[str] = "ask"
    text: RichText
    choices: tuple[RichText, ...]
    right: int
    why: RichText

    def chosen(self, answer: str) -> int | None:
        """Which choice an answer means, by its number or its letter; None where it means none."""
        wanted = answer.strip().strip(".)").lower()
        if wanted.isdecimal() and 1 <= int(wanted[:3]) <= len(self.choices):
            return int(wanted) - 1
        if len(wanted) == 1 and 0 <= ord(wanted) - ord("a") < len(self.choices):
            return ord(wanted) - ord("a")
        return None


@dataclass(frozen=True)
class Drill:
    """Problems that are made anew for each learner and solved in the program: one of each skill, in one grade."""

    kind: ClassVar[str] = "drill"
    title: str
    skills: tuple[str, ...]
    grade: int = 1

    def problems(self, seed: int = 0, task: str = "") -> tuple[Given, ...]:
        """The problems of a seed, no two of them equal; each is a part of the task that is named.

        Raises ExplainerError for a skill that there is not.
        """
        from explainer.practice.learner.sitting import Given
        from explainer.practice.skills import make_tasks, skill_of_id

        tasks = make_tasks(tuple(map(skill_of_id, self.skills)), self.grade, seed, len(self.skills))
        return tuple(
            Given(made.trace, made.skill.id, made.grade, made.skill.title, source=f"{task}.{k}" if task else "")
            for k, made in enumerate(tasks, start=1)
        )


@dataclass(frozen=True)
class Correction:
    """A formula that the paper prints and that does not hold, and the one that does.

    Both are compared with the derivative of `problem`, or with `against` where that is given, by
    `explainer.lessons.verify_correction`. `derivative` is a name that stands for that derivative in the three formulas;
    `shapes` holds shapes of further names; `at` holds the values at which the numbers are shown.
    """

    kind: ClassVar[str] = "correction"
    problem: LessonProblem
    text: RichText
    printed: str
    holds: str
    at: Mapping[str, Any]
    derivative: str = ""
    against: str = ""
    shapes: Mapping[str, str] = field(default_factory=dict)

    def name(self, name: str) -> Formula:
        """A name that has a value in `at`, with its shape: a vector is set as one."""
        return Formula(name, {**self.problem.shapes, **self.shapes})


@dataclass(frozen=True)
class RuleList:
    """Rules by their ids, shown from their own declarations."""

    kind: ClassVar[str] = "rules"
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """Problems of any lesson by their ids, side by side with their derived results."""

    kind: ClassVar[str] = "table"
    title: str
    problems: tuple[str, ...]


@dataclass(frozen=True)
class NotationList:
    """Signs as they are typed, each with what it means."""

    kind: ClassVar[str] = "notation"
    entries: tuple[tuple[RichText, RichText], ...]


@dataclass(frozen=True)
class LessonFigure:
    """A picture made from the data of a derivation, or from nothing but shapes; `figure` is its name in the registry.

    `caption` says what to look at; what the picture shows is in the figure's own description.
    """

    kind: ClassVar[str] = "figure"
    figure: str
    caption: RichText
    problem: LessonProblem | None = None
    options: Mapping[str, Any] = field(default_factory=dict)

    def draw(self) -> Figure:
        """The figure. Raises UnsuitedError where the problem has nothing of the kind to show."""
        from explainer.figures import figure

        return figure(None if self.problem is None else self.problem.trace(), self.figure, **self.options)


@dataclass(frozen=True)
class LessonDescent:
    """Gradient descent with the derived gradients of `problems`, which are derivatives of one loss.

    `start` gives the parameters and `data` everything else by name; the numbers are worked out when it is shown.
    """

    kind: ClassVar[str] = "descent"
    title: str
    caption: RichText
    problems: tuple[LessonProblem, ...]
    start: Mapping[str, Any]
    data: Mapping[str, Any]
    step_size: float
    steps: int

    def run(self) -> Descent:
        """The numbers. Raises ExplainerError where the values do not fit the loss."""
        from explainer.descent import descend

        traces = [problem.trace() for problem in self.problems]
        return descend(traces, {**self.data, **self.start}, self.step_size, self.steps)

    def draw(self) -> Figure:
        """The falling loss, and for two numbers the way over the landscape. Raises ExplainerError as `run` does."""
        from explainer.figures.descent import of_descent

        return of_descent(self.run())


Block: TypeAlias = (
    Prose
    | LessonProblem
    | Question
    | Ask
    | Drill
    | Correction
    | RuleList
    | Table
    | NotationList
    | LessonFigure
    | LessonDescent
)


@dataclass(frozen=True)
class Lesson:
    """One lesson; `section` is the part of the paper that it belongs to, `file` the name of the file it was read from.

    `places` gives the line of each field in that file, for complaints.
    """

    id: str
    title: str
    section: str
    goals: tuple[RichText, ...]
    blocks: tuple[Block, ...]
    file: str = ""
    places: Places = field(default_factory=dict, repr=False, compare=False)

    @property
    def problems(self) -> tuple[LessonProblem, ...]:
        """The derivations in their order."""
        return tuple(block for block in self.blocks if isinstance(block, LessonProblem))

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """The formulas of the paper that do not hold."""
        return tuple(block for block in self.blocks if isinstance(block, Correction))

    @property
    def figures(self) -> tuple[LessonFigure, ...]:
        """The pictures in their order."""
        return tuple(block for block in self.blocks if isinstance(block, LessonFigure))

    @property
    def asks(self) -> tuple[Ask, ...]:
        """The questions with choices."""
        return tuple(block for block in self.blocks if isinstance(block, Ask))

    @property
    def drills(self) -> tuple[Drill, ...]:
        """The problems to be solved in the program."""
        return tuple(block for block in self.blocks if isinstance(block, Drill))

    @property
    def questions(self) -> tuple[Question, ...]:
        """What there is to think about."""
        return tuple(block for block in self.blocks if isinstance(block, Question))

    def task_of(self, block: Block) -> str:
        """The id of what is to be done in a block, such as gradient/ask1: that of its kind by its number."""
        alike = [other for other in self.blocks if other.kind == block.kind]
        place = next((k for k, other in enumerate(alike, start=1) if other is block), 0)
        return f"{self.id}/{block.kind}{place}" if place else ""

    @property
    def tasks(self) -> tuple[str, ...]:
        """What is to be done before the lesson is: its questions answered, and each problem at its end solved."""
        found: list[str] = []
        for block in self.blocks:
            if isinstance(block, Ask) or (isinstance(block, Question) and block.answer.source):
                found.append(self.task_of(block))
            elif isinstance(block, Drill):
                found += [f"{self.task_of(block)}.{k}" for k in range(1, len(block.skills) + 1)]
        return tuple(found)

    def traces(self) -> tuple[Trace, ...]:
        """The derivations of all problems; none has a step before somebody asks for it."""
        return tuple(problem.trace() for problem in self.problems)
