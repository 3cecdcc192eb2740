"""Prints the lowest versions that pyproject.toml allows, as constraints for pip."""

import re
import tomllib
from pathlib import Path

project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text("utf-8"))["project"]
asked = [*project["dependencies"], *project["optional-dependencies"]["test"]]
lowest = {}
for requirement in asked:
    found = re.match(r"([\w.-]+)\s*>=\s*([\w.]+)", requirement)
    if found is None:
        raise SystemExit(f"{requirement}: no lowest version is given")
    lowest[found[1]] = found[2]
print("\n".join(f"{name}=={version}" for name, version in sorted(lowest.items())))
