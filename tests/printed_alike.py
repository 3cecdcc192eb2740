"""Whether all methods print the same result: typical functions and random ones, derived by each method and by auto.

    python -m tests.printed_alike               the typical functions: those that print differently, and the share
    python -m tests.printed_alike --random 300  so many random functions as well
    python -m tests.printed_alike --processes 2

A pair is a function and a method that comes to its end on it; it counts as different where its result is not the one
that most methods print.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing import get_context

from explainer.engine import derive
from explainer.errors import ExplainerError
from tests.random_derivations import BY_A_NAME, METHODS, Question

MATRICES = {"A": "n x n", "B": "n x n", "X": "n x n", "W": "m x n"}
VECTORS = {"x": "n", "y": "n", "w": "n", "a": "n", "b": "n", "z": "n", "p": "n", "q": "n", "v": "m"}
SCALARS = dict.fromkeys(("t", "s", "k", "c", "r", "λ", "σ", "μ"), "scalar")
DATA = {"X": "N x n", "w": "n", "y": "N", "b": "scalar", "λ": "scalar"}
LAYER = {"W": "m x n", "x": "n", "b": "m", "y": "m", "v": "m", "V": "k x m", "c": "k"}
NUMBERS = dict.fromkeys("abcknprstuvwxyzσμλθω", "scalar")


def _rows(shapes: dict[str, str], lines: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Lines of `function ; variable`, with the shapes that their letters have here."""
    for line in lines.strip().splitlines():
        text, _, wrt = line.rpartition(" ; ")
        yield text.strip(), wrt.strip(), shapes


TYPICAL = tuple(dict.fromkeys(
    (text, wrt, tuple(shapes.items()))
    for text, wrt, shapes in (
        *_rows(NUMBERS, """
            ln(x^2 + 1) / x ; x
            x^3 e^(-2 x) ; x
            (x - 1)^2 / (x + 1)^2 ; x
            sqrt(x) ln(x) ; x
            x / sqrt(1 + x^2) ; x
            (1 + 1/x)^2 ; x
            ln((1 + x)/(1 - x)) ; x
            atan(1/x) ; x
            sin(x)^2 cos(x)^2 ; x
            tan(x)^2 ; x
            1/(sin(x) cos(x)) ; x
            exp(-(x - μ)^2/(2 σ^2))/(σ sqrt(2 pi)) ; μ
            exp(-(x - μ)^2/(2 σ^2))/(σ sqrt(2 pi)) ; σ
            -ln(σ) - (x - μ)^2/(2 σ^2) ; σ
            x sigmoid(x) ; x
            x tanh(ln(1 + exp(x))) ; x
            ln(1 + exp(-x)) ; x
            sigmoid(x)(1 - sigmoid(x)) ; x
            -y ln(sigmoid(w x + b)) - (1 - y) ln(1 - sigmoid(w x + b)) ; w
            (y - tanh(w x + b))^2 ; w
            max(0, 1 - y (w x + b)) ; w
            max(0, 1 - x)^2 ; x
            abs(x - y) ; x
            abs(x)^3 ; x
            max(x, x^2) ; x
            cases(x^2/2 if abs(x) <= 1, abs(x) - 1/2 otherwise) ; x
            cases(x if x > 0, a (e^x - 1) otherwise) ; x
            max(0, x) - a max(0, -x) ; x
            k^a e^(-k x) x^(a - 1) ; x
            x^a (1 - x)^b ; x
            n ln(p) + k ln(1 - p) ; p
            p (1 - p)^(k - 1) ; p
            a / (1 + b e^(-k t)) ; t
            x^2 y^3 + sin(x y) ; x
            x^2 y^3 + sin(x y) ; (x, y)
            [x y, x + y, x^2] ; (x, y)
            [r cos(θ), r sin(θ)] ; (r, θ)
            ln(x^2 + y^2) ; (x, y)
            x y / (x^2 + y^2) ; (x, y)
            e^(x y) (x + y) ; (x, y)
            (a x + b)/(c x + k) ; x
            x^x ; x
            2^(x^2) ; x
            log(x, 2) ; x
            1/(1 + e^(-(w x + b))) ; w
            (e^x - 1)/(e^x + 1) ; x
            sqrt(x + sqrt(x)) ; x
        """),
        *_rows(VECTORS | {"t": "scalar", "k": "scalar", "W": "m x n", "A": "n x n"}, """
            x · y ; x
            (x · x)^2 ; x
            norm(x)^3 ; x
            1/norm(x) ; x
            x/norm(x)^3 ; x
            norm(x - y)/norm(x + y) ; x
            ln(norm(x)) ; x
            exp(-norm(x)) ; x
            (w · x)/norm(w) ; w
            (w · x)^2/(w · w) ; w
            (x · y)/(norm(x) norm(y)) ; y
            x (x · y) ; x
            x (x · x) ; x
            (x · y) y ; x
            x/(x · y) ; x
            x/sum(x) ; x
            exp(x)/sum(exp(x)) ; x
            x - (x · y) y/(y · y) ; y
            w ⊗ x ⊗ y ; x
            sin(x) ⊗ y ; x
            x ⊗ exp(x) ; x
            exp(-x^2/2) ; x
            1 ⊘ (1 + exp(-x)) ; x
            ln(1 + exp(x)) ; x
            max(0, x) ⊗ y ; x
            max(x, y) ; x
            abs(x - y) ; x
            sum(abs(x - y)) ; x
            sum(max(0, 1 - x ⊗ y)) ; x
            sum(max(0, x)^2) ; x
            max(0, w · x) ; x
            max(0, w · x)^2 ; w
            sum(x^3)/3 ; x
            sum(x ⊗ ln(x)) ; x
            -sum(y ⊗ ln(x)) ; x
            -sum(y ⊗ ln(sigmoid(x)) + (1 - y) ⊗ ln(1 - sigmoid(x))) ; x
            sum(ln(1 + exp(-y ⊗ x))) ; x
            sum((x - y)^2)/n ; x
            sum(sqrt(1 + (x - y)^2)) ; x
            mean(x^2) ; x
            mean(x)^2 ; x
            var(x) ; x
            std(x) ; x
            (x - mean(x))/std(x) ; x
            (x - mean(x)) ⊗ y ; x
            sum((x - mean(x))^2)/(n - 1) ; x
            mean(x^2) - mean(x)^2 ; x
            sum((x - mean(x)) ⊗ (y - mean(y))) ; x
            logsumexp(x/t) ; x
            t logsumexp(x/t) ; t
            softmax(x/t) ; x
            softmax(x) · y ; x
            ln(softmax(x)) ; x
            -y · ln(softmax(x)) ; x
            -ln(softmax(x)_1) ; x
            sum(softmax(x)^2) ; x
            -sum(softmax(x) ⊗ ln(softmax(x))) ; x
            sum(abs(x)^k)^(1/k) ; x
            sum(x)^2 - sum(x^2) ; x
            (sum(x) - 1)^2 ; x
            sum(x)/sum(y) ; y
            sqrt(x · x + 1) ; x
            tanh(w · x) w ; x
            sigmoid(w · x) x ; x
            sin(w · x) ⊗ y ; x
            x ⊗ softmax(x) ; x
            x sigmoid(x) ; x
            sum(i=1..n, x_i^2 y_i) ; x
            sum(i=1..n, (x_i - y_i)^2) ; x
            sum(i=1..n, x_i ln(x_i)) ; x
            sum(i=1..n, exp(x_i)) ; x
            sum(i=1..n, ln(1 + exp(-y_i x_i))) ; x
            sum(i=1..n, sum(j=1..n, x_i x_j)) ; x
            sum(i=1..n, sum(j=1..n, A_{i,j} x_i x_j)) ; x
            sum(i=1..n, (sum(j=1..n, A_{i,j} x_j) - b_i)^2) ; x
            sum(i=1..n, sum(j=1..n, (x_i - x_j)^2)) ; x
            sum(i=1..n, sum(j=1..n, abs(x_i - x_j))) ; x
            sum(i=1..n, x_i)^2 ; x
            sum(i=2..n, (x_i - x_{i-1})^2) ; x
            sum(i=1..n, y_i sum(j=1..n, A_{i,j} x_j)) ; x
            sum(i=1..n, max(0, sum(j=1..n, A_{i,j} x_j))) ; x
            sum(i=1..m, (v_i - sum(j=1..n, W_{i,j} x_j))^2) ; x
            sum(i=1..m, v_i tanh(sum(j=1..n, W_{i,j} x_j))) ; x
            ln(sum(i=1..n, exp(x_i))) ; x
            sum(i=1..n, exp(-x_i^2/2)) ; x
            sum(i=1..n, w_i)/sum(i=1..n, x_i) ; x
        """),
        *_rows(VECTORS | MATRICES | {"c": "scalar", "t": "scalar"}, """
            x' A x ; x
            x' A x / (x' x) ; x
            (A x) · (B x) ; x
            norm(A x - b)^2 ; x
            norm(A x - b) ; x
            1/2 x' A x - b' x + c ; x
            (x - y)' A (x - y) ; y
            exp(-1/2 (x - y)' A (x - y)) ; x
            ln(1 + x' A x) ; x
            sqrt(x' A x) ; x
            x' A y ; A
            A x + b ; x
            A A x ; x
            A (x ⊗ y) ; x
            (A x) ⊗ x ; x
            (A x) ⊗ (B x) ; x
            (x' A x) x ; x
            x x' y ; x
            x x' A x ; x
            diag(x) A x ; x
            diag(A x) y ; x
            tanh(A x) ; x
            sigmoid(A x + b) ; x
            max(0, A x + b) ; x
            A' (A x - b) ; x
            A tanh(B x) ; x
            x + A tanh(B x) ; x
            y · tanh(A x) ; x
            softmax(A x) ; x
            softmax(A x) · y ; x
            -y · ln(softmax(A x + b)) ; x
            -y · ln(softmax(A x + b)) ; A
            1/2 norm(A x - y)^2 ; A
            norm(tanh(A x + b) - y)^2 ; x
            norm(A)^2 ; A
            tr(A B) ; A
            tr(A' A) ; A
            tr(X' A X) ; X
            tr(X A X' B) ; X
            tr(X^2) ; X
            tr(X^3) ; X
            sum(X ⊗ A) ; X
            sum(X^2) ; x
            y' X x ; X
            y' X' X x ; X
            norm(X A - B)^2 ; X
            det(X) ; X
            ln(det(X)) ; X
            tr(inv(X) A) ; X
            y' inv(X) x ; X
            ln(det(A + x x')) ; x
            y' inv(A + t B) x ; t
            det(t A) ; t
            tr(inv(t A + B)) ; t
            t A x + t^2 b ; t
            norm(A x - t b)^2 ; t
            sum(tanh(X x)) ; X
            sum(max(0, X x)) ; X
            sum(i=1..n, A_{i,i} x_i) ; x
        """),
        *_rows(DATA, """
            norm(y - X w)^2 ; w
            1/(2 N) norm(X w - y)^2 + λ/2 norm(w)^2 ; w
            1/N sum(i=1..N, (y_i - X_i · w)^2) ; w
            1/N sum(i=1..N, (y_i - X_i · w - b)^2) ; w
            1/N sum(i=1..N, (y_i - X_i · w - b)^2) ; b
            1/N sum(i=1..N, ln(1 + exp(-y_i (X_i · w)))) ; w
            -1/N sum(i=1..N, y_i ln(sigmoid(X_i · w)) + (1 - y_i) ln(1 - sigmoid(X_i · w))) ; w
            1/N sum(i=1..N, max(0, 1 - y_i (X_i · w + b))) + λ norm(w)^2 ; w
            1/N sum(i=1..N, max(0, 1 - y_i (X_i · w + b))) ; b
            sum(i=1..N, exp(X_i · w) - y_i (X_i · w)) ; w
            1/N sum(i=1..N, abs(y_i - X_i · w)) ; w
            1/N sum(i=1..N, (y_i - max(0, w · X_i + b))^2) ; w
            1/N sum(i=1..N, (y_i - tanh(w · X_i + b))^2) ; b
            -sum(y ⊗ ln(sigmoid(X w)) + (1 - y) ⊗ ln(1 - sigmoid(X w))) ; w
            sum(ln(1 + exp(-y ⊗ (X w)))) ; w
            sum(sqrt(1 + (X w - y)^2)) ; w
            sum(i=1..N, (y_i - sum(j=1..n, X_{i,j} w_j))^2) ; w
            sum(i=1..N, ln(sum(j=1..n, exp(X_{i,j} w_j)))) ; w
            mean(exp(X w)) ; w
            var(X w) ; w
            sum(i=1..N, y_i X_i · w - ln(1 + exp(X_i · w))) ; w
            ln(sum(i=1..N, exp(X_i · w))) ; w
        """),
        *_rows(LAYER, """
            v · max(0, W x + b) ; x
            v · max(0, W x + b) ; W
            v · tanh(W x + b) ; W
            v · tanh(W x + b) ; b
            v · sigmoid(W x + b) ; x
            1/2 norm(tanh(W x + b) - y)^2 ; x
            1/2 norm(tanh(W x + b) - y)^2 ; W
            1/2 norm(sigmoid(W x + b) - y)^2 ; b
            norm(max(0, W x + b) - y)^2 ; W
            -y · ln(softmax(W x + b)) ; b
            -y · ln(softmax(W x + b)) ; W
            V tanh(W x + b) + c ; x
            V tanh(W x + b) + c ; b
            softmax(V tanh(W x + b) + c) ; x
            norm(V max(0, W x + b) + c)^2 ; x
            norm(W x)^2 ; W
            v' W x + norm(W)^2 ; W
            sum((W x + b)^3) ; x
            W x / norm(W x) ; x
        """),
    )
))  # fmt: skip
"""Functions of the kinds that lectures on calculus, statistics, learning machines and vector calculus have."""


@dataclass
class Alike:
    """The results of one function: for each printed form the methods that end in it."""

    text: str
    wrt: str
    forms: dict[str, list[str]] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)

    @property
    def pairs(self) -> int:
        return sum(map(len, self.forms.values()))

    @property
    def different(self) -> int:
        return self.pairs - max(map(len, self.forms.values()), default=0)


def derived(row: tuple[str, str, tuple[tuple[str, str], ...]]) -> Alike:
    """One function, derived by every method that there is for its variable."""
    text, wrt, shapes = row
    alike = Alike(text, wrt)
    for method in BY_A_NAME if wrt.isalpha() else METHODS:
        try:
            trace = derive(text, wrt, used(text, wrt, dict(shapes)), method)
            trace.steps  # noqa: B018
        except ExplainerError as error:
            alike.refused.append(f"{method}: {error}")
            continue
        if trace.status == "finished" and trace.result is not None:
            alike.forms.setdefault(trace.result.text(), []).append(method)
        else:
            alike.refused.append(f"{method}: {trace.reason}")
    return alike


def used(text: str, wrt: str, shapes: dict[str, str]) -> dict[str, str]:
    return {name: shape for name, shape in shapes.items() if name in text or name in wrt}


def drawn(seed: int) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    """A random function, as `random_derivations` draws them, for all methods."""
    question = Question.drawn(seed)
    return question.text, question.wrt, tuple(question.shapes.items())


def compared(rows: Iterable[tuple[str, str, tuple[tuple[str, str], ...]]], processes: int) -> list[Alike]:
    """What the methods print for each of the rows."""
    if processes == 1:
        return list(map(derived, rows))
    with get_context("fork").Pool(processes, maxtasksperchild=40) as pool:
        return list(pool.imap(derived, rows))


def _say(title: str, found: list[Alike]) -> None:
    for alike in found:
        if alike.different:
            print(f"{alike.text}   with respect to {alike.wrt}")
            for form, methods in sorted(alike.forms.items(), key=lambda item: -len(item[1])):
                print(f"    {form}\n        {', '.join(methods)}")
    pairs, different = sum(alike.pairs for alike in found), sum(alike.different for alike in found)
    by_method = Counter(
        method
        for alike in found
        for methods in sorted(alike.forms.values(), key=lambda methods: -len(methods))[1:]
        for method in methods
    )
    rows = sum(bool(alike.different) for alike in found)
    print(
        f"{title}: {different} of {pairs} pairs print differently, in {rows} of {len(found)} functions;",
        dict(by_method),
    )
    for alike in found:
        for reason in alike.refused:
            print("    refused:", alike.text, alike.wrt, reason)


def main() -> int:
    """Print what is printed differently, and the share."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--random", type=int, default=0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--processes", type=int, default=1)
    chosen = parser.parse_args()
    _say("typical", compared(TYPICAL, chosen.processes))
    if chosen.random:
        drawing = map(drawn, range(chosen.seed, chosen.seed + chosen.random))
        _say("random", compared(drawing, chosen.processes))
    return 0


if __name__ == "__main__":
    sys.exit(main())
