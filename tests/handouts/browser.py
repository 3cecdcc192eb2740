"""A headless Chromium for the tests of web pages, spoken to through the addresses and output it has itself."""

from __future__ import annotations

import html
import shutil
import subprocess
from pathlib import Path

import pytest

PROGRAM = shutil.which("chromium") or shutil.which("google-chrome")


def page_after(page: Path, script: str, folder: Path) -> str:
    """What a script gives as text when it has run at the end of a page; skipped where there is no browser."""
    if PROGRAM is None:
        pytest.skip("there is no Chromium here; on Debian: apt install chromium")
    probe = "<script>const out = document.createElement('pre'); out.id = 'probe';\n"
    probe += f"out.textContent = (() => {{ {script} }})(); document.body.append(out);</script></body>"
    changed = folder / "probed.html"
    changed.write_text(page.read_text("utf-8").replace("</body>", probe), "utf-8")
    done = subprocess.run(
        [
            PROGRAM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
            f"--user-data-dir={folder / 'profile'}", "--dump-dom", changed.as_uri(),
        ],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )  # fmt: skip
    _, found, rest = done.stdout.partition('<pre id="probe">')
    assert found, done.stderr
    return html.unescape(rest.partition("</pre>")[0])
