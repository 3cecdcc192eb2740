"""What a typed function can be differentiated by: the names that occur in it, and which of them is suggested."""

from __future__ import annotations

from explainer.language.likely_variable import likely_variable
from explainer.session.preview import Preview


def offered(preview: Preview) -> list[str]:
    """The variables that occur; of several scalars also the tuple of all."""
    scalars = [name for name in preview.names if preview.shapes[name].is_scalar]
    return [*preview.names, f"({', '.join(scalars)})"] if len(scalars) > 1 else list(preview.names)


def suggested(preview: Preview, wanted: str) -> str:
    """The variable that the text names, else the one that was wanted before, else the likeliest."""
    known = wanted in offered(preview) or _has(preview.text, wanted)
    return preview.wrt or (wanted if known else likely_variable(preview.names))


def _has(text: str, variable: str) -> bool:
    """Whether a text has a variable that is no name alone: the entry x_1 or the pair (x, y) of names that it has."""
    parts = [part.strip() for part in variable.strip("() ").split(",")]
    return len(variable) > 1 and all(part and part in text for part in parts)
