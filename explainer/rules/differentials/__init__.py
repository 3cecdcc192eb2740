"""The method of differentials: d is linear and obeys the product rule, and what stands before dX is the derivative.

Start reading in `laws` (how d moves inwards), then `traces` (how dX comes to stand last), `reading` (how the
derivative is read off, by `coefficient`), and `inverses` (tidying of inverses, determinants and traces).
"""
