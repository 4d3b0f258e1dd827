# Shared by everything in tests/run: where things are, how a step is run, timed and counted.
# Sourced by bash; it runs nothing by itself.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$ROOT/target}
WORK=$CARGO_TARGET_DIR/run
STEPS=$WORK/steps
export CARGO_TERM_COLOR=${CARGO_TERM_COLOR:-auto} NO_UPDATE_NOTIFIER=1
# The browser is the system's: no test tool downloads one.
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 PUPPETEER_SKIP_DOWNLOAD=1

say() { printf '%s\n' "$*" >&2; }

# die WHAT HOW-TO-MEND
die() {
  say "error: $1"
  [ $# -lt 2 ] || say "  mend: $2"
  exit 1
}

# Says how many tests the running step has counted. A step that never calls it counts as one test.
# count PASSED FAILED [SKIPPED]
count() { printf '%s %s %s\n' "$1" "$2" "${3:-0}" >>"$STEP_COUNT"; }

# Counts the tests of a JUnit report by the attributes of its first element:
# <testsuites name=".." tests="12" skipped="0" failures="1" errors="0" ..>
count_report() {
  local head all=0 failures=0 errors=0 skipped=0
  [ -s "$1" ] || die "the test runner left no report in $1" "its output above says why"
  head=$(grep -m 1 -o '<testsuites [^>]*>' "$1") || die "the report $1 cannot be read"
  attribute() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$head"; }
  all=$(attribute tests)
  failures=$(attribute failures)
  errors=$(attribute errors)
  skipped=$(attribute skipped)
  [ -n "$all" ] || die "the report $1 counts no tests"
  count $((all - ${failures:-0} - ${errors:-0} - ${skipped:-0})) $((${failures:-0} + ${errors:-0})) "${skipped:-0}"
}

# step NAME FUNCTION [NEEDED-STEP...]
# Runs FUNCTION with `set -e` and no standard input. A failure is noted and the next step goes on, so that
# one run tells everything that is wrong; a step whose needed step failed counts as failed, not as skipped.
# What it prints is kept in a file as well, so that the end of it can stand under the table.
step() {
  local name=$1 body=$2 begun rc=0 needed
  shift 2
  export STEP_COUNT=$STEPS/$name.count
  : >"$STEP_COUNT"
  say "== $name"
  begun=$SECONDS
  for needed; do
    if [ -e "$STEPS/$needed.failed" ]; then
      say "not run: $needed failed"
      rc=1
    fi
  done
  if [ "$rc" = 0 ]; then
    set +e
    (
      set -e
      "$body"
    ) </dev/null 2>&1 | tee "$STEPS/$name.log" >&2
    rc=${PIPESTATUS[0]}
    set -e
  fi
  note_step "$name" "$rc" "$((SECONDS - begun))"
}

# Adds the step to the table; failure without a counted failed test is one failed test.
note_step() {
  local name=$1 rc=$2 seconds=$3 passed failed skipped
  read -r passed failed skipped < <(awk '{p+=$1; f+=$2; s+=$3} END {print p+0, f+0, s+0}' "$STEP_COUNT")
  if [ "$rc" != 0 ]; then
    : >"$STEPS/$name.failed"
    # One that counted no failed test did not come to its tests, or is none: its last words say why.
    [ "$failed" -gt 0 ] || {
      failed=1
      last_words "$name" >>"$STEPS/remarks"
    }
    say "== $name FAILED (${seconds}s)"
  else
    [ "$((passed + failed))" -gt 0 ] || passed=1
    [ "$failed" = 0 ] || : >"$STEPS/$name.failed"
    say "== $name done (${seconds}s)"
  fi
  printf '%-22s %6ss %7s %7s %7s\n' "$name" "$seconds" "$passed" "$failed" "$skipped" >>"$STEPS/table"
}

last_words() {
  [ -s "$STEPS/$1.log" ] || return 0
  echo "the end of $1:"
  tail -n 12 "$STEPS/$1.log" | cut -c 1-200 | sed 's/^/    /'
}

# The table of steps, what they remarked, and the one line that sums them up. Its status is the run's.
sum_up() {
  printf '\n%-22s %7s %7s %7s %7s\n' step time passed failed skipped
  cat "$STEPS/table"
  [ ! -s "$STEPS/remarks" ] || cat "$STEPS/remarks"
  awk '{p+=$3; f+=$4} END {printf "%d passed, %d failed\n", p, f; exit f > 0 || p == 0}' "$STEPS/table"
}

# Installs system packages when this machine allows it; otherwise says what to install.
# install_packages WHY PACKAGE...
install_packages() {
  local why=$1 as_root=()
  shift
  command -v apt-get >/dev/null || die "$why" "install by your system's means: $*"
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null && sudo -n true 2>/dev/null || die "$why" "as root: apt-get install $*"
    as_root=(sudo -n)
  fi
  say "$why Installing: $*"
  # An outdated list of packages is the usual reason for a failed install on a fresh machine.
  "${as_root[@]}" apt-get update -qq || say "warning: the list of packages could not be renewed"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2 ||
    die "$why apt-get could not install $*." "install them by hand and run again"
}
