"""How the window looks, speaks and is told to screen readers: themes, sizes, icons, texts and their language; and
what several parts use: choosers, rows of lists, the field that finds.

Start reading in `theme.py`. To add a theme: a file in resources/themes; to add a language: a file of translations (see
`spoken_language.py`).
"""
