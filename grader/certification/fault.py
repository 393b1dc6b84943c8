"""Faults of a family, each with the command that shows it again."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from enum import Enum

from problems.catalogue import added_folder


class Kind(Enum):
    """What does not hold."""

    DRAW = "draw"
    BYTES = "bytes"
    STATEMENTS = "statements"
    WORKED_VALUE = "worked-value"
    EXAMPLE = "example"
    MODEL_SOLUTION = "model-solution"
    BLANK_SHEET = "blank-sheet"
    SLIP = "slip"
    DEAD_SLIP = "dead-slip"
    EQUAL_SLIPS = "equal-slips"
    CORE = "core"
    DIFFICULTY = "difficulty"
    TEXT = "text"
    NUMBERS = "numbers"
    LEAK = "leak"
    GUESS = "guess"
    CARRIED = "carried"
    OWN = "own"
    """An exception of ours that nobody expected."""


@dataclass(frozen=True)
class Fault:
    """Something that does not hold of a family, of a level of it, or of one variant.

    ``example`` is the name of a published variant, ``seed`` that of a drawn one; both are empty
    where it takes many to see it.
    """

    kind: Kind
    family: str
    message: str
    level: str = ""
    seed: str = ""
    example: str = ""

    @property
    def where(self) -> str:
        """What has the fault: ``cnn-table:hard, seed 7``."""
        if self.example:
            return f"{self.family}@{self.example}"
        level = f"{self.family}:{self.level}" if self.level else self.family
        return f"{level}, seed {self.seed}" if self.seed else level

    def command(self, seeds: int, first: int = 0, *, every_slip: bool = False) -> str:
        """What shows it again; some faults take as many ``seeds`` of each level as were looked at.

        ``first`` was the first of them, and ``every_slip`` says whether each mistake was handed in
        on every variant.
        """
        words = ["grader", "verify", self.family]
        if (added := added_folder(self.family)) is not None:
            words += ["--families", str(added)]
        if self.kind is Kind.TEXT and not self.seed and not self.example:
            return shlex.join([*words, "--texts"])
        rises_too_little = self.kind is Kind.DIFFICULTY and not self.seed
        if self.level and not self.example and not rises_too_little:
            words += ["--level", self.level]
        if self.example:
            words += ["--seeds", "1"]
        elif self.seed and self.kind is not Kind.DIFFICULTY:
            words += ["--first", self.seed, "--seeds", "1"]
        else:  # it takes many to see it
            words += [*(["--first", str(first)] if first else []), "--seeds", str(seeds)]
        return shlex.join([*words, *(["--every-slip"] if every_slip else [])])
