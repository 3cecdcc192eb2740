"""One file that runs by itself: the value, the gradient as it was derived, and a check that can fail.

It is the derived gradient that is checked, at a random point: with NumPy against central differences, with PyTorch and
JAX against their own derivatives. The file ends with exit status 1 where they differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import numpy

from explainer.engine import Trace, derive
from explainer.errors import ExplainerError, UnsupportedError
from explainer.expr import nodes
from explainer.expr.node import Node, each_part
from explainer.expr.nodes import Entry, FunctionCall, Index, Variable, VariableTuple, Where
from explainer.expr.shape import Shape, size_names, size_number
from explainer.phrases import phrase
from explainer.rules.build import transposed
from explainer.written_code.expressions import Writer
from explainer.written_code.libraries import Library, find_library
from explainer.written_code.names import Names
from explainer.written_code.random_values import as_said, drawn_as
from explainer.written_code.sweeps import sweep_of, written_sweep

SIZES = (3, 2, 4, 5, 6, 7)
"""For the open sizes of the check, all different, so that nothing fits by chance."""
RANGES = ((0.2, 0.9), (-0.9, 0.9), (1.1, 2.4), (2.5, 6.0), (0.01, 0.1), (-3.0, -1.0))
"""Where values are drawn from: the first range in which value and gradient are finite, as logarithms have none below 0
and arcsines none above 1."""
SEED = 7
"""Any number will do, but the same in every program, so that two runs print the same."""
MOST_TRIED = 200
"""So many choices of ranges are tried before it is said that there is no point for a check."""


def code(trace: Trace, library: str = "numpy") -> str:
    """A program for "numpy", "torch" or "jax" with the value, the derived gradient, and a check of it.

    Raises UnsupportedError, naming the part, for what a program cannot say, and ExplainerError for another library and
    for a derivation that did not come to its end.
    """
    chosen = find_library(library)
    if trace.status != "finished":
        raise UnsupportedError(
            phrase("there is no code for a derivation that did not come to its end"),
            subexpression=trace.result.text(),
            reason=trace.reason or trace.result.text(),
        )
    return _Program(trace, chosen).text()


def _differentiated(trace: Trace) -> Node:
    """What the result is the derivative of: the function; of a second derivative the first one, as a column."""
    problem = trace.problem
    if problem.order == 1:
        return problem.expression
    first = derive(problem.expression, problem.wrt, problem.shapes, layout=problem.layout, facts=problem.facts)
    if first.status != "finished":
        raise UnsupportedError(
            phrase("there is no code for a derivation that did not come to its end"),
            subexpression=first.start.text(),
            reason=first.reason or first.start.text(),
        )
    return transposed(first.result) if first.result.shape.is_row else first.result


class _Program:
    def __init__(self, trace: Trace, library: Library) -> None:
        self.trace, self.library = trace, library
        self.function = _differentiated(trace)
        self.result = trace.result
        self.wrt = trace.problem.wrt
        self.sweep = sweep_of(trace)
        self.results: tuple[tuple[Node, Node], ...] = ((self.wrt, self.result),)
        if self.sweep is not None and isinstance(self.wrt, VariableTuple):
            self.results = tuple((variable, trace.results[variable.text()]) for variable in self.wrt.variables)
        self.names = Names()
        sides = (self.function, self.wrt, *(result for _, result in self.results))
        inputs = {part for side in sides for part in each_part(side)}
        self.variables = sorted(
            (part for part in inputs if isinstance(part, Variable) and part.name in trace.problem.shapes),
            key=lambda part: part.name,
        )
        self.sizes = _open_sizes((*sides, *self.variables))
        self._refuse()
        for variable in self.variables:
            self.names.variable(variable.name)
        for size in self.sizes:
            self.names.size(size)

    def _refuse(self) -> None:
        for part in each_part(self.function):
            if isinstance(part, FunctionCall):
                raise UnsupportedError(
                    phrase("there is no code for {0}", part.text()),
                    subexpression=part.text(),
                    reason=phrase("{0} is any function: nothing can be computed with it", part.name),
                )
        if isinstance(self.wrt, Entry) and any(isinstance(index, Index) for index in self.wrt.indices):
            raise UnsupportedError(
                phrase("there is no code for a derivative with respect to {0}", self.wrt.text()),
                subexpression=self.wrt.text(),
                reason=phrase("its index stands for any entry"),
            )
        for part in each_part(self.wrt):
            if isinstance(part, Variable) and part.name not in self.trace.problem.shapes:
                raise UnsupportedError(
                    phrase("there is no code for a derivative with respect to {0}", part.name),
                    subexpression=part.name,
                    reason=phrase("{0} is made of other names, which are the arguments of a program", part.name),
                )
        given = {name for variable in self.variables for size in variable.shape.sizes for name in (size,)}
        loose = [size for size in self.sizes if size not in given]
        if loose:
            raise UnsupportedError(
                phrase("there is no code for an open size {0} that no variable has", loose[0]),
                subexpression=loose[0],
                reason=phrase("a program learns sizes from the shapes of its arguments"),
            )

    # --- the file ----------------------------------------------------------------------------------------------------

    def text(self) -> str:
        """The whole file."""
        value, value_functions = self._function("value", self.function, self._about_value())
        gradient, gradient_functions = (
            self._function("gradient", self.result, self._about_gradient(), self._rules())
            if self.sweep is None
            else self._swept(self.sweep)
        )
        functions = {**value_functions, **gradient_functions}
        parts = [
            f'"""{_quoted(self._head())}"""\n',
            self._imports(value + gradient + "".join(functions.values())) + "\n",
            *(body for _, body in sorted(functions.items())),
            value,
            gradient,
            self.library.check.strip() + "\n",
            self._check(),
        ]
        return "\n\n".join(part.rstrip() + "\n" for part in parts).replace("\n\n\n\n", "\n\n\n")

    def _imports(self, body: str) -> str:
        """The lines that import what the body uses."""
        lines = [line for line in self.library.imports if line != "import math" or "math." in body]
        return "\n".join(lines).strip()

    def _head(self) -> str:
        function, wrt = self.function.text(), self.wrt.text()
        kind = "second derivative" if self.trace.problem.order > 1 else "derivative"
        function = self.trace.problem.expression.text() if self.trace.problem.order > 1 else function
        return f"The {kind} of {function} with respect to {wrt}. Run this file, and it checks itself."

    def _about_value(self) -> str:
        return f"{self.function.text()}\n\n    {self._shapes()}"

    def _about_gradient(self) -> str:
        layout = self.trace.problem.layout
        return (
            f"Its derivative with respect to {self.wrt.text()}, {self.result.shape.display()}, in {layout} layout.\n\n"
            f"    {self._shapes()}"
        )

    def _shapes(self) -> str:
        return ", ".join(f"{self.names.variable(v.name)}: {v.shape}" for v in self.variables) or "—"

    def _rules(self) -> list[str]:
        return [f"# {step.number}. {step.title}: {_one_line(step.text)}" for step in self.trace.steps]

    def _function(self, name: str, body: Node, about: str, comments: Iterable[str] = ()) -> tuple[str, dict[str, str]]:
        writer = Writer(self.library, self.names)
        if isinstance(body, Where):
            for definition in body.definitions:
                writer.define(definition)
            body = body.body
        writer.assign((body,))
        returned = writer.write(body)
        arguments = ", ".join(self.names.variable(variable.name) for variable in self.variables)
        used = _open_sizes((body,)) if not isinstance(self.function, Where) else self.sizes
        lines = [f"def {name}({arguments}):", f'    """{_quoted(about)}"""']
        lines += [f"    {line}" for line in comments]
        lines += [f"    {line}" for line in self._size_lines(used)]
        lines += [f"    {line}" for line in writer.lines]
        lines.append(f"    return {returned}")
        return "\n".join(lines) + "\n", writer.functions

    def _swept(self, sweep: Where) -> tuple[str, dict[str, str]]:
        """The gradient by all variables, one sweep."""
        writer = Writer(self.library, self.names)
        layout = self.trace.problem.layout
        shapes = ", ".join(f"{variable.text()}: {result.shape.display()}" for variable, result in self.results)
        arguments = ", ".join(self.names.variable(variable.name) for variable in self.variables)
        about = f"Its derivatives in {layout} layout, {shapes}, by one sweep backward.\n\n    {self._shapes()}"
        lines = [f"def gradient({arguments}):", f'    """{_quoted(about)}"""']
        body = list(written_sweep(sweep, writer, self.names, layout))
        used = " ".join(body)
        lines += [f"    {line}" for line in self._size_lines(self.sizes) if re.search(rf"\b{line.split()[0]}\b", used)]
        lines += [f"    {line}" for line in body]
        return "\n".join(lines) + "\n", writer.functions

    def _size_lines(self, used: tuple[str, ...]) -> list[str]:
        """Where each open size is read from: an axis of the first argument that has it."""
        lines = []
        for size in used:
            for variable in self.variables:
                if size in variable.shape.sizes:
                    axis = variable.shape.sizes.index(size)
                    lines.append(f"{self.names.size(size)} = {self.names.variable(variable.name)}.shape[{axis}]")
                    break
        return lines

    # --- the check ---------------------------------------------------------------------------------------------------

    def _check(self) -> str:
        ranges = self._ranges()
        drawn = []
        for variable in self.variables:
            shape = self._shape_of(variable.shape)
            low, high = ranges[variable.name]
            values = drawn_as(f"rng.uniform({low}, {high}, {shape})", variable, self.trace.problem.facts)
            drawn.append(f"{self.library.array}({values})")
        places = {variable.name: k for k, variable in enumerate(self.variables)}
        compared = [
            self._compared(f"derived[{k}]" if len(self.results) > 1 else "derived", pair, places)
            for k, pair in enumerate(self.results)
        ]
        joined = ",\n        ".join(compared)
        return (
            "def as_matrix(slopes, axes):\n"
            '    """Slopes as a matrix: a row for each entry of the value, a column for each of the argument."""\n'
            "    slopes = np.asarray(slopes)\n"
            "    own = slopes.ndim - axes\n"
            "    turned = np.transpose(slopes, (*range(own)[::-1], *range(own, slopes.ndim)[::-1]))\n"
            "    return turned.reshape(int(np.prod(turned.shape[:own])), -1)\n\n\n"
            "def difference(derived, expected):\n"
            '    """How far two arrays lie apart."""\n'
            "    derived, expected = np.asarray(derived), np.asarray(expected)\n"
            "    if derived.shape != expected.shape or np.isnan(derived).any():\n"
            "        return float('inf')\n"
            "    known = ~np.isnan(expected)\n"
            "    derived, expected = derived[known], expected[known]\n"
            "    return float(np.max(np.abs(derived - expected) / (1 + np.abs(expected)), initial=0.0))\n\n\n"
            "def check():\n"
            '    """The largest difference between the derived gradient and the measured one, at a random point."""\n'
            f"    rng = np.random.default_rng({SEED})\n"
            f"    values = ({', '.join(drawn)}{',' if len(drawn) == 1 else ''})\n"
            "    derived = gradient(*values)\n"
            f"    found = [\n        {joined},\n    ]\n"
            "    error = 0.0\n"
            "    for one in found:\n"
            "        if not one <= error:  # also where it is no number\n"
            "            error = one\n"
            "    return error\n\n\n"
            'if __name__ == "__main__":\n'
            "    error = check()\n"
            '    print(f"the derived gradient and the measured one differ by {error:.2g}")\n'
            "    raise SystemExit(0 if error < 1e-5 else 1)\n"
        )

    def _compared(self, derived: str, pair: tuple[Node, Node], places: dict[str, int]) -> str:
        """A derived result beside what is measured."""
        wrt, result = pair
        asked = wrt.variables if isinstance(wrt, VariableTuple) else (wrt,)
        columns = ", ".join(self._columns(part, places) for part in asked)
        whole = f"np.concatenate([{columns}], axis=1)" if len(asked) > 1 else columns
        return f"difference({derived}, {self._in_layout(whole, wrt.shape, result.shape)})"

    def _columns(self, part: Node, places: dict[str, int]) -> str:
        """The slopes by one variable as columns; of an entry, its column alone."""
        if isinstance(part, Entry):
            assert isinstance(part.base, Variable)
            axes = len(part.base.shape.sizes)
            picked = ", ".join(str(int(i.value) - 1) for i in part.indices if isinstance(i, nodes.Number))
            slopes = f"measured({places[part.base.name]}, values)[..., {picked}]"
            return f"as_matrix({slopes}, 0)" if axes else slopes
        assert isinstance(part, Variable)
        return f"as_matrix(measured({places[part.name]}, values), {len(part.shape.sizes)})"

    def _in_layout(self, whole: str, wrt: Shape, result: Shape) -> str:
        """The matrix of slopes in the shape of the result."""
        function = self.function.shape
        if not result.sizes:
            return f"{whole}[0, 0]"
        if result.is_vector:
            return f"{whole}.reshape(-1)"
        turned = self.trace.problem.layout == "denominator"
        if function.is_scalar and wrt.is_matrix:
            shape = self._shape_of(Shape((wrt.columns, wrt.rows)))
            return f"{whole}.reshape({shape}){'.T' if turned else ''}"
        if function.is_matrix and wrt.is_scalar:
            shape = self._shape_of(Shape((function.columns, function.rows)))
            return f"{whole}.reshape({shape}){'' if turned else '.T'}"
        return f"{whole}.T" if turned else whole

    def _shape_of(self, shape: Shape) -> tuple[int, ...]:
        numbers = dict(zip(self.sizes, SIZES, strict=False))
        return tuple(size_number(size, numbers.__getitem__) for size in shape.sizes)

    def _ranges(self) -> dict[str, tuple[float, float]]:
        """For each variable the range that it is drawn from: together they give a point where all has a value.

        First one range for all, then others for each. Raises UnsupportedError when none of many has a value.
        """
        choose = numpy.random.default_rng(SEED)
        names = [variable.name for variable in self.variables]
        tried = [dict.fromkeys(names, chosen) for chosen in RANGES]
        tried += [{name: RANGES[choose.integers(len(RANGES))] for name in names} for _ in range(MOST_TRIED)]
        for ranges in tried:
            if self._has_values(ranges):
                return ranges
        raise UnsupportedError(
            phrase("there is no check for {0}", self.function.text()),
            subexpression=self.function.text(),
            reason=phrase("no point was found where it and its derivative have a value"),
        )

    def _has_values(self, ranges: dict[str, tuple[float, float]]) -> bool:
        rng = numpy.random.default_rng(SEED)
        values: dict[str, Any] = dict(zip(self.sizes, SIZES, strict=False))
        for variable in self.variables:
            drawn = rng.uniform(*ranges[variable.name], self._shape_of(variable.shape))
            values[variable.name] = as_said(drawn, variable, self.trace.problem.facts)
        try:
            sides = [side.evaluate(values) for side in (self.function, *(result for _, result in self.results))]
        except ExplainerError:
            return False
        return all(numpy.isfinite(numpy.asarray(side, dtype=float)).all() for side in sides)


def _open_sizes(sides: tuple[Node, ...]) -> tuple[str, ...]:
    """The names of the open sizes; n of n+1."""
    found: dict[str, None] = {}
    for side in sides:
        for part in each_part(side):
            own = (*part.shape.sizes, getattr(part, "size", 1), part.name if isinstance(part, nodes.SizeValue) else 1)
            found.update(dict.fromkeys(name for size in own if isinstance(size, str) for name in size_names(size)))
    return tuple(sorted(found))


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"""', "'''")


def _one_line(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 100 else f"{plain[:99]}…"
