# `make demo` or `make test` on a fresh machine does all set-up first.
.DEFAULT_GOAL := help
.PHONY: help setup demo test compiled read test-package test-cluster coverage baseline picture lint format bench bench-check clean
MAKEFLAGS += --no-print-directory
unexport VIRTUAL_ENV PYTHONPATH PYTHONHOME CONDA_PREFIX PYTHONDONTWRITEBYTECODE
PY := .venv/bin/python

help: ## show these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

setup: ## make .venv (the other targets do this themselves)
	@sh tools/setup.sh

demo: setup ## run the demonstration
	@.venv/bin/bodem demo

test: setup ## check style and types, run all tests
	@$(MAKE) -j 2 lint compiled read
	@$(PY) -m pytest -n 2 --dist worksteal

compiled: setup ## compile the model, once for each version of it
	@$(PY) -c "from sim.ensemble import warm_up; warm_up(print)"

# What is imported for the first time is read slowly: once here, not once in each worker. Faults are told later.
read: setup
	@$(PY) -m pytest --collect-only -qq >/dev/null 2>&1 || true

test-package: setup ## build, install elsewhere on every Python there is, run it there (opt-in: compiles anew, minutes)
	@$(PY) tools/package.py

coverage: setup ## what the tests reach, compiled rules as plain Python (opt-in: slow)
	@sh tools/coverage.sh

baseline: setup ## keep what the model gives now as the baseline: make baseline WHY="what changed"
	@$(PY) -m tests.baseline "$(WHY)"

picture: setup ## draw the picture of the README anew
	@$(PY) tools/picture.py

test-cluster: setup ## run sweeps on a real Slurm, set up on this machine for the test (Debian: slurmctld slurmd slurm-client munge)
	@BODEM_CLUSTER=1 $(PY) -m pytest tests/cluster -p no:xdist

lint: setup ## check style and types only
	@$(PY) -m ruff check --quiet .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy --no-error-summary

format: setup ## repair style
	@$(PY) -m ruff check --fix --quiet .
	@$(PY) -m ruff format --quiet .

bench: setup ## measure speed against plain Mesa, AgentPy and starsim (fetches these two)
	@$(PY) -c 'import agentpy, sciris, starsim' 2>/dev/null || $(PY) -m pip install -qq -c constraints.txt -e '.[bench]' || true
	@$(PY) -m benchmarks

bench-check: setup ## say which ratio of the benchmark has become worse than what was kept
	@$(PY) -m benchmarks.check

clean: ## remove .venv, caches and builds (outputs stay)
	@rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist *.egg-info htmlcov .coverage
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
