"""Backpropagation as pictures: the tape of a sweep, and what one of its steps multiplies, with numbers.

Start reading at `tape.py`.
"""
