#!/usr/bin/env bash
# Installs grader @VERSION@, once, when Gradescope builds the image of the autograder.
set -euo pipefail
here="${AUTOGRADER:-/autograder}"

# The Python by which this was made comes first: what one reads, an older one may not.
python=""
for version in @PYTHONS@; do
    if apt-get install -y --no-install-recommends "python$version" "python$version-venv" \
        || command -v "python$version"; then
        python="python$version"
        break
    fi
done
if [ -z "$python" ]; then
    echo "Python 3.11 or newer is needed: choose a newer base image, such as Ubuntu 24.04" >&2
    exit 1
fi

"$python" -m venv "$here/venv"
"$here/venv/bin/pip" install --no-cache-dir -c "$here/source/constraints.txt" @REQUIREMENT@
"$here/venv/bin/grader" --version
