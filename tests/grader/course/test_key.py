"""The course key: the seeds that come from it never change, and it is shown nowhere."""

from __future__ import annotations

import base64
import copy
import hashlib
import hmac
import json
import os
import pickle
import re
import stat
import traceback
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.course.key import CourseKeyError, Key, new_key, read_key

SECRET = bytes(range(7, 39))
TEXT = "grader-key-1 BwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyAhIiMkJSY="
KEY = Key(SECRET)

posix = pytest.mark.skipif(os.name != "posix", reason="modes of files are those of POSIX")


def written(path: Path, text: str, mode: int = 0o600) -> Path:
    path.write_text(text)
    path.chmod(mode)
    return path


# -- what comes from it ----------------------------------------------------------------------------


def test_seeds_and_codes_are_what_they_have_always_been() -> None:
    assert KEY.digest().hex() == "c0034f94ef32992ca7ce2887a18586ef7ac15d1c11502638d71fafb98cc12086"
    assert (
        KEY.digest("a", "č").hex()
        == "8b506bfde5bdd9799335a1c1b990285dc9164ddc264645e1fdc35e4515d67970"
    )
    assert (
        KEY.seed("hw3", 1, "2", "0036512345", 1, 0)
        == "9718dbfb71ae4a268c410ecb4febe6b994f44c996d5e493441d510b3e50b2370"
    )
    assert (
        KEY.seed("hw3", 1, "2", "šimić", 2, 5)
        == "80a4f8a6e137020af38a99a9e46fc485a58c43ffea74eb8a1a1775d749c655c2"
    )
    assert KEY.code("hw3", 1, "0036512345", 1) == "M64J-ZMWM"
    assert KEY.code("hw3", 1, "šimić", 2) == "50J6-7K92"


def test_a_digest_is_the_hmac_of_a_list_in_json() -> None:
    """By the definition of RFC 2104, written out."""
    block = SECRET.ljust(64, b"\0")
    inner, outer = (bytes(byte ^ pad for byte in block) for pad in (0x36, 0x5C))
    told = rb'["a", "\u010d", "\""]'
    assert json.loads(told) == ["a", "č", '"']
    expected = hashlib.sha256(outer + hashlib.sha256(inner + told).digest()).digest()
    assert KEY.digest("a", "č", '"') == expected
    assert hmac.compare_digest(KEY.digest("a", "č", '"'), expected)


parts = st.lists(st.text(st.sampled_from('ab",[]\\ 1č'), max_size=3), max_size=4)


@given(parts, parts)
def test_other_parts_have_another_digest_however_they_are_joined(
    one: list[str], other: list[str]
) -> None:
    assert (KEY.digest(*one) == KEY.digest(*other)) == (one == other)


def test_every_part_of_a_seed_and_of_a_code_counts() -> None:
    seeds = {
        KEY.seed("hw3", 1, "2", "ana", 1, 0),
        Key(SECRET[::-1]).seed("hw3", 1, "2", "ana", 1, 0),
        KEY.seed("hw", 31, "2", "ana", 1, 0),
        KEY.seed("hw3", 2, "2", "ana", 1, 0),
        KEY.seed("hw3", 1, "3", "ana", 1, 0),
        KEY.seed("hw3", 1, "2", "ivo", 1, 0),
        KEY.seed("hw3", 1, "2", "ana", 2, 0),
        KEY.seed("hw3", 1, "2", "ana", 1, 1),
        KEY.digest("code", "hw3", "1", "2", "ana", "1", "0").hex(),
    }
    assert len(seeds) == 9
    codes = {
        KEY.code("hw3", 1, "ana", 1),
        Key(SECRET[::-1]).code("hw3", 1, "ana", 1),
        KEY.code("hw4", 1, "ana", 1),
        KEY.code("hw3", 2, "ana", 1),
        KEY.code("hw3", 1, "ivo", 1),
        KEY.code("hw3", 1, "ana", 2),
    }
    assert len(codes) == 6


@given(st.text(max_size=10), st.integers(1, 9))
def test_a_code_is_eight_signs_that_are_not_taken_for_others(student: str, attempt: int) -> None:
    first, second = KEY.code("hw3", 1, student, attempt).split("-")
    assert len(first) == len(second) == 4
    assert set(first + second) <= set("0123456789ABCDEFGHJKMNPQRSTVWXYZ")


def test_a_code_has_all_of_its_forty_bits() -> None:
    """Read back by the digits of a base of 32, it is the first five bytes of the digest."""
    digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    number = 0
    for sign in KEY.code("hw3", 1, "ana", 1).replace("-", ""):
        number = number * 32 + digits.index(sign)
    assert number.to_bytes(5, "big") == KEY.digest("code", "hw3", "1", "ana", "1")[:5]


# -- files -----------------------------------------------------------------------------------------


@posix
def test_a_new_key_is_random_and_for_its_owner_alone_whatever_the_mask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        for name in ("one.key", "two.key"):
            new_key(tmp_path / name)
    finally:
        os.umask(before)
    one, two = ((tmp_path / name).read_text() for name in ("one.key", "two.key"))
    assert one != two
    for text in (one, two):
        mark, secret = text.split()
        assert mark == "grader-key-1"
        assert len(base64.urlsafe_b64decode(secret)) == 32
        assert text.endswith("\n")
    assert stat.S_IMODE((tmp_path / "one.key").stat().st_mode) == 0o600


def test_a_key_that_is_there_is_never_overwritten(tmp_path: Path) -> None:
    path = written(tmp_path / "course.key", "mine")
    with pytest.raises(
        CourseKeyError, match=r"course\.key is there already and is left alone: she"
    ):
        new_key(path)
    assert path.read_text() == "mine"
    if os.name == "posix":
        (tmp_path / "link.key").symlink_to(tmp_path / "elsewhere")
        with pytest.raises(CourseKeyError, match="is there already"):
            new_key(tmp_path / "link.key")
        assert not (tmp_path / "elsewhere").exists()


def test_a_key_in_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(
        CourseKeyError, match=r"course\.key: the key cannot be written .No such fil"
    ):
        new_key(tmp_path / "none" / "course.key")


def test_a_key_is_looked_for_in_the_environment_and_then_in_files(tmp_path: Path) -> None:
    folder = tmp_path / "course" / "hw3"
    folder.mkdir(parents=True)
    keys = [Key(bytes([number]) * 32) for number in range(5)]
    texts = [
        f"grader-key-1 {base64.urlsafe_b64encode(bytes([number]) * 32).decode()}\n"
        for number in range(5)
    ]
    digests = [key.digest("x") for key in keys]
    written(folder.parent.parent / "course.key", texts[4])

    with pytest.raises(
        CourseKeyError, match="there is no course key: neither GRADER_KEY nor GRADER"
    ):
        read_key(folder, {})
    written(folder.parent / "course.key", texts[3])
    assert read_key(folder, {}).digest("x") == digests[3]
    written(folder / "course.key", texts[2])
    assert read_key(folder, {}).digest("x") == digests[2]
    named = {"GRADER_KEY_FILE": str(written(tmp_path / "k", texts[1]))}
    assert read_key(folder, named).digest("x") == digests[1]
    assert read_key(folder, {**named, "GRADER_KEY": texts[0]}).digest("x") == digests[0]
    assert read_key(folder, {**named, "GRADER_KEY": " \n"}).digest("x") == digests[1]


def test_the_environment_is_that_of_the_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GRADER_KEY", TEXT)
    assert read_key(tmp_path).digest("x") == KEY.digest("x")


def test_in_the_environment_the_word_before_the_key_may_be_left_out(tmp_path: Path) -> None:
    """GitLab masks no value that has a blank."""
    bare = TEXT.partition(" ")[2]
    assert read_key(tmp_path, {"GRADER_KEY": f"{bare}\n"}).digest("x") == KEY.digest("x")


def test_a_file_that_the_environment_names_has_to_be_there(tmp_path: Path) -> None:
    written(tmp_path / "course.key", TEXT)
    with pytest.raises(
        CourseKeyError, match=r"no\.key: there is no such file, but GRADER_KEY_FILE"
    ):
        read_key(tmp_path, {"GRADER_KEY_FILE": str(tmp_path / "no.key")})


@posix
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o602, 0o610, 0o601, 0o644])
def test_a_key_that_others_can_read_or_change_is_refused(tmp_path: Path, mode: int) -> None:
    path = written(tmp_path / "course.key", TEXT, mode)
    says = (
        rf"course\.key: others than its owner may .* \(mode {mode:04o}\); type 'chmod 600 {path}'"
    )
    with pytest.raises(CourseKeyError, match=says):
        read_key(tmp_path, {})


def test_a_folder_in_place_of_a_key_is_refused(tmp_path: Path) -> None:
    (tmp_path / "course.key").mkdir()
    with pytest.raises(CourseKeyError, match=r"course\.key: the course key cannot be read"):
        read_key(tmp_path, {})


BROKEN = {
    "empty": "",
    "another word": TEXT.replace("grader", "grader2"),
    "no word": TEXT.partition(" ")[2],
    "cut off": TEXT[:-9],
    "a letter missing": TEXT[:20] + TEXT[21:],
    "a letter that is none": TEXT.replace("BwgJ", "Bwčć"),
    "two": f"{TEXT}\n{TEXT}",
    "long": TEXT * 500,
    "31 bytes": "grader-key-1 " + base64.urlsafe_b64encode(SECRET[1:]).decode(),
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN.keys())
def test_what_is_no_key_is_refused_without_being_shown(tmp_path: Path, text: str) -> None:
    (tmp_path / "course.key").write_text(text, encoding="utf-8")
    (tmp_path / "course.key").chmod(0o600)
    places: list[tuple[dict[str, str], str]] = [
        ({}, r"course\.key is no course key: 'grader-key-1' and 32 bytes")
    ]
    if text and " " in text:
        told = r"the environment variable GRADER_KEY is no course key: 'grader-key-1' and 32 bytes"
        places.append(({"GRADER_KEY": text}, told))
    for environment, says in places:
        with pytest.raises(CourseKeyError, match=says) as error:
            read_key(tmp_path, environment)
        _require_hidden("".join(traceback.format_exception(error.value)), text)


# -- it is shown nowhere ---------------------------------------------------------------------------


def _require_hidden(shown: str, text: str = TEXT) -> None:
    """No piece of eight characters of the secret part is in what is shown."""
    secrets = re.findall(r"[\w=]{9,}", text.replace("grader-key-1 ", ""))
    forms = [*secrets, SECRET.hex(), repr(SECRET), str(SECRET)]
    for form in forms:
        for start in range(0, max(len(form) - 8, 0)):
            assert form[start : start + 8] not in shown


def test_no_repr_text_copy_or_pickle_has_the_key() -> None:
    for shown in (repr(KEY), str(KEY), f"{KEY}", f"{[KEY]!r}", repr(KEY.__class__.__dict__)):
        _require_hidden(shown)
    assert repr(KEY) == "Key(...)"
    assert not hasattr(KEY, "__dict__")
    for write in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError, match="a course key is not written down"):
            write(KEY)
    with pytest.raises(TypeError, match="not JSON serializable"):
        json.dumps(KEY)


def test_a_key_of_another_length_is_refused() -> None:
    with pytest.raises(CourseKeyError, match="a key of 32 bytes was expected, but 31 came"):
        Key(SECRET[1:])
