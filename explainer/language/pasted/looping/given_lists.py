"""Lists that a class is given, MLP([4, 8, 2]): inside of it its loops run over what stands there."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from explainer.language.pasted.code_tokens import CodeToken
from explainer.language.pasted.constructors import closing
from explainer.language.pasted.looping.turns import Line, members, text


def with_lists_given(lines: list[Line]) -> list[Line]:
    """The lines with a line in front for every list that the loops of a class need, where it is made once."""
    found = lines
    for line in lines:
        if line[0].value == "class" and len(line) > 2 and line[1].kind == "name":
            found = _for_class(line[1].value, _parameters(lines, line), found)
    return found


def _parameters(lines: list[Line], head: Line) -> list[str]:
    """What a class takes: the parameters of its __init__, or its fields, as self.features."""
    place = next((k for k, line in enumerate(lines) if line is head), 0)
    body = list(takewhile(lambda line: line[0].value != "class", lines[place + 1 :]))
    for line in body:
        if [token.value for token in line[:2]] == ["def", "__init__"]:
            inside = line[3 : next((k for k, token in enumerate(line) if token.value == ")"), len(line))]
            return [part[0].value for part in members(inside) if part[0].value != "self"]
    fields = takewhile(lambda line: line[0].value not in {"def", "@"}, body)
    return [f"self.{line[0].value}" for line in fields if len(line) > 2 and line[1].value == ":"]


def _for_class(name: str, parameters: list[str], lines: list[Line]) -> list[Line]:
    """Take the lists out of the only place where an object of the class is made."""
    made = [(k, j) for k, line in enumerate(lines) for j in range(len(line) - 1)
            if line[j].value == name and line[j + 1].value == "(" and line[0].value != "class"]  # fmt: skip
    looped = {text(line[k : k + size]) for line in lines if any(token.value == "for" for token in line)
              for k in range(len(line)) for size in (1, 3)}  # fmt: skip
    if len(made) != 1:
        return lines
    (row, place) = made[0]
    line = lines[row]
    close = closing(line, place + 1)
    kept: list[Line] = []
    front: list[Line] = []
    taken: list[str] = []
    for number, part in enumerate(members(line[place + 2 : close])):
        option = part[0].value if len(part) > 2 and part[1].value == "=" else ""
        value = part[2:] if option else part
        wanted = [each for each in parameters if each.rpartition(".")[2] == option] if option else parameters[number:]
        if wanted and value[0].value in {"[", "("} and value[-1].value in {"]", ")"} and wanted[0] in looped:
            taken.append(wanted[0])
            front.append([*_words(wanted[0], value[0]), replace(value[0], kind="sign", value="="), *value])
        else:
            kept.append(part)
    if not front:
        return lines
    inside: Line = []
    for part in kept:
        inside += [*([replace(line[place + 1], value=",")] if inside else []), *part]
    rest = [*line[: place + 2], *inside, *line[close:]]
    # The lists come first, in the first column: a line that begins there is inside of nothing.
    found = [*lines[:row], rest, *lines[row + 1 :]]
    begin = next((k for k, each in enumerate(found) if text(each[:2]) == f"class{name}"), 0)
    head = next((k for k in range(begin, len(found)) if text(found[k][:2]) == "def__init__"), None)
    if head is not None:
        found[head] = _without(found[head], taken)
    return [*([replace(token, start=0, end=0) for token in each] for each in front), *found]


def _without(head: Line, taken: list[str]) -> Line:
    """A def without some of its parameters."""
    close = closing(head, 2)
    inside: Line = []
    for part in members(head[3:close]):
        if part[0].value not in taken:
            inside += [*([replace(head[2], value=",")] if inside else []), *part]
    return [*head[:3], *inside, *head[close:]]


def _words(name: str, place: CodeToken) -> Line:
    """A name as tokens, self.features as three."""
    found: Line = []
    for part in name.split("."):
        found += [*([replace(place, kind="sign", value=".")] if found else []), replace(place, kind="name", value=part)]
    return found
