# What is asked of a running server: the protocol audit, and the work itself in a browser.

TRELLIS=$CARGO_TARGET_DIR/debug/trellis

# Chromium is the system's; it draws nothing without a font.
browser_tools() {
  local name
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
    [ -z "$name" ] || ! command -v "$name" >/dev/null || return 0
  done
  install_packages "No Chromium is on this machine." chromium fonts-liberation
  command -v chromium >/dev/null || die "Chromium was installed, but is not to be found."
}

# Whether the committed schema is the server's.
schema_drift() { "$TRELLIS" schema check; }

containers_hold() {
  node tests/run/containers.mjs "$TRELLIS"
  if docker compose version >/dev/null 2>&1; then docker compose config --quiet; fi
}

# The demonstration's two years are told once, and copied for each server.
demo_data() {
  rm -rf "$WORK/demo"
  "$TRELLIS" keys init --data "$WORK/demo"
  "$TRELLIS" migrate up --data "$WORK/demo"
  "$TRELLIS" seed --demo --data "$WORK/demo"
}

# The browser tests start their own servers, each with a database of its own and a free port.
browser_tests() {
  local report=$WORK/browser.xml rc=0
  rm -f "$report"
  demo_data
  export TRELLIS_BIN=$TRELLIS TRELLIS_DEMO_DATA=$WORK/demo SMTP_PEER=$CARGO_TARGET_DIR/debug/smtp-peer
  (cd web && TRELLIS_METRICS_LISTEN=127.0.0.1:0 node --test --test-concurrency=2 \
    --test-reporter=spec --test-reporter-destination=stdout \
    --test-reporter=junit --test-reporter-destination="$report" e2e/*.test.mjs) || rc=$?
  count_comments "$report"
  return "$rc"
}

# node's reports end in comments: <!-- pass 5 --> <!-- fail 0 --> <!-- cancelled 0 --> <!-- skipped 0 -->
count_comments() {
  local of
  [ -s "$1" ] || die "the browser tests left no report" "their output above says why"
  of() { sed -n "s/.*<!-- $2 \([0-9]*\) -->.*/\1/p" "$1" | tail -n 1; }
  count "$(of "$1" pass)" "$(($(of "$1" fail) + $(of "$1" cancelled)))" "$(($(of "$1" skipped) + $(of "$1" todo)))"
}

# All audits of npm's graphql-http against a server that serves a demo.
protocol_audit() {
  local data port server out=$WORK/audit.log rc=0
  (cd tests/audit && { [ -d node_modules ] || npm ci --no-audit --no-fund; })
  data=$(mktemp -d)
  port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })')
  TRELLIS_METRICS_LISTEN=127.0.0.1:0 "$TRELLIS" serve --demo --listen "127.0.0.1:$port" --data "$data" >"$WORK/audited-server.log" 2>&1 &
  server=$!
  until_ready "http://127.0.0.1:$port/readyz" "$server" || say "the server to audit did not become ready"
  node tests/audit/audit.mjs "http://127.0.0.1:$port/graphql" >"$out" 2>&1 || rc=$?
  kill -TERM "$server" 2>/dev/null || true
  wait "$server" || say "the audited server ended with status $?"
  rm -rf "$data"
  # "ok     SPEC-ID name" for each that passes; the last line sums them up.
  count "$(grep -c '^ok ' "$out" || true)" "$(grep -cE '^(ERROR|WARN|NOTICE) ' "$out" || true)"
  [ "$rc" = 0 ] || cat "$out" >&2 "$WORK/audited-server.log"
  return "$rc"
}

# until_ready URL PID: waits a minute at most, and no longer than the process lives.
until_ready() {
  local tries
  for tries in $(seq 300); do
    node -e 'fetch(process.argv[1]).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))' "$1" && return
    kill -0 "$2" 2>/dev/null || return 1
    sleep 0.2
  done
  return 1
}
