# demo: install and run the main job · check: what CI runs · test: install what tests need, then check
VENV ?= .venv
PY := $(VENV)/bin/python
STAMP := $(VENV)/.installed
DEV_STAMP := $(VENV)/.installed-dev
CODE := src tests benchmarks training

.PHONY: demo test check bench format clean

$(PY):
	@python3 -c 'import sys; sys.exit("Détente needs Python 3.11 or newer; this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	python3 -m venv $(VENV)

$(STAMP): pyproject.toml | $(PY)
	$(PY) -m pip install --quiet --disable-pip-version-check -e .
	@touch $(STAMP)

$(DEV_STAMP): pyproject.toml | $(PY)
	$(PY) -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	@touch $(STAMP) $(DEV_STAMP)

demo: $(STAMP)
	$(VENV)/bin/detente read examples/envoy.txt
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && ledger="--ledger $$folder/demo.db" && \
	for command in "add examples" "board" "status Sweden Turkey"; do \
		echo && echo "\$$ detente $$command" && $(VENV)/bin/detente $$command $$ledger || exit; \
	done

test: $(DEV_STAMP)
	$(MAKE) check

check:
	$(VENV)/bin/ruff format --check $(CODE)
	$(VENV)/bin/ruff check $(CODE)
	$(VENV)/bin/mypy
	$(VENV)/bin/mypy benchmarks
	$(VENV)/bin/lint-imports
	$(VENV)/bin/pytest -n 2

format:
	$(VENV)/bin/ruff format $(CODE)
	$(VENV)/bin/ruff check --fix $(CODE)

bench: $(DEV_STAMP)
	$(PY) -m benchmarks

clean:
	rm -rf $(VENV) build dist
