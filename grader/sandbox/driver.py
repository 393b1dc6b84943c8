"""The first file that runs in the zygote: ``python -s -S -P -B driver.py <socket>``.

It loads its siblings by path under names that nobody can import, and becomes the fork server. It
holds no answer, and knows of no other part of the project.
"""

from __future__ import annotations

import builtins
import os
import sys
from importlib.machinery import SourceFileLoader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

SESSION = ("wire", "encoder", "reading", "functions", "session", "rehearsal")
CONFINEMENT = (
    *("level", "protocol", "kernel", "memory", "seccomp", "landlock", "mounts"),
    *("confinement", "trial", "zygote"),
)


def load_siblings(directory: str, names: tuple[str, ...]) -> ModuleType:
    """The last of these modules with the others that it needs, registered nowhere.

    Each has a copy of the builtins that the student's code does not patch.
    """
    package = type(sys)("_sandbox")
    sys.modules[package.__name__] = package
    loaded = [package.__name__]
    try:
        for name in names:
            path = f"{directory}/{name}.py"
            module = type(sys)(f"{package.__name__}.{name}")
            module.__file__ = path
            module.__package__ = package.__name__
            module.__dict__["__builtins__"] = dict(builtins.__dict__)
            SourceFileLoader(module.__name__, path).exec_module(module)
            setattr(package, name, module)
            sys.modules[module.__name__] = module
            loaded.append(module.__name__)
        return module
    finally:
        for name in loaded:
            del sys.modules[name]


def main(socket: int) -> None:
    """Becomes the fork server; returns when the grader has no more to do."""
    directory = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120  (pathlib costs)
    rehearsal = load_siblings(directory, SESSION)
    zygote = load_siblings(f"{directory}/confinement", CONFINEMENT)
    zygote.start(socket, rehearsal.session.serve, rehearsal.rehearse)


if __name__ == "__main__":
    main(int(sys.argv[1]))
