"""Lines as numbers: values that are typed, what every line is worth for them, and where a function has a kink.

Start reading in `numbers.py`. To add a way of typing values: `typed_values.py`.
"""
