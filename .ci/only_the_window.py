"""Say which tests failed; exit with 0 if they are few and all of them of the window, else with 1.

python3 .ci/only_the_window.py .pytest_cache/v/cache/lastfailed
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

_FEW = 3
"""More at once are no accident of a busy machine."""

failed = list(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
print("failed:", *failed, sep="\n    ")
sys.exit(not (0 < len(failed) <= _FEW and all(name.startswith("tests/gui/") for name in failed)))
