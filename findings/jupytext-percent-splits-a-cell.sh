#!/usr/bin/env bash
# jupytext 1.19.6, the percent format, there and back (`--to py:percent`, then `--to ipynb`).
#
# A cell begins with a comment that is itself the border of a cell in that format: `# %% part 1`.
#   expected: one cell comes back, with the comment in it: what would be read as something else is
#             escaped in scripts, as magics are
#   seen:     two cells: an empty one, which keeps the tag, and one with the statement and without the
#             tag; the comment is no text of either but the "title" in the metadata of the second
# `jupytext --test` says that the cells differ; the conversion itself says nothing.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet jupytext==1.19.6
cat > notebook.ipynb <<'JSON'
{"cells": [
  {"cell_type": "code", "execution_count": null, "id": "a1", "metadata": {"tags": ["answer"]},
   "outputs": [], "source": ["# %% part 1\n", "x = 1"]}],
 "metadata": {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}},
 "nbformat": 4, "nbformat_minor": 5}
JSON
venv/bin/jupytext -q --to py:percent notebook.ipynb -o script.py
venv/bin/jupytext -q --to ipynb script.py -o back.ipynb
venv/bin/python - <<'PYTHON'
import json
from importlib.metadata import version

print("jupytext", version("jupytext"))
with open("back.ipynb", encoding="utf-8") as file:
    cells = json.load(file)["cells"]
for cell in cells:
    print(cell["metadata"], "".join(cell["source"]))
first, second = cells
assert first["metadata"]["tags"] == ["answer"] and first["source"] == []
assert second["metadata"] == {"title": "part 1"} and second["source"] == ["x = 1"]
PYTHON
