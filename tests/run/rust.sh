# The Rust side: format, one build that everything after it uses, lints, tests.

rust_tools() {
  command -v cargo >/dev/null || die "Rust is not on this machine." "https://rustup.rs (1.94 or newer)"
  command -v cc >/dev/null || install_packages "A C compiler is needed to link." build-essential
}

rust_format() { cargo fmt --all --check; }

# One profile and one set of features for tests and for the server that the browser drives: built once.
# It is linted on the way: clippy's compiler is the compiler, with the lints, so that our own crates are read
# once and the dependencies are built once; `cargo clippy` beside a build takes five minutes more.
rust_build() {
  [ -n "${RUSTC_WORKSPACE_WRAPPER:-}" ] || die "Clippy is not on this machine." "rustup component add clippy"
  cargo build --locked --workspace --all-targets
}

# Has all that follows use clippy's compiler for our own crates, so that the tests find what was built.
lint_while_building() {
  export RUSTC_WORKSPACE_WRAPPER CLIPPY_ARGS=-Dwarnings__CLIPPY_HACKERY__
  RUSTC_WORKSPACE_WRAPPER=$(command -v clippy-driver || true)
  # A machine that builds once and throws it away needs nothing to build upon.
  [ -z "${CI:-}" ] || export CARGO_INCREMENTAL=0
}

# What the browser tests run: the server, and the mail server that its mail arrives at.
server_build() { cargo build --locked -p trellis -p tests --bins; }

rust_lint() { cargo clippy --locked --workspace --all-targets -- -D warnings; }

# All Rust tests. nextest runs each in a process of its own; plain `cargo test` does where it is missing.
rust_tests() {
  if cargo nextest --version >/dev/null 2>&1; then
    nextest_tests "$@"
  else
    say "cargo-nextest is not here: using cargo test (slower, the same tests)"
    plain_tests "$@"
  fi
}

nextest_tests() {
  # nextest keeps its reports below the workspace, wherever cargo builds.
  local report=$ROOT/target/nextest/default/junit.xml rc=0
  rm -f "$report"
  # One more than there are cores: each waits now and then for the other side of its connection.
  cargo nextest run --locked --workspace --no-tests fail --test-threads "$(($(nproc) + 1))" "$@" || rc=$?
  count_report "$report"
  return "$rc"
}

plain_tests() {
  local out=$WORK/cargo-test.log rc=0
  cargo test --locked --workspace --no-fail-fast "$@" 2>&1 | tee "$out" || rc=$?
  # test result: ok. 12 passed; 0 failed; 1 ignored; ...
  while read -r passed failed ignored; do
    count "$passed" "$failed" "$ignored"
  done < <(sed -n 's/^test result: .* \([0-9]*\) passed; \([0-9]*\) failed; \([0-9]*\) ignored.*/\1 \2 \3/p' "$out")
  return "$rc"
}
