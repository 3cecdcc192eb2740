"""One problem or more for every figure, and pictures looked at as numbers."""

from __future__ import annotations

from typing import Any, NamedTuple

import explainer
from explainer.figures import Figure, figure


class Specimen(NamedTuple):
    """A figure to be drawn: its name, the problem if it has one, and its options."""

    name: str
    text: str = ""
    wrt: str = "x"
    method: str = "auto"
    options: dict[str, Any] = {}  # noqa: RUF012
    layout: str = "numerator"
    order: int = 1

    def draw(self) -> Figure:
        asked = {"method": self.method, "layout": self.layout, "order": self.order}
        trace = explainer.derive(self.text, self.wrt, **asked) if self.text else None
        return figure(trace, self.name, **self.options)

    def __str__(self) -> str:
        return "-".join([self.name, self.text.replace(" ", ""), *map(str, self.options.values())])


LOSS = "1/N sum(i=1..N, (y_i - max(0, w · x_i + b))^2) where X: N x n, w: n"

SPECIMENS = (
    Specimen("dataflow", "sin(x + x^2)", method="chain", options={"step": "chain-total"}),
    Specimen("dataflow", "sin(x + x^2)", method="chain"),
    Specimen("dataflow", "sin(x^2)", options={"order": "forward"}),
    Specimen("dataflow", "x^2 sin(x) + ln(x) exp(x sin(x))", method="operator"),
    Specimen("dataflow", "max(0, w · x + b)", "w", method="chain", options={"step": 4}),
    Specimen("dataflow", "[ln(x^2), sin(3x)]"),
    Specimen("dataflow", LOSS, "w"),
    Specimen("shapes", "sin(x^2)", method="chain", options={"step": "chain-single"}),
    Specimen("shapes", "w · x", "w", method="chain", options={"step": "put-in-derivatives"}),
    Specimen("shapes", "f(g(x)) where f: m, g: k, x: n", options={"step": "chain-vector"}),
    Specimen("shapes", "w ⊗ x where w: 40", "w", layout="denominator"),
    Specimen("shapes", "[3x^2 y, 2x + y^8]", "(x, y)"),
    Specimen("zeros", "w ⊗ x", "w"),
    Specimen("zeros", "max(w, x) where w: n, x: n", "w", layout="denominator"),
    Specimen("zeros", "x ⊗ x where x: 14"),
    Specimen("zeros", "[3x^2 y, 2x + y^8]", "(x, y)"),
    Specimen("zeros", "x' @ A @ x where A: n x n, x: n"),
    Specimen("eigenvalues", "ln(sum(exp(x))) where x: n", order=2),
    Specimen("eigenvalues", "x' @ A @ x where A: n x n, x: n", order=2),
    Specimen("eigenvalues", "x^2 - y^2 + x y", "(x, y)", order=2),
    Specimen("curve", "max(0, z)", "z", options={"at": 1}),
    Specimen("curve", "tan(x)"),
    Specimen("curve", LOSS, "b"),
    Specimen("curve", "abs(x)/x"),
    Specimen("curve", "exp(x^2)"),
    Specimen("curve", "sqrt(1 - x^2)/10^7"),
    Specimen("contours", "3x^2 y", "(x, y)"),
    Specimen("contours", "x^2 + 2 y^2", "(x, y)", options={"at": [1, -1]}),
    Specimen("contours", "w · w", "w"),
    Specimen("descent", LOSS, "w"),
    Specimen("descent", "(x - 3)^2", options={"step_size": 0.25, "steps": 10, "start": {"x": 1}}),
    Specimen("descent", "w · w", "w", options={"start": {"w": [2, 1]}, "step_size": 0.2}),
    Specimen("jacobian-shapes"),
    Specimen("jacobian-shapes", options={"layout": "denominator"}),
    Specimen("chain-shapes"),
)
