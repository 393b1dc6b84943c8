"""Another process, with another hash seed, that writes the same variants: the bytes must agree.

It is started once, and asked line by line: a JSON list of the family, the level and the seeds comes
in, one of the fingerprints goes out.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from typing import IO, Any

from grader.certification.digest import digest
from problems.catalogue import FAMILIES_VARIABLE
from problems.drawing import draw_variant
from problems.family import Level

_HASH_SEED = "20101"


def digests_elsewhere(key: str, level: Level, seeds: Sequence[str]) -> list[str]:
    """The fingerprints of drawn variants, from a process with another hash seed.

    Raises RuntimeError with what the process said if it fails.
    """
    families = os.environ.get(FAMILIES_VARIABLE, "")
    if _started and _started[0].families != families:  # what it has loaded is no longer in force
        _started.pop().close()
    if not _started:
        _started.append(_Writer(families))
    try:
        return _started[0].digests(key, level, seeds)
    except RuntimeError:
        _started.pop().close()
        raise


class _Writer:
    """A process that writes variants of the families there are."""

    def __init__(self, families: str) -> None:
        self.families = families
        self._said: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115  # as long as the process
        self._process = subprocess.Popen(
            [sys.executable, "-m", "grader.certification.elsewhere"],
            env={**os.environ, "PYTHONHASHSEED": _HASH_SEED},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
            text=True,
        )

    def digests(self, key: str, level: Level, seeds: Sequence[str]) -> list[str]:
        """One for each seed. Raises RuntimeError with what the process said if it fails."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(f"{json.dumps([key, level, [*seeds]])}\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            line = ""
        else:
            line = self._process.stdout.readline()
        if not line:
            ended = self._process.wait()
            self._said.seek(0)
            said = self._said.read().decode(errors="replace").strip()
            raise RuntimeError(said or f"the process ended with {ended}")
        found: list[str] = json.loads(line)
        return found

    def close(self) -> None:
        """End the process, if it has not ended."""
        self._process.kill()
        self._process.communicate()
        self._said.close()


_started: list[_Writer] = []
"""The one process, if it runs."""


@atexit.register
def _close() -> None:
    for writer in _started:
        writer.close()


def answer(requests: IO[str], answers: IO[str]) -> None:
    """Answer each line in turn."""
    for line in requests:
        key, level, seeds = json.loads(line)
        found: list[Any] = [digest(draw_variant(key, level, seed)) for seed in seeds]
        print(json.dumps(found), file=answers, flush=True)


if __name__ == "__main__":
    out = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what a family prints is no answer
    answer(sys.stdin, out)
