"""Mutants of model solutions: programs with one place changed, which the checks are to find out."""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Iterator, Sequence
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
    found = {each.source: each for each in _all(program, variant.functions)}

    def turn(source: str) -> bytes:
        return hashlib.blake2b(source.encode(), digest_size=8).digest()

    return [found[source] for source in sorted(found, key=turn)[:most]]


def _all(program: str, asked: Sequence[str]) -> Iterator[Mutant]:
    """Those of the functions and classes that are asked for: what stands in the frame is given."""
    tree = ast.parse(program)
    before = ast.unparse(tree).splitlines()
    wanted = [one for one in tree.body if isinstance(one, _DEFINITIONS) and one.name in asked]
    for changed in _changed(tree, wanted):
        after = changed.splitlines()
        is_found_otherwise = changed.count(".get(") > program.count(".get(")  # the key is there
        if after != before and not is_found_otherwise:
            yield Mutant(changed, _difference(before, after))


def _changed(tree: ast.Module, wanted: Sequence[ast.stmt]) -> Iterator[str]:
    """The program after each of the changes of some of its definitions, one at a time."""
    for definition in wanted:
        for _, _, replaced in all_changes(definition):
            back = put(replaced)
            yield ast.unparse(tree)
            put(back)
    every = [node for definition in wanted for node in ast.walk(definition)]
    for constant in [node for node in every if isinstance(node, ast.Constant)]:
        own = constant.value
        if type(own) is int:
            for constant.value in (own - 1, own + 1):
                yield ast.unparse(tree)
            constant.value = own


def _difference(before: list[str], after: list[str]) -> str:
    """The first line that differs: as it is now, or what is missing."""
    for old, new in zip(before, after, strict=False):
        if old != new:
            is_gone = len(before) > len(after) or new.strip() == "pass"
            return f"without {old.strip()}" if is_gone else new.strip()
    return f"without {before[-1].strip()}"
