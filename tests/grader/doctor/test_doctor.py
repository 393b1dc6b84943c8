"""What the doctor finds, what it calls an attack that got through, and what it leaves behind."""

from __future__ import annotations

import ast
import inspect
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from grader.doctor import examination, hostile, machine
from grader.doctor.attacks import ATTACKS, Attack, Attempt, attempts, honest_program_is_right
from grader.doctor.examination import GOT_THROUGH, NO_LEVEL, WELL, Examination, Running, examine
from grader.doctor.finding import Finding
from grader.doctor.machine import Machine, advice, look, try_levels
from grader.doctor.namespaces import FLAGS
from grader.doctor.processes import descendants, threads
from grader.doctor.targets import VARIABLE, Targets, was_called
from grader.grading.limits import NAMES
from grader.intake.passages import MOST_SOURCE_BYTES
from grader.sandbox.inside.confinement.confinement import SCRATCH_BYTES, SCRATCH_FILES
from grader.sandbox.outside.forkserver import MissingModuleError
from grader.sandbox.outside.limits import Limits
from grader.sandbox.outside.outcome import SandboxFault
from grader.sandbox.outside.sandbox import NUMPY_MODULES, NoSandboxError, Sandbox
from grader.sandbox.wire import frames as wire
from grader.sandbox.wire.level import LEVELS, NONE

ROOT = Path(__file__).resolve().parents[3]
DOCUMENT = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")

HELD_WITHOUT_WALLS = {
    "read-environment",
    "import-grader",
    "find-descriptors",
    "leave-thread",
    "spoil-libraries",
    "forge-frame",
    "return-too-much",
    "take-memory",
    "never-end",
}
"""What is stopped by how programs are run, at every level and at none."""

REFUSED_TO_MANY = {
    "read-grader-memory-file",
    "read-grader-memory",
    "trace-process",
    "write-package",
    "become-root",
    "take-user-namespace",
    "mount",
    "add-key",
    "start-io-uring",
}
"""What an ordinary user, or a container, may not do in any case."""

SOUND = Machine(
    kernel="6.9.1",
    architecture="aarch64",
    uid=1001,
    interpreter="/usr",
    versions={"python": "3.13.0", "numpy": "2.4.6", "torch": None, "scipy": None},
    in_container=False,
    namespaces=dict.fromkeys(FLAGS, Finding(True)),
    own_uid=Finding(False, "Operation not permitted"),
    landlock_abi=5,
    seccomp=True,
    cgroup=Finding(True),
    forbidding={},
)
NO_NAMESPACES = replace(SOUND, namespaces=dict.fromkeys(FLAGS, Finding(False, "unshare: denied")))


@pytest.fixture(scope="module")
def levels() -> dict[str, Finding]:
    return try_levels()


@pytest.fixture
def targets() -> Iterator[Targets]:
    with Targets() as made:
        yield made


def verdicts(level: str, targets: Targets, attacks: tuple[Attack, ...] = ATTACKS) -> list[Attempt]:
    with Sandbox(level) as sandbox:
        found = list(attempts(sandbox, targets, attacks))
        assert honest_program_is_right(sandbox)
    return found


# -- attacks ---------------------------------------------------------------------------------------


def test_the_forged_frame_has_the_form_that_the_channel_has() -> None:
    assert hostile.FRAME.format == wire.HEADER.format
    assert (hostile.MAGIC, hostile.ANSWER) == (wire.MAGIC, wire.ANSWER)


@pytest.mark.parametrize("level", LEVELS)
def test_every_attack_is_stopped(level: str, levels: dict[str, Finding], targets: Targets) -> None:
    if not levels[level].works:
        pytest.skip(f"level {level}: {levels[level].reason}")
    found = verdicts(level, targets)
    assert len(found) == len(ATTACKS)
    assert [attempt for attempt in found if attempt.verdict != "stopped"] == []


def test_without_walls_the_same_attacks_get_through(targets: Targets) -> None:
    found = {attempt.key: attempt.verdict for attempt in verdicts(NONE, targets)}
    assert {key for key in HELD_WITHOUT_WALLS if found[key] != "stopped"} == set()
    others = set(found) - HELD_WITHOUT_WALLS
    stopped = {key for key in others if found[key] != "got-through"}
    may_all = os.geteuid() == 0 and look().namespaces["mount"].works
    assert stopped <= (set() if may_all else REFUSED_TO_MANY)


def _with_a_slip(aim: hostile.Aim) -> object:
    """Read a target that has no such name."""
    return Path(aim["no_such_target"]).read_text(encoding="utf-8")


def _without_effect(aim: hostile.Aim) -> object:
    """Do nothing."""
    return None


@pytest.mark.parametrize(
    ("program", "stopped_by", "detail"),
    [
        (_with_a_slip, "error", r"Raised\(type='KeyError'"),
        (_without_effect, "error", r"Returned\(value=\('got', None\)\)"),
        (_without_effect, "crash", r"Returned\(value=\('got', None\)\)"),
        (hostile.fork, "memory", r"Returned\(value=\('stopped', 'ENOSYS'\)\)"),
    ],
)
def test_an_attack_that_fails_for_another_reason_is_not_called_stopped(
    program: object,
    stopped_by: str,
    detail: str,
    targets: Targets,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = Path(hostile.__file__).read_text(encoding="utf-8")
    own = inspect.getsource(_with_a_slip) + inspect.getsource(_without_effect)
    (tmp_path / "hostile.py").write_text(text + own.replace("hostile.Aim", "Aim"))
    monkeypatch.setattr(hostile, "__file__", str(tmp_path / "hostile.py"))
    attack = Attack(program, stopped_by=stopped_by)  # type: ignore[arg-type]
    with Sandbox() as sandbox:
        (attempt,) = attempts(sandbox, targets, (attack,))
    assert attempt.verdict == "unproven"
    assert re.match(detail, attempt.detail)


def test_a_fault_of_the_sandbox_is_not_called_stopped(targets: Targets) -> None:
    attack = Attack(hostile.fork, limits=Limits(start_seconds=0.0))
    with Sandbox() as sandbox:
        (attempt,) = attempts(sandbox, targets, (attack,))
    assert attempt.verdict == "unproven"
    assert attempt.detail.startswith("the sandbox failed: ")


def test_a_sandbox_that_fails_is_not_called_right(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise SandboxFault("the fork server died")

    monkeypatch.setattr("grader.doctor.attacks.execute", fail)
    with Sandbox() as sandbox:
        assert not honest_program_is_right(sandbox)


def test_a_process_that_is_left_is_seen(targets: Targets, monkeypatch: pytest.MonkeyPatch) -> None:
    counts = iter([2, 3])
    monkeypatch.setattr("grader.doctor.attacks._processes", lambda _: next(counts))
    with Sandbox() as sandbox:
        (attempt,) = attempts(sandbox, targets, (Attack(hostile.fork),))
    assert (attempt.verdict, attempt.detail) == ("got-through", "it left a process, or ended one")


def test_spoiled_libraries_are_seen(targets: Targets, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("grader.doctor.attacks.honest_program_is_right", lambda _: False)
    spoiling = next(each for each in ATTACKS if each.key == "spoil-libraries")
    with Sandbox() as sandbox:
        (attempt,) = attempts(sandbox, targets, (spoiling,))
    assert attempt.verdict == "got-through"


def test_every_attack_of_the_file_is_run_once_and_says_what_it_tries() -> None:
    tree = ast.parse(Path(hostile.__file__).read_text(encoding="utf-8"))
    functions = {n.name for n in tree.body if isinstance(n, ast.FunctionDef)}
    written = {name for name in functions if not name.startswith("_")} - {"attempt"}
    assert sorted(attack.program.__name__ for attack in ATTACKS) == sorted(written)
    assert len({attack.title for attack in ATTACKS}) == len(ATTACKS)
    assert all(0 < len(attack.title) < 60 for attack in ATTACKS)


# -- targets ---------------------------------------------------------------------------------------


def test_an_attack_is_not_told_the_secret(targets: Targets) -> None:
    assert os.environ[VARIABLE] == targets.secret
    assert targets.secret not in repr(targets.aim)


def test_nothing_is_left_of_the_targets() -> None:
    with Targets() as targets:
        targets.left_file.write_text("planted")
        victim = targets.victim
        assert victim.poll() is None
        assert targets.folder.is_dir()
    assert not targets.folder.exists()
    assert not targets.left_file.exists()
    assert victim.poll() is not None
    assert VARIABLE not in os.environ
    assert targets.by_tcp.fileno() == -1


def test_harm_is_seen_once_and_mended(targets: Targets) -> None:
    assert not targets.file_is_changed()
    targets.secret_file.chmod(0o600)
    assert targets.file_is_changed()
    assert not targets.file_is_changed()
    assert not targets.victim_is_dead()
    targets.victim.kill()
    assert targets.victim_is_dead()
    assert not targets.victim_is_dead()
    assert not targets.was_written()
    targets.left_file.write_text("planted")
    assert targets.was_written()
    assert not targets.was_written()
    assert not was_called(targets.by_tcp)


# -- processes -------------------------------------------------------------------------------------


def test_the_processes_below_one_are_found_while_they_live() -> None:
    assert descendants(os.getpid())[0] == os.getpid()
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        assert child.pid in descendants(os.getpid())
        assert threads(child.pid) == 1
        child.communicate(b"\n")
    assert child.pid not in descendants(os.getpid())


def test_a_running_child_of_a_sandbox_is_counted() -> None:
    with Sandbox() as sandbox:
        server = sandbox.server(NUMPY_MODULES).pid
        idle = len(descendants(server))
        child = sandbox.child(NUMPY_MODULES, Limits())
        assert len(descendants(server)) == idle + 1
        child.close()
        assert len(descendants(server)) == idle


# -- the machine -----------------------------------------------------------------------------------


def test_what_does_not_work_has_a_reason() -> None:
    found = look()
    assert list(found.namespaces) == ["user", "mount", "pid", "net", "ipc"]
    for finding in (*found.namespaces.values(), found.own_uid, found.cgroup):
        assert finding.works is (finding.reason == "")


def test_a_group_is_made_for_trial_where_control_groups_are_delegated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    group = tmp_path / "user.slice"
    group.mkdir()
    controllers = group / "cgroup.controllers"
    controllers.write_text("cpu memory pids\n")
    files = {
        "/proc/self/cgroup": ["4:cpu:/old", "0::/user.slice"],
        "/proc/self/mounts": [f"none {tmp_path} cgroup2 rw 0 0", "none /tmp tmpfs rw 0 0"],
    }
    monkeypatch.setattr(machine, "_lines", lambda path: files.get(path, []))
    assert machine._try_cgroup() == Finding(True)
    assert list(group.iterdir()) == [controllers]
    controllers.write_text("cpu\n")
    assert machine._try_cgroup() == Finding(False, "without the controllers memory and pids")
    files["/proc/self/cgroup"] = ["0::/gone"]
    assert machine._try_cgroup() == Finding(False, "No such file or directory")
    files["/proc/self/mounts"] = []
    assert not machine._try_cgroup().works


def test_settings_that_forbid_user_namespaces_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    values = {
        "/proc/sys/user/max_user_namespaces": ["62000"],
        "/proc/sys/kernel/apparmor_restrict_unprivileged_userns": ["1"],
    }
    monkeypatch.setattr(machine, "_lines", lambda path: values.get(path, []))
    assert look().forbidding == {"kernel.apparmor_restrict_unprivileged_userns": "0"}


@pytest.mark.parametrize(
    ("seen", "advised"),
    [
        (SOUND, []),
        (replace(SOUND, seccomp=False), ["seccomp filters"]),
        (replace(SOUND, landlock_abi=0), [r"Landlock needs Linux 5\.13"]),
        (NO_NAMESPACES, ["Level B needs user namespaces for ordinary users"]),
        (
            replace(NO_NAMESPACES, forbidding={"user.max_user_namespaces": "15000"}),
            [r"sysctl -w user\.max_user_namespaces=15000"],
        ),
        (replace(NO_NAMESPACES, uid=0, in_container=True), ["--security-opt seccomp=unconfined"]),
    ],
)
def test_the_advice_fits_what_is_missing(seen: Machine, advised: list[str]) -> None:
    given = advice(seen)
    assert len(given) == len(advised)
    for sentence, pattern in zip(given, advised, strict=True):
        assert re.search(pattern, sentence)


def test_each_level_is_tried_and_the_reason_is_kept(levels: dict[str, Finding]) -> None:
    assert tuple(levels) == LEVELS
    if os.geteuid() != 0:
        assert levels["A"] == Finding(False, "only root can have it")
    for finding in levels.values():
        assert finding.works or finding.reason


# -- the whole examination -------------------------------------------------------------------------


def test_an_examination_at_a_level_is_all_well() -> None:
    found = examine()
    assert found.status == WELL
    assert found.level in LEVELS
    running = found.running
    assert running is not None
    assert running.interpreter == Finding(True)
    assert running.zygote_threads == {"numpy": 1}
    numpy_seconds = running.import_seconds["numpy"]
    assert numpy_seconds is not None
    assert 0 < numpy_seconds < 60
    assert running.import_seconds.get("torch") is None
    assert 0 < running.job_seconds < 10


def test_an_examination_without_walls_says_that_attacks_got_through() -> None:
    found = examine(NONE)
    assert found.status == GOT_THROUGH
    assert {attempt.verdict for attempt in found.attempts} >= {"stopped", "got-through"}


@pytest.mark.parametrize(
    "error",
    [
        NoSandboxError("B: Landlock is missing"),
        MissingModuleError("No module named 'numpy'"),
        SandboxFault("the child did not start"),
    ],
)
def test_a_sandbox_that_does_not_start_is_no_level(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(Sandbox, "server", fail)
    monkeypatch.setattr(examination, "try_levels", lambda: {"B": Finding(False, "no Landlock")})
    monkeypatch.setattr(examination, "look", lambda: replace(SOUND, landlock_abi=0))
    found = examine()
    assert found.status == NO_LEVEL
    assert found.level is None
    assert found.why_none == str(error)
    assert found.attempts == ()
    assert "Landlock needs" in found.advice[0]


RUNNING = Running(Finding(True), {"numpy": 1}, {"numpy": 0.1}, 0.005, honest_after=True)
STOPPED = Attempt("fork", "Start another process", "stopped", "refused (ENOSYS)")


@pytest.mark.parametrize(
    ("running", "attempt", "status"),
    [
        (RUNNING, STOPPED, WELL),
        (RUNNING, replace(STOPPED, verdict="got-through"), GOT_THROUGH),
        (RUNNING, replace(STOPPED, verdict="unproven"), GOT_THROUGH),
        (replace(RUNNING, honest_after=False), STOPPED, GOT_THROUGH),
        (replace(RUNNING, interpreter=Finding(False, "another")), STOPPED, GOT_THROUGH),
    ],
)
def test_only_if_all_is_well_the_status_is_0(
    running: Running, attempt: Attempt, status: int
) -> None:
    levels = {"B": Finding(True)}
    found = Examination(SOUND, levels, "B", "", running, (STOPPED, attempt), ())
    assert found.status == status


# -- the document ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ("time", "call_seconds"),
        ("total-time", "total_seconds"),
        ("cpu", "cpu_seconds"),
        ("result", "result_bytes"),
        ("output", "log_bytes"),
        ("file", "file_bytes"),
    ],
)
def test_the_document_tells_the_limits_that_there_are(row: str, field: str) -> None:
    value = getattr(Limits(), field)
    told = wire.size_text(value) if NAMES[row].endswith("bytes") else f"{value:g} s"
    assert NAMES[row] == field
    assert re.search(rf"^\|[^|]+\| `{row}` \| {told}[ ;]", DOCUMENT, re.MULTILINE)


def test_the_document_tells_the_other_bounds_that_there_are() -> None:
    limits = Limits()
    rows = {
        "memory (": f"{wire.size_text(limits.memory(torch=False))}; "
        f"{wire.size_text(limits.memory(torch=True))} with PyTorch",
        "all values": wire.size_text(limits.all_results_bytes),
        "open files": str(limits.open_files),
        "fresh starts": f"{limits.restarts}, for probes {limits.probe_restarts}",
        "time-outs after": str(limits.strikes),
        "source text": wire.size_text(MOST_SOURCE_BYTES),
    }
    for beginning, told in rows.items():
        (line,) = (each for each in DOCUMENT.splitlines() if each.startswith(f"| {beginning}"))
        assert f"| {told} |" in line
    assert "of 16 MiB and 256 files" in " ".join(DOCUMENT.split())
    assert (SCRATCH_BYTES, SCRATCH_FILES) == (16 * 2**20, 256)


def test_the_document_tells_every_level() -> None:
    for level in LEVELS:
        assert re.search(rf"^\| {level} \|", DOCUMENT, re.MULTILINE)
