"""Where the results of an assignment are kept if nobody says otherwise."""

from __future__ import annotations

import os
from pathlib import Path

NAME = "store.sqlite"
"""Of the file in the folder of an assignment for what no student gets."""
FROM_ENVIRONMENT = "GRADER_STORE"


def usual_store(folder: Path) -> str:
    """The store of an assignment in a folder: what the environment says, or a file beside it."""
    from grader.course.record import PRIVATE  # commands name the variable before they load this

    return os.environ.get(FROM_ENVIRONMENT) or str(folder / PRIVATE / NAME)
