"""Every text that people read: those written in the sources, and those that the tables of the program hold.

A text of several words in the sources is taken to be for people, unless it is a formula, a style sheet or the message
of an error in the program itself; single words only where they are handed to something that shows them. So a new
sentence cannot be forgotten: it is found without being marked.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import explainer
from explainer.lessons import Lesson, all_lessons
from explainer.lessons.richtext import RichText
from tests.sources import nodes_of

SOURCES = Path(explainer.__file__).parent
PACKAGES = (
    "descent",
    "engine",
    "expr",
    "figures",
    "gui",
    "language",
    "lessons",
    "practice",
    "rules",
    "session",
    "verify",
    "written_code",
)
MODULES = (
    "budget.py",
    "destinations.py",
    "operations/layers.py",
    "operations/matrix.py",
    "operations/ranks.py",
    "operations/undefined.py",
    "operations/vector.py",
    "export/wording.py",
    "assets.py",
    "notation/to_speech.py",
    "notation/atoms.py",
)

SHOWING: dict[str, tuple[int, ...]] = {
    "_TITLES": (0,), "_caption": (0,), "_found": (1, 2, 3), "_page_row": (0,), "_section": (0,), "small_button": (2,),
    "_check_elementwise": (1,),
    "add_choice": (0, 2), "announce": (1,), "capital": (0,), "Doing": (2,), "Doings": (0,), "Gallery": (0,),
    "plain_label": (0,), "push_button": (0,), "put": (1,),
    "phrase": (0,), "Heading": (0,), "Labelled": (0,), "Links": (0,), "Page": (1, 2), "Section": (0,), "tell": (0,),
    "show_next": (0,), "_words": (0,), "translated": (0,),
    "Words": (0,), "tr": (0,), "worded": (1,), "ExplainerError": (0,), "joined": (0, 2),
}  # fmt: skip
"""What is called with texts that are shown, and which of its arguments these are; there single words count too."""
FORMULAS = frozenset(
    {"measure", "rules", "statement", "examples", "leaves_alone", "source", "role", "name", "order", "about"}
)
"""The arguments that hold formulas, sources in print, and other texts that stay."""
INSIDE = frozenset({
    "ValueError", "TypeError", "AttributeError", "KeyError", "AssertionError", "RuntimeError", "NotImplementedError",
    "IndexError", "TypeAlias", "compile", "setStyleSheet", "setObjectName", "cast", "frozenset", "split",
    "graded",
})  # fmt: skip
"""What is called with texts that no user sees."""
IN_PRINT = frozenset({"PAPER", "SOURCE", "KIND", "_SAMPLE"})
"""The constants that hold sources in print and names in files."""
FILES_WITHOUT = frozenset({
    "sympy/writer.py", "sympy/reader.py", "written_code/libraries.py",
    "page_style.py", "code_words.py", "integration.py", "log.py",
    "printed_pages.py", "blocks.py", "measures.py", "written_functions.py",
})  # fmt: skip
"""Files whose texts stand in tables, or are told to programs only."""
SINGLE_WORDS = (
    "&Method", "La&yout", "Plot", "Numbers", "Task", "inferred", "Clock", "Step", "Later", "a name", "a number",
    "Text", "Picture", "Which?", "&Up", "&Down", "&Remove", "&Heading", "&End", "Title", "Question",
)  # fmt: skip
"""Captions of one word that are handed on before they are shown."""
IN_FORMULAS = (
    "the diagonal matrix of {0}", "the differential of {0}", "the sum of the entries of {0}",
    "and", "diagonal matrix", "dot", "if", "power", "root", "delta", "otherwise", "transpose",
    "where", "gives", "times", "by", "the row of ones", "row {0} of {1}",
    "the column of size {0} whose entry {1} is {2}", "the diagonal matrix of size {0} whose entry {1} is {2}",
    "the row of size {0} whose entry {1} is {2}",
    "the {0} by {1} matrix whose entry in row {2}, column {3} is {4}",
)  # fmt: skip
"""The words of formulas that stand in no table."""
CITATION = re.compile(r"DLMF [\w.()]+|[\w ]+ et al\. \d{4}(?:, arXiv [\d.]+)?|[A-Z][\w ]+ \d{4}(?:, arXiv [\d.]+)?")
"""Where something stands in print; that is the same in every language."""
_SENTENCE = re.compile(r"[A-Za-z”}]{2,}[”,:;.?]* +[“({&]?[A-Za-z]{2,}|^[A-Z][a-z]+ [a-z]|… [a-z]{2,}")
_NO_SENTENCE = re.compile(
    r"explainer derivation|^sum\(x\), or|^where\(cond|^cases\([{0-9]|px;|::|\(\?P<|^<|\\[a-z]+\{|\bstr \||"
    r"Q[A-Z]\w+[ #{:]|^d\(|^∂\(|^where |\]\w*, |%s|^pip install|"
    r"^(?:id|text|title|entries|figure|problem)(?: [a-z_]+)+$|\(at \(|^[a-z]+\[[a-z]+, "
)


@cache
def texts() -> dict[str, bool]:
    """All texts, each with whether a number decides its form."""
    found: dict[str, bool] = {}
    every = (*written_texts(), *((getattr(text, "template", text), False) for text in tables()))
    for text, counted in every:
        if CITATION.fullmatch(text):
            continue
        if any(letter.isalpha() for letter in re.sub(r"\{\w*\}", "", text)):
            found[text] = found.get(text, False) or counted
    return found


# --- in the sources --------------------------------------------------------------------------------------------------


def _without(file: Path) -> bool:
    return any(file.as_posix().endswith(f"/{name}") for name in FILES_WITHOUT)


def written_texts() -> Iterator[tuple[str, bool]]:
    """The texts in the sources."""
    for name in (*PACKAGES, *MODULES):
        place = SOURCES / name
        for file in sorted(place.rglob("*.py")) if place.is_dir() else (place,):
            if not _without(file):
                yield from _Reader(file).found


def window_texts() -> set[str]:
    """The texts in the sources of the window."""
    return {text for file in (SOURCES / "gui").rglob("*.py") for text, _ in _Reader(file).found}


def composed_texts() -> Iterator[str]:
    """Sentences that are put together from pieces, so that nobody could translate them; there must be none."""
    for name in (*PACKAGES, *MODULES):
        place = SOURCES / name
        for file in sorted(place.rglob("*.py")) if place.is_dir() else (place,):
            if _without(file) or file.parent.name == "written_code":  # programs are English, like all code
                continue
            for line, text in _Reader(file).composed:
                yield f"{file.relative_to(SOURCES.parent)}:{line}: {text!r}"


class _Reader(ast.NodeVisitor):
    """Goes through one module."""

    def __init__(self, file: Path) -> None:
        self.found: list[tuple[str, bool]] = []
        self.composed: list[tuple[int, str]] = []
        self._shown = False
        self.visit(nodes_of(file)[0])

    def visit_Constant(self, node: ast.Constant) -> None:
        text = node.value
        if isinstance(text, str) and (
            self._shown or (_SENTENCE.search(text) and not _NO_SENTENCE.search(text) and text.isprintable())
        ):
            self.found.append((text, False))

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        text = "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
        if _SENTENCE.search(text) and not _NO_SENTENCE.search(text):
            self.composed.append((node.lineno, text))

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):  # else it is the docstring of something
            self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        if not any(isinstance(target, ast.Name) and target.id in IN_PRINT for target in node.targets):
            self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:  # a type in quotes is no text
            self.visit(node.value)

    def visit_arg(self, node: ast.arg) -> None:
        pass

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        if node.name in ("__repr__", "__getattr__", "__setattr__", "__delattr__"):
            return
        for part in (*node.decorator_list, *node.args.defaults, *node.body):
            self.visit(part)

    def visit_Subscript(self, node: ast.Subscript) -> None:
        self.visit(node.value)

    def visit_Compare(self, node: ast.Compare) -> None:
        pass

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if name in INSIDE:
            return
        before, self._shown = self._shown, False
        arguments = list(enumerate(node.args))
        if name == "counted":
            self._take_counted(node.args[1])
            arguments = arguments[2:]
        for place, argument in arguments:
            self._shown = place in SHOWING.get(name, ()) and isinstance(
                argument, ast.Constant | ast.IfExp | ast.BoolOp | ast.Tuple
            )
            if isinstance(argument, ast.IfExp):
                self.visit(argument.body)
                self.visit(argument.orelse)
            else:
                self.visit(argument)
        self._shown = False
        for keyword in node.keywords:
            if keyword.arg not in FORMULAS:
                self.visit(keyword.value)
        self.visit(node.func)
        self._shown = before

    def _take_counted(self, argument: ast.expr) -> None:
        self.found += [
            (text.value, True)
            for text in ast.walk(argument)
            if isinstance(text, ast.Constant) and isinstance(text.value, str)
        ]


# --- in the tables ---------------------------------------------------------------------------------------------------


def tables() -> Iterator[str]:
    """The texts that stand in the tables from which window and reference are drawn."""
    from explainer.engine import LAYOUTS, METHODS
    from explainer.expr.called import KINDS
    from explainer.figures.registry import FIGURES
    from explainer.gui.files.export_dialog import _value_words
    from explainer.gui.first_frame import MENUS
    from explainer.gui.formulas.copying import FORMS
    from explainer.gui.lecture.presenter import BUTTONS
    from explainer.gui.panels.tabs import FIGURE_TABS
    from explainer.handouts.registry import FORMATS
    from explainer.language.pasted.sources import SOURCES as PASTED
    from explainer.language.text.form_guides import GUIDES
    from explainer.language.text.names.written_functions import WRITTEN
    from explainer.language.typing.symbols import GROUPS
    from explainer.notation import to_speech
    from explainer.notation.names import ACCENTS
    from explainer.operations import all_operations
    from explainer.practice.skills import all_skills
    from explainer.rules import all_rules
    from explainer.session.action_table import ACTIONS
    from explainer.session.course.deck import HEADINGS
    from explainer.session.course.deck import KINDS as SLIDES
    from explainer.session.course.gallery import TYPICAL
    from explainer.session.kept.languages import OWN_NAME
    from explainer.session.kept.log import facts
    from explainer.session.kept.preferences import LANGUAGE, PREFERENCES

    yield from (OWN_NAME, "method", "layout")
    for action in ACTIONS:
        yield from filter(None, (action.text, action.under))
    yield from MENUS
    for _, _, caption, title in FIGURE_TABS:
        yield from (caption, title)
    yield from (word for _, word in BUTTONS)
    yield from (form.title for form in FORMS.values())
    for method in METHODS.values():
        yield from (method.title, method.description)
    for layout in LAYOUTS:
        yield from (layout, layout.capitalize())
    for figure in FIGURES:
        yield from (figure.title, figure.needs)
    for row in PREFERENCES:
        yield from (row.heading, row.caption, row.words)
        if row.name != LANGUAGE:
            yield from (text for _, text in row.choices())
    yield from (source.name for source in PASTED)
    for group in GROUPS:
        yield group.title
        yield from (symbol.meaning for symbol in group.symbols)
    yield from (guide.meaning for guide in GUIDES.values())
    yield from (row.meaning for row in WRITTEN)
    yield from to_speech._SIGNS.values()
    yield from (*to_speech._POWERS.values(), *to_speech._BARS.values(), *ACCENTS.values(), *IN_FORMULAS, *SINGLE_WORDS)
    for lesson in all_lessons():
        yield from (lesson.title, lesson.section)
        yield from (block.title for block in lesson.blocks if hasattr(block, "title"))
    yield from running_texts()
    for field, problems in TYPICAL:
        yield from (field, *(problem.title for problem in problems))
    for handout in FORMATS:
        yield handout.title
        for name, values in handout.options.items():
            yield from (name.capitalize(), *map(_value_words, values))
    yield from (name for name, _ in facts())
    for operation in all_operations():
        yield from (operation.title, operation.source, operation.speech)
    yield from (kind for _, kind in KINDS)
    yield from (*SLIDES.values(), *HEADINGS)
    for skill in all_skills():
        yield from (skill.title, skill.group, skill.explanation)
    for rule in all_rules():
        yield from (rule.title, rule.condition, rule.words, rule.phase, rule.source, rule.family)
        yield from (" ".join(paragraph.split()) for paragraph in rule.explanation.split("\n\n"))


def running_texts() -> Iterator[str]:
    """The paragraphs of all lessons; in braces stand formulas, which are the same in every language."""
    for lesson in all_lessons():
        yield from (piece for text in _rich_texts(lesson) for piece in text.pieces if _has_words(piece))


def _has_words(text: str) -> bool:
    """Whether anything of a text is no formula, number or sign: 1 × {n} is the same in every language."""
    return any(letter.isalpha() for letter in re.sub(r"\{[^}]*\}", "", text))


def _rich_texts(lesson: Lesson) -> Iterator[RichText]:
    """The running texts of a lesson: its goals, what stands in its blocks, and what its signs mean."""
    yield from lesson.goals
    for block in lesson.blocks:
        yield from (
            text
            for name in ("text", "hint", "caption", "answer", "why")
            if isinstance(text := getattr(block, name, None), RichText)
        )
        yield from (meaning for _, meaning in getattr(block, "entries", ()))
        yield from getattr(block, "choices", ())
