"""Deep trees end in a result, at Python's own limit of calls inside each other and on the small stacks of threads."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest

from explainer import Trace, derive
from explainer.engine import told
from explainer.notation import write

DEEP = {
    "functions in functions": "sin(" * 195 + "x" + ")" * 195,
    "signs": "-" * 199 + "x",
    "a tower of powers": "^".join("x" * 10),
    "a continued fraction": "1+x/(" * 12 + "x" + ")" * 12,
    "squares of sums": "(" * 40 + "x+1" + ")^2+x" * 40,
    "maxima": "max(0," * 60 + "x" + ")" * 60,
    "absolute values": "abs(x+" * 34 + "x" + ")" * 34,
    "a sum of many terms": "+".join(f"x^{k}" for k in range(2, 100)),
    "sums over an index": "sum(i=1..n, " * 12 + "x" + ")" * 12,
    "definitions": "u_60 where u_0 = x, " + ", ".join(f"u_{k} = sin(u_{k - 1})" for k in range(1, 61)),
}


def use(text: str) -> None:
    """Everything that is done with a derivation: derived, checked, written, kept and read again."""
    trace = derive(text, "x")
    assert trace.status == "finished", trace.reason
    for step in (trace.steps[0], trace.steps[-1]):
        _ = step.check.ok, step.explanation, step.named, step.struck, repr(step.after)
    for face in ("latex", "unicode", "speech", "mathml"):
        assert write(trace.result, face)
    if len(trace.steps) < 100:
        assert told(trace, "brief").steps
        assert Trace.from_dict(trace.to_dict()).result is trace.result


def test_importing_the_program_leaves_the_limit_of_python() -> None:
    code = (
        "import sys; before = sys.getrecursionlimit(); import explainer, explainer.engine; explainer.derive('x', 'x');"
    )
    done = subprocess.run(
        [sys.executable, "-c", code + "print(before == sys.getrecursionlimit())"], capture_output=True, check=True
    )
    assert done.stdout.strip() == b"True"


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP)
def test_a_deep_tree_ends_in_a_result_on_a_small_stack(text: str) -> None:
    """A thread on macOS has 512 kB of stack; what overflows it ends the whole process."""
    limit, failures = sys.getrecursionlimit(), list[BaseException]()

    def work() -> None:
        try:
            use(text)
        except BaseException as error:
            failures.append(error)

    before = threading.stack_size(512 * 1024)
    sys.setrecursionlimit(1000)
    try:
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
    finally:
        sys.setrecursionlimit(limit)
        threading.stack_size(before)
    assert not failures, repr(failures[0])[:300]
