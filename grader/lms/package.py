"""Files in one zip, whose bytes say nothing of when and where it was made."""

from __future__ import annotations

import io
from collections.abc import Container, Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can tell."""
_READABLE, _EXECUTABLE = 0o644 << 16, 0o755 << 16


def zipped(files: Mapping[str, bytes | str], programs: Container[str] = ()) -> bytes:
    """A zip of files by their names, in their order; some are ``programs`` to be run."""
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            info = ZipInfo(name, _FIRST_DAY)
            info.compress_type = ZIP_DEFLATED
            info.create_system = 3  # so that it is the same on every system
            info.external_attr = _EXECUTABLE if name in programs else _READABLE
            archive.writestr(info, data)
    return made.getvalue()
