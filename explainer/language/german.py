"""The words that Germans put around a function: Leite f(x) = x² nach x ab. Wie lautet der Gradient von …?

Patterns only; `prose` takes the words off as it does with those of English questions.
"""

from __future__ import annotations

import re

from explainer.language.late_patterns import LatePattern

_WHAT = (
    r"(?:(?:den|die|das|der|eine?n?)\s+)?(?:(?:erste|partielle|totale|gesuchte)n?\s+)*"
    r"(?:Ableitung(?:en)?|Gradient(?:en)?|Jacobi-?Matrix|Funktionalmatrix|Steigung|Differential)"
)
_VERB = (
    r"(?:berechnen?|bestimmen?|bilden?|ermitteln?|ermittle|finden?|suchen?|gesucht|was|wie|wir|ich|sie|man|lautet|ist|sind|sei"
    r"|bitte|kann|soll|k[öo]nnen|suche)"
)
REQUEST = (
    r"(?:sei|es\s+sei|gegeben(?:\s+(?:sei|ist))?|betrachte(?:n\s+wir)?)(?:\s+(?:die|der)\s+[A-Z]\w*(?:funktion|verlust|druck))?"
    r"|(?:die\s+)?(?:Funktion|Verlustfunktion|Kostenfunktion)(?:\s+[a-z]\s+mit)?"
)
"""What stands in front of a function that is only told of."""
ASKED = (
    rf"(?:{_VERB}\s+)*{_WHAT}(?:\s+nach\s+(?P<zuerst>NAME))?(?:\s+(?:von|der|des|zu|f[üu]r)\s+|\s*:\s*)"
    r"(?:(?:der\s+|die\s+)?(?:Funktion|Verlustfunktion|Kostenfunktion|Ausdrucks)\s+(?:[a-z]\s+mit\s+)?)?"
    r"|(?:wie\s+)?(?:leiten?|leitet|differenzieren?|differenziert)\s+(?:(?:ich|man|wir|sie)\s+)?(?:die\s+Funktion\s+)?"
)
"""What asks for a derivative in front of the function; NAME is put in where a name is meant."""
VARIABLE = r"nach|bez[üu]glich|bzgl\.?|in\s+Bezug\s+auf"
"""What stands in front of the variable."""
BEHIND = r"berechnen?|bestimmen?|ermitteln?|ermittle|bilden?|gesucht(?:\s+(?:ist|sei))?|wie\s+lautet|was\s+ist|leiten?"
"""What begins a question behind the function."""
TAKEN_APART = LatePattern(r"leite", re.IGNORECASE)
"""The verb whose other half, ab, stands at the end."""
APART = LatePattern(r"\s+ab\s*$")
