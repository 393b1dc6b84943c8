"""What is said where a name has no value, since the statement that was to give it one failed."""

from __future__ import annotations

import re
from dataclasses import replace

from grader.sandbox.outside.outcome import Ended, Hint, NotReached, OverLimit, Raised

Trouble = Raised | Ended | OverLimit

_NOT_DEFINED = re.compile(r"name '(\w{1,100})' is not defined")
_IMPORT_ERRORS = ("ModuleNotFoundError", "ImportError")


def missing_name(failure: Trouble) -> str:
    """The name that a NameError misses; empty for all else."""
    if not isinstance(failure, Raised) or failure.type != "NameError":
        return ""
    found = _NOT_DEFINED.match(failure.message)
    return found[1] if found else ""


def told_at_its_cause(failure: Raised, cause: Trouble | NotReached | None, below: str) -> Trouble:
    """What came of a value, or its ``cause``, where it is known what to do about that."""
    if isinstance(cause, Raised) and (cause.type in _IMPORT_ERRORS or cause.hint is not None):
        return with_hint(cause, None, "")
    return with_hint(failure, cause, below)


def with_hint(failure: Trouble, cause: Trouble | NotReached | None, below: str) -> Trouble:
    """A failure with what to do about it.

    ``cause`` is what a name is missing for, if one is, and ``below`` the place further down where
    it is given, if that is the only one.
    """
    if not isinstance(failure, Raised) or failure.hint is not None:
        return failure
    name = missing_name(failure)
    if isinstance(cause, Raised):
        details = {"name": name, "place": cause.place or ""}
        details |= {"type": cause.type, "message": cause.message}
        return replace(failure, hint=Hint("lost-name", details))
    if below:
        return replace(failure, hint=Hint("name-given-below", {"name": name, "place": below}))
    from grader.sandbox.outside import advice  # its patterns take a while to compile

    return replace(failure, hint=advice.on_run(failure))
