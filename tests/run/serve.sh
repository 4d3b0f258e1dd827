#!/usr/bin/env bash
# `make run`: builds the web client and the server, then serves a demo until it is stopped.
# The server itself makes the data folder, keys, database and invented data, and prints address and sign-ins.
# Further arguments go to `trellis serve`: ARGS='--listen 127.0.0.1:9000' make run
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. tests/run/common.sh
. tests/run/rust.sh
. tests/run/web.sh

rust_tools
node_tools
web_packages
web_build
cargo build --locked --release -p trellis
read -ra more <<<"${ARGS:-}"
exec "$CARGO_TARGET_DIR/release/trellis" serve --demo "${more[@]}"
