"""Words as Typst reads them."""

from __future__ import annotations

import re
import unicodedata

_SPECIAL = re.compile(
    '["\\\\\x00-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff'
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_BLANK = "\t\n\r"
_UNREADABLE = "\ufffd"


def literal(text: str) -> str:
    """A text as a string of Typst's: nothing in it is markup, code or the end of it.

    Control characters, and halves of pairs of UTF-16, become what stands for unreadable signs. Left
    out is what nobody sees and what turns the order of the words after it around.
    """
    return f'"{_SPECIAL.sub(_escaped, text)}"'


def _escaped(found: re.Match[str]) -> str:
    sign = found[0]
    if sign in '"\\':
        return f"\\{sign}"
    if sign in _BLANK:
        return f"\\u{{{ord(sign):x}}}"
    return "" if unicodedata.category(sign) in ("Cf", "Cn") else _UNREADABLE
