"""Python text → logical lines of tokens, with their places; comments, prompts and continued lines settled."""

from __future__ import annotations

import re
from dataclasses import dataclass

from explainer.errors import ParseError
from explainer.language.text.scanner import refuse_too_long
from explainer.threads import recent


@dataclass(frozen=True, slots=True)
class CodeToken:
    """One token: kind is name, number, text (in quotation marks), sign or end."""

    kind: str
    value: str
    start: int
    end: int


_TOKEN = re.compile(
    r"""
      (?P<comment>\#[^\n]*)
    | (?P<continued>\\\r?\n)
    | (?P<newline>\n)
    | (?P<space>[^\S\n]+)
    | (?P<prompt>(?m:^)(?:>>>|\.\.\.|In\ \[\d+\]:)\ ?)
    | (?P<text>[rbfu]{0,2}(?:\"\"\".*?\"\"\"|'{3}.*?'{3}|"[^"\n]*"|'[^'\n]*'))
    | (?P<number>(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)
    | (?P<name>[^\W\d]\w*)
    | (?P<sign>\*\*|//|<=|>=|==|!=|->|[-+*/%@]=|:=|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_OPENING, _CLOSING = "([{", ")]}"


def scan_code(text: str) -> list[list[CodeToken]]:
    """The logical lines of a piece of Python, each a list of tokens.

    Raises LimitError when the text is too long, ParseError where a bracket closes that was not opened.
    """
    refuse_too_long(text, "Paste the lines that compute the function only.")
    lines: list[list[CodeToken]] = [[]]
    depth = 0
    for match in _TOKEN.finditer(text):
        kind, value = match.lastgroup or "sign", match.group()
        if kind in {"comment", "space", "continued", "prompt"}:
            continue
        if kind == "newline" or (value == ";" and depth == 0):
            if depth == 0 and lines[-1]:
                lines.append([])
            continue
        depth += (value in _OPENING) - (value in _CLOSING)
        if depth < 0:
            raise ParseError(
                "this bracket closes nothing", text=text, position=match.start(), end=match.end(), hint="Remove it."
            )
        lines[-1].append(CodeToken(kind, value, match.start(), match.end()))
    return [line for line in lines if line]


def is_a_name_of_its_own(constant: str, lines: list[list[CodeToken]]) -> bool:
    """Whether code means a value of its own by e: Python knows no such number, unless it is imported.

    A power of it, e**x, is written by who means the number; a name that has a value in a line is known by that.
    """
    own = False
    for line in lines:
        if line[0].value in {"from", "import"} and any(token.value in {constant, "*"} for token in line):
            return False
        for k, token in enumerate(line):
            if token.value != constant or token.kind != "name" or (k and line[k - 1].value == "."):
                continue
            behind = line[k + 1].value if k + 1 < len(line) else ""
            if behind == "=" and not k:
                return False
            own = own or behind != "**"
            own = own or (behind == "**" and "".join(t.value for t in line[k + 2 : k + 3]).isdigit())
    return own


def begins_entry(tokens: list[CodeToken], place: int) -> bool:
    """Whether the operand that begins here is an entry, x[0]: a number."""
    values = [token.value for token in tokens[place + 1 : place + 4]]
    return values[:1] == ["["] and values[2:] == ["]"] and values[1].isdecimal()


_NUMBERS = frozenset(
    {"sum", "mean", "norm", "trace", "det", "std", "var", "logsumexp", "item", "reduce_sum", "reduce_mean"}
)
"""What makes a number of all entries, where no axis is given."""


def gives_number(tokens: list[CodeToken], place: int) -> bool:
    """Whether the operand that begins here ends in a call that makes a number: np.sum(W**2), np.maximum(0, z).sum()."""
    last, k = "", place
    while k < len(tokens):
        if tokens[k].kind == "name":
            last, k = tokens[k].value, k + 1
        elif tokens[k].value in "([":
            end, depth, with_axis = k, 0, False
            while end < len(tokens):
                depth += (tokens[end].value in "([{") - (tokens[end].value in ")]}")
                with_axis = with_axis or tokens[end].value in {"axis", "dim", "keepdims"}
                if depth == 0:
                    break
                end += 1
            last, k = "" if with_axis or tokens[k].value == "[" else last, end + 1
        elif tokens[k].value == ".":
            k += 1
        else:
            break
    return last in _NUMBERS


@recent(8)
def raises_quantity(text: str) -> bool:
    """Whether capitals are quantities of economics and physics: K**alpha, Vmax*S/(Km + S) and exp(-E/(R*T)) are.

    A capital has a named exponent, or it divides where nothing is done that is done to matrices and batches.
    """
    if re.search(r"(?<![\w.])[A-Z]\w*\s*\*\*\s*\(?[a-z1]", text) is not None:
        return True
    return _DIVIDED.search(text) is not None and _OF_MATRICES.search(text) is None


_DIVIDED = re.compile(r"/\s*(?:\([^()]*)?(?<![\w.])[A-Z]\w*(?![\w(.])")
_OF_MATRICES = re.compile(
    r"@|[\w)\]]\.(?!\d)(?<!np\.)(?<!numpy\.)(?<!math\.)(?<!jnp\.)|torch|linalg|axis|(?<!\w)(?:sum|mean|dot|trace|norm|max|min|var|softmax|matmul|outer)\("
    r"|\["
)
"""Products of matrices, attributes and methods, reductions and entries."""


@recent(8)
def is_torch(text: str) -> bool:
    """Whether a text uses PyTorch. It is looked through once, not again for each of its lines."""
    return re.search(r"\b(?:torch|nn|F)\.|\bdim\s*=|\bunbiased\b", text) is not None


def colon_of(line: list[CodeToken]) -> int | None:
    """Where the colon of a def or lambda stands, outside of all brackets."""
    depth = 0
    for k, token in enumerate(line):
        depth += (token.value in "([{") - (token.value in ")]}")
        if token.value == ":" and depth == 0:
            return k
    return None


def parameters_of(tokens: list[CodeToken]) -> list[str]:
    """The names between the brackets of a def or after lambda, without types and defaults."""
    names: list[str] = []
    expected, depth = True, 0
    for token in tokens:
        depth += (token.value in "([{") - (token.value in ")]}")
        if depth < 0:
            break
        if token.value == "," and depth == 0:
            expected = True
        elif expected and token.kind == "name":
            names.append(token.value)
            expected = False
    return names
