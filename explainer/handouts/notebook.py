"""A handout as a Jupyter notebook (nbformat 4.5): the text in cells, and for each derivation a cell that derives it.

The cells run wherever the program is installed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING

from explainer.handouts.many_files import Pieces
from explainer.handouts.markdown import block_texts, notebook_face, title_text
from explainer.handouts.model import Derivation
from explainer.handouts.registry import Options

if TYPE_CHECKING:
    from explainer.handouts.model import Document

_METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def pieces(document: Document, options: Options) -> Pieces:
    """The notebook, cell by cell."""
    yield b'{"cells": ['
    for number, (kind, text) in zip(count(1), _cells(document), strict=False):
        cell: dict[str, object] = {"cell_type": kind, "id": f"cell-{number}", "metadata": {}, "source": text}
        if kind == "code":
            cell |= {"execution_count": None, "outputs": []}
        yield ((",\n" if number > 1 else "\n") + json.dumps(cell)).encode()
    yield f'\n], "metadata": {json.dumps(_METADATA)}, "nbformat": 4, "nbformat_minor": 5}}\n'.encode()


def _cells(document: Document) -> Iterator[tuple[str, str]]:
    face = notebook_face()
    yield "markdown", title_text(document)
    yield "code", "import explainer"
    for block in document.blocks:
        if isinstance(block, Derivation):
            yield "code", f"trace = {block.code}\ntrace.result"
        yield from (("markdown", text) for text in block_texts(block, face))
