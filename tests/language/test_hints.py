"""Hints are true and near: what they suggest is read when it is put in, and is the nearest that can be meant."""

from __future__ import annotations

import random
import re

import pytest

import explainer
from explainer.language.text.unknown_words import OUTSIDE
from explainer.language.text.vocabulary import FORMS
from explainer.operations import all_operations
from tests.cases import in_groups

FUNCTIONS = sorted(
    {name for operation in all_operations() for name in (operation.name, *operation.aliases) if len(name) > 3}
)
ARGUMENTS = {name: o.arity for o in all_operations() for name in (o.name, *o.aliases)}
PRODUCTS = (
    "w x where w: n, x: n",
    "x×y where x: n, y: n",
    "A B where A: m x n, B: m x n",
    "A x where A: m x n, x: m",
    "x A where x: m, A: m x n",
    "A · B where A: m x n, B: m x n",
    "w · z where w: n, z: m",
    "A^2 where A: m x n",
    "x 2",
    "2 3",
    "norm(X, 2) where X: m x n",
    "A * B where A: n x n, B: n x n",
)


def refused(text: str) -> explainer.ExplainerError:
    with pytest.raises(explainer.ExplainerError) as caught:
        explainer.parse(text)
    return caught.value


def misspelt(name: str, chance: random.Random) -> str:
    """The name with a letter left out, typed twice, or exchanged with the next one."""
    k = chance.randrange(1, len(name) - 1)
    slips = (name[:k] + name[k + 1 :], name[:k] + name[k] + name[k:], name[:k] + name[k + 1] + name[k] + name[k + 2 :])
    return chance.choice(slips)


def complaint(text: str) -> explainer.ExplainerError | None:
    """The refusal of a text, or None where it is read."""
    try:
        explainer.parse(text)
    except explainer.ExplainerError as error:
        return error
    return None


def suggested(error: explainer.ExplainerError) -> str:
    found = re.search(r"Did you mean (\w+)\?", error.hint or "")
    return found[1] if found else ""


@in_groups("name", FUNCTIONS)
def test_a_misspelt_function_is_refused_with_one_that_takes_its_arguments(name: str) -> None:
    wrong = misspelt(name, random.Random(name))
    behind = f"({', '.join(['X', 'Y', 'Z'][: ARGUMENTS[name]])}) where X: 2 x 2, Y: 2 x 2, Z: 2 x 2"
    error = complaint(wrong + behind)
    near = suggested(error) if error else ""
    if error is not None and near:
        assert near in FORMS or ARGUMENTS[near] == ARGUMENTS[name] or near in {"max", "min"}
        assert (wrong + behind)[error.position : error.end] in wrong
        again = complaint(near + behind)  # put in, it is read, up to the shapes that its arguments must have
        assert again is None or isinstance(again, explainer.ShapeError) or near in FORMS


def test_most_misspelt_functions_get_one_suggested() -> None:
    found = 0
    for name in FUNCTIONS:
        error = complaint(f"{misspelt(name, random.Random(name))}({', '.join('xy'[: ARGUMENTS[name]])})")
        found += error is None or ARGUMENTS.get(suggested(error)) == ARGUMENTS[name]  # cosh may become cos
    assert found > 0.8 * len(FUNCTIONS)


@in_groups("name", sorted(OUTSIDE))
def test_what_the_language_lacks_suggests_no_other_function(name: str) -> None:
    error = refused(f"{name}(x)")
    assert "Did you mean" not in (error.hint or "")
    assert error.hint


def suggestions(hint: str) -> list[str]:
    """The texts that a hint says to write: before “for …”, in ASCII too, and behind “Did you mean”."""
    found = re.findall(r"Did you mean (?:the outer product |the transpose of one of them: )?(.+?)\?", hint)
    for written, ascii_form in re.findall(r"(?:Write |, | or )([^,:]+?)(?: \(in ASCII (.+?)\))? for ", hint):
        found.extend(part for part in (*written.split(" or "), ascii_form) if part)
    return found


@in_groups("text", PRODUCTS)
def test_what_a_hint_says_to_write_is_read_in_its_place(text: str) -> None:
    error = refused(text)
    offered = suggestions(error.hint or "")
    assert offered
    assert error.position is not None
    shapes = text.partition(" where ")[2]
    for suggestion in offered:
        again = f"{suggestion} where {shapes}" if shapes else suggestion
        assert explainer.parse(again) is not None
