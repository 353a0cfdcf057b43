# The commands of the project. `make` alone lists them.

ENV := .venv
PY := $(ENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check
FIND_PYTHON := for name in python3.11 python3 python; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && \
	echo $$name && break; done

.PHONY: help run test check fuzz format data clean
.DEFAULT_GOAL := help

help: ## list these commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1|\2/p' $(MAKEFILE_LIST) | \
	while IFS='|' read -r name words; do printf '%-12s %s\n' "$$name" "$$words"; done

run: $(ENV)/.ready ## set everything up if need be and serve the tracker
	@$(PY) -m flask init
	@$(PY) -m gunicorn

test: $(ENV)/.ready-to-test ## run all tests
	@$(PY) -m tests.e2e.browser
	@$(PY) -m pytest

check: $(ENV)/.ready-to-test ## check format, lint rules and types
	@$(PY) -m ruff format --check .
	@$(PY) -m ruff check .
	@$(PY) -m mypy

fuzz: $(ENV)/.ready-to-test ## throw spoilt workbooks at the reader for a minute
	@$(PY) -m tests.fuzz.workbook --seconds 60

format: $(ENV)/.ready-to-test ## bring the code into the one format
	@$(PY) -m ruff format .
	@$(PY) -m ruff check --fix .

data: $(ENV)/.ready ## make data/programs.xlsx from the CSV files under tests/
	@$(PY) -m tests.record.make_workbook

clean: ## remove the environment and caches; the record stays
	rm -rf $(ENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# An environment is made once and brought up to date when the requirements change. Its
# files are compiled when they are first used, which halves the time this takes.
$(ENV)/.ready: requirements.txt
	@$(PIP) --version >/dev/null 2>&1 || { \
		python=$$($(FIND_PYTHON)); \
		if [ -z "$$python" ]; then \
			echo "Python 3.11 or newer is needed and was not found. Install it (Debian, Ubuntu: apt install python3 python3-venv) and run this again." >&2; exit 1; fi; \
		if ! $$python -c 'import venv, ensurepip' 2>/dev/null; then \
			echo "$$python cannot make a virtual environment. Install its venv package (Debian, Ubuntu: apt install python3-venv) and run this again." >&2; exit 1; fi; \
		echo "Making a virtual environment in $(ENV) ..."; \
		$$python -m venv --clear $(ENV); }
	@echo "Installing requirements.txt ..."
	@$(PIP) install --quiet --no-compile --requirement requirements.txt
	@touch $@

$(ENV)/.ready-to-test: requirements-dev.txt $(ENV)/.ready
	@echo "Installing requirements-dev.txt ..."
	@$(PIP) install --quiet --no-compile --requirement requirements-dev.txt
	@touch $@
