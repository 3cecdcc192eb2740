"""Derivatives carried out level by level: where the search goes on changes nothing of what it finds."""

from __future__ import annotations

from random import Random

import pytest

from explainer.engine import Step, derive
from explainer.engine.line import Move, apply_move, apply_moves
from explainer.engine.methods import levels
from explainer.expr.node import Node
from explainer.language import parse_expression
from explainer.rules.passes import small_rewrites
from tests.benchmarks.families import FAMILIES
from tests.random_derivations import scalar

TEXTS = [family.text(4) for family in FAMILIES if not family.shapes] + [
    "x (x (x (x + 1) + 1) + 1)",
    "(x + 1)(x + 2) + x (x + 3)(x + 4) + sin(x) cos(x) / x",
    "d(x^2 sin(x) exp(x))/d(x) x",
    "sin(x cos(x exp(x))) cos(x sin(x)) exp(x (1 + x))",
]


class FromTheStart(levels.Board):
    """A board on which the next derivative is looked for in the whole line each time."""

    def __init__(self, line: Node, goes_on_beside: bool) -> None:
        super().__init__(line, goes_on_beside=False)


def _told(steps: tuple[Step, ...]) -> list[object]:
    return [
        (step.rule, step.before, step.after, step.touched_before, step.touched_after, _told(step.substeps))
        for step in steps
    ]


def _steps(text: str, shapes: dict[str, str] | None = None) -> list[object]:
    return _told(derive(text, "x", shapes).steps)


@pytest.mark.parametrize("text", TEXTS)
def test_the_search_beside_the_last_place_finds_what_one_from_the_start_finds(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside = _steps(text)
    monkeypatch.setattr(levels, "Board", FromTheStart)
    assert _steps(text) == beside


def test_so_it_is_for_random_functions_of_vectors(monkeypatch: pytest.MonkeyPatch) -> None:
    shapes = {"x": "n", "w": "n", "b": "m", "z": "scalar", "y": "scalar", "k": "scalar", "W": "m x n", "r": "1 x n",
              "A": "n x n", "B": "n x n", "X": "N x n", "t": "N"}  # fmt: skip
    texts = [scalar(Random(seed), 2).replace("{rows}", "N") for seed in range(25)]
    texts = [text for text in texts if "x" in text]
    used = [{name: shape for name, shape in shapes.items() if name in text} for text in texts]
    beside = [_steps(text, own) for text, own in zip(texts, used, strict=True)]
    monkeypatch.setattr(levels, "Board", FromTheStart)
    assert [_steps(text, own) for text, own in zip(texts, used, strict=True)] == beside


def test_few_parts_of_a_deep_line_are_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands around an open derivative is made anew for the line, not for each of the rules in it."""
    text = "u_60 where u_1 = sin(x), " + ", ".join(f"u_{j} = u_{j - 1} sin({j} x)" for j in range(2, 61))
    made: list[int] = []
    for board in (levels.Board, FromTheStart):
        monkeypatch.setattr(levels, "Board", board)
        trace = derive(text, "x", method="auto")
        assert trace.steps[-1].rule
        made.append(trace.budget.work)
    assert made[0] < 0.9 * made[1], made


def test_several_moves_at_once_are_the_same_as_one_after_the_other() -> None:
    for text in ("x (2 x + 3 (x + (x + 0)))", "(x + 0) + 1 x + 0 (x + 0)", "sin(1 x) (1 (1 x)) x"):
        line = parse_expression(text).expression
        moves = [Move(path, rule, rewrite) for path, rule, rewrite in small_rewrites(line)[0]]
        assert len(moves) > 1
        one_by_one = line
        for move in moves:
            one_by_one = apply_move(one_by_one, move)
        assert apply_moves(line, moves) is one_by_one
