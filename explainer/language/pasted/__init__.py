"""What people paste from elsewhere, LaTeX and the code of NumPy or PyTorch, turned into the input language.

`translate` is the way in. To add a source: how it is recognised and what translates it, in a row of `SOURCES`.
A text that is already in the input language is none of these and stays as it is.
"""

from __future__ import annotations

from explainer.language.pasted.result import Pasted
from explainer.language.pasted.sources import SOURCES, Source, read_as_typed, source_of, sources_of, translate

__all__ = ["SOURCES", "Pasted", "Source", "read_as_typed", "source_of", "sources_of", "translate"]
