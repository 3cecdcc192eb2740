"""No control character from a file, an argument or the environment reaches the terminal."""

from __future__ import annotations

import io
import sys
import unicodedata

import pytest

from explainer.cli import terminal
from explainer.cli.main import main
from explainer.export.breaking import wrapped
from tests.cases import in_groups

OBEYED = [chr(code) for code in range(0x3000) if unicodedata.category(chr(code)) in {"Cc", "Zl", "Zp"}]
TURNING = ["\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069", "\u200e", "\u200f"]


@in_groups("character", [*OBEYED, *TURNING], ids=lambda character: f"{ord(character):04x}")
def test_what_a_terminal_obeys_is_shown_as_a_sign(character: str) -> None:
    shown = terminal.harmless(f"a{character}b")
    assert shown == (f"a{character}b" if character in "\n\t" else "a\N{REPLACEMENT CHARACTER}b")


def test_formulas_stay_as_they_are() -> None:
    text = "∂(w · x)/∂w = xᵀ, x̂₁ ⊗ 1⃗ ≤ ‖x‖² … “é” 😀\n\tδᵢⱼ"
    assert terminal.harmless(text) == text


def test_every_way_to_a_stream_is_harmless(monkeypatch: pytest.MonkeyPatch) -> None:
    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    out, err = Screen(), Screen()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    for write in (terminal.say, terminal.complain):
        write("a\x1b[2J\x07\x9b31mb")
    terminal.tell_progress("a\x1b]0;title\x07\nb")
    told = out.getvalue() + err.getvalue().replace("\r\x1b[K", "")
    assert not set(told) & (set(OBEYED) - {"\n", "\t"})
    assert told.count("a") >= 3


def test_a_very_long_line_of_a_message_is_cut_in_the_middle(capsys: pytest.CaptureFixture[str]) -> None:
    terminal.complain("x" * 10_000 + "end\nshort")
    told = capsys.readouterr().err
    assert len(told) < 500
    assert "xxx … xxx" in told
    assert told.endswith("end\nshort\n")


def test_the_environment_is_harmless_too(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from explainer.__main__ import open_window

    monkeypatch.setenv("QT_QPA_PLATFORM", "zz\x1b[2J")
    if not sys.platform.startswith("linux"):
        pytest.skip("the platform is looked at on Linux only")
    assert open_window() == 2
    told = capsys.readouterr().err
    assert "zz" in told
    assert "\x1b" not in told


@pytest.mark.parametrize("columns", [50, 72])
@pytest.mark.parametrize(
    "arguments",
    [
        ("derive", "x^2 sin(x) + exp(3x) cos(x^2)", "--wrt", "x"),
        ("derive", "sum(i=1..N, (y_i - max(0, w · x_i + b))^2)", "--wrt", "w"),
        ("compare", "x^2 sin(x) exp(x) + cos(x)", "--wrt", "x"),
        ("lessons",), ("lessons", "loss"), ("lessons", "K1"), ("rules",), ("rules", "chain-total"), ("functions",),
        ("figures",), ("practice", "--list"),
    ],
)  # fmt: skip
def test_no_line_is_wider_than_the_terminal(arguments, columns, monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", str(columns))
    assert main(arguments, lambda *given, **named: 0) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) > 3
    assert [line for line in lines if len(line) > columns] == []


def test_a_broken_formula_holds_what_the_whole_one_did():
    text = "x² d/dx(sin(x)) + sin(x) d/dx(x²) + e^(3x) (−sin(x²)) d/dx(x²) + cos(x²) e^(3x) d/dx(3x)"
    for room in (24, 40, 60, 100):
        lines = wrapped(text, room)
        assert all(len(line) <= room for line in lines)
        assert " ".join(line.strip() for line in lines) == text
