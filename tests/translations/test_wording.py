"""The English of a textbook: what a learner reads is differentiated with respect to something, never by it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.sources import nodes_of
from tests.translations.texts import SOURCES, texts

README = SOURCES.parent / "README.md"
TAKEN = r"(?:[Dd]ifferentiat\w*|[Dd]erivatives?|Jacobians?|[Gg]radients?|[Pp]artials?|[Ss]lopes?|derive[sd]?)"
VARIABLE = (
    r"(?:\{\w+\}|[a-zA-Zα-ω](?:_\w+)?\b(?! (?:factor|row|column))|which|what|either\b|entry \w\b|`|"
    r"(?:it|its|one|several|each|the|a|an|another|all) ?(?:of )?(?:the |its )?(?:\w+ )?"
    r"(?:variables?|vectors?|scalars?|matri\w+|weights|bias|inputs?|first|second|entr\w+|numerator|denominator|name|it)\b)"
)
BY = (
    re.compile(rf"\b{TAKEN}\b(?:(?!multipl|divid|scale|found|times|replace)[^.;:,])*? by {VARIABLE}"),
    re.compile(
        r", by (?:(?:the|its) (?:first|second|weights|bias|inputs?|scalar|vector|matrix|variable)|\{)"
    ),  # the titles: "The loss, by the weights"
    re.compile(r"^By (?:the|\{|[a-z]\b)"),
    re.compile(r"\bto differentiate by\b|\bdifferentiated? by\b"),
)


def _by(text: str) -> bool:
    return any(pattern.search(text) for pattern in BY)


def _of_the_command_line() -> Iterator[str]:
    """The texts of the commands, which are English only."""
    for file in sorted((SOURCES / "cli").rglob("*.py")):
        yield from (
            node.value for node in nodes_of(file) if isinstance(node, ast.Constant) and isinstance(node.value, str)
        )


def test_nothing_is_differentiated_by_something() -> None:
    assert not [text for text in texts() if _by(text)]


def test_the_command_line_and_the_readme_differentiate_with_respect_to() -> None:
    told = list(_of_the_command_line())
    assert len(told) > 100
    assert not [text for text in (*told, *README.read_text("utf-8").splitlines()) if _by(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Differentiate {definition} by {u}",
        "The loss, by the weights",
        "By {z} it is different",
        "A derivative by {w} has {n} entries",
        "the Jacobian of {f} by {u} is {J}",
        "row i holds the partial derivative of entry i by entry j",
        "the derivative of {0} by {1} has no result",
        "choose the variable to differentiate by",
        "Differentiate by a matrix on its own.",
    ],
)
def test_by_is_found(text: str) -> None:
    assert _by(text)


@pytest.mark.parametrize(
    "text",
    [
        "minus {c} times the derivative of {g}, divided by the square of {g}.",
        "Jacobian, entry by entry",
        "Derivative by cases",
        "Multiplying entry by entry with v is multiplying by the matrix diag(v).",
        "names intermediate variables, differentiates each, multiplies by what follows",
    ],
)
def test_other_uses_of_by_are_left_alone(text: str) -> None:
    assert not _by(text)
