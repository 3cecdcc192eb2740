"""The parser's tables: kept in a cache that may be damaged or missing, and cheap for a window that starts."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from explainer.language.grammar_tables import Run, UnexpectedError, tables_of
from explainer.language.text import reader as reader_module
from explainer.language.text.preparing import arrange
from explainer.language.text.reader import Reader
from explainer.language.text.scanner import Token, scan
from explainer.language.text.syntax import Syntax
from explainer.language.text.vocabulary import Vocabulary

TEXT = "ln(sin(x^3)^2)"
TEXTS = (
    TEXT, "sum(i=1..N, x_i) where x_i = 2 i, N = 3", "cases(0 if z <= 0, z^2 if z > 0 and z < 5, 1 otherwise)",
    "-x' A x", "2 -3 x", "max(0, w · x + b)^2",
    "norm(X @ w - y)^2 / 2", "[3x^2 y, 2x + y^8]", "|x| + ‖y‖", "d(x^2)/d(x) + sin^2 x",
)  # fmt: skip


def read(reader: Reader) -> Syntax:
    vocabulary = Vocabulary()
    return reader.read(arrange(scan(TEXT), TEXT, vocabulary), TEXT, vocabulary)


@pytest.mark.parametrize("damage", [b"", b"not a cache\n\x00\xff", b"\x80\x04garbage" * 100])
def test_a_damaged_cache_is_replaced(tmp_path: Path, damage: bytes) -> None:
    cache = tmp_path / "grammar.cache"
    expected = repr(read(Reader(cache)))
    sound = cache.read_bytes()
    for damaged in (damage, sound[:30] + damage, bytes([*sound[:500], sound[500] ^ 1, *sound[501:]])):
        cache.write_bytes(damaged)
        assert repr(read(Reader(cache))) == expected
        assert cache.read_bytes() != damaged


def test_tables_of_another_grammar_are_built_anew(tmp_path: Path) -> None:
    cache = tmp_path / "grammar.cache"
    tables_of('start: A B\nA: "a"\nB: "b"', cache)
    assert read(Reader(cache)).kind == "apply"


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


def test_tables_that_are_kept_need_no_lark(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from explainer.language.text.reader import Reader;"
        f"Reader(Path({str(tmp_path / 'grammar.cache')!r})); print('lark' in sys.modules)"
    )
    said = [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout for _ in range(2)]
    assert [words.strip() for words in said] == ["True", "False"]


class _Lisp(dict[str, Any]):
    """A builder that writes down what it is called with; it has a method for every name."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda parts: (name, *(part.type if isinstance(part, Token) else part for part in parts))


def _outcome(read: Callable[[], Any]) -> Any:
    """What a reader makes of a text; where it stops, the token and the kinds that it expects."""
    from lark.exceptions import UnexpectedToken

    try:
        return read()
    except UnexpectedError as problem:
        return problem.token, problem.expected
    except UnexpectedToken as problem:
        return problem.token, set(problem.expected)


def test_the_tables_are_run_as_lark_runs_them() -> None:
    """Whole texts, all their beginnings, and each with one token left out: the same calls, the same refusals."""
    from lark import Lark

    from explainer.lessons import all_problems

    grammar = (Path(reader_module.__file__).with_name("grammar.lark")).read_text(encoding="utf-8")
    lark = Lark(grammar, parser="lalr", lexer="basic", maybe_placeholders=False, transformer=_Lisp())
    ours = Run(tables_of(grammar, None), _Lisp())

    def read_by_lark(tokens: list[Token]) -> Any:
        run = lark.parse_interactive("")
        return [run.feed_token(token) for token in tokens][-1]  # type: ignore[arg-type]

    refused = 0
    for text in (*TEXTS, *(problem.text for problem in all_problems()[:30])):
        vocabulary = Vocabulary()
        whole = arrange(scan(text), text, vocabulary)
        for tokens in (whole, *(whole[:k] for k in range(len(whole))), *(whole[:k] + whole[k + 1 :] for k in range(9))):
            end = tokens[-1].end if tokens else 0
            fed = [*tokens, Token("$END", "", end, end)]
            wanted = _outcome(lambda fed=fed: read_by_lark(fed))  # type: ignore[misc]
            assert _outcome(lambda fed=fed: ours.read(fed)) == wanted, text  # type: ignore[misc]
            refused += isinstance(wanted[1], set)
    assert refused > 200


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
