"""What is installed: every package, the resources, and types for those who build on the program."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
import tarfile
import tomllib
from pathlib import Path
from typing import Any

import pytest

import explainer
from explainer.assets import resources

ROOT = Path(__file__).parent.parent


def _settings() -> Any:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def test_every_package_is_listed() -> None:
    folders = {".".join(file.parent.relative_to(ROOT).parts) for file in ROOT.glob("explainer/**/__init__.py")}
    assert len(folders) >= 15
    assert set(_settings()["tool"]["setuptools"]["packages"]) == folders | {"explainer._resources"}


def test_every_kind_of_file_in_the_packages_is_installed() -> None:
    data = _settings()["tool"]["setuptools"]["package-data"]
    listed = {file for package, patterns in data.items() for file in _matching(package, patterns)}
    present = {file for file in ROOT.glob("explainer/**/*") if file.is_file() and "__pycache__" not in file.parts}
    assert {file for file in present if file.suffix != ".py"} <= listed


def _matching(package: str, patterns: list[str]) -> set[Path]:
    folder = ROOT / package.replace(".", "/")
    return {file for pattern in patterns for file in folder.glob(pattern)}


def test_every_resource_matches_a_pattern_of_the_wheel() -> None:
    present = {file for file in (ROOT / "resources").rglob("*") if file.is_file()}
    patterns = _settings()["tool"]["setuptools"]["package-data"]["explainer._resources"]
    listed = {file for pattern in patterns for file in (ROOT / "resources").glob(pattern)}
    assert present
    assert present <= listed


def test_the_resources_hold_no_python() -> None:
    assert not list((ROOT / "resources").rglob("*.py"))


def test_the_resources_are_found() -> None:
    found = resources()
    assert {folder.name for folder in (ROOT / "resources").iterdir()} <= {folder.name for folder in found.iterdir()}


def test_the_package_says_that_it_is_typed() -> None:
    assert (Path(explainer.__file__).parent / "py.typed").exists()


def test_pyside6_is_held_back_below_python_3_12() -> None:
    wanted = [line for line in _settings()["project"]["dependencies"] if line.startswith("PySide6")]
    assert wanted == [
        "PySide6-Essentials>=6.8,<6.12; python_version < '3.12'",
        "PySide6-Essentials>=6.8; python_version >= '3.12'",
    ]


def test_the_metadata_say_who_and_what_and_name_no_address() -> None:
    project = _settings()["project"]
    assert project["authors"] == [{"name": "The Explainer developers"}]
    assert "urls" not in project
    assert len(project["keywords"]) >= 6
    assert {"Topic :: Education", "Natural Language :: German", "Typing :: Typed"} <= set(project["classifiers"])


def test_the_source_archive_holds_the_tests(tmp_path: Path) -> None:
    pytest.importorskip("setuptools", "77", reason="building needs setuptools")
    from tests.archive import HELD

    checkout = tmp_path / "checkout"
    checkout.mkdir()
    for name in ("explainer", "resources", "tests", ".ci"):
        shutil.copytree(ROOT / name, checkout / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, checkout / name)
    program = "import sys; from setuptools.build_meta import build_sdist; build_sdist(sys.argv[1])"
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], cwd=checkout, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    (archive,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        held = {name.partition("/")[2] for name in opened.getnames()}
        described = [opened.extractfile(name) for name in opened.getnames() if name.endswith("/PKG-INFO")]
        pages = [file.read().decode("utf-8") for file in described if file is not None]
    wanted = {
        str(file.relative_to(checkout))
        for name in HELD
        for file in (checkout / name).rglob("*")
        if file.is_file() and file.suffix != ".pyc"  # building the archive imports tests.archive
    }
    assert len(wanted) > 300
    assert wanted | {"pyproject.toml", "README.md", "explainer/api.py"} <= held
    assert pages
    for text in pages:
        assert "Description-Content-Type: text/markdown" in text
        assert not re.findall(r"\]\((?!#)", text), "what lies in a folder is not there on the page of a package"
        assert PRINTED.read_text("utf-8").strip() in text


PRINTED = ROOT / "resources" / "pictures" / "window.txt"


def test_the_picture_on_the_page_of_the_package_is_what_the_program_prints(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from explainer.__main__ import main

    monkeypatch.setenv("COLUMNS", "80")

    command, _, printed = PRINTED.read_text("utf-8").partition("\n")
    assert main(shlex.split(command.removeprefix("$ explainer "))) == 0
    assert capsys.readouterr().out.strip() == printed.strip()


def test_what_others_bring_is_named_where_it_is_imported() -> None:
    named = {re.split(r"[<>=;\[ ]", line)[0].lower() for line in _settings()["project"]["dependencies"]}
    brought = {"PIL": "pillow", "contourpy": "contourpy", "fontTools": "fonttools", "markdown_it": "markdown-it-py",
               "mpmath": "mpmath", "jinja2": "jinja2"}  # fmt: skip
    sources = "".join(file.read_text("utf-8") for file in (ROOT / "explainer").rglob("*.py"))
    for module, package in brought.items():
        assert re.search(rf"^ *(?:from|import) {module}\b", sources, re.MULTILINE), f"{module} is not needed any more"
        assert package in named
