"""Runs the check of a written program in this process: what it prints is not looked at, only what it measures."""

from __future__ import annotations

import warnings


def checked(text: str) -> float:
    """The largest difference that the program finds between its gradient and what it measures."""
    names: dict[str, object] = {"__name__": "written"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        exec(compile(text, "written", "exec"), names)
        return names["check"]()  # type: ignore[operator,no-any-return]
