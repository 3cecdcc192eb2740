"""The class of the classes of nodes: equal nodes are one object, which is kept as long as somebody holds it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from itertools import count
from operator import or_
from threading import RLock
from typing import Any, ClassVar, dataclass_transform
from weakref import WeakValueDictionary

from explainer.budget import ACTIVE
from explainer.fields import completed

set_fact = object.__setattr__
"""How the facts of a node are set, which is immutable for everybody else."""

DECIMAL = 1
"""The bit that no class has: a number with digits after the point."""


@dataclass_transform(frozen_default=True, eq_default=False)
class NodeClass(type):
    """Makes the annotated names of a class its fields, and every call of the class return the one object with these.

    It is a small dataclass of its own: forty classes are made at every start of the program, and nodes by the
    thousand in every derivation.
    """

    _table: ClassVar[WeakValueDictionary[tuple[Any, ...], Any]] = WeakValueDictionary()
    _entering: ClassVar[RLock] = RLock()
    """Held while a new node enters the table: of two threads that make the same one, both get that of the first.
    Re-entrant, because entering may start a collection of garbage, and with it code that makes nodes."""
    _defaults: dict[str, Any]
    _places: ClassVar[Iterator[int]] = count(1)

    def __new__(metacls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> Any:
        if any(isinstance(base, NodeClass) for base in bases):
            fields = tuple(namespace.get("__annotations__", ()))
            defaults = {field: namespace.pop(field) for field in fields if field in namespace}
            kinds = list(namespace.get("__annotations__", {}).values())
            namespace.update(__slots__=fields, __match_args__=fields, _defaults=defaults)
            namespace.update(_only_parts=set(kinds) <= {"Node"}, _only_a_list=kinds == ["tuple[Node, ...]"])
        namespace["bit"] = 1 << next(NodeClass._places)
        namespace["own_kinds"] = reduce(or_, (getattr(base, "own_kinds", 0) for base in bases), namespace["bit"])
        return super().__new__(metacls, name, bases, namespace)

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        names: tuple[str, ...] = cls.__match_args__  # type: ignore[attr-defined]
        if kwargs or len(args) != len(names):
            args = completed(cls, names, cls._defaults, args, kwargs)
        budget = ACTIVE.get()
        if budget is not None:  # also for a node that is there already: the work must not depend on earlier derivations
            budget.work += 1
            if budget.work >= budget.look_at:
                budget.look()
        key = (cls, args)
        # Not its own `get`: that is a call of Python code, which costs as much again.
        entry = NodeClass._table.data.get(key)  # type: ignore[attr-defined]
        known = None if entry is None else entry()
        if known is not None:
            return known
        node: Any = object.__new__(cls)  # type: ignore[arg-type]
        for name, value in zip(names, args, strict=True):
            set_fact(node, name, value)
        node.__post_init__()
        with NodeClass._entering:
            return NodeClass._table.setdefault(key, node)
