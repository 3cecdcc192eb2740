"""WHAT an expression is: shapes, nodes, paths, numeric value, text.

Start reading at `node.py` (the base of all nodes), then `nodes.py` (every kind of node) and `shape.py`. Functions such
as sin are not nodes but rows of the operations table; `operation.py` says what a row holds.

To add a kind of node: a class in `nodes.py` and its name in NODE_CLASSES; then one function in `text.py`, one in
`values.py`, one in `explainer.notation`; tests walk NODE_CLASSES and name what is missing.
"""
