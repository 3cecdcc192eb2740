"""What was said to hold of the variables, such as sum(y) = 1, put in where it makes a result shorter."""

from __future__ import annotations

from explainer.expr.node import Node, each_part
from explainer.expr.nodes import Cases, Comparison
from explainer.rules.build import join_brackets
from explainer.rules.rule import Rewrite, fill, rule

FAMILY = "Declared"


@rule(
    title="Use what is given",
    statement="cases(f if f = 1, 0 otherwise) = cases(1 if f = 1, 0 otherwise)",
    condition="the equation was given with the function, or is the condition of the case",
    words="Where {fact} holds, {value} stands for {part}.",
    shapes={"y": "n"},
    source="the meaning of an equation",
    examples=[
        "cases(sum(y) z if sum(y) = 1, 0 otherwise) where y: n, z: scalar",
        "cases(x + sum(y) if sum(y) = 1, x otherwise) where x: scalar, y: n",
    ],
    leaves_alone=["cases(sum(y) z if sum(y) > 1, 0 otherwise) where y: n, z: scalar", "sum(y) where y: n"],
    phase="tidy",
)
def use_what_is_given(node: Cases) -> Rewrite | None:
    """Of two equal sides the shorter one may stand for the other. Entries of a one-hot vector, and of any vector of
    probabilities, add up to 1.
    """
    for k, fact in enumerate(node.conditions):
        if not isinstance(fact, Comparison) or fact.relation != "=" or fact.right.children:
            continue
        if any(part is fact.left for part in each_part(node.values[k])):
            values = (*node.values[:k], using(node.values[k], fact).after, *node.values[k + 1 :])
            return Rewrite(Cases(values, node.conditions), _bindings(fact))
    return None


def using(node: Node, fact: Comparison) -> Rewrite:
    """An expression with the right side of an equation for the left one, wherever that stands."""
    bindings = _bindings(fact)
    words = fill("It is given that {fact}: {value} stands for {part}.", bindings)
    given = f"{fact.left.text()} = {fact.right.text()}"  # the card shows what was given, not what it means in general
    return Rewrite(join_brackets(node, {fact.left: fact.right}), bindings, words, (fact,), given)


def _bindings(fact: Comparison) -> dict[str, Node]:
    return {"fact": fact, "part": fact.left, "value": fact.right}
