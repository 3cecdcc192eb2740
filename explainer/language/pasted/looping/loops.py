"""Loops over what is known are their lines one by one: `for layer in self.layers`, `for i, W in enumerate([W1, W2])`.

Only loops of plain meaning are written out: over lists that stand there, over layers that are made once, and over
numbers. What depends on the number of a turn is decided then: `if i < len(self.layers) - 1`, `self.layers[i]`,
`sizes[i + 1]`. All other loops stay, and are refused at their place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final, TypeAlias

from explainer.language.pasted.code_tokens import CodeToken
from explainer.language.pasted.looping.turns import (
    TURN,
    Line,
    Value,
    as_tuple,
    decided,
    depths,
    in_code,
    members,
    number,
    one_by_one,
    slices,
    text,
    whole,
)

Turn: TypeAlias = "dict[str, Line]"
"""What the names of a loop stand for in one turn."""

MOST_LINES: Final = 4_000
"""Written out, loops give so many lines at most; beyond that they stay as they are."""
_TRAINING = frozenset({".backward", ".step", ".zero_grad", ".apply_gradients", ".apply_updates"})
_MADE_OF_LAYERS = frozenset({"ModuleList", "Sequential"})


def without_loops(lines: list[Line], column: Callable[[Line], int]) -> list[Line]:
    """The lines with every loop of plain meaning written out; `column` says how far a line is indented."""
    if not any(token.value == "for" for line in lines for token in line):
        return lines
    whole_lists: set[str] = set()
    for _ in range(2):
        loops = _Loops({token.value for line in lines for token in line}, column, frozenset(whole_lists))
        made = loops.with_lists_apart(lines)
        if made is None:
            return lines
        found = loops.written_out(made)
        # A list that is used otherwise, as a whole, is read as it stands or refused there.
        left = {text(line[k : k + size]) for line in found for k in range(len(line)) for size in (1, 3)}
        whole_lists |= left & loops.lists.keys()
        if not left & loops.lists.keys():
            return lines if len(found) > MOST_LINES else found
    return lines


def values_of_list(lines: list[Line], column: Callable[[Line], int]) -> Callable[[Line], list[Value] | None]:
    """What reads the values of a list in these lines."""
    return _Loops({token.value for line in lines for token in line}, column, frozenset()).listed


class _Loops:
    """The loops of one text; `lists` are those that loops run over, by their names as in the code, but for those that
    are used `as_a_whole`.
    """

    def __init__(self, taken: set[str], column: Callable[[Line], int], as_a_whole: frozenset[str]) -> None:
        self.as_a_whole = as_a_whole
        self.taken = taken
        self.column = column
        self.lists: dict[str, list[Value]] = {}

    # --- lists -------------------------------------------------------------------------------------------------------

    def with_lists_apart(self, lines: list[Line]) -> list[Line] | None:
        """The lines with a line of its own for every layer of a list; None where two lists have one name."""
        over = {text(line[k : k + size]) for line in lines if any(token.value == "for" for token in line)
                for k in range(len(line)) for size in (1, 3)}  # fmt: skip
        made: list[Line] = []
        for line in lines:
            equals = next((k for k, token in enumerate(line) if token.value == "="), 0)
            name = text(line[:equals])
            values = self.listed(line[equals + 1 :]) if equals and line[equals - 1].kind == "name" else None
            if name in self.as_a_whole:
                values = None
            if values is None or (name not in over and not any(token.value == "ModuleList" for token in line)):
                made.append(line)
                continue
            if name in self.lists:
                return None
            self.lists[name] = [
                self._apart(made, line[: equals + 1], place, value) for place, value in enumerate(values)
            ]
        return made

    def _apart(self, made: list[Line], head: Line, place: int, value: Value) -> Value:
        """A value of a list that is no name or number gets a name and a line of its own."""
        if isinstance(value, tuple) or len(value) == 1:
            return value
        word = f"{head[-2].value}_{place}"
        while word in self.taken:
            word += "_"
        self.taken.add(word)
        renamed = [*head[:-2], replace(head[-2], value=word)]
        made.append([*renamed, head[-1], *value])
        return renamed

    def listed(self, line: Line) -> list[Value] | None:
        """The values of a list as it is made: [nn.Linear(4, 8), nn.ReLU()], nn.ModuleList([… for _ in range(3)])."""
        made = next((k for k in (0, 2) if k + 1 < len(line) and line[k].value in _MADE_OF_LAYERS), None)
        if made is not None:
            if line[made + 1].value != "(" or line[-1].value != ")" or depths(line)[-1]:
                return None
            is_chain = line[made].value == "Sequential"
            line = line[made + 2 : -1]
            if line and line[0].value == "*":
                line = line[1:]
            if line and line[0].value != "[":
                return list(members(line)) if is_chain else None
        bracketed = len(line) > 2 and (line[0].value, line[-1].value) in {("[", "]"), ("(", ")")}
        if not bracketed or depths(line)[1:-1].count(0):
            return None
        inside = line[1:-1]
        repeat = next((k for k, depth in enumerate(depths(inside)) if depth == 0 and inside[k].value == "for"), None)
        if repeat is None:
            return [as_tuple(member) for member in members(inside)] or None
        apart = next((k for k in range(repeat, len(inside)) if inside[k].value == "in"), len(inside))
        turns = self.turns(inside[repeat + 1 : apart], inside[apart + 1 :])
        if turns is None:
            return None
        found = [self.put(inside[:repeat], turn) for turn in turns[:MOST_LINES]]
        return None if any(token.kind == TURN for member in found for token in member) else list(found)

    # --- turns -------------------------------------------------------------------------------------------------------

    def turns(self, names: Line, over: Line) -> list[Turn] | None:
        """What the names of a loop are one after the other; None where that is not known."""
        values = self._values(over)
        pattern = as_tuple(names)
        if values is None or not values:
            return None
        found = [dict(turn) for value in values if (turn := _matched(pattern, value)) is not None]
        return found if len(found) == len(values) else None

    def _values(self, over: Line) -> list[Value] | None:
        known = self.lists.get(text(over))
        if known is not None:
            return list(known)
        if len(over) > 3 and over[-1].value == "]" and over[0].value not in {"[", "("}:
            opening = next((k for k, token in enumerate(over) if token.value == "["), 0)
            base = self._values(over[:opening])
            return None if base is None else slices(base, self.reduced(over[opening + 1 : -1]))
        if over and over[0].value in {"range", "enumerate", "zip", "reversed", "list"} and over[-1].value == ")":
            return self._called(over[0], members(over[2:-1]))
        listed = self.listed(over) if over and over[0].value in {"[", "("} else None
        plain = listed is not None and all(
            isinstance(value, tuple) or (len(value) == 1 and value[0].kind in {"name", "number"}) for value in listed
        )
        return listed if plain else None  # so that nothing is computed twice

    def _called(self, function: CodeToken, arguments: list[Line]) -> list[Value] | None:
        if function.value == "range":
            bounds = [whole(self.reduced(argument)) for argument in arguments]
            if not 1 <= len(bounds) <= 3 or any(bound is None for bound in bounds) or bounds[2:] == [0]:
                return None
            counted = range(*(bound for bound in bounds if bound is not None))
            return [number(k, function) for k in counted[: MOST_LINES + 1]]
        start = 0
        if function.value == "enumerate" and len(arguments) == 2:
            last = arguments.pop()
            begun = whole(last[2:] if last[0].value == "start" else last)
            if begun is None:
                return None
            start = begun
        sources = [self._values(argument) for argument in arguments]
        known = [source for source in sources if source is not None]
        if not known or len(known) != len(sources) or (function.value != "zip" and len(known) != 1):
            return None
        if function.value == "zip":
            return [tuple(values) for values in zip(*known, strict=False)]
        if function.value == "enumerate":
            return [(number(k, function), value) for k, value in enumerate(known[0], start)]
        return known[0][::-1] if function.value == "reversed" else known[0]

    def put(self, line: Line, turn: Turn) -> Line:
        """A line in one turn."""
        found: Line = []
        for k, token in enumerate(line):
            value = turn.get(token.value) if token.kind == "name" else None
            if value is None or (k and line[k - 1].value == "."):
                found.append(token)
            else:  # the places stay those of the line, which say how far it is indented
                found += [replace(part, start=token.start, end=token.end) for part in value]
        return self.reduced(found)

    def reduced(self, line: Line) -> Line:
        """A line with len(layers) as a number and layers[1] as the layer."""
        found: Line = []
        k = 0
        while k < len(line):
            size = next((size for size in (3, 1) if text(line[k : k + size]) in self.lists), 0)
            name = text(line[k : k + size])
            behind = line[k + size] if size and k + size < len(line) else None
            if behind is not None and behind.value == "[":
                close = next((j for j in range(k + size, len(line)) if line[j].value == "]"), len(line))
                place = whole(self.reduced(line[k + size + 1 : close]))
                values = self.lists[name]
                value = values[place] if place is not None and -len(values) <= place < len(values) else None
                if value is not None:
                    found += [replace(part, start=line[k].start, end=line[k].end) for part in in_code(value)]
                    k = close + 1
                    continue
            if size and behind is not None and behind.value == ")" and text(found[-2:]) == "len(":
                found[-2:] = [CodeToken("number", str(len(self.lists[name])), line[k].start, line[k].end)]
                k += size + 1
                continue
            found.append(line[k])
            k += 1
        return found

    # --- loops -------------------------------------------------------------------------------------------------------

    def written_out(self, lines: list[Line]) -> list[Line]:
        """The lines with the loops in them written out, and conditions that are known decided."""
        found: list[Line] = []
        k = 0
        while k < len(lines):
            line = self.reduced(lines[k])
            body = self._block(lines, k)
            k += 1
            if line[0].value == "if":
                chosen, k = self._decided_block(lines, k - 1)
                found += self.written_out(chosen) if chosen is not None else [line]
                continue
            if line[0].value != "for":
                found += one_by_one(_decided_value(line))
                continue
            k += len(body)
            if _trains(body):  # the weights change from turn to turn: the function is that of one of them
                found += self.written_out(_until_gradients(body))
                continue
            turns = self._each_turn(line, body, lines[k:])
            found += [line, *body] if turns is None else turns
        return found

    def _block(self, lines: list[Line], k: int) -> list[Line]:
        head = lines[k]
        end = k + 1
        while end < len(lines) and lines[end][0].start > head[0].start and self.column(lines[end]) > self.column(head):
            end += 1
        return lines[k + 1 : end]

    def _each_turn(self, line: Line, body: list[Line], behind: list[Line]) -> list[Line] | None:
        """A loop turn by turn; None where it is not plain."""
        parts = _parts_of_loop(line)
        if parts is None:
            return None
        names, over, same_line = parts
        turns = self.turns(names, over)
        inside = [*([same_line] if same_line else []), *body]
        if turns is None or not inside or len(turns) * len(inside) > MOST_LINES:
            return None
        if not _is_plain(turns, inside) or any(_is_used_behind(name, behind) for name in turns[0]):
            return None
        found: list[Line] = []
        for turn in turns:
            found += self.written_out([self.put(each, turn) for each in inside])
        leaves = any(token.value in {"break", "continue", "return"} for each in found for token in each)
        # The number of a turn has no meaning but where it decided something.
        return None if leaves or any(token.kind == TURN for each in found for token in each) else found

    def _decided_block(self, lines: list[Line], k: int) -> tuple[list[Line] | None, int]:
        """The lines that a chain of if, elif and else comes to, and the place behind it; None where that is open."""
        first, chosen = k, None
        indented = self.column(lines[k])
        while k < len(lines) and (k == first or lines[k][0].value in {"elif", "else"}):
            line, body = self.reduced(lines[k]), self._block(lines, k)
            if self.column(lines[k]) != indented:
                break
            colon = next((j for j, depth in enumerate(depths(line)) if depth == 0 and line[j].value == ":"), 0)
            holds = True if line[0].value == "else" else decided(line[1:colon])
            if holds is None:
                return None, first + 1
            if holds and chosen is None:
                rest = line[colon + 1 :]
                chosen = [*([rest] if rest else []), *body]
            k += 1 + len(body)
        return chosen or [], k


def is_trained(lines: list[Line]) -> bool:
    """Whether a loop of a text changes weights by gradients."""
    return any(line[0].value == "for" for line in lines) and _trains(lines)


def _until_gradients(body: list[Line]) -> list[Line]:
    """The lines of a turn up to the one that takes gradients: what follows changes weights, counts and prints."""
    taken = next((k for k, line in enumerate(body) if ".backward" in text(line)), len(body))
    return body[: taken + 1]


def _trains(body: list[Line]) -> bool:
    words = [text(line[k : k + 2]) for line in body for k in range(len(line))]
    return not _TRAINING.isdisjoint(words)


def _matched(pattern: Value, value: Value) -> Iterator[tuple[str, Line]] | None:
    """The names of a pattern with their parts of a value."""
    if not isinstance(pattern, tuple):
        single = len(pattern) == 1 and pattern[0].kind == "name" and not isinstance(value, tuple)
        return iter([(pattern[0].value, value)]) if single and isinstance(value, list) else None
    if not isinstance(value, tuple) or len(pattern) != len(value):
        return None
    parts = [_matched(inner, part) for inner, part in zip(pattern, value, strict=True)]
    found = [pair for part in parts if part is not None for pair in part]
    return None if any(part is None for part in parts) else iter(found)


def _parts_of_loop(line: Line) -> tuple[Line, Line, Line] | None:
    """The names, what they run over, and what stands behind the colon."""
    apart = next((k for k, token in enumerate(line) if token.value == "in"), 0)
    colon = next((k for k, depth in enumerate(depths(line)) if depth == 0 and line[k].value == ":"), 0)
    return (line[1:apart], line[apart + 1 : colon], line[colon + 1 :]) if 1 < apart < colon else None


def _is_plain(turns: list[Turn], body: list[Line]) -> bool:
    """Whether nothing changes what the loop runs over: Python reads the list once, before the first turn."""
    changed = {line[0].value for line in body if len(line) > 1 and line[1].value.endswith("=")}
    used = {token.value for turn in turns for value in turn.values() for token in value}
    return changed.isdisjoint(turns[0]) and changed.isdisjoint(used)


def _is_used_behind(name: str, lines: list[Line]) -> bool:
    """Whether the last value of a loop's name is used behind the loop, before another loop gives it new ones."""
    for line in lines:
        if line[0].value == "for" and len(line) > 1 and line[1].value == name:
            return False
        equals = next((k for k, token in enumerate(line) if token.value == "="), 0)
        if any(token.value == name for token in line[:equals]) and all(t.value != name for t in line[equals:]):
            return False
        if any(token.value == name for token in line):
            return True
    return False


def _decided_value(line: Line) -> Line:
    """x = relu(x) if 1 < 2 else x, where it is known which."""
    flat = [k for k, depth in enumerate(depths(line)) if depth == 0]
    condition = next((k for k in flat if line[k].value == "if"), 0)
    other = next((k for k in flat if k > condition and line[k].value == "else"), 0)
    if not condition or not other:
        return line
    holds = decided(line[condition + 1 : other])
    start = next((k + 1 for k in flat if line[k].value in {"=", "return"}), 0)
    if holds is None:
        return line
    return [*line[:start], *(line[start:condition] if holds else line[other + 1 :])]
