#!/usr/bin/env bash
# NumPy 2.4.6, reductions of a generator: np.all(x > 0 for x in values).
#
# A student checks a table with np.all or np.any and a generator, as Python's own all and any take one.
#   expected: what np.sum does since 2.4, a TypeError that names the way out; or the reduction
#   seen:     np.all and np.any are True, although every value is False, and np.count_nonzero is 1:
#             the generator counts as one object. np.max, np.min and np.prod give the generator
#             itself back, which is true in an `if` too
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet numpy==2.4.6
"$work/venv/bin/python" - <<'PYTHON'
import numpy as np

print("numpy", np.__version__)
values = [-1, -2]
assert not all(x > 0 for x in values) and not any(x > 0 for x in values)
for reduce in (np.all, np.any):
    found = reduce(x > 0 for x in values)
    print(f"np.{reduce.__name__} of a generator of two False:", found)
    assert found, "it is not true any more"
for reduce in (np.max, np.min, np.prod):
    given = (x > 0 for x in values)
    found = reduce(given)
    print(f"np.{reduce.__name__} of it:", type(found).__name__)
    assert found is given, "the generator does not come back any more"
count = np.count_nonzero(x > 0 for x in values)
print("np.count_nonzero of it:", count)
assert count == 1, "the generator is not counted as one any more"
try:
    np.sum(x > 0 for x in values)
except TypeError as error:
    print("np.sum of it:", error)
else:
    raise AssertionError("np.sum does not refuse a generator any more")
PYTHON
