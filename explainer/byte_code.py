"""Keeps byte code in one file each: that of our own modules, and that of the sources that PySide brings with it.

Until the first step is on the screen 400 modules of ours are loaded. To look each of them up in its folder, and to open
and check the file of its byte code, takes Python 0.11 ms; in one file they are at hand together, and only the time and
size of each source are looked at, which takes 0.04 ms.

PySide has a dozen modules in an archive inside its library, without byte code, and compiles them at every start: 27 of
the 175 ms until a window with nothing in it is on the screen. Two of them write stub files for PySide's developers; to
run these, with what they import, takes another 13 ms, so they run when somebody asks for anything in them. A third one
compiles a pattern of 6,000 characters in 8 ms, by which signatures are read for help and messages: that waits, too.

Where anything is amiss, Python does as it ever did: what is of another version or was changed is not used.
"""

from __future__ import annotations

import builtins
import marshal
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from importlib.machinery import ModuleSpec, SourceFileLoader
from mmap import ACCESS_READ, mmap
from pathlib import Path
from types import CodeType
from typing import Any, NamedTuple

from explainer.destinations import (
    cache_file,
    is_ours,
    keep_values,
    kept_values,
    read_values,
    whole_file,
    written_values,
)

_PACKAGE = "explainer"
_LAYOUT = 3
"""Raised whenever a row of the file says something else, so that a file of an earlier version is not read."""
_TOGETHER = 40
"""So many modules are written as one, in the order in which they are loaded: names that occur in several of them are
read once, which takes a seventh of the time off. With twice as many what is not wanted would cost as much."""
_SIZE_BYTES = 4  # how long the head is, before it
_MODULES, _PYSIDE = "modules.code", "pyside.code"
_AS_WANTED = "PySide, its pattern later"  # what is compiled of it is not what earlier versions kept
_PUT_OFF = ("signature/lib/pyi_generator.py", "signature/lib/enum_sig.py")
"""What PySide imports at its start and never uses while a program runs."""
_PATTERN_AT_ONCE = b"rec = re.compile(regex, flags=re.VERBOSE)\n        self._finditer = rec.finditer"
_PATTERN_LATER = b"self._finditer = lambda text: re.finditer(regex, text, re.VERBOSE)"
"""How a source of PySide makes its pattern, and how it makes it when it is used; `re` keeps it then."""


class _Kept(NamedTuple):
    """A module: its source and that of its byte code, when the source was written, its length, where the code is.

    That is the place in a group, of which the file has all between `begin` and `end`.
    """

    source: str
    cached: str | None
    written_ns: int
    size: int
    is_package: bool
    begin: int
    end: int
    place: int


class _Store:
    """The file, mapped into memory: what modules it has, and the byte code of each where somebody imports it."""

    def __init__(self, modules: Mapping[str, tuple[Any, ...]], codes: memoryview) -> None:
        self.modules = modules
        self._codes = codes
        self._groups: dict[int, list[CodeType]] = {}

    def code(self, kept: _Kept) -> CodeType:
        """The byte code of a module."""
        group = self._groups.get(kept.begin)
        if group is None:
            group = self._groups[kept.begin] = marshal.loads(self._codes[kept.begin : kept.end])
        return group[kept.place]


class _Loader(SourceFileLoader):
    """Loads a module as ever, but from the byte code that is at hand."""

    def __init__(self, name: str, kept: _Kept, store: _Store) -> None:
        super().__init__(name, kept.source)
        self._kept = kept
        self._store = store

    def get_code(self, fullname: str) -> CodeType | None:
        return self._store.code(self._kept)


class _Finder:
    """Finds the modules whose byte code is kept, asked before Python looks into the folders."""

    def __init__(self, store: _Store) -> None:
        self._store = store

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: object = None) -> ModuleSpec | None:
        """What is known of a module; None where its source is not that of the byte code any more."""
        row = self._store.modules.get(name)
        if row is None:
            return None
        kept = _Kept._make(row)
        if _stamp(kept.source) != (kept.written_ns, kept.size):
            return None
        # As `spec_from_file_location` makes it, which looks at more and takes three times as long.
        spec = ModuleSpec(name, _Loader(name, kept, self._store), origin=kept.source, is_package=kept.is_package)
        spec.has_location, spec.cached = True, kept.cached
        if kept.is_package:
            spec.submodule_search_locations = [os.path.dirname(kept.source)]  # noqa: PTH120 (a path takes as long again)
        return spec


def use_kept_modules() -> None:
    """Load our own modules from the file that keeps their byte code, if there is one."""
    store = _store()
    if store is not None:
        sys.meta_path.insert(0, _Finder(store))


def _store() -> _Store | None:
    file = cache_file(_MODULES)
    if file is None or not is_ours(file):
        return None
    with suppress(OSError, ValueError), file.open("rb") as stream:  # ValueError: there is nothing in it to be mapped
        whole = memoryview(mmap(stream.fileno(), 0, access=ACCESS_READ))
        size = int.from_bytes(whole[:_SIZE_BYTES], "big")
        begin = _SIZE_BYTES + size
        kept = read_values(bytes(whole[_SIZE_BYTES:begin]), _of_modules())
        if kept is not None:
            modules, codes = kept
            if len(whole) == begin + codes:  # else it was cut off
                return _Store(modules, whole[begin:])
    return None


def keep_modules() -> None:
    """Keep the byte code of all our modules that are loaded, beside that of others, if some are not kept yet.

    Where Python is to keep no byte code there is none of ours either.
    """
    file = cache_file(_MODULES)
    if sys.dont_write_bytecode or file is None:
        return
    store = _store()
    known = {} if store is None else {name: _Kept._make(row) for name, row in store.modules.items()}
    loaded = {name: spec for name, module in list(sys.modules.items()) if (spec := _spec_of_ours(name, module))}
    if all(name in known and _stamp(known[name].source) == known[name][2:4] for name in loaded):
        return
    found = {}  # in the order in which they are loaded, so that a group is wanted as a whole
    for name, spec in loaded.items():
        source = spec.loader.path
        before = _stamp(source)
        with suppress(OSError, ImportError, SyntaxError):
            # Python's own loader: ours would give the code of the source as it was when the program began.
            code = SourceFileLoader(name, source).get_code(name)
            if before is not None and before == _stamp(source):
                package = spec.submodule_search_locations is not None
                found[name] = (_Kept(source, spec.cached, *before, package, 0, 0, 0), code)
    if store is not None:
        found |= {name: (kept, store.code(kept)) for name, kept in known.items() if name not in loaded}
    rows: dict[str, tuple[Any, ...]] = {}
    groups: list[bytes] = []
    begin = 0
    for first in range(0, len(found), _TOGETHER):
        members = list(found)[first : first + _TOGETHER]
        written = marshal.dumps([found[name][1] for name in members])
        groups.append(written)
        for place, name in enumerate(members):
            rows[name] = tuple(found[name][0]._replace(begin=begin, end=begin + len(written), place=place))
        begin += len(written)
    head = written_values(_of_modules(), (rows, begin))
    with suppress(OSError), whole_file(file) as stream:
        stream.write(b"".join([len(head).to_bytes(_SIZE_BYTES, "big"), head, *groups]))


def _of_modules() -> str:
    """Whose modules these are: of this copy of the program, with or without its assertions; and how they are kept."""
    return f"{Path(__file__).parent} {sys.flags.optimize} {_LAYOUT}"


def _spec_of_ours(name: str, module: object) -> Any:
    """How a module was found, if it is one of ours."""
    spec = getattr(module, "__spec__", None)
    ours = name.partition(".")[0] == _PACKAGE and isinstance(getattr(spec, "loader", None), SourceFileLoader)
    return spec if ours else None


def _stamp(source: str) -> tuple[int, int] | None:
    try:
        found = os.stat(source)  # noqa: PTH116 (hundreds of times, and an object for a path takes as long again)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


@contextmanager
def pyside_compiled() -> Iterator[None]:
    """Take the byte code of the sources that PySide compiles meanwhile from the file that keeps it.

    It is found by the very source that is to be compiled; what is not there is compiled, and kept.
    """
    file = cache_file(_PYSIDE)
    kept = kept_values(file, _AS_WANTED) if file is not None and is_ours(file) else None
    known: dict[tuple[str, bytes], CodeType] = kept or {}
    before, compiled = len(known), builtins.compile

    def look_up(source: Any, filename: Any, mode: str, *more: Any, **by_name: Any) -> Any:
        if not isinstance(source, bytes) or mode != "exec" or more or by_name:
            return compiled(source, filename, mode, *more, **by_name)
        place = (str(filename), source)
        if place[0].endswith(_PUT_OFF):
            _put_off[place[0]] = source
            return compiled(f"from {__name__} import run_later; run_later(globals(), {place[0]!r})", __file__, mode)
        if place not in known:
            known[place] = compiled(source.replace(_PATTERN_AT_ONCE, _PATTERN_LATER), filename, mode)
        return known[place]

    builtins.compile = look_up
    try:
        yield
    finally:
        builtins.compile = compiled
    if file is not None and len(known) > before and not sys.dont_write_bytecode:
        with suppress(OSError, ValueError):
            keep_values(file, _AS_WANTED, known)


_put_off: dict[str, bytes] = {}
"""The sources of what has been put off, by their names."""


def run_later(module: dict[str, Any], filename: str) -> None:
    """Run what was put off in its module as soon as somebody asks for a name there, which is missing until then."""

    def found(name: str) -> Any:
        if filename in _put_off and not name.startswith("__"):
            del module["__getattr__"]
            exec(compile(_put_off.pop(filename), filename, "exec"), module)  # as PySide would have done itself
        if name not in module:
            raise AttributeError(f"module {module['__name__']!r} has no attribute {name!r}")
        return module[name]

    module["__getattr__"] = found
