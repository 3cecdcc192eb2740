"""Pictures as bytes: SVG, PNG and PDF.

Start reading in `drawing.py`, which both vector formats are written from. To add a format: a function here, its name in
`explainer.typeset` and its row in `explainer.export.pictures`.
"""
