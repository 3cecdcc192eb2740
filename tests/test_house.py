"""The order of the house: every package says what it is for, and no text names the machine it was written on."""

from __future__ import annotations

import ast
import re
import subprocess
from collections import Counter
from itertools import pairwise
from pathlib import Path

from tests.cases import in_groups
from tests.sources import nodes_of

ROOT = Path(__file__).parent.parent
MOST_MODULES = 25
"""Of one folder, its `__init__` and `__main__` among them."""
MOST_LINES = 400
"""Of one module."""
MOST_LINES_OF_A_FUNCTION = 60
LONG = {
    "expr/nodes.py": "the closed set of nodes, one short class for each",
    "expr/text.py": "one function for each node",
    "expr/values.py": "one function for each node",
}
"""The modules that are tables, row by row, and may be longer; each with what its rows are."""
LEAST_FULL = 100
"""A line of a docstring is at least so long, unless a sentence ends in it."""
MOST_QUESTIONS_FOR_A_KIND = 233
"""How many lines of the rules may ask `isinstance`: what many ask is a pattern in a signature, or in matching.py."""
SHARED_NAMES = """
    api arithmetic arrays backward batches blocks brackets breaking calls columns comparing completing
    constructs course decided declared definitions derivatives descent exponents exporting finding flow
    forms functions given latex laws layers letters line lines looking losses main making markdown matrices
    names networks opening options pages parts picture pictures pieces piecewise places powers practising
    program prose question reader reference registry scalars signs sweep symbols tables terms
    theme values vectors
"""
"""File names that occur in several folders, because they mean the same thing there, each for its folder: `matrices` of
mistakes, skills and rules, `reader` of R, SymPy and text. What is another thing gets another name."""
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


@in_groups("module", _modules(), ids=lambda module: str(module.relative_to(ROOT)))
def test_every_module_says_what_it_is_for(module: Path) -> None:
    tree = nodes_of(module)[0]
    assert isinstance(tree, ast.Module)
    assert ast.get_docstring(tree)


def _broken_early(docstring: str, indent: int) -> list[str]:
    """The lines of a docstring that end in the middle of a sentence, though the next word would have had room."""
    lines = docstring.split("\n")
    return [
        line
        for line, following in pairwise(lines)
        if line and following and not line.startswith((" ", ">")) and not following.startswith((" ", "-", "*", ">"))
        if not line.endswith((".", ":", ".)")) and indent + len(line) + 1 + len(following.split()[0]) <= LEAST_FULL
    ]


def test_no_docstring_is_broken_in_the_middle_of_a_line() -> None:
    """A word alone on a line is what a re-wrap left behind; the docstrings of rules are what learners read."""
    documented = [
        (f"{module.relative_to(ROOT)}: {getattr(node, 'name', '')}", ast.get_docstring(node), node.body[0].col_offset)
        for module in _modules()
        for node in nodes_of(module)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    texts = [(place, docstring, indent) for place, docstring, indent in documented if docstring]
    assert len(texts) > 3000
    assert not {place: lines for place, text, indent in texts if (lines := _broken_early(text, indent))}
    assert _broken_early("Each named piece is so simple that a\nsingle\nscalar rule differentiates it.", 4)


def test_no_folder_holds_more_modules_than_one_looks_through() -> None:
    counts = Counter(module.parent.relative_to(ROOT).as_posix() for module in _modules())
    assert len(counts) > 30
    assert not {folder: count for folder, count in counts.items() if count > MOST_MODULES}


def test_no_file_name_has_two_meanings() -> None:
    counts = Counter(module.stem for module in _modules() if not module.stem.startswith("__"))
    assert not {name for name, count in counts.items() if count > 1} - set(SHARED_NAMES.split())


def test_no_module_is_longer_than_one_reads_through() -> None:
    lengths = {
        module.relative_to(ROOT / "explainer").as_posix(): len(module.read_text("utf-8").splitlines())
        for module in _modules()
    }
    assert len(lengths) > 500
    long = {name for name, length in lengths.items() if length > MOST_LINES}
    assert not long - LONG.keys()
    assert not LONG.keys() - long


def test_no_function_is_longer_than_one_sees_at_once() -> None:
    functions = [
        (f"{module.relative_to(ROOT / 'explainer').as_posix()}: {node.name}", node)
        for module in _modules()
        for node in nodes_of(module)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert len(functions) > 4000
    lengths = {name: (node.end_lineno or 0) - node.lineno + 1 for name, node in functions}
    assert not {name for name, length in lengths.items() if length > MOST_LINES_OF_A_FUNCTION}


def test_rules_say_by_patterns_what_they_are_about() -> None:
    """The ceiling may sink, and never rises."""
    lines = [line for module in ROOT.glob("explainer/rules/**/*.py") for line in module.read_text("utf-8").splitlines()]
    assert len(lines) > 10000
    assert sum("isinstance" in line for line in lines) <= MOST_QUESTIONS_FOR_A_KIND


def test_nothing_is_looked_for_that_may_not_be_there_without_a_word_for_that() -> None:
    """`next` of a search has a default, but where the search goes on for ever."""
    searches = [
        (f"{module.relative_to(ROOT)}:{node.lineno}", node)
        for module in _modules()
        if module.relative_to(ROOT).parts[1] not in {"gui", "figures"}  # they look rows of tables up, by name
        for node in nodes_of(module)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "next"
        if isinstance(node.args[0], ast.GeneratorExp)
    ]
    assert len(searches) > 70
    bare = {place: ast.unparse(search) for place, search in searches if len(search.args) == 1}
    assert not [place for place, search in bare.items() if "count(" not in search]


def test_no_timer_is_made_for_a_single_use() -> None:
    """Such a one ends with nobody: `explainer.gui.relay.once` makes one that ends with its owner."""
    made = [
        f"{module.relative_to(ROOT)}:{node.lineno}"
        for module in _modules()
        for node in nodes_of(module)
        if isinstance(node, ast.Attribute) and node.attr == "singleShot"
    ]
    assert not made


def test_what_is_worked_out_once_holds_up_no_other_thread() -> None:
    """In Python 3.11 `cached_property` lets no thread work out that property of any other object; see `threads.once`.

    Parts of the window are used by its own thread alone.
    """
    using = {
        module.relative_to(ROOT).as_posix()
        for module in _modules()
        for node in nodes_of(module)
        if isinstance(node, ast.Name | ast.Attribute)
        and "cached_property" in (getattr(node, "id", ""), getattr(node, "attr", ""))
    }
    assert using
    assert not {module for module in using if not module.startswith("explainer/gui/")}


def test_what_is_kept_of_what_was_typed_is_let_go_of() -> None:
    """A store of the last answers is `threads.recent`, which a quiet minute empties: one that nobody empties holds what
    was worked on hours ago. Only tables of the program itself are kept for good, and these need no bound."""
    of_what_was_typed = re.compile(r"\b(?<!type\[)(Node|Shape|Size|Trace|Step|Notation|Symbol)\b")
    stores = [
        (function, ast.unparse(decorator), f"{module.relative_to(ROOT)}:{function.lineno} {function.name}")
        for module in _modules()
        for function in nodes_of(module)
        if isinstance(function, ast.FunctionDef)
        for decorator in function.decorator_list
    ]
    kept = [(function, place) for function, decorator, place in stores if re.match(r"(lru_)?cache\b", decorator)]
    assert len(kept) > 30
    bounded = re.compile(r"\blru_cache\b")
    assert not [file for file in _modules() if file.name != "threads.py" and bounded.search(file.read_text())]
    assert sum(decorator.startswith("recent(") for _, decorator, _ in stores) > 30
    kinds = {place: ast.unparse(function.args) for function, place in kept}
    assert not {place: asked for place, asked in kinds.items() if of_what_was_typed.search(asked) or "float" in asked}


def test_layouts_are_nested_in_one_way_and_nobody_asks_for_their_places() -> None:
    """`explainer.gui.look.flow` says how that ended; a scene has an `itemAt` too, which is something else."""
    asked = [
        f"{module.relative_to(ROOT)}:{node.lineno}"
        for module in _modules()
        if module.name != "flow.py"
        for node in nodes_of(module)
        if isinstance(node, ast.Attribute) and node.attr in ("addLayout", "insertLayout", "takeAt", "itemAtPosition")
    ]
    assert not asked


def test_no_module_imports_the_tests() -> None:
    assert not [file for file in _modules() if "import tests" in file.read_text() or "from tests" in file.read_text()]
