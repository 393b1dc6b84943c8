"""The course key: the one secret, from which the seeds of all graded variants come.

It is in no sheet, report, log, error or ``repr``. Who has it can work out every student's variant.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import json
import os
import secrets
import stat
from collections.abc import Mapping
from pathlib import Path

from grader.files.whole import readable

FILE_NAME = "course.key"
KEY_VARIABLE, FILE_VARIABLE = "GRADER_KEY", "GRADER_KEY_FILE"
KEY_BYTES = 32
_MARK = "grader-key-1"
_MOST_BYTES = 4096
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CODE_CHARACTERS = 8


class CourseKeyError(ValueError):
    """There is no key that can be used: where it was looked for, and what to do. Never the key."""


class Key:
    """A course key. It can be used and not shown: no ``repr``, copy or pickle has it."""

    __slots__ = ("__secret",)

    def __init__(self, secret: bytes) -> None:
        if len(secret) != KEY_BYTES:
            raise CourseKeyError(f"a key of {KEY_BYTES} bytes was expected, but {len(secret)} came")
        self.__secret = secret

    def __repr__(self) -> str:
        return "Key(...)"

    def __reduce__(self) -> str:
        raise TypeError("a course key is not written down")

    def digest(self, *parts: str) -> bytes:
        """HMAC-SHA256 (RFC 2104) of the parts as a JSON list, which tells where each one ends.

        Its text is ASCII with nothing between list and cells but ``", "``: 32 bytes, the same for
        the same parts alone.
        """
        told = json.dumps(list(parts), ensure_ascii=True, separators=(", ", ": "))
        return hmac.digest(self.__secret, told.encode("ascii"), "sha256")

    def seed(
        self, assignment_id: str, revision: int, problem: str, student: str, attempt: int, draw: int
    ) -> str:
        """The seed of a variant, in hexadecimal digits; ``draw`` counts on if one is not wanted."""
        told = (assignment_id, str(revision), problem, student, str(attempt), str(draw))
        return self.digest("variant", *told).hex()

    def code(
        self, assignment_id: str, revision: int, student: str, attempt: int, redrawn: int = 0
    ) -> str:
        """The code on a sheet, ``7K2Q-9FJD``: it names the student to who has the key alone.

        It is another one once problems of it were ``redrawn``. Its 40 bits are in Crockford's
        base 32: digits and capitals without I, L, O and U.
        """
        anew = (str(redrawn),) if redrawn else ()
        digest = self.digest("code", assignment_id, str(revision), student, str(attempt), *anew)
        number = int.from_bytes(digest[:5], "big")
        signs = [_CROCKFORD[number >> (5 * place) & 31] for place in range(_CODE_CHARACTERS)][::-1]
        return f"{''.join(signs[:4])}-{''.join(signs[4:])}"


def new_key(path: Path) -> None:
    """Write a new key to a file that only its owner may read. Raises CourseKeyError.

    A file that is there is left alone: with its key the sheets that were handed out would be lost.
    """
    text = f"{_MARK} {base64.urlsafe_b64encode(secrets.token_bytes(KEY_BYTES)).decode()}\n"
    name = readable(str(path))
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    try:
        handle = os.open(path, flags | getattr(os, "O_CLOEXEC", 0), 0o600)
    except FileExistsError:
        raise CourseKeyError(
            f"{name} is there already and is left alone: sheets may have been drawn with it; move "
            "it away if it is no longer needed"
        ) from None
    except OSError as error:
        raise CourseKeyError(f"{name}: the key cannot be written ({error.strerror})") from None
    try:
        with os.fdopen(handle, "w", encoding="ascii", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        path.unlink(missing_ok=True)
        raise CourseKeyError(f"{name}: the key cannot be written ({error.strerror})") from None


def read_key(folder: Path, environment: Mapping[str, str] | None = None) -> Key:
    """The key for the assignment in a folder. Raises CourseKeyError.

    It is the first of: the environment variable ``GRADER_KEY``, the key itself; the file that
    ``GRADER_KEY_FILE`` names; ``course.key`` in the folder, or in the one above it. In the variable
    the word before the key may be left out: where values are masked, they have no blanks.
    """
    given = os.environ if environment is None else environment
    if given.get(KEY_VARIABLE, "").strip():
        text = given[KEY_VARIABLE].strip()
        text = text if " " in text else f"{_MARK} {text}"
        return _parsed(text, f"the environment variable {KEY_VARIABLE}")
    if named := given.get(FILE_VARIABLE, ""):
        found = _in_file(Path(named))
        if found is None:
            raise CourseKeyError(
                f"{readable(named)}: there is no such file, but {FILE_VARIABLE} names it as that "
                "of the course key"
            )
        return found
    here = folder.resolve()
    for each in dict.fromkeys((here, here.parent)):
        if (found := _in_file(each / FILE_NAME)) is not None:
            return found
    raise CourseKeyError(
        f"there is no course key: neither {KEY_VARIABLE} nor {FILE_VARIABLE} is set, and there is "
        f"no {FILE_NAME} in {readable(str(here))} or above it; make one with 'grader key new "
        f"{readable(str(folder / FILE_NAME))}', or get that with which the sheets were drawn"
    )


def _in_file(path: Path) -> Key | None:
    """The key in a file; None if there is no file. Raises CourseKeyError."""
    name = readable(str(path))
    try:
        with path.open("rb") as file:
            mode = os.fstat(file.fileno()).st_mode
            if os.name == "posix" and mode & 0o077 and stat.S_ISREG(mode):
                raise CourseKeyError(
                    f"{name}: others than its owner may read the course key (mode "
                    f"{stat.S_IMODE(mode):04o}); type 'chmod 600 {name}', and make a new key if "
                    "somebody may have read it"
                )
            data = file.read(_MOST_BYTES)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CourseKeyError(f"{name}: the course key cannot be read ({error.strerror})") from None
    return _parsed(data.decode("ascii", errors="replace"), name)


def _parsed(text: str, where: str) -> Key:
    """The key in a text. Raises CourseKeyError, which says no more of it than where it was."""
    mark, _, rest = text.strip().partition(" ")
    try:
        if mark == _MARK:
            return Key(base64.b64decode(rest.strip(), altchars=b"-_", validate=True))
    except (binascii.Error, ValueError):
        pass
    raise CourseKeyError(
        f"{where} is no course key: '{_MARK}' and {KEY_BYTES} bytes in base64 were expected, in "
        "one line as 'grader key new' writes it; it may have been cut off when it was copied"
    ) from None
