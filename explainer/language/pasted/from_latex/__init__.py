"""LaTeX: `latex_tokens` cuts it into tokens, `reader` writes what they mean in the input language.

The reader is built up from `latex_rows` (operands in a row) over `latex_scripts` and `latex_matrices`. To add a
command: a row in one of the tables of `latex_words`.
"""
