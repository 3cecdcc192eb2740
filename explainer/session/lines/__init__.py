"""What can be said of a line beyond its formula: its rule card, where its terms come from, and itself in short.

Start reading in `card.py`; `correspondence.py` finds which term comes from which.
"""
