"""Loops in pasted code, written out turn by turn.

Start reading in `loops.py`; `turns.py` has the values that loops run over, and the conditions that are decided.
"""
