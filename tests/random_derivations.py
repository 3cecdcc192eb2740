"""Random functions, derived by every method and judged by differences of their values.

    python -m tests.random_derivations --count 50000 --seed 0 --processes 2

Functions of scalars, vectors and matrices, with open sizes and sizes from 1 to 5, powers with letters in them, matrices
used twice and transposed, stacked variables, single entries, both layouts. Each derivation must finish with the value
that central differences of the function give, every step checked, or be refused with a reason; what is printed at the
end counts how each of them ended. An exception other than ExplainerError, a wrong value, a failed check, a derivation
that is limited though its function is small, and one that takes more than ten seconds of the processor are faults;
each is printed, and the exit status is 1.
"""

from __future__ import annotations

import argparse
import re
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from math import inf
from multiprocessing import get_context
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray

from explainer.budget import Budget
from explainer.engine import derive
from explainer.engine.trace import Trace
from explainer.errors import ExplainerError, ShapeError
from explainer.expr.node import Node, subnodes
from explainer.expr.nodes import Index, Variable

METHODS = ("auto", "operator", "chain", "chain-forward", "chain-alias", "elements", "vector")
BY_A_NAME = (*METHODS, "differential", "backward")
"""The methods that there are with respect to a variable; some refuse entries of one, and variables that are listed."""
LONGEST_SECONDS = 10
SMALL = 60
"""A function of fewer parts than this is always derived to its end."""

FUNCTIONS = ("sin", "cos", "exp", "tanh", "sigmoid", "relu", "softplus", "abs", "sqrt", "ln", "sinh", "atan")


@dataclass
class Sizes:
    """The sizes of one problem: n, m, N open, or numbers from 1 to 5."""

    n: str
    m: str
    rows: str

    @staticmethod
    def drawn(random: Random) -> Sizes:
        if random.random() < 0.5:
            return Sizes("n", "m", "N")
        return Sizes(*(str(random.choice([1, 1, 2, 3, 4, 5])) for _ in range(3)))

    def shapes(self) -> dict[str, str]:
        n, m, rows = self.n, self.m, self.rows
        return {"x": n, "w": n, "b": m, "z": "scalar", "y": "scalar", "k": "scalar", "W": f"{m} x {n}", "r": f"1 x {n}",
                "A": f"{n} x {n}", "B": f"{n} x {n}", "X": f"{rows} x {n}", "t": rows}  # fmt: skip


def vector(random: Random, depth: int) -> str:
    """A vector of size n."""
    if depth <= 0:
        return random.choice(["x", "x", "w", "r'", "(W' @ b)"])
    v, s = partial(vector, random, depth - 1), partial(scalar, random, depth - 1)
    q = partial(square, random, depth - 1)
    return random.choice([
        lambda: f"({v()} + {v()})", lambda: f"({v()} - {v()})", lambda: f"({v()} ⊗ {v()})",
        lambda: f"({v()} ⊘ ({v()}^2 + 1))", lambda: f"(({s()}) {v()})", lambda: f"softmax({v()})",
        lambda: f"{random.choice(FUNCTIONS)}({v()})", lambda: f"max(0, {v()})", lambda: f"({v()})^2",
        lambda: f"max({v()}, {v()})", lambda: f"({v()} + {s()})", lambda: f"({q()} @ {v()})",
        lambda: f"(W' @ {layer(random, depth - 1)})", lambda: f"({v()} / (1 + norm({v()})))", lambda: f"(-{v()})",
        lambda: "sum(i=1..{rows}, (X_i · " + v() + ") X_i)", lambda: f"(diag({v()}) @ {v()})", lambda: f"exp({v()})^k",
    ])()  # fmt: skip


def layer(random: Random, depth: int) -> str:
    """A vector of size m."""
    if depth <= 0:
        return random.choice(["b", "(W @ x)"])
    inner = partial(layer, random, depth - 1)
    return random.choice([
        lambda: f"(W @ {vector(random, depth - 1)} + b)", lambda: f"tanh({inner()})", lambda: f"max(0, {inner()})",
        lambda: f"softmax({inner()})", lambda: f"({inner()} ⊗ {inner()})", lambda: f"(W @ W' @ {inner()})",
    ])()  # fmt: skip


def square(random: Random, depth: int) -> str:
    """A matrix of n by n."""
    if depth <= 0:
        return random.choice(["A", "A", "A'", "B", "(A @ A)", "(A + A')"])
    q, v = partial(square, random, depth - 1), partial(vector, random, depth - 1)
    return random.choice([
        lambda: f"({q()} + {q()})", lambda: f"({q()} @ {q()})", lambda: f"({q()})'", lambda: f"({v()} @ ({v()})')",
        lambda: f"({q()} - B)", lambda: f"(z {q()})", lambda: "(W' @ W)",
    ])()  # fmt: skip


def scalar(random: Random, depth: int) -> str:
    """A scalar."""
    if depth <= 0:
        return random.choice(["z", "z", "2", "y", "k", "sum(x)", "(w · x)", "(r @ x)", "z^k"])
    v, s = partial(vector, random, depth - 1), partial(scalar, random, depth - 1)
    q, u = partial(square, random, depth - 1), partial(layer, random, depth - 1)
    return random.choice([
        lambda: f"sum({v()})", lambda: f"(({v()}) · {v()})", lambda: f"norm({u()})", lambda: f"norm({v()})^2",
        lambda: f"({s()} - {s()})", lambda: f"({s()} {s()})", lambda: f"logsumexp({v()})", lambda: f"max(0, {s()})",
        lambda: f"ln(1 + exp({s()}))", lambda: f"({s()} / (2 + {s()}^2))", lambda: f"(b · {u()})",
        lambda: "(1/{rows} sum(i=1..{rows}, (t_i - X_i · " + v() + ")^2))", lambda: f"(-w · ln(softmax({v()})))",
        lambda: f"({v()})' @ {q()} @ {v()}", lambda: f"sum({q()} ⊗ {q()})", lambda: f"mean({v()})",
        lambda: f"(1 + {s()}^2)^k", lambda: f"e^(-{s()})", lambda: f"1/(1 + e^({s()}))",
        lambda: f"2^({s()}) / (1 + y^2)",
        lambda: f"{random.choice(FUNCTIONS)}({s()})", lambda: f"({s()} + {s()})", lambda: f"sum(abs({v()})^k)^(1/k)",
        lambda: f"cases({s()} if {s()} <= 0, {s()} otherwise)", lambda: f"x_1 {s()}",
    ])()  # fmt: skip


@dataclass(frozen=True)
class Question:
    """One derivation to be tried."""

    text: str
    wrt: str
    shapes: dict[str, str]
    method: str
    layout: str

    @staticmethod
    def drawn(seed: int) -> Question:
        random = Random(seed)
        sizes = Sizes.drawn(random)
        make = random.choice([scalar, scalar, scalar, vector, layer])
        text = make(random, random.choice([1, 1, 2, 2, 3])).replace("{rows}", sizes.rows)
        wrt = random.choice(["x", "x", "w", "z", "y", "k", "A", "W", "b", "x_1", "r", "(w, z)", "(x, w)", "(z, y)"])
        names = {letter for letter in sizes.shapes() if letter in text}
        names |= set(wrt.strip("()").replace(" ", "").split(","))
        shapes = {name: shape for name, shape in sizes.shapes().items() if name in names or name == wrt[0]}
        method = random.choice(BY_A_NAME if wrt.isalpha() else METHODS)
        return Question(text, wrt, shapes, method, random.choice(["numerator", "numerator", "denominator"]))


@dataclass
class Outcomes:
    """How derivations ended, and what was wrong."""

    ends: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    slowest: float = 0.0
    slowest_question: str = ""

    def add(self, other: Outcomes) -> None:
        self.ends.update(other.ends)
        self.faults.extend(other.faults)
        if other.slowest > self.slowest:
            self.slowest, self.slowest_question = other.slowest, other.slowest_question


class _Late(BaseException):
    pass


def judge(question: Question) -> tuple[str, bool]:
    """How a derivation ended, and whether that is a fault."""
    try:
        budget = Budget(longest_seconds=inf)  # the work counts, not how busy the machine is
        trace = derive(question.text, question.wrt, question.shapes, question.method, question.layout, budget=budget)
        trace.steps  # noqa: B018
    except ExplainerError as error:
        return f"refused when read: {_general(error)}", False
    if trace.status == "stuck":
        named = getattr(trace.error, "reason", "")
        # Shapes that do not fit when a size is 1 are told as shapes, without a part of the function.
        return f"refused: {_general(trace.error)}", not named and not isinstance(trace.error, ShapeError)
    if trace.status == "limited":
        return f"limited: {trace.reason}", _size(trace.problem.expression) < SMALL
    failed = [step.number for step in trace.steps if step.check.state == "failed"]
    off = _difference(trace, question)
    if off:
        return f"wrong: {off}", True
    if failed:
        return f"check failed at step {failed[0]}", True
    checked = all(step.check.ok for step in trace.steps)
    return ("right" if checked else "right: not every step could be checked"), False


def _general(error: Exception | None) -> str:
    reason = getattr(error, "reason", "") or str(error)
    template = getattr(reason, "template", "")
    return template or reason


def _size(node: Node) -> int:
    return sum(1 for _ in subnodes(node))


def _points(trace: Trace, seed: int) -> dict[str, Any]:
    """Values of all variables, and numbers for the open sizes."""
    generator = np.random.default_rng(seed)
    shapes = trace.problem.shapes
    names = sorted({name for shape in shapes.values() for name in shape.names})
    numbers = {name: 2 + (k + seed) % 3 for k, name in enumerate(names)}
    numbers.update(trace.problem.sizes)
    values: dict[str, Any] = dict(numbers)
    for name, shape in shapes.items():
        sizes = tuple(numbers.get(size, size) if isinstance(size, str) else size for size in shape.sizes)
        signs = 1 if name == "k" else generator.choice([1, 1, 1, -1], sizes)
        values[name] = generator.uniform(0.3, 1.4, sizes) * signs
    return values


def _difference(trace: Trace, question: Question) -> str:
    """What differs between the result and central differences, at points where these can be trusted."""
    with np.errstate(all="ignore"):
        for seed in range(3):
            values = _points(trace, seed)
            if not _conditions_hold(trace, values):
                continue
            wanted = [_differences(trace, question, values, step) for step in (1e-5, 3e-6)]
            if not all(np.all(np.isfinite(part)) for part in wanted) or not np.allclose(*wanted, rtol=1e-5, atol=1e-6):
                continue  # a kink or the edge of a domain is near
            scale = 1 + np.max(np.abs(wanted[0]), initial=0)
            largest = np.max(np.abs(trace.problem.expression.evaluate(values)), initial=0)
            if np.finfo(float).eps * largest / 3e-6 > 1e-6 * scale:
                continue  # what a step changes is not among the sixteen digits of the value
            got = np.asarray(trace.evaluate(values), float)
            if not np.isfinite(got).all() and any(step.conditions for step in trace.steps):
                continue  # a condition on entries, such as |x_i| > 0, does not hold here
            if got.shape != wanted[0].shape:
                if got.size != wanted[0].size or 1 not in {*got.shape, *wanted[0].shape}:
                    return f"shape {got.shape} instead of {wanted[0].shape}"
                got = got.reshape(wanted[0].shape)  # a 1×1 matrix, a row of one entry and a number look alike
            if not np.allclose(got, wanted[0], rtol=1e-4, atol=1e-5 * scale):
                return f"off by {np.max(np.abs(got - wanted[0])):.3g}"
    return ""


def _conditions_hold(trace: Trace, values: dict[str, Any]) -> bool:
    """Whether a point is one for which the steps claim something, as far as their conditions speak of the variables."""
    known = set(values)
    for step in trace.steps:
        for condition in step.conditions:
            names = {part.name for part in condition.free if isinstance(part, Variable)}
            indices = any(isinstance(part, Index) for part in condition.free)
            if names <= known and not indices and not np.all(condition.evaluate(values)):
                return False
    return True


def _differences(trace: Trace, question: Question, values: dict[str, Any], step: float) -> NDArray[np.float64]:
    """The derivative in the layout asked for, by central differences of the function's own values."""
    expression = trace.problem.expression
    names = question.wrt.strip("()").replace(" ", "").split(",")
    entry = re.search(r"_(\d+)$", names[0])
    parts = []
    for name in names:
        key = name.partition("_")[0]
        base = np.asarray(values[key], float)
        columns = []
        for place in [(int(entry.group(1)) - 1,)] if entry else np.ndindex(*base.shape):
            moved = []
            for sign in (1, -1):
                changed = base.copy()
                changed[place] += sign * step
                moved.append(np.asarray(expression.evaluate({**values, key: changed}), float))
            columns.append((moved[0] - moved[1]) / (2 * step))
        parts.append((base.shape, columns))
    return _laid_out(parts, entry is not None, question.layout)


def _laid_out(parts: list[tuple[tuple[int, ...], list[Any]]], entry: bool, layout: str) -> NDArray[np.float64]:
    columns = [column for _, found in parts for column in found]
    shape = parts[0][0]
    value = columns[0].shape
    if entry or (len(parts) == 1 and shape == ()):
        result = columns[0]
        return result.reshape(1, -1) if layout == "denominator" and len(value) == 1 else result.T
    if len(parts) == 1 and len(shape) == 2 and value != ():
        return _of_columns(columns, shape, layout)
    if len(parts) == 1 and len(shape) == 2:
        result = np.array(columns).reshape(shape)  # a scalar with respect to a matrix
        if layout == "denominator":
            return result
        return result[0] if shape[0] == 1 else result.T
    result = np.stack(columns, axis=-1)
    result = result.reshape(1, -1) if result.ndim == 1 else result
    if layout == "denominator":
        return result[0] if result.shape[0] == 1 else result.T
    return result


def _of_columns(slopes: list[Any], shape: tuple[int, ...], layout: str) -> NDArray[np.float64]:
    """∂vec(F)/∂vec(X), columns below each other: what more than two directions come as."""
    found = np.stack(slopes, axis=-1)  # the entries of X as they stand in rows
    found = found.reshape(*found.shape[:-1], *shape)
    own = found.ndim - 2
    turned = np.transpose(found, (*range(own)[::-1], own + 1, own))
    result = turned.reshape(int(np.prod(turned.shape[:own])), -1)
    return result.T if layout == "denominator" else result


def _try(seed: int) -> Outcomes:
    question = Question.drawn(seed)
    outcomes = Outcomes()
    began = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, 3 * LONGEST_SECONDS)
    shown = f"[{seed}] {question.text!r} with respect to {question.wrt}, {question.shapes}, {question.method}"
    shown += f", {question.layout}"
    try:
        end, fault = judge(question)
    except _Late:
        end, fault = f"took more than {3 * LONGEST_SECONDS} s", True
    except Exception as error:
        end = f"{type(error).__name__}: {error} at {traceback.extract_tb(error.__traceback__)[-1]}"
        fault = True
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    outcomes.slowest, outcomes.slowest_question = time.process_time() - began, shown
    if outcomes.slowest > LONGEST_SECONDS:
        end, fault = f"slow: {end}", True
    outcomes.ends[end.split(":")[0] if fault or end == "right" else end] += 1
    if fault:
        outcomes.faults.append(f"{shown}\n    {end}")
    return outcomes


def _late(*_: object) -> None:
    raise _Late


def run(seeds: Iterable[int]) -> Outcomes:
    """Try the questions with these seeds, in this process."""
    outcomes = Outcomes()
    before = signal.signal(signal.SIGPROF, _late)
    try:
        for seed in seeds:
            outcomes.add(_try(seed))
    finally:
        signal.signal(signal.SIGPROF, before)
    return outcomes


def main() -> int:
    """Try as many as were asked for, in several processes, and say how they ended."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--processes", type=int, default=1)
    chosen = parser.parse_args()
    seeds = range(chosen.seed, chosen.seed + chosen.count)
    chunks = [seeds[start : start + 100] for start in range(0, len(seeds), 100)]
    outcomes = Outcomes()
    with get_context("fork").Pool(chosen.processes) as pool:
        for done in pool.imap_unordered(run, chunks):
            outcomes.add(done)
            for fault in done.faults:
                print(fault, flush=True)
    for end, count in outcomes.ends.most_common():
        print(f"{count:7d}  {end}")
    print(f"slowest: {outcomes.slowest:.2f} s  {outcomes.slowest_question}")
    return 1 if outcomes.faults else 0


if __name__ == "__main__":
    sys.exit(main())
