#!/usr/bin/env bash
# `make bench`: builds the release server and the bench, makes a private PostgreSQL that waits for the disk, fills
# both databases with 10,000 and 100,000 cases, measures, and writes tests/BENCH.md. About twenty minutes on an idle
# machine, and as many gigabytes of disk for a while as gigabytes of memory. A small one, for a try:
#   ARGS='--cases 300 --clients 1,8 --seconds 1' OUT=/tmp/bench.md make bench
# MACHINE says in words what it runs on; `bench run --help` (below target/release) lists the further arguments.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. tests/run/common.sh
. tests/run/rust.sh

clean_up() {
  tests/run/postgres.sh stop "$WORK/bench-postgres" || say "the private PostgreSQL could not be stopped"
  rm -rf "$WORK/bench"
}

# "two cores, 24 GB"
machine() {
  local cores memory words=(no one two three four five six seven eight)
  cores=$(nproc)
  memory=$(awk '/^MemTotal/ {printf "%.0f", $2 / 1048576}' /proc/meminfo)
  echo "a machine of ${words[$cores]:-$cores} cores and $memory GB of memory"
}

rust_tools
cargo build --locked --release -p trellis -p tests --bin trellis --bin bench
mkdir -p "$WORK/bench"
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
url=$(tests/run/postgres.sh start "$WORK/bench-postgres" durable)
read -ra more <<<"${ARGS:-}"
"$CARGO_TARGET_DIR/release/bench" run --trellis "$CARGO_TARGET_DIR/release/trellis" --database-url "$url" \
  --work "$WORK/bench" --out "${OUT:-tests/BENCH.md}" --machine "${MACHINE:-$(machine)}" "${more[@]}"
