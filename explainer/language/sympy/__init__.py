"""Expressions of SymPy read and written; the only package that imports SymPy, and only when one comes in.

Start reading in `bridge.py`. To add a function: its name in the operations table; to add a kind of node: one case in
`reader.py` and one in `writer.py`.
"""
