// The size gate (budgets in gzip, level 9, KB of 1024 bytes). Reads the build's manifest, so that
// "initial" means what the first page load really asks for: the entry and its static imports,
// the shell's route and one language.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const dist = 'dist/';
const manifest = JSON.parse(readFileSync(`${dist}.vite/manifest.json`, 'utf8'));
const gz = (file) => gzipSync(readFileSync(dist + file), { level: 9 }).length / 1024;

const chunks = Object.values(manifest);
const entry = chunks.find((chunk) => chunk.isEntry);
const english = chunks.find((chunk) => chunk.src?.endsWith('i18n/compiled/en.ts'));
const initial = new Map();
const visit = (chunk) => {
  if (!chunk || initial.has(chunk.file)) return;
  initial.set(chunk.file, chunk);
  for (const key of chunk.imports ?? []) visit(manifest[key]);
};
visit(entry);
visit(english);

const js = [...initial.keys()].reduce((sum, file) => sum + gz(file), 0);
const css = new Set([...initial.values()].flatMap((chunk) => chunk.css ?? []));
const cssSize = [...css].reduce((sum, file) => sum + gz(file), 0);
const fonts = [...new Set(chunks.flatMap((chunk) => chunk.assets ?? []))].filter((file) =>
  /-latin-wght-normal.*\.woff2$/.test(file),
);
const fontSize = fonts.reduce((sum, file) => sum + readFileSync(dist + file).length / 1024, 0);
const lazy = chunks
  .filter((chunk) => chunk.file.endsWith('.js') && !initial.has(chunk.file))
  .map((chunk) => [chunk.file, gz(chunk.file)])
  .sort((a, b) => b[1] - a[1]);

const lines = [
  ['initial JS', js, 250],
  ['initial CSS', cssSize, 40],
  ['fonts', fontSize, 62],
  ['first visit', js + cssSize + fontSize / Math.max(fonts.length, 1), 350],
  ...lazy.slice(0, 5).map(([file, size]) => [`lazy ${file}`, size, 130]),
];
let over = false;
for (const [what, size, budget] of lines) {
  const bad = size > budget;
  over ||= bad;
  console.log(`${bad ? 'OVER ' : 'ok   '}${what}: ${size.toFixed(1)} of ${budget} KB`);
}
process.exitCode = over ? 1 : 0;
