// Fails when a catalogue is behind the code, or when a Spanish text is missing.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const catalogues = () =>
  readdirSync('src', { recursive: true })
    .filter((path) => /locales\/\w+\.po$/.test(path))
    .map((path) => `src/${path}`)
    .sort();
const snapshot = () => new Map(catalogues().map((path) => [path, readFileSync(path, 'utf8')]));
const lingui = (...args) =>
  execFileSync('node_modules/.bin/lingui', args, { stdio: ['ignore', 'pipe', 'inherit'] });

const before = snapshot();
lingui('extract', '--clean');
const stale = [...snapshot()].filter(([path, text]) => before.get(path) !== text);
for (const [path] of stale)
  console.error(`${path} was behind the code: it is brought up to date now`);

const missing = [];
for (const path of catalogues().filter((path) => path.endsWith('/es.po'))) {
  for (const entry of readFileSync(path, 'utf8').split(/\n\n+/).slice(1)) {
    if (/^#~/m.test(entry) || !/msgid/.test(entry)) continue;
    if (/msgstr ""\s*$/.test(entry.trim()))
      missing.push(`${path}: ${/msgid (.*(?:\n".*")*)/.exec(entry)?.[1]}`);
  }
}
for (const line of missing) console.error(`no Spanish: ${line}`);
if (stale.length || missing.length) {
  console.error(`${stale.length} catalogue(s) behind, ${missing.length} text(s) without Spanish`);
  process.exit(1);
}
console.log('catalogues are complete in en and es');
