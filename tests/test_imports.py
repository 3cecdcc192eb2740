"""Which module imports which, inside functions too: no module needs one that needs it."""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parent.parent
KNOWN = (
    # A node prints and evaluates itself; every kind of node is one of a closed set that its printers know.
    {f"explainer.expr.{name}" for name in ("evaluate", "given", "node", "nodes", "pickling", "text", "values")},
)
"""The only circle that there is, with its reason; a new one is split, not added."""


def _modules() -> dict[str, Path]:
    files = sorted(ROOT.glob("explainer/**/*.py"))
    return {".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): file for file in files}


def _for_types_only(tree: ast.AST) -> set[ast.AST]:
    blocks = [n for n in ast.walk(tree) if isinstance(n, ast.If) and "TYPE_CHECKING" in ast.unparse(n.test)]
    return {node for block in blocks for statement in block.body for node in ast.walk(statement)}


def _imports(file: Path, modules: dict[str, Path]) -> set[str]:
    tree = ast.parse(file.read_text("utf-8"))
    passed_over = _for_types_only(tree)
    found = set()
    for node in ast.walk(tree):
        if node in passed_over:
            continue
        if isinstance(node, ast.ImportFrom) and node.module:
            for name in node.names:
                whole = f"{node.module}.{name.name}"
                found.add(whole if whole in modules else node.module)
        elif isinstance(node, ast.Import):
            found.update(name.name for name in node.names)
    return found & modules.keys()


def _graph() -> dict[str, set[str]]:
    modules = _modules()
    return {name: _imports(file, modules) - {name} for name, file in modules.items()}


def _circle(graph: dict[str, set[str]]) -> list[str]:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def _reached(graph: dict[str, set[str]], start: str) -> set[str]:
    found, ahead = set(), [start]
    while ahead:
        new = graph[ahead.pop()] - found
        found |= new
        ahead.extend(new)
    return found


def test_no_module_needs_itself_but_in_the_known_circles() -> None:
    graph = _graph()
    assert len(graph) > 400
    assert sum(map(len, graph.values())) > 2 * len(graph)
    for circle in KNOWN:
        for module in circle:
            graph[module] -= circle
    assert not _circle(graph)


def test_every_known_circle_is_still_one() -> None:
    graph = _graph()
    assert not [(circle, module) for circle in KNOWN for module in circle if not circle <= _reached(graph, module)]
