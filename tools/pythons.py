"""Prints the newest supported Python that is installed and newer than the one that runs this.

    python tools/pythons.py

Nothing is printed where there is none. Supported is what ``pyproject.toml`` has a classifier of;
looked for is ``python3.N`` on the path, and what pyenv has installed.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_CLASSIFIER = re.compile(r"Programming Language :: Python :: 3\.(\d+)")


def supported() -> list[tuple[int, int]]:
    """The versions that the project supports, the newest first."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found = filter(None, map(_CLASSIFIER.fullmatch, project["classifiers"]))
    return sorted(((3, int(match[1])) for match in found), reverse=True)


def installed(version: tuple[int, int]) -> Iterator[str]:
    """Interpreters that may be of a version; one that pyenv has not chosen does not start."""
    name = f"python{version[0]}.{version[1]}"
    if path := shutil.which(name):
        yield path
    root = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    yield from map(str, sorted(root.glob(f"versions/{version[0]}.{version[1]}.*/bin/python")))


def is_of(path: str, version: tuple[int, int]) -> bool:
    """Whether an interpreter starts and is of a version."""
    asked = [path, "-c", "import sys; print(*sys.version_info[:2])"]
    run = subprocess.run(asked, capture_output=True, text=True, check=False)
    return run.returncode == 0 and run.stdout.split() == [str(part) for part in version]


def newest() -> str | None:
    """The newest one beside this interpreter, if it is newer."""
    newer = (version for version in supported() if version > sys.version_info[:2])
    found = (path for version in newer for path in installed(version) if is_of(path, version))
    return next(found, None)


if __name__ == "__main__":
    print(newest() or "")
