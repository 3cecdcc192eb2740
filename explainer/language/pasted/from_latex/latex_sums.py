"""Sums in LaTeX: their limits, what they are over, and how far they reach."""

from __future__ import annotations

import re

from explainer.errors import ParseError
from explainer.expr.letters import SUM_SIZE_LETTERS, fresh
from explainer.language.pasted.from_latex import latex_words as words
from explainer.language.pasted.from_latex.latex_rows import RowReader
from explainer.language.pasted.from_latex.latex_tokens import LatexToken
from explainer.language.pasted.pieces import Piece, joined
from explainer.language.text.names.letters_of_vectors import is_entrywise_factor
from explainer.phrases import phrase
from explainer.threads import recent

_BETWEEN = frozenset({"+", "-", "−", ",", ";"})
"""What ends a term."""
_SUMS = frozenset({"\\sum", "∑", "Σ"})
_PAIR = re.compile(
    r"(?:1 <=? )?(?P<i>[A-Za-z]) ?(?P<sign>,|<|>|<=|>=|!=) (?P<j>[A-Za-z])(?: = 1| <= (?P<size>[A-Za-z]\w*|\d+))?"
)
"""The i < j below a sum over pairs, i, j = 1, and the 1 <= i < j <= n that says how far they run."""


class SumReader(RowReader):
    """Reads sums; `bounds` are the limits of indices, `running` those of the sums around."""

    def __init__(self, text: str, tokens: list[LatexToken] | None = None) -> None:
        super().__init__(text, tokens)
        self.bounds: dict[str, str] = {}
        self.running: list[str] = []
        self.multiplying = 0

    def sum_over(self, token: LatexToken) -> Piece:
        self.deeper()  # a sum in a sum takes as many calls again as a group in a group
        piece = self._sum_over(token)
        self.depth -= 1
        return piece

    def _sum_over(self, token: LatexToken) -> Piece:
        lower = upper = ""
        while self.here.value in {"_", "^"}:
            if self.take().value == "_":
                lower = joined(self.group())
            else:
                upper = joined(self.group())
        lower = re.sub(r"(?<=^[i-n]) (?=[i-n]$)", ", ", lower)  # \\sum_{ij}
        if re.fullmatch(r"[A-Za-z](, ?[A-Za-z])*", lower) and not upper:
            return self._sum_without_limits(lower.replace(" ", "").split(","))
        pair = _PAIR.fullmatch(lower)
        if pair is not None and pair["i"] != pair["j"] and self._counts(pair["i"]) and self._counts(pair["j"]):
            return self._sum_of_pairs(pair, upper or pair["size"] or "")
        behind = re.fullmatch(r"([A-Za-z]) = ([A-Za-z]) \+ 1", lower)
        if behind is not None and behind[2] in self.running:
            return self._sum_beside(behind[1], f"{behind[1]} > {behind[2]}", upper)
        before = re.fullmatch(r"([A-Za-z]) - 1", upper)
        if before is not None and before[1] in self.running and re.fullmatch(r"[A-Za-z] = 1", lower):
            return self._sum_beside(lower[0], f"{lower[0]} < {before[1]}", self.bounds.get(before[1], ""))
        match = re.fullmatch(r"([A-Za-z])(?: = (\d+))?", lower)
        if not lower and not upper:
            return Piece("operand", f"sum({_entry_by_entry(self.run_of_operands())})")
        if match is None or not re.fullmatch(r"[A-Za-z]\w*(?: \+ \d+)?|\d+", upper):
            raise self._without_range(token)
        first = match[2] or "1"
        self.bounds[match[1]] = upper
        if not match[2]:
            self.note(phrase("The sum over {0} is taken to begin at 1.", match[1]))
        return Piece("operand", f"sum({match[1]}={first}..{upper}, {self._summed(match[1])})")

    def product_over(self, token: LatexToken) -> Piece:
        """\\prod_{i=1}^n, which reaches to the next plus or minus, as a sum over one index does."""
        self.multiplying += 1
        text = self.sum_over(token).text
        self.multiplying -= 1
        if not re.match(r"sum\((?!\w=)|sum\(\w=\d+\.\.\w+(?: \+ \d+)?, (?!\w=|\(\w [<>!])|\(sum_\w \(", text):
            raise self._without_range(token)
        return Piece("operand", text.replace("sum", "prod", 1))

    def _without_range(self, token: LatexToken) -> ParseError:
        if self.multiplying:
            return self.refusal("this product has no limits that can be read", token, "Write \\prod_{i=1}^{n}.")
        return self.refusal("this sum has no limits that can be read", token, "Write \\sum_{i=1}^{n}.")

    def _sum_without_limits(self, indices: list[str]) -> Piece:
        """\\sum_i: over all numbers of the index, up to a size that the entries have; one sum for each of several."""
        if not self.bounds.keys() & set(indices):
            body = self._summed(*indices)
            for index in reversed(indices):
                body = f"(sum_{index} ({body}))"
            return Piece("operand", body)
        for index in indices:
            self.bounds[index] = self.bounds.get(index) or self._size_beside(index) or self._new_size()
            self.note(phrase("The sum over {0} is taken from 1 to {1}.", index, self.bounds[index]))
        ranges = ", ".join(f"{index}=1..{self.bounds[index]}" for index in indices)
        return Piece("operand", f"sum({ranges}, {self._summed(*indices)})")

    def _counts(self, index: str) -> bool:
        """Whether a letter stands below a name somewhere: in \\sum_{i<n} x_i the n is a size."""
        below = re.findall(r"_\s*(\w|\{[^{}<>=\\]*\})", self.text)
        return any(index in written for written in below)

    def _sum_of_pairs(self, pair: re.Match[str], size: str) -> Piece:
        """\\sum_{i<j}: over all pairs of numbers that the condition allows; the index of a sum around it is known."""
        indices = [index for index in (pair["i"], pair["j"]) if index not in self.running]
        condition = "" if pair["sign"] == "," else f"{pair['i']} {pair['sign']} {pair['j']}"
        if len(indices) == 1 and condition:
            return self._sum_beside(
                indices[0], condition, size or self.bounds.get(pair["i"]) or self.bounds.get(pair["j"], "")
            )
        if not size:
            below = f"{pair['i']}{pair['sign']}{pair['j']}"
            return Piece("operand", f"(sum_{{{below}}} ({self._summed(pair['i'], pair['j'])}))")
        self.bounds |= {pair["i"]: size, pair["j"]: size}
        body = self._summed(pair["i"], pair["j"])
        factor = f"({condition}) ({body})" if condition else body
        return Piece("operand", f"sum({pair['i']}=1..{size}, {pair['j']}=1..{size}, {factor})")

    def _sum_beside(self, index: str, condition: str, size: str) -> Piece:
        """\\sum_{j \\neq i} inside a sum over i: over one index, with the condition as a factor that is 1 or 0."""
        if not size:
            size = self._new_size()
            self.note(phrase("The sum over {0} is taken from 1 to {1}.", index, size))
        self.bounds[index] = size
        return Piece("operand", f"sum({index}=1..{size}, ({condition}) ({self._summed(index)}))")

    def _size_beside(self, index: str) -> str:
        """How far another index runs that counts the entries of the same name: j beside i in α_i α_j."""
        own = _names_with(index, self.text)
        return next((size for other, size in self.bounds.items() if own & _names_with(other, self.text)), "")

    def _new_size(self) -> str:
        return fresh({token.value for token in self.tokens} | set(self.bounds.values()), SUM_SIZE_LETTERS)

    def _summed(self, *indices: str) -> str:
        """What stands behind a sum, in which its indices are known."""
        self.running.extend(indices)
        pieces = self.run_of_operands()
        while self._goes_on(indices):
            sign = self.take()
            pieces = [*pieces, Piece("binary", words.OPERATORS[sign.value]), *self.run_of_operands()]
            self.note(phrase("The sum over {0} is taken of all terms that have this index.", " and ".join(indices)))
        del self.running[-len(indices) :]
        return joined(pieces)

    def _goes_on(self, indices: tuple[str, ...]) -> bool:
        """Whether the term behind a plus or minus has an index of this sum, which nothing else gives a meaning."""
        if self.multiplying or words.OPERATORS.get(self.here.value) not in {"+", "-"}:
            return False
        depth, found = 0, False
        for k in range(self.place + 1, len(self.tokens)):
            value = self.tokens[k].value
            depth += (value in words.OPENING) - (value in words.CLOSING)
            if depth < 0 or value in self.open_bars or (not depth and (value in words.RELATIONS or value in _BETWEEN)):
                break
            if value in _SUMS and self.tokens[k + 1].value not in {"_", "^"}:
                return False  # its own index has no limits
            if value == "^" and [token.value for token in self.tokens[k + 1 : k + 5 : 3]] == ["{", ")"]:
                found = found or self.tokens[k + 3].value in indices  # y^{(i)}
            if value == "_":
                inner = self.tokens[k + 1 : k + 2]
                group = self.tokens[k + 2 : k + 5] if inner and inner[0].value == "{" else inner
                below = {token.value for token in group}
                if self.tokens[k - 1].value in _SUMS:
                    if below & set(indices):
                        return False
                else:
                    found = found or bool(below & set(indices))
        return found


_OF_ENTRIES = re.compile(r"(?P<letter>[a-z])(?:_(?:hat|bar|tilde))?(?:\^\d+)?|\(.*[-+].*\)|(?:ln|log|exp)\(.*\)")
"""A factor that has an entry for each of the terms of a sum without an index."""


def _is_of_entries(text: str) -> bool:
    match = _OF_ENTRIES.fullmatch(text)
    return match is not None and (match["letter"] is None or is_entrywise_factor(match["letter"]))


def _entry_by_entry(pieces: list[Piece]) -> str:
    """The x y of \\sum xy with the sign of what is multiplied entry by entry."""
    spread: list[Piece] = []
    for piece in pieces:
        beside = spread and {spread[-1].kind, piece.kind} == {"operand"}
        if beside and all(_is_of_entries(one.text) for one in (spread[-1], piece)):
            spread.append(Piece("binary", "⊗"))
        spread.append(piece)
    return joined(spread)


@recent(64)
def _names_with(index: str, text: str) -> frozenset[str]:
    """The names below which an index stands alone or first."""
    return frozenset(re.findall(rf"(\\?[A-Za-z]+|\}})\s?_\s?\{{?\s?{index}(?![A-Za-z])", text))
