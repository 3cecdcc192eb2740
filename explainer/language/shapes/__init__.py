"""The shapes of names that nobody declared: from what is done with them, by unification, and by convention.

Start reading in `inference.py`; what equal shapes are is in `unification.py`. To teach the shape of a new kind of node:
its row in `inference.py`; conventions of whole texts are in `explainer.language.kinds`.
"""
