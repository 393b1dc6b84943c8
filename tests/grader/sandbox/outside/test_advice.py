"""Advice on errors: it names the version, the library or the sign, and only where that is so."""

from __future__ import annotations

import importlib
import sys

import pytest

from grader.sandbox.outside.advice import (
    CONSTRUCTS,
    NEW_NAMES,
    Construct,
    on_broken_line,
    on_run,
    on_source,
)
from grader.sandbox.outside.execution import execute
from grader.sandbox.outside.outcome import Hint, Raised
from grader.sandbox.outside.program import Cell
from grader.sandbox.outside.versions import installed

RUNNING = sys.version_info[:2]
INVALID = Raised("SyntaxError", "invalid syntax")

SAMPLES = {
    'f"{d["k"]}"': (
        'a = f"{d["k"]}"',
        "print(f'{d['k']}, {x:.2f}')",
        'a = f"{chr(10).join(x) + "\\n"}"',
        'a = rf"{{}} {d["k"]}"',
        'a = f"{x +',
    ),
    "def f[T](x)": ("def f[T](x): pass", "async def f[T, *U](x): pass"),
    "class C[T]": ("class C[T]: pass", "class C[T: int](B): pass"),
    "type X = …": ("type X = int", "type X[T] = list[T]"),
    "[T = int]": ("def f[T = int](x): pass", "class C[T=int]: pass", "type X[T = int] = T"),
    "except A, B:": ("except TypeError, ValueError:", "    except* a.B, C, D:"),
    't"…"': ("a = t'{x}'", 'f(rt"{x}")'),
    "[*a for a in b]": ("x = [*a for a in b]", "{**d for d in ds}"),
    "lazy import": ("lazy import json", "lazy from a import b"),
}
OLDER = (
    *(
        "a = f\"{d['k']}\"",
        'a = f"{x}" + "{"',
        'a = f"{{"k"',
        "def f(x): pass",
        "type = 3",
        "x[T] = 1",
    ),
    *("except (A, B):", "except A as e:", "a = t['x']", "first't'", "[*a, b]", "f(*a)", "lazy = 1"),
    *("type(x) == int", 'a = "f{x["', "class C(B[T]): pass", 'a = f"""{d["k"]}"""'),
)


def whole(line: str) -> str:
    """A line as a source: what only goes with others has them, what is open is closed."""
    if line.lstrip().startswith("except"):
        return f"try:\n    pass\n{line.strip()}\n    pass\n"
    return f'{line}\n1}}"' if line.endswith("{x +") else line


def is_valid(line: str) -> bool:
    try:
        compile(whole(line), "sample", "exec")
    except SyntaxError:
        return False
    return True


def test_every_construct_has_samples() -> None:
    assert sorted(SAMPLES) == sorted(construct.shown for construct in CONSTRUCTS)


@pytest.mark.parametrize("construct", CONSTRUCTS, ids=lambda c: c.shown)
def test_this_python_reads_what_is_said_of_it_and_nothing_newer(construct: Construct) -> None:
    shown, since = construct.shown, construct.since
    for line in SAMPLES[shown]:
        assert is_valid(line) == (since <= RUNNING), line


@pytest.mark.parametrize("construct", CONSTRUCTS, ids=lambda c: c.shown)
def test_a_newer_construct_is_named_with_both_versions(construct: Construct) -> None:
    shown, since = construct.shown, construct.since
    before = (since[0], since[1] - 1)
    details = {
        "construct": shown,
        "needed": f"{since[0]}.{since[1]}",
        "running": f"{before[0]}.{before[1]}",
    }
    for line in SAMPLES[shown]:
        assert on_source(INVALID, line, before) == Hint("needs-newer-python", details), line
        assert on_source(INVALID, line, (3, 99)) is None, line


@pytest.mark.parametrize("line", OLDER)
def test_what_every_python_reads_is_called_no_newer(line: str) -> None:
    assert on_source(INVALID, line, (3, 11)) is None


IN_BRACES = {
    'f"""{\n    x # why\n}"""': 'f"{a  # b⏎}"',
    'f"""\n{x + "\\n"}\n"""': "f\"{a + '\\n'}\"",
    'f"""\n{x:{x:{x}}}\n"""': 'f"{a:{b:{c}}}"',
}


@pytest.mark.parametrize("source", IN_BRACES)
def test_what_only_a_newer_python_reads_in_braces_is_known_by_the_words_of_the_older(
    source: str,
) -> None:
    try:
        compile(source, "sample", "exec")
    except SyntaxError as error:
        assert RUNNING < (3, 12)
        hint = on_source(Raised("SyntaxError", str(error.msg)), source.partition("\n")[0])
        assert hint is not None
        assert (hint.key, hint.details["needed"]) == ("needs-newer-python", "3.12")
        assert hint.details["construct"] == IN_BRACES[source]
    else:
        assert RUNNING >= (3, 12)


def test_a_comment_that_swallows_the_closing_brace_is_no_matter_of_versions() -> None:
    error = Raised("SyntaxError", "f-string expression part cannot include '#'")
    assert on_source(error, 'a = f"{x # why}"', (3, 11)) is None


@pytest.mark.parametrize("name", sorted(NEW_NAMES))
def test_this_python_has_the_names_that_came_up_to_it(name: str) -> None:
    module, _, attribute = name.rpartition(".")
    try:
        found: object = importlib.import_module(name)
    except ImportError:
        found = getattr(importlib.import_module(module), attribute, None) if module else None
    assert (found is not None) == (NEW_NAMES[name] <= RUNNING)


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("AttributeError", "module 'itertools' has no attribute 'batched'"),
        ("ImportError", "cannot import name 'batched' from 'itertools' (unknown location)"),
    ],
)
def test_a_name_of_a_newer_python_is_told_as_such(kind: str, message: str) -> None:
    hint = on_run(Raised(kind, message), (3, 11))
    assert hint is not None
    assert hint.details == {"construct": "itertools.batched", "needed": "3.12", "running": "3.11"}
    assert on_run(Raised(kind, message), (3, 12)) is None


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("<<<<<<< HEAD", "conflict-marks"),
        ("=======", "conflict-marks"),
        (">>>>>>> origin/main", "conflict-marks"),
        ("||||||| base", "conflict-marks"),
        (">>> x = 1", "prompt"),
        ("... x = 1", "prompt"),
        ("    In [3]: x = 1", "prompt"),
        ("Out[3]: 5", "prompt"),
        ("%matplotlib inline", "notebook-command"),
        ("%%time", "notebook-command"),
        ("!pip install numpy", "notebook-command"),
        ("np.pad?", "notebook-command"),
    ],
)
def test_a_line_that_came_from_elsewhere_is_named(line: str, key: str) -> None:
    hint = on_source(INVALID, line)
    assert hint is not None
    assert hint.key == key


@pytest.mark.parametrize(
    "line", ["a = 1 +", "...", "a << b", "== 3", "x = 5 % 3 3", "a = b ? c : d"]
)
def test_of_another_broken_line_nothing_is_guessed(line: str) -> None:
    assert on_source(INVALID, line) is None


def test_a_character_that_python_does_not_read_is_told_with_its_place() -> None:
    error = Raised("SyntaxError", "invalid character '∞' (U+221E)")
    assert on_source(error, "a = ∞") == Hint(
        "other-character", {"character": "∞", "code": "U+221E", "position": "5"}
    )
    quote = on_source(Raised("SyntaxError", "invalid character '“' (U+201C)"), "a = “b")
    assert quote is not None
    assert (quote.key, quote.details["instead"]) == ("other-quote", '"')


@pytest.mark.parametrize(
    ("program", "key"),
    [
        ("out[0] = np.ones((1, 3)) @ np.ones(3)", "one-element"),
        ("float(np.ones(1))", "one-element"),
        ("math.exp(np.ones(1))", "one-element"),
        ("f'{np.ones(1):.2f}'", "one-element"),
        ("round(np.ones(1))", "one-element"),
        ("np.sum(x for x in [1, 2])", "sum-of-generator"),
        ("a = np.zeros(3, dtype=int); a += 0.5", "array-of-integers"),
        ("a = np.zeros(3, dtype=np.uint8); a *= np.ones(3)", "array-of-integers"),
        ("a = np.zeros(3); a += 1j", None),
        ("np.nothing", "lacks"),
        ("from numpy import nothing", "lacks"),
        ("import numpy.nothing", "lacks"),
        ("import nothing_of_the_kind.below", "not-installed"),
        ("1 / 0", None),
        ("np.zeros(3) + np.zeros(4)", None),
        ("np.zeros(3)[0, 1]", "index-too-many"),
        ("np.zeros(3)[4]", None),
        ("1 + ...", "value-left-blank"),
        ("np.zeros(...)", "value-left-blank"),
        ("np.zeros(3)[0] = ...", "value-left-blank"),
    ],
)
def test_what_the_installed_numpy_says_is_understood(program: str, key: str | None) -> None:
    names: dict[str, object] = {}
    exec("import math\nimport numpy as np\nout = np.zeros(3)", names)  # noqa: S102
    error = None
    try:
        exec(program, names)  # noqa: S102
    except Exception as raised:
        cause = f" ({raised.__cause__})" if raised.__cause__ else ""
        error = Raised(type(raised).__name__, f"{raised}{cause}")
    if key is None:
        assert error is None or on_run(error) is None
        return
    assert error is not None
    hint = on_run(error)
    assert hint is not None
    assert hint.key == key
    assert any((installed("numpy") or "") in told for told in hint.details.values()) == (
        key not in ("not-installed", "array-of-integers", "value-left-blank", "index-too-many")
    )


def test_an_error_of_import_tells_no_path_of_this_machine() -> None:
    source = (
        "from numpy import nothing\nfrom submission import nothing\n"
        "raise ImportError('no (really) / none')\nraise ValueError('a (b/c) d')\n"
    )
    assert [one.message for one in execute([Cell(source)]).incidents] == [
        "cannot import name 'nothing' from 'numpy'",
        "cannot import name 'nothing' from 'submission' (submission.py)",
        "no (really) / none",
        "a (b/c) d",
    ]


@pytest.mark.parametrize(
    ("statement", "key"),
    [
        ("import os; os.fork()", "no-processes"),
        ("import subprocess; subprocess.run(['ls'])", "no-processes"),
        ("import multiprocessing; multiprocessing.Pool(2)", "no-processes"),
        ("import multiprocessing as m; m.Process(target=print).start()", "no-processes"),
        ("import socket; socket.socket()", "no-processes"),
        ("import urllib.request as u; u.urlopen('https://example.org')", "no-processes"),
        ("input('n = ')", "no-input"),
        ("open('nothing.csv')", None),
        ("raise EOFError('of my own')", None),
    ],
)
def test_what_a_confined_program_cannot_reach_is_told(statement: str, key: str | None) -> None:
    (incident,) = execute([Cell(statement)]).incidents
    assert isinstance(incident.outcome, Raised)
    hint = incident.outcome.hint
    assert (None if hint is None else hint.key) == key


@pytest.mark.parametrize(
    ("source", "hint"),
    [
        ("a = [3\n", Hint("never-closed", {"opening": "[", "needed": "]"})),
        ("a = (3 + 1\n", Hint("never-closed", {"opening": "(", "needed": ")"})),
        ("a = {1: 2\n", Hint("never-closed", {"opening": "{", "needed": "}"})),
        ("a = 3)\n", Hint("never-opened", {"closing": ")"})),
        ("a = [3]]\n", Hint("never-opened", {"closing": "]"})),
        (
            "a = [1, 2}\n",
            Hint("closed-otherwise", {"closing": "}", "opening": "[", "needed": "]"}),
        ),
        ("a = 'abc\n", Hint("quote-left-open")),
        ('a = """abc\n', Hint("quotes-left-open")),
        ("if a\n    b = 1\n", Hint("colon-missing")),
        ("a = [1 2]\n", Hint("comma-missing")),
        ("if a = 1:\n    pass\n", Hint("equals-for-comparison")),
        ("a = 1 +\n", None),
    ],
)
def test_a_bracket_or_quote_that_is_left_open_is_told_with_what_to_do(
    source: str, hint: Hint | None
) -> None:
    with pytest.raises(SyntaxError) as found:
        compile(source, "", "exec")
    assert on_broken_line(Raised("SyntaxError", str(found.value.msg))) == hint
