PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
CHECKED := $(wildcard reference problems grader tests benchmarks)
FAMILY ?=
SEEDS ?= 1000
export FAMILY

# The tests of one family are those that have its key or its folder in their name.
ONLY = $(if $(FAMILY),-k "$(FAMILY) or $(subst -,_,$(FAMILY))")

# What is tested with the newest supported Python, if one is installed that is newer than $(PYTHON):
# all that does not need PyTorch, of which there may be no build for it.
NEWEST := .venv-newest
NEWEST_TESTS := $(addprefix tests/grader/,sandbox versions answers marking intake) \
	--ignore tests/grader/sandbox/test_torch.py \
	--ignore tests/grader/intake/test_conversions.py \
	--deselect tests/grader/intake/test_notebook.py::test_cells_of_the_first_sheets_are_known_without_their_first_lines

.PHONY: venv test test-services newest lint demo certify versions

venv: $(STAMP)

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -c constraints.txt -e '.[torch,test,services]'
	touch $@

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict $(CHECKED)

test: lint
	$(BIN)/pytest -n auto --ignore tests/services $(ONLY)

# What needs programs that do not come from pip: Chromium, npm for players of QTI, PostgreSQL. A
# test that does not find its program says what is to be installed, and fails.
test-services: $(STAMP)
	$(BIN)/pytest tests/services $(ONLY)

newest:
	@python=$$($(PYTHON) tools/pythons.py); \
	if [ -z "$$python" ]; then echo "no newer supported Python is installed, so none is tested"; exit; fi; \
	set -ex; \
	$$python -m venv $(NEWEST); \
	$(NEWEST)/bin/python -m pip install -q -c constraints.txt -e . pytest pytest-xdist hypothesis; \
	$(NEWEST)/bin/pytest -n auto -p no:cacheprovider $(NEWEST_TESTS)

versions: $(STAMP)
	$(BIN)/python -m tools.same_marks

# Of the files that are marked by the tests, a run of these takes a part in turn; here all are taken.
certify: $(STAMP)
	$(BIN)/grader verify $(FAMILY) --seeds $(SEEDS)
	TURNS=all $(BIN)/pytest -n auto $(ONLY) tests/grader/test_corpus.py tests/grader/test_mistaken_programs.py tests/grader/test_mistaken_sheets.py tests/attacks tests/problems tests/submissions tests/grader/certification tests/grader/test_sheets_of_format_1.py

demo: $(STAMP)
	$(BIN)/python -m grader.demo
