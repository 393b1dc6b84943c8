"""Patterns in JavaScript: the same sets of characters, written as its flag ``v`` wants them."""

from __future__ import annotations

import re

import pytest

from grader.render.interactive.javascript import in_javascript


@pytest.mark.parametrize(
    ("pattern", "source"),
    [
        (r"(?P<sign>[-+−]?)", r"(?<sign>[\-\+−]?)"),
        (r"\d+", r"[\p{Nd}]+"),
        (r"[\d.,]", r"[\p{Nd}\.\,]"),
        (r"[^\W\d_]", r"[^[^\p{L}\p{N}_]\p{Nd}_]"),
        (r"[⁴-⁹a-f]", r"[⁴-⁹a-f]"),
        (r"[]x]", r"[\]x]"),
        (r"a/b", r"a\/b"),
        (r"\(\{[})]", r"\(\{[\}\)]"),
        (r"(?<=[\d)])x", r"(?<=[\p{Nd}\)])x"),
    ],
)
def test_a_pattern_is_written_for_javascript(pattern: str, source: str) -> None:
    assert in_javascript(re.compile(pattern)) == (source, "v")


def test_flags_go_along() -> None:
    assert in_javascript(re.compile("a.b", re.DOTALL | re.IGNORECASE))[1] == "vsi"


@pytest.mark.parametrize("pattern", [r"\Aa", r"a\n", r"(a)\1", r"[\t]"])
def test_what_has_no_counterpart_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="a pattern for JavaScript has no"):
        in_javascript(re.compile(pattern))
