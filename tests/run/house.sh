# What holds for the repository itself: its scripts parse, no test is switched off, every rule is accounted for.

scripts_parse() {
  local script
  for script in tests/run.sh tests/rules tests/run/*.sh .ci/run; do
    bash -n "$script"
  done
  if command -v shellcheck >/dev/null; then
    shellcheck -x -P SCRIPTDIR tests/run.sh tests/rules tests/run/*.sh .ci/run
  fi
}

# A test that is switched off looks like one that passes.
no_test_is_switched_off() {
  local found
  found=$(grep -rnE '^[[:space:]]*#\[ignore|\b(it|test|describe)\.(skip|only|todo|fixme)\b|\bx(it|describe)\(' \
    --include='*.rs' --include='*.ts' --include='*.tsx' --include='*.mjs' \
    --exclude-dir=node_modules --exclude-dir=target --exclude-dir=dist \
    server migrations tests web || true)
  [ -z "$found" ] || die "Switched-off tests: $found" "mend them, or take them out and say why in the commit"
}

# What a merge leaves behind gets into texts that nothing else reads closely.
no_merge_is_unfinished() {
  local found
  found=$(grep -rnE '<{7} |={7}"|>{7} ' --exclude-dir=node_modules --exclude-dir=target --exclude-dir=dist \
    --exclude-dir=compiled --exclude-dir=.git . || true)
  [ -z "$found" ] || die "Marks of an unfinished merge: $found" "decide between the two sides"
}

rules_list() { tests/rules --brief; }
