"""What the commands of LaTeX mean here: letters, operators, fonts, fences and environments."""

from __future__ import annotations

from explainer.language.text.characters import GREEK_NAMES

LETTERS: dict[str, str] = {f"\\{name}": letter for letter, name in GREEK_NAMES.items()} | {
    "\\varepsilon": "ε",
    "\\vartheta": "θ",
    "\\varphi": "φ",
    "\\varrho": "ρ",
    "\\varsigma": "σ",
    "\\varpi": "π",
    "\\ell": "l",
    "\\hbar": "h_bar",
    "\\imath": "i",
    "\\jmath": "j",
}
"""Commands for a letter."""

OPERATORS: dict[str, str] = {
    "+": "+", "-": "-", "−": "-", "*": "*", "/": "/", "·": "·", "⊗": "⊗", "⊙": "⊗", "⊠": "⊠", "⊘": "⊘",
    "\\cdot": "·", "\\bullet": "·", "\\ast": "*", "\\odot": "⊗", "\\otimes": "⊗", "\\circ": "⊗", "\\oslash": "⊘",
    "\\boxtimes": "⊠", "\\div": "/", "\\slash": "/", "\\bigcirc": "○", "○": "○",
}  # fmt: skip
"""Signs and commands between two operands."""

RELATIONS: dict[str, str] = {
    "=": "=", "<": "<", ">": ">", "≤": "<=", "≥": ">=", "≠": "!=", "\\coloneqq": "=", "\\triangleq": "=",
    "\\le": "<=", "\\leq": "<=", "\\leqslant": "<=", "\\ge": ">=", "\\geq": ">=", "\\geqslant": ">=",
    "\\ne": "!=", "\\neq": "!=", "\\lt": "<", "\\gt": ">", "\\land": "and", "\\wedge": "and",
}  # fmt: skip
"""Signs and commands between two sides."""

BOLD = frozenset({"\\mathbf", "\\boldsymbol", "\\bm", "\\pmb", "\\symbf", "\\textbf", "\\vec", "\\overrightarrow"})
"""Fonts and marks that tell vectors and matrices from numbers."""
ARROWS = frozenset({"\\vec", "\\overrightarrow"})
"""Those that stand over one name, as over the AB of a way from A to B."""

FONTS = frozenset(
    {
        "\\mathbf", "\\boldsymbol", "\\bm", "\\pmb", "\\mathit", "\\mathrm", "\\mathsf", "\\mathtt", "\\mathnormal",
        "\\mathcal", "\\mathscr", "\\mathfrak", "\\mathbb", "\\symbf", "\\symup", "\\text", "\\textrm", "\\textbf",
        "\\textit", "\\textsf", "\\texttt", "\\textnormal", "\\textup", "\\mbox", "\\operatorname",
        "\\operatorname*", "\\vec", "\\overrightarrow",
    }
)  # fmt: skip
"""Commands that change how a name looks, and an arrow over it: the name stays the same."""

SWITCHES: dict[str, str] = {
    "\\rm": "\\mathrm", "\\bf": "\\mathbf", "\\sf": "\\mathsf", "\\it": "\\mathit", "\\sl": "\\mathit",
    "\\tt": "\\mathtt", "\\cal": "\\mathcal", "\\frak": "\\mathfrak", "\\mit": "\\mathit",
    "\\bfseries": "\\mathbf", "\\rmfamily": "\\mathrm",
}  # fmt: skip
"""Fonts of plain TeX, which hold to the end of their group, {\\rm tr}, and the command with its text in braces."""

NAMING = frozenset({"\\operatorname", "\\operatorname*", "\\mathrm", "\\text", "\\textrm", "\\textnormal", "\\mbox"})
"""Commands for the names of functions, which stand upright."""

ACCENTS: dict[str, str] = {
    "\\dot": "dot", "\\ddot": "ddot",
    "\\hat": "hat", "\\widehat": "hat", "\\bar": "bar", "\\overline": "bar", "\\tilde": "tilde", "\\widetilde": "tilde",
}  # fmt: skip
"""Marks over a letter, which become a subscript of its name."""

WRAPPERS = frozenset(
    {"\\boxed", "\\underline", "\\underbrace", "\\overbrace", "\\mathstrut", "\\textcolor", "\\colorbox"}
)
"""Decorations: what they are put on stays, a label under or over it goes."""

FENCES: dict[str, tuple[str, str]] = {
    "(": (")", ""), "[": ("]", ""), "\\{": ("\\}", ""), "\\lbrack": ("\\rbrack", ""), "\\lbrace": ("\\rbrace", ""),
    "\\langle": ("\\rangle", "inner"), "⟨": ("⟩", "inner"),
    "\\lfloor": ("\\rfloor", "floor"), "⌊": ("⌋", "floor"), "\\lceil": ("\\rceil", "ceil"), "⌈": ("⌉", "ceil"),
    "\\lvert": ("\\rvert", "abs"), "|": ("|", "abs"), "\\vert": ("\\vert", "abs"),
    "\\lVert": ("\\rVert", "norm"), "\\|": ("\\|", "norm"), "\\Vert": ("\\Vert", "norm"), "‖": ("‖", "norm"),
}  # fmt: skip
"""What opens brackets, what closes them, and the function that they stand for."""

OPENING = frozenset({"(", "[", "{", "\\{", "\\lbrack", "\\lbrace"})
CLOSING = frozenset({")", "]", "}", "\\}", "\\rbrack", "\\rbrace"})
"""Brackets and braces of every kind, by which it is counted how deep a token stands."""

TRANSPOSES = frozenset({"T", "\\top", "\\intercal", "⊤", "\\transp", "\\prime"})
"""What stands in an exponent for the transpose."""

FRACTIONS = frozenset({"\\frac", "\\dfrac", "\\tfrac", "\\cfrac"})

BINOMIALS = frozenset({"\\binom", "\\dbinom", "\\tbinom"})

MATRICES = frozenset({"matrix", "pmatrix", "bmatrix", "Bmatrix", "smallmatrix", "array"})
FENCED: dict[str, str] = {"vmatrix": "det({0})", "Vmatrix": "norm({0})"}
"""Matrices between bars, and what these mean."""
DISPLAYS = frozenset(
    {"equation", "align", "gather", "multline", "displaymath", "math", "aligned", "split", "gathered", "eqnarray"}
)
"""Environments around a formula that say nothing about it."""

REFUSED: dict[str, str] = {
    "\\int": "Integrals are not part of the language; the program differentiates.",
    "\\lim": "Limits are not part of the language.",
    "\\nabla": "Paste the function alone and choose the variable of differentiation.",
    "\\pm": "Choose one of the two signs.",
    "\\infty": "Infinity is not a number of the language.",
    "\\dots": "Write a sum with its limits: \\sum_{i=1}^{n} x_i.",
    "\\ldots": "Write a sum with its limits: \\sum_{i=1}^{n} x_i.",
    "\\cdots": "Write a sum with its limits: \\sum_{i=1}^{n} x_i.",
    "\\vdots": "Name the vector and give its size instead of dots.",
    "\\ddots": "Name the matrix and give its size instead of dots.",
    "\\mid": "Conditions and probabilities are not part of the language.",
    "\\in": "Give shapes in the chips of the variables, or after the expression: where x: n.",
    "\\to": "Limits and maps are not part of the language.",
}
"""Commands that have a meaning, but none here, with the way on."""
