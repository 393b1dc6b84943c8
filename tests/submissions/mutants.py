"""Mutants of model solutions: programs with one place changed, which the checks are to find out."""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from grader.sandbox.inside.single_changes import all_changes, put
from problems.catalogue import folder
from problems.texts import render_program
from problems.variant import Variant

_DEFINITIONS = (ast.FunctionDef, ast.ClassDef)


@dataclass(frozen=True)
class Mutant:
    """A changed program; ``line`` is what the changed line became, or was if it was left out."""

    source: str
    line: str


def mutants(variant: Variant, most: int) -> list[Mutant]:
    """So many mutants of the model solution, in an order that has no rhyme or reason.

    Each has another name, number, operator, function or argument in one place, a statement left out
    or moved, or a whole number that is one more or one less.
    """
    program = render_program(
        folder(variant.family.key), "solution.py.j2", docstring="", **variant.parameters
    )
    found = {each.source: each for each in _all(program)}

    def turn(source: str) -> bytes:
        return hashlib.blake2b(source.encode(), digest_size=8).digest()

    return [found[source] for source in sorted(found, key=turn)[:most]]


def _all(program: str) -> Iterator[Mutant]:
    tree = ast.parse(program)
    before = ast.unparse(tree).splitlines()
    for changed in _changed(tree):
        after = changed.splitlines()
        if after != before:
            yield Mutant(changed, _difference(before, after))


def _changed(tree: ast.Module) -> Iterator[str]:
    """The program after each of the changes, one at a time."""
    for node in tree.body:
        if isinstance(node, _DEFINITIONS):
            for _, _, replaced in all_changes(node):
                back = put(replaced)
                yield ast.unparse(tree)
                put(back)
    for constant in [node for node in ast.walk(tree) if isinstance(node, ast.Constant)]:
        own = constant.value
        if type(own) is int:
            for constant.value in (own - 1, own + 1):
                yield ast.unparse(tree)
            constant.value = own


def _difference(before: list[str], after: list[str]) -> str:
    """The first line that differs: as it is now, or what is missing."""
    for old, new in zip(before, after, strict=False):
        if old != new:
            return (new if len(before) <= len(after) else f"without {old.strip()}").strip()
    return f"without {before[-1].strip()}"
