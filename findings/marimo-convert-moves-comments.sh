#!/usr/bin/env bash
# marimo 0.25.2, `marimo convert` of a notebook in which two cells give a value to one name.
#
# Each cell is a comment, a blank line, and two statements with a remark at the end of their lines.
#   expected: the name becomes private to its cell (`_width`), as documented, and every remark stays
#             beside its statement
#   seen:     each remark stands one line lower, behind the next statement, and the last line has two;
#             without the blank line they stay where they were
# So `# in metres` is said of the number of doors.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet marimo==0.25.2
for blank in '"\n", ' ''; do
    cat > notebook.ipynb <<JSON
{"cells": [
  {"cell_type": "code", "execution_count": null, "id": "a1", "metadata": {}, "outputs": [],
   "source": ["# the first room\n", ${blank}"width = 8  # in metres\n", "doors = 2  # a number"]},
  {"cell_type": "code", "execution_count": null, "id": "a2", "metadata": {}, "outputs": [],
   "source": ["# the second room\n", ${blank}"width = 3  # in metres\n", "windows = 4  # a number"]}],
 "metadata": {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}},
 "nbformat": 4, "nbformat_minor": 5}
JSON
    venv/bin/marimo -q convert notebook.ipynb -o converted.py
    echo "marimo $(venv/bin/marimo --version), $([ -n "$blank" ] && echo with || echo without) a blank line:"
    grep -E 'width|doors|windows' converted.py
    if [ -n "$blank" ]; then
        grep -qxF '    _width = 8' converted.py
        grep -qxF '    doors = 2  # in metres  # a number' converted.py
    else
        grep -qxF '    _width = 8  # in metres' converted.py
        grep -qxF '    doors = 2  # a number' converted.py
    fi
done
