# The two commands that do everything on a fresh machine: `make demo` and `make test`.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
TESTED := $(VENV)/.test-tools

.PHONY: demo test torture lint format schemas readme pictures clean

demo: $(INSTALLED) ## installs cjm, draws the examples and says where to look
	$(BIN)/cjm validate examples
	$(BIN)/cjm render examples -f html -f svg -f md -o dist/examples
	@echo "Open dist/examples/buying-running-shoes.html in a browser."

test: $(TESTED) lint ## installs what tests need and runs them all
	$(BIN)/python -m pytest -n auto --dist loadfile

torture: $(TESTED) ## tries everything that may break it, for half an hour, and writes docs/reliability.md
	$(BIN)/python -m pytest tests/torture -n auto --torture --scoreboard docs/reliability.md

lint: $(TESTED)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

format: $(TESTED)
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

schemas: $(TESTED) ## writes schemas/ anew after a change of the model
	$(BIN)/python -m pytest --update -q tests/model/test_schema.py

readme: $(TESTED) ## writes the README's table of rules anew after a change of one
	$(BIN)/python -m pytest --update -q tests/test_readme.py

pictures: $(TESTED) ## draws the README's pictures anew
	$(BIN)/python -m pytest --update -q tests/test_examples.py

clean:
	rm -rf $(VENV) dist build

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(INSTALLED): pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(TESTED): $(INSTALLED) tests/browser/package-lock.json
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --group dev
	npm ci --silent --prefix tests/browser
	@touch $@
