"""The first file that runs in the zygote: ``python -s -S -P -B driver.py <socket>``.

It loads its side of the sandbox, and the wire, by path under names that nobody can import, and
becomes the fork server. It holds no answer, and knows of no other part of the project. Without a
socket it is the process of one program, where there is no fork server (`alone`).
"""

from __future__ import annotations

import builtins
import os
import sys
from importlib.machinery import SourceFileLoader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

SESSION = (
    *("wire.frames", "wire.encoder"),
    *("inside.characters", "inside.blocks", "inside.tree", "inside.cuts", "inside.pasted"),
    *("inside.plain", "inside.probable", "inside.reading", "inside.functions", "inside.ease"),
    *(
        "inside.models",
        "inside.imports",
        "inside.names",
        "inside.behind",
        "inside.blanks",
        "inside.changes",
    ),
    *("inside.code", "inside.inputs", "inside.returns", "inside.mended_models"),
    *("inside.mended_numpy", "inside.inserted", "inside.mended_arrays", "inside.mended_loops"),
    *(
        "inside.mended_slices",
        "inside.mended_parameters",
        "inside.mended_training",
        "inside.mended_windows",
        "inside.mended_imports",
    ),
    *("inside.mended_names", "inside.mended_results", "inside.overwritten", "inside.channel"),
    *("inside.mending", "inside.notebook", "inside.sources", "inside.substitutes"),
    *("inside.places", "inside.missing_parts", "inside.moved_statements"),
    *("inside.exchanged_axes", "inside.exchanged_parts"),
    *("inside.called_otherwise", "inside.padded_sides", "inside.laid_out"),
    *("inside.single_changes", "inside.kinds_of_changes"),
    *("inside.unknown_names", "inside.changing"),
    *("inside.whereabouts", "inside.session", "inside.rehearsal"),
)
CONFINEMENT = (
    *("wire.level", "wire.protocol", "inside.resources", "inside.streams"),
    *("kernel", "inside.confinement.memory", "inside.confinement.seccomp"),
    *("inside.confinement.landlock", "inside.confinement.mounts"),
    *("inside.confinement.confinement", "inside.confinement.trial", "inside.confinement.zygote"),
)
ALONE = ("inside.resources", "inside.streams", "inside.alone")
UNRUN = (*SESSION, "inside.foreseen", "inside.unrun")
"""What the grader itself loads to read a program of which nothing has to be run."""


def load(directory: str, names: tuple[str, ...]) -> ModuleType:
    """The last of these modules below a directory, with the others that it needs.

    They are registered nowhere, and each has a copy of the builtins that the student's code does
    not patch.
    """
    loaded: list[str] = []

    def register(name: str) -> ModuleType:
        module = type(sys)(name)
        parent, _, own = name.rpartition(".")
        module.__package__ = name
        sys.modules[name] = module
        loaded.append(name)
        if parent:
            setattr(sys.modules[parent], own, module)
        return module

    try:
        register("_sandbox")
        for name in names:
            *folders, _ = name.split(".")
            for depth in range(1, len(folders) + 1):
                package = ".".join(("_sandbox", *folders[:depth]))
                if package not in sys.modules:
                    register(package)
            module = register(f"_sandbox.{name}")
            module.__file__ = f"{directory}/{name.replace('.', '/')}.py"
            module.__package__ = ".".join(("_sandbox", *folders))
            module.__dict__["__builtins__"] = dict(builtins.__dict__)
            SourceFileLoader(module.__name__, module.__file__).exec_module(module)
        return module
    finally:
        for name in loaded:
            del sys.modules[name]


def main(socket: int | None) -> None:
    """Becomes the fork server, or the process of a program; returns when there is no more to do.

    Of our own modules the bytecode is kept beside them, as Python does, where that can be written:
    to compile them takes as long as NumPy. All else is loaded without a trace.
    """
    directory = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    sys.dont_write_bytecode = False
    rehearsal = load(directory, SESSION)
    starting = load(directory, ALONE if socket is None else CONFINEMENT)
    sys.dont_write_bytecode = True
    if socket is None:
        starting.start(rehearsal.session.serve)
    else:
        starting.start(socket, rehearsal.session.serve, rehearsal.rehearse)


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else None)
