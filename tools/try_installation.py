"""Tries the steps of the Containerfile, and those of the cell for Colab, in a clean root.

    python tools/try_installation.py [--bind FOLDER]... [--build-arg NAME=VALUE]...

There is no container runtime in it: a folder becomes the root of a process, with the programs of
this machine (read-only), a copy of /etc, and nothing else of it; in /usr/local is a Python that
knows of no package, as in the image. It needs root and Linux, takes minutes, and is run by hand.
What it does not try: the image itself (its Python may be another than this one's, which is told),
and Colab. ``--bind`` shows a folder of this machine there, such as one that pip is told to install
from.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CONTAINERFILE = ROOT / "Containerfile"
DOCUMENT = ROOT / "docs" / "own-machine.md"
_MOST_LINES = 30
_LINKED = ("bin", "lib", "lib32", "lib64", "sbin")
_EMPTY = ("dev", "home", "opt", "proc", "root", "run", "tmp", "usr", "var/tmp", "work")
_LET_THROUGH = re.compile(r"PIP_|.*(CERT|CA_BUNDLE|PROXY|proxy)")


@dataclass
class Steps:
    """What a Containerfile says, as far as this understands it."""

    base: str = ""
    run: list[tuple[str, str]] = field(default_factory=list)
    """The folder and the command of each step; ``COPY`` has become one."""
    copied: list[str] = field(default_factory=list)
    environment: dict[str, str] = field(default_factory=dict)
    user: str = "root"
    folder: str = "/"
    entry: list[str] = field(default_factory=list)
    usual: list[str] = field(default_factory=list)


def steps_of(text: str, given: Mapping[str, str]) -> Steps:
    """The steps of a Containerfile. Raises ValueError for an instruction that is not known."""
    steps = Steps()
    for line in text.replace("\\\n", " ").splitlines():
        word, _, rest = line.strip().partition(" ")
        if not word or word.startswith("#"):
            continue
        if word == "FROM":
            steps.base = rest
        elif word == "ARG":
            name, _, value = rest.partition("=")
            steps.environment[name] = given.get(name, "".join(shlex.split(value)))
        elif word == "WORKDIR":
            steps.folder = rest
            steps.run.append(("/", f"mkdir -p {shlex.quote(rest)}"))
        elif word == "COPY":
            *sources, target = rest.split()
            steps.copied += sources
            for source in sources:
                inside = f"/context/{source}"
                whole = f"{inside}/." if (ROOT / source).is_dir() else inside
                into = f"mkdir -p {target} && " if (ROOT / source).is_dir() else ""
                steps.run.append((steps.folder, f"{into}cp -r {whole} {target}"))
        elif word == "RUN":
            steps.run.append((steps.folder, rest))
        elif word == "USER":
            steps.user = rest
        elif word in ("ENTRYPOINT", "CMD"):
            (steps.entry if word == "ENTRYPOINT" else steps.usual)[:] = json.loads(rest)
        else:
            raise ValueError(f"{word} is no instruction that is known here")
    return steps


def cell_of(document: str) -> list[str]:
    """The lines of the cell for Colab that a document shows, as commands of a shell."""
    (cell,) = re.findall(r"```python\n(%pip .*?)```", document, re.DOTALL)
    lines = [line for line in cell.splitlines() if line and not line.startswith("#")]
    return [re.sub(r"^%pip ", "python -m pip ", line).removeprefix("!") for line in lines]


class CleanRoot:
    """A folder that is the root of the processes that are started in it."""

    def __init__(self, bound: Sequence[Path]) -> None:
        """Makes it, with a Python in /usr/local that knows of no package. Use `close`."""
        self.path = Path(tempfile.mkdtemp(prefix="clean-root-"))
        for name in _EMPTY:
            (self.path / name).mkdir(parents=True)
        (self.path / "tmp").chmod(0o1777)
        for name in _LINKED:
            there = Path("/") / name
            if there.is_symlink():
                (self.path / name).symlink_to(there.readlink())
        shutil.copytree("/etc", self.path / "etc", symlinks=True)
        (self.path / "etc" / "resolv.conf").unlink(missing_ok=True)
        shutil.copy("/etc/resolv.conf", self.path / "etc" / "resolv.conf")
        self._mounts = [
            *(("--rbind", Path("/dev")), ("--rbind", Path("/proc"))),
            *(("--bind", each) for each in (Path("/usr"), *bound)),
        ]
        self._local = Path(tempfile.mkdtemp(prefix="clean-local-"))
        for folder in (self.path, self._local):
            folder.chmod(0o755)  # for whoever is not root
        self.environment = {
            "PATH": "/usr/local/bin:/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin",
            "HOME": "/root",
            **{key: text for key, text in os.environ.items() if _LET_THROUGH.match(key)},
        }
        self.run(["/usr/bin/python3", "-m", "venv", "/usr/local"])

    def show(self, folder: Path, name: str) -> None:
        """Shows a folder of the machine under another name."""
        (self.path / name).mkdir(exist_ok=True)
        shutil.copytree(folder, self.path / name, dirs_exist_ok=True)

    def run(self, command: Sequence[str], *, folder: str = "/", user: str = "root") -> str:
        """What a command prints. Raises CalledProcessError."""
        lines = ["set -e", "mount --make-rprivate /"]
        for how, each in self._mounts:
            target = self.path / each.relative_to("/")
            target.mkdir(parents=True, exist_ok=True)
            lines.append(f"mount {how} {each} {target}")
            if how == "--bind":
                lines.append(f"mount -o remount,ro,bind {target}")
        lines.append(f"mount --bind {self._local} {self.path}/usr/local")
        inner = f"cd {shlex.quote(folder)} && exec {shlex.join(command)}"
        clean = ["/usr/bin/env", "-i", *(f"{key}={text}" for key, text in self.environment.items())]
        chroot = ["/usr/sbin/chroot", f"--userspec={user}", str(self.path)]
        lines.append(f"exec {shlex.join([*chroot, *clean, '/bin/sh', '-c', inner])}")
        done = subprocess.run(
            ["unshare", "--mount", "/bin/sh", "-c", "\n".join(lines)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if done.returncode:
            print(done.stdout)
            done.check_returncode()
        return done.stdout

    def close(self) -> None:
        """Removes it; nothing is mounted there any more, since each command had its own mounts."""
        shutil.rmtree(self.path)
        shutil.rmtree(self._local)


def filled_in(folder: Path) -> Path:
    """A sheet by hand and in code with its solution, made by the grader of this checkout."""
    command = [sys.executable, "-m", "grader", "generate", "--seed", "7", "--solution"]
    subprocess.run([*command, "--out", folder], cwd=ROOT, check=True, capture_output=True)
    for suffix in ("py", "ipynb"):
        shutil.copy(folder / f"solution.{suffix}", folder / f"submission.{suffix}")
    return folder


def try_container(bound: Sequence[Path], given: Mapping[str, str], sheet: Path) -> None:
    """Builds by the Containerfile, and checks a solution as its user."""
    steps = steps_of(CONTAINERFILE.read_text(encoding="utf-8"), given)
    root = CleanRoot(bound)
    try:
        print(
            f"Containerfile: {steps.base} is stood in for by {root.run(['python', '-V']).strip()}"
        )
        root.environment.update(steps.environment)
        for name in steps.copied:
            source, target = ROOT / name, root.path / "context" / name
            target.parent.mkdir(parents=True, exist_ok=True)
            if source.is_dir():
                leave = shutil.ignore_patterns("__pycache__")
                shutil.copytree(source, target, ignore=leave)
            else:
                shutil.copy(source, target)
        for folder, command in steps.run:
            print(f"  {command}")
            root.run(["/bin/sh", "-c", command], folder=folder)
        root.show(sheet, "work")
        root.environment["HOME"] = f"/home/{steps.user}"
        for arguments in (steps.usual, ["check", "submission.py"], ["doctor"]):
            run_and_tell(root, [*steps.entry, *arguments], steps.folder, steps.user)
    finally:
        root.close()


def run_and_tell(root: CleanRoot, command: Sequence[str], folder: str, user: str) -> None:
    """Runs a command, and prints it with what it has printed."""
    print(f"  {shlex.join(command)}   (as {user})")
    told = root.run(
        ["/bin/sh", "-c", f"{shlex.join(command)} || test $? -le 2"], folder=folder, user=user
    )
    print("".join(f"    | {line}\n" for line in told.splitlines()[:30]))
    return told


def try_cell(bound: Sequence[Path], sheet: Path) -> None:
    """Builds a wheel, and does what the cell for Colab does with it."""
    print("The cell for Colab:")
    root = CleanRoot(bound)
    try:
        build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", sheet]
        subprocess.run([*build, ROOT], check=True, capture_output=True)
        root.show(sheet, "content")
        for command in cell_of(DOCUMENT.read_text(encoding="utf-8")):
            print(f"  {command}")
            told = root.run(["/bin/sh", "-c", f"{command} || test $? -le 1"], folder="/content")
            print("".join(f"    | {line}\n" for line in told.splitlines()[-_MOST_LINES:]))
    finally:
        root.close()


def main() -> None:
    """Tries both."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--bind", action="append", default=[], type=Path)
    parser.add_argument("--build-arg", action="append", default=[])
    options = parser.parse_args()
    given = dict(each.split("=", 1) for each in options.build_arg)
    with tempfile.TemporaryDirectory() as folder:
        sheet = filled_in(Path(folder) / "sheet")
        try_container(options.bind, given, sheet)
        try_cell(options.bind, sheet)


if __name__ == "__main__":
    main()
