"""A derivation as JSON: what `Trace.to_dict()` holds, readable and in UTF-8."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explainer.engine import Trace


def json_text(trace: Trace) -> str:
    """The JSON of a trace; `Trace.from_dict(json.loads(...))` reads it back."""
    return json.dumps(trace.to_dict(), ensure_ascii=False, indent=2) + "\n"
