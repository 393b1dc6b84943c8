"""A grader at one level, with targets of its own: ``worker.py LEVEL``.

It takes one attack per line on its input, as JSON, and says in a line what came of it.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import traceback
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from unittest import mock

from grader.doctor.machine import Machine, look
from grader.grading.grade import grade
from grader.intake.submission import read_submission
from grader.render.script import model, script
from grader.report.as_json import as_data
from grader.sandbox.inside.confinement.confinement import OLDEST_LANDLOCK
from grader.sandbox.outside.execution import execute
from grader.sandbox.outside.forkserver import ForkServerLostError
from grader.sandbox.outside.limits import Limits
from grader.sandbox.outside.outcome import Execution, Returned
from grader.sandbox.outside.program import Probe
from grader.sandbox.outside.sandbox import NUMPY_MODULES, NoSandboxError, Sandbox
from grader.sandbox.wire import frames as wire
from grader.sandbox.wire.level import NO_LANDLOCK, NONE, ROOT, USER
from grader.sheet.sheet import draw_sheet
from problems.probe import Read
from tests.attacks.targets import Targets, children, left_over
from tests.grader.submissions.handed_in import CONV1D, FUNCTION, copies, script_of

TORCH = "torch-model-code@lecture"
PRELUDE = Path(__file__).with_name("prelude.py")
TRUSTING = Path(__file__).with_name("trusting.py")
PATIENCE_SECONDS = 3.0
"""A process that was killed may take a while to go, on a machine that has much to do."""

PLACE = "target: dict[str, Any] = {}"
"""The line of the prelude that names the targets."""

IN_NAMESPACES = (ROOT, USER, NO_LANDLOCK)
"""Levels at which the fork server is the child of the process that was started."""

OF_THE_LEVEL = ("reduced", "unconfined")

_RECORDS = "what was achieved"
_ON_DESCRIPTOR_4 = (
    "import os, sys; os.dup2(int(sys.argv[1]), 4); os.execv(sys.argv[2], sys.argv[2:])"
)


def prelude(told: dict[str, Any]) -> str:
    """What stands above an attack."""
    return PRELUDE.read_text(encoding="utf-8").replace(PLACE, f"target = {told!r}")


def with_function(attack: str) -> str:
    """The attack, and the honest function where it has none."""
    return attack if "def conv1d(" in attack else f"{attack}\n{CONV1D}"


def program(attack: str, told: dict[str, Any], *, torch: bool) -> str:
    """The submission with an attack in it."""
    if torch:
        header, line, rest = _torch_model().partition("# %% problem")
        return f"{header}{prelude(told)}\n{attack}\n{line}{rest}"
    return script_of(copies(FUNCTION, 1), [with_function(attack)], before=prelude(told))


@cache
def _torch_model() -> str:
    """The sheet on PyTorch with everything right."""
    return script(draw_sheet("7", [TORCH], "en"), model)


def _last_record(output: bytes) -> dict[str, Any]:
    """The JSON in the last line of what a process has printed; empty if there is none."""
    lines = output.strip().splitlines()
    try:
        found = json.loads(lines[-1]) if lines else {}
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _is_answer(frame: bytes) -> bool:
    """Whether bytes begin as the answer to the first question does."""
    try:
        kind, _ = wire.read_header(frame[: wire.HEADER.size], 1, 2**62)
    except wire.WireError:
        return False
    return kind == wire.ANSWER


class Grader:
    """Marks attacks one after the other in one warm sandbox."""

    def __init__(self, sandbox: Sandbox, targets: Targets) -> None:
        self.sandbox = sandbox
        self.targets = targets
        self.execution = Execution()
        self.patience = 0.2 if sandbox.level == NONE else PATIENCE_SECONDS

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        """What came of one attack, and of an honest submission after it."""
        torch, limits = request["torch"], Limits(**request["limits"])
        self.targets.reset()
        text = program(request["source"], self.targets.told, torch=torch)
        modules = self.sandbox.modules_for([text], torch=torch)
        server = self.sandbox.server(modules)
        if request["kill_after"]:
            threading.Timer(request["kill_after"], self.kill_server, [modules]).start()
        result = self.mark(text, limits)
        achieved, refused = self.recorded()
        printed = len(self.execution.printed.text)
        self.sandbox.empty()
        left = left_over(self.targets.own_processes | self.servers(), self.patience)
        harm = self.targets.harm()
        for process in left:
            os.kill(process, signal.SIGKILL)
        honest = program("", self.targets.told, torch=torch)
        return {
            **result,
            "achieved": achieved,
            "refused": refused,
            "harm": [*harm, *(["left: processes"] if left else [])],
            "printed": printed,
            "is_new_server": self.sandbox.server(modules) is not server,
            "next": self.mark(honest, limits)["problem"],
        }

    def trusting(self, request: dict[str, Any]) -> dict[str, Any]:
        """What a grader is made to believe that runs the program in its own process."""
        self.targets.reset()
        text = (
            f"{prelude(self.targets.told)}\nimport numpy as np\n{with_function(request['source'])}"
        )
        self.targets.submission.write_text(text, encoding="utf-8")
        readable, writable = os.pipe()
        with (
            tempfile.TemporaryDirectory() as folder,
            tempfile.TemporaryFile("w+b") as said,
            os.fdopen(readable, "rb") as channel,
        ):
            process = subprocess.Popen(
                [
                    *(sys.executable, "-c", _ON_DESCRIPTOR_4, str(writable)),
                    *(sys.executable, str(TRUSTING), str(self.targets.submission)),
                ],
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.DEVNULL,
                pass_fds=(writable, self.targets.told["answers_descriptor"]),
            )
            os.close(writable)
            try:
                status = process.wait(request["seconds"])
                fooled = ["fell"] if status else []
            except subprocess.TimeoutExpired:
                process.kill()
                status = process.wait()
                fooled = ["hangs"]
            said.seek(0)
            output = said.read()
            report = _last_record(output)
            fooled += [name for name, is_passed in report.get("passed", {}).items() if is_passed]
            fooled += ["status"] if status == 0 and not output.strip() else []
            fooled += ["report"] if "forged" in report else []
            fooled += ["flood"] if len(output) > 10**7 else []
            fooled += ["file"] if Path(folder, "results.json").exists() else []
            fooled += ["frame"] if _is_answer(channel.read()) else []
            achieved = report.get("achieved", [])
            fooled += ["achieved"] if achieved else []
        harm = self.targets.harm()
        return {"fooled": fooled, "achieved": achieved, "harm": harm}

    def mark(self, text: str, limits: Limits) -> dict[str, Any]:
        """The result of a submission with this text; what it says of its level stands apart."""
        self.targets.submission.write_text(text, encoding="utf-8")
        with mock.patch("grader.grading.grade.execute", self.execute):
            submission = read_submission(self.targets.submission)
            result = grade(submission, limits=limits, sandbox=self.sandbox)
        of_level = [remark.key for remark in result.incidents if remark.key in OF_THE_LEVEL]
        others = tuple(remark for remark in result.incidents if remark.key not in OF_THE_LEVEL)
        data = as_data(replace(result, incidents=others))
        return {
            "problem": data["problems"][0],
            "incidents": data["incidents"],
            "of_the_level": of_level,
        }

    def execute(self, *arguments: Any, **options: Any) -> Execution:
        """As the grader runs a program, and reads at last what it has recorded."""
        cells, wanted, probes, limits = arguments
        record = Probe("1", _RECORDS, (Read("achieved"), Read("refused")))
        self.execution = execute(cells, wanted, [*probes, record], limits, **options)
        return self.execution

    def recorded(self) -> list[list[str] | None]:
        """What the attack says that it achieved and was refused; None if it cannot say any more."""
        seen = self.execution.observations["1", _RECORDS]
        return [one.value if isinstance(one, Returned) else None for one in seen]

    def servers(self) -> set[int]:
        """The processes of the fork servers as they are now."""
        found: set[int] = set()
        below = children()
        for server in self.sandbox._servers.values():
            found.add(server.pid)
            if server.level in IN_NAMESPACES:
                found.update(below.get(server.pid, []))
        return found

    def kill_server(self, modules: tuple[str, ...]) -> None:
        """Kills the fork server from outside, as a machine that is out of memory might."""
        server = self.sandbox.server(modules)
        inner = children().get(server.pid, [])
        os.kill(inner[0] if server.level in IN_NAMESPACES else server.pid, signal.SIGKILL)


def missing_parts(level: str, machine: Machine) -> list[str]:
    """What a level is made of and the machine does not have, found out one by one."""
    parts = {"seccomp": machine.seccomp}
    if level in IN_NAMESPACES:
        parts |= {name: found.works for name, found in machine.namespaces.items()}
    if level in OLDEST_LANDLOCK:
        parts["Landlock"] = machine.landlock_abi >= OLDEST_LANDLOCK[level]
    if level == ROOT:
        parts |= {"root": machine.uid == 0, "own uid": machine.own_uid.works}
    return [name for name, is_there in parts.items() if not is_there]


def main(level: str) -> None:
    """Serves until the input ends."""
    # unconfined, a signal to all would reach whatever else is at work on the machine
    everybody = -os.getpgid(0) if level == NONE else -1
    with Targets(everybody=everybody) as targets, Sandbox(level) as sandbox:
        sys.path.append(str(targets.site))
        try:
            sandbox.server(NUMPY_MODULES)
        except (NoSandboxError, ForkServerLostError) as error:
            told = {"none": str(error), "missing": missing_parts(level, look())}
            print(json.dumps(told), flush=True)
            return
        grader = Grader(sandbox, targets)
        print(json.dumps({"level": sandbox.level, "uid": os.geteuid()}), flush=True)
        for line in sys.stdin:
            request = json.loads(line)
            is_trusting = request.pop("trusting", False)
            try:
                answer = grader.trusting(request) if is_trusting else grader.answer(request)
            except Exception:
                answer = {"fault": traceback.format_exc()}
            print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
