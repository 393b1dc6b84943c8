"""Steps that only rearrange or add: parts of a vector, vectors of parts, sums."""

from __future__ import annotations

from problems.rule import Rule, Slip
from reference import tensors

STACK = Rule("stack", tensors.stack)
COMPONENT = Rule("component", tensors.component)
TOTAL = Rule("total", tensors.total, slips=(Slip("only-first-branch", lambda parts: parts[0]),))
