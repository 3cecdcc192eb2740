"""Every reason can be said in another language: no way through the engine may lose the templates of its sentences."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import explainer
from explainer.engine import METHODS
from explainer.engine.step import Step
from explainer.phrases import retold, spoken, translated
from explainer.rules import plain
from tests.cases import in_groups
from tests.some import some_pairs

TEXTS = Path(__file__).parents[2] / "resources" / "translations" / "explainer_de.ts"
FUNCTIONS = (
    ("sin(x^2) ln(x)", "x", {}),
    ("max(0, w · x + b)", "w", {}),
    ("logdet(S) + (x-m)' inv(S) (x-m)", "x", {}),
    ("logdet(S) + (x-m)' inv(S) (x-m)", "S", {}),
    ("softmax(W x + b)", "x", {}),
    ("L where z = W x + b, p = softmax(z), L = -(y · log(p))", "W", {}),
    ("norm(X w - y)^2/n + lam norm(w)^2", "w", {}),
    ("tr(A X' B X)", "X", {}),
    ("tr(A S)", "S", {"S": "symmetric n x n"}),
    ("logdet(D)", "D", {"D": "diagonal n x n"}),
    ("sum(exp(-y ⊗ (X w)))", "w", {}),
    ("cases(x^2 if x < 0, x otherwise)", "x", {}),
    ("sum(i=1..n, x_i y_i)/sum(i=1..n, x_i)", "x", {}),
    ("(x - mean(x))/sqrt(mean((x - mean(x))^2))", "x", {}),
    ("L where Z = X @ W + b, P = softmax(Z), L = sum(P ⊗ Y)", "b", {"Z": "N x k", "b": "k"}),
    ("(a x + b)/(c x + d)", "x", {}),
)


@cache
def _texts() -> frozenset[str]:
    return frozenset(source.text or "" for source in ElementTree.parse(TEXTS).iter("source"))


def _marked(text: str, _: int) -> str:
    """In capital letters what is among the texts of the program, its slots as they are."""
    if text not in _texts():
        return text
    return "".join(part if part.startswith("{") else part.upper() for part in re.split(r"(\{\w+\})", text))


def _all_steps(steps: tuple[Step, ...]) -> Iterator[Step]:
    for step in steps:
        yield step
        yield from _all_steps(step.substeps)


@in_groups(("function", "method"), some_pairs(3, FUNCTIONS, sorted(METHODS)))
def test_every_word_of_a_reason_is_among_the_texts(function: tuple[str, str, dict[str, str]], method: str) -> None:
    text, wrt, shapes = function
    try:
        trace = explainer.derive(text, wrt, method=method, shapes=shapes)
    except explainer.ExplainerError:
        pytest.skip("the method is not made for this")
    lost = []
    with spoken(_marked):
        for step in _all_steps(trace.steps):
            said = retold(step.words)
            lost += [(step.title, part) for part in said if isinstance(part, str) and re.search("[a-z]{3}", part)]
    assert not lost, lost[:3]


@pytest.mark.parametrize(("text", "wrt", "shapes"), FUNCTIONS[:6])
def test_a_derivation_that_was_saved_is_said_in_the_same_words_in_every_language(
    text: str, wrt: str, shapes: dict[str, str]
) -> None:
    trace = explainer.derive(text, wrt, shapes=shapes)
    again = explainer.Trace.from_dict(json.loads(json.dumps(trace.to_dict())))
    pairs = list(zip(_all_steps(trace.steps), _all_steps(again.steps), strict=True))
    with spoken(_marked):
        for step, read in pairs:
            assert plain(retold(read.words)) == plain(retold(step.words))
            assert translated(read.check.message) == translated(step.check.message)
        assert [translated(words) for words in again.choices.values()] == [
            translated(words) for words in trace.choices.values()
        ]
    assert any(plain(retold(step.words)) for step, _ in pairs)


def test_a_file_without_templates_is_read_in_english() -> None:
    data = json.loads(json.dumps(explainer.derive("x^2 sin(x)", "x").to_dict()))

    def older(part: object) -> object:
        if isinstance(part, dict):
            return {key: older(value) for key, value in part.items() if key != "said"}
        return [older(item) for item in part] if isinstance(part, list) else part

    again = explainer.Trace.from_dict(older(data))  # type: ignore[arg-type]
    assert [step.explanation for step in again.steps] == [
        step.explanation for step in explainer.Trace.from_dict(data).steps
    ]


@pytest.mark.parametrize("template", ["{0.__class__}", "{0!r}", "{0:>999999999}", "{x}", "{", "{5}"])
def test_a_template_of_a_file_reads_nothing_but_its_parts(template: str) -> None:
    data = json.loads(json.dumps(explainer.derive("x^2 sin(x)", "x").to_dict()))
    data["said"]["reason"] = {"template": template, "parts": ["a"]}
    with pytest.raises(explainer.ExplainerError, match="damaged"):
        explainer.Trace.from_dict(data).steps  # noqa: B018


def test_words_of_a_file_that_say_another_thing_than_its_english_are_not_taken() -> None:
    data = json.loads(json.dumps(explainer.derive("x^2 sin(x)", "x").to_dict()))
    data["steps"][0]["said"] = {"words": ["Another reason."]}
    read = explainer.Trace.from_dict(data)
    assert read.steps[0].explanation == data["steps"][0]["explanation"]
