"""The names that other programs rely on."""

from __future__ import annotations

import dataclasses

import pytest

import explainer
from tests.cases import in_groups

FUNCTIONS = ("derive", "parse", "render", "write", "all_rules", "all_lessons")
CLASSES = ("Trace", "Step", "ExplainerError", "ParseError", "ShapeError", "UnsupportedError", "LimitError")
RULES = (
    "constant", "identity", "constant-multiple", "sum", "difference", "product", "quotient", "power", "exponential",
    "function", "gradient", "jacobian", "introduce-variables", "chain-single", "chain-total", "substitute", "cases",
)  # fmt: skip


@in_groups("name", [*FUNCTIONS, *CLASSES])
def test_the_package_exports(name: str) -> None:
    assert callable(getattr(explainer, name))
    assert name in explainer.__all__


def test_all_exported_names_exist() -> None:
    assert all(hasattr(explainer, name) for name in explainer.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        explainer.no_such_name  # noqa: B018


@in_groups("identifier", RULES)
def test_the_rule_ids_that_others_count_on(identifier: str) -> None:
    rule = {rule.id: rule for rule in explainer.all_rules()}[identifier]
    for attribute in ("title", "statement", "condition", "explanation", "source", "examples"):
        assert hasattr(rule, attribute)


def test_a_trace_and_its_steps_have_the_published_attributes() -> None:
    trace = explainer.derive("sin(x^2)", wrt="x")
    assert trace.status == "finished"
    for step in trace.steps:
        for name in ("number", "rule", "phase", "before", "after", "latex", "explanation", "conditions", "shape"):
            assert getattr(step, name) is not None
        assert isinstance(step.substeps, tuple)
        assert step.check.ok
        assert step.check.points > 0
        assert step.check.max_error >= 0
        if dataclasses.is_dataclass(step):
            with pytest.raises(AttributeError):
                step.number = 0
    again = explainer.Trace.from_dict(trace.to_dict())
    assert again.to_dict() == trace.to_dict()


@pytest.mark.parametrize("face", ["latex", "mathml", "speech", "unicode"])
def test_every_face_of_an_expression_is_written(face: str) -> None:
    assert explainer.write(explainer.parse("sin(x^2)/2"), face)


@pytest.mark.parametrize(("format_", "head"), [("png", b"\x89PNG"), ("svg", b"<"), ("pdf", b"%PDF")])
def test_every_picture_format_is_rendered(format_: str, head: bytes) -> None:
    picture = explainer.render(explainer.parse("sin(x^2)/2"), format=format_, size_pt=24, theme="paper")
    assert picture.startswith(head)
