"""Rules that work entry by entry: derivatives of entries, the Kronecker delta, and whole vectors put together again.

Start reading in `derivatives.py`, then `deltas.py` and `folding.py`. To add a form for the whole of entries: a function
in `folded_forms.py`; sums over entries become products of matrices in `contraction.py`.
"""
