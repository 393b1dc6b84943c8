"""What the program finds around itself: no answers, no files, and no way to forge a pass."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

from grader.sandbox.outside import forkserver
from grader.sandbox.outside.execution import execute
from grader.sandbox.outside.limits import Limits
from grader.sandbox.outside.outcome import Ended, Execution, Raised, Returned, SandboxFault
from grader.sandbox.outside.program import Cell, Probe, Wanted
from grader.sandbox.outside.sandbox import NUMPY_MODULES, Sandbox
from grader.sandbox.outside.view import is_visible, make_view, site_directories
from problems.probe import Call, Put, Read
from tests.grader.sandbox.processes import descendants, wait_until_gone

MIXED = "the program wrote into the grader's channel"


def run(
    source: str, *names: str, limits: Limits | None = None, sandbox: Sandbox | None = None
) -> Execution:
    cell = Cell(source, None, 1, "p")
    return execute([cell], [Wanted("p", names)], limits=limits, sandbox=sandbox)


def value(source: str, limits: Limits | None = None, sandbox: Sandbox | None = None) -> Any:
    """The value that a program gives to ``a``."""
    execution = run(source, "a", limits=limits, sandbox=sandbox)
    outcome = execution.values["p", "a"]
    assert isinstance(outcome, Returned), outcome
    return outcome.value


# -- what is not there ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "package",
    ["grader", "problems", "reference", "grader.sandbox.wire.frames", "session", "execution"],
)
def test_our_packages_cannot_be_imported(package: str) -> None:
    source = (
        "import importlib, importlib.machinery, importlib.util, sys\n"
        f"name = {package!r}\n"
        "a = []\n"
        "try:\n    importlib.import_module(name)\nexcept ImportError:\n    a.append('import')\n"
        "head = name.partition('.')[0]\n"
        "if importlib.machinery.PathFinder.find_spec(head) is None: a.append('path')\n"
        "if importlib.util.find_spec(head) is None: a.append('spec')\n"
        "if not [m for m in sys.modules if m.partition('.')[0] in (head, '_sandbox')]:\n"
        "    a.append('modules')\n"
        "sys.path[:0] = ['', '.']\nimportlib.invalidate_caches()\n"
        "if importlib.util.find_spec(head) is None: a.append('here')\n"
    )
    assert value(source) == ["import", "path", "spec", "modules", "here"]


def test_third_party_packages_can_be_imported() -> None:
    assert value("import numpy, sympy, jinja2\na = numpy.int8(3) + 4\n") == 7


def test_our_metadata_is_not_listed() -> None:
    source = (
        "import importlib.metadata\n"
        "names = {d.metadata['Name'] for d in importlib.metadata.distributions()}\n"
        "a = ['numpy' in names, 'conv-grader' in names]\n"
    )
    assert value(source) == [True, False]


def test_the_environment_has_nothing_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_KEY", "secret")
    assert value("import os\na = dict(os.environ)\n") == {"TORCHDYNAMO_DISABLE": "1"}
    source = "import glob\na = glob.glob('/proc/self/environ')\n"
    assert value(source) == [], "what the grader was started with is not to be read there"


def test_the_directory_is_empty_at_first_and_gone_at_the_end() -> None:
    source = (
        "import os\n"
        "a = [os.getcwd(), os.listdir()]\n"
        "os.makedirs('deep/er')\nopen('deep/er/file', 'w').write('x')\n"
    )
    with Sandbox() as sandbox:
        for _ in range(2):
            assert value(source, sandbox=sandbox) == ["/scratch", []]
    assert not Path("/scratch").exists()


def test_only_the_standard_pipes_and_the_channel_are_open() -> None:
    with tempfile.TemporaryFile() as ours:
        os.set_inheritable(ours.fileno(), True)
        source = (
            "import os\na = []\n"
            "for n in range(256):\n"
            "    try:\n        os.fstat(n)\n        a.append(n)\n    except OSError: pass\n"
        )
        assert value(source) == [0, 1, 2, 3, 4]


def test_the_program_reads_nothing_from_its_input() -> None:
    assert value("import sys\na = sys.stdin.read()\n") == ""


def test_the_program_leads_a_session_of_its_own() -> None:
    pid, group, session = value("import os\na = [os.getpid(), os.getpgid(0), os.getsid(0)]\n")
    assert pid == group == session == 1, "the first process of a namespace of its own"


def test_limits_are_set() -> None:
    limits = Limits(cpu_seconds=7, memory_bytes=2**30, file_bytes=4096, open_files=50)
    source = (
        "import resource as r\n"
        "a = [r.getrlimit(k) for k in (r.RLIMIT_CPU, r.RLIMIT_AS, r.RLIMIT_FSIZE, r.RLIMIT_NOFILE,"
        " r.RLIMIT_CORE)]\n"
    )
    cpu, memory, *others = value(source, limits)
    assert cpu == (7, 8)
    assert others == [(4096,) * 2, (50,) * 2, (0,) * 2]
    assert memory[0] == memory[1] > 2**30, "what it may use, and what the zygote has"


def test_a_large_file_cannot_be_written() -> None:
    source = (
        "a = 'written'\n"
        "try:\n    open('f', 'wb').write(bytes(10**6))\nexcept OSError as e:\n    a = e.strerror\n"
    )
    assert value(source, Limits(file_bytes=10**5)) == "File too large"


def test_the_arguments_of_the_process_are_those_of_a_script() -> None:
    assert value("import sys\na = sys.argv\n") == ["submission.py"]


# -- what is left behind --------------------------------------------------------------------------


def test_a_thread_that_goes_on_is_not_left_behind() -> None:
    source = (
        "import threading, time\nthreading.Thread(target=time.sleep, args=(60,)).start()\na = 1\n"
    )
    with Sandbox() as sandbox:
        assert value(source, sandbox=sandbox) == 1
        sandbox.wait_for_ends()
        processes = descendants(sandbox.server(NUMPY_MODULES).pid)
        assert len(processes) == 2, "the zygote, and the process that it was started as"
    wait_until_gone(processes)


def test_a_program_cannot_fork() -> None:
    execution = run("import os\nb = os.fork()\na = 1\n", "a", "b")
    assert execution.values["p", "a"] == Returned(1)
    refused = Raised("OSError", "[Errno 38] " + os.strerror(38), "line 2")
    assert execution.values["p", "b"] == refused


def test_no_descriptor_is_left_open_in_the_grader() -> None:
    def opened() -> int:
        return len(os.listdir("/proc/self/fd"))  # noqa: PTH208

    run("a = 1\n", "a")
    before = opened()
    run("a = 1\nimport os; os._exit(1)\n", "a")
    run("while True: pass\n", "a", limits=Limits(call_seconds=0.2, restarts=0))
    assert opened() == before


@pytest.mark.parametrize("level", ["B", "C", "-"])
def test_no_directory_is_left_behind(
    level: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with Sandbox(level) as sandbox:
        run("open('f', 'w').write('x')\nimport os; os._exit(1)\n", sandbox=sandbox)
    assert list(tmp_path.iterdir()) == []


# -- forged answers -------------------------------------------------------------------------------

FORGE = """
import os, struct, sys
def link():
    frame = sys._getframe()
    while 'channel' not in frame.f_locals: frame = frame.f_back
    return frame.f_locals['channel']
def number(): return link().number + 1
def before(): return link().kept_back
def frame(kind, number, *answers):
    payload = b''.join(struct.pack('<Q', len(one)) + one for one in answers)
    return struct.pack('<4sBIQ', b'cgw1', kind, number, len(payload)) + payload
def text(s): return b's' + struct.pack('<Q', len(s)) + s.encode()
def answer(s, *parts): return b't' + struct.pack('<Q', 1 + len(parts)) + text(s) + b''.join(parts)
done = answer('done')
value = answer('value', b'i' + struct.pack('<Q', 1) + bytes([9]))
"""
LAST_LINE = FORGE.count("\n") + 1


@pytest.mark.parametrize(
    "forgery",
    [
        "b'junk'",
        "b'x' * 4000",
        "frame(2, number(), b'')",
        "struct.pack('<4sBIQ', b'cgw1', 2, number(), 2**60)",
        "frame(2, number() + 1, done)",
        "frame(1, number(), done)",
        "frame(2, number(), done + b'!')",
        "frame(2, number(), done, done, done, done, done)",
        "frame(2, number(), done)[:-1] + b'\\0\\0'",
        "frame(2, number(), b'N')",
        "frame(2, number(), b't' + bytes(8))",
        "frame(2, number(), text('x'))",
        "frame(2, number(), answer('no such answer'))",
        "frame(3, number(), text('x'))",
    ],
)
def test_a_frame_that_the_program_writes_costs_the_statement_that_writes_it(forgery: str) -> None:
    execution = run(f"{FORGE}\nb = os.write(4, {forgery})\na = 5\n", "a", "b")
    assert execution.values["p", "a"] == Returned(5)
    assert execution.values["p", "b"] == Ended("crash", MIXED, f"line {LAST_LINE + 1}")


@pytest.mark.parametrize("answer", ["done", "value"])
def test_a_frame_in_the_right_form_disturbs_the_next_question_and_gives_no_value(
    answer: str,
) -> None:
    execution = run(f"{FORGE}\nb = os.write(4, frame(2, number(), {answer}))\na = 5\n", "a", "b")
    assert Returned(9) not in execution.values.values()
    assert [one.message for one in execution.incidents] == [MIXED]


def test_an_answer_before_its_question_is_refused_even_with_the_right_number() -> None:
    source = FORGE + (
        "def f(x):\n"
        "    this = frame(2, number(), *before(), done, value)\n"
        "    following = frame(2, number() + len(before()) + 2, done, value)\n"
        "    os.write(4, this + following)\n"
        "    return x\n"
        "def g(x): return x\n"
    )
    probe = Probe(
        "p",
        "one",
        (Put("x", 3), Call("y", "f", ("x",)), Read("y"), Call("z", "g", ("x",)), Read("z")),
    )
    found = execute([Cell(source, None, 1, "p")], [], [probe]).observations["p", "one"]
    assert found[0] == Returned(9)
    assert isinstance(found[1], Ended)
    assert (found[1].how, found[1].detail) == ("crash", MIXED)


def test_a_value_that_the_program_sends_itself_is_a_candidate_and_the_next_question_fails() -> None:
    source = FORGE + (
        "def f(x):\n"
        "    os.write(4, frame(2, number(), *before(), done, value))\n"
        "    return x\n"
        "def g(x): return x\n"
    )
    probes = [
        Probe("p", f"{function}", (Put("x", 3), Call("y", function, ("x",)), Read("y")))
        for function in "fg"
    ]
    found = execute([Cell(source, None, 1, "p")], [], probes).observations
    assert found["p", "f"] == (Returned(9),)
    assert isinstance(found["p", "g"][0], Ended)


def test_a_thread_that_writes_later_loses_only_what_it_disturbs() -> None:
    source = (
        "import os, threading\n"
        "def f(x):\n    threading.Timer(0.05, os.write, (4, b'junk')).start()\n    return x\n"
        "def g(x):\n    import time\n    time.sleep(x)\n    return x\n"
    )
    probes = [
        Probe("p", "f", (Put("x", 3), Call("y", "f", ("x",)), Read("y"))),
        Probe("p", "g", (Put("x", 0.3), Call("y", "g", ("x",)), Read("y"))),
        Probe("p", "h", (Put("x", 0.1), Call("y", "g", ("x",)), Read("y"))),
    ]
    found = execute([Cell(source, None, 1, "p")], [], probes).observations
    assert found["p", "f"] == (Returned(3),)
    assert found["p", "g"] == (Ended("crash", MIXED, "line 5"),)
    assert found["p", "h"] == (Returned(0.1),)


def test_a_name_that_breaks_the_driver_is_the_programs_own_doing() -> None:
    source = (
        "class Key(str):\n"
        "    __hash__ = str.__hash__\n"
        "    def __eq__(self, other): raise RuntimeError('x')\n"
        "a = 1\nglobals()[Key('b')] = 2\n"
    )
    execution = run(source, "a", "b")
    assert not isinstance(execution.values["p", "b"], Returned)


# -- our own faults -------------------------------------------------------------------------------


def test_a_zygote_that_does_not_start_is_our_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "driver.py"
    script.write_text("raise RuntimeError('broken driver')")
    monkeypatch.setattr(forkserver, "DRIVER", script)
    with pytest.raises(SandboxFault, match=r"(?s)the fork server died 3 times: .*broken driver"):
        run("a = 1\n", "a")


def test_a_child_that_does_not_start_is_our_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change = ("sys.argv[:] = ", "import time; time.sleep(60); sys.argv[:] = ")
    monkeypatch.setattr(forkserver, "DRIVER", _driver_with(tmp_path, change))
    with pytest.raises(SandboxFault, match=r"the child did not start: no answer within 0.4 s"):
        run("a = 1\n", "a", limits=Limits(start_seconds=0.4))


def test_a_child_that_cannot_be_confined_runs_nothing_and_is_our_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = _driver_with(tmp_path)
    zygote = driver.parent / "confinement" / "zygote.py"
    source = zygote.read_text()
    assert "        enclosure.confine(limits)\n" in source
    zygote.write_text(source.replace("enclosure.confine(limits)", "enclosure.confine({})"))
    monkeypatch.setattr(forkserver, "DRIVER", driver)
    with pytest.raises(SandboxFault, match=r"could not be confined; .*KeyError: 'memory'"):
        run("a = 1\n", "a")


def test_what_cannot_be_rehearsed_is_our_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = _driver_with(tmp_path, ('return ("done",)', 'return ("memory", None)'))
    shutil.copy(forkserver.DRIVER.with_name("rehearsal.py"), driver.parent)
    monkeypatch.setattr(forkserver, "DRIVER", driver)
    with pytest.raises(SandboxFault, match=r"prepare could not be rehearsed: .*memory"):
        run("a = 1\n", "a")


def _driver_with(directory: Path, *changes: tuple[str, str]) -> Path:
    """A copy of the child's files with changes in ``session.py``, which are not rehearsed."""
    here, inside = forkserver.DRIVER.parents[1], directory / "inside"
    for folder in ("inside", "wire"):
        shutil.copytree(here / folder, directory / folder)
    shutil.copy(here / "kernel.py", directory)
    unrehearsed = "from . import session\ndef rehearse(): pass\n"
    (inside / "rehearsal.py").write_text(unrehearsed)
    source = (inside / "session.py").read_text()
    for old, new in changes:
        assert old in source
        source = source.replace(old, new)
    (inside / "session.py").write_text(source)
    return inside / "driver.py"


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (
            "self._seed()\n        return",
            "return ('memory', None) or",
            "did not start within its limits",
        ),
        ("self._seed()\n        return", "return ('value', 5) or", "did not start within its"),
        (
            'return ("cell", found, replaced, cuts.loose_parts(statements))',
            'return ("done", 1)',
            "did not read the source: .*no known form",
        ),
        (
            'return ("cell", found, replaced, cuts.loose_parts(statements))',
            'return ("done",)',
            "did not read the source: the statements",
        ),
    ],
)
def test_an_error_of_the_driver_is_our_fault(
    old: str, new: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forkserver, "DRIVER", _driver_with(tmp_path, (old, new)))
    with pytest.raises(SandboxFault, match=reason):
        run("a = 1\n", "a")


@pytest.mark.parametrize(
    "answer",
    [
        "('done', 5)",
        "('value',)",
        "('value', 5, 6)",
        "('raised', 'Error', 'text')",
        "('raised', 'Error', 5, None)",
        "('raised', 'Error', 'text', (1, 2))",
        "('raised', 'Error', 'text', (0, -2))",
        "('raised', 'Error', 'text', (0, 2, 3))",
        "('raised', 'Error', 'text', ('0', 2))",
        "('exit', 'text', 5)",
        "('missing', 'name', 5)",
        "('result', None)",
        "('read', [])",
        "('unknown',)",
        "(5,)",
        "'done'",
    ],
)
def test_an_answer_of_another_form_is_not_taken(
    answer: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = '            raise failed\n        return ("done",)'
    change = (done, f"            raise failed\n        return {answer}")
    monkeypatch.setattr(forkserver, "DRIVER", _driver_with(tmp_path, change))
    execution = run("a = abs(1)\n", "a")
    assert execution.values["p", "a"] == Ended("crash", MIXED, "line 1")


# -- the view of third-party packages -------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "visible"),
    [
        ("numpy", True),
        ("numpy-2.4.0.dist-info", True),
        ("numpy.libs", True),
        ("six.py", True),
        ("grader", False),
        ("grader.py", False),
        ("problems", False),
        ("reference", False),
        ("reference_tools", True),
        ("conv_grader-0.1.0.dist-info", False),
        ("conv-grader.egg-link", False),
        ("_conv_grader.pth", False),
        ("__editable__.conv_grader-0.1.0.pth", False),
        ("__editable___conv_grader_0_1_0_finder.py", False),
        ("distutils-precedence.pth", False),
        ("__pycache__", False),
    ],
)
def test_what_leads_to_us_is_not_in_the_view(name: str, visible: bool) -> None:
    assert is_visible(name) is visible


def test_the_first_of_two_packages_of_a_name_is_in_the_view(tmp_path: Path) -> None:
    first, second, view = (tmp_path / name for name in ("first", "second", "view"))
    for directory, entries in ((first, ("one", "both")), (second, ("both", "grader", "two"))):
        for entry in entries:
            (directory / entry).mkdir(parents=True)
    view.mkdir()
    make_view([first, second], view)
    found = {entry.name: entry.resolve() for entry in view.iterdir()}
    assert found == {"one": first / "one", "both": first / "both", "two": second / "two"}


def test_only_directories_of_installed_packages_are_shown(tmp_path: Path) -> None:
    site, checkout = tmp_path / "site-packages", tmp_path / "checkout"
    site.mkdir()
    checkout.mkdir()
    path = [str(checkout), str(site), str(tmp_path / "gone" / "site-packages"), str(site), ""]
    assert site_directories(path) == [site]


def test_a_sandbox_can_be_had_before_numpy_is_imported() -> None:
    script = (
        "import sys\nfrom grader.sandbox.outside.sandbox import Sandbox\n"
        "with Sandbox() as sandbox:\n    sandbox.start_early()\n"
        "    print([m for m in ('numpy', 'torch', 'sympy') if m in sys.modules])\n"
    )
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=root
    )
    assert done.stdout == "[]\n"
