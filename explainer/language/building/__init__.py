"""Untyped tree and shapes → expression nodes; the place where shapes that do not fit are refused, with their place.

`builder.py` goes through the tree; every construct has one function here that makes its node, and its row in
`explainer.language.constructs` names it. `products`, `powers`, `batches` and `reductions` decide by the shapes of the
parts what a sign or a function means; `definitions` reads what stands behind `where`.
"""
