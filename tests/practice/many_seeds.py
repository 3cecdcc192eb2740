"""Every generator at every grade with 200 seeds, apart from the suite: python -m tests.practice.many_seeds [SEEDS]

Each problem is derived, checked by numbers, found not degenerate, and solved by the program's own result. Prints what
does not pass, then the count; exit status 1 when something does not.
"""

from __future__ import annotations

import sys

from explainer import assess
from explainer.practice.skills import GRADES, all_skills, make_task
from explainer.practice.skills.making import complaint_about


def main(arguments: list[str]) -> int:
    """Run so many seeds, of all skills or those that are named."""
    seeds = int(arguments[0]) if arguments else 200
    wanted = [skill for skill in all_skills() if not arguments[1:] or skill.id in arguments[1:]]
    made = failed = 0
    for skill in wanted:
        for grade in GRADES:
            keys = set()
            for seed in range(seeds):
                task = make_task(skill, grade, seed)
                keys.add(task.key)
                made += 1
                fault = complaint_about(task)
                result = task.trace.result.text()
                if not fault and assess(task.trace, 1, result).verdict not in {"next", "ahead"}:
                    fault = f"its own result {result} is not accepted"
                if fault:
                    failed += 1
                    print(f"{skill.id} {grade} {seed}: {task.text}: {fault}", flush=True)
            print(f"{skill.id} grade {grade}: {len(keys)} different problems from {seeds} seeds", flush=True)
    print(f"{made - failed} of {made} problems pass")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
