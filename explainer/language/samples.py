"""x beside its samples, as in exp(−‖x − x_i‖²): x_i is no entry of x there, but data of the same kind."""

from __future__ import annotations

from explainer.expr.letters import fresh
from explainer.language.text.syntax import Syntax
from explainer.language.text.vocabulary import Vocabulary
from explainer.phrases import phrase

_OF_VECTORS = frozenset({"norm", "norm_p", "dot", "inner", "transpose"})


def apart_from_samples(tree: Syntax, vocabulary: Vocabulary) -> None:
    """Give the samples a letter of their own where x − x_i stands: a vector less one of its entries is not meant."""
    nodes: list[tuple[Syntax, bool]] = [(tree, False)]
    entries: list[Syntax] = []
    beside: dict[str, bool] = {}
    while nodes:
        node, measured = nodes.pop()
        nodes.extend((part, node.kind in _OF_VECTORS or (measured and node.kind == "addition")) for part in node.parts)
        if node.kind == "name" and _is_sample(node, vocabulary):
            entries.append(node)
        if node.kind != "addition":
            continue
        terms = [part.parts[0] if part.kind == "negate" else part for part in node.parts]
        whole = {term.value[0] for term in terms if term.kind == "name" and not term.value[1]}
        for term in terms:
            if (
                term.kind == "name"
                and term.value[0] in whole - set(vocabulary.declared)
                and _is_sample(term, vocabulary)
            ):
                beside[term.value[0]] = beside.get(term.value[0], False) or measured or term.value[0] in vocabulary.bold
    taken = {part.value[0] for part in _names(tree)}
    for name, of_vectors in beside.items():
        capital = name.upper()
        letter = capital if of_vectors and len(name) == 1 and capital not in taken else fresh(taken, "dcsuv")
        taken.add(letter)
        for entry in entries:
            if entry.value[0] == name:
                entry.value = (letter, entry.value[1])
        if capital != letter:
            vocabulary.note(
                phrase("{0} is data beside {1}, and is written {2} here.", f"{name}_i", name, f"{letter}_i")
            )


def _is_sample(node: Syntax, vocabulary: Vocabulary) -> bool:
    subscripts = node.value[1]
    return len(subscripts) == 1 and len(subscripts[0]) == 1 and subscripts[0][0] in vocabulary.indices


def _names(tree: Syntax) -> list[Syntax]:
    stack, found = [tree], []
    while stack:
        node = stack.pop()
        stack.extend(node.parts)
        if node.kind == "name":
            found.append(node)
    return found
