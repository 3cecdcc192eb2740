"""What a word may become, from the registries; and the palette's signs against what is typed instead."""

from __future__ import annotations

import pytest

from explainer.expr.shape import Shape
from explainer.language import parse_expression
from explainer.language.text.form_guides import GUIDES, HOLE, WORDS, FormGuide
from explainer.language.text.vocabulary import FORMS, KEYWORDS
from explainer.language.typing.completing import Completion, offers
from explainer.language.typing.symbols import GROUPS, Symbol
from explainer.operations import OPERATIONS
from tests.cases import in_groups

SIGNS = [symbol for group in GROUPS for symbol in group.symbols]


def words(text: str, asked: bool = False, shapes: dict[str, Shape] | None = None) -> list[str]:
    return [completion.word for completion in offers(text, len(text), shapes, asked=asked).completions]


def test_every_form_and_word_has_its_guide() -> None:
    assert set(GUIDES) == set(FORMS.values())
    assert set(WORDS) == set(KEYWORDS)
    assert all(guide.template.count(HOLE) == 1 for guide in (*GUIDES.values(), *WORDS.values()))


def test_everything_that_can_be_typed_is_offered_when_asked() -> None:
    offered = set(words("", asked=True))
    assert {name for name in OPERATIONS if len(name) > 1 and name != "matrix_power"} | set(KEYWORDS) <= offered
    assert {name for name in FORMS if name != "select"} <= offered
    assert len(offered) > 100


def test_a_word_is_offered_from_two_letters_on() -> None:
    assert words("x + s") == []
    assert {"sin", "sinh", "sigmoid"} <= set(words("x + si"))
    assert words("x + s", asked=True)[0].startswith("s")
    assert words("2si") == words("si")


def test_what_goes_in_and_out_is_told() -> None:
    (softmax,) = offers("softm", 5).completions
    assert (softmax.shown, softmax.shapes, softmax.meaning) == ("softmax(u)", "n×1 → n×1", "softmax")
    (norm,) = (one for one in offers("norm", 4).completions if one.word == "norm")
    assert norm.shapes == "n×1 → scalar"
    (frobenius,) = offers("frob", 4).completions
    assert frobenius.shapes == "m×n → scalar"


@pytest.mark.parametrize(("typed", "sign"), [("alpha", "α"), ("alp", "α"), ("Gam", "Γ"), ("lam", "λ"), ("Lam", "Λ")])
def test_greek_letters_are_offered_by_their_names(typed: str, sign: str) -> None:
    assert offers(typed, len(typed)).completions[0].template == sign


def test_variables_come_first_with_their_shapes() -> None:
    found = offers("s + rate + ra", 13, {"rate": Shape(("n",)), "alpha": Shape()})
    assert (found.completions[0].word, found.completions[0].shapes) == ("rate", "n×1")
    greek = offers("alp", 3, {"alpha": Shape(("n",))}).completions
    assert [(one.template, one.shapes) for one in greek] == [("α", "n×1"), ("Α", "")]


@pytest.mark.parametrize("text", [r"\alp", "x.su", r"\frac{a}{b} + \si", "xyzzy", "", "x_1", "12", "x + "])
def test_nothing_is_offered_where_nothing_fits(text: str) -> None:
    assert words(text) == []


def test_the_whole_word_is_replaced_where_the_cursor_stands_inside() -> None:
    found = offers("2 + sinh(x)", 6, asked=True)
    assert (found.start, found.end, found.word) == (4, 8, "si")
    assert offers("2 + sinh(x)", 6).completions == ()


def test_a_word_that_means_something_is_known_as_whole() -> None:
    assert offers("pi", 2).is_whole
    assert not offers("sin", 3).is_whole


def filled(template: str) -> str:
    return template.replace(HOLE, "x").replace(", , )", ", y, z)").replace(", )", ", y)")


@in_groups("guide", [*GUIDES.values(), *WORDS.values()], ids=lambda guide: guide.example)
def test_every_example_is_read(guide: FormGuide) -> None:
    entries = guide.example.replace("n, j=1..n, …", "n, j=1..n, W_{i,j}").replace("j=1..n, …", "j=1..n, W_{i,j}")
    entries = entries.replace("where(condition, value, other value)", "np.where(x > 0, 1, 2)")
    for text in entries.replace("…", "x_i").split(", or "):
        parse_expression(text)


TEMPLATES = [one for one in offers("", 0, asked=True).completions if one.word not in KEYWORDS]


@in_groups("offer", TEMPLATES, ids=lambda offer: offer.word)
def test_every_template_is_read(offer: Completion) -> None:
    word, template = offer.word, filled(offer.template)
    names = {"ones", "zeros", "identity", "eye", "delta"}
    if word in names:
        template = template.replace("x", "i") if word == "delta" else template.replace("x", "n")
    if word == "np.where":
        template = template.replace("x", "x > 0")
    for shapes in ({"x": "n", "y": "n"}, {"x": "n x n", "y": "n x n"}, {"x": "n", "y": "scalar"}, {"x": "scalar"}):
        try:
            parse_expression(template, shapes if "x" in template else None)
            return
        except Exception as error:
            last = error
    raise last


def meaning(symbol: Symbol, written: str) -> str:
    """What a sign means, written in a small expression."""
    if symbol.sign in "≤≥≠":
        return parse_expression(f"cases(1 if a{written}b, 2 otherwise)").expression.text()
    scalar = symbol.sign in {"∂", "√", "x/y", "x²", "| |", "[ ]"}
    if HOLE in written:
        text = written.replace("1..N", "1..n").replace(HOLE, "x_i" if "=1.." in written else "x")
        text = text.replace("()", "(2)").replace(", )", ", y)")
    else:
        text = (
            f"x{written}y" if written.startswith(" ") else f"x + {written}" if written[0] in "oz10" else f"x{written}"
        )
    return parse_expression(text, {"x": "scalar"} if scalar else {"x": "n", "y": "n"}).expression.text()


@in_groups("symbol", GROUPS[0].symbols, ids=lambda symbol: symbol.sign)
def test_a_sign_means_what_is_typed_instead(symbol: Symbol) -> None:
    assert meaning(symbol, symbol.template).replace("∂", "d") == meaning(symbol, symbol.typed)


def test_greek_signs_mean_their_names() -> None:
    greek = [symbol for group in GROUPS[1:] for symbol in group.symbols]
    assert len(greek) == 46
    for symbol in greek:
        assert parse_expression(f"2 {symbol.sign}").expression == parse_expression(f"2 {symbol.typed}").expression
