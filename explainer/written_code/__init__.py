"""Derivatives as programs: files for NumPy, PyTorch or JAX that hold value, gradient as derived, and a check of it.

Start reading in `program.py`. To add a library: a row in `libraries.py`; to add a function: a row in `functions.py`,
where its definition in the operations table does not say it already.
"""

from __future__ import annotations

from explainer.written_code.program import code

__all__ = ["code"]
