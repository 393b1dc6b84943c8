"""Digests of all that a mark may depend on beside the work itself: our own files, and libraries."""

from __future__ import annotations

import hashlib
import importlib.metadata
import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path

import grader
import grader.sandbox
import problems
import reference
from problems.catalogue import family_keys
from problems.catalogue import folder as folder_of_family

_LIBRARIES = ("numpy", "scipy", "sympy", "torch")


@cache
def edition() -> str:
    """A digest of all that may change a mark: our own files, families, and the libraries."""
    packages = [
        Path(each) for package in (reference, problems, grader) for each in package.__path__
    ]
    families = [folder_of_family(key) for key in family_keys()]
    return _digest([*packages, *families])


@cache
def edition_of_sandbox() -> str:
    """A digest of all that may change what a program answers to the same questions."""
    return _digest([Path(each) for each in grader.sandbox.__path__])


def _digest(roots: Iterable[Path]) -> str:
    digest = hashlib.sha256("\0".join([sys.version, *_versions()]).encode())
    for root in dict.fromkeys(roots):
        for path in sorted(root.rglob("*")):
            if "__pycache__" not in path.parts and path.is_file():
                digest.update(path.relative_to(root).as_posix().encode() + b"\0")
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _versions() -> Iterable[str]:
    for library in _LIBRARIES:
        with suppress(importlib.metadata.PackageNotFoundError):
            yield f"{library} {importlib.metadata.version(library)}"
