"""The journal of a batch: each result as it comes, so that nothing is lost if the batch is stopped.

It is a text file of one JSON record per line, which are on the disk before the next result is
taken. What was marked of other content, with other options, for another sheet or by another
version is not taken for a result.
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from grader.files.whole import readable
from grader.report.marked import Marked

FORMAT = 1
_MARK = "grader-journal"
_HEAD = {_MARK: FORMAT}
_PRIVATE = 0o600
_MOST_OF_A_HEAD = 4096


class JournalError(OSError):
    """A journal that cannot be kept, or is in use: which, and why."""

    is_in_use = False


def usual_journal(folder: Path) -> Path:
    """Where the journal of a folder is kept: apart from what students hand in, and from others.

    That is the folder for states of programs (XDG_STATE_HOME, or ``~/.local/state``).
    """
    told = os.environ.get("XDG_STATE_HOME", "")
    state = Path(told) if told.startswith("/") else Path.home() / ".local" / "state"
    name = hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:16]
    return state / "grader" / f"batch-{name}.jsonl"


class Journal:
    """The journal of one batch, which no other batch may write meanwhile."""

    def __init__(self, path: Path, *, resume: bool) -> None:
        """Open it: to go on with it, or to begin anew. Raises JournalError."""
        self.path = path
        self._kept: dict[str, dict[str, Any]] = {}
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC | os.O_NOFOLLOW
            self._handle = os.open(path, flags, _PRIVATE)
        except OSError as error:
            raise _unusable(path, f"cannot be written ({error.strerror})") from error
        try:
            self._begin(resume=resume)
        except OSError as error:
            os.close(self._handle)
            if isinstance(error, JournalError):
                raise
            raise _unusable(path, f"cannot be written ({error.strerror})") from error

    def _begin(self, *, resume: bool) -> None:
        import fcntl  # which Windows does not have, where no batch comes as far as this

        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            error = _unusable(
                self.path,
                "is in use: another batch of this folder is at work; wait for it, or give this one "
                "a journal of its own with --journal FILE",
            )
            error.is_in_use = True
            raise error from None
        with self.path.open("rb") as file:  # of one that begins anew, the head tells what it is
            whole, _, torn = file.read(-1 if resume else _MOST_OF_A_HEAD).rpartition(b"\n")
        lines = whole.splitlines()
        head = _record(lines[0]) if lines else {}
        if _MARK not in head and not _line(_HEAD).startswith(whole or torn):
            raise _unusable(self.path, "is no journal of a batch; choose another file")
        if resume and head == _HEAD:
            for record in map(_record, lines[1:]):
                if isinstance(record.get("file"), str):
                    self._kept[record["file"]] = record
            os.ftruncate(self._handle, len(whole) + 1)  # half a line of a batch that was killed
        else:
            os.ftruncate(self._handle, 0)
            self._write(_HEAD)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to go on with."""
        return not self._kept

    def kept(self, path: Path, name: str, key: str) -> Marked | None:
        """The result of a file, by its name below the folder, if it has one of that key."""
        record = self._kept.get(name)
        if record is None or record.get("key") != key:
            return None
        return Marked(path, error=record["error"], kept=record["result"])

    def add(self, marked: Marked, name: str, key: str) -> None:
        """Keep a result. Raises JournalError where it cannot be written; what is kept stays."""
        record = {"file": name, "key": key, "error": marked.error, "result": marked.data}
        size = os.fstat(self._handle).st_size
        try:
            self._write(record)
        except OSError as error:
            with suppress(OSError):
                os.ftruncate(self._handle, size)
            raise _unusable(self.path, f"cannot be written ({error.strerror})") from error

    def close(self) -> None:
        """Let others have it."""
        os.close(self._handle)

    def _write(self, record: dict[str, Any]) -> None:
        data = _line(record)
        while data:
            data = data[os.write(self._handle, data) :]
        os.fsync(self._handle)


def _line(record: dict[str, Any]) -> bytes:
    return json.dumps(record).encode() + b"\n"  # ASCII, half characters of names included


def _record(line: bytes) -> dict[str, Any]:
    """A line of a journal; an empty record where it is none."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return record if isinstance(record, dict) else {}


def _unusable(path: Path, why: str) -> JournalError:
    return JournalError(f"the journal {readable(str(path))} {why}")


def key_of(content: str, *conditions: str) -> str:
    """What a result rests on, in one text: the content of the file, and what it is marked by."""
    return hashlib.sha256(json.dumps([content, *conditions]).encode()).hexdigest()
