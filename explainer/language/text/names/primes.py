"""A prime that means another point, as in ‖x − x'‖, and no transpose: nothing can be read for it."""

from __future__ import annotations

from collections.abc import Container

from explainer.errors import ParseError
from explainer.language.text.syntax import Syntax
from explainer.phrases import phrase


def refuse_primed(tree: Syntax, text: str, declared: Container[str]) -> None:
    """Raise ParseError where a small letter is added to its own transpose: only a square matrix could be."""
    stack = [tree]
    while stack:
        node = stack.pop()
        stack.extend(node.parts)
        if node.kind != "addition":
            continue
        terms = [part.parts[0] if part.kind == "negate" else part for part in node.parts]
        plain = {term.value[0] for term in terms if term.kind == "name" and not term.value[1]}
        for term in terms:
            inner = term.parts[0] if term.kind == "transpose" else term
            name = inner.value[0] if inner.kind == "name" and not inner.value[1] else ""
            if term is not inner and name in plain and name not in declared and name[:1].islower():
                raise ParseError(
                    phrase("the prime of {0} transposes, and {0} itself stands beside it", name),
                    text=text,
                    position=term.start,
                    end=term.end,
                    hint=phrase("For another value write another letter, such as z, or {0}_2.", name),
                )
