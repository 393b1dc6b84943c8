"""``python -m grader``, in whatever folder: no file there stands in for a module."""

import sys
from pathlib import Path

if not sys.flags.safe_path and Path(sys.path[0]).resolve() != Path(__file__).resolve().parents[1]:
    del sys.path[0]

from grader.cli import run

run()
