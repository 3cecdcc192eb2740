"""From a notation tree to boxes with sizes and places, as TeX arranges them.

Start reading in `box.py`, then `arrange.py`. To add a construct: a generator in `constructs.py` for its class in
`explainer.notation.tree`.
"""
