"""The order of the house: every package says what it is for, and no text names the machine it was written on."""

from __future__ import annotations

import ast
import subprocess
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MOST_MODULES = 25
"""Of one folder, its `__init__` and `__main__` among them."""
TOP_LEVEL = {"pyproject.toml", "README.md", "explainer", "resources", "tests"}

# Put together here, so that this file does not hold them.
MACHINE_PATHS = tuple("/" + name + "/" for name in ("work", "root", "home", "Users"))


def _tracked() -> list[Path]:
    """The files of the project: those under version control, or all of them in a copy without it."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode == 0:
        return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]
    folders = [ROOT / name for name in ("explainer", "resources", "tests", ".ci")]
    found = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    return [file for file in found if "__pycache__" not in file.parts] + [ROOT / "README.md", ROOT / "pyproject.toml"]


def _modules() -> list[Path]:
    return sorted(ROOT.glob("explainer/**/*.py"))


def test_no_file_names_a_path_of_a_machine() -> None:
    files = [file for file in _tracked() if file.suffix not in {".png", ".ico", ".qm"}]
    assert len(files) > 50
    found = [
        f"{file.relative_to(ROOT)}: {path}"
        for file in files
        for path in MACHINE_PATHS
        if path in file.read_text("utf-8")
    ]
    assert not found


def test_the_top_level_holds_what_it_should() -> None:
    top = {file.relative_to(ROOT).parts[0] for file in _tracked()}
    assert {name for name in top if not name.startswith(".")} == TOP_LEVEL


@pytest.mark.parametrize("module", _modules(), ids=lambda module: str(module.relative_to(ROOT)))
def test_every_module_says_what_it_is_for(module: Path) -> None:
    assert ast.get_docstring(ast.parse(module.read_text("utf-8")))


def test_no_folder_holds_more_modules_than_one_looks_through() -> None:
    counts = Counter(module.parent.relative_to(ROOT).as_posix() for module in _modules())
    assert len(counts) > 30
    assert not {folder: count for folder, count in counts.items() if count > MOST_MODULES}


def test_no_module_imports_the_tests() -> None:
    assert not [file for file in _modules() if "import tests" in file.read_text() or "from tests" in file.read_text()]
