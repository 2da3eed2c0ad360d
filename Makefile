# Everything one may run. Two commands matter: make demo, make test.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
DATA ?= $(CURDIR)/var
FILES ?=
HOUSE = RAADHUS_DATA=$(DATA)/demo $(BIN)/raadhus
SAMPLES := $(CURDIR)/tests/samples/demo
PACKAGE := src/raadhus
ASSETS := $(PACKAGE)/interfaces/web/static/vendor/.built

.PHONY: demo serve test lint check browser bench docs assets lock clean

demo: $(BIN)/.runtime $(ASSETS)  ## set up, read the sample minutes (and FILES="a.pdf b.txt"), open the site
	@$(HOUSE) setup
	@echo "I demoen kan alle på denne maskine læse åbne punkter uden at logge ind. Lukkede punkter kræver administratoren."
	@$(HOUSE) import --reading everyone $(SAMPLES) $(FILES) || echo "Resten er læst; serveren starter nu."
	@$(HOUSE) serve

serve: $(BIN)/.runtime $(ASSETS)  ## the site on your own data in DATA (default var/)
	@RAADHUS_DATA=$(DATA) $(BIN)/raadhus setup
	@RAADHUS_DATA=$(DATA) $(BIN)/raadhus serve

test: $(BIN)/.dev $(ASSETS)  ## what CI runs: lint, types, contracts, every test on SQLite, storage again on PostgreSQL
	@tools/system_packages.sh
	$(MAKE) lint
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder
	tools/with_postgresql.sh $(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder tests/foundation tests/domains

lint: $(BIN)/.dev
	$(BIN)/ruff check src tests bench tools
	$(BIN)/ruff format --check src tests bench tools
	$(BIN)/mypy
	PYTHONPATH=src $(BIN)/lint-imports

bench: $(BIN)/.dev $(ASSETS)  ## every published figure, one file each; make bench ONLY=reading for one of them
	@for file in $(if $(ONLY),bench/$(ONLY).py,$(filter-out bench/__init__.py,$(wildcard bench/*.py))); do \
	  echo "== $$file"; PYTHONPATH=src:. $(BIN)/python $$file || exit 1; done

docs: $(BIN)/.dev  ## write docs/commands.md anew from the commands' own help
	PYTHONPATH=src $(BIN)/python tools/write_commands.py

assets: $(ASSETS)

$(BIN)/.runtime: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(BIN)/.dev: requirements-dev.lock $(BIN)/.runtime
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

$(ASSETS): package.json package-lock.json $(wildcard $(PACKAGE)/interfaces/web/locale/*/LC_MESSAGES/*.po) tools/build_assets.py | $(BIN)/.runtime
	$(BIN)/python tools/build_assets.py

lock: $(BIN)/.dev  ## write the two lock files anew; needs pip-tools in the environment
	$(BIN)/pip-compile -q --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-find-links --no-annotate --no-header -o requirements.lock pyproject.toml
	$(BIN)/pip-compile -q --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-find-links --no-annotate --no-header --extra dev --extra fast --extra sign --extra bench -c requirements.lock -o requirements-dev.lock pyproject.toml

clean:
	rm -rf .venv node_modules var $(PACKAGE)/interfaces/web/static/vendor
