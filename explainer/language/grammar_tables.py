"""The tables of the grammar, which Lark makes of `grammar.lark`, and the loop that runs them.

To import Lark takes 40 ms, a tenth of what a window needs until its first step is painted, and to build the tables
takes several times that. What it is good at is left to it: it reads the grammar, finds its conflicts and makes the
tables. They are kept as plain numbers and words beside the grammar that they were made of, and to run them takes the
loop below; so Lark is loaded where the tables are not kept yet, or the grammar has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from explainer.destinations import keep_values, kept_values

_START = "start"


class Piece(Protocol):
    """What is read one after the other."""

    type: str


class UnexpectedError(Exception):
    """A token that cannot stand where it stands; `expected` are the kinds that can."""

    def __init__(self, token: Any, expected: set[str]) -> None:
        super().__init__(token.type)
        self.token = token
        self.expected = expected


class Rule(NamedTuple):
    """One alternative: what it makes, of how many parts, and the name of what is called with them.

    `spread` are the parts that are lists made on the way, whose items stand in their place. Without a name the parts
    themselves are such a list; `single` says that one part alone is handed on as it is.
    """

    makes: str
    size: int
    callback: str
    spread: tuple[int, ...]
    single: bool


class Tables(NamedTuple):
    """For each state where a token or a part leads: to a state, or (below zero) back by the rule of that number."""

    moves: tuple[dict[str, int], ...]
    rules: tuple[Rule, ...]
    first: int
    last: int


def tables_of(grammar: str, kept: Path | None) -> Tables:
    """The tables of a grammar: those that are kept in the file if they are of this grammar, else built and kept."""
    found = None if kept is None else kept_values(kept, grammar)
    if found is not None:
        moves, rules, first, last = found
        return Tables(moves, tuple(map(Rule._make, rules)), first, last)
    tables = _built(grammar)
    if kept is not None:
        with suppress(OSError, ValueError):  # values that cannot be kept are built anew each time
            keep_values(kept, grammar, (tables.moves, tuple(map(tuple, tables.rules)), tables.first, tables.last))
    return tables


def _built(grammar: str) -> Tables:
    """The tables as Lark builds them, in the form in which it saves them itself."""
    from lark import Lark
    from lark.grammar import Rule as LarkRule
    from lark.lexer import TerminalDef

    made = Lark(grammar, parser="lalr", lexer="basic", maybe_placeholders=False)
    data, known = made.memo_serialize([TerminalDef, LarkRule])
    table = data["parser"]["parser"]
    numbers = {key: number for number, key in enumerate(k for k, row in known.items() if row["__type__"] == "Rule")}
    states = {state: number for number, state in enumerate(table["states"])}
    moves = tuple(
        {
            str(table["tokens"][token]): ~numbers[goal["@"]] if back else states[goal]
            for token, (back, goal) in actions.items()
        }
        for actions in table["states"].values()
    )
    rules = tuple(_rule(known[key]) for key in numbers)
    return Tables(moves, rules, states[table["start_states"][_START]], states[table["end_states"][_START]])


def _rule(row: dict[str, Any]) -> Rule:
    """A rule of plain values: in older versions of Lark names are its own tokens, which cannot be kept."""
    origin, alias, parts = str(row["origin"]["name"]), row["alias"] and str(row["alias"]), row["expansion"]
    return Rule(
        makes=origin,
        size=len(parts),
        callback=alias or ("" if origin.startswith("_") else origin),
        spread=tuple(place for place, part in enumerate(parts) if part["name"].startswith("_")),
        single=row["options"]["expand1"] and not alias,
    )


class _Reduction(NamedTuple):
    """What a rule comes to: what it makes of how many parts, by which call, and what is easier than in general.

    It `passes` its only part on as it is; it `grows` the list that its first part is by the other ones.
    """

    makes: str
    size: int
    call: Callable[[list[Any]], Any]
    rule: Rule
    passes: bool
    grows: bool


class Run:
    """Runs the tables, with an object whose methods are named after the alternatives of the grammar."""

    def __init__(self, tables: Tables, builder: object) -> None:
        self._tables = tables
        self._reductions = tuple(
            _Reduction(
                rule.makes,
                rule.size,
                getattr(builder, rule.callback, list) if rule.callback else list,
                rule,
                rule.single and rule.size == 1 and not rule.spread,
                not rule.callback and not rule.single and rule.spread[:1] == (0,),
            )
            for rule in tables.rules
        )

    def read(self, pieces: Iterable[Piece]) -> Any:
        """What the callbacks make of all pieces, the last of which ends the text. Raises UnexpectedError."""
        moves, _, first, last = self._tables
        reductions, states = self._reductions, [first]
        values: list[Any] = []
        for piece in pieces:
            kind = piece.type
            while True:
                goal = moves[states[-1]].get(kind)
                if goal is None:
                    raise UnexpectedError(piece, {kind for kind in moves[states[-1]] if kind.isupper()})
                if goal >= 0:
                    states.append(goal)
                    values.append(piece)
                    break
                makes, size, call, rule, passes, grows = reductions[~goal]
                if passes:  # as through most levels of the grammar
                    states.pop()
                else:
                    first_part = len(values) - size
                    parts = values[first_part:]
                    del states[len(states) - size :], values[first_part:]
                    values.append(_grown(rule, parts) if grows else _made(rule, call, parts))
                states.append(moves[states[-1]][makes])
                if states[-1] == last:
                    return values[-1]
        return None


def _grown(rule: Rule, parts: list[Any]) -> list[Any]:
    """The list that comes first with the other parts behind it; a copy for each of thousands of terms would be slow."""
    whole: list[Any] = parts[0]
    for place in range(1, len(parts)):
        if place in rule.spread:
            whole.extend(parts[place])
        else:
            whole.append(parts[place])
    return whole


def _made(rule: Rule, call: Callable[[list[Any]], Any], parts: list[Any]) -> Any:
    for place in reversed(rule.spread):
        parts[place : place + 1] = parts[place]
    return parts[0] if rule.single and len(parts) == 1 else call(parts)
