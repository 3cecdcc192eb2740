"""Formulas and figures as pictures in widgets: drawn once, kept while they are seen, copied.

Start reading in `pictures.py`. To add a form in which something is copied: a row in `copying.py`.
"""
