# Everything here sets itself up in .venv first. Another Python: make PYTHON=python3.13 …
PYTHON ?= python3
BIN = .venv/bin
SET_UP = @command -v $(PYTHON) >/dev/null || { \
	echo "there is no $(PYTHON): install Python 3.11 or newer, or name one: make PYTHON=/path/to/python3"; exit 1; }; \
	$(PYTHON) tools/set_up.py

.PHONY: help demo docs test check set-up-dev lint types contracts generated bench soak clean

help:
	@echo "make demo    draw the examples as maps, into build/"
	@echo "make docs    build the site of docs/, into site/"
	@echo "make test    run every test"
	@echo "make check   style, types, import contracts, generated files"
	@echo "make bench   measure against other tools"
	@echo "make soak    the long tests"
	@echo "make clean   remove what was made, .venv too"

demo:
	$(SET_UP)
	$(BIN)/cjm build examples
	@echo "Open build/examples/shopping-day/shopping-day.html in a browser."

docs:
	$(SET_UP) --dev
	$(BIN)/python -m zensical build --strict --clean
	@echo "Look at it with $(BIN)/python -m http.server --directory site"

test:
	$(SET_UP) --dev --browser
	$(BIN)/python -m pytest -n auto

# Parts of their own, so that `make -k check` tells everything that is wrong.
check: lint types contracts generated

set-up-dev:
	$(SET_UP) --dev

lint: set-up-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: set-up-dev
	$(BIN)/python -m mypy

contracts: set-up-dev
	$(BIN)/lint-imports --cache-dir .cache/import_linter

generated: set-up-dev
	$(BIN)/python tools/make_widths.py --check
	$(BIN)/python tools/make_locales.py --check
	if [ -f tools/make_docs.py ]; then $(BIN)/python tools/make_docs.py --check; fi

bench: set-up-dev
	$(BIN)/python -m benchmarks

# hypothesis marks its own tests, so the property tests run again here, longer.
soak:
	$(SET_UP) --dev --browser
	$(BIN)/python -m pip install --quiet -e .[cluster]
	$(BIN)/python -m pytest -n auto -m "soak or hypothesis" --hypothesis-profile=soak

clean:
	rm -rf .venv .cache .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache build dist site
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
