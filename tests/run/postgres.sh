#!/usr/bin/env bash
# A private PostgreSQL cluster from the installed programs; nothing of the machine's own is touched.
#   postgres.sh start DIR [durable]   makes and starts one, prints its address
#   postgres.sh stop DIR              stops it and removes everything
# It listens on a free port of the loopback address, without a socket file, with a password of its own.
# The password crosses the loopback as it is: SCRAM would cost each connection of an unoptimised build 45 ms.
# Without `durable` it does not wait for the disk: good for tests that only need a database,
# wrong for those that ask what is left after a crash.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# Where initdb and pg_ctl are; Debian keeps them out of PATH.
find_programs() {
  local dir
  dir=$(dirname "$(command -v initdb 2>/dev/null)" 2>/dev/null) || dir=
  [ -n "$dir" ] && [ -x "$dir/pg_ctl" ] && { echo "$dir"; return; }
  for dir in $(printf '%s\n' /usr/lib/postgresql/*/bin | sort -rV); do
    [ -x "$dir/initdb" ] && { echo "$dir"; return; }
  done
  return 1
}

# postgres refuses to run as root.
unprivileged() {
  if [ "$(id -u)" != 0 ]; then
    (cd / && "$@")
  else
    (cd / && runuser -u "$(cluster_user)" -- "$@")
  fi
}
cluster_user() { if id -u postgres >/dev/null 2>&1; then echo postgres; else echo nobody; fi; }

free_port() {
  node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })'
}

# Below DIR, or below the temporary folder when the unprivileged user may not pass to DIR (a clone in /root).
make_place() {
  local place=$1/cluster
  mkdir -p "$place"
  [ "$(id -u)" != 0 ] || chown "$(cluster_user)" "$place"
  if ! unprivileged test -w "$place" 2>/dev/null; then
    rmdir "$place"
    place=$(mktemp -d "${TMPDIR:-/tmp}/trellis-postgres.XXXXXX")
    chown "$(cluster_user)" "$place"
  fi
  chmod 700 "$place"
  echo "$place" >"$1/place"
}

settings() {
  cat <<SETTINGS
listen_addresses = '127.0.0.1'
port = $1
unix_socket_directories = ''
max_connections = 200
log_min_messages = warning
SETTINGS
  [ "$2" = durable ] || printf '%s = off\n' fsync full_page_writes synchronous_commit
  [ "$2" = durable ] || echo 'max_wal_size = 128MB'
}

start() {
  local dir=$1 kind=${2:-fast} place port password try
  [ ! -e "$dir/place" ] || stop "$dir"
  mkdir -p "$dir"
  make_place "$dir"
  place=$(cat "$dir/place")
  password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  unprivileged sh -c "umask 077; echo $password >'$place/password'"
  unprivileged "$bin/initdb" --pgdata="$place/data" --username=trellis --pwfile="$place/password" \
    --auth=password --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$dir/initdb.log" 2>&1 ||
    { cat "$dir/initdb.log" >&2; die "PostgreSQL could not make a cluster in $place."; }
  # Somebody else may take the port between our question and our use of it.
  for try in 1 2 3; do
    port=$(free_port)
    settings "$port" "$kind" | unprivileged tee "$place/data/postgresql.auto.conf" >/dev/null
    if unprivileged "$bin/pg_ctl" -D "$place/data" -l "$place/log" -w -s start >&2; then
      echo "postgres://trellis:$password@127.0.0.1:$port/postgres"
      return
    fi
    say "PostgreSQL did not start on port $port (try $try of 3)"
  done
  unprivileged cat "$place/log" >&2
  die "PostgreSQL did not start."
}

stop() {
  local dir=$1 place
  [ -e "$dir/place" ] || return 0
  place=$(cat "$dir/place")
  if [ -e "$place/data/postmaster.pid" ]; then
    unprivileged "$bin/pg_ctl" -D "$place/data" -m immediate -w -s stop >&2 || say "the cluster in $place was not running"
  fi
  rm -rf "$place" "$dir"
}

# Nothing to stop: and no reason to install anything.
if [ "${1:-}" = stop ] && [ ! -e "${2:?a folder}/place" ]; then exit 0; fi
bin=$(find_programs) || {
  install_packages "PostgreSQL's programs are not on this machine." postgresql postgresql-client
  bin=$(find_programs) || die "PostgreSQL was installed, but initdb is not to be found."
}
case ${1:-} in
  start) start "${2:?a folder}" "${3:-}" ;;
  stop) stop "${2:?a folder}" ;;
  *) die "usage: postgres.sh start DIR [durable] | stop DIR" ;;
esac
