"""Where attacks are tried: a level of confinement, as root or as an ordinary user."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.sandbox.wire.level import LEVELS, NONE, ROOT
from tests.attacks.targets import PROJECT, SECRET

HERE = Path(__file__).parent

_FIRST_UID = 1_700_000_000  # of nobody; each process that runs tests has a user of its own


@dataclass(frozen=True)
class Place:
    """A level of confinement, and who runs the grader there."""

    level: str
    as_root: bool

    def __str__(self) -> str:
        return f"{'root' if self.as_root else 'user'}-{self.level}"


CONFINED = (
    *(Place(level, as_root=True) for level in LEVELS),
    *(Place(level, as_root=False) for level in LEVELS if level != ROOT),
)
UNCONFINED = (Place(NONE, as_root=True), Place(NONE, as_root=False))


class Post:
    """A grader at one place, with targets of its own, in a process that has nothing to lose.

    ``none`` says why the place is not to be had, which is empty if it is, and ``missing`` what the
    machine lacks for it.
    """

    def __init__(self, place: Place) -> None:
        self.place = place
        self.secret = f"secret-{secrets.token_hex(12)}"
        self.process: subprocess.Popen[str] | None = None
        self.uid = os.geteuid()
        self.missing: list[str] = ["root"]
        if place.as_root and self.uid != 0:
            self.none = "the tests are not run as root"
            return
        prefix = [sys.executable]
        if not place.as_root and self.uid == 0:
            self.uid = _FIRST_UID + os.getpid()
            paths = f"{sys.base_prefix},{sys.prefix},{PROJECT}"
            prefix += [str(HERE / "identity.py"), str(self.uid), paths]
        self.process = subprocess.Popen(
            [*prefix, str(HERE / "worker.py"), place.level],
            cwd="/",
            env={
                "PATH": os.environ["PATH"],
                "PYTHONPATH": str(PROJECT),
                "PYTHONDONTWRITEBYTECODE": "1",
                SECRET: self.secret,
            },
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        told = self._receive()
        self.none, self.missing = told.get("none", ""), told.get("missing", [])
        assert self.none or (told["level"], told["uid"]) == (place.level, self.uid)

    def ask(self, **request: Any) -> dict[str, Any]:
        """What came of an attack."""
        assert self.process is not None
        assert self.process.stdin is not None
        print(json.dumps(request), file=self.process.stdin, flush=True)
        found = self._receive()
        assert "fault" not in found, f"at {self.place}: {found['fault']}"
        return found

    def close(self) -> None:
        """Lets the grader end, and clear up."""
        if self.process is not None:
            self.process.communicate()

    def _receive(self) -> dict[str, Any]:
        assert self.process is not None
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, f"the grader at {self.place} has ended with {self.process.wait()}"
        found: dict[str, Any] = json.loads(line)
        return found
