"""Where tables are printed: as wide as the terminal, and in a pipe as wide as they are."""

from __future__ import annotations

import os
import sys

from rich.console import Console

_NO_LINE_IS_LONGER = 100_000


def console_for_tables() -> Console:
    """Standard output for tables: in a pipe or file each row is one line.

    ``COLUMNS`` sets another width, as for any other program.
    """
    if sys.stdout.isatty() or os.environ.get("COLUMNS"):
        return Console(highlight=False)
    return Console(highlight=False, width=_NO_LINE_IS_LONGER)
