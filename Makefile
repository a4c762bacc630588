# make demo   its own virtual environment, installs, checks the fixtures and prints the report
# make check  format, lint, types, layers, tests, documentation examples, the wheel installed clean
# make check-web  the HTML report in a real Chromium, which has to be there; .ci/run installs it where it is missing
# The rest is slow or for one purpose: readme, site (the documentation), eval, bench, fuzz, clean.

PYTHON ?= python3
DATA ?= ../shared/data
DEMO ?= fixtures/flood

VENV := .venv
PEERS := .venv-bench
WEB := .venv-browser
SITE := .venv-site
RUN := $(VENV)/bin/python
SOURCES := $(shell find src -type f -not -name '*.pyc')

export PIP_DISABLE_PIP_VERSION_CHECK := 1
# the checkout itself is tested, installed or not; Python files outside it have no say
export PYTHONPATH := $(CURDIR)/src:$(CURDIR)
export PYTHONDONTWRITEBYTECODE := 1

.PHONY: demo check format lint types layers test docs wheel readme eval bench fuzz check-web browser site clean

demo: $(VENV)/demo.stamp
	@PYTHONPATH= $(VENV)/bin/crosscheck $(DEMO)

check: format lint types layers test docs wheel
	@echo "make check: all is well"

format: $(VENV)/dev.stamp
	$(RUN) -m ruff format --check .

lint: $(VENV)/dev.stamp
	$(RUN) -m ruff check .

types: $(VENV)/dev.stamp
	$(RUN) -m mypy src evaluation tools tests/typing

layers: $(VENV)/dev.stamp
	$(VENV)/bin/lint-imports

test: $(VENV)/dev.stamp
	$(RUN) -m pytest

docs: $(VENV)/dev.stamp
	$(RUN) -m pytest --doctest-glob='*.md' README.md docs
	$(RUN) tools/readme.py --check

wheel: $(VENV)/dev.stamp
	$(RUN) tools/try_wheel.py

readme: $(VENV)/dev.stamp
	$(RUN) tools/readme.py

eval: $(VENV)/dev.stamp
	$(RUN) -m evaluation $(DATA)

bench: $(VENV)/dev.stamp $(PEERS)/bench.stamp
	$(RUN) tools/bench.py
	$(PEERS)/bin/python tools/bench_peers.py
	$(PEERS)/bin/python tools/bench_pairs.py
	$(RUN) tools/bench_heap.py 10000 100000

fuzz: $(VENV)/dev.stamp
	HYPOTHESIS_PROFILE=fuzz $(RUN) -m pytest tests

check-web browser: $(WEB)/browser.stamp
	$(WEB)/bin/python -m pytest tests/browser -rs
	$(WEB)/bin/python tools/html_speed.py

# every warning is an error: a link that leads nowhere, a name that is not there
site: $(SITE)/site.stamp
	$(SITE)/bin/python -m sphinx -q -W --keep-going -b html docs site
	@echo "open site/index.html"

clean:
	rm -rf $(VENV) $(PEERS) $(WEB) $(SITE) site docs/generated build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# A stamp is younger than all that was installed for it, so that a second run installs nothing.

$(VENV)/demo.stamp: $(RUN) pyproject.toml README.md LICENSE $(SOURCES)
	PYTHONPATH= $(RUN) -m pip install --quiet .
	@touch $@

$(VENV)/dev.stamp: $(RUN) pyproject.toml tools/requirements.py
	$(RUN) tools/requirements.py > $(VENV)/requirements.txt
	PYTHONPATH= $(RUN) -m pip install --quiet -r $(VENV)/requirements.txt
	@touch $@

$(PEERS)/bench.stamp: pyproject.toml tools/requirements.py
	test -x $(PEERS)/bin/python || $(PYTHON) -m venv $(PEERS)
	$(PEERS)/bin/python tools/requirements.py bench > $(PEERS)/requirements.txt
	PYTHONPATH= $(PEERS)/bin/python -m pip install --quiet -r $(PEERS)/requirements.txt
	@touch $@

$(WEB)/browser.stamp: pyproject.toml tools/requirements.py
	test -x $(WEB)/bin/python || $(PYTHON) -m venv $(WEB)
	$(WEB)/bin/python tools/requirements.py browser > $(WEB)/requirements.txt
	PYTHONPATH= $(WEB)/bin/python -m pip install --quiet -r $(WEB)/requirements.txt
	@touch $@

$(SITE)/site.stamp: pyproject.toml tools/requirements.py
	test -x $(SITE)/bin/python || $(PYTHON) -m venv $(SITE)
	$(SITE)/bin/python tools/requirements.py site > $(SITE)/requirements.txt
	PYTHONPATH= $(SITE)/bin/python -m pip install --quiet -r $(SITE)/requirements.txt
	@touch $@

$(RUN):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "crosscheck needs Python 3.11 or later: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }
