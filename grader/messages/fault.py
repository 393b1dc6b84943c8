"""Where in our own code a fault of ours came up."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from pathlib import Path

import problems
from grader.messages.remark import Remark

_ROOT = Path(__file__).parents[2]
_PACKAGES = ("reference", "problems", "grader")


def _roots() -> Iterator[tuple[Path, str]]:
    """Where our code lies, and from where it is told: a lecturer's own families are told too."""
    for package in _PACKAGES:
        yield _ROOT, package
    for added in problems.__path__:
        yield Path(added), ""


def described(error: BaseException) -> str:
    """An exception in one line: its type, its message, and the place in our code."""
    return f"{type(error).__name__}: {error} ({place_in_ours(error)})"


def fault_remark(error: BaseException, key: str = "grader-fault") -> Remark:
    """What is told of something that could not be marked through a fault of ours."""
    details = {
        "type": type(error).__name__,
        "message": str(error),
        "place": place_in_ours(error),
    }
    return Remark(key, details)


def place_in_ours(error: BaseException) -> str:
    """The innermost place of ours that an exception has passed: ``grader/x.py:12, in f``.

    It is the line that is to be looked at, whichever library raised the exception below it.
    """
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        for root, folder in _roots():
            if path.is_relative_to(root / folder):
                return f"{path.relative_to(root).as_posix()}:{frame.lineno}, in {frame.name}"
    return "outside of the grader"
