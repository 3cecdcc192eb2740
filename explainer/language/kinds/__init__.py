"""Which names of a text are scalars, vectors and matrices, and which of these readings are guesses.

`search` finds the reading that fits best, by what `sum_kinds`, `product_kinds` and `form_kinds` say of every operator
and `conventions` of every letter; `guesses` tells what else a name may be.
"""
