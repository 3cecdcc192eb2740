"""Expressions as code: vectors are arrays of one axis, rows and matrices have two, and nothing loops over entries.

What is left with an index (a sum that has no form without one) becomes a sum over a range. Parts that occur twice are
computed once: they get names.
"""

from __future__ import annotations

from functools import singledispatchmethod

from explainer.errors import UnsupportedError
from explainer.expr import nodes
from explainer.expr.called import called
from explainer.expr.node import Node, substitute
from explainer.expr.shape import Size, size_terms
from explainer.language import parse_expression
from explainer.phrases import phrase
from explainer.written_code import array_products, conditions
from explainer.written_code.functions import TEMPLATES
from explainer.written_code.libraries import Library
from explainer.written_code.names import Names
from explainer.written_code.pieces import ATOM, PLUS, POWER, SIGN, TIMES, Code, is_worth_a_name, uses_of


class Writer:
    """Writes expressions of one file. `lines` are the assignments that the expressions written so far need."""

    def __init__(self, library: Library, names: Names) -> None:
        self.library = library
        self.names = names
        self.lines: list[str] = []
        self.functions: dict[str, str] = {}
        self._known: dict[Node, Code] = {}
        self._indices = 0

    def assign(self, roots: tuple[Node, ...]) -> None:
        """Give names to what occurs more than once in the expressions, the smaller parts first."""
        count = uses_of(roots)
        shared = [part for part, uses in count.items() if uses > 1 and is_worth_a_name(part)]
        for part in sorted(shared, key=lambda part: part.height):
            if part not in self._known:
                name = self.names.fresh("t")
                self.lines.append(f"{name} = {self.write(part)}")
                self._known[part] = Code(name)

    def define(self, definition: nodes.Equation) -> None:
        """An intermediate variable as an assignment."""
        self.lines.append(f"{self.write(definition.left)} = {self.write(definition.right)}")

    def write(self, node: Node) -> Code:
        """The code of an expression. Raises UnsupportedError, naming the part, for what has no code."""
        known = self._known.get(node)
        return self._written(node) if known is None else known

    def np(self, name: str, *arguments: str) -> Code:
        return Code(self.library.call(name, *arguments))

    def number(self, size: Size) -> str:
        """A size as code."""
        products, count = size_terms(size)
        terms = []
        for names, factor in products:
            numbers = [str(factor)] if factor > 1 else []
            terms.append(" * ".join([*numbers, *(self.names.size(name) for name in names)]))
        return " + ".join([*terms, *([str(count)] if count or not terms else [])])

    @singledispatchmethod
    def _written(self, node: Node) -> Code:
        raise UnsupportedError(
            phrase("there is no code for {0}", node.text()),
            subexpression=node.text(),
            reason=phrase("this is {0}, which has no counterpart in a program", called(node)),
        )

    # --- atoms -------------------------------------------------------------------------------------------------------

    @_written.register(nodes.Number)
    def _(self, node: nodes.Number) -> Code:
        value = node.value
        if value.denominator == 1:
            return Code(str(value.numerator), ATOM if value >= 0 else SIGN)
        return Code(f"{value.numerator} / {value.denominator}", TIMES)

    @_written.register(nodes.Constant)
    def _(self, node: nodes.Constant) -> Code:
        return Code({"e": "np.e", "pi": "np.pi"}[node.name])

    @_written.register(nodes.SizeValue)
    def _(self, node: nodes.SizeValue) -> Code:
        text = self.number(node.name)
        return Code(text, ATOM if text.isidentifier() else PLUS)

    @_written.register(nodes.Variable)
    def _(self, node: nodes.Variable) -> Code:
        return Code(self.names.variable(node.name))

    @_written.register(nodes.Index)
    def _(self, node: nodes.Index) -> Code:
        return Code(self.names.index(node.name))

    @_written.register(nodes.Ones)
    def _(self, node: nodes.Ones) -> Code:
        return self.np("ones", self.number(node.size))

    @_written.register(nodes.Zeros)
    def _(self, node: nodes.Zeros) -> Code:
        sizes = [self.number(size) for size in node.shape.sizes]
        return self.np("zeros", sizes[0] if len(sizes) == 1 else f"({', '.join(sizes)})")

    @_written.register(nodes.Identity)
    def _(self, node: nodes.Identity) -> Code:
        return self.np("eye", self.number(node.size))

    @_written.register(nodes.Commutation)
    def _(self, node: nodes.Commutation) -> Code:
        rows, columns = self.number(node.rows), self.number(node.columns)
        count = f"({rows}) * ({columns})"
        unit, places = self.np("eye", count), self.np("arange", count)
        return Code(f"{unit}[{places}.reshape({columns}, {rows}).T.reshape(-1)]")

    @_written.register(nodes.Entry)
    def _(self, node: nodes.Entry) -> Code:
        places = ", ".join(self._place(index) for index in node.indices)
        return Code(f"{self.write(node.base).within(ATOM)}[{places}]")

    @_written.register(nodes.MatrixRow)
    def _(self, node: nodes.MatrixRow) -> Code:
        return Code(f"{self.write(node.base).within(ATOM)}[{self._place(node.index)}]")

    def _place(self, index: Node) -> str:
        return str(int(index.value) - 1) if isinstance(index, nodes.Number) else f"{self.write(index)} - 1"

    @_written.register(nodes.Delta)
    def _(self, node: nodes.Delta) -> Code:
        return Code(f"(1.0 if {self.write(node.left)} == {self.write(node.right)} else 0.0)")

    # --- arithmetic --------------------------------------------------------------------------------------------------

    @_written.register(nodes.Sum)
    def _(self, node: nodes.Sum) -> Code:
        text = ""
        for term in node.terms:
            inside = term.operand if isinstance(term, nodes.Negate) else term
            written = array_products.broadcast(self, term, node.terms) or self.write(inside)
            if text:
                text += f" - {written.within(TIMES)}" if inside is not term else f" + {written.within(TIMES)}"
            else:
                text = f"-{written.within(SIGN)}" if inside is not term else written.within(PLUS)
        return Code(text, PLUS)

    @_written.register(nodes.Negate)
    def _(self, node: nodes.Negate) -> Code:
        return Code(f"-{self.write(node.operand).within(SIGN)}", SIGN)

    @_written.register(nodes.Product)
    @_written.register(nodes.Hadamard)
    def _(self, node: nodes.Product | nodes.Hadamard) -> Code:
        first, *others = (
            array_products.broadcast(self, factor, node.factors)
            or conditions.mask(self, factor, node.factors)
            or self.write(factor)
            for factor in node.factors
        )
        return Code(" * ".join([first.within(TIMES), *(other.within(SIGN) for other in others)]), TIMES)

    @_written.register(nodes.Quotient)
    @_written.register(nodes.HadamardQuotient)
    def _(self, node: nodes.Quotient | nodes.HadamardQuotient) -> Code:
        above, below = (
            array_products.broadcast(self, part, node.children) or self.write(part) for part in node.children
        )
        return Code(f"{above.within(TIMES)} / {below.within(SIGN)}", TIMES)

    @_written.register(nodes.Power)
    def _(self, node: nodes.Power) -> Code:
        return Code(f"{self.write(node.base).within(ATOM)} ** {self.write(node.exponent).within(ATOM)}", POWER)

    @_written.register(nodes.Apply)
    def _(self, node: nodes.Apply) -> Code:
        operation = node.operation
        counts = nodes.is_matrix_power(node)  # its exponent is a whole number in every library, and no array
        arguments = [self.write(part) if counts else self._argument(part) for part in node.arguments]
        template = TEMPLATES.get(operation.name)
        if template is None:
            return self._by_definition(node)
        if operation.as_matrices and node.shape.is_matrix:  # beside a matrix a vector is a column, not a row of numbers
            arguments = [self._two_axes(part) for part in node.arguments]
        if template.count("{0}") == 1 and template.endswith(")") and template.startswith("np."):
            return Code(self._filled(template, [str(argument) for argument in arguments]))
        if operation.name not in self.functions:
            letters = operation.parameters
            body = self._filled(template, list(letters))
            *before, last = body.split("\n")
            lines = "".join(f"    {line}\n" for line in (*before, f"return {last}"))
            self.functions[operation.name] = f"def {operation.name}({', '.join(letters)}):\n{lines}"
        return Code(f"{operation.name}({', '.join(arguments)})")

    def _argument(self, node: Node) -> Code:
        """An argument; a number that is made of sizes alone as an array, as PyTorch's functions take nothing else."""
        written = self.write(node)
        plain = node.shape.is_scalar and not any(isinstance(part, nodes.Variable | nodes.Index) for part in node.free)
        return Code(f"{self.library.array}(1.0 * {written.within(SIGN)})") if plain else written

    def _by_definition(self, node: nodes.Apply) -> Code:
        if not node.operation.definition:
            raise UnsupportedError(
                phrase("there is no code for {0}", node.text()),
                subexpression=node.text(),
                reason=phrase("{0} is not a function of the library", node.operation.name),
            )
        if node.operation.elementwise:
            return self._entry_by_entry(node)
        shapes = dict(zip(node.operation.parameters, (part.shape for part in node.arguments), strict=True))
        meaning = parse_expression(node.operation.definition, shapes).expression
        places: dict[Node, Node] = {
            nodes.Variable(name, shape): argument
            for (name, shape), argument in zip(shapes.items(), node.arguments, strict=True)
        }
        return self.write(substitute(meaning, places))

    def _entry_by_entry(self, node: nodes.Apply) -> Code:
        """A function of numbers, which works on whole arrays as it stands."""
        operation = node.operation
        if operation.name not in self.functions:
            self.functions[operation.name] = ""  # held while what it uses is written
            meaning = parse_expression(operation.definition, dict.fromkeys(operation.parameters, "scalar")).expression
            inner = Writer(self.library, Names())
            body = inner.write(meaning)
            self.functions |= inner.functions
            self.functions[operation.name] = (
                f"def {operation.name}({', '.join(operation.parameters)}):\n    return {body}\n"
            )
        return Code(f"{operation.name}({', '.join(self.write(argument) for argument in node.arguments)})")

    def _filled(self, template: str, arguments: list[str]) -> str:
        pieces = template.split("np.")
        found = pieces[0]
        for piece in pieces[1:]:
            name = piece.split("(")[0]
            found += self.library.name(name) + piece[len(name) :]
        for k, argument in enumerate(arguments):  # last: what they hold is named as the library does already
            found = found.replace(f"{{{k}}}", argument)
        return found

    # --- vectors and matrices ----------------------------------------------------------------------------------------

    @_written.register(nodes.Expand)
    def _(self, node: nodes.Expand) -> Code:
        return Code(f"{self.write(node.operand).within(TIMES)} * {self.np('ones', self.number(node.size))}", TIMES)

    @_written.register(nodes.Dot)
    def _(self, node: nodes.Dot) -> Code:
        return Code(f"{self.write(node.left).within(TIMES)} @ {self.write(node.right).within(SIGN)}", TIMES)

    @_written.register(nodes.MatrixProduct)
    def _(self, node: nodes.MatrixProduct) -> Code:
        found = array_products.product(self, node)
        if found is not None:
            return found
        *front, last = node.factors
        written = [self._two_axes(factor) for factor in front]
        whole_vector = last.shape.is_vector and len(node.shape.sizes) < 2
        end = self.write(last) if whole_vector else self._two_axes(last)
        text = " @ ".join([written[0].within(TIMES), *(part.within(SIGN) for part in (*written[1:], end))])
        axes = (1 if whole_vector else 2) - len(node.shape.sizes)
        return Code(f"({text})[{', '.join(['0'] * axes)}]") if axes and not whole_vector else self._first(text, axes)

    def summed(self, matrix: Node, axis: int) -> Code:
        """The sums of the columns as a row (axis 0), or those of the rows as a vector."""
        sums = self.np("sum", self.write(matrix), str(axis))
        return sums if axis else Code(f"{sums}[None, :]")

    def scaled(self, vector: Node, matrix: Node, axis: int) -> Code:
        """Every row (axis 0) or column of a matrix times an entry of a vector."""
        place = "[None, :]" if axis else "[:, None]"
        return Code(f"{self.write(vector).within(ATOM)}{place} * {self.write(matrix).within(SIGN)}", TIMES)

    def call_it(self, node: Node, name: str) -> None:
        """From here on a part has this name."""
        self._known[node] = Code(name)

    def _first(self, text: str, axes: int) -> Code:
        return Code(f"({text})[0]") if axes else Code(text, TIMES)

    def _two_axes(self, node: Node) -> Code:
        """A vector as a column."""
        written = self.write(node)
        return Code(f"{written.within(ATOM)}[:, None]") if node.shape.is_vector else written

    @_written.register(nodes.Transpose)
    def _(self, node: nodes.Transpose) -> Code:
        inner = self.write(node.operand)
        if node.operand.shape.is_vector:
            return Code(f"{inner.within(ATOM)}[None, :]")
        if node.shape.is_vector:
            return Code(f"{inner.within(ATOM)}[0]")
        return inner if node.shape.is_scalar else Code(f"{inner.within(ATOM)}.T")

    @_written.register(nodes.Diag)
    def _(self, node: nodes.Diag) -> Code:
        return self.np("diag", self.write(node.operand))

    @_written.register(nodes.SumReduction)
    def _(self, node: nodes.SumReduction) -> Code:
        return self.np("sum", self.write(node.operand))

    @_written.register(nodes.IndexedSum)
    def _(self, node: nodes.IndexedSum) -> Code:
        index = self.names.index(node.index.name)
        last = self.number(node.index.size)
        return Code(f"sum({self.write(node.body)} for {index} in range({node.lower}, {last} + 1))")

    @_written.register(nodes.Vector)
    def _(self, node: nodes.Vector) -> Code:
        return self._stacked([self.write(entry) for entry in node.entries])

    @_written.register(nodes.VariableTuple)
    def _(self, node: nodes.VariableTuple) -> Code:
        return self._stacked([self.write(variable) for variable in node.variables])

    @_written.register(nodes.Matrix)
    def _(self, node: nodes.Matrix) -> Code:
        return self._stacked([self._stacked([self.write(entry) for entry in row]) for row in node.rows])

    @_written.register(nodes.Stack)
    def _(self, node: nodes.Stack) -> Code:
        rows = [self.write(row) for row in node.rows]
        return self._stacked(rows if node.shape.is_vector else [Code(f"{row.within(ATOM)}[0]") for row in rows])

    @_written.register(nodes.Blocks)
    def _(self, node: nodes.Blocks) -> Code:
        rows = []
        for row in node.rows:
            parts = ", ".join(self._block(block) for block in row)
            rows.append(str(self.np("concatenate", f"[{parts}]", "1")))
        whole = self.np("concatenate", f"[{', '.join(rows)}]", "0")
        return Code(f"{whole}[:, 0]") if node.shape.is_vector else whole

    def _block(self, block: Node) -> str:
        written = self.write(block)
        if block.shape.is_scalar:
            return f"{self._stacked([self._stacked([written])])}"
        return str(self._two_axes(block))

    def _stacked(self, parts: list[Code]) -> Code:
        inside = ", ".join(f"{self.library.array}({part})" for part in parts)
        return self.np("stack", f"[{inside}]")

    # --- indexed forms -----------------------------------------------------------------------------------------------

    def _listed(self, body: Code, index: nodes.Index) -> Code:
        name = self.names.index(index.name)
        inside = f"{self.library.array}({body}) for {name} in range(1, {self.number(index.size)} + 1)"
        return self.np("stack", f"[{inside}]")

    @_written.register(nodes.Grid)
    def _(self, node: nodes.Grid) -> Code:
        return self._listed(self._listed(self.write(node.body), node.column), node.row)

    @_written.register(nodes.Entries)
    def _(self, node: nodes.Entries) -> Code:
        body = self.write(node.body)
        for index in reversed(node.indices):
            body = self._listed(body, index)
        return body

    @_written.register(nodes.ColumnForm)
    def _(self, node: nodes.ColumnForm) -> Code:
        return self._listed(self.write(node.body), node.index)

    @_written.register(nodes.RowForm)
    def _(self, node: nodes.RowForm) -> Code:
        return Code(f"{self._listed(self.write(node.body), node.index)}[None, :]")

    @_written.register(nodes.DiagonalForm)
    def _(self, node: nodes.DiagonalForm) -> Code:
        return self.np("diag", self._listed(self.write(node.body), node.index))

    # --- conditions --------------------------------------------------------------------------------------------------

    @_written.register(nodes.Comparison)
    @_written.register(nodes.And)
    def _(self, node: nodes.Comparison | nodes.And) -> Code:
        return conditions.where(self, conditions.condition(self, node) or Code("True"), Code("1.0"), Code("0.0"))

    @_written.register(nodes.Cases)
    def _(self, node: nodes.Cases) -> Code:
        result = Code("np.nan")
        for value, condition in zip(reversed(node.values), reversed(node.conditions), strict=True):
            held = conditions.condition(self, condition)
            result = self.write(value) if held is None else conditions.where(self, held, self.write(value), result)
        return result

    @_written.register(nodes.Where)
    def _(self, node: nodes.Where) -> Code:
        for definition in node.definitions:
            self.define(definition)
        return self.write(node.body)
