"""The tool: makes sheets, runs what comes back, marks it and reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grader.jupyter.shell import Shell


def load_ipython_extension(shell: Shell) -> None:
    """``%load_ext grader``: adds ``%check`` to a notebook."""
    from grader.jupyter.magic import load

    load(shell)


def unload_ipython_extension(shell: Shell) -> None:
    """``%unload_ext grader``: ends what ``%check`` has started."""
    from grader.jupyter.magic import unload

    unload(shell)
