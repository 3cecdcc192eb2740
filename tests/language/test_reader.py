"""The parser's tables: kept in a cache that may be damaged or missing, and cheap for a window that starts."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from explainer.language.text.preparing import arrange
from explainer.language.text.reader import Reader
from explainer.language.text.scanner import scan
from explainer.language.text.syntax import Syntax
from explainer.language.text.vocabulary import Vocabulary

TEXT = "ln(sin(x^3)^2)"


def read(reader: Reader) -> Syntax:
    vocabulary = Vocabulary()
    return reader.read(arrange(scan(TEXT), TEXT, vocabulary), TEXT, vocabulary)


@pytest.mark.parametrize("damage", [b"", b"not a cache\n\x00\xff", b"\x80\x04garbage" * 100])
def test_a_damaged_cache_is_replaced(tmp_path: Path, damage: bytes) -> None:
    cache = tmp_path / "grammar.cache"
    expected = repr(read(Reader(cache)))
    sound = cache.read_bytes()
    cache.write_bytes(damage)
    assert repr(read(Reader(cache))) == expected
    assert cache.read_bytes()[:64] == sound[:64]


def test_a_truncated_cache_is_replaced(tmp_path: Path) -> None:
    cache = tmp_path / "grammar.cache"
    expected = repr(read(Reader(cache)))
    cache.write_bytes(cache.read_bytes()[:500])
    assert repr(read(Reader(cache))) == expected


def test_a_cache_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert read(Reader(blocked / "grammar.cache")).kind == "apply"
    assert read(Reader(tmp_path)).kind == "apply"
    assert read(Reader(None)).kind == "apply"


def test_importing_the_language_loads_no_parser() -> None:
    code = "import sys, explainer.language; print([m for m in ('lark', 'numpy', 'sympy') if m in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def test_parsing_loads_neither_numpy_nor_sympy() -> None:
    code = (
        "import sys, explainer.language as language; language.parse_expression('ln(sin(x^3)^2)');"
        "print([m for m in ('numpy', 'sympy', 'matplotlib') if m in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def test_the_grammar_has_no_conflicts(caplog: pytest.LogCaptureFixture) -> None:
    from importlib.resources import files

    from lark import Lark, logger

    level = logger.level
    logger.setLevel("DEBUG")
    logger.addHandler(caplog.handler)
    try:
        grammar = files("explainer.language.text").joinpath("grammar.lark").read_text(encoding="utf-8")
        Lark(grammar, parser="lalr", lexer="basic", debug=True)
    finally:
        logger.removeHandler(caplog.handler)
        logger.setLevel(level)
    assert "conflict" not in caplog.text.lower()
