"""Keeps what Python makes of texts at every start: methods of data classes, named tuples, annotations, patterns.

`@dataclass` writes the source of each method and compiles it, a named tuple that of its constructor; `typing` compiles
every annotation of one to see that it is an expression, and `re` every pattern. Until the first step is on the screen
that happens some 600 times, at every start with the same 320 texts, and takes a tenth of the time. Here each text is
compiled once: the standard library's modules find an `exec`, `eval`, `compile` of ours, which look it up.

Where anything is amiss, or another Python asks in another way, it compiles as it ever did.
"""

from __future__ import annotations

import collections
import dataclasses
import marshal
import re
import sys
import typing
from contextlib import suppress
from threading import RLock
from types import CodeType, ModuleType
from typing import Any

from explainer.destinations import cache_file, is_ours, keep_values, kept_values

_FILE = "pieces.code"
_AS_WANTED = f"pieces by their sources, {sys.version}"
_FILENAME = "<string>"
"""The name that the standard library gives to the file of such a piece, in tracebacks too."""
_NAMES: tuple[tuple[ModuleType, str], ...] = ((dataclasses, "exec"), (collections, "eval"), (typing, "compile"))
"""The modules that compile pieces of code, and by what: a built-in function that they have no name of their own for."""
_COMPILER: Any = getattr(re, "_compiler", None)
"""The part of `re` that makes patterns: of its parsed text it makes numbers, and its engine of these the pattern."""


class _Pieces:
    """What has been compiled, as it stands in the file, by mode and source; and how much of it was read from there.

    A pattern has its flags for a mode.
    """

    def __init__(self, known: dict[tuple[str | int, str], bytes]) -> None:
        self.known = known
        self.read = len(known)
        self.make_pattern = getattr(_COMPILER, "compile", None)
        self._engine = getattr(_COMPILER, "_sre", None)
        self._lock = RLock()

    def code(self, source: str, mode: str) -> CodeType:
        """The byte code of a piece."""
        written = self.known.get((mode, source))
        if written is not None:
            code: CodeType = marshal.loads(written)
        else:
            # As the standard library would have it: it is written without what a module of ours asks of its own code.
            code = compile(source, _FILENAME, mode, dont_inherit=True)
            self.known[mode, source] = marshal.dumps(code)
        return code

    def compile(self, source: Any, filename: Any, mode: str, *more: Any, **by_name: Any) -> Any:
        """As `compile` does; only plain pieces are kept."""
        if more or by_name or filename != _FILENAME or not isinstance(source, str):
            return compile(source, filename, mode, *more, **by_name)
        return self.code(source, mode)

    def eval(self, source: Any, names: dict[str, Any], *more: Any) -> Any:
        """As `eval` does."""
        return eval(self.code(source, "eval") if isinstance(source, str) else source, names, *more)

    def exec(self, source: Any, names: dict[str, Any], *more: Any) -> None:
        """As `exec` does."""
        exec(self.code(source, "exec") if isinstance(source, str) else source, names, *more)

    def pattern(self, source: Any, flags: int = 0) -> Any:
        """As `re` makes patterns; what it hands to its engine in the end is kept."""
        assert self.make_pattern is not None
        assert self._engine is not None
        if not isinstance(source, str):
            return self.make_pattern(source, flags)
        written = self.known.get((int(flags), source))
        if written is not None:
            return self._engine.compile(*marshal.loads(written))
        with self._lock:
            _COMPILER._sre = engine = _Listening(self._engine)
            try:
                made = self.make_pattern(source, flags)
            finally:
                _COMPILER._sre = self._engine
        if engine.handed is not None:
            with suppress(ValueError):
                self.known[int(flags), source] = marshal.dumps(engine.handed)
        return made

    def begin(self) -> None:
        """Let the standard library ask here."""
        for module, name in _NAMES:
            setattr(module, name, getattr(self, name))
        if self.make_pattern is not None and self._engine is not None:
            _COMPILER.compile = self.pattern

    def end(self) -> None:
        """Let the standard library compile by itself again."""
        for module, name in _NAMES:
            delattr(module, name)
        if self.make_pattern is not None:
            _COMPILER.compile = self.make_pattern


class _Listening:
    """The engine of `re`, which notes what a pattern is made of."""

    def __init__(self, engine: Any) -> None:
        self._engine = engine
        self.handed: tuple[Any, ...] | None = None

    def __getattr__(self, name: str) -> Any:
        return getattr(self._engine, name)

    def compile(self, source: Any, flags: int, numbers: list[int], *more: Any) -> Any:
        """As the engine does."""
        self.handed = source, int(flags), [int(number) for number in numbers], *more  # some of them have names
        return self._engine.compile(*self.handed)


_in_use: list[_Pieces] = []
"""One from the start on, none later."""


def use_kept_pieces() -> None:
    """Look up what the standard library would compile, until `keep_pieces`."""
    if not _in_use:
        file = cache_file(_FILE)
        known = kept_values(file, _AS_WANTED) if file is not None and is_ours(file) else None
        _in_use.append(_Pieces(known or {}))
        _in_use[0].begin()


def keep_pieces() -> None:
    """Let the standard library compile by itself again, and keep what was not in the file yet.

    Where Python is to keep no byte code there is none of ours either.
    """
    if not _in_use:
        return
    pieces = _in_use.pop()
    pieces.end()
    file = cache_file(_FILE)
    if file is not None and len(pieces.known) > pieces.read and not sys.dont_write_bytecode:
        with suppress(OSError, ValueError):
            keep_values(file, _AS_WANTED, dict(pieces.known))
