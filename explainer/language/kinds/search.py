"""Which names of a text are scalars, vectors and matrices: the reading that fits best, by all that speaks for it.

Every name may be of several kinds; every operator says what comes of the kinds of its operands and how unusual that is
(`sum_kinds.py`, `product_kinds.py`, `form_kinds.py`), every letter how unusual a kind is for it (`conventions.py`). The
reading with the least sum of costs is found exactly, bottom up: a table at every node holds, for each kind of its value
and each choice for the names that also occur elsewhere, the cheapest way. Only where a text has so many names that
tables would grow without bound, the dearest entries are dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from explainer.language.kinds.conventions import (
    MATRIX,
    MISFIT,
    ROW,
    SCALAR,
    TIME_IN_CODE,
    VECTOR,
    cost_of_name,
    is_coefficient,
)
from explainer.language.kinds.kind_rule import Rule
from explainer.language.kinds.surroundings import Surroundings
from explainer.language.text.syntax import Syntax, bottom_up

if TYPE_CHECKING:
    from explainer.language.shapes.inference import Inference

_WORK = 400_000
"""About how many pairs of entries may be joined for one text: a tenth of a second."""
_LEAST_KEPT = 12
"""So many ways to go on are kept at each place, however long the text is."""

Rows = dict[tuple[Any, tuple[int, ...]], tuple[float, Any]]


class Found(NamedTuple):
    """The kinds of the open names, and what the reading costs."""

    kinds: dict[str, int]
    cost: float


class _Table(NamedTuple):
    """`rows`: (kind or state, choices for `names`) → (cost, how it came about); `counts`: how often each name is in."""

    names: tuple[str, ...]
    counts: tuple[int, ...]
    rows: Rows


class Kinds:
    """The search over one text, for names whose kind is `open_names`; `forced` restricts some of them."""

    def __init__(self, inference: Inference, roots: list[Syntax]) -> None:
        self.roots = roots
        self.names = Names(inference, roots)
        self.surroundings = Surroundings(roots, self.names)
        self.size = len(inference.nodes)
        self.kept = max(_LEAST_KEPT, int((_WORK / max(self.size, 1)) ** 0.5))

    def best(self, forced: Mapping[str, int] | None = None) -> Found:
        """The cheapest reading, with some names held to a kind."""
        self.forced = forced or {}
        self._seen: set[str] = set()
        self._again: dict[tuple[str, int], _Table] = {}
        table = _Table((), (), {(None, ()): (0.0, None)})
        for root in self.roots:
            table = self._join(table, self._table(root), 0, lambda _state, _place, _kind: (None, 0.0))
        if not table.rows:
            return Found({}, float("inf"))  # no reading has these names of these kinds
        cost, back = min(table.rows.values(), key=lambda row: row[0])
        kinds: dict[str, int] = {}
        stack = [back]
        while stack:
            item = stack.pop()
            if item is not None and item[0] == "name":
                kinds[item[1]] = item[2]
            elif item is not None:
                stack.extend(item[1:])
        return Found(kinds, cost)

    def _table(self, root: Syntax) -> _Table:
        """The table of a node, without recursion: children first."""
        results: list[_Table] = []
        stack: list[tuple[Syntax, bool]] = [(root, False)]
        while stack:
            node, ready = stack.pop()
            if not ready:
                stack.append((node, True))
                stack.extend((part, False) for part in reversed(node.parts))
                continue
            number = len(node.parts)
            parts = results[len(results) - number :]
            del results[len(results) - number :]
            results.append(self._combined(node, parts))
        return results[0]

    def _combined(self, node: Syntax, parts: list[_Table]) -> _Table:
        leaf = self.names.leaf(node)
        if leaf is not None and node.kind == "name":
            return self._named(*leaf)
        rule: Rule = self.names.inference.constructs[node.kind].kind(node, self.surroundings)
        table = _Table((), (), {(rule.begin, ()): (0.0, None)})
        if leaf is not None:
            parts = [*parts, self._named(*leaf)]  # the kind of a function's value is one more thing to choose
        for place, part in enumerate(parts):
            table = self._join(table, part, place, rule.step)
        rows: Rows = {}
        for (state, choices), (cost, back) in table.rows.items():
            kind, more = rule.finish(state)
            _keep(rows, (kind, choices), cost + more, back)
        return table._replace(rows=rows)

    def _named(self, name: str, kinds: Mapping[int, tuple[int, float]]) -> _Table:
        """The table of a name: for each of its kinds the kind of the value here, and what speaks against it."""
        fixed = self.names.fixed.get(name)
        if fixed is not None:
            value, more = kinds.get(fixed, (SCALAR, MISFIT))
            return _Table((), (), {(value, ()): (more, None)})
        first = name not in self._seen
        again = self._again.get((name, id(kinds)))
        if again is not None and not first:
            return again
        self._seen.add(name)
        rows: Rows = {}
        for kind, (value, more) in kinds.items():
            if kind != ROW and self.forced.get(name, kind) == kind:
                own = self.names.cost(name, kind) + self.surroundings.cost(name, kind) if first else 0.0
                rows[value, (kind,)] = (more + own, None)
        table = self._without_finished(_Table((name,), (1,), rows))
        if not first:
            self._again[name, id(kinds)] = table
        return table

    def _join(self, left: _Table, right: _Table, place: int, step: Any) -> _Table:
        """All pairs that choose alike for the names of both."""
        if not right.names:
            return self._with_known(left, right.rows, place, step)
        if not left.names:
            return self._from_known(left.rows, right, place, step)
        if len(right.names) == 1 and right.names[0] in left.names:
            return self._with_name(left, right, place, step)
        places = {name: k for k, name in enumerate(left.names)}
        shared = [(places[name], k) for k, name in enumerate(right.names) if name in places]
        own = [k for k, name in enumerate(right.names) if name not in places]
        groups: dict[Any, list[tuple[Any, tuple[int, ...], float, Any]]] = {}
        of_left, of_right = (_picking([pair[side] for pair in shared]) for side in (0, 1))
        for (kind, choices), (cost, back) in right.rows.items():
            alone = tuple(choices[k] for k in own) if own else ()
            groups.setdefault(of_right(choices), []).append((kind, alone, cost, back))
        rows: Rows = {}
        for (state, choices), (cost, back) in left.rows.items():
            for kind, more, other, other_back in groups.get(of_left(choices), ()):
                new, extra = step(state, place, kind)
                key, total = (new, choices + more), cost + other + extra
                found = rows.get(key)
                if found is None or total < found[0]:
                    rows[key] = (total, _both(back, other_back))
        counts = list(left.counts)
        for mine, other in shared:
            counts[mine] += right.counts[other]
        names = left.names + tuple(right.names[k] for k in own)
        return self._without_finished(_Table(names, (*counts, *(right.counts[k] for k in own)), rows))

    def _with_name(self, left: _Table, right: _Table, place: int, step: Any) -> _Table:
        """The same where one name is all there is on the right, and is on the left too: most of a long text is so."""
        (name,) = right.names
        k = left.names.index(name)
        groups: dict[int, list[tuple[Any, float, Any]]] = {}
        for (kind, (choice,)), (cost, back) in right.rows.items():
            groups.setdefault(choice, []).append((kind, cost, back))
        rows: Rows = {}
        for (state, choices), (cost, back) in left.rows.items():
            for kind, other, other_back in groups.get(choices[k], ()):
                new, extra = step(state, place, kind)
                key, total = (new, choices), cost + other + extra
                found = rows.get(key)
                if found is None or total < found[0]:
                    rows[key] = (total, _both(back, other_back))
        count = left.counts[k] + right.counts[0]
        table = _Table(left.names, (*left.counts[:k], count, *left.counts[k + 1 :]), rows)
        return self._without_finished(table) if count == self.names.occurrences[name] else self._shortened(table)

    def _from_known(self, known: Rows, right: _Table, place: int, step: Any) -> _Table:
        """The same where there are no names on the left, as at the beginning of every node."""
        rows: Rows = {}
        for (state, _), (cost, back) in known.items():
            for (kind, choices), (other, other_back) in right.rows.items():
                new, extra = step(state, place, kind)
                _keep(rows, (new, choices), cost + other + extra, _both(back, other_back))
        return self._shortened(_Table(right.names, right.counts, rows))

    def _with_known(self, left: _Table, known: Rows, place: int, step: Any) -> _Table:
        """All pairs with what has no names of its own, such as numbers: a long text is full of them."""
        rows: Rows = {}
        for (state, choices), (cost, back) in left.rows.items():
            for (kind, _), (other, other_back) in known.items():
                new, extra = step(state, place, kind)
                _keep(rows, (new, choices), cost + other + extra, _both(back, other_back))
        return self._shortened(_Table(left.names, left.counts, rows))

    def _without_finished(self, table: _Table) -> _Table:
        """The table without names that occur nowhere else; their choice goes into the way back."""
        occurrences = self.names.occurrences
        done = [k for k, name in enumerate(table.names) if table.counts[k] == occurrences[name]]
        if done:
            stay = [k for k in range(len(table.names)) if k not in done]
            rows: Rows = {}
            for (kind, choices), (cost, back) in table.rows.items():
                for k in done:
                    back = ("both", back, ("name", table.names[k], choices[k]))
                _keep(rows, (kind, tuple(choices[k] for k in stay)), cost, back)
            table = _Table(tuple(table.names[k] for k in stay), tuple(table.counts[k] for k in stay), rows)
        return self._shortened(table)

    def _shortened(self, table: _Table) -> _Table:
        """The table without its dearest entries, where there are too many."""
        if len(table.rows) <= self.kept:
            return table
        cheapest = sorted(table.rows.items(), key=lambda row: row[1][0])[: self.kept]
        return table._replace(rows=dict(cheapest))


def _picking(places: list[int]) -> Callable[[tuple[int, ...]], Any]:
    """What stands at some places of a tuple."""
    return itemgetter(*places) if places else lambda _: ()


def _both(one: Any, other: Any) -> Any:
    """The way back to two parts."""
    return other if one is None else one if other is None else ("both", one, other)


def _keep(rows: Rows, key: Any, cost: float, back: Any) -> None:
    known = rows.get(key)
    if known is None or cost < known[0]:
        rows[key] = (cost, back)


class Names:
    """The names of one text as the search sees them: which kinds each may be, and what an occurrence is then.

    An entry x_i of a name that stands nowhere whole may be a number, of a vector x, or a sample, a row of the data X.
    """

    def __init__(self, inference: Inference, roots: list[Syntax]) -> None:
        self.inference = inference
        self.vocabulary = inference.vocabulary
        self.fixed: dict[str, int] = {}
        self.occurrences: dict[str, int] = {}
        self._leaves: dict[int, tuple[str, Mapping[int, tuple[int, float]]]] = {}
        self.whole = {
            node.reading.name for node in inference.nodes if node.kind == "name" and node.reading.kind == "variable"
        }
        self.asked = self._only_asked(roots)
        stack = list(roots)
        while stack:
            node = stack.pop()
            stack.extend(node.parts)
            leaf = self._leaf(node)
            if leaf is None:
                continue
            self._leaves[id(node)] = leaf
            self.occurrences[leaf[0]] = self.occurrences.get(leaf[0], 0) + 1
            term = inference.variables.get(leaf[0])
            if term is not None and not term.is_open:
                self.fixed[leaf[0]] = kind_of_term(term)

    @staticmethod
    def _only_asked(roots: list[Syntax]) -> set[str]:
        """The names of variables that the function itself has only with indices: the μ of ‖x_i − μ_k‖."""
        nodes = [(part, root is roots[0]) for root in roots for part in bottom_up(root)]
        names = [(part.reading, inside) for part, inside in nodes if part.kind == "name" and part.reading is not None]
        whole = {reading.name for reading, inside in names if inside and reading.kind == "variable"}
        return {reading.name for reading, inside in names if not inside and reading.kind == "variable"} - whole

    def leaf(self, node: Syntax) -> tuple[str, Mapping[int, tuple[int, float]]] | None:
        return self._leaves.get(id(node))

    def is_open(self, node: Syntax) -> bool:
        """Whether the node is a name whose kind is sought."""
        leaf = self._leaves.get(id(node))
        return leaf is not None and leaf[0] not in self.fixed

    def cost(self, name: str, kind: int) -> float:
        if name.endswith("[]"):
            return 0.0  # what speaks for samples or numbers stands in the table of each entry
        if kind == MATRIX and name in self.asked and name not in self.vocabulary.bold:
            return 1.0  # its letter says what one of its rows is
        if name in self.vocabulary.units:
            return 0.0 if kind == MATRIX else MISFIT  # eye is never a number
        if kind == VECTOR and name == "t" and self.vocabulary.dialect == "numpy":
            return TIME_IN_CODE
        bold = self.vocabulary.bold
        cost = cost_of_name(name, kind, name in bold, bool(bold))
        in_code = self.vocabulary.dialect == "numpy"
        if kind == VECTOR and in_code and is_coefficient(name) and not {"x", "t"}.isdisjoint(self.occurrences):
            cost += 0.3  # of a sin(b x + c) the x has entries
        # What a name stands for says more than its letter: h = relu(X @ W) is a matrix.
        return cost / 10 if name in self.vocabulary.computed else cost

    def _leaf(self, node: Syntax) -> tuple[str, Mapping[int, tuple[int, float]]] | None:
        """The name that decides the kind of a node, and for each of its kinds the node's kind and a cost."""
        if node.kind == "name":
            reading = node.reading
            if reading.kind == "variable":
                return reading.name, _ITSELF
            if reading.kind == "maybe-entry":
                base = self.inference.variables.get(reading.name)
                entry = base is not None and not base.is_open and base.rank == len(reading.indices)
                # A numbered name beside its own letter is an entry of it, unless it must be larger: b_1 beside b.
                numbered = _BESIDE_WHOLE if reading.name in self.whole else _ITSELF
                if reading.name in self.vocabulary.computed and reading.whole not in self.vocabulary.defined:
                    numbered = _ENTRY_OF_COMPUTED  # the s_y of s − s_y where s = W x
                return None if entry else (reading.whole, numbered)
            if reading.kind == "entry":
                return self._entry(node)
        if node.kind == "abstract":
            return node.value, _VALUE_OF_FUNCTION
        return None

    def _entry(self, node: Syntax) -> tuple[str, Mapping[int, tuple[int, float]]] | None:
        reading = node.reading
        name = self.inference.base_of_entry(node)
        if len(reading.indices) != 1:
            return None
        if name in self.inference.variables and not self.inference.variables[name].is_open:
            return name, {VECTOR: (SCALAR, 0.0), MATRIX: (VECTOR, 0.0), ROW: (VECTOR, 0.0)}
        bold = reading.whole in self.vocabulary.bold or name in self.vocabulary.bold
        sample = 0.0 if bold else 0.8  # a sample rather than a number must be wanted by what stands around it
        if name != reading.name or name in self.whole:
            return name, {VECTOR: (SCALAR, 3.0 if bold else 0.0), MATRIX: (VECTOR, 0.0)}
        return f"{name}[]", {VECTOR: (SCALAR, 3.0 if bold else 0.0), MATRIX: (VECTOR, sample)}


_ITSELF: Mapping[int, tuple[int, float]] = {kind: (kind, 0.0) for kind in (SCALAR, VECTOR, MATRIX, ROW)}
_VALUE_OF_FUNCTION: Mapping[int, tuple[int, float]] = {
    SCALAR: (SCALAR, 0.0),
    VECTOR: (VECTOR, 1.0),
    MATRIX: (MATRIX, 4.0),
}
_BESIDE_WHOLE: Mapping[int, tuple[int, float]] = {SCALAR: (SCALAR, 0.0), VECTOR: (VECTOR, 1.0), MATRIX: (MATRIX, 0.5)}


_ENTRY_OF_COMPUTED: Mapping[int, tuple[int, float]] = {
    SCALAR: (SCALAR, 0.0),
    VECTOR: (VECTOR, 6.0),
    MATRIX: (MATRIX, 6.0),
}


def kind_of_term(term: Any) -> int:
    """The kind of a known term."""
    if term.rank == 2 and term.parts[0].root().value == 1:
        return ROW
    return (SCALAR, VECTOR, MATRIX)[term.rank]
