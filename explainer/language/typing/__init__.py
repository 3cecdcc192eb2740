"""Help while somebody types: completions, pairs of brackets, the palette of signs, guides for forms.

Start reading in `completing.py`. To add a sign: a row in `symbols.py`; to add a guide: a row in `form_guides.py`.
"""
