"""What a handout is made of: blocks in the order of reading, the same for every format.

Words are texts and expressions mixed, so that each format writes the formulas in its own way. Nothing here knows how a
block looks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from explainer.expr.node import Node

if TYPE_CHECKING:
    from explainer.figures import Figure

Words: TypeAlias = tuple[str | Node, ...]
"""A sentence or a paragraph: texts and expressions in the order of reading."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a part; `level` 2 for the parts of a document, 3 below them. `anchor` is its name for links."""

    kind: ClassVar[str] = "heading"
    level: int
    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `role` is caption, note, warning, or nothing for the text itself."""

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
    """Something to think about, and a hint that comes later or is opened."""

    kind: ClassVar[str] = "question"
    words: Words
    hint: Words


@dataclass(frozen=True, slots=True)
class Table:
    """Cells in rows under a head; `mark` is the column whose cells are checks, such as ✓ or ✗."""

    kind: ClassVar[str] = "table"
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure made from data; its description is in words."""

    kind: ClassVar[str] = "picture"
    figure: Figure
    caption: Words = ()


@dataclass(frozen=True, slots=True)
class Substep:
    """One step folded into another: its rule and the line after it."""

    number: int
    title: str
    line: Node


@dataclass(frozen=True, slots=True)
class StepPart:
    """One step: the line after it, the rule, the reason, what was assumed, the shape, and what the numbers say.

    `news` is what the step adds for a reader of the lines before; `statements` are the forms of the rule, expressions
    where they can be typeset.
    """

    number: int
    title: str
    phase: str
    line: Node
    news: tuple[Node, ...]
    reason: Words
    statements: tuple[Words, ...]
    condition: str
    assumptions: tuple[Node, ...]
    shape: str
    check: str
    holds: bool
    substeps: tuple[Substep, ...]


@dataclass(frozen=True)
class Derivation:
    """A derivation from its first line to its result; the steps are made while they are read.

    `task` says what is done, `shapes` which shapes the variables have, `notes` what was inferred, `code` is the
    Python expression that derives it again; `ending` is asked for
    after the last step and is empty where the derivation came to its end.
    """

    kind: ClassVar[str] = "derivation"
    anchor: str
    start: Node
    task: Words
    setting: str
    notes: tuple[str, ...]
    code: str
    make_steps: Callable[[], Iterator[StepPart]]
    find_ending: Callable[[], str]
    find_result: Callable[[], Node]

    @property
    def steps(self) -> Iterator[StepPart]:
        """The steps from the first one."""
        return self.make_steps()

    @property
    def ending(self) -> str:
        """Why the derivation did not come to its end; empty where it did."""
        return self.find_ending()

    @property
    def result(self) -> Node:
        """The last line."""
        return self.find_result()


Block: TypeAlias = Heading | Paragraph | Bullets | Question | Table | Picture | Derivation
BLOCKS: tuple[type, ...] = (Heading, Paragraph, Bullets, Question, Table, Picture, Derivation)
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

    @property
    def blocks(self) -> Iterator[Block]:
        """The blocks from the first one."""
        return self.make_blocks()


def plain(words: Words) -> str:
    """Words as one line of Unicode text."""
    from explainer.notation import write

    return "".join(part if isinstance(part, str) else write(part, "unicode") for part in words)
