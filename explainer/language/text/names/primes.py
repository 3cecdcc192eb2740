"""A prime that means another point, as in ‖x − x'‖, and no transpose: it belongs to the name there."""

from __future__ import annotations

from explainer.language.text.syntax import Syntax, bottom_up
from explainer.language.text.vocabulary import Vocabulary
from explainer.phrases import phrase


def primed_apart(tree: Syntax, vocabulary: Vocabulary) -> None:
    """Give x' a name of its own where x − x' stands: a vector less its own row is not meant, only a square matrix may
    be added to its transpose.
    """
    nodes = list(bottom_up(tree))
    for name in dict.fromkeys(name for node in nodes for name in _beside_its_prime(node)):
        if name in vocabulary.declared or not name[:1].islower():
            continue
        vocabulary.note(phrase("{0}' beside {0} is read as another value, {0}_prime; {0}ᵀ is the transpose.", name))
        for node in nodes:
            node.parts = tuple(_as_name(part, name) for part in node.parts)


def _beside_its_prime(node: Syntax) -> list[str]:
    """The names that are added to what looks like their own transpose."""
    if node.kind != "addition":
        return []
    terms = [part.parts[0] if part.kind == "negate" else part for part in node.parts]
    plain = {term.value[0] for term in terms if term.kind == "name" and not term.value[1]}
    return [term.parts[0].value[0] for term in terms if _is_primed(term) and term.parts[0].value[0] in plain]


def _is_primed(node: Syntax) -> bool:
    return node.kind == "transpose" and node.parts[0].kind == "name" and not node.parts[0].value[1]


def _as_name(part: Syntax, name: str) -> Syntax:
    if not _is_primed(part) or part.parts[0].value[0] != name:
        return part
    return Syntax("name", part.start, part.end, (), (name, (("prime",),)))
