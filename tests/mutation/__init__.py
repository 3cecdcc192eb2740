"""Changes the program in small ways and counts how many of these mutants the tests kill: `python -m tests.mutation`."""
