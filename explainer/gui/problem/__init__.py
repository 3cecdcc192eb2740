"""The problem at the top of the window: the field of the function, the variable, shapes, and help with typing.

Start reading in `problem_bar.py`. To add a sign to the palette: a row in `explainer.language.typing.symbols`; to add a
completion: `explainer.language.typing.completing`.
"""
