# Everything from a bare checkout: Python 3.11 or newer with pip, and make. Works without a terminal and without input.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
USED := $(VENV)/.installed-all
DEVELOPED := $(VENV)/.installed-dev
SAMPLES := samples/noldusnett
# What the examples cover (docs/guides/coverage.md): patterns that still lack an example of their own, which become fewer,
# and the share of alternatives that examples exercise, in percent, which grows.
GAPS := 977
EXERCISED := 6.1
HELD := varsel.txt
SENT := brev-godt.txt
# The records of the sample say what was true that morning.
SAID := --account A-1 --as-of 2026-11-20T09:00:00Z

# $(call checked,EXIT CODE,FILE): check a sample, show the report, and fail if the exit code is another one.
define checked
echo '$$ trustcheck check $(SAMPLES)/$(2) $(SAID)'; status=0; \
$(BIN)/trustcheck check $(SAMPLES)/$(2) $(SAID) || status=$$?; \
echo "exit code $$status"; \
if [ $$status -ne $(1) ]; then echo "demo: expected exit code $(1) for $(2)" >&2; exit 1; fi
endef

.PHONY: help setup demo test lint docs clean

help:
	@echo "make setup   .venv with trustcheck and what its developers need"
	@echo "make demo    check a notice that is held, and one that may be sent"
	@echo "make lint    ruff and mypy"
	@echo "make test    lint, all tests, the examples of all rules, and what they cover"
	@echo "make docs    the pages about the rules (docs/), made anew from the rule files"
	@echo "make clean   take away .venv and what tools left behind"

setup: $(DEVELOPED)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "trustcheck needs Python 3.11 or newer; say which one: make PYTHON=python3.12 ..." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

# The stamps make a second run quick: pip runs again only when pyproject.toml changes.
$(USED): pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[all]"
	@touch $@

$(DEVELOPED): pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	@touch $@ $(USED)

demo: $(USED)
	@$(call checked,1,$(HELD))
	@$(call checked,0,$(SENT))

lint: $(DEVELOPED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: lint
	$(BIN)/pytest -n 2
	$(BIN)/trustcheck rules test
	$(BIN)/trustcheck rules coverage --max-gaps $(GAPS) --min-exercised $(EXERCISED) --quiet

docs: $(DEVELOPED)
	$(BIN)/trustcheck rules docs docs

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis dist
