"""The parts of the window take what they need: none of them knows the window that they are parts of."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QMainWindow

import explainer.gui

GUI = Path(explainer.gui.__file__).parent
WHOLE = {"main_window.py", "main.py"}
"""The window itself, and where the program starts."""
CALLED = {"window", "_window", "main", "_main", "parent", "parentWidget"}
"""How a part may call the window that it lies in."""


def own_names() -> set[str]:
    """What the window has that no other window has: its parts, and what it does."""
    found: set[str] = set()
    for file, name in (("main_window.py", "MainWindow"), ("all_parts.py", "AllParts")):
        tree = ast.parse((GUI / file).read_text("utf-8"))
        (whole,) = [node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == name]
        found |= {node.name for node in whole.body if isinstance(node, ast.FunctionDef)}
        found |= {
            node.attr
            for node in ast.walk(whole)
            if isinstance(node, ast.Attribute)
            and isinstance(node.ctx, ast.Store)
            and isinstance(node.value, ast.Name)
            and node.value.id == "self"
        }
    return {name for name in found if not name.startswith("__") and not hasattr(QMainWindow, name)}


def name_of(node: ast.expr) -> str:
    """What something is called, or what it comes from."""
    if isinstance(node, ast.Call):
        return name_of(node.func)
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def through_window(node: ast.expr, names: set[str]) -> bool:
    """Whether this goes through the window to something of its own."""
    if isinstance(node, ast.Call):
        return name_of(node.func) == "getattr" and name_of(node.args[0]) in CALLED
    return isinstance(node, ast.Attribute) and node.attr in names and name_of(node.value) in CALLED


def reaches(source: str, names: set[str]) -> Iterator[str]:
    """Every place in a source that knows the window, or goes through it to something of its own."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom | ast.Import):
            whole = [getattr(node, "module", None) or "", *(alias.name for alias in node.names)]
            if any(name.split(".")[-1] in ("MainWindow", "main_window") for name in whole):
                yield f"{node.lineno}: {ast.unparse(node)}"
        elif isinstance(node, ast.Name) and node.id == "MainWindow":
            yield f"{node.lineno}: {node.id}"
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value == "MainWindow":
            yield f"{node.lineno}: {node.value}"
        elif isinstance(node, ast.expr) and through_window(node, names):
            yield f"{node.lineno}: {ast.unparse(node)}"


def test_no_part_takes_the_whole_window_or_reaches_through_it() -> None:
    names = own_names()
    assert {"board", "reading", "session", "files", "notices", "projection", "_get_ready"} <= names
    modules = {file.relative_to(GUI).as_posix(): file.read_text("utf-8") for file in GUI.rglob("*.py")}
    assert len(modules) > 80
    found = {name: list(reaches(source, names)) for name, source in modules.items() if name not in WHOLE}
    assert {name: places for name, places in found.items() if places} == {}


def test_a_part_that_takes_the_window_is_found() -> None:
    names = {"board", "files"}
    for source in (
        "from explainer.gui.main_window import MainWindow",
        "import explainer.gui.main_window",
        "def show(window: MainWindow) -> None: ...",
        "def show(window: 'MainWindow') -> None: ...",
        "self._window.board.setFocus()",
        "self.window().files.save()",
        "getattr(self.parent(), 'anything', None)",
    ):
        assert list(reaches(source, names)), source
    assert not list(reaches("self._window.setWindowTitle(self._board.name)", names))
