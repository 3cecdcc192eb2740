"""Set-up for all tests: Qt draws offscreen, caches and settings go to a folder that is thrown away."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = os.environ.get("EXPLAINER_TEST_PLATFORM", "offscreen")
