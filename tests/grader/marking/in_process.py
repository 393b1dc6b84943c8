"""Programs in NumPy put through checks in this process: for programs of our own alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from grader.marking.in_code import mark_code
from grader.marking.result import FieldResult
from grader.sandbox.outside.outcome import Facts, Outcome, Raised, Returned
from problems.probe import Call, Check, Put, Read


def marks_of(program: Mapping[str, Any], checks: Sequence[Check]) -> list[FieldResult]:
    """The marks of a program, which is what its names stand for."""
    seen = {check.name: outcomes(program, check) for check in checks}
    return list(mark_code(checks, (), seen, Facts(), "1"))


def outcomes(program: Mapping[str, Any], check: Check) -> tuple[Outcome, ...]:
    """What comes of the readings of a check; what raises leaves nothing to be read."""
    names: dict[str, Any] = dict(program)
    came: list[Outcome] = []
    for step in check.probe.steps:
        match step:
            case Put(name=name, value=value):
                names[name] = np.array(value) if isinstance(value, np.ndarray) else value
            case Call(result=result, function=path, arguments=arguments):
                try:
                    names[result] = _at(names, path)(*(names[each] for each in arguments))
                except (ValueError, IndexError) as error:
                    names[result] = error
            case Read(path=path):
                value = _at(names, path)
                is_error = isinstance(value, Exception)
                came.append(Raised(type(value).__name__, str(value)) if is_error else _sent(value))
    return tuple(came)


def _at(names: Mapping[str, Any], path: str) -> Any:
    head, *rest = path.split(".")
    value = names[head]
    for name in rest:
        value = value if isinstance(value, Exception) else getattr(value, name)
    return value


def _sent(value: Any) -> Returned:
    """A value as it comes from another process: of its own."""
    return Returned(np.array(value) if isinstance(value, np.ndarray) else value)
