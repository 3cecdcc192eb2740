"""What stands left of “=”: the name of a result, as in y = x^2, KE = m v^2/2, ln L(λ) = …, or a side of an equation."""

from __future__ import annotations

from explainer.language.neighbours import NEW, OLD
from explainer.language.text.syntax import Syntax, bottom_up


def name_of_result(left: Syntax, right: Syntax, text: str) -> str | None:
    """What the left side calls the right one; None where both are sides of an equation."""
    shown = text[left.start : left.end]
    if _is_definition(left) or (_is_likelihood(left, text) and not _occurs(_first_name(left), right)):
        return shown
    if _is_joined_name(left, text):
        # ax = b, mv = p and xy = x + y are equations between products; of J(w) = w^2 only J names anything
        called = _is_called(left, text)
        letters = left.parts[:1] if called else left.parts
        alone = right.kind in {"name", "number"} and not called
        return None if alone or any(_occurs(letter.value[0], right) for letter in letters) else shown
    if left.kind == "name":
        again = _occurs(left.value[0], right, left.value[1]) and not is_update(left, right)
        return None if again else str(left.value[0])
    if left.kind == "abstract" and all(part.kind == "name" for part in left.parts):
        return None if _occurs(left.value, right) else str(left.value)
    return None


def is_update(left: Syntax, right: Syntax) -> bool:
    """v = β v + (1 − β) g and w = w − η g: a step, in which the name on the right is the value before it.

    x = cos x and x = 2 x + 1 are equations for x.
    """
    if right.kind == "apply" and right.value.name in _ACTIVATIONS:
        right = right.parts[0]  # h = tanh(W h + U x)
    if left.kind != "name" or right.kind != "addition":
        return False
    terms = [part.parts[0] if part.kind == "negate" else part for part in right.parts]
    return any(_is_multiple(term, left) for term in terms) and any(_names_other(term, left) for term in terms)


def _is_multiple(term: Syntax, name: Syntax) -> bool:
    """Whether a term is the name, or the name behind factors of which one has a name."""
    if term.kind == "name":
        return bool(term.value == name.value)
    if term.kind != "multiply" or not all(sign in {"juxt", "*", "·"} for sign in term.value):
        return False
    last = term.parts[-1]
    return last.kind == "name" and last.value == name.value and any(map(_has_name, term.parts[:-1]))


def _names_other(term: Syntax, name: Syntax) -> bool:
    return _has_name(term) and not _is_multiple(term, name)


def _has_name(node: Syntax) -> bool:
    return any(part.kind == "name" for part in bottom_up(node))


_ACTIVATIONS = frozenset({"tanh", "sigmoid", "relu"})
_DEFINED = frozenset({"sigmoid", "softmax", "relu", "leaky_relu", "softplus", "silu", "gelu", "elu", "logit"})
"""Functions that people write the definition of; sin(x) = … is an equation."""


def _is_definition(left: Syntax) -> bool:
    """σ(z) = 1/(1 + e^(-z)) and softmax(z)_i = …: what a function of the language is."""
    if left.kind == "entry":
        left = left.parts[0]
    return left.kind == "apply" and left.value.name in _DEFINED and all(part.kind == "name" for part in left.parts)


def _is_likelihood(left: Syntax, text: str) -> bool:
    """log L = … and ln p(x) = …: the logarithm of what is named; ln x = … is an equation."""
    if left.kind != "apply" or left.value.name != "ln" or len(left.parts) != 1:
        return False
    named = left.parts[0]
    capital = named.kind == "name" and str(named.value[0]).isupper()
    return capital or _is_joined_name(named, text) or named.kind == "abstract"


def _first_name(tree: Syntax) -> str:
    while tree.parts and tree.kind not in {"name", "abstract"}:
        tree = tree.parts[0]
    return str(tree.value if tree.kind == "abstract" else tree.value[0])


_MARKED = ("tilde", "hat", "bar")
"""What stands over a letter makes it another name: h̃_t is not h_t."""


_STEPS = ((("t",),), (("k",),))
"""What stands below the name of what a step makes."""


def _occurs(name: str, tree: Syntax, numbers: tuple[tuple[str, ...], ...] = ()) -> bool:
    """Whether a name occurs; with another number below it is another name, as the h_0 of h = tanh(W x + U h_0)."""
    stack = [tree]
    while stack:
        node = stack.pop()
        stack.extend(node.parts)
        if node.kind == "abstract" and node.value == name:
            return True
        if node.kind == "name" and node.value[0] == name:
            below = node.value[1]
            letters = [part for index in below for part in index]
            if not below and numbers in _STEPS:
                continue  # h_t = … h …: the h of the step before
            step = {NEW, OLD, *_MARKED} & {*letters, *(part for index in numbers for part in index)}
            if not below or below == numbers or not (step or all(part.isdigit() for part in letters)):
                return True
    return False


def _is_joined_name(node: Syntax, text: str) -> bool:
    """Whether a product of letters on the left may be a name typed in one piece, such as KE or MSE.

    `A x = b` and `Ax = b` are equations; they name no result.
    """
    if node.kind != "multiply" or set(node.value) != {"juxt"} or any(part.kind != "name" for part in node.parts):
        return False
    word = text[node.start : node.end]
    return _is_called(node, text) or (word.isalpha() and (len(word) > 2 or word.isupper() or word.islower()))


def _is_called(node: Syntax, text: str) -> bool:
    """J(w) = …, where J w is read as a product."""
    return text[node.parts[0].end : node.end].lstrip().startswith("(")


def asks_for_a_letter(name: str, wrt: str | None, right: str) -> bool:
    """Whether the variable is a letter of what stands left of = and not of the right side: P, in PV = nRT."""
    letter = wrt is not None and len(wrt) == 1 and name.isalpha() and name != wrt and wrt in name
    return letter and str(wrt) not in right
