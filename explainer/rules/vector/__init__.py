"""Rules for vectors and matrices as wholes: Jacobians, element-wise functions, blocks, matrices as variables.

Start reading in `jacobians.py`. To add a rule: one declaration here, and its place in the order of the methods that use
it.
"""
