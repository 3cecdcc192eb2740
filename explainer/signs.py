"""Which signs stand for the element-wise and the Kronecker product where formulas are shown: the paper's, or the usual.

The language itself keeps the paper's: what is typed or shown in a window with the other signs is turned into them, sign
by sign, so that places in a text stay where they are. A field that shows a text needs no more than this, so it lies
below everything that knows what a formula is.
"""

from __future__ import annotations

from typing import Final

PAPER, USUAL = "paper", "usual"
SIGNS: Final = {PAPER: "⊗⊠", USUAL: "⊙⊗"}
"""The element-wise and the Kronecker product in each set."""
SETS: Final = tuple(SIGNS)
"""The names of the sets of signs."""
_TO_USUAL: Final = str.maketrans({"⊗": "⊙", "⊠": "⊗"})
_TO_PAPER: Final = str.maketrans({"⊙": "⊗", "⊗": "⊠"})
_chosen = [PAPER]
"""The set in use, the same for all that is shown."""


def chosen_signs() -> str:
    """The set in use."""
    return _chosen[0]


def choose_signs(name: str) -> None:
    """Show formulas with a set of signs from now on; one that there is not leaves the paper's."""
    _chosen[0] = name if name in SIGNS else PAPER


def shown_text(source: str) -> str:
    """A text of the language with the signs in use."""
    return source.translate(_TO_USUAL) if _chosen[0] == USUAL else source


def source_text(shown: str) -> str:
    """A text that was typed with the signs in use, as a text of the language."""
    return shown.translate(_TO_PAPER) if _chosen[0] == USUAL else shown
