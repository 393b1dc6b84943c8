"""Which Python and which libraries run a program: they can decide what it gives."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module

NAMES = {"python": "Python", "numpy": "NumPy", "torch": "PyTorch", "scipy": "SciPy"}
"""What is told of, by the name that is imported, in the order in which it is told."""


def installed(module: str) -> str | None:
    """The version of a library that programs find; None where there is none."""
    loaded = sys.modules.get(module)
    if loaded is not None and hasattr(loaded, "__version__"):
        return str(loaded.__version__)
    return _installed(module)


@cache
def _installed(module: str) -> str | None:
    """What the package says of itself, whose description is parsed once in a process."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(module)
    except PackageNotFoundError:
        return None


def marking_versions(mentioned: Iterable[str] = ()) -> dict[str, str]:
    """The versions of Python and NumPy, and of what else is ``mentioned`` and installed."""
    import_module("numpy")  # which is needed for any marking, and then knows its own version
    wanted = {"numpy", *mentioned}
    found = {name: installed(name) for name in NAMES if name in wanted}
    return {"python": platform.python_version()} | {
        name: version for name, version in found.items() if version is not None
    }


def versions_in_words(versions: Mapping[str, str]) -> str:
    """``Python 3.13.0, NumPy 2.4.6``."""
    return ", ".join(f"{NAMES[name]} {version}" for name, version in versions.items())
