# `make demo` and `make test` do all their own set-up in .venv; nothing else is needed but Python 3.11+.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SHIPPED := pyproject.toml requirements/bootstrap.txt requirements/run.txt
.DEFAULT_GOAL := help

.PHONY: help setup demo test test-browser looks page check train lock clean
help: ## say what can be made
	@grep -hE '^[a-z]+:.*##' Makefile | sed -E 's/^([a-z]+):.*## /  make \1\t/'

$(VENV)/.pip: requirements/bootstrap.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Sayso needs Python 3.11 or newer; set PYTHON=/path/to/python3"; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --require-hashes -r requirements/bootstrap.txt
	touch $@

$(VENV)/.run: $(VENV)/.pip $(SHIPPED)
	$(BIN)/python -m pip install -q --require-hashes --no-deps -r requirements/run.txt
	$(BIN)/python -m pip install -q --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.txt
	$(BIN)/python -m pip install -q --require-hashes --no-deps -r requirements/dev.txt
	touch $@

setup: $(VENV)/.run ## install the program at .venv/bin/sayso

demo: $(VENV)/.run ## build the demo project and print what it found
	$(BIN)/sayso demo

test: $(VENV)/.dev ## run the tests
	$(BIN)/python -m pytest -n 2

$(VENV)/.browser: $(VENV)/.dev requirements/browser.txt
	$(BIN)/python -m pip install -q --require-hashes --no-deps -r requirements/browser.txt
	touch $@

test-browser: $(VENV)/.browser ## drive the page in Chromium (apt-get install chromium)
	$(BIN)/python -m pytest tests/browser

looks: $(VENV)/.browser ## draw the stored pictures of the views anew; look at what git shows of them
	SAYSO_LOOKS=renew $(BIN)/python -m pytest -q tests/browser/test_looks.py -k looks_as_it_did

page: ## build the web page anew (needs Node)
	cd frontend && npm ci --silent && npm run --silent build

check: $(VENV)/.dev ## the gate: format, lint, import contracts, types, dead code
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/vulture

$(VENV)-train/.ready: requirements/train.txt $(VENV)/.pip
	$(PYTHON) -m venv $(VENV)-train
	$(VENV)-train/bin/python -m pip install -q --require-hashes -r requirements/bootstrap.txt
	$(VENV)-train/bin/python -m pip install -q --require-hashes --no-deps -r requirements/train.txt
	touch $@

train: $(VENV)-train/.ready ## train the encoder anew (three quarters of an hour, PyTorch)
	PYTHONPATH=src $(VENV)-train/bin/python -m training.sayso_en src/sayso/extract/encoder/weights

lock: ## write the hash-pinned requirements anew (needs uv)
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url requirements/bootstrap.in -o requirements/bootstrap.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url pyproject.toml -o requirements/run.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url pyproject.toml --extra dev -o requirements/dev.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url pyproject.toml --extra dev --extra browser -o requirements/browser.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url requirements/train.in -o requirements/train.txt

clean: ## remove what was made
	rm -rf $(VENV) $(VENV)-train demo-project dist .mypy_cache .ruff_cache .pytest_cache
