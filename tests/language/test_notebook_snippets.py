"""Snippets of notebooks, papers and documentation: read as what they compute, and differentiated rightly.

The gradient is compared with central differences of the snippet's own meaning in NumPy, which nothing here derives.
"""

from __future__ import annotations

import numpy
import pytest

import explainer
from explainer.errors import ParseError
from explainer.expr.node import Node
from explainer.expr.shape import Shape, size_number
from explainer.language.pasted import translate
from explainer.language.question import read_question
from tests.cases import in_groups
from tests.language.notebook_snippets import MLP, SNIPPETS, Snippet

SIZES = {"N": 5, "d": 4, "n": 4, "m": 3, "k": 2, "p": 6, "l": 7, "q": 8, "r": 9}
STEP = 1e-6


def values_for(shapes: dict[str, Shape]) -> dict[str, object]:
    random = numpy.random.default_rng(3)
    found: dict[str, object] = dict(SIZES)
    for name, shape in shapes.items():
        sizes = [size_number(size, SIZES.__getitem__) for size in shape.sizes]
        signs = random.choice([-1.0, 1.0], sizes) if name not in {"y", "Y", "d"} else 1.0  # targets are shares
        found[name] = random.uniform(0.2, 1.0, sizes) * signs + (2 * numpy.eye(*sizes) if len(sizes) == 2 else 0.0)
    return found


def obeying(values: dict[str, object], facts: tuple[Node, ...]) -> dict[str, object]:
    """The values with the shares of every class that is said to be one: they add up to 1."""
    for fact in facts:
        for name in (part.text() for part in fact.free):
            value = numpy.asarray(values.get(name))
            if value.ndim:
                values[name] = value / value.sum(axis=-1, keepdims=True)
    return values


def differences(snippet: Snippet, values: dict[str, object]) -> numpy.ndarray:
    start = numpy.asarray(values[snippet.wrt], dtype=float)
    found = numpy.zeros(start.shape)
    for place in numpy.ndindex(*start.shape):
        sides = []
        for step in (STEP, -STEP):
            moved = start.copy()
            moved[place] += step
            sides.append(float(snippet.meaning({**values, snippet.wrt: moved})))
        found[place] = (sides[0] - sides[1]) / (2 * STEP)
    return found


def named(snippet: Snippet) -> str:
    return f"{snippet.source}: {snippet.code.strip().splitlines()[-1]}"


def test_there_are_sixty_and_more_of_every_source() -> None:
    assert len(SNIPPETS) >= 60
    assert {snippet.source for snippet in SNIPPETS} == {"PyTorch", "NumPy", "JAX", "Keras", "LaTeX"}


@in_groups("snippet", SNIPPETS, ids=map(named, SNIPPETS))
def test_a_snippet_is_read_as_what_it_computes_and_its_gradient_is_right(snippet: Snippet) -> None:
    question = read_question(snippet.code, None, snippet.wrt)
    values = obeying(values_for(question.parsed.shapes), question.parsed.facts)
    assert numpy.allclose(question.parsed.expression.evaluate(values), snippet.meaning(values))
    trace = explainer.derive(snippet.code, snippet.wrt, layout="denominator")
    assert trace.status == "finished", trace.reason
    expected = differences(snippet, values)
    found = numpy.asarray(trace.result.evaluate(values)).reshape(expected.shape)
    assert numpy.allclose(found, expected, atol=1e-5)


@in_groups("snippet", SNIPPETS, ids=map(named, SNIPPETS))
def test_what_is_shown_of_the_reading_says_the_same_where_it_is_typed(snippet: Snippet) -> None:
    question = read_question(snippet.code, None, snippet.wrt)
    shapes = {name: str(shape) for name, shape in question.parsed.shapes.items()}
    again = read_question(question.text, shapes, question.parsed.wrt.text() if question.parsed.wrt else None)
    values = values_for(question.parsed.shapes)
    assert numpy.allclose(again.parsed.expression.evaluate(values), snippet.meaning(values))


REFUSED = (
    ("model = lambda: 0", "lambda", "no variable"),
    ("import os\nos.system('ls')", "os", "import os"),
    ("__import__('os').system('ls')", "__import__", "would execute"),
    ("eval('x')", "eval", "would execute"),
    ("for i in range(n):\n    x = x @ W\nx.sum()", "for", "for"),
    ("while True: pass", "while", "while"),
    ("if x > 0:\n    y = x", "if", "if"),
    ("loss = F.mse_loss(X @ w, y) if train else 0", "train", "compares nothing"),
    ("x[0] = 1\nx.sum()", "x", "single name"),
    ("x.add_(1)\nx.sum()", "add_", "in place"),
    ("h = x.relu_()", "relu_", "in place"),
    ("x = x.reshape(-1, 4)\nx.sum()", "reshape", "another shape"),
    ("x.view(-1).sum()", "view", "another shape"),
    ("torch.cat([a, b]).sum()", "cat", "joins or cuts"),
    ("F.dropout(x, 0.5).sum()", "dropout", "random"),
    (MLP.format("ReLU").replace("nn.ReLU()", "nn.Dropout(0.5)"), "Dropout", "random"),
    (
        MLP.format("ReLU").replace("nn.ReLU()", "nn.BatchNorm1d(6)"),
        "BatchNorm1d",
        "the mean and the spread of the batch",
    ),
    ("layers.BatchNormalization()(X)", "BatchNormalization", "the mean and the spread of the batch"),
    ("nn.Sequential(nn.Conv2d(1, 8, 3))", "Conv2d", "pictures"),
    ("nn.Sequential(nn.Linear(4, 8), nn.LayerNorm(7))", "LayerNorm", "takes 7 inputs"),
    ("nn.Linear(4, 2 ** 3)(X)", "2 **", "a number, a name, or a product"),
    ("nn.Linear(d, d / 2)(X)", "d / 2", "a number, a name, or a product"),
    ('torch.einsum("bij,bjk->bik", A, B)', "einsum", "product over indices"),
)


@in_groups(("code", "place", "words"), REFUSED)
def test_what_has_no_meaning_is_refused_at_its_place_with_a_way_on(code: str, place: str, words: str) -> None:
    with pytest.raises(ParseError) as caught:
        read_question(code)
    assert caught.value.position == code.index(place)
    assert words in str(caught.value)
    assert caught.value.hint


def test_a_network_of_hundreds_of_layers_is_refused_at_the_first_that_is_too_many() -> None:
    layers = ", ".join(["nn.Linear(4, 4)"] * 201)
    with pytest.raises(ParseError, match="200 layers"):
        translate(f"nn.Sequential({layers})(X)")
    assert translate(f"nn.Sequential({', '.join(['nn.Linear(4, 4)'] * 200)})(X)").text.count("Z_") > 200
