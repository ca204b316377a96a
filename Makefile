# make run    set up, then open MentorDesk with a sample to explore
# make test   set up, then every check: style, types, layers, tests
# make quick  the tests alone, without the slow ones
# make bench  what the program costs, in one table
# make trials  what docs/trust.md promises, tried in full; takes about an hour
# make package  one folder that runs without Python, in dist/mentordesk, tried before it is shown
PYTHON ?= python3
READY := .venv/.ready

.DEFAULT_GOAL := run
.PHONY: coverage bench package pictures setup run test quick trials lock clean system-libraries

setup: system-libraries $(READY)

system-libraries:
	@sh scripts/system_libraries.sh

$(READY): requirements.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "MentorDesk needs Python 3.11 or newer, and $(PYTHON) is not installed."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "MentorDesk needs Python 3.11 or newer, and this is $$($(PYTHON) --version); with another one: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv module is missing; on Debian type: sudo apt-get install python3-venv"; exit 1; }
	@echo "Setting up in .venv; the first time this takes a minute or two."
	@.venv/bin/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear .venv
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

run: setup
	@.venv/bin/mentordesk --sample

test: setup
	@bash scripts/check_all.sh

quick: setup
	@.venv/bin/pytest -n 2 --dist loadscope -m "not slow"

trials: setup
	@MENTORDESK_TRIALS=full .venv/bin/pytest tests/reliability

# Versions for every system, with hashes, without the address of any index.
lock: setup
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check uv
	.venv/bin/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header --group dev pyproject.toml -o requirements.lock
	.venv/bin/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header --python-version 3.11 packaging/requirements.in -o packaging/requirements.lock

# One table of what the program costs; FIGURES="save today" measures only some of it.
bench: setup
	@.venv/bin/python -m benchmarks $(FIGURES)

package: setup
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r packaging/requirements.lock
	@.venv/bin/python packaging/build.py

# Which lines and branches the tests reach; takes half as long again as the tests.
coverage: setup
	@.venv/bin/pytest -n 2 --dist loadscope --cov --cov-report=term

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	rm -f .coverage .coverage.*
	find mentordesk tests -name __pycache__ -type d -prune -exec rm -rf {} +

# The pictures of the README, drawn by the program itself.
pictures: setup
	sh scripts/draw_pictures.sh
