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

# The demonstration's two years are told once, in memory where there is room, and copied for each server.
demo_data() {
  "$TRELLIS" keys init --data "$SCRATCH/demo"
  "$TRELLIS" migrate up --data "$SCRATCH/demo"
  "$TRELLIS" seed --demo --data "$SCRATCH/demo"
}

# The browser tests start their own servers, each with a database of its own and a free port.
# What fails beside others is tried once more, alone: a machine that was too slow is told from a defect,
# and a story that passes only then is named in the summary, since it may hide a race of ours.
browser_tests() {
  local rc=0 again=() failed
  export TRELLIS_BIN=$TRELLIS TRELLIS_DEMO_DATA=$SCRATCH/demo SMTP_PEER=$CARGO_TARGET_DIR/debug/smtp-peer
  stories first 2 "$ROOT"/web/e2e/*.test.mjs || rc=$?
  [ -s "$WORK/browser-first.failed" ] || {
    count_comments "$WORK/browser-first.xml"
    return "$rc"
  }
  mapfile -t again < <(json_of file "$WORK/browser-first.failed" | sort -u)
  say "tried once more, alone: ${again[*]##*/}"
  rc=0
  stories second 1 "${again[@]}" || rc=$?
  failed=$(wc -l <"$WORK/browser-second.failed")
  count "$(($(tests_in "$WORK/browser-first.xml") - failed))" "$failed"
  comm -23 <(json_of name "$WORK/browser-first.failed" | sort -u) <(json_of name "$WORK/browser-second.failed" | sort -u) |
    sed 's/^/passed only alone: /' >>"$STEPS/remarks"
  remember_failures "$WORK/browser-first.failed"
  return "$rc"
}

# stories RUN AT-ONCE FILE...
stories() {
  local run=$1 at_once=$2
  shift 2
  rm -f "$WORK/browser-$run".*
  (cd web && TRELLIS_METRICS_LISTEN=127.0.0.1:0 node --test --test-concurrency="$at_once" \
    --test-reporter=spec --test-reporter-destination=stdout \
    --test-reporter=junit --test-reporter-destination="$WORK/browser-$run.xml" \
    --test-reporter="$ROOT/tests/run/failures.mjs" --test-reporter-destination="$WORK/browser-$run.failed" "$@")
}

# json_of FIELD FILE: that field of each line.
json_of() {
  node -e 'for (const line of require("fs").readFileSync(process.argv[2], "utf8").split("\n"))
    if (line) console.log(JSON.parse(line)[process.argv[1]])' "$1" "$2"
}

# node's reports end in comments: <!-- pass 5 --> <!-- fail 0 --> <!-- cancelled 0 --> <!-- skipped 0 -->
of_comments() { sed -n "s/.*<!-- $2 \([0-9]*\) -->.*/\1/p" "$1" | tail -n 1; }
tests_in() { of_comments "$1" tests; }
count_comments() {
  [ -s "$1" ] || die "the browser tests left no report" "their output above says why"
  count "$(of_comments "$1" pass)" "$(($(of_comments "$1" fail) + $(of_comments "$1" cancelled)))" \
    "$(($(of_comments "$1" skipped) + $(of_comments "$1" todo)))"
}

# What failed and what it said stands under the table too, where it is found without looking.
remember_failures() {
  node -e 'for (const line of require("fs").readFileSync(process.argv[1], "utf8").split("\n")) {
    if (!line) continue;
    const { name, said } = JSON.parse(line);
    console.log(["at first, of " + JSON.stringify(name) + ":", ...said.map((one) => "    " + one.slice(0, 300))].join("\n"));
  }' "$1" >>"$STEPS/remarks"
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
