"""Fields of small classes of our own, whose instances are made by the thousand: dataclasses are made too slowly."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def completed(
    cls: type, names: tuple[str, ...], defaults: Mapping[str, Any], args: tuple[Any, ...], given: Mapping[str, Any]
) -> tuple[Any, ...]:
    """All fields in order, from what was given by place, by name and by default. Raises TypeError as a call does."""
    values = {**defaults, **dict(zip(names, args, strict=False)), **given}
    if len(args) > len(names) or values.keys() != set(names) or given.keys() & set(names[: len(args)]):
        raise TypeError(f"{cls.__name__} takes {', '.join(names)}; it was given {args} and {given}")
    return tuple(values[name] for name in names)
