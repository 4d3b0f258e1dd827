# The front door. `make` alone shows what there is; the work is done in tests/run and by the server itself.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help run test e2e lint fmt schema schema-promise rules bench clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Build web and server, then serve a demo; prints the address and the sign-ins
	@tests/run/serve.sh

test: ## Run every test, with its own set-up (browser, PostgreSQL)
	@tests/run.sh

e2e: ## The browser tests only
	@tests/run.sh e2e

lint: ## Formats, lints and drift checks only
	@tests/run.sh lint

fmt: ## Put all sources into their format
	cargo fmt --all
	if [ -d web/node_modules ]; then cd web && npm run --silent format; fi

schema: ## Print schema.graphql anew from the server
	cargo run --locked --quiet -p trellis -- schema print > schema.graphql.new
	mv schema.graphql.new schema.graphql

schema-promise: ## Promise today's schema to programs; a later change that breaks them fails
	cp schema.graphql tests/schema/promised.graphql

rules: ## List the 150 rules with the tests that hold each
	@tests/rules

bench: ## Measure the release server beside a bare handler; writes tests/BENCH.md
	@tests/run/bench.sh

clean: ## Remove what was built (never data)
	cargo clean
	rm -rf web/dist web/node_modules
