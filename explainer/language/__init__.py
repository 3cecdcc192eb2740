"""The input language: what people type → expressions with shapes.

Start reading in `parsing.py`, which runs the steps in order: `text/` from characters to an untyped tree (tokens, shapes
declared in the text, products made visible, the grammar), `kinds/` (which names are scalars, vectors, matrices),
`shapes/` (inference and defaults), `building/` (→ nodes). What each of them does with a construct of the language
stands in its row in `constructs.py`. `pasted/` makes text of LaTeX and code, `sympy/` nodes of SymPy's expressions,
`typing/` helps while somebody types. `question.py` reads what the window and `derive` are given: LaTeX and code too,
and d/dx in front.
The way back, expression → text, is `explainer.expr.text`.

To add a function: a row in `explainer.operations`; nothing here. To add a construct: a word in `text/vocabulary.FORMS`
or an alternative in the grammar, a callback in `treebuilder`, a row in `constructs`, a function in
`explainer.expr.text`.
Typed text is never executed: no eval, no ast, no sympify.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from explainer.language.parsing import Parsed, parse_expression, parse_statement, parse_variable
    from explainer.language.question import Question, read_question

__all__ = ["Parsed", "Question", "parse_expression", "parse_statement", "parse_variable", "read_question"]


def __getattr__(name: str) -> Any:
    """The parser is loaded with the first use of it: the window shows itself before."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from explainer.language import parsing, question

    globals()[name] = value = getattr(parsing if hasattr(parsing, name) else question, name)
    return value
