"""A headless Chromium for the tests of web pages, spoken to through the addresses and output it has itself."""

from __future__ import annotations

import html
import shutil
import subprocess
from pathlib import Path

import pytest

PROGRAM = shutil.which("chromium") or shutil.which("google-chrome")


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the browser without a window; skipped where there is none."""
    if PROGRAM is None:
        pytest.skip("there is no Chromium here; on Debian: apt install chromium")
    return subprocess.run(
        [
            PROGRAM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
            f"--user-data-dir={folder / 'profile'}", *arguments,
        ],
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )  # fmt: skip


def picture_of(page: Path, folder: Path) -> Path:
    """A picture of the upper part of a page, as PNG."""
    file = folder / f"{page.stem}.png"
    done = _run(folder, "--window-size=600,400", "--hide-scrollbars", f"--screenshot={file}", page.as_uri())
    assert file.exists(), done.stderr
    return file


def page_later(page: Path, script: str, folder: Path, library: str = "") -> str:
    """What a script gives as text that may wait; it runs when the page is loaded, after the text of a library."""
    probe = f"<script>{library}</script><script>addEventListener('load', async () => {{ let found;\n"
    probe += f"try {{ found = await (async () => {{ {script} }})(); }} catch (error) {{ found = String(error); }}\n"
    probe += "const out = document.createElement('pre'); out.id = 'probe'; out.textContent = found;"
    probe += "document.body.append(out); });</script></body>"
    changed = folder / "probed.html"
    changed.write_text(page.read_text("utf-8").replace("</body>", probe), "utf-8")
    done = _run(folder, "--hide-scrollbars", "--virtual-time-budget=60000", "--dump-dom", changed.as_uri())
    _, found, rest = done.stdout.partition('<pre id="probe"')
    assert found, done.stderr
    return html.unescape(rest.partition(">")[2].partition("</pre>")[0])


def in_a_frame(page: Path, width: int, folder: Path) -> Path:
    """A page that shows another one in a frame as wide as a small screen."""
    framed = folder / "framed.html"
    inner = html.escape(page.read_text("utf-8"), quote=True)
    framed.write_text(
        f'<!DOCTYPE html><html lang="en"><title>A small screen</title><body style="margin: 0">'
        f'<iframe title="page" width="{width}" height="740" style="border: 0" srcdoc="{inner}"></iframe></body></html>',
        "utf-8",
    )
    return framed


def page_after(page: Path, script: str, folder: Path) -> str:
    """What a script gives as text when it has run at the end of a page; skipped where there is no browser."""
    probe = "<script>const out = document.createElement('pre'); out.id = 'probe';\n"
    probe += f"out.textContent = (() => {{ {script} }})(); document.body.append(out);</script></body>"
    changed = folder / "probed.html"
    changed.write_text(page.read_text("utf-8").replace("</body>", probe), "utf-8")
    done = _run(folder, "--dump-dom", changed.as_uri())
    _, found, rest = done.stdout.partition('<pre id="probe"')
    assert found, done.stderr
    return html.unescape(rest.partition(">")[2].partition("</pre>")[0])
