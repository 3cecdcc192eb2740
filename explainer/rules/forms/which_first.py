"""Which of two expressions comes first where nothing else decides: by kind, then part by part, by the alphabet."""

from __future__ import annotations

from functools import cmp_to_key

from explainer.expr.node import Node
from explainer.expr.nodes import NODE_CLASSES, Apply, Identity, MatrixProduct, Transpose
from explainer.operations.matrix import LARGEST_POWER
from explainer.rules.build import matrix_factors
from explainer.rules.matching import is_call
from explainer.rules.vector.exponents import as_power

_CLASSES = {kind: place for place, kind in enumerate(NODE_CLASSES)}


def spelled_out(node: Node) -> Node:
    """X² b as X X b, so that the powers of matrices on either side do not decide before what stands between them."""
    if not isinstance(node, MatrixProduct | Apply | Transpose):
        return node
    found: list[Node] = []
    for factor in matrix_factors(node):
        base, times, turned = as_power(factor)
        plain = times.indices or not 1 < times.count <= LARGEST_POWER
        found += [factor] if plain else [Transpose(base) if turned else base] * times.count
    return MatrixProduct(tuple(found)) if len(found) > 1 else node


def _compare(one: Node, other: Node) -> int:
    """Which of two expressions comes first where nothing else decides: by kind, then part by part, by the alphabet."""
    while one is not other:
        if is_kronecker(one) and is_kronecker(other):
            return _compare_kronecker(one, other)
        one, other = spelled_out(one), spelled_out(other)
        if type(one) is not type(other):
            return _CLASSES[type(one)] - _CLASSES[type(other)]
        if len(one.children) != len(other.children):
            return len(one.children) - len(other.children)
        pair = next(((a, b) for a, b in zip(one.children, other.children, strict=True) if a is not b), None)
        if pair is None:
            left, right = one.text(), other.text()
            return (left > right) - (left < right)
        one, other = pair
    return 0


def is_kronecker(node: Node) -> bool:
    return is_call(node, "kron")


def _compare_kronecker(one: Node, other: Node) -> int:
    """A ⊠ B before B ⊠ A, and (X²)′ ⊠ I before X′ ⊠ X before I ⊠ X²: an identity is a product of no factors."""
    for left, right in zip(one.children, other.children, strict=True):
        before, behind = _factors(left), _factors(right)
        pair = next(((a, b) for a, b in zip(before, behind, strict=False) if a is not b), None)
        if pair is not None:
            return _compare(*pair)
        if len(before) != len(behind):
            return len(behind) - len(before)
    return 0


def _factors(node: Node) -> tuple[Node, ...]:
    return () if isinstance(node, Identity) else matrix_factors(spelled_out(node))


def length(node: Node) -> int:
    """How long a term counts as: powers by their factors, and a Kronecker product by the factors on both sides."""
    if is_kronecker(node):
        return 1 + sum(len(_factors(part)) for part in node.children)
    return spelled_out(node).part_count


IN_ORDER = cmp_to_key(_compare)
"""The key that sorts expressions in this order."""
