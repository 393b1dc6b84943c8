"""Whether a student's own file is checked here, where programs cannot be confined."""

from __future__ import annotations

import sys
from importlib.util import find_spec

from grader.doctor.finding import Finding
from grader.sandbox.outside.execution import execute
from grader.sandbox.outside.forkserver import MissingModuleError
from grader.sandbox.outside.nursery import Nursery
from grader.sandbox.outside.outcome import Returned, SandboxFault
from grader.sandbox.outside.own_machine import OwnMachine
from grader.sandbox.outside.program import Cell, Wanted

_SOURCE = "import sys, numpy\nfound = [sys.version, numpy.__version__]"


def finds_the_same_python(nursery: Nursery) -> Finding:
    """Whether programs reach the same Python and NumPy as the grader."""
    import numpy as np

    wanted = Wanted("versions", ("found",))
    seen = execute([Cell(_SOURCE)], [wanted], sandbox=nursery).values["versions", "found"]
    own = [sys.version, np.__version__]
    return Finding(True) if seen == Returned(own) else Finding(False, f"{own} expected, {seen}")


def try_own_file() -> Finding:
    """Runs a program as ``grader check`` does where nothing can be confined."""
    try:
        with OwnMachine() as machine:
            return finds_the_same_python(machine)
    except (SandboxFault, MissingModuleError) as error:
        return Finding(False, str(error))


def limits_held() -> tuple[str, ...]:
    """What an unconfined program is held to on this system."""
    found = ["time", "output", "size of values"]
    if find_spec("resource") is not None:
        found += ["processor time", "size of files"]
        found += ["memory"] if sys.platform == "linux" else []
    return tuple(found)
