# Everything a fresh machine needs is made here; see README.md for the same steps without make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
AUDIT := $(VENV)/audit
PEERS := $(VENV)/peers
export PIP_DISABLE_PIP_VERSION_CHECK = 1
# Python compiles what it runs when it first runs it: the tenth that is ever used.
export PIP_NO_COMPILE = 1
# Also where the machine says that it must not: servers, tests and workers begin by the dozen.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run event locked test test-deploy inputs fuzz audit sbom locks lint model bench bench-peers mutants notebook screenshots translations browser clean

run: $(VENV)/.runs
	@exec $(BIN)/python -m app serve

event: $(VENV)/.events
	@PRESENTER=on exec $(BIN)/python -m app serve --lan

# Before run: nothing but files whose hashes are known.
locked: $(VENV)/.made
	$(BIN)/pip install --quiet --require-hashes -r deploy/locks/requirements.txt
	@touch $(VENV)/.runs

test: $(VENV)/.tests browser lint
	$(BIN)/python -m pytest -q -n auto --dist loadfile

test-deploy: $(VENV)/.deploys $(PEERS)/.made browser
	@sh tests/deploy/get-servers.sh
	@sh tests/deploy/get-firefox.sh
	$(BIN)/python -m pytest -q -m deploy tests/deploy
	$(BIN)/python -m pytest -q -n auto --dist loadfile -m slow
	$(BIN)/python -m tests.kernels

# As many requests made up at random as INPUTS says, each answered as /openapi.json describes.
inputs: $(VENV)/.deploys
	INPUTS=$(or $(INPUTS),100000) $(BIN)/python -m pytest -q -m deploy tests/deploy/test_inputs.py

# For as many seconds as FUZZ says, or until something fails.
fuzz: $(VENV)/.fuzzes
	$(BIN)/python -m tests.deploy.fuzz_opener -max_total_time=$(or $(FUZZ),600)

# make says "Error 1" where something is known to be vulnerable, "Error 3" where the database was not reached.
audit: $(AUDIT)/.made
	@$(AUDIT)/bin/python deploy/audit.py

sbom: $(AUDIT)/.made
	@mkdir -p dist
	$(AUDIT)/bin/cyclonedx-py requirements deploy/locks/deploy.txt --output-reproducible --of JSON -o dist/sbom.json

locks: $(AUDIT)/.made
	$(AUDIT)/bin/python deploy/lock.py

lint: $(VENV)/.tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	@sh tests/js/lint.sh

model: $(VENV)/.runs
	$(BIN)/python -m app train
	$(BIN)/python -m app strokes

bench: $(VENV)/.tests
	$(BIN)/python -m tests.bench

# Beside Gradio, and what tutorials make of Flask and FastAPI: needs two quiet cores for about five minutes.
bench-peers: $(VENV)/.tests $(PEERS)/.made
	$(BIN)/python -m tests.peers

notebook: $(VENV)/.deploys
	$(BIN)/python -m tests.deploy.notebook

mutants: $(VENV)/.mutants
	@nice -n 15 $(BIN)/python -m tests.mutants

screenshots: $(VENV)/.tests browser
	$(BIN)/python -m tests.browser.screenshots
	$(BIN)/python -m tests.browser.moving

# Brings the sentences of pages and errors into every language's file. `make translations LANGUAGE=de` begins one; what
# the environment calls LANGUAGE is something else.
KNOWN := $(basename $(notdir $(wildcard app/translations/*.po)))
LANGUAGES = $(if $(filter command,$(firstword $(origin LANGUAGE))),$(LANGUAGE),$(KNOWN))
SENTENCES := $(VENV)/messages.pot

translations: $(VENV)/.runs
	$(BIN)/pybabel -q extract -F babel.cfg --add-location=file --project "Eight by Eight" -o $(SENTENCES) app templates
	for language in $(LANGUAGES); do \
		$(BIN)/pybabel -q update -i $(SENTENCES) -o app/translations/$$language.po -l $$language --init-missing \
			--no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --no-wrap || exit 1; \
	done

browser: $(VENV)/.tests
	@sh tests/browser/get-chromium.sh $(BIN)/python

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache node_modules tests/deploy/firefox/node_modules screenshots

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Eight by Eight needs Python 3.11 or newer; name one with: make PYTHON=python3.12 …" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
		|| { echo "Python's venv module is missing: on Debian or Ubuntu, run 'apt-get install python3-venv' and try again." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.runs: requirements.txt $(VENV)/.made
	$(BIN)/pip install --quiet -r requirements.txt
	@touch $@

$(VENV)/.events: requirements-event.txt $(VENV)/.runs
	$(BIN)/pip install --quiet -r requirements-event.txt
	@touch $@

$(VENV)/.tests: requirements-dev.txt $(VENV)/.events
	$(BIN)/pip install --quiet -r requirements-dev.txt
	@touch $@

$(VENV)/.deploys: requirements-deploy.txt requirements-cluster.txt requirements-server.txt requirements-fuzz.txt $(VENV)/.tests
	$(BIN)/pip install --quiet -r requirements-deploy.txt
	@touch $@

$(VENV)/.mutants: requirements-mutants.txt $(VENV)/.tests
	$(BIN)/pip install --quiet -r requirements-mutants.txt
	@touch $@

$(VENV)/.fuzzes: requirements-fuzz.txt $(VENV)/.tests
	$(BIN)/pip install --quiet -r requirements-fuzz.txt
	@touch $@

$(AUDIT)/.made: requirements-audit.txt $(VENV)/.made
	$(PYTHON) -m venv $(AUDIT)
	$(AUDIT)/bin/pip install --quiet --require-hashes -r deploy/locks/requirements-audit.txt
	@touch $@

$(PEERS)/.made: requirements-peers.txt $(VENV)/.made
	$(PYTHON) -m venv $(PEERS)
	$(PEERS)/bin/pip install --quiet --require-hashes -r deploy/locks/requirements-peers.txt
	@touch $@
