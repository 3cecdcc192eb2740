"""Rules about intermediate variables: naming parts, differentiating definitions, combining along paths.

Start reading in `programs.py`. To add a rule: one declaration in the module of its family, and its place in the order
of the methods that use it.
"""
