PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
CHECKED := $(wildcard reference problems grader tests benchmarks)
FAMILY ?=
SEEDS ?= 1000

# The tests of one family are those that have its key or its folder in their name.
ONLY = $(if $(FAMILY),-k "$(FAMILY) or $(subst -,_,$(FAMILY))")

.PHONY: venv test lint demo certify

venv: $(STAMP)

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -c constraints.txt -e '.[torch,test]'
	touch $@

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict $(CHECKED)

test: lint
	$(BIN)/pytest -n auto $(ONLY)

certify: $(STAMP)
	$(BIN)/grader verify $(FAMILY) --seeds $(SEEDS)

demo: $(STAMP)
	$(BIN)/python -m grader.demo
