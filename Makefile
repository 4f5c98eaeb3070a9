# `make help` zegt wat er is. Nodig: Python 3.11 of nieuwer, make en git. Windows: zie README.md.
.DEFAULT_GOAL := help
.PHONY: help site test snel bench fuzz lock schema sjablonen beeld schoon

VENV := .venv
BIN := $(VENV)/bin
RUN := $(BIN)/python -m
PIP := $(RUN) pip --disable-pip-version-check --no-input install --quiet
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url

# The first Python on this machine that is new enough; `make PYTHON=... site` overrules it.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)

help: ## toon deze lijst
	@sed -n 's/^\([a-z]*\):.*## /  make \1|/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "%-18s%s\n", $$1, $$2}'

site: $(VENV)/.ready ## controleer alles, maak alle rapporten en bouw de site in build/site
	@$(RUN) invoeringstoets site

# The tests start hundreds of processes: without kept bytecode each compiles all it imports again.
test snel: export PYTHONDONTWRITEBYTECODE :=
# Properties are tried on one in five of the examples, documents and pages that `make test` takes.
snel: export VOORBEELDEN := 20

test: $(VENV)/.ready-dev ## alle controles en tests (eerst meer pakketten: ongeveer 700 MB)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2 --dist worksteal --cov --cov-report=term

snel: $(VENV)/.ready-dev ## stijl, typen en de snelle tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -q -n 2 --dist worksteal -m "not slow and not browser and not office"

fuzz: $(VENV)/.ready-dev ## zoek met vreemde invoer naar fouten in de controle: make fuzz TIJD=600 (seconden)
	$(BIN)/python tests/fuzz/check.py $(or $(TIJD),60)

# Which benches (WELKE=controle) and how many rounds (RONDES=5); default three rounds of all of them,
# save the growth to 3,000 toetsen (WELKE=site-groot) and the accessibility of every kind of page
# (WELKE=lighthouse), which take minutes more.
WELKE ?=
RONDES ?= 3

bench: $(VENV)/.ready $(VENV)-bench/.ready build/bench/node/.ready ## meet naast andere programma's (WELKE=controle RONDES=3)
	@$(BIN)/python tests/bench/run.py $(WELKE) --rounds $(RONDES)

lock: $(VENV)/.ready-dev ## leg de versies van alle pakketten opnieuw vast
	$(COMPILE) --upgrade requirements.in -o requirements.lock
	$(COMPILE) --upgrade -c requirements.lock requirements-dev.in -o requirements-dev.lock
	$(COMPILE) --upgrade requirements-bench.in -o requirements-bench.lock

schema: $(VENV)/.ready ## schrijf het schema voor tekstverwerkers opnieuw
	$(RUN) invoeringstoets schema --naar schema/toets-1.schema.json

sjablonen: $(VENV)/.ready-dev ## maak de sjablonen voor Word en LibreOffice opnieuw
	$(BIN)/python docs/maak_docx_sjablonen.py
	$(BIN)/python docs/maak_odt_sjablonen.py

beeld: $(VENV)/.ready-dev site ## maak het beeld in de README opnieuw (met chromium)
	$(BIN)/python docs/maak_beeld.py

schoon: ## verwijder wat gebouwd is; toetsen en pakketten blijven
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage

# The packages are installed again only when a lock changed, the project when its settings did.
$(VENV)/.ready: requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 of nieuwer is niet gevonden" >&2; exit 1; }
	@$(RUN) pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	@echo "pakketten klaarzetten in $(VENV) (alleen de eerste keer, of na een wijziging)"
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.ready-dev: requirements-dev.lock $(VENV)/.ready
	@$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

# What the benches measure beside. Without npm there is no Spectral and no Lighthouse, which the
# benches then say.
$(VENV)-bench/.ready: requirements-bench.lock
	@$(PYTHON) -m venv --clear $(VENV)-bench
	@$(VENV)-bench/bin/python -m pip --disable-pip-version-check --no-input install --quiet \
		--require-hashes -r requirements-bench.lock
	@touch $@

build/bench/node/.ready: tests/bench/package.json
	@mkdir -p $(@D) && cp $< $(@D)
	@if command -v npm >/dev/null; then \
		npm install --prefix $(@D) --no-package-lock --no-audit --no-fund --silent || \
		echo "Spectral en Lighthouse zijn niet geïnstalleerd: npm kan ze niet vinden" >&2; fi
	@touch $@
