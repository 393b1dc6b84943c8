# /// script
# dependencies = ["fonttools>=4.60", "brotli>=1.1"]
# ///
"""Makes the font of formulas that pages carry: the part of STIX Two Math that formulas need.

    python tools/math_font.py stix-two-math-latin-400-normal.woff2

The file comes with the npm package @fontsource/stix-two-math 5.3.0 (``npm pack``). A phone has no
font with a table MATH, without which brackets, bars and roots do not grow: a page brings its own.
Written are ``math.woff2`` and ``characters.txt``, which says what is in it.
"""

from __future__ import annotations

import string
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from grader.render.page import MATH_CHARACTERS  # noqa: E402  (the checkout's own)

FONTS = ROOT / "grader" / "render" / "fonts"
NAME = "Sheet Math"
_ITALIC_CAPITAL, _ITALIC_SMALL, _ITALIC_H = 0x1D434, 0x1D44E, 0x210E
_ITALIC_GREEK = {"Α": 0x1D6E2, "α": 0x1D6FC}


def italic(letter: str) -> str:
    """The character that browsers draw for a letter in ``mi``."""
    if letter == "h":
        return chr(_ITALIC_H)
    if letter in string.ascii_uppercase:
        return chr(_ITALIC_CAPITAL + ord(letter) - ord("A"))
    if letter in string.ascii_lowercase:
        return chr(_ITALIC_SMALL + ord(letter) - ord("a"))
    for first, at in reversed(_ITALIC_GREEK.items()):
        if ord(letter) >= ord(first):
            return chr(at + ord(letter) - ord(first))
    raise ValueError(f"a letter was needed, but got {letter!r}")


def main(source: Path) -> None:
    """Write the font and the list of its characters."""
    wanted = sorted(set(MATH_CHARACTERS) | {italic(c) for c in MATH_CHARACTERS if c.isalpha()})
    font = TTFont(source, recalcTimestamp=False)
    options = Options()
    options.layout_features = ["ssty"]  # primes and letters of scripts
    options.flavor = "woff2"
    options.hinting = False
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14]
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(wanted))
    subsetter.subset(font)
    for name in (1, 4, 6):
        font["name"].setName(NAME.replace(" ", "") if name == 6 else NAME, name, 3, 1, 0x409)
    font.flavor = "woff2"
    font.save(FONTS / "math.woff2")
    (FONTS / "characters.txt").write_text("".join(wanted) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
