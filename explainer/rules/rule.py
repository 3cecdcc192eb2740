"""What a rule is: one declaration from which its step, card, tests and reference page follow.

    @rule(
        title="Product rule",
        statement="d(f g)/dx = f d(g)/dx + g d(f)/dx",
        condition="f and g both depend on x",
        words="Both {f} and {g} depend on {x}: …",
        source="Parr and Howard, section 2",
        examples=["d(x^2 x)/dx"],
        leaves_alone=["d(3 x)/dx"],
    )
    def product(node: Derivative): '''What the learner reads about the rule in general.'''

The function takes the node at hand and returns a Rewrite, or None where the rule does not apply. Its name, with
hyphens, is the rule's id; its signature is the pattern that it matches: the kinds of node that it is about and, in
further parameters, those of parts of the node, by the names they have there. On others it is never called:

    def power(node: Derivative, body: Power):

One that is about calls of certain functions names them, `functions=("tr",)`; the part `argument` is what they are of.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from inspect import cleandoc
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

from explainer.budget import ACTIVE
from explainer.errors import LimitError
from explainer.expr.node import Node, Path
from explainer.expr.nodes import IndexedSum, Negate, Number, Sum, Zeros
from explainer.phrases import phrase, sentence
from explainer.rules.build import filled
from explainer.rules.matching import is_call

Words: TypeAlias = tuple[str | Node, ...]
"""A sentence with formulas in it: texts and expressions in the order of reading."""


class Rewrite(NamedTuple):
    """What a rule makes of a node: its replacement, what the letters of the statement are here, what is assumed.

    `words` and `statement` replace the rule's own where the case at hand says more than the rule in general.
    """

    after: Node
    bindings: Mapping[str, Node] = {}
    words: Words = ()
    conditions: tuple[Node, ...] = ()
    statement: str = ""
    dropped: tuple[Path, ...] = ()
    """The paths, from the node, of parts that fall away without a trace: struck through in the line before."""


class RuleId(str):
    """The id of a rule, a text such as `product`, that also leads to the rule it names."""

    __slots__ = ()

    @property
    def id(self) -> str:
        return str(self)

    @property
    def rule(self) -> Rule | None:
        """The declaration; None for an id of another version of the program."""
        return _RULES.get(str(self))


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A rule as it was declared; `explanation` is what a learner reads, in general terms.

    `shapes` are those of the letters in the statement that are not scalars. A rule that `is_wrong` is a tempting
    mistake: it is shown where learners make it, and refuted by numbers; no line ever follows from it. `measure` names
    what each use makes smaller, so that none can go on for ever; empty for the usual one, see measures.py.

    Where no formula says a rule in general, its statement is one instance of it, and called so: `by_example`.
    """

    id: str
    title: str
    statement: str
    condition: str
    explanation: str
    words: str
    source: str
    examples: tuple[str, ...]
    leaves_alone: tuple[str, ...]
    shapes: Mapping[str, str]
    is_wrong: bool
    by_example: bool
    family: str
    measure: str
    phase: str
    kinds: tuple[type[Node], ...]
    """The kinds of node that the rule is about."""
    parts: tuple[tuple[str, tuple[type[Node], ...]], ...]
    """The parts of the node that are of certain kinds too, by their names; the function is given them."""
    functions: tuple[str, ...]
    """Of a rule about calls the functions that it is about, by their names; empty for every one."""
    function: Callable[..., Rewrite | None]

    def __call__(self, node: Node) -> Rewrite | None:
        """Apply the rule to a node; None where it does not apply.

        Raises LimitError when the budget is used up, and when the rule gives back what it was given: that is a fault of
        the rule, and whoever applies rules until none does would go on for ever.
        """
        budget = ACTIVE.get()
        if budget is not None:
            budget.work += 1
            if budget.work >= budget.look_at:
                budget.look()
        rewrite = self._rewrite(node) if isinstance(node, self.kinds) else None
        if rewrite is None:
            return None
        if rewrite.after.shape.is_scalar and any(size != 1 for size in node.shape.sizes):
            # What made a vector of it fell away, as the other argument of max(0, v − v) or another case.
            rewrite = rewrite._replace(after=filled(rewrite.after, node.shape))
        if gives_back(node, rewrite.after):
            raise LimitError(phrase("the rule “{0}” changes nothing here and would go on for ever", phrase(self.title)))
        return rewrite

    def applies_to(self, node: Node) -> bool:
        """Whether there is something for the rule to do, without charging the budget and without looking at what."""
        return isinstance(node, self.kinds) and self._rewrite(node) is not None

    def _rewrite(self, node: Node) -> Rewrite | None:
        """What the function makes of a node of its kinds, if function and parts are those that it is about too."""
        if self.functions and not is_call(node, *self.functions):
            return None
        if not self.parts:
            return self.function(node)
        given: list[Node] = []
        for name, kinds in self.parts:
            part = getattr(node, name)
            if not isinstance(part, kinds):
                return None
            given.append(part)
        return self.function(node, *given)

    def __repr__(self) -> str:
        return f"<rule {self.id}>"

    def words_for(self, rewrite: Rewrite) -> Words:
        """The explanation of one use of the rule, naming the actual parts."""
        return rewrite.words or fill(self.words, rewrite.bindings)


def gives_back(node: Node, after: Node) -> bool:
    """Whether a rewrite is what it was made of, with nothing new but terms of zero."""
    if after is node:
        return True
    if not isinstance(after, Sum) or node not in after.terms:
        return False
    return all(term is node or _is_plain_zero(term) for term in after.terms)


def _is_plain_zero(term: Node) -> bool:
    match term:
        case Negate():
            return _is_plain_zero(term.operand)
        case IndexedSum():
            return _is_plain_zero(term.body)
        case Number():
            return term.value == 0
    return isinstance(term, Zeros)


_RULES: dict[str, Rule] = {}


def rule(
    *,
    title: str,
    statement: str,
    words: str,
    source: str,
    examples: Iterable[str],
    leaves_alone: Iterable[str] = (),
    condition: str = "",
    shapes: Mapping[str, str] = MappingProxyType({}),
    is_wrong: bool = False,
    by_example: bool = False,
    measure: str = "",
    phase: str = "differentiate",
    functions: tuple[str, ...] = (),
) -> Callable[[Callable[..., Rewrite | None]], Rule]:
    """Declare a rule; see the head of this module."""

    def declare(function: Callable[..., Rewrite | None]) -> Rule:
        identifier = function.__name__.strip("_").replace("_", "-")
        if identifier in _RULES:
            raise ValueError(f"two rules are called {identifier}")
        (_, kinds), *parts = _pattern_of(function)
        made = Rule(
            id=identifier,
            title=title,
            statement=statement,
            condition=condition,
            explanation=cleandoc(function.__doc__ or ""),
            words=words,
            source=source,
            examples=tuple(examples),
            leaves_alone=tuple(leaves_alone),
            shapes=shapes,
            is_wrong=is_wrong,
            by_example=by_example,
            family=function.__globals__.get("FAMILY", function.__module__.rpartition(".")[2]),
            measure=measure,
            phase=phase,
            kinds=kinds,
            parts=tuple(parts),
            functions=functions,
            function=function,
        )
        _RULES[identifier] = made
        return made

    return declare


@cache
def about(order: tuple[Rule, ...], kind: type[Node]) -> tuple[Rule, ...]:
    """Those of the rules that are about a kind of node, in their order: the others need not be tried on it."""
    return tuple(rule for rule in order if issubclass(kind, rule.kinds))


def _pattern_of(function: Callable[..., Rewrite | None]) -> list[tuple[str, tuple[type[Node], ...]]]:
    """The parameters with the kinds in the signature: texts there, so that nothing has to be evaluated."""
    parameters = [(name, kinds) for name, kinds in function.__annotations__.items() if name != "return"]
    known = function.__globals__
    return [(name, tuple(known[kind] for kind in str(kinds).split(" | "))) for name, kinds in parameters]


def registered_rules() -> tuple[Rule, ...]:
    """Every rule declared so far, in the order of declaration."""
    return tuple(_RULES.values())


def fill(template: str, parts: Mapping[str, Node] | Mapping[str, Node | str | int | Words]) -> Words:
    """Put expressions into a sentence: `{f} does not depend on {x}`.

    Raises KeyError when the sentence names a letter that is not bound, which is a mistake in a declaration.
    """
    return sentence(template, {**parts, **_in_brackets(template, parts)})


_AS_FACTORS = re.compile(r"(?<=\bminus )\{(\w+)\}|(?<=\btimes )\{(\w+)\}|\{(\w+)\}(?= times\b)")
"""The places of a sentence that read like those of a factor: minus x − y would be another difference."""


def _in_brackets(template: str, parts: Mapping[str, Any]) -> dict[str, Words]:
    """The sums and opposites among the parts that stand behind “minus” or beside “times”."""
    names = {name for groups in _AS_FACTORS.findall(template) for name in groups if name}
    return {name: ("(", parts[name], ")") for name in names if isinstance(parts.get(name), Sum | Negate)}


def listed(parts: Sequence[Node], most: int = 6) -> Words:
    """Expressions in a sentence: x, y and z; of many, the first ones and the last."""
    words: list[str | Node] = []
    shown = parts if len(parts) <= most else parts[:most]
    for k, part in enumerate(shown):
        if k:
            words.append(" and " if k == len(parts) - 1 else ", ")
        words.append(part)
    if len(shown) < len(parts):
        words.extend((", … and ", parts[-1]))
    return tuple(words)


def plain(words: Words) -> str:
    """A sentence as plain text, its formulas in the input language."""
    return "".join(part if isinstance(part, str) else part.text() for part in words)
