"""What is used of IPython: its own classes are loaded by nobody but a notebook."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol


class History(Protocol):
    """The cells that were run."""

    @property
    def input_hist_raw(self) -> Sequence[str]:
        """Their sources as they were typed; the n-th is that of ``In [n]``, and the first empty."""


class Publisher(Protocol):
    """What shows outputs below a cell."""

    def publish(self, data: dict[str, Any]) -> None:
        """Show an output, by each of its media types."""


class Shell(Protocol):
    """The shell in which cells are run."""

    @property
    def history_manager(self) -> History:
        """The cells that were run."""

    @property
    def display_pub(self) -> Publisher:
        """What shows outputs."""

    @property
    def user_ns(self) -> Mapping[str, Any]:
        """The variables of the notebook."""

    def register_magic_function(
        self, func: Callable[[str], None], magic_kind: str = ..., magic_name: str | None = ...
    ) -> None:
        """Add a magic."""
