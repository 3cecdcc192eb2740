"""What a handout is made of: blocks in the order of reading, the same for every format.

Words are texts and expressions mixed, so that each format writes the formulas in its own way. Nothing here knows how a
block looks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple, TypeAlias, get_args

from explainer.export.checked import Checked
from explainer.expr.node import Node, Path

if TYPE_CHECKING:
    from explainer.expr.nodes import Equation
    from explainer.figures import Figure
    from explainer.verify.check import State

Words: TypeAlias = tuple[str | Node, ...]
"""A sentence or a paragraph: texts and expressions in the order of reading."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a part; `level` 2 for the parts of a document, 3 below them. `anchor` is its name for links."""

    kind: ClassVar[str] = "heading"
    level: int
    text: str
    anchor: str = ""


OWN, SPOKEN = "own", "spoken"  # words that somebody has put into a lesson, at every length; and for who speaks alone


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `role` is caption, note, warning, own, spoken, or nothing for the text itself."""

    kind: ClassVar[str] = "paragraph"
    words: Words
    role: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; `title` stands before it."""

    kind: ClassVar[str] = "bullets"
    title: str
    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Something to think about, and what comes later or is opened: a hint, or `reply` says what else it is."""

    kind: ClassVar[str] = "question"
    words: Words
    hint: Words
    heading: str = "Think:"
    reply: str = "Hint"


@dataclass(frozen=True, slots=True)
class Table:
    """Cells in rows under a head, which may be blank; `mark` is the column whose cells are checks, such as ✓ or ✗."""

    kind: ClassVar[str] = "table"
    title: str
    head: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure made from data; its description is in words."""

    kind: ClassVar[str] = "picture"
    figure: Figure
    caption: Words = ()


@dataclass(frozen=True, slots=True)
class RuleCard:
    """A rule as it is declared: its forms, when it holds, what a learner reads about it.

    `left` is the left side of the first form, None where that is no equation. `find_examples` works out what the rule
    makes of its examples; of a rule that `is_wrong` the two sides are not equal.
    """

    id: str
    title: str
    forms: tuple[Words, ...]
    left: Node | None
    condition: str
    explanation: str
    is_wrong: bool
    find_examples: Callable[[], tuple[Node, ...]]


@dataclass(frozen=True, slots=True)
class Rules:
    """Rules in a list; `title` stands before it, and with `named` each rule's name before its forms."""

    kind: ClassVar[str] = "rules"
    title: str
    cards: tuple[RuleCard, ...]
    named: bool = True

    @property
    def bullets(self) -> Bullets:
        """The list as formats without cards write it: name, forms and condition."""
        items: list[Words] = []
        for card in self.cards:
            words: list[str | Node] = [f"{card.title}: "] if self.named else []
            for form in card.forms:
                words += [*form, "; "]
            items.append((*words[:-1], f", if {card.condition}." if card.condition else "."))
        return Bullets(self.title, tuple(items))


@dataclass(frozen=True, slots=True)
class Task:
    """Something for the reader to work out: what to do, a formula, and so many lines to write on.

    Its answer is told behind, if anywhere.
    """

    kind: ClassVar[str] = "task"
    number: int
    words: Words
    formula: Node
    lines: int
    find_answer: Callable[[], Node] | None = None


@dataclass(frozen=True, slots=True)
class NewPage:
    """On paper a new page begins here, so that a sheet can be handed out without the next one."""

    kind: ClassVar[str] = "newpage"


@dataclass(frozen=True, slots=True)
class Substep:
    """One step folded into another: its rule, and what it adds for a reader of the lines before."""

    number: int
    title: str
    news: tuple[Node, ...]


class RuleHere(NamedTuple):
    """The rule of a step in the letters that it has there; `heading` says what the forms are."""

    statements: tuple[Words, ...]
    condition: Words
    heading: str


@dataclass(frozen=True, slots=True)
class StepPart(Checked):
    """One step: the line after it, the rule, the reason, what was assumed, the shape, and what the numbers say.

    `before` is the line before it, and `falling` are the paths of what falls away from it. `changed_before` and
    `changed_after` are the paths of what the step replaced and of what is new; a step that `is_wrong` is a mistake.
    What takes long is found when it is asked for: a short handout tells none of it.
    """

    number: int
    title: str
    phase: str
    before: Node
    falling: tuple[Path, ...]
    line: Node
    reason: Words
    find_rule: Callable[[], RuleHere]
    assumptions: tuple[Node, ...]
    shape: str
    find_check: Callable[[], str]
    find_state: Callable[[], State]
    find_substeps: Callable[[], tuple[Substep, ...]]
    changed_before: tuple[Path, ...] = ()
    changed_after: tuple[Path, ...] = ()
    tempting: Node | None = None
    facts: tuple[Equation, ...] = ()

    @property
    def is_wrong(self) -> bool:
        """Whether the step is a mistake that the numbers refute; then there is a tempting line."""
        return self.tempting is not None

    @property
    def statements(self) -> tuple[Words, ...]:
        """The forms of the rule, expressions where they can be typeset."""
        return self.find_rule().statements

    @property
    def condition(self) -> Words:
        """When the rule holds."""
        return self.find_rule().condition

    @property
    def substeps(self) -> tuple[Substep, ...]:
        """The steps that are folded into it."""
        return self.find_substeps()

    @property
    def rule_heading(self) -> str:
        """What stands before the forms of the rule: one instance of a rule is an example of it."""
        return "What does not hold" if self.is_wrong else self.find_rule().heading

    @property
    def assumed(self) -> Words:
        """What the step assumes, as a sentence; empty where it assumes nothing."""
        words: list[str | Node] = ["Assuming "]
        for place, node in enumerate(self.assumptions):
            words += [", ", node] if place else [node]
        return (*words, ".") if self.assumptions else ()

    @property
    def rule_in_words(self) -> Words:
        """The forms of the rule with its condition, as a sentence; empty where there is none."""
        words: list[str | Node] = [f"{self.rule_heading}: "]
        for place, form in enumerate(self.statements):
            words += ["; ", *form] if place else form
        if self.condition:
            words += [", if ", *self.condition]
        return (*words, ".") if self.statements else ()

    @property
    def verdict(self) -> str:
        """The shape, and what the numbers say."""
        return f"Shape {self.shape}. {self.sign} {self.check}"


class _Ends:
    find_ending: Callable[[], str]

    @property
    def ending(self) -> str:
        """Why it did not come to its end, asked for after the last line; empty where it did, or lines are blank."""
        return self.find_ending()


@dataclass(frozen=True)
class Derivation(_Ends):
    """A derivation from its first line to its result; the steps are made while they are read.

    `task` says what is done, `shapes` which shapes the variables have, `inferred` what was inferred, `code` is the
    Python expression that derives it again; `anchor` is the id of the problem where it `is_of_lesson`.
    """

    kind: ClassVar[str] = "derivation"
    anchor: str
    start: Node
    task: Words
    setting: Words
    inferred: tuple[str, ...]
    code: str
    make_steps: Callable[[], Iterator[StepPart]]
    find_ending: Callable[[], str]
    find_result: Callable[[], Node]
    find_doubts: Callable[[], tuple[str, ...]] = tuple
    is_of_lesson: bool = False
    make_told: Callable[[str], Iterator[StepPart]] | None = None
    """The steps at another level of detail, by its id."""

    @property
    def given(self) -> Words:
        """The shapes, what was inferred beside them, and which steps the numbers do not confirm."""
        notes = " ".join((*self.inferred, *self.find_doubts()))
        return (*self.setting, f". {notes}".rstrip())

    @property
    def steps(self) -> Iterator[StepPart]:
        """The steps from the first one."""
        return self.make_steps()

    @property
    def result(self) -> Node:
        """The last line."""
        return self.find_result()


@dataclass(frozen=True, slots=True)
class LinePart:
    """A line of a derivation in short, with the name of its rule; no line where it is to be filled in, on so many rows.

    `changed` are the paths of what is new in it. Of a program of intermediate variables whose lines stand above there
    are only the `facts` that the step adds.
    """

    number: int
    title: str
    line: Node | None
    changed: tuple[Path, ...] = ()
    facts: tuple[Equation, ...] = ()
    rows: int = 1


@dataclass(frozen=True)
class Lines(_Ends):
    """A derivation in short: what is asked, and its lines under each other; the last one is the result."""

    kind: ClassVar[str] = "lines"
    task: Words
    start: Node
    make_parts: Callable[[], Iterator[LinePart]]
    find_ending: Callable[[], str] = str

    @property
    def parts(self) -> Iterator[LinePart]:
        """The lines from the first one."""
        return self.make_parts()


Block: TypeAlias = (
    Heading | Paragraph | Bullets | Question | Table | Picture | Rules | Task | NewPage | Derivation | Lines
)
BLOCKS: tuple[type, ...] = get_args(Block)
"""Every kind of block; a format has a way to write each of them."""


@dataclass(frozen=True)
class Document:
    """A title and blocks; `make_blocks` reads them anew each time, so that nothing is kept that was written."""

    title: str
    subtitle: str
    make_blocks: Callable[[], Iterator[Block]]
    single: bool = False
    """Whether the document is one derivation, whose keys then work wherever one stands in it."""
    contents: tuple[Heading, ...] = ()
    """The headings of its parts, known before they are made."""
    program: Callable[[str], str] | None = None
    """The derivation as a program for a library, where the document is of one derivation."""
    in_columns: bool = False
    """Whether it is short enough to be set in two columns where its lines fit."""
    usual_length: str = "full"
    """How long it is on paper where nobody says so: short for what has many derivations."""
    make_short: Callable[[], Iterator[Block]] | None = None
    """The same blocks without those that a short handout leaves out and that take time to make, such as corrections."""
    title_words: Words = ()
    """The title with its formulas, where it has some."""

    @property
    def heading(self) -> Words:
        """The title as it stands over the document."""
        return self.title_words or (self.title,)

    @property
    def blocks(self) -> Iterator[Block]:
        """The blocks from the first one."""
        return self.make_blocks()


def plain(words: Words) -> str:
    """Words as one line of Unicode text."""
    from explainer.notation import write

    return "".join(part if isinstance(part, str) else write(part, "unicode") for part in words)
