"""Texts that students type, and how each is read: tables, and what is not read as they say."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any

from grader.answers.expression import Irrational, UnreadableError, Value, Word, read

E = Irrational("e")
PI = Irrational("pi")

EXACT: dict[str, Any] = {
    "12": 12,
    " 12 ": 12,
    "-3": -3,
    "−3": -3,
    "+4": 4,
    "--5": 5,
    "0.5": Fraction(1, 2),
    ".25": Fraction(1, 4),
    "3.": 3,
    "1e-3": Fraction(1, 1000),
    "2.5E2": 250,
    "1e−2": Fraction(1, 100),
    "6/8": Fraction(3, 4),
    "1/2/3": Fraction(1, 6),
    "7-4-2": 1,
    "2·3": 6,
    "2⋅5": 10,
    "7÷2": Fraction(7, 2),
    "2×3+1": 7,
    "2+3*4": 14,
    "(2+3)*4": 20,
    "2^10": 1024,
    "2**-3": Fraction(1, 8),
    "2^3^2": 512,
    "-2^2": -4,
    "(-2)^3": -8,
    "2*-3": -6,
    "(2/3)^-2": Fraction(9, 4),
    "sqrt(9/16)": Fraction(3, 4),
    "√4": 2,
    "√(1+8)": 3,
    "exp(0)": 1,
    "ln(1)": 0,
    "log(e)": 1,
    "0*pi": 0,
    "1, 2.5, -3": (1, Fraction(5, 2), -3),
    "0,5": (0, 5),
    "(16, 24, 32)": (16, 24, 32),
    "(7,)": (7,),
    "7,": (7,),
    "(7)": 7,
    "[7]": (7,),
    "[]": (),
    "[[1, 2, 3], [4, 5, 6]]": ((1, 2, 3), (4, 5, 6)),
    "((1, 2), [3, 4],)": ((1, 2), (3, 4)),
    "16x24x32": (16, 24, 32),
    "16 X 24": (16, 24),
    "16×24×32": (16, 24, 32),
    "16х24Х32": (16, 24, 32),
    "16x24×32": (16, 24, 32),
    "(16 × 24)": (16, 24),
    "[16x24x32]": (16, 24, 32),
    "[2×3, 4]": (6, 4),
    "16x10.5x24": (16, Fraction(21, 2), 24),
    "16x24.5": (16, Fraction(49, 2)),
    "[16х24, 7]": ((16, 24), 7),
    "yes": Word("yes"),
    "Da": Word("Da"),
    "нет": Word("нет"),
    "ни\u0306": Word("н\u0439"),
    "zero-padding": Word("zero-padding"),
    "[tak, nie]": (Word("tak"), Word("nie")),
}

REAL: dict[str, float] = {
    "e": math.e,
    "E": math.e,
    "pi": math.pi,
    "π": math.pi,
    "e/(1+e)": math.e / (1 + math.e),
    "1/(1 + e^-2)": 1 / (1 + math.exp(-2)),
    "ln(2)": math.log(2),
    "log(2)": math.log(2),
    "LN(2)": math.log(2),
    "-ln(e/(1+e))": -math.log(math.e / (1 + math.e)),
    "sqrt(2)": math.sqrt(2),
    "2*√3^2": 6.0,
    "exp(1/2)": math.exp(0.5),
    "e^e^(1/2)": math.exp(math.exp(0.5)),
    "2^(1/2)": math.sqrt(2),
    "pi-e": math.pi - math.e,
}

UNREADABLE: dict[str, tuple[str, str]] = {
    "": ("empty", "the text is empty"),
    " \n\t": ("empty", "the text is empty"),
    "2e": ("side-by-side", "got 'e' at character 2; a product is written with \\*"),
    "3 pi": ("side-by-side", "got 'pi' at character 3"),
    "[1 2]": ("side-by-side", "got '2' at character 4"),
    "2(3)": ("side-by-side", r"got '\(' at character 2"),
    "yes no": ("side-by-side", "got 'no' at character 5"),
    "1 000": ("side-by-side", "got '000' at character 3"),
    "16x.5": ("side-by-side", "got 'x' at character 3"),
    "(1": ("not-closed", r"'\(' at character 1 opens a bracket that is not closed"),
    "[[1, 2], [3": ("not-closed", r"'\[' at character 10"),
    "exp(1": ("not-closed", r"'\(' at character 4"),
    "1)": ("not-opened", r"'\)' at character 2 closes a bracket that was not opened"),
    "(1]": ("wrong-bracket", r"'\)' was needed to close the bracket, but got '\]' at character 3"),
    "1+": ("value-needed-at-end", r"needed after '\+' at character 2"),
    "√": ("value-needed-at-end", "needed after '√' at character 1"),
    "*3": ("value-needed", r"got '\*' at character 1"),
    "1,,2": ("value-needed", "got ',' at character 3"),
    "()+1": ("list-in-arithmetic", r"'\+' at character 3 needs numbers, but got a list"),
    "-16x24": ("list-in-arithmetic", "'-' at character 1"),
    "exp(1, 2)": ("list-in-arithmetic", "'exp' at character 1"),
    "1+yes": ("word-in-arithmetic", r"'\+' at character 2 needs numbers, but got a word"),
    "sin(2)": ("unknown-function", "got 'sin' at character 1"),
    "2*ln 2": ("brackets-needed", r"'ln' at character 3 needs its argument in brackets: ln\(...\)"),
    "ln2": ("brackets-needed", "'ln' at character 1"),
    "1;2": ("unknown-character", "got ';' at character 2"),
    "a=1": ("unknown-character", "got '=' at character 2"),
    "conv_1": ("unknown-character", "got '_' at character 5"),
    "½": ("unknown-character", "got '½' at character 1"),
    "٣": ("unknown-character", "got '٣' at character 1"),
    "1\x00": ("unknown-character", r"got 'U\+0000' at character 2"),
    "\ud800": ("unknown-character", r"got 'U\+D800' at character 1"),
    "__import__('os')": ("unknown-character", "got '_' at character 1"),
    "{1: 2}": ("unknown-character", "got '{' at character 1"),
    "1/0": ("division-by-zero", "'/' at character 2 needs a divisor other than 0"),
    "pi/(e-e)": ("division-by-zero", "'/' at character 3"),
    "0^-1": ("division-by-zero", r"'\^' at character 2"),
    "ln(0)": ("no-logarithm", "'ln' at character 1 needs a number above 0"),
    "log(2-e)": ("no-logarithm", "'log' at character 1"),
    "sqrt(-4)": ("no-root", "'sqrt' at character 1 needs a number that is not negative"),
    "√(2-e)": ("no-root", "'√' at character 1"),
    "(-8)^(1/3)": ("no-power", r"'\^' at character 5 with a negative number on its left"),
    "9**9**9**9": ("exponent-too-large", r"from -64 to 64 are read, but '\*\*' at character 5"),
    "2^65": ("exponent-too-large", r"'\^' at character 2 has one beyond"),
    "2^-65": ("exponent-too-large", r"'\^' at character 2 has one beyond"),
    "1e999999999": ("exponent-too-large", "'1e999999999' at character 1"),
    "1e" + "9" * 1900: ("exponent-too-large", "'1e999.*…' at character 1"),
    "1" + "0" * 41: ("too-large", r"up to 10\^40 in size are read, but '10+…' at character 1"),
    "9" * 2000: ("too-large", "…' at character 1 gives a larger one"),
    "1e41": ("too-large", "'1e41' at character 1"),
    "10^20*10^21": ("too-large", r"'\*' at character 6 gives a larger one"),
    "(10^40)^64": ("too-large", r"'\^' at character 8"),
    "(0.1^40)^-64": ("too-large", r"'\^' at character 9"),
    "exp(93)": ("too-large", "'exp' at character 1"),
    "exp(10^40)": ("too-large", "'exp' at character 1"),
    "0." + "3" * 101: ("too-fine", "decimals of up to 100 places are read, but '0.333.*…' at"),
    "0." + "3" * 90 + "e-11": ("too-fine", "at character 1 has more"),
    "1" + " " * 2000: ("too-long", "at most 2000 characters are read, but got 2001"),
    "(" * 51 + "1" + ")" * 51: ("too-deep", "at most 50 levels .* at character 51"),
    "-" * 51 + "1": ("too-deep", "at character 51"),
    "1^" * 51 + "1": ("too-deep", "at character 102"),
    "exp(" * 51 + "0" + ")" * 51: ("too-deep", "at character 204"),
    "√" * 51 + "1": ("too-deep", "at character 51"),
    "e" + "+(e)" * 100: ("too-many-operations", "at most 100 operations"),
}


def wrong_readings() -> list[str]:
    """The texts of the tables that are not read as the tables say."""
    wrong = []
    for text, true in EXACT.items():
        if outcome(text) != true:
            wrong.append(text)
    for text, number in REAL.items():
        found = outcome(text)
        if not isinstance(found, Irrational) or not math.isclose(
            found.value(), number, rel_tol=1e-15
        ):
            wrong.append(text)
    return wrong + [text for text, (key, _) in UNREADABLE.items() if outcome(text) != key]


def outcome(text: str) -> Value | str:
    try:
        return read(text)
    except UnreadableError as error:
        return error.message_key
