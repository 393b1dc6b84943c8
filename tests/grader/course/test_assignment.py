"""An assignment says what is set; whatever is wrong with one is told with its line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import FrozenInstanceError
from datetime import UTC, datetime, timedelta, timezone
from fractions import Fraction
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.course.assignment import Assignment, AssignmentError, read_assignment
from grader.course.assignment_file import AssignmentFile, tables_by_name
from grader.course.roster import Student
from grader.grading.style_costs import StyleCost
from grader.report.feedback import Level
from problems.catalogue import family
from problems.drawing import draw_variant

TABLES = tables_by_name()
WHOLE = """\
id = "hw3"
revision = 2
languages = ["hr", "en"]
[title]
en = "Homework 3"
hr = "Domaća zadaća 3"
[handing-in]
deadline = 2026-12-15T23:59:00
zone = "Europe/Zagreb"
attempts = 2
counts = "best"
[late]
per = "hour"
costs = "2.5%"
grace = "15min"
floor = "50%"
until = "1d 12h"
[feedback]
level = "hints"
others = { "2.inputs-*" = "score", "1" = "full" }
[marking]
follow-through = "75%"
limits = ["time=5s", "torch-model-code:memory=1GiB"]
[tool]
where = "pip install conv-grader"
[[problem]]
family = "cnn-table"
level = "hard"
points = 12.5
weights = { "conv*" = 2, "conv2_rf" = 0.1, "pool?_shape" = 0 }
[[problem]]
family = "conv1d-code"
style = { "own-code" = "all", "one-loop" = 0.5 }
feedback = "full"
[[problem]]
family = "conv2d-backprop"
example = "lecture"
[[extension]]
student = "Šimić"
deadline = 2026-12-18T23:59:00
attempts = 3
reason = "ill"
[[extension]]
student = "0036512345"
attempts = 4
"""
LEAST = """\
id = "hw"
languages = ["en"]
title.en = "Homework"
[[problem]]
family = "cnn-table"
"""


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "assignment.toml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def read(folder: Path, text: str) -> Assignment:
    return read_assignment(written(folder, text))


def refusal(folder: Path, text: str | bytes) -> str:
    with pytest.raises(AssignmentError, match=r"assignment\.toml") as error:
        read_assignment(written(folder, text))
    told = str(error.value).removeprefix(f"{folder}/")
    assert told.isprintable()
    return told


# -- what a file says ------------------------------------------------------------------------------


def test_everything_that_a_file_may_say_is_read(tmp_path: Path) -> None:
    found = read(tmp_path, WHOLE)
    assert (found.id, found.revision, found.languages) == ("hw3", 2, ("hr", "en"))
    assert dict(found.titles) == {"en": "Homework 3", "hr": "Domaća zadaća 3"}
    assert found.tool == "pip install conv-grader"
    assert found.folder == tmp_path
    assert found.follow_through == Fraction(3, 4)
    assert [(c.field, c.value, c.family) for c in found.limits.changes] == [
        ("call_seconds", 5.0, None),
        ("memory_bytes", 2**30, "torch-model-code"),
    ]
    assert found.late is not None
    assert (found.late.unit, found.late.share, found.late.points) == (
        timedelta(hours=1),
        Fraction(1, 40),
        Fraction(0),
    )
    assert (found.late.grace, found.late.floor, found.late.until) == (
        timedelta(minutes=15),
        Fraction(1, 2),
        timedelta(hours=36),
    )
    assert found.warnings == ()


def test_problems_are_numbered_with_their_points_weights_and_costs(tmp_path: Path) -> None:
    found = read(tmp_path, WHOLE)
    one, two, three = found.problems
    assert [p.key for p in found.problems] == ["1", "2", "3"]
    assert (one.family, one.level, one.points) == ("cnn-table", "hard", Fraction(25, 2))
    assert [one.weight(name) for name in ("conv1_rf", "conv2_rf", "pool1_shape", "fc_params")] == [
        2,
        Fraction(1, 10),
        0,
        1,
    ]
    assert (two.level, two.points, two.weights) == ("standard", None, ())
    assert two.style_cost("own-code") == StyleCost("own-code", None, "conv1d-code")
    assert two.style_cost("one-loop") == StyleCost("one-loop", 0.5, "conv1d-code")
    assert two.style_cost("another") is None
    assert three.example == "lecture"
    assert found.problem("2") is two
    assert found.problem("4") is None


def test_a_problem_has_the_variant_of_a_seed_or_the_one_that_it_names(tmp_path: Path) -> None:
    one, _, three = read(tmp_path, WHOLE).problems
    assert one.is_drawn
    assert one.variant("7").parameters == draw_variant("cnn-table", "hard", "7").parameters
    assert not three.is_drawn
    assert three.variant("7").example == "lecture"


def test_the_least_that_a_file_says_leaves_the_rest_as_it_usually_is(tmp_path: Path) -> None:
    found = read(tmp_path, LEAST)
    assert (found.revision, found.late, found.tool) == (1, None, "")
    assert found.follow_through == 1
    assert found.feedback.level is Level.FULL
    assert found.limits.changes == ()
    assert (found.handing_in.deadline, found.handing_in.attempts) == (None, 1)
    assert found.handing_in.counts == "last"


def test_a_folder_stands_for_the_file_in_it(tmp_path: Path) -> None:
    written(tmp_path, LEAST)
    assert read_assignment(tmp_path).id == "hw"


def test_a_mark_of_byte_order_and_ends_of_lines_are_no_matter(tmp_path: Path) -> None:
    plain = read(tmp_path, WHOLE)
    other = read(tmp_path, "\ufeff" + WHOLE.replace("\n", "\r\n"))
    assert other.digest == plain.digest
    assert other.titles == plain.titles


def test_the_digest_changes_with_the_text_and_with_a_network(tmp_path: Path) -> None:
    plain = read(tmp_path, LEAST).digest
    assert read(tmp_path, LEAST).digest == plain
    assert read(tmp_path, LEAST.replace("Homework", "Home work")).digest != plain
    with_network = LEAST + 'network = "net.toml"\n'
    (tmp_path / "net.toml").write_text(NETWORK)
    first = read(tmp_path, with_network).digest
    (tmp_path / "net.toml").write_text(NETWORK.replace("kernel = 2", "kernel = 4"))
    assert read(tmp_path, with_network).digest != first


def test_feedback_of_a_problem_comes_before_that_of_patterns(tmp_path: Path) -> None:
    feedback = read(tmp_path, WHOLE).feedback
    assert feedback.of("1", "conv1_rf") is Level.FULL
    assert feedback.of("2", "decimals") is Level.FULL
    assert feedback.of("2", "inputs-unchanged") is Level.SCORE
    assert feedback.of("3", "L") is Level.HINTS


NETWORK = """\
name = "Small"
input = [3, 16, 16]
[[layer]]
kind = "conv"
channels = 4
kernel = 3
[[layer]]
kind = "pool"
kernel = 2
[[layer]]
kind = "flatten"
[[layer]]
kind = "fc"
features = 5
"""


def test_a_network_is_read_from_its_file_beside_the_assignment(tmp_path: Path) -> None:
    (tmp_path / "net.toml").write_text(NETWORK)
    (one,) = read(tmp_path, LEAST + 'level = "easy"\nnetwork = "net.toml"\n').problems
    assert one.network is not None
    assert one.network["name"] == "Small"
    assert not one.is_drawn
    assert one.variant("3").network == one.network


def test_parameters_are_those_of_a_sheet(tmp_path: Path) -> None:
    parameters = draw_variant("conv1d-code", "easy", "5").parameters
    told = ", ".join(f"{key} = {_toml(value)}" for key, value in parameters.items())
    text = LEAST.replace("cnn-table", "conv1d-code") + f"parameters = {{ {told} }}\n"
    (one,) = read(tmp_path, text).problems
    assert one.variant("9").parameters == parameters
    assert one.variant("9").seed == "9"


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key} = {_toml(each)}" for key, each in value.items()) + "}"
    return repr(value).replace("'", '"')


def test_nothing_of_an_assignment_can_be_changed(tmp_path: Path) -> None:
    found = read(tmp_path, WHOLE)
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'id'"):
        found.id = "x"  # type: ignore[misc]
    with pytest.raises(TypeError, match="does not support item assignment"):
        found.titles["en"] = "x"  # type: ignore[index]


# -- the document ----------------------------------------------------------------------------------

DOCUMENT = Path(__file__).parents[3] / "docs" / "assignments.md"


def test_the_file_in_the_document_can_be_used_as_it_is(tmp_path: Path) -> None:
    text = DOCUMENT.read_text(encoding="utf-8").partition("```toml\n")[2].partition("```")[0]
    found = read(tmp_path, text)
    assert found.warnings == ()
    assert len(found.problems) == 2
    tables = tomllib.loads(text)
    for name, kind in TABLES.items():
        fields = {field.encode_name for field in msgspec.structs.fields(kind)}
        told = tables.get(name)
        if name not in ("problem", "extension"):  # what is exclusive cannot all be shown
            assert told is not None
            assert set(told) == fields, name
    assert set(tables) == {field.encode_name for field in msgspec.structs.fields(AssignmentFile)}


def test_the_document_tells_of_every_key() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    kinds: list[type[msgspec.Struct]] = [AssignmentFile, *TABLES.values()]
    for kind in kinds:
        for field in msgspec.structs.fields(kind):
            name = field.encode_name
            assert any(f"{left}{name}{right}" in text for left, right in ("``", "[]")), name


# -- times -----------------------------------------------------------------------------------------


def deadline(folder: Path, time: str, zone: str = "Europe/Zagreb") -> datetime:
    text = f'{LEAST}[handing-in]\ndeadline = {time}\nzone = "{zone}"\n'
    found = read(folder, text).handing_in.deadline
    assert found is not None
    return found.astimezone(UTC)


def test_a_deadline_is_by_the_clocks_in_its_zone(tmp_path: Path) -> None:
    assert deadline(tmp_path, "2026-12-15T23:59:00") == datetime(2026, 12, 15, 22, 59, tzinfo=UTC)
    assert deadline(tmp_path, "2026-07-15 23:59:00") == datetime(2026, 7, 15, 21, 59, tzinfo=UTC)
    found = deadline(tmp_path, "2026-07-15T23:59:00", "America/New_York")
    assert found == datetime(2026, 7, 16, 3, 59, tzinfo=UTC)


def test_a_time_with_an_offset_is_taken_as_it_is(tmp_path: Path) -> None:
    time = datetime(2026, 12, 15, 23, 59, tzinfo=timezone(timedelta(hours=-3)))
    assert deadline(tmp_path, "2026-12-15T23:59:00-03:00") == time
    text = LEAST + "[handing-in]\ndeadline = 2026-12-15T23:59:00Z\n"
    found = read(tmp_path, text).handing_in.deadline
    assert found == datetime(2026, 12, 15, 23, 59, tzinfo=UTC)


def test_an_hour_that_comes_twice_is_the_second_one(tmp_path: Path) -> None:
    """On 25 October 2026, at 3:00, clocks in Croatia are put back to 2:00."""
    assert deadline(tmp_path, "2026-10-25T02:30:00") == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert deadline(tmp_path, "2026-10-25T01:59:00") == datetime(2026, 10, 24, 23, 59, tzinfo=UTC)


def test_an_extension_holds_for_its_student_alone(tmp_path: Path) -> None:
    found = read(tmp_path, WHOLE).handing_in
    zone = ZoneInfo("Europe/Zagreb")
    usual, later = (datetime(2026, 12, day, 23, 59, tzinfo=zone) for day in (15, 18))
    assert found.deadline_for("šimić") == later
    assert found.deadline_for("0036512345") == usual
    assert found.deadline_for("ana") == usual
    assert [found.attempts_for(name) for name in ("Šimić", "0036512345", "ana")] == [3, 4, 2]
    assert found.extensions["šimić"].reason == "ill"


def test_extensions_of_who_is_in_no_roster_are_told(tmp_path: Path) -> None:
    found = read(tmp_path, WHOLE)
    assert found.extensions_of_nobody([Student("ŠIMIĆ"), Student("x")]) == ["0036512345"]


# -- what is refused -------------------------------------------------------------------------------

KINDS = [
    (
        LEAST + 'points = "ten"\n',
        "line 6: points of problem 1: a number was expected, but 'ten' came",
    ),
    (
        LEAST + "points = true\n",
        "line 6: points of problem 1: a number was expected, but true came",
    ),
    (
        LEAST + "pionts = 10\n",
        "line 6: problem 1: there is no `pionts` of a problem; is `points` meant?",
    ),
    (LEAST + "seed = 1\n", "line 6: problem 1: there is no `seed` of a problem; there are family,"),
    (LEAST + "[problem]\nx = 1\n", "line 6, column 9: this is no TOML: cannot declare"),
    (
        LEAST.replace("[[problem]]", "[problem]"),
        "line 4: two brackets were expected, [[problem]], b",
    ),
    (
        LEAST.partition("[[")[0],
        "line 1: [[problem]], a table for each problem, was expected, but is",
    ),
    (LEAST.partition("[[")[0] + "problem = []\n", "line 4: 1 to 200 problems were expected, not 0"),
    (
        LEAST + "[[problem]]\nlevel = 'easy'\n",
        "line 6: problem 2: `family` was expected, but is mi",
    ),
    (
        LEAST + "[handin]\nx = 1\n",
        "line 6: there is no `handin` of an assignment; is `handing-in` mea",
    ),
    (
        LEAST.replace('["en"]', '"en"'),
        "line 2: languages: a list in [ ] was expected, but 'en' came",
    ),
    (
        LEAST.replace('["en"]', '[\n"en",\n3]'),
        "line 4: entry 2 of languages: a text in quotes was expected, but 3 came",
    ),
    (
        LEAST.replace('"Homework"', "5"),
        "line 3: en of title: a text in quotes was expected, but 5 c",
    ),
    (
        LEAST + "[problem.weights]\nconv1_rf = 1\n# a note\nconv2_rf = 'x'\n",
        "line 9: conv2_rf of weights of problem 1: a number was expected, but 'x' came",
    ),
    (
        LEAST + "[handing-in]\ndeadline = 2026-12-15\n",
        "line 7: deadline of [handing-in]: a date with a time, such as 2026-12-15T23:59:00, was "
        "expected, but 2026-12-15 came",
    ),
    (
        LEAST + '[handing-in]\ndeadline = "2026-12-15T23:59:00"\n',
        "line 7: deadline of [handing-in]: a date with a time, such as 2026-12-15T23:59:00, was "
        "expected, but '2026-12-15T23:59:00' came",
    ),
    (
        LEAST + "[[extension]]\nstudent = 36512345\n",
        "line 7: student of extension 1: a text in quotes was expected, but 36512345 came",
    ),
    (LEAST + "[late]\nper = 'day'\n", "line 6: [late]: `costs` was expected, but is missing"),
]
SYNTAX = [
    ('id = "hw\n', "line 1, column 9: this is no TOML: "),
    (
        "id = hw\n",
        'line 1, column 6: this is no TOML: invalid value; a text stands in quotes: "..."',
    ),
    (
        "[handing-in]\ndeadline = 2026-12-15T23:59\n",
        "this is no TOML: expected newline or end of document after a statement; a time has its s",
    ),
    (
        "a = 1\nb = 15.12.2026.\n",
        "line 2, column 10: this is no TOML: expected newline or end of doc",
    ),
    ("a = 15. 12. 2026\n", "; a date is written 2026-12-15T23:59:00"),
    ("a = 1\na = 2\n", "line 2, column 6: this is no TOML: cannot overwrite a value"),
    ("a = [1,\n", "line 1: this is no TOML: invalid value"),
    (b"a = 1\nb = '\xe6'\n", "line 2: the file is not UTF-8; save it as UTF-8"),
    ("a = " + "[" * 40_000, "TOML was expected, but lists are nested too deep"),
    ("#" * 300_000, "at most 256 KB were expected"),
    (f"a = 1\nb = 1_{'2' * 5000}\n", "line 2: a number has thousands of digits"),
]
HEADS = [
    (
        LEAST.replace('"hw"', '"hw 3"'),
        "line 1: id: at most 40 letters from A to Z, digits and hyphens",
    ),
    (LEAST.replace('"hw"', '"zadaća"'), "such as \"hw3\", but 'zadaća' came"),
    (LEAST.replace('"hw"', f'"{"x" * 41}"'), "line 1: id: at most 40 letters"),
    (LEAST.replace('"hw"', '"-x"'), "line 1: id: at most 40 letters"),
    (
        "revision = 0\n" + LEAST,
        "line 1: revision: a whole number from 1 to 10000 was expected, but 0",
    ),
    (
        LEAST.replace('["en"]', "[]"),
        "line 2: languages: a language at least was expected, of en, hr",
    ),
    (
        LEAST.replace('["en"]', '["en", "de"]'),
        "line 2: languages: there are no sheets in 'de'; there",
    ),
    (LEAST.replace('["en"]', '["en", "en"]'), "line 2: languages: 'en' is there twice"),
    (
        LEAST.replace('["en"]', '["en", "pl"]'),
        "line 3: title: a title in pl was expected, since lang",
    ),
    (LEAST.replace("Homework", " "), "line 3: title: a title in en was expected"),
    (LEAST.replace("title.en", "title.de"), "line 3: title: there are no sheets in 'de'"),
    (LEAST.replace("Homework", "a\\nb"), "line 3: en of title: a text in one line of at most 200"),
    (LEAST + "[tool]\nwhere = 'a\tb'\n", "line 7: where of [tool]: a text in one line"),
]
PROBLEMS = [
    (
        'family = "cnn-tabel"',
        "line 5: family of problem 1: there is no family `cnn-tabel`; is `cnn-tab",
    ),
    (
        'level = "medium"',
        "line 6: level of problem 1: there is no level 'medium'; there are easy, st",
    ),
    (
        'example = "other"',
        "line 6: example of problem 1: cnn-table has no published example 'other'",
    ),
    ('example = ""', "line 6: example of problem 1: "),
    (
        'level = "easy"\nexample = "lecture"',
        "line 6: level of problem 1: a published example has no l",
    ),
    (
        'example = "lecture"\nnetwork = "n.toml"',
        "line 7: problem 1: one of example, parameters and network was expected, but example and ",
    ),
    ('network = "n.toml"', "line 6: network of problem 1: "),
    (
        "parameters = { a = 1 }",
        "line 6: parameters of problem 1: parameters of cnn-table were expect",
    ),
    (
        "parameters = { a = nan }",
        "line 6: parameters of problem 1: parameters of cnn-table were expe",
    ),
    (
        "points = -1",
        "line 6: points of problem 1: a number from 0 to 10000 with at most two decimals",
    ),
    (
        "points = 1.005",
        "line 6: points of problem 1: a number from 0 to 10000 with at most two decim",
    ),
    ("points = nan", "line 6: points of problem 1: a number was expected, but nan came"),
    ("points = 20_000", "line 6: points of problem 1: a number from 0 to 10000"),
    (
        "weights = { conv1_rf = -1 }",
        "conv1_rf of weights of problem 1: a factor from 0 to 1000 was e",
    ),
    (
        "weights = { conv1_rf = inf }",
        "conv1_rf of weights of problem 1: a number was expected, but",
    ),
    (
        "weights = { conv1_rv = 2 }",
        "line 6: problem 1: no blank, check or rule of cnn-table has the name `conv1_rv`; is "
        "`conv1_rf` meant?",
    ),
    (
        'weights = { "*" = 0 }',
        "line 6: weights of problem 1: weights were expected that leave marks to",
    ),
    (
        "style = { one-loop = 1 }",
        "line 6: style of problem 1: there is no rule of style `one-loop`; cnn",
    ),
    (
        'feedback = "all"',
        "line 6: feedback of problem 1: there is no level 'all' of feedback; there are",
    ),
]
CODE = [
    (
        "style = { one-lop = 1 }",
        "line 6: style of problem 1: there is no rule of style `one-lop`; is `on",
    ),
    (
        'style = { one-loop = "none" }',
        'one-loop of style of problem 1: marks or "all" were expected, bu',
    ),
    ("style = { one-loop = -1 }", "one-loop of style of problem 1: a number from 0 to 10000"),
    (
        "points = 4\nstyle = { '*' = 2 }",
        "line 7: style of problem 1: breaches of style may cost 4 of 4 po",
    ),
]
OTHERS = [
    (
        '[feedback]\nlevel = "hint"',
        "line 7: level of [feedback]: there is no level 'hint' of feedback; is",
    ),
    (
        '[feedback]\nothers = { "2" = "score" }',
        "line 7: others of [feedback]: '2' fits no problem; their numbers are 1, as in",
    ),
    (
        '[feedback]\nothers = { "conv1_rf" = "score" }',
        "'conv1_rf' fits no problem; their numbers are 1",
    ),
    (
        '[feedback]\nothers = { "1.conv9*" = "score" }',
        "line 7: others of [feedback]: no blank, check or r",
    ),
    (
        '[feedback.others]\n"1" = "none"',
        "line 7: 1 of others of [feedback]: there is no level 'none'",
    ),
    (
        '[marking]\nfollow-through = "120%"',
        "line 7: follow-through of [marking]: a share from 0% to 100%",
    ),
    (
        '[marking]\nfollow-through = "half"',
        'a share from 0% to 100% was expected, such as "50%", but \'h',
    ),
    (
        '[marking]\nlimits = [\n"time=5s",\n"tme=5s"]',
        "line 9: entry 2 of limits of [marking]: there is no",
    ),
    (
        "[handing-in]\nattempts = 0",
        "line 7: attempts of [handing-in]: a whole number from 1 to 100 was exp",
    ),
    (
        '[handing-in]\ncounts = "all"',
        "line 7: counts of [handing-in]: one of first, last, best was expected",
    ),
    (
        '[handing-in]\nzone = "Europe/Zagrb"',
        "line 7: zone of [handing-in]: there is no time zone 'Europe/Za",
    ),
    ('[handing-in]\nzone = "Zagreb"', "there is no time zone 'Zagreb'; is `Europe/Zagreb` meant?"),
    (
        '[handing-in]\nzone = "CEST+1"',
        "line 7: zone of [handing-in]: there is no time zone 'CEST+1'",
    ),
    ('[handing-in]\nzone = "Europe"', "there is no time zone 'Europe'"),
    ('[handing-in]\nzone = "../../etc/passwd"', "there is no time zone '../../etc/passwd'"),
    (
        "[handing-in]\ndeadline = 2026-12-15T23:59:00",
        "line 7: deadline of [handing-in]: the time zone is missing in which this time is meant; ",
    ),
    (
        '[handing-in]\nzone = "Europe/Zagreb"\ndeadline = 2026-03-29T02:30:00',
        "line 8: deadline of [handing-in]: the clocks in Europe/Zagreb leave 2026-03-29 02:30:00 ",
    ),
    (
        '[late]\ncosts = "10%"',
        "line 6: [late]: [handing-in] has no deadline after which something is lat",
    ),
]
DUE = "[handing-in]\ndeadline = 2026-12-15T23:59:00Z\n"
LATE = [
    ('[late]\ncosts = "10"', "line 9: costs of [late]: a share from 0% to 100% was expected"),
    ('[late]\ncosts = "101%"', "line 9: costs of [late]: a share from 0% to 100% was expected"),
    ("[late]\ncosts = -2", "line 9: costs of [late]: a number from 0 to 10000"),
    (
        '[late]\ncosts = 1\nper = "week"',
        'line 10: per of [late]: "day" or "hour" was expected, but \'week\'',
    ),
    (
        '[late]\ncosts = 1\ngrace = "15"',
        "line 10: grace of [late]: a time of at most a year was expected",
    ),
    (
        '[late]\ncosts = 1\nuntil = "2 years"',
        "line 10: until of [late]: a time of at most a year was",
    ),
    ('[late]\ncosts = 1\nuntil = "900d"', 'such as "15min", "36h" or "3d", but \'900d\' came'),
    (
        '[late]\ncosts = 1\nfloor = "-5%"',
        "line 10: floor of [late]: a share from 0% to 100% was expect",
    ),
    (
        '[late]\ncosts = 1\ngrace = "2h"\nuntil = "1h"',
        "line 11: until of [late]: no less than the grace was expected (2h), but '1h' came",
    ),
    (
        '[[extension]]\nstudent = "a"',
        "line 8: extension 1: `deadline` or `attempts` was expected, but b",
    ),
    (
        '[[extension]]\nstudent = " "\nattempts = 2',
        "line 9: student of extension 1: the id of a student",
    ),
    (
        '[[extension]]\nstudent = "a"\nattempts = 2\n[[extension]]\nstudent = "A"\nattempts = 3',
        "line 12: extension 2: the student 'A' has extension 1 already; make one of the two",
    ),
    (
        '[[extension]]\nstudent = "a"\ndeadline = 2026-12-14T23:59:00Z',
        "line 10: deadline of extension 1: a time after the deadline of all was expected, 2026-12",
    ),
    (
        '[[extension]]\nstudent = "a"\ndeadline = 2026-12-17T23:59:00',
        "line 10: deadline of extension 1: the time zone is missing",
    ),
    (
        '[[extension]]\nstudent = "a"\nattempts = 0',
        "line 10: attempts of extension 1: a whole number fro",
    ),
]
REFUSED = [
    *KINDS,
    *SYNTAX,
    *HEADS,
    *[
        (
            LEAST.replace('family = "cnn-table"', text)
            if text.startswith("family")
            else f"{LEAST}{text}\n",
            told,
        )
        for text, told in PROBLEMS
    ],
    *[(LEAST.replace("cnn-table", "conv1d-code") + text + "\n", told) for text, told in CODE],
    *[(f"{LEAST}{text}\n", told) for text, told in OTHERS],
    *[(f"{LEAST}{DUE}{text}\n", told) for text, told in LATE],
]


@pytest.mark.parametrize(("text", "says"), REFUSED, ids=[says[:60] for _, says in REFUSED])
def test_what_cannot_be_meant_is_refused_with_its_line(
    tmp_path: Path, text: str | bytes, says: str
) -> None:
    assert says in refusal(tmp_path, text)


def test_a_deadline_that_is_put_off_has_to_be_there(tmp_path: Path) -> None:
    text = LEAST + '[[extension]]\nstudent = "a"\ndeadline = 2026-12-14T23:59:00Z\n'
    assert (
        "line 8: deadline of extension 1: [handing-in] has no deadline that could be put off"
        in (refusal(tmp_path, text))
    )


def test_an_extension_gives_no_fewer_attempts_than_all_have(tmp_path: Path) -> None:
    text = LEAST + '[handing-in]\nattempts = 3\n[[extension]]\nstudent = "a"\nattempts = 2\n'
    assert "line 10: attempts of extension 1: at least the 3 of all were expected, but 2 came" in (
        refusal(tmp_path, text)
    )


def test_a_network_that_the_family_cannot_ask_about_or_that_is_none_is_refused(
    tmp_path: Path,
) -> None:
    (tmp_path / "net.toml").write_text(NETWORK.replace("kernel = 2", "kernel = 0"))
    told = refusal(tmp_path, LEAST + 'network = "net.toml"\n')
    assert "line 6: network of problem 1: " in told
    assert "net.toml, line 9: " in told
    (tmp_path / "net.toml").write_text(NETWORK)
    code = LEAST.replace("cnn-table", "conv1d-code") + 'network = "net.toml"\n'
    assert "conv1d-code cannot ask about this network: conv1d-code takes no network" in (
        refusal(tmp_path, code)
    )


def test_a_file_that_is_not_there_is_refused_with_what_to_do(tmp_path: Path) -> None:
    says = (
        r"assignment\.toml: there is no such file; name an assignment\.toml, or the folder that h"
    )
    with pytest.raises(AssignmentError, match=says):
        read_assignment(tmp_path)
    with pytest.raises(AssignmentError, match=r"other\.toml: there is no such file"):
        read_assignment(tmp_path / "other.toml")


VALUES = (
    *('"x"', '""', '"*"', '"100%"', '"../x"', '"\\n\\u0000"', '"é"', f'"{"x" * 5000}"', "''"),
    *("1", "-1", "0", "0.1", "1e400", "nan", "inf", "9" * 30, "9" * 400, "9" * 5000, "true"),
    *("[]", "{}", '[1, "a"]', "[[1]]", "{ a = 1 }", '{ "a b" = { c = [] } }', '["en"]'),
    *("2026-01-01", "2026-01-01T00:00:00", "2026-01-01T00:00:00Z", "12:00:00", "x", ""),
)


@given(st.integers(0, WHOLE.count("\n") - 1), st.sampled_from(VALUES))
def test_whatever_stands_in_place_of_a_value_is_read_or_refused_in_a_line(
    tmp_path_factory: pytest.TempPathFactory, number: int, value: str
) -> None:
    lines = WHOLE.splitlines()
    key, sign, _ = lines[number].partition("=")
    lines[number] = f"{key}{sign} {value}" if sign else value
    path = tmp_path_factory.getbasetemp() / "assignment.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    try:
        read_assignment(path)
    except AssignmentError as error:
        told = str(error)
        assert told.isprintable()
        assert len(told) < 900
        assert re.search(r"assignment\.toml, line \d+(, column \d+)?: ", told)


# -- what is only doubted --------------------------------------------------------------------------


def test_a_name_that_other_variants_may_have_is_told_and_not_refused(tmp_path: Path) -> None:
    """The blanks of `architectures` differ from variant to variant."""
    text = LEAST.replace("cnn-table", "architectures")
    found = read(tmp_path, text + "weights = { no_such = 2 }\n")
    (told,) = found.warnings
    assert told.endswith(
        "assignment.toml, line 6: problem 1: no blank, check or rule of architectures has the name "
        "`no_such` in the 8 variants that were tried; other variants may have it"
    )
    feedback = text + '[feedback]\nothers = { "1.no_such" = "score" }\n'
    (told,) = read(tmp_path, feedback).warnings
    assert "line 7: others of [feedback]: no blank, check or rule" in told


def test_a_name_is_refused_where_the_problem_is_not_drawn(tmp_path: Path) -> None:
    example = next(iter(family("architectures").examples))
    text = LEAST.replace("cnn-table", "architectures") + f'example = "{example}"\n'
    assert "line 7: problem 1: no blank, check or rule of architectures has the name `no_such`" in (
        refusal(tmp_path, text + "weights = { no_such = 2 }\n")
    )


def test_a_pattern_that_fits_one_problem_is_not_doubted_for_another(tmp_path: Path) -> None:
    text = LEAST.replace("cnn-table", "architectures") + '[[problem]]\nfamily = "conv1d-code"\n'
    assert (
        read(tmp_path, f'{text}[feedback]\nothers = {{ "*.decimals" = "score" }}\n').warnings == ()
    )


def test_a_pattern_of_all_problems_need_fit_only_one_of_them(tmp_path: Path) -> None:
    text = (
        LEAST
        + '[[problem]]\nfamily = "conv1d-code"\n[feedback]\nothers = { "*.decimals" = "score" }\n'
    )
    assert read(tmp_path, text).warnings == ()
