"""From characters to a tree: tokens, spellings, declarations after `where`, the grammar, and its tree as nodes.

Start reading in `scanner.py`, then `preparing.py`, `reader.py` and `treebuilder.py`. To add a spelling: a row in
`spellings.py`; to add a form such as `sum(…)`: a row in `vocabulary.py`.
"""
