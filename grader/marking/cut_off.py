"""What cuts a loss off from its parameters: of all that may, the call that is in the program."""

from __future__ import annotations

from dataclasses import replace

from grader.marking.result import FieldResult
from grader.messages.remark import Remark
from grader.sandbox.outside.outcome import Facts

_SLIP = ("loss-without-gradient",)
_CALLS = ("no_grad", "inference_mode", "set_grad_enabled", "detach", "numpy", "item")
"""The calls that do it; those that are made for no other purpose come first."""


def with_cause(field: FieldResult, facts: Facts, problem: str) -> FieldResult:
    """A check of gradients of which there are none, with the call that is why, if one is seen."""
    if field.slips != _SLIP:
        return field
    methods = [one for one in facts.functions if one.kind == "method" and one.problem == problem]
    called = {name.rpartition(".")[2] for method in methods for name in method.calls}
    cause = next((name for name in _CALLS if name in called), None)
    if cause is None:
        return field
    remarks = [
        Remark("check-cut-off", {"what": one.details["what"], "call": f"{cause}()"})
        if one.key == "check-gradients-missing"
        else one
        for one in field.remarks
    ]
    return replace(field, remarks=tuple(remarks))
