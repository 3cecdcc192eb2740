"""Every line of every lesson in LaTeX, MathML and speech: sound, short, and different for different lines."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from explainer.expr.nodes import Where
from explainer.notation import latex, mathml, speech, to_mathml, to_speech, to_unicode, unicode
from explainer.phrases import speak
from explainer.threads import Latest
from tests.lesson_lines import derivations, notations

# --- LaTeX -----------------------------------------------------------------------------------------------------------

COMMANDS = frozenset({
    "dfrac", "frac", "partial", "mathbf", "mathrm", "boldsymbol", "text", "operatorname", "left", "right", "begin",
    "end", "displaystyle", "sum", "cdot", "otimes", "oslash", "le", "ge", "ne", "vec", "hat", "bar", "sqrt", "cdots",
    "ldots", "vdots", "ddots", "quad", "qquad", "hline", "lvert", "rvert", "lVert", "rVert", "sin", "cos", "tan", "cot",
    "sec", "csc", "sinh", "cosh", "tanh", "coth", "arcsin", "arccos", "arctan", "ln", "log", "exp", "max", "min",
    "alpha", "beta", "gamma", "delta", "epsilon", "varepsilon", "eta", "theta", "lambda", "mu", "pi", "rho", "sigma",
    "tau", "phi", "varphi", "omega", "zeta", "kappa", "nu", "xi", "chi", "psi", "Gamma", "Delta", "Theta", "Lambda",
    "Sigma", "Phi", "Psi", "Omega", "underbrace", "bigcirc", "times", "to", "gets", "approx", "in", "Rightarrow",
    "nabla", "infty", "prod", "boxtimes", "det",
})  # fmt: skip
"""What LaTeX with amsmath and amssymb knows, of what may be used."""
ENVIRONMENTS = frozenset({"aligned", "bmatrix", "pmatrix", "matrix", "cases", "array"})
SIGNS = frozenset("\\,:;!{}|&%#_$ ")

_TOKEN = re.compile(r"\\begin\{(\w+)\}|\\end\{(\w+)\}|\\([A-Za-z]+|.)|([{}])")


def complaints(text: str) -> list[str]:
    """What is wrong with a formula in LaTeX: unknown commands, and what opens but does not close in order."""
    found: list[str] = []
    opened: list[str] = []

    def close(what: str) -> None:
        if not opened or opened.pop() != what:
            found.append(f"{what} closes what is not open")

    for begin, end, command, brace in _TOKEN.findall(text):
        if begin:
            opened.append(begin)
            found += [] if begin in ENVIRONMENTS else [f"unknown environment {begin}"]
        elif end:
            close(end)
        elif brace:
            opened.append("{") if brace == "{" else close("{")
        elif command == "left":
            opened.append("left")
        elif command == "right":
            close("left")
        elif command not in COMMANDS and command not in SIGNS:
            found.append(f"unknown command {command}")
    return found + [f"{what} stays open" for what in opened]


def test_every_line_of_every_lesson_is_sound_latex() -> None:
    assert len(notations()) > 500
    for notation in notations().values():
        text = latex(notation)
        assert complaints(text) == [], text


def test_unsound_latex_is_noticed() -> None:
    assert complaints(r"\frac{a}{b") == ["{ stays open"]
    assert complaints(r"\left(x}\right)")
    assert complaints(r"\begin{bmatrix} a \end{cases}")
    assert complaints(r"\frobnicate x") == ["unknown command frobnicate"]


# --- MathML ----------------------------------------------------------------------------------------------------------

CHILDREN = {"mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "msubsup": 3, "munder": 2, "mover": 2, "munderover": 3}
TOKENS = {"mi", "mn", "mo", "mtext", "mspace"}
ANYWHERE = {"math", "mrow", "msqrt", "mtd", *CHILDREN, *TOKENS, "mtable"}
INSIDE = {"mtable": {"mtr"}, "mtr": {"mtd"}}
"""The only elements that may stand in these; they stand nowhere else."""
GLOBAL = {"style", "displaystyle", "scriptlevel", "dir", "class", "id"}
ATTRIBUTES = {
    "math": {"display"},
    "mi": {"mathvariant"},
    "mo": {"form", "fence", "separator", "lspace", "rspace", "stretchy", "symmetric", "largeop", "movablelimits"},
    "mspace": {"width", "height", "depth"},
    "mover": {"accent"},
    "munder": {"accentunder"},
    "munderover": {"accent", "accentunder"},
    "mfrac": {"linethickness"},
}


def faults(text: str) -> list[str]:
    """What MathML Core does not know or allow in a formula. Source: MathML Core, sections 2 to 4."""
    found: list[str] = []
    for element in ElementTree.fromstring(text).iter():
        name = element.tag.rpartition("}")[2]
        if name not in ANYWHERE | {"mtr"}:
            found.append(f"no element {name}")
        if name in CHILDREN and len(element) != CHILDREN[name]:
            found.append(f"{name} with {len(element)} children")
        if name in TOKENS and len(element):
            found.append(f"{name} with elements in it")
        if name not in TOKENS and (element.text or "").strip():
            found.append(f"text in {name}")
        for child in element:
            kind = child.tag.rpartition("}")[2]
            if kind not in INSIDE.get(name, ANYWHERE - {"mtd", "math"}):
                found.append(f"{kind} in {name}")
        found += [f"{name} {key}" for key in element.attrib if key not in GLOBAL | ATTRIBUTES.get(name, set())]
        if element.get("mathvariant", "normal") != "normal":
            found.append("mathvariant other than normal")
    return found


def test_every_line_of_every_lesson_is_mathml_core() -> None:
    for notation in notations().values():
        text = mathml(notation)
        assert faults(text) == [], text


def test_what_is_no_mathml_core_is_noticed() -> None:
    def wrapped(inner: str) -> list[str]:
        return faults(f'<math xmlns="http://www.w3.org/1998/Math/MathML">{inner}</math>')

    assert wrapped("<mfrac><mi>x</mi></mfrac>") == ["mfrac with 1 children"]
    assert wrapped("<mtd><mi>x</mi></mtd>") == ["mtd in math"]
    assert wrapped("<mfenced><mi>x</mi></mfenced>")
    assert wrapped('<mi mathvariant="bold">x</mi>') == ["mathvariant other than normal"]
    assert wrapped('<mo accent="true">x</mo>') == ["mo accent"]


# --- speech ----------------------------------------------------------------------------------------------------------

MOST_WORDS = 260
"""The longest line of the lessons is a program of four variables with all their derivatives."""


def test_different_lines_of_a_derivation_never_sound_the_same() -> None:
    compared = 0
    for derivation in derivations():
        heard: dict[str, str] = {}
        for line in dict.fromkeys(derivation.lines):
            seen, said = unicode(notations()[line]), speech(notations()[line])
            assert heard.setdefault(said, seen) == seen, f"{derivation.name}: “{said}” is {heard[said]} and {seen}"
            compared += 1
    assert compared > 600


def test_what_is_read_aloud_is_short() -> None:
    for line, notation in notations().items():
        said, seen = speech(notation).split(), unicode(notation)
        signs = len(seen.replace(" ", ""))
        # A program is read with all that stands under it.
        program = any(isinstance(part, Where) for part in (line, *line.children))
        most = 3 * MOST_WORDS if program else MOST_WORDS
        assert len(said) <= min(most, 14 + 1.6 * signs), f"{len(said)} words for {line.text()}: {' '.join(said)}"


def test_words_for_brackets_stand_in_pairs_and_never_directly_in_each_other() -> None:
    for notation in notations().values():
        said = speech(notation)
        assert said.count("open paren") == said.count("close paren")
        depth = 0
        for word in re.findall(r"(open|close) paren", said):
            depth += 1 if word == "open" else -1
            assert depth >= 0, said
        assert "open paren close paren" not in said


def test_speech_holds_words_only() -> None:
    """A sign is read differently by every voice, or not at all."""
    for notation in notations().values():
        said = speech(notation)
        assert re.fullmatch(r"[A-Za-z0-9.,;: -]+", said), said
        assert not re.search(r"[,;:]{2}| [,;:]|  ", said), said


# --- what is kept of the lines before ---------------------------------------------------------------------------------


def test_parts_that_are_kept_from_other_lines_read_as_if_they_were_made_for_this_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lines = list(notations().values())
    together = [(unicode(line), speech(line), mathml(line)) for line in lines]
    for line, texts in zip(lines[::7], together[::7], strict=True):
        for module in (to_unicode, to_speech, to_mathml):
            monkeypatch.setattr(module, "_kept", Latest(0))
        assert (unicode(line), speech(line), mathml(line)) == texts


def test_what_was_said_in_another_language_is_not_said_again() -> None:
    line = max((line for line in notations().values() if "squared" in speech(line)), key=lambda line: len(speech(line)))
    english = speech(line)
    speak(lambda text, number: text.upper())
    try:
        assert "SQUARED" in speech(line)
        assert "squared" not in speech(line)
    finally:
        speak(None)
    assert speech(line) == english
