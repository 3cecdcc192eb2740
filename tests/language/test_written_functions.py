"""Functions that are read as what they are written with: every row, under every name, typed, in LaTeX and in code."""

from __future__ import annotations

import pytest

from explainer.errors import LimitError, ParseError
from explainer.language import parse_expression, read_question
from explainer.language.pasted.code_words import TEMPLATES
from explainer.language.pasted.networks.calls import CALLS as LIBRARIES
from explainer.language.text.names.written_functions import BY_CALL, WRITTEN, Written
from explainer.language.typing.completing import offers
from explainer.operations import OPERATIONS
from tests.cases import in_groups

READINGS = {*LIBRARIES, *TEMPLATES}
CALLS = [(name, row) for (name, _), row in BY_CALL.items()]


def test_a_call_has_one_meaning() -> None:
    assert len(BY_CALL) == sum(len(row.names) for row in WRITTEN)
    for name, count in BY_CALL:
        assert name not in OPERATIONS or OPERATIONS[name].arity != count


@in_groups(("name", "row"), CALLS, ids=[f"{name}-{len(row.parameters)}" for name, row in CALLS])
def test_a_call_is_read_as_what_it_is_written_with(name: str, row: Written) -> None:
    meant = parse_expression(row.text).expression
    found = parse_expression(f"{name}({', '.join(row.parameters)})")
    assert found.expression is meant
    assert any(row.text in note for note in found.notes)
    places = "".join(row.parameters)
    assert read_question(rf"\operatorname{{{name}}}\left({', '.join(row.parameters)}\right)").parsed.expression is meant
    if name in READINGS or not name.islower():
        return  # which code has its own way with
    code = f"def value({', '.join(places)}):\n    return {name}({', '.join(places)})"
    assert read_question(code).parsed.expression.text() == meant.text()


@in_groups(("name", "row"), CALLS, ids=[f"{name}-{len(row.parameters)}" for name, row in CALLS])
def test_a_call_is_offered_with_its_meaning(name: str, row: Written) -> None:
    found = {(offer.word, offer.shown, offer.meaning) for offer in offers(name, len(name), asked=True).completions}
    assert (name, f"{name}({', '.join(row.parameters)})", row.meaning) in found


@pytest.mark.parametrize(("typed", "meant"), [
    ("clip(clip(x, 0, 1), a, b)", "min(max(min(max(x, 0), 1), a), b)"),
    ("hinge(y * (w · x + b))", "max(0, 1 - y (w · x + b))"),
    ("2 rms(x + y)", "2 sqrt(mean((x + y)^2))"),
    ("sq x + kl", "s q x + k l"),
])  # fmt: skip
def test_what_is_put_in_stays_one_argument(typed: str, meant: str) -> None:
    assert parse_expression(typed).expression.text() == parse_expression(meant).expression.text()


def test_a_name_that_is_declared_is_a_function_of_its_own() -> None:
    assert parse_expression("hinge(x) + 1 where hinge: scalar").expression.text() == "hinge(x) + 1"


@pytest.mark.parametrize("text", ["clip(x)", "kl(p)", "rms(x, y)", "hinge(x, y, z)"])
def test_another_number_of_arguments_is_refused_with_the_call_that_is_read(text: str) -> None:
    with pytest.raises(ParseError, match="argument") as told:
        parse_expression(text)
    assert text.startswith(text[told.value.position : told.value.end])
    assert parse_expression((told.value.hint or "").removeprefix("Write ").removesuffix("."))


def test_calls_in_calls_end_before_they_fill_the_memory() -> None:
    with pytest.raises(LimitError):
        parse_expression("cos_sim(" * 12 + "x" + ", x)" * 12)


@pytest.mark.parametrize(("typed", "meant"), [
    ("-sum(dnorm(x, mean = mu, sd = s, log = TRUE))", "-sum(ln(normal_pdf((x - μ)/s)/s))"),
    ("dnorm(x, sd = s)", "normal_pdf((x - 0)/s)/s"),
    ("plogis(a + b*x)", "sigmoid(a + b x)"),
    ("loglik <- function(l) sum(dexp(x, rate = l, log = TRUE))", "sum(ln(l exp(-l x)))"),
])  # fmt: skip
def test_densities_of_r_take_their_arguments_by_name(typed: str, meant: str) -> None:
    assert read_question(typed).parsed.expression.text() == parse_expression(meant).expression.text()
