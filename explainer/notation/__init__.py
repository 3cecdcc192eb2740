"""HOW an expression is written: one notation tree, and small printers of it that therefore can't disagree.

Start reading at `tree.py` (what the tree is made of), then `compose.py` (expression → tree). The faces are
`to_latex`, `to_mathml`, `to_omml`, `to_speech`, `to_typst`, `to_unicode`, each loaded when it is first used, and the
pictures of `explainer.typeset`.
To add a face: one module with a function for each class of the tree, its function here and one line in FACES.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from explainer.errors import ExplainerError
from explainer.expr.node import Node
from explainer.notation import arithmetic, arrays, atoms, calculus
from explainer.notation.calculus import relation_line
from explainer.notation.compose import write_notation
from explainer.notation.tree import Notation

WRITERS = (atoms, arithmetic, arrays, calculus)
"""The modules that say how the kinds of nodes are written."""


def latex(notation: Notation) -> str:
    """The formula as LaTeX for math mode with amsmath."""
    from explainer.notation.to_latex import latex

    return latex(notation)


def mathml(notation: Notation) -> str:
    """The formula as one `<math>` element of MathML Core."""
    from explainer.notation.to_mathml import mathml

    return mathml(notation)


def speech(notation: Notation) -> str:
    """The formula in words, as it is read aloud."""
    from explainer.notation.to_speech import speech

    return speech(notation)


def unicode(notation: Notation) -> str:
    """The formula as one line of Unicode text."""
    from explainer.notation.to_unicode import unicode

    return unicode(notation)


def omml(notation: Notation) -> str:
    """The formula as one `m:oMath` element of Office Math."""
    from explainer.notation.to_omml import omml

    return omml(notation)


def typst(notation: Notation) -> str:
    """The formula as Typst's source for math."""
    from explainer.notation.to_typst import typst

    return typst(notation)


FACES: Mapping[str, Callable[[Notation], str]] = MappingProxyType(
    {"latex": latex, "mathml": mathml, "omml": omml, "speech": speech, "typst": typst, "unicode": unicode}
)
"""The printers by the names of their faces."""


def write(node: Node, face: str) -> str:
    """The expression in one face: latex, mathml, omml, speech, typst or unicode.

    Raises ExplainerError for a face that does not exist, with the names of those that do.
    """
    printer = FACES.get(face)
    if printer is None:
        raise ExplainerError(f"there is no notation called “{face}”", hint=f"Choose one of {', '.join(FACES)}.")
    return printer(write_notation(node))


__all__ = [
    "FACES",
    "WRITERS",
    "latex",
    "mathml",
    "omml",
    "relation_line",
    "speech",
    "typst",
    "unicode",
    "write",
    "write_notation",
]
