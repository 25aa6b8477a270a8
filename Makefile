# Crossread: `make demo` and `make test` need Python 3.11 or later, and nothing else.
SHELL := /bin/sh
.DEFAULT_GOAL := help
# The first Python that really runs: a name on the PATH may be a version manager's stand-in for one that is not there.
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	$$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' && { echo $$p; break; }; done 2>/dev/null)
BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
NPM := PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/npm --no-update-notifier
PORT ?= 8000
export PORT

help: ## list the commands
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: .venv/installed static/build/built ## set everything up, run nothing

demo: setup ## run the application with the fictional demonstration reviews
	@SITE_URL=http://127.0.0.1:$(PORT) ALLOWED_HOSTS=localhost PUBLIC_BROWSING=1 DEMONSTRATION=1 SECOND_FACTOR=0 $(MANAGE) demo

serve: setup ## run the web server only (settings from the environment)
	@$(MANAGE) serve

worker: setup ## run one worker that reads documents
	@$(MANAGE) worker

test: setup .venv/installed-dev chromium ## run every test, the browser's too
	@$(BIN)/pytest -n 2 $(PYTEST)

check: setup .venv/installed-dev ## lint, format, types, templates, migrations, deployment settings; changes nothing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy .
	$(BIN)/djade --check --target-version 5.2 $$(git ls-files 'templates/*.html')
	$(MANAGE) makemigrations --check --dry-run
	SITE_URL=https://crossread.example $(MANAGE) check --deploy --fail-level WARNING

scores: setup ## score extraction over the real reviews beside the project (../shared), where they are there
	@$(BIN)/python -m scripts.scores ../shared/corpus ../shared/extraction $(SCORES)

bench: setup .venv/installed-bench ## measure speed: pages over 2,000 reviews, search (PART=search SCALE="10000 1000000")
	@$(BIN)/python -m bench $(PART) $(if $(SCALE),--scale $(SCALE))

fix: .venv/installed-dev ## repair what ruff and djade can repair
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/djade --target-version 5.2 $$(git ls-files 'templates/*.html')

chromium:
	@sh scripts/install_chromium.sh

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later with venv is missing: install it (on Debian: apt-get install" \
	  "python3-venv), or say where it is with make PYTHON=..."; exit 1; }
	@$(PYTHON) -m venv .venv

.venv/installed: requirements.txt constraints.txt | .venv/bin/python
	@echo "Installing Python packages (about a minute)"
	@$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt -c constraints.txt
	@touch $@

.venv/installed-dev: requirements-dev.txt .venv/installed
	@echo "Installing test tools"
	@$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt -c constraints.txt
	@touch $@

.venv/installed-bench: requirements-bench.txt .venv/installed
	@echo "Installing what speed is measured against"
	@$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-bench.txt -c constraints.txt
	@touch $@

node_modules/installed: package.json package-lock.json .venv/installed
	@echo "Installing front-end packages"
	@$(NPM) ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

static/build/built: node_modules/installed static/build.mjs $(shell find static/src -type f 2>/dev/null)
	@echo "Building styles and scripts"
	@$(NPM) run --silent build
	@touch $@

.PHONY: help setup demo serve worker test check scores bench fix chromium
