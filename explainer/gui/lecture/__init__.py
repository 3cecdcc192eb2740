"""Projection: the board on a large screen, and what the speaker sees beside it.

Start reading in `projection.py`, then `projection_window.py` and `presenter.py`. To add a key of the projection: a row
in `explainer.gui.actions`.
"""
