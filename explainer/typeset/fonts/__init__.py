"""Fonts: files read, the outlines and widths of glyphs, and subsets to be put into files.

Start reading in `fonts.py`. To add a sign: its glyph's name in `symbols.py`.
"""
