# The two commands a newcomer needs are `make run` and `make test`; the rest is for those who change the code.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# One more than there are processors: real processes that are killed and starved are mostly waited for.
WORKERS := $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1)

# Hundreds of processes are started by the tests: each would compile all modules for itself.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test lint lines bench fuzz faults mutants words pins clean

run: $(VENV)/.run
	$(BIN)/nhacviec demo

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# How well lines are understood as people type them: tests/lines.py.
lines: $(VENV)/.dev
	$(BIN)/python -m tests.lines

# What it costs, beside what others cost, as ratios: tests/bench/__main__.py.
bench: $(VENV)/.dev
	$(BIN)/python -m tests.bench

# The long run over the readers of text: tests/fuzz/conftest.py.
fuzz: $(VENV)/.dev
	$(BIN)/python -m pytest tests/fuzz -n auto --hypothesis-profile=fuzz
	$(BIN)/python -m tests.fuzz.growth

# Real processes that are killed, cut off, starved: tests/faults/__init__.py.
faults: $(VENV)/.dev
	$(BIN)/python -m tests.faults --minutes $(or $(MINUTES),20)

# Small changes to the code that a test should notice: tests/mutants/__init__.py.
mutants: $(VENV)/.dev
	$(BIN)/python -m tests.mutants --minutes $(or $(MINUTES),20)

# What is said in code → the catalogue, ready for the translator.
words: $(VENV)/.dev
	$(BIN)/python -m tests.catalogues

# pyproject.toml → the pinned requirements, without the name of any registry (needs uv).
PIN := uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
       --no-header --no-annotate --quiet pyproject.toml --extra web
pins:
	$(PIN) --group build -o requirements.txt
	$(PIN) --group dev -c requirements.txt -o requirements-dev.txt

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit("Cần Python 3.11 trở lên. Needs Python 3.11 or newer." if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache
