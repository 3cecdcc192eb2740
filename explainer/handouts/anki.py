"""A handout as a deck of Anki cards: one for each rule, and one for each step of each derivation.

Anki typesets the formulas itself. Notes are known by ids that follow from the rule or from the derivation and the
number of the step, so that a deck that is imported again brings its cards up to date and keeps what was learnt.
"""

from __future__ import annotations

import hashlib
from html import escape
from io import BytesIO
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from explainer.errors import ExplainerError
from explainer.handouts.many_files import Pieces
from explainer.handouts.model import Derivation, Document, RuleCard, Rules, StepPart, Words
from explainer.handouts.registry import Options
from explainer.handouts.step_lines import wrong_line
from explainer.notation import latex, write, write_notation
from explainer.notation.marking import struck

if TYPE_CHECKING:
    from explainer.expr.node import Node

_STYLE: Final = """.card { font: 20px/1.5 Georgia, "DejaVu Serif", serif; text-align: left; max-width: 42em;
  margin: 0 auto; padding: 0 .5em; }
.line { margin: .8em 0; overflow-x: auto; }
.asked { color: #5b3a8e; }
.nightMode .asked { color: #cdb4f6; }
.small { font-size: 85%; opacity: .8; }"""
_RULE_FIELDS: Final = ("Id", "Name", "Left", "Statement", "Condition", "Explanation", "Example")
_STEP_FIELDS: Final = ("Id", "Place", "Line", "Rule", "Next", "Reason", "Condition")


def pieces(document: Document, options: Options) -> Pieces:
    """The package; it is a database, so it is made in one piece."""
    import genanki

    deck = genanki.Deck(_number(f"deck {document.title}"), f"Explainer::{document.title.replace('::', ': ')}")
    models = _rule_model(genanki), _step_model(genanki)
    found = False
    for block in document.blocks:
        if isinstance(block, Rules):
            for card in block.cards:
                deck.add_note(_note(genanki, models[0], f"rule {card.id}", _rule_fields(card)))
                found = True
        elif isinstance(block, Derivation):
            place = block.anchor if block.is_of_lesson else block.code
            for step in block.steps:
                key = f"step {place} {step.number}"
                deck.add_note(_note(genanki, models[1], key, _step_fields(block, step)))
                found = True
    if not found:
        raise ExplainerError(
            "there are no rules and no steps in it to make cards of",
            hint="Choose a lesson with problems, or the rules.",
        )
    yield _package(genanki, deck)


def _rule_model(genanki: Any) -> Any:
    return genanki.Model(
        _number("model rule"),
        "Explainer: rule",
        fields=[{"name": name} for name in _RULE_FIELDS],
        templates=[
            {
                "name": "Statement",
                "qfmt": "<p><b>{{Name}}</b></p>{{#Left}}<div class=line>{{Left}} <span class=asked>= ?</span></div>"
                "{{/Left}}",
                "afmt": "<p><b>{{Name}}</b></p><div class=line>{{Statement}}</div>"
                "{{#Condition}}<p>if {{Condition}}</p>{{/Condition}}<hr id=answer>"
                "<p>{{Explanation}}</p>{{#Example}}<p class=small>For example:</p>{{Example}}{{/Example}}",
            }
        ],
        css=_STYLE,
    )


def _step_model(genanki: Any) -> Any:
    return genanki.Model(
        _number("model step"),
        "Explainer: step",
        fields=[{"name": name} for name in _STEP_FIELDS],
        templates=[
            {
                "name": "Next rule",
                "qfmt": "<p class=small>{{Place}}</p><div class=line>{{Line}}</div>"
                "<p class=asked>Which rule is next, and what is the next line?</p>",
                "afmt": "<p class=small>{{Place}}</p><div class=line>{{Line}}</div><hr id=answer>"
                "<p><b>{{Rule}}</b></p><div class=line>{{Next}}</div><p>{{Reason}}</p>"
                "{{#Condition}}<p class=small>{{Condition}}</p>{{/Condition}}",
            }
        ],
        css=_STYLE,
    )


def _rule_fields(card: RuleCard) -> tuple[str, ...]:
    return (
        card.id,
        escape(card.title),
        _display(write(card.left, "latex")) if card.left is not None else "",
        "".join(f"<div>{_form(form)}</div>" for form in card.forms),
        escape(card.condition),
        escape(" ".join(card.explanation.split())),
        "".join(_display(write(example, "latex")) for example in card.find_examples()),
    )


def _after(step: StepPart) -> str:
    if step.tempting is not None:
        return latex(wrong_line(step.tempting))
    return f"= {write(step.line, 'latex')}"


def _step_fields(block: Derivation, step: StepPart) -> tuple[str, ...]:
    """The line before as it stood, the line after with what was struck out of the one before above it."""
    crossed = latex(struck(write_notation(step.before), step.falling)) if step.falling else ""
    lines = [_display(crossed)] if crossed else []
    return (
        f"{block.anchor} {step.number}",
        f"{_words(block.task)} Step {step.number}.",
        _display(write(step.before, "latex")),
        escape(step.title),
        "".join([*lines, _display(_after(step))]),
        _words((*step.reason, " ", *step.assumed)),
        _words(step.rule_in_words),
    )


def _form(form: Words) -> str:
    """A form of a rule: a formula on its own line, or the text that it was declared as."""
    if len(form) == 1 and not isinstance(form[0], str):
        return _display(write(form[0], "latex"))
    return _words(form)


def _words(words: Words) -> str:
    return "".join(escape(part) if isinstance(part, str) else _inline(part) for part in words)


def _inline(node: Node) -> str:
    return rf"\({escape(write(node, 'latex'), quote=False)}\)"


def _display(source: str) -> str:
    return rf"\[{escape(source, quote=False)}\]"


def _note(genanki: Any, model: Any, key: str, fields: tuple[str, ...]) -> Any:
    return genanki.Note(model=model, fields=list(fields), guid=genanki.guid_for("explainer", key))


def _number(key: str) -> int:
    """A number that always belongs to this key, as Anki wants it for decks and models."""
    digest = hashlib.sha256(f"explainer {key}".encode()).digest()
    return (1 << 30) + int.from_bytes(digest[:4]) % (1 << 30)


def _package(genanki: Any, deck: Any) -> bytes:
    """The package; the files in it have no dates, but its notes do, from which Anki knows what is newer."""
    with TemporaryDirectory() as folder:
        file = f"{folder}/deck.apkg"
        genanki.Package(deck).write_to_file(file)
        data = BytesIO()
        with ZipFile(file) as archive, ZipFile(data, "w") as copy:
            for name in archive.namelist():
                entry = ZipInfo(name)
                entry.compress_type = ZIP_DEFLATED
                copy.writestr(entry, archive.read(name))
    return data.getvalue()
