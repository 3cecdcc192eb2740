"""Inputs in the spelling of the tools that print derivatives of matrices, with no shape given, derived and checked."""

from __future__ import annotations

from explainer.engine import derive
from tests.cases import in_groups

TYPED: tuple[tuple[str, str, str], ...] = (
    ("0.5*x'*A*x", "x", "0.5 (x' @ (A + A'))"),
    ("x'*A*x + c*sin(y)'*x", "x", "x' @ (A + A') + c sin(y)'"),
    ("norm2(A*x-y)^2", "x", "2 ((A @ x - y)' @ A)"),
    ("norm1(A*x-y)", "x", "sign(A @ x - y)' @ A"),
    ("tr(A*X'*B*X*C)", "X", "C @ A @ X' @ B + A' @ C' @ X' @ B'"),
    ("log(det(inv(X)))", "X", "-inv(X)"),
    ("sum(log(exp(-y.*(X*w)) + vector(1)))", "w", "-(y ⊗ sigmoid(-y ⊗ (X @ w)))' @ X"),
    ("sum(log(vector(1)+exp(X*w)))", "w", "sigmoid(X @ w)' @ X"),
    ("exp(-norm2(x)^2)", "x", "-2 exp(-norm(x)^2) x'"),
    ("x'*diag(y)*x", "x", "2 (x ⊗ y)'"),
    ("diag(x)*A*y", "x", "diag(A @ y)"),
    ("sum(x.^2)", "x", "2 x'"),
    ("sum(x./y)", "x", "(ones(n) ⊘ y)'"),
    ("sum((A*x).^3)", "x", "3 (((A @ x)^2)' @ A)"),
    ("a'*X*b", "X", "b @ a'"),
    ("det(X)", "X", "det(X) inv(X)"),
    ("logdet(X)", "X", "inv(X)"),
    ("inv(X)", "X", "-kron(inv(X)', inv(X))"),
    ("tr(inv(X)*A)", "X", "-inv(X) @ A @ inv(X)"),
    ("x'*inv(A)*x", "A", "-inv(A) @ x @ x' @ inv(A)"),
    ("norm2(X*w-y)^2 + c*norm2(w)^2", "w", "2 ((X @ w - y)' @ X) + 2 c w'"),
    ("norm2(X*w-y)^2 + c*norm1(w)", "w", "2 ((X @ w - y)' @ X) + c sign(w)'"),
    ("(A*x+b)'*(A*x+b)", "x", "2 ((A @ x + b)' @ A)"),
    ("tr((X*A-B)'*(X*A-B))", "X", "2 (A @ (X @ A - B)')"),
    ("log(sum(exp(x)))", "x", "softmax(x)'"),
    ("1/(1+exp(-w'*x))", "w", "sigmoid(w · x) (1 - sigmoid(w · x)) x'"),
    ("x/norm2(x)", "x", "identity(n) / norm(x) - (x @ x') / norm(x)^3"),
    ("(x'*A*x)/(x'*x)", "x", "(x' @ (A + A')) / (x · x) - 2 (x' @ A @ x) x' / (x · x)^2"),
    ("tanh(A*x)", "x", "diag(1 - tanh(A @ x)^2) @ A"),
    ("tr(A.*X)", "X", "identity(n) ⊗ A'"),
    ("x'*eye*x", "x", "2 x'"),
    ("tr(X*eye)", "X", "identity(n)"),
    ("log(det(A + c*eye))", "c", "tr(inv(A + c identity(n)))"),
    ("y'*log(x)", "x", "(y ⊘ x)'"),
    ("sum(sum(X))", "X", "ones(n) @ ones(m)'"),
    ("sum(relu(A*x+b))", "x", "(A @ x + b > 0)' @ A"),
)


@in_groups(("text", "wrt", "result"), TYPED, ids=[row[0] for row in TYPED])
def test_what_is_pasted_from_such_a_tool_is_derived(text: str, wrt: str, result: str) -> None:
    trace = derive(text, wrt)
    assert trace.status == "finished", trace.reason
    assert trace.result.text() == result
    assert all(step.check.ok for step in trace.steps)


def test_eye_is_the_identity_alone_and_a_function_with_a_size() -> None:
    assert derive("x'*eye(3)*x", "x", {"x": "3"}).result.text() == "2 x'"
    assert derive("eye*x", "x", {"eye": "n x n", "x": "n"}).result.text() == "eye"
