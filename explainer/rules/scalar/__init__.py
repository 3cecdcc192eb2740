"""Rules of differentiation for scalars: the laws, functions from the table, cases, definitions.

Start reading in `laws.py`. To add a rule: one declaration here, and its place in the order of the methods that use it;
to add a function: no rule, a row in `explainer.operations`.
"""
