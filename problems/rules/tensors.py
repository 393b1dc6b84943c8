"""Steps that only rearrange or add: parts of a vector, vectors of parts, sums."""

from __future__ import annotations

from problems.rule import Rule, Slip
from problems.rules import operations
from reference import tensors

STACK = Rule(
    "stack",
    tensors.stack,
    operations=operations.none,
)
COMPONENT = Rule(
    "component",
    tensors.component,
    operations=operations.none,
)
TOTAL = Rule(
    "total",
    tensors.total,
    slips=(Slip("only-first-branch", lambda parts: parts[0]),),
    operations=operations.of_total,
)
