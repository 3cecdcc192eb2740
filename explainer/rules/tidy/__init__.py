"""Rules that tidy: arithmetic, powers, fractions, matrices; none of them differentiates.

Start reading in `passes.py`, which tries them in a fixed order. To add a rule: one declaration in the module of its
family, and its place in the order of `passes.py`.
"""
