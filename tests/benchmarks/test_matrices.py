"""Matrix calculus: every kind of problem with all steps and checks, beside SymPy's answer, and the growth with size."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import explainer
from explainer.engine import Trace

Case = tuple[str, str, dict[str, str]]

SQUARE = {"A": "n x n", "B": "n x n", "X": "n x n"}
KINDS: tuple[Case, ...] = (
    ("tr(A X B)", "X", SQUARE),
    ("tr(X' A X)", "X", {"A": "m x m", "X": "m x n"}),
    ("tr(X^3)", "X", {"X": "n x n"}),
    ("tr(A X B X')", "X", {"A": "m x m", "X": "m x n", "B": "n x n"}),
    ("tr(kron(A, X))", "X", {"A": "m x m", "X": "n x n"}),
    ("log(det(X))", "X", {"X": "n x n"}),
    ("log(det(X' X))", "X", {"X": "m x n"}),
    ("tr(inv(X) A)", "X", {"A": "n x n", "X": "n x n"}),
    ("a' X X X b", "X", {"a": "n", "X": "n x n", "b": "n"}),
    ("norm(X W - Y)^2", "W", {"X": "m x n", "W": "n x k", "Y": "m x k"}),
    ("inv(A + t B)", "t", {"A": "n x n", "B": "n x n", "t": "scalar"}),
    ("relu(W x + b)", "W", {"W": "m x n", "x": "n", "b": "m"}),
    ("A X B", "X", {"A": "m x n", "X": "n x k", "B": "k x p"}),
    ("X'", "X", {"X": "m x n"}),
    ("x x'", "x", {"x": "n"}),
    ("log(det(S)) + (x - m)' inv(S) (x - m)", "S", {"S": "n x n", "x": "n", "m": "n"}),
    ("tr(W' S W)", "W", {"W": "n x k", "S": "n x n"}),
    ("softmax(W x)", "x", {"W": "m x n", "x": "n"}),
)
"""One of every kind."""


def derived(case: Case, method: str = "auto") -> Trace:
    text, wrt, shapes = case
    trace = explainer.derive(text, wrt, {name: shape for name, shape in shapes.items() if name in text}, method)
    assert trace.status == "finished", (text, trace.reason)
    return trace


def test_every_kind_with_all_steps_and_all_checks(figures):
    for case in KINDS:  # what is read, and rules that are looked up, are there then
        derived(case)
    kinds = KINDS if figures.measuring else KINDS[::6]
    times = [(figures.seconds(lambda case=case: derived(case)), case[0]) for case in kinds]
    slowest, text = max(times)
    middle = sorted(times)[len(times) // 2][0]
    figures.enter(
        f"all steps of {text}, the slowest of {len(times)} kinds of matrix problems", slowest, over=middle,
        reference="that of the middle one", budget="under 50 ms",
    )  # fmt: skip

    def checked(case: Case) -> None:
        assert all(step.check.state != "failed" for step in derived(case).steps)

    with_checks, slow = max(((figures.seconds(lambda case=case: checked(case)), case) for case in kinds),
                            key=lambda pair: pair[0])  # fmt: skip
    figures.enter(
        f"all steps and checks of {slow[0]}, the slowest", with_checks, over=figures.seconds(lambda: derived(slow)),
        reference="without checks", budget="under 300 ms",
    )  # fmt: skip


def test_answers_of_sympy_beside_derivations(figures):
    import sympy
    from sympy.core.cache import clear_cache

    n = sympy.Symbol("n")
    a, b = (sympy.MatrixSymbol(name, n, 1) for name in "ab")
    A, B, X = (sympy.MatrixSymbol(name, n, n) for name in "ABX")
    pairs: tuple[tuple[Case, Callable[[], Any]], ...] = (
        (("tr(A X B)", "X", SQUARE), lambda: sympy.Trace(A * X * B).diff(X)),
        (("tr(X' A X)", "X", SQUARE), lambda: sympy.Trace(X.T * A * X).diff(X)),
        (("tr(inv(X) A)", "X", SQUARE), lambda: sympy.Trace(X.inv() * A).diff(X)),
        (("det(X)", "X", SQUARE), lambda: sympy.Determinant(X).diff(X)),
        (("a' X b", "X", {"a": "n", "X": "n x n", "b": "n"}), lambda: (a.T * X * b).diff(X)),
    )

    def all_of_sympy() -> None:
        clear_cache()
        for _, answer in pairs:
            answer()

    for case, _ in pairs:
        derived(case)
    figures.enter(
        f"{len(pairs)} matrix problems with all steps", figures.seconds(lambda: [derived(case) for case, _ in pairs]),
        over=figures.seconds(all_of_sympy), reference="sympy.diff of the same MatrixSymbols, answers alone",
        budget="under 4 times",
    )  # fmt: skip


def chain(count: int) -> Case:
    names = [f"A_{k}" for k in range(1, count + 1)]
    shapes = {"a": "n", "X": "n x n", "b": "n", **dict.fromkeys(names, "n x n")}
    return f"a' X {' '.join(names)} b", "X", shapes


def power(count: int) -> Case:
    return f"a' X^{count} b", "X", {"a": "n", "X": "n x n", "b": "n"}


def layers(count: int) -> Case:
    definitions = [f"h_{k} = tanh(W_{k} {'x' if k == 1 else f'h_{k - 1}'})" for k in range(1, count + 1)]
    shapes = {"x": "n", "y": "n", **{f"W_{k}": "n x n" for k in range(1, count + 1)}}
    return f"norm(h_{count} - y)^2 where {', '.join(definitions)}", "W_1", shapes


def test_growth_with_factors_and_layers(figures):
    """Work is counted, so that no other program on the machine is measured: twice the factors are twice the work."""
    assert derived(chain(50)).budget.work < 2.2 * derived(chain(25)).budget.work
    assert derived(layers(50), "backward").budget.work < 2.4 * derived(layers(25), "backward").budget.work
    # The lines hold a sum over the places of the factors: they are as long for any number of them.
    long, short = derived(power(50)), derived(power(25))
    assert long.budget.work < 1.2 * short.budget.work
    assert len(long.result.text()) < 1.2 * len(short.result.text())
    families = (("factors", chain, "auto"), ("equal factors", power, "auto"), ("layers", layers, "backward"))
    many, few = (50, 10) if figures.measuring else (4, 2)
    for name, family, method in families:
        figures.enter(
            f"all steps with {many} {name}", figures.seconds(lambda f=family, m=method: derived(f(many), m)),
            over=figures.seconds(lambda f=family, m=method: derived(f(few), m)), reference=f"with {few}",
            budget="under 7 times",
        )  # fmt: skip
