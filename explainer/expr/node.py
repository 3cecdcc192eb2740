"""The base of every expression node: immutable, interned, with children, paths and cached facts.

Interned means that equal trees are one object: comparing is `is`, hashing is free, and values cached by node
are shared by all steps of a derivation. Nothing simplifies on construction.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, reduce
from itertools import accumulate, chain, pairwise
from operator import attrgetter, or_
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias, TypeVar

from explainer.budget import MOST_PARTS
from explainer.errors import LimitError
from explainer.expr.interning import NodeClass, set_fact
from explainer.expr.letters import INDEX_LETTERS, fresh
from explainer.expr.shape import SCALAR, Shape
from explainer.phrases import phrase
from explainer.showing import ShowsItself
from explainer.threads import recent

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

Found = TypeVar("Found")

Path: TypeAlias = tuple[int, ...]
"""The way from a node to a part of it: the position among the children at each level."""

_free, _height, _part_count = attrgetter("free"), attrgetter("height"), attrgetter("part_count")
_has_derivative, _kinds = attrgetter("has_derivative"), attrgetter("kinds")
_EMPTY: frozenset[Any] = frozenset()


FEW = 6
"""With fewer children than this a loop over them is the quickest."""


@recent(1024)
def _union(sets: frozenset[frozenset[Any]]) -> frozenset[Any]:
    """All members of some sets, kept: every line of a long derivation has the same ones at each of its levels."""
    return _EMPTY.union(*sets)


class _Facts:
    """What is worked out once for every node and kept; not fields, so they are declared apart."""

    __slots__ = (
        "__weakref__", "child_kinds", "children", "free", "has_derivative", "height", "kinds", "part_count", "shape",
    )  # fmt: skip

    shape: Shape
    children: tuple[Node, ...]
    free: frozenset[Node]
    height: int
    part_count: int
    has_derivative: bool
    kinds: int
    """The kinds of all parts, this one included, as bits: see kinds.py."""
    child_kinds: int


@cache
def _writer() -> Callable[[Node], str]:
    """What writes expressions; looked up once, as an import in a function takes as long as a short text."""
    from explainer.expr.text import text

    return text


class Node(_Facts, ShowsItself, metaclass=NodeClass):
    """A part of an expression.

    The annotated names of a subclass are its fields; those that hold a Node, a tuple of Nodes or a tuple of such
    tuples are its children, in the order of the fields. Cached on every node: `shape`, `children`, `free` (the
    variables and indices it depends on), `height` (levels below and with it), `part_count` (when it is
    written out, shared parts counted as often as they stand there) and `has_derivative`.
    """

    __slots__ = ()
    __match_args__: ClassVar[tuple[str, ...]] = ()
    bit: ClassVar[int]
    own_kinds: ClassVar[int]
    _only_parts: ClassVar[bool] = True
    """Whether every field is one part, as in a quotient: no number, name or list."""
    _only_a_list: ClassVar[bool] = False
    """Whether the only field is a list of parts, as in a sum."""
    _free_when_asked: ClassVar[bool] = False
    """Whether `free` is worked out when it is first asked for, where that takes long and is rarely needed."""

    def __post_init__(self) -> None:
        children = self._parts()
        set_fact(self, "children", children)
        set_fact(self, "shape", self._compute_shape())
        if not self._free_when_asked:
            set_fact(self, "free", self._compute_free())
        if len(children) < FEW:
            height, part_count, has_derivative, kinds = 0, 1, False, self.own_kinds
            for child in children:
                if child.height > height:
                    height = child.height
                part_count += child.part_count
                kinds |= child.kinds
                if child.has_derivative:
                    has_derivative = True
        else:  # the same, without a round of Python code for each of hundreds of terms
            height, part_count = max(map(_height, children)), sum(map(_part_count, children), 1)
            has_derivative = any(map(_has_derivative, children))
            kinds = reduce(or_, map(_kinds, children), self.own_kinds)
        set_fact(self, "height", height + 1)
        set_fact(self, "part_count", part_count)
        set_fact(self, "has_derivative", has_derivative)
        set_fact(self, "kinds", kinds)

    def _parts(self) -> tuple[Node, ...]:
        """What becomes the children."""
        names = self.__match_args__
        if self._only_a_list:
            listed: tuple[Node, ...] = getattr(self, names[0])
            return listed
        if self._only_parts:
            return tuple([getattr(self, name) for name in names])
        children: tuple[Node, ...] = ()
        for name in names:
            value = getattr(self, name)
            if isinstance(value, Node):
                children = (*children, value)
            elif type(value) is tuple and value:
                nested = value if isinstance(value[0], Node) else chain.from_iterable(value)
                children = (*children, *nested) if children else tuple(nested)
        return children

    def _compute_shape(self) -> Shape:
        """The shape of the value; overridden by most nodes. Raises ShapeError when the parts do not fit."""
        return SCALAR

    def _compute_free(self) -> frozenset[Node]:
        """The variables and indices that the value depends on; nodes that bind a name override this."""
        if len(self.children) == 1:
            return self.children[0].free
        sets: set[frozenset[Node]] = set(map(_free, self.children))
        return sets.pop() if len(sets) == 1 else _union(frozenset(sets))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"cannot set {name}: expressions are immutable")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"cannot delete {name}: expressions are immutable")

    def __reduce__(self) -> tuple[Any, ...]:
        from explainer.expr.pickling import reduced

        return reduced(self)

    def __copy__(self) -> Node:
        return self

    def __deepcopy__(self, memo: object) -> Node:
        return self

    def __repr__(self) -> str:
        return self.text()

    def __str__(self) -> str:
        return self.text()

    @property
    def holds_only_parts(self) -> bool:
        """Whether its class and its children are all that it is: no number, name, relation or number of parts."""
        return self._only_parts or self._only_a_list

    @property
    def bound(self) -> tuple[Node, ...]:
        """The indices or names that this node binds: they mean something else outside it."""
        return ()

    def text(self) -> str:
        """This expression in the input language; parsing it with the same shapes gives the same tree."""
        return _writer()(self)

    def evaluate(self, values: Mapping[str, ArrayLike | Callable[..., Any]]) -> NDArray[Any]:
        """The value for given values of the variables, abstract functions (callables) and open sizes.

        Shapes: a scalar gives `()`, a column vector `(n,)`, a row `(1, n)`, a matrix `(m, n)`.

        Raises ExplainerError when a value is missing or has the wrong shape, and UnsupportedError when the
        expression holds a derivative that has not been carried out.
        """
        from explainer.expr.evaluate import evaluate

        return evaluate(self, values)

    def numpy_function(self, *names: str) -> Callable[..., NDArray[Any]]:
        """A function of arrays with this value: `f = node.numpy_function("w", "x")`, then `f(w, x)`.

        Its parameters are the names in their order, or all open names by the alphabet where none are given; they may
        also be given by name. Where every parameter is a scalar, arrays of any one shape give a value for each entry.
        Shapes otherwise as in `evaluate`. Raises ExplainerError where an open name is no parameter.
        """
        from explainer.expr.evaluate import numpy_function

        return numpy_function(self, names)

    def _sympy_(self) -> Any:
        """What `sympy.sympify` asks for: the SymPy expression of a scalar expression."""
        return self.shown_as("sympy")


def fields_of(node: Node) -> tuple[Any, ...]:
    """The values of a node's fields: calling its class with them gives the node again."""
    return tuple(getattr(node, name) for name in node.__match_args__)


def require_writable(node: Node) -> None:
    """Raises LimitError for an expression that is too long to be written out.

    Shared parts are written as often as they stand there: few of them can make an expression of any length.
    """
    if node.part_count > MOST_PARTS:
        raise LimitError(phrase("written out, the expression has more than {0} parts", MOST_PARTS))


def subnodes(node: Node) -> Iterator[tuple[Path, Node]]:
    """All parts with their paths, the whole first, each before its own parts, left to right."""
    stack: list[tuple[Path, Node]] = [((), node)]
    while stack:
        path, part = stack.pop()
        yield path, part
        stack.extend(((*path, k), part.children[k]) for k in range(len(part.children) - 1, -1, -1))


def first_places(node: Node) -> Iterator[tuple[Path, Node]]:
    """Every different part once, with the first path that leads to it, in the order of `subnodes`.

    Parts that stand in several places are one object, so that a value of exponential size may have few different ones.
    """
    seen: set[Node] = set()
    stack: list[tuple[Path, Node]] = [((), node)]
    while stack:
        path, part = stack.pop()
        if part not in seen:
            seen.add(part)
            yield path, part
            stack.extend(((*path, k), part.children[k]) for k in range(len(part.children) - 1, -1, -1))


def first_found(
    node: Node,
    look: Callable[[Node], Found | None],
    *,
    without: set[Node] | None = None,
    enter: Callable[[Node], bool] = lambda part: True,
) -> tuple[Path, Found] | None:
    """The first part for which `look` finds something, in the order of `subnodes`: its path and what was found.

    Parts that are not to be entered hide their own parts. `without` are parts in which there is nothing; those of this
    search are added to it, so that the next one does not look at them again.
    """
    nothing = set() if without is None else without
    spine: list[Node] = []
    path: list[int] = []
    stack: list[tuple[int, int, Node]] = [(0, 0, node)]
    while stack:
        level, place, part = stack.pop()
        if part in nothing:
            continue
        del spine[level:], path[level:]
        spine.append(part)
        path.append(place)
        try:
            found = look(part)
        except BaseException:
            nothing.difference_update(spine)
            raise
        if found is not None:
            nothing.difference_update(spine)
            return tuple(path[1:]), found
        nothing.add(part)  # as long as nothing is found in it
        if enter(part):
            children = part.children
            places = range(len(children) - 1, -1, -1)
            stack.extend((level + 1, k, children[k]) for k in places if children[k] not in nothing)
    return None


def each_part(node: Node, least_height: int = 0) -> Iterator[Node]:
    """Every different part once, in the order of `subnodes`; with a least height only those that are as high."""
    seen: set[Node] = set()
    stack = [node]
    while stack:
        part = stack.pop()
        if part not in seen and part.height >= least_height:
            seen.add(part)
            yield part
            stack.extend(reversed(part.children))


def at(node: Node, path: Path) -> Node:
    """The part at a path. Raises IndexError when there is none."""
    for k in path:
        node = node.children[k]
    return node


def with_children(node: Node, children: tuple[Node, ...]) -> Node:
    """The same kind of node over other children, as many as before."""
    names = node.__match_args__
    if node._only_parts:
        return type(node)(*children)
    if getattr(node, names[0]) is node.children:  # all children are in the first field, as in sums and products
        rest: list[Any] = [getattr(node, name) for name in names[1:]]
        return type(node)(children, *rest)  # type: ignore[call-arg]
    used = 0
    fields: list[Any] = []
    for name in names:
        value = getattr(node, name)
        if isinstance(value, Node):
            fields.append(children[used])
            used += 1
        elif type(value) is tuple and value and isinstance(value[0], Node):
            fields.append(children[used : used + len(value)])
            used += len(value)
        elif type(value) is tuple and value and type(value[0]) is tuple:
            ends = list(accumulate(map(len, value), initial=used))
            fields.append(tuple(children[start:end] for start, end in pairwise(ends)))
            used = ends[-1]
        else:
            fields.append(value)
    return type(node)(*fields)


def replace(node: Node, path: Path, new: Node) -> Node:
    """The expression with the part at a path replaced by another one."""
    spine = [node]
    for k in path:
        spine.append(spine[-1].children[k])
    for parent, k in zip(reversed(spine[:-1]), reversed(path), strict=True):
        children = parent.children
        new = with_children(parent, (*children[:k], new, *children[k + 1 :]))
    return new


def rebuilt(node: Node, change: Callable[[Node], Node]) -> Node:
    """The expression with every part, the inner ones first, as `change` makes it: once for all of its places."""
    done: dict[Node, Node] = {}
    stack = [node]
    while stack:
        part = stack[-1]
        if waiting := [child for child in part.children if child not in done]:
            stack.extend(waiting)
            continue
        stack.pop()
        if part not in done:
            children = tuple(map(done.__getitem__, part.children))
            done[part] = change(part if children == part.children else with_children(part, children))
    return done[node]


def substitute(node: Node, replacements: Mapping[Node, Node]) -> Node:
    """The expression with every free occurrence of the given parts replaced, all at once.

    What a part binds is not replaced inside it, and an index that comes in from outside is kept apart from one of the
    same name that is bound there, by renaming the latter.
    """
    done: dict[Node, Node] = dict(replacements)
    coming = frozenset().union(*(new.free for new in replacements.values()))

    stack = [node]
    while stack:
        part = stack[-1]
        if part in done:
            stack.pop()
            continue
        bound = part.bound
        if bound and any(name in coming or name in replacements for name in bound):
            done[part] = _substitute_under(part, replacements, coming)
            continue
        waiting = [child for child in part.children if child not in done]
        if waiting:
            stack.extend(waiting)
            continue
        children = tuple(map(done.__getitem__, part.children))
        done[part] = part if children == part.children else with_children(part, children)
    return done[node]


def _substitute_under(part: Node, replacements: Mapping[Node, Node], coming: frozenset[Node]) -> Node:
    """Replace inside a part that binds one of the replaced or incoming indices."""
    inside = {old: new for old, new in replacements.items() if old not in part.bound and not old.free & set(part.bound)}
    if not any(old in part.free or old.free & part.free for old in inside):
        return part
    for index in part.bound:
        if index in coming:
            taken = {name for node in (*coming, *part.free, *part.bound) if (name := getattr(node, "name", None))}
            letter = fresh(taken, INDEX_LETTERS)
            renamed = type(index)(letter, index.size)  # type: ignore[call-arg, attr-defined]
            part = with_children(part, tuple(substitute(child, {index: renamed}) for child in part.children))
    return with_children(part, tuple(substitute(child, inside) for child in part.children))
