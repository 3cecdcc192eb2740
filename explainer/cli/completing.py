"""What can come next on the command line, for the completion of shells: names from the registries, with their titles.

A shell asks with every Tab, so nothing heavy is loaded: no numbers, no typesetting, no grammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import typer

Offers = list[tuple[str, str]]
"""Words that may stand there, each with what it means."""


def methods(incomplete: str) -> Offers:
    """The methods."""
    from explainer.engine.methods import METHODS

    return _beginning(((method.id, method.title) for method in METHODS.values()), incomplete)


def layouts(incomplete: str) -> Offers:
    """The layouts."""
    from explainer.engine import LAYOUTS

    return _beginning(((layout, f"{layout} layout") for layout in LAYOUTS), incomplete)


def orders(incomplete: str) -> Offers:
    """The orders of derivatives."""
    return _beginning((("1", "the derivative"), ("2", "the Hessian")), incomplete)


def forms(incomplete: str) -> Offers:
    """The forms of derivatives with more than two directions."""
    from explainer.engine import FORMS

    return _beginning(((form, f"form {form}") for form in FORMS), incomplete)


def picture_formats(incomplete: str) -> Offers:
    """The kinds of picture files."""
    from explainer.export.pictures import FORMATS

    return _beginning(((kind, f"{kind.upper()} file") for kind in FORMATS), incomplete)


def details(incomplete: str) -> Offers:
    """The levels of detail."""
    from explainer.engine import DETAILS

    return _beginning(((detail.id, detail.title) for detail in DETAILS.values()), incomplete)


def rules(incomplete: str) -> Offers:
    """The rules."""
    from explainer.rules import all_rules

    return _beginning(((rule.id, rule.title) for rule in all_rules()), incomplete)


def functions(incomplete: str) -> Offers:
    """The functions and operators."""
    from explainer.operations import all_operations

    return _beginning(((operation.name, operation.title) for operation in all_operations()), incomplete)


def lessons(incomplete: str) -> Offers:
    """The lessons and their derivations: only the lines with names and titles are looked at, which is quick."""
    from explainer.assets import resource

    pairs = re.compile(r'^id = "([^"]+)"\ntitle = "([^"]+)"', re.MULTILINE)
    files = sorted(resource("lessons").glob("*.toml"))
    return _beginning((pair for file in files for pair in pairs.findall(file.read_text("utf-8"))), incomplete)


def practised(incomplete: str) -> Offers:
    """The skills, the lessons and their derivations."""
    from explainer.practice.skills import all_skills

    return [*_beginning(((skill.id, skill.title) for skill in all_skills()), incomplete), *lessons(incomplete)]


def grades(incomplete: str) -> Offers:
    """The grades of problems."""
    return _beginning((("1", "the rule alone"), *((str(n), f"grade {n}") for n in range(2, 6))), incomplete)


def ways_of_asking(incomplete: str) -> Offers:
    """What is asked for in practice."""
    ways = (
        ("line", "the next line"),
        ("rule", "the next rule"),
        ("cover", "what stands under a cover"),
        ("find", "the line that is false"),
    )
    return _beginning(ways, incomplete)


def figures(incomplete: str) -> Offers:
    """The figures."""
    from explainer.figures import FIGURES

    return _beginning(((kind.id, kind.title) for kind in FIGURES), incomplete)


def themes(incomplete: str) -> Offers:
    """The themes."""
    from explainer.typeset.theme import find_theme, theme_names

    return _beginning(((name, find_theme(name).title) for name in theme_names()), incomplete)


def written_formats(incomplete: str) -> Offers:
    """The formats in which a derivation is written in the terminal."""
    from explainer.export.text_formats import WRITERS

    return _beginning(((name, name) for name in WRITERS), incomplete)


def page_formats(incomplete: str) -> Offers:
    """The formats in which the pages of the reference are printed."""
    from explainer.cli.records import FORMATS

    return _beginning(((name, name) for name in FORMATS), incomplete)


def handout_formats(incomplete: str) -> Offers:
    """The formats of handouts."""
    from explainer.handouts.registry import FORMATS

    return _beginning(((row.id, row.title) for row in FORMATS), incomplete)


def handout_options(context: typer.Context, incomplete: str) -> Offers:
    """The options of the format that is given already; of all formats where none is."""
    from explainer.handouts.registry import FORMATS

    given = context.params.get("format_")
    rows = [row for row in FORMATS if row.id == given] or FORMATS
    offers = (
        (f"{name}={value}", row.title) for row in rows for name, values in row.options.items() for value in values
    )
    return _beginning(dict(offers).items(), incomplete)


def figure_options(context: typer.Context, incomplete: str) -> Offers:
    """The names of the options of the figure that is given already."""
    from explainer.figures import FIGURES

    given = context.params.get("figure")
    return _beginning(
        ((f"{name}=", words) for kind in FIGURES if kind.id == given for name, words in kind.options.items()),
        incomplete,
    )


def _beginning(offers: Iterable[tuple[str, str]], incomplete: str) -> Offers:
    return [(word, words) for word, words in offers if word.startswith(incomplete)]
