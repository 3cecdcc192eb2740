"""What several threads may use at the same time: values that are worked out once, and stores of what was made last.

This module imports nothing of the project, so that every layer may use it.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import lru_cache
from threading import RLock
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

Key = TypeVar("Key")
T = TypeVar("T")

STORES: list[Callable[[], object]] = []
"""What empties each of the stores of what can be made again. Whoever is in the midst of some work makes what it misses
anew."""


def let_go() -> None:
    """Empty all stores of what was made last. Each holds little; but what it holds lies all over the memory, and none
    of that can be given back."""
    for empty in STORES:
        empty()


def recent(most: int) -> Callable[[Callable[..., T]], _lru_cache_wrapper[T]]:
    """Keep what a function gave for so many of the last arguments, until `let_go`."""

    def keep(work: Callable[..., T]) -> _lru_cache_wrapper[T]:
        kept = lru_cache(maxsize=most)(work)
        STORES.append(kept.cache_clear)
        return kept

    return keep


MOST_KEPT = 120_000
"""So many parts are kept at most, however long a line is: about 80 MB of written ones."""


class once(Generic[T]):  # noqa: N801 (written like a function, as property is)
    """A property that is worked out when it is first asked for. Whoever comes second gets the value of the first.

    `functools.cached_property` lets two threads keep a value each, and in Python 3.11 it lets no thread work out that
    property of any other object meanwhile. Here two threads may both work it out: the work must change nothing.
    """

    def __init__(self, work: Callable[[Any], T]) -> None:
        self._work = work
        self.__doc__ = work.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> once[T]: ...
    @overload
    def __get__(self, instance: object, owner: type) -> T: ...
    def __get__(self, instance: object | None, owner: type) -> once[T] | T:
        if instance is None:
            return self
        value: T = instance.__dict__.setdefault(self._name, self._work(instance))  # one step for all other threads
        return value


class Latest(Generic[Key, T]):
    """What was made last, by its key; what was made first is let go of where there are more than `most`.

    A store is made once and stays; `let_go` empties it. Reading needs no lock, as a dictionary is read in one step.
    What looks for the first keys must see no other come.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        # To find the first key of a plain dictionary passes over all those that were there before.
        self._kept: OrderedDict[Key, T] = OrderedDict()
        self._changing = RLock()
        self.get = self._kept.get
        STORES.append(self.clear)

    def __len__(self) -> int:
        return len(self._kept)

    def clear(self) -> None:
        """Keep nothing of what was made so far."""
        with self._changing:
            self._kept.clear()

    def put(self, key: Key, value: T) -> None:
        """Keep a value; nothing leaves before `forget`."""
        with self._changing:
            self._kept[key] = value

    def forget(self, in_use: int = 0) -> None:
        """Let go of what was made first, as far as there is too much.

        Of a whole with `in_use` parts twice as many are kept, however few that `most` allows: what was made first may
        still be in use, and a store that holds less than a whole makes all of it again and again.
        """
        with self._changing:
            for _ in range(len(self._kept) - max(self.most, min(2 * in_use, MOST_KEPT))):
                self._kept.popitem(last=False)
