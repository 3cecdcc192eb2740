"""Export: derivations as pictures and as text. Start reading at `pictures.render`.

To add a picture format: a function like `svg` in explainer.typeset and a row in `pictures.FORMATS`. To add a written
format: a module, and a row in `text_formats`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from explainer.export.pictures import render


def __getattr__(name: str) -> Any:
    if name != "render":
        raise AttributeError(f"module explainer.export has no attribute {name}")
    from explainer.export.pictures import render  # the sentences of `wording` are wanted without the pictures

    return render


__all__ = ["render"]
