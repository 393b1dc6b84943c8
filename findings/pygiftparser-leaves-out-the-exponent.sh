#!/usr/bin/env bash
# pygiftparser 1.1, numerical answers of GIFT, the text format of Moodle's questions.
#
#   expected: {#1e-3:1e-4} is 0.001 with a tolerance of 0.0001 (Moodle's own import takes whatever PHP calls
#             numeric); or the question is refused, as one with a negative number is
#   seen:     a valid question whose answer is 1, exactly: what stands after the first digits goes, the tolerance
#             with it. An exponent in the tolerance alone goes too: {#0.5:1e-3} has a tolerance of 1
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet pygiftparser==1.1
"$work/venv/bin/python" - <<'PYTHON'
import io
from importlib.metadata import version

from pygiftparser import parser

print("pygiftparser", version("pygiftparser"))
for text, valid, seen in (
    ("{#0.001:0.0001}", True, [(0.001, 0.0001)]),
    ("{#1e-3:1e-4}", True, [(1, 0)]),
    ("{#0.5:1e-3}", True, [(0.5, 1)]),
    ("{#-3:0.5}", False, []),
):
    (question,) = parser.parseFile(io.StringIO(f"::title:: How much? {text}\n"))
    found = [(a.value, a.tolerance) for a in question.answers.answers]
    print(text, "valid:", question.valid, "answers and tolerances:", found)
    assert question.valid == valid and found == seen, "the answers are others now"
PYTHON
