"""The form that a textbook prints: what is done to a result once nothing is left to derive, alike for every method."""
