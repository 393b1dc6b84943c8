"""What can be mended in a program, and what the child is told for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from grader.sandbox.outside.program import Probe
from problems.probe import Call, LoadParameters, ParameterShapes, Read, Reading, Step

OVER_THE_END = "loop-runs-over-the-end"
OTHER_SIZE = "window-of-another-size"
BELOW_ZERO = "window-starts-below-zero"
TEXTS = "texts-for-numbers"
OTHER_MAPS = "maps-of-another-size"
NEVER_CALLED = "layer-never-called"
NOT_TAKEN = "argument-not-taken"
FIRST_TURN = "first-turn-fails"
"""What a child notes as well; no mistake by itself, it tells apart those that end in one error."""

MENDABLE = (
    "progress-bar-missing",
    *(
        "self-forgotten",
        "argument-not-kept",
        "self-not-taken",
        "attribute-misspelt",
        "attribute-overwritten",
        "layer-called-twice",
        "layer-called-again",
    ),
    NEVER_CALLED,
    *("module-not-set-up", "arguments-swapped", NOT_TAKEN, "argument-not-asked-for"),
    "names-of-an-old-numpy",
    *("sum-of-a-generator", "one-element-for-a-number", "integers-for-decimals"),
    *("normalisation-added", "layers-made-on-each-call"),
    *("backward-forgotten", "step-forgotten", "step-before-backward", "copy-changed"),
    *("flattening-forgotten", OTHER_MAPS),
    *("flattened-with-the-batch", "batch-size-hard-coded", "dropout-added"),
    *("globals-for-parameters", "parameter-overwritten", "parameter-changed"),
    *("return-in-loop", "return-forgotten", "generator-returned", "results-returned-together"),
    *("comma-behind-the-result", TEXTS),
    *("slice-stops-below-zero", "slice-stops-at-zero", BELOW_ZERO, OTHER_SIZE, OVER_THE_END),
)
"""The keys of the mistakes, in the order in which they show; a child that names others is not
believed."""
NOTED = (*MENDABLE, FIRST_TURN)


def mend_request(probes: Sequence[Probe]) -> tuple[str, tuple[Any, ...]]:
    """What a child is asked, so that it mends what it can in what these probes call."""
    return "mend", (functions_called(probes), attributes_read(probes), has_model(probes))


def functions_called(probes: Sequence[Probe]) -> tuple[str, ...]:
    """The names of the functions and methods that probes call, without those of their owners.

    One whose result nothing is done with need not return it, and is left out.
    """
    used = {name for probe in probes for step in probe.steps for name in _names_used(step)}
    calls = [step for probe in probes for step in probe.steps if isinstance(step, Call)]
    paths = [step.function for step in calls if step.result in used]
    return tuple(dict.fromkeys(path.rpartition(".")[2] for path in paths))


def _names_used(step: Step) -> Sequence[str]:
    """The names of the probe that a step works with."""
    if isinstance(step, Call):
        head = step.function.partition(".")[0]
        return (head, *step.arguments, *step.keywords.values())
    return (step.path.partition(".")[0],) if isinstance(step, Reading | LoadParameters) else ()


def attributes_read(probes: Sequence[Probe]) -> tuple[str, ...]:
    """The attributes that methods have to leave, in the order in which they are looked at."""
    reads = [step.path for probe in probes for step in probe.steps if isinstance(step, Read)]
    return tuple(dict.fromkeys(path.rpartition(".")[2] for path in reads if "." in path))


def has_model(probes: Sequence[Probe]) -> bool:
    """Whether one of the probes is of a PyTorch model."""
    return any(isinstance(s, ParameterShapes | LoadParameters) for p in probes for s in p.steps)
