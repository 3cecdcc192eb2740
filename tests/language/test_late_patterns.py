"""Patterns that are compiled late: what a text needs for one is never missing where the pattern is found."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from pathlib import Path

import pytest

from explainer import language
from explainer.language import premises, prose
from explainer.language.late_patterns import LatePattern
from explainer.language.pasted.code_refusals import EXECUTING
from explainer.language.text.vocabulary import function_names
from tests.cases import in_groups


def _late_patterns() -> dict[str, LatePattern]:
    found = {}
    for module in pkgutil.walk_packages(language.__path__, "explainer.language."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, LatePattern):
                found[f"{module.name}.{name}"] = value
    return found


PATTERNS = _late_patterns()


def _texts() -> list[str]:
    """Every text of the tests of the language, where questions of all kinds are read."""
    texts = {
        node.value
        for file in Path(__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) < 300
    }
    return sorted(texts)


TEXTS = _texts()


def test_there_are_texts_and_patterns_enough() -> None:
    assert len(PATTERNS) > 30
    assert len(TEXTS) > 2000


@in_groups("name", PATTERNS)
def test_what_a_pattern_needs_is_there_wherever_it_is_found(name: str) -> None:
    pattern = PATTERNS[name]
    missed = [text for text in TEXTS if pattern.compiled.search(text) and not pattern.may_be_in(text)]
    assert not missed


@pytest.mark.parametrize(("module", "gate", "read"), [(prose, "_WORD", "in_words"), (premises, "_APART", "premises")])
def test_texts_that_are_passed_over_say_nothing(
    monkeypatch: pytest.MonkeyPatch, module: object, gate: str, read: str
) -> None:
    short = [getattr(module, read)(text) for text in TEXTS]
    monkeypatch.setattr(module, gate, re.compile("(?=.)", re.DOTALL))
    assert [getattr(module, read)(text) for text in TEXTS if text.strip()] == [
        said for text, said in zip(TEXTS, short, strict=True) if text.strip()
    ]
    assert len([said for said in short if said is not None]) > 10


def test_a_pattern_is_compiled_when_a_text_comes_that_has_what_it_needs() -> None:
    pattern = LatePattern(r"hess\w+ of", re.IGNORECASE, ("hessian", "slope"), ("of",))
    assert pattern.search("sin(x)") is pattern.match("slope") is pattern.fullmatch("of") is None
    assert pattern._compiled is None
    assert list(pattern.finditer("nothing")) == []
    assert pattern.search("the HESSIAN of f") is not None
    assert pattern.match("the Hessian of f", 4) is not None
    assert [match.start() for match in pattern.finditer("Hessian of Hessian of")] == [0, 11]


def test_no_function_of_the_language_executes_anything() -> None:
    assert not EXECUTING & set(function_names())
