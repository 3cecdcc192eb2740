"""What is asked of a step: which rule comes next, what stands under a cover; and hints that lead to it.

Start reading in `place.py` (where a step acts, and on what), then `next_rule.py`, `refusal.py` (why a rule does not
apply there), `covered.py` and `hints.py`.
"""
