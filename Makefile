# Two commands: `make run` and `make test`. Both make a virtual environment and install what they need first.

VENV := .venv
BIN := $(VENV)/bin
# The first that is there, works and is new enough: a name on the path may be a stand-in for a version that is not installed.
PYTHON := $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo $$name; break; }; done)
ARGS ?=

.PHONY: run test lint bench-accuracy bench clean
.DEFAULT_GOAL := help

help:
	@echo "make run             start the service on config/ (ARGS=--once: one pass, print the digest, end)"
	@echo "make test            linters, types, contracts, unit and acceptance tests"
	@echo "make bench-accuracy  score every labelled set against bench/floors.toml"
	@echo "make bench           speed and memory against bench/floors.toml"

$(VENV)/made:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed, and none was found"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "no virtual environment could be made: is the package python3-venv missing?"; exit 1; }
	@$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	@touch $@

$(VENV)/installed: $(VENV)/made pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --editable '.[postgres]' --group dev
	@touch $@

run: $(VENV)/installed
	$(BIN)/monitor run $(ARGS)

lint: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint
	$(BIN)/pytest

bench-accuracy: $(VENV)/installed-dev
	$(BIN)/python -m bench.accuracy $(ARGS)
	$(BIN)/python -m bench.halves
	$(BIN)/python -m bench.capitals
	$(BIN)/python -m bench.unrelated
	$(BIN)/python -m bench.story_accuracy

bench: $(VENV)/installed-dev
	$(BIN)/python -m bench.figures
	$(BIN)/python -m bench.furniture
	$(BIN)/python -m bench.copies
	$(BIN)/python -m bench.stories
	$(BIN)/python -m bench.feeds
	$(BIN)/python -m bench.ledger cost 1000

clean:
	rm -rf $(VENV)
