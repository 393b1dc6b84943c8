"""A program that is read and not run, as far as that tells what running it would.

It answers what a child answers, by the same functions, and nothing of the program is executed: its
statements either give what is written out, or what `foreseen` knows of them. For anything else
there is no answer, and the program has to be run. Loaded by path in the grader, where a student's
own file is marked and nothing can be confined.
"""

from __future__ import annotations

import _ast
import warnings

from ..wire import frames
from ..wire.encoder import encode
from . import foreseen, session

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_ANSWERED = (
    *("prepare", "parse", "facts", "load", "watch", "forget", "run", "assign"),
    *("keep", "capture", "reread", "finish"),
)
_MOST_CHARACTERS, _MOST_IN_A_LINE, _MOST_BRACKETS = 64 * 1024, 4 * 1024, 40
"""What is longer, or nested deeper, is left to a process that may end over it."""


class Unrun(session.Session):
    """A program of which nothing is run."""

    def take_its_place(self) -> None:
        """Leaves this process as it is, since it is the grader's."""

    def answered(self, verb: str, arguments: tuple[Any, ...]) -> bytes | None:
        """The answer to a request, encoded; None where the program has to be run for it."""
        if verb not in _ANSWERED:
            return None
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of what the source has; a child prints them
                found = getattr(self, verb)(*arguments)
            return encode(found, min(self.max_bytes, frames.MAX_BYTES))
        except (foreseen.UnforeseenError, frames.TooLargeError, MemoryError, RecursionError):
            return None

    def prepare(self, max_bytes: int, is_notebook: bool = False) -> tuple[Any, ...]:
        """Sets the largest answer; the names that a notebook has beside its own are left out."""
        self.max_bytes = max_bytes
        self.is_notebook = is_notebook
        if is_notebook:
            self.flags = _ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
        return ("done",)

    def parse(self, cell: int, source: str, first_line: int) -> tuple[Any, ...]:
        """Reads one cell, if that cannot take long. Raises UnforeseenError."""
        depth = deepest = 0
        for sign in source:
            depth += (sign in "([{") - (sign in ")]}")
            deepest = max(deepest, depth)
        longest = max(map(len, source.splitlines()), default=0)
        if len(source) > _MOST_CHARACTERS or longest > _MOST_IN_A_LINE or deepest > _MOST_BRACKETS:
            raise foreseen.UnforeseenError
        return super().parse(cell, source, first_line)

    def load(self, name: str, names: tuple[str, ...]) -> tuple[Any, ...]:
        """Nothing is loaded; the statement that imports it is looked at."""
        return ("done",)

    def watch(self, asked: tuple[str, ...]) -> tuple[Any, ...]:
        """Raises UnforeseenError where functions are asked for."""
        if asked:
            raise foreseen.UnforeseenError
        return ("done",)

    def run(self, cell: int, statement: int) -> tuple[Any, ...]:
        """What a statement gives, if it is foreseen. Raises UnforeseenError."""
        entry = self.cells[cell][statement]
        if entry.plain:
            return self.assign(cell, statement)
        self.cell = cell
        is_shown = self.is_notebook and isinstance(entry.node, _ast.Expr)
        if entry.node is None or entry.block or is_shown:
            raise foreseen.UnforeseenError
        self.globals.update(foreseen.given(entry.node, self.globals))
        return ("done",)

    def capture(self, name: str) -> tuple[Any, ...]:
        """The present value of a global name. Raises UnforeseenError for one that is not known."""
        if isinstance(self.globals.get(name), foreseen.Unforeseen):
            raise foreseen.UnforeseenError
        return super().capture(name)

    def finish(self) -> tuple[Any, ...]:
        """Remembers the globals at the end of the program."""
        self.final = dict(self.globals)
        return ("done",)
