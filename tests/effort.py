"""How much work something is, as a multiple of a fixed computation on the same processor in the same run.

A hang is told from an answer without any seconds: a slow or busy machine takes longer for both.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

MOST = 250.0
"""More than this is too long to wait for; the longest texts that are accepted take up to two fifths of it."""


@cache
def _reference() -> float:
    """Processor seconds of the fixed computation, the best of three."""

    def once() -> float:
        began = time.process_time()
        sum(hash((k, str(k))) & 1 for k in range(60_000))
        return time.process_time() - began

    return min(once() for _ in range(3))


class Effort:
    """The multiple, once the work is done."""

    times: float = 0.0


@contextmanager
def effort() -> Iterator[Effort]:
    """Measure the work of the block; processor time, so that other processes do not count."""
    spent = Effort()
    reference = _reference()
    began = time.process_time()
    yield spent
    spent.times = (time.process_time() - began) / reference
