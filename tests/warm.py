"""A sandbox that is started once for a whole run of tests, as a batch has it."""

from __future__ import annotations

import atexit
from functools import cache

from grader.sandbox.outside.sandbox import Sandbox


@cache
def warm_sandbox() -> Sandbox:
    """Fork servers that stay; each program still gets a child of its own."""
    sandbox = Sandbox()
    atexit.register(sandbox.close)
    return sandbox
