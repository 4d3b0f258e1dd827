#!/usr/bin/env bash
# Everything that has to hold before a change is taken, with its own set-up (`make test`).
#   tests/run.sh          all of it; the last line counts the tests of all runners
#   tests/run.sh lint     formats, lints and drift only
#   tests/run.sh e2e      the server and the web client built, then the browser tests only
# It needs Rust and Node; Chromium and PostgreSQL's programs are installed when missing and possible.
# TEST_DATABASE_URL names a PostgreSQL server to use instead of a private one (a role that may
# create databases).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. tests/run/common.sh
. tests/run/rust.sh
. tests/run/web.sh
. tests/run/browser.sh
. tests/run/house.sh

# A private cluster, unless somebody gave an address. Its address goes to the tests by the environment.
database() {
  if [ -n "${TEST_DATABASE_URL:-}" ]; then
    say "using the PostgreSQL of TEST_DATABASE_URL"
    return
  fi
  tests/run/postgres.sh start "$SCRATCH/postgres" >"$WORK/database-url"
}

# What lives no longer than a test goes into memory where there is room: a database is some hundred
# small files, and making them on a disk takes ten times as long.
scratch() {
  local free memory place=${TMPDIR:-/tmp}
  free=$(df --output=avail -k /dev/shm 2>/dev/null | tail -n 1)
  memory=$(awk '/^MemAvailable/ {print $2}' /proc/meminfo 2>/dev/null)
  [ ! -w /dev/shm ] || [ "${free:-0}" -lt 2000000 ] || [ "${memory:-0}" -lt 6000000 ] || place=/dev/shm
  SCRATCH=$(mktemp -d "$place/trellis-tests.XXXXXX")
  # PostgreSQL's programs run as a user of their own, who has to pass.
  chmod 711 "$SCRATCH"
  export TMPDIR=$SCRATCH
}

prepare() {
  mkdir -p "$WORK"
  exec 8>"$WORK/lock"
  flock -n 8 || die "another run uses $WORK" "wait for it, or set CARGO_TARGET_DIR to another folder"
  rm -rf "$STEPS" "$WORK/database-url"
  mkdir -p "$STEPS"
  scratch
  trap clean_up EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
}
clean_up() {
  tests/run/postgres.sh stop "$SCRATCH/postgres" || say "the private PostgreSQL could not be stopped"
  rm -rf "$SCRATCH"
}

house() {
  step scripts scripts_parse
  step no-test-is-off no_test_is_switched_off
  step no-merge-is-unfinished no_merge_is_unfinished
}

rust_basics() {
  step rust-tools rust_tools
  step rust-format rust_format rust-tools
}

lint_web() {
  step node-tools node_tools
  step web-packages web_packages node-tools
  step web-lint web_lint web-packages
  step web-catalogues web_catalogues web-packages
  step web-schema-lint web_schema_lint web-packages
  step web-schema-promise web_schema_promise web-packages
}

lint() {
  house
  rust_basics
  step rust-lint rust_lint rust-tools
  lint_web
}

web() {
  lint_web
  step web-build web_build web-packages
  step web-tests web_tests web-packages
}

everything() {
  house
  # The compiler leaves a core idle for minutes at its end; the web client is built beside it, and what
  # that prints comes when it is done.
  web >"$WORK/web.log" 2>&1 &
  rust_basics
  lint_while_building
  step rust-build rust_build rust-tools
  wait "$!"
  cat "$WORK/web.log" >&2
  step database database
  [ ! -s "$WORK/database-url" ] || TEST_DATABASE_URL=$(cat "$WORK/database-url")
  export TEST_DATABASE_URL=${TEST_DATABASE_URL:-}
  step schema-drift schema_drift rust-build
  step containers containers_hold rust-build web-packages
  step rust-tests rust_tests rust-build database
  step protocol-audit protocol_audit rust-build node-tools
  in_browser
  step rules rules_list
}

in_browser() {
  step browser-tools browser_tools
  step demo-data demo_data rust-build
  step browser-tests browser_tests browser-tools web-build demo-data
}

# Only what the browser tests need.
only_in_browser() {
  step rust-tools rust_tools
  step node-tools node_tools
  step web-packages web_packages node-tools
  step web-build web_build web-packages
  step rust-build server_build rust-tools
  in_browser
}

prepare
case ${1:-all} in
  all) everything ;;
  lint) lint ;;
  e2e) only_in_browser ;;
  *) die "unknown part: $1" "tests/run.sh [lint|e2e]" ;;
esac
sum_up
