# The web client: its packages, its build, its checks. Sourced by run.sh and serve.sh.

node_tools() {
  command -v npm >/dev/null || die "Node is not on this machine." "https://nodejs.org (20.19 or newer), with npm"
  node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
    die "Node $(node --version) is too old." "install 20.19 or newer"
}

# npm ci, when the lock file or Node has changed since the last time.
web_packages() {
  local stamp
  stamp=$(cat web/package-lock.json <(node --version) | sha256sum)
  if [ "$(cat web/node_modules/.stamp 2>/dev/null)" != "$stamp" ]; then
    (cd web && npm ci --no-audit --no-fund)
    echo "$stamp" >web/node_modules/.stamp
  fi
}

# What the built client depends on. Taken after a build, since the build itself writes generated sources.
web_sources() {
  {
    find web -type f -not -path 'web/node_modules/*' -not -path 'web/dist/*' -not -path 'web/e2e/*' -print0 | sort -z | xargs -0 sha256sum
    [ ! -e schema.graphql ] || sha256sum schema.graphql
  } | sha256sum
}

# Builds the client into web/dist, when its sources have changed since the last time.
web_build() {
  local stamp=web/node_modules/.built
  if [ -e web/dist/index.html ] && [ "$(cat "$stamp" 2>/dev/null)" = "$(web_sources)" ]; then
    say "the web client is built already"
    return
  fi
  (cd web && npm run build)
  web_sources >"$stamp"
}

web_lint() { (cd web && npm run --silent lint); }

web_catalogues() { (cd web && npm run --silent i18n:check); }

web_schema_lint() { (cd web && npm run --silent schema:lint); }

# Whether programs that hold to the promised schema still work with this one.
web_schema_promise() { (cd web && npm run --silent schema:breaking); }

web_tests() {
  local report=$WORK/vitest.xml rc=0
  rm -f "$report"
  (cd web && npm test --silent -- --reporter=default --reporter=junit --outputFile.junit="$report") || rc=$?
  count_report "$report"
  return "$rc"
}
