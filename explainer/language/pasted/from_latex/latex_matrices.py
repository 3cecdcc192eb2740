"""Environments in LaTeX: matrices with their rows and cells, and cases."""

from __future__ import annotations

from explainer.language.pasted.from_latex import latex_words as words
from explainer.language.pasted.from_latex.latex_scripts import ScriptReader
from explainer.language.pasted.from_latex.latex_statements import environment
from explainer.language.pasted.from_latex.latex_tokens import LatexToken
from explainer.language.pasted.pieces import Piece, joined, signs_told_apart
from explainer.phrases import phrase


class MatrixReader(ScriptReader):
    """Reads what stands in rows between \\begin and \\end."""

    def environment_of(self, token: LatexToken) -> Piece:
        name = environment(token)
        if token.value.startswith("\\end"):
            raise self.refusal(phrase("the environment {0} ends where none began", name), token)
        if name == "array" and self.here.value == "{":
            self.raw_group()
        if name not in {*words.MATRICES, *words.FENCED, "cases"}:
            raise self.refusal(
                phrase("the environment {0} is not read", name), token, "Matrices, cases and displays are."
            )
        rows = self._rows(name, token)
        if name == "cases":
            return Piece("operand", "cases(" + ", ".join(self.case(row, token) for row in rows) + ")")
        texts = [[joined(signs_told_apart(cell)) for cell in row] for row in rows]
        if any(not cell for row in texts for cell in row):
            raise self.refusal("an entry of this matrix is empty", token, "Fill in every entry.")
        if name == "array" and [len(row) for row in texts] == [1]:
            return Piece("operand", f"({texts[0][0]})")  # which only aligns what stands in it
        column = all(len(row) == 1 for row in texts)
        rows_of = (row[0] if column else f"[{', '.join(row)}]" for row in texts)
        return Piece("operand", words.FENCED.get(name, "{0}").format(f"[{', '.join(rows_of)}]"))

    def _rows(self, name: str, opening: LatexToken) -> list[list[list[Piece]]]:
        """The cells of an environment, row by row; its end is taken."""
        rows: list[list[list[Piece]]] = [[]]
        while True:
            cell = self.sequence(
                lambda token: (
                    token.value == "&"
                    or token.kind in {"break", "environment_end", "end"}
                    or (token.kind == "environment" and token.value.startswith("\\end"))
                )
            )
            rows[-1].append(cell)
            token = self.take()
            if token.kind == "break":
                rows.append([])
            elif token.kind == "environment":
                if environment(token) != name:
                    raise self.refusal(phrase("{0} is not closed before this", name), token)
                return [row for row in rows if any(row)]
            elif token.kind == "end":
                raise self.refusal(
                    phrase("the environment {0} is not closed", name),
                    opening,
                    phrase("End it with \\end{{{0}}}.", name),
                )
