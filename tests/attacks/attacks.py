"""The attacks: what each must come to where programs are confined, and where they are not.

Their numbers are those of the project's list of attacks; the folder that a file lies in is the
outcome that it must have. Whatever is in ``correct`` does no harm, and its honest function earns
its marks; no other earns any.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from grader.answers.outcome import Outcome
from grader.sandbox.wire.level import CONTAINER, NO_LANDLOCK

FOLDER = Path(__file__).parent

LIMITS: dict[str, Any] = {
    "call_seconds": 2.0,
    "total_seconds": 6.0,
    "cpu_seconds": 3,
    "memory_bytes": 2**28,
    "result_bytes": 2**20,
    "strikes": 1,
}
TORCH_LIMITS = LIMITS | {
    "call_seconds": 10.0,
    "total_seconds": 30.0,
    "memory_bytes": 2**32,
    "result_bytes": 2**23,  # the gradients of the lecture model
}

DEPTHS = {
    "BRACKETS": "(" * 3_000 + "0" + ")" * 3_000,
    "MINUSES": "-" * 50_000 + "1",
    "DOTS": "vector" + ".T" * 50_000,
}


ON_THE_WAY = "|".join([r"attacked-\w+", *(re.escape(part) for part in Path(sys.prefix).parts[2:3])])
"""What of /tmp may lie on the way to the packages: the targets' own, and a checkout there."""


@dataclass(frozen=True)
class Attack:
    """A submission that attacks the grader, and what must come of it.

    Args:
        name: folder and file.
        says: found in what the student reads (in English) of the first check.
        tells: found in what is said of the run as a whole; nothing is said of it if empty.
        harm: what is seen from outside when nothing confines it, as `Targets.harm` words it.
        steals: whether it then reads a secret.
        as_root: what it then achieves only as root, by the names that the attack gives.
        by_leave: what a host or a container may refuse to whoever asks, confined or not.
        fools: what a trusting grader believes, as `fooled` in the worker words it.
        alone: why there is nothing to compare with, where there is not.
        left: what it may achieve at some level, as docs/security.md says; by level, a pattern.
        limits: those that differ from `LIMITS`.
        earns: marks for honest work in it; all of them, where its outcome is that it is right.
        kill_after: seconds after which its fork server is killed from outside; 0 if it is not.
    """

    name: str
    says: str = ""
    tells: str = ""
    harm: tuple[str, ...] = ()
    steals: bool = False
    as_root: frozenset[str] = frozenset()
    by_leave: frozenset[str] = frozenset()
    fools: str = ""
    alone: str = ""
    left: dict[str, str] = field(default_factory=dict)
    earns: int = 0
    limits: dict[str, Any] = field(default_factory=dict)
    kill_after: float = 0.0

    @property
    def number(self) -> int:
        return int(self.name.partition("/n")[2][:2])

    @property
    def outcome(self) -> Outcome:
        return Outcome(self.name.partition("/")[0].replace("_", "-"))

    @property
    def is_tried_unconfined(self) -> bool:
        """Whether it is compared with itself at no level, and not with a trusting grader."""
        return not self.fools and not self.alone

    @property
    def torch(self) -> bool:
        return "_torch_" in self.name

    @property
    def source(self) -> str:
        text = (FOLDER / f"{self.name}.py").read_text(encoding="utf-8")
        for mark, expression in DEPTHS.items():
            text = text.replace(mark, expression)
        return text

    @property
    def request(self) -> dict[str, Any]:
        """What the worker is asked."""
        return {
            "source": self.source,
            "torch": self.torch,
            "limits": (TORCH_LIMITS if self.torch else LIMITS) | self.limits,
            "kill_after": self.kill_after,
        }


CHANNEL = "wrote into the grader's channel"
SHORT = {"call_seconds": 0.4}

FORGERY = (
    Attack("crashed/n01_exit_at_once", r"ended the program \(exit code 0", fools="status"),
    Attack("crashed/n02_sys_exit", "ended the program .*SystemExit: 0", fools="status"),
    Attack("crashed/n02_base_exception", "the error Passed", fools="report"),
    Attack(
        "crashed/n03_exit_at_import",
        r"ended the program \(exit code 0",
        tells=r"line \d+: the program ended itself \(exit code 0\)",
        fools="status",
    ),
    Attack("unreadable/n04_equal_to_everything", "returned Agreeable", fools="equality"),
    Attack("wrong/n05_array_that_computes_for_itself", "expected", fools="allclose"),
    Attack("wrong/n06_scalar_that_broadcasts", "shape", fools="allclose"),
    Attack("wrong/n07_not_a_number", "not finite", fools="difference"),
    Attack("unreadable/n08_pickle_bomb", "returned", fools="unpickled", harm=("appeared: made",)),
    Attack("correct/n08_torch_pickle_bomb", harm=("appeared: made",)),
    Attack("wrong/n09_patched_comparisons", "expected", fools="allclose"),
    Attack("wrong/n10_answers_in_frames", "expected", fools="allclose"),
    Attack("wrong/n10_answers_in_the_heap", "expected", fools="allclose"),
    Attack("crashed/n11_forged_frame", CHANNEL, fools="frame"),
    Attack("crashed/n12_answer_before_the_question", CHANNEL, fools="frame"),
    Attack("wrong/n13_result_on_stdout", "expected", fools="report"),
    Attack("wrong/n14_patched_encoder", "expected", fools="report"),
    Attack("wrong/n15_junk_at_exit", "expected", fools="report"),
    Attack("over_limit/n16_giant_shape", "limit of size of a result", fools="fell"),
    Attack("crashed/n16_giant_shape_in_a_frame", CHANNEL, fools="frame"),
    Attack("wrong/n17_changed_inputs", "expected", fools="inputs"),
    Attack("crashed/n18_import_of_the_grader", "nothing to borrow from", fools="allclose"),
    Attack("wrong/n19_result_files", "expected", fools="file"),
    Attack("over_limit/n20_patched_clock", r"limit of time \(0.4 s\)", fools="clock", limits=SHORT),
    Attack("slip/n21_kept_answers", "value of another call", fools="allclose"),
    Attack("wrong/n22_seeds", "expected", fools="allclose"),
    Attack("wrong/n23_infinite", "not finite", fools="difference"),
    Attack("unreadable/n23_complex", "got complex ones", fools="numbers"),
    Attack("slip/n23_text", "returned as texts", fools="numbers", earns=6),
    Attack("unreadable/n23_bytes", "returned", fools="numbers"),
    Attack("wrong/n24_nothing_to_compare", "shape", fools="pairs"),
    Attack("wrong/n24_too_long", "shape", fools="pairs"),
    Attack("crashed/n24_trailing_bytes", CHANNEL, fools="frame"),
)

SECRETS = (
    Attack("correct/n25_environment", steals=True, fools="achieved"),
    Attack("correct/n26_environment_of_the_parent", steals=True),
    Attack("correct/n27_memory_of_the_grader", steals=True),
    Attack("correct/n28_answers", steals=True),
    Attack(
        "correct/n28_file_handle",
        steals=True,
        as_root=frozenset({"handle"}),
        by_leave=frozenset({"handle"}),
    ),
    Attack("correct/n29_stat_of_the_answers", left={CONTAINER: r"answers: \d+|folder: [\d.]+"}),
    Attack(
        "correct/n30_listing",
        # the folders on the way to what a program is shown
        left={
            NO_LANDLOCK: rf"temporary: \[(?:'(?:{ON_THE_WAY})'(?:, )?)+\]"
            r"|settings: \['ld.so.cache'\]"
        },
    ),
    Attack("correct/n31_users"),
    Attack("correct/n32_links", steals=True),
    Attack("correct/n33_inherited_descriptors", steals=True, fools="achieved"),
    Attack("correct/n33_descriptors_of_the_grader", steals=True),
    Attack("correct/n34_ptrace"),
    Attack("correct/n35_memory_of_another_process", steals=True),
    Attack("correct/n36_submission_of_another", steals=True),
)

INTERFERENCE = (
    Attack("correct/n37_signals", harm=("signalled: grader", "signalled: victim")),
    Attack("correct/n38_signals_by_files", harm=("signalled: victim",)),
    Attack("correct/n39_limits_of_the_grader", harm=("limited: grader", "limited: victim")),
    Attack("correct/n40_modes", harm=("changed: answers.json", "changed: notes.txt")),
    Attack(
        "correct/n41_packages",
        harm=("appeared: planted.py", "gone: bystander.py"),
        as_root=frozenset({"NumPy", "standard library"}),
    ),
    Attack("correct/n42_truncation", harm=("appeared: made", "gone: notes.txt")),
    Attack("correct/n43_network", harm=("connected: tcp",), by_leave=frozenset({"tcp 6"})),
    Attack(
        "correct/n44_local_sockets",
        harm=("connected: abstract", "connected: unix"),
        as_root=frozenset({"packet"}),
        by_leave=frozenset({"vsock", "netlink", "packet"}),
    ),
    Attack(
        "correct/n45_io_uring",
        as_root=frozenset({"io_uring"}),
        by_leave=frozenset({"io_uring"}),
    ),
    Attack("correct/n46_keys", by_leave=frozenset({"ring", "key"})),
    Attack(
        "correct/n47_namespaces",
        as_root=frozenset({"join"}),
        by_leave=frozenset({"network", "join"}),
    ),
    Attack("correct/n48_mount", by_leave=frozenset({"mount"})),
    Attack(
        "correct/n49_become_root",
        as_root=frozenset({"setresuid", "setuid", "setgid", "setgroups"}),
    ),
    Attack("correct/n50_other_programs", harm=("appeared: made",)),
    Attack("correct/n50_replaced", harm=("appeared: made",)),
    Attack("correct/n51_daemon", harm=("left: processes",)),
    Attack("correct/n52_death_of_the_parent"),
    Attack("correct/n53_limits"),
    Attack("correct/n54_thread_left_running", fools="hangs"),
)

EXHAUSTION = (
    Attack(
        "over_limit/n55_loop_that_catches_everything",
        r"limit of time \(0.4 s\)",
        fools="hangs",
        limits=SHORT,
    ),
    Attack(
        "over_limit/n56_signals_ignored", r"limit of time \(0.4 s\)", fools="hangs", limits=SHORT
    ),
    Attack("crashed/n57_recursion", "RecursionError", fools="fell"),
    Attack("crashed/n58_stack", "SIGSEGV or SIGABRT|RecursionError", fools="fell"),
    Attack(
        "over_limit/n59_numpy_balloon",
        r"limit of memory \(64 MiB\)",
        fools="achieved",
        limits={"memory_bytes": 2**26},
    ),
    Attack(
        "over_limit/n59_mapped_balloon",
        r"limit of memory \(64 MiB\)",
        fools="achieved",
        limits={"memory_bytes": 2**26},
    ),
    Attack(
        "correct/n59_torch_balloon",
        tells="memory",
        alone="it needs more than a test may take; the balloons of NumPy show what it does",
    ),
    Attack("correct/n60_scratch"),
    Attack("correct/n61_shared_memory", harm=("appeared: /dev/shm", "appeared: /tmp")),
    Attack("correct/n62_threads", fools="achieved"),
    Attack("correct/n63_flood", tells=r"printed 20\.2 MB", fools="flood"),
    Attack("over_limit/n64_huge_result", r"limit of size of a result \(1 MiB\)", fools="large"),
    Attack("over_limit/n64_list_in_itself", "limit of size of a result", fools="hangs"),
    Attack(
        "over_limit/n65_threads_that_burn",
        r"limit of processor time \(1 s\)",
        fools="achieved",
        limits={"call_seconds": 20.0, "total_seconds": 40.0, "cpu_seconds": 1},
    ),
    Attack("crashed/n66_segfault", "SIGSEGV or SIGABRT", fools="fell"),
    Attack("crashed/n66_abort", "SIGSEGV or SIGABRT", fools="fell"),
    Attack("correct/n67_zygote_killed", alone="it is the test that kills", kill_after=0.2),
)

INTAKE = tuple(
    Attack(
        f"crashed/n72_{name}",
        "SyntaxError|RecursionError|MemoryError",
        tells="not valid Python|RecursionError|MemoryError",
        fools="fell",
    )
    for name in ("brackets", "minuses", "dots")
)

ATTACKS = (*FORGERY, *SECRETS, *INTERFERENCE, *EXHAUSTION, *INTAKE)
