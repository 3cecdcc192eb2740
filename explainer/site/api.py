"""The public interface as a page: every name that `import explainer` offers, with its docstring and its members."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from markupsafe import Markup

import explainer
from explainer.site.page import Page, bullets, code, heading, link, paragraph
from explainer.site.prose import docstring


def api_page() -> Page:
    """Functions first, then classes."""
    names = {name: getattr(explainer, name) for name in explainer.__all__}
    functions = {name: value for name, value in names.items() if not inspect.isclass(value)}
    classes = {name: value for name, value in names.items() if inspect.isclass(value)}
    parts = [docstring(inspect.getdoc(explainer) or "")]
    parts.append(bullets(link(f"#{name}", code(name)) for name in (*functions, *classes)))
    for name, value in functions.items():
        parts += [heading(_signed(name, value), name), docstring(inspect.getdoc(value) or "")]
    for name, value in classes.items():
        parts += [heading(name, name), docstring(inspect.getdoc(value) or "")]
        parts += [*_fields(name, value), *_members(name, value)]
    return Page("api", "From Python", Markup("\n").join(parts), f"The {len(names)} names that import explainer offers.")


def _fields(owner: str, value: type) -> Iterator[Markup]:
    """What an object of a class holds, which the docstring of the class tells."""
    if is_dataclass(value):
        held = (field for field in fields(value) if not field.name.startswith("_"))
        texts = (Markup('<code id="{}.{}">{}: {}</code>').format(owner, f.name, f.name, f.type) for f in held)
        yield paragraph(Markup("It holds {}.").format(Markup(", ").join(texts)))


def _members(owner: str, value: type) -> Iterator[Markup]:
    """The public methods and properties that a class declares itself, or takes from one of this program."""
    seen: set[str] = set()
    for base in value.__mro__:
        if not base.__module__.startswith("explainer"):
            continue
        for name, member in vars(base).items():
            told = inspect.getdoc(member)
            if name.startswith("_") or name in seen or not told or isinstance(member, type):
                continue
            if isinstance(member, str | int | float | tuple | frozenset):
                continue
            seen.add(name)
            function = member.__func__ if isinstance(member, classmethod | staticmethod) else member
            title = _signed(f"{owner}.{name}", function) if inspect.isfunction(function) else f"{owner}.{name}"
            yield heading(title, f"{owner}.{name}", 3)
            yield docstring(told)


def _signed(name: str, value: object) -> str:
    """A function with its arguments, without the types, which the docstring tells where they matter."""
    arguments = [
        argument.replace(annotation=inspect.Parameter.empty)
        for argument in inspect.signature(value).parameters.values()  # type: ignore[arg-type]
        if argument.name not in ("self", "cls")
    ]
    return f"{name}{inspect.Signature(arguments)}"
