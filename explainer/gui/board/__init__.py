"""The board in the middle of the window: the lines of a derivation, their terms, how they move and light up.

Start reading in `board.py`; `lines.py` says what is drawn where, `line_images.py` draws one line. To add something that
a line shows: a layer in `overlays.py`. To add a way in which terms travel: `travels.py`.
"""
