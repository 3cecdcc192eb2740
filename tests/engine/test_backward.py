"""Backpropagation: one sweep gives the derivative by every variable, each adjoint a step of its own."""

import json
import pickle

import numpy
import pytest

from explainer import derive
from explainer.engine.trace import Trace
from explainer.errors import UnsupportedError
from tests.random_derivations import Question, judge

RANDOM = numpy.random.default_rng(4)
SIZES = {"N": 3, "d": 2, "h": 4, "k": 2}
SHAPES = {
    "X": "N x d", "Y": "N x k", "W": "d x k", "W_1": "d x h", "b_1": "h", "W_2": "h x k", "b_2": "k",
    "A": "d x d", "x": "d", "y": "d", "t": "scalar", "s": "scalar",
}  # fmt: skip


def _value(shape: str) -> object:
    if shape == "scalar":
        return float(RANDOM.uniform(0.3, 1.2))
    return RANDOM.uniform(0.3, 1.2, [SIZES[size.strip()] for size in shape.split("x")]) * RANDOM.choice([-1, 1])


VALUES = {**SIZES, **{name: _value(shape) for name, shape in SHAPES.items()}}
NETWORK = "1/N norm(relu(X @ W_1 + ones(N) b_1') @ W_2 + ones(N) b_2' - Y)^2"
TYPED = (
    "1/N norm(Z_2 - Y)^2 where Z_1 = X @ W_1 + ones(N) b_1', H = tanh(Z_1), Z_2 = H @ W_2 + ones(N) b_2', "
    "Z_1: N x h, H: N x h, Z_2: N x k"
)
PROBLEMS = [
    ("norm(X @ W - Y)^2", "(X, W)"),
    (NETWORK, "(W_1, b_1, W_2, b_2)"),
    (TYPED, "(W_1, b_1, W_2, b_2)"),
    (NETWORK, "W_1"),
    ("sum(tanh(A @ x)) + norm(x)^2", "(A, x)"),
    ("sum(tanh(A @ x) ⊗ sin(A @ x)) + t", "(t, A)"),
    ("y' @ tanh(A @ tanh(A @ x))", "(A, x, y)"),
    ("t norm(A @ x)^2 + norm(A)^2", "(A, t, s)"),
    ("tr(A @ A @ A)", "A"),
    ("sum(exp(t x)) sin(t s)", "(x, t, s)"),
    ("3 t^2 s", "(t, s)"),
    ("ln(sin(t^3)^2)", "t"),
    ("sum(softmax(A @ x) ⊗ y)", "(A, y)"),
    ("t^2 s u where u = sin(t s)", "(t, s)"),
]


def _shapes(function: str, wrt: str) -> dict[str, str]:
    import re

    names = set(re.findall(r"[A-Za-z]\w*", function + " " + wrt))
    return {name: shape for name, shape in SHAPES.items() if name in names}


def _differences(function: str, name: str, shapes: dict[str, str]) -> numpy.ndarray:
    """The derivative by central differences of the function alone, in the shape of the variable."""
    body = derive(function, wrt="q", shapes={**shapes, "q": "scalar"}).problem.expression
    start = numpy.asarray(VALUES[name], dtype=float)
    found = numpy.zeros(start.shape)
    for place in numpy.ndindex(start.shape):
        sides = []
        for step in (1e-5, -1e-5):
            moved = start.copy()
            moved[place] += step
            sides.append(float(body.evaluate({**VALUES, name: moved})))
        found[place] = (sides[0] - sides[1]) / 2e-5
    return found


@pytest.mark.parametrize(("function", "wrt"), PROBLEMS)
def test_every_derivative_of_a_sweep_is_that_of_central_differences(function: str, wrt: str) -> None:
    shapes = _shapes(function, wrt)
    trace = derive(function, wrt=wrt, shapes=shapes, method="backward")
    assert trace.status == "finished", trace.reason
    assert all(step.check.ok for step in trace.steps), [step.check.message for step in trace.steps]
    for step in trace.steps:
        assert all(inner.check.ok for inner in step.substeps)
    assert [name.strip() for name in wrt.strip("()").split(",")] == list(trace.results)
    for name, found in trace.results.items():
        value = numpy.asarray(found.evaluate(VALUES))
        expected = _differences(function, name, shapes)
        assert value.size == expected.size
        assert numpy.allclose(value, expected.T.reshape(value.shape), atol=1e-6), (name, found.text())


def test_each_name_and_each_variable_has_one_step() -> None:
    trace = derive(NETWORK, wrt="(W_1, b_1, W_2, b_2)", shapes=_shapes(NETWORK, ""), method="backward")
    steps = [step for step in trace.steps if step.rule == "adjoint"]
    found = [step.after.facts[-1].left.wrt.text() for step in steps]
    assert found == ["Z_2", "W_2", "b_2", "H", "Z_1", "W_1", "b_1"]
    assert all(step.substeps for step in steps)
    assert "Z_1 (N×h)" in trace.steps[0].explanation


@pytest.mark.parametrize(
    ("text", "named"), [("u_2 where u_1 = t^2, u_2 = sin(u_1)", "u_1 u_2"), ("u_1 where u_1 = t^2 s", "u_1")]
)
def test_a_function_that_is_its_last_definition_gets_no_second_name(text: str, named: str) -> None:
    trace = derive(text, "t", method="backward")
    forward = trace.steps[0]
    assert forward.rule == "forward-pass"
    assert [str(definition.left) for definition in forward.after.definitions] == named.split()
    assert judge(Question(text, "t", {}, "backward", "numerator"))[0].startswith("right")


def test_what_is_used_twice_adds_its_contributions_and_says_so() -> None:
    shapes = _shapes("A x y", "")
    trace = derive("sum(v) + sum(sin(u)) where u = A @ x, v = u ⊗ u, u: d, v: d", "A", shapes, method="backward")
    (step,) = (s for s in trace.steps if s.rule == "adjoint" and s.after.facts[-1].left.wrt.text() == "u")
    assert "v and L use it" in step.explanation
    assert "contributions are added" in step.explanation
    assert step.check.ok


def test_scalars_and_vectors_are_a_row_as_with_other_methods() -> None:
    shapes = _shapes("t x y", "")
    for layout in ("numerator", "denominator"):
        rows = [
            derive("t (x · y) + t^2", "(x, t)", shapes, method=method, layout=layout).result
            for method in ("backward", "operator")
        ]
        assert rows[0].shape == rows[1].shape
        assert numpy.allclose(rows[0].evaluate(VALUES), rows[1].evaluate(VALUES))


def test_a_matrix_among_the_variables_makes_the_first_one_the_result() -> None:
    for layout, expected in (("numerator", ("d x N", "k x d")), ("denominator", ("N x d", "d x k"))):
        trace = derive("norm(X @ W - Y)^2", "(X, W)", _shapes("X W Y", ""), layout=layout)
        assert trace.problem.method == "auto"
        assert trace.result is trace.results["X"]
        assert tuple(str(value.shape) for value in trace.results.values()) == expected


def test_a_sweep_is_written_and_read() -> None:
    trace = derive("norm(X @ W - Y)^2", "(X, W)", _shapes("X W Y", ""), method="backward")
    shown = {name: value.text() for name, value in trace.results.items()}
    for copy in (pickle.loads(pickle.dumps(trace)), Trace.from_dict(json.loads(json.dumps(trace.to_dict())))):
        assert {name: value.text() for name, value in copy.results.items()} == shown


def test_a_deep_network_keeps_its_names_and_grows_with_its_layers() -> None:
    def steps(layers: int) -> int:
        text = "x"
        for _ in range(layers):
            text = f"tanh(A @ {text})"
        trace = derive(f"norm({text})^2", "(A, x)", _shapes("A x", ""), method="backward")
        assert trace.status == "finished", trace.reason
        return sum(step.rule == "adjoint" for step in trace.steps)

    assert [steps(layers) for layers in (2, 4, 8)] == [6, 10, 18]


@pytest.mark.parametrize("method", ["operator", "chain", "elements", "differential"])
def test_other_methods_refuse_several_matrices_by_name(method: str) -> None:
    with pytest.raises(UnsupportedError, match="scalars and vectors") as caught:
        derive("norm(X @ W)^2", "(X, W)", _shapes("X W", ""), method=method)
    assert "backward" in (caught.value.hint or "")


def test_what_is_no_scalar_has_no_sweep() -> None:
    trace = derive("A @ x", "x", _shapes("A x", ""), method="backward")
    assert trace.result.text() == "A"
    with pytest.raises(UnsupportedError):
        derive("A @ x", "(A, x)", _shapes("A x", ""), method="backward")


def test_of_a_constant_each_derivative_is_zero_in_its_own_shape() -> None:
    trace = derive("3", "(W, x, t)", _shapes("W x t", ""), method="backward")
    assert {name: value.text() for name, value in trace.results.items()} == {
        "W": "zeros(k, d)", "x": "zeros(1, d)", "t": "0",
    }  # fmt: skip


def test_a_symmetric_matrix_or_an_entry_among_several_variables_is_refused() -> None:
    for text, wrt in (("tr(A @ B) where A: symmetric n x n, B: n x n", "(A, B)"), ("norm(A @ x)^2", "(A, x_1)")):
        with pytest.raises(UnsupportedError):
            derive(text, wrt, {"A": "n x n", "x": "n"} if "x" in wrt else {}, method="backward")


def test_an_abstract_function_keeps_its_derivative() -> None:
    trace = derive("sum(f(x)) + norm(A)", "(A, x)", _shapes("A x", ""))
    assert trace.results["x"].text() == "ones(d)' @ ∂(f(x))/∂(x)"
    assert all(step.check.ok for step in trace.steps)


def test_a_row_by_a_vector_is_its_own_trace() -> None:
    shapes = {"G": "k x N", "X": "N x k", "b": "k"}
    trace = derive("tr(G @ (X + ones(N) @ b'))", "b", shapes, method="differential")
    assert trace.status == "finished"
    G = RANDOM.normal(size=(2, 3))
    assert numpy.allclose(trace.result.evaluate({"G": G, "N": 3, "k": 2}), G.sum(axis=1)[None])


def test_many_layers_keep_their_names_and_every_derivative_stays_right() -> None:
    layers = 9
    definitions = [f"H_{k} = tanh({'X' if k == 1 else f'H_{k - 1}'} @ W_{k})" for k in range(1, layers + 1)]
    shapes = {"X": "N x d", "Y": "N x d"} | {f"W_{k}": "d x d" for k in range(1, layers + 1)}
    wrt = "(" + ", ".join(f"W_{k}" for k in range(1, layers + 1)) + ")"
    function = f"norm(H_{layers} - Y)^2 where {', '.join(definitions)}"
    values = {**SIZES, **{name: RANDOM.uniform(-0.9, 0.9, [SIZES[s] for s in shape.split(" x ")])
                          for name, shape in shapes.items()}}  # fmt: skip
    for layout in ("numerator", "denominator"):
        trace = derive(function, wrt, shapes, "backward", layout)
        assert trace.status == "finished", trace.reason
        assert all(step.check.ok for step in trace.steps[-3:])
        assert "G_" in trace.results["W_1"].text(), "written out it would be very long"
        assert len(trace.results["W_1"].text()) < 3000
        for name in ("W_1", "W_5", "W_9"):
            value = numpy.asarray(trace.results[name].evaluate(values))
            body = derive(function, "q", {**shapes, "q": "scalar"}).problem.expression
            moved = numpy.array(values[name])
            found = []
            for step in (1e-5, -1e-5):
                moved[0, 1] += step
                found.append(float(body.evaluate({**values, name: moved})))
                moved[0, 1] -= step
            slope = value[1, 0] if layout == "numerator" else value[0, 1]
            assert numpy.isclose(slope, (found[0] - found[1]) / 2e-5, atol=1e-6)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("det(kron(A, X))", "d det(kron(A, X)) inv(X)"),
        ("norm(kron(A, X))^2", "2 tr(A' @ A) X'"),
        ("norm(vec(X) - vec(A))^2", "2 (X - A)'"),
        ("norm(kron(A, X) - kron(B, B))^2", "2 tr(A' @ A) X' - 2 tr(B' @ A) B'"),
        ("norm(K)^2 where K = kron(A, X), K: d*d x d*d", "2 tr(A' @ A) X'"),
        ("norm(v)^2 where v = vec(A X), v: d*d", "2 (X' @ A' @ A)"),
        ("sum(kron(A, sin(X)))", "sum(A) cos(X)'"),
        ("log(sum(exp(X)))", "exp(X)' / sum(exp(X))"),
        ("sum(X ⊗ log(X))", "ones(d) @ ones(d)' + ln(X)'"),
    ],
)
def test_kronecker_products_and_columns_stay_in_what_they_are_put_into(text: str, form: str) -> None:
    trace = derive(text, "X", {name: "d x d" for name in "ABX" if name in text}, "backward")
    assert trace.status == "finished", trace.reason
    assert all(step.check.ok for step in trace.steps)
    assert trace.result.text() == form


@pytest.mark.parametrize("method", ["backward", "auto", "differential"])
@pytest.mark.parametrize(
    "text", ["norm(sin(kron(A, X)))^2", "norm(kron(A, X) b)^2", "tr(inv(kron(A, X) + kron(X, A)))"]
)
def test_what_no_product_of_matrices_says_is_refused_with_its_reason(text: str, method: str) -> None:
    shapes = {"A": "d x d", "X": "d x d", "b": "d*d"}
    trace = derive(
        text, "X", {name: shape for name, shape in shapes.items() if name in text.replace("sqrt", "")}, method
    )
    assert trace.status == "stuck"
    assert "cannot be read off" in trace.reason
    assert trace.error is not None
    assert "Kronecker product" in (trace.error.hint or "")


PASTED = """model = nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10))
loss = F.cross_entropy(model(x), y)
"""
ATTENTION = "S = Q K'/sqrt(d); A = softmax(S, axis=1); O = A V; L = sum(O ⊗ O) where Q: n x d, K: n x d, V: n x d"
IN_ONE = "cross_entropy(relu(X W_1 + b_1) W_2 + b_2, Y) where one-hot rows Y"
LAYERS = [
    *((PASTED, name) for name in ("W_1", "b_1", "W_2", "b_2")),
    *((ATTENTION, name) for name in ("Q", "K", "V")),
    *((IN_ONE, name) for name in ("W_1", "b_1", "W_2", "X")),
    ("Z = X W + b; H = tanh(Z); L = sum(H) where X: N x d, W: d x k, b: k", "b"),
    ("C = X' X; d = log(det(C)); L = d + tr(C) where X: N x k", "X"),
]


@pytest.mark.parametrize(("text", "wrt"), LAYERS)
@pytest.mark.parametrize("layout", ["numerator", "denominator"])
def test_auto_sweeps_where_layers_stand_one_after_the_other(text: str, wrt: str, layout: str) -> None:
    shapes = SHAPES if text is IN_ONE else {}
    auto, swept = (derive(text, wrt, shapes, method, layout) for method in ("auto", "backward"))
    assert auto.result is swept.result
    assert len(auto.steps) <= min(len(swept.steps), 10)
    assert auto.choice.startswith("By one sweep backward, because ")


@pytest.mark.parametrize(
    ("text", "wrt"),
    [("norm(X @ W - Y)^2", "W"), ("tr(A @ A @ A)", "A"), ("r = A @ x - y; r · r", "x"), ("sum(tanh(A @ x))", "A")],
)
def test_auto_sweeps_through_no_single_operation_nor_through_vectors_alone(text: str, wrt: str) -> None:
    trace = derive(text, wrt, SHAPES)
    assert trace.status == "finished"
    assert "sweep" not in trace.choice


def test_where_no_sweep_comes_to_its_end_the_definitions_are_put_in() -> None:
    trace = derive("M = A @ A; L = sum(f.(M))", "A", {"A": "d x d"})
    assert trace.status == "stuck"
    assert "sweep" not in trace.choice
    assert "A @ A" in trace.lines[-1].text()


PROGRAMS = (
    ("norm(H - Y)^2 where Z = X @ W, H = tanh(Z), X: m x n, W: n x k, Y: m x k", "W"),
    ("tr(Z' @ Z) where Z = relu(A @ X), A: m x n, X: n x k", "X"),
    ("log(det(S)) where S = X' @ X + D, X: m x n, D: n x n", "X"),
    ("sum(W_2 @ H) where H = tanh(W_1 @ x + b), W_2: k x m, W_1: m x n, x: n, b: m", "W_1"),
    ("cross_entropy(z, y) where h = relu(W @ x + b), z = V @ h + c, W: m x n, V: k x m, x: n, b: m, c: k, y: k", "W"),
    ("x' @ B @ x where B = x @ x', x: n", "x"),
)


@pytest.mark.parametrize("method", ["chain", "chain-forward", "chain-alias"])
@pytest.mark.parametrize(("text", "wrt"), PROGRAMS)
def test_the_chain_rule_through_matrices_is_a_sweep_and_says_so(text: str, wrt: str, method: str) -> None:
    trace = derive(text, wrt, method=method)
    sweep = derive(text, wrt, method="backward")
    assert trace.result is not None
    assert trace.result is sweep.result
    assert len(trace.steps) == len(sweep.steps)
    assert "more than two directions" in trace.steps[0].explanation
    assert all(step.check.ok for step in trace.steps)


def test_the_chain_rule_keeps_a_form_of_its_own_for_a_vector_by_a_matrix() -> None:
    trace = derive("norm(e)^2 where e = W @ x - y, W: m x n, x: n, y: m", "W", method="chain")
    assert trace.result is not None
    assert trace.result.text() == "2 (x @ (W @ x - y)')"
    assert all("more than two directions" not in step.explanation for step in trace.steps)


def test_the_first_weights_of_a_deep_network_keep_the_names_of_the_forward_pass() -> None:
    """Written out, each layer stands inside of all that follow: twice as many layers were eight times the work."""
    works = []
    for layers in (20, 40):
        inside = ", ".join(["nn.Linear(4, 4), nn.Tanh()"] * layers)
        trace = derive(f"model = nn.Sequential({inside})\nloss = F.mse_loss(model(X), Y)", "W_1")
        assert trace.status == "finished", trace.reason
        assert trace.result.part_count < 40 * layers
        assert all(step.check.ok for step in trace.steps[-2:])
        works.append(trace.budget.work)
    assert works[1] < 3 * works[0]


@pytest.mark.parametrize(
    "text", ["prod(i=1..n, 1 - x_i y_i)", "1 - prod(i=1..n, z + x_i)", "ln(1 - prod(i=1..n, x_i^2 y_i + z))"]
)
@pytest.mark.parametrize("wrt", ["x", "z"])
def test_what_an_index_counts_gets_no_name(text: str, wrt: str) -> None:
    shapes = {"x": "n", "y": "n", "z": "scalar"}
    named = {name: shape for name, shape in shapes.items() if name in text or name == wrt}
    end, _ = judge(Question(text, wrt, named, "backward", "numerator"))
    assert end == "right", (text, wrt, end)
