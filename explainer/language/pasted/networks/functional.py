"""Keras' networks without a class: lines from an Input to Model(inputs, outputs) are what the network computes."""

from __future__ import annotations

from dataclasses import replace

from explainer.language.pasted import code_words as words
from explainer.language.pasted.code_tokens import CodeToken
from explainer.language.pasted.constructors import arguments_of, closing
from explainer.language.pasted.layers import Blueprint

Line = list[CodeToken]


def functional(lines: list[Line]) -> tuple[list[Line], list[tuple[CodeToken, Blueprint]]]:
    """The lines without those that describe such networks, and these by their names."""
    networks: list[tuple[CodeToken, Blueprint]] = []
    rest: list[Line] = []
    for line in lines:
        ends = _ends(line)
        if ends is None or not (blueprint := _described(line, *ends, rest)):
            rest.append(line)
            continue
        networks.append((line[0], blueprint))
        inside = {id(each) for each in _body(rest)}
        rest = [each for each in rest if id(each) not in inside]
    return rest, networks


def _called(line: Line) -> tuple[int, str]:
    """Where the call begins that a line gives a name its value by, and its name without the libraries."""
    k = 2
    while k + 2 < len(line) and line[k + 1].value == "." and line[k].value in words.MODULES | words.SUBMODULES:
        k += 2
    is_call = len(line) > k + 1 and line[0].kind == "name" and line[1].value == "=" and line[k + 1].value == "("
    return (k, line[k].value) if is_call else (0, "")


def _ends(line: Line) -> tuple[Line, Line] | None:
    """What goes in and what comes out of model = keras.Model(inputs, outputs)."""
    k, name = _called(line)
    if name != "Model" or closing(line, k + 1) != len(line) - 1:
        return None
    given = [(option, part) for option, part in arguments_of(line[k + 2 : -1]) if option != "name"]
    named = {option or ("inputs", "outputs")[place]: part for place, (option, part) in enumerate(given[:2])}
    return (named["inputs"], named["outputs"]) if named.keys() == {"inputs", "outputs"} else None


def _body(lines: list[Line]) -> list[Line]:
    """The lines from the first Input on that give something a value."""
    start = next((k for k, line in enumerate(lines) if _called(line)[1] == "Input"), len(lines))
    return [line for line in lines[start:] if len(line) > 2 and line[1].value == "="]


def _described(line: Line, inputs: Line, outputs: Line, before: list[Line]) -> Blueprint | None:
    """The network: layers are made once, and applied in every call."""
    making: list[Line] = []
    run: list[Line] = []
    names = [token.value for token in inputs if token.kind == "name"]
    for each in _body(before):
        k, name = _called(each)
        close = closing(each, k + 1) if k else len(each)
        word = replace(each[0], value=f"{each[0].value}_layer{len(making)}")
        if name == "Input":
            making.append([word, *each[1:]])
            run.append([each[0], each[1], word, replace(each[1], value="("), each[0], replace(each[1], value=")")])
        elif k and close + 1 < len(each) and each[close + 1].value == "(":
            making.append([word, each[1], *each[2 : close + 1]])
            run.append([each[0], each[1], word, *each[close + 1 :]])
        else:
            run.append(each)
    if not making or not names:
        return None
    run.append([replace(outputs[0], kind="name", value="return"), *outputs])
    return Blueprint(line[0], [], making, names, run)
