"""A prime that means another value, as in ‖x − x'‖, x'^2 and y' + 2y, and no transpose: it belongs to the name."""

from __future__ import annotations

from explainer.language.text.syntax import Syntax, bottom_up
from explainer.language.text.vocabulary import Vocabulary
from explainer.phrases import phrase

_MARKS = ("", "prime", "prime2")
"""What stands below the name of another value with no prime, one and two."""


def primed_apart(tree: Syntax, vocabulary: Vocabulary) -> None:
    """Give x' a name of its own where no transpose can be meant.

    So it is in x − x', as a vector less its own row is not meant, only a square matrix may be added to its transpose;
    in y' + 2 y; in x'^2, as no row is raised to a power; and in x'', as nobody transposes twice.
    """
    nodes = list(bottom_up(tree))
    for name in dict.fromkeys(name for node in nodes for name in _no_transposes(node)):
        if name in vocabulary.declared or not name[:1].islower():
            continue
        vocabulary.note(phrase("{0}' is read as another value, {0}_prime; {0}ᵀ is the transpose.", name))
        for node in reversed(nodes):  # the whole of x'' before the x' in it
            _rename(node, name)


def _no_transposes(node: Syntax) -> list[str]:
    """The names with a prime in this node that can't be transposed."""
    if node.kind == "addition":
        return _beside_its_prime(node)
    raised = node.kind == "power" and node.parts[1].kind == "number"
    if (raised and _primes(node.parts[0])) or _primes(node) > 1:
        return [_without_primes(node.parts[0]).value[0]]
    return []


def _beside_its_prime(node: Syntax) -> list[str]:
    """The names that are added to what looks like their own transpose, or to a multiple of it."""
    terms = [part.parts[0] if part.kind == "negate" else part for part in node.parts]
    plain = {name for term in terms for name in _factors(term)}
    alone = [factors[-1] for term in terms if (factors := _without_numbers(term)) and len(factors) == 1]
    return [name for factor in alone if _primes(factor) and (name := _without_primes(factor).value[0]) in plain]


def _factors(term: Syntax) -> list[str]:
    """The names that a term is a product of; none where anything else than names and numbers is in it."""
    factors = _without_numbers(term)
    names = [factor.value[0] for factor in factors if factor.kind == "name" and not factor.value[1]]
    return names if len(names) == len(factors) else []


def _without_numbers(term: Syntax) -> list[Syntax]:
    """The factors of a term but for its numbers."""
    factors = term.parts if term.kind == "multiply" and set(term.value) <= {"juxt", "*"} else (term,)
    return [factor for factor in factors if factor.kind != "number"]


def _primes(node: Syntax) -> int:
    """How many primes stand behind a name; 0 behind anything else."""
    count = 0
    while node.kind == "transpose":
        node, count = node.parts[0], count + 1
    return count if node.kind == "name" and not node.value[1] and count < len(_MARKS) else 0


def _without_primes(node: Syntax) -> Syntax:
    while node.kind == "transpose":
        node = node.parts[0]
    return node


def _rename(node: Syntax, name: str) -> None:
    """Make a name of its own of a name with primes."""
    count = _primes(node)
    if count and _without_primes(node).value[0] == name:
        node.kind, node.parts, node.value = "name", (), (name, ((_MARKS[count],),))
