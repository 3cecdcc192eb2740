"""Export: derivations as pictures and as text. Start reading at `pictures.render`.

To add a picture format: a function like `svg` in explainer.typeset and a row in `pictures.FORMATS`. To add a written
format: a module, and a row in `written`.
"""

from explainer.export.pictures import render

__all__ = ["render"]
