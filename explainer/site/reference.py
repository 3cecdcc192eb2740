"""The pages that are drawn from the registries: rules, functions, methods, figures, formats, keys and settings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from markupsafe import Markup

from explainer.engine import DETAILS, METHODS
from explainer.errors import ExplainerError
from explainer.export.text_formats import WRITERS
from explainer.figures import FIGURES
from explainer.handouts.from_rules import document_of_rules
from explainer.handouts.html import inline
from explainer.handouts.registry import FORMATS
from explainer.language import parse_expression
from explainer.operations import all_operations
from explainer.rules import all_rules
from explainer.session.action_table import ACTIONS, ONLY_PROJECTING, ActionRow
from explainer.session.kept.preferences import PREFERENCES, Preference, headings
from explainer.site.page import Page, bullets, code, codes, heading, link, paragraph, table

if TYPE_CHECKING:
    from explainer.expr.operation import Operation
    from explainer.rules import Rule


def reference_pages() -> Iterator[Page]:
    """All of them."""
    yield from rule_pages()
    yield functions_page()
    yield methods_page()
    yield figures_page()
    yield formats_page()
    yield keys_page()
    yield settings_page()


def rule_pages() -> Iterator[Page]:
    """The list of all rules, and a page for each family."""
    rules = all_rules()
    families: dict[str, list[Rule]] = {}
    for rule in rules:
        families.setdefault(rule.family, []).append(rule)
    parts = [paragraph("A derivation takes one of these rules at a time. Each is checked by numbers like every step.")]
    for family, members in families.items():
        file = f"{_family(family)}.html"
        parts.append(heading(family, f"family-{_family(family)}"))
        rows = [(link(f"{file}#rule-{rule.id}", rule.title), code(rule.id), rule.condition) for rule in members]
        parts.append(table(("rule", "name", "if"), rows))
    yield Page("rules", "Rules", Markup("\n").join(parts), f"{len(rules)} rules in {len(families)} families.")
    for family, members in families.items():
        yield Page(_family(family), family, document_of_rules(members))


def _family(family: str) -> str:
    return "rules-" + "-".join("".join(c if c.isalnum() else " " for c in family.lower()).split())


def functions_page() -> Page:
    """Every function and operator with its derivative."""
    operations = all_operations()
    rows = [
        (codes((operation.name, *operation.aliases)), operation.title, _derivatives(operation),
         Markup(", ").join(map(_formula, operation.domain)), operation.source)
        for operation in operations
    ]  # fmt: skip
    anchors = [f"function-{operation.name}" for operation in operations]
    content = table(("typed", "name", "derivative", "exists where", "source"), rows, anchors)
    return Page("functions", "Functions and operators", content, f"{len(operations)} functions with their derivatives.")


def _derivatives(operation: Operation) -> Markup:
    lines = (
        Markup("{}: {}").format(code(parameter), _formula(derivative))
        for parameter, derivative in zip(operation.parameters, operation.derivative, strict=False)
    )
    return Markup("<br>").join(lines)


def _formula(text: str) -> Markup:
    """A formula of the table as it is written; as it was typed where it says more than the input language can."""
    try:
        return inline(parse_expression(text).expression)
    except ExplainerError:
        return code(text)


def methods_page() -> Page:
    """The methods, and how many lines are told."""
    content = table(
        ("method", "name", "what it does"),
        ((method.title, code(method.id), method.description) for method in METHODS.values()),
        [f"method-{name}" for name in METHODS],
    )
    content += heading("Lines", "lines")
    content += table(("name", "which lines"), ((code(detail.id), detail.title) for detail in DETAILS.values()))
    return Page("methods", "Methods", content, "In which order rules are taken, and how many lines are told.")


def figures_page() -> Page:
    """The figures with their options."""
    parts = [paragraph("Pictures that are made from the data of a derivation, by “explainer render --figure NAME”.")]
    for kind in FIGURES:
        parts.append(heading(kind.title, f"figure-{kind.id}"))
        parts.append(paragraph(Markup("{} is drawn of {}.").format(code(kind.id), kind.needs or "nothing")))
        if kind.options:
            parts.append(bullets(Markup("{}: {}").format(code(name), told) for name, told in kind.options.items()))
    return Page("figures", "Figures", Markup("\n").join(parts), f"{len(FIGURES)} figures and their options.")


def formats_page() -> Page:
    """What can be handed out and written."""
    rows = [
        (code(row.id), row.title, code(row.suffix) + (" or a folder" if row.many else ""),
         Markup("<br>").join(Markup("{}: {}").format(code(name), ", ".join(v)) for name, v in row.options.items()),
         code(f'pip install "explainer[{row.extra}]"') if row.extra else "")
        for row in FORMATS
    ]  # fmt: skip
    parts = [
        paragraph("Documents of a derivation, a lesson or the rules, by “explainer export”. The file's ending says "
                  "the format; the first choice of an option is taken where none is given."),
        table(("format", "what it is", "file", "options", "needs"), rows, [f"format-{row.id}" for row in FORMATS]),
        heading("Texts", "texts"),
        paragraph(Markup("“explainer derive --format” writes {}.").format(codes(WRITERS))),
    ]  # fmt: skip
    return Page("formats", "Formats", Markup("\n").join(parts), f"{len(FORMATS)} formats of documents.")


def keys_page() -> Page:
    """Every key, by the place where it works."""
    board = [row for row in ACTIONS if row.board_keys and row.id not in ONLY_PROJECTING]
    everywhere = [row for row in ACTIONS if row.keys and row.id not in ONLY_PROJECTING]
    projecting = [row for row in ACTIONS if row.id in ONLY_PROJECTING]
    groups = (
        ("Everywhere", "everywhere", [(row, row.keys) for row in everywhere]),
        ("On the board and in projection", "board", [(row, row.board_keys) for row in board]),
        ("In projection", "projection", [(row, (*row.keys, *row.board_keys)) for row in projecting]),
        ("In the menus only", "menus", [(row, ()) for row in ACTIONS if not (row.keys or row.board_keys)]),
    )
    parts = []
    for title, anchor, rows in groups:
        parts += [heading(title, anchor), table(("", "keys", "menu"), (_key_row(*each) for each in rows))]
    return Page("keys", "Keys", Markup("\n").join(parts), f"All {len(ACTIONS)} actions of the window and their keys.")


def _key_row(row: ActionRow, keys: tuple[str, ...]) -> tuple[object, ...]:
    return row.words, codes(keys), row.menu.replace("&", "")


def settings_page() -> Page:
    """Every setting with its choices."""
    parts = [
        paragraph(
            "Ctrl+, shows them in the window. They are one file, settings.json, where this system keeps settings."
        )
    ]
    for title in headings():
        rows = [_setting(row) for row in PREFERENCES if row.heading == title]
        parts += [heading(title, title.lower()), table(("setting", "in the file", "what it is", "choices"), rows)]
    return Page("settings", "Settings", Markup("\n").join(parts), f"{len(PREFERENCES)} settings and their choices.")


def _setting(row: Preference) -> tuple[object, ...]:
    choices = (
        Markup("<strong>{}</strong>").format(text) if value == row.default else text for value, text in row.choices()
    )
    return row.caption, code(row.name), row.words, Markup(", ").join(choices)
