"""Which module imports which, inside functions too: no module needs one that needs it."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.sources import nodes_of

ROOT = Path(__file__).parent.parent
KNOWN = [
    # A node prints and evaluates itself; every kind of node is one of a closed set that its printers know.
    {
        f"explainer.expr.{name}"
        for name in ("called", "evaluate", "given", "node", "nodes", "pickling", "text", "values")
    },
]
"""The only circle that there is, with its reason; a new one is split, not added."""
MOST_CIRCLES_OF_TYPES = 9
"""How many circles there may be where what is imported for the eyes of a type checker counts too; it may sink only."""


def _modules() -> dict[str, Path]:
    files = sorted(ROOT.glob("explainer/**/*.py"))
    return {".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): file for file in files}


def _for_types_only(nodes: list[ast.AST]) -> set[ast.AST]:
    blocks = [n for n in nodes if isinstance(n, ast.If) and getattr(n.test, "id", "") == "TYPE_CHECKING"]
    return {node for block in blocks for statement in block.body for node in ast.walk(statement)}


def _imports(file: Path, modules: dict[str, Path], *, types: bool) -> set[str]:
    nodes = nodes_of(file)
    passed_over = set() if types else _for_types_only(nodes)
    found = set()
    for node in nodes:
        if node in passed_over:
            continue
        if isinstance(node, ast.ImportFrom) and node.module:
            for name in node.names:
                whole = f"{node.module}.{name.name}"
                found.add(whole if whole in modules else node.module)
        elif isinstance(node, ast.Import):
            found.update(name.name for name in node.names)
    return found & modules.keys()


def _graph(*, types: bool = False) -> dict[str, set[str]]:
    modules = _modules()
    return {name: _imports(file, modules, types=types) - {name} for name, file in modules.items()}


def _circles(graph: dict[str, set[str]]) -> list[set[str]]:
    """The modules that need each other, by whatever ways: as many sets as there are such circles."""
    reached = {name: _reached(graph, name) for name in graph}
    found: list[set[str]] = []
    for name in graph:
        circle = {other for other in reached[name] if name in reached[other]}
        if circle and circle not in found:
            found.append(circle)
    return found


def _reached(graph: dict[str, set[str]], start: str) -> set[str]:
    found, ahead = set[str](), [start]
    while ahead:
        new = graph[ahead.pop()] - found
        found |= new
        ahead.extend(new)
    return found


def test_the_only_modules_that_need_each_other_are_those_of_the_known_circle() -> None:
    graph = _graph()
    assert len(graph) > 400
    assert sum(map(len, graph.values())) > 2 * len(graph)
    assert _circles(graph) == KNOWN


def test_circles_of_types_do_not_grow_in_number() -> None:
    assert len(_circles(_graph(types=True))) <= MOST_CIRCLES_OF_TYPES


def test_a_circle_is_found_however_long_it_is() -> None:
    assert _circles({"a": {"b"}, "b": {"c"}, "c": {"a", "d"}, "d": set()}) == [{"a", "b", "c"}]
