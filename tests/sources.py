"""The modules of the program as trees, read once for all tests that look through the source."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path


@cache
def nodes_of(module: Path) -> list[ast.AST]:
    """All nodes of a module's tree, itself first."""
    return list(ast.walk(ast.parse(module.read_text("utf-8"))))
