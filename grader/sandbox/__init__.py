"""Runs a student's program in a process of its own that holds no answers.

`execute` is the whole interface; the rest are its arguments and results.
"""

from grader.sandbox.early import Prestarted, start_early
from grader.sandbox.execution import execute
from grader.sandbox.outcome import (
    Blank,
    Ended,
    Execution,
    Facts,
    Failure,
    FunctionFact,
    Incident,
    Missing,
    Outcome,
    OverLimit,
    PrintLog,
    Raised,
    Returned,
    SandboxFault,
)
from grader.sandbox.program import (
    Call,
    Cell,
    Limits,
    LoadParameters,
    ParameterShapes,
    Probe,
    Put,
    Read,
    Set,
    Step,
    Wanted,
)
from grader.sandbox.wire import Opaque, Tensor

__all__ = [
    "Blank",
    "Call",
    "Cell",
    "Ended",
    "Execution",
    "Facts",
    "Failure",
    "FunctionFact",
    "Incident",
    "Limits",
    "LoadParameters",
    "Missing",
    "Opaque",
    "Outcome",
    "OverLimit",
    "ParameterShapes",
    "Prestarted",
    "PrintLog",
    "Probe",
    "Put",
    "Raised",
    "Read",
    "Returned",
    "SandboxFault",
    "Set",
    "Step",
    "Tensor",
    "Wanted",
    "execute",
    "start_early",
]
