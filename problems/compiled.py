"""Templates as they were compiled, kept beside the byte code that Python keeps of modules.

To compile the templates of a sheet takes a seventh of the time of making it from cold. What is kept
is made anew when the template, Jinja2 or the way in which templates are read has changed. Where
Python keeps no byte code, or the folder may not be written to, nothing is kept.
"""

from __future__ import annotations

import importlib.util
import pickle
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import jinja2
from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket


class Compiled(FileSystemBytecodeCache):
    """What is kept of the templates of a folder.

    Args:
        folder: that of the templates.
        read_by: what decides, beside its text, what a template is compiled to.
    """

    def __init__(self, folder: Path, read_by: Iterable[object] = ()) -> None:
        kept_in = Path(importlib.util.cache_from_source(str(folder / "templates.py"))).parent
        super().__init__(str(kept_in), f"%s.{sys.implementation.cache_tag}.jinja")
        self._read_by = repr((jinja2.__version__, *read_by))

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The name of a template, by which it is the only one of its folder and of its kits."""
        return name.replace("/", ".")

    def get_source_checksum(self, source: str) -> str:
        """That of a template and of how it is read."""
        return super().get_source_checksum(self._read_by + source)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fills the bucket, or leaves it empty where nothing that is whole is kept."""
        try:
            super().load_bytecode(bucket)
        except (OSError, EOFError, pickle.UnpicklingError):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps what is in the bucket, as readable as the grader itself, where that may be."""
        if sys.dont_write_bytecode:
            return
        with suppress(OSError):
            Path(self.directory).mkdir(parents=True, exist_ok=True)
            super().dump_bytecode(bucket)
            mode = Path(__file__).stat().st_mode & 0o666
            Path(self._get_cache_filename(bucket)).chmod(mode)
