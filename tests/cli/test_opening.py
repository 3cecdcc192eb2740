"""Files named on the command line: read before the window opens, and refused with what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from explainer.cli.main import main

SAMPLE = Path(__file__).parent.parent / "session" / "kept" / "documents" / "version-2.derivation"


@pytest.mark.parametrize("arguments", [(str(SAMPLE),), ("open", str(SAMPLE))])
def test_a_saved_derivation_opens_the_window_on_it(arguments: tuple[str, ...]) -> None:
    opened: list[object] = []

    def window(*positional: object, file: str = "") -> int:
        opened.append((positional, file))
        return 0

    assert main(arguments, window) == 0
    assert opened == [((), str(SAMPLE))]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("cut.derivation", '{"kind": ', "cut.derivation is cut off"),
        ("mine.toml", 'id = "x"\ntitle = 3\n', "mine.toml, line 2, field “title”"),
        ("gone.derivation", None, "there is no file gone.derivation"),
    ],
)
def test_a_file_that_cannot_be_opened_is_said_and_no_window_opens(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: str | None, said: str
) -> None:
    if content is not None:
        (tmp_path / name).write_text(content, encoding="utf-8")
    assert main([str(tmp_path / name)], lambda *arguments, **options: pytest.fail("a window opened")) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
