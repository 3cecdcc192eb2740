"""The mutants of a file: what can be put in the place of each part of its syntax tree, and what code comes of it.

Texts for readers, types, assertions (`strict` among them) and errors stay as they are, and so do bounds of work
(numbers above 50), which are heuristics that no result depends on.
"""

from __future__ import annotations

import ast
import copy
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, islice
from pathlib import Path
from types import CodeType

ROOT = Path(__file__).parent.parent.parent

OPPOSITE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.GtE, ast.GtE: ast.Lt, ast.Gt: ast.LtE, ast.LtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
EDGE: dict[type[ast.cmpop], type[ast.cmpop]] = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt}
OTHER: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.MatMult: ast.Mult,
    ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult, ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd,
}  # fmt: skip
MAKERS = frozenset({
    "Sum", "Product", "Quotient", "Negate", "Power", "Transpose", "Hadamard", "HadamardQuotient", "MatrixProduct",
    "Dot", "Diag", "times", "plus", "negative", "matrix_times", "times_derivative",
})  # fmt: skip
"""What makes expressions of others: each of its parts is left out in turn."""
FOR_READERS = frozenset({
    "phrase", "counted", "fill", "ExplainerError", "UnsupportedError", "LimitError", "ShapeError", "Field", "field",
})  # fmt: skip
"""Calls that make texts."""
AROUND = frozenset({"Negate", "Transpose", "Diag", "negative"})
"""What is left out around a single part."""
ORDERED = frozenset({
    "Quotient", "HadamardQuotient", "Power", "MatrixProduct", "matrix_times", "times_derivative", "Equation", "Delta",
    "substitute", "arctan2", "subtract", "power", "true_divide", "where", "less", "greater", "floor_divide",
})  # fmt: skip
"""Calls of two arguments of one kind, in an order that matters."""
WORDS = frozenset({
    "words", "title", "statement", "condition", "explanation", "source", "examples", "leaves_alone", "shapes",
    "bindings",
})  # fmt: skip
RELATIONS = {"!=": "=", "=": "!=", "<": "<=", "<=": "<", ">": ">=", ">=": ">"}
LARGE = 50
FORMULAS = frozenset({"domain", "definition"})
"""The keywords of a row of the operations table whose texts are formulas; the fourth argument is one, too."""


@dataclass(frozen=True)
class Mutant:
    """A change in one place of a file."""

    path: Path
    number: int
    line: int
    kind: str
    before: str
    after: str

    @property
    def module(self) -> str:
        """The name of the module that is changed."""
        parts = self.path.relative_to(ROOT).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def key(self) -> tuple[str, int]:
        """What it is known by."""
        return str(self.path), self.number

    @property
    def name(self) -> str:
        """Where it is and what is changed."""
        return f"{self.path.relative_to(ROOT)}:{self.line} {self.kind}: {self.before}  →  {self.after}"

    def code(self) -> CodeType:
        """The changed module."""
        tree = ast.parse(self.path.read_text(encoding="utf-8"))
        parent, name, place, node, _, new = next(islice(_all_changes(tree), self.number, None))
        _put(parent, name, place, ast.copy_location(copy.deepcopy(new), node))
        return compile(ast.fix_missing_locations(tree), str(self.path), "exec")

    @cached_property
    def is_in_functions(self) -> bool:
        """Whether nothing but functions differs, which can be changed in place."""
        original = compile(self.path.read_text(encoding="utf-8"), str(self.path), "exec")
        return bool(changed_functions(original, self.code()))


REACHED = "_reached_by_a_test"
"""The name of a builtin function that notes which part was reached, and gives True."""


def probed(mutants: Iterable[Mutant]) -> dict[Path, CodeType]:
    """The code of the files of these mutants, unchanged but for a note wherever one of them would be reached."""
    found = {}
    for path, some in groupby(sorted(mutants, key=lambda m: (m.path, m.number)), key=lambda m: m.path):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        every = list(_all_changes(tree))
        for mutant in some:
            parent, name, place, *_ = every[mutant.number]
            now = getattr(parent, name) if place is None else getattr(parent, name)[place]
            _put(parent, name, place, _with_a_note(now, mutant))
        found[path] = compile(ast.fix_missing_locations(tree), str(path), "exec")
    return found


def _with_a_note(node: ast.AST, mutant: Mutant) -> ast.AST:
    key = ast.Constant((str(mutant.path), mutant.number))
    note = ast.Call(ast.Name(REACHED, ast.Load()), [key], [])
    # In place, where it can be: a part inside may be noted, too.
    if isinstance(node, ast.If):
        node.test = _after(note, node.test)
        return node
    if isinstance(node, ast.keyword):
        node.value = _after(note, node.value)
        return node
    if isinstance(node, ast.stmt):
        return ast.copy_location(ast.If(note, [node], []), node)
    assert isinstance(node, ast.expr)
    return _after(note, node)


def _after(note: ast.expr, value: ast.expr) -> ast.expr:
    new = ast.Subscript(ast.Tuple([note, value], ast.Load()), ast.Constant(1), ast.Load())
    return ast.copy_location(new, value)


def changed_functions(old: CodeType, new: CodeType) -> list[tuple[CodeType, CodeType]]:
    """The functions of two modules that differ; empty where what is run at import differs."""
    return list(_different(old, new, top=True) or ())


def _different(old: CodeType, new: CodeType, top: bool = False) -> list[tuple[CodeType, CodeType]] | None:
    """The pairs of functions inside that differ, the outer ones too; None where what is run at import differs."""
    inner = [[const for const in code.co_consts if isinstance(const, CodeType)] for code in (old, new)]
    if len(inner[0]) != len(inner[1]):
        return None if top else [(old, new)]
    pairs = [] if top else [(old, new)]
    for one, other in zip(*inner, strict=True):
        if one != other:
            is_class = not one.co_flags & 1  # without fast locals: the body of a class, run at import
            found = _different(one, other, top=is_class)
            if found is None:
                return None
            pairs += found
    if top and _own(old) != _own(new):
        return None
    return pairs


def _own(code: CodeType) -> tuple[object, ...]:
    consts = tuple((type(const), const) for const in code.co_consts if not isinstance(const, CodeType))
    return code.co_code, code.co_names, repr(consts)


def changes(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """What can be put in the place of a node."""
    new = copy.deepcopy(node)
    match node:
        case ast.Compare(ops=[op, *_]):
            for kind, table in (("comparison flipped", OPPOSITE), ("edge moved", EDGE)):
                if type(op) in table:
                    new = copy.deepcopy(node)
                    new.ops[0] = table[type(op)]()
                    yield kind, new
        case ast.Constant(value=bool()):
            yield "constant changed", ast.Constant(not node.value)
        case ast.Constant(value=int() | float()) if abs(node.value) < LARGE:
            yield "constant changed", ast.Constant(node.value + 1)
        case ast.Constant(value=str()) if node.value in RELATIONS:
            yield "relation changed", ast.Constant(RELATIONS[node.value])
        case ast.If():
            yield "branch dropped", ast.If(ast.Constant(False), node.body, node.orelse)
        case ast.IfExp():
            yield "branch dropped", node.orelse
        case ast.BinOp() if type(node.op) in OTHER:
            yield "operator changed", ast.BinOp(node.left, OTHER[type(node.op)](), node.right)
            if isinstance(node.op, ast.Sub | ast.Div | ast.MatMult):
                yield "operands swapped", ast.BinOp(node.right, node.op, node.left)
        case ast.UnaryOp(op=ast.USub() | ast.Not()):
            yield "sign dropped" if isinstance(node.op, ast.USub) else "condition negated", node.operand
        case ast.BoolOp():
            for place in range(len(node.values)):
                rest = node.values[:place] + node.values[place + 1 :]
                yield "condition removed", rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)
            yield "and, or", ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
        case ast.Expr(value=ast.Call()) | ast.AugAssign() | ast.Continue() | ast.Break():
            yield "statement dropped", ast.Pass()
        case ast.Return(value=value) if value is not None and not _is_plain(value):
            yield "None returned", ast.Return(ast.Constant(None))
        case ast.Call():
            yield from _changed_calls(node)
        case ast.keyword(arg="conditions", value=ast.Tuple(elts=[_, *_])):
            yield from (("assumption removed", ast.keyword(node.arg, fewer)) for fewer in _fewer(node.value))
        case ast.keyword(arg=str() as arg) if arg in FORMULAS:
            yield from (("formula changed", ast.keyword(arg, value)) for value in _changed_formulas(node.value))
            if isinstance(node.value, ast.Tuple):
                yield from (("assumption removed", ast.keyword(arg, fewer)) for fewer in _fewer(node.value))


def _changed_calls(node: ast.Call) -> Iterator[tuple[str, ast.AST]]:
    name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
    listed = len(node.args) == 1 and isinstance(node.args[0], ast.Tuple)
    parts: list[ast.expr] = node.args[0].elts if listed else node.args
    if not node.keywords and not any(isinstance(part, ast.Starred) for part in parts):
        if len(parts) == 1 and name in AROUND:
            yield "part dropped", parts[0]
        elif len(parts) == 2 and name in MAKERS:
            yield from (("part dropped", part) for part in parts)
        elif len(parts) > 2 and listed and name in MAKERS:
            yield from (("part dropped", ast.Call(node.func, [fewer], [])) for fewer in _fewer(node.args[0]))
        if len(parts) == 2 and name in ORDERED:
            turned = [ast.Tuple(parts[::-1], ast.Load())] if listed else parts[::-1]
            yield "arguments swapped", ast.Call(node.func, turned, [])
    if name == "function" and len(node.args) > 3:
        for value in _changed_formulas(node.args[3]):
            yield "formula changed", ast.Call(node.func, [*node.args[:3], value, *node.args[4:]], node.keywords)


def _fewer(whole: ast.expr) -> Iterator[ast.Tuple]:
    assert isinstance(whole, ast.Tuple)
    for place in range(len(whole.elts)):
        yield ast.Tuple(whole.elts[:place] + whole.elts[place + 1 :], ast.Load())


def _changed_formulas(node: ast.expr) -> Iterator[ast.expr]:
    """A formula in a text with a sign, a number or a relation changed, one place at a time."""
    if isinstance(node, ast.Tuple):
        for place, part in enumerate(node.elts):
            for changed in _changed_formulas(part):
                yield ast.Tuple([*node.elts[:place], changed, *node.elts[place + 1 :]], ast.Load())
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        for found in re.finditer(r"(?<= )[<>]=?(?= )|!=|(?<= )[+-](?= )|(?<![\w.])\d+|^-", node.value):
            other = {"<": "<=", ">": ">=", "<=": "<", ">=": ">", "!=": ">", "+": "-", "-": "+"}.get(found[0])
            new = other if other is not None else str(int(found[0]) + 1)
            new = "" if found[0] == "-" and found.start() == 0 else new
            yield ast.Constant(node.value[: found.start()] + new + node.value[found.end() :])


def _is_plain(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def mutants_of(path: Path) -> Iterator[Mutant]:
    """All mutants of a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for number, (_, _, _, node, kind, new) in enumerate(_all_changes(tree)):
        old, after = (" ".join(ast.unparse(part).split())[:110] for part in (node, new))
        spanned = node.test if isinstance(node, ast.If) else node
        if old != after:
            yield Mutant(path, number, spanned.lineno, kind, old, after)


def _all_changes(tree: ast.Module) -> Iterator[tuple[ast.AST, str, int | None, ast.AST, str, ast.AST]]:
    for parent, name, place, node in list(_places(tree)):
        for kind, new in changes(node):
            yield parent, name, place, node, kind, new


def _put(parent: ast.AST, name: str, place: int | None, node: ast.AST) -> None:
    if place is None:
        setattr(parent, name, node)
    else:
        getattr(parent, name)[place] = node


def _places(node: ast.AST) -> Iterator[tuple[ast.AST, str, int | None, ast.AST]]:
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns", "type_params", "decorator_list", "format_spec"}:
            continue
        for place, child in enumerate(value) if isinstance(value, list) else ((None, value),):
            if isinstance(child, ast.AST) and not _is_left_alone(child):
                yield node, name, place, child
                yield from _places(child)


def _is_left_alone(node: ast.AST) -> bool:
    match node:
        case ast.Assert() | ast.Raise() | ast.Import() | ast.ImportFrom() | ast.JoinedStr():
            return True
        case ast.If(test=ast.Name(id="TYPE_CHECKING")) | ast.AnnAssign(annotation=ast.Name(id="TypeAlias")):
            return True
        case ast.Expr(value=ast.Constant()):
            return True
        case ast.keyword(arg=arg):
            return arg in WORDS or arg == "strict"  # which says of two lists that they are as long as each other
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AugAssign(target=ast.Name(id=name)):
            return name in WORDS
        case ast.Call(func=ast.Name(id=name)):
            return name in FOR_READERS
    return False
