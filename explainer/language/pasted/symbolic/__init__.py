"""SymPy's own words in pasted code: symbols of matrices, sums over an index, and what only rewrites an expression."""
