"""The shapes of names that nobody declared: from what is done with them, by unification, and by convention.

Start reading in `inference.py`; what equal shapes are is in `unification.py`. What each construct says of shapes is in
`terms.py`, `propagation.py` and `parts.py`, named by its row in `explainer.language.constructs`; conventions of whole
texts are in `explainer.language.kinds`.
"""
