"""`python -m tests.benchmarks`: measure everything, alone on the machine, and print the table of ratios."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

OPTIONS = ["-q", "-p", "no:xdist", "-o", "addopts=--import-mode=importlib", "--benchmark-columns=min,median,rounds"]

if __name__ == "__main__":
    sys.exit(pytest.main([str(Path(__file__).parent), *OPTIONS, *sys.argv[1:]]))
