#!/usr/bin/env bash
# text2qti 0.8.0, a numerical question with a margin, written for Canvas.
#
# The answer is 0.00022 with a margin of 0.00001 (it takes values from 0.0001 on).
#   expected: the bounds are 0.00021 and 0.00023, with the answer between them
#   seen:     all three are written with four decimals, as 0.0002: the right answer is shut out, and 0.0002,
#             which is twice as far away as the margin, is right
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet text2qti==0.8.0
venv/bin/python - <<'PYTHON'
import re
from importlib.metadata import version

from text2qti.config import Config
from text2qti.qti import QTI
from text2qti.quiz import Quiz

print("text2qti", version("text2qti"))
quiz = Quiz("1. How much?\n=   0.00022 +- 0.00001\n", config=Config())
xml = QTI(quiz).assessment
found = [
    re.search(rf"<{tag} respident=.response1.>([^<]*)<", xml)[1]
    for tag in ("vargte", "varequal", "varlte")
]
print("0.00022 +- 0.00001: from, exactly, to:", *found)
assert found == ["0.0002", "0.0002", "0.0002"], "the bounds are others now"
PYTHON
