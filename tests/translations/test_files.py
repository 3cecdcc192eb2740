"""The files of translations hold every text of the program, translated, and the program loads what they say."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from explainer.lessons.richtext import RichText
from explainer.rules import all_rules
from explainer.session.action_table import ACTIONS
from explainer.session.kept.languages import languages, own_name
from tests.translations.catalogue import COMMAND, CONTEXT, Message, files, messages
from tests.translations.texts import composed_texts, running_texts, texts, window_texts

EVERY = pytest.mark.parametrize("file", files(), ids=lambda file: file.stem)
TO_DO = f"Run `{COMMAND}`, fill in the empty translations in"


def test_no_sentence_is_put_together_from_pieces() -> None:
    """Other languages order their words otherwise: `phrase("{0} has {1}", …)` instead of an f-string."""
    assert not list(composed_texts())


def test_there_is_a_german_translation() -> None:
    assert "de" in languages()
    assert own_name("de") == "Deutsch"


@EVERY
def test_a_file_has_every_text_of_the_program(file: Path) -> None:
    known = {message.source: message.counted for message in messages(file)}
    lacking = sorted(set(texts()) - set(known))
    assert not lacking, f"{TO_DO} {file.name}, and run it again"
    assert known == texts(), f"texts that are gone, or depend on a number now: run `{COMMAND}`"


@EVERY
def test_every_text_is_translated(file: Path) -> None:
    open_ones = [message.source for message in messages(file) if message.state or not all(message.forms)]
    assert not open_ones, f"{TO_DO} {file.name}, and run it again"


@EVERY
def test_a_translation_has_the_same_places_and_marks(file: Path) -> None:
    """The same slots, a mark for the key where the English has one, the same blanks at the ends."""
    for message in messages(file):
        for form in message.forms:
            if not message.counted:
                assert _slots(form) == _slots(message.source), message.source
            assert set(_slots(form)) <= set(_slots(message.source)), message.source
            assert _marks(form) == _marks(message.source), message.source
            assert _ends(form)[1] == _ends(message.source)[1], message.source
            assert form.isprintable() or "\n" in message.source, message.source


@EVERY
def test_the_lessons_have_the_same_formulas_in_every_language(file: Path) -> None:
    running = set(running_texts())
    lessons = [message for message in messages(file) if message.source in running]
    assert len(lessons) == len(running)
    for message in lessons:
        assert _formulas(message.forms[0]) == _formulas(message.source), message.source


def test_the_title_of_a_rule_is_not_the_caption_of_a_button() -> None:
    """What is one word in English may be two elsewhere: a dialog is left, a factor is divided out."""
    assert not {rule.title for rule in all_rules()} & window_texts()


@EVERY
def test_the_compiled_file_says_what_the_file_says(file: Path) -> None:
    """The .qm is part of the program, so that nothing has to be compiled to run it."""
    translator = QTranslator()
    assert translator.load(str(file.with_suffix(".qm"))), f"run `{COMMAND}`"
    for message in messages(file):
        assert _said(translator, message) == message.forms, f"run `{COMMAND}`"


@EVERY
def test_no_two_actions_of_a_menu_have_one_key(file: Path) -> None:
    translated = {message.source: message.forms[0] for message in messages(file)}
    for said in (translated, dict(zip(translated, translated, strict=True))):  # and in English
        bar = list(dict.fromkeys(row.menu for row in ACTIONS))
        menus: dict[tuple[str, str], list[str]] = {("the bar", ""): [said[menu] for menu in bar]}
        for row in ACTIONS:
            if row.under and (row.menu, row.under) not in menus:
                menus.setdefault((row.menu, ""), []).append(said[row.under])
            menus.setdefault((row.menu, row.under), []).append(said[row.text])
        for menu, rows in menus.items():
            twice = [key for key, count in Counter(map(_mnemonic, rows)).items() if count > 1]
            assert not twice, (menu, twice, rows)


def _said(translator: QTranslator, message: Message) -> tuple[str, ...]:
    if not message.counted:
        return (translator.translate(CONTEXT, message.source),)
    return tuple(translator.translate(CONTEXT, message.source, None, number) for number in (1, 2))


def _slots(text: str) -> list[str]:
    return sorted(re.findall(r"\{\w*\}", text))


def _formulas(text: str) -> list[str]:
    return sorted(formula.text for formula in RichText(text).formulas)


def _marks(text: str) -> int:
    return len(re.findall(r"&\w", text))


def _ends(text: str) -> tuple[bool, bool]:
    return text.startswith(" "), text.endswith(" ")


def _mnemonic(text: str) -> str:
    found = re.search(r"&(\w)", text)
    assert found is not None, text
    return found[1].lower()
