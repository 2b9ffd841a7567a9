# Everything runs inside .venv, made from the hash-pinned locks.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test lint check-corpus eval trials bench install install-dev lock clean

run: install
	@exec $(BIN)/dondoc run

test: install-dev
	$(BIN)/python -m pytest

lint: install-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check-corpus: install
	$(BIN)/python -m knowledge.checks

eval: install-dev
	$(BIN)/python -m tests.eval
	$(BIN)/python -m tests.reports

trials: install-dev
	$(BIN)/python -m tests.trials

bench: install-dev
	$(BIN)/python -m bench

install: $(VENV)/.installed

install-dev: $(VENV)/.installed-dev

$(VENV)/.installed: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --disable-pip-version-check --quiet --require-hashes -r requirements.lock
	PYTHONWARNINGS=ignore $(BIN)/python -m pip install --disable-pip-version-check --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.installed-dev: requirements-dev.lock $(VENV)/.installed
	$(BIN)/python -m pip install --disable-pip-version-check --quiet --require-hashes -r requirements-dev.lock
	@touch $@

# Pins every dependency with its hashes; the locks name no index.
lock:
	$(PYTHON) -m venv build/lock
	build/lock/bin/pip install --quiet pip-tools
	build/lock/bin/pip-compile --quiet --extra build -o requirements.lock pyproject.toml
	build/lock/bin/pip-compile --quiet --extra build --extra dev -c requirements.lock -o requirements-dev.lock pyproject.toml

clean:
	rm -rf $(VENV) build *.egg-info
