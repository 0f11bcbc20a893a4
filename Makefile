# 云团圆: `make demo` runs the product, `make test` proves it. The README says more.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
PORT ?= 8000
export PORT
# Python, its tools and Node come from the hashed lock; what else the machine has is left alone.
export PATH := $(CURDIR)/.venv/bin:$(PATH)

h5 := miniprogram/dist/build/h5/index.html
weixin := miniprogram/dist/build/mp-weixin/app.json
node_modules := miniprogram/node_modules/.package-lock.json
client_sources := $(shell find miniprogram \( -name node_modules -o -name dist -o -name unit \) -prune -o -type f -print)
debian_packages := postgresql redis-server coturn chromium poppler-utils fonts-noto-cjk fonts-hanazono softhsm2 iproute2

.PHONY: demo test check bench screens soak debian

demo: .venv/installed $(h5)
	@exec env DEMO=1 python -m miniprogram_api

test: debian .venv/installed-dev $(h5) $(weixin)
	python -m pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder --durations 40 --durations-min 5

check: .venv/installed-dev $(h5) $(weixin)
	ruff check .
	ruff format --check .
	mypy
	lint-imports
	python -m tests.openapi
	check-jsonschema --builtin-schema vendor.compose-spec docker-compose.yml
	cd miniprogram && npm run --silent lint && npm run --silent types && npm run --silent unit && node tools/budget.js

bench: debian .venv/installed-dev $(h5)
	@.ci/debian janus
	python -m tests.bench $(ONLY)

screens: debian .venv/installed-dev $(h5)
	python -m tests.screens

soak: debian .venv/installed-dev $(h5)
	python -m pytest -m soak --soak --timeout 0

debian:
	@.ci/debian $(debian_packages)

.venv/bin/pip:
	@python3 -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	|| { echo "Needed first: Python 3.11 or newer with its venv module (Debian: apt install python3-venv)."; exit 1; }
	python3 -m venv .venv

.venv/installed: requirements.lock | .venv/bin/pip
	pip install --quiet --require-hashes -r $<
	@touch $@

.venv/installed-dev: requirements-dev.lock .venv/installed
	pip install --quiet --require-hashes -r $<
	@touch $@

$(node_modules): miniprogram/package-lock.json | .venv/installed
	cd miniprogram && npm ci --no-audit --no-fund --loglevel error
	@test -x miniprogram/node_modules/.bin/uni || { echo "npm could not fetch the client's packages."; exit 1; }
	@touch $@

$(h5): $(client_sources) $(node_modules)
	cd miniprogram && npm run --silent build:h5
	@touch $@

$(weixin): $(client_sources) $(node_modules)
	cd miniprogram && npm run --silent build:mp-weixin
	@touch $@
