"""Running of a command: in this process, or in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Any
from unittest.mock import patch

from click.testing import CliRunner, Result

from grader.cli import cli

Schema = Any
"""A type, a tuple of types, a list of one schema, or a dictionary of schemas by their keys."""


def grader(*arguments: str | Path) -> Result:
    """The command in this process; whatever is not a refusal of ours or an exit is raised.

    A batch starts its processes once there is something to mark: most tests mark without any.
    """
    with patch("grader.cli.batch.begun_early", lambda *_: nullcontext()):
        result = CliRunner().invoke(cli, [str(each) for each in arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert "Traceback" not in result.output
    return result


def in_a_process(
    *arguments: str | Path, folder: Path, options: tuple[str, ...] = (), **variables: str
) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, in a folder, with an environment of little."""
    run = subprocess.run(
        [sys.executable, *options, "-m", "grader", *map(str, arguments)],
        cwd=folder,
        env={
            "PATH": "/usr/bin:/bin",
            "COLUMNS": "80",
            "PYTHONUTF8": "1",
            "XDG_STATE_HOME": os.environ["XDG_STATE_HOME"],
            **variables,
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in run.stdout + run.stderr
    return run


def assert_fits(data: Any, schema: Schema, place: str = "$") -> None:
    """Whether data has exactly the keys and the types of a schema."""
    if isinstance(schema, dict):
        assert isinstance(data, dict), place
        assert list(data) == list(schema), place
        for key, each in schema.items():
            assert_fits(data[key], each, f"{place}.{key}")
    elif isinstance(schema, list):
        assert isinstance(data, list), place
        for number, each in enumerate(data):
            assert_fits(each, schema[0], f"{place}[{number}]")
    else:
        types = schema if isinstance(schema, tuple) else (schema,)
        assert type(data) in types, f"{place}: {data!r} is none of {types}"


TEXT = str
TEXT_OR_NONE = (str, type(None))

FAMILIES: Schema = [
    {"key": TEXT, "kind": TEXT, "levels": [TEXT], "languages": [TEXT], "examples": [TEXT]}
]
VARIANT: Schema = {
    "family": TEXT,
    "kind": TEXT,
    "level": TEXT,
    "language": TEXT,
    "seed": TEXT,
    "example": TEXT_OR_NONE,
    "given": dict,
    "asked": list,
}
ASKED_BY_HAND: Schema = [{"name": TEXT, "marks": int, "format": TEXT}]
ASKED_IN_CODE: Schema = [{"name": TEXT, "marks": int, "format": TEXT}]
