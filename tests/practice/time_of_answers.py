"""How long an answer of the length of a lesson's line takes to judge, apart from the suite:

    python -m tests.practice.time_of_answers [LESSON …]

Every line of every lesson is typed where it belongs, then the result, and what no known mistake leads to: twice and
seven times the result. Prints the median and the 99th percentile of the processor time, in milliseconds, and the
slowest answers; exit status 1 when they are over what is demanded of them.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from statistics import quantiles

from explainer import Trace, assess
from explainer.lessons import all_lessons
from tests.lesson_lines import trace_of

MEDIAN_MS, LAST_MS = 50, 150
"""The median, and the 99th percentile."""
SHOWN = 12


def answers() -> Iterator[tuple[str, Trace, int, str]]:
    """Of each problem its name, its derivation, the number of a step and what is typed there."""
    for lesson in all_lessons():
        if sys.argv[1:] and lesson.id not in sys.argv[1:]:
            continue
        for problem in lesson.problems:
            trace = trace_of(problem)
            result = trace.result.text()
            for step in trace.steps:
                yield problem.id, trace, step.number, step.after.text()
            for text in (result, f"2 ({result})", f"7 ({result})"):
                yield problem.id, trace, 1, text
            if trace.steps:
                yield problem.id, trace, trace.steps[-1].number, f"7 ({result})"


def main() -> int:
    """Judge all answers and print how long it took."""
    taken: list[tuple[float, str]] = []
    for name, trace, number, text in answers():
        started = time.process_time()
        answer = assess(trace, number, text)
        milliseconds = 1000 * (time.process_time() - started)
        taken.append((milliseconds, f"{name} step {number}, {answer.verdict} {answer.mistake or ''}: {text[:70]}"))
    percents = quantiles([milliseconds for milliseconds, _ in taken], n=100)
    for milliseconds, told in sorted(taken, reverse=True)[:SHOWN]:
        print(f"{milliseconds:7.0f} ms  {told}")
    print(f"{len(taken)} answers: median {percents[49]:.0f} ms, 99th percentile {percents[98]:.0f} ms")
    return int(percents[49] > MEDIAN_MS or percents[98] > LAST_MS)


if __name__ == "__main__":
    sys.exit(main())
